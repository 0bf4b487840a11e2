//! What stands in Markdown text and is not prose: Pandoc citations, template tags, and dollar signs
//! that look like mathematics but are money.

use super::super::inline;
use crate::text::TextRange;

/// Longest template tag looked for, in bytes.
const LONGEST_TAG: usize = 300;

/// The ranges of `raw` from `head` on that are citations (`[@moss2021, p. 3]`) or tags of a site
/// generator (`{{< figure >}}`, `{% include %}`), in order.
pub(super) fn ranges(raw: &str, head: usize) -> Vec<TextRange> {
    let bytes = raw.as_bytes();
    let mut found = Vec::new();
    let mut at = head;
    while let Some(next) = raw[at..].find(['[', '{']) {
        let start = at + next;
        let end = match bytes[start] {
            b'[' => citation(raw, start),
            _ => template_tag(raw, start),
        };
        if let Some(end) = end {
            // The blank before it goes with it: a full stop may follow.
            let blank = start > head && bytes[start - 1] == b' ';
            found.push(TextRange::new(start - usize::from(blank), end));
        }
        at = end.unwrap_or(start + 1);
    }
    found
}

fn citation(raw: &str, start: usize) -> Option<usize> {
    let rest = &raw[start + 1..];
    let close = rest.find(['[', ']', '{', '\n'])?;
    if !rest[close..].starts_with(']') || rest[close..].starts_with("](") {
        return None;
    }
    let inside = &rest[..close];
    let key = inside.find('@')?;
    let named = inside[key + 1..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let before = inside[..key].chars().next_back();
    let apart = before.is_none_or(|c| c.is_whitespace() || matches!(c, '-' | ';'));
    (named && apart).then_some(start + 1 + close + 1)
}

fn template_tag(raw: &str, start: usize) -> Option<usize> {
    let rest = &raw[start..];
    let close = [("{{", "}}"), ("{%", "%}")].iter().find(|pair| rest.starts_with(pair.0))?.1;
    let near = inline::near(rest, LONGEST_TAG);
    let line = &near[..near.find('\n').unwrap_or(near.len())];
    line.find(close).map(|at| start + at + 2)
}

/// Whether what a dollar sign opens is an amount, not a formula: `$5 million to $6`.
pub(super) fn is_money(raw: &str, content: &str, range: TextRange) -> bool {
    let starts_with_digit = content.starts_with(|c: char| c.is_ascii_digit());
    let before_digit = raw[range.end..].starts_with(|c: char| c.is_ascii_digit());
    let formula = content.contains(['\\', '^', '_', '=', '{']);
    let words = content.split_whitespace().filter(|word| is_long_word(word)).count();
    !formula && (words > 1 || (starts_with_digit && (before_digit || words > 0)))
}

fn is_long_word(word: &str) -> bool {
    word.len() > 2 && word.chars().all(|c| c.is_alphabetic() || c == ',' || c == '.')
}
