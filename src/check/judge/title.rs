//! Titles of works, which are quoted with or without their article.

use super::lexicon;
use super::passage::Passage;
use crate::check::judge::Claim;
use crate::text::{fold, words_in};

/// A title has no more words.
const MOST_WORDS: usize = 8;

/// Whether the quotation is a title ("The Evening Show") that the passage has but for its article.
pub(super) fn is_same(claim: &Claim<'_>, passage: &Passage) -> bool {
    let words = words_in(claim.text, claim.quotation.range);
    let is_capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    let is_title = (2..=MOST_WORDS).contains(&words.len())
        && words.iter().all(|word| {
            let word = word.range.of(claim.text);
            is_capital(word) || lexicon::is_function_word(&fold(word))
        })
        && words.iter().filter(|word| is_capital(word.range.of(claim.text))).count() >= 2;
    let mut changes = passage.changes();
    let (Some(change), None) = (changes.next(), changes.next()) else { return false };
    let is_article = |word: &str| matches!(word, "the" | "a" | "an");
    is_title
        && passage.abuses.is_empty()
        && change.source.is_empty()
        && is_article(&fold(change.draft.of(claim.text)))
}
