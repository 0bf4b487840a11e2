//! When a passage that differs is what the writer meant to quote.
//!
//! A wrong accusation is worse than a fault that is missed, so a short quotation needs more than
//! its own words: the same place in a quotation of the source, the same surroundings.

use super::context;
use super::lexicon;
use super::passage::{Abuse, Part, Passage};
use super::voice::{Voice, utterance_at};
use crate::check::DiffOp;
use crate::check::judge::Claim;
use crate::corpus::people::PersonId;
use crate::corpus::{Corpus, Source};
use crate::reading::attribution::Speaker;
use crate::reading::quotations::QuotationKind;
use crate::text::{TextRange, Word, fold, words_in};

/// From this likeness on, a single passage explains a quotation better than two joined.
pub(crate) const CLOSE: f32 = 0.75;
/// The least likeness that is worth showing as the nearest passage.
const WORTH_SHOWING: f32 = 0.35;

/// So many words in a row are no chance, whatever stands beside them.
const LONG_RUN: usize = 8;
/// Where this much speaks for a passage besides its words, more of them may differ.
const WELL_SUPPORTED: f32 = 2.5;

/// How many words of a whole quotation must be repeated where one is another.
const LEAST_REPEATED: usize = 7;
/// The same where the one word is a negation.
const LEAST_TURNED: usize = 4;

/// Whether `passage` is what the quotation means to quote.
pub(crate) fn is_meant(corpus: &Corpus, claim: &Claim<'_>, passage: &Passage) -> bool {
    if passage.is_faithful() {
        return true;
    }
    let likeness = passage.likeness();
    let words = claimed_words(claim);
    if is_whole_but_for_one_word(corpus, claim, passage) {
        return true;
    }
    let support = support(corpus, claim, passage);
    // A phrase without a word of its own is known again only as a whole quotation.
    if passage.matched_words < 2 || (passage.matched_content == 0 && support < 2.5) {
        return false;
    }
    if matches!(passage.voice, Voice::Narration | Voice::Margin | Voice::Comment) {
        let attributed = claim.quotation.kind != QuotationKind::Unattributed;
        return attributed && words >= 7 && likeness >= 0.85;
    }
    if words < 8 && !is_in_one_quotation(corpus, passage) {
        return false;
    }
    if share_changed(corpus, claim, passage) > most_changed(support)
        && longest_run(claim.text, passage) < LONG_RUN
    {
        return false;
    }
    let (alone, supported) = match words {
        0..=2 => return false,
        3 => (2.0, 0.6),
        4 | 5 => (0.8, 0.5),
        6 | 7 => (0.72, 0.5),
        8..=12 => (0.64, 0.45),
        _ => (0.55, 0.4),
    };
    let wanted = match (words, passage.matched_content) {
        (3, _) => 3.0,
        (_, 0) => 2.5,
        (_, 1) => 2.0,
        _ => 1.5,
    };
    let alone = if support < 0.5 { alone + 0.1 } else { alone };
    likeness >= alone || (likeness >= supported && support >= wanted)
}

/// The share of the quotation's words that are changed, put in or left out. A phrase left out counts
/// no more than its beginning: who leaves out half a sentence still quotes the other half.
fn share_changed(corpus: &Corpus, claim: &Claim<'_>, passage: &Passage) -> f32 {
    const MOST_LEFT_OUT: usize = 3;
    let source = corpus.sources()[passage.source].text();
    let is_omission =
        |change: &Part| passage.abuses.iter().any(|one| change.draft.contains_range(one.draft()));
    let changed: usize = passage
        .changes()
        .map(|change| {
            let drafted = words_in(claim.text, change.draft).len();
            if is_omission(change) {
                return drafted;
            }
            let stated = words_in(source, change.source).len().min(MOST_LEFT_OUT);
            // "The Alliance" for "NATO" is one change, and so is "starts to think" for "thinks".
            if drafted > 0 { drafted.max(stated.saturating_sub(1)) } else { stated }
        })
        .sum();
    changed as f32 / claimed_words(claim).max(1) as f32
}

/// Words of the longest stretch that quotation and passage have alike.
fn longest_run(text: &str, passage: &Passage) -> usize {
    let alike = passage.parts.iter().filter(|part| part.op == DiffOp::Equal);
    alike.map(|part| words_in(text, part.draft).len()).max().unwrap_or(0)
}

/// How much of a quotation may differ from what it means to quote.
fn most_changed(support: f32) -> f32 {
    if support >= WELL_SUPPORTED { 0.49 } else { 0.34 }
}

/// Whether the draft has a whole quotation of the source but for one word: a long one, or one that
/// a negation turns round. Even words that tell nothing stand so in that order only there.
fn is_whole_but_for_one_word(corpus: &Corpus, claim: &Claim<'_>, passage: &Passage) -> bool {
    let source = &corpus.sources()[passage.source];
    let other_speaker = speakers(corpus, claim, passage) < 0.0;
    let is_whole = source
        .quotation_at(passage.range)
        .is_some_and(|(_, quotation)| edges(source.text(), quotation.range, passage.range) >= 1.0);
    if let [Abuse::SwallowedNegation { draft, .. }] = &passage.abuses[..] {
        let is_alone = passage.changes().all(|change| change.draft == *draft);
        let enough = passage.matched_words + 1 >= LEAST_TURNED;
        return is_whole && is_alone && enough && !other_speaker;
    }
    let mut changes = passage.changes();
    let (Some(change), None) = (changes.next(), changes.next()) else { return false };
    let drafted = words_in(claim.text, change.draft);
    let replaced = words_in(source.text(), change.source);
    if drafted.len() > 1 || replaced.len() > 1 || !passage.abuses.is_empty() {
        return false;
    }
    let negates = |text: &str, words: &[Word]| {
        words.iter().any(|word| lexicon::is_negation(&fold(word.range.of(text))))
    };
    let turned = negates(claim.text, &drafted) != negates(source.text(), &replaced);
    let is_whole =
        is_whole || (turned && passage.matched_content > 1 && ends_utterance(source, passage));
    let enough = if turned { LEAST_TURNED } else { LEAST_REPEATED };
    is_whole && passage.matched_words >= enough && !other_speaker
}

/// Whether the passage ends a sentence of what somebody says without quotation marks: in a
/// transcript, in a paragraph that lost them.
fn ends_utterance(source: &Source, passage: &Passage) -> bool {
    let range = passage.range;
    let is_unmarked = passage.voice == Voice::Quoted && source.quotation_at(range).is_none();
    let is_spoken = is_unmarked || passage.voice == Voice::Document;
    let after = source.text().get(range.end..).unwrap_or_default();
    is_spoken && after.starts_with(['.', '!', '?', '\n'])
}

/// Whether the passage lies in one quotation of its source, or its source tells nothing else.
fn is_in_one_quotation(corpus: &Corpus, passage: &Passage) -> bool {
    let source = &corpus.sources()[passage.source];
    passage.voice == Voice::Document
        || passage.by_convention
        || source.quotation_at(passage.range).is_some()
        || utterance_at(source, passage.range).is_some()
}

/// Whether the quotation begins or ends with a run of words that the passage does not have, small
/// words aside: the sign of another passage joined to it.
pub(crate) fn has_foreign_end(text: &str, passage: &Passage) -> bool {
    is_foreign(text, passage.parts.iter()) || is_foreign(text, passage.parts.iter().rev())
}

fn is_foreign<'p>(text: &str, parts: impl Iterator<Item = &'p Part>) -> bool {
    const RUN: usize = 3;
    let (mut differing, mut alike) = (0, 0);
    for part in parts {
        let words = words_in(text, part.draft);
        if part.op != DiffOp::Equal {
            differing += words.len();
            if differing >= RUN && alike * 2 <= differing {
                return true;
            }
            continue;
        }
        alike += words.len();
        let tells = |word: &Word| !lexicon::is_function_word(&fold(word.range.of(text)));
        if words.iter().any(tells) {
            return false;
        }
    }
    false
}

/// Whether `passage` is near enough to be shown where nothing is accused.
pub(crate) fn is_worth_showing(passage: &Passage) -> bool {
    passage.matched_content >= 2 && passage.likeness() >= WORTH_SHOWING
}

fn claimed_words(claim: &Claim<'_>) -> usize {
    words_in(claim.text, claim.quotation.range).len()
}

/// What speaks for the passage besides its words, from -2 to 4.5.
fn support(corpus: &Corpus, claim: &Claim<'_>, passage: &Passage) -> f32 {
    let source = &corpus.sources()[passage.source];
    let quotation = source.quotation_at(passage.range);
    let edges = quotation
        .map_or(0.0, |(_, quotation)| edges(source.text(), quotation.range, passage.range));
    let surroundings = match context::shared(corpus, claim, passage) {
        0 => 0.0,
        1 => 0.5,
        2 | 3 => 1.0,
        _ => 1.5,
    };
    // A line of a transcript is long: that the words are of one tells less.
    let quoted = match passage.voice {
        Voice::Quoted if quotation.is_some() => 1.0,
        Voice::Quoted => 0.5,
        _ => 0.0,
    };
    quoted + edges + surroundings + speakers(corpus, claim, passage)
}

/// The same speaker speaks for a passage; another one against it, and one whom no source names.
fn speakers(corpus: &Corpus, claim: &Claim<'_>, passage: &Passage) -> f32 {
    match (claim.speaker, owner(corpus, passage)) {
        (Some(drafted), Some(owner)) if drafted == owner => 1.0,
        (Some(_), Some(_)) => -2.0,
        (None, Some(_)) if claim.is_strangers => -1.0,
        _ => 0.0,
    }
}

/// Who says the passage, where its source names one of its people.
pub(crate) fn owner(corpus: &Corpus, passage: &Passage) -> Option<PersonId> {
    owner_of(corpus, passage, passage.range)
}

/// Who says the longest stretch of the passage that the quotation has: its ends may lie outside the
/// utterance where they were changed.
pub(crate) fn owner_of_core(corpus: &Corpus, passage: &Passage) -> Option<PersonId> {
    owner_of(corpus, passage, core(passage)?)
}

/// Makes the passage the whole quotation that holds its longest matching stretch.
pub(crate) fn widen_to_quotation(corpus: &Corpus, passage: &mut Passage) {
    let source = &corpus.sources()[passage.source];
    if let Some((_, quotation)) = core(passage).and_then(|core| source.quotation_at(core)) {
        passage.range = quotation.range;
    }
}

fn core(passage: &Passage) -> Option<TextRange> {
    let equal = passage.parts.iter().filter(|part| part.op == DiffOp::Equal);
    equal.max_by_key(|part| part.source.len()).map(|part| part.source)
}

fn owner_of(corpus: &Corpus, passage: &Passage, range: TextRange) -> Option<PersonId> {
    let source = &corpus.sources()[passage.source];
    let speaker = speaker_of(source, range)?;
    corpus.people().of_entity(passage.source, speaker.entity?)
}

/// Whom the source has say what stands in `range`.
pub(crate) fn speaker_of(source: &Source, range: TextRange) -> Option<&Speaker> {
    let attribution = match source.quotation_at(range) {
        Some((number, _)) => source.reading().attribution_of(number),
        None => match utterance_at(source, range) {
            Some(found) => Some(found),
            // Two pieces of one utterance, and "she said" between them.
            None => source.reading().attribution_of(first_quotation(source, range)?),
        },
    };
    attribution?.speaker.as_ref()
}

/// The number of the quotation that `range` begins in.
fn first_quotation(source: &Source, range: TextRange) -> Option<usize> {
    let start = TextRange::new(range.start, range.start);
    let (number, quotation) = source.quotation_at(start)?;
    let (last, _) = source.quotation_at(TextRange::new(range.end, range.end))?;
    let same_turn = source.quotations()[last].turn == quotation.turn;
    (same_turn && quotation.range.contains(range.start)).then_some(number)
}

/// Half a point for each end at which passage and quotation of the source begin or end together.
fn edges(text: &str, quotation: TextRange, passage: TextRange) -> f32 {
    let is_bare = |start: usize, end: usize| {
        text.get(start..end).is_some_and(|between| !between.contains(char::is_alphanumeric))
    };
    let begins = is_bare(quotation.start, passage.start);
    let ends = is_bare(passage.end, quotation.end);
    0.5 * f32::from(u8::from(begins) + u8::from(ends))
}
