//! Lines and columns of a text, in each unit that an editor or a report may count in.

/// The unit in which a column is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 bytes.
    Utf8,
    /// UTF-16 code units.
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

impl Encoding {
    fn width(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
            Self::Utf32 => 1,
        }
    }

    /// The width of all of `text`: many places of one very long line are asked for, so that
    /// counting goes by bytes, not by characters decoded.
    fn width_of(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            _ if text.is_ascii() => text.len(),
            Self::Utf32 => text.chars().count(),
            // What takes four bytes in UTF-8 takes two units in UTF-16.
            Self::Utf16 => text.chars().count() + text.bytes().filter(|byte| *byte >= 0xF0).count(),
        }
    }
}

/// A place in a text: line and column, both from 0; the column in units of an [`Encoding`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 0.
    pub line: usize,
    /// Column, from 0, in the units of the encoding that was asked for.
    pub column: usize,
}

/// Where each line of a text begins; lines end at LF, CR LF or a lone CR, as in the Language
/// Server Protocol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<usize>,
    length: usize,
}

impl LineIndex {
    /// Reads the line starts of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(at + 1);
            }
        }
        Self { starts, length: bytes.len() }
    }

    /// Number of lines; an empty text has one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The line (from 0) that holds the byte `offset`; past the end, the last line.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset).saturating_sub(1)
    }

    /// First byte of `line` (from 0), or the text's length where there is no such line.
    #[must_use]
    pub fn start_of(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.length)
    }

    /// The bytes of `line` without its line break.
    #[must_use]
    pub fn line_text<'t>(&self, text: &'t str, line: usize) -> &'t str {
        let end = self.start_of(line + 1);
        text[self.start_of(line)..end].trim_end_matches(['\n', '\r'])
    }

    /// The position of the byte `offset`, columns in `encoding`. An offset inside a character
    /// counts as its first byte.
    #[must_use]
    pub fn position(&self, text: &str, offset: usize, encoding: Encoding) -> Position {
        let offset = super::floor_boundary(text, offset);
        let line = self.line_of(offset);
        let before = &text[self.start_of(line)..offset];
        Position { line, column: encoding.width_of(before) }
    }

    /// The byte offset of `position`; past a line's end, that end (as the protocol asks).
    #[must_use]
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> usize {
        if position.line >= self.line_count() {
            return self.length;
        }
        let start = self.start_of(position.line);
        let mut column = 0;
        for (at, character) in self.line_text(text, position.line).char_indices() {
            column += encoding.width(character);
            if column > position.column {
                return start + at;
            }
        }
        start + self.line_text(text, position.line).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[test]
    fn line_breaks_are_those_of_the_protocol() {
        for (text, lines) in
            [("", 1), ("a\nb", 2), ("a\r\nb", 2), ("a\rb\n", 3), ("a\u{2028}b\u{85}c\u{c}d", 1)]
        {
            assert_eq!(LineIndex::new(text).line_count(), lines, "{text:?}");
        }
    }

    #[test]
    fn columns_count_in_their_unit() {
        let text = "a😀é“x";
        let index = LineIndex::new(text);
        let x = text.find('x').unwrap();
        let columns = ENCODINGS.map(|encoding| index.position(text, x, encoding).column);
        assert_eq!(columns, [10, 5, 4]);
    }

    proptest! {
        #[test]
        fn every_character_boundary_survives_the_round_trip(text in "[a-zé😀“\n\r \u{2028}]{0,40}") {
            let index = LineIndex::new(&text);
            for (offset, _) in text.char_indices() {
                for encoding in ENCODINGS {
                    let position = index.position(&text, offset, encoding);
                    let back = index.offset(&text, position, encoding);
                    // The bytes of a line break all stand at the line's end.
                    let at_break = text[back..offset].chars().all(|c| c == '\r' || c == '\n');
                    prop_assert!(back == offset || (back < offset && at_break));
                }
            }
        }
    }
}
