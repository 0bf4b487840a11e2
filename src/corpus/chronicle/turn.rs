//! Turns: how far the day of one statement is that of the next by the same speaker.

use crate::corpus::statements::{Heard, Listener};
use crate::reading::Reading;
use crate::reading::attribution::{Attribution, Speaker};
use crate::reading::names::NameKind;
use crate::text::TextRange;

/// Sentences from one statement to the next within a turn.
const SENTENCES: usize = 2;

/// Words that put a statement on another occasion than the one before.
const ANOTHER_OCCASION: [&str; 12] = [
    "later",
    "earlier",
    "previously",
    "separately",
    "afterwards",
    "afterward",
    "recently",
    "once",
    "elsewhere",
    "ago",
    "repeatedly",
    "often",
];

/// Whether `next` goes on where `before` ends: the same known speaker, close by, and nobody else
/// is told it.
pub(super) fn goes_on(
    reading: &Reading,
    text: &str,
    before: &Attribution,
    next: &Attribution,
) -> bool {
    let entity = |one: &Attribution| one.speaker.as_ref().and_then(|speaker| speaker.entity);
    if entity(before).is_none() || entity(before) != entity(next) {
        return false;
    }
    let number = |offset| reading.sentence_index(offset);
    let (one, other) = (number(before.content.start), number(next.content.start));
    one.abs_diff(other) <= SENTENCES && is_one_occasion(reading, text, before, next)
}

/// Whether the words that attribute `next` name no other occasion and no other listener.
fn is_one_occasion(
    reading: &Reading,
    text: &str,
    before: &Attribution,
    next: &Attribution,
) -> bool {
    let listeners = listener_of(reading, text, before).zip(listener_of(reading, text, next));
    let another = listeners.is_some_and(|(one, other)| one.beside(&other) == Some(Heard::Another));
    let known = frame_of(reading, text, before).unwrap_or_default();
    !another && is_occasion_of(reading, text, known, next)
}

/// Whether `next` may be said on the occasion of which `known` tells: "told the council …".
pub(super) fn is_occasion_of(
    reading: &Reading,
    text: &str,
    known: &str,
    next: &Attribution,
) -> bool {
    let Some(frame) = frame_of(reading, text, next) else { return true };
    if words(frame).any(|word| ANOTHER_OCCASION.contains(&word)) {
        return false;
    }
    match (listener(known.trim_start()), listener(frame)) {
        (Some(known), Some(told)) => known.starts_with(told) || told.starts_with(known),
        _ => true,
    }
}

/// The words between a cue and the next quotation mark or the end of the sentence: "told the
/// council on 3 March".
fn frame_of<'t>(reading: &Reading, text: &'t str, one: &Attribution) -> Option<&'t str> {
    let cue = one.cue?;
    let sentence = reading.sentence_at(cue.start)?;
    let rest = text.get(cue.start..sentence.end.max(cue.end))?;
    rest.split(['“', '”', '"', '«', '»']).next()
}

/// Who is told what `one` attributes, where that is a paper by its name, or a parliament.
pub(super) fn listener_of(reading: &Reading, text: &str, one: &Attribution) -> Option<Listener> {
    let sentence = reading.sentence_at(one.cue?.start)?;
    Listener::read(text, sentence).filter(Listener::is_known)
}

/// The same, where the sentence does not look back on another occasion.
pub(super) fn listener_now(reading: &Reading, text: &str, one: &Attribution) -> Option<Listener> {
    const LOOKS_BACK: [&str; 4] = ["had", "has", "have", "last"];
    let sentence = reading.sentence_at(one.cue?.start)?;
    let looks_back = |word: &str| LOOKS_BACK.contains(&word) || ANOTHER_OCCASION.contains(&word);
    let before = text.get(sentence.start..one.content.start).unwrap_or_default();
    let behind = text.get(one.content.end..sentence.end).unwrap_or_default();
    if words(before).chain(words(behind)).any(looks_back) {
        return None;
    }
    listener_of(reading, text, one)
}

/// Who is told it: "the council" of "told the council on 3 March".
fn listener(frame: &str) -> Option<&str> {
    let told = frame.strip_prefix("told ")?;
    let end = [" on ", " in ", " at ", " that ", ",", ".", ":", " during ", " after "];
    let cut = end.iter().filter_map(|end| told.find(end)).min().unwrap_or(told.len());
    Some(told[..cut].trim_end())
}

/// Where the sentence `before` names `speaker`: by a name, or as its subject by the pronoun that
/// names the speaker now as well.
pub(super) fn subject_of(
    reading: &Reading,
    text: &str,
    before: TextRange,
    speaker: &Speaker,
) -> Option<TextRange> {
    let entity = speaker.entity?;
    let first = reading.names.mentions.partition_point(|one| one.range.start < before.start);
    let mut named = reading.names.mentions[first..]
        .iter()
        .take_while(|one| one.range.end <= before.end)
        .filter(|one| one.entity == entity);
    if let Some(mention) = named.next() {
        return Some(mention.range);
    }
    let pronoun = speaker.range.of(text);
    let begins = before.of(text).get(..pronoun.len())?;
    let is_pronoun = ["he", "she"].iter().any(|one| pronoun.eq_ignore_ascii_case(one));
    let ends = before.of(text).get(pronoun.len()..)?.starts_with(' ');
    (is_pronoun && ends && begins.eq_ignore_ascii_case(pronoun))
        .then(|| TextRange::new(before.start, before.start + pronoun.len()))
}

/// "Moss *said* on Thursday": a verb of saying directly behind the subject, and the date near it.
pub(super) fn is_told_beside(text: &str, between: TextRange) -> bool {
    const VERBS: [&str; 8] =
        ["said", "told", "announced", "declared", "stated", "added", "confirmed", "spoke"];
    const NEAR: usize = 30;
    let verb = words(between.of(text)).next();
    between.end - between.start <= NEAR && verb.is_some_and(|verb| VERBS.contains(&verb))
}

/// "He gave the news to friends first, *telling* the Post on Thursday": who is told it stands
/// between the verb and the date, and nobody else is named up to there.
pub(super) fn is_told_far(reading: &Reading, text: &str, between: TextRange) -> bool {
    /// Words between the verb and the date.
    const LISTENER: usize = 6;
    const CLAUSE: [&str; 9] = ["that", "who", "which", "was", "were", "had", "is", "will", "would"];
    let first = reading.names.mentions.partition_point(|one| one.range.end <= between.start);
    let mut others =
        reading.names.mentions[first..].iter().take_while(|one| one.range.start < between.end);
    let is_person = |entity: usize| {
        reading.names.entities.get(entity).is_some_and(|one| one.kind == NameKind::Person)
    };
    if others.any(|one| is_person(one.entity)) {
        return false;
    }
    let all: Vec<&str> = words(between.of(text)).collect();
    let near = all.iter().rev().take(LISTENER).take_while(|word| !CLAUSE.contains(word));
    near.into_iter().any(|word| matches!(*word, "told" | "telling"))
}

/// "On 3 March, a week after *she told the council …*, Moss left": whether the day is told outside of
/// the subordinate clause that attributes.
pub(super) fn is_of_another_clause(
    text: &str,
    frame: TextRange,
    one: &Attribution,
    day: TextRange,
) -> bool {
    const OPENS: [&str; 10] = [
        "after", "before", "since", "when", "while", "until", "till", "once", "although", "though",
    ];
    let Some(cue) = one.cue else { return false };
    let subject = one.speaker.as_ref().map_or(cue, |speaker| speaker.range);
    let begin = cue.start.min(subject.start);
    let before = text.get(frame.start..begin).unwrap_or_default();
    let clause =
        before.rsplit([',', ';', '.', ':', '—', '–', '(', '\n']).next().unwrap_or_default();
    let opened = words(clause).last().is_some_and(|word| OPENS.contains(&word));
    if !opened {
        return false;
    }
    if day.end <= begin {
        return true;
    }
    let end = cue.end.max(subject.end);
    text.get(end..day.start).is_some_and(|between| between.contains([',', '”', '"']))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'')
        .filter(|one| !one.is_empty())
}
