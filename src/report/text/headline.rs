//! The first line of a finding, and the labels under its words, as a reporter would put them.

use crate::check::{DiffOp, DiffPart, Finding};

const SMALL_NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// What is wrong, without the place (which follows in the snippet).
pub(super) fn headline(finding: &Finding) -> String {
    // What hides a negation is told as such, not counted.
    let tells = [" hides the word ", " puts in a negation ", " stands where the source has "];
    let is_told = tells.iter().any(|told| finding.message.contains(told));
    let counted =
        (finding.rule == "misquote" && !is_told).then(|| difference(differing(finding))).flatten();
    counted.unwrap_or_else(|| {
        // "The sources disagree: …" is no name of a rule.
        let message = &finding.message;
        let told = if finding.rule == "disputed" { message } else { without_rule(message) };
        in_small_letters(&without_places(told))
    })
}

/// A message that begins with a small word goes on after the rule's name with a small letter.
fn in_small_letters(message: &str) -> String {
    const SMALL: [&str; 7] = ["In ", "The ", "This ", "These ", "No ", "Not ", "Nobody "];
    match SMALL.iter().find_map(|word| Some((word, message.strip_prefix(word)?))) {
        Some((word, rest)) => format!("{}{rest}", word.to_lowercase()),
        None => message.to_owned(),
    }
}

/// The parts of the first passage's diff that are not the same.
pub(super) fn differing(finding: &Finding) -> Vec<&DiffPart> {
    let Some(diff) = finding.evidence.first().and_then(|passage| passage.diff.as_ref()) else {
        return Vec::new();
    };
    diff.iter().filter(|part| part.op != DiffOp::Equal).collect()
}

/// What stands beside a differing part of the draft.
pub(super) fn label(part: &DiffPart) -> String {
    let (draft, source) = (shortened(&part.draft), shortened(&part.source));
    match part.op {
        DiffOp::Insert => format!("the source has “{source}” here"),
        DiffOp::Delete => format!("“{draft}” is not in the source"),
        DiffOp::Replace => format!("draft: “{draft}”, source: “{source}”"),
        DiffOp::Equal => String::new(),
    }
}

/// "one word differs from the source".
fn difference(parts: Vec<&DiffPart>) -> Option<String> {
    let words = |text: &str| text.split_whitespace().count();
    match parts.as_slice() {
        [] => None,
        [only] if only.op == DiffOp::Insert && words(&only.source) == 1 => {
            Some(format!("“{}” is left out", only.source.trim()))
        }
        [only] if only.op == DiffOp::Delete && words(&only.draft) == 1 => {
            Some(format!("“{}” is not in the source", only.draft.trim()))
        }
        parts => {
            let count: usize =
                parts.iter().map(|part| words(&part.draft).max(words(&part.source)).max(1)).sum();
            let (noun, verb) = if count == 1 { ("word", "differs") } else { ("words", "differ") };
            let number =
                SMALL_NUMBERS.get(count).map_or_else(|| count.to_string(), ToString::to_string);
            Some(format!("{number} {noun} {verb} from the source"))
        }
    }
}

/// `Misquote: the source …` without its first words, which the rule's name already says.
fn without_rule(message: &str) -> &str {
    match message.split_once(": ") {
        Some((head, rest)) if head.split(' ').count() <= 3 && !head.contains(['“', '"', '.']) => {
            rest
        }
        _ => message,
    }
}

/// `… the draft “rise” (Tribune, 4 March 2021, line 3).` without what is in brackets and the full
/// stop: the snippet shows the places.
fn without_places(message: &str) -> String {
    let mut out = String::new();
    let mut rest = message.trim_end();
    while let Some((before, after)) = rest.split_once(" (") {
        let Some((inner, next)) = after.split_once(')') else { break };
        out += before;
        if !inner.contains("line ") {
            out += &format!(" ({inner})");
        }
        rest = next;
    }
    out += rest;
    let bare = out.strip_suffix('.').unwrap_or(&out);
    if bare.contains(". ") { out } else { bare.to_owned() }
}

/// At most forty characters of `text`, its middle left out.
fn shortened(text: &str) -> String {
    const HALF: usize = 18;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = text.chars().count();
    if count <= 2 * HALF + 4 {
        return text;
    }
    let head: String = text.chars().take(HALF).collect();
    let tail: String = text.chars().skip(count - HALF).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    #[test]
    fn messages_lose_what_the_frame_already_says() {
        for (message, expected) in [
            (
                "Misquote: the source has “raise”, the draft “rise” (Tribune, line 3).",
                "the source has “raise”, the draft “rise”",
            ),
            (
                "Wrong date: the sources say 3 March (Tribune, line 2; Gazette, line 8).",
                "the sources say 3 March",
            ),
            (
                "It is “1911” (Gazette, line 2), but “1912” (Post, line 3).",
                "It is “1911”, but “1912”",
            ),
            (
                "In none of 12 sources. 1 could not be read.",
                "In none of 12 sources. 1 could not be read.",
            ),
            ("“We: us” is odd.", "“We: us” is odd"),
        ] {
            assert_eq!(without_places(without_rule(message)), expected);
        }
    }

    #[test]
    fn differences_are_counted_in_words() {
        let part = |op, draft: &str, source: &str| DiffPart {
            op,
            draft: draft.to_owned(),
            source: source.to_owned(),
            draft_range: TextRange::default(),
            source_range: TextRange::default(),
        };
        let rise = part(DiffOp::Replace, "rise", "raise");
        let not = part(DiffOp::Insert, "", "not");
        let very = part(DiffOp::Delete, "very", "");
        let many = part(DiffOp::Replace, "a b c", "d e");
        for (parts, expected) in [
            (vec![&rise], Some("one word differs from the source")),
            (vec![&not], Some("“not” is left out")),
            (vec![&very], Some("“very” is not in the source")),
            (vec![&many, &rise], Some("four words differ from the source")),
            (vec![], None),
        ] {
            assert_eq!(difference(parts).as_deref(), expected);
        }
    }
}
