//! The roles of a person as readers want them: each once, in its fullest form, with the sources
//! that give it.

use super::{People, Person, PersonId};
use crate::reading::names::fold_name;

impl People {
    /// Who has an office of which `words` are the end: all prime ministers of "the prime minister";
    /// each with the number of the role among [`Person::told_roles`].
    #[must_use]
    pub fn in_office(&self, words: &str) -> Vec<(PersonId, usize)> {
        let wanted = key(words);
        if wanted.is_empty() {
            return Vec::new();
        }
        let of = |(number, person): (usize, &Person)| {
            let told = person.told_roles();
            let role = told.iter().position(|role| is_office(&wanted, &key(role.role)))?;
            Some((PersonId(number), role))
        };
        self.all.iter().enumerate().filter_map(of).collect()
    }
}

/// A role in its fullest form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldRole<'a> {
    /// As a source has it.
    pub role: &'a str,
    /// The numbers of the sources that give it, or a shorter form of it.
    pub sources: Vec<usize>,
}

impl Person {
    /// The different roles, in order of the sources: "PM" and "Prime Minister" are no more beside
    /// "Armorican Prime Minister".
    #[must_use]
    pub fn told_roles(&self) -> Vec<ToldRole<'_>> {
        let mut told: Vec<(String, ToldRole<'_>)> = Vec::new();
        for (role, source) in &self.roles {
            let key = key(role);
            match told.iter_mut().find(|(known, _)| is_same(known, &key)) {
                Some((known, same)) => {
                    if key.len() > known.len() {
                        (*known, same.role) = (key, role);
                    }
                    if !same.sources.contains(source) {
                        same.sources.push(*source);
                    }
                }
                None => told.push((key, ToldRole { role, sources: vec![*source] })),
            }
        }
        told.into_iter().map(|(_, role)| role).collect()
    }
}

/// An office in full where it is commonly cut short before a name: "Sen. Ash", "the senator".
pub(crate) fn unabridged(word: &str) -> &str {
    match word {
        "sen" | "sens" => "senator",
        "gov" => "governor",
        "rep" | "reps" => "representative",
        "gen" => "general",
        "sgt" => "sergeant",
        "prof" => "professor",
        "lt" => "lieutenant",
        "capt" => "captain",
        "dr" => "doctor",
        word => word,
    }
}

/// Words before a role that make another of it.
const ANOTHER: [&str; 14] = [
    "deputy",
    "vice",
    "former",
    "ex",
    "acting",
    "assistant",
    "associate",
    "shadow",
    "interim",
    "co",
    "under",
    "designate",
    "ousted",
    "late",
];

/// Folded, without the dots of "U.S." and what makes no other role of it.
fn key(role: &str) -> String {
    let folded = fold_name(&role.replace('.', "")).replace("'s ", " ").replace("’s ", " ");
    let small = |word: &&str| !matches!(*word, "the" | "a" | "an");
    folded.split(' ').filter(small).map(unabridged).collect::<Vec<_>>().join(" ")
}

/// Whether one is the other, its end, its start before "of …", or its initials.
fn is_same(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let ends = is_end(short, long);
    let starts = long.strip_prefix(short).is_some_and(|rest| {
        [" of ", " for ", " at ", " in "].iter().any(|start| rest.starts_with(start))
    });
    ends || starts || is_initials(short, long)
}

/// "ambassador" of "ambassador to lisbon" and of "armorican ambassador".
fn is_office(wanted: &str, role: &str) -> bool {
    let cuts = [" of ", " to ", " for ", " at ", " in ", " from "];
    let head = cuts.iter().filter_map(|cut| role.find(cut)).min().unwrap_or(role.len());
    is_end(wanted, role) || is_end(wanted, &role[..head])
}

/// "prime minister" of "armorican prime minister", not of "deputy prime minister".
fn is_end(short: &str, long: &str) -> bool {
    long.strip_suffix(short).is_some_and(|rest| {
        let before = rest.trim_end().rsplit(' ').next().unwrap_or_default();
        rest.is_empty() || rest.ends_with(' ') && !ANOTHER.contains(&before)
    })
}

/// "pm" of "armorican prime minister".
fn is_initials(short: &str, long: &str) -> bool {
    let initials: String = long.split(' ').filter_map(|word| word.chars().next()).collect();
    short.len() >= 2 && !short.contains(' ') && initials.ends_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::names::NameKind;

    #[test]
    fn an_office_is_known_by_its_words() {
        for (wanted, role, known) in [
            ("prime minister", "armorican prime minister", true),
            ("ambassador", "new us ambassador to lisbon", true),
            ("us ambassador", "new us ambassador to lisbon", true),
            ("minister", "deputy minister", false),
            ("lisbon", "ambassador to lisbon", true),
            ("mayor", "spokesman for mayor office", false),
            (key("the Tarvian senator").as_str(), key("Tarvian Sen.").as_str(), true),
        ] {
            assert_eq!(is_office(wanted, role), known, "{wanted} / {role}");
        }
    }

    #[test]
    fn each_role_is_told_once_in_its_fullest_form() {
        for (roles, expected) in [
            (
                &["Armorican Prime Minister", "PM", "Prime Minister"][..],
                &["Armorican Prime Minister"][..],
            ),
            (&["prime minister", "Armorican Prime Minister"], &["Armorican Prime Minister"]),
            (&["US Secretary of State", "U.S. Secretary of State"], &["US Secretary of State"]),
            (&["President", "Armorica's President"], &["Armorica's President"]),
            (
                &["Armorica's President", "Armorican President"],
                &["Armorica's President", "Armorican President"],
            ),
            (&["director", "director of the Fish Institute"], &["director of the Fish Institute"]),
            (&["deputy mayor", "mayor"], &["deputy mayor", "mayor"]),
            (&["former president", "president"], &["former president", "president"]),
        ] {
            let numbered = roles.iter().enumerate().map(|(n, role)| ((*role).to_owned(), n));
            let person = Person {
                name: String::new(),
                kind: NameKind::Person,
                gender: None,
                spellings: Vec::new(),
                roles: numbered.collect(),
                mentions: Vec::new(),
            };
            let told: Vec<&str> = person.told_roles().iter().map(|one| one.role).collect();
            assert_eq!(told, expected, "{roles:?}");
        }
    }
}
