//! Whose age a figure is: somebody has one age at a time, whatever else a sentence tells.

use super::Value;
use crate::check::desk::Desk;
use crate::corpus::statements::{Feature, Profile, Slot};
use crate::reading::figures::FigureKind;
use crate::text::fold;

/// Words between a name and an age at most: "Ada Moss, who is 79".
const NEAR: u16 = 4;

/// Whether both figures are ages of one person: `None` where one is no age or it is open whose.
pub(super) fn are_of_one(
    drafted: (&Profile, &Slot, Value<'_>),
    stated: (&Profile, &Slot, Value<'_>),
    subject: Option<Feature>,
) -> Option<bool> {
    let own = owner(drafted)?;
    let own = if own.is_empty() { vec![subject?] } else { own };
    let other = owner(stated)?;
    (!other.is_empty()).then(|| own.iter().any(|one| other.contains(one)))
}

/// Whether the name before a draft's figure is that of the person it was resolved to: "Chelsea
/// Nguyen" is not Chelsea Clinton, nor is Hillary. True where a pronoun stands for the name.
pub(super) fn is_named_before(desk: &Desk<'_>, value: Value<'_>) -> bool {
    let (text, reading) = (&desk.draft.extraction.text, &desk.draft.reading);
    let range = value.range();
    let sentence = reading.sentence_index(range.start);
    let start = reading.sentences.get(sentence).map_or(0, |sentence| sentence.start);
    let mentions = &reading.names.mentions;
    let before = mentions.partition_point(|mention| mention.range.end <= range.start);
    let mention = before.checked_sub(1).map(|at| &mentions[at]);
    let Some(mention) = mention.filter(|mention| mention.range.start >= start) else { return true };
    let person = desk.namer.and_then(|namer| namer.person(mention.entity));
    person.is_some_and(|person| {
        is_name_of(mention.range.of(text), &desk.corpus.people().get(person).name)
    })
}

/// Whether `name` may be the person's: both end alike, and what stands before the surname is the
/// person's as well: "Will Moss" may be William Moss, Ada Moss is
/// somebody else.
fn is_name_of(name: &str, person: &str) -> bool {
    let words = |name: &str| -> Vec<String> { name.split_whitespace().map(fold).collect() };
    let (own, full) = (words(name), words(person));
    let begins = |one: &String, other: &String| {
        one.starts_with(other.trim_end_matches('.')) || other.starts_with(one.trim_end_matches('.'))
    };
    let (Some((last, given)), Some((surname, names))) = (own.split_last(), full.split_last())
    else {
        return false;
    };
    let shared = given.iter().any(|one| names.iter().any(|other| begins(one, other)));
    last == surname && (given.is_empty() || names.is_empty() || shared)
}

/// Everybody whose age a figure may be, by the one name beside it: none where there is no name near;
/// `None` where it is no age or something stands between.
fn owner((profile, slot, value): (&Profile, &Slot, Value<'_>)) -> Option<Vec<Feature>> {
    let Value::Figure(figure) = value else { return None };
    if figure.kind != FigureKind::Age {
        return None;
    }
    let end = profile.words.partition_point(|word| word.at < slot.first);
    let before = profile.words[..end].last().filter(|word| word.feature.is_any_name());
    let named = |at: u16| -> Vec<Feature> {
        profile.words.iter().filter(|word| word.at == at).map(|word| word.feature).collect()
    };
    if let Some(word) = before.filter(|word| slot.first - word.at <= NEAR) {
        return Some(named(word.at));
    }
    (end == 0 && slot.first <= NEAR).then(Vec::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_is_not_enough_beside_another_given_name() {
        for (name, person, expected) in [
            ("Moss", "Ada Moss", true),
            ("Ada Moss", "Ada Moss", true),
            ("Will Moss", "William Moss", true),
            ("A. Moss", "Ada Moss", true),
            ("Ada L. Moss", "Ada Moss", true),
            ("Edith Moss", "Ada Moss", false),
            ("Ada Brandt", "Ada Moss", false),
            ("", "Ada Moss", false),
        ] {
            assert_eq!(is_name_of(name, person), expected, "{name} / {person}");
        }
    }
}
