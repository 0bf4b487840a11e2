//! Ranges as the JSON formats show them: lines and columns from 1, offsets in bytes from 0.

use serde::Serialize;

use crate::check::Draft;
use crate::corpus::Source;
use crate::text::{Encoding, LineIndex, TextRange};

/// A range of a text, the end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Range {
    pub(crate) start: Place,
    pub(crate) end: Place,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    /// From 1.
    pub(crate) line: usize,
    /// From 1, in Unicode scalar values.
    pub(crate) column: usize,
    /// From 0, in bytes.
    pub(crate) offset: usize,
}

impl Range {
    pub(crate) fn of(text: &str, lines: &LineIndex, range: TextRange) -> Self {
        let place = |offset: usize| {
            let position = lines.position(text, offset, Encoding::Utf32);
            Place { line: position.line + 1, column: position.column + 1, offset }
        };
        Self { start: place(range.start), end: place(range.end) }
    }

    /// A raw range of the draft; the offsets are the file's.
    pub(crate) fn in_draft(draft: &Draft, range: TextRange) -> Self {
        Self::of(&draft.raw, &draft.lines, range).behind(draft.lead)
    }

    /// The same range of a text that begins `lead` bytes after the beginning of its file.
    fn behind(mut self, lead: usize) -> Self {
        self.start.offset += lead;
        self.end.offset += lead;
        self
    }

    /// An extracted range of the source, in the text that is shown to people.
    pub(crate) fn in_source(source: &Source, range: TextRange) -> Self {
        Self::of(source.shown_text(), source.lines(), source.shown_range(range)).behind(source.lead)
    }
}

/// Line and column from 1, the column in bytes (as `rdjson` counts).
pub(crate) fn byte_place(draft: &Draft, offset: usize) -> (usize, usize) {
    let position = draft.lines.position(&draft.raw, offset, Encoding::Utf8);
    (position.line + 1, position.column + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_offsets_count_bytes() {
        let text = "a\né😀“x”";
        let lines = LineIndex::new(text);
        let start = text.find('x').unwrap();
        let range = Range::of(text, &lines, TextRange::new(start, start + 1));
        assert_eq!(range.start, Place { line: 2, column: 4, offset: start });
        assert_eq!(range.end, Place { line: 2, column: 5, offset: start + 1 });
    }
}
