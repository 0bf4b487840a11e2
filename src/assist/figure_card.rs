//! The card of a figure: the statements of sources that count the same thing.

use rustc_hash::FxHashSet;

use super::Page;
use super::card::{Card, CardLine, Piece};
use super::passage::short_name;
use crate::corpus::Source;
use crate::reading::figures::Figure;
use crate::text::TextRange;

/// How many statements are shown.
const SHOWN: usize = 3;
/// How many words a statement must share with the draft's sentence, the figure aside.
const SHARED: usize = 2;

/// The card of the figure at the raw byte `offset`; `None` where no source has a like statement.
pub(super) fn card(page: &Page<'_>, offset: usize) -> Option<Card> {
    let draft = page.draft;
    let at = draft.extraction.map.extracted_offset(offset);
    let figures = &draft.reading.figures;
    let figure =
        figures.iter().find(|figure| figure.range.start <= at && at <= figure.range.end)?;
    let range = draft.raw_range(figure.range);
    let sentence = sentence_at(&draft.reading.sentences, figure.range);
    let wanted = words_of(sentence.of(&draft.extraction.text));
    let mut found = like(page, figure, &wanted);
    found.sort_by_key(|like| (std::cmp::Reverse(like.shared), like.source, like.sentence));
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
    shared: usize,
    same: bool,
}

fn like(page: &Page<'_>, figure: &Figure, wanted: &FxHashSet<String>) -> Vec<Like> {
    let mut found: Vec<Like> = Vec::new();
    for (number, source) in page.corpus.sources().iter().enumerate() {
        for other in source.reading().figures.iter().filter(|other| other.unit == figure.unit) {
            let sentence = sentence_at(&source.reading().sentences, other.range);
            let shared = words_of(sentence.of(source.text())).intersection(wanted).count();
            let same = other.low <= figure.high && figure.low <= other.high;
            let known =
                found.last().is_some_and(|last| (last.source, last.sentence) == (number, sentence));
            if shared >= SHARED && !known {
                found.push(Like { source: number, sentence, shared, same });
            }
        }
    }
    found
}

/// The longer words of a text, in small letters.
fn words_of(text: &str) -> FxHashSet<String> {
    let words = text.split(|character: char| !character.is_alphabetic());
    words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
}

fn sentence_at(sentences: &[TextRange], range: TextRange) -> TextRange {
    let at = sentences.partition_point(|sentence| sentence.end <= range.start);
    sentences.get(at).copied().filter(|sentence| sentence.contains_range(range)).unwrap_or(range)
}

fn line(page: &Page<'_>, like: &Like) -> CardLine {
    let source: &Source = &page.corpus.sources()[like.source];
    let words = like.sentence.of(source.text()).split_whitespace().collect::<Vec<_>>().join(" ");
    let words: String = words.chars().take(200).collect();
    let mark = if like.same { "✓" } else { "≠" };
    CardLine::Item(vec![
        Piece::text(format!("{mark} {words} · ")),
        Piece::Link {
            label: format!("{}:{}", short_name(source), source.line_number(like.sentence)),
            source: like.source,
            range: like.sentence,
        },
    ])
}
