//! On which day something was said, by the sentence that attributes it.

use crate::reading::Reading;
use crate::reading::attribution::Attribution;
use crate::reading::dates::{DateMention, Granularity};
use crate::text::TextRange;

/// Bytes between a cue and the date that belongs to it.
const NEAR: usize = 60;

/// An attribution with the day of saying.
#[derive(Clone, Copy, Debug)]
pub struct Saying<'a> {
    /// Who said what.
    pub attribution: &'a Attribution,
    /// When.
    pub date: &'a DateMention,
    /// Whether the date stands with an earlier statement of the same turn.
    pub carried: bool,
}

/// The attributions of `reading` whose day is told, in order.
///
/// A statement without a day of its own has that of the statement before it, where both have the
/// same speaker and stand next to each other.
#[must_use]
pub fn sayings(reading: &Reading) -> Vec<Saying<'_>> {
    let mut found: Vec<Saying<'_>> = Vec::new();
    let mut before: Option<&Attribution> = None;
    let mut day: Option<&DateMention> = None;
    for attribution in &reading.attributions {
        let own = date_of_saying(reading, attribution);
        let goes_on = before.is_some_and(|before| is_same_turn(reading, before, attribution));
        let date = own.or_else(|| day.filter(|_| goes_on));
        if let Some(date) = date {
            found.push(Saying { attribution, date, carried: own.is_none() });
        }
        before = Some(attribution);
        day = date;
    }
    found
}

/// The date in the sentence that attributes `attribution`, near its cue and outside all that is
/// said; `None` where there is none, or two are as near.
#[must_use]
pub fn date_of_saying<'a>(
    reading: &'a Reading,
    attribution: &Attribution,
) -> Option<&'a DateMention> {
    let cue = attribution.cue.or_else(|| attribution.speaker.as_ref().map(|one| one.range))?;
    let frame = sentence_of(reading, cue.start)?;
    let first = reading.dates.partition_point(|date| date.range.end <= frame.start);
    let mut best: Option<(usize, &DateMention)> = None;
    let mut tied = false;
    for date in reading.dates[first..].iter().take_while(|date| date.range.start < frame.end) {
        let gap = gap(date.range, cue);
        if gap > NEAR || !is_a_day(date) || is_said(reading, attribution, date.range) {
            continue;
        }
        tied = best.is_some_and(|(least, _)| least == gap);
        if best.is_none_or(|(least, _)| gap < least) {
            best = Some((gap, date));
        }
    }
    best.filter(|_| !tied).map(|(_, date)| date)
}

fn is_a_day(date: &DateMention) -> bool {
    date.interval().is_some()
        && date.bound.is_none()
        && !date.approximate
        && date.readings.len() <= 1
        && date.granularity <= Granularity::Month
}

/// Whether `range` is part of what somebody says.
fn is_said(reading: &Reading, attribution: &Attribution, range: TextRange) -> bool {
    attribution.content.overlaps(range)
        || reading.quotations.iter().any(|one| one.outer.contains_range(range))
        || reading.attributions.iter().any(|one| {
            one.content.contains_range(range)
                && one.cue.is_some_and(|cue| !one.content.contains_range(cue))
        })
}

fn sentence_of(reading: &Reading, offset: usize) -> Option<TextRange> {
    let at = reading.sentences.partition_point(|sentence| sentence.end <= offset);
    reading.sentences.get(at).copied().filter(|sentence| sentence.contains(offset))
}

/// Bytes between the two.
fn gap(one: TextRange, other: TextRange) -> usize {
    if one.end <= other.start { other.start - one.end } else { one.start.saturating_sub(other.end) }
}

/// Whether `next` goes on where `before` ends: the same known speaker, at most one sentence between.
fn is_same_turn(reading: &Reading, before: &Attribution, next: &Attribution) -> bool {
    let entity = |one: &Attribution| one.speaker.as_ref().and_then(|speaker| speaker.entity);
    if entity(before).is_none() || entity(before) != entity(next) {
        return false;
    }
    let number = |offset| reading.sentences.partition_point(|sentence| sentence.end <= offset);
    let (one, other) = (number(before.content.start), number(next.content.start));
    one.abs_diff(other) <= 2
}
