//! The JSON that other programs rely on: one object for a run (`json`), one line a finding
//! (`jsonl`).

use serde::Serialize;

use super::places::Range;
use super::sources::SourceRow;
use super::summary::Counts;
use super::{CheckedDraft, Report, words};
use crate::check::{Draft, Edit, Evidence, Finding, Fix, JudgedQuotation};
use crate::corpus::Corpus;
use crate::text::TextRange;

/// The version of the shape; it grows when a key changes its meaning.
pub const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Run<'a> {
    schema_version: u32,
    sources: Vec<SourceRow<'a>>,
    drafts: Vec<DraftJson<'a>>,
    summary: SummaryJson,
}

#[derive(Serialize)]
struct DraftJson<'a> {
    path: &'a str,
    findings: Vec<FindingJson<'a>>,
    quotations: Vec<QuotationJson<'a>>,
}

#[derive(Serialize)]
struct SummaryJson {
    drafts: usize,
    sources: usize,
    quotations: usize,
    verified: usize,
    error: usize,
    warning: usize,
    information: usize,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
    range: Range,
    text: &'a str,
    evidence: Vec<EvidenceJson<'a>>,
    fixes: Vec<FixJson<'a>>,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct FindingLine<'a> {
    path: &'a str,
    #[serde(flatten)]
    finding: FindingJson<'a>,
}

#[derive(Serialize)]
struct QuotationJson<'a> {
    range: Range,
    text: &'a str,
    speaker: Option<&'a str>,
    verdict: &'static str,
    evidence: Vec<EvidenceJson<'a>>,
}

/// A passage of a source, as every JSON output shows it.
#[derive(Serialize)]
pub(crate) struct EvidenceJson<'a> {
    source: &'a str,
    path: &'a str,
    range: Range,
    text: &'a str,
    speaker: Option<&'a str>,
    date: Option<&'a str>,
    diff: Option<Vec<DiffJson<'a>>>,
}

#[derive(Serialize)]
struct DiffJson<'a> {
    op: &'static str,
    draft: &'a str,
    source: &'a str,
}

#[derive(Serialize)]
struct FixJson<'a> {
    title: &'a str,
    applicability: &'static str,
    edits: Vec<EditJson<'a>>,
}

#[derive(Serialize)]
struct EditJson<'a> {
    range: Range,
    new_text: &'a str,
}

/// The whole run as one object.
///
/// # Errors
/// Where the serializer fails.
pub fn render(report: &Report<'_>) -> serde_json::Result<String> {
    let counts = Counts::of(report);
    let run = Run {
        schema_version: SCHEMA_VERSION,
        sources: report.corpus.sources().iter().map(|source| SourceRow::of(source)).collect(),
        drafts: report.drafts.iter().map(|draft| draft_json(report.corpus, draft)).collect(),
        summary: SummaryJson {
            drafts: counts.drafts,
            sources: counts.sources,
            quotations: counts.tally.quotations,
            verified: counts.tally.verified,
            error: counts.tally.error,
            warning: counts.tally.warning,
            information: counts.tally.information,
        },
    };
    Ok(serde_json::to_string_pretty(&run)? + "\n")
}

/// One line a finding, each with the `path` of its draft.
///
/// # Errors
/// Where the serializer fails.
pub fn render_lines(report: &Report<'_>) -> serde_json::Result<String> {
    let mut out = String::new();
    for (draft, finding) in report.findings() {
        let finding = finding_json(report.corpus, draft, finding);
        out += &serde_json::to_string(&FindingLine { path: &draft.name, finding })?;
        out.push('\n');
    }
    Ok(out)
}

fn draft_json<'a>(corpus: &'a Corpus, one: &'a CheckedDraft) -> DraftJson<'a> {
    let draft = &one.draft;
    let findings = &one.checked.findings;
    let quotations = &one.checked.quotations;
    DraftJson {
        path: &draft.name,
        findings: findings.iter().map(|one| finding_json(corpus, draft, one)).collect(),
        quotations: quotations.iter().map(|one| quotation_json(corpus, draft, one)).collect(),
    }
}

fn finding_json<'a>(corpus: &'a Corpus, draft: &'a Draft, finding: &'a Finding) -> FindingJson<'a> {
    FindingJson {
        rule: finding.rule,
        severity: words::severity(finding.severity),
        message: &finding.message,
        range: Range::in_draft(draft, finding.range),
        text: text_of(&draft.raw, finding.range),
        evidence: evidence_json(corpus, &finding.evidence),
        fixes: finding.fixes.iter().map(|fix| fix_json(draft, fix)).collect(),
        fingerprint: &finding.fingerprint,
    }
}

fn quotation_json<'a>(
    corpus: &'a Corpus,
    draft: &'a Draft,
    quotation: &'a JudgedQuotation,
) -> QuotationJson<'a> {
    QuotationJson {
        range: Range::in_draft(draft, quotation.range),
        text: text_of(&draft.raw, quotation.range),
        speaker: quotation.speaker.as_deref(),
        verdict: words::verdict(quotation.verdict),
        evidence: evidence_json(corpus, &quotation.evidence),
    }
}

/// Each passage that names a source of `corpus`.
pub(crate) fn evidence_json<'a>(
    corpus: &'a Corpus,
    evidence: &'a [Evidence],
) -> Vec<EvidenceJson<'a>> {
    let one = |passage: &'a Evidence| {
        let source = corpus.sources().get(passage.source)?;
        Some(EvidenceJson {
            source: &source.id,
            path: &source.path,
            range: Range::in_source(source, passage.range),
            text: text_of(source.shown_text(), source.shown_range(passage.range)),
            speaker: passage.speaker.as_deref(),
            date: passage.date.as_deref(),
            diff: passage.diff.as_ref().map(|parts| {
                let part = |part: &'a crate::check::DiffPart| DiffJson {
                    op: words::diff_op(part.op),
                    draft: &part.draft,
                    source: &part.source,
                };
                parts.iter().map(part).collect()
            }),
        })
    };
    evidence.iter().filter_map(one).collect()
}

fn fix_json<'a>(draft: &Draft, fix: &'a Fix) -> FixJson<'a> {
    let edit = |edit: &'a Edit| EditJson {
        range: Range::in_draft(draft, edit.range),
        new_text: &edit.new_text,
    };
    FixJson {
        title: &fix.title,
        applicability: words::applicability(fix.applicability),
        edits: fix.edits.iter().map(edit).collect(),
    }
}

/// The text in `range`, or nothing where the range does not fit the text.
fn text_of(text: &str, range: TextRange) -> &str {
    text.get(range.start..range.end).unwrap_or_default()
}
