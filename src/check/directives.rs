//! The comments by which a writer silences findings: what they say and how far they reach.

use super::Draft;
use crate::text::TextRange;

/// A comment that begins with `copydesk:`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Directive {
    /// The comment in raw bytes.
    pub(super) comment: TextRange,
    /// The raw bytes in which it silences findings; `None` where it orders nothing that can be done.
    pub(super) scope: Option<TextRange>,
    /// The rules it names; empty for all rules.
    pub(super) rules: Vec<String>,
    /// What is wrong with the order itself.
    pub(super) fault: Option<String>,
}

/// What a comment orders.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Order {
    Ignore(Vec<String>),
    Off(Vec<String>),
    On,
    IgnoreFile,
    Fault(String),
}

/// The directives of `draft`, in the order of the text.
pub(super) fn of(draft: &Draft) -> Vec<Directive> {
    let mut found: Vec<Directive> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for comment in &draft.extraction.comments {
        let Some(order) = parse(&comment.text) else { continue };
        let directive =
            |scope, rules, fault| Directive { comment: comment.range, scope, rules, fault };
        let rest = TextRange::new(comment.range.end, draft.raw.len());
        found.push(match order {
            Order::Ignore(rules) => directive(Some(reach(draft, comment.range)), rules, None),
            Order::IgnoreFile => {
                directive(Some(TextRange::new(0, draft.raw.len())), Vec::new(), None)
            }
            Order::Off(rules) => {
                open.push(found.len());
                directive(Some(rest), rules, None)
            }
            Order::Fault(fault) => directive(None, Vec::new(), Some(fault)),
            Order::On if open.is_empty() => {
                let fault = "`copydesk: on` has no `copydesk: off` before it".to_owned();
                directive(None, Vec::new(), Some(fault))
            }
            Order::On => {
                for number in open.drain(..) {
                    if let Some(scope) = &mut found[number].scope {
                        scope.end = comment.range.start;
                    }
                }
                continue;
            }
        });
    }
    found
}

/// The order in a comment's text; `None` where it is not addressed to us.
fn parse(text: &str) -> Option<Order> {
    let order = text.trim_start().strip_prefix("copydesk:")?;
    let order = order.split_once("--").map_or(order, |(order, _reason)| order).trim();
    let (verb, rest) = order.split_once(char::is_whitespace).unwrap_or((order, ""));
    let rules: Vec<String> = rest
        .split([',', ' ', '\t', '\n', '\r'])
        .filter(|rule| !rule.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    Some(match verb {
        "ignore" if rules.is_empty() => {
            Order::Fault("it names no rule: write `copydesk: ignore RULE`".to_owned())
        }
        "ignore" => Order::Ignore(rules),
        "off" => Order::Off(rules),
        "on" => Order::On,
        "ignore-file" => Order::IgnoreFile,
        other => Order::Fault(format!(
            "“{other}” is no order: there are ignore, off, on and ignore-file"
        )),
    })
}

/// The lines of a comment that stands beside text; for one that stands alone on its lines, the
/// paragraph that follows.
fn reach(draft: &Draft, comment: TextRange) -> TextRange {
    let first = draft.lines.line_of(comment.start);
    let last = draft.lines.line_of(comment.end.saturating_sub(1).max(comment.start));
    let lines = TextRange::new(draft.lines.start_of(first), draft.lines.start_of(last + 1));
    let raw = |range: TextRange| draft.raw.get(range.start..range.end).unwrap_or_default();
    let before = raw(TextRange::new(lines.start, comment.start));
    let after = raw(TextRange::new(comment.end, lines.end));
    if !(before.trim().is_empty() && after.trim().is_empty()) {
        return lines;
    }
    paragraph_after(draft, comment.end).unwrap_or_else(|| TextRange::empty(comment.end))
}

/// The block that goes on, or the next that begins, after the raw byte `offset`, up to the end of
/// its last line.
fn paragraph_after(draft: &Draft, offset: usize) -> Option<TextRange> {
    let blocks = &draft.extraction.blocks;
    let next = blocks.partition_point(|block| draft.raw_range(block.range).end <= offset);
    let range = draft.raw_range(blocks.get(next)?.range);
    let last = draft.lines.line_of(range.end.saturating_sub(1));
    Some(TextRange::new(range.start.max(offset), draft.lines.start_of(last + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_orders_or_none_of_ours() {
        let ignore =
            |rules: &[&str]| Some(Order::Ignore(rules.iter().map(ToString::to_string).collect()));
        for (text, expected) in [
            ("copydesk: ignore misquote", ignore(&["misquote"])),
            (
                "copydesk:ignore misquote, misdate -- own, interview",
                ignore(&["misquote", "misdate"]),
            ),
            ("copydesk: off", Some(Order::Off(vec![]))),
            ("copydesk: on", Some(Order::On)),
            ("copydesk: ignore-file -- a satire", Some(Order::IgnoreFile)),
            ("TODO copydesk: off", None),
            ("a note", None),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
        for text in
            ["copydesk: ignore", "copydesk: ignore -- reason", "copydesk: silence", "copydesk:"]
        {
            assert!(matches!(parse(text), Some(Order::Fault(_))), "{text}");
        }
    }
}
