//! The card of a date: what the sources put on that day.

use super::Page;
use super::card::{Card, CardLine, Piece};
use super::day::spoken_date;
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
    Some(Card { range, lines })
}

/// The sentences of sources that name the same day (or month, where that is all the draft says),
/// with the numbers of their sources.
fn on_that_day(page: &Page<'_>, mention: &DateMention) -> Vec<(usize, TextRange)> {
    if mention.start.is_none() || mention.granularity > Granularity::Month {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, source) in page.corpus.sources().iter().enumerate() {
        let same = source
            .reading()
            .dates
            .iter()
            .filter(|date| (date.start, date.end) == (mention.start, mention.end));
        for date in same {
            let sentence = sentence_of(source, date.range);
            if found.last() != Some(&(number, sentence)) {
                found.push((number, sentence));
            }
        }
    }
    found
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
            label: format!("{}:{}", source.display_name(), source.line_number(sentence)),
            source: number,
            range: sentence,
        },
    ])
}
