//! Writes an extraction: opens and closes blocks, sets them apart, keeps the map exact.
//!
//! The readers of the formats only say what they see: a block begins, these bytes are prose, those
//! stand for this character, here a note begins. The writer leaves out white space at the rims of
//! blocks, drops empty blocks, and moves notes behind the paragraph that they interrupt, so that a
//! sentence is never cut by its own footnote.

use super::{Block, BlockKind, Comment, Extraction};
use crate::text::{OffsetMapBuilder, TextRange};

/// A piece of a note that waits for the end of its paragraph.
enum Piece {
    Copy(TextRange),
    Replace(String, TextRange),
    Break,
}

pub(super) struct Writer<'r> {
    raw: &'r str,
    builder: OffsetMapBuilder,
    blocks: Vec<Block>,
    comments: Vec<Comment>,
    front_matter: Option<TextRange>,
    kind: BlockKind,
    /// Where the open block's text starts, once it has some.
    start: Option<usize>,
    notes: Vec<Vec<Piece>>,
    /// Indices into `notes` of the notes being written, the innermost last.
    writing: Vec<usize>,
}

impl<'r> Writer<'r> {
    pub(super) fn new(raw: &'r str) -> Self {
        Self {
            raw,
            builder: OffsetMapBuilder::new(),
            blocks: Vec::new(),
            comments: Vec::new(),
            front_matter: None,
            kind: BlockKind::Paragraph,
            start: None,
            notes: Vec::new(),
            writing: Vec::new(),
        }
    }

    pub(super) fn raw(&self) -> &'r str {
        self.raw
    }

    /// Ends the open block, with its notes, and begins one of `kind`.
    pub(super) fn open(&mut self, kind: BlockKind) {
        self.close();
        self.kind = kind;
    }

    /// Ends the open block; text that follows is a paragraph. Inside a note, a paragraph break.
    pub(super) fn close(&mut self) {
        if let Some(&note) = self.writing.last() {
            self.notes[note].push(Piece::Break);
            return;
        }
        self.end_block();
        for note in std::mem::take(&mut self.notes) {
            self.kind = BlockKind::Footnote;
            for piece in note {
                match piece {
                    Piece::Copy(range) => self.copy(range),
                    Piece::Replace(text, range) => self.replace(&text, range),
                    Piece::Break => {
                        self.end_block();
                        self.kind = BlockKind::Footnote;
                    }
                }
            }
            self.end_block();
        }
        self.kind = BlockKind::Paragraph;
    }

    fn end_block(&mut self) {
        let Some(start) = self.start.take() else { return };
        let text = self.builder.text();
        let end = start + text[start..].trim_end_matches(is_blank).len();
        if end > start {
            self.blocks.push(Block { range: TextRange::new(start, end), kind: self.kind });
        }
    }

    /// Whether the open block has text already.
    pub(super) fn has_text(&self) -> bool {
        self.start.is_some()
    }

    /// Whether the open block is a heading that has text.
    pub(super) fn is_heading(&self) -> bool {
        self.start.is_some() && matches!(self.kind, BlockKind::Heading(_))
    }

    /// Changes the kind of the open block.
    pub(super) fn set_kind(&mut self, kind: BlockKind) {
        if self.writing.is_empty() {
            self.kind = kind;
        }
    }

    /// Begins a note inside the open block.
    pub(super) fn begin_note(&mut self) {
        self.writing.push(self.notes.len());
        self.notes.push(Vec::new());
    }

    /// Ends the innermost note.
    pub(super) fn end_note(&mut self) {
        self.writing.pop();
    }

    /// The raw bytes `range` are prose.
    pub(super) fn copy(&mut self, range: TextRange) {
        if let Some(&note) = self.writing.last() {
            self.notes[note].push(Piece::Copy(range));
            return;
        }
        let range = if self.start.is_none() {
            let skipped = range.len() - range.of(self.raw).trim_start_matches(is_blank).len();
            TextRange::new(range.start + skipped, range.end)
        } else {
            range
        };
        if range.is_empty() {
            return;
        }
        self.begin_text(range.start);
        self.builder.copy(self.raw, range);
    }

    /// `text` stands for the raw bytes `range`.
    pub(super) fn replace(&mut self, text: &str, range: TextRange) {
        if let Some(&note) = self.writing.last() {
            self.notes[note].push(Piece::Replace(text.to_owned(), range));
            return;
        }
        if text.is_empty() || (self.start.is_none() && text.chars().all(is_blank)) {
            return;
        }
        self.begin_text(range.start);
        self.builder.replace(text, range);
    }

    /// `text` was read from the raw bytes `range`: copied where they are the same.
    pub(super) fn text(&mut self, text: &str, range: TextRange) {
        if range.of(self.raw) == text {
            self.copy(range);
        } else {
            self.replace(text, range);
        }
    }

    /// A run of white space, written as its first blank and only after a word.
    pub(super) fn space(&mut self, range: TextRange) {
        let Some(first) = range.of(self.raw).chars().next() else { return };
        let in_note = !self.writing.is_empty();
        if in_note || !self.builder.text().ends_with(char::is_whitespace) {
            self.copy(TextRange::new(range.start, range.start + first.len_utf8()));
        }
    }

    /// The prose of `range`, each run of white space written once.
    pub(super) fn words(&mut self, range: TextRange) {
        let mut at = range.start;
        let text = range.of(self.raw);
        for run in text.split_inclusive(|c: char| is_collapsible(c)) {
            let word = run.trim_end_matches(is_collapsible).len();
            self.copy(TextRange::new(at, at + word));
            self.space(TextRange::new(at + word, at + run.len()));
            at += run.len();
        }
    }

    fn begin_text(&mut self, raw_offset: usize) {
        if self.start.is_some() {
            return;
        }
        if !self.builder.is_empty() {
            self.builder.replace("\n\n", TextRange::empty(raw_offset));
        }
        self.start = Some(self.builder.len());
    }

    /// A comment: `range` with its delimiters, `content` without.
    pub(super) fn comment(&mut self, range: TextRange, content: &str) {
        self.comments.push(Comment { range, text: content.trim().to_owned() });
    }

    pub(super) fn set_front_matter(&mut self, range: TextRange) {
        self.front_matter = Some(range);
    }

    pub(super) fn finish(mut self) -> Extraction {
        self.writing.clear();
        self.close();
        self.comments.sort_by_key(|comment| comment.range);
        self.comments.dedup_by_key(|comment| comment.range);
        let (text, map) = self.builder.finish();
        Extraction {
            text,
            map,
            blocks: self.blocks,
            comments: self.comments,
            front_matter: self.front_matter,
        }
    }
}

/// White space that markup collapses; a no-break space is not.
fn is_collapsible(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// What cannot be the first or last character of a block.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace() || character.is_control() || character == '\u{feff}'
}
