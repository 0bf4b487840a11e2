//! What an editor may ask, one request a file: each turns the protocol's parameters into bytes,
//! asks `assist`, and turns the answer back.

pub(super) mod code_action;
pub(super) mod hover;
pub(super) mod pulled;

use super::position::Places;
use super::snapshot::Review;
use crate::text::Encoding;

/// Places of the reviewed draft.
fn places(review: &Review, encoding: Encoding) -> Places<'_> {
    Places { text: &review.draft.raw, lines: &review.draft.lines, encoding }
}
