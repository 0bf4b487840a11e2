//! Plain text: blocks are set apart by blank lines.

use super::{Block, BlockKind, Extraction};
use crate::text::{OffsetMap, TextRange};

pub(super) fn extract(raw: &str) -> Extraction {
    let mut blocks = Vec::new();
    let mut open: Option<TextRange> = None;
    let mut at = 0;
    for line in raw.split_inclusive('\n') {
        let range = TextRange::new(at, at + line.trim_end().len());
        at += line.len();
        if line.trim().is_empty() {
            blocks.extend(open.take());
        } else {
            open = Some(open.map_or(range, |known| known.cover(range)));
        }
    }
    blocks.extend(open);
    let blocks =
        blocks.into_iter().map(|range| Block { range, kind: BlockKind::Paragraph }).collect();
    let map = OffsetMap::identity(raw.len());
    Extraction { text: raw.to_owned(), map, blocks, comments: Vec::new(), front_matter: None }
}
