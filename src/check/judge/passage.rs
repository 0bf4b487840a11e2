//! One quotation against one passage: what is the same, what is not, and what the passage is.

use std::ops::Range;

use super::align::{Step, Target, align};
use super::brackets;
use super::edges::{self, sides};
use super::elements::{self, Element};
use super::gap;
use super::lexicon;
use super::outside;
use super::phrases::{self, Words};
use super::spelling;
use super::voice::{self, Voice};
use crate::check::DiffOp;
use crate::corpus::Corpus;
use crate::text::{TextRange, Word, fold};

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

/// What an editorial convention hides that it should not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Abuse {
    /// The ellipsis or bracket in the draft's `range` stands for words with the negation `word`.
    SwallowedNegation {
        /// The ellipsis or bracket, bytes of the draft's extracted text.
        draft: TextRange,
        /// The negation, bytes of the source's extracted text.
        source: TextRange,
    },
    /// The bracket puts in a negation that the source has not.
    AddedNegation {
        /// The bracket, bytes of the draft's extracted text.
        draft: TextRange,
    },
    /// The bracket names another than the source does.
    OtherName {
        /// The bracket, bytes of the draft's extracted text.
        draft: TextRange,
        /// The source's name, bytes of its extracted text.
        source: TextRange,
    },
}

impl Abuse {
    /// The ellipsis or bracket, bytes of the draft's extracted text.
    pub(crate) fn draft(&self) -> TextRange {
        match self {
            Self::SwallowedNegation { draft, .. }
            | Self::AddedNegation { draft }
            | Self::OtherName { draft, .. } => *draft,
        }
    }
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

/// The window's words, marked where a faithful quotation may leave them out: the source's own
/// square brackets, and the attribution between two pieces of one utterance.
fn targets(corpus: &Corpus, source: usize, words: &[Word]) -> Vec<Target> {
    let source = &corpus.sources()[source];
    let mut targets: Vec<Target> =
        words.iter().map(|word| Target { key: word.key, free: false, is_note: false }).collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return targets };
    let window = first.range.cover(last.range);
    let mut free = voice::interruptions(source, window);
    free.extend(bracketed(source.text(), window));
    for range in free {
        let from = words.partition_point(|word| word.range.start < range.start);
        let is_note =
            range.of(source.text()).starts_with('[') && elements::is_note(range.of(source.text()));
        for (word, target) in words[from..].iter().zip(&mut targets[from..]) {
            if word.range.end > range.end {
                break;
            }
            target.free = true;
            target.is_note = is_note;
        }
    }
    targets
}

fn bracketed(text: &str, window: TextRange) -> Vec<TextRange> {
    let mut ranges = Vec::new();
    let mut open = None;
    for (at, byte) in window.of(text).bytes().enumerate() {
        match byte {
            b'[' => open = Some(window.start + at),
            b']' => {
                ranges.extend(open.take().map(|start| TextRange::new(start, window.start + at)));
            }
            _ => {}
        }
    }
    ranges
}

struct View<'a> {
    corpus: &'a Corpus,
    text: &'a str,
    elements: &'a [Element],
    source: usize,
    /// The number of the window's first word in the source.
    first: usize,
    words: &'a [Word],
}

impl View<'_> {
    fn passage(&self, steps: &[Step]) -> Option<Passage> {
        let steps = &edges::respelled(self.within_quotation(steps), |elements, words| {
            self.is_same(elements, words)
        });
        let (start, end) = touched(steps)?;
        let whole = self.with_whole_phrases(steps);
        let (shown_start, shown_end) = touched(&whole)?;
        let range = self.words[shown_start].range.cover(self.words[shown_end].range);
        let abuses = self.abuses(steps);
        let mut passage = Passage {
            source: self.source,
            tokens: self.first + start..self.first + end + 1,
            range,
            parts: self.parts(&whole, shown_start, &abuses),
            abuses,
            voice: Voice::default(),
            matched: 0.0,
            total: 0.0,
            matched_words: 0,
            matched_content: 0,
            by_convention: steps.iter().any(|step| {
                matches!(step, Step::Enter(_) | Step::Swallowed(..) | Step::Skipped(_))
            }),
            omitted: self.omitted(steps),
        };
        self.weigh(steps, &mut passage);
        let matched = self.matched_ranges(steps);
        passage.voice = voice::of(&self.corpus.sources()[self.source], range, &matched);
        (passage.matched_words > 0).then_some(passage)
    }

    /// At its ends a quotation is not compared with what stands outside the quotation marks of the
    /// source: a first word too many there is put in, not changed from "he said".
    fn within_quotation(&self, steps: &[Step]) -> Vec<Step> {
        let turns: Vec<Option<u32>> = steps.iter().map(|step| self.turn(*step)).collect();
        let Some((first, last)) = outside::bounds(steps, &turns) else { return steps.to_vec() };
        let ends = (turns[first], turns[last]);
        let is_outside = |at: usize| {
            (at < first && ends.0.is_some() && turns[at] != ends.0)
                || (at > last && ends.1.is_some() && turns[at] != ends.1)
        };
        let kept = |(at, step): (usize, &Step)| match *step {
            Step::Match(number, _) | Step::Change(number, _) if is_outside(at) => {
                Some(Step::Extra(number))
            }
            Step::Missing(_) | Step::Skipped(_) if is_outside(at) => None,
            step => Some(step),
        };
        steps.iter().enumerate().filter_map(kept).collect()
    }

    /// The steps with the rest of the source's phrases at both ends, for what is shown and put in.
    fn with_whole_phrases(&self, steps: &[Step]) -> Vec<Step> {
        let text = self.source_text();
        let joins_next = |at: usize| {
            let between = text.get(self.words[at].range.end..self.words[at + 1].range.start);
            let is_title = || lexicon::leads(&self.source_word(at));
            between.is_some_and(|between| {
                between.trim().is_empty() && !between.contains('\n')
                    || between.trim() == "." && is_title()
            })
        };
        let words = Words {
            element_tells: &|number| lexicon::tells(&self.draft_word(number)),
            word_leads: &|at| lexicon::leads(&self.source_word(at)),
            word_tells: &|at| {
                let word = self.source_word(at);
                lexicon::tells(&word) && !lexicon::leads(&word)
            },
            joins_next: &joins_next,
            count: self.words.len(),
        };
        phrases::completed(steps, &words)
    }

    /// The turn of speech in which the step's word stands.
    fn turn(&self, step: Step) -> Option<u32> {
        let (Step::Match(_, at) | Step::Change(_, at) | Step::Missing(at)) = step else {
            return None;
        };
        let source = &self.corpus.sources()[self.source];
        voice::quotation_at(source, self.words[at].range).map(|(_, quotation)| quotation.turn)
    }

    fn omitted(&self, steps: &[Step]) -> usize {
        let is_ellipsis = |number: &usize| matches!(self.elements[*number], Element::Ellipsis(_));
        steps.iter().filter(|step| matches!(step, Step::Swallowed(n, _) if is_ellipsis(n))).count()
    }

    fn matched_ranges(&self, steps: &[Step]) -> Vec<TextRange> {
        steps
            .iter()
            .filter_map(|step| match step {
                Step::Match(_, at) | Step::Change(_, at) => Some(self.words[*at].range),
                _ => None,
            })
            .collect()
    }

    fn draft_word(&self, element: usize) -> String {
        fold(self.elements[element].range().of(self.text))
    }

    fn source_text(&self) -> &str {
        self.corpus.sources()[self.source].text()
    }

    fn source_word(&self, at: usize) -> String {
        let word = fold(self.words[at].range.of(self.source_text()));
        if word.contains(['[', ']']) { word.replace(['[', ']'], "") } else { word }
    }

    /// Groups the steps into stretches of equal and of differing words.
    fn parts(&self, steps: &[Step], first_word: usize, abuses: &[Abuse]) -> Vec<Part> {
        let differs_at = |step: &Step| step.is_edit() || self.is_abused(*step, abuses);
        let mut parts: Vec<Part> = Vec::new();
        let mut place = Place {
            draft: self.elements.first().map_or(0, |element| element.range().start),
            source: self.words[first_word].range.start,
        };
        let mut at = 0;
        while at < steps.len() {
            let differs = differs_at(&steps[at]);
            let end =
                at + steps[at..].iter().take_while(|step| differs_at(step) == differs).count();
            let part = self.part(&steps[at..end], differs, &mut place);
            match parts.last_mut() {
                Some(last) if last.op == DiffOp::Equal && part.op == DiffOp::Equal => {
                    last.draft = last.draft.cover(part.draft);
                    last.source = last.source.cover(part.source);
                }
                _ => parts.push(part),
            }
            at = end;
        }
        parts
    }

    fn is_abused(&self, step: Step, abuses: &[Abuse]) -> bool {
        let (Step::Enter(number) | Step::Swallowed(number, _)) = step else { return false };
        abuses.iter().any(|abuse| abuse.draft() == self.elements[number].range())
    }

    fn part(&self, steps: &[Step], differs: bool, place: &mut Place) -> Part {
        let (elements, words) = sides(steps);
        let draft = hull(elements.iter().map(|&number| self.elements[number].range()));
        let source = hull(words.iter().map(|&at| self.words[at].range));
        let op = match (differs && !self.is_same(&elements, &words), draft, source) {
            (false, _, _) => DiffOp::Equal,
            (true, None, _) => DiffOp::Insert,
            (true, _, None) => DiffOp::Delete,
            (true, Some(_), Some(_)) => DiffOp::Replace,
        };
        let draft = draft.unwrap_or(TextRange::empty(place.draft));
        let source = source.unwrap_or(TextRange::empty(place.source));
        *place = Place { draft: draft.end, source: source.end };
        Part { op, draft, source }
    }

    /// Whether elements and words are the same words after all, spelled differently.
    fn is_same(&self, elements: &[usize], words: &[usize]) -> bool {
        if let ([number], [at]) = (elements, words)
            && let Element::Word { stem: Some(stem), .. } = &self.elements[*number]
        {
            let word = self.source_word(*at);
            return stem.len() > 1
                && (word.starts_with(stem.as_str()) || word.ends_with(stem.as_str()));
        }
        if let ([0], [at]) = (elements, words)
            && self.draft_word(0) == "not"
        {
            // What is quoted from the middle of "don't" on.
            return self.source_word(*at).ends_with("n't");
        }
        let draft: Vec<String> = elements.iter().map(|&number| self.draft_word(number)).collect();
        let source: Vec<String> = words.iter().map(|&at| self.source_word(at)).collect();
        let draft: Vec<&str> = draft.iter().map(String::as_str).collect();
        let source: Vec<&str> = source.iter().map(String::as_str).collect();
        !draft.is_empty() && !source.is_empty() && spelling::same_words(&draft, &source)
    }

    fn weigh(&self, steps: &[Step], passage: &mut Passage) {
        let equal = |draft: TextRange| {
            passage
                .parts
                .iter()
                .any(|part| part.op == DiffOp::Equal && part.draft.contains_range(draft))
        };
        let (mut matched, mut total) = (0.0, 0.0);
        let (mut matched_words, mut matched_content) = (0, 0);
        for step in steps {
            match *step {
                Step::Match(number, _) | Step::Change(number, _) | Step::Extra(number) => {
                    let word = self.draft_word(number);
                    let weight = lexicon::weight(&word);
                    total += weight;
                    if equal(self.elements[number].range()) {
                        matched += weight;
                        matched_words += 1;
                        matched_content += usize::from(lexicon::tells(&word));
                    }
                }
                Step::Missing(at) => total += 0.5 * lexicon::weight(&self.source_word(at)),
                Step::Skipped(_) | Step::Enter(_) | Step::Swallowed(..) => {}
            }
        }
        (passage.matched, passage.total) = (matched, total);
        (passage.matched_words, passage.matched_content) = (matched_words, matched_content);
    }

    fn abuses(&self, steps: &[Step]) -> Vec<Abuse> {
        let mut abuses = Vec::new();
        for (number, element) in self.elements.iter().enumerate() {
            let swallowed: Vec<TextRange> = steps
                .iter()
                .filter_map(|step| match *step {
                    Step::Swallowed(by, at) if by == number => Some(self.words[at].range),
                    _ => None,
                })
                .collect();
            let text = self.source_text();
            let abuse = match element {
                Element::Word { .. } => None,
                Element::Ellipsis(draft) => gap::swallowed_negation(text, &swallowed)
                    .map(|source| Abuse::SwallowedNegation { draft: *draft, source }),
                Element::Bracket(draft) => self.bracket_abuse(*draft, &swallowed),
            };
            abuses.extend(abuse);
        }
        abuses
    }

    fn bracket_abuse(&self, draft: TextRange, swallowed: &[TextRange]) -> Option<Abuse> {
        let text = self.source_text();
        let bracket = fold(draft.of(self.text));
        let bracket_negates =
            bracket.split(|c: char| !c.is_alphanumeric() && c != '\'').any(lexicon::is_negation);
        let negation =
            swallowed.iter().find(|range| lexicon::is_negation(&fold(range.of(text)))).copied();
        match (bracket_negates, negation) {
            (false, Some(source)) => Some(Abuse::SwallowedNegation { draft, source }),
            (true, None) => Some(Abuse::AddedNegation { draft }),
            _ => {
                let source = hull(swallowed.iter().copied())?;
                let inner = draft.of(self.text).trim_matches(['[', ']', ' ']);
                brackets::names_another(self.corpus.people(), inner, source.of(text))
                    .then_some(Abuse::OtherName { draft, source })
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Place {
    draft: usize,
    source: usize,
}

/// First and last window word that a step touches, other than by leaving it out at an end.
fn touched(steps: &[Step]) -> Option<(usize, usize)> {
    let words = || {
        steps.iter().filter_map(|step| match *step {
            Step::Match(_, at) | Step::Change(_, at) => Some(at),
            _ => None,
        })
    };
    Some((words().next()?, words().next_back()?))
}

fn hull(ranges: impl Iterator<Item = TextRange>) -> Option<TextRange> {
    ranges.reduce(TextRange::cover)
}
