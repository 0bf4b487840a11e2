//! From a place in a draft to passages of sources, and back.

use super::names::{Named, name_at};
use super::statements::quotations_of;
use super::{Page, Place};
use crate::check::{Draft, Settings, Verdict, check};
use crate::corpus::Corpus;
use crate::corpus::people::PersonId;
use crate::reading::markup::Format;
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
        .filter(|judged| judged.verdict != Verdict::Unsourced)
        .filter(|judged| judged.evidence.iter().any(rests))
        .map(|judged| judged.range)
        .collect()
}

/// Where other sources have the words that the source numbered `source` quotes at `offset`.
#[must_use]
pub fn echoes(corpus: &Corpus, source: usize, offset: usize) -> Vec<Place> {
    let Some(one) = corpus.sources().get(source) else { return Vec::new() };
    let quoted = quotations_of(one, source)
        .find(|said| said.place.range.start <= offset && offset <= said.place.range.end);
    let Some(quoted) = quoted else { return Vec::new() };
    let words = quoted.words.split_whitespace().collect::<Vec<_>>().join(" ");
    let draft = Draft::new("echo", format!("“{words}” was said.\n"), Format::Plain, None);
    let checked = check(corpus, &draft, &Settings::default(), &|| false).unwrap_or_default();
    let judged = checked.quotations.iter().filter(|judged| judged.verdict == Verdict::Verified);
    let evidence = judged.flat_map(|judged| &judged.evidence);
    evidence
        .filter(|evidence| evidence.source != source)
        .map(|evidence| Place { source: evidence.source, range: evidence.range })
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
    match page.known(range).map(|number| &quotations[number]) {
        Some(own) => {
            let same = quotations.iter().filter(|known| known.turn == own.turn);
            same.map(|known| raw(known.range)).collect()
        }
        None => vec![range],
    }
}
