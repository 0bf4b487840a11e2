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

/// Whether the name before a draft's figure ends as that of the person it was resolved to: "Chelsea
/// Nguyen" is not Chelsea Clinton. True where a pronoun stands for the name.
pub(super) fn is_surname_before(desk: &Desk<'_>, value: Value<'_>) -> bool {
    let (text, reading) = (&desk.draft.extraction.text, &desk.draft.reading);
    let range = value.range();
    let sentence = reading.sentences.partition_point(|one| one.end <= range.start);
    let start = reading.sentences.get(sentence).map_or(0, |sentence| sentence.start);
    let mentions = &reading.names.mentions;
    let before = mentions.partition_point(|mention| mention.range.end <= range.start);
    let mention = before.checked_sub(1).map(|at| &mentions[at]);
    let Some(mention) = mention.filter(|mention| mention.range.start >= start) else { return true };
    let person = desk.namer.and_then(|namer| namer.person(mention.entity));
    let last = |name: &str| name.split_whitespace().next_back().map(fold);
    person.is_some_and(|person| {
        last(&desk.corpus.people().get(person).name) == last(mention.range.of(text))
    })
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
