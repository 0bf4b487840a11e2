//! The words around: does the draft speak of what the passage speaks of?

use std::cell::OnceCell;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::lexicon;
use super::passage::Passage;
use crate::check::judge::Claim;
use crate::corpus::Corpus;
use crate::text::{TextRange, WordKey, ceil_boundary, floor_boundary, key_of, words_in};

/// How many words on either side of a passage are its surroundings.
const AROUND: usize = 40;
/// How many bytes of a long paragraph on either side of a quotation are its surroundings.
const REACH: usize = 2_000;

static GRAMMAR: LazyLock<FxHashSet<WordKey>> = LazyLock::new(|| {
    lexicon::function_words().chain(REPORTING.iter().copied()).map(key_of).collect()
});

/// Words of reporting, which every article shares with every other.
const REPORTING: &[&str] =
    &["said", "says", "say", "saying", "told", "tell", "added", "asked", "mr", "mrs", "ms"];

/// The content words around a quotation of the draft; read when first asked for, once for all
/// passages that it is compared with.
#[derive(Debug, Default)]
pub(crate) struct Surroundings(OnceCell<FxHashSet<WordKey>>);

impl Surroundings {
    fn of(&self, claim: &Claim<'_>) -> &FxHashSet<WordKey> {
        self.0.get_or_init(|| {
            let (text, outer, paragraph) = (claim.text, claim.quotation.outer, claim.paragraph);
            let reach = ceil_boundary(text, outer.start.saturating_sub(REACH));
            let start = paragraph.start.max(reach).min(outer.start);
            let end = paragraph.end.min(floor_boundary(text, outer.end + REACH)).max(outer.end);
            [TextRange::new(start, outer.start), TextRange::new(outer.end, end)]
                .iter()
                .flat_map(|range| words_in(text, *range))
                .map(|word| word.key)
                .filter(|key| !GRAMMAR.contains(key))
                .collect()
        })
    }
}

/// How many different content words the draft's paragraph, without the quotation, shares with the
/// words around the passage.
pub(crate) fn shared(corpus: &Corpus, claim: &Claim<'_>, passage: &Passage) -> usize {
    let drafted = claim.surroundings.of(claim);
    let mut seen: FxHashSet<WordKey> = FxHashSet::default();
    let keys = corpus.keys(passage.source);
    let from = passage.tokens.start.saturating_sub(AROUND);
    let to = (passage.tokens.end + AROUND).min(keys.len());
    let around = keys[from..passage.tokens.start].iter().chain(&keys[passage.tokens.end..to]);
    around.filter(|key| drafted.contains(key) && seen.insert(**key)).count()
}
