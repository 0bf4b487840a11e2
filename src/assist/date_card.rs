//! The card of a date: what the sources put on that day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::Page;
use super::card::{Card, CardLine, Piece};
use super::day::spoken_date;
use super::told::{excerpt, item, sentence_of, shortened};
use crate::corpus::Source;
use crate::corpus::chronicle::sayings;
use crate::reading::dates::{DateMention, Granularity};
use crate::reading::markup::BlockKind;
use crate::reading::metadata;
use crate::reading::quotations::QuotationKind;
use crate::text::TextRange;

/// How many statements are shown.
const SHOWN: usize = 6;
/// Characters of a statement that are shown.
const LENGTH: usize = 150;
/// Words from which on a quotation tells something by itself.
const TELLING: usize = 4;

/// The card of the date at the raw byte `offset`.
pub(super) fn card(page: &Page<'_>, offset: usize) -> Option<Card> {
    let at = page.draft.extraction.map.extracted_offset(offset);
    let dates = page.draft.reading.dates.iter();
    let mention = dates.clone().find(|date| date.range.start <= at && at <= date.range.end)?;
    let range = page.draft.raw_range(mention.range);
    let mut lines = vec![CardLine::Paragraph(vec![Piece::strong(heading(page, mention))])];
    for finding in page.checked.findings.iter().filter(|finding| finding.range.overlaps(range)) {
        lines.push(CardLine::Next(vec![Piece::text(format!("✗ {}", finding.message))]));
    }
    let found = on_that_day(page, mention);
    lines.extend(
        found.iter().take(SHOWN).map(|told| item(page, &told.words, told.source, told.range)),
    );
    if found.len() > SHOWN {
        let more = format!("… {} more: copydesk timeline", found.len() - SHOWN);
        lines.push(CardLine::Item(vec![Piece::text(more)]));
    }
    let says_more = lines.len() > 1 || mention.relative;
    says_more.then_some(Card { range, lines })
}

/// The day as people write it; where it is not known, the draft's words.
fn heading(page: &Page<'_>, mention: &DateMention) -> String {
    if is_placed(mention) {
        return spoken_date(&mention.value);
    }
    let words = mention.range.of(&page.draft.extraction.text);
    format!("“{words}”: the draft does not tell which day this is")
}

/// Whether at least the month is known.
fn is_placed(date: &DateMention) -> bool {
    date.value.contains(|character: char| character.is_ascii_digit())
}

/// What a source puts on the day.
struct Told {
    source: usize,
    range: TextRange,
    words: String,
    /// Whether it names a day within the time that was asked for, not that time itself.
    within: bool,
    day: Option<Date>,
}

/// What the sources tell of the same day (or of the time, where the draft says no day): sentences
/// that name it and words said on it, the same words once.
fn on_that_day(page: &Page<'_>, mention: &DateMention) -> Vec<Told> {
    if mention.granularity > Granularity::Year || !is_placed(mention) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, source) in page.corpus.sources().iter().enumerate() {
        let from = found.len();
        let dates = source.reading().dates.iter();
        let wanted = |date: &&DateMention| is_same(date, mention) || is_within(date, mention);
        for date in dates.filter(wanted).filter(|date| !is_year_of_caption(source, date)) {
            let range = sentence_of(source, date.range);
            let last = found.get(from..).and_then(<[Told]>::last);
            let known = last.is_some_and(|last: &Told| last.range == range);
            if !known && !metadata::is_date_of_publication(range.of(source.text())) {
                let words = excerpt(source, range, date.range, LENGTH);
                let within = !is_same(date, mention);
                found.push(Told { source: number, range, words, within, day: date.start });
            }
        }
        if found.len() > from {
            let said = said_then(source, number, mention, &found[from..]);
            found.extend(said);
        }
    }
    let mut seen: BTreeSet<String> = BTreeSet::new();
    found.retain(|told| seen.insert(told.words.clone()));
    found.sort_by_key(|told| (told.within, told.day.filter(|_| told.within)));
    found
}

/// A year alone in a caption is that of its credit or of a day it could not be read with.
fn is_year_of_caption(source: &Source, date: &DateMention) -> bool {
    let blocks = &source.extraction.blocks;
    let at = blocks.partition_point(|block| block.range.end <= date.range.start);
    let caption = blocks.get(at).is_some_and(|block| block.kind == BlockKind::Caption);
    caption && date.granularity > Granularity::Month
}

/// The quotations that `source` has said on the day, outside the sentences that are shown.
fn said_then(source: &Source, number: usize, day: &DateMention, shown: &[Told]) -> Vec<Told> {
    let (reading, text) = (source.reading(), source.text());
    let said = sayings(reading, text).into_iter().filter(|one| is_same(one.date, day));
    let line = |one: crate::corpus::chronicle::Saying<'_>| {
        let quotation = reading.quotations.get(one.attribution.quotation?)?;
        let range = one.attribution.content;
        let speaker = one.attribution.speaker.as_ref()?.name.as_deref()?;
        let told = shown.iter().any(|told| told.range.overlaps(range))
            || quotation.kind == QuotationKind::Unattributed
            || range.of(text).split_whitespace().count() < TELLING;
        let words = format!("{speaker}: “{}”", shortened(range.of(text), LENGTH));
        (!told).then_some(Told { source: number, range, words, within: false, day: one.date.start })
    };
    said.filter_map(line).collect()
}

/// Whether two dates are the same day or month, as far as both are known: where one lacks its
/// year, the rest decides.
fn is_same(one: &DateMention, other: &DateMention) -> bool {
    const OPEN: &str = "XXXX";
    if !one.value.starts_with(OPEN) && !other.value.starts_with(OPEN) {
        return one.start.is_some() && (one.start, one.end) == (other.start, other.end);
    }
    let parts = (one.value.get(OPEN.len()..), other.value.get(OPEN.len()..));
    let (Some(one), Some(other)) = parts else { return false };
    one == other && one.contains(|character: char| character.is_ascii_digit())
}

/// Whether `one` is a day or month of the longer time `other`.
fn is_within(one: &DateMention, other: &DateMention) -> bool {
    let (Some(inner), Some(outer)) = (one.interval(), other.interval()) else { return false };
    one.granularity < other.granularity
        && one.readings.is_empty()
        && one.bound.is_none()
        && outer.start <= inner.start
        && inner.end <= outer.end
}
