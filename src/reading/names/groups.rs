//! Which distinct names of a document name the same person, body or place, wherever they stand.

use rustc_hash::FxHashMap;

use super::NameKind;
use super::surfaces::Surfaces;
use super::traits::Traits;

/// Surfaces joined into groups; a group is known by the number of its first surface.
#[derive(Debug)]
pub(super) struct Groups {
    parents: Vec<usize>,
    /// Full names of people by their surnames, particles with and without.
    surnames: FxHashMap<String, Vec<usize>>,
    /// Full names of people by their first words.
    firsts: FxHashMap<String, Vec<usize>>,
}

/// What follows a surname and is no part of it.
const GENERATIONS: &[&str] = &["jr", "sr", "ii", "iii", "iv"];

/// Particles that belong to the surname after them.
const PARTICLES: &[&str] = &[
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "du", "dos", "das", "la", "le",
    "bin", "ibn", "ben", "al", "el", "ul", "ter", "ten", "abu", "st", "san", "af", "zu", "lo",
    "mac",
];

impl Groups {
    /// Joins the surfaces that are variants of one name whatever the context, with `pairs` joined
    /// beforehand.
    pub(super) fn build(surfaces: &Surfaces, pairs: &[(usize, usize)]) -> Self {
        let mut groups = Self {
            parents: (0..surfaces.all.len()).collect(),
            surnames: FxHashMap::default(),
            firsts: FxHashMap::default(),
        };
        for &(expansion, acronym) in pairs {
            groups.join(expansion, acronym);
        }
        groups.join_people(surfaces);
        groups.join_bodies(surfaces);
        groups
    }

    /// The group of a surface.
    pub(super) fn of(&self, mut surface: usize) -> usize {
        while self.parents[surface] != surface {
            surface = self.parents[surface];
        }
        surface
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        let (first, second) = (one.min(other), one.max(other));
        self.parents[second] = first;
    }

    /// Groups of people whose surname is `key`.
    pub(super) fn with_surname(&self, key: &str) -> Vec<usize> {
        self.groups_of(self.surnames.get(key))
    }

    /// Groups of people whose name begins with the word `key`.
    pub(super) fn with_first(&self, key: &str) -> Vec<usize> {
        self.groups_of(self.firsts.get(key))
    }

    fn groups_of(&self, surfaces: Option<&Vec<usize>>) -> Vec<usize> {
        let mut groups: Vec<usize> =
            surfaces.into_iter().flatten().map(|&surface| self.of(surface)).collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    fn join_people(&mut self, surfaces: &Surfaces) {
        for (number, surface) in surfaces.all.iter().enumerate() {
            let full = surface.strong > 0 && surface.kind() == NameKind::Person;
            let Some(name) = PersonName::parse(&surface.key).filter(|_| full) else { continue };
            let namesakes = self.surnames.get(name.last).cloned().unwrap_or_default();
            for other in namesakes {
                let same = PersonName::parse(&surfaces.all[other].key)
                    .is_some_and(|other| name.may_be(&other));
                if same {
                    self.join(other, number);
                }
            }
            for surname in name.surnames() {
                self.surnames.entry(surname).or_default().push(number);
            }
            self.firsts.entry(name.first.to_owned()).or_default().push(number);
        }
    }

    /// Joins spelling variants, and short forms with the one body that begins or ends so.
    fn join_bodies(&mut self, surfaces: &Surfaces) {
        let mut variants: FxHashMap<String, usize> = FxHashMap::default();
        let mut parts: FxHashMap<&str, Option<usize>> = FxHashMap::default();
        for (number, surface) in surfaces.all.iter().enumerate() {
            if surface.strong == 0 || surface.kind() == NameKind::Person {
                continue;
            }
            match variants.get(&variant_key(&surface.key)) {
                Some(&same) => self.join(same, number),
                None => {
                    variants.insert(variant_key(&surface.key), number);
                }
            }
            if surface.kind() == NameKind::Organisation {
                for part in parts_of(&surface.key) {
                    let group = self.of(number);
                    parts
                        .entry(part)
                        .and_modify(|known| *known = known.filter(|&known| known == group))
                        .or_insert(Some(group));
                }
            }
        }
        for (number, surface) in surfaces.all.iter().enumerate() {
            let plain = surface.known.is_none()
                && !surface.is_acronym
                && !matches!(surface.kind(), NameKind::Person | NameKind::Place);
            if plain && let Some(Some(group)) = parts.get(surface.key.as_str()) {
                self.join(*group, number);
            }
        }
    }
}

/// What a body's name may be shortened to: its first word, and its end of two words or more.
fn parts_of(key: &str) -> impl Iterator<Item = &str> {
    let first = key.split_once(' ').map(|(first, _)| first);
    let plain = ![" of ", " for ", " & ", " and "].iter().any(|small| key.contains(small));
    let long_enough = move |part: &&str| plain && part.contains(' ');
    let ends = key.match_indices(' ').map(|(at, _)| &key[at + 1..]).filter(long_enough);
    first.filter(|first| first.len() >= 4).into_iter().chain(ends)
}

/// A name's key with the spellings of British and American English made one.
pub(crate) fn variant_key(key: &str) -> String {
    let mut variant = key
        .replace("isation", "ization")
        .replace("defence", "defense")
        .replace("centre", "center")
        .replace("labour", "labor")
        .replace("programme", "program")
        .replace("theatre", "theater")
        .replace("harbour", "harbor")
        .replace(" and ", " & ");
    if let Some(rest) = variant.strip_prefix("the ") {
        variant = rest.to_owned();
    }
    variant
}

/// A person's full name, folded, in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PersonName<'k> {
    /// First word.
    pub(crate) first: &'k str,
    /// Words between first name and surname, particles included.
    pub(crate) middle: Vec<&'k str>,
    /// Last word but for "Jr.".
    pub(crate) last: &'k str,
    /// "jr" and the like.
    pub(crate) generation: Option<&'k str>,
}

impl<'k> PersonName<'k> {
    /// The parts of the folded name `key`; `None` where it has one word only.
    pub(crate) fn parse(key: &'k str) -> Option<Self> {
        let mut words: Vec<&str> = key.split(' ').collect();
        let generation = words.pop_if(|last| GENERATIONS.contains(last));
        let last = words.pop()?;
        let mut words = words.into_iter();
        let first = words.next()?;
        if PARTICLES.contains(&first) && !matches!(first, "ben" | "al" | "el" | "van" | "mac") {
            return None;
        }
        Some(Self { first, middle: words.collect(), last, generation })
    }

    /// The surnames it may be called by: with and without particles, double ones.
    pub(crate) fn surnames(&self) -> Vec<String> {
        let mut surname = self.last.to_owned();
        let mut surnames = vec![surname.clone()];
        let mut previous_particle = true;
        for word in self.middle.iter().rev() {
            let particle = PARTICLES.contains(word);
            // "Patrick Leigh" is no double surname of "Michael Patrick Leigh".
            let is_given = |word: &str| Traits::of(word).any(Traits::GIVEN);
            let given = !particle && is_given(word) && is_given(self.first);
            if given || !particle && !previous_particle {
                break;
            }
            surname = format!("{word} {surname}");
            surnames.push(surname.clone());
            previous_particle = particle;
        }
        surnames
    }

    /// Whether both may be the same person's: nothing in one contradicts the other.
    pub(crate) fn may_be(&self, other: &Self) -> bool {
        self.last == other.last
            && self.generation == other.generation
            && same_or_initial(self.first, other.first)
            && self.middle_fits(other)
    }

    fn middle_fits(&self, other: &Self) -> bool {
        self.middle.is_empty()
            || other.middle.is_empty()
            || self.middle.iter().zip(&other.middle).all(|(one, two)| same_or_initial(one, two))
    }
}

/// Whether two given names are the same, or one is the other's initial.
fn same_or_initial(one: &str, other: &str) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    one == other || initial(one, other) || initial(other, one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_names_are_compared_by_their_parts() {
        for (one, other, same) in [
            ("vera orlova", "vera orlova", true),
            ("george w ash", "george ash", true),
            ("george w ash", "george h w ash", false),
            ("g ash", "george ash", true),
            ("vera ash", "george ash", false),
            ("george ash", "george ash jr", false),
            ("ursula van der meer", "ursula meer", true),
        ] {
            let parse = |key| PersonName::parse(key).unwrap();
            assert_eq!(parse(one).may_be(&parse(other)), same, "{one} / {other}");
            assert_eq!(parse(other).may_be(&parse(one)), same, "{other} / {one}");
        }
    }

    #[test]
    fn surnames_keep_their_particles() {
        let surnames = |key| PersonName::parse(key).unwrap().surnames().join("|");
        assert_eq!(surnames("ursula van der meer"), "meer|der meer|van der meer");
        assert_eq!(surnames("gabriel garcia marquez"), "marquez|garcia marquez");
        assert_eq!(surnames("michael patrick leigh"), "leigh");
        assert_eq!(surnames("carpenter michael leigh"), "leigh|michael leigh");
        assert_eq!(surnames("vera orlova"), "orlova");
        assert_eq!(surnames("martin ash jr"), "ash");
    }
}
