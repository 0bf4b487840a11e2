//! Dates that cannot be: the weekday does not fall on the day, or the day does not exist.

use jiff::civil::{Date, Weekday};

use super::DateMention;

/// Why a date cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The day falls on another weekday.
    WrongWeekday {
        /// The day that was written.
        date: Date,
        /// The weekday that was written.
        written: Weekday,
        /// The weekday it falls on.
        actual: Weekday,
    },
    /// The month has no such day.
    NoSuchDay {
        /// The day that was written.
        day: i8,
        /// The month, from 1.
        month: i8,
        /// The year, where it decides.
        year: Option<i16>,
        /// The last day of that month.
        last: i8,
    },
}

/// What is wrong with the date itself, whatever any source says. Where the year is not written
/// it is the one that the mention was resolved to; without one, nothing is claimed.
#[must_use]
pub fn problem(mention: &DateMention) -> Option<Problem> {
    let (day, month) = (mention.written.day?, mention.written.month?);
    let year = mention.written.year.or_else(|| mention.start.map(Date::year));
    // Without a year, February may have 29 days.
    let last = Date::new(year.unwrap_or(2000), month, 1).ok()?.days_in_month();
    if day < 1 || day > last {
        let year = year.filter(|_| month == 2 && day == 29);
        return Some(Problem::NoSuchDay { day, month, year, last });
    }
    let (date, written) = (Date::new(year?, month, day).ok()?, mention.written.weekday?);
    let actual = date.weekday();
    (actual != written).then_some(Problem::WrongWeekday { date, written, actual })
}
