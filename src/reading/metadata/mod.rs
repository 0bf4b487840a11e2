//! What a document is: its title, author, outlet and date of publication, each with how sure that
//! is and where it was found.
//!
//! What the document states of itself (front matter, meta tags, a header of `Key: value` lines)
//! comes first; else its own head and foot are read: headline, byline, date line, copyright line.
//! Dates in captions, reader comments, donation and cookie notes are never the article's.

mod byline;
mod date_line;
mod day;
mod head;
mod html;
mod inferred;
mod json_ld;
mod outlet;
mod stated;
mod title;

use jiff::civil::Date;

use super::markup::{Extraction, Format};

/// How sure a piece of metadata is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// A guess from weak signs.
    Low,
    /// Inferred from the text's own head or foot.
    Medium,
    /// Stated by the document or the writer.
    #[default]
    High,
}

/// A piece of metadata.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known<T> {
    /// What it is.
    pub value: T,
    /// How sure that is.
    pub confidence: Confidence,
    /// Where it was found, a short phrase: "line 3", "meta tag og:title".
    pub why: String,
}

impl<T> Known<T> {
    fn new(value: T, confidence: Confidence, why: impl Into<String>) -> Self {
        Self { value, confidence, why: why.into() }
    }
}

/// What is known of a document besides what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its title.
    pub title: Option<Known<String>>,
    /// Who wrote it; several names are joined with ", ".
    pub author: Option<Known<String>>,
    /// Who published it.
    pub outlet: Option<Known<String>>,
    /// When it was published.
    pub date: Option<Known<Date>>,
    /// When it was last changed, where it says so.
    pub updated: Option<Known<Date>>,
    /// Where it was published.
    pub url: Option<String>,
    /// The key under which citations name it.
    pub key: Option<String>,
    /// What it says of its own kind, as it says it: "transcript".
    pub kind: Option<String>,
}

impl Metadata {
    /// Reads the metadata of a document: its `raw` text and what was extracted from that.
    #[must_use]
    pub fn of(raw: &str, format: Format, extraction: &Extraction) -> Self {
        let mut known = stated::read(raw, format, extraction.front_matter);
        if format == Format::Html {
            known = known.or(html::read(raw));
        }
        known.or(inferred::read(extraction))
    }

    /// What is known here, and of the rest what `other` knows.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            author: self.author.or(other.author),
            outlet: self.outlet.or(other.outlet),
            date: self.date.or(other.date),
            updated: self.updated.or(other.updated),
            url: self.url.or(other.url),
            key: self.key.or(other.key),
            kind: self.kind.or(other.kind),
        }
    }
}

/// The day that a metadata value names, in any usual spelling ("2024-02-25T07:00Z", "Feb. 25,
/// 2024"); `None` where it names no whole date or could be read in two ways.
#[must_use]
pub fn whole_date(value: &str) -> Option<Date> {
    day::of_value(value)
}

/// Whether the line tells when its document was published or changed: "Updated 02/26/24: …".
pub(crate) fn is_date_of_publication(line: &str) -> bool {
    date_line::is_labelled(line)
}

/// One line without markup: white space collapsed, entities that were left decoded, at most 300
/// characters; `None` where nothing is left.
fn clean(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text: String = text.chars().take(300).collect();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests;
