//! What a sentence is known by: the names in it and the stems of its other words.

use super::bodies::Bodies;
use super::features::{Feature, common_noun, verb_with};
use super::profile::{Profile, ProfileWord};
use super::slots::{clause_at, inside, slots, stretches};
use crate::corpus::people::{People, PersonId};
use crate::corpus::{Corpus, Source};
use crate::reading::Reading;
use crate::reading::figures::FigureKind;
use crate::reading::names::{Entity, NameKind, NameMention, namesakes};
use crate::text::{TextRange, fold, key_of, words_in};

/// Gives the profiles of a document's sentences.
#[derive(Debug)]
pub(crate) struct Namer<'a> {
    /// For each entity of the document, whose name it is in the sources.
    people: Vec<Option<PersonId>>,
    /// In a draft, for each entity all whose name it may be.
    others: Vec<Vec<PersonId>>,
    all: &'a People,
    is_draft: bool,
    /// In a draft, the names of the sources wherever they stand, in order.
    namings: Vec<(TextRange, Vec<PersonId>)>,
}

impl<'a> Namer<'a> {
    /// For the source numbered `number`.
    pub(crate) fn of_source(all: &'a People, number: usize, source: &Source) -> Self {
        let count = source.reading().names.entities.len();
        let people = (0..count).map(|entity| all.of_entity(number, entity)).collect();
        Self { people, others: Vec::new(), all, is_draft: false, namings: Vec::new() }
    }

    /// For a draft with the extracted `text`: a name is looked up by any of its spellings, else by
    /// the one word of it that the draft has; what the draft's own reading passes over ("Rovers" at
    /// the head of a sentence) is known by the sources' names.
    pub(crate) fn of_draft(corpus: &'a Corpus, reading: &Reading, text: &str) -> Self {
        let (all, bodies) = (corpus.people(), &corpus.statements().bodies);
        let find = |entity: &Entity| {
            let full = all.resolve(&entity.name);
            full.or_else(|| entity.spellings.iter().find_map(|spelling| all.resolve(spelling)))
                .or_else(|| all.resolve_part(&entity.name))
        };
        let entities = &reading.names.entities;
        let people = entities.iter().map(find).collect();
        let others = entities.iter().map(|one| also_called(all, bodies, &one.name)).collect();
        let namings =
            all.mentions_in(text).into_iter().map(|naming| (naming.range, naming.people)).collect();
        Self { people, others, all, is_draft: true, namings }
    }

    /// The person that the document's `entity` is.
    pub(crate) fn person(&self, entity: usize) -> Option<PersonId> {
        self.people.get(entity).copied().flatten()
    }

    /// The names of the sources that stand in `range` of a draft.
    fn namings_in(&self, range: TextRange) -> &[(TextRange, Vec<PersonId>)] {
        let first = self.namings.partition_point(|(naming, _)| naming.end <= range.start);
        let count = self.namings[first..].partition_point(|(naming, _)| naming.start < range.end);
        &self.namings[first..first + count]
    }

    /// The names and stems of the `sentence` of `text`, and its dates and figures.
    pub(crate) fn profile(&self, text: &str, reading: &Reading, sentence: TextRange) -> Profile {
        let names = self.names(text, reading, sentence);
        let told = told(reading, sentence);
        let clauses = stretches(text, sentence);
        let words = words_in(text, sentence);
        let mut profile = Profile::default();
        let mut next_name = 0;
        for (at, word) in words.iter().enumerate() {
            let place = |feature| ProfileWord {
                feature,
                at: u16::try_from(at).unwrap_or(u16::MAX),
                clause: clause_at(&clauses, word.range.start),
            };
            while names.get(next_name).is_some_and(|(range, _)| range.end <= word.range.start) {
                next_name += 1;
            }
            match names.get(next_name).filter(|(range, _)| range.overlaps(word.range)) {
                Some((range, features)) if range.start >= word.range.start => {
                    profile.words.extend(features.iter().copied().map(place));
                }
                Some(_) => {}
                None if told.iter().any(|range| range.overlaps(word.range)) => {}
                None => {
                    let next = words.get(at + 1).map_or("", |next| next.range.of(text));
                    profile.words.extend(verb_with(word.range.of(text), next).map(place));
                }
            }
        }
        profile.slots = slots(text, reading, sentence, &words, &clauses);
        profile
    }

    /// The names in a sentence, each with all whose name it may be, by place.
    fn names(
        &self,
        text: &str,
        reading: &Reading,
        sentence: TextRange,
    ) -> Vec<(TextRange, Vec<Feature>)> {
        let mut names: Vec<(TextRange, Vec<Feature>)> = mentions_within(reading, sentence)
            .map(|mention| (mention.range, self.called(text, reading, mention)))
            .collect();
        let mut more: Vec<(TextRange, Vec<Feature>)> = self
            .namings_in(sentence)
            .iter()
            .map(|(range, people)| {
                (*range, people.iter().copied().map(Feature::of_person).collect())
            })
            .collect();
        more.extend(speakers(reading, sentence).filter_map(|(range, entity)| {
            Some((range, vec![Feature::of_person(self.person(entity)?)]))
        }));
        more.retain(|(range, _)| !names.iter().any(|(known, _)| known.overlaps(*range)));
        names.append(&mut more);
        names.sort_by_key(|(range, _)| range.start);
        names
    }

    /// Everybody whom the mention of `entity` in `range` may mean, the likeliest first.
    fn called(&self, text: &str, reading: &Reading, mention: &NameMention) -> Vec<Feature> {
        let NameMention { entity, range } = *mention;
        let mut known: Vec<PersonId> = self.person(entity).into_iter().collect();
        known.extend(self.others.get(entity).into_iter().flatten());
        for (_, people) in self.namings_in(range) {
            known.extend(people.iter().take(4));
        }
        let mut features: Vec<Feature> = Vec::new();
        for person in known {
            let feature = Feature::of_person(person);
            if !features.contains(&feature) {
                features.push(feature);
            }
        }
        let written = range.of(text);
        if features.is_empty() {
            features.push(Feature::OtherName(key_of(&fold(written))));
        }
        if self.is_draft && reading.names.entities[entity].kind != NameKind::Person {
            features.extend(common_noun(written));
        }
        features
    }

    /// The person that a sentence beginning with "he" or "she" goes on about: the one person whom
    /// the sentence before names; the one body for "it", "the club", "the company".
    pub(crate) fn subject(
        &self,
        text: &str,
        reading: &Reading,
        sentence: TextRange,
        before: Option<TextRange>,
    ) -> Option<Feature> {
        let wanted = kind_of_subject(sentence.of(text))?;
        let before = before?;
        let mut found = None;
        for mention in mentions_within(reading, before) {
            if before.contains_range(mention.range)
                && let Some(person) = self.person(mention.entity)
                && self.all.get(person).kind == wanted
            {
                if found.is_some_and(|known| known != person) {
                    return None;
                }
                found = Some(person);
            }
        }
        found.map(Feature::of_person)
    }
}

/// The names that stand in `sentence` or reach into it.
fn mentions_within(reading: &Reading, sentence: TextRange) -> impl Iterator<Item = &NameMention> {
    let mentions = &reading.names.mentions;
    let first = mentions.partition_point(|mention| mention.range.end <= sentence.start);
    mentions[first..].iter().take_while(move |mention| mention.range.start < sentence.end)
}

/// What a sentence goes on about that names its subject no more.
fn kind_of_subject(sentence: &str) -> Option<NameKind> {
    const BODIES: &[&str] = &[
        "club",
        "company",
        "firm",
        "group",
        "bank",
        "council",
        "party",
        "union",
        "ministry",
        "agency",
        "alliance",
        "team",
        "charity",
        "museum",
        "university",
        "institute",
        "airline",
        "army",
        "organisation",
        "organization",
        "association",
        "department",
        "committee",
    ];
    let mut words = sentence.split_whitespace();
    match words.next()? {
        "He" | "She" | "His" | "Her" => Some(NameKind::Person),
        "It" | "Its" => Some(NameKind::Organisation),
        "The" => {
            let next = words.next()?.trim_end_matches([',', '.']);
            let next = next.split(['’', '\'']).next().unwrap_or(next);
            BODIES.contains(&next).then_some(NameKind::Organisation)
        }
        _ => None,
    }
}

/// All whom a draft may mean by `name`: those of that very name, and the country for its capital.
fn also_called(all: &People, bodies: &Bodies, name: &str) -> Vec<PersonId> {
    let mut people = all.resolve_all(name);
    people.truncate(4);
    people.extend(namesakes(name).iter().filter_map(|other| all.resolve(other)));
    people.extend(bodies.called(all, name));
    people
}

/// The entities that are said to speak, by a mention in `sentence` (a pronoun, often).
fn speakers(
    reading: &Reading,
    sentence: TextRange,
) -> impl Iterator<Item = (TextRange, usize)> + '_ {
    // A speaker stands near the words, before or after them.
    const NEAR: usize = 1_000;
    let from = sentence.start.saturating_sub(NEAR);
    let first = reading.attributions.partition_point(|one| one.content.start < from);
    reading.attributions[first..]
        .iter()
        .take_while(move |one| one.content.start < sentence.end + NEAR)
        .filter_map(|attribution| attribution.speaker.as_ref())
        .filter(move |speaker| sentence.contains_range(speaker.range))
        .filter_map(|speaker| Some((speaker.range, speaker.entity?)))
}

/// The words of dates and amounts, which are compared by themselves. Of other figures the noun
/// that is counted tells what they are about, and number words are no stems.
fn told(reading: &Reading, sentence: TextRange) -> Vec<TextRange> {
    let is_amount = |kind: FigureKind| {
        matches!(
            kind,
            FigureKind::Money | FigureKind::Percent | FigureKind::Score | FigureKind::Factor
        )
    };
    let dates = inside(&reading.dates, sentence, |date| date.range);
    let figures = inside(&reading.figures, sentence, |figure| figure.range);
    let amounts = figures.filter(|&at| is_amount(reading.figures[at].kind));
    let mut told: Vec<TextRange> = dates.map(|at| reading.dates[at].range).collect();
    told.extend(amounts.map(|at| reading.figures[at].range));
    told
}
