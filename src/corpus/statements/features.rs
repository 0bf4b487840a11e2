//! What a sentence is known by: the names in it and the stems of its other words.

use super::lexicon::{EMPTY, LIGHT, SAYING};
use super::profile::{Profile, ProfileWord, Slot, SlotKind};
use crate::corpus::people::{People, PersonId};
use crate::corpus::{Corpus, Source};
use crate::reading::dates::{DateMention, Granularity};
use crate::reading::figures::FigureKind;
use crate::reading::names::{NameKind, NameMention, is_common_word, namesakes};
use crate::reading::tokens::is_number_word;
use crate::reading::{Reading, clauses, stems};
use crate::text::{TextRange, fold, key_of, words_in};

use rustc_hash::FxHashMap;

/// A name or a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Feature {
    /// One of the people, bodies and places of the sources.
    Name(u32),
    /// A name that the sources do not have, as a key.
    OtherName(u32),
    /// The stem of a word, as a key.
    Stem(u32),
    /// The stem of a word of saying, which nearly every sentence has.
    Saying(u32),
    /// The stem of a verb that tells little without its object.
    Light(u32),
    /// A number or a day so exact that two documents hardly have it by chance.
    Exact(u32),
}

impl Feature {
    /// The feature of a word that is no name.
    pub(crate) fn of_word(word: &str) -> Self {
        Self::Stem(key_of(&stems::stem(word)))
    }

    /// The feature of any word, `None` for one that tells nothing.
    pub(crate) fn of_any_word(word: &str) -> Option<Self> {
        stem(word)
    }

    pub(crate) fn of_person(PersonId(id): PersonId) -> Self {
        Self::Name(u32::try_from(id).unwrap_or(u32::MAX))
    }

    /// Whose name it is.
    pub(crate) fn person(self) -> Option<PersonId> {
        match self {
            Self::Name(id) => Some(PersonId(id as usize)),
            _ => None,
        }
    }

    /// Whether it is a name that the sources know.
    pub(crate) const fn is_name(self) -> bool {
        matches!(self, Self::Name(_))
    }

    /// Whether it is a name, known to the sources or not.
    pub(crate) const fn is_any_name(self) -> bool {
        matches!(self, Self::Name(_) | Self::OtherName(_))
    }

    /// Whether it is a word of saying.
    pub(crate) const fn is_saying(self) -> bool {
        matches!(self, Self::Saying(_))
    }

    /// Whether it is a word that tells something by itself.
    pub(crate) const fn is_stem(self) -> bool {
        matches!(self, Self::Stem(_))
    }

    /// How much it tells beside its rarity.
    pub(super) const fn importance(self) -> f32 {
        match self {
            Self::Saying(_) => 0.5,
            Self::Light(_) => 0.4,
            _ => 1.0,
        }
    }
}

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
        let find = |entity: &crate::reading::names::Entity| {
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
        let mentions = &reading.names.mentions;
        let first = mentions.partition_point(|mention| mention.range.end <= sentence.start);
        let mut names: Vec<(TextRange, Vec<Feature>)> = mentions[first..]
            .iter()
            .take_while(|mention| mention.range.start < sentence.end)
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
        for mention in &reading.names.mentions {
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

/// What a body may be called again: "the statute" for "the Rome Statute".
fn common_noun(name: &str) -> Option<Feature> {
    let (_, last) = name.rsplit_once(char::is_whitespace)?;
    stem(last).filter(|feature| feature.is_stem() && is_common_word(&fold(last)))
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

/// Bodies by the first word of their names: "Wexcombe" may be "Wexcombe Rovers".
#[derive(Debug, Default)]
pub(crate) struct Bodies {
    by_word: FxHashMap<String, Vec<PersonId>>,
}

impl Bodies {
    pub(super) fn of(people: &People) -> Self {
        let mut by_word: FxHashMap<String, Vec<PersonId>> = FxHashMap::default();
        for (number, person) in people.all().iter().enumerate() {
            let name = fold(&person.name);
            let first = name.split(' ').next().filter(|first| first.len() < name.len());
            if let Some(first) = first.filter(|first| first.len() > 3 && !is_common_word(first))
                && person.kind != NameKind::Person
            {
                by_word.entry(first.to_owned()).or_default().push(PersonId(number));
            }
        }
        Self { by_word }
    }

    /// Bodies that `name` may be short for, or, for a body's full name, who is called by its first
    /// word alone.
    fn called(&self, all: &People, name: &str) -> Vec<PersonId> {
        const MOST: usize = 3;
        let folded = fold(name);
        let first = folded.split(' ').next().unwrap_or_default();
        let Some(bodies) = self.by_word.get(first).filter(|bodies| bodies.len() <= MOST) else {
            return Vec::new();
        };
        if first == folded {
            return bodies.clone();
        }
        let is_body = bodies.iter().any(|body| fold(&all.get(*body).name) == folded);
        all.resolve(first).into_iter().filter(|_| is_body).collect()
    }
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

/// The numbers of those of `list` that begin in `range`.
fn inside<T>(
    list: &[T],
    range: TextRange,
    place: impl Fn(&T) -> TextRange,
) -> std::ops::Range<usize> {
    let first = list.partition_point(|one| place(one).start < range.start);
    let count = list[first..].partition_point(|one| place(one).start < range.end);
    first..first + count
}

/// The stretches of the clauses of a sentence, in order, each with the number of its clause.
fn stretches(text: &str, sentence: TextRange) -> Vec<(TextRange, u8)> {
    let mut stretches: Vec<(TextRange, u8)> = Vec::new();
    for (number, clause) in clauses::read(text, sentence).into_iter().enumerate() {
        let number = u8::try_from(number).unwrap_or(u8::MAX);
        stretches.extend(clause.into_iter().map(|stretch| (stretch, number)));
    }
    stretches.sort_by_key(|(range, _)| range.start);
    stretches
}

fn clause_at(stretches: &[(TextRange, u8)], offset: usize) -> u8 {
    let at = stretches.partition_point(|(range, _)| range.end <= offset);
    stretches.get(at).or(stretches.last()).map_or(0, |(_, number)| *number)
}

fn slots(
    text: &str,
    reading: &Reading,
    sentence: TextRange,
    words: &[crate::text::Word],
    clauses: &[(TextRange, u8)],
) -> Vec<Slot> {
    let is_whole = |first: usize| {
        let word = |back: usize| first.checked_sub(back).map(|at| words[at].range.of(text));
        let article = matches!(word(1), Some("the" | "his" | "her" | "its" | "their" | "all"));
        word(if article { 2 } else { 1 }) == Some("of")
    };
    let rate = |last: usize| {
        let word = |on: usize| words.get(last + on).map(|word| word.range.of(text));
        let by = matches!(word(1), Some("a" | "an" | "per" | "each" | "every"));
        word(2).filter(|_| by).map(|word| key_of(&fold(word)))
    };
    let place = |kind, number: usize, range: TextRange| {
        let first = words.partition_point(|word| word.range.end <= range.start);
        let end = words.partition_point(|word| word.range.start < range.end);
        Slot {
            kind,
            number: u32::try_from(number).unwrap_or(u32::MAX),
            first: u16::try_from(first).unwrap_or(u16::MAX),
            last: u16::try_from(end.saturating_sub(1).max(first)).unwrap_or(u16::MAX),
            clause: clause_at(clauses, range.start),
            whole: is_whole(first),
            rate: rate(end.saturating_sub(1).max(first)),
            exact: match kind {
                SlotKind::Date => exact_date(&reading.dates[number]),
                SlotKind::Figure => exact_number(reading.figures[number].value()),
            },
        }
    };
    let dates = inside(&reading.dates, sentence, |date| date.range);
    let figures = inside(&reading.figures, sentence, |figure| figure.range);
    let mut slots: Vec<Slot> =
        dates.map(|at| place(SlotKind::Date, at, reading.dates[at].range)).collect();
    slots.extend(figures.map(|at| place(SlotKind::Figure, at, reading.figures[at].range)));
    // "On 21 June, not 12 June": what is denied is not stated.
    slots.retain(|slot| {
        let before = usize::from(slot.first).checked_sub(1).and_then(|at| words.get(at));
        before.is_none_or(|word| word.range.of(text) != "not")
    });
    slots.sort_by_key(|slot| (slot.first, slot.kind));
    slots
}

/// The key of a full day, or of a month with its year.
fn exact_date(date: &DateMention) -> Option<u32> {
    let exact = date.granularity == Granularity::Day
        || date.granularity == Granularity::Month && !date.relative;
    exact.then(|| key_of(&date.value)).filter(|_| date.interval().is_some())
}

/// The key of a number of at least four digits that are not noughts.
fn exact_number(value: f64) -> Option<u32> {
    let written = format!("{value}");
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let telling = digits.trim_start_matches('0').trim_end_matches('0').len() >= 4;
    telling.then(|| key_of(&written))
}

/// The feature of `word`; a verb that means another thing with the particle after it ("took *over*",
/// "stepped *down*") has one of its own.
fn verb_with(word: &str, next: &str) -> Option<Feature> {
    const PARTICLES: &[&str] = &["over", "down", "up", "out", "off", "away"];
    const VERBS: &[&str] = &[
        "tak", "step", "hand", "giv", "set", "break", "carry", "turn", "shut", "pull", "bring",
        "mak", "com", "get", "put", "go", "run", "lay", "stand", "tear", "call", "hold",
    ];
    if PARTICLES.contains(&next) {
        let verb = stems::stem(&fold(word));
        if VERBS.contains(&verb.as_str()) {
            return Some(Feature::Stem(key_of(&format!("{verb} {next}"))));
        }
    }
    stem(word)
}

fn stem(word: &str) -> Option<Feature> {
    let folded = fold(word);
    let bare = folded.strip_suffix("'s").unwrap_or(&folded);
    let is_word = bare.chars().next().is_some_and(char::is_alphabetic);
    if !is_word || bare.len() < 2 || EMPTY.contains(bare) || is_number_word(bare) {
        return None;
    }
    let stem = stems::stem(bare);
    let key = key_of(&stem);
    Some(match stem.as_str() {
        saying if SAYING.contains(&saying) => Feature::Saying(key),
        light if LIGHT.contains(&light) => Feature::Light(key),
        _ => Feature::Stem(key),
    })
}
