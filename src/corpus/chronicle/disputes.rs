//! Disagreements: the same utterance on days that cannot be the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::reading::dates::Interval;
use crate::text::WordKey;

use super::{Entry, EntryKind, TELLING_WORDS, words_of};

/// Words in a row that two sources share only where they quote the same utterance.
const RUN: usize = 7;
/// Entries that share words from which on these are a saying, not an utterance.
const MANY: usize = 64;

/// Notes in each quoted entry of `entries` the numbers of those that put its words on another day.
pub(super) fn mark(entries: &mut [Entry]) {
    let mut by_words: BTreeMap<Vec<WordKey>, BTreeSet<usize>> = BTreeMap::new();
    for (number, entry) in entries.iter().enumerate() {
        if !matches!(entry.kind, EntryKind::Said { quoted: true, .. }) {
            continue;
        }
        for words in entry.pieces.iter().map(|piece| words_of(piece)) {
            for run in words.windows(RUN) {
                by_words.entry(run.to_vec()).or_default().insert(number);
            }
            if (TELLING_WORDS..RUN).contains(&words.len()) {
                by_words.entry(words).or_default().insert(number);
            }
        }
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for same in by_words.values().filter(|same| (2..=MANY).contains(&same.len())) {
        for &one in same {
            let others = same.iter().copied().filter(|&other| other != one);
            pairs.extend(others.map(|other| (one, other)));
        }
    }
    for (one, other) in pairs {
        if is_one_speaker(&entries[one], &entries[other])
            && is_apart(&entries[one], &entries[other])
        {
            entries[one].disputed_by.push(other);
        }
    }
}

fn is_one_speaker(one: &Entry, other: &Entry) -> bool {
    match (&one.kind, &other.kind) {
        (
            EntryKind::Said { person, speaker, .. },
            EntryKind::Said { person: other, speaker: name, .. },
        ) => (person.is_some() && person == other) || speaker == name,
        _ => false,
    }
}

/// Whether no day that one of them may mean is one that the other may mean; where a year is not
/// known, month and day decide.
fn is_apart(one: &Entry, other: &Entry) -> bool {
    let (days, others) = (days(one), days(other));
    if days.is_empty() || others.is_empty() {
        return match (one.month_day, other.month_day) {
            (Some((month, day)), Some((other, number))) => {
                month != other || day.zip(number).is_some_and(|(day, number)| day != number)
            }
            _ => false,
        };
    }
    !days.iter().any(|day| others.iter().any(|other| day.overlaps(*other)))
}

fn days(entry: &Entry) -> Vec<Interval> {
    if entry.readings.is_empty() {
        let days = entry.start.zip(entry.end);
        return days.map(|(start, end)| Interval::new(start, end)).into_iter().collect();
    }
    entry.readings.clone()
}
