//! Dates told from another day: "yesterday", "last week", "next September", "the following day".

mod determined;
mod period;

use crate::reading::tokens::{Kind, Lex, Tokens, Unit};

use super::super::expr::{Anchor, Expr, Found, Inner, Piece, Shape};
use determined::determined;
use period::same_period;

pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    deictic(tokens, at)
        .or_else(|| day_beside(tokens, at))
        .or_else(|| same_period(tokens, at))
        .or_else(|| determined(tokens, at))
}

fn shift(start: usize, end: usize, unit: Unit, by: i32, from: Anchor) -> Found {
    Found::plain(start, end, Expr::Shift { unit, by, from })
}

/// "today", "yesterday morning", "tonight", "this morning", "last night".
fn deictic(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if let Lex::Deictic(by) = tokens.lex(at) {
        let expr = Expr::Shift { unit: Unit::Day, by: i32::from(by), from: Anchor::Publication };
        return Some(Found::new(at, at + 1, expr, Shape::Deictic));
    }
    if tokens.lex(at + 1) != Lex::DayPart {
        return None;
    }
    match tokens.lex(at) {
        Lex::This if tokens.is_word(at, "this") => {
            Some(shift(at, at + 2, Unit::Day, 0, Anchor::Publication))
        }
        Lex::Last if tokens.is_any(at + 1, &["night", "evening"]) => {
            Some(shift(at, at + 2, Unit::Day, -1, Anchor::Publication))
        }
        _ => None,
    }
}

/// "the day before yesterday", "the day after tomorrow", "the day before", "the year previous".
fn day_beside(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let unit_at = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    let Lex::Unit(unit, false) = tokens.lex(unit_at) else { return None };
    let sign = match tokens.lex(unit_at + 1) {
        Lex::Before | Lex::Previous | Lex::Earlier => -1,
        Lex::After | Lex::Later | Lex::Following => 1,
        _ => return None,
    };
    if unit == Unit::Day
        && let Lex::Deictic(by) = tokens.lex(unit_at + 2)
    {
        let by = i32::from(by) + sign;
        return Some(shift(at, unit_at + 3, Unit::Day, by, Anchor::Publication));
    }
    if sign < 0 && tokens.lex(unit_at + 2) == Lex::Last {
        return Some(shift(at, unit_at + 3, unit, -2, Anchor::Publication));
    }
    if unit == Unit::Day && unit_at > at {
        let holiday = super::absolute::holiday(tokens, unit_at + 2)
            .or_else(|| super::absolute::month_led(tokens, unit_at + 2));
        let day = holiday.filter(|day| names_day(&day.expr));
        if let Some(of) = day {
            let expr = Expr::Offset { unit, by: sign, from: Box::new(of.expr) };
            return Some(Found::plain(at, of.end, expr));
        }
    }
    let alone = unit_at > at && ends_clause(tokens, unit_at + 2);
    alone.then(|| shift(at, unit_at + 2, unit, sign, Anchor::Context))
}

fn names_day(expr: &Expr) -> bool {
    matches!(expr, Expr::Calendar { piece: Piece::Day { .. } | Piece::Holiday(_), .. })
}

fn ends_clause(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.at(at);
    match token.kind {
        Kind::Nothing => true,
        Kind::Mark(mark) => matches!(mark, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '”'),
        _ => false,
    }
}

/// Whether a year told relatively follows: "of last year", "next year", "of the year".
pub(super) fn year_follows(tokens: &Tokens<'_>, at: usize) -> bool {
    relative_year(tokens, at).is_some()
}

/// A year told relatively at `at`, "of" or "in" before it skipped: its expression and end.
pub(super) fn relative_year(tokens: &Tokens<'_>, at: usize) -> Option<(Expr, usize)> {
    let of = matches!(tokens.lex(at), Lex::Of | Lex::In);
    let next = if of { at + 1 } else { at };
    if of && tokens.lex(next) == Lex::The && tokens.lex(next + 1) == Lex::Unit(Unit::Year, false) {
        let expr = Expr::Shift { unit: Unit::Year, by: 0, from: Anchor::Publication };
        return Some((expr, next + 2));
    }
    let found = determined(tokens, next)?;
    let is_year = matches!(found.expr, Expr::Shift { unit: Unit::Year, .. });
    is_year.then_some((found.expr, found.end))
}

/// "of last week", "last week" after a weekday.
pub(super) fn relative_week(tokens: &Tokens<'_>, at: usize) -> Option<(Expr, usize)> {
    let next = if tokens.lex(at) == Lex::Of { at + 1 } else { at };
    let found = determined(tokens, next)?;
    let is_week = matches!(found.expr, Expr::Shift { unit: Unit::Week, .. });
    is_week.then_some((found.expr, found.end))
}

/// The unit that a date with "the first/last/nth" before it is a part of.
pub(super) fn nth_inner(tokens: &Tokens<'_>, at: usize, number: i32) -> Option<(Inner, usize)> {
    match tokens.lex(at) {
        Lex::Unit(
            unit @ (Unit::Day
            | Unit::Week
            | Unit::Weekend
            | Unit::Month
            | Unit::Quarter
            | Unit::Half),
            false,
        ) => Some((Inner::Nth { unit, number }, at + 1)),
        Lex::Weekday(day, _) => {
            Some((Inner::NthWeekday { day, number: i8::try_from(number).ok()? }, at + 1))
        }
        _ => None,
    }
}
