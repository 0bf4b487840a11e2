//! The words around: does the draft speak of what the passage speaks of?

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexicon;
use super::passage::Passage;
use crate::check::judge::Claim;
use crate::corpus::Corpus;
use crate::text::{TextRange, WordKey, key_of, words_in};

/// How many words on either side of a passage are its surroundings.
const AROUND: usize = 40;

static GRAMMAR: LazyLock<HashSet<WordKey>> = LazyLock::new(|| {
    lexicon::function_words().chain(REPORTING.iter().copied()).map(key_of).collect()
});

/// Words of reporting, which every article shares with every other.
const REPORTING: &[&str] =
    &["said", "says", "say", "saying", "told", "tell", "added", "asked", "mr", "mrs", "ms"];

/// How many different content words the draft's paragraph, without the quotation, shares with the
/// words around the passage.
pub(crate) fn shared(corpus: &Corpus, claim: &Claim<'_>, passage: &Passage) -> usize {
    let outer = claim.quotation.outer;
    let before = TextRange::new(claim.paragraph.start.min(outer.start), outer.start);
    let after = TextRange::new(outer.end, claim.paragraph.end.max(outer.end));
    let mut drafted: HashSet<WordKey> = [before, after]
        .iter()
        .flat_map(|range| words_in(claim.text, *range))
        .map(|word| word.key)
        .filter(|key| !GRAMMAR.contains(key))
        .collect();
    let keys = corpus.keys(passage.source);
    let from = passage.tokens.start.saturating_sub(AROUND);
    let to = (passage.tokens.end + AROUND).min(keys.len());
    let around = keys[from..passage.tokens.start].iter().chain(&keys[passage.tokens.end..to]);
    around.filter(|key| drafted.remove(key)).count()
}
