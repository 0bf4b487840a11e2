//! Whose age a figure is: somebody has one age at a time, whatever else a sentence tells.

use super::Value;
use crate::corpus::statements::{Feature, Profile, Slot};
use crate::reading::figures::FigureKind;

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
    let behind = profile.words.iter().find(|word| word.at > slot.last);
    let behind = behind.filter(|word| word.feature.is_any_name() && word.at - slot.last <= 1);
    match behind {
        Some(word) => Some(named(word.at)),
        None if end == 0 && slot.first <= NEAR => Some(Vec::new()),
        None => None,
    }
}
