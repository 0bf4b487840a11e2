//! Headings of a plain text, which nothing marks: short lines that stand alone and end no sentence.

use super::layout::ends_sentence;
use super::{Block, BlockKind};

/// Longest heading, in bytes and in words.
const LONGEST: (usize, usize) = (160, 18);

/// Marks the title of `raw` and the headings between its paragraphs.
pub(super) fn mark(raw: &str, blocks: &mut [Block]) {
    let Some(body) = blocks.iter().position(|block| is_prose(block.range.of(raw))) else { return };
    let has_title = body > 0 && is_heading_like(blocks[0].range.of(raw));
    for at in body..blocks.len().saturating_sub(1) {
        let after_prose = at > 0 && blocks[at - 1].range.len() > 60;
        let before_prose = is_prose(blocks[at + 1].range.of(raw));
        let paragraph = blocks[at].kind == BlockKind::Paragraph;
        if paragraph && after_prose && before_prose && is_heading(raw, blocks[at]) {
            blocks[at].kind = BlockKind::Heading(2);
        }
    }
    if has_title {
        blocks[0].kind = BlockKind::Heading(1);
    }
}

/// A paragraph that can stand above or below a heading.
fn is_prose(text: &str) -> bool {
    text.len() > 60 && ends_sentence(text)
}

fn is_heading(raw: &str, block: Block) -> bool {
    let text = block.range.of(raw);
    let alone = raw[..block.range.start].trim_end_matches([' ', '\t']).ends_with(['\n', '\r']);
    alone && text.len() < 90 && is_heading_like(text)
}

fn is_heading_like(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let starts_well = text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let one_line = !text.contains(['\n', '\r']);
    // Speech and fragments of sentences are not headings.
    let question = text.ends_with('?') && in_title_case(text) && !text.contains(':');
    let closed = (!ends_sentence(text) || question) && text.matches('"').count().is_multiple_of(2);
    let opens_speech = text.starts_with(['-', '–', '—', '"', '“', '«', '„']) && words < 3;
    one_line
        && starts_well
        && closed
        && !opens_speech
        && text.len() < LONGEST.0
        && (1..=LONGEST.1).contains(&words)
        && !text.ends_with([',', ';', ':', '”', '"', '»'])
}

fn in_title_case(text: &str) -> bool {
    let long = text.split_whitespace().filter(|word| word.len() > 3);
    let (mut all, mut capital) = (0, 0);
    for word in long {
        all += 1;
        capital +=
            usize::from(word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase));
    }
    capital * 10 >= all * 6
}
