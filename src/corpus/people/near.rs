//! Near misses: words a letter or two off a name of the sources.
//!
//! Every word of every name is indexed by all words that come of it when one or two letters are
//! taken away; two words are near only if they share one of these. A look-up costs the same
//! whatever the number of names.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::spelling::{distance, skeleton};
use super::{Person, PersonId};
use crate::reading::names::{NameKind, Traits, fold_name, is_common_word};

/// A name of the sources that some words come near.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// Whose name it is.
    pub person: PersonId,
    /// How the sources write it, for as many words as were asked about.
    pub spelling: String,
    /// Letters that differ.
    pub distance: usize,
    /// Whether the difference is one that transliterations have: "Sergei" for "Sergey".
    pub transliteration: bool,
    /// How often the sources have that spelling.
    pub count: u32,
}

/// Shortest word that may be a near miss by itself, and beside a word that is right, in letters.
const SHORTEST_ALONE: usize = 6;
const SHORTEST_BESIDE: usize = 4;

/// The words of all names by what is left of them when letters are taken away.
#[derive(Debug, Default)]
pub(super) struct NearIndex {
    words: Vec<KnownWord>,
    by_word: FxHashMap<String, usize>,
    /// Hash of what is left of a word, and the word's number; sorted, eight bytes each, because
    /// there are some forty of them to a word.
    deletions: Vec<(u32, u32)>,
}

#[derive(Debug)]
struct KnownWord {
    folded: String,
    /// Person and the number of the spelling that has the word.
    places: Vec<(PersonId, usize)>,
}

impl NearIndex {
    pub(super) fn build(all: &[Person]) -> Self {
        let mut index = Self::default();
        for (number, person) in all.iter().enumerate() {
            for (place, spelling) in person.spellings.iter().enumerate() {
                let key = fold_name(&spelling.text);
                if spelling.slip_of.is_some() {
                    continue;
                }
                let target = person.kind != NameKind::Other;
                for word in key.split(' ') {
                    index.add(word, target.then_some((PersonId(number), place)));
                }
            }
        }
        index.deletions.sort_unstable();
        index
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
        if first && word.chars().count() >= SHORTEST_BESIDE {
            for deletion in deletions(word) {
                self.deletions.push((deletion, number as u32));
            }
        }
    }

    /// The name that `words` come near.
    pub(super) fn find(&self, all: &[Person], words: &[&str]) -> Option<NearMiss> {
        let folded: Vec<String> = words.iter().flat_map(|word| folded_words(word)).collect();
        let unknown: Vec<usize> =
            (0..folded.len()).filter(|&at| !self.by_word.contains_key(&folded[at])).collect();
        let &[odd] = unknown.as_slice() else { return None };
        let word = &folded[odd];
        let shortest = if folded.len() > 1 { SHORTEST_BESIDE } else { SHORTEST_ALONE };
        if word.chars().count() < shortest || is_known_elsewhere(word) {
            return None;
        }
        let mut candidates = self.near_words(word);
        if folded.len() == 1 {
            candidates.retain(|&(known, distance)| {
                distance < 2 || starts_alike(word, &self.words[known].folded)
            });
        }
        let mut found: Vec<NearMiss> = candidates
            .iter()
            .filter_map(|&(known, distance)| {
                let miss = self.fitting(all, &folded, odd, known, distance)?;
                // "Ada Mosss" is no form of "Ada Moss", as "Romans" is one of "Rome".
                let surname = folded.len() > 1 && odd + 1 == folded.len() && distance == 1;
                let slips = surname && all[miss.person.0].kind == NameKind::Person;
                (slips || !is_inflection(word, &self.words[known].folded)).then_some(miss)
            })
            .collect();
        found.sort_by_key(|miss| (miss.distance, std::cmp::Reverse(miss.count), miss.person));
        let best = found.first()?.clone();
        let rivals = found.iter().filter(|miss| miss.distance == best.distance);
        let certain = rivals.into_iter().all(|rival| rival.person == best.person);
        certain.then_some(best)
    }

    /// Numbers of the words of which `deletion` is left.
    fn words_leaving(&self, deletion: u32) -> impl Iterator<Item = u32> {
        let first = self.deletions.partition_point(|&(left, _)| left < deletion);
        let same = self.deletions[first..].iter().take_while(move |&&(left, _)| left == deletion);
        same.map(|&(_, word)| word)
    }

    /// Words of names near `word`, with their distance.
    fn near_words(&self, word: &str) -> Vec<(usize, usize)> {
        let limit = limit(word);
        let mut numbers: Vec<u32> =
            deletions(word).into_iter().flat_map(|deletion| self.words_leaving(deletion)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
            .into_iter()
            .filter_map(|number| {
                let known = &self.words[number as usize].folded;
                let found = distance(word, known, limit.min(self::limit(known)))?;
                begins_alike(word, known).then_some((number as usize, found))
            })
            .collect()
    }

    /// The name that has `known` in place of the odd word and the other words beside it.
    fn fitting(
        &self,
        all: &[Person],
        folded: &[String],
        odd: usize,
        known: usize,
        distance: usize,
    ) -> Option<NearMiss> {
        let word = &self.words[known];
        let wanted: Vec<&str> = folded
            .iter()
            .enumerate()
            .map(|(at, other)| if at == odd { word.folded.as_str() } else { other.as_str() })
            .collect();
        let wanted = wanted.join(" ");
        let (person, place) = word
            .places
            .iter()
            .filter(|(person, place)| is_called(&all[person.0], *place, &wanted, folded.len()))
            .max_by_key(|(person, place)| all[person.0].spellings[*place].count)?;
        let spelling = &all[person.0].spellings[*place];
        let count = all[person.0]
            .spellings
            .iter()
            .filter(|other| fold_name(&other.text).split(' ').any(|w| w == word.folded))
            .map(|other| other.count)
            .sum();
        Some(NearMiss {
            person: *person,
            spelling: shown(&spelling.text, &word.folded, folded.len()),
            distance,
            transliteration: skeleton(&folded[odd]) == skeleton(&word.folded),
            count,
        })
    }
}

/// Whether the spelling is `wanted`: as a whole, or for one word its surname or only word.
fn is_called(person: &Person, place: usize, wanted: &str, words: usize) -> bool {
    let key = fold_name(&person.spellings[place].text);
    if words > 1 {
        return key == wanted;
    }
    key == wanted || person.kind == NameKind::Person && key.rsplit(' ').next() == Some(wanted)
}

/// The spelling, or for one word that word of it as it is written.
fn shown(spelling: &str, word: &str, words: usize) -> String {
    if words > 1 {
        return spelling.to_owned();
    }
    let part = spelling.split(' ').find(|part| fold_name(part) == word);
    part.unwrap_or(spelling).to_owned()
}

fn folded_words(word: &str) -> Vec<String> {
    fold_name(word).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Letters by which a word of that length may be off.
fn limit(word: &str) -> usize {
    if word.chars().count() >= 8 { 2 } else { 1 }
}

/// Whether the word is something by itself: a common word, a given name, a place, a people.
fn is_known_elsewhere(word: &str) -> bool {
    let known =
        Traits::GIVEN | Traits::PLACE | Traits::DEMONYM | Traits::TITLE | Traits::KNOWN_BODY;
    is_common_word(word) || Traits::of(word).any(known) || word.chars().any(|c| c.is_ascii_digit())
}

/// Whether two words share so much of their start that two letters off may still be a slip.
fn starts_alike(word: &str, known: &str) -> bool {
    word.chars().zip(known.chars()).take_while(|(one, other)| one == other).count() >= 6
}

/// Slips seldom touch the first letter.
fn begins_alike(word: &str, known: &str) -> bool {
    let first = |text: &str| text.chars().next();
    let swapped = word.chars().nth(1) == first(known) && known.chars().nth(1) == first(word);
    first(word) == first(known) || swapped
}

/// Whether `word` is `known` with an ending, or the other way round: plurals, peoples, "-ism".
fn is_inflection(word: &str, known: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "", "s", "es", "n", "an", "ian", "ans", "ians", "i", "is", "ese", "ish", "ism", "ist",
        "ists", "ite", "ites", "ic", "ov", "a", "na", "er", "ers", "ist", "y", "e", "o", "d",
    ];
    let ends = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|end| ENDINGS.contains(&end) || end.len() > 1)
    };
    ends(word, known)
        || ends(known, word)
        || known.char_indices().next_back().is_some_and(|(at, _)| {
            let stem = &known[..at];
            stem.len() >= 4
                && word.strip_prefix(stem).is_some_and(|e| e.len() >= 2 && ENDINGS.contains(&e))
        })
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
