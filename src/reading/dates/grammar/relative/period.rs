//! Periods of other years: "the same period last year", "the year-ago quarter".

use crate::reading::tokens::{Lex, Tokens, Unit};

use super::super::super::expr::{Expr, Found};
use super::super::past_hyphen;

/// "the same period last year", "the same month a year ago", "the year-ago quarter".
pub(super) fn same_period(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
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
    let next = past_hyphen(tokens, year + 1);
    let fits = matches!(tokens.lex(next), Lex::Ago | Lex::Earlier);
    let unit = period_unit(tokens, next + 1)?;
    fits.then(|| Found::plain(at, next + 2, Expr::SamePeriod { years: -1, unit }))
}
