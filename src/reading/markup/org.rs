//! Org mode: keywords, drawers, source blocks and planning lines are not prose.

use super::inline::{self, Inline, Mark, Style};
use super::lines::{self, Line};
use super::writer::Writer;
use super::{BlockKind, Extraction};
use crate::text::TextRange;

static STYLE: Style = Style {
    marks: &[
        Mark { mark: "*", code: false, anywhere: false },
        Mark { mark: "/", code: false, anywhere: false },
        Mark { mark: "_", code: false, anywhere: false },
        Mark { mark: "+", code: false, anywhere: false },
        Mark { mark: "=", code: true, anywhere: false },
        Mark { mark: "~", code: true, anywhere: false },
    ],
    special,
};

pub(super) fn extract(raw: &str) -> Extraction {
    let mut reader =
        Reader { raw, writer: Writer::new(raw), kinds: Vec::new(), open: None, skip: None };
    if let Some((content, _)) = lines::front_matter(raw) {
        reader.writer.set_front_matter(content);
    }
    for line in inline::all_lines(raw) {
        reader.line(line);
    }
    reader.flush();
    reader.writer.finish()
}

struct Reader<'r> {
    raw: &'r str,
    writer: Writer<'r>,
    /// The blocks that are open: `quote`, `center`, …
    kinds: Vec<BlockKind>,
    /// The paragraph being gathered.
    open: Option<(BlockKind, TextRange)>,
    /// What ends the lines that are not prose.
    skip: Option<String>,
}

impl Reader<'_> {
    fn kind(&self) -> BlockKind {
        self.kinds.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    fn flush(&mut self) {
        if let Some((kind, range)) = self.open.take() {
            self.writer.open(kind);
            Inline::new(&mut self.writer, &STYLE).read(range);
            self.writer.close();
        }
    }

    fn paragraph(&mut self, kind: BlockKind, range: TextRange) {
        self.flush();
        self.open = Some((kind, range));
    }

    fn line(&mut self, line: Line) {
        let range = line.trimmed(self.raw);
        let text = range.of(self.raw);
        if let Some(end) = &self.skip {
            if text.eq_ignore_ascii_case(end) {
                self.skip = None;
            }
            return;
        }
        if text.is_empty() {
            self.flush();
        } else if let Some(stars) = heading_level(line.text(self.raw)) {
            self.heading(line, stars);
        } else if text.starts_with("#+") {
            self.keyword(range, text);
        } else if text == "#" || text.starts_with("# ") {
            self.flush_for_comment(range, text);
        } else if is_drawer(text) {
            self.flush();
            self.skip = Some(":END:".to_owned());
        } else if text.starts_with('|') {
            self.table_row(range, text);
        } else if text.starts_with(": ") || text == ":" || is_planning(text) || is_rule(text) {
            self.flush();
        } else {
            self.prose(line, range, text);
        }
    }

    fn flush_for_comment(&mut self, range: TextRange, text: &str) {
        self.flush();
        self.writer.comment(range, text.trim_start_matches('#'));
    }

    fn heading(&mut self, line: Line, stars: usize) {
        let start = line.range.start + stars + 1;
        let text = TextRange::new(start, line.range.end).of(self.raw);
        let level = BlockKind::Heading(stars.min(9) as u8);
        let todo = ["TODO ", "DONE ", "NEXT ", "WAITING "];
        let skipped =
            todo.iter().find(|word| text.starts_with(**word)).map_or(0, |word| word.len());
        let tags = text.trim_end();
        let end = match tags.rfind(" :") {
            Some(at) if tags.ends_with(':') && !tags[at + 1..].contains(' ') => at,
            _ => tags.len(),
        };
        self.paragraph(level, TextRange::new(start + skipped.min(end), start + end));
        self.flush();
    }

    fn keyword(&mut self, range: TextRange, text: &str) {
        self.flush();
        let lower = text.to_ascii_lowercase();
        if let Some(name) = lower.strip_prefix("#+begin_") {
            let name = name.split_whitespace().next().unwrap_or("");
            match name {
                "src" | "example" | "export" | "comment" | "latex" | "html" => {
                    self.skip = Some(format!("#+end_{name}"));
                }
                "quote" | "verse" => self.kinds.push(BlockKind::BlockQuote),
                _ => self.kinds.push(self.kind()),
            }
        } else if lower.starts_with("#+end_") {
            self.kinds.pop();
        } else if let Some((key, value)) = text.split_once(':') {
            let kind = match key.to_ascii_lowercase().as_str() {
                "#+title" => BlockKind::Heading(1),
                "#+caption" => BlockKind::Caption,
                _ => return,
            };
            self.paragraph(kind, TextRange::new(range.end - value.len(), range.end));
            self.flush();
        }
    }

    fn table_row(&mut self, range: TextRange, text: &str) {
        self.flush();
        if text.starts_with("|-") {
            return;
        }
        let mut at = range.start;
        for cell in text.split('|') {
            self.paragraph(BlockKind::TableCell, TextRange::new(at, at + cell.len()));
            self.flush();
            at += cell.len() + 1;
        }
    }

    fn prose(&mut self, line: Line, range: TextRange, text: &str) {
        let bullet = bullet(text).filter(|_| !text.starts_with('*') || line.indent(self.raw) > 0);
        let note = text.starts_with("[fn:").then(|| text.find(']')).flatten();
        let starts_line = line.indent(self.raw) == 0;
        if let Some(length) = bullet {
            let kind =
                if self.kind() == BlockKind::Paragraph { BlockKind::ListItem } else { self.kind() };
            // A hyphen may introduce speech.
            let kept = if text.starts_with("- ") { 0 } else { length };
            self.paragraph(kind, TextRange::new(range.start + kept, range.end));
        } else if let Some(close) = note.filter(|_| starts_line) {
            self.paragraph(BlockKind::Footnote, TextRange::new(range.start + close + 1, range.end));
        } else if let Some((_, open)) = &mut self.open {
            open.end = range.end;
        } else {
            self.open = Some((self.kind(), range));
        }
    }
}

fn heading_level(text: &str) -> Option<usize> {
    let stars = text.bytes().take_while(|byte| *byte == b'*').count();
    (stars > 0 && text[stars..].starts_with(' ')).then_some(stars)
}

fn is_drawer(text: &str) -> bool {
    let inside = text.strip_prefix(':').and_then(|text| text.strip_suffix(':'));
    inside.is_some_and(|name| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    })
}

fn is_planning(text: &str) -> bool {
    ["SCHEDULED:", "DEADLINE:", "CLOSED:", "CLOCK:"].iter().any(|word| text.starts_with(word))
}

fn is_rule(text: &str) -> bool {
    text.len() >= 5 && text.bytes().all(|byte| byte == b'-')
}

/// Length of the bullet or number of a list item, with its blank.
fn bullet(text: &str) -> Option<usize> {
    let mark = text.find(' ')?;
    let digits = text[..mark].trim_end_matches(['.', ')']);
    let numbered = digits.len() + 1 == mark && digits.bytes().all(|byte| byte.is_ascii_digit());
    (matches!(&text[..mark], "-" | "+" | "*") || (numbered && mark > 1)).then_some(mark + 1)
}

/// Links, footnotes, citations, inline source and mathematics.
fn special(inline: &mut Inline<'_, '_>, at: usize) -> Option<usize> {
    let rest = inline.rest(at);
    if let Some(link) = rest.strip_prefix("[[") {
        let end = inline::near(link, 2000).find("]]")?;
        if let Some(text) = link[..end].find("][") {
            inline.nested(TextRange::new(at + 2 + text + 2, at + 2 + end));
        }
        return Some(at + 2 + end + 2);
    }
    if rest.starts_with("[fn:") {
        let close = inline::close_bracket(rest, '[', ']')?;
        if let Some(colon) = rest[4..close].find(':') {
            inline.writer.begin_note();
            inline.nested(TextRange::new(at + 4 + colon + 1, at + close));
            inline.writer.end_note();
        }
        return Some(at + close + 1);
    }
    if rest.starts_with("[cite") {
        return inline::close_bracket(rest, '[', ']').map(|close| at + close + 1);
    }
    for (open, close) in [("\\(", "\\)"), ("\\[", "\\]"), ("src_", "}"), ("@@", "@@"), ("<<", ">>")]
    {
        let starts = rest.starts_with(open) && (open != "src_" || !inline.after_word(at));
        if starts && let Some(end) = inline::near(&rest[open.len()..], 600).find(close) {
            return Some(at + open.len() + end + close.len());
        }
    }
    let link = rest.starts_with("mailto:").then(|| inline::address(rest)).flatten();
    link.map(|length| at + length)
}

#[cfg(test)]
mod tests {
    use super::super::BlockKind::{
        BlockQuote, Caption, Footnote, Heading, ListItem, Paragraph, TableCell,
    };
    use super::super::{Format, extract, testing};

    #[test]
    fn text_of_paragraphs() {
        for (raw, expected) in [
            ("She will *not* raise /it/ =now= 2*3*4", "She will not raise it 2*3*4"),
            ("See [[http://a.b][the *page*]] and [[http://c.d]].", "See the page and ."),
            ("A src_sh{ls} b \\(x\\)", "A b"),
            ("One\n  two", "One\n  two"),
        ] {
            let texts: Vec<_> =
                testing::checked(raw, Format::Org).into_iter().map(|b| b.1).collect();
            assert_eq!(
                texts[0].split_whitespace().collect::<Vec<_>>(),
                expected.split_whitespace().collect::<Vec<_>>(),
                "{raw}"
            );
        }
    }

    #[test]
    fn blocks_have_kinds() {
        let raw = "#+TITLE: The Tax\n#+AUTHOR: X\n# copydesk: off\n* TODO One :tag:\n:PROPERTIES:\n:ID: 1\n:END:\n\
                   A mayor[fn:1] speaks[fn:: Aside.].\n\n#+begin_quote\nQuoted.\n\nMore.\n#+end_quote\n- a\n- b\n\
                   #+begin_src sh\n* ls\n#+end_src\n| c | d |\n|---+---|\n: fixed\n#+CAPTION: Moss\n[[a.png]]\n\n\
                   [fn:1] A note.\n";
        let found = testing::checked(raw, Format::Org);
        let found: Vec<_> = found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
        let expected = [
            (Heading(1), "The Tax"),
            (Heading(1), "One"),
            (Paragraph, "A mayor speaks."),
            (Footnote, "Aside."),
            (BlockQuote, "Quoted."),
            (BlockQuote, "More."),
            (ListItem, "- a"),
            (ListItem, "- b"),
            (TableCell, "c"),
            (TableCell, "d"),
            (Caption, "Moss"),
            (Footnote, "A note."),
        ];
        assert_eq!(found, expected);
        assert_eq!(extract(raw, Format::Org).comments[0].text, "copydesk: off");
    }
}
