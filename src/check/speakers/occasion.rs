//! Whether draft and source speak of the same occasion: by the words of the two sentences.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::check::desk::Desk;
use crate::check::judge::Passage;
use crate::reading::grammar::{GRAMMAR, WordSet, words_of};
use crate::text::{TextRange, fold, words_in};

/// Words of grammar and of reporting, which all sentences share.
static COMMON: WordSet = LazyLock::new(|| words_of(&[GRAMMAR, "said says told tells added"]));

/// How many telling words the draft's sentence, without the quotation `outer`, shares with the
/// source's sentence, without `passage`.
pub(crate) fn shared(desk: &Desk<'_>, outer: TextRange, passage: &Passage) -> usize {
    let draft = desk.draft;
    let drafted = around(&draft.extraction.text, &draft.reading.sentences, outer);
    let source = desk.source(passage);
    let told = around(source.text(), &source.reading().sentences, passage.range);
    drafted.intersection(&told).count()
}

fn around(text: &str, sentences: &[TextRange], inner: TextRange) -> FxHashSet<String> {
    let first = sentences.partition_point(|sentence| sentence.end <= inner.start);
    let (mut start, mut end) = (inner.start, inner.end);
    for sentence in sentences[first..].iter().take_while(|one| one.start < inner.end) {
        (start, end) = (start.min(sentence.start), end.max(sentence.end));
    }
    [TextRange::new(start, inner.start), TextRange::new(inner.end, end)]
        .iter()
        .flat_map(|range| words_in(text, *range))
        .map(|word| bare(word.range.of(text)))
        .filter(|word| !COMMON.contains(word.as_str()))
        .collect()
}

/// The folded word without a possessive ending.
fn bare(word: &str) -> String {
    let folded = fold(word);
    folded.strip_suffix("'s").unwrap_or(&folded).to_owned()
}
