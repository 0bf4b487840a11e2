//! Names that come near one of the sources and might be somebody else's by themselves, where what
//! stands beside them says that the same person is meant: "Mike Holt, the port's safety director",
//! where the sources know "Mark Holt, the port's safety director".

use rustc_hash::FxHashSet;

use super::near::NearMiss;
use super::slips::{is_alternation, is_swapped, looks_transliterated};
use super::spelling::distance;
use super::{People, Person, PersonId};
use crate::reading::names::{NameKind, PersonName, Traits, fold_name};

/// Words of one role that must stand beside a name which might be anybody's.
const SURE: usize = 2;
/// Longest given name by which friends call somebody, in letters.
const SHORT: usize = 5;
/// Shortest given name of which another spelling is told from another name, in letters.
const LONG: usize = 5;

/// What stands beside a name, folded word by word.
#[derive(Clone, Debug, Default)]
pub struct Beside(FxHashSet<String>);

impl Beside {
    /// Of the `text` around a name, without the name.
    #[must_use]
    pub fn of<'a>(text: impl IntoIterator<Item = &'a str>) -> Self {
        let words = text.into_iter().flat_map(|part| {
            part.split(|c: char| !c.is_alphanumeric()).map(fold_name).collect::<Vec<_>>()
        });
        Self(words.filter(|word| !word.is_empty()).map(plain_office).collect())
    }

    /// "his brother", "the widow of": somebody of the same name.
    fn tells_of_kin(&self) -> bool {
        const KIN: &[&str] = &[
            "brother",
            "sister",
            "son",
            "daughter",
            "wife",
            "husband",
            "father",
            "mother",
            "cousin",
            "nephew",
            "niece",
            "uncle",
            "aunt",
            "widow",
            "widower",
            "twin",
            "namesake",
            "grandson",
            "granddaughter",
            "relation",
        ];
        KIN.iter().any(|word| self.0.contains(*word))
    }

    /// How many words of one role of `person` stand there, and whether an office is among them.
    fn shared(&self, person: &Person) -> Shared {
        let of_role = |role: &str| {
            let words: FxHashSet<String> = fold_name(role)
                .split(' ')
                .filter(|word| word.len() > 2 && !Traits::of(word).any(Traits::STOP))
                .map(|word| plain_office(word.to_owned()))
                .filter(|word| self.0.contains(word))
                .collect();
            let office =
                words.iter().any(|word| Traits::of(word).any(Traits::ROLE.and(Traits::TITLE)));
            Shared { words: words.len(), office }
        };
        let roles = person.roles.iter().map(|(role, _)| of_role(role));
        roles.max_by_key(|shared| (shared.office, shared.words)).unwrap_or_default()
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Shared {
    words: usize,
    office: bool,
}

/// How often the sources have the person's name in full.
fn full_count(person: &Person) -> u32 {
    let full = person.spellings.iter().filter(|spelling| spelling.text.contains(' '));
    full.map(|spelling| spelling.count).sum()
}

/// One word for the ways in which an office is written.
fn plain_office(word: String) -> String {
    let plain = match word.as_str() {
        "sen" => "senator",
        "gov" => "governor",
        "rep" | "congressman" | "congresswoman" => "representative",
        "gen" => "general",
        "prof" => "professor",
        "amb" => "ambassador",
        "spokesman" | "spokeswoman" => "spokesperson",
        "chairman" | "chairwoman" | "chair" => "chairperson",
        _ => return word,
    };
    plain.to_owned()
}

impl People {
    /// Whose full name the folded `name` is a slip for, by what stands `beside` it.
    ///
    /// Only for names that no source has and that come near one person's name only.
    #[must_use]
    pub fn confirmed_miss(&self, name: &str, beside: &Beside) -> Option<NearMiss> {
        let drafted = PersonName::parse(name).filter(|name| name.generation.is_none())?;
        if beside.tells_of_kin() || drafted.first.len() < 2 {
            return None;
        }
        let namesakes = self.names_ending(drafted.last);
        let mut found = if namesakes.is_empty() {
            let near = self.near.known_near(drafted.last).into_iter();
            let mut others: Vec<_> = near.flat_map(|known| self.names_ending(known)).collect();
            others.retain(|known| self.is_surname_slip(&drafted, known, beside));
            others
        } else {
            let mut namesakes = namesakes;
            namesakes.retain(|known| self.is_given_slip(&drafted, known, beside));
            namesakes
        };
        let (person, _) = found.pop().filter(|_| found.is_empty())?;
        Some(self.miss_of(person, &drafted))
    }

    /// The acronym of the sources that `written` has with two neighbouring letters swapped.
    #[must_use]
    pub fn swapped_acronym(&self, written: &str) -> Option<NearMiss> {
        const SHORTEST: usize = 4;
        const OFTEN: u32 = 2;
        let folded = fold_name(written);
        if written.len() < SHORTEST || self.near.has_word(&folded) {
            return None;
        }
        // Asked of the spellings: what an acronym stands for is not always known.
        let mut swapped = swaps(&folded).filter(|known| self.by_spelling.contains_key(known));
        let known = swapped.next().filter(|_| swapped.next().is_none())?;
        let (person, spelling) = self.by_spelling.get(&known)?.iter().find_map(|&id| {
            let mut spellings = self.get(id).spellings.iter();
            spellings.find(|one| one.text == known.to_uppercase()).map(|one| (id, one))
        })?;
        (spelling.count >= OFTEN).then(|| NearMiss {
            person,
            spelling: spelling.text.clone(),
            distance: 1,
            transliteration: false,
            count: spelling.count,
            sources: spelling.sources.len(),
        })
    }

    /// The people whose names end in `surname`, with their folded names.
    fn names_ending(&self, surname: &str) -> Vec<(PersonId, String)> {
        let known = self.near.places_of(surname).iter().map(|&(person, _)| person);
        let mut known: Vec<PersonId> = known.collect();
        known.sort_unstable();
        known.dedup();
        let named = known.into_iter().filter(|&id| self.get(id).kind == NameKind::Person);
        let full = |id: PersonId| {
            let name = fold_name(&self.get(id).name);
            let last = PersonName::parse(&name).map_or(name.as_str(), |name| name.last);
            (last == surname).then_some((id, name))
        };
        named.filter_map(full).collect()
    }

    /// Whether the draft's given name or initial is a slip for that of `known`, who has its surname.
    fn is_given_slip(
        &self,
        drafted: &PersonName<'_>,
        (id, name): &(PersonId, String),
        beside: &Beside,
    ) -> bool {
        let Some(known) = PersonName::parse(name) else { return false };
        let shared = beside.shared(self.get(*id));
        let common = Traits::of(drafted.last).any(Traits::SURNAME);
        if drafted.first == known.first {
            return self.is_other_initial(drafted, *id) && (!common || shared.office)
                || is_other_middle(&drafted.middle, &known.middle);
        }
        if known.first.len() < 2
            || !known.middle.is_empty()
                && !drafted.middle.is_empty()
                && known.middle != drafted.middle
            || are_of_other_genders(drafted.first, known.first)
        {
            return false;
        }
        let letters = distance(drafted.first, known.first, 2);
        if sounds_alike(drafted.first, known.first) || is_swapped(drafted.first, known.first) {
            // "Sergei" and "Sergey" are both right; a name that stands once may be the source's slip.
            let foreign = looks_transliterated(drafted.last);
            let taste = foreign && is_alternation(drafted.first, known.first);
            let listed = Traits::of(drafted.first).any(Traits::GIVEN);
            let sure = !(common && listed) && full_count(self.get(*id)) > 1;
            return !taste && (sure || shared.words > 0);
        }
        if drafted.first.starts_with(known.first) || known.first.starts_with(drafted.first) {
            return false;
        }
        let same_start = drafted.first.chars().next() == known.first.chars().next();
        let long = drafted.first.len().min(known.first.len()) >= LONG;
        let near = letters.is_some() && same_start && long && !common;
        shared.office
            && !is_short_form(drafted.first, known.first)
            && (near || shared.words >= SURE && (letters == Some(1) || same_start))
    }

    /// Whether `known` has the draft's given name and a surname that the draft's is a slip for.
    fn is_surname_slip(
        &self,
        drafted: &PersonName<'_>,
        (id, name): &(PersonId, String),
        beside: &Beside,
    ) -> bool {
        let shared = beside.shared(self.get(*id));
        let Some(known) = PersonName::parse(name) else {
            // The sources have the surname alone.
            let long = name.chars().count() > LONG;
            return long && shared.office && distance(drafted.last, name, 1).is_some();
        };
        let letters = distance(drafted.last, known.last, 2);
        let double =
            drafted.middle == known.middle && known.middle.iter().any(|word| word.len() > 2);
        let near = letters == Some(1) || letters.is_some() && shared.words >= SURE;
        drafted.first == known.first && (near && shared.office || letters.is_some() && double)
    }

    /// "Vera K. Orlova" where the sources have "Vera J. Orlova" only.
    fn is_other_initial(&self, drafted: &PersonName<'_>, id: PersonId) -> bool {
        let [initial] = drafted.middle.as_slice() else { return false };
        let mut known = self.get(id).spellings.iter().filter_map(|spelling| {
            let key = fold_name(&spelling.text);
            let name = PersonName::parse(&key)?;
            let same = name.first == drafted.first && name.last == drafted.last;
            (same && !name.middle.is_empty()).then(|| name.middle.concat())
        });
        let Some(first) = known.next() else { return false };
        let single = |word: &str| word.chars().count() == 1;
        single(initial) && single(&first) && first != *initial && known.all(|other| other == first)
    }

    /// The miss, with the spelling of `person`'s that has as many words as the draft's.
    fn miss_of(&self, id: PersonId, drafted: &PersonName<'_>) -> NearMiss {
        let person = self.get(id);
        let words = drafted.middle.len() + 2;
        let long = |text: &str| fold_name(text).split(' ').count() == words;
        let same = person.spellings.iter().filter(|spelling| spelling.slip_of.is_none());
        let found = same.clone().find(|spelling| long(&spelling.text));
        let spelling = found.map_or(person.name.clone(), |spelling| spelling.text.clone());
        let having = same.filter(|one| fold_name(&one.text).contains(' '));
        let sources: FxHashSet<usize> =
            having.clone().flat_map(|one| one.sources.iter().copied()).collect();
        NearMiss {
            person: id,
            spelling,
            distance: 1,
            transliteration: looks_transliterated(drafted.last),
            count: having.map(|one| one.count).sum(),
            sources: sources.len(),
        }
    }
}

/// The words that have two neighbouring letters of `word` in the other order.
fn swaps(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = word.chars().collect();
    let swappable = |at: &usize| letters[*at] != letters[at + 1];
    let places: Vec<usize> =
        (0..letters.len().saturating_sub(1)).filter(|at| swappable(at)).collect();
    places.into_iter().map(move |at| {
        let mut swapped = letters.clone();
        swapped.swap(at, at + 1);
        swapped.into_iter().collect()
    })
}

/// Whether one of two given names may be what the bearer of the other is called by his friends:
/// "Mike" of "Michael", "Jack" of "John".
fn is_short_form(one: &str, other: &str) -> bool {
    const IRREGULAR: &[(&str, &str)] = &[
        ("jim", "james"),
        ("jimmy", "james"),
        ("jack", "john"),
        ("hank", "henry"),
        ("harry", "henry"),
        ("ted", "theodore"),
        ("meg", "margaret"),
        ("molly", "mary"),
        ("sally", "sarah"),
        ("betty", "elizabeth"),
    ];
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let alike = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count() >= 2;
    let familiar = short.len() < long.len() || short.ends_with(['y', 'e', 'i']);
    IRREGULAR.contains(&(short, long)) || alike && short.len() <= SHORT && familiar
}

/// Whether the words between given name and surname differ in a letter or in how they are divided:
/// "van den" and "van der", "Price-" and "Pryce-".
fn is_other_middle(one: &[&str], other: &[&str]) -> bool {
    let (one, other) = (one.concat(), other.concat());
    one.len().min(other.len()) > 2 && distance(&one, &other, 1).is_some()
}

fn are_of_other_genders(one: &str, other: &str) -> bool {
    let gender = |word: &str| {
        let traits = Traits::of(word);
        (traits.any(Traits::FEMALE), traits.any(Traits::MALE))
    };
    matches!((gender(one), gender(other)), ((true, false), (false, true)))
        || matches!((gender(one), gender(other)), ((false, true), (true, false)))
}

/// Whether two given names are one, written in two ways: "Stephen" and "Steven".
fn sounds_alike(one: &str, other: &str) -> bool {
    sound(one) == sound(other)
}

/// A folded given name with the letters that are written in several ways made alike.
fn sound(name: &str) -> String {
    const ALIKE: &[(&str, &str)] = &[
        ("geo", "je"),
        ("ph", "f"),
        ("th", "t"),
        ("ch", "k"),
        ("ck", "k"),
        ("ou", "u"),
        ("ce", "se"),
        ("ci", "si"),
        ("cy", "si"),
        ("c", "k"),
        ("v", "f"),
        ("z", "s"),
        ("y", "i"),
    ];
    let mut rest = name;
    let mut sound = String::with_capacity(name.len());
    while let Some(first) = rest.chars().next() {
        let found = ALIKE.iter().find(|(letters, _)| rest.starts_with(letters));
        let (taken, plain) =
            found.map_or((first.len_utf8(), &rest[..first.len_utf8()]), |(l, p)| (l.len(), *p));
        rest = &rest[taken..];
        let silent = plain == "h" && !rest.starts_with(['a', 'e', 'i', 'o', 'u', 'y']);
        if !silent && !sound.ends_with(plain) {
            sound.push_str(plain);
        }
    }
    let doubled = ["nne", "lle", "tte"].iter().any(|end| name.ends_with(end));
    if doubled || name.ends_with("ie") {
        sound.pop();
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::people::NameOverrides;
    use crate::reading::markup::{Format, extract};
    use crate::reading::names::{Names, read};

    fn people(texts: &[&str]) -> People {
        let names: Vec<Names> =
            texts.iter().map(|text| read(&extract(text, Format::Plain), &[])).collect();
        let names: Vec<&Names> = names.iter().collect();
        People::with_overrides(&names, &NameOverrides::default())
    }

    #[test]
    fn one_given_name_is_written_in_several_ways() {
        for (one, other, same) in [
            ("stephen", "steven", true),
            ("rebecca", "rebekah", true),
            ("marc", "mark", true),
            ("louis", "luis", true),
            ("rudolf", "rudolph", true),
            ("anne", "ann", true),
            ("sara", "sarah", true),
            ("jon", "john", true),
            ("geoffrey", "jeffrey", true),
            ("lucie", "lucy", true),
            ("jane", "jan", false),
            ("mark", "mary", false),
            ("julia", "julian", false),
            ("eric", "erin", false),
        ] {
            assert_eq!(sounds_alike(one, other), same, "{one} {other}");
        }
    }

    #[test]
    fn what_stands_beside_a_name_confirms_whose_it_is() {
        let people = people(&[
            "Mark Holt, the port’s safety director, closed the pier. Sen. Ada J. Thornbury agreed. \
             Dr. Rebekah Quill left, and Rebekah Quill came back. Katrin Person, a spokeswoman for the port, stayed.",
            "The port’s safety director, Mark Holt, spoke to Senator Ada J. Thornbury.",
        ]);
        for (name, beside, expected) in [
            ("mike holt", "the port’s safety director", Some("Mark Holt")),
            ("mike holt", "a farmer at the port", None),
            ("mike holt", "brother of the port’s safety director", None),
            ("rebecca quill", "gave money", Some("Rebekah Quill")),
            ("katrin pearson", "spokeswoman for the port", Some("Katrin Person")),
            ("katrin pearson", "a teacher", None),
            ("ada k thornbury", "asked", Some("Ada J. Thornbury")),
            ("ada thornbury", "asked", None),
            ("ada jane thornbury", "asked", None),
            ("ida holt", "safety director of the port", None),
            ("holt", "safety director of the port", None),
        ] {
            let found = people.confirmed_miss(name, &Beside::of([beside]));
            assert_eq!(found.map(|miss| miss.spelling).as_deref(), expected, "{name} {beside}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_name_has_a_sound(name in "\\PC{0,12}", beside in "\\PC{0,30}") {
            sound(&name);
            let _ = People::default().confirmed_miss(&name, &Beside::of([beside.as_str()]));
        }
    }
}
