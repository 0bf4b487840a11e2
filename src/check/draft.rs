//! A draft: the text under check, with what was read in it.

use jiff::civil::Date;

use crate::reading::Reading;
use crate::reading::markup::{self, Extraction, Format};
use crate::text::{LineIndex, TextRange};

/// A draft, read once and checked any number of times.
#[derive(Debug)]
pub struct Draft {
    /// As the findings show it: a path, or `-`'s file name.
    pub name: String,
    /// The file's text.
    pub raw: String,
    /// Its markup.
    pub format: Format,
    /// Its prose.
    pub extraction: Extraction,
    /// What it says.
    pub reading: Reading,
    /// Lines of the raw text.
    pub lines: LineIndex,
}

impl Draft {
    /// Reads `raw`; `date` is when the draft is (to be) published, where that is known.
    #[must_use]
    pub fn new(name: &str, raw: String, format: Format, date: Option<Date>) -> Self {
        let extraction = markup::extract(&raw, format);
        let reading = Reading::of(&extraction, date);
        let lines = LineIndex::new(&raw);
        Self { name: name.to_owned(), raw, format, extraction, reading, lines }
    }

    /// `range` of the extracted text in bytes of the raw text.
    #[must_use]
    pub fn raw_range(&self, range: TextRange) -> TextRange {
        self.extraction.map.to_raw(range)
    }

    /// The block that holds the extracted `offset`, in bytes of the extracted text; empty where
    /// none does.
    #[must_use]
    pub fn paragraph_at(&self, offset: usize) -> TextRange {
        let blocks = &self.extraction.blocks;
        let at = blocks.partition_point(|block| block.range.end <= offset);
        blocks
            .get(at)
            .filter(|block| block.range.contains(offset))
            .map_or(TextRange::empty(offset), |block| block.range)
    }
}
