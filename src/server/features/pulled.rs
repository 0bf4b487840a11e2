//! `textDocument/diagnostic` and `workspace/diagnostic`.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};
use tower_lsp::lsp_types::{
    Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentDiagnosticReportResult,
    FullDocumentDiagnosticReport, RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Url,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult,
    WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::every_draft::EveryDraft;
use crate::server::ask::Answer;
use crate::server::capabilities::Takes;
use crate::server::diagnostics::{Renderer, tellable};
use crate::server::document::Editing;
use crate::server::engine::Checker;
use crate::server::library::Library;
use crate::server::snapshot::Review;
use crate::server::state::State;

/// Answers `textDocument/diagnostic`.
pub(in crate::server) fn document(
    state: &mut State,
    params: DocumentDiagnosticParams,
) -> Answer<DocumentDiagnosticReportResult> {
    let uri = params.text_document.uri;
    let known = params.previous_result_id;
    let Some(snapshot) = state.snapshot(&uri).filter(|_| state.is_draft(&uri)) else {
        return Answer::Now(report(Vec::new(), known.as_deref()));
    };
    state.await_rest(&uri);
    let asker = Asker::of(state);
    let editing = state.documents.get(&uri).and_then(|document| document.editing);
    let hold = state.options.hold;
    Answer::Later(Box::new(move |cancelled| {
        let review = snapshot.review_for_request(asker.checker.as_ref(), cancelled)?;
        Some(report(asker.diagnostics(&review, editing, hold), known.as_deref()))
    }))
}

/// What is needed to answer off the loop.
struct Asker {
    checker: Arc<dyn Checker>,
    library: Arc<dyn Library>,
    takes: Takes,
}

impl Asker {
    fn of(state: &State) -> Self {
        Self {
            checker: Arc::clone(&state.checker),
            library: Arc::clone(&state.library),
            takes: state.takes,
        }
    }

    fn diagnostics(
        &self,
        review: &Review,
        editing: Option<Editing>,
        hold: std::time::Duration,
    ) -> Vec<Diagnostic> {
        let renderer = Renderer { review, takes: self.takes, library: self.library.as_ref() };
        let findings = tellable(review, editing, hold).into_iter();
        findings.map(|finding| renderer.diagnostic(finding)).collect()
    }
}

/// A name for these diagnostics: the same for the same.
fn result_id(diagnostics: &[Diagnostic]) -> String {
    let mut hasher = FxHasher::default();
    serde_json::to_string(diagnostics).unwrap_or_default().hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn report(items: Vec<Diagnostic>, known: Option<&str>) -> DocumentDiagnosticReportResult {
    let result_id = result_id(&items);
    let report = if known == Some(result_id.as_str()) {
        DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        })
    } else {
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: Some(result_id),
                items,
            },
        })
    };
    DocumentDiagnosticReportResult::Report(report)
}

/// Answers `workspace/diagnostic`.
pub(in crate::server) fn workspace(
    state: &mut State,
    params: WorkspaceDiagnosticParams,
) -> Answer<WorkspaceDiagnosticReportResult> {
    let known: FxHashMap<Url, String> =
        params.previous_result_ids.into_iter().map(|id| (id.uri, id.value)).collect();
    let (every, asker) = (EveryDraft::of(state), Asker::of(state));
    Answer::Later(Box::new(move |cancelled| {
        let mut items = Vec::new();
        every.each(cancelled, |uri, version, review| {
            let found = asker.diagnostics(review, None, std::time::Duration::ZERO);
            items.push(of_workspace(uri, version, found, &known));
        })?;
        items.sort_by(|a, b| address(a).cmp(address(b)));
        let report = WorkspaceDiagnosticReport { items };
        Some(WorkspaceDiagnosticReportResult::Report(report))
    }))
}

fn address(report: &WorkspaceDocumentDiagnosticReport) -> &Url {
    match report {
        WorkspaceDocumentDiagnosticReport::Full(report) => &report.uri,
        WorkspaceDocumentDiagnosticReport::Unchanged(report) => &report.uri,
    }
}

fn of_workspace(
    uri: &Url,
    version: Option<i32>,
    items: Vec<Diagnostic>,
    known: &FxHashMap<Url, String>,
) -> WorkspaceDocumentDiagnosticReport {
    let (uri, version) = (uri.clone(), version.map(i64::from));
    let result_id = result_id(&items);
    if known.get(&uri) == Some(&result_id) {
        let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id };
        return WorkspaceDocumentDiagnosticReport::Unchanged(
            WorkspaceUnchangedDocumentDiagnosticReport {
                uri,
                version,
                unchanged_document_diagnostic_report,
            },
        );
    }
    let full_document_diagnostic_report =
        FullDocumentDiagnosticReport { result_id: Some(result_id), items };
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report,
    })
}
