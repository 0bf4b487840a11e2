//! What is known of a word before its text is read: a small lexicon of function words, titles,
//! roles, heads of organisations and places, common given names, countries and their peoples.

use std::ops::BitOr;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lists::{given, places, surnames, words};

/// A set of properties of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traits(u32);

impl Traits {
    pub(crate) const NONE: Self = Self(0);
    /// Function words and sentence openers: never a name by themselves.
    pub(crate) const STOP: Self = Self(1);
    /// Weekdays and months.
    pub(crate) const CALENDAR: Self = Self(1 << 1);
    /// Before a person's name, with a capital: "President".
    pub(crate) const TITLE: Self = Self(1 << 2);
    /// Says that a person follows and nothing else: "Mr.".
    pub(crate) const HONORIFIC: Self = Self(1 << 3);
    /// Belongs to a title before its noun: "Prime", "Deputy".
    pub(crate) const TITLE_PART: Self = Self(1 << 4);
    pub(crate) const FEMALE: Self = Self(1 << 5);
    pub(crate) const MALE: Self = Self(1 << 6);
    pub(crate) const GIVEN: Self = Self(1 << 7);
    /// Makes a name an organisation's: "Ministry", "University", "Inc".
    pub(crate) const ORGANISATION: Self = Self(1 << 8);
    /// A country, a capital, a large city or region.
    pub(crate) const PLACE: Self = Self(1 << 9);
    /// Makes a name a place's at its end: "River", "County".
    pub(crate) const PLACE_END: Self = Self(1 << 10);
    /// Makes a name a place's at its start: "Mount", "San".
    pub(crate) const PLACE_START: Self = Self(1 << 11);
    /// A people, party member or believer, as noun or adjective.
    pub(crate) const DEMONYM: Self = Self(1 << 12);
    /// A noun for what a person does: "spokesman".
    pub(crate) const ROLE: Self = Self(1 << 13);
    /// A verb of saying.
    pub(crate) const SPEECH: Self = Self(1 << 14);
    /// A preposition that places follow: "in".
    pub(crate) const PLACE_PREPOSITION: Self = Self(1 << 15);
    /// Part of surnames: "von", "bin".
    pub(crate) const PARTICLE: Self = Self(1 << 16);
    pub(crate) const PRONOUN: Self = Self(1 << 17);
    /// After a person's name: "Jr.".
    pub(crate) const GENERATION: Self = Self(1 << 18);
    /// Makes a name a thing's: "War", "Act", "Prize".
    pub(crate) const THING: Self = Self(1 << 19);
    /// Part of a compass: "North", "Western".
    pub(crate) const COMPASS: Self = Self(1 << 20);
    /// "The" or its like before a noun.
    pub(crate) const DETERMINER: Self = Self(1 << 21);
    /// "ministry" and the like, an organisation even in lower case after a country's name.
    pub(crate) const BODY: Self = Self(1 << 22);
    /// Opens a relative clause about a person, or ends an apposition: "who".
    pub(crate) const RELATIVE: Self = Self(1 << 23);
    /// Kin and parts of a person's life: "wife", after a possessive.
    pub(crate) const KIN: Self = Self(1 << 24);
    /// An organisation or place known by its name alone: "Kremlin", "Congress", "NATO".
    pub(crate) const KNOWN_BODY: Self = Self(1 << 25);
    /// A generic noun that places are introduced by: "city of".
    pub(crate) const PLACE_NOUN: Self = Self(1 << 26);
    /// Written with a stop that ends no sentence: "Mr.".
    pub(crate) const ABBREVIATED: Self = Self(1 << 27);
    /// A surname that many people bear.
    pub(crate) const SURNAME: Self = Self(1 << 28);

    /// Both sets.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two sets share a property.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What the lexicon knows of `word`, given in lower case.
    pub(crate) fn of(word: &str) -> Self {
        LEXICON.get(word).copied().unwrap_or(Self::NONE)
    }
}

impl BitOr for Traits {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static LEXICON: LazyLock<FxHashMap<&'static str, Traits>> = LazyLock::new(|| {
    let mut lexicon = FxHashMap::default();
    for (list, traits) in LISTS {
        for word in list.split_ascii_whitespace() {
            let known: &mut Traits = lexicon.entry(word).or_default();
            *known = *known | *traits;
        }
    }
    lexicon
});

const LISTS: &[(&str, Traits)] = &[
    (words::STOP, Traits::STOP),
    (words::DETERMINERS, Traits(Traits::STOP.0 | Traits::DETERMINER.0)),
    (words::CALENDAR, Traits::CALENDAR),
    (words::HONORIFICS_FEMALE, Traits(Traits::HONORIFIC.0 | Traits::TITLE.0 | Traits::FEMALE.0)),
    (words::HONORIFICS_MALE, Traits(Traits::HONORIFIC.0 | Traits::TITLE.0 | Traits::MALE.0)),
    (words::HONORIFICS, Traits(Traits::HONORIFIC.0 | Traits::TITLE.0)),
    (words::TITLES, Traits(Traits::TITLE.0 | Traits::ROLE.0)),
    (words::TITLES_FEMALE, Traits(Traits::TITLE.0 | Traits::ROLE.0 | Traits::FEMALE.0)),
    (words::TITLES_MALE, Traits(Traits::TITLE.0 | Traits::ROLE.0 | Traits::MALE.0)),
    (words::TITLE_PARTS, Traits::TITLE_PART),
    (words::ABBREVIATIONS, Traits::ABBREVIATED),
    (words::ROLES, Traits::ROLE),
    (words::ROLES_FEMALE, Traits(Traits::ROLE.0 | Traits::FEMALE.0)),
    (words::ROLES_MALE, Traits(Traits::ROLE.0 | Traits::MALE.0)),
    (words::KIN_FEMALE, Traits(Traits::KIN.0 | Traits::FEMALE.0)),
    (words::KIN_MALE, Traits(Traits::KIN.0 | Traits::MALE.0)),
    (words::KIN, Traits::KIN),
    (words::PRONOUNS_FEMALE, Traits(Traits::PRONOUN.0 | Traits::FEMALE.0 | Traits::STOP.0)),
    (words::PRONOUNS_MALE, Traits(Traits::PRONOUN.0 | Traits::MALE.0 | Traits::STOP.0)),
    (words::SPEECH, Traits::SPEECH),
    (words::PLACE_PREPOSITIONS, Traits(Traits::PLACE_PREPOSITION.0 | Traits::STOP.0)),
    (words::PARTICLES, Traits::PARTICLE),
    (words::GENERATIONS, Traits::GENERATION),
    (words::RELATIVES, Traits(Traits::RELATIVE.0 | Traits::STOP.0)),
    (words::ORGANISATIONS, Traits::ORGANISATION),
    (words::KNOWN_BODIES, Traits::KNOWN_BODY),
    (words::BODIES, Traits::BODY),
    (words::THINGS, Traits::THING),
    (words::COMPASS, Traits::COMPASS),
    (words::PLACE_ENDS, Traits::PLACE_END),
    (words::PLACE_STARTS, Traits::PLACE_START),
    (words::PLACE_NOUNS, Traits::PLACE_NOUN),
    (places::PLACES, Traits::PLACE),
    (places::DEMONYMS, Traits::DEMONYM),
    (given::FEMALE, Traits(Traits::GIVEN.0 | Traits::FEMALE.0)),
    (given::MALE, Traits(Traits::GIVEN.0 | Traits::MALE.0)),
    (given::EITHER, Traits::GIVEN),
    (surnames::SURNAMES, Traits::SURNAME),
];
