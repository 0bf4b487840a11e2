//! The dates and figures of a sentence, each with its place among the words.

use super::profile::{Slot, SlotKind};
use crate::reading::dates::{DateMention, Granularity};
use crate::reading::{Reading, clauses};
use crate::text::{TextRange, Word, fold, key_of};

/// The numbers of those of `list` that begin in `range`.
pub(super) fn inside<T>(
    list: &[T],
    range: TextRange,
    place: impl Fn(&T) -> TextRange,
) -> std::ops::Range<usize> {
    let first = list.partition_point(|one| place(one).start < range.start);
    let count = list[first..].partition_point(|one| place(one).start < range.end);
    first..first + count
}

/// The stretches of the clauses of a sentence, in order, each with the number of its clause.
pub(super) fn stretches(text: &str, sentence: TextRange) -> Vec<(TextRange, u8)> {
    let mut stretches: Vec<(TextRange, u8)> = Vec::new();
    for (number, clause) in clauses::read(text, sentence).into_iter().enumerate() {
        let number = u8::try_from(number).unwrap_or(u8::MAX);
        stretches.extend(clause.into_iter().map(|stretch| (stretch, number)));
    }
    stretches.sort_by_key(|(range, _)| range.start);
    stretches
}

pub(super) fn clause_at(stretches: &[(TextRange, u8)], offset: usize) -> u8 {
    let at = stretches.partition_point(|(range, _)| range.end <= offset);
    stretches.get(at).or(stretches.last()).map_or(0, |(_, number)| *number)
}

pub(super) fn slots(
    text: &str,
    reading: &Reading,
    sentence: TextRange,
    words: &[Word],
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
