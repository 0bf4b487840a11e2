//! The profile of a sentence: its names and stems with their places, and its slots, the places
//! where it says when or how much.

use super::features::Feature;

/// How much of its nearness a word keeps that stands in another clause.
const OTHER_CLAUSE: f32 = 0.5;
/// How much of its nearness a word keeps for each slot between.
const BEYOND_A_SLOT: f32 = 0.6;
/// Least nearness of a name: who acted may stand far from the day.
const NAME_ANYWHERE: f32 = 0.5;
/// Words after which nearness is halved.
const HALVED_AFTER: f32 = 8.0;

/// Words within which a name or stem stands beside a slot.
const BESIDE: u16 = 4;

/// A name or stem where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ProfileWord {
    pub(crate) feature: Feature,
    /// The number of the word in its sentence; several readings of one name share it.
    pub(crate) at: u16,
    pub(crate) clause: u8,
}

/// What a slot says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum SlotKind {
    /// When.
    Date,
    /// How much or how many.
    Figure,
}

/// A date or figure where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) kind: SlotKind,
    /// The number of the document's date or figure.
    pub(crate) number: u32,
    /// Numbers of its first and last words in the sentence.
    pub(crate) first: u16,
    pub(crate) last: u16,
    pub(crate) clause: u8,
    /// Whether it is a whole of which something is a part: "nine of the *11* counts".
    pub(crate) whole: bool,
    /// The key of what it is reckoned by: "$1,200 a *month*".
    pub(crate) rate: Option<u32>,
    /// The key of an exact number or day.
    pub(crate) exact: Option<u32>,
}

/// What a sentence is known by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Profile {
    /// By place.
    pub(crate) words: Vec<ProfileWord>,
    /// By place.
    pub(crate) slots: Vec<Slot>,
}

impl Profile {
    /// How near `word` stands to `slot`, from 0 to 1 beside it.
    pub(crate) fn nearness(&self, word: &ProfileWord, slot: &Slot) -> f32 {
        let distance = distance(word, slot);
        let by_distance = 1.0 / (1.0 + f32::from(distance.saturating_sub(1)) / HALVED_AFTER);
        let by_clause = if word.clause == slot.clause { 1.0 } else { OTHER_CLAUSE };
        let crossed = self.slots.iter().filter(|other| is_between(other, word, slot)).count();
        let by_slots = BEYOND_A_SLOT.powi(i32::try_from(crossed).unwrap_or(i32::MAX));
        let nearness = by_distance * by_clause * by_slots;
        if word.feature.is_any_name() { nearness.max(NAME_ANYWHERE) } else { nearness }
    }
}

impl Profile {
    /// The names and stems beside `slot` on either side, nothing that tells between.
    pub(crate) fn beside(&self, slot: &Slot) -> impl Iterator<Item = &ProfileWord> {
        let end = self.words.partition_point(|word| word.at < slot.first);
        let before = end.checked_sub(1).map(|last| self.words[last].at);
        let inside = self.words.partition_point(|word| word.at <= slot.last);
        let after = self.words.get(inside).map(|word| word.at);
        self.words.iter().filter(move |word| {
            let reach = |at: Option<u16>| at == Some(word.at) && distance(word, slot) <= BESIDE;
            reach(before) || reach(after) || (slot.first..=slot.last).contains(&word.at)
        })
    }
}

/// Words from `word` to `slot`.
fn distance(word: &ProfileWord, slot: &Slot) -> u16 {
    if word.at < slot.first { slot.first - word.at } else { word.at.saturating_sub(slot.last) }
}

/// Whether a slot of the same kind stands between the word and the slot.
fn is_between(other: &Slot, word: &ProfileWord, slot: &Slot) -> bool {
    let (from, to) =
        if word.at < slot.first { (word.at, slot.first) } else { (slot.last, word.at) };
    other.kind == slot.kind && other.first > from && other.last < to
}
