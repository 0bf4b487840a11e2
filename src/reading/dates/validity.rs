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

/// Before it Britain and its colonies counted otherwise, Sweden in a third way.
const FIRST_SURE_YEAR: i16 = 1753;

/// The year in which Greece left the old calendar, the last country that did; Russia had in 1918.
const LAST_JULIAN_YEAR: i16 = 1923;

/// The weekday of the day of that name in the Julian calendar, as long as it was in use.
fn julian_weekday(date: Date) -> Option<Weekday> {
    let year = if date.month() <= 2 { date.year() - 1 } else { date.year() };
    let century = year / 100;
    let days_behind = century - century / 4 - 2;
    (date.year() <= LAST_JULIAN_YEAR).then(|| date.weekday().wrapping_add(days_behind))
}

/// What is wrong with the date itself, whatever any source says. Where the year is not written
/// it is the one that the mention was resolved to; without one, nothing is claimed, and of the
/// times before 1924 only what is wrong in the old calendar as well.
#[must_use]
pub fn problem(mention: &DateMention) -> Option<Problem> {
    let (day, month) = (mention.written.day?, mention.written.month?);
    let year = mention.written.year.or_else(|| mention.start.map(Date::year));
    if year.is_some_and(|year| year < FIRST_SURE_YEAR) {
        return None;
    }
    // Without a year, February may have 29 days.
    let last = Date::new(year.unwrap_or(2000), month, 1).ok()?.days_in_month();
    let julian_leap = year.is_some_and(|year| year % 100 == 0 && year <= LAST_JULIAN_YEAR);
    if month == 2 && day == 29 && julian_leap {
        return None;
    }
    if day < 1 || day > last {
        let year = year.filter(|_| month == 2 && day == 29);
        return Some(Problem::NoSuchDay { day, month, year, last });
    }
    let (date, written) = (Date::new(year?, month, day).ok()?, mention.written.weekday?);
    if julian_weekday(date) == Some(written) {
        return None;
    }
    let actual = date.weekday();
    (actual != written).then_some(Problem::WrongWeekday { date, written, actual })
}
