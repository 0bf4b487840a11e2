//! Findings for people at a terminal: the draft's words and the source's words one above the
//! other, who said it and when, how to mend it and how to silence it.
//!
//! The frame is that of a good compiler's messages, drawn here because prose needs what snippet
//! libraries made for code have not: paragraphs of thousands of characters on one line, marks that
//! stand far apart in it, and provenance beside the path.

mod headline;
mod snippet;
mod window;

use std::collections::BTreeSet;

use self::headline::{differing, headline, label};
use self::snippet::{Mark, Shown};
use super::passages::{place, provenance, source_of};
use super::places::Range;
use super::style::{self, FRAME, STRONG, paint};
use super::words;
use super::{CheckedDraft, Report, summary};
use crate::check::{Applicability, Draft, Evidence, Finding, Severity};
use crate::corpus::{Corpus, Source};
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

/// One snippet of a draft with its findings.
struct Block<'a> {
    corpus: &'a Corpus,
    draft: &'a Draft,
    group: &'a [Finding],
}

impl<'a> Block<'a> {
    fn render(&self, explained: &mut BTreeSet<&'static str>) -> String {
        let mut out = String::new();
        for finding in self.group {
            out += &heading(finding);
        }
        let gutter = self.gutter();
        out += &self.arrow(gutter);
        out += &bar(gutter);
        out += &snippet::render(self.shown(), &self.draft_marks(), gutter);
        for finding in self.group {
            out += &self.evidence(finding, gutter);
            out += &self.notes(finding, gutter, explained.insert(finding.rule));
        }
        out
    }

    fn shown(&self) -> Shown<'a> {
        Shown { text: &self.draft.raw, lines: &self.draft.lines }
    }

    /// `  --> drafts/tax.md:14:24`.
    fn arrow(&self, gutter: usize) -> String {
        let Some(first) = self.group.first() else { return String::new() };
        let at = Range::in_draft(self.draft, first.range).start;
        let path = clean(&self.draft.name);
        format!("{:gutter$}{} {path}:{}:{}\n", "", paint(FRAME, "-->"), at.line, at.column)
    }

    /// Columns that the greatest line number of the block takes, at least 2.
    fn gutter(&self) -> usize {
        let in_draft = self.shown().touched(&self.draft_marks());
        let in_sources = self.group.iter().flat_map(|finding| {
            self.passages(finding).flat_map(|(source, passage)| {
                Shown { text: source.shown_text(), lines: source.lines() }
                    .touched(&source_marks(finding, source, passage))
            })
        });
        let greatest = in_draft.into_iter().chain(in_sources).max().unwrap_or(0) + 1;
        greatest.to_string().len().max(2)
    }

    fn draft_marks(&self) -> Vec<Mark> {
        self.group.iter().flat_map(|finding| draft_marks(finding, self.group.len() > 1)).collect()
    }

    /// The passages shown in full.
    fn passages(&self, finding: &'a Finding) -> impl Iterator<Item = (&'a Source, &'a Evidence)> {
        let shown = passages_shown(finding.rule);
        let corpus = self.corpus;
        finding
            .evidence
            .iter()
            .take(shown)
            .filter_map(move |passage| Some((source_of(corpus, passage)?, passage)))
    }

    fn evidence(&self, finding: &'a Finding, gutter: usize) -> String {
        let mut out = String::new();
        for (source, passage) in self.passages(finding) {
            out += &bar(gutter);
            let nearest = if finding.rule == "unsourced-quote" { "nearest: " } else { "" };
            let marks = source_marks(finding, source, passage);
            let shown = Shown { text: source.shown_text(), lines: source.lines() };
            let line = shown.touched(&marks).first().map_or(0, |line| line + 1);
            let place = format!("{}:{line}", clean(&source.path));
            let provenance = format!("{nearest}{}", provenance(source, passage));
            out += &source_line(&place, &provenance, gutter);
            out += &snippet::render(shown, &marks, gutter);
        }
        out
    }

    /// Further passages, fixes, and how to silence the rule.
    fn notes(&self, finding: &Finding, gutter: usize, first_of_rule: bool) -> String {
        let mut out = String::new();
        let mut note = |label: &str, text: &str| {
            let indent = " ".repeat(gutter + 3);
            let text = wrap(&clean(&format!("{label}: {text}")), COLUMNS - gutter - 5, &indent);
            out += &format!("{:gutter$} {} {text}\n", "", paint(FRAME, "="));
        };
        let also = self.further(finding);
        if !also.is_empty() {
            note("also", &also);
        }
        for fix in &finding.fixes {
            note("fix", &fix_note(&fix.title, fix.applicability));
        }
        if first_of_rule && finding.rule != "unused-ignore" {
            note("to silence", &silencing(self.draft.format, finding.rule));
            note("more", &format!("copydesk explain {}", finding.rule));
        }
        out
    }

    /// "sources/gazette.txt:8 (Gazette, 5 March 2021), …" of the passages not shown.
    fn further(&self, finding: &Finding) -> String {
        const LISTED: usize = 4;
        let rest = finding.evidence.get(passages_shown(finding.rule)..).unwrap_or_default();
        let listed = rest.iter().take(LISTED).filter_map(|passage| {
            let source = source_of(self.corpus, passage)?;
            Some(place(source, passage))
        });
        let mut out = listed.collect::<Vec<_>>().join(", ");
        if rest.len() > LISTED {
            out += &format!(" and {} more", rest.len() - LISTED);
        }
        out
    }
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

/// How many passages of a finding are shown in full; the others are listed.
fn passages_shown(rule: &str) -> usize {
    match rule {
        "disputed" | "spliced-quote" => 3,
        _ => 1,
    }
}

fn draft_marks(finding: &Finding, shared: bool) -> Vec<Mark> {
    let style = style::severity(finding.severity);
    let parts = if finding.rule == "misquote" { differing(finding) } else { Vec::new() };
    let mark = |range, label| Mark { range, label, sign: '^', style };
    if parts.is_empty() || parts.len() > 6 {
        let label = if shared { finding.rule.to_owned() } else { String::new() };
        return vec![mark(finding.range, label)];
    }
    parts.into_iter().map(|part| mark(part.draft_range, label(part))).collect()
}

fn source_marks(finding: &Finding, source: &Source, passage: &Evidence) -> Vec<Mark> {
    let mark = |range| Mark {
        range: source.shown_range(range),
        label: String::new(),
        sign: '-',
        style: style::GOOD,
    };
    let parts = if finding.rule == "misquote" { differing(finding) } else { Vec::new() };
    let mut marks: Vec<Mark> = Vec::new();
    if !parts.is_empty() && parts.len() <= 6 {
        let present = parts.iter().filter(|part| !part.source_range.is_empty());
        marks.extend(present.map(|part| mark(part.source_range)));
    }
    if marks.is_empty() {
        marks.push(mark(passage.range));
    }
    marks
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
