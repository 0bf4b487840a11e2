//! What stands beside the text: code lens, inlay hints, semantic tokens, document links. The first
//! three are off until asked for.

use tower_lsp::lsp_types::{
    CodeLens, CodeLensParams, Command, DocumentLink, DocumentLinkParams, InlayHint, InlayHintLabel,
    InlayHintParams, Range, SemanticToken, SemanticTokens, SemanticTokensParams,
    SemanticTokensResult,
};

use super::places;
use crate::assist;
use crate::server::ask::Answer;
use crate::server::links;
use crate::server::position::Places;
use crate::server::state::State;
use crate::text::{Encoding, TextRange};

/// The kinds of tokens, in the order of their numbers: verified, not verified.
pub(in crate::server) const TOKEN_TYPES: [&str; 2] = ["string", "regexp"];

pub(in crate::server) fn lens(
    state: &mut State,
    params: CodeLensParams,
) -> Answer<Option<Vec<CodeLens>>> {
    if !state.options.code_lens {
        return Answer::Now(None);
    }
    state.with_review(&params.text_document.uri, move |review| {
        let title = assist::counts(&review.page())?;
        // A command without a name only shows its title.
        let command = Some(Command { title, command: String::new(), arguments: None });
        Some(vec![CodeLens { range: Range::default(), command, data: None }])
    })
}

pub(in crate::server) fn hints(
    state: &mut State,
    params: InlayHintParams,
) -> Answer<Option<Vec<InlayHint>>> {
    if !state.options.inlay_hints {
        return Answer::Now(None);
    }
    let encoding = state.takes.encoding;
    state.with_review(&params.text_document.uri, move |review| {
        let here = places(review, encoding);
        let hints = assist::hints(&review.page(), here.bytes(params.range)).into_iter();
        Some(hints.map(|hint| inlay(&here, hint)).collect())
    })
}

fn inlay(here: &Places<'_>, hint: assist::Hint) -> InlayHint {
    InlayHint {
        position: here.position(hint.at),
        label: InlayHintLabel::String(hint.label),
        kind: None,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: None,
        data: None,
    }
}

pub(in crate::server) fn tokens(
    state: &mut State,
    params: SemanticTokensParams,
) -> Answer<Option<SemanticTokensResult>> {
    if !state.options.semantic_tokens {
        return Answer::Now(None);
    }
    let encoding = state.takes.encoding;
    state.with_review(&params.text_document.uri, move |review| {
        let here = places(review, encoding);
        let pieces = assist::coloured(&review.page());
        let pieces = pieces.iter().flat_map(|(range, verified)| {
            lines_of(&here, *range).into_iter().map(|range| (range, *verified))
        });
        let data = encoded(&here, pieces.collect(), encoding);
        Some(SemanticTokensResult::Tokens(SemanticTokens { result_id: None, data }))
    })
}

/// `range` cut at line breaks, for a token may not hold one.
fn lines_of(here: &Places<'_>, range: TextRange) -> Vec<TextRange> {
    let (first, last) = (here.lines.line_of(range.start), here.lines.line_of(range.end));
    let line = |line: usize| {
        let start = here.lines.start_of(line);
        let end = start + here.lines.line_text(here.text, line).len();
        TextRange::new(start.max(range.start), end.min(range.end))
    };
    (first..=last).map(line).filter(|part| !part.is_empty()).collect()
}

/// Tokens as the protocol wants them: each placed by its distance from the one before.
fn encoded(
    here: &Places<'_>,
    mut pieces: Vec<(TextRange, bool)>,
    encoding: Encoding,
) -> Vec<SemanticToken> {
    let _ = encoding;
    pieces.sort();
    let (mut line, mut column, mut end) = (0, 0, 0);
    let mut tokens = Vec::new();
    for (range, verified) in pieces {
        // Tokens may not overlap: of nested quotations the outer is coloured.
        if range.start < end {
            continue;
        }
        let (from, to) = (here.position(range.start), here.position(range.end));
        tokens.push(SemanticToken {
            delta_line: from.line - line,
            delta_start: if from.line == line { from.character - column } else { from.character },
            length: to.character - from.character,
            token_type: u32::from(!verified),
            token_modifiers_bitset: 0,
        });
        (line, column, end) = (from.line, from.character, range.end);
    }
    tokens
}

pub(in crate::server) fn document_links(
    state: &mut State,
    params: DocumentLinkParams,
) -> Answer<Option<Vec<DocumentLink>>> {
    let encoding = state.takes.encoding;
    state.with_review(&params.text_document.uri, move |review| {
        let here = places(review, encoding);
        let cited = assist::citations(&review.page());
        let link = |(range, source): (TextRange, usize)| {
            let known = review.view.shelf.corpus.sources().get(source)?;
            Some(DocumentLink {
                range: here.range(range),
                target: Some(links::text_uri(&review.view, source)?.0),
                tooltip: Some(known.title.clone().unwrap_or_else(|| known.path.clone())),
                data: None,
            })
        };
        Some(cited.into_iter().filter_map(link).collect())
    })
}
