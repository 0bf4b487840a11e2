//! What is shown when the pointer rests on a place of a draft.

use super::card::Card;
use super::names::name_at;
use super::{Page, date_card, figure_card, name_card, office_card, quotation_card, unknown_card};

/// The card for the raw byte `offset` of the draft; `None` where there is nothing to say. A
/// quotation goes before the names, dates and figures inside it.
#[must_use]
pub fn hover(page: &Page<'_>, offset: usize) -> Option<Card> {
    if page.corpus.sources().is_empty() && page.still_reading.is_none() {
        return None;
    }
    page.quotation_at(offset)
        .and_then(|judged| quotation_card::card(page, judged))
        .or_else(|| name_at(page, offset).and_then(|named| name_card::card(page, named)))
        .or_else(|| unknown_card::card(page, offset))
        .or_else(|| date_card::card(page, offset))
        .or_else(|| figure_card::card(page, offset))
        .or_else(|| office_card::card(page, offset))
}
