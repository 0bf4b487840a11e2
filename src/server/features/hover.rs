//! `textDocument/hover`.

use tower_lsp::lsp_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use super::places;
use crate::assist::{self, Card};
use crate::server::ask::Answer;
use crate::server::capabilities::Takes;
use crate::server::links;
use crate::server::snapshot::Review;
use crate::server::state::State;

pub(in crate::server) fn answer(state: &mut State, params: HoverParams) -> Answer<Option<Hover>> {
    let at = params.text_document_position_params;
    let takes = state.takes;
    state.with_review_later(&at.text_document.uri, move |review| {
        let offset = places(review, takes.encoding).offset(at.position);
        let card = assist::hover(&review.page(), offset)?;
        Some(rendered(review, &card, takes))
    })
}

fn rendered(review: &Review, card: &Card, takes: Takes) -> Hover {
    let link = |source, range| links::link(&review.view, source, range);
    let content = match takes.markdown {
        true => MarkupContent { kind: MarkupKind::Markdown, value: card.markdown(&link) },
        false => MarkupContent { kind: MarkupKind::PlainText, value: card.plain() },
    };
    Hover {
        contents: HoverContents::Markup(content),
        range: Some(places(review, takes.encoding).range(card.range)),
    }
}
