//! Months told from people, verbs and marches.

use crate::reading::tokens::{Case, Kind, Lex, Tokens};

use super::super::expr::Found;
use super::{led, name_after, name_before, possessive_before};

/// What a month brings in the news: "March sales", "an April report".
const MONTHLY: &[&str] = &[
    "sales",
    "orders",
    "data",
    "figures",
    "report",
    "election",
    "elections",
    "vote",
    "meeting",
    "issue",
    "deadline",
    "hearing",
    "trial",
    "attack",
    "earthquake",
    "statement",
    "results",
    "contract",
    "contracts",
    "delivery",
    "futures",
    "index",
    "survey",
    "poll",
    "referendum",
    "summit",
    "launch",
    "exports",
    "imports",
    "production",
    "and",
    "through",
    "to",
    "was",
    "is",
];

/// The month of the first name of a month among the tokens, its place and case.
fn month_at(tokens: &Tokens<'_>, found: &Found) -> Option<(u8, usize)> {
    (found.start..found.end).find_map(|at| match tokens.lex(at) {
        Lex::Month(month, _) => Some((month, at)),
        _ => None,
    })
}

/// May, March, April, June and August are words or names of people as well.
fn is_word_or_name(month: u8) -> bool {
    matches!(month, 3..=6 | 8)
}

/// April, June, August, May and January are given names as well.
fn is_given_name(month: u8) -> bool {
    matches!(month, 1 | 4 | 5 | 6 | 8)
}

/// A day and month without a year.
pub(super) fn is_day(tokens: &Tokens<'_>, found: &Found) -> bool {
    let Some((month, at)) = month_at(tokens, found) else { return true };
    let lower = tokens.at(at).case == Case::Lower;
    let ordinal = tokens.at(found.end - 1).kind == Kind::Ordinal
        || matches!(tokens.lex(found.end - 1), Lex::Ordinal(_));
    !(lower && matches!(month, 3 | 5) && at == found.start && !ordinal)
}

/// A month alone.
pub(super) fn is_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    let Some((month, at)) = month_at(tokens, found) else { return true };
    let token = tokens.at(at);
    let short = matches!(token.lex, Lex::Month(_, true));
    if token.case == Case::Lower {
        return strongly_led(tokens, found.start) && !short && !matches!(month, 3 | 5 | 8);
    }
    if name_before(tokens, found.start) && !tokens.begins_sentence(found.start) {
        return false;
    }
    if after_honorific(tokens, found.start) || is_government(tokens, found, month) {
        return false;
    }
    if glued_to_word(tokens, found) || is_march(tokens, found, month) {
        return false;
    }
    if name_after(tokens, found.end) && !leads_to_name(tokens, found, month) {
        return false;
    }
    if short || is_word_or_name(month) {
        return stands_as_month(tokens, found, month);
    }
    true
}

/// "Ms. April", "Gen. March".
fn after_honorific(tokens: &Tokens<'_>, start: usize) -> bool {
    tokens.before(start, 1).is_mark('.')
        && tokens.is_any(
            start.wrapping_sub(2),
            &[
                "mr", "mrs", "ms", "dr", "prof", "rev", "capt", "col", "gen", "lt", "sgt", "sen",
                "rep",
            ],
        )
}

/// "The May government": that of a minister of that name.
fn is_government(tokens: &Tokens<'_>, found: &Found, month: u8) -> bool {
    month == 5
        && tokens.is_any(found.end, &["government", "administration", "cabinet", "premiership"])
}

fn glued_to_word(tokens: &Tokens<'_>, found: &Found) -> bool {
    let next = tokens.at(found.end);
    let hyphen = next.is_mark('-') && next.glued && tokens.at(found.end + 1).glued;
    hyphen
        && tokens.at(found.end + 1).is_capitalised()
        && !matches!(tokens.lex(found.end + 1), Lex::Month(..))
}

fn strongly_led(tokens: &Tokens<'_>, start: usize) -> bool {
    matches!(tokens.before(start, 1).lex, Lex::In | Lex::Since | Lex::During | Lex::By)
        || tokens.is_any(start.wrapping_sub(1), &["until", "till"])
}

/// "In January Ford said", "an April Senate vote", but not "by April Jones".
fn leads_to_name(tokens: &Tokens<'_>, found: &Found, month: u8) -> bool {
    let previous = tokens.before(found.start, 1);
    let possessed = tokens.at(found.end + 1).is_apostrophe();
    let articled = matches!(previous.lex, Lex::The | Lex::A | Lex::Last | Lex::Next | Lex::This);
    let timed = matches!(previous.lex, Lex::In | Lex::Since | Lex::During);
    let led = led(tokens, found.start) || possessive_before(tokens, found.start);
    articled
        || (timed && !(possessed && is_given_name(month)))
        || (led && !is_given_name(month) && month != 3)
}

/// A demonstration: "the March on Washington", "the Women's March".
fn is_march(tokens: &Tokens<'_>, found: &Found, month: u8) -> bool {
    let on = matches!(tokens.lex(found.end), Lex::On | Lex::For | Lex::To)
        && tokens.at(found.end + 1).is_capitalised()
        && !matches!(tokens.lex(found.end + 1), Lex::Month(..));
    let named = tokens.before(found.start, 1).lex == Lex::The && !noun_follows(tokens, found.end);
    month == 3 && (on || named || possessive_before(tokens, found.start))
}

fn noun_follows(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.at(at);
    token.kind == Kind::Word && token.lex == Lex::None || token.kind == Kind::Number
}

/// Whether the words around an ambiguous month show that it is one.
fn stands_as_month(tokens: &Tokens<'_>, found: &Found, month: u8) -> bool {
    let previous = tokens.before(found.start, 1);
    let listed = matches!(previous.lex, Lex::And | Lex::Or)
        && matches!(tokens.before(found.start, 2).lex, Lex::Month(..));
    let next_lists = matches!(tokens.lex(found.end), Lex::And | Lex::Or | Lex::To)
        && matches!(tokens.lex(found.end + 1), Lex::Month(..));
    let articled = matches!(previous.lex, Lex::The | Lex::A) && noun_follows(tokens, found.end);
    let monthly = month != 5 && tokens.is_any(found.end, MONTHLY);
    let spoken = month == 5
        && matches!(
            previous.lex,
            Lex::By | Lex::To | Lex::For | Lex::Of | Lex::From | Lex::On | Lex::About
        );
    let preposed = led(tokens, found.start) && previous.lex != Lex::On && !spoken;
    let until = tokens.is_any(found.start.wrapping_sub(1), &["until", "till", "through", "by"])
        && month == 5
        && !said_before(tokens, found.start);
    preposed || until || listed || next_lists || articled || monthly
}

/// "Written by May", "told by May": a person is at work.
fn said_before(tokens: &Tokens<'_>, start: usize) -> bool {
    let word = tokens.before(start, 2);
    tokens.is_any(start.wrapping_sub(1), &["by"])
        && word.kind == Kind::Word
        && tokens.text[word.start..word.end].ends_with("ed")
}
