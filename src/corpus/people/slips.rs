//! Which differences between two words are slips, and which make another word.

use super::spelling::skeleton;
use crate::reading::names::{Traits, is_common_word};

/// Letters by which a word of that length may be off.
pub(super) fn limit(word: &str) -> usize {
    if word.chars().count() >= 7 { 2 } else { 1 }
}

/// Whether a word two letters off is a slip all the same: by itself a long one that begins alike;
/// beside words that are right one that sounds alike or begins alike.
pub(super) fn is_slip_of_two(word: &str, known: &str, alone: bool) -> bool {
    if alone {
        return word.chars().count().min(known.chars().count()) >= 8
            && starts_alike(word, known, 6);
    }
    starts_alike(word, known, 3) || skeleton(word) == skeleton(known)
}

/// Whether the word is something by itself: a common word, a given name, a place, a people.
pub(super) fn is_known_elsewhere(word: &str) -> bool {
    let known =
        Traits::GIVEN | Traits::PLACE | Traits::DEMONYM | Traits::TITLE | Traits::KNOWN_BODY;
    is_common_word(word) || Traits::of(word).any(known) || word.chars().any(|c| c.is_ascii_digit())
}

/// Whether two words share their first `letters`.
pub(super) fn starts_alike(word: &str, known: &str, letters: usize) -> bool {
    word.chars().zip(known.chars()).take_while(|(one, other)| one == other).count() >= letters
}

/// Slips seldom touch the first letter.
pub(super) fn begins_alike(word: &str, known: &str) -> bool {
    let first = |text: &str| text.chars().next();
    let swapped = word.chars().nth(1) == first(known) && known.chars().nth(1) == first(word);
    first(word) == first(known) || swapped
}

/// Whether `word` is `known` with an ending, or the other way round: plurals, peoples, "-ism".
pub(super) fn is_inflection(word: &str, known: &str) -> bool {
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
