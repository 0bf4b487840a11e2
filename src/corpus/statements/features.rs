//! What a clause is known by: the names in it and the stems of its other words.

use super::inside;
use crate::corpus::Source;
use crate::corpus::people::{People, PersonId};
use crate::reading::figures::FigureKind;
use crate::reading::names::NameKind;
use crate::reading::{Reading, stems};
use crate::text::{TextRange, fold, key_of, words_in};

/// A name or a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Feature {
    /// One of the people, bodies and places of the sources.
    Name(usize),
    /// A name that the sources do not have, as a key.
    OtherName(u32),
    /// The stem of a word, as a key.
    Stem(u32),
    /// The stem of a word of saying, which nearly every sentence has.
    Saying(u32),
    /// The stem of a verb that tells little without its object.
    Light(u32),
}

impl Feature {
    /// The feature of a word that is no name.
    pub(crate) fn of_word(word: &str) -> Self {
        Self::Stem(key_of(&stems::stem(word)))
    }

    /// Whether it is a name.
    pub(crate) const fn is_name(self) -> bool {
        matches!(self, Self::Name(_))
    }

    /// Whether it is a name, known to the sources or not.
    pub(super) const fn is_any_name(self) -> bool {
        matches!(self, Self::Name(_) | Self::OtherName(_))
    }

    /// Whether it is a word of saying.
    pub(crate) const fn is_saying(self) -> bool {
        matches!(self, Self::Saying(_))
    }

    /// Whether it is a verb that tells little.
    pub(super) const fn is_light(self) -> bool {
        matches!(self, Self::Light(_))
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

/// Words that say nothing of an event, folded: grammar, and the words of dates and figures.
const EMPTY: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "if", "then", "than", "that", "this", "these", "those",
    "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "into", "about", "over",
    "after", "before", "between", "through", "during", "against", "up", "down", "out", "off", "is",
    "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "have", "has", "had",
    "having", "i", "you", "he", "she", "it", "we", "they", "me", "him", "her", "us", "them", "my",
    "your", "his", "its", "our", "their", "who", "whom", "whose", "which", "what", "when", "where",
    "why", "how", "there", "here", "so", "such", "too", "very", "just", "also", "will", "would",
    "can", "could", "shall", "should", "may", "might", "must", "all", "any", "some", "each",
    "both", "other", "more", "most", "new", "not", "no", "last", "next", "early", "late", "since",
    "until", "ago", "later", "earlier", "only", "still", "already", "now", "while", "because",
    "mr", "mrs", "ms", "back", "under", "around", "roughly", "almost", "nearly", "least", "one",
];

const SAYING: &[&str] = &["say", "tell", "add", "speak", "announc", "stat", "ask"];

const LIGHT: &[&str] = &[
    "tak", "plac", "mak", "giv", "go", "com", "get", "put", "set", "hold", "us", "becom", "day",
    "year", "month", "week", "people", "time",
];

/// Gives the features of a document's clauses.
#[derive(Debug)]
pub(crate) struct Namer<'a> {
    /// For each entity of the document, whose name it is in the sources.
    people: Vec<Option<PersonId>>,
    all: &'a People,
    /// In a draft, the names of the sources wherever they stand, in order.
    namings: Vec<(TextRange, PersonId)>,
}

impl<'a> Namer<'a> {
    /// For the source numbered `number`.
    pub(crate) fn of_source(all: &'a People, number: usize, source: &Source) -> Self {
        let count = source.reading().names.entities.len();
        let people = (0..count).map(|entity| all.of_entity(number, entity)).collect();
        Self { people, all, namings: Vec::new() }
    }

    /// For a draft with the extracted `text`: a name is looked up by any of its spellings, else by
    /// the one word of it that the draft has; what the draft's own reading passes over ("Rovers" at
    /// the head of a sentence) is known by the sources' names.
    pub(crate) fn of_draft(all: &'a People, reading: &Reading, text: &str) -> Self {
        let find = |entity: &crate::reading::names::Entity| {
            let full = all.resolve(&entity.name);
            full.or_else(|| entity.spellings.iter().find_map(|spelling| all.resolve(spelling)))
                .or_else(|| all.resolve_part(&entity.name))
        };
        let people = reading.names.entities.iter().map(find).collect();
        let namings = all
            .mentions_in(text)
            .into_iter()
            // Of several with that name the most mentioned: enough to find statements by.
            .filter_map(|naming| Some((naming.range, *naming.people.first()?)))
            .collect();
        Self { people, all, namings }
    }

    /// The person that the document's `entity` is.
    pub(crate) fn person(&self, entity: usize) -> Option<PersonId> {
        self.people.get(entity).copied().flatten()
    }

    /// The name of the sources that stands in `range` of a draft.
    fn naming(&self, range: TextRange) -> Option<PersonId> {
        let first = self.namings.partition_point(|(naming, _)| naming.end <= range.start);
        let (naming, person) = self.namings.get(first)?;
        naming.overlaps(range).then_some(*person)
    }

    /// The features of the stretches `clause` of `text`, sorted.
    pub(crate) fn features(
        &self,
        text: &str,
        reading: &Reading,
        clause: &[TextRange],
    ) -> Vec<Feature> {
        let mut features = Vec::new();
        for &stretch in clause {
            self.read_stretch(text, reading, stretch, &mut features);
        }
        features.sort_unstable();
        features.dedup();
        features
    }

    fn read_stretch(
        &self,
        text: &str,
        reading: &Reading,
        stretch: TextRange,
        features: &mut Vec<Feature>,
    ) {
        let mentions = &reading.names.mentions;
        let first = mentions.partition_point(|mention| mention.range.end <= stretch.start);
        let mut taken: Vec<TextRange> = Vec::new();
        for mention in mentions[first..].iter().take_while(|one| one.range.start < stretch.end) {
            taken.push(mention.range);
            features.push(
                match self.person(mention.entity).or_else(|| self.naming(mention.range)) {
                    Some(PersonId(id)) => Feature::Name(id),
                    None => Feature::OtherName(key_of(&fold(mention.range.of(text)))),
                },
            );
        }
        let first = self.namings.partition_point(|(range, _)| range.end <= stretch.start);
        for (range, PersonId(id)) in &self.namings[first..] {
            if range.start >= stretch.end {
                break;
            }
            if !taken.iter().any(|known| known.overlaps(*range)) {
                taken.push(*range);
                features.push(Feature::Name(*id));
            }
        }
        for speaker in speakers(reading, stretch) {
            features.extend(self.person(speaker).map(|PersonId(id)| Feature::Name(id)));
        }
        taken.extend(told(reading, stretch));
        for word in words_in(text, stretch) {
            if !taken.iter().any(|range| range.overlaps(word.range)) {
                features.extend(stem(word.range.of(text)));
            }
        }
    }

    /// The person that a sentence beginning with "he" or "she" goes on about: the one person whom
    /// the sentence before names.
    pub(crate) fn subject(
        &self,
        text: &str,
        reading: &Reading,
        sentence: TextRange,
        before: Option<TextRange>,
    ) -> Option<Feature> {
        let first = sentence.of(text).split_whitespace().next()?;
        if !["He", "She"].contains(&first) {
            return None;
        }
        let before = before?;
        let mut found = None;
        for mention in &reading.names.mentions {
            if before.contains_range(mention.range)
                && let Some(person) = self.person(mention.entity)
                && self.all.get(person).kind == NameKind::Person
            {
                if found.is_some_and(|known| known != person) {
                    return None;
                }
                found = Some(person);
            }
        }
        found.map(|PersonId(id)| Feature::Name(id))
    }
}

/// The entities that are said to speak, by a mention in `stretch` (a pronoun, often).
fn speakers(reading: &Reading, stretch: TextRange) -> impl Iterator<Item = usize> {
    // A speaker stands near the words, before or after them.
    const NEAR: usize = 1_000;
    let from = stretch.start.saturating_sub(NEAR);
    let first = reading.attributions.partition_point(|one| one.content.start < from);
    reading.attributions[first..]
        .iter()
        .take_while(move |one| one.content.start < stretch.end + NEAR)
        .filter_map(|attribution| attribution.speaker.as_ref())
        .filter(move |speaker| stretch.contains_range(speaker.range))
        .filter_map(|speaker| speaker.entity)
}

/// The words of dates and amounts, which are compared by themselves. Of other figures the noun
/// that is counted tells what they are about, and number words are no stems.
fn told(reading: &Reading, stretch: TextRange) -> Vec<TextRange> {
    let is_amount = |kind: FigureKind| {
        matches!(kind, FigureKind::Money | FigureKind::Percent | FigureKind::Score)
    };
    let dates = inside(&reading.dates, &[stretch], |date| date.range);
    let figures = inside(&reading.figures, &[stretch], |figure| figure.range);
    let dates = dates.into_iter().map(|date| reading.dates[date].range);
    let figures = figures
        .into_iter()
        .map(|figure| &reading.figures[figure])
        .filter(|figure| is_amount(figure.kind))
        .map(|figure| figure.range);
    dates.chain(figures).collect()
}

const NUMBER_WORDS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "dozen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "hundred",
    "thousand",
    "million",
    "billion",
    "half",
    "quarter",
    "third",
    "first",
    "second",
    "trillion",
    "hundreds",
    "thousands",
    "dozens",
];

fn stem(word: &str) -> Option<Feature> {
    let folded = fold(word);
    let bare = folded.strip_suffix("'s").unwrap_or(&folded);
    let is_word = bare.chars().any(char::is_alphabetic);
    if !is_word || EMPTY.contains(&bare) || NUMBER_WORDS.contains(&bare) {
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
