//! Near misses of names of several words, found by the words around the odd one: "House Select
//! Commitee on Benghazi". How the text's own reading divides such a name does not matter.

use super::near::{NearIndex, NearMiss};
use super::slips::{
    is_alternation, is_inflection, is_known_elsewhere, is_umlaut, looks_transliterated,
    starts_alike,
};
use super::spelling::distance;
use super::{Person, PersonId};
use crate::reading::names::{NameKind, Traits, fold_name, variant_key};
use crate::text::TextRange;

/// Shortest odd word, in letters.
const SHORTEST: usize = 4;
/// Names among which the right one is looked for.
const PLACES: usize = 1000;

/// A part of a text that is a letter or two off a name of the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearPhrase {
    /// Bytes of the text: the whole name.
    pub range: TextRange,
    /// The name it comes near, as far as the text has it.
    pub miss: NearMiss,
}

/// A word of the text; `joined` where only a blank or a hyphen is between it and the word before.
struct Word {
    /// Without an "’s" at its end.
    range: TextRange,
    /// With it.
    whole: TextRange,
    joined: bool,
}

/// The near misses in `text`, in order; looks only at words that no name has.
pub(super) fn scan(index: &NearIndex, all: &[Person], text: &str) -> Vec<NearPhrase> {
    let words = words_of(text);
    let mut found: Vec<NearPhrase> = Vec::new();
    for at in 0..words.len() {
        let written = words[at].range.of(text);
        if !is_odd(written) || !has_neighbour(&words, at) {
            continue;
        }
        let folded = fold_name(written);
        if index.has_word(&folded) || is_known_elsewhere(&folded) {
            continue;
        }
        let phrase = Phrase { index, all, text, words: &words, at, folded: &folded };
        found.extend(phrase.nearest());
    }
    found
}

/// Whether a word has a capital and small letters, and is long enough.
fn is_odd(written: &str) -> bool {
    written.starts_with(char::is_uppercase)
        && written.chars().skip(1).any(char::is_lowercase)
        && written.chars().count() >= SHORTEST
}

fn has_neighbour(words: &[Word], at: usize) -> bool {
    words[at].joined || words.get(at + 1).is_some_and(|next| next.joined)
}

fn words_of(text: &str) -> Vec<Word> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '&');
    let mut words: Vec<Word> = Vec::new();
    let mut end = 0;
    let mut rest = text;
    while let Some(from) = rest.find(inside) {
        let start = text.len() - rest.len() + from;
        let length = text[start..].find(|c| !inside(c)).unwrap_or(text.len() - start);
        let between = &text[end..start];
        let joined = !words.is_empty() && matches!(between, " " | "-" | "‑" | "\n");
        end = start + length;
        let whole = TextRange::new(start, end);
        let own = whole.of(text).trim_end_matches(['s', 'S']);
        let owner = own.strip_suffix(['\'', '’']).map_or(end, |owner| start + owner.len());
        words.push(Word { range: TextRange::new(start, owner), whole, joined });
        rest = &text[end..];
    }
    words
}

/// The odd word numbered `at` with what is needed to judge it.
struct Phrase<'a> {
    index: &'a NearIndex,
    all: &'a [Person],
    text: &'a str,
    words: &'a [Word],
    at: usize,
    folded: &'a str,
}

/// A name whose other words stand around the odd one.
struct Candidate<'a> {
    known: &'a str,
    person: PersonId,
    place: usize,
    /// Numbers of the text's words.
    first: usize,
    length: usize,
    distance: usize,
}

impl Phrase<'_> {
    /// The name that most words speak for; `None` where several speak alike.
    fn nearest(&self) -> Option<NearPhrase> {
        let mut candidates: Vec<Candidate<'_>> = Vec::new();
        for known in self.index.known_near(self.folded) {
            if self.is_slip_of(known) {
                let places = self.index.places_of(known).iter().take(PLACES);
                candidates.extend(places.filter_map(|place| self.candidate(known, *place)));
            }
        }
        let count = |one: &Candidate<'_>| self.all[one.person.0].spellings[one.place].count;
        candidates.sort_by_key(|one| {
            (std::cmp::Reverse(one.length), one.distance, std::cmp::Reverse(count(one)))
        });
        let best = candidates.first()?;
        let rivals = candidates
            .iter()
            .filter(|one| (one.length, one.distance) == (best.length, best.distance));
        let shown = |one: &Candidate<'_>| self.written(one).map(|name| fold_name(&name));
        let same = rivals.clone().all(|one| shown(one) == shown(best));
        same.then(|| self.found(best))?
    }

    fn is_slip_of(&self, known: &str) -> bool {
        let Some(letters) = distance(self.folded, known, 2) else { return false };
        let long = known.len() >= 8 && starts_alike(self.folded, known, 3);
        known.len() > SHORTEST
            && (letters == 1 || long)
            && !is_inflection(self.folded, known, false)
            && !is_umlaut(self.folded, known)
            && variant_key(self.folded) != variant_key(known)
    }

    /// The name at `place`, if the words around the odd one are its other words.
    fn candidate<'k>(
        &self,
        known: &'k str,
        (person, place): (PersonId, usize),
    ) -> Option<Candidate<'k>> {
        let one = &self.all[person.0];
        if !matches!(one.kind, NameKind::Organisation | NameKind::Place) {
            return None;
        }
        let name = fold_name(&one.spellings[place].text);
        let parts: Vec<&str> = name.split(' ').collect();
        let number = parts.iter().position(|part| *part == known)?;
        let first = self.at.checked_sub(number)?;
        let same = (0..parts.len()).take_while(|&part| self.is_there(first, part, number, &parts));
        let length = same.count();
        // "Civil Contract" of the "Civil Contract Faction".
        let whole = length == parts.len() || length >= 2 && length + 1 == parts.len();
        let told = (0..length).any(|part| part != number && tells(parts[part]));
        let distance = distance(self.folded, known, 2)?;
        (length > number && length >= 2 && whole && told).then_some(Candidate {
            known,
            person,
            place,
            first,
            length,
            distance,
        })
    }

    /// Whether the text has the name's word numbered `part` where it belongs.
    fn is_there(&self, first: usize, part: usize, odd: usize, parts: &[&str]) -> bool {
        let Some(word) = self.words.get(first + part) else { return false };
        let joined = part == 0 || word.joined;
        let is_it = |range: TextRange| fold_name(range.of(self.text)) == parts[part];
        joined && (part == odd || is_it(word.range) || is_it(word.whole))
    }

    /// The draft's words with the sources' in place of the odd one.
    fn written(&self, candidate: &Candidate<'_>) -> Option<String> {
        let spelling = &self.all[candidate.person.0].spellings[candidate.place].text;
        let right = words_of(spelling).get(self.at - candidate.first)?.whole.of(spelling);
        let (odd, whole) = (self.words[self.at].range, self.range(candidate)?);
        let before = self.text.get(whole.start..odd.start)?;
        let after = self.text.get(odd.end..whole.end)?;
        Some(format!("{before}{right}{after}"))
    }

    fn range(&self, candidate: &Candidate<'_>) -> Option<TextRange> {
        let last = candidate.first + candidate.length - 1;
        let (first, last) = (self.words.get(candidate.first)?, self.words.get(last)?);
        Some(TextRange::new(first.range.start, last.range.end))
    }

    fn found(&self, candidate: &Candidate<'_>) -> Option<NearPhrase> {
        let range = self.range(candidate)?;
        let spelling = &self.all[candidate.person.0].spellings[candidate.place];
        let miss = NearMiss {
            person: candidate.person,
            spelling: self.written(candidate)?,
            distance: candidate.distance,
            transliteration: looks_transliterated(candidate.known)
                && is_alternation(self.folded, candidate.known),
            count: spelling.count,
            sources: spelling.sources.len(),
        };
        Some(NearPhrase { range, miss })
    }
}

/// Whether a word beside the odd one says which name is meant.
fn tells(word: &str) -> bool {
    word.len() >= 4 && !Traits::of(word).any(Traits::STOP)
}
