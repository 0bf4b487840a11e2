//! Positions of the protocol against ropes and texts, in the encoding that was agreed.

use ropey::Rope;
use tower_lsp::lsp_types::{Position, PositionEncodingKind, Range};

use crate::text::{self, Encoding, LineIndex, TextRange};

/// The first of the client's encodings that we know; `otherwise` where it names none.
pub(super) fn agreed(offered: Option<&[PositionEncodingKind]>, otherwise: Encoding) -> Encoding {
    offered.unwrap_or_default().iter().find_map(known).unwrap_or(otherwise)
}

fn known(kind: &PositionEncodingKind) -> Option<Encoding> {
    match kind.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    }
}

/// The protocol's name of `encoding`.
pub(super) fn kind(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}

/// The character of `rope` at `position`; past a line's end, that end; past the text, its end.
pub(super) fn character(rope: &Rope, position: Position, encoding: Encoding) -> usize {
    let (line, column) = (position.line as usize, position.character as usize);
    if line >= rope.len_lines() {
        return rope.len_chars();
    }
    let start = rope.line_to_char(line);
    let reached = match encoding {
        Encoding::Utf32 => start.saturating_add(column),
        Encoding::Utf16 => {
            let units = rope.char_to_utf16_cu(start).saturating_add(column);
            rope.utf16_cu_to_char(units.min(rope.len_utf16_cu()))
        }
        Encoding::Utf8 => {
            let bytes = rope.line_to_byte(line).saturating_add(column);
            rope.byte_to_char(bytes.min(rope.len_bytes()))
        }
    };
    reached.min(line_end(rope, line))
}

/// The character at which the content of `line` ends, before its line break.
fn line_end(rope: &Rope, line: usize) -> usize {
    let next = rope.line_to_char(line + 1);
    let mut end = next;
    while end > rope.line_to_char(line) && matches!(rope.char(end - 1), '\n' | '\r') {
        end -= 1;
    }
    end
}

/// Where bytes of one text stand for the client.
#[derive(Clone, Copy)]
pub(super) struct Places<'t> {
    /// The text.
    pub(super) text: &'t str,
    /// Its lines.
    pub(super) lines: &'t LineIndex,
    /// What the client counts in.
    pub(super) encoding: Encoding,
}

impl Places<'_> {
    /// The position of the byte `offset`.
    pub(super) fn position(&self, offset: usize) -> Position {
        let place = self.lines.position(self.text, offset, self.encoding);
        Position::new(small(place.line), small(place.column))
    }

    /// The range of `range` (bytes).
    pub(super) fn range(&self, range: TextRange) -> Range {
        Range::new(self.position(range.start), self.position(range.end))
    }

    /// The byte at `position`.
    pub(super) fn offset(&self, position: Position) -> usize {
        let place =
            text::Position { line: position.line as usize, column: position.character as usize };
        self.lines.offset(self.text, place, self.encoding)
    }

    /// The bytes of `range`, its ends in order.
    pub(super) fn bytes(&self, range: Range) -> TextRange {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        TextRange::new(start.min(end), start.max(end))
    }
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_clients_first_choice_that_we_know_is_taken() {
        let kinds = |names: &[&'static str]| {
            names.iter().map(|name| PositionEncodingKind::new(name)).collect::<Vec<_>>()
        };
        for (offered, taken) in [
            (None, Encoding::Utf16),
            (Some(kinds(&[])), Encoding::Utf16),
            (Some(kinds(&["utf-7"])), Encoding::Utf16),
            (Some(kinds(&["utf-32", "utf-8"])), Encoding::Utf32),
            (Some(kinds(&["utf-7", "utf-8", "utf-16"])), Encoding::Utf8),
        ] {
            assert_eq!(agreed(offered.as_deref(), Encoding::Utf16), taken, "{offered:?}");
        }
        assert_eq!(agreed(None, Encoding::Utf8), Encoding::Utf8);
        let utf_16 = kinds(&["utf-16"]);
        assert_eq!(agreed(Some(&utf_16), Encoding::Utf8), Encoding::Utf16);
    }

    proptest! {
        #[test]
        fn rope_and_line_index_agree_on_every_position(
            text in "[a-cé😀\u{301}\u{5d0}“\n\r\u{2028}\u{c} ]{0,30}",
            line in 0u32..6,
            column in 0u32..12,
        ) {
            let rope = Rope::from_str(&text);
            let lines = LineIndex::new(&text);
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let position = Position::new(line, column);
                let by_rope = rope.char_to_byte(character(&rope, position, encoding));
                let places = Places { text: &text, lines: &lines, encoding };
                prop_assert_eq!(by_rope, places.offset(position));
            }
        }
    }
}
