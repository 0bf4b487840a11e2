//! AsciiDoc: attributes, macros, listings and comments are not prose.

mod macros;

use super::inline::{self, Inline};
use super::lines::{self, Line};
use super::writer::Writer;
use super::{BlockKind, Extraction};
use crate::text::TextRange;

pub(super) fn extract(raw: &str) -> Extraction {
    let mut reader = Reader::new(raw);
    if let Some((content, _)) = lines::front_matter(raw) {
        reader.writer.set_front_matter(content);
    }
    for line in inline::all_lines(raw) {
        reader.line(line);
    }
    reader.flush();
    reader.end_comment(raw.len());
    reader.writer.finish()
}

/// What the attribute line above a block asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Nothing,
    Quote,
    Code,
}

struct Reader<'r> {
    raw: &'r str,
    writer: Writer<'r>,
    /// The delimited blocks that are open: the delimiter and the kind of paragraphs inside.
    containers: Vec<(&'r str, BlockKind)>,
    open: Option<(BlockKind, TextRange)>,
    /// The delimiter that ends what is not prose.
    skip: Option<&'r str>,
    /// Start of the block comment that is open.
    comment: Option<usize>,
    asked: Asked,
    in_table: bool,
    /// The lines below the document's title are its author and revision.
    in_header: bool,
    /// The paragraph that is open is code.
    literal: bool,
}

impl<'r> Reader<'r> {
    fn new(raw: &'r str) -> Self {
        Self {
            raw,
            writer: Writer::new(raw),
            containers: Vec::new(),
            open: None,
            skip: None,
            comment: None,
            asked: Asked::Nothing,
            in_table: false,
            in_header: false,
            literal: false,
        }
    }

    fn kind(&self) -> BlockKind {
        self.containers.last().map_or(BlockKind::Paragraph, |(_, kind)| *kind)
    }

    fn flush(&mut self) {
        self.literal = false;
        if let Some((kind, range)) = self.open.take() {
            self.writer.open(kind);
            Inline::new(&mut self.writer, &macros::STYLE).read(range);
            self.writer.close();
        }
    }

    fn write(&mut self, kind: BlockKind, range: TextRange) {
        self.flush();
        self.open = Some((kind, range));
        self.flush();
    }

    fn line(&mut self, line: Line) {
        let range = line.trimmed(self.raw);
        let text = range.of(self.raw);
        if let Some(delimiter) = self.skip {
            if text == delimiter {
                self.skip = None;
                self.end_comment(range.end);
            }
        } else if text.is_empty() {
            self.flush();
            self.in_header = false;
        } else if text.starts_with("//") && !text.starts_with("///") {
            self.writer.comment(range, &text[2..]);
        } else if text == "|===" || text == "!===" {
            self.flush();
            self.in_table = !self.in_table;
        } else if self.in_table {
            self.table_row(range, text);
        } else if !self.delimiter(range, text) {
            self.content(line, range, text);
        }
    }

    fn end_comment(&mut self, end: usize) {
        if let Some(start) = self.comment.take() {
            let content = self.raw[start..end].trim_matches('/');
            self.writer.comment(TextRange::new(start, end), content);
        }
    }

    /// Whether the line begins or ends a delimited block.
    fn delimiter(&mut self, range: TextRange, text: &'r str) -> bool {
        let first = text.as_bytes()[0];
        let run = text.len() >= 4 && text.bytes().all(|byte| byte == first);
        let fence = text.starts_with("```");
        if !(run || fence || text == "--") {
            return false;
        }
        match first {
            b'/' => self.comment = Some(range.start),
            b'-' | b'.' | b'+' | b'`' if text != "--" => {}
            b'_' | b'=' | b'*' | b'-' => return self.container(text),
            _ => return false,
        }
        self.flush();
        self.asked = Asked::Nothing;
        self.skip = Some(if fence { "```" } else { text });
        true
    }

    fn container(&mut self, delimiter: &'r str) -> bool {
        self.flush();
        let depth = self.containers.len().saturating_sub(16);
        let open = self.containers[depth..].iter().rposition(|(known, _)| *known == delimiter);
        if let Some(at) = open {
            self.containers.truncate(depth + at);
            return true;
        }
        let quoted = delimiter.starts_with('_') || self.asked == Asked::Quote;
        let kind = if quoted { BlockKind::BlockQuote } else { self.kind() };
        if self.asked == Asked::Code {
            self.skip = Some(delimiter);
        } else {
            self.containers.push((delimiter, kind));
        }
        self.asked = Asked::Nothing;
        true
    }

    fn table_row(&mut self, range: TextRange, text: &str) {
        let mut at = range.start;
        for cell in text.split('|') {
            self.write(BlockKind::TableCell, TextRange::new(at, at + cell.len()));
            at += cell.len() + 1;
        }
    }

    fn content(&mut self, line: Line, range: TextRange, text: &'r str) {
        if let Some(level) = heading_level(text) {
            let start = range.start + level + 1;
            self.write(BlockKind::Heading(level as u8), TextRange::new(start, range.end));
            self.in_header = level == 1;
        } else if is_attribute(text) || self.in_header {
            self.flush();
        } else if is_attribute_list(text) && self.open.is_none() {
            self.asked = asked(text);
            if self.asked == Asked::Quote {
                self.attribution(range);
            }
        } else if self.open.is_none() && is_title(text) {
            self.write(BlockKind::Caption, TextRange::new(range.start + 1, range.end));
        } else if macros::is_block_macro(text)
            || matches!(text, "+" | "'''" | "<<<" | "---" | "***")
        {
            self.flush();
        } else {
            self.prose(line, range, text);
        }
    }

    /// The name in `[quote, Ada Moss, The Argus]`, as a line that introduces the quotation.
    fn attribution(&mut self, list: TextRange) {
        let inside = TextRange::new(list.start + 1, list.end - 1);
        let mut parts = inside.of(self.raw).splitn(3, ',');
        let (Some(style), Some(name)) = (parts.next(), parts.next()) else { return };
        let bare = |mark: char| mark.is_whitespace() || mark == '"';
        let start = inside.start + style.len() + 1;
        let start = start + (name.len() - name.trim_start_matches(bare).len());
        let name = name.trim_matches(bare);
        if name.is_empty() || name.contains('=') {
            return;
        }
        let end = start + name.len();
        self.writer.open(BlockKind::Paragraph);
        self.writer.copy(TextRange::new(start, end));
        self.writer.replace(":", TextRange::new(end, end + 1));
        self.writer.close();
    }

    fn prose(&mut self, line: Line, range: TextRange, text: &str) {
        if let Some(length) = bullet(text) {
            self.flush();
            let quoted = self.kind() == BlockKind::BlockQuote;
            let kind = if quoted { BlockKind::BlockQuote } else { BlockKind::ListItem };
            // A hyphen may introduce speech.
            let kept = if text.starts_with("- ") { 0 } else { length };
            self.open = Some((kind, TextRange::new(range.start + kept, range.end)));
        } else if self.literal {
        } else if let Some((_, open)) = &mut self.open {
            open.end = range.end;
        } else if self.asked == Asked::Code
            || (line.indent(self.raw) > 0 && !self.writer.has_text())
        {
            self.literal = true;
        } else {
            let quoted = self.asked == Asked::Quote;
            let kind = if quoted { BlockKind::BlockQuote } else { self.kind() };
            self.open = Some((kind, range));
        }
        self.asked = Asked::Nothing;
    }
}

fn heading_level(text: &str) -> Option<usize> {
    let mark = text.as_bytes()[0];
    let level = text.bytes().take_while(|byte| *byte == mark).count();
    (matches!(mark, b'=' | b'#') && level <= 6 && text[level..].starts_with(' ')).then_some(level)
}

/// `:name: value` or `:!name:`.
fn is_attribute(text: &str) -> bool {
    let Some((name, after)) = text.strip_prefix(':').and_then(|text| text.split_once(':')) else {
        return false;
    };
    let named = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '!'));
    !name.is_empty() && named && (after.is_empty() || after.starts_with(' '))
}

/// `[quote, A Name]` above a block.
fn is_attribute_list(text: &str) -> bool {
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    inside.is_some_and(|inside| !inside.contains("]#"))
}

fn asked(text: &str) -> Asked {
    let style = text[1..].split([',', ']', '%', '.', '#']).next().unwrap_or("").trim();
    match style {
        "quote" | "verse" => Asked::Quote,
        "source" | "listing" | "literal" | "stem" | "latexmath" | "asciimath" | "pass"
        | "comment" => Asked::Code,
        _ => Asked::Nothing,
    }
}

/// `.The title of a block`.
fn is_title(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|rest| !rest.starts_with([' ', '.']))
}

/// Length of the mark of a list item, with its blank.
fn bullet(text: &str) -> Option<usize> {
    let mark = text.find(' ')?;
    let word = &text[..mark];
    let run = |allowed: u8| word.len() <= 5 && word.bytes().all(|byte| byte == allowed);
    let numbered = word.strip_suffix('.').is_some_and(|digits| {
        (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    (word == "-" || run(b'*') || run(b'.') || numbered).then_some(mark + 1)
}

#[cfg(test)]
mod tests;
