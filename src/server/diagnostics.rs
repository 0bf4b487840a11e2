//! Findings as diagnostics, and which of them must wait.

use std::time::{Duration, Instant};

use tower_lsp::lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    NumberOrString, Url,
};

use super::capabilities::Takes;
use super::document::Editing;
use super::library::Library;
use super::links;
use super::position::Places;
use super::snapshot::Review;
use crate::check::{Evidence, Finding, Severity, UNUSED_IGNORE, rule};
use crate::text::TextRange;

/// How many passages are related to a diagnostic.
const PASSAGES: usize = 3;

/// What turns findings into diagnostics.
pub(super) struct Renderer<'a> {
    pub(super) review: &'a Review,
    pub(super) takes: Takes,
    pub(super) library: &'a dyn Library,
}

impl Renderer<'_> {
    /// Places of the draft.
    pub(super) fn places(&self) -> Places<'_> {
        let draft = &self.review.draft;
        Places { text: &draft.raw, lines: &draft.lines, encoding: self.takes.encoding }
    }

    /// The diagnostic of `finding`.
    pub(super) fn diagnostic(&self, finding: &Finding) -> Diagnostic {
        Diagnostic {
            range: self.places().range(finding.range),
            severity: Some(severity(finding.severity)),
            code: Some(NumberOrString::String(finding.rule.to_owned())),
            code_description: self.code_description(finding.rule),
            source: Some("copydesk".to_owned()),
            message: finding.message.clone(),
            related_information: self.related(finding),
            tags: self.tags(finding),
            data: None,
        }
    }

    fn tags(&self, finding: &Finding) -> Option<Vec<DiagnosticTag>> {
        let idle = self.takes.tags && finding.rule == UNUSED_IGNORE.name;
        idle.then(|| vec![DiagnosticTag::UNNECESSARY])
    }

    fn code_description(&self, rule: &str) -> Option<CodeDescription> {
        let page = self.library.page_of(rule).filter(|_| self.takes.code_description)?;
        Url::from_file_path(page).ok().map(|href| CodeDescription { href })
    }

    fn related(&self, finding: &Finding) -> Option<Vec<DiagnosticRelatedInformation>> {
        if !self.takes.related {
            return None;
        }
        let passages = finding.evidence.iter().take(PASSAGES);
        let related: Vec<_> =
            passages.filter_map(|evidence| self.related_passage(evidence)).collect();
        Some(related).filter(|related| !related.is_empty())
    }

    fn related_passage(&self, evidence: &Evidence) -> Option<DiagnosticRelatedInformation> {
        let view = &self.review.view;
        let location = links::location(view, evidence.source, evidence.range, self.takes.encoding)?;
        let source = view.shelf.corpus.sources().get(evidence.source)?;
        let words = source.text().get(evidence.range.start..evidence.range.end)?;
        let message = format!("{}: “{}”", source.display_name(), shortened(words));
        Some(DiagnosticRelatedInformation { location, message })
    }
}

fn shortened(words: &str) -> String {
    let mut text = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((at, _)) = text.char_indices().nth(160) {
        text.truncate(at);
        text.push('…');
    }
    text
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// The findings that may be told now.
pub(super) fn tellable(review: &Review, editing: Option<Editing>, hold: Duration) -> Vec<&Finding> {
    let waits =
        |finding: &Finding| editing.is_some_and(|editing| is_held(review, finding, editing, hold));
    // A folder without sources is not one of ours: stay silent in it.
    if review.view.is_idle() {
        return Vec::new();
    }
    let needs_sources =
        |finding: &Finding| rule(finding.rule).is_none_or(|rule| rule.needs_sources);
    let known = |finding: &Finding| review.view.still_reading.is_none() || !needs_sources(finding);
    review.checked.findings.iter().filter(|finding| known(finding) && !waits(finding)).collect()
}

/// Whether `finding` touches what the writer is at work on.
fn is_held(review: &Review, finding: &Finding, editing: Editing, hold: Duration) -> bool {
    let fresh = Instant::now().duration_since(editing.at) < hold;
    let touched = touches(with_quotation(review, finding.range), editing.place);
    (fresh && touched) || in_unclosed_quotation(review, finding.range, editing.place)
}

fn touches(range: TextRange, place: TextRange) -> bool {
    range.start <= place.end && place.start <= range.end
}

/// `range` with the whole of the quotations it lies in.
fn with_quotation(review: &Review, range: TextRange) -> TextRange {
    let quotations = review.checked.quotations.iter();
    quotations
        .filter(|judged| judged.range.overlaps(range))
        .fold(range, |all, judged| all.cover(judged.range))
}

/// Whether `place` and `range` both stand in a quotation that is not closed: it is still being
/// typed, however long the writer thinks.
fn in_unclosed_quotation(review: &Review, range: TextRange, place: TextRange) -> bool {
    let draft = &review.draft;
    let quotations = &draft.reading.quotations;
    let goes_on = |number: usize| {
        quotations.get(number + 1).is_some_and(|next| next.turn == quotations[number].turn)
    };
    quotations.iter().enumerate().any(|(number, quotation)| {
        if quotation.closed || goes_on(number) {
            return false;
        }
        let outer = draft.raw_range(quotation.outer);
        touches(outer, range) && touches(outer, place)
    })
}
