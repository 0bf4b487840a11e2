//! Statements: what the sources tell with dates and figures, clause by clause, and which of them a
//! draft's clause restates.
//!
//! A clause is known by its *features*: the people, bodies and places it names, and the stems of
//! its other words. Rare features weigh more (inverse document frequency, Spärck Jones 1972). The
//! share of a draft clause's weight that a source's sentence has is its *coverage*.

mod features;

use rustc_hash::FxHashMap;

use super::{Corpus, Source};
use crate::reading::markup::BlockKind;
use crate::reading::{Reading, clauses};
use crate::text::TextRange;

pub(crate) use features::{Feature, Namer};

/// How many sentences a feature may stand in and still propose them.
const MOST_POSTINGS: usize = 400;
/// How much a word of the draft counts that no source has.
const OWN_WORD: f32 = 0.6;
/// How much a feature counts that stands in the sentence before or after.
const NEARBY: f32 = 0.7;
/// How many matches are kept.
const MOST_MATCHES: usize = 40;

/// A sentence of a source that has a date or a figure.
#[derive(Debug)]
pub(crate) struct Sentence {
    pub(crate) source: usize,
    pub(crate) range: TextRange,
    pub(crate) clauses: Vec<StatedClause>,
    /// Features of the sentence and of the subject it continues.
    features: Vec<Feature>,
    /// Features of the sentences before and after it.
    around: Vec<Feature>,
}

impl StatedClause {
    /// Whether the clause has `feature`.
    pub(crate) fn has(&self, feature: Feature) -> bool {
        self.features.binary_search(&feature).is_ok()
    }
}

/// A clause of such a sentence.
#[derive(Debug)]
pub(crate) struct StatedClause {
    features: Vec<Feature>,
    /// Numbers of the source's dates.
    pub(crate) dates: Vec<usize>,
    /// Numbers of the source's figures.
    pub(crate) figures: Vec<usize>,
}

/// The statements of all sources.
#[derive(Debug, Default)]
pub(crate) struct Statements {
    sentences: Vec<Sentence>,
    postings: FxHashMap<Feature, Vec<u32>>,
}

/// A sentence that a draft's clause may restate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match<'a> {
    pub(crate) sentence: &'a Sentence,
    /// The clause of it that shares most.
    pub(crate) clause: usize,
    /// Share of the draft clause's weight that the sentence has, from 0 to 1.
    pub(crate) coverage: f32,
    /// Share of it that the clause has.
    pub(crate) clause_coverage: f32,
    /// Share of the weight of the draft clause's own words that the sentence has.
    pub(crate) core_coverage: f32,
    /// How many names are shared.
    pub(crate) names: usize,
    /// How many other words are shared, words of saying and light verbs not counted.
    pub(crate) stems: usize,
    /// How many words of saying are shared.
    pub(crate) sayings: usize,
}

impl Sentence {
    fn has(&self, feature: Feature) -> bool {
        self.features.binary_search(&feature).is_ok()
    }
}

impl Statements {
    /// The sentences that have `feature`.
    pub(crate) fn about(&self, feature: Feature) -> impl Iterator<Item = &Sentence> {
        let numbers = self.postings.get(&feature).map_or(&[][..], Vec::as_slice);
        numbers.iter().map(|&number| &self.sentences[number as usize])
    }

    /// Reads the statements of `corpus`.
    pub(crate) fn build(corpus: &Corpus) -> Self {
        let mut statements = Self::default();
        for (number, source) in corpus.sources().iter().enumerate() {
            let namer = Namer::of_source(corpus.people(), number, source);
            statements.read_source(number, source, &namer);
        }
        statements
    }

    fn read_source(&mut self, number: usize, source: &Source, namer: &Namer<'_>) {
        let reading = source.reading();
        for (at, &range) in reading.sentences.iter().enumerate() {
            let tells = has(&reading.dates, range, |date| date.range)
                || has(&reading.figures, range, |figure| figure.range);
            if !tells || !is_article(source, range) {
                continue;
            }
            let before = at.checked_sub(1).map(|before| reading.sentences[before]);
            let after = reading.sentences.get(at + 1).copied();
            let around: Vec<TextRange> = before.into_iter().chain(after).collect();
            let mut sentence = sentence(number, source.text(), reading, namer, range, before);
            sentence.around = namer.features(source.text(), reading, &around);
            self.add(sentence);
        }
    }

    fn add(&mut self, sentence: Sentence) {
        let number = u32::try_from(self.sentences.len()).unwrap_or(u32::MAX);
        for feature in &sentence.features {
            self.postings.entry(*feature).or_default().push(number);
        }
        self.sentences.push(sentence);
    }

    /// The weight of a feature: rare ones tell more; one that no source has tells most.
    pub(crate) fn weight(&self, feature: Feature) -> f32 {
        let count = self.postings.get(&feature).map_or(0, Vec::len);
        let rarity = (1.0 + self.sentences.len() as f32 / (1.0 + count as f32)).ln();
        // A word that no source has may be the writer's own way to put it; a name is no such thing.
        let own_word = if count == 0 && !feature.is_any_name() { OWN_WORD } else { 1.0 };
        rarity * feature.importance() * own_word
    }

    /// The sentences that restate a clause with `features`, the surest first; `core` are those of
    /// the clause itself where `features` are of more.
    pub(crate) fn matches(&self, features: &[Feature], core: &[Feature]) -> Vec<Match<'_>> {
        let sum = |list: &[Feature]| list.iter().map(|&feature| self.weight(feature)).sum::<f32>();
        let total = sum(features);
        let core_total = sum(core);
        if total <= 0.0 || core_total <= 0.0 {
            return Vec::new();
        }
        let mut candidates: Vec<u32> = features
            .iter()
            .filter_map(|feature| self.postings.get(feature))
            .filter(|postings| postings.len() <= MOST_POSTINGS)
            .flatten()
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        let mut matches: Vec<Match<'_>> = candidates
            .into_iter()
            .map(|number| {
                let sentence = &self.sentences[number as usize];
                let mut found = self.compare(features, core, total, sentence);
                let shared = core.iter().filter(|one| found.sentence.has(**one));
                found.core_coverage =
                    shared.map(|&feature| self.weight(feature)).sum::<f32>() / core_total;
                found
            })
            .collect();
        matches.sort_by(|a, b| {
            let score = |found: &Match<'_>| found.coverage + found.clause_coverage;
            score(b).total_cmp(&score(a))
        });
        matches.truncate(MOST_MATCHES);
        matches
    }

    fn compare<'a>(
        &self,
        features: &[Feature],
        core: &[Feature],
        total: f32,
        sentence: &'a Sentence,
    ) -> Match<'a> {
        let shared: Vec<Feature> = features
            .iter()
            .copied()
            .filter(|feature| sentence.features.binary_search(feature).is_ok())
            .collect();
        let sum = |list: &[Feature]| list.iter().map(|&feature| self.weight(feature)).sum::<f32>();
        // The clause that tells what the draft's clause tells; of two alike the fuller one.
        let weight_in = |clause: &StatedClause, list: &[Feature]| {
            list.iter().filter(|one| clause.has(**one)).map(|&one| self.weight(one)).sum::<f32>()
        };
        let (clause, _, clause_weight) = sentence
            .clauses
            .iter()
            .enumerate()
            .map(|(number, clause)| (number, weight_in(clause, core), weight_in(clause, &shared)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(a.2.total_cmp(&b.2)).then(b.0.cmp(&a.0)))
            .unwrap_or((0, 0.0, 0.0));
        let names = shared.iter().filter(|feature| feature.is_name()).count();
        let sayings = shared.iter().filter(|feature| feature.is_saying()).count();
        let light = shared.iter().filter(|feature| feature.is_light()).count();
        let near: Vec<Feature> = features
            .iter()
            .copied()
            .filter(|feature| sentence.around.binary_search(feature).is_ok())
            .filter(|feature| sentence.features.binary_search(feature).is_err())
            .collect();
        Match {
            sentence,
            clause,
            coverage: (sum(&shared) + NEARBY * sum(&near)) / total,
            clause_coverage: clause_weight / total,
            core_coverage: 0.0,
            names,
            stems: shared.len() - names - sayings - light,
            sayings,
        }
    }
}

fn has<T>(list: &[T], range: TextRange, place: impl Fn(&T) -> TextRange) -> bool {
    let at = list.partition_point(|one| place(one).start < range.start);
    list.get(at).is_some_and(|one| place(one).end <= range.end)
}

/// Captions tell too; readers' comments and notes beside the text do not.
fn is_article(source: &Source, range: TextRange) -> bool {
    let blocks = &source.extraction.blocks;
    let at = blocks.partition_point(|block| block.range.end <= range.start);
    !blocks.get(at).is_some_and(|block| {
        matches!(block.kind, BlockKind::ReaderComment | BlockKind::Boilerplate)
    })
}

fn sentence(
    number: usize,
    text: &str,
    reading: &Reading,
    namer: &Namer<'_>,
    range: TextRange,
    before: Option<TextRange>,
) -> Sentence {
    let clauses: Vec<StatedClause> = clauses::read(text, range)
        .iter()
        .map(|clause| StatedClause {
            features: namer.features(text, reading, clause),
            dates: inside(&reading.dates, clause, |date| date.range),
            figures: inside(&reading.figures, clause, |figure| figure.range),
        })
        .collect();
    let mut features: Vec<Feature> =
        clauses.iter().flat_map(|clause| clause.features.iter().copied()).collect();
    features.extend(namer.subject(text, reading, range, before));
    features.sort_unstable();
    features.dedup();
    Sentence { source: number, range, clauses, features, around: Vec::new() }
}

/// The numbers of those of `list` that lie in one of the stretches of `clause`.
pub(crate) fn inside<T>(
    list: &[T],
    clause: &[TextRange],
    place: impl Fn(&T) -> TextRange,
) -> Vec<usize> {
    let mut numbers = Vec::new();
    for stretch in clause {
        let first = list.partition_point(|one| place(one).start < stretch.start);
        for (offset, one) in list[first..].iter().enumerate() {
            if place(one).start >= stretch.end {
                break;
            }
            numbers.push(first + offset);
        }
    }
    numbers
}
