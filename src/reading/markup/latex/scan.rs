//! Where the groups of a LaTeX text end.

use crate::text::TextRange;

/// The pairs of braces of a text, found once.
pub(super) struct Braces {
    /// Opening and closing brace, sorted by the opening one.
    pairs: Vec<(usize, usize)>,
}

impl Braces {
    pub(super) fn of(raw: &str) -> Self {
        let bytes = raw.as_bytes();
        let (mut pairs, mut open, mut at) = (Vec::new(), Vec::new(), 0);
        while at < bytes.len() {
            match bytes[at] {
                b'\\' => at += 1,
                b'%' => at = line_end(raw, at),
                b'{' => open.push(at),
                b'}' => pairs.extend(open.pop().map(|start| (start, at))),
                _ => {}
            }
            at += 1;
        }
        pairs.sort_unstable();
        Self { pairs }
    }

    /// The closing brace of the group that opens at `open`.
    pub(super) fn close(&self, open: usize) -> Option<usize> {
        let found = self.pairs.binary_search_by_key(&open, |pair| pair.0).ok()?;
        Some(self.pairs[found].1)
    }
}

/// Where the line of `at` ends, before its line break.
pub(super) fn line_end(raw: &str, at: usize) -> usize {
    raw[at..].find(['\n', '\r']).map_or(raw.len(), |length| at + length)
}

/// First byte after blanks and at most one line break.
pub(super) fn after_blanks(raw: &str, at: usize) -> usize {
    let mut breaks = 0;
    let rest = &raw.as_bytes()[at..];
    let blank = |byte: &&u8| {
        breaks += usize::from(**byte == b'\n');
        matches!(**byte, b' ' | b'\t' | b'\r' | b'\n') && breaks < 2
    };
    let length = rest.iter().take_while(blank).count();
    if breaks < 2 { at + length } else { at }
}

/// The optional argument `[…]` at `at`: the first byte after it.
pub(super) fn optional(raw: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 400;
    if !raw[at..].starts_with('[') {
        return None;
    }
    let mut depth = 0_usize;
    for (offset, &byte) in raw.as_bytes()[at..].iter().enumerate().take(LONGEST) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b']' if depth == 0 => return Some(at + offset + 1),
            _ => {}
        }
    }
    None
}

/// Mathematics that `open` (at `at`) begins and `close` ends, in one paragraph: the first byte
/// after it.
pub(super) fn math_end(raw: &str, at: usize, open: &str, close: &str) -> Option<usize> {
    let bytes = raw.as_bytes();
    let mut next = at + open.len();
    while next < bytes.len() {
        if raw.as_bytes()[next..].starts_with(close.as_bytes()) {
            return Some(next + close.len());
        }
        match bytes[next] {
            b'\\' => next += 1,
            b'\n' if is_blank_line(raw, next + 1) => return None,
            _ => {}
        }
        next += 1;
    }
    None
}

/// Whether nothing but blanks stands between `at` and the next line break.
pub(super) fn is_blank_line(raw: &str, at: usize) -> bool {
    raw.as_bytes()[at..]
        .iter()
        .find(|byte| !matches!(byte, b' ' | b'\t' | b'\r'))
        .is_none_or(|byte| *byte == b'\n')
}

/// The name of a command whose backslash stands at `at`: letters, or one character.
pub(super) fn command_name(raw: &str, at: usize) -> TextRange {
    let rest = &raw[at + 1..];
    let letters =
        rest.bytes().take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'@').count();
    let length = if letters > 0 { letters } else { rest.chars().next().map_or(0, char::len_utf8) };
    TextRange::new(at + 1, at + 1 + length)
}
