//! The exact map between a raw text (a file's bytes) and the text extracted from it.
//!
//! A map is a list of pieces in order. A *copied* piece stands in both texts with the same bytes;
//! a *replaced* piece stands for other raw bytes (an HTML entity, a LaTeX command), and every
//! offset inside it maps to the whole. Raw bytes between pieces were left out (markup).
//!
//! The pieces stand in the order of the extracted text. It is the raw order too, except where a
//! note that interrupts a paragraph was moved behind it.

use super::TextRange;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    extracted: TextRange,
    raw: TextRange,
    copied: bool,
}

/// Maps byte offsets of an extracted text to bytes of the raw text and back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    pieces: Vec<Piece>,
    /// The pieces that stand for raw bytes, in raw order; empty where that is `pieces` itself.
    raw_order: Vec<Piece>,
    identity: bool,
}

impl OffsetMap {
    /// The map of a text that was extracted from itself, `length` bytes long.
    #[must_use]
    pub fn identity(length: usize) -> Self {
        let range = TextRange::new(0, length);
        let pieces = vec![Piece { extracted: range, raw: range, copied: true }];
        Self { pieces, raw_order: Vec::new(), identity: true }
    }

    /// Whether both texts are the same bytes.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.identity
    }

    /// The smallest raw range that gave rise to the extracted `range`. An empty range maps to an
    /// empty range.
    #[must_use]
    pub fn to_raw(&self, range: TextRange) -> TextRange {
        if self.identity {
            return range;
        }
        let start = self.raw_start(range.start);
        if range.is_empty() {
            return TextRange::empty(start);
        }
        TextRange::new(start, self.raw_end(range.end).max(start))
    }

    /// The smallest extracted range that holds what was extracted from the raw `range`; `None`
    /// where nothing of it was extracted.
    #[must_use]
    pub fn to_extracted(&self, range: TextRange) -> Option<TextRange> {
        if self.identity {
            return Some(range);
        }
        let pieces = self.in_raw_order();
        let first = pieces.partition_point(|piece| piece.raw.end <= range.start);
        let mut result: Option<TextRange> = None;
        for piece in pieces[first..].iter().take_while(|piece| piece.raw.start < range.end) {
            if piece.raw.is_empty() {
                continue;
            }
            let part = if piece.copied {
                let start = range.start.max(piece.raw.start) - piece.raw.start;
                let end = range.end.min(piece.raw.end) - piece.raw.start;
                TextRange::new(start, end).shifted(piece.extracted.start)
            } else {
                piece.extracted
            };
            result = Some(result.map_or(part, |known| known.cover(part)));
        }
        result
    }

    /// The extracted offset nearest to the raw `offset`: of the byte itself where it was
    /// extracted, else of the first byte extracted after it, else the extracted text's end.
    #[must_use]
    pub fn extracted_offset(&self, offset: usize) -> usize {
        if self.identity {
            return offset;
        }
        let pieces = self.in_raw_order();
        let at = pieces.partition_point(|piece| piece.raw.end <= offset);
        match pieces.get(at) {
            Some(piece) if piece.copied && piece.raw.start <= offset => {
                piece.extracted.start + (offset - piece.raw.start)
            }
            Some(piece) => piece.extracted.start,
            None => self.pieces.last().map_or(0, |piece| piece.extracted.end),
        }
    }

    fn in_raw_order(&self) -> &[Piece] {
        if self.raw_order.is_empty() { &self.pieces } else { &self.raw_order }
    }

    fn raw_start(&self, offset: usize) -> usize {
        let at = self.pieces.partition_point(|piece| piece.extracted.end <= offset);
        match self.pieces.get(at) {
            Some(piece) if piece.copied => {
                piece.raw.start + offset.saturating_sub(piece.extracted.start)
            }
            Some(piece) => piece.raw.start,
            None => self.pieces.last().map_or(0, |piece| piece.raw.end),
        }
    }

    fn raw_end(&self, offset: usize) -> usize {
        let at = self.pieces.partition_point(|piece| piece.extracted.end < offset);
        match self.pieces.get(at) {
            Some(piece) if piece.copied => {
                piece.raw.start + offset.saturating_sub(piece.extracted.start)
            }
            Some(piece) => piece.raw.end,
            None => self.pieces.last().map_or(0, |piece| piece.raw.end),
        }
    }
}

/// Builds an extracted text together with its map.
#[derive(Clone, Debug, Default)]
pub struct OffsetMapBuilder {
    text: String,
    pieces: Vec<Piece>,
}

impl OffsetMapBuilder {
    /// An empty text.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Length of the text so far, in bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing was pushed yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends the bytes of `raw` in `range` unchanged.
    pub fn copy(&mut self, raw: &str, range: TextRange) {
        if range.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(range.of(raw));
        match self.pieces.last_mut() {
            Some(last)
                if last.copied && last.raw.end == range.start && last.extracted.end == start =>
            {
                last.raw.end = range.end;
                last.extracted.end = self.text.len();
            }
            _ => self.push(start, range, true),
        }
    }

    /// Appends `text`, which stands for the raw bytes `range` (empty for text that stands for
    /// nothing, such as the blank line set between two blocks).
    pub fn replace(&mut self, text: &str, range: TextRange) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.push(start, range, false);
    }

    /// The text and its map.
    #[must_use]
    pub fn finish(self) -> (String, OffsetMap) {
        let mut raw_order = Vec::new();
        if !self.pieces.is_sorted_by_key(|piece| (piece.raw.start, piece.raw.end)) {
            raw_order.extend(self.pieces.iter().filter(|piece| !piece.raw.is_empty()).copied());
            raw_order.sort_by_key(|piece| (piece.raw.start, piece.raw.end));
        }
        (self.text, OffsetMap { pieces: self.pieces, raw_order, identity: false })
    }

    fn push(&mut self, start: usize, raw: TextRange, copied: bool) {
        let extracted = TextRange::new(start, self.text.len());
        self.pieces.push(Piece { extracted, raw, copied });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `<p>a &amp; <b>bold</b></p>` as its paragraph `a & bold`.
    fn sample() -> (&'static str, String, OffsetMap) {
        let raw = "<p>a &amp; <b>bold</b></p>";
        let mut builder = OffsetMapBuilder::new();
        builder.copy(raw, TextRange::new(3, 5));
        builder.replace("&", TextRange::new(5, 10));
        builder.copy(raw, TextRange::new(10, 11));
        builder.copy(raw, TextRange::new(14, 18));
        let (text, map) = builder.finish();
        (raw, text, map)
    }

    #[test]
    fn ranges_map_to_the_raw_bytes_they_came_from() {
        let (raw, text, map) = sample();
        assert_eq!(text, "a & bold");
        for (extracted, expected) in
            [("a", "a"), ("&", "&amp;"), ("bold", "bold"), ("& bo", "&amp; <b>bo")]
        {
            let start = text.find(extracted).unwrap();
            let range = TextRange::new(start, start + extracted.len());
            assert_eq!(map.to_raw(range).of(raw), expected);
            assert_eq!(map.to_extracted(map.to_raw(range)), Some(range));
        }
    }

    #[test]
    fn a_note_moved_behind_its_paragraph_maps_both_ways() {
        let raw = "One[note] two";
        let mut builder = OffsetMapBuilder::new();
        for (start, end) in [(0, 3), (9, 13)] {
            builder.copy(raw, TextRange::new(start, end));
        }
        builder.replace("\n\n", TextRange::empty(4));
        builder.copy(raw, TextRange::new(4, 8));
        let (text, map) = builder.finish();
        assert_eq!(text, "One two\n\nnote");
        assert_eq!(map.to_raw(TextRange::new(9, 13)), TextRange::new(4, 8));
        assert_eq!(map.to_extracted(TextRange::new(4, 8)), Some(TextRange::new(9, 13)));
        assert_eq!(map.to_extracted(TextRange::new(0, 3)), Some(TextRange::new(0, 3)));
        assert_eq!(map.extracted_offset(10), 4);
    }

    #[test]
    fn markup_maps_to_nothing() {
        let (_, _, map) = sample();
        assert_eq!(map.to_extracted(TextRange::new(0, 3)), None);
        assert_eq!(map.extracted_offset(0), 0);
        assert_eq!(map.extracted_offset(12), 4);
    }
}
