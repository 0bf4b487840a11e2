//! A hover card, and how it is written as Markdown and as plain text.

use std::fmt::Write as _;

use crate::text::TextRange;

/// A run of text on a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// As it stands.
    Text(String),
    /// What matters.
    Strong(String),
    /// What merely surrounds.
    Soft(String),
    /// The draft's words against the source's; either may be empty.
    Changed {
        /// The draft's.
        draft: String,
        /// The source's.
        source: String,
    },
    /// A place in a source.
    Link {
        /// What it is called.
        label: String,
        /// The source's number.
        source: usize,
        /// Bytes of the source's extracted text.
        range: TextRange,
    },
}

impl Piece {
    /// Text as it stands.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Text that matters.
    pub(super) fn strong(text: impl Into<String>) -> Self {
        Self::Strong(text.into())
    }
}

/// A line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardLine {
    /// A paragraph of its own.
    Paragraph(Vec<Piece>),
    /// The next line of the same paragraph.
    Next(Vec<Piece>),
    /// An item of a list.
    Item(Vec<Piece>),
}

/// What is shown when the pointer rests on something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it speaks of, in raw bytes of the draft.
    pub range: TextRange,
    /// The most important first.
    pub lines: Vec<CardLine>,
}

/// Where a place of a source opens: the source's number and bytes of its extracted text in, a
/// link out; `None` where it cannot be opened.
pub type LinkTo<'a> = &'a dyn Fn(usize, TextRange) -> Option<String>;

impl Card {
    /// The card in Markdown.
    #[must_use]
    pub fn markdown(&self, link: LinkTo<'_>) -> String {
        let render = |pieces: &[Piece]| {
            pieces.iter().fold(String::new(), |text, piece| markdown_piece(text, piece, link))
        };
        self.written("\n\n", "  \n", "\n- ", &render)
    }

    /// The card in plain text.
    #[must_use]
    pub fn plain(&self) -> String {
        let render = |pieces: &[Piece]| pieces.iter().fold(String::new(), plain_piece);
        self.written("\n\n", "\n", "\n- ", &render)
    }

    fn written(
        &self,
        paragraph: &str,
        next: &str,
        item: &str,
        render: &dyn Fn(&[Piece]) -> String,
    ) -> String {
        let mut text = String::new();
        let mut in_list = false;
        for line in &self.lines {
            let (break_before, pieces) = match line {
                CardLine::Paragraph(pieces) => (paragraph, pieces),
                CardLine::Next(pieces) => (next, pieces),
                // A list may not start right below a paragraph in every Markdown.
                CardLine::Item(pieces) if in_list || text.is_empty() => (item, pieces),
                CardLine::Item(pieces) => ("\n\n- ", pieces),
            };
            in_list = matches!(line, CardLine::Item(_));
            let break_before =
                if text.is_empty() { break_before.trim_start() } else { break_before };
            text.push_str(break_before);
            text.push_str(&render(pieces));
        }
        text
    }
}

fn markdown_piece(mut text: String, piece: &Piece, link: LinkTo<'_>) -> String {
    match piece {
        Piece::Text(words) => text.push_str(&escaped(words)),
        Piece::Strong(words) => wrapped(&mut text, "**", words),
        Piece::Soft(words) => wrapped(&mut text, "*", words),
        Piece::Changed { draft, source } => {
            wrapped(&mut text, "~~", draft);
            if !draft.is_empty() && !source.is_empty() {
                text.push(' ');
            }
            wrapped(&mut text, "**", source);
        }
        Piece::Link { label, source, range } => match link(*source, *range) {
            Some(target) => {
                let _ = write!(text, "[{}]({target})", escaped(label));
            }
            None => text.push_str(&escaped(label)),
        },
    }
    text
}

/// Marks `words`, with the white space at their ends outside the marks, where Markdown wants it.
fn wrapped(text: &mut String, marks: &str, words: &str) {
    let inner = words.trim();
    if inner.is_empty() {
        text.push_str(words);
        return;
    }
    let lead = words.len() - words.trim_start().len();
    let tail = words.trim_end().len();
    let _ = write!(text, "{}{marks}{}{marks}{}", &words[..lead], escaped(inner), &words[tail..]);
}

/// `words` with what Markdown would read as markup escaped and line breaks as spaces.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '#' | '|' | '&' => {
                text.push('\\');
                text.push(character);
            }
            '\n' | '\r' => text.push(' '),
            _ => text.push(character),
        }
    }
    text
}

fn plain_piece(mut text: String, piece: &Piece) -> String {
    match piece {
        Piece::Text(words) | Piece::Strong(words) | Piece::Soft(words) => text.push_str(words),
        Piece::Link { label, .. } => text.push_str(label),
        Piece::Changed { draft, source } => {
            let _ = match (draft.trim(), source.trim()) {
                ("", source) => write!(text, "[+{source}]"),
                (draft, "") => write!(text, "[-{draft}]"),
                (draft, source) => write!(text, "[{draft} → {source}]"),
            };
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card() -> Card {
        let change = Piece::Changed { draft: "rise".to_owned(), source: "raise".to_owned() };
        let link = Piece::Link { label: "A_b".to_owned(), source: 0, range: TextRange::new(0, 1) };
        Card {
            range: TextRange::default(),
            lines: vec![
                CardLine::Paragraph(vec![Piece::strong("✗ One word differs")]),
                CardLine::Next(vec![Piece::text("“not "), change, Piece::text(" 5*3”")]),
                CardLine::Item(vec![link]),
                CardLine::Item(vec![Piece::Soft("so ".to_owned()), Piece::text("x")]),
            ],
        }
    }

    #[test]
    fn markdown_is_escaped_and_marked() {
        assert_eq!(
            card().markdown(&|_, _| Some("file:///a#L1".to_owned())),
            "**✗ One word differs**  \n“not ~~rise~~ **raise** 5\\*3”\n\n- [A\\_b](file:///a#L1)\n- *so* x"
        );
        assert!(card().markdown(&|_, _| None).contains("\n- A\\_b\n"));
    }

    #[test]
    fn plain_text_shows_the_change_without_marks() {
        assert_eq!(card().plain(), "✗ One word differs\n“not [rise → raise] 5*3”\n\n- A_b\n- so x");
    }
}
