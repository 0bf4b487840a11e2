//! `textDocument/completion`: from the text alone, so that no check is waited for.

use tower_lsp::lsp_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionParams, CompletionResponse,
    CompletionTextEdit, TextEdit,
};

use crate::assist::{self, Completion, CompletionKind};
use crate::server::ask::Answer;
use crate::server::position::Places;
use crate::server::state::State;
use crate::text::LineIndex;

/// The characters at which a client may ask by itself.
pub(in crate::server) const TRIGGERS: [&str; 6] = ["“", "\"", "«", "„", "@", "{"];

pub(in crate::server) fn answer(
    state: &mut State,
    params: CompletionParams,
) -> Answer<Option<CompletionResponse>> {
    let at = params.text_document_position;
    let uri = at.text_document.uri;
    let Some(snapshot) = state.snapshot(&uri).filter(|_| state.is_draft(&uri)) else {
        return Answer::Now(None);
    };
    let encoding = state.takes.encoding;
    Answer::Later(Box::new(move |cancelled| {
        let text = snapshot.text.to_string();
        let lines = LineIndex::new(&text);
        let here = Places { text: &text, lines: &lines, encoding };
        let view = &snapshot.view;
        let offset = here.offset(at.position);
        let found = assist::complete(&view.shelf.corpus, view.people(), &text, offset, cancelled);
        let items = found.iter().enumerate();
        let items = items.map(|(rank, completion)| item(&here, rank, completion)).collect();
        // More may fit once more is typed, and what fits is ours to say.
        Some(Some(CompletionResponse::List(CompletionList { is_incomplete: true, items })))
    }))
}

fn item(here: &Places<'_>, rank: usize, completion: &Completion) -> CompletionItem {
    let kind = match completion.kind {
        CompletionKind::Quotation => CompletionItemKind::TEXT,
        CompletionKind::Name => CompletionItemKind::CLASS,
        CompletionKind::Citation => CompletionItemKind::REFERENCE,
        CompletionKind::Rule => CompletionItemKind::KEYWORD,
    };
    let edit = TextEdit::new(here.range(completion.replaces), completion.text.clone());
    CompletionItem {
        label: completion.label.clone(),
        kind: Some(kind),
        detail: Some(completion.detail.clone()),
        sort_text: Some(format!("{rank:04}")),
        filter_text: Some(filter(here, completion)),
        text_edit: Some(CompletionTextEdit::Edit(edit)),
        ..CompletionItem::default()
    }
}

/// What the client matches with the text typed: that text itself first, so that it does not throw
/// out what we found by other spelling.
fn filter(here: &Places<'_>, completion: &Completion) -> String {
    let typed = completion.replaces.of(here.text);
    match completion.kind {
        CompletionKind::Quotation => format!("{typed} {}", completion.text),
        _ => completion.text.clone(),
    }
}
