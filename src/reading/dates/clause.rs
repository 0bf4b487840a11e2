//! Whether the clause around a date tells of the future: a cheap scan, no grammar.

use crate::reading::tokens::{Kind, Lex, Tokens};

/// How far the clause is searched, in tokens on each side.
const REACH: usize = 14;

const FUTURE: &[&str] = &[
    "will",
    "shall",
    "ll",
    "until",
    "till",
    "scheduled",
    "expected",
    "due",
    "plans",
    "planned",
    "slated",
    "upcoming",
    "coming",
    "begins",
    "deadline",
    "starting",
    "wo",
    "expects",
    "set",
    "intends",
    "expires",
    "expire",
    "expiring",
    "hopes",
    "must",
    "may",
    "could",
    "going",
    "should",
    "likely",
    "ahead",
    "forthcoming",
    "would",
    "can",
];

const SPEECH: &[&str] = &[
    "said",
    "says",
    "announced",
    "told",
    "reported",
    "stated",
    "added",
    "confirmed",
    "declared",
    "warned",
    "denied",
    "urged",
    "wrote",
    "agreed",
    "released",
    "issued",
    "unveiled",
    "launched",
    "delivered",
    "met",
    "held",
    "opened",
    "closed",
    "rose",
    "fell",
    "arrived",
    "died",
    "was",
    "were",
    "had",
    "did",
    "came",
    "went",
    "began",
    "introduced",
    "ordered",
    "signed",
    "approved",
    "posted",
    "published",
    "revealed",
    "ruled",
    "voted",
    "called",
    "killed",
    "arrested",
    "rejected",
    "filed",
    "named",
    "appeared",
    "left",
    "visited",
    "won",
    "lost",
    "resigned",
];

const BREAKS: &[&str] =
    &["that", "which", "who", "whose", "because", "although", "while", "but", "if"];

/// What the clause says of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Unknown,
    Past,
    Future,
    /// After "by": rather to come, but told of the past as well.
    Deadline,
}

/// The tense of the clause that holds the tokens `start..end`.
pub(super) fn tense(tokens: &Tokens<'_>, start: usize, end: usize) -> Tense {
    if near_verb(tokens, start) {
        return Tense::Past;
    }
    let mut before = (1..=REACH)
        .map_while(|back| start.checked_sub(back))
        .take_while(|&at| !ends_clause(tokens, at, true));
    if tokens.is_any(start.wrapping_sub(1), &["until", "till", "toward", "towards"]) {
        let past = before.any(|at| tokens.is_word(at, "had"));
        return if past { Tense::Past } else { Tense::Future };
    }
    if let Some(tense) = before.find_map(|at| cue(tokens, at)) {
        return tense;
    }
    if tokens.before(start, 1).lex == Lex::By {
        return Tense::Deadline;
    }
    (end..end + REACH)
        .take_while(|&at| !ends_clause(tokens, at, false))
        .find_map(|at| cue(tokens, at))
        .unwrap_or(Tense::Unknown)
}

/// A verb in the past right before the date, "on" between them: "said on", "announced".
fn near_verb(tokens: &Tokens<'_>, start: usize) -> bool {
    let back = if matches!(tokens.before(start, 1).lex, Lex::On | Lex::In) { 2 } else { 1 };
    start.checked_sub(back).is_some_and(|at| tokens.is_any(at, SPEECH))
}

fn cue(tokens: &Tokens<'_>, at: usize) -> Option<Tense> {
    if tokens.at(at).kind != Kind::Word
        || tokens.at(at).is_capitalised() && !tokens.begins_sentence(at)
    {
        return None;
    }
    if tokens.is_any(at, FUTURE) {
        return Some(Tense::Future);
    }
    if tokens.is_any(at, SPEECH)
        || (looks_past(tokens.text_at(at)) && !tokens.is_word(at.wrapping_sub(1), "be"))
    {
        return Some(Tense::Past);
    }
    let infinitive = tokens.lex(at) == Lex::To
        && tokens.is_any(at.wrapping_sub(1), &["is", "are", "planning", "ready", "time"])
        && tokens.at(at + 1).kind == Kind::Word;
    infinitive.then_some(Tense::Future)
}

/// A regular past: "criticised", "visited"; words such as "need" and "hundred" are none.
fn looks_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && word != "hundred"
}

/// "Mr.", "Sen.", "U.S.": the full stop of a short word with a capital ends no clause.
fn after_abbreviation(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.before(at, 1);
    word.is_capitalised() && word.end - word.start <= 3 && tokens.at(at).glued
}

fn ends_clause(tokens: &Tokens<'_>, at: usize, backwards: bool) -> bool {
    let token = tokens.at(at);
    match token.kind {
        Kind::Nothing => true,
        Kind::Mark('.') => !tokens.at(at + 1).glued && !after_abbreviation(tokens, at),
        Kind::Mark(mark) => matches!(mark, ';' | ':' | '!' | '?' | '"' | '“' | '”'),
        Kind::Word => !backwards && tokens.is_any(at, BREAKS),
        _ => false,
    }
}
