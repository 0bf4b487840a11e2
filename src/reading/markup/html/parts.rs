//! Which part of a page is the article.

use super::super::{BlockKind, Extraction};
use crate::text::TextRange;

/// What makes an element a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RegionKind {
    Article,
    Main,
    Body,
}

/// An element that may hold the article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    pub(super) kind: RegionKind,
    /// Raw bytes.
    pub(super) range: TextRange,
}

/// Whether a fair share of the text is neither boilerplate nor readers' comments.
pub(super) fn has_article(extraction: &Extraction) -> bool {
    let (mut prose, mut boilerplate) = (0, 0);
    for block in &extraction.blocks {
        match block.kind {
            BlockKind::Boilerplate => boilerplate += block.range.len(),
            BlockKind::ReaderComment | BlockKind::Heading(_) => {}
            _ => prose += block.range.len(),
        }
    }
    prose * 8 >= boilerplate
}

/// Marks what stands outside the article as boilerplate, where the page says what its article is.
pub(super) fn mark(extraction: &mut Extraction, regions: &[Region]) {
    let weights = Weights::of(extraction);
    let kept = article(&weights, regions);
    if kept.is_empty() {
        return;
    }
    let mut next = 0;
    for (block, start) in extraction.blocks.iter_mut().zip(&weights.starts) {
        while next < kept.len() && kept[next].end <= *start {
            next += 1;
        }
        let inside = kept.get(next).is_some_and(|range| range.contains(*start));
        let stays = matches!(block.kind, BlockKind::ReaderComment | BlockKind::Heading(1));
        if !inside && !stays {
            block.kind = BlockKind::Boilerplate;
        }
    }
}

/// How much prose stands before each block.
struct Weights {
    /// Raw start of each block, in order.
    starts: Vec<usize>,
    /// Bytes of prose before each block, and of all.
    before: Vec<usize>,
}

impl Weights {
    fn of(extraction: &Extraction) -> Self {
        let (mut starts, mut before, mut sum) = (Vec::new(), vec![0], 0);
        for block in &extraction.blocks {
            starts.push(extraction.map.to_raw(block.range).start);
            let counts = matches!(
                block.kind,
                BlockKind::Paragraph | BlockKind::BlockQuote | BlockKind::ListItem
            );
            sum += if counts && block.range.len() > 40 { block.range.len() } else { 0 };
            before.push(sum);
        }
        Self { starts, before }
    }

    fn within(&self, range: TextRange) -> usize {
        let index = |offset| self.starts.partition_point(|&start| start < offset);
        self.before[index(range.end)] - self.before[index(range.start)]
    }

    fn all(&self) -> usize {
        self.before.last().copied().unwrap_or(0)
    }
}

/// The ranges of the article, in order: the elements that say they are one, else the main part;
/// none where that would leave out most of the page's prose.
fn article(weights: &Weights, regions: &[Region]) -> Vec<TextRange> {
    for kind in [RegionKind::Body, RegionKind::Article, RegionKind::Main] {
        let of_kind = regions.iter().filter(|region| region.kind == kind);
        let found: Vec<_> =
            of_kind.map(|region| (weights.within(region.range), region.range)).collect();
        let largest = found.iter().map(|(weight, _)| *weight).max().unwrap_or(0);
        if largest * 3 <= weights.all() || largest == 0 {
            continue;
        }
        // Teasers of other articles are small beside the article.
        let kept = found.into_iter().filter(|(weight, _)| weight * 4 >= largest);
        return apart(kept.map(|(_, range)| range));
    }
    Vec::new()
}

/// Ranges in order of their starts, without those inside another.
fn apart(ranges: impl Iterator<Item = TextRange>) -> Vec<TextRange> {
    let mut kept: Vec<TextRange> = Vec::new();
    for range in ranges {
        match kept.last_mut() {
            Some(last) if range.start < last.end => *last = last.cover(range),
            _ => kept.push(range),
        }
    }
    kept
}
