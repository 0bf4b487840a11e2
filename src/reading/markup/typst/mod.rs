//! Typst: code, mathematics, labels and comments told from content.
//!
//! Content in square brackets is prose wherever it stands, in code too; the stack of brackets that
//! are open says what to do where each closes.

mod calls;
mod code;

use super::lines;
use super::writer::Writer;
use super::{BlockKind, Extraction};
use crate::text::TextRange;
use code::Call;

pub(super) fn extract(raw: &str) -> Extraction {
    let mut reader = Reader {
        raw,
        writer: Writer::new(raw),
        frames: Vec::new(),
        at: raw.len() - raw.trim_start_matches('\u{feff}').len(),
        quotations: 0,
        line_start: true,
        unclosed: 0,
    };
    if let Some((content, after)) = lines::front_matter(raw) {
        reader.writer.set_front_matter(content);
        reader.at = after;
    }
    while reader.at < raw.len() {
        reader.step();
    }
    reader.writer.finish()
}

/// A bracket that is open.
#[derive(Clone, Copy)]
enum Frame {
    /// Content, and the call that it belongs to.
    Content(Call, BlockKind),
    /// A bracket of the text itself.
    Literal,
    /// Arguments of a call, or code in braces: brackets of this kind are closed by `close`.
    Code { call: Call, close: u8, kind: BlockKind },
}

struct Reader<'r> {
    raw: &'r str,
    writer: Writer<'r>,
    frames: Vec<Frame>,
    at: usize,
    /// Depth of inline quotations.
    quotations: usize,
    line_start: bool,
    /// Statements that no bracket closed.
    unclosed: usize,
}

impl<'r> Reader<'r> {
    fn rest(&self) -> &'r str {
        &self.raw[self.at..]
    }

    fn kind(&self) -> BlockKind {
        match self.frames.last() {
            Some(Frame::Content(_, kind) | Frame::Code { kind, .. }) => *kind,
            _ => BlockKind::Paragraph,
        }
    }

    fn reopen(&mut self) {
        let kind = self.kind();
        self.writer.open(kind);
    }

    fn step(&mut self) {
        let rest = self.rest();
        if self.comment(rest) {
            return;
        }
        if let Some(Frame::Code { call, close, .. }) = self.frames.last().copied() {
            return self.code(rest, call, close);
        }
        if self.line_start {
            self.line_start = false;
            if self.start_of_line(rest) {
                return;
            }
        }
        self.content(rest);
    }

    /// Whether a comment stands at the cursor; it is read.
    fn comment(&mut self, rest: &str) -> bool {
        let length = if rest.starts_with("//") && !self.raw[..self.at].ends_with(':') {
            rest.find(['\n', '\r']).unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            code::comment_length(rest)
        } else {
            return false;
        };
        let content = rest[2..length].trim_end_matches("*/");
        self.writer.comment(TextRange::new(self.at, self.at + length), content);
        self.at += length;
        true
    }

    /// Headings and list items.
    fn start_of_line(&mut self, rest: &str) -> bool {
        let level = rest.bytes().take_while(|byte| *byte == b'=').count();
        let digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
        let numbered = digits > 0 && rest[digits..].starts_with(". ");
        if level > 0 && rest[level..].starts_with(' ') {
            self.writer.open(BlockKind::Heading(level.min(9) as u8));
            self.at += level;
            return true;
        }
        if !(numbered || ["- ", "+ ", "/ "].iter().any(|mark| rest.starts_with(mark))) {
            return false;
        }
        let quoted = self.kind() == BlockKind::BlockQuote;
        self.writer.open(if quoted { BlockKind::BlockQuote } else { BlockKind::ListItem });
        let length = if numbered { digits + 1 } else { 1 };
        if rest.starts_with('-') {
            // A hyphen may introduce speech.
            self.writer.copy(TextRange::new(self.at, self.at + 1));
        }
        self.at += length;
        true
    }

    fn content(&mut self, rest: &str) {
        match rest.as_bytes()[0] {
            b' ' | b'\t' | b'\n' | b'\r' => self.blanks(rest),
            b'\\' => self.escape(rest),
            b'#' => self.hash(rest),
            b'$' => self.skip_or_copy(code::math_length(rest)),
            b'`' => self.raw_text(rest),
            b'<' => self.skip_or_copy(code::label_length(rest)),
            b'@' => self.reference(rest),
            b'[' => {
                self.frames.push(Frame::Literal);
                self.put(&rest[..1], 1);
            }
            b']' => self.close_bracket(rest),
            b'*' | b'_' if self.inside_word(rest) => self.put(&rest[..1], 1),
            b'*' | b'_' => self.at += 1,
            b'~' => self.put("\u{a0}", 1),
            b'-' if rest.starts_with("---") => self.put("—", 3),
            b'-' if rest.starts_with("--") => self.put("–", 2),
            b'-' if rest.starts_with("-?") => self.put("\u{ad}", 2),
            b'.' if rest.starts_with("...") => self.put("...", 3),
            _ => {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let word = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
                self.put(&rest[..word.max(first)], word.max(first));
            }
        }
    }

    fn put(&mut self, text: &str, length: usize) {
        self.writer.text(text, TextRange::new(self.at, self.at + length));
        self.at += length;
    }

    fn skip_or_copy(&mut self, length: Option<usize>) {
        match length {
            Some(length) => self.at += length,
            None => self.put(&self.rest()[..1], 1),
        }
    }

    /// Code between backquotes; an opening run that nothing closes is dropped.
    fn raw_text(&mut self, rest: &str) {
        let open = rest.bytes().take_while(|byte| *byte == b'`').count();
        self.at += code::raw_length(rest, open).unwrap_or(open);
    }

    fn inside_word(&self, rest: &str) -> bool {
        let before = self.raw[..self.at].ends_with(char::is_alphanumeric);
        before && rest[1..].starts_with(char::is_alphanumeric)
    }

    fn blanks(&mut self, rest: &str) {
        let length = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
        let run = &rest[..length];
        let breaks = run.matches('\n').count().max(run.matches('\r').count());
        if breaks > 1 || (breaks == 1 && self.writer.is_heading()) {
            self.reopen();
        } else {
            let line_break = run.find(['\n', '\r']).unwrap_or(0);
            self.writer.space(TextRange::new(self.at + line_break, self.at + length));
        }
        self.line_start = breaks > 0;
        self.at += length;
    }

    fn escape(&mut self, rest: &str) {
        let Some(escaped) = rest[1..].chars().next() else {
            self.at += 1;
            return;
        };
        if escaped.is_whitespace() {
            self.at += 1;
        } else if let Some((character, length)) = code::unicode_escape(rest) {
            self.put(character.encode_utf8(&mut [0; 4]), length);
        } else {
            let length = escaped.len_utf8();
            self.writer.copy(TextRange::new(self.at + 1, self.at + 1 + length));
            self.at += 1 + length;
        }
    }

    /// `@key`, with a supplement in brackets.
    fn reference(&mut self, rest: &str) {
        let named = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
        let name = rest[1..].find(|c| !named(c)).unwrap_or(rest.len() - 1);
        let name = rest[1..1 + name].trim_end_matches(['.', ':']).len();
        if name == 0 || self.raw[..self.at].ends_with(char::is_alphanumeric) {
            return self.put("@", 1);
        }
        let after = &rest[1 + name..];
        let supplement =
            super::inline::close_bracket(after, '[', ']').filter(|_| after.starts_with('['));
        self.at += 1 + name + supplement.map_or(0, |close| close + 1);
    }
}

#[cfg(test)]
mod tests;
