//! A draft: the text under check, with what was read in it.

use jiff::civil::Date;

use super::Settings;
use crate::reading::Reading;
use crate::reading::dates::{self, Anchors, NumericOrder};
use crate::reading::figures;
use crate::reading::markup::{self, Extraction, Format};
use crate::reading::metadata::{Confidence, Metadata};
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
    /// The publication date that its relative dates count from, where one is known.
    pub date: Option<Date>,
    /// When it was last changed, where it says so.
    pub updated: Option<Date>,
    /// What it says.
    pub reading: Reading,
    /// Lines of the raw text.
    pub lines: LineIndex,
    /// Bytes of the file before the raw text: those of a byte order mark.
    pub lead: usize,
}

impl Draft {
    /// Reads `raw`. `date` is when the draft is (to be) published, where the document does not
    /// state that of itself; it goes before a date merely inferred from the text.
    #[must_use]
    pub fn new(name: &str, raw: String, format: Format, date: Option<Date>) -> Self {
        let extraction = markup::extract(&raw, format);
        let anchors = anchors(&raw, format, &extraction, date);
        Self::read(name, raw, format, extraction, anchors)
    }

    /// Reads `raw`, which was published on `date`, whatever the document says.
    #[must_use]
    pub fn published(name: &str, raw: String, format: Format, date: Date) -> Self {
        let extraction = markup::extract(&raw, format);
        Self::read(name, raw, format, extraction, Some(date).into())
    }

    fn read(
        name: &str,
        raw: String,
        format: Format,
        extraction: Extraction,
        anchors: Anchors,
    ) -> Self {
        let reading = Reading::of(&extraction, anchors);
        let Anchors { published: date, updated } = anchors;
        let lines = LineIndex::new(&raw);
        Self {
            name: name.to_owned(),
            raw,
            format,
            extraction,
            date,
            updated,
            reading,
            lines,
            lead: 0,
        }
    }

    /// The same draft, `lead` bytes behind the beginning of its file.
    #[must_use]
    pub fn behind(mut self, lead: usize) -> Self {
        self.lead = lead;
        self
    }

    /// The draft with its dates of digits in the order that `settings` name.
    #[must_use]
    pub fn under(mut self, settings: &Settings) -> Self {
        let order = settings.date_order;
        if order != NumericOrder::FromDocument {
            let Extraction { text, blocks, .. } = &self.extraction;
            let anchors = Anchors { published: self.date, updated: self.updated };
            self.reading.dates = dates::read(text, blocks, anchors, order);
            self.reading.figures = figures::read(text, blocks, &self.reading.dates);
        }
        self
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

/// The date that the document states, else `given`, else the one its head or foot lets infer; with
/// the day of the last change, where the document names it.
fn anchors(raw: &str, format: Format, extraction: &Extraction, given: Option<Date>) -> Anchors {
    let Metadata { date: known, updated, .. } = Metadata::of(raw, format, extraction);
    let at_least = |least| known.as_ref().filter(|date| date.confidence >= least);
    let published = at_least(Confidence::High)
        .map(|date| date.value)
        .or(given)
        .or_else(|| at_least(Confidence::Medium).map(|date| date.value));
    Anchors { published, updated: updated.map(|date| date.value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_document_states_goes_before_what_is_given() {
        let given = jiff::civil::date(2020, 1, 1);
        let stated = "---\ndate: 2024-02-25\n---\n\nText.\n";
        for (raw, date, expected) in [
            (stated, Some(given), "2024-02-25"),
            (stated, None, "2024-02-25"),
            ("Text.\n", Some(given), "2020-01-01"),
        ] {
            let draft = Draft::new("d.md", raw.to_owned(), Format::Markdown, date);
            assert_eq!(draft.date.map(|date| date.to_string()).as_deref(), Some(expected));
        }
    }
}
