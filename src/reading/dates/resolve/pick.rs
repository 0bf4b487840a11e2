//! The year that a piece of a year without one belongs to.

use jiff::civil::{Date, Weekday};

use super::super::clause::Tense;
use super::super::expr::{Holiday, Piece, Toward};
use super::super::interval::{self, Interval};

/// Which of the pieces of that name is meant, seen from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// The closest, or the one that holds the day.
    Closest,
    /// The closest that is not far in the future.
    ClosestPast,
    /// The last that had begun, or the next one where it is about to begin.
    PastUnlessSoon,
    /// The last that had begun.
    Past,
    /// The first that is not over.
    Future,
    /// The first that is not over, or that was over a few days ago only.
    FutureUnlessJustPast,
    /// The same for quarters: their results come weeks later.
    FutureUnlessJustOver,
    /// The last that was over.
    Before,
    /// The first that had not begun.
    After,
    /// The one of the day's year.
    SameYear,
}

/// Days within which a clause in the past may still name a day to come ("said the June 3 vote").
const SOON: i32 = 60;

/// Days within which a clause of the future may name a day that is over.
const JUST_PAST: i32 = 31;

/// Days after a quarter in which companies have yet to report on it.
const REPORTING: i32 = 75;

/// The direction that news prose fits best.
pub(super) fn direction(piece: Piece, toward: Toward, tense: &dyn Fn() -> Tense) -> Direction {
    match (toward, piece) {
        (Toward::Last, _) => Direction::Before,
        (Toward::Next, _) => Direction::After,
        (Toward::This, _) | (Toward::Open, Piece::Half(_)) => Direction::SameYear,
        (Toward::Open, Piece::Day { .. } | Piece::Holiday(_)) => match tense() {
            Tense::Past => Direction::ClosestPast,
            Tense::Future => Direction::FutureUnlessJustPast,
            _ => Direction::Closest,
        },
        (Toward::Open, Piece::Month(_)) => match tense() {
            Tense::Future => Direction::Future,
            Tense::Deadline => Direction::Closest,
            Tense::Unknown => Direction::PastUnlessSoon,
            Tense::Past => Direction::Past,
        },
        (Toward::Open, Piece::Season(_)) if tense() == Tense::Future => Direction::Future,
        (Toward::Open, Piece::Quarter(_)) if tense() == Tense::Future => {
            Direction::FutureUnlessJustOver
        }
        (Toward::Open, _) => match tense() {
            Tense::Past => Direction::Past,
            _ => Direction::Closest,
        },
    }
}

/// The year of `piece` that lies in `direction` from `day`.
pub(super) fn year(piece: Piece, day: Date, direction: Direction) -> Option<i16> {
    let own = day.year();
    let reach = if matches!(piece, Piece::Day { month: 2, day: 29 }) { 4 } else { 1 };
    let mut candidates =
        (own - reach..=own + reach).filter_map(|year| Some((year, in_year(piece, year)?)));
    let here = Interval::day(day);
    match direction {
        Direction::SameYear => Some(own),
        Direction::Closest => {
            candidates.min_by_key(|(_, i)| (i.distance(here), i.start > day)).map(|(year, _)| year)
        }
        Direction::ClosestPast => candidates
            .filter(|(_, i)| i.start <= day || i.distance(here) <= SOON)
            .min_by_key(|(_, i)| (i.distance(here), i.start > day))
            .map(|(year, _)| year),
        Direction::PastUnlessSoon => candidates
            .rfind(|(_, i)| i.start <= day || i.distance(here) <= SOON)
            .map(|(year, _)| year),
        Direction::Past => candidates.rfind(|(_, i)| i.start <= day).map(|(year, _)| year),
        Direction::Before => candidates.rfind(|(_, i)| i.end < day).map(|(year, _)| year),
        Direction::Future => first(candidates, |i| i.end >= day),
        Direction::FutureUnlessJustPast => {
            first(candidates, |i| i.end >= day || i.distance(here) <= JUST_PAST)
        }
        Direction::FutureUnlessJustOver => {
            first(candidates, |i| i.end >= day || i.distance(here) <= REPORTING)
        }
        Direction::After => first(candidates, |i| i.start > day),
    }
    .or(Some(own))
}

/// Days from which on the closest year is no surer than the weekday that is written.
const FAR: i32 = 90;

/// The year near `day` in which `piece` falls on `weekday`, where `piece` is far from `day` in every
/// year and one year alone agrees.
pub(super) fn year_of_weekday(piece: Piece, day: Date, weekday: Weekday) -> Option<i16> {
    let own = day.year();
    let days = || (own - 1..=own + 1).filter_map(|year| Some((year, in_year(piece, year)?)));
    if days().any(|(_, i)| i.distance(Interval::day(day)) < FAR) {
        return None;
    }
    let mut agreeing = days().filter(|(_, i)| i.start.weekday() == weekday);
    let (year, _) = agreeing.next()?;
    agreeing.next().is_none().then_some(year)
}

fn first(
    mut candidates: impl Iterator<Item = (i16, Interval)>,
    fits: impl Fn(&Interval) -> bool,
) -> Option<i16> {
    candidates.find(|(_, interval)| fits(interval)).map(|(year, _)| year)
}

/// The days of `piece` in `year`; `None` for a day that does not exist.
pub(super) fn in_year(piece: Piece, year: i16) -> Option<Interval> {
    match piece {
        Piece::Year => interval::year(year),
        Piece::Half(half) => interval::half(year, half),
        Piece::Quarter(quarter) => interval::quarter(year, quarter),
        Piece::Season(season) => interval::season(year, season),
        Piece::Month(month) => interval::month(year, month),
        Piece::Day { month, day } => {
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
                .ok()
                .map(Interval::day)
        }
        Piece::Holiday(holiday) => in_year_of(holiday, year).map(Interval::day),
    }
}

fn in_year_of(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Fixed { month, day } => Date::new(year, month, day).ok(),
        Holiday::Nth { month, number, weekday, plus } => {
            interval::plus_days(interval::nth_weekday(year, month, number, weekday)?, plus)
        }
        Holiday::Easter(days) => interval::plus_days(interval::easter(year)?, days),
    }
}
