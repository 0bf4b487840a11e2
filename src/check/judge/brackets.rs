//! What square brackets put in the place of the speaker's words.
//!
//! A bracket may name what the speaker meant by "they" or "the alliance"; it may not name somebody
//! else than the speaker named.

use crate::corpus::people::{People, PersonId};
use crate::reading::names::{NameKind, namesakes};
use crate::text::fold;

/// Shorter words are "of" and "the", which many names of bodies and places share.
const SHORTEST_SHARED: usize = 4;

/// Whether `bracket` (without its brackets) names another than the words `said` that it stands for:
/// both are names of the sources, of the same known kind, not two names of one, and not names that
/// may be two of one ("Republic of Armenia" and "Armenia").
pub(super) fn names_another(people: &People, bracket: &str, said: &str) -> bool {
    let (Some(put), Some(meant)) = (people.resolve(bracket), people.resolve(said)) else {
        return false;
    };
    let kind = people.get(put).kind;
    let called_also = || namesakes(said).iter().any(|other| people.resolve(other) == Some(put));
    put != meant
        && kind != NameKind::Other
        && kind == people.get(meant).kind
        && !called_also()
        && !may_be_one(kind, &forms(people, put, bracket), &forms(people, meant, said))
}

/// The name as it is written here, and in full, both folded.
fn forms(people: &People, one: PersonId, written: &str) -> [String; 2] {
    [fold(written), fold(&people.get(one).name)]
}

/// Whether any two of the forms share a word that names: of people one that is a last name (two
/// with one given name are two), of bodies and places any longer word.
fn may_be_one(kind: NameKind, put: &[String; 2], meant: &[String; 2]) -> bool {
    let pairs = put.iter().flat_map(|one| meant.iter().map(move |other| (one, other)));
    pairs.into_iter().any(|(one, other)| match kind {
        NameKind::Person => {
            let last = |name: &str| words_of(name).last().map(str::to_owned);
            let holds = |name: &str, last: Option<String>| {
                last.is_some_and(|last| words_of(name).any(|word| word == last))
            };
            holds(one, last(other)) || holds(other, last(one))
        }
        _ => words_of(one)
            .filter(|word| word.chars().count() >= SHORTEST_SHARED)
            .any(|word| words_of(other).any(|also| also == word)),
    })
}

fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::markup::{Format, extract};
    use crate::reading::names::read;

    const REPORT: &str = "Tomas Veldhuizen met Ida Karlsen in Lisbon on Monday. \"We will meet the \
        Harbour Board,\" said Mr. Veldhuizen. Mrs. Karlsen said that she had come from Madrid for \
        the Dredging Company. Tomas Okonkwo of Kenya and Ole Karlsen of the Republic of Kenya left \
        early. The Ministry of Fisheries and the Ministry of Defence were told.";

    #[test]
    fn a_bracket_names_another_or_may_not() {
        let names = read(&extract(REPORT, Format::Plain), &[]);
        let people = People::build(&[&names]);
        for (bracket, said, another) in [
            ("Ida Karlsen", "Tomas Veldhuizen", true),
            ("Tomas Okonkwo", "Tomas Veldhuizen", true),
            ("Mr. Veldhuizen", "Tomas Veldhuizen", false),
            ("Ole Karlsen", "Ida Karlsen", false),
            ("Madrid", "Lisbon", true),
            ("Lisbon", "Lisbon", false),
            ("Kenya", "Republic of Kenya", false),
            ("Republic of Kenya", "Kenya", false),
            ("Dredging Company", "Harbour Board", true),
            ("Ministry of Defence", "Ministry of Fisheries", false),
            ("Lisbon", "Harbour Board", false),
            ("Lisbon", "Ida Karlsen", false),
            ("Lisbon", "there", false),
            ("the company", "Harbour Board", false),
        ] {
            assert_eq!(
                names_another(&people, bracket, said),
                another,
                "[{bracket}] for {said}: {:?} {:?}",
                people.resolve(bracket).map(|id| people.get(id)),
                people.resolve(said).map(|id| people.get(id))
            );
        }
    }
}
