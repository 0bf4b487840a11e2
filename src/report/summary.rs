//! The counts of a run, and the two lines that tell them to a person.

use super::text::{COLUMNS, wrap};
use super::words::counted;
use super::{CheckedDraft, Report};
use crate::check::{Applicability, Severity, Verdict};
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
    /// Quotations of the drafts.
    pub quotations: usize,
    /// Quotations that a source has.
    pub verified: usize,
    /// Quotations whose words differ.
    pub altered: usize,
    /// Quotations that join passages.
    pub spliced: usize,
    /// Quotations of a source's own narration.
    pub unquoted: usize,
    /// Quotations that are in no source.
    pub unsourced: usize,
    /// Quoted words that were not judged.
    pub skipped: usize,
    /// Findings of severity error.
    pub error: usize,
    /// Findings of severity warning.
    pub warning: usize,
    /// Findings of severity information or hint.
    pub information: usize,
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
        self.quotations += draft.checked.quotations.len();
        for quotation in &draft.checked.quotations {
            *match quotation.verdict {
                Verdict::Verified => &mut self.verified,
                Verdict::Altered => &mut self.altered,
                Verdict::Spliced => &mut self.spliced,
                Verdict::Unquoted => &mut self.unquoted,
                Verdict::Unsourced => &mut self.unsourced,
                Verdict::Skipped => &mut self.skipped,
            } += 1;
        }
        for finding in &draft.checked.findings {
            *match finding.severity {
                Severity::Error => &mut self.error,
                Severity::Warning => &mut self.warning,
                Severity::Information | Severity::Hint => &mut self.information,
            } += 1;
            let safe = |fix: &crate::check::Fix| fix.applicability == Applicability::Safe;
            self.fixable += usize::from(finding.fixes.first().is_some_and(safe));
        }
    }
}

/// What a run came to, for people: one to three lines.
#[must_use]
pub fn lines(report: &Report<'_>) -> String {
    let counts = Counts::of(report);
    let found = counts.error + counts.warning + counts.information;
    if found == 0 && counts.quotations > 0 && counts.verified == counts.quotations {
        return clean_line(&counts);
    }
    let mut out = format!("{}, {}", counted(counts.drafts, "draft"), quotations(report, &counts));
    out = wrap(&out, COLUMNS, "  ") + "\n";
    out += &sources(&counts);
    out.push('\n');
    if found > 0 {
        out += &findings(&counts);
        out.push('\n');
    }
    out
}

fn clean_line(counts: &Counts) -> String {
    let read = counts.sources - counts.unreadable;
    let quotations = counted(counts.quotations, "quotation");
    let mut out = format!("{quotations} verified against {}.\n", counted(read, "source"));
    if counts.unreadable > 0 {
        out += &sources(counts);
        out.push('\n');
    }
    out
}

/// "41 quotations: 37 verified, 2 altered, 1 wrong speaker, 1 in no source".
fn quotations(report: &Report<'_>, counts: &Counts) -> String {
    if counts.quotations == 0 {
        return "no quotation".to_owned();
    }
    let rule = |name| report.findings().filter(|(_, finding)| finding.rule == name).count();
    let wrong_speaker = rule("misattribution");
    let parts = [
        (counts.verified.saturating_sub(wrong_speaker), "verified"),
        (counts.altered, "altered"),
        (counts.spliced, "spliced"),
        (counts.unquoted, "not quoted by its source"),
        (wrong_speaker, "wrong speaker"),
        (counts.unsourced, "in no source"),
        (counts.skipped, "not speech"),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    format!("{}: {}", counted(counts.quotations, "quotation"), parts.join(", "))
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
fn findings(counts: &Counts) -> String {
    let mut parts = Vec::new();
    if counts.error > 0 {
        parts.push(counted(counts.error, "error"));
    }
    if counts.warning > 0 {
        parts.push(counted(counts.warning, "warning"));
    }
    if counts.information > 0 {
        parts.push(format!("{} for information", counts.information));
    }
    let mut out = parts.join(", ");
    if counts.fixable > 0 {
        out += &format!(" · {} fixable with --fix", counts.fixable);
    }
    out
}
