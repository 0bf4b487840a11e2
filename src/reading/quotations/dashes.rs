//! Speech introduced by a dash.

use super::Marks;
use super::assemble::{Piece, trimmed};
use crate::reading::cues::{self, Strength};
use crate::text::TextRange;

/// Words within which the cue of a dialogue line must stand.
const WORDS_TO_CUE: usize = 7;

/// The dash with which a paragraph begins, white space after it included.
pub(super) fn leading(text: &str, paragraph: TextRange) -> Option<TextRange> {
    let content = paragraph.of(text);
    let rest = content
        .strip_prefix("--")
        .or_else(|| content.strip_prefix(['-', '–', '—', '―']))?
        .trim_start();
    Some(TextRange::new(paragraph.start, paragraph.start + (content.len() - rest.len())))
}

/// Dialogue without quotation marks: a paragraph that begins with a dash and in which a cue ends
/// the speech ("— We will go, he said."). Lists of short lines are not speech.
pub(super) fn unmarked(text: &str, paragraph: TextRange) -> Vec<Piece> {
    let Some(dash) = leading(text, paragraph) else { return Vec::new() };
    let is_hyphen = dash.of(text).starts_with('-');
    let body = TextRange::new(dash.end, paragraph.end);
    let Some(cut) = first_cue(body.of(text), is_hyphen) else { return Vec::new() };
    let content = trimmed(text, TextRange::new(body.start, body.start + cut.end));
    let mut pieces = vec![piece(TextRange::new(paragraph.start, content.end), content)];
    if let Some(resumed) = resumption(&body.of(text)[cut.end..]) {
        let content = trimmed(text, TextRange::new(body.start + cut.end + resumed, body.end));
        pieces.push(piece(content, content));
    }
    pieces
}

fn piece(outer: TextRange, content: TextRange) -> Piece {
    Piece { outer, content, marks: Marks::Dash, opened: true, closed: true }
}

/// The speech before the first attribution: its end is where the separating punctuation ends.
fn first_cue(body: &str, needs_dash: bool) -> Option<TextRange> {
    for (at, character) in body.char_indices() {
        // "— It was late — says Ada.": nothing but the dash ends the speech.
        if matches!(character, '–' | '—' | '―') && begins_attribution(&body[..at], &body[at..])
        {
            return Some(TextRange::new(0, body[..at].trim_end().len()));
        }
        if !matches!(character, ',' | '!' | '?' | '…' | '.') {
            continue;
        }
        let end = at + character.len_utf8();
        let rest = &body[end..];
        let Some(after) = rest.strip_prefix([' ', '\u{a0}', '\n']) else { continue };
        let after_dash = after.strip_prefix(['-', '–', '—', '―']).map(str::trim_start);
        let is_cue = match after_dash {
            Some(attribution) => begins_with_cue(attribution),
            None => !needs_dash && character != '.' && begins_with_cue(after),
        };
        if is_cue {
            return Some(TextRange::new(0, end));
        }
    }
    None
}

/// Whether the dash at the beginning of `rest`, with spaces around it, follows words and leads an
/// attribution.
fn begins_attribution(before: &str, rest: &str) -> bool {
    let spaced = before.ends_with([' ', '\u{a0}']);
    let after = rest.trim_start_matches(['–', '—', '―']);
    let words = before.trim_end().ends_with(|end: char| end.is_alphanumeric() || end == '”');
    spaced && words && after.starts_with([' ', '\u{a0}']) && begins_with_cue(after)
}

/// Whether a text begins as an attribution does: "said Ada", "she said", "the mayor of X added".
fn begins_with_cue(text: &str) -> bool {
    for word in text.split_whitespace().take(WORDS_TO_CUE) {
        let bare = word.trim_end_matches([',', '.', '!', '?', ';', ':']);
        if is_saying(bare) {
            return true;
        }
        if bare.len() < word.len() {
            return false;
        }
    }
    false
}

fn is_saying(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        && cues::verb(word).is_some_and(|verb| verb.strength == Strength::Saying)
}

/// Where the speech goes on after its attribution: behind the next dash.
fn resumption(rest: &str) -> Option<usize> {
    let begin = rest.find(|c: char| c.is_alphanumeric())?;
    [". — ", ", — ", ". – ", ", – ", ". - ", ", - ", " — "]
        .iter()
        .filter_map(|dash| rest[begin..].find(dash).map(|at| begin + at + dash.len()))
        .min()
}
