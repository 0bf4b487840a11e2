//! One snippet of a draft with its findings, their passages below it, and what to do.

use std::collections::BTreeSet;

use super::headline::{differing, label};
use super::snippet::{self, Mark, Shown};
use super::{COLUMNS, bar, clean, fix_note, heading, silencing, source_line, wrap};
use crate::check::{Draft, Evidence, Finding};
use crate::corpus::{Corpus, Source};
use crate::report::passages::{place, provenance, source_of};
use crate::report::places::Range;
use crate::report::style::{self, FRAME, paint};
use crate::text::TextRange;

/// More changes than these are not marked one by one.
const MOST_MARKS: usize = 6;

/// Findings that share a snippet.
pub(super) struct Block<'a> {
    pub(super) corpus: &'a Corpus,
    pub(super) draft: &'a Draft,
    pub(super) group: &'a [Finding],
}

/// A passage of a source with what matters in it.
struct Passage<'a> {
    source: &'a Source,
    provenance: String,
    marks: Vec<Mark>,
}

impl<'a> Passage<'a> {
    fn shown(&self) -> Shown<'a> {
        Shown { text: self.source.shown_text(), lines: self.source.lines() }
    }

    fn lines(&self) -> Vec<usize> {
        self.shown().touched(&self.marks)
    }

    /// Whether both show the same lines of one source.
    fn is_beside(&self, other: &Self) -> bool {
        std::ptr::eq(self.source, other.source) && self.lines() == other.lines()
    }

    /// "sources/tribune.txt:3".
    fn place(&self) -> String {
        let line = self.lines().first().map_or(0, |line| line + 1);
        format!("{}:{line}", self.source.path)
    }

    fn render(&self, gutter: usize) -> String {
        let head = source_line(&clean(&self.place()), &self.provenance, gutter);
        format!("{}{head}{}", bar(gutter), snippet::render(self.shown(), &self.marks, gutter))
    }
}

impl<'a> Block<'a> {
    pub(super) fn render(&self, explained: &mut BTreeSet<&'static str>) -> String {
        let passages = self.passages();
        let gutter = self.gutter(&passages);
        let mut out: String = self.group.iter().map(heading).collect();
        out += &self.arrow(gutter);
        out += &bar(gutter);
        out += &snippet::render(self.shown(), &self.draft_marks(), gutter);
        out.extend(passages.iter().map(|passage| passage.render(gutter)));
        out + &self.notes(&passages, gutter, explained)
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
    fn gutter(&self, passages: &[Passage<'_>]) -> usize {
        let in_draft = self.shown().touched(&self.draft_marks());
        let in_sources = passages.iter().flat_map(Passage::lines);
        let greatest = in_draft.into_iter().chain(in_sources).max().unwrap_or(0) + 1;
        greatest.to_string().len().max(2)
    }

    fn draft_marks(&self) -> Vec<Mark> {
        self.group.iter().flat_map(|finding| draft_marks(finding, self.group.len() > 1)).collect()
    }

    /// The passages shown in full, each place once.
    fn passages(&self) -> Vec<Passage<'a>> {
        let mut found: Vec<Passage<'a>> = Vec::new();
        for finding in self.group {
            for evidence in finding.evidence.iter().take(passages_shown(finding.rule)) {
                let Some(source) = source_of(self.corpus, evidence) else { continue };
                let nearest = if finding.rule == "unsourced-quote" { "nearest: " } else { "" };
                let provenance = format!("{nearest}{}", provenance(source, evidence));
                let marks = source_marks(finding, source, evidence);
                let passage = Passage { source, provenance, marks };
                match found.iter_mut().find(|known| known.is_beside(&passage)) {
                    Some(known) => known.marks.extend(passage.marks),
                    None => found.push(passage),
                }
            }
        }
        found
    }

    /// Further passages, fixes, and how to silence the rules.
    fn notes(
        &self,
        passages: &[Passage<'_>],
        gutter: usize,
        explained: &mut BTreeSet<&'static str>,
    ) -> String {
        let mut notes: Vec<String> = Vec::new();
        let shown: Vec<String> = passages.iter().map(Passage::place).collect();
        for finding in self.group {
            let also = self.further(finding, &shown);
            if !also.is_empty() {
                notes.push(format!("also: {also}"));
            }
            let fixes = finding.fixes.iter();
            notes.extend(
                fixes.map(|fix| format!("fix: {}", fix_note(&fix.title, fix.applicability))),
            );
        }
        let new: Vec<&str> = self
            .group
            .iter()
            .map(|finding| finding.rule)
            .filter(|rule| *rule != "unused-ignore" && explained.insert(rule))
            .collect();
        if !new.is_empty() {
            let comment = silencing(self.draft.format, &new.join(", "));
            notes.push(format!("to silence: {comment}"));
            notes.extend(new.iter().map(|rule| format!("more: copydesk explain {rule}")));
        }
        let mut told = BTreeSet::new();
        notes.retain(|note| told.insert(note.clone()));
        notes.iter().map(|note| note_line(note, gutter)).collect()
    }

    /// "sources/gazette.txt:8, …" of the passages that are not `shown`.
    fn further(&self, finding: &Finding, shown: &[String]) -> String {
        const LISTED: usize = 4;
        let rest = finding.evidence.get(passages_shown(finding.rule)..).unwrap_or_default();
        let mut places: Vec<String> = Vec::new();
        for passage in rest {
            let Some(source) = source_of(self.corpus, passage) else { continue };
            let place = place(source, passage);
            if !shown.contains(&place) && !places.contains(&place) {
                places.push(place);
            }
        }
        let more = places.len().saturating_sub(LISTED);
        places.truncate(LISTED);
        let mut out = places.join(", ");
        if more > 0 {
            out += &format!(" and {more} more");
        }
        out
    }
}

fn note_line(note: &str, gutter: usize) -> String {
    let indent = " ".repeat(gutter + 3);
    let text = wrap(&clean(note), COLUMNS - gutter - 5, &indent);
    format!("{:gutter$} {} {text}\n", "", paint(FRAME, "="))
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
    if parts.is_empty() || parts.len() > MOST_MARKS {
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
    if !parts.is_empty() && parts.len() <= MOST_MARKS {
        let present = parts.iter().filter(|part| !part.source_range.is_empty());
        marks.extend(present.map(|part| mark(part.source_range)));
    }
    if marks.is_empty() {
        marks.extend(named_in(finding, source, passage).map(mark));
    }
    if marks.is_empty() {
        marks.push(mark(passage.range));
    }
    marks
}

/// Where the passage has the words that the message of a rule on dates, figures and names quotes:
/// the source's date, not its whole sentence.
fn named_in<'a>(
    finding: &'a Finding,
    source: &'a Source,
    passage: &Evidence,
) -> impl Iterator<Item = TextRange> + use<'a> {
    const RULES: [&str; 4] = ["misdate", "wrong-figure", "misspelled-name", "disputed"];
    let text = passage.range.of(source.text());
    let start = passage.range.start;
    let quoted = finding.message.split('“').skip(1).filter_map(|rest| rest.split('”').next());
    let quoted = quoted.filter(|words| RULES.contains(&finding.rule) && !words.is_empty());
    quoted.filter_map(move |words| {
        let at = start + text.find(words)?;
        Some(TextRange::new(at, at + words.len()))
    })
}
