//! Events that two sources tell alike and put on different days.

use rayon::prelude::*;

use super::{Entry, EntryKind};
use crate::corpus::Corpus;
use crate::corpus::statements::{Match, Query, Slot, SlotKind, foundings};
use crate::reading::dates::{DateMention, Granularity, consistent};

/// Least share of what stands around the one day that stands around the other, and the other way
/// round: a short notice tells no more than a long one.
const ALIKE: f32 = 0.68;
const ALIKE_NEAR: f32 = 0.6;
const ALIKE_BACK: f32 = 0.3;
/// How much more is asked for each tenfold of sentences.
const BY_DOUBT: f32 = 0.08;
/// Least surprise that both share so much.
const SURPRISE: f32 = 3.0;

/// Notes at each event the events that tell the same on another day.
pub(super) fn mark(corpus: &Corpus, entries: &mut [Entry]) {
    let events: Vec<usize> = (0..entries.len())
        .filter(|&number| matches!(entries[number].kind, EntryKind::Happened))
        .collect();
    let known: &[Entry] = entries;
    let pairs: Vec<(usize, usize)> = events
        .par_iter()
        .flat_map_iter(|&number| {
            let others = others(corpus, known, number);
            let before = member_before(corpus, known, number);
            others.into_iter().chain(before).map(move |other| (number, other))
        })
        .collect();
    for (one, other) in pairs {
        for (at, with) in [(one, other), (other, one)] {
            if !entries[at].disputed_by.contains(&with) {
                entries[at].disputed_by.push(with);
                entries[at].disputed_by.sort_unstable();
            }
        }
    }
}

/// The entries that tell what the entry numbered `number` tells, on another day.
fn others(corpus: &Corpus, entries: &[Entry], number: usize) -> Vec<usize> {
    let entry = &entries[number];
    let statements = corpus.statements();
    let Some(&(source, range)) = entry.passages.first() else { return Vec::new() };
    let Some(sentence) = statements.at(source, range) else { return Vec::new() };
    let Some((slot, day)) = day_of(corpus, source, &sentence.profile.slots, entry) else {
        return Vec::new();
    };
    let matches = Query::new(statements, &sentence.profile, slot, None).matches(statements, slot);
    let alike = matches.iter().filter(|found| {
        found.inherited.is_none() && found.sentence.source != source && is_alike(found)
    });
    alike.filter_map(|found| on_another_day(corpus, entries, day, found)).collect()
}

/// The entry of another source that has somebody belong to a body before the entry numbered `number`
/// has it founded.
fn member_before(corpus: &Corpus, entries: &[Entry], number: usize) -> Option<usize> {
    let entry = &entries[number];
    let &(source, range) = entry.passages.first()?;
    let sentence = corpus.statements().at(source, range)?;
    let (slot, day) = day_of(corpus, source, &sentence.profile.slots, entry)?;
    if !foundings::tells_a_founding(&sentence.profile, slot.clause) {
        return None;
    }
    let words = foundings::words_of(&sentence.profile, slot.clause);
    let before = foundings::member_before(corpus, words, day.start?)?;
    let place = (before.sentence.source, before.sentence.range);
    let told = |one: &Entry| one.passages.contains(&place) && one.date == before.date.value;
    (place.0 != source).then(|| entries.iter().position(told))?
}

/// The slot of the entry's sentence that has the entry's day, where the sentence has one day only.
fn day_of<'a, 'b>(
    corpus: &'a Corpus,
    source: usize,
    slots: &'b [Slot],
    entry: &Entry,
) -> Option<(&'b Slot, &'a DateMention)> {
    let mut dates = slots.iter().filter(|slot| slot.kind == SlotKind::Date);
    let slot = dates.next().filter(|_| dates.next().is_none())?;
    let day = corpus.sources()[source].reading().dates.get(slot.number as usize)?;
    (day.value == entry.date).then_some((slot, day))
}

fn is_alike(found: &Match<'_>) -> bool {
    let least = ALIKE + BY_DOUBT * found.doubt;
    found.coverage >= least
        && found.reverse >= ALIKE_BACK
        && found.role >= ALIKE_NEAR
        && found.surprise >= SURPRISE
        && found.names + found.stems >= 3
}

/// The entry of the matching sentence, where its day cannot be `day`.
fn on_another_day(
    corpus: &Corpus,
    entries: &[Entry],
    day: &DateMention,
    found: &Match<'_>,
) -> Option<usize> {
    let (source, range) = (found.sentence.source, found.sentence.range);
    let other = corpus.sources()[source].reading().dates.get(found.slot.number as usize)?;
    let comparable = other.granularity == day.granularity && day.bound == other.bound;
    // "On Tuesday" tells the day of many pieces of news.
    let news = |date: &DateMention| date.relative && date.granularity <= Granularity::Week;
    if !comparable || news(day) && news(other) || consistent(day, other).is_consistent() {
        return None;
    }
    entries
        .iter()
        .position(|entry| entry.passages.contains(&(source, range)) && entry.date == other.value)
}
