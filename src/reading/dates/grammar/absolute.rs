//! Days and months by name: "Thursday, Feb. 22, 2024", "22 February", "the 4th of July", "May".

use crate::reading::tokens::{Case, Kind, Lex, Tokens};

use super::super::expr::{Expr, Found, Piece, Shape, Toward};
use super::super::interval;
use super::super::{Written, holidays};
use super::{glued_after, glued_before, ordinal, past_comma, short_year, written_year};

/// A month's name at `at` and the token after it, the full stop of a shortened one included.
pub(super) fn month_name(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let Lex::Month(month, short) = tokens.lex(at) else { return None };
    Some((month, after_name(tokens, at, short)))
}

fn weekday_name(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let Lex::Weekday(day, short) = tokens.lex(at) else { return None };
    Some((day, after_name(tokens, at, short)))
}

fn after_name(tokens: &Tokens<'_>, at: usize, short: bool) -> usize {
    let stop = tokens.at(at + 1);
    if short && stop.glued && stop.is_mark('.') { at + 2 } else { at + 1 }
}

/// A day of the month and the token after it. The number may not exist in the month.
fn day_number(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let token = tokens.at(at);
    if token.kind == Kind::Number {
        let fits = token.digits <= 2
            && (1..=31).contains(&token.value)
            && !glued_after(tokens, at)
            && !glued_before(tokens, at);
        return fits.then_some((token.value as u8, at + 1));
    }
    ordinal(tokens, at).filter(|&(day, _)| (1..=31).contains(&day))
}

/// Whether what follows a number makes it a quantity: "5 percent", "3 points".
fn counts_something(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.at(at).is_mark('%')
        || matches!(tokens.lex(at), Lex::Scale(..) | Lex::Dozen(_))
        || matches!(tokens.lex(at), Lex::Unit(_, true))
        || tokens.is_any(
            at,
            &[
                "percent", "per", "pct", "points", "people", "men", "women", "hours", "minutes",
                "pm", "am", "o", "km", "miles", "meters", "metres", "feet", "dollars", "euros",
                "pounds", "cents", "times", "of", "games", "goals", "wins", "seats", "votes",
            ],
        )
}

/// The year that may follow a day or month: ", 2024", " 2024", " '24".
pub(super) fn year_after(tokens: &Tokens<'_>, at: usize) -> Option<(i16, usize)> {
    let next = past_comma(tokens, at);
    let of = if next == at && tokens.lex(at) == Lex::Of { at + 1 } else { next };
    written_year(tokens, of)
        .filter(|&(_, end)| !counts_something(tokens, end))
        .or_else(|| short_year(tokens, next))
        .or_else(|| bare_short_year(tokens, at, next))
        .or_else(|| super::spelled_year(tokens, next))
}

/// "May 29, 98": two digits that are no day, at the end of a phrase.
fn bare_short_year(tokens: &Tokens<'_>, at: usize, next: usize) -> Option<(i16, usize)> {
    let token = tokens.at(next);
    let day_before = matches!(tokens.before(at, 1).kind, Kind::Number | Kind::Ordinal);
    let fits = day_before
        && token.kind == Kind::Number
        && token.digits == 2
        && token.value > 31
        && super::stands_alone(tokens, next)
        && matches!(tokens.at(next + 1).kind, Kind::Nothing | Kind::Mark('.' | ',' | ')' | ';'));
    fits.then(|| (super::century_of(token.value), next + 1))
}

fn calendar(piece: Piece, year: Option<i16>) -> Expr {
    Expr::Calendar { piece, year, toward: Toward::Open }
}

fn day_found(start: usize, end: usize, month: u8, day: u8, year: Option<i16>) -> Found {
    let shape = if year.is_some() { Shape::Plain } else { Shape::MonthDay };
    let mut found = Found::new(start, end, calendar(Piece::Day { month, day }, year), shape);
    found.written = Written {
        weekday: None,
        day: i8::try_from(day).ok(),
        month: i8::try_from(month).ok(),
        year,
    };
    found
}

/// "Feb. 22, 2024", "Feb. 22", "February the 22nd", "February 2024", "February".
pub(super) fn month_led(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (month, next) = month_name(tokens, at)?;
    if glued_before(tokens, at) {
        return None;
    }
    month_day(tokens, at, month, next).or_else(|| Some(month_only(tokens, at, month, next)))
}

fn month_day(tokens: &Tokens<'_>, at: usize, month: u8, next: usize) -> Option<Found> {
    if let Some(found) = joined_month_day(tokens, at, month, next) {
        return Some(found);
    }
    let number = past_hyphen_or_the(tokens, next);
    let (day, end) = day_number(tokens, number)?;
    if counts_something(tokens, end) && tokens.lex(end) != Lex::Of {
        return None;
    }
    let (year, end) = match year_after(tokens, end) {
        Some((year, end)) => (Some(year), end),
        None => (None, end),
    };
    Some(day_found(at, end, month, day, year))
}

/// "Aug-10-2011", "Aug/10/2011".
fn joined_month_day(tokens: &Tokens<'_>, at: usize, month: u8, next: usize) -> Option<Found> {
    let (day, year) = (tokens.at(next + 1), tokens.at(next + 3));
    let mark =
        |at: usize| tokens.at(at).glued && matches!(tokens.at(at).kind, Kind::Mark('-' | '/'));
    let fits = mark(next)
        && mark(next + 2)
        && (day.glued && day.kind == Kind::Number && (1..=31).contains(&day.value))
        && (year.glued && year.kind == Kind::Number && year.digits == 4)
        && !glued_after(tokens, next + 3);
    let year = i16::try_from(year.value).ok().filter(|year| (1000..=2199).contains(year))?;
    fits.then(|| day_found(at, next + 4, month, day.value as u8, Some(year)))
}

fn past_hyphen_or_the(tokens: &Tokens<'_>, at: usize) -> usize {
    match tokens.lex(at) {
        Lex::The if matches!(tokens.at(at + 1).kind, Kind::Ordinal) => at + 1,
        Lex::The if ordinal(tokens, at + 1).is_some() => at + 1,
        _ => at,
    }
}

fn month_only(tokens: &Tokens<'_>, at: usize, month: u8, next: usize) -> Found {
    let joined = past_joined_hyphen(tokens, next);
    let (year, end) = match year_after(tokens, next).or_else(|| written_year(tokens, joined)) {
        Some((year, end)) => (Some(year), end),
        None => (None, next),
    };
    let shape = if year.is_some() { Shape::Plain } else { Shape::Month };
    let mut found = Found::new(at, end, calendar(Piece::Month(month), year), shape);
    found.written.month = i8::try_from(month).ok();
    found.written.year = year;
    found
}

/// "22 February 2024", "the 22nd of February", "4th of July", "12-Jan-2010".
pub(super) fn day_led(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let start = at;
    let at = if tokens.lex(at) == Lex::The { at + 1 } else { at };
    let (day, next) = day_of_month(tokens, at, at > start)?;
    let next = if tokens.lex(next) == Lex::Of { next + 1 } else { next };
    let (month, next) = month_name(tokens, next)?;
    if tokens.at(next - 1).case == Case::Lower && !tokens.at(next - 1).is_mark('.') && month == 5 {
        year_after(tokens, next)?;
    }
    let joined = past_joined_hyphen(tokens, next);
    let year = year_after(tokens, joined).or_else(|| joined_year(tokens, at, joined));
    let (year, end) = match year {
        Some((year, end)) => (Some(year), end),
        None => (None, next),
    };
    Some(day_found(start, end, month, day, year))
}

/// "10-Aug-12", "10/Aug/2012": the year after a day and month that hyphens or slashes join.
fn joined_year(tokens: &Tokens<'_>, day: usize, at: usize) -> Option<(i16, usize)> {
    let token = tokens.at(at);
    let by = |mark: char| tokens.at(day + 1).is_mark(mark) && tokens.before(at, 1).is_mark(mark);
    let joined = by('-') || by('/');
    if !joined || token.kind != Kind::Number || !token.glued || glued_after(tokens, at) {
        return None;
    }
    let year = match token.digits {
        2 => super::century_of(token.value),
        4 => i16::try_from(token.value).ok().filter(|year| (1000..=2199).contains(year))?,
        _ => return None,
    };
    Some((year, at + 1))
}

/// The token after a hyphen or slash at `at` that joins it to what stands on both sides.
fn past_joined_hyphen(tokens: &Tokens<'_>, at: usize) -> usize {
    let mark = matches!(tokens.at(at).kind, Kind::Mark('-' | '/'));
    let joined = mark && tokens.at(at).glued && tokens.at(at + 1).glued;
    if joined { at + 1 } else { at }
}

fn day_of_month(tokens: &Tokens<'_>, at: usize, article: bool) -> Option<(u8, usize)> {
    let token = tokens.at(at);
    if article && token.kind == Kind::Number {
        return None;
    }
    let hyphen = tokens.at(at + 1);
    let joint =
        hyphen.is_mark('-') || hyphen.is_mark('/') && matches!(tokens.lex(at + 2), Lex::Month(..));
    if token.kind == Kind::Number && joint && hyphen.glued {
        let fits =
            token.digits <= 2 && (1..=31).contains(&token.value) && !glued_before(tokens, at);
        return (fits && tokens.at(at + 2).glued).then_some((token.value as u8, at + 2));
    }
    day_number(tokens, at)
}

/// "Thursday, Feb. 22", "Thursday 22 February", "Friday the 13th", "Thursday".
pub(super) fn weekday_led(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (day, next) = weekday_name(tokens, at)?;
    let weekday = interval::weekday_named(day);
    // "Tuesday morning, 22 February"
    let behind = if tokens.lex(next) == Lex::DayPart { next + 1 } else { next };
    let with_day = [behind, past_comma(tokens, behind), past_open_bracket(tokens, behind)]
        .into_iter()
        .find_map(|next| named_day(tokens, next));
    if let Some(mut found) = with_day {
        found.written.weekday = weekday.filter(|_| !is_last_of_weekdays(tokens, at, found.end));
        if tokens.at(found.end).is_mark(')') && tokens.at(behind).is_mark('(') {
            found.end += 1;
        }
        found.shape = Shape::Plain;
        return Some(found.from(at));
    }
    if let Some((number, end)) = ordinal_day(tokens, next) {
        let expr = Expr::DayOfMonth { day: number, weekday: Some(day) };
        return Some(Found::plain(at, end, expr));
    }
    let expr = Expr::Weekday { day, toward: Toward::Open };
    let mut found = Found::new(at, next, expr, Shape::Weekday);
    found.written.weekday = weekday;
    Some(found)
}

/// "Friday and *Saturday, May 8* and 9": two lists, and the days are not each other's.
fn is_last_of_weekdays(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let joins = |at: usize| {
        let token = tokens.at(at);
        matches!(token.lex, Lex::And | Lex::Or | Lex::To) || token.is_mark(',') || token.is_dash()
    };
    let number = tokens.at(end + 1);
    at >= 2
        && joins(at - 1)
        && matches!(tokens.lex(at - 2), Lex::Weekday(..))
        && joins(end)
        && matches!(number.kind, Kind::Number | Kind::Ordinal)
        && number.digits <= 2
}

/// "the 13th", "13th" after a weekday.
fn ordinal_day(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let next = past_comma(tokens, at);
    let next = if tokens.lex(next) == Lex::The { next + 1 } else { next };
    let token = tokens.at(next);
    let fits = token.kind == Kind::Ordinal && (1..=31).contains(&token.value);
    (fits && ends_phrase(tokens, next + 1)).then_some((token.value as u8, next + 1))
}

fn ends_phrase(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.at(at);
    match token.kind {
        Kind::Nothing => true,
        Kind::Mark(mark) => matches!(mark, '.' | ',' | ';' | ':' | '!' | '?' | ')' | '"' | '”'),
        Kind::Word => matches!(token.lex, Lex::At | Lex::And | Lex::In | Lex::After | Lex::Before),
        _ => false,
    }
}

/// "on the 27th": the day of a month near the publication.
pub(super) fn bare_ordinal(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    if tokens.before(at, 1).lex != Lex::On {
        return None;
    }
    let (day, end) = ordinal_day(tokens, at)?;
    Some(Found::plain(at, end, Expr::DayOfMonth { day, weekday: None }))
}

fn past_open_bracket(tokens: &Tokens<'_>, at: usize) -> usize {
    if tokens.at(at).is_mark('(') { at + 1 } else { at }
}

fn named_day(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let found = month_led(tokens, at)
        .or_else(|| day_led(tokens, at))
        .or_else(|| super::numeric::read(tokens, at))?;
    let is_day = matches!(
        found.expr,
        Expr::Calendar { piece: Piece::Day { .. }, .. } | Expr::Numeric { .. }
    );
    is_day.then_some(found)
}

/// "Christmas Day", "Easter 2009", "Labor Day", "New Year's Eve 1999".
pub(super) fn holiday(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (holiday, next) = holidays::named(tokens, at)?;
    let (year, end) = match year_after(tokens, next) {
        Some((year, end)) => (Some(year), end),
        None => (None, next),
    };
    let expr = calendar(Piece::Holiday(holiday), year);
    Some(Found::new(at, end, expr, Shape::Holiday))
}
