//! From a place in a draft to passages of sources, and back.

use super::names::{Named, name_at};
use super::{Page, Place};
use crate::corpus::people::PersonId;
use crate::text::TextRange;

/// How many places of one name are listed.
const MOST: usize = 500;

/// Where the words at `offset` (raw bytes) stand in the sources: the passages of a quotation, best
/// first; for a name its first mention in each source.
#[must_use]
pub fn definition(page: &Page<'_>, offset: usize) -> Vec<Place> {
    if let Some(named) = name_at(page, offset) {
        return first_mentions(page, named);
    }
    passages(page, offset)
}

/// Every place of the sources that has what stands at `offset`.
#[must_use]
pub fn references(page: &Page<'_>, offset: usize) -> Vec<Place> {
    if let Some(named) = name_at(page, offset) {
        return mentions(page, named.person).take(MOST).collect();
    }
    passages(page, offset)
}

/// What stands at `offset`, wherever the draft has it: raw bytes, in order.
#[must_use]
pub fn highlights(page: &Page<'_>, offset: usize) -> Vec<TextRange> {
    if let Some(named) = name_at(page, offset) {
        let names = &page.draft.reading.names;
        let same = names.mentions.iter().filter(|mention| mention.entity == named.entity);
        return same.map(|mention| page.draft.raw_range(mention.range)).collect();
    }
    page.quotation_at(offset).map(|judged| pieces(page, judged.range)).unwrap_or_default()
}

/// The quotations of the draft (raw bytes) that rest on the byte `offset` of the source numbered
/// `source`.
#[must_use]
pub fn uses(page: &Page<'_>, source: usize, offset: usize) -> Vec<TextRange> {
    let rests = |evidence: &crate::check::Evidence| {
        evidence.source == source && evidence.range.start <= offset && offset <= evidence.range.end
    };
    let quotations = page.checked.quotations.iter();
    quotations
        .filter(|judged| judged.verdict != crate::check::Verdict::Unsourced)
        .filter(|judged| judged.evidence.iter().any(rests))
        .map(|judged| judged.range)
        .collect()
}

fn passages(page: &Page<'_>, offset: usize) -> Vec<Place> {
    let Some(judged) = page.quotation_at(offset) else { return Vec::new() };
    let evidence = judged.evidence.iter();
    evidence.map(|evidence| Place { source: evidence.source, range: evidence.range }).collect()
}

fn mentions<'a>(page: &Page<'a>, person: PersonId) -> impl Iterator<Item = Place> + use<'a> {
    let mentions = page.people.map(|people| people.get(person).mentions.as_slice());
    let mentions = mentions.unwrap_or_default().iter();
    mentions.map(|(source, range)| Place { source: *source, range: *range })
}

fn first_mentions(page: &Page<'_>, named: Named) -> Vec<Place> {
    let mut first: Vec<Place> = Vec::new();
    for place in mentions(page, named.person) {
        if first.last().is_none_or(|last| last.source != place.source) {
            first.push(place);
        }
    }
    first
}

/// All pieces of the utterance that the quotation at `range` is a piece of.
fn pieces(page: &Page<'_>, range: TextRange) -> Vec<TextRange> {
    let quotations = &page.draft.reading.quotations;
    let raw = |range| page.draft.raw_range(range);
    match quotations.iter().find(|known| raw(known.range) == range) {
        Some(own) => {
            let same = quotations.iter().filter(|known| known.turn == own.turn);
            same.map(|known| raw(known.range)).collect()
        }
        None => vec![range],
    }
}
