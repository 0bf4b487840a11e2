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
        let here = paragraphs.get(paragraph);
        let before = last.filter(|&other| {
            here.is_some_and(|here| here.range.start <= quotations[other].outer.start)
        });
        if let Some(before) = before {
            let (earlier, later) = (quotations[before], quotations[number]);
            if is_title_of_place(text, &earlier, &later) {
                quotations[number].kind = QuotationKind::Unattributed;
            } else if is_interrupted(text, &earlier, &later) {
                renamed = Some((later.turn, earlier.turn));
                quotations[number].turn = earlier.turn;
            }
        }
        // A title in the attribution does not part the pieces: `"A," she said on "Today." "B."`
        if quotations[number].kind != QuotationKind::Unattributed {
            last = Some(number);
        }
    }
}

/// Whether the second piece names where the first was said: `"A," she said on ABC's "This Week."`
fn is_title_of_place(text: &str, before: &Quotation, piece: &Quotation) -> bool {
    const LONGEST: usize = 6;
    let Some(gap) = text.get(before.outer.end..piece.outer.start) else { return false };
    let words: Vec<&str> = piece.range.of(text).split_whitespace().collect();
    let is_capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase() || c == '&');
    let small = |word: &&str| matches!(*word, "the" | "of" | "and" | "with" | "in" | "for" | "to");
    let last = gap.split_whitespace().next_back().unwrap_or_default();
    words.len() <= LONGEST
        && words.iter().all(|word| is_capital(word) || small(word))
        && (last == "on" || last.ends_with("'s") || last.ends_with("’s"))
        && gap.split_whitespace().any(|word| word == "on")
        && gap.split_whitespace().any(is_saying)
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
    let told = is_attribution(gap) || spoken.ends_with(',') && is_clause_of_saying(gap);
    (pauses || gap_pauses || unpaused) && !introduces && !closed && told
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

/// Whether two pieces are parted by nothing but the source's "He added," at the head of a sentence:
/// `"A." He added, "B."`
pub(crate) fn parted_by_continuation(text: &str, before: &Quotation, after: &Quotation) -> bool {
    let Some(gap) = text.get(before.outer.end..after.outer.start) else { return false };
    let Some(lead) = gap.trim_end().strip_suffix([',', ':']) else { return false };
    let words: Vec<&str> = lead.split_whitespace().collect();
    !gap.contains('\n')
        && (2..=LONGEST_CONTINUATION).contains(&words.len())
        && words[0].starts_with(char::is_uppercase)
        && words.last().is_some_and(|word| is_going_on(word))
}

/// "Senator Moss then added" has four words.
const LONGEST_CONTINUATION: usize = 4;

fn is_going_on(word: &str) -> bool {
    matches!(word, "added" | "adds" | "continued" | "continues" | "concluded" | "concludes")
}

fn is_attribution(gap: &str) -> bool {
    let gap = gap.trim().trim_start_matches([',', ' ', '—', '–']);
    // A title may end it: `she said on "Today."`
    let gap = without_inner_marks(gap);
    let body = gap.strip_suffix([',', '.', ';', '—', '–', '-']);
    let Some(body) = body.or_else(|| is_unstopped(gap).then_some(gap)) else { return false };
    let words: Vec<&str> = body.split_whitespace().collect();
    !words.is_empty()
        && words.len() <= LONGEST_GAP
        && !has_inner_sentence_end(&words)
        && words.iter().any(|word| is_saying(word))
}

/// Whether the gap can only be an attribution, whatever its verb: `"A," an angry Moss thundered.`
fn is_clause_of_saying(gap: &str) -> bool {
    const LONGEST: usize = 6;
    let Some(body) = gap.trim().strip_suffix('.') else { return false };
    let words: Vec<&str> = body.split_whitespace().collect();
    let is_name = |word: &&str| word.starts_with(char::is_uppercase);
    (2..=LONGEST).contains(&words.len())
        && words.iter().any(is_name)
        && words.last().is_some_and(|word| word.len() > 4 && word.ends_with("ed"))
        && words.iter().all(|word| word.chars().all(char::is_alphanumeric))
}

/// Whether the gap is "she said" or "said Moss" and the writer forgot what ends it.
fn is_unstopped(gap: &str) -> bool {
    let words: Vec<&str> = gap.split_whitespace().collect();
    match words[..] {
        [first, last] => is_saying(first) || is_saying(last),
        _ => false,
    }
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
