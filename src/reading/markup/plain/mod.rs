//! Plain text: paragraphs as the writer set them apart, by blank lines or line by line.
//!
//! The extracted text is the raw text itself, unless a silencing comment has to be cut out.

mod headings;
mod layout;
mod silencing;

use super::lines::{self, Line};
use super::writer::{Writer, is_blank};
use super::{Block, BlockKind, Comment, Extraction};
use crate::text::{OffsetMap, TextRange};
use layout::Layout;

pub(super) fn extract(raw: &str) -> Extraction {
    let metadata = lines::front_matter(raw);
    let head = metadata.map_or(0, |(_, after)| after);
    let comments = silencing::comments(raw, head);
    let mut blocks = read_blocks(raw, head, &comments);
    headings::mark(raw, &mut blocks);
    let front_matter = metadata.map(|(content, _)| content);
    if comments.is_empty() {
        let map = OffsetMap::identity(raw.len());
        return Extraction { text: raw.to_owned(), map, blocks, comments, front_matter };
    }
    without_comments(raw, &blocks, &comments, front_matter)
}

/// The blocks of `raw` from `head` on, in raw bytes.
fn read_blocks(raw: &str, head: usize, comments: &[Comment]) -> Vec<Block> {
    let layout = Layout::measure(raw, head);
    let mut blocks = Vec::new();
    let mut stanza: Vec<Line> = Vec::new();
    for line in lines::lines(raw, TextRange::new(head, raw.len())) {
        let ends_stanza = line.is_blank(raw) || silencing::fills(line, raw, comments);
        if ends_stanza {
            flush(raw, layout, &mut stanza, &mut blocks);
        } else {
            stanza.push(line);
        }
        if raw[line.range.end..line.next].starts_with('\u{2029}') {
            flush(raw, layout, &mut stanza, &mut blocks);
        }
    }
    flush(raw, layout, &mut stanza, &mut blocks);
    blocks
}

/// Turns lines that no blank line parts into blocks.
fn flush(raw: &str, layout: Layout, stanza: &mut Vec<Line>, blocks: &mut Vec<Block>) {
    let mut first = 0;
    let mut list = false;
    for at in 1..=stanza.len() {
        let ends = at == stanza.len()
            || layout.breaks(raw, stanza[first].range, stanza[at - 1], stanza[at]);
        if !ends {
            continue;
        }
        let range = trimmed(raw, stanza[first].range.cover(stanza[at - 1].range));
        let alone = first == 0 && at == stanza.len();
        let item = layout::is_item(stanza[first], raw);
        // A dash before a paragraph that stands alone introduces speech as often as an item.
        list |= item && (!alone || stanza[first].indent(raw) > 0);
        let kind = if item && list { BlockKind::ListItem } else { BlockKind::Paragraph };
        blocks.push(Block { range, kind });
        first = at;
    }
    stanza.clear();
}

fn trimmed(raw: &str, range: TextRange) -> TextRange {
    let text = range.of(raw);
    let start = range.start + text.len() - text.trim_start_matches(is_blank).len();
    TextRange::new(start, range.start + text.trim_end_matches(is_blank).len())
}

fn without_comments(
    raw: &str,
    blocks: &[Block],
    comments: &[Comment],
    front_matter: Option<TextRange>,
) -> Extraction {
    let mut writer = Writer::new(raw);
    let mut rest = comments.iter().peekable();
    for block in blocks {
        writer.open(block.kind);
        let mut at = block.range.start;
        while let Some(comment) = rest.next_if(|comment| comment.range.start < block.range.end) {
            writer.copy(TextRange::new(at, comment.range.start.max(at)));
            at = comment.range.end.max(at);
        }
        writer.copy(TextRange::new(at, block.range.end.max(at)));
    }
    for comment in comments {
        writer.comment(comment.range, &comment.text);
    }
    if let Some(range) = front_matter {
        writer.set_front_matter(range);
    }
    writer.finish()
}

#[cfg(test)]
mod tests;
