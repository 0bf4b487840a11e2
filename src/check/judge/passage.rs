//! One quotation against one passage: what is the same, what is not, and what the passage is.

mod abuse;
mod view;

use std::ops::Range;

use super::align::{Step, Target, align};
use super::asides;
use super::elements::{self, Element};
use super::voice::{self, Voice};
pub(crate) use abuse::Abuse;
use view::View;

use crate::check::DiffOp;
use crate::corpus::Corpus;
use crate::text::{TextRange, Word};

/// A stretch of a comparison in which the words are alike, or in which they are not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// What happened.
    pub(crate) op: DiffOp,
    /// Bytes of the draft's extracted text; empty, at its place, where the source has more.
    pub(crate) draft: TextRange,
    /// Bytes of the source's extracted text; empty, at its place, where the draft has more.
    pub(crate) source: TextRange,
}

/// A quotation compared with one passage of a source.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// The source's number.
    pub(crate) source: usize,
    /// Its words, numbered in the source.
    pub(crate) tokens: Range<usize>,
    /// Its bytes in the source's extracted text.
    pub(crate) range: TextRange,
    /// The comparison in order.
    pub(crate) parts: Vec<Part>,
    /// Conventions abused.
    pub(crate) abuses: Vec<Abuse>,
    /// Whose words the passage is.
    pub(crate) voice: Voice,
    /// Weight of the draft's words that match.
    pub(crate) matched: f32,
    /// Weight of the draft's words, and of the source's that it leaves out.
    pub(crate) total: f32,
    /// Number of the draft's words that match.
    pub(crate) matched_words: usize,
    /// Number of matching words that bear content.
    pub(crate) matched_content: usize,
    /// Whether conventions (ellipses, brackets, a skipped "he said") were needed.
    pub(crate) by_convention: bool,
    /// How many words of the source the ellipses stand for.
    pub(crate) omitted: usize,
}

impl Passage {
    /// Whether the quotation is faithful to the passage.
    pub(crate) fn is_faithful(&self) -> bool {
        self.abuses.is_empty() && self.parts.iter().all(|part| part.op == DiffOp::Equal)
    }

    /// The share of the words (by weight) that match, from 0 to 1.
    pub(crate) fn likeness(&self) -> f32 {
        if self.total > 0.0 { self.matched / self.total } else { 0.0 }
    }

    /// The parts that differ.
    pub(crate) fn changes(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.op != DiffOp::Equal)
    }
}

/// Compares `elements` (of the draft's extracted `text`) with the best stretch of the words
/// `window` of `source`; `None` where nothing at all matches.
pub(crate) fn compare(
    corpus: &Corpus,
    text: &str,
    elements: &[Element],
    source: usize,
    window: Range<usize>,
) -> Option<Passage> {
    let words = corpus.words(source, window.clone());
    let targets = targets(corpus, source, &words);
    let against = |elements: &[Element]| {
        let (_, steps) = align(elements, &targets);
        let view = View { corpus, text, elements, source, first: window.start, words: &words };
        view.passage(&steps)
    };
    let passage = against(elements);
    // What stands in brackets may stand in the source too, in brackets or without.
    let Some(flat) = elements::flattened(text, elements) else { return passage };
    let literal = against(&flat);
    match (passage, literal) {
        (Some(a), Some(b)) if !a.is_faithful() && b.likeness() > a.likeness() => Some(b),
        (a, b) => a.or(b),
    }
}

/// As [`compare`], but what the ellipses in `elements` stand for was dropped without one.
pub(crate) fn compare_with_drops(
    corpus: &Corpus,
    text: &str,
    elements: &[Element],
    source: usize,
    window: Range<usize>,
) -> Option<Passage> {
    let words = corpus.words(source, window.clone());
    let targets = targets(corpus, source, &words);
    let (_, steps) = align(elements, &targets);
    let steps: Vec<Step> = steps
        .into_iter()
        .filter(|step| !matches!(step, Step::Enter(_)))
        .map(|step| match step {
            Step::Swallowed(_, at) if targets[at].free => Step::Skipped(at),
            Step::Swallowed(_, at) => Step::Missing(at),
            step => step,
        })
        .collect();
    let view = View { corpus, text, elements, source, first: window.start, words: &words };
    view.passage(&steps)
}

/// The passage made of exactly the words `tokens`, all of them matched by `elements`.
pub(crate) fn exact(
    corpus: &Corpus,
    text: &str,
    elements: &[Element],
    source: usize,
    tokens: Range<usize>,
) -> Option<Passage> {
    let words = corpus.words(source, tokens.clone());
    let steps: Vec<Step> = (0..words.len()).map(|at| Step::Match(at, at)).collect();
    let view = View { corpus, text, elements, source, first: tokens.start, words: &words };
    view.passage(&steps)
}

/// The window's words, marked where a faithful quotation may leave them out: what the source put
/// into the speaker's words, and the attribution between two pieces of one utterance.
fn targets(corpus: &Corpus, source: usize, words: &[Word]) -> Vec<Target> {
    let source = &corpus.sources()[source];
    let unmarked =
        |word: &Word| Target { key: word.key, free: false, is_note: false, is_put_in: false };
    let mut targets: Vec<Target> = words.iter().map(unmarked).collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return targets };
    let window = first.range.cover(last.range);
    let mut free = voice::interruptions(source, window);
    free.extend(asides::put_in(source, window));
    for range in free {
        let from = words.partition_point(|word| word.range.start < range.start);
        let is_put_in = range.of(source.text()).starts_with('[');
        let is_note = is_put_in && elements::is_note(range.of(source.text()));
        for (word, target) in words[from..].iter().zip(&mut targets[from..]) {
            if word.range.end > range.end {
                break;
            }
            *target = Target { key: target.key, free: true, is_note, is_put_in };
        }
    }
    targets
}
