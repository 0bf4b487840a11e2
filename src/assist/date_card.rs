//! The card of a date: what the sources put on that day.

use super::Page;
use super::card::{Card, CardLine, Piece};
use super::day::spoken_date;
use super::passage::short_name;
use crate::corpus::Source;
use crate::reading::dates::{DateMention, Granularity};
use crate::text::TextRange;

/// How many statements are shown.
const SHOWN: usize = 5;
/// Characters of a statement that are shown.
const LENGTH: usize = 160;

/// The card of the date at the raw byte `offset`.
pub(super) fn card(page: &Page<'_>, offset: usize) -> Option<Card> {
    let at = page.draft.extraction.map.extracted_offset(offset);
    let dates = page.draft.reading.dates.iter();
    let mention = dates.clone().find(|date| date.range.start <= at && at <= date.range.end)?;
    let range = page.draft.raw_range(mention.range);
    let mut lines = vec![CardLine::Paragraph(vec![Piece::strong(spoken_date(&mention.value))])];
    for finding in page.checked.findings.iter().filter(|finding| finding.range.overlaps(range)) {
        lines.push(CardLine::Next(vec![Piece::text(format!("✗ {}", finding.message))]));
    }
    let found = on_that_day(page, mention);
    lines.extend(found.iter().take(SHOWN).map(|(number, sentence)| line(page, *number, *sentence)));
    if found.len() > SHOWN {
        let more = format!("… {} more", found.len() - SHOWN);
        lines.push(CardLine::Item(vec![Piece::text(more)]));
    }
    let says_more = lines.len() > 1 || mention.relative;
    says_more.then_some(Card { range, lines })
}

/// The sentences of sources that name the same day (or month, where that is all the draft says),
/// with the numbers of their sources.
fn on_that_day(page: &Page<'_>, mention: &DateMention) -> Vec<(usize, TextRange)> {
    if mention.granularity > Granularity::Month {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, source) in page.corpus.sources().iter().enumerate() {
        let dates = source.reading().dates.iter();
        let same = dates.filter(|date| is_same(date, mention));
        for date in same {
            let sentence = sentence_of(source, date.range);
            if found.last() != Some(&(number, sentence)) {
                found.push((number, sentence));
            }
        }
    }
    found
}

/// Whether two dates are the same day or month, as far as both are known: where one lacks its
/// year, the rest decides.
fn is_same(one: &DateMention, other: &DateMention) -> bool {
    const OPEN: &str = "XXXX";
    if !one.value.starts_with(OPEN) && !other.value.starts_with(OPEN) {
        return one.start.is_some() && (one.start, one.end) == (other.start, other.end);
    }
    match (one.value.get(OPEN.len()..), other.value.get(OPEN.len()..)) {
        (Some(one), Some(other)) => !one.is_empty() && one == other,
        _ => false,
    }
}

fn sentence_of(source: &Source, range: TextRange) -> TextRange {
    let sentences = &source.reading().sentences;
    let at = sentences.partition_point(|sentence| sentence.end <= range.start);
    sentences.get(at).copied().filter(|sentence| sentence.contains_range(range)).unwrap_or(range)
}

fn line(page: &Page<'_>, number: usize, sentence: TextRange) -> CardLine {
    let source = &page.corpus.sources()[number];
    let words = sentence.of(source.text()).split_whitespace().collect::<Vec<_>>().join(" ");
    let words = match words.char_indices().nth(LENGTH) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words,
    };
    CardLine::Item(vec![
        Piece::text(format!("{words} · ")),
        Piece::Link {
            label: format!("{}:{}", short_name(source), source.line_number(sentence)),
            source: number,
            range: sentence,
        },
    ])
}
