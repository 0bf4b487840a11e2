//! How a quotation's words stand against the sources.
//!
//! The literal words are looked up first. Where they are not found, the index proposes passages,
//! the alignment compares them with the quotation under editorial convention, and the thresholds
//! of [`evidence`] say whether a passage that differs is what the writer meant to quote.

mod align;
mod asides;
mod brackets;
mod context;
mod contractions;
mod cut;
mod edges;
mod elements;
mod evidence;
mod gap;
mod lexicon;
mod outside;
mod passage;
mod phrases;
mod rank;
mod shortened;
mod spelling;
mod splice;
mod title;
mod unmarked;
mod voice;

use crate::check::Verdict;
use crate::corpus::people::PersonId;
use crate::corpus::{Corpus, Proposal};
use crate::reading::quotations::{Quotation, QuotationKind};
use crate::text::{TextRange, WordKey};

pub(crate) use context::Surroundings;
pub(crate) use elements::Element;
pub(crate) use evidence::speaker_of;
pub(crate) use gap::swallowed_negation;
pub(crate) use passage::{Abuse, Part, Passage};
pub(crate) use voice::Voice;

/// How many places of the literal words are looked at, a segment of the index.
const MOST_EXACT: usize = 48;
/// How many proposals are compared with the quotation.
const MOST_PROPOSALS: usize = 8;
/// How many other renderings of verified words are looked at, and the least share of the votes for
/// them.
const MOST_RENDERINGS: usize = 2;
const RENDERING_SHARE: f32 = 0.15;
/// Words on either side of a proposal that the alignment may use: "he said" and dropped words.
const SLACK: usize = 36;
/// The same for a quotation with an ellipsis, whose parts must stand near each other.
const ELLIPSIS_SLACK: usize = 300;
/// Up to how many words a quotation may be a term or title that proves nothing by its absence.
const TERM_WORDS: usize = 3;

/// A quotation of the draft, as it asks to be judged.
#[derive(Debug)]
pub(crate) struct Claim<'a> {
    /// The draft's extracted text.
    pub(crate) text: &'a str,
    /// The quotation.
    pub(crate) quotation: &'a Quotation,
    /// The paragraph it stands in.
    pub(crate) paragraph: TextRange,
    /// Who says it, by the draft, where that is one of the people of the sources.
    pub(crate) speaker: Option<PersonId>,
    /// Whether the draft names somebody whom no source names.
    pub(crate) is_strangers: bool,
    /// What stands around it in its paragraph.
    pub(crate) surroundings: Surroundings,
}

/// How a quotation stands, and on what evidence.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    /// How the words stand.
    pub(crate) verdict: Verdict,
    /// Best first; for a splice the passages in the order of the quotation. For words in no source
    /// the nearest passage, where there is one worth showing.
    pub(crate) passages: Vec<Passage>,
    /// For words that are verified: how other sources render what the same speaker said, as another
    /// translation does.
    pub(crate) renderings: Vec<Passage>,
}

/// Judges one quotation.
pub(crate) fn judge(corpus: &Corpus, claim: &Claim<'_>) -> Judgement {
    let elements = elements::read(claim.text, claim.quotation.range);
    let keys: Vec<WordKey> = elements.iter().filter_map(Element::key).collect();
    let case = Case { corpus, claim, elements: &elements, keys: &keys };
    if keys.is_empty() || !claim.quotation.closed && !claim.quotation.opened {
        return case.settle(Verdict::Skipped, Vec::new());
    }
    let mut literal = case.literal();
    let mut cut = case.cut_off(&mut literal);
    if literal.iter().any(|passage| passage.voice <= Voice::Document) {
        return case.faithful(literal);
    }
    let mut compared = case.compared();
    cut.extend(case.cut_off(&mut compared));
    if compared.iter().chain(&literal).any(Passage::is_faithful) {
        compared.retain(Passage::is_faithful);
        compared.extend(literal);
        return case.faithful(compared);
    }
    if !cut.is_empty() {
        rank::faithful(corpus, claim, &mut cut);
        return case.settle(Verdict::Altered, cut);
    }
    case.differing(compared)
}

struct Case<'a> {
    corpus: &'a Corpus,
    claim: &'a Claim<'a>,
    elements: &'a [Element],
    keys: &'a [WordKey],
}

impl Case<'_> {
    fn settle(&self, verdict: Verdict, passages: Vec<Passage>) -> Judgement {
        Judgement { verdict, passages, renderings: Vec::new() }
    }

    fn is_term(&self) -> bool {
        self.keys.len() <= TERM_WORDS || self.claim.quotation.kind == QuotationKind::Unattributed
    }

    /// Passages that have the words to the letter.
    fn literal(&self) -> Vec<Passage> {
        if self.keys.len() < self.elements.len() {
            return Vec::new();
        }
        self.corpus
            .exact(self.keys, MOST_EXACT)
            .into_iter()
            .filter_map(|hit| {
                passage::exact(self.corpus, self.claim.text, self.elements, hit.source, hit.tokens)
            })
            .collect()
    }

    /// Takes out the passages of which the draft cuts off a negation, which is put back in them.
    fn cut_off(&self, passages: &mut Vec<Passage>) -> Vec<Passage> {
        let mut cut = Vec::new();
        passages.retain(|passage| match cut::with_negation(self.corpus, self.claim, passage) {
            Some(whole) => {
                cut.push(whole);
                false
            }
            None => true,
        });
        cut
    }

    /// The proposed passages, compared, each stretch of a source once.
    fn compared(&self) -> Vec<Passage> {
        if self.keys.len() < 2 {
            return Vec::new();
        }
        self.compare_with(&self.corpus.propose(self.keys, MOST_PROPOSALS))
    }

    fn compare_with(&self, proposals: &[Proposal]) -> Vec<Passage> {
        let mut passages: Vec<Passage> = Vec::new();
        for proposal in proposals {
            let window = self.window(proposal.start);
            let Some(passage) = passage::compare(
                self.corpus,
                self.claim.text,
                self.elements,
                proposal.source,
                window,
            ) else {
                continue;
            };
            let known = passages
                .iter()
                .any(|known| known.source == passage.source && known.range.overlaps(passage.range));
            if !known {
                passages.push(passage);
            }
        }
        passages
    }

    fn window(&self, start: i64) -> std::ops::Range<usize> {
        let has_ellipsis =
            self.elements.iter().any(|element| matches!(element, Element::Ellipsis(_)));
        let slack = if has_ellipsis { ELLIPSIS_SLACK } else { SLACK } as i64;
        let from = usize::try_from(start - slack).unwrap_or(0);
        let to = usize::try_from(start + self.elements.len() as i64 + slack).unwrap_or(0);
        from..to.max(from)
    }

    /// The words stand in a source: quoted there, or its own?
    fn faithful(&self, mut passages: Vec<Passage>) -> Judgement {
        rank::faithful(self.corpus, self.claim, &mut passages);
        let own = passages.iter().all(|passage| match passage.voice {
            Voice::Narration | Voice::Comment => true,
            Voice::Document => unmarked::tells_of_speaker(self.corpus, self.claim, passage.source),
            _ => false,
        });
        let verdict = if own && !self.is_term() && self.tells() {
            Verdict::Unquoted
        } else {
            Verdict::Verified
        };
        let renderings = self.renderings(&passages);
        Judgement { verdict, passages, renderings }
    }

    /// Passages of other sources in which the same speaker says much the same.
    fn renderings(&self, passages: &[Passage]) -> Vec<Passage> {
        const LEAST_WORDS: usize = 6;
        let owner = passages.first().and_then(|best| evidence::owner(self.corpus, best));
        if owner.is_none() || self.keys.len() < LEAST_WORDS {
            return Vec::new();
        }
        // Only what shares a good part of the words is worth an alignment.
        let mut proposals = self.corpus.propose(self.keys, MOST_PROPOSALS);
        let best = proposals.first().map_or(0.0, |best| best.votes);
        proposals.retain(|proposal| {
            proposal.votes >= RENDERING_SHARE * best
                && passages.iter().all(|known| known.source != proposal.source)
        });
        proposals.truncate(MOST_RENDERINGS);
        let mut others = self.compare_with(&proposals);
        others.retain(|other| {
            !other.is_faithful()
                && evidence::is_worth_showing(other)
                && evidence::owner_of_core(self.corpus, other) == owner
        });
        for other in &mut others {
            evidence::widen_to_quotation(self.corpus, other);
        }
        others
    }

    /// Whether the words are more than grammar: a run that two texts would not share by chance.
    fn tells(&self) -> bool {
        let content = self
            .elements
            .iter()
            .filter(|element| {
                let word = crate::text::fold(element.range().of(self.claim.text));
                element.key().is_some() && !lexicon::is_function_word(&word)
            })
            .count();
        content >= 2
    }

    /// The words stand in no source: changed, joined, or not there at all?
    fn differing(&self, mut passages: Vec<Passage>) -> Judgement {
        rank::differing(self.corpus, self.claim, &mut passages);
        let best = passages.first();
        if let Some(best) = best.filter(|best| title::is_same(self.claim, best)) {
            return self.settle(Verdict::Verified, vec![best.clone()]);
        }
        let meant = best.is_some_and(|best| evidence::is_meant(self.corpus, self.claim, best));
        let close = best.is_some_and(|best| {
            best.likeness() >= evidence::CLOSE && !evidence::has_foreign_end(self.claim.text, best)
        });
        if !(meant && close)
            && let Some(outcome) = splice::find(self.corpus, self.claim, self.elements)
        {
            return match outcome {
                splice::Outcome::Dropped(passage) | splice::Outcome::Reordered(passage) => {
                    self.settle(Verdict::Altered, vec![passage])
                }
                splice::Outcome::Spliced(passages) => self.settle(Verdict::Spliced, passages),
            };
        }
        if meant {
            return self.altered(passages);
        }
        let verdict = if self.is_term() { Verdict::Skipped } else { Verdict::Unsourced };
        passages.retain(evidence::is_worth_showing);
        passages.truncate(1);
        self.settle(verdict, passages)
    }

    fn altered(&self, mut passages: Vec<Passage>) -> Judgement {
        let best = passages[0].likeness();
        passages.retain(|passage| passage.likeness() >= best - 0.1);
        let (corpus, claim) = (self.corpus, self.claim);
        if let Some(told) = shortened::told_as_left_out(corpus, claim, self.elements, &passages[0])
        {
            passages[0] = told;
        }
        let own = passages
            .iter()
            .all(|passage| matches!(passage.voice, Voice::Narration | Voice::Margin));
        self.settle(if own { Verdict::Unquoted } else { Verdict::Altered }, passages)
    }
}
