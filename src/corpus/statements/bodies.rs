//! Bodies that are called by the first word of their names.

use rustc_hash::FxHashMap;

use crate::corpus::people::{People, PersonId};
use crate::reading::names::{NameKind, is_common_word};
use crate::text::fold;

/// Bodies by the first word of their names: "Wexcombe" may be "Wexcombe Rovers".
#[derive(Debug, Default)]
pub(crate) struct Bodies {
    by_word: FxHashMap<String, Vec<PersonId>>,
}

impl Bodies {
    pub(super) fn of(people: &People) -> Self {
        let mut by_word: FxHashMap<String, Vec<PersonId>> = FxHashMap::default();
        for (number, person) in people.all().iter().enumerate() {
            let name = fold(&person.name);
            let first = name.split(' ').next().filter(|first| first.len() < name.len());
            if let Some(first) = first.filter(|first| first.len() > 3 && !is_common_word(first))
                && person.kind != NameKind::Person
            {
                by_word.entry(first.to_owned()).or_default().push(PersonId(number));
            }
        }
        Self { by_word }
    }

    /// Bodies that `name` may be short for, or, for a body's full name, who is called by its first
    /// word alone.
    pub(super) fn called(&self, all: &People, name: &str) -> Vec<PersonId> {
        const MOST: usize = 3;
        let folded = fold(name);
        let first = folded.split(' ').next().unwrap_or_default();
        let Some(bodies) = self.by_word.get(first).filter(|bodies| bodies.len() <= MOST) else {
            return Vec::new();
        };
        if first == folded {
            return bodies.clone();
        }
        let is_body = bodies.iter().any(|body| fold(&all.get(*body).name) == folded);
        all.resolve(first).into_iter().filter(|_| is_body).collect()
    }
}
