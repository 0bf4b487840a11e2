//! The fix that puts the source's words in place of the draft's, change by change.

use super::desk::Desk;
use super::judge::{Part, Passage};
use super::{Applicability, DiffOp, Edit, Fix};
use crate::text::{TextRange, words_in};

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
    let is_doubtful =
        puts_in_much(&edits) || puts_in_narration(desk, passage) || cuts_a_phrase(desk, passage);
    let applicability = if is_doubtful { Applicability::Unsafe } else { Applicability::Safe };
    Fix { title: "Use the source’s wording".to_owned(), applicability, edits }
}

/// Whether whole clauses would be put in: the writer may rather want an ellipsis.
fn puts_in_much(edits: &[Edit]) -> bool {
    const MOST_WORDS: usize = 6;
    edits.iter().filter(|edit| edit.range.is_empty()).any(|edit| {
        let text = &edit.new_text;
        text.split_whitespace().count() > MOST_WORDS || text.contains(['.', '!', '?'])
    })
}

/// Whether several words at an end differ throughout, or the last one does where the source's phrase
/// goes on: "is being vetted" for "is being lied about".
fn cuts_a_phrase(desk: &Desk<'_>, passage: &Passage) -> bool {
    let text = &desk.draft.extraction.text;
    let is_phrase = |part: &Part| {
        matches!(part.op, DiffOp::Replace | DiffOp::Delete) && words_in(text, part.draft).len() > 1
    };
    let (first, last) = (passage.parts.first(), passage.parts.last());
    let goes_on = |part: &Part| {
        let after = &desk.source(passage).text()[part.source.end..];
        part.op == DiffOp::Replace
            && after.starts_with(' ')
            && after.trim_start().starts_with(char::is_alphabetic)
    };
    first.is_some_and(is_phrase) || last.is_some_and(is_phrase) || last.is_some_and(goes_on)
}

/// Whether words would be put in that stand outside the quotation marks of the source, while the
/// rest of the passage is quoted there.
fn puts_in_narration(desk: &Desk<'_>, passage: &Passage) -> bool {
    let source = desk.source(passage);
    let is_quoted = |part: &Part| source.quotation_at(part.source).is_some();
    let longest = passage
        .parts
        .iter()
        .filter(|part| part.op == DiffOp::Equal)
        .max_by_key(|part| part.source.len());
    longest.is_some_and(is_quoted)
        && passage.changes().any(|part| !part.source.is_empty() && !is_quoted(part))
}

fn edit(desk: &Desk<'_>, passage: &Passage, part: &Part, before: Option<&Part>) -> Edit {
    let source = desk.source(passage).text();
    match part.op {
        DiffOp::Insert => match before {
            // What stands between the last word that matches and the missing ones comes along.
            Some(last) => {
                let end = end_of_aside(source, last.source.end, part.source.end);
                let end = end_of_brackets(source, last.source.end, end);
                let missing = TextRange::new(last.source.end, end);
                let range = desk.draft.raw_range(last.draft);
                Edit { range: TextRange::empty(range.end), new_text: tidy(missing.of(source)) }
            }
            None => {
                let start = desk.draft.raw_range(part.draft).start;
                let goes_on = source[part.source.end..].trim_start();
                let small = goes_on.starts_with(char::is_lowercase);
                put_before(&desk.draft.raw, start, &tidy(part.source.of(source)), small)
            }
        },
        DiffOp::Delete => {
            taken_out(&desk.draft.raw, desk.draft.raw_range(part.draft), before.is_none())
        }
        DiffOp::Replace | DiffOp::Equal => {
            let range = desk.draft.raw_range(part.draft);
            let drafted = part.draft.of(&desk.draft.extraction.text);
            let new_text = in_case_of(drafted, tidy(part.source.of(source)), before.is_none());
            Edit { range, new_text }
        }
    }
}

/// Words put before the first one at `start`, which gives up its capital where the source has it
/// `small`.
fn put_before(raw: &str, start: usize, words: &str, small: bool) -> Edit {
    match raw[start..].chars().next().filter(|first| small && first.is_uppercase()) {
        Some(first) => Edit {
            range: TextRange::new(start, start + first.len_utf8()),
            new_text: format!(
                "{} {}",
                in_case_of("A", words.to_owned(), true),
                first.to_lowercase()
            ),
        },
        None => Edit { range: TextRange::empty(start), new_text: format!("{words} ") },
    }
}

/// Where missing words that a comma begins end, with the comma that closes them.
fn end_of_aside(source: &str, start: usize, end: usize) -> usize {
    let opens = source.get(start..end).is_some_and(|missing| missing.starts_with(','));
    let closes = source.get(end..).is_some_and(|after| after.starts_with(','));
    if opens && closes { end + 1 } else { end }
}

/// Where missing words end, with the round bracket that closes the one among them.
fn end_of_brackets(source: &str, start: usize, end: usize) -> usize {
    let count =
        |mark: char| source.get(start..end).map_or(0, |missing| missing.matches(mark).count());
    let closes = source.get(end..).is_some_and(|after| after.starts_with(')'));
    if closes && count('(') > count(')') { end + 1 } else { end }
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

/// The edit that takes words out, with the white space and the commas that only they needed. What
/// begins the quotation then takes over their capital.
fn taken_out(raw: &str, words: TextRange, at_start: bool) -> Edit {
    let (before, after) = (&raw[..words.start], &raw[words.end..]);
    let opens = before.ends_with(|character: char| !character.is_whitespace());
    if at_start || opens {
        return first_taken_out(raw, words, at_start);
    }
    let space = before.len() - before.trim_end().len();
    let mut range = TextRange::new(words.start - space, words.end);
    if raw[..range.start].ends_with(',') {
        match after.chars().next() {
            Some(',') => range.end += 1,
            Some('.' | '!' | '?' | '"' | '”') => range.start -= 1,
            _ => {}
        }
    }
    Edit { range, new_text: String::new() }
}

fn first_taken_out(raw: &str, words: TextRange, at_start: bool) -> Edit {
    let is_between = |c: char| matches!(c, ' ' | ',' | ';' | ':' | '—' | '–');
    let after = &raw[words.end..];
    let rest =
        if at_start { after.trim_start_matches(is_between) } else { after.trim_start_matches(' ') };
    let end = words.end + (after.len() - rest.len());
    let is_capital = words.of(raw).starts_with(char::is_uppercase);
    match rest.chars().next().filter(|first| at_start && is_capital && first.is_lowercase()) {
        Some(first) => Edit {
            range: TextRange::new(words.start, end + first.len_utf8()),
            new_text: first.to_uppercase().collect(),
        },
        None => Edit { range: TextRange::new(words.start, end), new_text: String::new() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_with_their_commas_and_leave_their_capital() {
        for (raw, words, at_start, mended) in [
            ("“Surely we go.”", "Surely", true, "“We go.”"),
            ("“Indeed, they go.”", "Indeed", true, "“They go.”"),
            ("“They, indeed, go.”", "indeed", false, "“They, go.”"),
            ("“They go, indeed.”", "indeed", false, "“They go.”"),
            ("“They surely go.”", "surely", false, "“They go.”"),
            ("“so they go.”", "so", true, "“they go.”"),
        ] {
            let start = raw.find(words).unwrap();
            let range = TextRange::new(start, start + words.len());
            let edit = taken_out(raw, range, at_start);
            let mut text = raw.to_owned();
            text.replace_range(edit.range.start..edit.range.end, &edit.new_text);
            assert_eq!(text, mended, "{raw}");
        }
    }
}
