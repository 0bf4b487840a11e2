//! Names and stems, by which sentences are compared.

use super::lexicon::{EMPTY, LIGHT, SAYING};
use crate::corpus::people::PersonId;
use crate::reading::names::is_common_word;
use crate::reading::stems;
use crate::reading::tokens::is_number_word;
use crate::text::{fold, key_of};

/// A name or a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Feature {
    /// One of the people, bodies and places of the sources.
    Name(u32),
    /// A name that the sources do not have, as a key.
    OtherName(u32),
    /// The stem of a word, as a key.
    Stem(u32),
    /// The stem of a word of saying, which nearly every sentence has.
    Saying(u32),
    /// The stem of a verb that tells little without its object.
    Light(u32),
    /// A number or a day so exact that two documents hardly have it by chance.
    Exact(u32),
}

impl Feature {
    /// The feature of a word that is no name.
    pub(crate) fn of_word(word: &str) -> Self {
        Self::Stem(key_of(&stems::stem(word)))
    }

    /// The feature of any word, `None` for one that tells nothing.
    pub(crate) fn of_any_word(word: &str) -> Option<Self> {
        stem(word)
    }

    pub(crate) fn of_person(PersonId(id): PersonId) -> Self {
        Self::Name(u32::try_from(id).unwrap_or(u32::MAX))
    }

    /// Whose name it is.
    pub(crate) fn person(self) -> Option<PersonId> {
        match self {
            Self::Name(id) => Some(PersonId(id as usize)),
            _ => None,
        }
    }

    /// Whether it is a name that the sources know.
    pub(crate) const fn is_name(self) -> bool {
        matches!(self, Self::Name(_))
    }

    /// Whether it is a name, known to the sources or not.
    pub(crate) const fn is_any_name(self) -> bool {
        matches!(self, Self::Name(_) | Self::OtherName(_))
    }

    /// Whether it is a word of saying.
    pub(crate) const fn is_saying(self) -> bool {
        matches!(self, Self::Saying(_))
    }

    /// Whether it is a word that tells something by itself.
    pub(crate) const fn is_stem(self) -> bool {
        matches!(self, Self::Stem(_))
    }

    /// How much it tells beside its rarity.
    pub(super) const fn importance(self) -> f32 {
        match self {
            Self::Saying(_) => 0.5,
            Self::Light(_) => 0.4,
            _ => 1.0,
        }
    }
}

/// What a body may be called again: "the statute" for "the Rome Statute".
pub(super) fn common_noun(name: &str) -> Option<Feature> {
    let (_, last) = name.rsplit_once(char::is_whitespace)?;
    stem(last).filter(|feature| feature.is_stem() && is_common_word(&fold(last)))
}

/// The feature of `word`; a verb that means another thing with the particle after it ("took *over*",
/// "stepped *down*") has one of its own.
pub(super) fn verb_with(word: &str, next: &str) -> Option<Feature> {
    const PARTICLES: &[&str] = &["over", "down", "up", "out", "off", "away"];
    // A verb with its particle, and the verb that tells the same.
    const SAME: [(&str, &str, &str); 5] = [
        ("set", "up", "founded"),
        ("clos", "down", "closed"),
        ("step", "down", "resigned"),
        ("turn", "down", "rejected"),
        ("call", "off", "cancelled"),
    ];
    const VERBS: &[&str] = &[
        "tak", "step", "hand", "giv", "set", "break", "carry", "turn", "shut", "pull", "bring",
        "mak", "com", "get", "put", "go", "run", "lay", "stand", "tear", "call", "hold",
    ];
    if PARTICLES.contains(&next) {
        let verb = stems::stem(&fold(word));
        if let Some((.., same)) =
            SAME.iter().find(|(one, after, _)| (*one, *after) == (&verb, next))
        {
            return Some(Feature::of_word(same));
        }
        if VERBS.contains(&verb.as_str()) {
            return Some(Feature::Stem(key_of(&format!("{verb} {next}"))));
        }
    }
    stem(word)
}

fn stem(word: &str) -> Option<Feature> {
    let folded = fold(word);
    let bare = folded.strip_suffix("'s").unwrap_or(&folded);
    let is_word = bare.chars().next().is_some_and(char::is_alphabetic);
    if !is_word || bare.len() < 2 || EMPTY.contains(bare) || is_number_word(bare) {
        return None;
    }
    let stem = stems::stem(bare);
    let key = key_of(&stem);
    Some(match stem.as_str() {
        saying if SAYING.contains(&saying) => Feature::Saying(key),
        light if LIGHT.contains(&light) => Feature::Light(key),
        _ => Feature::Stem(key),
    })
}
