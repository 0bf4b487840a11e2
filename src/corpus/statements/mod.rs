//! Statements: what the sources tell with dates and figures, and which of them a draft restates.
//!
//! A sentence is known by its *features*: the people, bodies and places it names, and the stems of
//! its other words. Rare features weigh more (inverse document frequency, Spärck Jones 1972). A
//! date or a figure in it is a *slot*. A draft's slot is compared with the slots of the sources by
//! the words around both: those nearest to it say most of what is dated or counted.

mod bodies;
mod features;
pub(crate) mod foundings;
pub(crate) mod inherited;
mod lexicon;
mod listeners;
mod namer;
mod occasions;
mod profile;
mod query;
mod slots;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::people::{People, Person, PersonId};
use super::{Corpus, Source};
use crate::reading::markup::BlockKind;
use crate::text::TextRange;

use bodies::Bodies;
pub(crate) use features::Feature;
pub(crate) use inherited::Inherited;
pub(crate) use listeners::{Heard, Listener};
pub(crate) use namer::Namer;
pub(crate) use occasions::Occasion;
pub(crate) use profile::{Profile, ProfileWord, Slot, SlotKind};
pub(crate) use query::{Match, Query};

/// How many sentences a feature may stand in and still propose them.
const MOST_POSTINGS: usize = 400;
/// How much a word of the draft counts that no source has.
const OWN_WORD: f32 = 0.5;
/// How often a source must name somebody to be about them.
const OFTEN: usize = 3;

/// Sentences of the language at large, which has most words seldom: in a page or two every word
/// would look common.
const LANGUAGE: f32 = 60.0;
/// Sentences of a handful of sources.
const HANDFUL: f32 = 250.0;

/// A sentence of a source that has a date or a figure, or goes on about the day of the one before.
#[derive(Debug)]
pub(crate) struct Sentence {
    pub(crate) source: usize,
    pub(crate) range: TextRange,
    pub(crate) profile: Profile,
    /// Features of the sentence and of the subject it continues, sorted.
    features: Vec<Feature>,
    /// Features of the sentences before and after it, sorted.
    around: Vec<Feature>,
    /// The day that the sentence before tells, where it has none of its own.
    inherited: Option<Inherited>,
}

/// The statements of all sources.
#[derive(Debug, Default)]
pub(crate) struct Statements {
    sentences: Vec<Sentence>,
    postings: FxHashMap<Feature, Vec<u32>>,
    /// By speaker, what they said on days that the sources tell.
    occasions: FxHashMap<PersonId, Vec<Occasion>>,
    /// In how many sentences of any kind a feature stands.
    counts: FxHashMap<Feature, u32>,
    /// How many sentences of any kind there are.
    total: usize,
    /// Of each source the names that it is about, sorted.
    subjects: Vec<Vec<Feature>>,
    bodies: Bodies,
    /// The stems of the roles that the sources give to people.
    roles: FxHashMap<Feature, Vec<Feature>>,
}

impl Sentence {
    /// Whether the sentence has `feature`.
    pub(crate) fn has(&self, feature: Feature) -> bool {
        self.features.binary_search(&feature).is_ok()
    }

    /// Whether the sentence or one beside it has `feature`.
    pub(crate) fn has_or_nears(&self, feature: Feature) -> bool {
        self.has(feature) || self.is_near(feature)
    }

    fn is_near(&self, feature: Feature) -> bool {
        self.around.binary_search(&feature).is_ok()
    }
}

/// What was read of one source.
#[derive(Default)]
struct Part {
    sentences: Vec<Sentence>,
    counts: FxHashMap<Feature, u32>,
    total: usize,
    subjects: Vec<Feature>,
    occasions: Vec<(PersonId, Occasion)>,
}

impl Statements {
    /// Reads the statements of `corpus`.
    pub(crate) fn build(corpus: &Corpus) -> Self {
        let people = corpus.people();
        let parts: Vec<Part> = corpus
            .sources()
            .par_iter()
            .enumerate()
            .map(|(number, source)| {
                let namer = Namer::of_source(people, number, source);
                read_source(number, source, &namer)
            })
            .collect();
        let mut statements =
            Self { bodies: Bodies::of(people), roles: roles(people), ..Self::default() };
        for part in parts {
            statements.add(part);
        }
        statements
    }

    fn add(&mut self, part: Part) {
        self.total += part.total;
        self.subjects.push(part.subjects);
        for (speaker, occasion) in part.occasions {
            self.occasions.entry(speaker).or_default().push(occasion);
        }
        for (feature, count) in part.counts {
            *self.counts.entry(feature).or_default() += count;
        }
        for sentence in part.sentences {
            let number = u32::try_from(self.sentences.len()).unwrap_or(u32::MAX);
            let exact = sentence.profile.slots.iter().filter_map(|slot| slot.exact);
            let exact: Vec<Feature> = exact.map(Feature::Exact).collect();
            for feature in sentence.features.iter().chain(&exact) {
                self.postings.entry(*feature).or_default().push(number);
            }
            self.sentences.push(sentence);
        }
    }

    /// The sentence of the source numbered `source` that stands in `range`.
    pub(crate) fn at(&self, source: usize, range: TextRange) -> Option<&Sentence> {
        let place = |one: &Sentence| (one.source, one.range.start);
        let found = self.sentences.binary_search_by_key(&(source, range.start), place).ok()?;
        Some(&self.sentences[found])
    }

    /// The sentences with a date or a figure of their own that have `feature`.
    pub(crate) fn about(&self, feature: Feature) -> impl Iterator<Item = &Sentence> {
        let numbers = self.postings.get(&feature).map_or(&[][..], Vec::as_slice);
        let sentences = numbers.iter().map(|&number| &self.sentences[number as usize]);
        sentences.filter(|sentence| !sentence.profile.slots.is_empty())
    }

    /// The occasions on which `speaker` said something, of which the sources tell the day.
    pub(crate) fn occasions_of(&self, speaker: PersonId) -> &[Occasion] {
        self.occasions.get(&speaker).map_or(&[][..], Vec::as_slice)
    }

    /// Whether a source tells the exact number or day with this key.
    pub(crate) fn has_exact(&self, key: u32) -> bool {
        self.postings.contains_key(&Feature::Exact(key))
    }

    /// The weight of a feature: rare ones tell more.
    pub(crate) fn weight(&self, feature: Feature) -> f32 {
        let count = self.counts.get(&feature).copied().unwrap_or_default();
        let rarity = (1.0 + (self.total as f32 + LANGUAGE) / (1.0 + count as f32)).ln();
        // A word that no source has may be the writer's own way to put it; a name is no such thing.
        let own_word = if count == 0 && !feature.is_any_name() { OWN_WORD } else { 1.0 };
        rarity * feature.importance() * own_word
    }

    /// The logarithm of the number of sentences: among so many some are alike by chance.
    fn chance(&self) -> f32 {
        (1.0 + self.total as f32).ln()
    }

    /// How much more alike two sentences must be than in a handful of sources.
    fn doubt(&self) -> f32 {
        (self.total as f32 / HANDFUL).max(1.0).log10()
    }

    /// Whether a word names what `person` is: "president".
    fn is_role(&self, person: Feature, word: Feature) -> bool {
        self.roles.get(&person).is_some_and(|roles| roles.contains(&word))
    }

    /// Whether a source is about `feature`.
    pub(crate) fn is_subject(&self, source: usize, feature: Feature) -> bool {
        feature.is_any_name()
            && self.subjects.get(source).is_some_and(|all| all.binary_search(&feature).is_ok())
    }
}

/// The stems of each person's roles.
fn roles(people: &People) -> FxHashMap<Feature, Vec<Feature>> {
    const MOST: usize = 12;
    let stems = |person: &Person| {
        let roles = person.roles.iter().take(MOST);
        let words = roles.flat_map(|(role, _)| role.split_whitespace());
        let mut stems: Vec<Feature> = words.filter_map(Feature::of_any_word).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    let all = people.all().iter().enumerate().filter(|(_, person)| !person.roles.is_empty());
    all.map(|(number, person)| (Feature::of_person(PersonId(number)), stems(person))).collect()
}

fn read_source(number: usize, source: &Source, namer: &Namer<'_>) -> Part {
    let reading = source.reading();
    let text = source.text();
    let ranges: Vec<TextRange> =
        reading.sentences.iter().copied().filter(|range| is_article(source, *range)).collect();
    let profiles: Vec<Profile> =
        ranges.iter().map(|&range| namer.profile(text, reading, range)).collect();
    let mut part = Part { total: ranges.len(), ..Part::default() };
    let mut named: FxHashMap<Feature, usize> = FxHashMap::default();
    for profile in &profiles {
        for feature in features_of(std::slice::from_ref(profile)) {
            *part.counts.entry(feature).or_default() += 1;
            if feature.is_name() {
                *named.entry(feature).or_default() += 1;
            }
        }
    }
    part.subjects = named.into_iter().filter(|one| one.1 >= OFTEN).map(|one| one.0).collect();
    part.subjects.sort_unstable();
    part.occasions = occasions::read(number, source, namer, &ranges, &profiles);
    let page = inherited::Page { text, reading, blocks: &source.extraction.blocks };
    for (at, profile) in profiles.iter().enumerate() {
        let before = at.checked_sub(1);
        let inherited = before.and_then(|before| {
            inherited::read(page, (ranges[before], &profiles[before]), (ranges[at], profile))
        });
        if profile.slots.is_empty() && inherited.is_none() {
            continue;
        }
        let mut features = features_of(std::slice::from_ref(profile));
        features.extend(namer.subject(text, reading, ranges[at], before.map(|at| ranges[at])));
        features.sort_unstable();
        features.dedup();
        let around = at.saturating_sub(2)..(at + 2).min(profiles.len());
        part.sentences.push(Sentence {
            source: number,
            range: ranges[at],
            profile: profile.clone(),
            features,
            around: features_of(&profiles[around]),
            inherited,
        });
    }
    part
}

/// The features of some sentences, sorted.
fn features_of(profiles: &[Profile]) -> Vec<Feature> {
    let mut features: Vec<Feature> =
        profiles.iter().flat_map(|profile| &profile.words).map(|word| word.feature).collect();
    features.sort_unstable();
    features.dedup();
    features
}

/// Captions tell too; readers' comments and notes beside the text do not.
fn is_article(source: &Source, range: TextRange) -> bool {
    let blocks = &source.extraction.blocks;
    let at = blocks.partition_point(|block| block.range.end <= range.start);
    !blocks.get(at).is_some_and(|block| {
        matches!(block.kind, BlockKind::ReaderComment | BlockKind::Boilerplate)
    })
}
