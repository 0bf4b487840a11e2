//! Words said to one listener are not those said to another, on another day.

use super::{Pair, Relation};
use crate::check::desk::Desk;
use crate::corpus::statements::{Heard, Listener, Sentence};
use crate::text::TextRange;

use rustc_hash::FxHashMap;

/// Notes which statements tell of words said to the draft's listener. What was said to another is
/// another statement: it accuses nobody, and speaks for the draft only where no statement is known
/// that was made to its own listener.
pub(super) fn hear(desk: &Desk<'_>, sentence: TextRange, pairs: &mut [Pair<'_>]) {
    let Some(own) = Listener::read(&desk.draft.extraction.text, sentence) else { return };
    // A statement with several dates stands in several pairs.
    let mut known: FxHashMap<*const Sentence, Option<Heard>> = FxHashMap::default();
    for pair in pairs.iter_mut().filter(|pair| pair.relation != Relation::Unlike) {
        let sentence = pair.found.sentence;
        pair.heard = *known.entry(std::ptr::from_ref(sentence)).or_insert_with(|| {
            let source = &desk.corpus.sources()[sentence.source];
            Listener::read(source.text(), sentence.range).and_then(|other| own.beside(&other))
        });
    }
    let known = pairs.iter().any(|pair| pair.heard.is_some_and(|one| one != Heard::Another));
    for pair in pairs.iter_mut().filter(|pair| pair.heard == Some(Heard::Another)) {
        if known || pair.relation == Relation::Apart {
            pair.relation = Relation::Unlike;
        }
    }
}
