//! `textDocument/documentSymbol` and `workspace/symbol`.

use std::sync::Arc;

use tower_lsp::lsp_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, SymbolInformation, SymbolKind,
    WorkspaceSymbolParams,
};

use super::places;
use crate::assist::{self, Found, FoundKind, Outline, OutlineKind};
use crate::server::ask::Answer;
use crate::server::desk::View;
use crate::server::links;
use crate::server::position::Places;
use crate::server::state::State;
use crate::text::Encoding;

/// How many symbols one search may find.
const MOST: usize = 200;

pub(in crate::server) fn document(
    state: &mut State,
    params: DocumentSymbolParams,
) -> Answer<Option<DocumentSymbolResponse>> {
    let (encoding, nests) = (state.takes.encoding, state.takes.nested_symbols);
    let uri = params.text_document.uri;
    state.with_review(&uri.clone(), move |review| {
        let here = places(review, encoding);
        let outline = assist::outline(&review.page());
        Some(match nests {
            true => {
                let nested = outline.iter().map(|entry| symbol(&here, entry)).collect();
                DocumentSymbolResponse::Nested(nested)
            }
            false => {
                let mut flat = Vec::new();
                for entry in &outline {
                    flatten(&here, entry, None, &uri, &mut flat);
                }
                DocumentSymbolResponse::Flat(flat)
            }
        })
    })
}

fn kind(kind: OutlineKind) -> SymbolKind {
    match kind {
        OutlineKind::Heading(_) => SymbolKind::NAMESPACE,
        OutlineKind::Quotation(_) => SymbolKind::STRING,
    }
}

#[allow(deprecated, reason = "the type has a field that nobody may set or leave out")]
fn symbol(here: &Places<'_>, entry: &Outline) -> DocumentSymbol {
    let children: Vec<_> = entry.children.iter().map(|child| symbol(here, child)).collect();
    DocumentSymbol {
        name: entry.name.clone(),
        detail: entry.detail.clone(),
        kind: kind(entry.kind),
        tags: None,
        deprecated: None,
        range: here.range(entry.range),
        selection_range: here.range(entry.selection),
        children: Some(children).filter(|children| !children.is_empty()),
    }
}

#[allow(deprecated, reason = "the type has a field that nobody may set or leave out")]
fn flatten(
    here: &Places<'_>,
    entry: &Outline,
    container: Option<&str>,
    uri: &tower_lsp::lsp_types::Url,
    flat: &mut Vec<SymbolInformation>,
) {
    let location = tower_lsp::lsp_types::Location::new(uri.clone(), here.range(entry.range));
    flat.push(SymbolInformation {
        name: entry.name.clone(),
        kind: kind(entry.kind),
        tags: None,
        deprecated: None,
        location,
        container_name: entry.detail.clone().or_else(|| container.map(str::to_owned)),
    });
    for child in &entry.children {
        flatten(here, child, Some(&entry.name), uri, flat);
    }
}

pub(in crate::server) fn workspace(
    state: &mut State,
    params: WorkspaceSymbolParams,
) -> Answer<Option<Vec<SymbolInformation>>> {
    let views: Vec<Arc<View>> = state.desks.iter().map(|desk| Arc::clone(&desk.view)).collect();
    let encoding = state.takes.encoding;
    Answer::Later(Box::new(move |cancelled| {
        let mut symbols = Vec::new();
        for view in views {
            if cancelled() {
                return None;
            }
            view.join_people();
            let left = MOST.saturating_sub(symbols.len());
            let found = assist::search(&view.shelf.corpus, view.people(), &params.query, left);
            symbols.extend(found.iter().filter_map(|found| information(&view, found, encoding)));
        }
        Some(Some(symbols))
    }))
}

#[allow(deprecated, reason = "the type has a field that nobody may set or leave out")]
fn information(view: &View, found: &Found, encoding: Encoding) -> Option<SymbolInformation> {
    let kind = match found.kind {
        FoundKind::Person => SymbolKind::CLASS,
        FoundKind::Organisation => SymbolKind::MODULE,
        FoundKind::Name => SymbolKind::CONSTANT,
        FoundKind::Quotation => SymbolKind::STRING,
        FoundKind::Dated => SymbolKind::EVENT,
        FoundKind::Source => SymbolKind::FILE,
    };
    Some(SymbolInformation {
        name: found.name.clone(),
        kind,
        tags: None,
        deprecated: None,
        location: links::location(view, found.place.source, found.place.range, encoding)?,
        container_name: Some(found.container.clone()),
    })
}
