//! What surrounds a quotation: the writer's own words of its sentence, other quotations left out.

use super::Quotation;
use crate::text::{TextRange, ceil_boundary, floor_boundary};

/// So many of the writer's words are looked at on each side.
const WORDS_ASIDE: usize = 40;
/// And so many bytes.
const BYTES_ASIDE: usize = 400;

/// The surroundings of one quotation.
#[derive(Debug)]
pub(super) struct Scene<'t> {
    /// The text from the sentence's beginning to the quotation.
    pub(super) left: &'t str,
    /// The text from the quotation to the sentence's end.
    pub(super) right: &'t str,
    /// The writer's words before the quotation, nearest first.
    pub(super) before: Vec<&'t str>,
    /// The writer's words after it, nearest first.
    pub(super) after: Vec<&'t str>,
    /// Whether another quotation stands in the sentence.
    pub(super) has_neighbour: bool,
    /// Whether the text quotes the same few words elsewhere too, as it does with terms.
    pub(super) is_repeated: bool,
}

/// The surroundings of the quotation numbered `number`.
pub(super) fn of<'t>(
    text: &'t str,
    sentences: &[TextRange],
    quotations: &[Quotation],
    number: usize,
) -> Scene<'t> {
    let outer = quotations[number].outer;
    let sentence = sentence_around(sentences, outer);
    let start = ceil_boundary(text, sentence.start.max(outer.start.saturating_sub(BYTES_ASIDE)));
    let end = floor_boundary(text, sentence.end.min(outer.end + BYTES_ASIDE));
    let left = &text[start..outer.start.max(start)];
    let right = &text[outer.end..end.max(outer.end)];
    let earlier = quotations[..number].iter().rev().filter(|q| q.depth == 0);
    let later = quotations[number + 1..].iter().filter(|q| q.depth == 0);
    let mut before = Vec::new();
    let mut at = outer.start;
    let mut has_neighbour = false;
    for quotation in earlier.take_while(|q| q.outer.end > start) {
        has_neighbour = true;
        push_words(&text[quotation.outer.end.min(at)..at], true, &mut before);
        at = quotation.outer.start.max(start).min(at);
    }
    push_words(&text[start.min(at)..at], true, &mut before);
    let mut after = Vec::new();
    let mut at = outer.end;
    for quotation in later.take_while(|q| q.outer.start < end) {
        has_neighbour = true;
        push_words(&text[at..quotation.outer.start.max(at)], false, &mut after);
        at = quotation.outer.end.min(end).max(at);
    }
    push_words(&text[at..end.max(at)], false, &mut after);
    Scene { left, right, before, after, has_neighbour, is_repeated: false }
}

fn sentence_around(sentences: &[TextRange], outer: TextRange) -> TextRange {
    let first = sentences.partition_point(|sentence| sentence.end <= outer.start);
    let last = sentences.partition_point(|sentence| sentence.end < outer.end);
    match (sentences.get(first), sentences.get(last)) {
        (Some(first), Some(last)) => first.cover(*last),
        (Some(only), None) => only.cover(outer),
        _ => outer,
    }
}

fn push_words<'t>(text: &'t str, backwards: bool, words: &mut Vec<&'t str>) {
    let room = WORDS_ASIDE.saturating_sub(words.len());
    if backwards {
        words.extend(text.split_whitespace().rev().take(room));
    } else {
        words.extend(text.split_whitespace().take(room));
    }
}
