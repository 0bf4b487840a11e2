//! The words by which programs and people know severities, verdicts and kinds.

use crate::check::{Applicability, DiffOp, Severity, Verdict};
use crate::corpus::{Confidence, SourceKind, Status};
use crate::reading::dates::Granularity;
use crate::reading::names::NameKind;
use crate::reading::quotations::QuotationKind;

/// `error`, `warning`, `information`, `hint`.
#[must_use]
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "information",
        Severity::Hint => "hint",
    }
}

/// `verified`, `altered`, `spliced`, `unquoted`, `unsourced`, `skipped`.
#[must_use]
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified => "verified",
        Verdict::Altered => "altered",
        Verdict::Spliced => "spliced",
        Verdict::Unquoted => "unquoted",
        Verdict::Unsourced => "unsourced",
        Verdict::Skipped => "skipped",
    }
}

/// `safe`, `unsafe`.
#[must_use]
pub const fn applicability(applicability: Applicability) -> &'static str {
    match applicability {
        Applicability::Safe => "safe",
        Applicability::Unsafe => "unsafe",
    }
}

/// `equal`, `insert`, `delete`, `replace`.
#[must_use]
pub const fn diff_op(op: DiffOp) -> &'static str {
    match op {
        DiffOp::Equal => "equal",
        DiffOp::Insert => "insert",
        DiffOp::Delete => "delete",
        DiffOp::Replace => "replace",
    }
}

/// `read`, `partial`, `unreadable`.
#[must_use]
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Read => "read",
        Status::Partial => "partial",
        Status::Unreadable => "unreadable",
    }
}

/// `article`, `speech`.
#[must_use]
pub const fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Article => "article",
        SourceKind::Speech => "speech",
    }
}

/// `low`, `medium`, `high`.
#[must_use]
pub const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

/// `direct`, `mixed`, `block`, `dash`, `unattributed`.
#[must_use]
pub const fn quotation_kind(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Mixed => "mixed",
        QuotationKind::Block => "block",
        QuotationKind::Dash => "dash",
        QuotationKind::Unattributed => "unattributed",
    }
}

/// `person`, `organisation`, `place`, `other`.
#[must_use]
pub const fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Organisation => "organisation",
        NameKind::Place => "place",
        NameKind::Other => "other",
    }
}

/// `day`, `week`, `month`, `season`, `quarter`, `year`, `decade`, `century`.
#[must_use]
pub const fn granularity(granularity: Granularity) -> &'static str {
    match granularity {
        Granularity::Day => "day",
        Granularity::Week => "week",
        Granularity::Month => "month",
        Granularity::Season => "season",
        Granularity::Quarter => "quarter",
        Granularity::Year => "year",
        Granularity::Decade => "decade",
        Granularity::Century => "century",
    }
}

/// A count with its noun: "1 source", "2 sources".
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
