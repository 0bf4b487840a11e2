//! Those whose words another hands on: "the agency quoted Lane as saying".

use super::super::lexicon::Class;
use super::super::phrases::{Head, Phrase, Phrases};
use super::super::tokens::{Kind, Sentence};
use super::{Frame, after_quote, before};
use crate::reading::cues::{Form, Strength};

/// "Was quoted (by a newspaper) as saying": the one quoted speaks.
pub(super) fn quoted_as_saying(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Frame> {
    let floor = after_quote(phrases, at, sentence);
    let subject = phrases.subject_left(at, floor);
    let cue = (at, at);
    let strength = Strength::Saying;
    Some(Frame { at, cue, subject, strength, inverted: false, noun: false, weak: false })
}

/// Verbs of those who hand on what another says.
const QUOTING: &[&str] = &["quoted", "quotes", "quoting", "cited", "cites", "citing"];

/// `"…," the agency quoted Lane as saying`: the frame of the one quoted.
pub(super) fn relayed(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Frame> {
    let subject = Some(quoted_after(phrases, at, sentence)?);
    let (cue, strength) = ((at, at), Strength::Saying);
    let floor = after_quote(phrases, at, sentence);
    let at = phrases.subject_left(at, floor).map_or(at, |quoter| quoter.first);
    Some(Frame { at, cue, subject, strength, inverted: true, noun: false, weak: false })
}

/// `"…," the agency quoted Lane as saying`: the one quoted, where nothing follows to be said.
fn quoted_after(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Phrase> {
    let is_quoting = phrases.word_is(at, QUOTING) && at + 3 < sentence.end;
    let quoted = is_quoting.then(|| phrases.starting_at(at + 1, sentence.end))??;
    let says = quoted.last + 2;
    let relayed = says < sentence.end
        && phrases.word_is(says - 1, &["as"])
        && phrases.tokens[says].cue.is_some_and(|cue| cue.form == Form::Gerund);
    let mut rest = phrases.tokens[..sentence.end].iter().skip(says + 1);
    let next = rest.find(|token| !matches!(token.kind, Kind::Comma | Kind::Colon));
    let goes_on = next.is_some_and(|token| token.quote().is_some() || token.is(Class::That));
    (quoted.head != Head::Noun && relayed && !goes_on).then_some(quoted)
}

/// "The agency quoted Lane as saying": the one quoted speaks, not the one who quotes.
pub(super) fn quoted_before(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Phrase> {
    const FARTHEST: usize = 14;
    let verb =
        (sentence.first..at).rev().take(FARTHEST).find(|&at| phrases.word_is(at, QUOTING))?;
    let passive = before(phrases, verb, sentence.first)
        .is_some_and(|before| phrases.tokens[before].is(Class::Be));
    let quoted = phrases.starting_at(verb + 1, at - 1).filter(|_| !passive)?;
    if quoted.head != Head::Name {
        return None;
    }
    let aside = (quoted.last + 1..at - 1).all(|at| !phrases.tokens[at].is(Class::Conjunction));
    aside.then_some(quoted)
}
