//! Silencing comments in plain text, which has no comments of its own.

use super::super::lines::{self, Line};
use super::Comment;
use crate::text::TextRange;

/// The silencing comments of `raw` from `head` on: `<!-- copydesk: … -->` anywhere in a line, or a
/// line that starts with `#`, `//`, `%` or `..` and `copydesk:`.
pub(super) fn comments(raw: &str, head: usize) -> Vec<Comment> {
    if !raw.contains("copydesk:") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for line in lines::lines(raw, TextRange::new(head, raw.len())) {
        if !line.text(raw).contains("copydesk:") {
            continue;
        }
        match whole_line(raw, line) {
            Some(comment) => found.push(comment),
            None => within(raw, line.range, &mut found),
        }
    }
    found
}

/// Whether nothing but comments stands in `line`.
pub(super) fn fills(line: Line, raw: &str, comments: &[Comment]) -> bool {
    let range = line.trimmed(raw);
    let first = comments.partition_point(|comment| comment.range.end <= range.start);
    let mut at = range.start;
    for comment in comments[first..].iter().take_while(|it| it.range.start < range.end) {
        if !raw[at..comment.range.start.max(at)].trim().is_empty() {
            return false;
        }
        at = comment.range.end;
    }
    at > range.start && raw[at.min(range.end)..range.end].trim().is_empty()
}

fn whole_line(raw: &str, line: Line) -> Option<Comment> {
    let range = line.trimmed(raw);
    let text = range.of(raw);
    let content = ["#", "//", "%", ".."].iter().find_map(|mark| text.strip_prefix(mark))?.trim();
    content.starts_with("copydesk:").then(|| Comment { range, text: content.to_owned() })
}

fn within(raw: &str, range: TextRange, found: &mut Vec<Comment>) {
    let mut at = range.start;
    while let Some(open) = raw[at..range.end].find("<!--") {
        let start = at + open;
        let Some(close) = raw[start..range.end].find("-->") else { return };
        let end = start + close + 3;
        let content = raw.get(start + 4..end - 3).unwrap_or("").trim();
        if content.starts_with("copydesk:") {
            let text = content.to_owned();
            found.push(Comment { range: TextRange::new(start, end), text });
        }
        at = end;
    }
}
