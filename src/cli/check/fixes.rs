//! `--fix` and `--diff`: what can safely be mended in the drafts.

use super::super::output::{Failure, Output};
use super::input::Inputs;
use crate::check::{Applicability, Draft, Edit};
use crate::report::CheckedDraft;
use crate::report::words::counted;
use crate::text::LineIndex;

/// Lines shown before and after a change.
const CONTEXT: usize = 3;

/// Writes the mended drafts, and puts them in the place of the faulty ones.
pub(super) fn apply(
    inputs: &Inputs,
    drafts: &mut [CheckedDraft],
    output: Output,
) -> Result<(), Failure> {
    for one in drafts {
        let edits = safe_edits(one);
        if edits.is_empty() {
            continue;
        }
        let Some(file) = inputs.files.iter().find(|file| file.shown == one.draft.name) else {
            continue;
        };
        let text = edited(&one.draft.raw, &edits);
        let decoded = inputs.decode(file)?;
        if let Some(problem) = &decoded.problem {
            output.error(&format!("{}: not mended: {problem}", file.shown));
            continue;
        }
        if decoded.encoding.split(' ').next() != Some("UTF-8") {
            let encoding = &decoded.encoding;
            output.error(&format!(
                "{}: not mended, as it is in {encoding}; save it as UTF-8",
                file.shown
            ));
            continue;
        }
        if decoded.text != one.draft.raw {
            output.error(&format!("{}: not mended, as it changed meanwhile", file.shown));
            continue;
        }
        let mark = if decoded.mark { "\u{feff}" } else { "" };
        std::fs::write(&file.path, format!("{mark}{text}"))
            .map_err(|error| Failure(format!("{}: {error}", file.shown)))?;
        output.remark(&format!("{}: {} mended", file.shown, counted(edits.len(), "place")));
        let lead = one.draft.lead;
        one.draft = Draft::new(&one.draft.name, text, one.draft.format, None).behind(lead);
    }
    Ok(())
}

/// What `--fix` would change, as a unified diff.
pub(super) fn diff(drafts: &[CheckedDraft]) -> String {
    drafts.iter().map(|one| unified(&one.draft, &safe_edits(one))).collect()
}

/// The edits of the findings' first safe fixes, in order, none touching another.
fn safe_edits(one: &CheckedDraft) -> Vec<Edit> {
    let mut chosen: Vec<Edit> = Vec::new();
    for finding in &one.checked.findings {
        let safe = |fix: &&crate::check::Fix| fix.applicability == Applicability::Safe;
        let Some(fix) = finding.fixes.iter().find(safe) else { continue };
        let free = |edit: &Edit| {
            chosen.iter().all(|other| {
                edit.range.end < other.range.start || other.range.end < edit.range.start
            })
        };
        if fix.edits.iter().all(free) {
            chosen.extend(fix.edits.iter().cloned());
        }
    }
    chosen.sort_by_key(|edit| (edit.range.start, edit.range.end));
    chosen
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out += &text[at..edit.range.start];
        out += &edit.new_text;
        at = edit.range.end;
    }
    out + &text[at..]
}

/// Lines that edits change, and what stands there afterwards.
struct Change<'a> {
    first: usize,
    last: usize,
    edits: &'a [Edit],
}

fn unified(draft: &Draft, edits: &[Edit]) -> String {
    if edits.is_empty() {
        return String::new();
    }
    let lines = &draft.lines;
    let first = |edit: &Edit| lines.line_of(edit.range.start);
    let last = |edit: &Edit| lines.line_of(edit.range.end);
    let hunks = edits.chunk_by(|one, next| first(next) <= last(one) + 2 * CONTEXT);
    let mut out = format!("--- {0}\n+++ {0}\n", draft.name);
    let mut shift = 0isize;
    for hunk in hunks {
        let changes: Vec<Change<'_>> = hunk
            .chunk_by(|one, next| first(next) <= last(one) + 1)
            .filter_map(|edits| {
                let (one, end) = (edits.first()?, edits.last()?);
                Some(Change { first: first(one), last: last(end), edits })
            })
            .collect();
        out += &hunk_text(draft, lines, &changes, &mut shift);
    }
    out
}

fn hunk_text(
    draft: &Draft,
    lines: &LineIndex,
    changes: &[Change<'_>],
    shift: &mut isize,
) -> String {
    let (Some(one), Some(end)) = (changes.first(), changes.last()) else { return String::new() };
    let from = one.first.saturating_sub(CONTEXT);
    let to = (end.last + 1 + CONTEXT).min(line_count(draft, lines));
    let mut body = String::new();
    let (mut old, mut new) = (0, 0);
    let mut at = from;
    for change in changes {
        body += &prefixed(draft, lines, ' ', at, change.first);
        body += &prefixed(draft, lines, '-', change.first, change.last + 1);
        let (start, stop) = (lines.start_of(change.first), lines.start_of(change.last + 1));
        let local: Vec<Edit> = change.edits.iter().map(|edit| moved(edit, start)).collect();
        let text = edited(&draft.raw[start..stop], &local);
        let after: Vec<&str> = text.lines().collect();
        body.extend(after.iter().map(|line| format!("+{line}\n")));
        old += change.last + 1 - at;
        new += change.first - at + after.len();
        at = change.last + 1;
    }
    body += &prefixed(draft, lines, ' ', at, to);
    old += to.saturating_sub(at);
    new += to.saturating_sub(at);
    let new_from = from.saturating_add_signed(*shift) + 1;
    *shift += isize::try_from(new).unwrap_or(0) - isize::try_from(old).unwrap_or(0);
    format!("@@ -{},{old} +{new_from},{new} @@\n{body}", from + 1)
}

/// Lines as a diff counts them: a break at the text's end begins no further line.
fn line_count(draft: &Draft, lines: &LineIndex) -> usize {
    lines.line_count() - usize::from(draft.raw.ends_with(['\n', '\r']))
}

fn prefixed(draft: &Draft, lines: &LineIndex, sign: char, from: usize, to: usize) -> String {
    (from..to).map(|line| format!("{sign}{}\n", lines.line_text(&draft.raw, line))).collect()
}

fn moved(edit: &Edit, start: usize) -> Edit {
    let range = crate::text::TextRange::new(edit.range.start - start, edit.range.end - start);
    Edit { range, new_text: edit.new_text.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::markup::Format;
    use crate::text::TextRange;

    fn edit(text: &str, old: &str, new: &str) -> Edit {
        let start = text.find(old).unwrap();
        let range = TextRange::new(start, start + old.len());
        Edit { range, new_text: new.to_owned() }
    }

    #[test]
    fn a_diff_shows_the_lines_around_a_change() {
        let text = "1\n2\n3\n4\nwe rise\n6\n7\n8\n9\n";
        let draft = Draft::new("d.txt", text.to_owned(), Format::Plain, None);
        let edits = [edit(text, "rise", "raise")];
        let expected =
            "--- d.txt\n+++ d.txt\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-we rise\n+we raise\n 6\n 7\n 8\n";
        assert_eq!(unified(&draft, &edits), expected);
    }

    #[test]
    fn changes_far_apart_are_hunks_of_their_own() {
        let text = (1..=30).map(|line| format!("line {line}\n")).collect::<String>();
        let draft = Draft::new("d.txt", text.clone(), Format::Plain, None);
        let edits = [edit(&text, "line 3\n", "a\nb\n"), edit(&text, "line 29", "c")];
        let diff = unified(&draft, &edits);
        let heads: Vec<&str> = diff.lines().filter(|line| line.starts_with("@@")).collect();
        assert_eq!(heads.len(), 2, "{diff}");
        assert_eq!(edited(&text, &edits).lines().count(), 31);
    }
}
