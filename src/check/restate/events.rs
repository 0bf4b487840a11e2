//! What shows that a draft tells of another event than a statement that sounds like it: it happens
//! in another place, or somebody else takes part.

use super::values::{self, Value};
use crate::check::desk::Desk;
use crate::corpus::statements::{Feature, Match, Profile, ProfileWord, Slot, SlotKind};
use crate::reading::Reading;
use crate::reading::clauses;
use crate::reading::names::{NameKind, namesakes};
use crate::text::{TextRange, fold, words_in};

/// Words before the place where something happens.
const BEFORE_PLACES: [&str; 3] = ["in", "at", "near"];

/// From this coverage on, a statement may lack one of the draft's people.
const ALL_BUT_ONE: f32 = 0.85;

/// A draft's slot with the sentence in which it stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) sentence: TextRange,
    pub(super) profile: &'a Profile,
    pub(super) slot: &'a Slot,
}

/// Whether the draft's date or figure belongs to another event than the statement's.
pub(super) fn is_another(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>) -> bool {
    is_elsewhere(desk, place.sentence, found)
        || place.slot.kind == SlotKind::Date
            && (happens_again(desk, place, found)
                || tells_what_was_before(desk, place, found)
                || found.coverage < ALL_BUT_ONE && has_others(desk, place, found)
                || has_another_part(desk, place, found))
}

/// Whether the one says that it happens again or often, and the other does not: a second time has a
/// second date.
fn happens_again(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>) -> bool {
    const AGAIN: [&str; 8] =
        ["again", "too", "another", "anew", "repeated", "repeating", "repeats", "repeat"];
    const OFTEN: [&str; 6] =
        ["repeatedly", "regularly", "frequently", "often", "annually", "routinely"];
    let source = &desk.corpus.sources()[found.sentence.source];
    let text = &desk.draft.extraction.text;
    let (drafted, stated) = (place.sentence.of(text), found.sentence.range.of(source.text()));
    // Of weekdays nobody knows which week is meant.
    let value = Value::of_source(desk, found.sentence.source, &found.slot);
    let open = values::is_open(Value::of_draft(desk, place.slot), value);
    let beside = || {
        let words = words_in(text, place.sentence);
        let (first, last) = (usize::from(place.slot.first), usize::from(place.slot.last));
        let near = words.iter().take(last + 3).skip(first.saturating_sub(2));
        near.into_iter().any(|word| has_word(word.range.of(text), &AGAIN))
    };
    has_word(drafted, &AGAIN[2..]) && !has_word(stated, &AGAIN)
        || drafted.contains(" a new ") && !stated.contains(" new ")
        || has_word(drafted, &AGAIN[..2]) && !has_word(stated, &AGAIN) && (open || beside())
        || has_word(beside_slot(source.text(), found), &OFTEN) && !has_word(drafted, &OFTEN)
}

/// Whether the statement shares with the draft only what its sentence puts at another time: "She
/// left in August, a month after *the criticism of the bridge*."
fn tells_what_was_before(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>) -> bool {
    const TIMES: [&str; 3] = ["after", "before", "following"];
    let text = &desk.draft.extraction.text;
    let clauses = clauses::read(text, place.sentence);
    let is_other_time = |number: u8| {
        let clause = clauses.get(usize::from(number)).and_then(|clause| clause.first());
        let word = clause.and_then(|range| range.of(text).split_whitespace().next());
        word.is_some_and(|word| TIMES.contains(&word))
    };
    let own = place.slot.clause;
    let stems = || place.profile.words.iter().filter(|word| word.feature.is_stem());
    let shared = |clause: u8| {
        let words = stems().filter(move |word| word.clause == clause);
        words.filter(|word| found.sentence.has(word.feature)).count()
    };
    let tells = stems().any(|word| word.clause == own);
    let mut others = stems().map(|word| word.clause).filter(|&clause| clause != own);
    tells
        && !is_other_time(own)
        && shared(own) == 0
        && others.any(|clause| is_other_time(clause) && shared(clause) > 0)
}

/// The part of a statement that stands about its slot, where "often" is often enough on that day.
fn beside_slot<'a>(text: &'a str, found: &Match<'_>) -> &'a str {
    const ABOUT: usize = 10;
    let words = words_in(text, found.sentence.range);
    let (first, last) = (usize::from(found.slot.first), usize::from(found.slot.last));
    let start = words.get(first.saturating_sub(ABOUT)).map(|word| word.range.start);
    let end = words.get((last + ABOUT).min(words.len().saturating_sub(1)));
    let range = start.zip(end.map(|word| word.range.end));
    range.and_then(|(start, end)| text.get(start..end)).unwrap_or_default()
}

fn has_word(text: &str, wanted: &[&str]) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| wanted.iter().any(|one| word.eq_ignore_ascii_case(one)))
}

/// Whether in the draft's clause a place or a body stands for one that the statement names: "signed
/// with Norway" and "signed with Spain" are of two days.
fn has_another_part(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>) -> bool {
    let own: Vec<&[ProfileWord]> = parts_of(place.profile, place.slot).collect();
    let stated = parts_of(&found.sentence.profile, &found.slot);
    let text = &desk.draft.extraction.text;
    let lacking = own.iter().filter(|one| !one.iter().any(|word| found.sentence.has(word.feature)));
    let mut lacking = lacking.filter_map(|one| {
        Some((kind_in_draft(desk, text, place.sentence, one[0])?, one[0].feature.is_name()))
    });
    let others: Vec<NameKind> = stated
        .filter(|one| !one.iter().any(|word| has(place.profile, word.feature)))
        .filter(|one| !own.iter().any(|known| is_longer(desk, one[0].feature, known[0].feature)))
        .filter_map(|one| kind_of(desk, one[0].feature))
        .collect();
    // A place that no source knows is no place of theirs.
    lacking.any(|(kind, known)| others.contains(&kind) || !known && kind == NameKind::Place)
}

/// Whether `name` is the `other` in full: "the Coast Guard of Norway", "the Coast Guard".
fn is_longer(desk: &Desk<'_>, name: Feature, other: Feature) -> bool {
    let known = |feature: Feature| {
        let person = feature.person().map(|person| desk.corpus.people().get(person));
        person.map(|person| fold(&person.name))
    };
    known(name).zip(known(other)).is_some_and(|(name, other)| {
        let mut words = other.split_whitespace();
        words.all(|word| name.split_whitespace().any(|one| one == word))
    })
}

/// The names of the slot's clause, each with its readings.
fn parts_of<'a>(profile: &'a Profile, slot: &Slot) -> impl Iterator<Item = &'a [ProfileWord]> {
    let clause = slot.clause;
    let words = profile.words.chunk_by(|one, other| one.at == other.at);
    words.filter(move |one| one[0].clause == clause && one[0].feature.is_any_name())
}

fn has(profile: &Profile, feature: Feature) -> bool {
    profile.words.iter().any(|word| word.feature == feature)
}

/// What a name of the sources is, where it is a place or a body.
fn kind_of(desk: &Desk<'_>, feature: Feature) -> Option<NameKind> {
    let kind = desk.corpus.people().get(feature.person()?).kind;
    matches!(kind, NameKind::Place | NameKind::Organisation).then_some(kind)
}

/// The same for a name of the draft, which the sources may not know.
fn kind_in_draft(
    desk: &Desk<'_>,
    text: &str,
    sentence: TextRange,
    word: ProfileWord,
) -> Option<NameKind> {
    if word.feature.is_name() {
        return kind_of(desk, word.feature);
    }
    let range = words_in(text, sentence).get(usize::from(word.at))?.range;
    let names = &desk.draft.reading.names;
    let at = names.mentions.partition_point(|mention| mention.range.end <= range.start);
    let mention = names.mentions.get(at).filter(|mention| mention.range.overlaps(range))?;
    let kind = names.entities[mention.entity].kind;
    matches!(kind, NameKind::Place | NameKind::Organisation).then_some(kind)
}

/// Whether the draft's sentence names a person who stands neither in the statement nor beside it.
fn has_others(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>) -> bool {
    let names = &desk.draft.reading.names;
    let sentence = place.sentence;
    let first = names.mentions.partition_point(|mention| mention.range.end <= sentence.start);
    names.mentions[first..].iter().take_while(|one| one.range.start < sentence.end).any(|mention| {
        let is_person = names.entities[mention.entity].kind == NameKind::Person;
        let person = desk.namer.and_then(|namer| namer.person(mention.entity));
        let is_there = person
            .is_some_and(|one| found.sentence.has_or_nears(Feature::of_person(one)))
            || person.is_none() && is_called(desk, place, found, mention.range);
        is_person && !is_there
    })
}

/// Whether the statement names by the given name alone whom the draft names in full at `range`.
fn is_called(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>, range: TextRange) -> bool {
    let text = &desk.draft.extraction.text;
    let given = range.of(text).split_whitespace().next().map(fold);
    let words = words_in(text, place.sentence);
    let at = words.partition_point(|word| word.range.end <= range.start);
    let readings = place.profile.words.iter().filter(|word| usize::from(word.at) == at);
    readings.filter(|word| found.sentence.has(word.feature)).any(|word| {
        let person = word.feature.person().map(|person| desk.corpus.people().get(person));
        person.is_some_and(|person| Some(fold(&person.name)) == given)
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
    // "New York" and "New York City".
    let begins = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' ') && short.contains(' '))
    };
    place == other
        || namesakes(place).contains(&other)
        || begins(place, other)
        || begins(other, place)
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
