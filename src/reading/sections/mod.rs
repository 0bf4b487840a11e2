//! What in a source is not the article: readers' comments, captions and credits, navigation,
//! appeals for money, newsletter and cookie notes.
//!
//! An article saved as plain text brings the page around it along. A match there must say so, and
//! must never pass for the article's own words; a paragraph of the article must never be marked.
//! So a block is marked on general features that agree (the form of a credit, numbered names
//! above indented paragraphs, an address to the reader with a plea), and nothing is marked where
//! that would leave no article.

mod appeals;
mod captions;
mod comments;
mod features;
mod furniture;

use super::markup::{BlockKind, Extraction};
use features::Blocks;

/// Marks the blocks of a *source* that are not its article. Kinds that the markup gave stay.
pub fn classify(extraction: &mut Extraction) {
    let blocks = Blocks::of(extraction);
    let mut marks: Vec<Option<BlockKind>> = vec![None; blocks.len()];
    comments::mark(&blocks, &mut marks);
    furniture::mark(&blocks, &mut marks);
    captions::mark(&blocks, &mut marks);
    appeals::mark(&blocks, &mut marks);
    furniture::mark_between(&blocks, &mut marks);
    if !leaves_article(&blocks, &marks) {
        return;
    }
    let title = title(&blocks, &marks);
    for (block, mark) in extraction.blocks.iter_mut().zip(marks) {
        if let Some(kind) = mark
            && is_open(block.kind)
        {
            block.kind = kind;
        }
    }
    if let Some(at) = title {
        extraction.blocks[at].kind = BlockKind::Heading(1);
    }
}

/// Whether the kind of a block is still to be told.
fn is_open(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading(_))
}

/// Whether enough text stays unmarked to be what the page is about.
fn leaves_article(blocks: &Blocks<'_>, marks: &[Option<BlockKind>]) -> bool {
    let (mut article, mut rest) = (0, 0);
    for (at, mark) in marks.iter().enumerate() {
        let length = blocks.text(at).len();
        match mark {
            None => article += length,
            // A long tail of comments does not make the article less of one.
            Some(BlockKind::ReaderComment) => {}
            Some(_) => rest += length,
        }
    }
    article > rest
}

/// The title below what was marked at the head of the page, where the reader of the markup could
/// not see it.
fn title(blocks: &Blocks<'_>, marks: &[Option<BlockKind>]) -> Option<usize> {
    let first = marks.iter().position(Option::is_none)?;
    let behind_marks = first > 0 && marks[..first].iter().all(Option::is_some);
    let followed = first + 1 < blocks.len();
    let short = blocks.word_count(first) >= 3 && blocks.text(first).len() < 160;
    let open = matches!(blocks.kind(first), BlockKind::Paragraph | BlockKind::Heading(2..));
    let title = behind_marks && followed && short && open && !blocks.ends_sentence(first);
    title.then_some(first)
}

#[cfg(test)]
mod tests;
