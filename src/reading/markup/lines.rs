//! The lines of a raw text, with the ends that any writer's tool may leave.

use crate::text::TextRange;

/// A line, without and with its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// The line without its end.
    pub(super) range: TextRange,
    /// First byte of the next line.
    pub(super) next: usize,
}

impl Line {
    pub(super) fn text(self, raw: &str) -> &str {
        self.range.of(raw)
    }

    /// Bytes of white space before the first word.
    pub(super) fn indent(self, raw: &str) -> usize {
        let text = self.text(raw);
        text.len() - text.trim_start().len()
    }

    /// The line without white space at its rims.
    pub(super) fn trimmed(self, raw: &str) -> TextRange {
        let start = self.range.start + self.indent(raw);
        TextRange::new(start, start + self.text(raw).trim().len())
    }

    pub(super) fn is_blank(self, raw: &str) -> bool {
        self.text(raw).chars().all(super::writer::is_blank)
    }
}

/// The lines of `raw` in `range`: they end at LF, CR LF, CR, the Unicode line and paragraph
/// separators, a vertical tab, a form feed or NEL.
pub(super) fn lines(raw: &str, range: TextRange) -> impl Iterator<Item = Line> {
    let mut at = range.start;
    std::iter::from_fn(move || {
        if at >= range.end {
            return None;
        }
        let rest = &raw[at..range.end];
        let (length, end) = match rest.find(ends_line) {
            Some(length) => (length, end_length(&rest[length..])),
            None => (rest.len(), 0),
        };
        let line = Line { range: TextRange::new(at, at + length), next: at + length + end };
        at = line.next;
        Some(line)
    })
}

fn ends_line(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn end_length(rest: &str) -> usize {
    if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) }
}

/// The content of a front-matter block at the head of `raw`, and the first byte after the block.
pub(super) fn front_matter(raw: &str) -> Option<(TextRange, usize)> {
    let head = raw.len() - raw.trim_start_matches('\u{feff}').len();
    let mut all = lines(raw, TextRange::new(head, raw.len()));
    let first = all.next()?;
    let fence = first.text(raw).trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let mut any_key = false;
    for line in all {
        let text = line.text(raw).trim_end();
        if text == fence || (fence == "---" && text == "...") {
            return any_key.then_some((TextRange::new(first.next, line.range.start), line.next));
        }
        any_key |= is_key(text, if fence == "---" { ':' } else { '=' });
        // A rule between paragraphs, not a fence: metadata does not start with a blank line.
        if !any_key && !text.starts_with('#') {
            return None;
        }
    }
    None
}

/// Whether a line of metadata starts with a key: one word before the separator.
fn is_key(line: &str, separator: char) -> bool {
    line.split_once(separator).is_some_and(|(key, _)| {
        let key = key.trim_end();
        !key.is_empty() && !key.contains(char::is_whitespace)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_ends_a_line() {
        for (raw, expected) in [
            ("", 0),
            ("a", 1),
            ("a\n", 1),
            ("a\r\nb\rc\nd", 4),
            ("a\u{2028}b\u{2029}c\u{85}d\u{c}e\u{b}f", 6),
        ] {
            assert_eq!(lines(raw, TextRange::new(0, raw.len())).count(), expected, "{raw:?}");
        }
    }

    #[test]
    fn front_matter_needs_keys_and_a_closing_fence() {
        for (raw, expected) in [
            ("---\ntitle: A\n---\nText", Some("title: A\n")),
            ("\u{feff}---\r\n# note\r\ntitle: A\r\n...\r\nText", Some("# note\r\ntitle: A\r\n")),
            ("+++\ntitle = 'A'\n+++\n", Some("title = 'A'\n")),
            ("---\nHe said: a rule above.\n---\n", None),
            ("---\ntitle: A\nText", None),
            ("Text\n---\ntitle: A\n---\n", None),
        ] {
            let content = front_matter(raw).map(|(range, _)| range.of(raw));
            assert_eq!(content, expected, "{raw:?}");
        }
    }
}
