//! Quarters, halves, seasons, years, decades and centuries.

use crate::reading::tokens::{Case, Kind, Lex, Tokens, Unit};

use super::super::expr::{Expr, Found, Piece, Shape, Toward};
use super::absolute::year_after;
use super::{
    century_of, glued_after, glued_before, ordinal, past_hyphen, short_year, stands_alone,
    written_year,
};

fn calendar(piece: Piece, year: Option<i16>) -> Expr {
    Expr::Calendar { piece, year, toward: Toward::Open }
}

/// "the third quarter of 2009", "third-quarter", "Q3 2009", "1Q09", "2010 Q1", "H1 2010", "the
/// first half of 2009".
pub(super) fn quarter_or_half(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    numbered_quarter(tokens, at)
        .or_else(|| letter_first(tokens, at))
        .or_else(|| number_first(tokens, at))
}

fn numbered_quarter(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let next = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    let next = if tokens.lex(next) == Lex::Fiscal { next + 1 } else { next };
    let (number, next) = quarter_number(tokens, next)?;
    let next = past_hyphen(tokens, next);
    let next = if tokens.lex(next) == Lex::Fiscal { next + 1 } else { next };
    let piece = match tokens.lex(next) {
        Lex::Unit(Unit::Quarter, false) if number <= 4 => Piece::Quarter(number),
        Lex::HalfWord if number <= 2 => Piece::Half(number),
        Lex::HalfWord if number == 4 => Piece::Half(2),
        _ => return None,
    };
    let (year, end) = year_of(tokens, next + 1);
    let relative_year = end == next + 1 && super::relative::year_follows(tokens, end);
    if matches!(piece, Piece::Half(_)) && year.is_none() && !relative_year {
        return None;
    }
    let shape = if year.is_some() || relative_year { Shape::Plain } else { Shape::Quarter };
    Some(Found::new(at, end, calendar(piece, year), shape))
}

fn quarter_number(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    match tokens.lex(at) {
        _ if tokens.is_word(at, "final") => Some((4, at + 1)),
        _ => ordinal(tokens, at).filter(|&(number, _)| (1..=4).contains(&number)),
    }
}

/// The year after a quarter or season: "of 2009", "in 2009", "of fiscal 2009", "2009", "'09".
fn year_of(tokens: &Tokens<'_>, at: usize) -> (Option<i16>, usize) {
    let next = if matches!(tokens.lex(at), Lex::Of | Lex::In) { at + 1 } else { at };
    let fiscal = fiscal_prefix(tokens, next);
    let found = written_year(tokens, fiscal)
        .or_else(|| short_year(tokens, fiscal))
        .or_else(|| year_after(tokens, at))
        .or_else(|| bare_short_year(tokens, at, next));
    found.map_or((None, at), |(year, end)| (Some(year), end))
}

/// "summer of 69".
fn bare_short_year(tokens: &Tokens<'_>, at: usize, next: usize) -> Option<(i16, usize)> {
    let token = tokens.at(next);
    let fits = tokens.lex(at) == Lex::Of
        && token.kind == Kind::Number
        && token.digits == 2
        && token.value >= 40
        && stands_alone(tokens, next);
    fits.then(|| (century_of(token.value), next + 1))
}

fn fiscal_prefix(tokens: &Tokens<'_>, at: usize) -> usize {
    let at = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    let fiscal =
        tokens.lex(at) == Lex::Fiscal || tokens.is_any(at, &["financial", "calendar", "FY"]);
    let at = if fiscal { at + 1 } else { at };
    if tokens.lex(at) == Lex::Unit(Unit::Year, false) { at + 1 } else { at }
}

/// "Q3", "Q3 2009", "H1 2010", "FY2009".
fn letter_first(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (token, number) = (tokens.at(at), tokens.at(at + 1));
    if token.kind != Kind::Word || !number.glued || number.kind != Kind::Number || token.glued {
        return None;
    }
    if tokens.is_word(at, "FY") {
        return fiscal_code(tokens, at);
    }
    let piece = code_piece(tokens, at, number.value)?;
    if token.case == Case::Lower || number.digits != 1 || glued_after(tokens, at + 1) {
        return None;
    }
    let (year, end) = year_of(tokens, at + 2);
    let relative = super::relative::year_follows(tokens, at + 2);
    if matches!(piece, Piece::Half(_)) && year.is_none() && !relative {
        return None;
    }
    Some(Found::plain(at, end, calendar(piece, year)))
}

fn code_piece(tokens: &Tokens<'_>, at: usize, number: u64) -> Option<Piece> {
    let number = u8::try_from(number).ok()?;
    match number {
        1..=4 if tokens.is_word(at, "Q") => Some(Piece::Quarter(number)),
        1..=2 if tokens.is_word(at, "H") => Some(Piece::Half(number)),
        _ => None,
    }
}

fn fiscal_code(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let number = tokens.at(at + 1);
    let year = match number.digits {
        4 => i16::try_from(number.value).ok().filter(|year| (1900..=2199).contains(year))?,
        2 => century_of(number.value),
        _ => return None,
    };
    Some(fiscal(Found::plain(at, at + 2, calendar(Piece::Year, Some(year)))))
}

/// A fiscal year need not be the calendar's.
fn fiscal(mut found: Found) -> Found {
    found.approximate = true;
    found
}

/// "1Q09", "1Q 2010", "2010 Q1", "2010Q1".
fn number_first(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let token = tokens.at(at);
    if token.kind != Kind::Number || glued_before(tokens, at) {
        return None;
    }
    match token.digits {
        1 if tokens.at(at + 1).glued => {
            let piece = code_piece(tokens, at + 1, token.value)?;
            let after = tokens.at(at + 2);
            if after.kind == Kind::Number && after.digits == 2 && after.glued {
                let year = century_of(after.value);
                return Some(Found::plain(at, at + 3, calendar(piece, Some(year))));
            }
            let (year, end) = year_of(tokens, at + 2);
            Some(Found::plain(at, end, calendar(piece, Some(year?))))
        }
        4 => {
            let year = i16::try_from(token.value).ok().filter(|y| (1900..=2199).contains(y))?;
            let letter = if tokens.at(at + 1).is_mark('-') { at + 2 } else { at + 1 };
            let number = tokens.at(letter + 1);
            let fits = number.glued && number.kind == Kind::Number && number.digits == 1;
            let piece = code_piece(tokens, letter, number.value)?;
            fits.then(|| Found::plain(at, letter + 2, calendar(piece, Some(year))))
        }
        _ => None,
    }
}

/// "the spring of 2009", "summer 2009", "winter of 69", "the spring".
pub(super) fn season(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let name = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    let Lex::Season(season) = tokens.lex(name) else { return None };
    let (year, end) = year_of(tokens, name + 1);
    let shape = if year.is_some() { Shape::Plain } else { Shape::Season };
    Some(Found::new(at, end, calendar(Piece::Season(season), year), shape))
}

/// "the 1990s", "the '80s", "the sixties", "the 20th century", "19th-century".
pub(super) fn decade_or_century(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let article = tokens.lex(at) == Lex::The;
    let next = if article { at + 1 } else { at };
    century(tokens, at, next).or_else(|| decade(tokens, at, next, article))
}

fn century(tokens: &Tokens<'_>, at: usize, next: usize) -> Option<Found> {
    let (number, next) = ordinal(tokens, next)?;
    if listed_century(tokens, next) && (1..=22).contains(&number) {
        return Some(Found::plain(at, next, Expr::Century { number: i16::from(number) }));
    }
    let next = past_hyphen(tokens, next);
    let fits =
        matches!(tokens.lex(next), Lex::Unit(Unit::Century, _)) && (1..=22).contains(&number);
    // "The 18th-century house": the article is the noun's.
    if next > at && tokens.lex(at) == Lex::The && tokens.before(next, 1).is_dash() {
        return None;
    }
    let era = tokens.is_any(next + 1, &["B", "BC", "BCE"]);
    (fits && !era).then(|| Found::plain(at, next + 1, Expr::Century { number: i16::from(number) }))
}

/// Whether "and (early) 20th centuries" follows a number.
fn listed_century(tokens: &Tokens<'_>, at: usize) -> bool {
    if !matches!(tokens.lex(at), Lex::And | Lex::Or | Lex::To) {
        return false;
    }
    let part = matches!(tokens.lex(at + 1), Lex::Early | Lex::Mid | Lex::Late);
    let next = at + 1 + usize::from(part);
    ordinal(tokens, past_hyphen(tokens, next))
        .is_some_and(|(_, next)| tokens.lex(next) == Lex::Unit(Unit::Century, true))
}

fn decade(tokens: &Tokens<'_>, at: usize, next: usize, article: bool) -> Option<Found> {
    let apostrophe = tokens.at(next).is_apostrophe() && tokens.at(next + 1).glued;
    let number = if apostrophe { next + 1 } else { next };
    let token = tokens.at(number);
    let (first, end) = match (token.kind, token.lex) {
        (Kind::Decade, _) if token.digits == 4 && token.value.is_multiple_of(10) => {
            (i16::try_from(token.value).ok()?, number + 1)
        }
        (Kind::Decade, _) if token.value.is_multiple_of(10) && (apostrophe || article) => {
            (century_of(token.value), number + 1)
        }
        (Kind::Decade, _) if token.value.is_multiple_of(10) && decade_precedes(tokens, number) => {
            (century_of(token.value), number + 1)
        }
        (Kind::Number, _) if !apostrophe && apostrophe_decade(tokens, number) => {
            let year = i16::try_from(token.value).ok()?;
            (if token.digits == 4 { year } else { century_of(token.value) }, number + 3)
        }
        (_, Lex::Decade(digit)) if article || part_precedes(tokens, at) => {
            (century_of(u64::from(digit) * 10), number + 1)
        }
        _ => return None,
    };
    let plausible = (1000..2200).contains(&first) && !tokens.is_word(end, "degrees");
    let shape = if token.digits == 4 { Shape::Plain } else { Shape::ShortDecade };
    // "The 1800s" are a century; only of this one are the first ten years meant.
    let hundred = token.digits == 4 && first % 100 == 0 && first < 2000;
    let expr =
        if hundred { Expr::Century { number: first / 100 + 1 } } else { Expr::Decade { first } };
    plausible.then(|| Found::new(at, end, expr, shape))
}

/// "the 70s and 80s", "early 80s", "mid-80s".
fn decade_precedes(tokens: &Tokens<'_>, at: usize) -> bool {
    let previous = tokens.before(at, 2);
    let listed = matches!(tokens.before(at, 1).lex, Lex::And | Lex::Or | Lex::To)
        && previous.kind == Kind::Decade;
    listed || part_precedes(tokens, at)
}

fn part_precedes(tokens: &Tokens<'_>, at: usize) -> bool {
    let previous = tokens.before(at, 1);
    let word = if previous.is_mark('-') { tokens.before(at, 2) } else { previous };
    matches!(word.lex, Lex::Early | Lex::Mid | Lex::Late)
}

/// "1980's".
fn apostrophe_decade(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.at(at);
    let four = token.digits == 4 && (1500..2100).contains(&token.value);
    (four || token.digits == 2)
        && token.value.is_multiple_of(10)
        && (tokens.before(at, 1).lex == Lex::The || part_precedes(tokens, at))
        && tokens.at(at + 1).is_apostrophe()
        && tokens.at(at + 2).glued
        && tokens.is_word(at + 2, "s")
}

/// "2008", "the year 2008", "fiscal 2008", "'82", "year-end 1989".
pub(super) fn year(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if let Some(found) = year_with_quarter(tokens, at) {
        return Some(found);
    }
    if let Some((year, end)) = written_year(tokens, at) {
        return Some(year_found(at, end, year, Shape::Year));
    }
    if let Some((year, end)) = short_year(tokens, at) {
        let led = matches!(
            tokens.before(at, 1).lex,
            Lex::In
                | Lex::Since
                | Lex::Of
                | Lex::By
                | Lex::To
                | Lex::From
                | Lex::During
                | Lex::Before
                | Lex::After
                | Lex::Early
                | Lex::Late
        );
        return led.then(|| year_found(at, end, year, Shape::Plain));
    }
    if matches!(tokens.before(at, 1).lex, Lex::In | Lex::Since)
        && let Some((year, end)) = super::spelled_year(tokens, at)
    {
        return Some(year_found(at, end, year, Shape::Plain));
    }
    let next = fiscal_prefix(tokens, at);
    if next == at || (next == at + 1 && tokens.lex(at) == Lex::The) {
        return None;
    }
    let (year, end) = written_year(tokens, next)?;
    let found = year_found(at, end, year, Shape::Plain);
    let plain = (at..next).all(|at| matches!(tokens.lex(at), Lex::The | Lex::Unit(..)));
    Some(if plain { found } else { fiscal(found) })
}

/// "The 1988 third quarter": the article, year and quarter are one.
fn year_with_quarter(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let number = if tokens.lex(at) == Lex::The { at + 1 } else { return None };
    let (year, next) = written_year(tokens, number)?;
    let quarter = numbered_quarter(tokens, next)?;
    let Expr::Calendar { piece, year: None, .. } = quarter.expr else { return None };
    let hyphenated = (next..quarter.end).any(|at| tokens.at(at).is_dash());
    (!hyphenated).then(|| Found::plain(at, quarter.end, calendar(piece, Some(year))))
}

/// "AD 79", "A.D. 410", "500 A.D.": a year with its era.
pub(super) fn year_of_our_era(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if let Some(number) = past_era(tokens, at) {
        let year = era_year(tokens, number)?;
        return Some(year_found(at, number + 1, year, Shape::Plain));
    }
    let year = era_year(tokens, at)?;
    let end = past_era(tokens, at + 1)?;
    Some(year_found(at, end, year, Shape::Plain))
}

/// The token after "AD", "A.D." or "CE" at `at`.
fn past_era(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if matches!(tokens.text_at(at), "AD" | "CE") {
        return Some(at + 1);
    }
    let stops = tokens.at(at + 1).is_mark('.') && tokens.at(at + 3).is_mark('.');
    let letters = matches!((tokens.text_at(at), tokens.text_at(at + 2)), ("A", "D") | ("C", "E"));
    (stops && letters && tokens.at(at + 2).glued).then_some(at + 4)
}

fn era_year(tokens: &Tokens<'_>, at: usize) -> Option<i16> {
    let token = tokens.at(at);
    let fits = token.kind == Kind::Number && token.digits <= 4 && stands_alone(tokens, at);
    i16::try_from(token.value).ok().filter(|year| fits && (1..2000).contains(year))
}

fn year_found(start: usize, end: usize, year: i16, shape: Shape) -> Found {
    let mut found = Found::new(start, end, calendar(Piece::Year, Some(year)), shape);
    found.written.year = Some(year);
    found
}
