//! Pieces of a known year, and what units and pieces come to in days.

use jiff::civil::ISOWeekDate;

use crate::reading::tokens::Unit;

use super::super::expr::{Holiday, Piece};
use super::super::interval;
use super::{Granularity, Interval, Resolved, edtf, pick};

pub(super) fn both_readings(a: &Resolved, b: &Resolved) -> Resolved {
    let (Some(first), Some(second)) = (a.interval, b.interval) else { return a.clone() };
    let (first, second) =
        if first.start <= second.start { (first, second) } else { (second, first) };
    Resolved {
        interval: Some(first.cover(second)),
        granularity: Granularity::Day,
        value: Some(format!("[{},{}]", edtf::day(first.start), edtf::day(second.start))),
        relative: a.relative,
        approximate: false,
        readings: vec![first, second],
        year_from: a.year_from,
    }
}

/// The number of winter among the seasons.
const WINTER: u8 = 4;

/// A piece of a known year.
pub(super) fn absolute(piece: Piece, year: i16) -> Resolved {
    let resolved = Resolved::new(pick::in_year(piece, year), granularity_of_piece(piece));
    match (piece, resolved.interval) {
        (Piece::Day { month, day }, None) => {
            Resolved { value: Some(format!("{year:04}-{month:02}-{day:02}")), ..resolved }
        }
        (Piece::Half(half), _) => {
            let (first, last) = if half == 1 { (1, 6) } else { (7, 12) };
            let value = format!("{year:04}-{first:02}/{year:04}-{last:02}");
            Resolved { value: Some(value), ..resolved }
        }
        // "The winter of 2014" is the one that begins in that year, or the one that ends in it.
        (Piece::Season(WINTER), Some(begins)) => {
            let ends = pick::in_year(piece, year - 1);
            Resolved { readings: ends.into_iter().chain([begins]).collect(), ..resolved }
        }
        _ => resolved,
    }
}

pub(super) fn value_without_year(piece: Piece) -> Option<String> {
    Some(edtf::without_year(&match piece {
        Piece::Day { month, day } => format!("{month:02}-{day:02}"),
        Piece::Month(month) => format!("{month:02}"),
        Piece::Season(season) => (20 + season).to_string(),
        Piece::Quarter(quarter) => (32 + quarter).to_string(),
        Piece::Half(half) => (39 + half).to_string(),
        Piece::Holiday(Holiday::Fixed { month, day }) => {
            format!("{month:02}-{day:02}")
        }
        Piece::Year | Piece::Holiday(_) => return None,
    }))
}

pub(super) fn iso_week(year: i16, week: i8) -> Option<Interval> {
    let monday = ISOWeekDate::new(year, week, jiff::civil::Weekday::Monday).ok()?.date();
    interval::week(monday)
}

pub(super) fn years_away(interval: Interval, years: i32) -> Option<Interval> {
    let start = interval::shifted(Unit::Year, interval.start, years)?;
    let end = interval::shifted(Unit::Year, interval.end, years)?;
    let to_month_end =
        interval.end == interval.end.last_of_month() && interval.start != interval.end;
    Some(Interval { start, end: if to_month_end { end.last_of_month() } else { end } })
}

pub(super) fn year_before(interval: Interval) -> Option<Interval> {
    years_away(interval, -1)
}

/// "A week from Friday": a day, whatever the unit.
pub(super) fn offset(unit: Unit, by: i32, from: Resolved) -> Resolved {
    let day = from.interval.and_then(|i| interval::shifted(unit, i.start, by));
    Resolved { relative: from.relative, ..Resolved::new(day.map(Interval::day), Granularity::Day) }
}

pub(super) fn granularity_of(unit: Unit) -> Granularity {
    match unit {
        Unit::Day | Unit::Weekend => Granularity::Day,
        Unit::Week | Unit::Fortnight => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter | Unit::Half => Granularity::Quarter,
        Unit::Year => Granularity::Year,
        Unit::Decade => Granularity::Decade,
        Unit::Century => Granularity::Century,
    }
}

pub(super) fn granularity_of_piece(piece: Piece) -> Granularity {
    match piece {
        Piece::Year => Granularity::Year,
        Piece::Half(_) | Piece::Quarter(_) => Granularity::Quarter,
        Piece::Season(_) => Granularity::Season,
        Piece::Month(_) => Granularity::Month,
        Piece::Day { .. } | Piece::Holiday(_) => Granularity::Day,
    }
}
