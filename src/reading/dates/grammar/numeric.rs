//! Dates in digits: "2024-02-22", "22.02.2024", "2/22/24", "20240222", "2009-W23", "9/11".

use crate::reading::tokens::{Kind, Token, Tokens};

use super::super::expr::{Expr, Found, Piece, Shape, Toward};
use super::super::{Written, interval};
use super::{century_of, glued_after, glued_before};

pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let first = tokens.at(at);
    if first.kind != Kind::Number || glued_before(tokens, at) {
        return None;
    }
    match first.digits {
        4 => year_first(tokens, at),
        8 => compact(tokens, at),
        1 | 2 => day_or_month_first(tokens, at)
            .or_else(|| month_year(tokens, at))
            .or_else(|| pair(tokens, at)),
        _ => None,
    }
}

/// The number joined to the one before `at` by the mark `separator`.
fn joined(tokens: &Tokens<'_>, at: usize, separator: char) -> Option<Token> {
    let (mark, number) = (tokens.at(at), tokens.at(at + 1));
    let fits = mark.glued && mark.is_mark(separator) && number.glued && number.kind == Kind::Number;
    fits.then_some(number)
}

fn separator(tokens: &Tokens<'_>, at: usize) -> Option<char> {
    match tokens.at(at).kind {
        Kind::Mark(mark @ ('-' | '/' | '.')) => Some(mark),
        _ => None,
    }
}

fn day(start: usize, end: usize, year: i16, month: u8, day: u8) -> Found {
    let piece = Piece::Day { month, day };
    let expr = Expr::Calendar { piece, year: Some(year), toward: Toward::Open };
    let mut found = Found::plain(start, end, expr);
    found.written = Written {
        weekday: None,
        day: i8::try_from(day).ok(),
        month: i8::try_from(month).ok(),
        year: Some(year),
    };
    found
}

fn two_digits(token: Token, from: u64, to: u64) -> Option<u8> {
    let fits = token.digits <= 2 && (from..=to).contains(&token.value);
    fits.then_some(token.value as u8)
}

fn year_first(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let year = i16::try_from(tokens.at(at).value).ok()?;
    if !(1000..=2199).contains(&year) {
        return None;
    }
    iso_week(tokens, at, year).or_else(|| two_years(tokens, at, year)).or_else(|| {
        let mark = separator(tokens, at + 1)?;
        let month = two_digits(joined(tokens, at + 1, mark)?, 1, 12)?;
        match joined(tokens, at + 3, mark) {
            Some(last) => {
                let day_number = two_digits(last, 1, 31)?;
                ends_well(tokens, at + 4).then(|| day(at, at + 5, year, month, day_number))
            }
            None => year_month(tokens, at, year, month, mark),
        }
    })
}

/// "2024-02"; "2009-10" rather is a season of two years.
fn year_month(tokens: &Tokens<'_>, at: usize, year: i16, month: u8, mark: char) -> Option<Found> {
    let next_year = i16::from(month) == (year + 1) % 100;
    let two = tokens.at(at + 2).digits == 2;
    if mark != '-' || next_year || !two || !ends_well(tokens, at + 2) {
        return None;
    }
    let expr =
        Expr::Calendar { piece: Piece::Month(month), year: Some(year), toward: Toward::Open };
    Some(Found::plain(at, at + 3, expr))
}

/// "08/2012".
fn month_year(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let month = two_digits(tokens.at(at), 1, 12)?;
    let token = joined(tokens, at + 1, '/')?;
    let year = i16::try_from(token.value).ok().filter(|year| (1900..=2099).contains(year))?;
    let piece = Piece::Month(month);
    let expr = Expr::Calendar { piece, year: Some(year), toward: Toward::Open };
    (token.digits == 4 && ends_well(tokens, at + 2)).then(|| Found::plain(at, at + 3, expr))
}

/// "2010/11": a season or a school year.
fn two_years(tokens: &Tokens<'_>, at: usize, year: i16) -> Option<Found> {
    let token = joined(tokens, at + 1, '/')?;
    let value = i16::try_from(token.value).ok()?;
    let next =
        token.digits == 2 && value == (year + 1) % 100 || token.digits == 4 && value == year + 1;
    let one = |year| Expr::Calendar { piece: Piece::Year, year: Some(year), toward: Toward::Open };
    let expr = Expr::Range(Box::new(one(year)), Box::new(one(year + 1)));
    (next && ends_well(tokens, at + 2)).then(|| Found::plain(at, at + 3, expr))
}

/// "2009-W23".
fn iso_week(tokens: &Tokens<'_>, at: usize, year: i16) -> Option<Found> {
    let hyphen = usize::from(tokens.at(at + 1).is_mark('-'));
    let (letter, number) = (at + 1 + hyphen, tokens.at(at + 2 + hyphen));
    let fits = tokens.is_word(letter, "W")
        && tokens.at(letter).glued
        && number.glued
        && number.kind == Kind::Number
        && number.digits == 2
        && (1..=53).contains(&number.value);
    let week = i8::try_from(number.value).ok()?;
    (fits && ends_well(tokens, letter + 1))
        .then(|| Found::plain(at, letter + 2, Expr::IsoWeek { year, week }))
}

/// Whether the number at `at` ends the date: a clock time after "T" may follow.
fn ends_well(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = tokens.at(at + 1);
    let time = next.glued && tokens.is_word(at + 1, "T") && tokens.at(at + 2).glued;
    let goes_on = next.glued
        && matches!(next.kind, Kind::Mark('/' | '-' | '–'))
        && tokens.at(at + 2).glued
        && tokens.at(at + 2).kind == Kind::Number;
    time || (!glued_after(tokens, at) && !goes_on)
}

/// "20240222".
fn compact(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let value = tokens.at(at).value;
    let (year, month, day_number) = (value / 10_000, value / 100 % 100, value % 100);
    let year = i16::try_from(year).ok().filter(|year| (1900..=2099).contains(year))?;
    let month = u8::try_from(month).ok()?;
    let day_number = u8::try_from(day_number).ok()?;
    let last = interval::month(year, month)?.end.day();
    let exists = (1..=last).contains(&i8::try_from(day_number).ok()?);
    (exists && ends_well(tokens, at)).then(|| day(at, at + 1, year, month, day_number))
}

/// "22.02.2024", "2/22/2024", "2-22-24".
fn day_or_month_first(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let mark = separator(tokens, at + 1)?;
    let first = two_digits(tokens.at(at), 1, 31)?;
    let second = two_digits(joined(tokens, at + 1, mark)?, 1, 31)?;
    let year = joined(tokens, at + 3, mark)?;
    if !ends_well(tokens, at + 4) {
        return None;
    }
    let long = year.digits == 4
        && (1000..=2199).contains(&year.value)
        && !tokens.is_any(at.wrapping_sub(1), &["version", "firmware", "build"]);
    let short = year.digits == 2 && !looks_like_a_version(tokens, at, mark);
    if !long && !short {
        return None;
    }
    let year = if long { i16::try_from(year.value).ok()? } else { century_of(year.value) };
    ordered(at, at + 5, first, second, Some(year), mark)
}

/// "Version 1.10.30", "Python 3.10.12": with full stops a short year needs two digits before it.
fn looks_like_a_version(tokens: &Tokens<'_>, at: usize, mark: char) -> bool {
    let previous = tokens.before(at, 1);
    let named = previous.is_capitalised() && !tokens.begins_sentence(at - 1);
    mark == '.'
        && (named
            || tokens.is_any(
                at.wrapping_sub(1),
                &["version", "v", "release", "section", "build", "firmware"],
            )
            || tokens.is_any(at + 5, &["build", "release", "version"]))
}

fn ordered(
    start: usize,
    end: usize,
    first: u8,
    second: u8,
    year: Option<i16>,
    mark: char,
) -> Option<Found> {
    let certain = match (first > 12, second > 12) {
        (true, true) => return None,
        (true, false) => Some((second, first)),
        (false, true) => Some((first, second)),
        (false, false) if mark == '.' || first == second => Some((second, first)),
        (false, false) => None,
    };
    Some(match (certain, year) {
        (Some((month, day_number)), Some(year)) => day(start, end, year, month, day_number),
        (Some((month, day_number)), None) => Found::new(
            start,
            end,
            Expr::Calendar {
                piece: Piece::Day { month, day: day_number },
                year: None,
                toward: Toward::Open,
            },
            Shape::ShortNumeric,
        ),
        (None, _) => {
            let shape = if year.is_some() { Shape::Plain } else { Shape::ShortNumeric };
            Found::new(start, end, Expr::Numeric { first, second, year }, shape)
        }
    })
}

/// "9/11" is a day in history; other pairs are dates only where the words around say so.
fn pair(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let first = two_digits(tokens.at(at), 1, 31)?;
    let second = two_digits(joined(tokens, at + 1, '/')?, 1, 31)?;
    if !ends_well(tokens, at + 2) {
        return None;
    }
    if (first, second) == (9, 11) {
        let mut found = day(at, at + 3, 2001, 9, 11);
        found.written = Written::default();
        return Some(found);
    }
    ordered(at, at + 3, first, second, None, '/')
}
