//! Dates told by a count of units: "two years ago", "six days later", "a week from Friday".

use crate::reading::tokens::{Kind, Lex, Tokens, Unit};

use super::super::expr::{Anchor, Expr, Found, Toward};
use super::{glued_before, past_hyphen, small_number};

struct Count {
    amount: i32,
    /// Half a unit more: "two and a half years".
    half: bool,
    approximate: bool,
    next: usize,
}

pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (led, vague) = lead(tokens, at);
    let count = amount(tokens, led)?;
    let mut found = match tokens.lex(count.next) {
        Lex::Unit(unit, _) => units(tokens, at, &count, unit)?,
        Lex::Weekday(day, _) if tokens.lex(count.next + 1) == Lex::Ago => {
            let expr = Expr::WeekdaysAgo { day, count: count.amount };
            Found::plain(at, count.next + 2, expr)
        }
        _ => weekdays_ago(tokens, at, &count)?,
    };
    found.approximate |= vague || count.approximate;
    Some(found)
}

/// Words that soften the count: "about", "more than", "at least", "just over".
fn lead(tokens: &Tokens<'_>, at: usize) -> (usize, bool) {
    let next = match tokens.lex(at) {
        Lex::About => at + 1,
        _ if tokens.is_any(at, &["more", "less", "fewer"]) && tokens.is_word(at + 1, "than") => {
            at + 2
        }
        Lex::At if tokens.is_any(at + 1, &["least", "most"]) => at + 2,
        _ if tokens.is_any(at, &["over", "under", "just", "barely", "exactly", "only"]) => at + 1,
        _ => at,
    };
    (next, next > at && !tokens.is_any(at, &["just", "exactly", "only"]))
}

fn amount(tokens: &Tokens<'_>, at: usize) -> Option<Count> {
    let plain = |amount, next| Count { amount, half: false, approximate: false, next };
    match tokens.lex(at) {
        Lex::A if tokens.is_word(at + 1, "couple") => {
            let of = usize::from(tokens.lex(at + 2) == Lex::Of);
            Some(Count { approximate: true, ..plain(2, at + 2 + of) })
        }
        Lex::A if matches!(tokens.lex(at + 1), Lex::Unit(..)) => Some(plain(1, at + 1)),
        Lex::A if tokens.is_word(at + 1, "dozen") => {
            Some(Count { approximate: true, ..plain(12, at + 2) })
        }
        Lex::A if tokens.is_word(at + 1, "hundred") => {
            Some(Count { approximate: true, ..plain(100, at + 2) })
        }
        Lex::HalfWord if tokens.lex(at + 1) == Lex::A => {
            Some(Count { half: true, ..plain(0, at + 2) })
        }
        Lex::A if tokens.lex(at + 1) == Lex::HalfWord => {
            Some(Count { half: true, ..plain(0, past_hyphen(tokens, at + 2)) })
        }
        _ if tokens.at(at).kind == Kind::Number && glued_before(tokens, at) => None,
        _ => {
            let (amount, next) = small_number(tokens, at)?;
            let next = past_hyphen(tokens, next);
            Some(match and_a_half(tokens, next) {
                Some(next) => Count { half: true, ..plain(amount, next) },
                None => plain(amount, next),
            })
        }
    }
}

fn and_a_half(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let fits = tokens.lex(at) == Lex::And
        && tokens.lex(at + 1) == Lex::A
        && tokens.lex(at + 2) == Lex::HalfWord;
    fits.then_some(at + 3)
}

/// The count in units small enough for halves: months for years, days for weeks.
fn in_units(count: &Count, unit: Unit) -> Option<(Unit, i32)> {
    if !count.half {
        return Some((unit, count.amount));
    }
    let (finer, each) = match unit {
        Unit::Year => (Unit::Month, 12),
        Unit::Decade => (Unit::Year, 10),
        Unit::Century => (Unit::Decade, 10),
        _ => return None,
    };
    Some((finer, count.amount.checked_mul(each)? + each / 2))
}

/// "A year and a half", "one year and two months", from after the first unit: the units and what
/// follows them.
fn compound(
    tokens: &Tokens<'_>,
    at: usize,
    count: &Count,
    unit: Unit,
) -> Option<(Unit, i32, usize)> {
    if let Some(next) = and_a_half(tokens, at) {
        let (unit, amount) = in_units(&Count { half: true, ..*count }, unit)?;
        return Some((unit, amount, next));
    }
    let next = if tokens.lex(at) == Lex::And { at + 1 } else { super::past_comma(tokens, at) };
    let (more, next) = small_number(tokens, next)?;
    let Lex::Unit(finer, _) = tokens.lex(next) else { return None };
    let each = match (unit, finer) {
        (Unit::Year, Unit::Month) => 12,
        (Unit::Week, Unit::Day) => 7,
        _ => return None,
    };
    Some((finer, count.amount.checked_mul(each)?.checked_add(more)?, next + 1))
}

fn units(tokens: &Tokens<'_>, at: usize, count: &Count, unit: Unit) -> Option<Found> {
    let next = past_hyphen(tokens, count.next + 1);
    let (unit, amount, next) = match compound(tokens, next, count, unit) {
        Some(compound) => compound,
        None => {
            let (unit, amount) = in_units(count, unit)?;
            (unit, amount, next)
        }
    };
    let shift = |by, from, end| Some(Found::plain(at, end, Expr::Shift { unit, by, from }));
    match tokens.lex(next) {
        Lex::Ago => ago(tokens, at, next + 1, unit, amount),
        Lex::Earlier => shift(-amount, Anchor::Context, next + 1),
        Lex::Before if stops(tokens, next + 1) => shift(-amount, Anchor::Context, next + 1),
        Lex::Later => later(tokens, at, next + 1, unit, amount),
        Lex::From if tokens.is_word(next + 1, "now") => {
            shift(amount, Anchor::Publication, next + 2)
        }
        _ if tokens.is_word(next, "hence") => shift(amount, Anchor::Publication, next + 1),
        Lex::From | Lex::After | Lex::Before => from_date(tokens, at, next, unit, amount),
        _ => None,
    }
}

fn stops(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(
        tokens.at(at).kind,
        Kind::Nothing | Kind::Mark('.' | ',' | ';' | '!' | '?' | '"' | '”')
    )
}

/// "two years ago", "two years ago today", "a year ago Friday", "ten years ago this week".
fn ago(tokens: &Tokens<'_>, at: usize, next: usize, unit: Unit, amount: i32) -> Option<Found> {
    let expr = Expr::Shift { unit, by: -amount, from: Anchor::Publication };
    let today = tokens.is_any(next, &["today", "yesterday"]);
    if today && matches!(unit, Unit::Year | Unit::Month | Unit::Week) {
        let of = Expr::Shift {
            unit: Unit::Day,
            by: -i32::from(tokens.is_word(next, "yesterday")),
            from: Anchor::Publication,
        };
        let expr = Expr::Offset { unit, by: -amount, from: Box::new(of) };
        return Some(Found::plain(at, next + 1, expr));
    }
    if let Lex::Weekday(day, false) = tokens.lex(next)
        && matches!(unit, Unit::Year | Unit::Month | Unit::Week)
    {
        let of = Expr::Weekday { day, toward: Toward::Open };
        let expr = Expr::Offset { unit, by: -amount, from: Box::new(of) };
        return Some(Found::plain(at, next + 1, expr));
    }
    Some(Found::plain(at, next, expr))
}

/// "three days later", with "than originally planned" where that follows.
fn later(tokens: &Tokens<'_>, at: usize, next: usize, unit: Unit, amount: i32) -> Option<Found> {
    if tokens.is_word(next, "than") {
        return None;
    }
    Some(Found::plain(at, next, Expr::Shift { unit, by: amount, from: Anchor::Context }))
}

/// "a week from Friday", "two days after Christmas", "three days before May 4, 2009".
fn from_date(
    tokens: &Tokens<'_>,
    at: usize,
    next: usize,
    unit: Unit,
    amount: i32,
) -> Option<Found> {
    let of = super::single(tokens, next + 1)?;
    let day_like =
        matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Fortnight);
    let by = if tokens.lex(next) == Lex::Before { -amount } else { amount };
    let is_day = matches!(
        &of.expr,
        Expr::Weekday { .. }
            | Expr::Numeric { .. }
            | Expr::Shift { unit: Unit::Day, .. }
            | Expr::Calendar {
                piece: super::super::expr::Piece::Day { .. }
                    | super::super::expr::Piece::Holiday(_),
                ..
            }
    );
    (day_like && is_day && super::super::guard::is_date(tokens, &of)).then(|| {
        let from = match of.expr {
            // "A week from Monday" counts from the Monday to come.
            Expr::Weekday { day, toward: Toward::Open } if tokens.lex(next) == Lex::From => {
                Expr::Weekday { day, toward: Toward::Next }
            }
            expr => expr,
        };
        let mut found = Found::plain(at, of.end, Expr::Offset { unit, by, from: Box::new(from) });
        found.approximate = of.approximate;
        found
    })
}

/// "two Fridays ago": the plural of a weekday is no word of the lexicon.
fn weekdays_ago(tokens: &Tokens<'_>, at: usize, count: &Count) -> Option<Found> {
    const PLURALS: [&str; 7] =
        ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];
    if tokens.lex(count.next + 1) != Lex::Ago {
        return None;
    }
    let index = PLURALS.iter().position(|name| tokens.is_word(count.next, name))?;
    let day = u8::try_from(index + 1).ok()?;
    Some(Found::plain(at, count.next + 2, Expr::WeekdaysAgo { day, count: count.amount }))
}
