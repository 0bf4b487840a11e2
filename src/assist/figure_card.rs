//! The card of a figure: the statements of sources that count the same thing.

use rustc_hash::FxHashSet;

use super::Page;
use super::card::{Card, CardLine, Piece};
use super::told::{excerpt, item, sentence_of};
use crate::corpus::Source;
use crate::reading::figures::{Figure, digits};
use crate::text::TextRange;

/// How many statements are shown.
const SHOWN: usize = 3;
/// How many words a statement must share with the draft's sentence, the figure aside.
const SHARED: usize = 2;
/// As [`SHARED`], where the values or what is counted differ.
const SHARED_BY_OTHERS: usize = 3;
/// Digits from which on a number is one of its own.
const OF_ITS_OWN: usize = 3;
/// From which on any number is.
const LARGE: f64 = 10_000.0;
/// Letters by which words of one stem are known.
const STEM: usize = 5;
/// Characters of a statement that are shown.
const LENGTH: usize = 160;

/// The card of the figure at the raw byte `offset`; `None` where no source has a like statement.
pub(super) fn card(page: &Page<'_>, offset: usize) -> Option<Card> {
    let draft = page.draft;
    let at = draft.extraction.map.extracted_offset(offset);
    let figures = &draft.reading.figures;
    let figure =
        figures.iter().find(|figure| figure.range.start <= at && at <= figure.range.end)?;
    let range = draft.raw_range(figure.range);
    let sentence = draft.reading.sentence_around(figure.range).unwrap_or(figure.range);
    let wanted = words_of(sentence.of(&draft.extraction.text));
    let mut found = like(page, figure, &wanted);
    found.sort_by_key(|like| {
        (!like.same, std::cmp::Reverse(like.shared), like.source, like.sentence)
    });
    let told = page.checked.findings.iter().filter(|finding| finding.range.overlaps(range));
    let mut lines: Vec<CardLine> = told
        .map(|finding| CardLine::Paragraph(vec![Piece::strong(format!("✗ {}", finding.message))]))
        .collect();
    lines.extend(found.iter().take(SHOWN).map(|like| line(page, like)));
    (!lines.is_empty()).then_some(Card { range, lines })
}

struct Like {
    source: usize,
    sentence: TextRange,
    figure: TextRange,
    shared: usize,
    same: bool,
}

fn like(page: &Page<'_>, figure: &Figure, wanted: &FxHashSet<String>) -> Vec<Like> {
    let mut found: Vec<Like> = Vec::new();
    for (number, source) in page.corpus.sources().iter().enumerate() {
        for other in source.reading().figures.iter().filter(|other| is_comparable(figure, other)) {
            let sentence = sentence_of(source, other.range);
            let shared = words_of(sentence.of(source.text())).intersection(wanted).count();
            let same = other.low <= figure.high && figure.low <= other.high;
            let known =
                found.last().is_some_and(|last| (last.source, last.sentence) == (number, sentence));
            if shared >= least(figure, other, same) && !known {
                found.push(Like { source: number, sentence, figure: other.range, shared, same });
            }
        }
    }
    found
}

/// Whether two figures may be of the same thing: "100,000 people" and "100,000 of them".
fn is_comparable(one: &Figure, other: &Figure) -> bool {
    let open = one.unit.is_none() || other.unit.is_none();
    one.kind == other.kind && (one.unit == other.unit || open)
}

/// How many words have to be shared.
fn least(one: &Figure, other: &Figure, same: bool) -> usize {
    let exact = one.value().total_cmp(&other.value()).is_eq();
    match same {
        true if exact && (digits(one.value()) >= OF_ITS_OWN || one.value() >= LARGE) => 1,
        true if one.unit == other.unit || exact => SHARED,
        true | false => SHARED_BY_OTHERS,
    }
}

/// The stems of the longer words of a text, in small letters.
fn words_of(text: &str) -> FxHashSet<String> {
    let words = text.split(|character: char| !character.is_alphabetic());
    let long = words.filter(|word| word.chars().count() > 3);
    long.map(|word| word.to_lowercase().chars().take(STEM).collect()).collect()
}

fn line(page: &Page<'_>, like: &Like) -> CardLine {
    let source: &Source = &page.corpus.sources()[like.source];
    let words = excerpt(source, like.sentence, like.figure, LENGTH);
    let mark = if like.same { "✓" } else { "≠" };
    item(page, &format!("{mark} {words}"), like.source, like.sentence)
}
