//! The people, organisations and places of all sources, each with its spellings, roles and
//! mentions, and what a draft's words are asked of them: who is named here, and which words come
//! near a name without being it.
//!
//! Names of single documents ([`Names`]) are joined by full name, by title and surname, by
//! transliteration and near misspelling, by acronym and expansion. Joining is linear in the number
//! of names; the reading of each source is not repeated. What might be two people is kept apart.

mod confirmed;
mod join;
mod merged;
mod near;
mod parts;
mod phrases;
mod pinyin;
mod scan;
mod slips;
mod spelling;
mod told;

use rustc_hash::FxHashMap;

use crate::reading::names::{Entity, Gender, NameKind, Names, fold_name, without_titles};
use crate::text::{TextRange, fold};

pub use confirmed::Beside;
pub use near::{Before, NearMiss};
pub use phrases::NearPhrase;
pub use scan::Naming;
pub(crate) use spelling::distance;
pub use spelling::skeleton;
pub use told::ToldRole;
pub(crate) use told::unabridged;

/// A slip is at most one mention in this many of the right spelling.
const SLIP_SHARE: u32 = 4;

/// The number of a person, organisation or place among those of all sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub usize);

/// A way in which sources write a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// As it stands in the text.
    pub text: String,
    /// How often it stands, in all sources.
    pub count: u32,
    /// The sources it stands in, ascending.
    pub sources: Vec<usize>,
    /// The spelling the sources agree on, where this one looks like a slip of theirs.
    pub slip_of: Option<String>,
}

/// A person, organisation or place of the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The fullest form that most sources use.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// What the sources show of a person's gender.
    pub gender: Option<Gender>,
    /// The most frequent first.
    pub spellings: Vec<Spelling>,
    /// What sources say it is, with the source's number; in order of the sources.
    pub roles: Vec<(String, usize)>,
    /// Source's number and bytes of its extracted text, in order.
    pub mentions: Vec<(usize, TextRange)>,
}

impl Person {
    /// The numbers of the sources that name it, ascending.
    #[must_use]
    pub fn sources(&self) -> Vec<usize> {
        let mut sources: Vec<usize> = self.mentions.iter().map(|&(source, _)| source).collect();
        sources.dedup();
        sources
    }

    /// Where the source numbered `source` names it, in order.
    pub(crate) fn mentions_in(&self, source: usize) -> &[(usize, TextRange)] {
        let from = self.mentions.partition_point(|one| one.0 < source);
        let count = self.mentions[from..].partition_point(|one| one.0 == source);
        &self.mentions[from..from + count]
    }
}

/// What a writer says about names, against what the sources show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameOverrides {
    /// Alias and the name it stands for. A name that no source has is added.
    pub aliases: Vec<(String, String)>,
    /// Pairs of names that must not be joined.
    pub apart: Vec<(String, String)>,
}

/// All people, organisations and places of the sources.
#[derive(Debug, Default)]
pub struct People {
    all: Vec<Person>,
    /// Of each source and each of its entities, the person it was joined to.
    entities: Vec<Vec<PersonId>>,
    /// Folded spellings, and whose they may be, the most mentioned first.
    by_spelling: FxHashMap<String, Vec<PersonId>>,
    /// Folded words that stand first or last in the name of one person or body only.
    by_word: FxHashMap<String, Option<PersonId>>,
    /// Folded surnames, and whose they are.
    by_surname: FxHashMap<String, Vec<PersonId>>,
    matcher: scan::Matcher,
    near: near::NearIndex,
    /// Of each person the roles that sources give, each once.
    roles: Vec<Vec<FoldedRole>>,
}

/// A role that some source gives to a person, folded.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FoldedRole {
    /// As texts are.
    pub(crate) text: String,
    /// As names are.
    pub(crate) name: String,
}

impl People {
    /// Joins the names of the sources; a source's number is its place in `parts`.
    #[must_use]
    pub fn build(parts: &[&Names]) -> Self {
        Self::with_overrides(parts, &NameOverrides::default())
    }

    /// As [`Self::build`], with what the writer says about names.
    #[must_use]
    pub fn with_overrides(parts: &[&Names], overrides: &NameOverrides) -> Self {
        let (all, entities) = join::join(parts, overrides);
        let mut by_spelling: FxHashMap<String, Vec<PersonId>> = FxHashMap::default();
        for (number, person) in all.iter().enumerate() {
            for spelling in &person.spellings {
                let known = by_spelling.entry(fold_name(&spelling.text)).or_default();
                if known.last() != Some(&PersonId(number)) {
                    known.push(PersonId(number));
                }
            }
        }
        for known in by_spelling.values_mut() {
            known.sort_by_key(|&PersonId(id)| (std::cmp::Reverse(all[id].mentions.len()), id));
        }
        let matcher = scan::Matcher::build(&all, &by_spelling);
        let near = near::NearIndex::build(&all);
        let by_word = parts::by_word(&all);
        let by_surname = parts::by_surname(&all);
        let roles = all.iter().map(folded_roles).collect();
        Self { all, entities, by_spelling, by_word, by_surname, matcher, near, roles }
    }

    /// All, in order of first mention.
    #[must_use]
    pub fn all(&self) -> &[Person] {
        &self.all
    }

    /// The person of that number.
    #[must_use]
    pub fn get(&self, id: PersonId) -> &Person {
        &self.all[id.0]
    }

    /// The roles that sources give to a person, however many of them give each.
    pub(crate) fn folded_roles(&self, id: PersonId) -> &[FoldedRole] {
        &self.roles[id.0]
    }

    /// The person that the `entity` of a source was joined to.
    #[must_use]
    pub fn of_entity(&self, source: usize, entity: usize) -> Option<PersonId> {
        self.entities.get(source)?.get(entity).copied()
    }

    /// All whom the source numbered `source` names, in order of first mention.
    #[must_use]
    pub fn of_source(&self, source: usize) -> &[PersonId] {
        self.entities.get(source).map_or(&[], Vec::as_slice)
    }

    /// The people whose folded surname, without particles or with them, is `surname`.
    #[must_use]
    pub fn with_surname(&self, surname: &str) -> &[PersonId] {
        self.by_surname.get(surname).map_or(&[], Vec::as_slice)
    }

    /// Who is called `text`, a title before the name aside; `None` where nobody or several are.
    #[must_use]
    pub fn resolve(&self, text: &str) -> Option<PersonId> {
        match self.resolve_all(text).as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// Whose name `text` is a part of: a person's last name, the first or last word of a body's
    /// name; `None` where it is nobody's, or several people's.
    #[must_use]
    pub fn resolve_part(&self, text: &str) -> Option<PersonId> {
        let folded = fold_name(without_titles(text));
        let last = folded.rsplit(' ').next()?;
        if folded.contains(' ') {
            return None;
        }
        self.by_word.get(last).copied().flatten()
    }

    /// All who are called `text`, the most mentioned first.
    #[must_use]
    pub fn resolve_all(&self, text: &str) -> Vec<PersonId> {
        let exact = self.by_spelling.get(&fold_name(text));
        let known = exact.or_else(|| self.by_spelling.get(&fold_name(without_titles(text))));
        known.cloned().unwrap_or_default()
    }

    /// All spellings, folded for the matcher, sorted.
    #[must_use]
    pub fn patterns(&self) -> Vec<&str> {
        let mut patterns: Vec<&str> = self.by_spelling.keys().map(String::as_str).collect();
        patterns.sort_unstable();
        patterns
    }

    /// The names of the sources that `text` mentions, in time linear in `text`.
    #[must_use]
    pub fn mentions_in(&self, text: &str) -> Vec<Naming> {
        self.matcher.scan(text)
    }

    /// The name that the capitalised `words` come near without being a name of the sources.
    ///
    /// Inflected names, peoples, common words, given names and names that the sources know are
    /// never near misses.
    #[must_use]
    pub fn near_miss(&self, words: &[&str]) -> Option<NearMiss> {
        self.near_miss_after(words, Before::Nothing)
    }

    /// As [`Self::near_miss`], where it is known what stands before the words.
    #[must_use]
    pub fn near_miss_after(&self, words: &[&str], before: Before) -> Option<NearMiss> {
        if words.is_empty() || self.is_known(&fold_name(&words.join(" "))) {
            return None;
        }
        self.near.find(&self.all, words, before)
    }

    /// The near misses in `text` of names of bodies and places of several words: one word is off,
    /// and the name's other words stand around it.
    #[must_use]
    pub fn near_phrases(&self, text: &str) -> Vec<NearPhrase> {
        phrases::scan(&self.near, &self.all, text)
    }

    /// As [`Self::near_miss`], for an entity that a draft names in full: a surname is not asked
    /// about by itself where the draft gives its owner another given name.
    #[must_use]
    pub fn near_miss_of(&self, entity: &Entity) -> Option<NearMiss> {
        let words: Vec<&str> = entity.name.split(' ').collect();
        self.near_miss(&words)
    }

    /// Whether sources write a name so, and not as a slip.
    fn is_known(&self, key: &str) -> bool {
        let people = self.by_spelling.get(key).into_iter().flatten();
        let mut spellings = people.flat_map(|id| &self.get(*id).spellings);
        spellings.any(|spelling| spelling.slip_of.is_none() && fold_name(&spelling.text) == key)
    }
}

fn folded_roles(person: &Person) -> Vec<FoldedRole> {
    let mut written: Vec<&str> = person.roles.iter().map(|(role, _)| role.as_str()).collect();
    written.sort_unstable();
    written.dedup();
    let folded = |role: &&str| FoldedRole { text: fold(role), name: fold_name(role) };
    let mut roles: Vec<FoldedRole> = written.iter().map(folded).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::markup::{Format, extract};
    use crate::reading::names::read;

    fn people(texts: &[&str]) -> People {
        built(texts, &NameOverrides::default())
    }

    fn built(texts: &[&str], overrides: &NameOverrides) -> People {
        let names: Vec<Names> =
            texts.iter().map(|text| read(&extract(text, Format::Plain), &[])).collect();
        People::with_overrides(&names.iter().collect::<Vec<_>>(), overrides)
    }

    const REPORT: &str = "Armorican Prime Minister Tomas Veldhuizen met reporters. Mr. Veldhuizen said \
        that the Northern Fisheries Organisation (NFO) had failed. Dr. Ida Karlsen agreed with him.";
    const WIRE: &str = "The Armorican prime minister, Tomas Veldhuisen, left Lisbon on Monday. \
        The talks with the Northern Fisheries Organization go on.";
    const BRIEF: &str = "President Veldhuizen was at home, said Ole Karlsen, a farmer. The NFO was not. \
        In the evening Tomas Veldhuizen and Tomas Veldhuizen's wife went out with Tomas Veldhuizen's dog.";

    #[test]
    fn names_of_several_sources_are_joined_or_kept_apart() {
        let people = people(&[REPORT, WIRE, BRIEF]);
        for (one, other, same) in [
            ("Tomas Veldhuizen", "Mr. Veldhuizen", true),
            ("Tomas Veldhuizen", "Tomas Veldhuisen", true),
            ("Tomas Veldhuizen", "President Veldhuizen", true),
            ("Ida Karlsen", "Ole Karlsen", false),
            ("Northern Fisheries Organisation", "NFO", true),
            ("Northern Fisheries Organisation", "Northern Fisheries Organization", true),
        ] {
            let ids = (people.resolve(one), people.resolve(other));
            assert!(
                ids.0.is_some() && ids.1.is_some(),
                "{one} / {other}: {ids:?} {:#?}",
                people.all
            );
            assert_eq!(ids.0 == ids.1, same, "{one} / {other}");
        }
        let ids = people.resolve("Veldhuizen").unwrap();
        let person = people.get(ids);
        assert_eq!(person.name, "Tomas Veldhuizen");
        assert_eq!(person.sources(), [0, 1, 2]);
        let slip = person.spellings.iter().find(|s| s.text == "Tomas Veldhuisen").unwrap();
        assert_eq!(slip.slip_of.as_deref(), Some("Tomas Veldhuizen"));
    }

    #[test]
    fn namesakes_of_a_family_stay_apart() {
        for (one, other) in [
            ("Carl Ash II left.", "Carl Ash III came."),
            (
                "Michael Patrick Leigh left. “Yes,” said Michael Patrick Leigh.",
                "Patrick Leigh came.",
            ),
        ] {
            let people = people(&[one, other]);
            let full = people.all.iter().filter(|person| person.name.contains(' ')).count();
            assert_eq!(full, 2, "{one} {other} {:#?}", people.all);
        }
    }

    #[test]
    fn letters_in_another_order_are_one_name() {
        for (one, other, same) in [
            ("Jonas Trautwein left.", "Jonas Trautwine came.", true),
            (
                "Samed al-Brenka, a port engineer, left.",
                "Samad Al Brenka, the port engineer, came.",
                true,
            ),
            ("Samed al-Brenka, a port engineer, left.", "Samad Al Brenka, a farmer, came.", false),
            ("William “Bill” Trautwein left.", "Bill Trautwein came.", true),
            ("William “Bill” Trautwein left.", "Walter Trautwein came.", false),
            ("The baker Jonas Trautwein left.", "Jonas Trautwine came.", true),
            ("The baker Jonas Trautwein left.", "Jonas Trautwine, a farmer, came.", false),
            ("Jonas Trautwein and Jonas Trautwine left.", "It rained.", false),
            ("Jonas Trautwein left.", "Joris Trautwine came.", false),
            ("Mr. Jonas Trautwein left.", "Ms. Jonas Trautwine came.", false),
            ("Thomas Andersen left.", "Thomas Anderson came.", false),
            ("Jonas Brenka left.", "Jonas Brenak came.", false),
        ] {
            let people = people(&[one, other]);
            let full = people.all.iter().filter(|person| person.name.contains(' ')).count();
            assert_eq!(full == 1, same, "{one} {other} {:#?}", people.all);
        }
    }

    #[test]
    fn the_writer_joins_and_parts() {
        let overrides = NameOverrides {
            aliases: vec![("Tommy the Dutchman".into(), "Tomas Veldhuizen".into())],
            apart: vec![("Tomas Veldhuizen".into(), "Tomas Veldhuisen".into())],
        };
        let people = built(&[REPORT, WIRE], &overrides);
        let person = people.resolve("Tomas Veldhuizen");
        assert!(person.is_some());
        assert_eq!(people.resolve("Tommy the Dutchman"), person);
        assert_ne!(people.resolve("Tomas Veldhuisen"), person);
    }

    #[test]
    fn names_of_several_words_are_known_by_the_words_around_the_odd_one() {
        let people = people(&[REPORT, WIRE, "The House Select Committee on Harbours met."]);
        for (text, expected) in [
            ("The Northern Fisheries Organisaton met.", &["Northern Fisheries Organisation"][..]),
            ("The Northern Fisheres Organisation’s fleet", &["Northern Fisheries Organisation"]),
            ("the House Select Commitee on Harbours", &["House Select Committee on Harbours"]),
            ("The Northern Fisheries Organization met.", &[]),
            ("The Northern Fisheries Organisations met.", &[]),
            ("A Northern Fishery Organisation, Northern, Fisheres", &[]),
            ("Northern. Fisheres Organisation", &[]),
        ] {
            let found: Vec<String> =
                people.near_phrases(text).into_iter().map(|near| near.miss.spelling).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_draft_is_scanned_for_names() {
        let people = people(&[REPORT, "May was cold, said Paula May. Mrs. May is a WHO doctor."]);
        let draft = "Veldhuizen’s men, and the N.F.O. in Tomas\nVeldhuizen. May is warm; who knew? \
            But Paula May knew of veldhuizen and Veldhuizens.";
        let found: Vec<&str> =
            people.mentions_in(draft).iter().map(|naming| naming.range.of(draft)).collect();
        assert_eq!(found, ["Veldhuizen", "N.F.O", "Tomas\nVeldhuizen", "Paula May"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_joined_and_scanned(
            texts in proptest::collection::vec("(\\PC|[A-Z][a-zé]{2,7}|Mr\\.|of|[ .,'’\"\n-]){0,40}", 0..4),
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let people = people(&texts);
            for text in texts {
                for near in people.near_phrases(text) {
                    proptest::prop_assert!(!near.range.of(text).is_empty());
                }
                for naming in people.mentions_in(text) {
                    proptest::prop_assert!(!naming.range.of(text).is_empty());
                    proptest::prop_assert!(!naming.people.is_empty());
                }
            }
            for person in people.all() {
                proptest::prop_assert!(!people.resolve_all(&person.name).is_empty());
                proptest::prop_assert_eq!(people.near_miss(&[&person.name]), None);
            }
        }
    }

    #[test]
    fn near_misses_are_told_from_other_words() {
        let people = people(&[REPORT, BRIEF, "Harald Brandström flew from Kandalak to Lisbon."]);
        for (words, expected) in [
            ("Tomas Veldhuisen", Some("Tomas Veldhuizen")),
            ("Tomas Veldhiuzn", Some("Tomas Veldhuizen")),
            ("Thomas Veldhiuzen", None),
            ("Tomaz Veldhuisen", Some("Tomas Veldhuizen")),
            ("Veldhuizn", Some("Veldhuizen")),
            ("Veldhiuzen", Some("Veldhuizen")),
            ("Brandstrom", None),
            ("Bramdström", Some("Brandström")),
            ("Veldhuizens", None),
            ("Veldhuizenian", None),
            ("Tomas Karlsen", None),
            ("Ida Carlson", None),
            ("Ida Karlson", Some("Ida Karlsen")),
            ("Karlsen", None),
            ("Lisbon", None),
            ("Northern Fisheries Organization", None),
            ("Ida Karlseen", Some("Ida Karlsen")),
            ("Ida Carlsen", None),
            ("Karlsenn", Some("Karlsen")),
            ("Harald Brandstroem", None),
            ("Weather", None),
            ("Amsterdam", None),
        ] {
            let words: Vec<&str> = words.split(' ').collect();
            let found = people.near_miss(&words).map(|miss| miss.spelling);
            assert_eq!(found.as_deref(), expected, "{words:?}");
        }
    }
}
