//! Dates as EDTF (ISO 8601-2).

use jiff::civil::Date;

use super::{Granularity, Interval};

/// One day: `2024-02-22`.
pub(super) fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// From one day to another: `2024-02-22/2024-02-24`.
pub(super) fn days(interval: Interval) -> String {
    format!("{}/{}", day(interval.start), day(interval.end))
}

/// An interval at its granularity: `2024-02`, `2024-35`, `199X`, `2024-02-19/2024-02-25`.
pub(super) fn value(interval: Interval, granularity: Granularity) -> String {
    let start = interval.start;
    let (year, month) = (start.year(), start.month());
    match granularity {
        _ if !is_one(interval, granularity) => days(interval),
        Granularity::Day => day(start),
        Granularity::Week => days(interval),
        Granularity::Month => format!("{year:04}-{month:02}"),
        Granularity::Season => format!("{year:04}-{}", 20 + month / 3),
        Granularity::Quarter => format!("{year:04}-{}", 33 + (month - 1) / 3),
        Granularity::Year => format!("{year:04}"),
        Granularity::Decade => format!("{:03}X", year / 10),
        Granularity::Century => format!("{:02}XX", year / 100),
    }
}

/// Whether the interval is one whole unit of the calendar.
fn is_one(interval: Interval, granularity: Granularity) -> bool {
    let days = super::interval::days_between(interval.start, interval.end) + 1;
    match granularity {
        Granularity::Day => days == 1,
        Granularity::Week => days == 7,
        Granularity::Month => days <= 31 && interval.start.day() == 1,
        Granularity::Season | Granularity::Quarter => (89..=92).contains(&days),
        Granularity::Year => (365..=366).contains(&days) && interval.start.day_of_year() == 1,
        Granularity::Decade => (3652..=3653).contains(&days),
        Granularity::Century => days >= 36_524,
    }
}

/// A piece of an unknown year: `XXXX-02-22`.
pub(super) fn without_year(rest: &str) -> String {
    format!("XXXX-{rest}")
}

/// Nothing is known.
pub(super) const UNKNOWN: &str = "XXXX-XX-XX";
