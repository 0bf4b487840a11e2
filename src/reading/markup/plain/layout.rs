//! How a plain text is laid out, and so where a line break ends a paragraph.
//!
//! Three habits are told apart by the lengths of the lines: one paragraph a line, lines wrapped at
//! a column, and lines broken where the writer liked. A line break never parts a quotation that
//! closes in the next line, nor a sentence that plainly goes on.

use super::super::lines::{self, Line};
use crate::text::TextRange;

/// Lines longer than this (in characters) are not wrapped.
const LONGEST_WRAPPED: usize = 100;

/// The measured habits of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// Most of the text stands in lines that are whole paragraphs.
    paragraph_a_line: bool,
    /// Blank lines occur between lines.
    blank_lines: bool,
    /// The column at which lines are wrapped, in characters.
    wrapped_at: Option<usize>,
}

impl Layout {
    /// Measures the lines of `raw` from the byte `head` on.
    pub(super) fn measure(raw: &str, head: usize) -> Self {
        let (mut all, mut long) = (0, 0);
        let (mut blank_lines, mut seen, mut last_blank) = (false, false, false);
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        let mut previous: Option<usize> = None;
        for line in lines::lines(raw, TextRange::new(head, raw.len())) {
            if line.is_blank(raw) {
                (last_blank, previous) = (true, None);
                continue;
            }
            blank_lines |= seen && last_blank;
            (seen, last_blank) = (true, false);
            let text = line.text(raw).trim_end();
            let length = text.chars().count();
            all += length;
            if length > LONGEST_WRAPPED {
                long += length;
            }
            if let Some(before) = previous.filter(|_| !is_item(line, raw)) {
                pairs.push((before, first_word(text)));
            }
            previous = Some(length);
        }
        let paragraph_a_line = long * 2 > all;
        let wrapped_at = if paragraph_a_line { None } else { wrap_column(&pairs) };
        Self { paragraph_a_line, blank_lines, wrapped_at }
    }

    /// Whether the break between `line` and `next`, of the paragraph that starts with `first`,
    /// ends the paragraph.
    pub(super) fn breaks(self, raw: &str, first: TextRange, line: Line, next: Line) -> bool {
        let (text, following) = (line.text(raw).trim(), next.text(raw).trim());
        if is_item(next, raw) {
            return true;
        }
        if let Some(breaks) = by_quotation(text, following) {
            return breaks;
        }
        let starts_item = first == line.range && is_item(line, raw);
        let deeper = next.indent(raw) > line.indent(raw) + 1;
        if deeper && !starts_item && ends_sentence(text) {
            return true;
        }
        if goes_on(text, following) || (deeper && starts_item) {
            return false;
        }
        !self.joins(text, following)
    }

    fn joins(self, text: &str, following: &str) -> bool {
        let length = text.chars().count();
        if self.paragraph_a_line {
            return false;
        }
        if let Some(width) = self.wrapped_at {
            let full = length + 1 + first_word(following) + 3 > width;
            return full || (!ends_sentence(text) && length * 3 > width * 2);
        }
        if !self.blank_lines || length > LONGEST_WRAPPED {
            return false;
        }
        ends_sentence(text) || length > 55
    }
}

/// The column at which a text is wrapped, if most of its lines could not have held the next
/// line's first word. `pairs`: the length of a line, and of the first word of the next.
fn wrap_column(pairs: &[(usize, usize)]) -> Option<usize> {
    if pairs.len() < 3 {
        return None;
    }
    let mut lengths: Vec<usize> = pairs.iter().map(|pair| pair.0).collect();
    lengths.sort_unstable();
    let width = lengths[(lengths.len() * 97 / 100).min(lengths.len() - 1)];
    let full = pairs.iter().filter(|(length, word)| length + 1 + word + 3 > width).count();
    ((40..=LONGEST_WRAPPED).contains(&width) && full * 10 >= pairs.len() * 6).then_some(width)
}

fn first_word(text: &str) -> usize {
    text.split_whitespace().next().map_or(0, |word| word.chars().count())
}

/// Whether a sentence plainly goes on from `text` to `following`.
fn goes_on(text: &str, following: &str) -> bool {
    let lower = following.chars().next().is_some_and(char::is_lowercase);
    let open_ended = text.ends_with([',', ';', '(']);
    (lower && !ends_sentence(text)) || open_ended
}

/// Whether `text` ends a sentence, marks and brackets behind the full stop left aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\'', '”', '’', '»', '“', '‘', ')', ']', ' ', '\u{a0}']);
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// What the quotation marks say: `Some(false)` where a quotation runs on over the break,
/// `Some(true)` where it is reopened behind it, as in a new paragraph.
fn by_quotation(text: &str, following: &str) -> Option<bool> {
    let curly = open_at_end(text, '“', '”');
    let straight = text.matches('"').count() % 2 == 1;
    if !curly && !straight {
        return None;
    }
    if following.starts_with(['“', '"']) {
        return Some(true);
    }
    let closes = if curly {
        following.find('”').is_some_and(|close| !following[..close].contains('“'))
    } else {
        following.matches('"').count() % 2 == 1
    };
    closes.then_some(false)
}

fn open_at_end(text: &str, open: char, close: char) -> bool {
    text.rfind(open).is_some_and(|at| !text[at..].contains(close))
}

/// Whether `line` starts a list item: a bullet or a number, and a word.
pub(super) fn is_item(line: Line, raw: &str) -> bool {
    let text = line.text(raw).trim_start();
    let Some(mark) = text.split_whitespace().next() else { return false };
    if mark.len() == text.trim_end().len() {
        return false;
    }
    let digits = mark.trim_end_matches(['.', ')']);
    let numbered = digits.len() + 1 == mark.len()
        && (1..=3).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    numbered || matches!(mark, "•" | "*" | "-" | "–" | "—" | "‣" | "◦" | "·" | "▪" | "+" | "●")
}
