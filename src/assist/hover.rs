//! What is shown when the pointer rests on a place of a draft.

use super::card::Card;
use super::{Page, quotation_card};

/// The card for the byte `offset` of the draft; `None` where there is nothing to say.
#[must_use]
pub fn hover(page: &Page<'_>, offset: usize) -> Option<Card> {
    if page.corpus.sources().is_empty() && page.still_reading.is_none() {
        return None;
    }
    let judged = page.quotation_at(offset)?;
    quotation_card::card(page, judged)
}
