//! Near misses: words a letter or two off a name of the sources.

mod asked;
mod index;

use rustc_hash::FxHashSet;

use super::pinyin::is_pinyin;
use super::slips::{
    is_alternation, is_doubled, is_inflection, is_known_elsewhere, is_slip_of_two, is_swapped,
    looks_transliterated,
};
use super::spelling::distance;
use super::{Person, PersonId, SLIP_SHARE};
use crate::reading::names::{NameKind, fold_name};
use asked::{Asked, KNOWN_ALONE, KNOWN_OTHER};
use index::{KnownWord, hash_of};

pub use asked::Before;
pub(super) use index::NearIndex;

/// What Arabic names begin with, written apart or not as one likes.
const ARTICLES: &[&str] =
    &["al ", "el ", "ad ", "ar ", "as ", "abu ", "ibn ", "bin ", "ben ", "abd "];

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
    /// In how many sources it stands.
    pub sources: usize,
}

impl NearIndex {
    /// The name that `words` come near.
    pub(super) fn find(&self, all: &[Person], words: &[&str], before: Before) -> Option<NearMiss> {
        let folded: Vec<String> = words.iter().flat_map(|word| folded_words(word)).collect();
        if let Some(miss) = self.divided_otherwise(all, &folded) {
            return Some(miss);
        }
        let accents = words.iter().any(|word| !word.is_ascii());
        let asked = Asked { all, folded: &folded, before, accents };
        let unknown: Vec<usize> =
            (0..folded.len()).filter(|&at| !self.by_word.contains_key(&folded[at])).collect();
        let found = match *unknown.as_slice() {
            [odd] => self.with_one_odd(asked, odd),
            [one, other] => self.with_two_odd(asked, one, other),
            // "Richard More" where another name has "More": all words are known.
            _ => Vec::new(),
        };
        single(all, found)
    }

    fn with_one_odd(&self, asked: Asked<'_>, odd: usize) -> Vec<NearMiss> {
        let Asked { all, folded, .. } = asked;
        let word = &folded[odd];
        if word.chars().count() < asked.shortest() || folded.len() == 1 && self.is_plural(word) {
            return Vec::new();
        }
        let mut candidates = self.near_words(word);
        candidates.retain(|&(known, distance)| {
            let known = &self.words[known].folded;
            distance < 2
                || is_slip_of_two(word, known, folded.len() == 1)
                    && !(is_pinyin(word) && is_pinyin(known))
        });
        candidates
            .iter()
            .filter_map(|&(known, distance)| {
                let miss = self.fitting(all, folded, &[(odd, known)], distance)?;
                let known = self.words[known].folded.as_str();
                let third = folded.len() == 1 && self.is_third(all, word, known);
                (!third && asked.is_slip(odd, known, &miss)).then_some(miss)
            })
            .collect()
    }

    /// Whether the sources write the `known` word in another way too that `word` comes near: a
    /// third spelling beside two is no worse than they are, if it is no slip of the hand.
    fn is_third(&self, all: &[Person], word: &str, known: &str) -> bool {
        let count = |word: &KnownWord| {
            let spellings = word.places.iter().map(|&(id, place)| &all[id.0].spellings[place]);
            spellings.map(|spelling| spelling.count).sum::<u32>()
        };
        let Some(&number) = self.by_word.get(known) else { return false };
        let often = count(&self.words[number]);
        !is_swapped(word, known)
            && !is_doubled(word, known)
            && self.near_words(word).into_iter().any(|(number, _)| {
                let other = &self.words[number];
                other.folded != known
                    && count(other) * SLIP_SHARE > often
                    && distance(&other.folded, known, 1).is_some()
            })
    }

    /// "Mosses": of the Moss family.
    fn is_plural(&self, word: &str) -> bool {
        ["s", "es"].iter().any(|end| word.strip_suffix(end).is_some_and(|one| self.has_word(one)))
    }

    /// A letter off in each of two words, of which one is long: "Otillia Barnas".
    fn with_two_odd(&self, asked: Asked<'_>, one: usize, other: usize) -> Vec<NearMiss> {
        const SHORT: usize = 4;
        const LONG: usize = 6;
        let Asked { all, folded, .. } = asked;
        let length = |at: usize| folded[at].chars().count();
        let odd = |at: usize| length(at) >= SHORT && !is_known_elsewhere(&folded[at]);
        if length(one).max(length(other)) < LONG || !odd(one) || !odd(other) {
            return Vec::new();
        }
        let near = |at: usize| {
            let mut near = self.near_words(&folded[at]);
            near.retain(|&(known, distance)| {
                let known = self.words[known].folded.as_str();
                distance == 1
                    && !is_inflection(&folded[at], known, true)
                    && !self.is_third(all, &folded[at], known)
            });
            near
        };
        let (firsts, seconds) = (near(one), near(other));
        let pairs =
            firsts.iter().flat_map(|first| seconds.iter().map(move |second| (first, second)));
        pairs
            .filter_map(|(first, second)| {
                self.fitting(all, folded, &[(one, first.0), (other, second.0)], 2)
            })
            .collect()
    }

    /// The name that has the same letters with its words divided otherwise: "Orrinspeight" for
    /// "Orrin-Speight", "Vandermeer" for "van der Meer".
    fn divided_otherwise(&self, all: &[Person], folded: &[String]) -> Option<NearMiss> {
        let known = folded.iter().all(|word| self.by_word.contains_key(word));
        let joined = folded.concat();
        if known || joined.chars().count() < KNOWN_ALONE {
            return None;
        }
        let &(person, place) = self.joined.get(&hash_of(&joined))?;
        let spelling = &all[person.0].spellings[place];
        let name = fold_name(&spelling.text);
        let words = name.split(' ').count();
        // Of "Ada Orrin-Speight" what the draft has: all of it, or the end.
        let start = name
            .match_indices(' ')
            .map(|(at, _)| at + 1)
            .chain([0])
            .find(|&start| name[start..].replace(' ', "") == joined)?;
        if ARTICLES.iter().any(|article| name[start..].starts_with(article)) {
            return None;
        }
        let skipped = name[..start].split(' ').count() - 1;
        let shown = written_from(&spelling.text, skipped, words)?;
        let (count, sources) = (spelling.count, spelling.sources.len());
        Some(NearMiss {
            person,
            spelling: shown,
            distance: 1,
            transliteration: false,
            count,
            sources,
        })
    }

    /// The name that has known words in place of the odd ones (each given by its place and the
    /// number of the known word) and the other words beside them.
    fn fitting(
        &self,
        all: &[Person],
        folded: &[String],
        odd: &[(usize, usize)],
        distance: usize,
    ) -> Option<NearMiss> {
        let word = &self.words[odd.first()?.1];
        let known = |at: usize| {
            let replaced = odd.iter().find(|(place, _)| *place == at);
            replaced.map_or(folded[at].as_str(), |&(_, known)| self.words[known].folded.as_str())
        };
        let wanted = (0..folded.len()).map(known).collect::<Vec<_>>().join(" ");
        let (person, place) = word
            .places
            .iter()
            .filter(|(person, place)| is_called(&all[person.0], *place, &wanted, folded.len()))
            .max_by_key(|(person, place)| all[person.0].spellings[*place].count)?;
        let spelling = &all[person.0].spellings[*place];
        let having = || {
            let spellings = all[person.0].spellings.iter();
            spellings.filter(|other| fold_name(&other.text).split(' ').any(|w| w == word.folded))
        };
        let count = having().map(|other| other.count).sum();
        let sources: FxHashSet<usize> =
            having().flat_map(|other| other.sources.iter().copied()).collect();
        let alike = |&(at, known): &(usize, usize)| {
            let (word, known) = (&folded[at], &self.words[known].folded);
            let foreign = looks_transliterated(&fold_name(&all[person.0].name))
                || looks_transliterated(known)
                || looks_transliterated(word);
            foreign && is_alternation(word, known)
        };
        Some(NearMiss {
            person: *person,
            spelling: shown(&spelling.text, &word.folded, folded.len()),
            distance,
            transliteration: odd.iter().all(alike),
            count,
            sources: sources.len(),
        })
    }
}

/// The nearest, where it is one person's; of two spellings that may be one name's the one that the
/// sources have more than twice as often. Of one person's two none is the right one.
fn single(all: &[Person], mut found: Vec<NearMiss>) -> Option<NearMiss> {
    found.sort_by_key(|miss| (miss.distance, std::cmp::Reverse(miss.count), miss.person));
    let best = found.first()?.clone();
    let last = |miss: &NearMiss| {
        let name = fold_name(&all[miss.person.0].name);
        name.rsplit(' ').next().unwrap_or_default().to_owned()
    };
    let is_variant = |rival: &NearMiss| {
        rival.count * 2 < best.count && distance(&last(rival), &last(&best), 2).is_some()
    };
    let is_other_spelling = |rival: &NearMiss| {
        rival.person == best.person
            && fold_name(&rival.spelling) != fold_name(&best.spelling)
            && rival.count * 2 >= best.count
    };
    if found.iter().any(is_other_spelling) {
        return None;
    }
    let mut rivals = found.iter().filter(|miss| miss.distance == best.distance);
    rivals.all(|rival| rival.person == best.person || is_variant(rival)).then_some(best)
}

/// What `spelling` writes for its folded words from the one numbered `skipped` on, if the marks
/// between them allow to tell.
fn written_from(spelling: &str, skipped: usize, words: usize) -> Option<String> {
    let is_mark = |c: char| c == ' ' || c == '-' || c == '‑';
    let parts = spelling.split(is_mark).count();
    let starts: Vec<usize> = std::iter::once(0)
        .chain(spelling.match_indices(is_mark).map(|(at, m)| at + m.len()))
        .collect();
    let start = starts.get(skipped).copied().filter(|_| parts == words)?;
    spelling.get(start..).map(str::to_owned)
}

/// Whether the spelling is `wanted`: as a whole, or for one word its surname or only word.
fn is_called(person: &Person, place: usize, wanted: &str, words: usize) -> bool {
    let key = fold_name(&person.spellings[place].text);
    if words > 1 {
        return key == wanted;
    }
    let first = key.split(' ').next() == Some(wanted);
    key == wanted
        || person.kind == NameKind::Person && key.rsplit(' ').next() == Some(wanted)
        || person.kind == NameKind::Organisation && first && is_telling(wanted)
}

/// Whether the word by itself tells which body is meant.
fn is_telling(word: &str) -> bool {
    word.chars().count() > KNOWN_OTHER && !is_known_elsewhere(word)
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
