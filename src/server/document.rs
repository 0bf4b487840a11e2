//! An open document: its text, edited in place, and the place where the writer is at work.

use std::sync::Arc;
use std::time::{Duration, Instant};

use ropey::Rope;
use tower_lsp::lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Url};

use super::position;
use super::snapshot::Snapshot;
use crate::reading::markup::Format;
use crate::text::{Encoding, TextRange};

/// From this on a check is dear.
const DEAR: Duration = Duration::from_millis(100);
/// The longest pause that is waited for, however dear a check.
const LONGEST_PAUSE: Duration = Duration::from_secs(3);

/// Where the writer last typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Editing {
    /// Bytes of the current text.
    pub(super) place: TextRange,
    /// When.
    pub(super) at: Instant,
}

/// An open document.
pub(super) struct Document {
    pub(super) uri: Url,
    /// The client's number of the text.
    pub(super) version: i32,
    /// Our own number of the text and of what it is checked against; grows with every change.
    pub(super) generation: u64,
    pub(super) text: Rope,
    pub(super) format: Format,
    pub(super) editing: Option<Editing>,
    /// The generation for which the end of the rest is already awaited.
    pub(super) rest_awaited: Option<u64>,
    /// How long the last check took.
    pub(super) cost: Duration,
    /// The current text with what is known of it; made when first needed.
    pub(super) snapshot: Option<Arc<Snapshot>>,
}

impl Document {
    /// The document that the client opened.
    pub(super) fn open(item: TextDocumentItem) -> Self {
        Self {
            format: format_of(&item.language_id, item.uri.path()),
            version: item.version,
            generation: 0,
            text: Rope::from_str(&item.text),
            editing: None,
            rest_awaited: None,
            cost: Duration::ZERO,
            snapshot: None,
            uri: item.uri,
        }
    }

    /// Applies the client's changes in order and notes where they were.
    pub(super) fn change(
        &mut self,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        for change in changes {
            let place = apply(&mut self.text, change, encoding);
            self.editing = place.map(|place| Editing { place, at: Instant::now() });
        }
        self.version = version;
        self.renew();
    }

    /// How long the typing must pause before a check: longer where checks are dear, so that a long
    /// draft does not keep the machine busy.
    pub(super) fn pause(&self, debounce: Duration) -> Duration {
        if self.cost < DEAR { debounce } else { debounce.max(self.cost.min(LONGEST_PAUSE)) }
    }

    /// Starts a new generation: what was found in the old one is stale.
    pub(super) fn renew(&mut self) {
        self.generation += 1;
        if let Some(snapshot) = self.snapshot.take() {
            snapshot.supersede();
        }
    }
}

/// Applies one change; the place it left in the text, `None` where the whole text was exchanged.
pub(super) fn apply(
    text: &mut Rope,
    change: TextDocumentContentChangeEvent,
    encoding: Encoding,
) -> Option<TextRange> {
    let Some(range) = change.range else {
        *text = Rope::from_str(&change.text);
        return None;
    };
    let start = position::character(text, range.start, encoding);
    let end = position::character(text, range.end, encoding);
    let (start, end) = (start.min(end), start.max(end));
    text.remove(start..end);
    text.insert(start, &change.text);
    let first = text.char_to_byte(start);
    Some(TextRange::new(first, first + change.text.len()))
}

/// The format by the editor's name of the language, else by the file's name.
fn format_of(language: &str, path: &str) -> Format {
    match language.to_ascii_lowercase().as_str() {
        "markdown" | "mdx" | "quarto" | "rmd" | "pandoc" => Format::Markdown,
        "html" | "xhtml" => Format::Html,
        "latex" | "tex" | "plaintex" | "context" => Format::Latex,
        "restructuredtext" | "rst" => Format::ReStructuredText,
        "asciidoc" | "asciidoctor" => Format::AsciiDoc,
        "typst" => Format::Typst,
        "org" => Format::Org,
        _ => Format::of_name(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{LineIndex, Position as TextPosition};
    use proptest::prelude::*;
    use tower_lsp::lsp_types::{Position, Range};

    fn change(start: (u32, u32), end: (u32, u32), text: &str) -> TextDocumentContentChangeEvent {
        let range = Range::new(Position::new(start.0, start.1), Position::new(end.0, end.1));
        TextDocumentContentChangeEvent {
            range: Some(range),
            range_length: None,
            text: text.to_owned(),
        }
    }

    #[test]
    fn the_language_comes_before_the_ending() {
        for (language, path, format) in [
            ("markdown", "/a.txt", Format::Markdown),
            ("plaintext", "/a.md", Format::Markdown),
            ("", "/a", Format::Plain),
            ("LaTeX", "/a", Format::Latex),
        ] {
            assert_eq!(format_of(language, path), format, "{language} {path}");
        }
    }

    fn apply_to_string(text: &mut String, edit: &TextDocumentContentChangeEvent, in_: Encoding) {
        let Some(range) = edit.range else {
            text.clone_from(&edit.text);
            return;
        };
        let lines = LineIndex::new(text);
        let offset = |p: Position| {
            let place = TextPosition { line: p.line as usize, column: p.character as usize };
            lines.offset(text, place, in_)
        };
        let (a, b) = (offset(range.start), offset(range.end));
        text.replace_range(a.min(b)..a.max(b), &edit.text);
    }

    proptest! {
        #[test]
        fn rope_equals_string_under_any_edits(
            start in "[a-cé😀“\n\r\u{2028}\u{85} ]{0,40}",
            edits in prop::collection::vec(
                ((0u32..6, 0u32..9), (0u32..6, 0u32..9), "[xé😀\n\r\u{2028}]{0,6}"), 0..12),
        ) {
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let (mut rope, mut string) = (Rope::from_str(&start), start.clone());
                for (from, to, text) in &edits {
                    let edit = change(*from, *to, text);
                    apply_to_string(&mut string, &edit, encoding);
                    let place = apply(&mut rope, edit, encoding);
                    prop_assert_eq!(rope.to_string(), string.as_str());
                    prop_assert!(place.is_some_and(|place| place.of(&string) == text));
                }
            }
        }
    }
}
