//! Parts of names by which their owners are found: surnames, first and last words.

use rustc_hash::FxHashMap;

use super::{Person, PersonId};
use crate::reading::names::{NameKind, PersonName, fold_name, is_common_word};

/// Folded words that stand first or last in the name of one person or body only.
pub(super) fn by_word(all: &[Person]) -> FxHashMap<String, Option<PersonId>> {
    let mut words: FxHashMap<String, Option<PersonId>> = FxHashMap::default();
    for (number, person) in all.iter().enumerate() {
        let folded = fold_name(&person.name);
        let mut parts: Vec<&str> = folded.rsplit(' ').take(1).collect();
        if person.kind == NameKind::Organisation {
            parts.extend(folded.split(' ').next());
        }
        parts.dedup();
        for part in parts.into_iter().filter(|part| part.len() > 3 && !is_common_word(part)) {
            let id = PersonId(number);
            words
                .entry(part.to_owned())
                .and_modify(|known| {
                    if *known != Some(id) {
                        *known = None;
                    }
                })
                .or_insert(Some(id));
        }
    }
    words
}

/// Folded surnames, and whose they are. A name of no known kind may be a person's.
pub(super) fn by_surname(all: &[Person]) -> FxHashMap<String, Vec<PersonId>> {
    let mut surnames: FxHashMap<String, Vec<PersonId>> = FxHashMap::default();
    for (number, person) in all.iter().enumerate() {
        let folded = fold_name(&person.name);
        let personal = matches!(person.kind, NameKind::Person | NameKind::Other);
        let Some(name) = PersonName::parse(&folded).filter(|_| personal) else { continue };
        let mut own = name.surnames();
        // "Ada Orrin-Speight": the hyphen is folded away.
        let hyphenated = person.name.rsplit(' ').next().map(fold_name);
        own.extend(hyphenated.filter(|last| last.contains(' ')));
        own.sort_unstable();
        own.dedup();
        for surname in own {
            surnames.entry(surname).or_default().push(PersonId(number));
        }
    }
    surnames
}
