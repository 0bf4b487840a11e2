//! Where a passage stands and who says it, in words: "sources/tribune.txt:3",
//! "Tribune, 4 March 2021 · said by Ada Moss, 3 March 2021".

use super::dates::in_words;
use crate::check::Evidence;
use crate::corpus::{Corpus, Source};
use crate::reading::markup::BlockKind;

/// The source of `evidence`.
#[must_use]
pub fn source_of<'a>(corpus: &'a Corpus, evidence: &Evidence) -> Option<&'a Source> {
    corpus.sources().get(evidence.source).map(AsRef::as_ref)
}

/// Path and line: "sources/tribune.txt:3".
#[must_use]
pub fn place(source: &Source, evidence: &Evidence) -> String {
    format!("{}:{}", source.path, source.line_number(evidence.range))
}

/// Characters of a title that stand for an outlet that is not known.
const TITLE: usize = 48;

/// How a source is called where there is little room: its outlet, else the start of its title, else
/// its id.
#[must_use]
pub fn short_name(source: &Source) -> String {
    const MOST: usize = 28;
    let title = source.title.as_deref().map(|title| shortened(title, MOST));
    source.outlet.clone().or(title).unwrap_or_else(|| source.id.clone())
}

/// The first words of `text`, at most `most` characters of them.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most).collect();
    let cut = head.rfind(' ').unwrap_or(head.len());
    format!("{} …", head[..cut].trim_end_matches([',', ';', '.']))
}

/// Outlet, date of publication, who said it and when.
#[must_use]
pub fn provenance(source: &Source, evidence: &Evidence) -> String {
    let published = source.date.map(|date| date.to_string());
    let title = || source.title.as_deref().map(|title| shortened(title, TITLE));
    let name = source.outlet.clone().or_else(title).map(|name| super::text::clean(&name));
    let mut out = match (name, &published) {
        (Some(name), Some(date)) => format!("{name}, {}", in_words(date)),
        (Some(name), None) => name,
        (None, Some(date)) => in_words(date),
        (None, None) => String::new(),
    };
    let said_on = evidence.date.as_ref().filter(|date| Some(*date) != published.as_ref());
    let said = match (&evidence.speaker, said_on) {
        (Some(speaker), Some(date)) => {
            format!("said by {}, {}", super::text::clean(speaker), in_words(date))
        }
        (Some(speaker), None) => format!("said by {}", super::text::clean(speaker)),
        (None, _) => String::new(),
    };
    let kind = kind_note(source, evidence).unwrap_or_default();
    for part in [said.as_str(), kind] {
        if !part.is_empty() {
            out += if out.is_empty() { "" } else { " · " };
            out += part;
        }
    }
    out
}

/// What a reader must know of a passage that is not the article's own text.
fn kind_note(source: &Source, evidence: &Evidence) -> Option<&'static str> {
    let block = source
        .extraction
        .blocks
        .iter()
        .take_while(|block| block.range.start <= evidence.range.start)
        .last()?;
    match block.kind {
        BlockKind::ReaderComment => Some("in a reader's comment"),
        BlockKind::Caption => Some("in a caption"),
        BlockKind::Boilerplate => Some("outside the article's text"),
        _ => None,
    }
}
