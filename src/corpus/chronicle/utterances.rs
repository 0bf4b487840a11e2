//! One entry for one utterance that several sources report: all their places, the fullest wording,
//! and the day of the source that is sure of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Entry, EntryKind, TELLING_WORDS, one_line, words_of};
use crate::corpus::people::PersonId;
use crate::corpus::{Corpus, Status};
use crate::reading::dates::{Granularity, Interval};
use crate::reading::quotations::QuotationKind;
use crate::text::{TextRange, WordKey};

/// Words in a row that two quotations of one speaker on one day share only where they are one
/// utterance; and those that they share where the day is not known of both.
const RUN: usize = 5;
const LONG_RUN: usize = 8;
/// Entries that share words from which on these are a saying, not an utterance.
const MANY: usize = 32;

/// Who said it: one of the people of the sources, else a name.
type Speaker = (Option<PersonId>, String);

/// Puts together the quoted entries of `entries` that are one utterance.
pub(super) fn join(corpus: &Corpus, entries: Vec<Entry>) -> Vec<Entry> {
    let mut entries = entries;
    settle_days(&mut entries);
    let mut entries = of_one_day(entries);
    add_undated(corpus, &mut entries);
    entries
}

/// The speaker of a quoted entry.
fn speaker(entry: &Entry) -> Option<Speaker> {
    match &entry.kind {
        EntryKind::Said { person: Some(person), quoted: true, .. } => {
            Some((Some(*person), String::new()))
        }
        EntryKind::Said { speaker, quoted: true, .. } => Some((None, speaker.clone())),
        _ => None,
    }
}

/// The runs of `run` words of an utterance; a shorter piece as a whole.
fn runs(pieces: &[String], run: usize) -> Vec<Vec<WordKey>> {
    let mut found = Vec::new();
    for words in pieces.iter().map(|piece| words_of(piece)) {
        if (TELLING_WORDS..run).contains(&words.len()) {
            found.push(words);
        } else {
            found.extend(words.windows(run).map(<[WordKey]>::to_vec));
        }
    }
    found
}

/// "On Monday" that may be two Mondays is the one on which a source that is sure has the same
/// words; so are the other Mondays of its document.
fn settle_days(entries: &mut [Entry]) {
    let mut sure: FxHashMap<(Speaker, Vec<WordKey>), BTreeSet<Date>> = FxHashMap::default();
    for entry in entries.iter().filter(|entry| entry.readings.is_empty()) {
        let Some((speaker, day)) = speaker(entry).zip(day_of(entry)) else { continue };
        for run in runs(&entry.pieces, LONG_RUN) {
            sure.entry((speaker.clone(), run)).or_default().insert(day);
        }
    }
    let mut settled: BTreeMap<(usize, String), BTreeSet<Date>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.readings.len() > 1) {
        let (Some(speaker), Some(&(source, _))) = (speaker(entry), entry.passages.first()) else {
            continue;
        };
        let days = runs(&entry.pieces, LONG_RUN)
            .into_iter()
            .filter_map(|run| sure.get(&(speaker.clone(), run)))
            .flatten()
            .filter(|day| entry.readings.contains(&Interval::day(**day)))
            .copied();
        settled.entry((source, entry.date.clone())).or_default().extend(days);
    }
    for entry in entries.iter_mut().filter(|entry| entry.readings.len() > 1) {
        let Some(&(source, _)) = entry.passages.first() else { continue };
        let days = settled.get(&(source, entry.date.clone())).filter(|days| days.len() == 1);
        if let Some(day) = days.and_then(BTreeSet::first) {
            entry.date = day.to_string();
            (entry.start, entry.end) = (Some(*day), Some(*day));
            entry.month_day = Some((day.month(), Some(day.day())));
            entry.readings.clear();
            entry.day_inferred = true;
        }
    }
}

fn day_of(entry: &Entry) -> Option<Date> {
    entry.start.filter(|_| entry.start == entry.end && entry.granularity == Granularity::Day)
}

/// Joins the quoted entries of one speaker and one date that share words.
fn of_one_day(entries: Vec<Entry>) -> Vec<Entry> {
    let mut by_words: FxHashMap<(Speaker, String, Vec<WordKey>), Vec<usize>> = FxHashMap::default();
    for (number, entry) in entries.iter().enumerate() {
        let Some(speaker) = speaker(entry) else { continue };
        // Within a month much is said twice.
        let length = if entry.granularity == Granularity::Day { RUN } else { LONG_RUN };
        for run in runs(&entry.pieces, length) {
            let same = by_words.entry((speaker.clone(), entry.date.clone(), run)).or_default();
            if same.last() != Some(&number) {
                same.push(number);
            }
        }
    }
    let mut parents: Vec<usize> = (0..entries.len()).collect();
    for same in by_words.into_values().filter(|same| (2..=MANY).contains(&same.len())) {
        for pair in same.windows(2) {
            let (one, other) = (root(&parents, pair[0]), root(&parents, pair[1]));
            parents[one.max(other)] = one.min(other);
        }
    }
    let mut groups: BTreeMap<usize, Vec<Entry>> = BTreeMap::new();
    for (number, entry) in entries.into_iter().enumerate() {
        groups.entry(root(&parents, number)).or_default().push(entry);
    }
    groups.into_values().filter_map(joined).collect()
}

fn root(parents: &[usize], mut at: usize) -> usize {
    while parents[at] != at {
        at = parents[at];
    }
    at
}

/// The entries of one utterance as one; the one that has most of it comes first.
fn joined(mut group: Vec<Entry>) -> Option<Entry> {
    let length = |entry: &Entry| entry.pieces.iter().map(String::len).sum::<usize>();
    let fullest = (0..group.len()).max_by_key(|&at| (length(&group[at]), usize::MAX - at))?;
    let mut whole = group.swap_remove(fullest);
    let more = !group.is_empty();
    for entry in group {
        whole.year_inferred &= entry.year_inferred;
        whole.day_inferred &= entry.day_inferred;
        whole.passages.extend(entry.passages);
        for piece in entry.pieces {
            add_piece(&mut whole.pieces, piece);
        }
    }
    if more {
        whole.passages.sort_unstable();
        whole.passages.dedup();
        whole.text = text_of(&whole.pieces);
    }
    Some(whole)
}

/// Puts a piece of another source into an utterance: in place of the words it tells more fully.
fn add_piece(pieces: &mut Vec<String>, piece: String) {
    let own: FxHashSet<Vec<WordKey>> =
        runs(std::slice::from_ref(&piece), RUN).into_iter().collect();
    let shares = |known: &String| {
        runs(std::slice::from_ref(known), RUN).iter().any(|run| own.contains(run))
            || holds(&words_of(known), &words_of(&piece))
    };
    match pieces.iter_mut().find(|known| shares(known)) {
        Some(known) if words_of(&piece).len() > words_of(known).len() => *known = piece,
        Some(_) => {}
        None => pieces.push(piece),
    }
}

fn holds(long: &[WordKey], short: &[WordKey]) -> bool {
    short.is_empty() || long.windows(short.len()).any(|run| run == short)
}

fn text_of(pieces: &[String]) -> String {
    let mut text = String::new();
    for piece in pieces {
        let goes_on = text.ends_with(['.', '!', '?']) && piece.starts_with(char::is_uppercase);
        let gap = if text.is_empty() {
            ""
        } else if goes_on {
            " "
        } else {
            " … "
        };
        text = format!("{text}{gap}{piece}");
    }
    text
}

/// Adds to the utterances the quotations of the same words by sources that do not tell the day.
fn add_undated(corpus: &Corpus, entries: &mut [Entry]) {
    let mut known: FxHashMap<(PersonId, Vec<WordKey>), Option<usize>> = FxHashMap::default();
    let mut shown: FxHashSet<(usize, TextRange)> = FxHashSet::default();
    for (number, entry) in entries.iter().enumerate() {
        shown.extend(entry.passages.iter().copied());
        if let Some((Some(person), _)) = speaker(entry) {
            for run in runs(&entry.pieces, LONG_RUN).into_iter().filter(|run| run.len() == LONG_RUN)
            {
                let known = known.entry((person, run)).or_insert(Some(number));
                *known = known.filter(|known| *known == number);
            }
        }
    }
    for (source, one) in corpus.sources().iter().enumerate() {
        if one.status == Status::Unreadable || known.is_empty() {
            continue;
        }
        let reading = one.reading();
        for attribution in &reading.attributions {
            let entity = attribution.speaker.as_ref().and_then(|speaker| speaker.entity);
            let person = entity.and_then(|entity| corpus.people().of_entity(source, entity));
            let quotation = attribution.quotation.and_then(|at| reading.quotations.get(at));
            let speech = quotation.is_some_and(|one| one.kind != QuotationKind::Unattributed);
            let place = (source, attribution.content);
            let Some(person) = person.filter(|_| speech && !shown.contains(&place)) else {
                continue;
            };
            let piece = one_line(attribution.content.of(one.text()));
            let piece = piece.trim_end_matches([',', ';']).to_owned();
            let own = runs(std::slice::from_ref(&piece), LONG_RUN);
            let utterance = own.into_iter().find_map(|run| *known.get(&(person, run))?);
            if let Some(entry) = utterance.and_then(|number| entries.get_mut(number)) {
                add_piece(&mut entry.pieces, piece);
                entry.text = text_of(&entry.pieces);
                entry.passages.push(place);
                entry.passages.sort_unstable();
            }
        }
    }
}
