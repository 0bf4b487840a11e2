//! What stands before and after a date: "early", "the end of", "the last week of", "morning".

use crate::reading::tokens::{Lex, Tokens, Unit};

use super::super::Part;
use super::super::expr::{Anchor, Expr, Found, Inner, Piece, Shape};
use super::{ordinal, past_hyphen, single};

pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let plain = single(tokens, at);
    let other = part_of(tokens, at)
        .or_else(|| part_before(tokens, at))
        .or_else(|| later_this(tokens, at))
        .or_else(|| run_of(tokens, at))
        .or_else(|| nth_of(tokens, at))
        .or_else(|| inside_unit(tokens, at));
    match (plain, other) {
        (Some(plain), Some(other)) => Some(if plain.end > other.end { plain } else { other }),
        (plain, other) => other.or(plain),
    }
}

/// "the end of last year", "the very beginning of May", "the rest of the year".
fn part_of(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let next = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    let next = if tokens.is_word(next, "very") { next + 1 } else { next };
    let part = match tokens.lex(next) {
        Lex::Start => Some(Part::Start),
        Lex::Middle => Some(Part::Middle),
        Lex::End => Some(Part::End),
        _ if tokens.is_any(next, &["rest", "remainder"]) => None,
        _ => return None,
    };
    if tokens.lex(next + 1) != Lex::Of {
        return None;
    }
    let of = any_unit(tokens, next + 2)?;
    if part == Some(Part::End) && is_idiom(tokens, at, &of) {
        return None;
    }
    let mut found = of.from(at);
    found.part = part.or(found.part);
    found.shape = Shape::Plain;
    Some(found)
}

/// "At the end of the day, it is only a game" tells no day.
fn is_idiom(tokens: &Tokens<'_>, at: usize, of: &Found) -> bool {
    matches!(of.expr, Expr::Shift { unit: Unit::Day, by: 0, from: Anchor::Context })
        && (tokens.before(at, 1).lex == Lex::At
            || tokens.before(at, 1).lex == Lex::The && tokens.before(at, 2).lex == Lex::At)
}

/// "the year", "the week": only after words that make it one certain year.
fn any_unit(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if tokens.lex(at) == Lex::The
        && let Lex::Unit(unit, false) = tokens.lex(at + 1)
        && !matches!(tokens.lex(at + 2), Lex::Of)
    {
        let from = if unit == Unit::Day { Anchor::Context } else { Anchor::Publication };
        return Some(Found::plain(at, at + 2, Expr::Shift { unit, by: 0, from }));
    }
    super::modified::nth_of(tokens, at)
        .or_else(|| part_before(tokens, at))
        .or_else(|| single(tokens, at))
}

fn part_word(tokens: &Tokens<'_>, at: usize) -> Option<Part> {
    match tokens.lex(at) {
        Lex::Early => Some(Part::Start),
        Lex::Mid => Some(Part::Middle),
        Lex::Late => Some(Part::End),
        Lex::End if tokens.at(at + 1).is_mark('-') => Some(Part::End),
        _ => None,
    }
}

/// "early 2009", "the late 1990s", "mid-March", "late last year", "late in the year".
fn part_before(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let word = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    let part = part_word(tokens, word)?;
    let next = past_hyphen(tokens, word + 1);
    if matches!(tokens.lex(next), Lex::In | Lex::On) && word == at {
        let of = any_unit(tokens, next + 1)?;
        let whole = coarse(&of.expr);
        return whole.then(|| Found { shape: Shape::Plain, ..of.from(at).with_part(part) });
    }
    let of = single(tokens, next)?;
    // "The mid-March poll": a month, day or year takes no article, the noun does.
    if word > at && !takes_article(&of) {
        return None;
    }
    let mut found = of.from(at).with_part(part);
    // "Her mid-60s" may be an age.
    found.shape = if found.shape == Shape::ShortDecade { found.shape } else { Shape::Plain };
    Some(found)
}

fn takes_article(found: &Found) -> bool {
    !matches!(
        found.expr,
        Expr::Calendar { piece: Piece::Month(_) | Piece::Day { .. } | Piece::Year, .. }
            | Expr::Weekday { .. }
    )
}

fn coarse(expr: &Expr) -> bool {
    !matches!(expr, Expr::Calendar { piece: Piece::Day { .. }, .. })
}

/// "earlier this month", "later today", "later in the day".
fn later_this(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if !matches!(tokens.lex(at), Lex::Earlier | Lex::Later) {
        return None;
    }
    let in_it = matches!(tokens.lex(at + 1), Lex::In | Lex::On);
    let of = if in_it { any_unit(tokens, at + 2)? } else { single(tokens, at + 1)? };
    let near = matches!(of.expr, Expr::Shift { .. })
        || matches!(of.expr, Expr::Calendar { piece: Piece::Season(_), .. });
    let day_context = in_it && matches!(of.expr, Expr::Shift { unit: Unit::Day, .. });
    let start = if day_context { at + 2 } else { at };
    near.then(|| Found { shape: Shape::Plain, ..of.from(start) })
}

/// "the last week of March", "first Monday in September 2010", "the 15th of this month".
pub(super) fn nth_of(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let next = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    let (number, next) = nth(tokens, next)?;
    if let Some(found) = nth_day_of(tokens, at, number, next) {
        return Some(found);
    }
    let (inner, next) = super::relative::nth_inner(tokens, next, number)?;
    if !matches!(tokens.lex(next), Lex::Of | Lex::In) {
        return None;
    }
    let of = any_unit(tokens, next + 1)?;
    let fits = matches!(
        of.expr,
        Expr::Shift { .. } | Expr::Calendar { .. } | Expr::Inside { .. } | Expr::Decade { .. }
    ) && !matches!(of.expr, Expr::Calendar { piece: Piece::Day { .. }, .. });
    fits.then(|| Found::plain(at, of.end, Expr::Inside { inner, of: Box::new(of.expr.clone()) }))
}

/// "the first nine months of 2009", "the last two weeks of May".
fn run_of(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let next = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    let from_end = match tokens.lex(next) {
        Lex::Ordinal(1) => false,
        Lex::Last => true,
        _ if tokens.is_word(next, "final") => true,
        _ => return None,
    };
    let (count, next) = super::small_number(tokens, next + 1)?;
    let Lex::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Quarter), true) =
        tokens.lex(next)
    else {
        return None;
    };
    if !matches!(tokens.lex(next + 1), Lex::Of | Lex::In) {
        return None;
    }
    let of = any_unit(tokens, next + 2)?;
    let inner = Inner::Run { unit, count, from_end };
    let fits = matches!(of.expr, Expr::Shift { .. } | Expr::Calendar { .. });
    fits.then(|| Found::plain(at, of.end, Expr::Inside { inner, of: Box::new(of.expr.clone()) }))
}

/// "the 15th of this month".
fn nth_day_of(tokens: &Tokens<'_>, at: usize, number: i32, next: usize) -> Option<Found> {
    if tokens.lex(next) != Lex::Of {
        return None;
    }
    let of = any_unit(tokens, next + 1)?;
    let inner = Inner::Nth { unit: Unit::Day, number };
    matches!(of.expr, Expr::Shift { unit: Unit::Month, .. })
        .then(|| Found::plain(at, of.end, Expr::Inside { inner, of: Box::new(of.expr.clone()) }))
}

fn nth(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    if tokens.lex(at) == Lex::Last || tokens.is_word(at, "final") {
        return Some((-1, at + 1));
    }
    ordinal(tokens, at).map(|(number, next)| (i32::from(number), next))
}

/// "year-end", "year-end 1989", "month's end" are the end of a unit.
fn inside_unit(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let next = past_hyphen(tokens, at + 1);
    let is_year = tokens.lex(at) == Lex::Unit(Unit::Year, false);
    if !is_year || next == at + 1 || !tokens.is_word(next, "end") {
        return None;
    }
    if let Some((year, end)) = super::written_year(tokens, next + 1) {
        let expr = Expr::Calendar {
            piece: Piece::Year,
            year: Some(year),
            toward: super::super::expr::Toward::Open,
        };
        return Some(Found::plain(at, end, expr).with_part(Part::End));
    }
    let expr = Expr::Shift { unit: Unit::Year, by: 0, from: Anchor::Publication };
    let alone = matches!(
        tokens.before(at, 1).lex,
        Lex::At | Lex::By | Lex::Since | Lex::To | Lex::Before | Lex::After
    );
    alone.then(|| Found::plain(at, next + 1, expr).with_part(Part::End))
}

/// Takes in what follows a date closely: "morning", "of last year", "'s third quarter".
pub(super) fn with_suffix(tokens: &Tokens<'_>, found: Found) -> Found {
    let found = with_relative_year(tokens, found);
    let found = with_week(tokens, found);
    let found = with_possessed_quarter(tokens, found);
    with_day_part(tokens, found)
}

fn with_relative_year(tokens: &Tokens<'_>, found: Found) -> Found {
    let Expr::Calendar { piece, year: None, toward: super::super::expr::Toward::Open } = found.expr
    else {
        return found;
    };
    if piece == Piece::Year {
        return found;
    }
    let Some((year, end)) = super::relative::relative_year(tokens, found.end) else { return found };
    let expr = Expr::Inside { inner: Inner::Piece(piece), of: Box::new(year) };
    Found { expr, end, shape: Shape::Plain, ..found }
}

fn with_week(tokens: &Tokens<'_>, found: Found) -> Found {
    let Expr::Weekday { day, toward: super::super::expr::Toward::Open } = found.expr else {
        return found;
    };
    let Some((week, end)) = super::relative::relative_week(tokens, found.end) else { return found };
    let expr = Expr::Inside { inner: Inner::Weekday(day), of: Box::new(week) };
    Found { expr, end, shape: Shape::Plain, ..found }
}

/// "last year's third quarter".
fn with_possessed_quarter(tokens: &Tokens<'_>, found: Found) -> Found {
    let year = matches!(found.expr, Expr::Shift { unit: Unit::Year, .. })
        || matches!(found.expr, Expr::Calendar { piece: Piece::Year, .. });
    let possessive = tokens.at(found.end).is_apostrophe() && tokens.is_word(found.end + 1, "s");
    let joined = matches!(tokens.lex(found.end), Lex::Ordinal(_)) && found.shape == Shape::Year;
    if !year || !(possessive || joined) {
        return found;
    }
    let next = if possessive { found.end + 2 } else { found.end };
    let Some(quarter) = super::periods::quarter_or_half(tokens, next) else {
        return found;
    };
    let Expr::Calendar { piece, year: None, .. } = quarter.expr else { return found };
    let expr = Expr::Inside { inner: Inner::Piece(piece), of: Box::new(found.expr.clone()) };
    Found { expr, end: quarter.end, shape: Shape::Plain, ..found }
}

fn with_day_part(tokens: &Tokens<'_>, found: Found) -> Found {
    let day = match &found.expr {
        Expr::Weekday { .. } | Expr::Numeric { .. } => true,
        Expr::Shift { unit, by, .. } => {
            *unit == Unit::Day && (*by != 0 || found.shape != Shape::Deictic)
        }
        Expr::Calendar { piece, .. } => matches!(piece, Piece::Day { .. } | Piece::Holiday(_)),
        Expr::Inside { inner, .. } => matches!(inner, Inner::Weekday(_)),
        _ => false,
    };
    let next = tokens.at(found.end);
    let titled = next.is_capitalised() && tokens.at(found.end + 1).is_capitalised();
    let already = tokens.lex(found.end - 1) == Lex::DayPart;
    if !day || already || next.lex != Lex::DayPart || titled || next.glued {
        return found;
    }
    let end = found.end + 1;
    found.to(end)
}
