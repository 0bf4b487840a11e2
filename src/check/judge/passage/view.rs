//! What an alignment makes of a passage: which parts are equal, and how much of it matches.

use super::abuse::Abuse;
use super::{Part, Passage};
use crate::check::DiffOp;
use crate::check::judge::align::Step;
use crate::check::judge::edges::{self, sides};
use crate::check::judge::elements::Element;
use crate::check::judge::phrases::{self, Words};
use crate::check::judge::voice::{self, Voice};
use crate::check::judge::{lexicon, outside, spelling};
use crate::corpus::Corpus;
use crate::text::{TextRange, Word, fold};

/// What may stand inside a word of a source: "\[T\]he", "(T)he".
const BRACKETS: [char; 4] = ['[', ']', '(', ')'];

/// A quotation's elements beside the words of a window of a source.
pub(super) struct View<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) text: &'a str,
    pub(super) elements: &'a [Element],
    pub(super) source: usize,
    /// The number of the window's first word in the source.
    pub(super) first: usize,
    pub(super) words: &'a [Word],
}

impl View<'_> {
    /// The passage that `steps` make of them; `None` where nothing matches.
    pub(super) fn passage(&self, steps: &[Step]) -> Option<Passage> {
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
        source.quotation_at(self.words[at].range).map(|(_, quotation)| quotation.turn)
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

    pub(super) fn source_text(&self) -> &str {
        self.corpus.sources()[self.source].text()
    }

    fn source_word(&self, at: usize) -> String {
        let word = fold(self.words[at].range.of(self.source_text()));
        if word.contains(BRACKETS) { word.replace(BRACKETS, "") } else { word }
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
        let parts = passage.parts.iter().filter(|part| part.op == DiffOp::Equal);
        let alike: Vec<TextRange> = parts.map(|part| part.draft).collect();
        let equal = |draft: TextRange| {
            let next = alike.partition_point(|part| part.start <= draft.start);
            next.checked_sub(1).is_some_and(|last| alike[last].contains_range(draft))
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

/// The least range that holds all of `ranges`.
pub(super) fn hull(ranges: impl Iterator<Item = TextRange>) -> Option<TextRange> {
    ranges.reduce(TextRange::cover)
}
