//! What square brackets put in the place of the speaker's words.
//!
//! A bracket may name what the speaker meant by "they" or "the alliance"; it may not name somebody
//! else than the speaker named.

use crate::corpus::people::People;
use crate::reading::names::{NameKind, namesakes};

/// Whether `bracket` (without its brackets) names another than the words `said` that it stands for:
/// both are names of the sources, of the same kind, and not two names of one.
pub(super) fn names_another(people: &People, bracket: &str, said: &str) -> bool {
    let (Some(put), Some(said_one)) = (people.resolve(bracket), people.resolve(said)) else {
        return false;
    };
    let is_person = |one| people.get(one).kind == NameKind::Person;
    let called_also = || namesakes(said).iter().any(|other| people.resolve(other) == Some(put));
    put != said_one && is_person(put) == is_person(said_one) && !called_also()
}
