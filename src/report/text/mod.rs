//! Findings for people at a terminal: the draft's words and the source's words one above the
//! other, who said it and when, how to mend it and how to silence it.
//!
//! The frame is that of a good compiler's messages, drawn here because prose needs what snippet
//! libraries made for code have not: paragraphs of thousands of characters on one line, marks that
//! stand far apart in it, and provenance beside the path.

mod block;
mod headline;
mod snippet;
mod window;

use std::collections::BTreeSet;

use self::block::Block;
use self::headline::headline;
use super::style::{self, FRAME, STRONG, paint};
use super::words;
use super::{CheckedDraft, Report, summary};
use crate::check::{Applicability, Draft, Finding, Severity};
use crate::reading::markup::Format;
use crate::text::TextRange;

/// The width that every line keeps to, in terminal columns.
pub(crate) const COLUMNS: usize = 80;

/// The findings of `report` and, where `with_summary`, what they come to.
#[must_use]
pub fn render(report: &Report<'_>, with_summary: bool) -> String {
    let mut out = String::new();
    let mut explained = BTreeSet::new();
    for draft in report.drafts {
        for group in groups(draft) {
            out +=
                &Block { corpus: report.corpus, draft: &draft.draft, group }.render(&mut explained);
            out.push('\n');
        }
    }
    if with_summary {
        out += &summary::lines(report);
    }
    out
}

/// `text` without what would move a terminal's cursor or turn its direction of writing.
#[must_use]
pub fn clean(text: &str) -> String {
    let safe = |character: char| match character {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        control if control.is_control() => '\u{fffd}',
        other => other,
    };
    text.chars().map(safe).collect()
}

/// `text` broken between words so that no line is wider than `columns`; the lines after the first
/// begin with `next`, which does not count.
#[must_use]
pub fn wrap(text: &str, columns: usize, next: &str) -> String {
    let mut out = String::new();
    let mut used = 0;
    for word in text.split(' ') {
        let width = window::width(word);
        if used > 0 && used + 1 + width > columns {
            out.push('\n');
            out += next;
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out += word;
        used += width;
    }
    out
}

/// Findings that one snippet shows: those that stand near each other on one line.
fn groups(draft: &CheckedDraft) -> Vec<&[Finding]> {
    let findings = draft.checked.findings.as_slice();
    findings.chunk_by(|one, next| share_snippet(&draft.draft, one.range, next.range)).collect()
}

fn share_snippet(draft: &Draft, one: TextRange, next: TextRange) -> bool {
    let line = |offset| draft.lines.line_of(offset);
    let same_line = line(one.start) == line(next.start);
    let both = one.cover(next);
    let near = || {
        let text = draft.raw.get(both.start..both.end).unwrap_or_default();
        text.len() < 4 * COLUMNS && window::width(text) + 12 <= COLUMNS
    };
    one.overlaps(next) || (same_line && near())
}

/// `misquote: one word differs from the source`; a severity other than error is named.
fn heading(finding: &Finding) -> String {
    let rule = match finding.severity {
        Severity::Error => finding.rule.to_owned(),
        other => format!("{} ({})", finding.rule, words::severity(other)),
    };
    let room = COLUMNS.saturating_sub(rule.len() + 2);
    let text = wrap(&clean(&headline(finding)), room, "    ");
    format!("{}: {}\n", paint(style::severity(finding.severity), &rule), paint(STRONG, &text))
}

fn bar(gutter: usize) -> String {
    format!("{}\n", paint(FRAME, &format!("{:gutter$} |", "")))
}

/// `  ::: sources/tribune.txt:3   Tribune, 4 March 2021 · said by Ada Moss`.
fn source_line(place: &str, provenance: &str, gutter: usize) -> String {
    let arrow = format!("{:gutter$}{} {place}", "", paint(FRAME, ":::"));
    let used = gutter + 4 + window::width(place);
    if provenance.is_empty() {
        return format!("{arrow}\n");
    }
    if used + 3 + window::width(provenance) <= COLUMNS {
        return format!("{arrow}   {provenance}\n");
    }
    let indent = " ".repeat(gutter + 4);
    format!("{arrow}\n{indent}{}\n", wrap(provenance, COLUMNS - gutter - 4, &indent))
}

fn fix_note(title: &str, applicability: Applicability) -> String {
    let mut letters = title.chars();
    let lower: String = match letters.next() {
        Some(first) if letters.clone().next().is_some_and(char::is_lowercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => title.to_owned(),
    };
    match applicability {
        Applicability::Safe => format!("{lower} (safe, --fix)"),
        Applicability::Unsafe => format!("{lower} (look at it first)"),
    }
}

/// The comment that silences `rule` in a draft of this format.
#[must_use]
pub fn silencing(format: Format, rule: &str) -> String {
    let order = format!("copydesk: ignore {rule}");
    match format {
        Format::Plain | Format::Markdown | Format::Html => format!("<!-- {order} -->"),
        Format::Latex => format!("% {order}"),
        Format::ReStructuredText => format!(".. {order}"),
        Format::AsciiDoc | Format::Typst => format!("// {order}"),
        Format::Org => format!("# {order}"),
    }
}
