//! Whether a number counts what follows it.

use crate::reading::tokens::{Kind, Lex, Tokens};

use super::super::super::expr::Found;
use super::super::{led, plural_noun, possessive_before};
use super::first_of_list;
use super::lexicon::COUNTED;

/// Whether what follows is not counted by the number.
pub(in super::super) fn counts_nothing(tokens: &Tokens<'_>, found: &Found) -> bool {
    let (start, end) = (found.start, found.end);
    let next = tokens.at(end);
    if matches!(next.lex, Lex::Scale(..) | Lex::Dozen(_) | Lex::Unit(_, true)) {
        return false;
    }
    if next.is_dash() && next.glued && tokens.at(end + 1).glued {
        return hyphenated_well(tokens, end + 1);
    }
    let start = first_of_list(tokens, start);
    let told = time_word_before(tokens, start) || possessive_before(tokens, start);
    let counted = tokens.is_any(end, COUNTED) && !tokens.is_word(end, "or");
    if counted {
        return time_word_before(tokens, start) && !is_measure(tokens, end);
    }
    let plural = plural_noun(tokens, end) && !tokens.at(end).glued;
    let second_plural = next.kind == Kind::Word
        && next.lex == Lex::None
        && !next.is_capitalised()
        && plural_noun(tokens, end + 1);
    if plural || (second_plural && !led(tokens, start)) {
        return told || determined(tokens, start) || begins_with_event(tokens, end);
    }
    true
}

fn is_measure(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_any(
        at,
        &[
            "GMT", "UTC", "EST", "EDT", "PST", "BST", "CET", "hours", "hrs", "km", "kg", "dollars",
            "euros", "percent", "feet", "square",
        ],
    )
}

fn hyphenated_well(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_any(at, &["era", "model", "vintage", "present", "style", "like", "built", "founded"])
        || tokens.at(at).kind == Kind::Number
}

/// "In", "since": a word that a number that counts does not follow.
fn time_word_before(tokens: &Tokens<'_>, start: usize) -> bool {
    matches!(tokens.before(start, 1).lex, Lex::In | Lex::Since | Lex::During)
}

fn determined(tokens: &Tokens<'_>, start: usize) -> bool {
    matches!(tokens.before(start, 1).lex, Lex::The | Lex::A | Lex::This)
        || tokens
            .is_any(start.wrapping_sub(1), &["his", "her", "its", "their", "our", "late", "early"])
}

fn begins_with_event(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_any(
        at,
        &[
            "elections",
            "games",
            "olympics",
            "championships",
            "protests",
            "talks",
            "results",
            "figures",
            "sales",
            "earnings",
            "levels",
            "attacks",
            "profits",
        ],
    )
}
