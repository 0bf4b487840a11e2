//! Which pieces are one utterance.

use super::{Quotation, QuotationKind};
use crate::reading::cues::{self, Strength};
use crate::reading::paragraphs::Paragraph;
use crate::text::TextRange;

/// The longest attribution between two pieces, in words.
const LONGEST_GAP: usize = 28;

/// The same where the writer forgot the comma before it.
const LONGEST_UNPAUSED: usize = 8;

/// Gives the pieces of one utterance the same turn.
pub(super) fn join(text: &str, paragraphs: &[Paragraph], quotations: &mut [Quotation]) {
    let mut last: Option<usize> = None;
    let mut paragraph = 0;
    let mut renamed: Option<(u32, u32)> = None;
    for number in 0..quotations.len() {
        if quotations[number].depth > 0 {
            continue;
        }
        if let Some((from, to)) = renamed
            && quotations[number].turn == from
        {
            quotations[number].turn = to;
        }
        let start = quotations[number].outer.start;
        while paragraphs.get(paragraph).is_some_and(|p| p.range.end <= start) {
            paragraph += 1;
        }
        let same_paragraph = |other: usize| {
            paragraphs
                .get(paragraph)
                .is_some_and(|p| p.range.start <= quotations[other].outer.start)
        };
        if let Some(before) = last.filter(|&before| same_paragraph(before))
            && is_interrupted(text, &quotations[before], &quotations[number])
        {
            renamed = Some((quotations[number].turn, quotations[before].turn));
            quotations[number].turn = quotations[before].turn;
        }
        // A title in the attribution does not part the pieces: `"A," she said on "Today." "B."`
        if quotations[number].kind != QuotationKind::Unattributed {
            last = Some(number);
        }
    }
}

/// Whether only an attribution stands between two pieces: `"A," she said, "b."`
fn is_interrupted(text: &str, before: &Quotation, after: &Quotation) -> bool {
    let speech = |quotation: &Quotation| quotation.kind != QuotationKind::Unattributed;
    if !speech(before) || !speech(after) || before.outer.end > after.outer.start {
        return false;
    }
    if before.kind == QuotationKind::Dash && after.kind == QuotationKind::Dash {
        return true;
    }
    let gap = TextRange::new(before.outer.end, after.outer.start).of(text);
    let spoken = without_inner_marks(before.range.of(text));
    let pauses = spoken.ends_with([',', '.', '?', '!', '…', '—', '–', '-', ';']);
    let gap_pauses = gap.trim_start().starts_with([',', '—', '–', '-']);
    let ended = spoken.ends_with(['.', '?', '!']);
    let begins_anew = gap.trim_start().starts_with(char::is_uppercase);
    // `"A." He added, "B."`: the words between introduce the second piece.
    let introduces = ended && begins_anew && gap.trim_end().ends_with(',');
    let closed = spoken.ends_with('.') && begins_anew;
    let sentence = spoken.starts_with(char::is_uppercase) && spoken.contains(' ');
    let unpaused = sentence && gap.split_whitespace().count() <= LONGEST_UNPAUSED;
    (pauses || gap_pauses || unpaused) && !introduces && !closed && is_attribution(gap)
}

/// What is quoted without the closing mark of a quotation within it: `"He said, 'No,'"`.
pub(super) fn without_inner_marks(content: &str) -> &str {
    content.trim_end_matches(['’', '\'', '”', '"'])
}

/// Whether nothing but an attribution, and perhaps a paragraph break after it, parts two pieces of
/// speech: `"A," he said.` and below it `"B."`.
pub(crate) fn parted_by_attribution(text: &str, before: &Quotation, after: &Quotation) -> bool {
    let Some(gap) = text.get(before.outer.end..after.outer.start) else { return false };
    let gap = gap.trim_end();
    let is_one_line = !gap.trim_start().contains('\n');
    let spoken = without_inner_marks(before.range.of(text));
    is_one_line && spoken.ends_with([',', '?', '!', '…', '—', '–']) && is_attribution(gap)
}

fn is_attribution(gap: &str) -> bool {
    let gap = gap.trim().trim_start_matches([',', ' ', '—', '–']);
    let Some(body) = gap.strip_suffix([',', '.', ';', '—', '–', '-']) else { return false };
    let words: Vec<&str> = body.split_whitespace().collect();
    !words.is_empty()
        && words.len() <= LONGEST_GAP
        && !has_inner_sentence_end(&words)
        && words.iter().any(|word| is_saying(word))
}

fn is_saying(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    cues::verb(&word).is_some_and(|verb| verb.strength == Strength::Saying)
}

/// Words that begin a sentence after a full stop, whatever stands before it.
const BEGINNERS: [&str; 22] = [
    "For", "In", "On", "At", "But", "And", "The", "A", "An", "He", "She", "They", "It", "His",
    "Her", "This", "That", "Per", "To", "As", "After", "While",
];

/// A full stop after a lower-case word of more than three letters, followed by a capital; or before
/// a word that begins sentences: "says Ida Poe. For Mara Lind, …".
fn has_inner_sentence_end(words: &[&str]) -> bool {
    words.windows(2).any(|pair| {
        let ends = pair[0].ends_with(['.', '!', '?', ':']);
        let is_word = pair[0].len() > 4 && pair[0].starts_with(char::is_lowercase);
        ends && (is_word && pair[1].starts_with(char::is_uppercase) || BEGINNERS.contains(&pair[1]))
    })
}
