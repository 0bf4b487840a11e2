//! The words of a draft of which it is asked whether they come near a name.

use super::super::Person;
use super::super::slips::{
    is_alternation, is_doubled, is_inflection, is_known_elsewhere, is_other_surname, is_swapped,
    is_umlaut, looks_transliterated,
};
use super::NearMiss;
use crate::reading::names::NameKind;

/// Shortest word that may be a near miss by itself, after a title, and beside a word that is right,
/// in letters.
const SHORTEST_ALONE: usize = 5;
const SHORTEST_TITLED: usize = 4;
const SHORTEST_BESIDE: usize = 3;
/// Shortest word of a name of several others that are all right.
pub(super) const SHORTEST_AMONG: usize = 2;
/// So many words of a name leave no doubt whose it is.
const MANY_WORDS: usize = 4;
/// Shortest known word of which such a word is a near miss.
pub(super) const KNOWN_ALONE: usize = 6;
const KNOWN_TITLED: usize = 5;
/// Shortest known name of which it is not known what it names.
pub(super) const KNOWN_OTHER: usize = 7;
const KNOWN_BESIDE: usize = 4;

/// What stands before a word says whose name it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// Nothing that tells.
    Nothing,
    /// "Mr.", "President": a person's name follows.
    Title,
}

/// The words that are asked about.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) all: &'a [Person],
    pub(super) folded: &'a [String],
    pub(super) before: Before,
    /// Whether the words have letters with accents.
    pub(super) accents: bool,
}

impl Asked<'_> {
    fn is_titled(&self) -> bool {
        self.folded.len() == 1 && self.before == Before::Title
    }

    pub(super) fn shortest(&self) -> usize {
        match self.folded.len() {
            1 if self.is_titled() => SHORTEST_TITLED,
            1 => SHORTEST_ALONE,
            2 => SHORTEST_BESIDE,
            _ => SHORTEST_AMONG,
        }
    }

    /// Whether a slip in a short word is one by the many words beside it that are right, or by the
    /// order of its letters.
    fn is_slip_of_short(&self, word: &str, known: &str, miss: &NearMiss) -> bool {
        let words = self.folded.len();
        words >= MANY_WORDS && miss.distance == 1
            || words >= 2
                && known.chars().count() >= SHORTEST_BESIDE
                && is_swapped(word, known)
                && !is_known_elsewhere(word)
    }

    /// Whether the word numbered `odd` is a slip for the `known` one, as `miss` takes it to be.
    pub(super) fn is_slip(&self, odd: usize, known: &str, miss: &NearMiss) -> bool {
        let word = &self.folded[odd];
        let person = self.all[miss.person.0].kind == NameKind::Person;
        let accents = self.accents || !miss.spelling.is_ascii();
        if accents && is_umlaut(word, known) {
            return false;
        }
        let given = person && odd == 0 && self.folded.len() > 1;
        if given && is_alternation(word, known) && looks_transliterated(&self.folded.concat()) {
            // "Yuliya" and "Yulia" are both right, however many sources agree on one.
            return false;
        }
        let surname = person && odd > 0 && odd + 1 == self.folded.len() && miss.distance == 1;
        if surname && known.chars().count() > KNOWN_BESIDE {
            // The given name is right: "Ada Mosss" is no form of "Ada Moss", "Ada Moor" no moor.
            return !is_other_surname(word);
        }
        if person && known.chars().count() < KNOWN_BESIDE {
            return self.is_slip_of_short(word, known, miss);
        }
        let sure = miss.count >= 2 && (is_doubled(word, known) || is_swapped(word, known));
        let least = match self.folded.len() {
            1 if self.is_titled() || sure => KNOWN_TITLED,
            1 => KNOWN_ALONE,
            _ => KNOWN_BESIDE,
        };
        known.chars().count() >= least
            && (person || !self.is_titled())
            && !is_known_elsewhere(word)
            && !is_inflection(word, known, person)
    }
}
