//! Calendar arithmetic on intervals of days.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::reading::tokens::Unit;

/// A run of days, both ends inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// First day.
    pub start: Date,
    /// Last day, inclusive.
    pub end: Date,
}

impl Interval {
    /// One day.
    #[must_use]
    pub const fn day(date: Date) -> Self {
        Self { start: date, end: date }
    }

    /// The days from `start` to `end`, in whichever order they are given.
    #[must_use]
    pub fn new(start: Date, end: Date) -> Self {
        Self { start: start.min(end), end: start.max(end) }
    }

    /// Whether both share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Number of days between the two, 0 where they touch or overlap.
    #[must_use]
    pub fn distance(self, other: Self) -> i32 {
        let gap = if self.end < other.start {
            days_between(self.end, other.start)
        } else if other.end < self.start {
            days_between(other.end, self.start)
        } else {
            0
        };
        gap.max(0)
    }
}

/// Days from `from` to `to`, negative where `to` is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn ymd(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// `date` moved by `days`.
pub(super) fn plus_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

pub(super) fn year(year: i16) -> Option<Interval> {
    Some(Interval { start: ymd(year, 1, 1)?, end: ymd(year, 12, 31)? })
}

fn months(year: i16, first: i8, count: i32) -> Option<Interval> {
    let start = ymd(year, first, 1)?;
    let last = start.checked_add(Span::new().try_months(count - 1).ok()?).ok()?;
    Some(Interval { start, end: last.last_of_month() })
}

pub(super) fn month(year: i16, month: u8) -> Option<Interval> {
    months(year, i8::try_from(month).ok()?, 1)
}

/// The calendar quarter `quarter` (from 1).
pub(super) fn quarter(year: i16, quarter: u8) -> Option<Interval> {
    months(year, i8::try_from(quarter).ok()? * 3 - 2, 3)
}

/// The first or second half of a year.
pub(super) fn half(year: i16, half: u8) -> Option<Interval> {
    months(year, i8::try_from(half).ok()? * 6 - 5, 6)
}

/// The meteorological season of the northern half: spring 1 (March to May) to winter 4, which
/// begins in December of `year`.
pub(super) fn season(year: i16, season: u8) -> Option<Interval> {
    months(year, i8::try_from(season).ok()? * 3, 3)
}

/// The ten years from `first`.
pub(super) fn decade(first: i16) -> Option<Interval> {
    Some(Interval { start: ymd(first, 1, 1)?, end: ymd(first.checked_add(9)?, 12, 31)? })
}

/// The `number`th century, as the hundred years that share their first digits (1900 to 1999).
pub(super) fn century(number: i16) -> Option<Interval> {
    let first = number.checked_sub(1)?.checked_mul(100)?;
    Some(Interval { start: ymd(first, 1, 1)?, end: ymd(first.checked_add(99)?, 12, 31)? })
}

/// The ISO week that holds `date`.
pub(super) fn week(date: Date) -> Option<Interval> {
    let monday = plus_days(date, -i32::from(date.weekday().to_monday_zero_offset()))?;
    Some(Interval { start: monday, end: plus_days(monday, 6)? })
}

fn weekend(date: Date) -> Option<Interval> {
    let week = week(date)?;
    Some(Interval { start: plus_days(week.start, 5)?, end: week.end })
}

/// The unit of the calendar that holds `date`.
pub(super) fn around(unit: Unit, date: Date) -> Option<Interval> {
    let (y, m) = (date.year(), date.month());
    match unit {
        Unit::Day => Some(Interval::day(date)),
        Unit::Week | Unit::Fortnight => week(date),
        Unit::Weekend => weekend(date),
        Unit::Month => months(y, m, 1),
        Unit::Quarter => months(y, (m - 1) / 3 * 3 + 1, 3),
        Unit::Half => months(y, (m - 1) / 6 * 6 + 1, 6),
        Unit::Year => year(y),
        Unit::Decade => decade(y - y.rem_euclid(10)),
        Unit::Century => century(y.div_euclid(100) + 1),
    }
}

/// `date` moved by `count` units; months and years keep within their month.
pub(super) fn shifted(unit: Unit, date: Date, count: i32) -> Option<Date> {
    let span = match unit {
        Unit::Day => Span::new().try_days(count),
        Unit::Week | Unit::Weekend => Span::new().try_weeks(count),
        Unit::Fortnight => Span::new().try_weeks(count.checked_mul(2)?),
        Unit::Month => Span::new().try_months(count),
        Unit::Quarter => Span::new().try_months(count.checked_mul(3)?),
        Unit::Half => Span::new().try_months(count.checked_mul(6)?),
        Unit::Year => Span::new().try_years(count),
        Unit::Decade => Span::new().try_years(count.checked_mul(10)?),
        Unit::Century => Span::new().try_years(count.checked_mul(100)?),
    };
    date.checked_add(span.ok()?).ok()
}

/// The last day `weekday` (from 1, Monday) not after `date`.
pub(super) fn weekday_until(date: Date, weekday: u8) -> Option<Date> {
    let back =
        (i32::from(date.weekday().to_monday_one_offset()) - i32::from(weekday)).rem_euclid(7);
    plus_days(date, -back)
}

/// The first day `weekday` (from 1, Monday) not before `date`.
pub(super) fn weekday_from(date: Date, weekday: u8) -> Option<Date> {
    let ahead =
        (i32::from(weekday) - i32::from(date.weekday().to_monday_one_offset())).rem_euclid(7);
    plus_days(date, ahead)
}

/// The weekday numbered from 1 (Monday).
pub(super) fn weekday_named(number: u8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(i8::try_from(number).ok()?).ok()
}

/// Easter Sunday of the Western churches (the method of Meeus, Jones and Butcher).
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, age, rest) = (y % 19, y / 100, y % 100);
    let epact = (19 * golden + age - age / 4 - (age - (age + 8) / 25 + 1) / 3 + 15) % 30;
    let to_sunday = (32 + 2 * (age % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let correction = (golden + 11 * epact + 22 * to_sunday) / 451;
    let day = epact + to_sunday - 7 * correction + 114;
    ymd(year, i8::try_from(day / 31).ok()?, i8::try_from(day % 31 + 1).ok()?)
}

/// The `number`th (from 1) `weekday` of a month; -1 is the last.
pub(super) fn nth_weekday(year: i16, month: i8, number: i8, weekday: u8) -> Option<Date> {
    ymd(year, month, 1)?.nth_weekday_of_month(number, weekday_named(weekday)?).ok()
}

/// The day before `date`.
pub(super) fn eve(date: Date) -> Option<Date> {
    date.checked_sub(1.day()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn easter_falls_where_the_churches_put_it() {
        for (y, m, d) in [(2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2024, 3, 31), (2025, 4, 20)]
        {
            assert_eq!(easter(y), Some(date(y, m, d)));
        }
    }

    #[test]
    fn units_hold_their_day() {
        let day = date(2024, 2, 25);
        for (unit, start, end) in [
            (Unit::Week, date(2024, 2, 19), date(2024, 2, 25)),
            (Unit::Weekend, date(2024, 2, 24), date(2024, 2, 25)),
            (Unit::Month, date(2024, 2, 1), date(2024, 2, 29)),
            (Unit::Quarter, date(2024, 1, 1), date(2024, 3, 31)),
            (Unit::Decade, date(2020, 1, 1), date(2029, 12, 31)),
            (Unit::Century, date(2000, 1, 1), date(2099, 12, 31)),
        ] {
            assert_eq!(around(unit, day), Some(Interval { start, end }), "{unit:?}");
        }
        assert_eq!(season(2023, 4).map(|s| s.end), Some(date(2024, 2, 29)));
    }
}
