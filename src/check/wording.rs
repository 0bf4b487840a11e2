//! The fix that puts the source's words in place of the draft's, change by change.

use super::desk::Desk;
use super::judge::{Part, Passage};
use super::{Applicability, DiffOp, Edit, Fix};
use crate::text::TextRange;

/// "Use the source's wording", for the passage's changes.
pub(crate) fn fix(desk: &Desk<'_>, passage: &Passage) -> Fix {
    let mut edits = Vec::new();
    let mut before: Option<&Part> = None;
    for part in &passage.parts {
        if part.op != DiffOp::Equal {
            edits.push(edit(desk, passage, part, before));
        }
        before = Some(part);
    }
    Fix {
        title: "Use the source’s wording".to_owned(), applicability: Applicability::Safe, edits
    }
}

fn edit(desk: &Desk<'_>, passage: &Passage, part: &Part, before: Option<&Part>) -> Edit {
    let source = desk.source(passage).text();
    match part.op {
        DiffOp::Insert => match before {
            // What stands between the last word that matches and the missing ones comes along.
            Some(last) => {
                let missing = TextRange::new(last.source.end, part.source.end);
                let range = desk.draft.raw_range(last.draft);
                Edit { range: TextRange::empty(range.end), new_text: tidy(missing.of(source)) }
            }
            None => {
                let range = desk.draft.raw_range(part.draft);
                let new_text = format!("{} ", tidy(part.source.of(source)));
                Edit { range: TextRange::empty(range.start), new_text }
            }
        },
        DiffOp::Delete => Edit { range: with_space(desk, part.draft), new_text: String::new() },
        DiffOp::Replace | DiffOp::Equal => {
            let range = desk.draft.raw_range(part.draft);
            let drafted = part.draft.of(&desk.draft.extraction.text);
            let new_text = in_case_of(drafted, tidy(part.source.of(source)), before.is_none());
            Edit { range, new_text }
        }
    }
}

/// One line, without the marks of the source's own quotations.
fn tidy(text: &str) -> String {
    let kept: String = text
        .chars()
        .filter(|character| !matches!(character, '“' | '”' | '"' | '[' | ']'))
        .collect();
    let mut line = String::with_capacity(kept.len());
    let mut in_space = false;
    for character in kept.chars() {
        if character.is_whitespace() {
            in_space = true;
        } else {
            if in_space {
                line.push(' ');
            }
            in_space = false;
            line.push(character);
        }
    }
    line
}

/// A quotation that begins with a capital keeps it.
fn in_case_of(drafted: &str, new: String, at_start: bool) -> String {
    let capital = drafted.chars().next().is_some_and(char::is_uppercase);
    let mut characters = new.chars();
    match characters.next() {
        Some(first) if at_start && capital && first.is_lowercase() => {
            first.to_uppercase().chain(characters).collect()
        }
        _ => new,
    }
}

/// The words to be taken out, with the white space on one side of them.
fn with_space(desk: &Desk<'_>, words: TextRange) -> TextRange {
    let raw = &desk.draft.raw;
    let range = desk.draft.raw_range(words);
    let before = raw[..range.start].trim_end().len();
    let opens = raw[..range.start].ends_with(|character: char| !character.is_whitespace());
    if !opens {
        return TextRange::new(before, range.end);
    }
    let after = raw[range.end..].len() - raw[range.end..].trim_start_matches(' ').len();
    TextRange::new(range.start, range.end + after)
}
