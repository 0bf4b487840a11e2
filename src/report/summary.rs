//! The counts of a run, and the two lines that tell them to a person.

use super::text::{COLUMNS, wrap};
use super::words::counted;
use super::{CheckedDraft, Report};
use crate::check::{Applicability, Tally};
use crate::corpus::{Corpus, Status};

/// What a run counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Drafts that were checked.
    pub drafts: usize,
    /// Sources of the corpus, the unreadable ones included.
    pub sources: usize,
    /// Sources of which nothing could be read.
    pub unreadable: usize,
    /// Sources of which a part could be read.
    pub partial: usize,
    /// Quotations and findings of the drafts.
    pub tally: Tally,
    /// Findings that a safe fix mends.
    pub fixable: usize,
}

impl Counts {
    /// The counts of `report`.
    #[must_use]
    pub fn of(report: &Report<'_>) -> Self {
        let mut counts = Self { drafts: report.drafts.len(), ..Self::default() };
        counts.add_sources(report.corpus);
        for draft in report.drafts {
            counts.add_draft(draft);
        }
        counts
    }

    fn add_sources(&mut self, corpus: &Corpus) {
        let with = |status| corpus.sources().iter().filter(|one| one.status == status).count();
        self.sources = corpus.sources().len();
        self.unreadable = with(Status::Unreadable);
        self.partial = with(Status::Partial);
    }

    fn add_draft(&mut self, draft: &CheckedDraft) {
        self.tally.add(&draft.checked);
        for finding in &draft.checked.findings {
            let safe = |fix: &crate::check::Fix| fix.applicability == Applicability::Safe;
            self.fixable += usize::from(finding.fixes.first().is_some_and(safe));
        }
    }
}

/// What a run came to, for people: one to three lines.
#[must_use]
pub fn lines(report: &Report<'_>) -> String {
    let counts = Counts::of(report);
    let tally = &counts.tally;
    let found = tally.error + tally.warning + tally.information;
    if found == 0 && tally.quotations > 0 && tally.verified == tally.quotations {
        return clean_line(&counts);
    }
    let mut out = format!("{}, {}", counted(counts.drafts, "draft"), quotations(tally));
    out = wrap(&out, COLUMNS, "  ") + "\n";
    out += &sources(&counts);
    out.push('\n');
    if found > 0 {
        out += &findings(tally, counts.fixable);
        out.push('\n');
    }
    out
}

fn clean_line(counts: &Counts) -> String {
    let read = counts.sources - counts.unreadable;
    let quotations = counted(counts.tally.quotations, "quotation");
    let mut out = format!("{quotations} verified against {}.\n", counted(read, "source"));
    if counts.unreadable > 0 {
        out += &sources(counts);
        out.push('\n');
    }
    out
}

/// "41 quotations: 37 verified, 2 altered, 1 wrong speaker, 1 in no source".
fn quotations(tally: &Tally) -> String {
    if tally.quotations == 0 {
        return "no quotation".to_owned();
    }
    let parts = [
        (tally.sound(), "verified"),
        (tally.altered, "altered"),
        (tally.spliced, "spliced"),
        (tally.unquoted, "not quoted by its source"),
        (tally.wrong_speaker, "wrong speaker"),
        (tally.unsourced, "in no source"),
        (tally.skipped, "not speech"),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    format!("{}: {}", counted(tally.quotations, "quotation"), parts.join(", "))
}

/// "12 sources read, 1 unreadable (copydesk sources)".
fn sources(counts: &Counts) -> String {
    let mut out = format!("{} read", counted(counts.sources - counts.unreadable, "source"));
    if counts.partial > 0 {
        out += &format!(", {} in part", counts.partial);
    }
    if counts.unreadable > 0 {
        out += &format!(", {} unreadable", counts.unreadable);
    }
    if counts.partial + counts.unreadable > 0 {
        out += " (copydesk sources)";
    }
    out
}

/// "1 error, 2 warnings · 1 fixable with --fix".
fn findings(tally: &Tally, fixable: usize) -> String {
    let mut parts = Vec::new();
    if tally.error > 0 {
        parts.push(counted(tally.error, "error"));
    }
    if tally.warning > 0 {
        parts.push(counted(tally.warning, "warning"));
    }
    if tally.information > 0 {
        parts.push(format!("{} for information", tally.information));
    }
    let mut out = parts.join(", ");
    if fixable > 0 {
        out += &format!(" · {} fixable with --fix", fixable);
    }
    out
}
