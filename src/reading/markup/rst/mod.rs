//! reStructuredText: directives, roles, literal blocks, targets and comments are not prose.

mod roles;

use super::inline::{self, Inline};
use super::lines::{self, Line};
use super::writer::Writer;
use super::{BlockKind, Extraction};
use crate::text::TextRange;

pub(super) fn extract(raw: &str) -> Extraction {
    let mut writer = Writer::new(raw);
    if let Some((content, _)) = lines::front_matter(raw) {
        writer.set_front_matter(content);
    }
    let mut reader = Reader {
        raw,
        writer,
        lines: inline::all_lines(raw),
        at: 0,
        items: Vec::new(),
        levels: Vec::new(),
    };
    while reader.at < reader.lines.len() {
        reader.element();
    }
    reader.writer.finish()
}

struct Reader<'r> {
    raw: &'r str,
    writer: Writer<'r>,
    lines: Vec<Line>,
    at: usize,
    /// Columns of the texts of the list items, directives and notes that are open, with the kind
    /// of the paragraphs in each.
    items: Vec<(usize, BlockKind)>,
    /// The adornments of headings, in the order of their levels.
    levels: Vec<u8>,
}

impl<'r> Reader<'r> {
    fn line(&self, at: usize) -> Option<Line> {
        self.lines.get(at).copied()
    }

    fn text(&self, at: usize) -> &'r str {
        self.line(at).map_or("", |line| line.trimmed(self.raw).of(self.raw))
    }

    fn indent(&self, at: usize) -> usize {
        self.line(at).map_or(0, |line| line.indent(self.raw))
    }

    fn element(&mut self) {
        let (text, indent) = (self.text(self.at), self.indent(self.at));
        if text.is_empty() {
            self.at += 1;
            return;
        }
        self.items.retain(|(column, _)| *column <= indent);
        if text == ".." || text.starts_with(".. ") {
            self.explicit(indent);
        } else if adornment(text).is_some() && self.heading_with_overline() {
        } else if adornment(text).is_some() && text.len() > 3 || text.starts_with("__ ") {
            self.at += 1;
        } else if is_grid(text) {
            self.table();
        } else if is_field(text) {
            self.at += 1;
            self.skip_deeper(indent);
        } else if text.starts_with(">>> ") {
            while !self.text(self.at).is_empty() {
                self.at += 1;
            }
        } else {
            self.paragraph(indent);
        }
    }

    /// `.. name:: …`, `.. [1] …`, `.. _target: …`, `.. |name| …`, or a comment.
    fn explicit(&mut self, indent: usize) {
        let Some(line) = self.line(self.at) else { return };
        let range = line.trimmed(self.raw);
        let text = range.of(self.raw);
        let content = text[2..].trim_start();
        let start = range.end - content.len();
        self.at += 1;
        if content.starts_with('[')
            && let Some(close) = content.find("] ")
        {
            let column = indent + 3;
            self.items.push((column, BlockKind::Footnote));
            self.gather(
                BlockKind::Footnote,
                TextRange::new(start + close + 2, range.end),
                column,
                false,
            );
        } else if let Some((name, argument)) = directive(content) {
            self.directive(name, range.end - argument.len(), range.end, indent);
        } else if content.starts_with("_") || content.starts_with('|') {
            // A quotation may follow behind a blank line.
            while !self.text(self.at).is_empty() && self.indent(self.at) > indent {
                self.at += 1;
            }
        } else if content.is_empty() && self.text(self.at).is_empty() {
            // An empty comment ends what stands before it.
        } else {
            let first = self.at;
            self.skip_deeper(indent);
            let last = (first..self.at).rev().find(|&at| !self.text(at).is_empty());
            let end = last.map_or(range.end, |at| self.lines[at].trimmed(self.raw).end);
            self.writer.comment(TextRange::new(range.start, end), &self.raw[start.min(end)..end]);
        }
    }

    fn directive(&mut self, name: &str, argument: usize, end: usize, indent: usize) {
        let kind = match name {
            "epigraph" | "pull-quote" | "highlights" => BlockKind::BlockQuote,
            "figure" => BlockKind::Caption,
            "note" | "warning" | "tip" | "hint" | "important" | "caution" | "attention"
            | "danger" | "error" | "admonition" | "topic" | "sidebar" | "container"
            | "compound" | "rubric" | "centered" | "class" | "seealso" | "versionadded"
            | "versionchanged" | "only" | "table" | "list-table" => BlockKind::Paragraph,
            _ => return self.skip_deeper(indent),
        };
        while is_field(self.text(self.at)) && self.indent(self.at) > indent {
            self.at += 1;
        }
        let next = (self.at..self.lines.len()).find(|&at| !self.text(at).is_empty());
        let inner = next.map_or(indent, |at| self.indent(at));
        if inner > indent {
            self.items.push((inner, kind));
        }
        if name != "figure" && name != "class" {
            self.gather(kind, TextRange::new(argument, end), inner.max(indent + 1), false);
        }
    }

    /// Skips blank and deeper lines.
    fn skip_deeper(&mut self, indent: usize) {
        while self.at < self.lines.len()
            && (self.text(self.at).is_empty() || self.indent(self.at) > indent)
        {
            self.at += 1;
        }
    }

    fn heading_with_overline(&mut self) -> bool {
        let (over, title, under) =
            (self.text(self.at), self.text(self.at + 1), self.text(self.at + 2));
        let matches = over == under && !title.is_empty() && over.len() >= 3;
        if matches {
            let mark = over.as_bytes()[0];
            self.heading(self.at + 1, mark.wrapping_add(128));
            self.at += 3;
        }
        matches
    }

    fn heading(&mut self, at: usize, mark: u8) {
        let level = self.levels.iter().position(|known| *known == mark).unwrap_or_else(|| {
            self.levels.push(mark);
            self.levels.len() - 1
        });
        let range = self.lines[at].trimmed(self.raw);
        self.write(BlockKind::Heading((level + 1).min(9) as u8), range);
    }

    fn paragraph(&mut self, indent: usize) {
        let text = self.text(self.at);
        let range = self.lines[self.at].trimmed(self.raw);
        let under = self.text(self.at + 1);
        if adornment(under).is_some()
            && under.len() * 2 >= text.chars().count()
            && under.len() > 1
            && indent == 0
        {
            self.heading(self.at, under.as_bytes()[0]);
            self.at += 2;
        } else if let Some(length) = bullet(text) {
            let quoted = self.kind(indent) == BlockKind::BlockQuote;
            let kind = if quoted { BlockKind::BlockQuote } else { BlockKind::ListItem };
            self.items.push((indent + length, kind));
            self.at += 1;
            // A hyphen may introduce speech.
            let kept = if text.starts_with("- ") { 0 } else { length };
            self.gather(kind, TextRange::new(range.start + kept, range.end), indent + length, true);
        } else {
            let kind = self.kind(indent);
            self.at += 1;
            self.gather(kind, range, indent, true);
        }
    }

    /// A paragraph deeper than what holds it is quoted.
    fn kind(&self, indent: usize) -> BlockKind {
        let (column, kind) = self.items.last().copied().unwrap_or((0, BlockKind::Paragraph));
        if indent > column { BlockKind::BlockQuote } else { kind }
    }

    /// Writes the paragraph that starts with `first` and goes on in the lines at `indent`; a
    /// literal block behind a `::` is skipped.
    fn gather(&mut self, kind: BlockKind, first: TextRange, indent: usize, stop_deeper: bool) {
        let mut range = first;
        let term = self.at;
        while !self.text(self.at).is_empty() && self.indent(self.at) >= indent.min(1) {
            let deeper = self.indent(self.at) > indent;
            // A definition stands deeper than its term.
            if (stop_deeper && deeper && self.at == term) || self.indent(self.at) < indent {
                break;
            }
            if bullet(self.text(self.at)).is_some() && !stop_deeper {
                break;
            }
            range.end = self.lines[self.at].trimmed(self.raw).end;
            self.at += 1;
        }
        let defines =
            stop_deeper && self.indent(self.at) > indent && !self.text(self.at).is_empty();
        if defines {
            self.items.push((self.indent(self.at), kind));
        }
        let text = range.of(self.raw);
        let literal = text.ends_with("::");
        if literal {
            range.end -= if text.len() == 2 { 2 } else { 1 };
        }
        self.write(kind, range);
        let next = (self.at..self.lines.len()).find(|&at| !self.text(at).is_empty());
        if literal && next.is_some_and(|next| self.indent(next) > indent) {
            self.skip_deeper(indent);
        }
    }

    fn table(&mut self) {
        while !self.text(self.at).is_empty() {
            let range = self.lines[self.at].trimmed(self.raw);
            let text = range.of(self.raw);
            let mut at = range.start;
            if text.starts_with('|') {
                for cell in text.split('|') {
                    self.write(BlockKind::TableCell, TextRange::new(at, at + cell.len()));
                    at += cell.len() + 1;
                }
            }
            self.at += 1;
        }
    }

    fn write(&mut self, kind: BlockKind, range: TextRange) {
        self.writer.open(kind);
        Inline::new(&mut self.writer, &roles::STYLE).read(range);
        self.writer.close();
    }
}

/// The mark of a line of equal punctuation.
fn adornment(text: &str) -> Option<u8> {
    let first = *text.as_bytes().first()?;
    let equal = first.is_ascii_punctuation() && text.bytes().all(|byte| byte == first);
    (equal && text.len() > 1 && text != "::" && text != "..").then_some(first)
}

fn is_grid(text: &str) -> bool {
    text.starts_with("+-") && text.ends_with('+')
}

/// `:name: …`, but not a role such as ``:ref:`…` ``.
fn is_field(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(':') else { return false };
    rest.find(':').is_some_and(|end| {
        let after = &rest[end + 1..];
        end > 0 && !rest[..end].contains('`') && (after.is_empty() || after.starts_with(' '))
    })
}

fn directive(content: &str) -> Option<(&str, &str)> {
    let (name, argument) = content.split_once("::")?;
    let named = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '+' | '.'));
    named.then_some((name, argument))
}

fn bullet(text: &str) -> Option<usize> {
    let mark = text.find(' ')?;
    let digits = text[..mark].trim_start_matches('(').trim_end_matches(['.', ')']);
    let enumerated = digits.len() < mark
        && !digits.is_empty()
        && (digits == "#" || digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()));
    (matches!(&text[..mark], "-" | "+" | "*" | "•") || enumerated).then_some(mark + 1)
}

#[cfg(test)]
mod tests;
