//! The shape of a draft: what may be folded, and what a growing selection takes in.

use super::Page;
use crate::text::TextRange;

/// Quotations that run over several lines (raw bytes), and the draft's front matter.
#[must_use]
pub fn folds(page: &Page<'_>) -> Vec<TextRange> {
    let draft = page.draft;
    let over_lines =
        |range: &TextRange| draft.lines.line_of(range.start) < draft.lines.line_of(range.end);
    let quotations = draft.reading.quotations.iter().filter(|quotation| quotation.depth == 0);
    let quoted = quotations.map(|quotation| draft.raw_range(quotation.outer));
    quoted.chain(draft.extraction.front_matter).filter(over_lines).collect()
}

/// What a selection at the raw byte `offset` grows through: the words of the quotation, the
/// quotation with its marks, the sentence, the paragraph. The smallest first, each inside the
/// next.
#[must_use]
pub fn growing(page: &Page<'_>, offset: usize) -> Vec<TextRange> {
    let draft = page.draft;
    let at = draft.extraction.map.extracted_offset(offset);
    let mut ranges = Vec::new();
    if let Some(judged) = page.quotation_at(offset) {
        ranges.extend([judged.range, page.with_marks(judged.range)]);
    }
    let sentences = &draft.reading.sentences;
    let sentence = sentences.iter().find(|it| it.start <= at && at <= it.end);
    ranges.extend(sentence.map(|sentence| draft.raw_range(*sentence)));
    ranges.push(draft.raw_range(draft.paragraph_at(at)));
    let mut grown: Vec<TextRange> = Vec::new();
    for range in ranges {
        let grows = grown.last().is_none_or(|last| range.contains_range(*last) && range != *last);
        if grows && range.start <= offset && offset <= range.end && !range.is_empty() {
            grown.push(range);
        }
    }
    grown
}
