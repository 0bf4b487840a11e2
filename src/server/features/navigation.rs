//! `textDocument/definition`, `references` and `documentHighlight`: from a draft to its sources,
//! and from a source to the drafts that rest on it.

use std::path::PathBuf;
use std::sync::Arc;

use ropey::Rope;
use tower_lsp::lsp_types::{
    DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, GotoDefinitionParams,
    GotoDefinitionResponse, Location, Position, ReferenceParams, TextDocumentPositionParams,
};

use super::every_draft::EveryDraft;
use super::places;
use crate::assist::{self, Place};
use crate::server::ask::Answer;
use crate::server::desk::{View, path_of};
use crate::server::links;
use crate::server::position::{self, Places};
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

/// The quotations of drafts that rest on a place of a source, and the other sources that have its
/// words.
fn users<T: Send + 'static>(
    state: &mut State,
    at: TextDocumentPositionParams,
    answer: impl FnOnce(Vec<Location>) -> Option<T> + Send + 'static,
) -> Answer<Option<T>> {
    let uri = at.text_document.uri;
    let Some(path) = path_of(&uri) else { return Answer::Now(None) };
    let text = state.documents.get(&uri).map(|document| document.text.clone());
    let seen = Seen { path, text, position: at.position, encoding: state.takes.encoding };
    let every = EveryDraft::of(state);
    let views: Vec<_> = state.desks.iter().map(|desk| Arc::clone(&desk.view)).collect();
    Answer::Later(Box::new(move |cancelled| {
        let mut found = Vec::new();
        every.each(cancelled, |uri, _, review| {
            let Some((number, offset)) = seen.offset(&review.view) else { return };
            let here = places(review, seen.encoding);
            let uses = assist::uses(&review.page(), number, offset).into_iter();
            found.extend(uses.map(|range| Location::new(uri.clone(), here.range(range))));
        })?;
        found.sort_by(|a, b| (&a.uri, a.range.start).cmp(&(&b.uri, b.range.start)));
        for view in &views {
            let Some((number, offset)) = seen.offset(view) else { continue };
            let echoes = assist::echoes(&view.shelf.corpus, number, offset);
            found.extend(locations(view, &echoes, seen.encoding));
        }
        Some(answer(found))
    }))
}

/// A place of a source, as the client sees it.
struct Seen {
    path: PathBuf,
    /// What the client has open there.
    text: Option<Rope>,
    position: Position,
    encoding: Encoding,
}

impl Seen {
    /// The source's number and the byte of its extracted text.
    fn offset(&self, view: &View) -> Option<(usize, usize)> {
        let number = view.number_of(&self.path)?;
        let source = view.shelf.corpus.sources().get(number)?;
        let is_itself = view.source_path(number).as_deref() == Some(self.path.as_path());
        if is_itself && !links::shows_its_lines(source) {
            // The place is one of the file, which only the client's own text tells.
            let text = self.text.as_ref()?;
            let offset = text.char_to_byte(position::character(text, self.position, self.encoding));
            return Some((number, source.extraction.map.extracted_offset(offset)));
        }
        let (text, lines) = (source.shown_text(), source.lines());
        let offset = Places { text, lines, encoding: self.encoding }.offset(self.position);
        let is_raw = source.raw.is_some();
        Some((number, if is_raw { source.extraction.map.extracted_offset(offset) } else { offset }))
    }
}
