//! Words left out near the end of a quotation.
//!
//! "The mill was sold late" for “The mill, which stood by the weir, was sold late” may be aligned
//! with "The mill which stood by": three words changed cost less than eight left out. Where the
//! words at an end stand to the letter a little farther on, they were not changed.

use super::elements::Element;
use super::passage::{self, Passage};
use crate::check::DiffOp;
use crate::check::judge::Claim;
use crate::corpus::Corpus;
use crate::text::TextRange;

/// How far on the words are looked for, in words.
const REACH: usize = 40;
/// Up to how many words left out are read as such, though one small word alone speaks for it.
const FEW: usize = 3;

/// `passage` with the words at its ends told as they stand farther on, if they do.
pub(super) fn told_as_left_out(
    corpus: &Corpus,
    claim: &Claim<'_>,
    elements: &[Element],
    passage: &Passage,
) -> Option<Passage> {
    if !passage.abuses.is_empty() || elements.iter().any(|element| element.key().is_none()) {
        return None;
    }
    let with_gap = with_gaps(elements, passage)?;
    let keys = corpus.keys(passage.source).len();
    let window = passage.tokens.start.saturating_sub(REACH)..(passage.tokens.end + REACH).min(keys);
    let told = passage::compare_with_drops(corpus, claim.text, &with_gap, passage.source, window)?;
    let gained = told.matched_words.saturating_sub(passage.matched_words);
    let dropped = told.tokens.len().saturating_sub(passage.tokens.len());
    let is_one = corpus.sources()[told.source].quotation_at(told.range).is_some();
    (is_one && (gained >= 2 || gained == 1 && dropped <= FEW)).then_some(told)
}

/// The elements with a gap after the changed words at the beginning, or before those at the end.
fn with_gaps(elements: &[Element], passage: &Passage) -> Option<Vec<Element>> {
    let changed = |part: Option<&passage::Part>| {
        part.filter(|part| matches!(part.op, DiffOp::Replace | DiffOp::Delete))
            .map(|part| part.draft)
    };
    let (first, last) = (changed(passage.parts.first()), changed(passage.parts.last()));
    if passage.parts.len() < 2 || first.is_none() && last.is_none() {
        return None;
    }
    let mut with_gap = Vec::with_capacity(elements.len() + 2);
    for element in elements {
        let range = element.range();
        if last.is_some_and(|last| range.start == last.start) {
            with_gap.push(Element::Ellipsis(TextRange::empty(range.start)));
        }
        with_gap.push(element.clone());
        if first.is_some_and(|first| range.end == first.end) {
            with_gap.push(Element::Ellipsis(TextRange::empty(range.end)));
        }
    }
    Some(with_gap)
}
