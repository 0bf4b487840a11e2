//! A passage of a source with the sentences around it.

use super::card::Piece;
use crate::check::{DiffOp, Evidence};
use crate::corpus::Source;
use crate::text::TextRange;

/// Characters of a source's name that a card shows.
const NAME: usize = 32;

/// What a card calls `source`: its name, a long one cut at a word.
pub(super) fn short_name(source: &Source) -> String {
    let name = source.display_name();
    let Some((cut, _)) = name.char_indices().nth(NAME) else { return name.to_owned() };
    let kept = name[..cut].rfind(' ').map_or(cut, |at| at.max(NAME / 2));
    let kept = (0..=kept).rev().find(|&at| name.is_char_boundary(at)).unwrap_or(0);
    format!("{}…", name[..kept].trim_end_matches([' ', ',']))
}

/// Bytes of context on each side where the sentences around are not known.
const WINDOW: usize = 120;
/// The longest sentence (bytes) that is shown as mere context.
const LONGEST_CONTEXT: usize = 280;

/// The passage of `evidence` in its context: what surrounds it soft, what differs from the draft
/// strong, and dots where the source goes on.
pub(super) fn in_context(source: &Source, evidence: &Evidence) -> Vec<Piece> {
    let text = source.text();
    let own = own_sentences(source, evidence.range);
    let around = neighbours(source, own);
    let mut pieces = Vec::new();
    if around.start > 0 {
        pieces.push(Piece::text("… "));
    }
    soft(&mut pieces, &text[around.start..own.start], true);
    pieces.extend(marked(text, own, evidence));
    soft(&mut pieces, &text[own.end..around.end], false);
    if text[around.end..].chars().any(|character| !character.is_whitespace()) {
        pieces.push(Piece::text(" …"));
    }
    pieces
}

fn soft(pieces: &mut Vec<Piece>, words: &str, before: bool) {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return;
    }
    if before {
        pieces.extend([Piece::Soft(words), Piece::text(" ")]);
    } else {
        pieces.extend([Piece::text(" "), Piece::Soft(words)]);
    }
}

/// The sentences that hold `range`.
fn own_sentences(source: &Source, range: TextRange) -> TextRange {
    let sentences = &source.reading().sentences;
    let first = source.reading().sentence_index(range.start);
    let own = sentences[first..]
        .iter()
        .take_while(|sentence| sentence.start < range.end)
        .fold(range, |own, sentence| own.cover(*sentence));
    if own == range { window(source.text(), range) } else { trimmed(source.text(), own) }
}

/// `own` with one short sentence before and one after, where they stand in the same paragraph.
fn neighbours(source: &Source, own: TextRange) -> TextRange {
    let (text, sentences) = (source.text(), &source.reading().sentences);
    let same_paragraph = |between: &str| !between.contains("\n\n");
    let fits = |sentence: &TextRange| sentence.len() <= LONGEST_CONTEXT;
    let at = sentences.partition_point(|sentence| sentence.start < own.start);
    let before = at.checked_sub(1).map(|before| sentences[before]).filter(fits);
    let start = before
        .filter(|sentence| {
            sentence.end <= own.start && same_paragraph(&text[sentence.end..own.start])
        })
        .map_or(own.start, |sentence| sentence.start);
    let after = sentences.partition_point(|sentence| sentence.start < own.end);
    let end = sentences
        .get(after)
        .copied()
        .filter(fits)
        .filter(|sentence| same_paragraph(&text[own.end..sentence.start]))
        .map_or(own.end, |sentence| sentence.end);
    TextRange::new(start, end)
}

/// `range` with some words on each side, inside its paragraph.
fn window(text: &str, range: TextRange) -> TextRange {
    let before = &text[..range.start];
    let floor = before.rfind("\n\n").map_or(0, |at| at + 2);
    let start = before[floor..]
        .rmatch_indices(char::is_whitespace)
        .map(|(at, _)| floor + at + 1)
        .take_while(|at| range.start - at <= WINDOW)
        .last();
    let start = if range.start - floor <= WINDOW { floor } else { start.unwrap_or(range.start) };
    let after = &text[range.end..];
    let ceiling = after.find("\n\n").unwrap_or(after.len());
    let end = after[..ceiling]
        .match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .take_while(|at| *at <= WINDOW)
        .last();
    let end = if ceiling <= WINDOW { ceiling } else { end.unwrap_or(0) };
    let start = (start..=range.start).find(|&at| text.is_char_boundary(at)).unwrap_or(range.start);
    trimmed(text, TextRange::new(start, range.end + end))
}

fn trimmed(text: &str, range: TextRange) -> TextRange {
    let words = range.of(text);
    let lead = words.len() - words.trim_start().len();
    TextRange::new(range.start + lead, range.start + words.trim_end().len().max(lead))
}

/// The text of `own`, with the source's words that the draft lacks in bold.
fn marked(text: &str, own: TextRange, evidence: &Evidence) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = own.start;
    for part in evidence.diff.iter().flatten().filter(|part| part.op != DiffOp::Equal) {
        let range = part.source_range;
        if range.is_empty() || range.start < at || range.end > own.end {
            continue;
        }
        pieces.push(Piece::text(&text[at..range.start]));
        pieces.push(Piece::strong(range.of(text)));
        at = range.end;
    }
    pieces.push(Piece::text(&text[at..own.end]));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_window_holds_its_range_and_keeps_character_boundaries(
            text in "[a-cé“😀\n ]{1,80}", from in 0usize..80, length in 0usize..20,
        ) {
            let floor = |mut at: usize| {
                at = at.min(text.len());
                while !text.is_char_boundary(at) { at -= 1; }
                at
            };
            let range = TextRange::new(floor(from), floor(from + length));
            let wide = window(&text, range);
            prop_assert!(text.is_char_boundary(wide.start) && text.is_char_boundary(wide.end));
            prop_assert!(range.of(&text).trim().is_empty() || wide.cover(trimmed(&text, range)) == wide);
        }
    }
}
