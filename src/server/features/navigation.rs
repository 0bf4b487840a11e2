//! `textDocument/definition`, `references` and `documentHighlight`: from a draft to its sources,
//! and from a source to the drafts that rest on it.

use std::sync::Arc;

use tower_lsp::lsp_types::{
    DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, GotoDefinitionParams,
    GotoDefinitionResponse, Location, ReferenceParams, TextDocumentPositionParams,
};

use super::places;
use crate::assist::{self, Place};
use crate::server::ask::Answer;
use crate::server::desk::{View, path_of};
use crate::server::links;
use crate::server::position::Places;
use crate::server::snapshot::Review;
use crate::server::state::State;
use crate::text::Encoding;

pub(in crate::server) fn definition(
    state: &mut State,
    params: GotoDefinitionParams,
) -> Answer<Option<GotoDefinitionResponse>> {
    let at = params.text_document_position_params;
    if state.is_source(&at.text_document.uri) {
        return users(state, at, |found| Some(GotoDefinitionResponse::Array(found)));
    }
    let encoding = state.takes.encoding;
    state.with_review_later(&at.text_document.uri, move |review| {
        let offset = places(review, encoding).offset(at.position);
        let found = assist::definition(&review.page(), offset);
        let found = locations(&review.view, &found, encoding);
        (!found.is_empty()).then_some(GotoDefinitionResponse::Array(found))
    })
}

pub(in crate::server) fn references(
    state: &mut State,
    params: ReferenceParams,
) -> Answer<Option<Vec<Location>>> {
    let at = params.text_document_position;
    if state.is_source(&at.text_document.uri) {
        return users(state, at, Some);
    }
    let encoding = state.takes.encoding;
    let declared = params.context.include_declaration;
    let uri = at.text_document.uri.clone();
    state.with_review_later(&at.text_document.uri, move |review| {
        let here = places(review, encoding);
        let offset = here.offset(at.position);
        let found = assist::references(&review.page(), offset);
        let mut found = locations(&review.view, &found, encoding);
        if declared {
            let own = assist::highlights(&review.page(), offset).into_iter();
            found.extend(own.map(|range| Location::new(uri.clone(), here.range(range))));
        }
        Some(found)
    })
}

pub(in crate::server) fn highlights(
    state: &mut State,
    params: DocumentHighlightParams,
) -> Answer<Option<Vec<DocumentHighlight>>> {
    let at = params.text_document_position_params;
    let encoding = state.takes.encoding;
    state.with_review(&at.text_document.uri, move |review| {
        let here = places(review, encoding);
        let found = assist::highlights(&review.page(), here.offset(at.position)).into_iter();
        let kind = Some(DocumentHighlightKind::TEXT);
        Some(found.map(|range| DocumentHighlight { range: here.range(range), kind }).collect())
    })
}

fn locations(view: &View, found: &[Place], encoding: Encoding) -> Vec<Location> {
    found
        .iter()
        .filter_map(|place| links::location(view, place.source, place.range, encoding))
        .collect()
}

/// The quotations of open drafts that rest on a place of a source.
fn users<T: Send + 'static>(
    state: &mut State,
    at: TextDocumentPositionParams,
    answer: impl FnOnce(Vec<Location>) -> Option<T> + Send + 'static,
) -> Answer<Option<T>> {
    let Some(path) = path_of(&at.text_document.uri) else { return Answer::Now(None) };
    let open: Vec<_> = state.documents.keys().cloned().collect();
    let open: Vec<_> = open.iter().filter(|uri| !state.is_source(uri)).cloned().collect();
    let snapshots: Vec<_> = open.iter().filter_map(|uri| state.snapshot(uri)).collect();
    let (checker, encoding) = (Arc::clone(&state.checker), state.takes.encoding);
    Answer::Later(Box::new(move |cancelled| {
        let mut found = Vec::new();
        for snapshot in snapshots {
            let review = snapshot.review_for_request(checker.as_ref(), cancelled)?;
            let Some(number) = review.view.number_of(&path) else { continue };
            let offset = offset_in_source(&review, number, at.position, encoding);
            let here = places(&review, encoding);
            let uses = assist::uses(&review.page(), number, offset).into_iter();
            found.extend(uses.map(|range| Location::new(snapshot.uri.clone(), here.range(range))));
        }
        Some(answer(found))
    }))
}

/// The byte of the source's extracted text that the client shows at `position`.
fn offset_in_source(
    review: &Review,
    number: usize,
    position: tower_lsp::lsp_types::Position,
    encoding: Encoding,
) -> usize {
    let source = &review.view.shelf.corpus.sources()[number];
    let shown = Places { text: source.shown_text(), lines: source.lines(), encoding };
    let offset = shown.offset(position);
    if source.raw.is_some() { source.extraction.map.extracted_offset(offset) } else { offset }
}
