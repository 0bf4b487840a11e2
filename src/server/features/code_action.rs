//! `textDocument/codeAction`: computed from range and version, never from what the client echoes.
//! Where the client can ask for the edit of the action that was chosen, it gets it then.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp::jsonrpc::Error;
use tower_lsp::lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse, Command,
    Diagnostic, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, Range,
    TextDocumentEdit, TextEdit, Url, WorkspaceEdit,
};

use super::places;
use crate::assist::{self, Action, ActionKind};
use crate::check::{Edit, Finding};
use crate::server::ask::Answer;
use crate::server::capabilities::Takes;
use crate::server::commands;
use crate::server::diagnostics::Renderer;
use crate::server::library::Library;
use crate::server::snapshot::Review;
use crate::server::state::State;

pub(in crate::server) fn answer(
    state: &mut State,
    params: CodeActionParams,
) -> Answer<Option<CodeActionResponse>> {
    let takes = state.takes;
    if !takes.literal_actions {
        return Answer::Now(None);
    }
    let uri = params.text_document.uri.clone();
    let version = state.documents.get(&uri).map(|document| document.version);
    let library = Arc::clone(&state.library);
    state.with_review(&params.text_document.uri.clone(), move |review| {
        let writer =
            Writer { review, takes, library: library.as_ref(), uri, version, range: params.range };
        let range = places(review, takes.encoding).bytes(params.range);
        let wanted = params.context.only.as_deref();
        let actions = assist::actions(&review.page(), range);
        let actions = actions.iter().filter(|action| is_wanted(action.kind, wanted));
        let mut actions: Vec<_> = actions.map(|action| writer.action(action)).collect();
        if range.start == 0 && range.end == review.draft.raw.len() {
            keep_named(&mut actions, &params.context.diagnostics);
        }
        Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect())
    })
}

/// Mends all that may be mended unseen.
pub(in crate::server) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.copydesk");

/// What an action carries until it is chosen.
#[derive(Serialize, Deserialize)]
struct Promise {
    uri: Url,
    version: i32,
    /// The place that actions were asked for.
    range: Range,
    /// Where the finding begins, in bytes: two in one place may have actions of one title.
    finding: Option<usize>,
}

/// `codeAction/resolve`: the action with its edit.
pub(in crate::server) fn resolve(state: &mut State, action: CodeAction) -> Answer<CodeAction> {
    let promise = action.data.clone().map(serde_json::from_value::<Promise>);
    let Some(promise) = promise else { return Answer::Now(action) };
    let Ok(promise) = promise else {
        return Answer::Refused(Error::invalid_params("this action is none of ours"));
    };
    let current = state.documents.get(&promise.uri).map(|document| document.version);
    let snapshot = state.snapshot(&promise.uri).filter(|_| current == Some(promise.version));
    let Some(snapshot) = snapshot else { return Answer::Refused(Error::content_modified()) };
    let (checker, library) = (Arc::clone(&state.checker), Arc::clone(&state.library));
    // The edit is what was asked for.
    let takes = Takes { lazy_edits: false, ..state.takes };
    Answer::Later(Box::new(move |cancelled| {
        let review = snapshot.review_for_request(checker.as_ref(), cancelled)?;
        let range = places(&review, takes.encoding).bytes(promise.range);
        let actions = assist::actions(&review.page(), range);
        let same = |known: &&Action| {
            known.title == action.title
                && Some(kind(known.kind)) == action.kind
                && beginning(&review, known) == promise.finding
        };
        let chosen = actions.iter().find(same)?;
        let (uri, version) = (promise.uri, current);
        let library = library.as_ref();
        let writer = Writer { review: &review, takes, library, uri, version, range: promise.range };
        Some(CodeAction { edit: Some(writer.edit(&chosen.edits)), data: None, ..action })
    }))
}

/// Keeps what is about the findings that the client names: Kate asks with the range of the whole
/// draft and names the one finding it means. Where none is ours as it stands now, all are kept.
fn keep_named(actions: &mut Vec<CodeAction>, named: &[Diagnostic]) {
    let is_named = |action: &CodeAction| {
        let about = action.diagnostics.iter().flatten();
        about
            .into_iter()
            .any(|own| named.iter().any(|named| named.range == own.range && named.code == own.code))
    };
    if actions.iter().any(is_named) {
        actions.retain(|action| action.diagnostics.is_none() || is_named(action));
    }
}

fn kind(kind: ActionKind) -> CodeActionKind {
    match kind {
        ActionKind::Fix | ActionKind::Silence | ActionKind::Accept => CodeActionKind::QUICKFIX,
        ActionKind::Cite => CodeActionKind::REFACTOR,
        ActionKind::FixAll => FIX_ALL,
    }
}

/// Where the finding that `action` is about begins, in bytes.
fn beginning(review: &Review, action: &Action) -> Option<usize> {
    let finding = review.checked.findings.get(action.finding?)?;
    Some(finding.range.start)
}

/// Whether the client asked for this kind or one above it; source actions only when asked for.
fn is_wanted(action: ActionKind, wanted: Option<&[CodeActionKind]>) -> bool {
    let own = kind(action);
    let above = |wanted: &CodeActionKind| {
        own.as_str() == wanted.as_str()
            || own.as_str().strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('.'))
            || wanted.as_str().is_empty()
    };
    wanted.map_or(action != ActionKind::FixAll, |wanted| wanted.iter().any(above))
}

struct Writer<'a> {
    review: &'a Review,
    takes: Takes,
    library: &'a dyn Library,
    uri: Url,
    version: Option<i32>,
    /// The place that actions are asked for.
    range: Range,
}

impl Writer<'_> {
    fn action(&self, action: &Action) -> CodeAction {
        let renderer = Renderer { review: self.review, takes: self.takes, library: self.library };
        let settled = action.finding.and_then(|at| self.review.checked.findings.get(at));
        let has_edit = !action.edits.is_empty();
        CodeAction {
            title: action.title.clone(),
            kind: Some(kind(action.kind)),
            diagnostics: settled.map(|finding| vec![renderer.diagnostic(finding)]),
            edit: (has_edit && !self.takes.lazy_edits).then(|| self.edit(&action.edits)),
            data: if has_edit && self.takes.lazy_edits { self.promise(action) } else { None },
            command: settled
                .filter(|_| action.kind == ActionKind::Accept)
                .map(|finding| self.acceptance(finding)),
            is_preferred: action.preferred.then_some(true),
            ..CodeAction::default()
        }
    }

    fn promise(&self, action: &Action) -> Option<Value> {
        let (uri, version) = (self.uri.clone(), self.version?);
        let finding = beginning(self.review, action);
        serde_json::to_value(Promise { uri, version, range: self.range, finding }).ok()
    }

    fn acceptance(&self, finding: &Finding) -> Command {
        Command {
            title: "Accept for good".to_owned(),
            command: commands::ACCEPT.to_owned(),
            arguments: Some(vec![commands::acceptance(&self.uri, &finding.fingerprint)]),
        }
    }

    fn edit(&self, edits: &[Edit]) -> WorkspaceEdit {
        let places = places(self.review, self.takes.encoding);
        let written = |edit: &Edit| TextEdit::new(places.range(edit.range), edit.new_text.clone());
        if !self.takes.document_changes {
            let edits = edits.iter().map(written).collect();
            return WorkspaceEdit::new(HashMap::from([(self.uri.clone(), edits)]));
        }
        let text_document = OptionalVersionedTextDocumentIdentifier {
            uri: self.uri.clone(),
            version: self.version,
        };
        let edits = edits.iter().map(|edit| OneOf::Left(written(edit))).collect();
        let changes = DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }]);
        WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
    }
}
