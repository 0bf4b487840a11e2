//! A determiner with a unit, month, weekday, season or holiday: "last week", "next September".

use crate::reading::tokens::{Kind, Lex, Tokens, Unit};

use super::super::super::expr::{Anchor, Expr, Found, Inner, Piece, Shape, Toward};
use super::super::absolute::{self, month_name};
use super::super::{single, small_number};
use super::{ends_clause, shift};

/// A determiner with a unit, month, weekday, season or holiday.
pub(super) fn determined(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
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
    let found = absolute::weekday_led(tokens, named)
        .or_else(|| absolute::holiday(tokens, named))
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
        return absolute::month_led(tokens, at);
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
        && let Some(of) = single(tokens, at + 3)
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
