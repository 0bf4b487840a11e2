//! Paragraphs: the units that quotations and sentences do not cross.
//!
//! A block of the markup is usually one paragraph. In plain text, though, a block may hold several
//! lines that are paragraphs of their own (exports often write one paragraph a line, without blank
//! lines), or one paragraph wrapped over several lines. The lengths of the lines tell the two apart.

use super::markup::{Block, BlockKind};
use crate::text::TextRange;

/// Lines longer than this (bytes) are not wrapped by hand.
const LONGEST_WRAPPED_LINE: usize = 130;

/// One paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Bytes of the extracted text, white space at both ends excluded.
    pub(crate) range: TextRange,
    /// The kind of its block.
    pub(crate) kind: BlockKind,
}

/// The paragraphs of all blocks, in order.
pub(crate) fn split(text: &str, blocks: &[Block]) -> Vec<Paragraph> {
    let mut paragraphs = Vec::with_capacity(blocks.len());
    for block in blocks {
        split_block(text, *block, &mut paragraphs);
    }
    paragraphs
}

fn split_block(text: &str, block: Block, paragraphs: &mut Vec<Paragraph>) {
    let content = block.range.of(text);
    if !content.contains('\n') {
        push(text, block.range, block.kind, paragraphs);
        return;
    }
    let lines = lines_of(content, block.range.start);
    let width = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    let mut open: Option<TextRange> = None;
    for (number, line) in lines.iter().enumerate() {
        open = Some(open.map_or(*line, |known| known.cover(*line)));
        let next = lines.get(number + 1);
        if next.is_none_or(|next| ends_paragraph(text, *line, *next, width)) {
            push(text, open.take().unwrap_or(*line), block.kind, paragraphs);
        }
    }
}

fn lines_of(content: &str, offset: usize) -> Vec<TextRange> {
    let mut lines = Vec::new();
    let mut at = offset;
    for line in content.split_inclusive('\n') {
        lines.push(TextRange::new(at, at + line.trim_end().len()));
        at += line.len();
    }
    lines
}

/// Whether a line break after `line` parts paragraphs. A hand-wrapped line ends because the next
/// word would not have fitted.
fn ends_paragraph(text: &str, line: TextRange, next: TextRange, width: usize) -> bool {
    if line.is_empty() || next.is_empty() {
        return true;
    }
    let next_text = next.of(text).trim_start();
    if starts_with_dash(next_text) {
        return true;
    }
    if width > LONGEST_WRAPPED_LINE {
        return true;
    }
    let first_word = next_text.split_whitespace().next().map_or(0, str::len);
    let would_fit = line.len() + 1 + first_word + 8 <= width;
    would_fit && ends_sentence(line.of(text))
}

fn starts_with_dash(line: &str) -> bool {
    ["- ", "– ", "— ", "― ", "* ", "• "].iter().any(|dash| line.starts_with(dash))
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(|c: char| "\"'”’»“)]".contains(c)).ends_with(['.', '!', '?', ':', '…'])
}

fn push(text: &str, range: TextRange, kind: BlockKind, paragraphs: &mut Vec<Paragraph>) {
    let content = range.of(text);
    let trimmed = content.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = range.start + (content.len() - content.trim_start().len());
    paragraphs.push(Paragraph { range: TextRange::new(start, start + trimmed.len()), kind });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapped_lines_stay_together_and_lines_of_their_own_part() {
        for (text, expected) in [
            ("One line.", vec!["One line."]),
            (
                "The council met late and the mayor\nspoke at length about the bridge\nand left.",
                vec![
                    "The council met late and the mayor\nspoke at length about the bridge\nand left.",
                ],
            ),
            ("Short one.\n- We go,\" he said.", vec!["Short one.", "- We go,\" he said."]),
            (
                "A short heading.\nThe council met late and the mayor spoke at length.",
                vec!["A short heading.", "The council met late and the mayor spoke at length."],
            ),
        ] {
            let block = Block { range: TextRange::new(0, text.len()), kind: BlockKind::Paragraph };
            let found: Vec<&str> =
                split(text, &[block]).iter().map(|paragraph| paragraph.range.of(text)).collect();
            assert_eq!(found, expected);
        }
    }
}
