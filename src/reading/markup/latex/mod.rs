//! LaTeX: commands, environments, mathematics and comments told from prose.
//!
//! Quotation marks come out as curly ones, whatever the command that makes them: the quotation
//! reader wants marks in the text.

mod acts;
mod commands;
mod scan;

use super::writer::Writer;
use super::{BlockKind, Extraction};
use crate::text::TextRange;
use scan::Braces;

pub(super) fn extract(raw: &str) -> Extraction {
    let mut reader = Reader::new(raw);
    let body = match raw.find("\\begin{document}") {
        Some(start) => {
            reader.preamble(start);
            start + "\\begin{document}".len()
        }
        None => 0,
    };
    let end = raw[body..].find("\\end{document}").map_or(raw.len(), |length| body + length);
    reader.read(TextRange::new(body, end));
    reader.writer.finish()
}

/// What the closing brace of a group does.
enum Close {
    Nothing,
    Quotation,
    Note,
    Block,
}

struct Reader<'r> {
    raw: &'r str,
    writer: Writer<'r>,
    braces: Braces,
    groups: Vec<Close>,
    /// The kinds of paragraphs in the environments that are open, and whether each is a table.
    environments: Vec<(BlockKind, bool)>,
    /// Depth of quoting commands.
    quotations: usize,
    /// Single marks `` ` `` that wait for their `'`.
    singles: usize,
    at: usize,
}

impl<'r> Reader<'r> {
    fn new(raw: &'r str) -> Self {
        Self {
            raw,
            writer: Writer::new(raw),
            braces: Braces::of(raw),
            groups: Vec::new(),
            environments: Vec::new(),
            quotations: 0,
            singles: 0,
            at: 0,
        }
    }

    fn kind(&self) -> BlockKind {
        self.environments.last().map_or(BlockKind::Paragraph, |(kind, _)| *kind)
    }

    fn reopen(&mut self) {
        self.singles = 0;
        let kind = self.kind();
        self.writer.open(kind);
    }

    /// Of what stands before the document, the title and the comments count.
    fn preamble(&mut self, end: usize) {
        let mut at = 0;
        while let Some(next) = self.raw[at..end].find(['%', '\\']) {
            at += next;
            let name = scan::command_name(self.raw, at);
            let group = scan::after_blanks(self.raw, name.end);
            if self.raw[at..].starts_with('%') {
                at = self.comment(at);
            } else if name.of(self.raw) == "title"
                && let Some(close) = self.braces.close(group)
            {
                self.writer.open(BlockKind::Heading(1));
                self.read(TextRange::new(group + 1, close));
                self.writer.close();
                at = close;
            } else {
                at = name.end;
            }
            at = at.min(end);
        }
    }

    fn read(&mut self, range: TextRange) {
        self.at = range.start;
        while self.at < range.end {
            let rest = &self.raw[self.at..range.end];
            let plain = rest.find(is_special).unwrap_or(rest.len());
            if plain > 0 {
                self.writer.copy(TextRange::new(self.at, self.at + plain));
                self.at += plain;
            } else {
                self.special(rest);
            }
        }
    }

    /// Reads one special character and what belongs to it.
    fn special(&mut self, rest: &str) {
        match rest.as_bytes()[0] {
            b'\\' => self.command(),
            b'{' => self.open_group(Close::Nothing),
            b'}' => self.close_group(),
            b'%' => self.at = self.comment(self.at),
            b'$' if rest.starts_with("$$") => self.math("$$", "$$"),
            b'$' => self.math("$", "$"),
            b'~' => self.put(" ", 1),
            b'&' if self.in_table() => {
                self.at += 1;
                self.reopen();
            }
            b'`' | b'\'' | b'"' => self.mark(rest),
            b'-' if rest.starts_with("---") => self.put("—", 3),
            b'-' if rest.starts_with("--") => self.put("–", 2),
            b' ' | b'\t' | b'\n' | b'\r' => self.blanks(rest),
            _ => {
                self.writer.copy(TextRange::new(self.at, self.at + 1));
                self.at += 1;
            }
        }
    }

    /// Writes `text` for the next `length` bytes.
    fn put(&mut self, text: &str, length: usize) {
        let range = TextRange::new(self.at, self.at + length);
        self.writer.text(text, range);
        self.at = range.end;
    }

    fn blanks(&mut self, rest: &str) {
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        let length = rest.bytes().take_while(blank).count();
        let run = &rest[..length];
        if run.matches('\n').count() > 1 || run.matches('\r').count() > 1 && !run.contains('\n') {
            self.reopen();
        } else {
            let line_break = run.find(['\n', '\r']).unwrap_or(0);
            self.writer.space(TextRange::new(self.at + line_break, self.at + length));
        }
        self.at += length;
    }

    /// Quotation marks of TeX and of babel's shorthands.
    fn mark(&mut self, rest: &str) {
        for (typed, mark) in [("``", "“"), ("''", "”"), ("\"`", "„"), ("\"'", "“")] {
            if rest.starts_with(typed) {
                return self.put(mark, 2);
            }
        }
        let after_word = self.writer_ends_in_word();
        let before_word = rest[1..].starts_with(char::is_alphanumeric);
        if rest.starts_with('`') {
            self.singles += 1;
            self.put("‘", 1);
        } else if rest.starts_with('\'') && self.singles > 0 && !(after_word && before_word) {
            self.singles -= 1;
            self.put("’", 1);
        } else {
            self.put(&rest[..1], 1);
        }
    }

    fn writer_ends_in_word(&self) -> bool {
        self.raw[..self.at].ends_with(char::is_alphanumeric)
    }

    /// Reads a comment; the first byte after it and the blanks that TeX drops with it.
    fn comment(&mut self, start: usize) -> usize {
        let end = scan::line_end(self.raw, start);
        let content = self.raw[start..end].trim_start_matches('%');
        self.writer.comment(TextRange::new(start, end), content);
        // A comment on a line of its own does not part a paragraph; one before a blank line does.
        let line_break = self.raw[end..].starts_with("\r\n") as usize + 1;
        let next = (end + line_break).min(self.raw.len());
        if scan::is_blank_line(self.raw, next) { end } else { next }
    }

    fn math(&mut self, open: &str, close: &str) {
        match scan::math_end(self.raw, self.at, open, close) {
            Some(end) => self.at = end,
            None => self.put(open, open.len()),
        }
    }

    fn in_table(&self) -> bool {
        self.environments.last().is_some_and(|(_, table)| *table)
    }

    /// Enters the group at the cursor; a brace that nothing closes is dropped.
    fn open_group(&mut self, close: Close) {
        if self.braces.close(self.at).is_some() {
            self.groups.push(close);
        }
        self.at += 1;
    }

    fn close_group(&mut self) {
        match self.groups.pop() {
            Some(Close::Quotation) => {
                self.quotations = self.quotations.saturating_sub(1);
                let mark = if self.quotations.is_multiple_of(2) { "”" } else { "’" };
                self.writer.replace(mark, TextRange::new(self.at, self.at + 1));
            }
            Some(Close::Note) => self.writer.end_note(),
            Some(Close::Block) => self.reopen(),
            Some(Close::Nothing) | None => {}
        }
        self.at += 1;
    }

    fn command(&mut self) {
        let start = self.at;
        let name = scan::command_name(self.raw, start);
        let word = name.of(self.raw);
        match word {
            "" => self.at = name.end,
            "\\" => self.line_break(name.end),
            "(" => self.math("\\(", "\\)"),
            "[" => self.math("\\[", "\\]"),
            ")" | "]" | "!" | "/" | "-" | "@" | ":" | ";" | ">" | "<" => self.at = name.end,
            _ => {
                let star = usize::from(self.raw[name.end..].starts_with('*'));
                self.at = name.end + star;
                self.act(commands::action(word), start, word);
            }
        }
    }

    fn line_break(&mut self, at: usize) {
        let after = at + usize::from(self.raw[at..].starts_with('*'));
        let end = scan::optional(self.raw, after).unwrap_or(after);
        if self.in_table() {
            self.reopen();
        } else if self.writer.has_text() {
            self.writer.replace("\n", TextRange::new(self.at, end));
        }
        self.at = end;
    }
}

fn is_special(character: char) -> bool {
    matches!(
        character,
        '\\' | '{'
            | '}'
            | '%'
            | '$'
            | '~'
            | '&'
            | '`'
            | '\''
            | '"'
            | '-'
            | ' '
            | '\t'
            | '\n'
            | '\r'
    )
}

#[cfg(test)]
mod tests;
