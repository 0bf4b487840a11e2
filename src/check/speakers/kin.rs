//! Who may be one speaker with whom.

use super::Drafted;
use crate::check::desk::Desk;
use crate::corpus::people::{People, Person, PersonId, distance, skeleton};
use crate::reading::names::{NameKind, PersonName, fold_name};
use crate::text::fold;

/// Whether the sources' speaker `owner` may be the one whom the draft names: the same person, one
/// of the same name, or one who speaks for the other.
pub(crate) fn may_be(desk: &Desk<'_>, owner: PersonId, drafted: &Drafted<'_>) -> bool {
    let people = desk.corpus.people();
    let known = people.get(owner);
    if !speaks(known) {
        return true;
    }
    if drafted.people.is_empty() {
        return known.kind != NameKind::Person || shares_names(known, drafted);
    }
    drafted.people.iter().any(|one| is_same(people, owner, *one))
}

/// Whether words in quotation marks are one's and not the other's, though one speaks for the other:
/// the chief's own words are not his spokesman's, an adviser's own are not the chief's. What a
/// spokesman or lawyer says is his chief's or client's word.
pub(super) fn is_own_word(desk: &Desk<'_>, owner: PersonId, drafted: &Drafted<'_>) -> bool {
    let people = desk.corpus.people();
    let known = people.get(owner);
    let apart = |one: PersonId| {
        let other = people.get(one);
        known.kind == NameKind::Person
            && other.kind == NameKind::Person
            && !may_share_a_name(known, other)
            && (speaks_for(people, one, known)
                || speaks_for(people, owner, other) && !is_mouthpiece(people, owner))
    };
    !drafted.people.is_empty() && drafted.people.iter().all(|&one| one != owner && apart(one))
}

/// Whether it is a person's office to say what another one has to say.
fn is_mouthpiece(people: &People, person: PersonId) -> bool {
    const VOICES: &str = "spokes secretary lawyer attorney counsel solicitor representative press \
        deputy surrogate";
    let mut roles = people.folded_roles(person).iter();
    roles.any(|role| VOICES.split(' ').any(|word| role.text.contains(word)))
}

/// Whether a stranger to the sources may be `known` under another name: a married woman keeps her
/// first name, a family its surname.
fn shares_names(known: &Person, drafted: &Drafted<'_>) -> bool {
    let drafted = skeleton(&fold_name(drafted.name));
    known.spellings.iter().any(|spelling| {
        let spelling = skeleton(&fold_name(&spelling.text));
        spelling.split(' ').any(|word| drafted.split(' ').any(|other| is_near(word, other)))
    })
}

fn is_near(one: &str, other: &str) -> bool {
    const HEAD: usize = 4;
    let head = |word: &str| word.chars().take(HEAD).collect::<String>();
    one == other || one.chars().count() >= HEAD && head(one) == head(other)
}

fn is_same(people: &People, owner: PersonId, drafted: PersonId) -> bool {
    let (a, b) = (people.get(owner), people.get(drafted));
    owner == drafted
        || may_share_a_name(a, b)
        || speaks_for(people, owner, b)
        || speaks_for(people, drafted, a)
        || (a.kind != NameKind::Person && (b.roles.is_empty() || a.kind == NameKind::Other))
}

/// Whether the two may be one person: alike in their last names, or in the beginnings of all names.
/// Two full names that stand in one source are two people's.
fn may_share_a_name(a: &Person, b: &Person) -> bool {
    let (one, other) = (fold_name(&a.name), fold_name(&b.name));
    let last = |name: &str| name.rsplit(' ').next().map(skeleton);
    let bare = !one.contains(' ') || !other.contains(' ');
    if bare && a.kind == b.kind && is_slip(last_word(&one), last_word(&other)) {
        return true;
    }
    let alike = last(&one) == last(&other) || is_variant(&one, &other);
    if a.kind != b.kind || !alike {
        return false;
    }
    let (Some(one), Some(other)) = (PersonName::parse(&one), PersonName::parse(&other)) else {
        return true;
    };
    one.may_be(&other) || is_near(one.first, other.first) || !stand_together(a, b)
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Whether one of two long surnames may be the other with a letter or two wrong: a source that has
/// both "Brandmann" and "Bradnman" speaks of one.
fn is_slip(one: &str, other: &str) -> bool {
    const LEAST_LETTERS: usize = 7;
    const MOST_WRONG: usize = 2;
    let begins = |name: &str| name.chars().take(1).collect::<String>();
    one.chars().count().min(other.chars().count()) >= LEAST_LETTERS
        && begins(one) == begins(other)
        && distance(one, other, MOST_WRONG).is_some()
}

fn stand_together(a: &Person, b: &Person) -> bool {
    let in_full = |person: &Person| -> Vec<usize> {
        let full = person.spellings.iter().filter(|spelling| spelling.text == person.name);
        full.flat_map(|spelling| spelling.sources.clone()).collect()
    };
    let others = in_full(b);
    in_full(a).iter().any(|source| others.contains(source))
}

/// Whether words are given to it as to a person: people do, and bodies that have a voice; a
/// programme or a platform only carries them.
fn speaks(owner: &Person) -> bool {
    const BODIES: &[&str] = &[
        "ministry",
        "department",
        "office",
        "committee",
        "government",
        "council",
        "commission",
        "agency",
        "court",
        "party",
        "union",
        "federation",
        "association",
        "police",
        "board",
    ];
    owner.kind == NameKind::Person
        || owner.name.split(' ').any(|word| BODIES.contains(&fold(word).as_str()))
}

/// Whether two folded names begin alike in each of their words: one may be a slip of the other.
fn is_variant(a: &str, b: &str) -> bool {
    let head = |word: &str| word.chars().take(3).collect::<String>();
    let heads = |name: &str| name.split(' ').map(head).collect::<Vec<_>>();
    a.contains(' ') && heads(a) == heads(b)
}

/// Parts of the roles by which one speaks for a person: his running mate does not.
const SPEAKING: &str = "spokes secretary aide advis lawyer attorney counsel solicitor manager agent \
    assistant strategist surrogate representative director chief campaign deputy press";

/// Whether a role of `person` names the other (a body or words of its name, a person's surname):
/// "spokesman for Ada Moss".
fn speaks_for(people: &People, person: PersonId, other: &Person) -> bool {
    let name = fold_name(&other.name);
    let words: Vec<&str> = match other.kind {
        NameKind::Person => name.rsplit(' ').take(1).collect(),
        _ => name.split(' ').collect(),
    };
    let telling: Vec<&str> = words.into_iter().filter(|word| word.len() > 3).collect();
    let of_person = other.kind == NameKind::Person;
    let speaks = |role: &str| SPEAKING.split(' ').any(|word| role.contains(word));
    let names = |role: &str| telling.iter().any(|word| role.contains(word));
    let mut roles = people.folded_roles(person).iter().map(|role| role.text.as_str());
    roles.any(|role| names(role) && (!of_person || speaks(role)))
}
