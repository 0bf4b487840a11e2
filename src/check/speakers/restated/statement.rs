//! What a draft has somebody say, and what the sources have beside it.

use super::place::Place;
use super::wording;
use crate::check::desk::Desk;
use crate::corpus::statements::{Feature, Namer, ProfileWord};
use crate::corpus::{Proposal, Source};
use crate::reading::markup::BlockKind;
use crate::text::{TextRange, WordKey, words_in};

/// How many places of the sources are looked at, the least votes a word for the first, in parts of
/// what a word that stands once would have, and the least share of that for the others.
const MOST_PLACES: usize = 10;
const LEAST_VOTES: f32 = 0.5;
const LEAST_SHARE: f32 = 0.25;
/// Credit for a name that stands in the sentence before or around.
const NAME_NEARBY: f32 = 0.8;
/// The same for another word.
const WORD_NEARBY: f32 = 0.6;
/// How many sentences with figures are looked at for the statement's numbers, and from which share
/// on they are about the same.
const MOST_COUNTED: usize = 200;
const SAME_MATTER: f32 = 0.5;
/// The fewest words, names and numbers that are worth a search.
const FEWEST: usize = 4;

/// What a draft has somebody say.
#[derive(Debug)]
pub(super) struct Statement {
    terms: Vec<Term>,
    total: f32,
    keys: Vec<WordKey>,
    numbers: Vec<String>,
    negations: usize,
}

/// A word of a statement: what it may be, and how much it tells.
#[derive(Debug)]
struct Term {
    features: Vec<Feature>,
    weight: f32,
}

impl Statement {
    /// Of the `content` of a draft's report; `None` for one that tells too little.
    pub(super) fn of_draft(desk: &Desk<'_>, content: TextRange) -> Option<Self> {
        let text = &desk.draft.extraction.text;
        let profile = desk.namer?.profile(text, &desk.draft.reading, content);
        let statements = desk.corpus.statements();
        let terms: Vec<Term> = profile
            .words
            .chunk_by(|a, b| a.at == b.at)
            .map(|words| {
                let features: Vec<Feature> = words.iter().map(|word| word.feature).collect();
                let weight = features.iter().map(|one| statements.weight(*one));
                Term { weight: weight.fold(0.0, f32::max), features }
            })
            .collect();
        let words = terms.iter().filter(|term| is_telling(term.features[0])).count();
        let numbers = wording::numbers(content.of(text));
        let keys = words_in(text, content).iter().map(|word| word.key).collect();
        (words + numbers.len() >= FEWEST).then(|| Self {
            total: terms.iter().map(|term| term.weight).sum(),
            terms,
            keys,
            numbers,
            negations: wording::negations(content.of(text)),
        })
    }

    /// The statements of the sources that share much with it, the nearest first.
    pub(super) fn places(&self, desk: &Desk<'_>) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        let mut proposals = desk.corpus.propose(&self.keys, MOST_PLACES);
        let words = desk.corpus.word_count().max(2) as f32;
        let least = LEAST_VOTES * words.ln() * self.keys.len() as f32;
        let first = proposals.first().map_or(0.0, |first| first.votes);
        proposals.retain(|one| first >= least && one.votes >= LEAST_SHARE * first);
        for proposal in proposals {
            for (range, attribution) in pieces(desk, &proposal, self.keys.len()) {
                let known =
                    places.iter().any(|one| one.source == proposal.source && one.range == range);
                if !known {
                    places.push(self.place(desk, proposal.source, range, attribution));
                }
            }
        }
        places.sort_by(|a, b| b.coverage.total_cmp(&a.coverage));
        places
    }

    /// How far what `range` of a source says is what the draft has.
    pub(super) fn place(
        &self,
        desk: &Desk<'_>,
        number: usize,
        range: TextRange,
        attribution: Option<usize>,
    ) -> Place {
        let source = &desk.corpus.sources()[number];
        let text = source.text();
        let sentence = source.reading().sentence_at(range.start).unwrap_or(range);
        let namer = Namer::of_source(desk.corpus.people(), number, source);
        let inside = namer.profile(text, source.reading(), range).words;
        let around = features(&namer, source, with_one_before(source, sentence));
        let beside = features(&namer, source, sentence);
        let mut place = Place::empty(number, sentence, range, attribution);
        place.shared = self.numbers.len();
        let mut covered = 0.0;
        for term in &self.terms {
            let here = inside.iter().any(|word| term.features.contains(&word.feature));
            let first = term.features[0];
            let where_near = if first.is_any_name() { &around } else { &beside };
            let near = || term.features.iter().any(|one| where_near.contains(one));
            if here {
                covered += term.weight;
                place.shared += usize::from(is_telling(first));
                place.stems += usize::from(first.is_stem());
            } else if (first.is_any_name() || attribution.is_some()) && near() {
                let credit = if first.is_any_name() { NAME_NEARBY } else { WORD_NEARBY };
                covered += credit * term.weight;
                place.shared += usize::from(is_telling(first));
            }
        }
        let weight = |word: &ProfileWord| desk.corpus.statements().weight(word.feature);
        let all: f32 = inside.iter().map(weight).sum();
        let own: f32 = inside.iter().filter(|word| self.has(word)).map(weight).sum();
        place.coverage = covered / self.total.max(f32::EPSILON);
        place.reverse = own / all.max(f32::EPSILON);
        place.is_alike = self.is_alike(text, range, &inside);
        place
    }

    /// Whether the sources tell the same numbers of the matter elsewhere than `owner` says them.
    pub(super) fn is_counted_elsewhere(&self, desk: &Desk<'_>, owner: &Place) -> bool {
        let statements = desk.corpus.statements();
        let stems = self.terms.iter().filter(|term| term.features[0].is_stem());
        let mut rarest: Vec<&Term> = stems.collect();
        rarest.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        let all = rarest.iter().flat_map(|term| statements.about(term.features[0]));
        !self.numbers.is_empty()
            && all.take(MOST_COUNTED).any(|sentence| {
                let text = desk.corpus.sources()[sentence.source].text();
                let numbers = wording::numbers(sentence.range.of(text));
                let other = (sentence.source, sentence.range) != (owner.source, owner.sentence);
                other
                    && self.numbers.iter().any(|number| numbers.contains(number))
                    && self.place(desk, sentence.source, sentence.range, None).coverage
                        >= SAME_MATTER
            })
    }

    fn has(&self, word: &ProfileWord) -> bool {
        self.terms.iter().any(|term| term.features.contains(&word.feature))
    }

    /// Whether the source has the draft's numbers, and denies as often in what it shares with it.
    fn is_alike(&self, text: &str, range: TextRange, inside: &[ProfileWord]) -> bool {
        let words = words_in(text, range);
        let mut shared = inside.iter().filter(|word| self.has(word)).map(|word| word.at);
        let (Some(first), last) = (shared.next(), shared.next_back()) else { return false };
        let place = |at: u16| words.get(usize::from(at)).map_or(range, |word| word.range);
        let end = place(last.unwrap_or(first)).end;
        // What stands before the first word may deny it: "no bridge".
        let stretch = TextRange::new(range.start, end);
        wording::has_all(&wording::numbers(range.of(text)), &self.numbers)
            && wording::negations(stretch.of(text)) == self.negations
    }
}

fn is_telling(feature: Feature) -> bool {
    feature.is_stem() || feature.is_any_name()
}

/// What the sentences at a proposed place say: each with the attribution that holds it.
fn pieces(desk: &Desk<'_>, proposal: &Proposal, words: usize) -> Vec<(TextRange, Option<usize>)> {
    const SLACK: i64 = 4;
    let count = desk.corpus.keys(proposal.source).len();
    let bound = |at: i64| usize::try_from(at.max(0)).unwrap_or_default().min(count);
    let length = i64::try_from(words).unwrap_or(i64::MAX / 2);
    let tokens = bound(proposal.start - SLACK)..bound(proposal.start + length + SLACK);
    let places = desk.corpus.words(proposal.source, tokens);
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return Vec::new() };
    let window = first.range.cover(last.range);
    let source = &desk.corpus.sources()[proposal.source];
    let sentences = &source.reading().sentences;
    let from = source.reading().sentence_index(window.start);
    sentences[from..]
        .iter()
        .take_while(|sentence| sentence.start < window.end)
        .filter(|sentence| is_article(source, **sentence))
        .flat_map(|sentence| said_in(source, *sentence))
        .collect()
}

/// What is said in a sentence, part by part; else the sentence.
fn said_in(source: &Source, sentence: TextRange) -> Vec<(TextRange, Option<usize>)> {
    // A quotation may be long.
    const LONGEST: usize = 4_000;
    let attributions = &source.reading().attributions;
    let from = sentence.start.saturating_sub(LONGEST);
    let first = attributions.partition_point(|one| one.content.start < from);
    let mut said: Vec<(TextRange, Option<usize>)> = attributions[first..]
        .iter()
        .enumerate()
        .take_while(|(_, one)| one.content.start < sentence.end)
        .filter(|(_, one)| one.content.overlaps(sentence))
        .map(|(at, one)| {
            let start = one.content.start.max(sentence.start);
            let end = one.content.end.min(sentence.end);
            (TextRange::new(start, end), Some(first + at))
        })
        .collect();
    if said.is_empty() {
        said.push((sentence, None));
    }
    said
}

fn is_article(source: &Source, range: TextRange) -> bool {
    let blocks = &source.extraction.blocks;
    let at = blocks.partition_point(|block| block.range.end <= range.start);
    !blocks.get(at).is_some_and(|block| {
        matches!(block.kind, BlockKind::ReaderComment | BlockKind::Boilerplate)
    })
}

fn with_one_before(source: &Source, sentence: TextRange) -> TextRange {
    let sentences = &source.reading().sentences;
    let at = source.reading().sentence_index(sentence.start);
    at.checked_sub(1).map_or(sentence, |before| sentences[before].cover(sentence))
}

fn features(namer: &Namer<'_>, source: &Source, range: TextRange) -> Vec<Feature> {
    let profile = namer.profile(source.text(), source.reading(), range);
    let mut features: Vec<Feature> = profile.words.iter().map(|word| word.feature).collect();
    features.sort_unstable();
    features.dedup();
    features
}
