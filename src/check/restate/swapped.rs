//! Two figures of a statement that changed places in the draft: each stands in the source, beside the
//! other's name or thing.

use super::{Relation, Value};
use crate::check::desk::Desk;
use crate::corpus::statements::{Feature, Match, Profile, Slot, SlotKind};

/// Figures of a sentence that are looked at at most.
const MOST_FIGURES: usize = 8;
/// Words of both sentences that are looked at at most.
const MOST_WORDS: usize = 24;
/// How many words farther off two figures stand from the other's words than from their own.
const CLEARLY: u32 = 3;
/// Least coverage of a statement, that much of it being in other words.
const COVERAGE: f32 = 0.6;

/// The statement's figure that the draft gives to something else, in favour of which the draft's in
/// `slot` must go: the other half of the exchange.
pub(super) fn instead(
    desk: &Desk<'_>,
    profile: &Profile,
    slot: &Slot,
    found: &Match<'_>,
) -> Option<Slot> {
    if slot.kind != SlotKind::Figure || found.coverage < COVERAGE {
        return None;
    }
    let source = found.sentence.source;
    let stated = &found.sentence.profile;
    let drafted = Value::of_draft(desk, slot);
    let same = |one: Value<'_>, other: Value<'_>| one.relation(other) == Relation::Same;
    let counterpart = |value: Value<'_>| {
        let mut equal =
            figures(stated).filter(|one| same(value, Value::of_source(desk, source, one)));
        equal.next().filter(|_| equal.next().is_none())
    };
    let own = counterpart(drafted)?;
    let (text, told) = (&desk.draft.extraction.text, desk.corpus.sources()[source].text());
    let is_part = |slot: &Slot| slot.whole || is_followed_by_of(text, Value::of_draft(desk, slot));
    let was_part =
        |slot: &Slot| slot.whole || is_followed_by_of(told, Value::of_source(desk, source, slot));
    if is_part(slot) || was_part(own) {
        return None;
    }
    let anchors = anchors(profile, stated);
    let mut exchanged = None;
    for other in figures(profile).filter(|other| *other != slot) {
        let value = Value::of_draft(desk, other);
        if drafted.relation(value) != Relation::Apart || is_part(other) {
            continue;
        }
        let Some(others) = counterpart(value).filter(|one| !was_part(one)) else { continue };
        match are_exchanged((profile, slot, other), (stated, own, others), &anchors) {
            Some(true) => exchanged = Some(*others),
            Some(false) => return None,
            None => {}
        }
    }
    exchanged
}

/// "Three of them": a part, which stands beside its whole.
fn is_followed_by_of(text: &str, value: Value<'_>) -> bool {
    matches!(value, Value::Figure(figure) if figure.unit.is_none())
        && text[value.range().end..].trim_start().starts_with("of ")
}

fn figures(profile: &Profile) -> impl Iterator<Item = &Slot> {
    profile.slots.iter().filter(|one| one.kind == SlotKind::Figure).take(MOST_FIGURES)
}

/// Names and stems that stand once in each of the two sentences.
fn anchors(profile: &Profile, stated: &Profile) -> Vec<Feature> {
    let once = |profile: &Profile, feature: Feature| {
        profile.words.iter().filter(|word| word.feature == feature).count() == 1
    };
    let mut shared: Vec<Feature> = profile
        .words
        .iter()
        .map(|word| word.feature)
        .filter(|one| !one.is_saying() && once(profile, *one) && once(stated, *one))
        .collect();
    shared.truncate(MOST_WORDS);
    shared
}

/// Whether words go with the one figure in the draft and with the other in the statement; `Some(false)`
/// where some go with the same in both, `None` where that is open.
fn are_exchanged(
    (profile, slot, other): (&Profile, &Slot, &Slot),
    (stated, own, others): (&Profile, &Slot, &Slot),
    anchors: &[Feature],
) -> Option<bool> {
    let mut exchanged = None;
    for (at, &one) in anchors.iter().enumerate() {
        for &two in &anchors[at + 1..] {
            let drafted = goes_with(profile, (slot, other), (one, two));
            let sourced = goes_with(stated, (own, others), (one, two));
            match drafted.zip(sourced) {
                Some((drafted, sourced)) if drafted == sourced => return Some(false),
                Some(_) => exchanged = Some(true),
                None => {}
            }
        }
    }
    exchanged
}

/// Whether the first figure goes with the first word and the second with the second, or the other way
/// round; `None` where neither is clear.
fn goes_with(
    profile: &Profile,
    (one, other): (&Slot, &Slot),
    (first, second): (Feature, Feature),
) -> Option<bool> {
    let at = |feature: Feature| {
        profile.words.iter().find(|word| word.feature == feature).map(|word| word.at)
    };
    let (first, second) = (at(first)?, at(second)?);
    let straight = distance(first, one) + distance(second, other);
    let crossed = distance(first, other) + distance(second, one);
    // Each has its own beside it, and the other's farther off.
    let (near, far) = (straight.min(crossed), straight.max(crossed));
    (first != second && near + CLEARLY <= far && 2 * far >= 3 * near).then_some(straight < crossed)
}

/// Words between the one numbered `at` and the figure.
fn distance(at: u16, slot: &Slot) -> u32 {
    if at < slot.first { u32::from(slot.first - at) } else { at.saturating_sub(slot.last).into() }
}
