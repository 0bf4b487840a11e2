//! Words that soften or bound a number: "roughly", "more than", "up to".

use crate::reading::tokens::{Lex, Tokens};

/// What the words before a number make of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Qualifier {
    pub approximate: bool,
    pub at_least: bool,
    pub at_most: bool,
}

const APPROXIMATE: Qualifier = Qualifier { approximate: true, at_least: false, at_most: false };
const AT_LEAST: Qualifier = Qualifier { approximate: false, at_least: true, at_most: false };
const AT_MOST: Qualifier = Qualifier { approximate: false, at_least: false, at_most: true };

const PHRASES: &[(&[&str], Qualifier)] = &[
    (&["no", "fewer", "than"], AT_LEAST),
    (&["no", "less", "than"], AT_LEAST),
    (&["not", "less", "than"], AT_LEAST),
    (&["no", "more", "than"], AT_MOST),
    (&["not", "more", "than"], AT_MOST),
    (&["as", "many", "as"], AT_MOST),
    (&["as", "much", "as"], AT_MOST),
    (&["as", "few", "as"], AT_LEAST),
    (&["well", "over"], AT_LEAST),
    (&["more", "than"], AT_LEAST),
    (&["greater", "than"], AT_LEAST),
    (&["upwards", "of"], AT_LEAST),
    (&["upward", "of"], AT_LEAST),
    (&["in", "excess", "of"], AT_LEAST),
    (&["at", "least"], AT_LEAST),
    (&["less", "than"], AT_MOST),
    (&["fewer", "than"], AT_MOST),
    (&["at", "most"], AT_MOST),
    (&["up", "to"], AT_MOST),
    (&["close", "to"], APPROXIMATE),
    (&["an", "estimated"], APPROXIMATE),
    (&["a", "reported"], APPROXIMATE),
    (&["in", "the", "region", "of"], APPROXIMATE),
    (&["over"], AT_LEAST),
    (&["exceeding"], AT_LEAST),
    (&["exceeded"], AT_LEAST),
    (&["topped"], AT_LEAST),
    (&["under"], AT_MOST),
    (&["below"], AT_MOST),
    (&["nearly"], APPROXIMATE),
    (&["barely"], APPROXIMATE),
    (&["scarcely"], APPROXIMATE),
    (&["hardly"], APPROXIMATE),
    (&["not", "quite"], APPROXIMATE),
    (&["just", "short", "of"], APPROXIMATE),
    (&["just", "shy", "of"], APPROXIMATE),
    (&["shy", "of"], APPROXIMATE),
    (&["getting", "on", "for"], APPROXIMATE),
    (&["estimated"], APPROXIMATE),
    (&["maybe"], APPROXIMATE),
    (&["perhaps"], APPROXIMATE),
    (&["probably"], APPROXIMATE),
];

/// The qualifier that ends right before `at`, past articles such as "the" and "a".
pub(super) fn before(tokens: &Tokens<'_>, at: usize) -> Qualifier {
    if tokens.before(at, 1).lex == Lex::About {
        return APPROXIMATE;
    }
    PHRASES
        .iter()
        .find(|(words, _)| ends_with(tokens, at, words))
        .map_or_else(Qualifier::default, |&(_, qualifier)| qualifier)
}

fn ends_with(tokens: &Tokens<'_>, at: usize, words: &[&str]) -> bool {
    let Some(first) = at.checked_sub(words.len()) else { return false };
    (first..at).zip(words).all(|(at, word)| tokens.is_word(at, word))
}

/// Whether words after the number soften it: "or so", "or more", "plus".
pub(super) fn after(tokens: &Tokens<'_>, at: usize) -> Qualifier {
    let or = tokens.lex(at) == Lex::Or;
    match () {
        () if or && tokens.is_any(at + 1, &["more", "above"]) => AT_LEAST,
        () if or && tokens.is_any(at + 1, &["less", "fewer", "below"]) => AT_MOST,
        () if or && tokens.is_word(at + 1, "so") => APPROXIMATE,
        () if tokens.at(at).is_mark('+') && tokens.at(at).glued => AT_LEAST,
        () => Qualifier::default(),
    }
}

impl Qualifier {
    pub(super) fn or(self, other: Self) -> Self {
        if self == Self::default() { other } else { self }
    }
}
