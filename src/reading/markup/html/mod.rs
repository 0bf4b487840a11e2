//! HTML: the text of the article, the rest of the page told apart.
//!
//! Tokens are read once, with a light stack of open elements; nothing is looked up backwards
//! further than a fixed depth, so the work is linear in the page whatever its faults.

mod elements;
mod entities;
mod parts;
mod reader;
mod tokens;

use super::Extraction;
use super::writer::Writer;
use crate::text::TextRange;
pub(super) use entities::decode as entity;
use reader::Reader;
use tokens::{Kind, Tokens};

pub(super) fn extract(raw: &str) -> Extraction {
    let trusting = read(raw, true);
    if parts::has_article(&trusting) {
        return trusting;
    }
    // Class names that leave no article were misread.
    let doubting = read(raw, false);
    if parts::has_article(&doubting) { doubting } else { trusting }
}

fn read(raw: &str, trust_classes: bool) -> Extraction {
    let mut writer = Writer::new(raw);
    let regions = {
        let mut reader = Reader::new(&mut writer, trust_classes);
        reader.read(TextRange::new(0, raw.len()));
        reader.into_regions()
    };
    let mut extraction = writer.finish();
    parts::mark(&mut extraction, &regions);
    extraction
}

/// Reads the HTML block `range` of another markup into `writer`.
pub(super) fn read_fragment(writer: &mut Writer<'_>, range: TextRange) {
    writer.close();
    Reader::new(writer, true).read(range);
    writer.close();
}

/// Reads the one tag or comment `range` inside a paragraph of another markup.
pub(super) fn read_inline(writer: &mut Writer<'_>, range: TextRange) {
    let raw = writer.raw();
    for token in Tokens::new(raw, range) {
        match token.kind {
            Kind::Comment { content } => writer.comment(token.range, content.of(raw)),
            Kind::Start { name: "q", .. } => writer.replace("“", token.range),
            Kind::End { name: "q" } => writer.replace("”", token.range),
            Kind::Start { name: "br", .. } => writer.replace("\n", token.range),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
