//! Which bytes of a document are prose: a raw text in, its extracted text and blocks out.

mod asciidoc;
mod html;
mod inline;
mod latex;
mod lines;
mod markdown;
mod org;
mod plain;
#[cfg(test)]
mod properties;
mod rst;
#[cfg(test)]
mod testing;
mod typst;
mod writer;

use crate::text::{OffsetMap, TextRange};

/// The formats whose markup is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Plain,
    /// `CommonMark` and its common extensions.
    Markdown,
    /// HTML.
    Html,
    /// LaTeX.
    Latex,
    /// reStructuredText.
    ReStructuredText,
    /// AsciiDoc.
    AsciiDoc,
    /// Typst.
    Typst,
    /// Org mode.
    Org,
}

impl Format {
    /// The format of a file called `name`, by its ending; unknown endings are plain text.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdown" | "mkd" | "mdx" | "qmd" | "rmd" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "tex" | "latex" | "ltx" => Self::Latex,
            "rst" | "rest" => Self::ReStructuredText,
            "adoc" | "asciidoc" | "asc" => Self::AsciiDoc,
            "typ" => Self::Typst,
            "org" => Self::Org,
            _ => Self::Plain,
        }
    }
}

/// What a block of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading, with its level from 1.
    Heading(u8),
    /// An item of a list.
    ListItem,
    /// A paragraph inside a block quotation of the markup.
    BlockQuote,
    /// A caption of a picture or table, or a picture credit.
    Caption,
    /// A cell of a table.
    TableCell,
    /// A footnote's text.
    Footnote,
    /// A reader's comment below an article.
    ReaderComment,
    /// Navigation, donation and cookie notes, newsletter boxes.
    Boilerplate,
}

/// A paragraph-like block; quotations and sentences do not cross it, except a quotation that is
/// reopened in the next block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the extracted text.
    pub range: TextRange,
    /// What it is.
    pub kind: BlockKind,
}

/// A comment of the markup, for silencing findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The whole comment with its delimiters, in bytes of the *raw* text.
    pub range: TextRange,
    /// Its content without delimiters, trimmed.
    pub text: String,
}

/// A document's prose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extraction {
    /// The prose; blocks are set apart by blank lines.
    pub text: String,
    /// Extracted bytes to raw bytes and back.
    pub map: OffsetMap,
    /// In order, not overlapping, each with at least one character that is not white space.
    pub blocks: Vec<Block>,
    /// In order of the raw text.
    pub comments: Vec<Comment>,
    /// The content of a front-matter block (YAML, TOML), in raw bytes without its fences.
    pub front_matter: Option<TextRange>,
}

/// Reads the prose of `raw`.
#[must_use]
pub fn extract(raw: &str, format: Format) -> Extraction {
    match format {
        Format::Markdown => markdown::extract(raw),
        Format::Html => html::extract(raw),
        Format::Latex => latex::extract(raw),
        Format::ReStructuredText => rst::extract(raw),
        Format::Org => org::extract(raw),
        Format::AsciiDoc => asciidoc::extract(raw),
        Format::Typst => typst::extract(raw),
        Format::Plain => plain::extract(raw),
    }
}
