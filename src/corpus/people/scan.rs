//! The matcher: all spellings of all names found in a text in one pass.
//!
//! Patterns and text are folded (case, accents, apostrophes, hyphens), because a matcher that
//! ignores case by itself is several times slower; capitals are looked at afterwards.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rustc_hash::FxHashMap;

use super::{Person, PersonId};
use crate::reading::names::{FoldedText, is_common_word};
use crate::text::TextRange;

/// A name of the sources in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// Bytes of the text.
    pub range: TextRange,
    /// Whose name it is, the most mentioned first; several where people share it.
    pub people: Vec<PersonId>,
}

/// Finds names; built once for each state of the sources.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    automaton: Option<AhoCorasick>,
    patterns: Vec<Pattern>,
}

#[derive(Debug)]
struct Pattern {
    people: Vec<PersonId>,
    /// Whether the name is written in capitals only, so that "who" is not "WHO".
    acronym: bool,
    /// Whether it is a common word too, so that a capital at the start of a sentence says nothing.
    common: bool,
}

impl Matcher {
    pub(super) fn build(all: &[Person], by_spelling: &FxHashMap<String, Vec<PersonId>>) -> Self {
        let mut keys: Vec<&String> = by_spelling.keys().filter(|key| key.len() > 1).collect();
        keys.sort_unstable();
        let acronyms = acronyms(all);
        let patterns = keys
            .iter()
            .map(|key| Pattern {
                people: by_spelling[*key].clone(),
                acronym: acronyms.contains_key(key.as_str()),
                common: is_common_word(key),
            })
            .collect();
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::LeftmostLongest)
            .build(&keys)
            .ok();
        Self { automaton, patterns }
    }

    pub(super) fn scan(&self, text: &str) -> Vec<Naming> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let folded = FoldedText::new(text);
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(hit) = automaton.find(aho_corasick::Input::new(folded.text()).range(at..)) {
            let pattern = &self.patterns[hit.pattern().as_usize()];
            match folded.word_range(hit.start(), hit.end()) {
                Some(range) => {
                    at = hit.end();
                    if pattern.fits(text, range) {
                        found.push(Naming { range, people: pattern.people.clone() });
                    }
                }
                None => at = folded.next_word(hit.start()),
            }
        }
        found
    }
}

impl Pattern {
    /// Whether the capitals at `range` are a name's.
    fn fits(&self, text: &str, range: TextRange) -> bool {
        let written = range.of(text);
        if self.acronym {
            return !written.chars().any(char::is_lowercase);
        }
        let capital = written.split([' ', '-']).any(|word| word.starts_with(char::is_uppercase))
            || written.chars().take(3).any(char::is_uppercase);
        capital && !(self.common && begins_sentence(text, range.start))
    }
}

/// Spellings of at most five letters that are only ever written in capitals.
fn acronyms(all: &[Person]) -> FxHashMap<String, ()> {
    let mut acronyms = FxHashMap::default();
    for spelling in all.iter().flat_map(|person| &person.spellings) {
        let upper = spelling.text.len() <= 5 && !spelling.text.chars().any(char::is_lowercase);
        if upper {
            acronyms.insert(crate::reading::names::fold_name(&spelling.text), ());
        }
    }
    acronyms
}

fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(['"', '“', '‘', '\'', '«', '(', '[', ' ']);
    before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':', '…'])
}
