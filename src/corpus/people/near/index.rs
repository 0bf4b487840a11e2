//! The words of all names, found by what is left of them when letters are taken away.
//!
//! Every word of every name is indexed by all words that come of it when one or two letters are
//! taken away; two words are near only if they share one of these. A look-up costs the same
//! whatever the number of names.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::super::slips::{begins_alike, limit};
use super::super::spelling::distance;
use super::super::{Person, PersonId};
use super::asked::{KNOWN_OTHER, SHORTEST_AMONG};
use crate::reading::names::{NameKind, fold_name};

/// The words of all names by what is left of them when letters are taken away.
#[derive(Debug, Default)]
pub(in crate::corpus::people) struct NearIndex {
    pub(super) words: Vec<KnownWord>,
    pub(super) by_word: FxHashMap<String, usize>,
    /// Hash of what is left of a word, and the word's number; sorted, eight bytes each, because
    /// there are some forty of them to a word.
    deletions: Vec<(u32, u32)>,
    /// Names of several words by a hash of their letters alone, and the ends of such names.
    pub(super) joined: FxHashMap<u32, (PersonId, usize)>,
}

#[derive(Debug)]
pub(super) struct KnownWord {
    pub(super) folded: String,
    /// Person and the number of the spelling that has the word.
    pub(super) places: Vec<(PersonId, usize)>,
}

impl NearIndex {
    pub(in crate::corpus::people) fn build(all: &[Person]) -> Self {
        let mut index = Self::default();
        for (number, person) in all.iter().enumerate() {
            for (place, spelling) in person.spellings.iter().enumerate() {
                let key = fold_name(&spelling.text);
                if spelling.slip_of.is_some() {
                    continue;
                }
                // One source may have what is no name in a spelling of its own.
                let agreed = spelling.sources.len() >= 2 || spelling.count >= 3;
                let often = agreed && key.chars().count() >= KNOWN_OTHER;
                let target = person.kind != NameKind::Other || often && !key.contains(' ');
                if person.kind == NameKind::Person {
                    index.add_joined(&key, (PersonId(number), place));
                }
                for word in key.split(' ') {
                    index.add(word, target.then_some((PersonId(number), place)));
                }
            }
        }
        index.deletions.sort_unstable();
        index
    }

    /// Adds the ends of a name that have several words: "orrinspeight" of "ada orrin speight".
    fn add_joined(&mut self, key: &str, place: (PersonId, usize)) {
        let starts = std::iter::once(0).chain(key.match_indices(' ').map(|(at, _)| at + 1));
        for end in starts.map(|start| &key[start..]).filter(|end| end.contains(' ')) {
            self.joined.entry(hash_of(&end.replace(' ', ""))).or_insert(place);
        }
    }

    fn add(&mut self, word: &str, place: Option<(PersonId, usize)>) {
        let next = self.words.len();
        let number = *self.by_word.entry(word.to_owned()).or_insert(next);
        if number == next {
            self.words.push(KnownWord { folded: word.to_owned(), places: Vec::new() });
        }
        let Some(place) = place else { return };
        let known = &mut self.words[number];
        let first = known.places.is_empty();
        known.places.push(place);
        if first && word.chars().count() >= SHORTEST_AMONG {
            for deletion in deletions(word) {
                self.deletions.push((deletion, number as u32));
            }
        }
    }

    /// Whether any name has the folded `word`.
    pub(in crate::corpus::people) fn has_word(&self, word: &str) -> bool {
        self.by_word.contains_key(word)
    }

    /// The folded words of names that `word` comes near.
    pub(in crate::corpus::people) fn known_near(&self, word: &str) -> Vec<&str> {
        let near = self.near_words(word);
        near.into_iter().map(|(number, _)| self.words[number].folded.as_str()).collect()
    }

    /// Whose names have the folded `word`, with the numbers of their spellings.
    pub(in crate::corpus::people) fn places_of(&self, word: &str) -> &[(PersonId, usize)] {
        self.by_word.get(word).map_or(&[], |&number| &self.words[number].places)
    }

    /// Numbers of the words of which `deletion` is left.
    fn words_leaving(&self, deletion: u32) -> impl Iterator<Item = u32> {
        let first = self.deletions.partition_point(|&(left, _)| left < deletion);
        let same = self.deletions[first..].iter().take_while(move |&&(left, _)| left == deletion);
        same.map(|&(_, word)| word)
    }

    /// Words of names near `word`, with their distance.
    pub(super) fn near_words(&self, word: &str) -> Vec<(usize, usize)> {
        let most = limit(word);
        let mut numbers: Vec<u32> =
            deletions(word).into_iter().flat_map(|deletion| self.words_leaving(deletion)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
            .into_iter()
            .filter_map(|number| {
                let known = &self.words[number as usize].folded;
                let found = distance(word, known, most.min(limit(known)))?;
                begins_alike(word, known).then_some((number as usize, found))
            })
            .collect()
    }
}

/// What is left of `word` when up to two letters (one of a short word) are taken away, hashed.
fn deletions(word: &str) -> Vec<u32> {
    let letters: Vec<char> = word.chars().collect();
    let mut all: FxHashSet<u32> = FxHashSet::default();
    all.insert(hash(&letters, usize::MAX, usize::MAX));
    for one in 0..letters.len() {
        all.insert(hash(&letters, one, usize::MAX));
        if limit(word) > 1 {
            for two in one + 1..letters.len() {
                all.insert(hash(&letters, one, two));
            }
        }
    }
    all.into_iter().collect()
}

pub(super) fn hash_of(word: &str) -> u32 {
    hash(&word.chars().collect::<Vec<char>>(), usize::MAX, usize::MAX)
}

fn hash(letters: &[char], one: usize, two: usize) -> u32 {
    let mut hasher = FxHasher::default();
    for (at, &letter) in letters.iter().enumerate() {
        if at != one && at != two {
            hasher.write_u32(letter as u32);
        }
    }
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as u32
}
