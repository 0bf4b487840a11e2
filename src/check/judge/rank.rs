//! Which passage is the best evidence.

use std::cmp::Reverse;

use super::context;
use super::evidence::owner;
use super::passage::Passage;
use crate::check::judge::Claim;
use crate::corpus::Corpus;

/// Orders passages that have the words: quoted before told, then by how exactly and in what
/// surroundings; keeps the best of each source.
pub(crate) fn faithful(corpus: &Corpus, claim: &Claim<'_>, passages: &mut Vec<Passage>) {
    passages.sort_by_cached_key(|passage| {
        (
            passage.voice,
            passage.by_convention,
            // Of two who said the same the draft means the one whom it names.
            claim.speaker.is_none_or(|speaker| owner(corpus, passage) != Some(speaker)),
            Reverse(exactness(corpus, claim, passage)),
            Reverse(context::shared(corpus, claim, passage)),
            passage.omitted,
            passage.source,
            passage.range,
        )
    });
    one_a_source(passages);
}

/// Orders passages that differ: the likest first, then by surroundings.
pub(crate) fn differing(corpus: &Corpus, claim: &Claim<'_>, passages: &mut [Passage]) {
    passages.sort_by_cached_key(|passage| {
        let hundredths = (passage.likeness() * 100.0) as i32;
        // Of two passages about as like, the quoted one is meant; then the one spoken of.
        let quoted = if passage.voice <= super::Voice::Document { 5 } else { 0 };
        let shared = context::shared(corpus, claim, passage).min(5) as i32;
        (Reverse(hundredths + quoted + shared), passage.source, passage.range)
    });
}

fn one_a_source(passages: &mut Vec<Passage>) {
    let mut seen = Vec::new();
    passages.retain(|passage| {
        let new = !seen.contains(&passage.source);
        seen.push(passage.source);
        new
    });
}

/// Points for the same letters and for the same beginning and end as the source's quotation.
fn exactness(corpus: &Corpus, claim: &Claim<'_>, passage: &Passage) -> u32 {
    let source = &corpus.sources()[passage.source];
    let drafted = bare(claim.quotation.range.of(claim.text));
    let mut points = 0;
    if let Some((_, quotation)) = source.quotation_at(passage.range) {
        let quoted = quotation.range.of(source.text());
        points += 4 * u32::from(quoted == claim.quotation.range.of(claim.text));
        points += 2 * u32::from(bare(quoted).len() == bare(passage.range.of(source.text())).len());
    }
    points + u32::from(passage.range.of(source.text()) == drafted)
}

fn bare(text: &str) -> &str {
    text.trim_matches(|character: char| !character.is_alphanumeric())
}
