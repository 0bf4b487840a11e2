//! A part of another date: "the last week of March", "October of next year".

use jiff::civil::Date;

use crate::reading::tokens::Unit;

use super::super::expr::Inner;
use super::super::interval::{self, Interval};
use super::{Granularity, Resolved, absolute, granularity_of};

/// The part `inner` of what `of` came to.
pub(super) fn resolve(inner: Inner, of: Resolved) -> Resolved {
    let Some(whole) = of.interval else {
        return Resolved { relative: true, ..Resolved::new(None, granularity(inner)) };
    };
    let resolved = match inner {
        Inner::Piece(piece) => absolute(piece, whole.start.year()),
        Inner::Nth { unit, number } => Resolved::new(nth(unit, number, whole), granularity(inner)),
        Inner::Run { unit, count, from_end } => {
            let run = run(unit, count, from_end, whole);
            let value = run.map(super::edtf::days);
            Resolved { value, ..Resolved::new(run, granularity(inner)) }
        }
        Inner::NthWeekday { day, number } => {
            Resolved::new(nth_weekday(day, number, whole).map(Interval::day), Granularity::Day)
        }
        Inner::Weekday(day) => {
            let date = interval::plus_days(whole.start, i32::from(day) - 1);
            Resolved::new(date.map(Interval::day), Granularity::Day)
        }
    };
    Resolved { relative: of.relative, ..resolved }
}

fn granularity(inner: Inner) -> Granularity {
    match inner {
        Inner::Piece(piece) => super::granularity_of_piece(piece),
        Inner::Nth { unit, .. } | Inner::Run { unit, .. } => granularity_of(unit),
        Inner::NthWeekday { .. } | Inner::Weekday(_) => Granularity::Day,
    }
}

/// The `number`th `unit` of `whole`, -1 for the last; weeks are ISO weeks.
fn nth(unit: Unit, number: i32, whole: Interval) -> Option<Interval> {
    if number < 0 {
        let last = interval::around(unit, whole.end)?;
        // As the first, the last week has most of its days inside.
        let middle =
            if unit == Unit::Week { interval::plus_days(last.start, 3)? } else { last.end };
        return if middle <= whole.end && (unit == Unit::Week || whole.contains(last)) {
            Some(last)
        } else {
            interval::around(unit, interval::shifted(unit, whole.end, -1)?)
        };
    }
    // The first week is the one with most of its days inside, as in ISO years.
    let first = if unit == Unit::Week { interval::plus_days(whole.start, 3)? } else { whole.start };
    let date = interval::shifted(unit, first, number - 1)?;
    interval::around(unit, date).filter(|found| found.overlaps(whole))
}

fn run(unit: Unit, count: i32, from_end: bool, whole: Interval) -> Option<Interval> {
    if from_end {
        let after = interval::plus_days(whole.end, 1)?;
        return Some(Interval { start: interval::shifted(unit, after, -count)?, end: whole.end });
    }
    let after = interval::shifted(unit, whole.start, count)?;
    Some(Interval { start: whole.start, end: interval::eve(after)? })
}

fn nth_weekday(day: u8, number: i8, whole: Interval) -> Option<Date> {
    let date = if number < 0 {
        interval::weekday_until(whole.end, day)?
    } else {
        let first = interval::weekday_from(whole.start, day)?;
        interval::plus_days(first, (i32::from(number) - 1) * 7)?
    };
    (whole.start <= date && date <= whole.end).then_some(date)
}
