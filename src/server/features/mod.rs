//! What an editor may ask, one request a file: each turns the protocol's parameters into bytes,
//! asks `assist`, and turns the answer back.

pub(super) mod code_action;
pub(super) mod completion;
mod every_draft;
pub(super) mod hover;
pub(super) mod margins;
pub(super) mod navigation;
pub(super) mod pulled;
pub(super) mod shape;
pub(super) mod symbols;

use super::position::Places;
use super::snapshot::Review;
use crate::text::Encoding;

/// Places of the reviewed draft.
fn places(review: &Review, encoding: Encoding) -> Places<'_> {
    Places { text: &review.draft.raw, lines: &review.draft.lines, encoding }
}
