//! The grammar of date expressions: from tokens to [`Found`], the longest reading first.

mod absolute;
mod counted;
mod modified;
mod numeric;
mod periods;
mod range;
mod relative;

use crate::reading::tokens::{Kind, Lex, Tokens};

use super::expr::Found;
use super::holidays;

type Rule = fn(&Tokens<'_>, usize) -> Option<Found>;

/// Every way to read one date; the longest reading wins, an earlier rule wins a tie.
const RULES: [Rule; 13] = [
    numeric::read,
    absolute::weekday_led,
    absolute::month_led,
    absolute::day_led,
    periods::quarter_or_half,
    periods::season,
    periods::decade_or_century,
    periods::year,
    periods::year_of_our_era,
    relative::read,
    counted::read,
    absolute::holiday,
    absolute::bare_ordinal,
];

/// Whether an expression may begin at `at`: a cheap test before the dear one.
pub(super) fn may_begin(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.at(at);
    match token.kind {
        Kind::Number | Kind::Ordinal | Kind::Decade => true,
        Kind::Mark(mark) => matches!(mark, '\'' | '’' | '‘'),
        Kind::Word => match token.lex {
            Lex::None => {
                (token.is_capitalised() && tokens.at(at + 1).glued)
                    || matches!(tokens.text_at(at), "FY" | "AD" | "financial")
                    || holidays::may_begin(tokens.text_at(at))
            }
            Lex::Of | Lex::In | Lex::On | Lex::And | Lex::To | Lex::At | Lex::For | Lex::By => {
                false
            }
            _ => true,
        },
        Kind::Grouped | Kind::Nothing => false,
    }
}

/// The longest date that begins at `at`, ranges included.
pub(super) fn parse(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let first = range::between_days(tokens, at).or_else(|| modified::read(tokens, at))?;
    Some(range::extend(tokens, first))
}

/// The longest single date that begins at `at`, with what follows it closely.
fn single(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let mut best: Option<Found> = None;
    for rule in RULES {
        if let Some(found) = rule(tokens, at)
            && best.as_ref().is_none_or(|known| found.end > known.end)
        {
            best = Some(found);
        }
    }
    Some(modified::with_suffix(tokens, best?))
}

/// The token after one optional hyphen or dash at `at`.
fn past_hyphen(tokens: &Tokens<'_>, at: usize) -> usize {
    if tokens.at(at).is_dash() && tokens.at(at).glued { at + 1 } else { at }
}

/// The token after one optional comma at `at`.
fn past_comma(tokens: &Tokens<'_>, at: usize) -> usize {
    if tokens.at(at).is_mark(',') { at + 1 } else { at }
}

/// A number of at most two digits, or a number word, and the token after it: "3", "twenty-one".
fn small_number(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let token = tokens.at(at);
    match (token.kind, token.lex) {
        (Kind::Number, _) if token.digits <= 3 => Some((i32::try_from(token.value).ok()?, at + 1)),
        (_, Lex::Number(value)) if value >= 20 => {
            let next = past_hyphen(tokens, at + 1);
            match tokens.lex(next) {
                Lex::Number(unit) if unit < 10 => Some((i32::from(value + unit), next + 1)),
                _ => Some((i32::from(value), at + 1)),
            }
        }
        (_, Lex::Number(value)) => Some((i32::from(value), at + 1)),
        _ => None,
    }
}

/// An ordinal in digits or words and the token after it: "22nd", "twenty-second".
fn ordinal(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let token = tokens.at(at);
    match (token.kind, token.lex) {
        (Kind::Ordinal, _) => Some((u8::try_from(token.value).ok()?, at + 1)),
        (_, Lex::Ordinal(value)) => Some((value, at + 1)),
        (_, Lex::Number(tens)) if tens >= 20 => {
            let next = past_hyphen(tokens, at + 1);
            match tokens.lex(next) {
                Lex::Ordinal(unit) if unit < 10 && next > at + 1 => Some((tens + unit, next + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether the number at `at` stands alone: not a part of a longer number, code or measure.
fn stands_alone(tokens: &Tokens<'_>, at: usize) -> bool {
    !glued_before(tokens, at) && !glued_after(tokens, at)
}

fn glued_before(tokens: &Tokens<'_>, at: usize) -> bool {
    let (token, previous) = (tokens.at(at), tokens.before(at, 1));
    let sign = matches!(previous.kind, Kind::Mark('$' | '€' | '£' | '¥' | '#' | '№' | '§' | '@'));
    if sign {
        return true;
    }
    if !token.glued {
        return false;
    }
    match previous.kind {
        Kind::Mark('.' | ',' | '/' | ':' | '_' | '=' | '+' | '*' | '%') => true,
        Kind::Mark(_) if previous.is_dash() => previous.glued && !joins_date(tokens, at),
        Kind::Mark(_) | Kind::Nothing => false,
        _ => true,
    }
}

/// Whether the dash before `at` joins parts of a date: "mid-2011", "12-Jan-2008", "Jan–March".
fn joins_date(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.before(at, 2);
    tokens.at(at).kind == Kind::Word
        || matches!(
            word.lex,
            Lex::Mid | Lex::Early | Lex::Late | Lex::End | Lex::Month(..) | Lex::Weekday(..)
        )
        || tokens.is_any(at.wrapping_sub(2), &["post", "pre", "to", "from"])
        || (word.kind == Kind::Number && word.digits == 4)
}

fn glued_after(tokens: &Tokens<'_>, at: usize) -> bool {
    let (next, after) = (tokens.at(at + 1), tokens.at(at + 2));
    if !next.glued {
        return false;
    }
    let digits_follow = after.glued && after.kind == Kind::Number;
    match next.kind {
        Kind::Mark('%' | '$' | '€' | '£' | '°' | '_' | '@' | '+' | '=' | '\\' | '′' | '″') => {
            true
        }
        Kind::Mark('.' | ',' | ':' | '/') => digits_follow,
        Kind::Mark(_) => false,
        _ => true,
    }
}

/// A year of four digits that stands alone, and the token after it.
fn written_year(tokens: &Tokens<'_>, at: usize) -> Option<(i16, usize)> {
    let token = tokens.at(at);
    let plausible = token.kind == Kind::Number && token.digits == 4;
    let year = i16::try_from(token.value).ok().filter(|year| (1000..=2199).contains(year))?;
    (plausible && stands_alone(tokens, at)).then_some((year, at + 1))
}

/// A year in words: "nineteen eighty-four", "twenty sixteen", and the token after it.
fn spelled_year(tokens: &Tokens<'_>, at: usize) -> Option<(i16, usize)> {
    let Lex::Number(hundreds @ (17..=20)) = tokens.lex(at) else { return None };
    let next = past_hyphen(tokens, at + 1);
    let Lex::Number(first @ 10..) = tokens.lex(next) else { return None };
    let (rest, end) = small_number(tokens, next)?;
    let plausible = first < 100 && !matches!(tokens.lex(end), Lex::Unit(..) | Lex::Scale(..));
    let year = i16::from(hundreds) * 100 + i16::try_from(rest).ok()?;
    plausible.then_some((year, end))
}

/// A year of two digits after an apostrophe ("'82"), and the token after it.
fn short_year(tokens: &Tokens<'_>, at: usize) -> Option<(i16, usize)> {
    let token = tokens.at(at + 1);
    let matches = tokens.at(at).is_apostrophe()
        && token.glued
        && token.kind == Kind::Number
        && token.digits == 2
        && !glued_after(tokens, at + 1);
    matches.then(|| (century_of(token.value), at + 2))
}

/// The year that two digits mean: 30 to 99 the twentieth century, the rest the twenty-first.
fn century_of(two_digits: u64) -> i16 {
    let year = i16::try_from(two_digits % 100).unwrap_or(0);
    if year < 40 { 2000 + year } else { 1900 + year }
}
