//! `textDocument/foldingRange` and `selectionRange`.

use tower_lsp::lsp_types::{
    FoldingRange, FoldingRangeParams, Position, Range, SelectionRange, SelectionRangeParams,
};

use super::places;
use crate::assist;
use crate::server::ask::Answer;
use crate::server::position::Places;
use crate::server::state::State;

pub(in crate::server) fn folds(
    state: &mut State,
    params: FoldingRangeParams,
) -> Answer<Option<Vec<FoldingRange>>> {
    let encoding = state.takes.encoding;
    state.with_review(&params.text_document.uri, move |review| {
        let here = places(review, encoding);
        let folds = assist::folds(&review.page()).into_iter();
        Some(folds.map(|range| fold(here.range(range))).collect())
    })
}

fn fold(range: Range) -> FoldingRange {
    FoldingRange {
        start_line: range.start.line,
        start_character: None,
        // The last line may go on behind the quotation; clients fold whole lines.
        end_line: range.end.line,
        end_character: None,
        kind: None,
        collapsed_text: None,
    }
}

pub(in crate::server) fn selections(
    state: &mut State,
    params: SelectionRangeParams,
) -> Answer<Option<Vec<SelectionRange>>> {
    let encoding = state.takes.encoding;
    state.with_review(&params.text_document.uri, move |review| {
        let here = places(review, encoding);
        let grown = |position: &Position| {
            let ranges = assist::growing(&review.page(), here.offset(*position));
            nested(&here, &ranges, *position)
        };
        Some(params.positions.iter().map(grown).collect())
    })
}

fn nested(
    here: &Places<'_>,
    ranges: &[crate::text::TextRange],
    position: Position,
) -> SelectionRange {
    let outermost: Option<Box<SelectionRange>> = None;
    let grown = ranges.iter().rev().fold(outermost, |parent, range| {
        Some(Box::new(SelectionRange { range: here.range(*range), parent }))
    });
    // One answer a position is due, even where there is nothing to select.
    grown.map_or_else(
        || SelectionRange { range: Range::new(position, position), parent: None },
        |selection| *selection,
    )
}
