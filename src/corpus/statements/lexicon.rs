//! Words that tell little or nothing of what a sentence is about.

use crate::reading::grammar::{GRAMMAR, WordSet, words_of};

/// Words that say nothing of an event, folded: grammar, and the words beside dates and figures,
/// which are compared as dates and figures.
pub(super) static EMPTY: WordSet = WordSet::new(|| {
    words_of(&[
        GRAMMAR,
        "more most new not no last next early late since until ago later earlier only still already \
         now while because mr mrs ms back under around roughly almost nearly least one much many \
         well even per far ever never yet again",
    ])
});

/// Stems of words of saying, which nearly every page of news has.
pub(super) const SAYING: &[&str] = &["say", "tell", "add", "speak", "announc", "stat", "ask"];

/// Stems of words that tell little without what stands beside them.
pub(super) const LIGHT: &[&str] = &[
    "tak", "plac", "mak", "giv", "go", "com", "get", "put", "set", "hold", "us", "becom", "day",
    "year", "month", "week", "people", "time", "includ", "call", "part",
];
