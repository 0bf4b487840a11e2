//! What shows that a draft tells of another event than a statement that sounds like it: it happens
//! in another place, or somebody else takes part.

use super::Value;
use crate::check::desk::Desk;
use crate::corpus::statements::{Feature, Match};
use crate::reading::Reading;
use crate::reading::names::{NameKind, namesakes};
use crate::text::{TextRange, fold};

/// Words before the place where something happens.
const BEFORE_PLACES: [&str; 3] = ["in", "at", "near"];

/// From this coverage on, a statement may lack one of the draft's people.
const ALL_BUT_ONE: f32 = 0.85;

/// Whether the draft's date belongs to another event than the statement's.
pub(super) fn is_another(desk: &Desk<'_>, value: Value<'_>, found: &Match<'_>) -> bool {
    let Value::Date(date) = value else { return false };
    let sentences = &desk.draft.reading.sentences;
    let Some(sentence) = sentences.iter().find(|one| one.contains_range(date.range)) else {
        return false;
    };
    is_elsewhere(desk, *sentence, found)
        || found.coverage < ALL_BUT_ONE && has_others(desk, *sentence, found)
}

/// Whether the draft's sentence names a person who stands neither in the statement nor beside it.
fn has_others(desk: &Desk<'_>, sentence: TextRange, found: &Match<'_>) -> bool {
    let names = &desk.draft.reading.names;
    let first = names.mentions.partition_point(|mention| mention.range.end <= sentence.start);
    names.mentions[first..].iter().take_while(|one| one.range.start < sentence.end).any(|mention| {
        let is_person = names.entities[mention.entity].kind == NameKind::Person;
        let person = desk.namer.and_then(|namer| namer.person(mention.entity));
        let is_there =
            person.is_some_and(|one| found.sentence.has_or_nears(Feature::of_person(one)));
        is_person && !is_there
    })
}

/// Whether the draft's sentence puts what it tells into other places than the statement does; a
/// capital is its country's. False where either names no place.
fn is_elsewhere(desk: &Desk<'_>, sentence: TextRange, found: &Match<'_>) -> bool {
    let drafted = places(&desk.draft.extraction.text, &desk.draft.reading, sentence);
    if drafted.is_empty() {
        return false;
    }
    let source = &desk.corpus.sources()[found.sentence.source];
    let stated = places(source.text(), source.reading(), found.sentence.range);
    !stated.is_empty()
        && !drafted.iter().any(|place| stated.iter().any(|other| is_same(place, other)))
}

fn is_same(place: &str, other: &str) -> bool {
    place == other || namesakes(place).contains(&other)
}

/// The places, folded, in which a sentence says that something happens.
fn places(text: &str, reading: &Reading, sentence: TextRange) -> Vec<String> {
    let mentions = &reading.names.mentions;
    let first = mentions.partition_point(|mention| mention.range.end <= sentence.start);
    mentions[first..]
        .iter()
        .take_while(|mention| mention.range.start < sentence.end)
        .filter(|mention| {
            let kind = reading.names.entities.get(mention.entity).map(|entity| entity.kind);
            kind == Some(NameKind::Place) && follows_preposition(text, mention.range.start)
        })
        .map(|mention| fold(mention.range.of(text)))
        .collect()
}

fn follows_preposition(text: &str, at: usize) -> bool {
    let word = text[..at].split_whitespace().next_back().unwrap_or_default();
    BEFORE_PLACES.contains(&word.to_lowercase().as_str())
}
