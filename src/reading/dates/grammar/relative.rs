//! Dates told from another day: "yesterday", "last week", "next September", "the following day".

use crate::reading::tokens::{Kind, Lex, Tokens, Unit};

use super::super::expr::{Anchor, Expr, Found, Inner, Piece, Shape, Toward};
use super::absolute::month_name;
use super::small_number;

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

/// "the same period last year", "the same month a year ago", "the year-ago quarter".
fn same_period(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let next = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    if tokens.lex(next) == Lex::Unit(Unit::Year, false) {
        return year_ago_period(tokens, at, next);
    }
    if tokens.lex(next) != Lex::Same {
        return None;
    }
    let unit = period_unit(tokens, next + 1)?;
    let after = next + 2;
    let after = if matches!(tokens.lex(after), Lex::Of | Lex::In) { after + 1 } else { after };
    let (years, end) = year_back(tokens, after)?;
    Some(Found::plain(at, end, Expr::SamePeriod { years, unit }))
}

fn period_unit(tokens: &Tokens<'_>, at: usize) -> Option<Option<Unit>> {
    match tokens.lex(at) {
        Lex::Unit(unit @ (Unit::Month | Unit::Quarter | Unit::Week | Unit::Day), false) => {
            Some(Some(unit))
        }
        _ if tokens.is_any(at, &["period", "time"]) => Some(None),
        _ => None,
    }
}

/// "last year", "the previous year", "a year ago", "a year earlier", "the year before".
fn year_back(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    const YEAR: Lex = Lex::Unit(Unit::Year, false);
    let next = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    match tokens.lex(next) {
        Lex::Last | Lex::Previous if tokens.lex(next + 1) == YEAR => Some((-1, next + 2)),
        Lex::A if tokens.lex(next + 1) == YEAR => {
            matches!(tokens.lex(next + 2), Lex::Ago | Lex::Earlier | Lex::Before)
                .then_some((-1, next + 3))
        }
        YEAR if next > at => {
            matches!(tokens.lex(next + 1), Lex::Before | Lex::Earlier | Lex::Previous)
                .then_some((-1, next + 2))
        }
        _ => None,
    }
}

/// "the year-ago quarter", "year-earlier period".
fn year_ago_period(tokens: &Tokens<'_>, at: usize, year: usize) -> Option<Found> {
    let next = super::past_hyphen(tokens, year + 1);
    let fits = matches!(tokens.lex(next), Lex::Ago | Lex::Earlier);
    let unit = period_unit(tokens, next + 1)?;
    fits.then(|| Found::plain(at, next + 2, Expr::SamePeriod { years: -1, unit }))
}

/// A determiner with a unit, month, weekday, season or holiday.
fn determined(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let article = tokens.lex(at) == Lex::The;
    let word = if article { at + 1 } else { at };
    if article && let Some(found) = bare_unit(tokens, at) {
        return Some(found);
    }
    let (kind, named) = determiner(tokens, word, article)?;
    unit_after(tokens, at, named, kind)
        .or_else(|| run_after(tokens, at, named, kind))
        .or_else(|| named_after(tokens, at, named, kind))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Determiner {
    This,
    Last,
    Next,
    ContextBack,
    ContextSame,
    ContextAhead,
    /// "the past", which may be a run.
    Past,
}

fn determiner(tokens: &Tokens<'_>, at: usize, article: bool) -> Option<(Determiner, usize)> {
    let kind = match tokens.lex(at) {
        Lex::This if tokens.lex(at + 1) == Lex::Past => return Some((Determiner::Last, at + 2)),
        Lex::This if tokens.lex(at + 1) == Lex::Next => return Some((Determiner::Next, at + 2)),
        Lex::This if tokens.is_word(at, "current") && !article => return None,
        Lex::This => Determiner::This,
        Lex::That if !article && tokens.lex(at + 1) == Lex::Same => {
            return Some((Determiner::ContextSame, at + 2));
        }
        Lex::That if !article => Determiner::ContextSame,
        Lex::Last => Determiner::Last,
        Lex::Past => Determiner::Past,
        Lex::Next if article && context_like(tokens, at + 1) => Determiner::ContextAhead,
        Lex::Next => Determiner::Next,
        Lex::Previous => Determiner::ContextBack,
        Lex::Following if article => Determiner::ContextAhead,
        Lex::Same if article => Determiner::ContextSame,
        Lex::None if article && tokens.is_any(at, &["entire", "whole", "full"]) => {
            Determiner::ContextSame
        }
        _ => return None,
    };
    Some((kind, at + 1))
}

/// "the next day" follows the day told before; "the next week" may as well follow today.
fn context_like(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.lex(at), Lex::Unit(Unit::Day, false) | Lex::DayPart)
}

fn step(kind: Determiner) -> (i32, Anchor) {
    match kind {
        Determiner::This => (0, Anchor::Publication),
        Determiner::Last | Determiner::Past => (-1, Anchor::Publication),
        Determiner::Next => (1, Anchor::Publication),
        Determiner::ContextBack => (-1, Anchor::Context),
        Determiner::ContextSame => (0, Anchor::Context),
        Determiner::ContextAhead => (1, Anchor::Context),
    }
}

/// "The last week of the campaign", "the same day he won": not told by any date.
fn told_by_clause(tokens: &Tokens<'_>, at: usize, end: usize, kind: Determiner) -> bool {
    let article = tokens.lex(at) == Lex::The || tokens.before(at, 1).lex == Lex::The;
    let of = tokens.lex(end) == Lex::Of
        && matches!(kind, Determiner::Last | Determiner::Next)
        && (tokens.lex(end + 1) == Lex::The
            || tokens.is_any(end + 1, &["his", "her", "its", "their", "our", "my", "a", "an"]));
    let clause = kind == Determiner::ContextSame
        && (tokens.lex(end) == Lex::That
            || tokens.is_any(end, &["as", "he", "she", "they", "it", "when", "we", "I", "you"]));
    article && (of || clause)
}

fn unit_after(tokens: &Tokens<'_>, at: usize, named: usize, kind: Determiner) -> Option<Found> {
    let fiscal = usize::from(tokens.lex(named) == Lex::Fiscal || tokens.is_word(named, "calendar"));
    let unit = match tokens.lex(named + fiscal) {
        Lex::Unit(unit, false) => unit,
        Lex::DayPart if !matches!(kind, Determiner::This | Determiner::Last) => Unit::Day,
        _ => return None,
    };
    let (by, from) = step(kind);
    let end = named + fiscal + 1;
    if unit == Unit::Day && from == Anchor::Publication || told_by_clause(tokens, at, end, kind) {
        return None;
    }
    if kind == Determiner::Past && matches!(unit, Unit::Week | Unit::Month | Unit::Year) {
        return Some(Found::plain(at, end, Expr::Run { unit, count: -1 }));
    }
    let mut found = shift(at, named + fiscal + 1, unit, by, from);
    found.approximate = fiscal > 0;
    Some(found)
}

/// "the past three months", "the last two weeks", "the next ten days".
fn run_after(tokens: &Tokens<'_>, at: usize, named: usize, kind: Determiner) -> Option<Found> {
    let sign = match kind {
        Determiner::Last | Determiner::Past | Determiner::ContextBack => -1,
        Determiner::Next | Determiner::ContextAhead => 1,
        _ => return None,
    };
    let (count, next) = small_number(tokens, named)?;
    let Lex::Unit(unit, true) = tokens.lex(next) else { return None };
    let expr = Expr::Run { unit, count: sign * count };
    (count > 0).then(|| Found::plain(at, next + 1, expr))
}

/// "last September", "this Friday", "next Christmas", "last spring".
fn named_after(tokens: &Tokens<'_>, at: usize, named: usize, kind: Determiner) -> Option<Found> {
    let toward = match kind {
        Determiner::This => Toward::This,
        Determiner::Past if tokens.lex(at) == Lex::Past => return None,
        Determiner::Last | Determiner::Past | Determiner::ContextBack => Toward::Last,
        Determiner::Next | Determiner::ContextAhead => Toward::Next,
        Determiner::ContextSame => return of_that_year(tokens, at, named),
    };
    let found = super::absolute::weekday_led(tokens, named)
        .or_else(|| super::absolute::holiday(tokens, named))
        .or_else(|| season(tokens, named))
        .or_else(|| month(tokens, named))?;
    let expr = directed(found.expr.clone(), toward)?;
    let shape = found.shape;
    let lower_name = shape == Shape::Month && !tokens.at(named).is_capitalised();
    let mut result = found.from(at);
    result.expr = expr;
    result.shape = if lower_name { shape } else { Shape::Plain };
    Some(result)
}

/// "That November": the month of the year told before.
fn of_that_year(tokens: &Tokens<'_>, at: usize, named: usize) -> Option<Found> {
    let found = season(tokens, named).or_else(|| month(tokens, named))?;
    let Expr::Calendar { piece, year: None, .. } = found.expr else { return None };
    let capital = tokens.at(named).is_capitalised() || matches!(piece, Piece::Season(_));
    let that = tokens.lex(at) == Lex::That && capital && !is_said(tokens, at);
    let year = Expr::Shift { unit: Unit::Year, by: 0, from: Anchor::Context };
    let expr = Expr::Inside { inner: Inner::Piece(piece), of: Box::new(year) };
    that.then(|| Found::plain(at, found.end, expr))
}

/// "Said that May had left": a clause begins.
fn is_said(tokens: &Tokens<'_>, that: usize) -> bool {
    let verb = tokens.before(that, 1);
    matches!(verb.lex, Lex::Weekday(..) | Lex::Month(..) | Lex::DayPart | Lex::Deictic(_))
        || tokens.is_any(
            that.wrapping_sub(1),
            &[
                "said", "says", "say", "told", "believe", "think", "knew", "know", "so", "found",
                "is",
            ],
        )
        || verb.kind == Kind::Word && tokens.text_at(that - 1).ends_with("ed")
}

fn directed(expr: Expr, toward: Toward) -> Option<Expr> {
    match expr {
        Expr::Weekday { day, .. } => Some(Expr::Weekday { day, toward }),
        Expr::Calendar { piece, year: None, .. } => {
            Some(Expr::Calendar { piece, year: None, toward })
        }
        _ => None,
    }
}

fn season(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let Lex::Season(season) = tokens.lex(at) else { return None };
    let expr = Expr::Calendar { piece: Piece::Season(season), year: None, toward: Toward::Open };
    Some(Found::new(at, at + 1, expr, Shape::Season))
}

fn month(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (_, next) = month_name(tokens, at)?;
    if tokens.at(next).kind == Kind::Number && tokens.at(next).digits <= 2 {
        return super::absolute::month_led(tokens, at);
    }
    let Lex::Month(month, _) = tokens.lex(at) else { return None };
    let expr = Expr::Calendar { piece: Piece::Month(month), year: None, toward: Toward::Open };
    Some(Found::new(at, next, expr, Shape::Month))
}

/// "the weekend", "the day" and "the week of May 4": units without any other word.
fn bare_unit(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let Lex::Unit(unit, false) = tokens.lex(at + 1) else { return None };
    if matches!(unit, Unit::Week | Unit::Weekend)
        && matches!(tokens.lex(at + 2), Lex::Of)
        && let Some(of) = super::single(tokens, at + 3)
    {
        let expr = Expr::Around { unit, of: Box::new(of.expr.clone()) };
        return Some(Found::plain(at, of.end, expr));
    }
    match unit {
        Unit::Weekend => Some(shift(at, at + 2, unit, 0, Anchor::Context)),
        Unit::Day if day_of_the_story(tokens, at) => {
            Some(shift(at, at + 2, unit, 0, Anchor::Context))
        }
        _ => None,
    }
}

/// "to end the day at 8,017", "later in the day", "for the day,": the day of the story.
fn day_of_the_story(tokens: &Tokens<'_>, at: usize) -> bool {
    let previous = tokens.before(at, 1);
    let ended = tokens.is_any(
        at.wrapping_sub(1),
        &[
            "end",
            "ended",
            "ending",
            "finish",
            "finished",
            "finishing",
            "closed",
            "start",
            "started",
            "began",
        ],
    );
    let in_it = previous.lex == Lex::In
        && matches!(tokens.before(at, 2).lex, Lex::Later | Lex::Late | Lex::Earlier | Lex::Early);
    let for_it = previous.lex == Lex::For && ends_clause(tokens, at + 2);
    ended || in_it || for_it
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
