//! Years told from quantities, models and numbers of articles.

mod counted;
mod lexicon;

use crate::reading::tokens::{Case, Kind, Lex, Tokens};

use super::super::expr::{Expr, Found};
use super::name_before;
use lexicon::{COUNTED, EVENTS, FIRMS, NUMBERED, STREETS, WORKS};

pub(super) use counted::counts_nothing;

pub(super) fn is_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    let Expr::Calendar { year: Some(year), .. } = found.expr else { return true };
    follows_well(tokens, found)
        && counts_nothing(tokens, found)
        && is_no_address(tokens, found.end)
        && (strongly_led(tokens, first_of_list(tokens, found.start))
            || (1800..=2050).contains(&year))
}

/// "In *1776*, 1789 and 1848": the first of the years that are listed before the token `start`.
fn first_of_list(tokens: &Tokens<'_>, mut start: usize) -> usize {
    for _ in 0..6 {
        let joint = tokens.before(start, 1);
        let joined = joint.is_mark(',') && !tokens.at(start).glued || joint.lex == Lex::And;
        let year = tokens.before(start, 2);
        if !joined || year.kind != Kind::Number || year.digits != 4 {
            break;
        }
        start -= 2;
    }
    start
}

fn strongly_led(tokens: &Tokens<'_>, start: usize) -> bool {
    let previous = tokens.before(start, 1);
    let dash = previous.is_dash() && previous.glued;
    let word = if dash { tokens.before(start, 2) } else { previous };
    matches!(
        word.lex,
        Lex::In | Lex::Since | Lex::By | Lex::During | Lex::Early | Lex::Late | Lex::Mid
    ) || (matches!(word.lex, Lex::To | Lex::From | Lex::Between | Lex::And | Lex::About) && !dash)
}

/// Whether the word before lets a year follow.
fn follows_well(tokens: &Tokens<'_>, found: &Found) -> bool {
    let start = found.start;
    let previous = tokens.before(start, 1);
    if previous.lex == Lex::At || matches!(previous.kind, Kind::Number | Kind::Grouped) {
        return false;
    }
    if previous.is_mark('.')
        && tokens.is_any(start.wrapping_sub(2), &["No", "no", "Nr", "p", "pp", "Art", "Sec"])
    {
        return false;
    }
    let numbered = tokens.is_any(start.wrapping_sub(1), NUMBERED) && !until_at_least(tokens, start);
    if numbered || is_more_than(tokens, start) {
        return false;
    }
    if tokens.is_any(start.wrapping_sub(1), WORKS) || tokens.is_any(found.end, &["block"]) {
        return false;
    }
    if is_title(tokens, found) || is_total(tokens, start) {
        return false;
    }
    !name_before(tokens, start) || event_before(tokens, start)
}

/// "Until at least 2030".
fn until_at_least(tokens: &Tokens<'_>, start: usize) -> bool {
    tokens.is_word(start.wrapping_sub(1), "least")
        && (matches!(tokens.before(start, 3).lex, Lex::Since | Lex::By)
            || tokens.is_any(start.wrapping_sub(3), &["until", "till", "through"]))
}

/// "1984 by George Orwell", "The 1975 are a band", "a novel called \"1984\"".
fn is_title(tokens: &Tokens<'_>, found: &Found) -> bool {
    let by = tokens.begins_sentence(found.start) && tokens.lex(found.end) == Lex::By;
    let quoted = matches!(tokens.before(found.start, 1).kind, Kind::Mark('"' | '“' | '‘'))
        && tokens.at(found.start).glued;
    let closes = matches!(tokens.at(found.end).kind, Kind::Mark('"' | '”' | '’' | ':'))
        && tokens.at(found.end).glued;
    if quoted && closes {
        return true;
    }
    let the = tokens.before(found.start, 1);
    if the.lex == Lex::The && the.case == Case::Title && !tokens.begins_sentence(found.start - 1) {
        return true;
    }
    let band = tokens.before(found.start, 1).lex == Lex::The
        && tokens.is_any(found.end, &["are", "is", "were", "was", "have", "has"]);
    by || band
}

/// "As many as 2000", "2010 votes to 1990".
fn is_total(tokens: &Tokens<'_>, start: usize) -> bool {
    let many = tokens.is_word(start.wrapping_sub(1), "as")
        && tokens.is_any(start.wrapping_sub(2), &["many", "much", "high", "low", "few"]);
    let against =
        tokens.before(start, 1).lex == Lex::To && tokens.is_any(start.wrapping_sub(2), COUNTED);
    many || against
}

fn is_more_than(tokens: &Tokens<'_>, start: usize) -> bool {
    tokens.is_any(start.wrapping_sub(1), &["than"])
        && tokens.is_any(start.wrapping_sub(2), &["more", "less", "fewer"])
}

/// "WWDC 2005", "the World Cup 2010".
fn event_before(tokens: &Tokens<'_>, start: usize) -> bool {
    let word = tokens.text_at(start - 1);
    let acronym = tokens.at(start - 1).case == Case::Upper && word.len() >= 4;
    acronym || EVENTS.contains(&word)
}

/// Whether "Ventures", "Inc." and their like stand at `at`.
pub(super) fn begins_firm(tokens: &Tokens<'_>, at: usize) -> bool {
    FIRMS.contains(&tokens.text_at(at))
}

/// Whether the number is neither that of a house nor the beginning of a name: "2020 Ventures",
/// "2012 DA14".
fn is_no_address(tokens: &Tokens<'_>, end: usize) -> bool {
    let next = tokens.at(end);
    if !next.is_capitalised() || next.glued {
        return true;
    }
    let code = next.case == Case::Upper
        && tokens.at(end + 1).kind == Kind::Number
        && tokens.at(end + 1).glued;
    !code
        && !begins_firm(tokens, end)
        && !(end..end + 3).any(|at| STREETS.contains(&tokens.text_at(at)))
}
