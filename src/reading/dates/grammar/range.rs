//! Dates from one day, month or year to another.
//!
//! A range whose ends share words ("May 15-16, 2024", "2-4 May", "1998-99") is one mention; one
//! told in words ("from March to June 2020") is a mention at each end that knows the whole.

use crate::reading::tokens::{Kind, Lex, Tokens};

use super::super::expr::{Expr, Found, Piece, Shape, Toward};
use super::absolute::{month_name, year_after};
use super::{glued_after, glued_before};

/// How two ends are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    To,
    And,
}

fn joint(tokens: &Tokens<'_>, at: usize) -> Option<Joint> {
    let token = tokens.at(at);
    match token.lex {
        Lex::To => Some(Joint::To),
        Lex::And => Some(Joint::And),
        _ if token.is_dash() && (token.glued == tokens.at(at + 1).glued) => Some(Joint::Dash),
        Lex::None if token.is_mark('/') && token.glued => Some(Joint::Dash),
        _ => None,
    }
}

fn day_in(tokens: &Tokens<'_>, at: usize) -> Option<u8> {
    let token = tokens.at(at);
    let number = matches!(token.kind, Kind::Number | Kind::Ordinal);
    let fits = number && token.digits <= 2 && (1..=31).contains(&token.value);
    (fits && !glued_after(tokens, at)).then_some(token.value as u8)
}

fn day(month: u8, day: u8, year: Option<i16>) -> Expr {
    Expr::Calendar { piece: Piece::Day { month, day }, year, toward: Toward::Open }
}

fn range(from: Expr, to: Expr) -> Expr {
    Expr::Range(Box::new(from), Box::new(to))
}

/// "15-16 May 2024", "2 to 4 May", "2 and 4 May" after "between", and as two days after "on".
pub(super) fn between_days(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let first = day_in(tokens, at)?;
    let joint = joint(tokens, at + 1)?;
    let second = day_in(tokens, at + 2)?;
    let of = usize::from(tokens.lex(at + 3) == Lex::Of);
    let (month, next) = month_name(tokens, at + 3 + of)?;
    if first >= second || glued_before(tokens, at) {
        return None;
    }
    let listed = joint == Joint::And && tokens.before(at, 1).lex != Lex::Between;
    if listed && tokens.before(at, 1).lex != Lex::On {
        return None;
    }
    let (year, end) = match year_after(tokens, next) {
        Some((year, end)) => (Some(year), end),
        None => (None, next),
    };
    let expr = range(day(month, first, year), day(month, second, year));
    let shape = if year.is_some() { Shape::Plain } else { Shape::MonthDay };
    let mut found = Found::new(at, end, expr, shape);
    if listed {
        found.ends = Some([(at, at + 1), (at + 2, end)]);
        found.listed = true;
    }
    Some(found)
}

/// `first`, or the range that it begins.
pub(super) fn extend(tokens: &Tokens<'_>, first: Found) -> Found {
    let Some(joint) = joint(tokens, first.end) else { return first };
    let between = tokens.before(first.start, 1).lex == Lex::Between;
    if joint == Joint::And && !between {
        return list(tokens, &first).unwrap_or(first);
    }
    if joint != Joint::And && between {
        return first;
    }
    to_day(tokens, &first)
        .or_else(|| to_year(tokens, &first, joint))
        .or_else(|| to_date(tokens, &first, joint))
        .unwrap_or(first)
}

/// "July and August 2010", "Jan. 3 and Feb. 4, 2010": the year holds for both.
fn list(tokens: &Tokens<'_>, first: &Found) -> Option<Found> {
    let second = super::single(tokens, first.end + 1)?;
    let (
        Expr::Calendar { piece: a, year: None, toward },
        Expr::Calendar { piece: b, year: Some(year), .. },
    ) = (&first.expr, &second.expr)
    else {
        return None;
    };
    let months = matches!(a, Piece::Month(_) | Piece::Day { .. });
    if !months || std::mem::discriminant(a) != std::mem::discriminant(b) {
        return None;
    }
    let from = Expr::Calendar { piece: *a, year: Some(*year), toward: *toward };
    let mut found = Found::plain(first.start, second.end, range(from, second.expr.clone()));
    found.ends = Some([(first.start, first.end), (second.start, second.end)]);
    found.listed = true;
    Some(found)
}

/// "May 15-16, 2024".
fn to_day(tokens: &Tokens<'_>, first: &Found) -> Option<Found> {
    let Expr::Calendar { piece: Piece::Day { month, day: from }, year: None, .. } = first.expr
    else {
        return None;
    };
    let to = day_in(tokens, first.end + 1).filter(|&to| to > from)?;
    let next = first.end + 2;
    if month_name(tokens, next).is_some() || quantity_follows(tokens, next) {
        return None;
    }
    let (year, end) = match year_after(tokens, next) {
        Some((year, end)) => (Some(year), end),
        None => (None, next),
    };
    let expr = range(day(month, from, year), day(month, to, year));
    Some(Found::new(first.start, end, expr, first.shape))
}

fn quantity_follows(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.at(at).is_mark('%')
        || tokens.is_any(at, &["percent", "points", "people", "am", "pm"])
        || matches!(tokens.lex(at), Lex::Scale(..))
}

/// "2019-2021", "1998-99", "2009/10".
fn to_year(tokens: &Tokens<'_>, first: &Found, joint: Joint) -> Option<Found> {
    let Expr::Calendar { piece: Piece::Year, year: Some(from), .. } = first.expr else {
        return None;
    };
    let token = tokens.at(first.end + 1);
    let joined =
        joint == Joint::Dash && token.kind == Kind::Number && !glued_after(tokens, first.end + 1);
    let value = i16::try_from(token.value).ok()?;
    let to = match token.digits {
        4 => value,
        2 => from - from.rem_euclid(100) + value + if value == 0 { 100 } else { 0 },
        _ => return None,
    };
    let plausible = from < to && to <= 2199 && to - from <= 300;
    let year = |year| Expr::Calendar { piece: Piece::Year, year: Some(year), toward: Toward::Open };
    (joined && plausible).then(|| {
        let expr = range(year(from), year(to));
        Found::new(first.start, first.end + 2, expr, Shape::Plain)
    })
}

/// "March to June 2020", "from 2009 to 2011", "Jan. 1 through Feb. 3", "Monday to Friday".
fn to_date(tokens: &Tokens<'_>, first: &Found, joint: Joint) -> Option<Found> {
    let second = super::modified::read(tokens, first.end + 1)
        .filter(|second| super::super::guard::is_end_of_range(tokens, second))?;
    let (from, to) = ends(first.expr.clone(), &second.expr)?;
    if joint == Joint::To && !led(tokens, first) && matches!(from, Expr::Weekday { .. }) {
        return None;
    }
    let mut found = Found::plain(first.start, second.end, range(from, to));
    found.approximate = first.approximate || second.approximate;
    if joint != Joint::Dash {
        found.ends = Some([(first.start, first.end), (second.start, second.end)]);
    }
    Some(found)
}

fn led(tokens: &Tokens<'_>, first: &Found) -> bool {
    matches!(tokens.before(first.start, 1).lex, Lex::From | Lex::Between)
}

/// The two ends where they are alike; a year told at the second holds for the first.
fn ends(from: Expr, to: &Expr) -> Option<(Expr, Expr)> {
    use std::mem::discriminant;
    let from = match (&from, to) {
        (
            Expr::Calendar { piece: a, year, toward },
            Expr::Calendar { piece: b, year: to_year, .. },
        ) => {
            let alike = discriminant(a) == discriminant(b)
                || matches!(
                    (a, b),
                    (Piece::Day { .. }, Piece::Month(_)) | (Piece::Month(_), Piece::Day { .. })
                );
            if !alike || to_year.is_none() && year.is_some() && *a != Piece::Year {
                return None;
            }
            Expr::Calendar { piece: *a, year: year.or(*to_year), toward: *toward }
        }
        (Expr::Weekday { .. }, Expr::Weekday { .. })
        | (Expr::Decade { .. }, Expr::Decade { .. }) => from,
        _ => return None,
    };
    Some((from, to.clone()))
}
