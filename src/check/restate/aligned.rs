//! The dates and figures of a draft's sentence beside those of a statement that it follows word by word: which
//! of several stands in whose place.

use super::Value;
use crate::check::desk::Desk;
use crate::corpus::statements::{Match, Slot, SlotKind};
use crate::text::{TextRange, fold, key_of, words_in};

use super::Relation;

/// Words of a sentence that are compared at most.
const MOST_WORDS: usize = 90;
/// What is gained by placing a word beside itself; short words say little.
const WORD: f32 = 1.0;
const SHORT_WORD: f32 = 0.3;
/// What is gained by placing a figure beside its like, and beside another of its kind.
const SAME: f32 = 1.5;
const AGREES: f32 = 1.2;
const APART: f32 = 0.9;
/// Words that soften a figure, which a draft may leave out.
const SOFTENING: [&str; 11] = [
    "about",
    "around",
    "roughly",
    "nearly",
    "almost",
    "some",
    "approximately",
    "estimated",
    "just",
    "only",
    "the",
];

/// A word, or a date or figure, of a sentence.
#[derive(Clone, Copy)]
enum Item<'a> {
    Word { key: u32, gain: f32 },
    Told { slot: Slot, value: Value<'a> },
}

/// Dates and figures of the draft, each with the statement's that stands in its place.
pub(super) struct Aligned {
    places: Vec<(Slot, Slot)>,
}

impl Aligned {
    /// Of the `sentence` of the draft, with its `slots`, and a statement; `None` where each has one
    /// of a kind only.
    pub(super) fn of(
        desk: &Desk<'_>,
        sentence: TextRange,
        slots: &[Slot],
        found: &Match<'_>,
    ) -> Option<Self> {
        let stated = &found.sentence.profile.slots;
        let count = |slots: &[Slot], kind| slots.iter().filter(|one| one.kind == kind).count();
        let kinds = [SlotKind::Date, SlotKind::Figure];
        if kinds.iter().all(|&kind| count(slots, kind).max(count(stated, kind)) < 2) {
            return None;
        }
        let source = found.sentence.source;
        let drafted =
            items(&desk.draft.extraction.text, sentence, slots, |slot| Value::of_draft(desk, slot));
        let text = desk.corpus.sources()[source].text();
        let stated =
            items(text, found.sentence.range, stated, |slot| Value::of_source(desk, source, slot));
        (drafted.len().max(stated.len()) <= MOST_WORDS)
            .then(|| Self { places: firm_places(&drafted, &stated) })
    }

    /// Whether the statement's slot stands in the place of the draft's; `None` where that is open.
    pub(super) fn is_place(&self, drafted: &Slot, stated: &Slot) -> Option<bool> {
        let own = |(one, other): &&(Slot, Slot)| one == drafted || other == stated;
        let mut places = self.places.iter().filter(own).peekable();
        places.peek()?;
        Some(places.any(|place| *place == (*drafted, *stated)))
    }
}

/// The words, dates and figures of a sentence in order.
fn items<'a>(
    text: &str,
    sentence: TextRange,
    slots: &[Slot],
    value: impl Fn(&Slot) -> Value<'a>,
) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    let mut slots = slots.iter().peekable();
    for (at, word) in words_in(text, sentence).iter().enumerate() {
        while slots.next_if(|slot| usize::from(slot.last) < at).is_some() {}
        if let Some(slot) = slots.peek().filter(|slot| usize::from(slot.first) <= at) {
            if usize::from(slot.first) == at {
                items.push(Item::Told { slot: **slot, value: value(slot) });
            }
            continue;
        }
        let word = fold(word.range.of(text));
        if !SOFTENING.contains(&word.as_str()) {
            let gain = if word.chars().count() > 3 { WORD } else { SHORT_WORD };
            items.push(Item::Word { key: key_of(&word), gain });
        }
    }
    items
}

/// What is gained by placing `one` beside `other`, 0 where they do not go together.
fn gain(one: &Item<'_>, other: &Item<'_>) -> f32 {
    match (one, other) {
        (Item::Word { key, gain }, Item::Word { key: other, .. }) if key == other => *gain,
        (Item::Told { value, .. }, Item::Told { value: other, .. }) => {
            match value.relation(*other) {
                Relation::Same => SAME,
                Relation::Agrees => AGREES,
                Relation::Apart => APART,
                Relation::Unlike => 0.0,
            }
        }
        _ => 0.0,
    }
}

/// The places of the best alignment in order (Needleman and Wunsch, gaps free).
fn places(drafted: &[Item<'_>], stated: &[Item<'_>]) -> Vec<(usize, usize)> {
    let width = stated.len() + 1;
    let mut best = vec![0.0_f32; (drafted.len() + 1) * width];
    let mut gains = vec![0.0_f32; drafted.len() * stated.len()];
    for (i, one) in drafted.iter().enumerate() {
        for (j, other) in stated.iter().enumerate() {
            let gain = gain(one, other);
            gains[i * stated.len() + j] = gain;
            let skipped = best[i * width + j + 1].max(best[(i + 1) * width + j]);
            let placed = if gain > 0.0 { best[i * width + j] + gain } else { 0.0 };
            best[(i + 1) * width + j + 1] = skipped.max(placed);
        }
    }
    let (mut i, mut j) = (drafted.len(), stated.len());
    let mut places = Vec::new();
    while i > 0 && j > 0 {
        let here = best[i * width + j];
        if here <= best[(i - 1) * width + j] {
            i -= 1;
        } else if here <= best[i * width + j - 1] {
            j -= 1;
        } else {
            (i, j) = (i - 1, j - 1);
            places.push((i, j));
        }
    }
    places.reverse();
    places
}

/// The dates and figures that surely stand in each other's places: those that differ have the same word before
/// them and the same word behind them, those that agree one of the two.
fn firm_places(drafted: &[Item<'_>], stated: &[Item<'_>]) -> Vec<(Slot, Slot)> {
    let places = places(drafted, stated);
    let both = Both { drafted, stated, places: &places };
    let figures = places.iter().filter_map(|&(i, j)| match (&drafted[i], &stated[j]) {
        (Item::Told { slot, value }, Item::Told { slot: other, value: stated }) => {
            both.is_firm((i, j), *value, *stated).then_some((*slot, *other))
        }
        _ => None,
    });
    figures.collect()
}

struct Both<'a, 'b> {
    drafted: &'b [Item<'a>],
    stated: &'b [Item<'a>],
    places: &'b [(usize, usize)],
}

impl Both<'_, '_> {
    fn is_firm(&self, (i, j): (usize, usize), value: Value<'_>, stated: Value<'_>) -> bool {
        let before = self.are_beside(i.checked_sub(1), j.checked_sub(1));
        let behind = self.are_beside(Some(i + 1), Some(j + 1));
        match value.relation(stated) {
            // "Four voted no and two abstained", "two abstained and four voted no".
            Relation::Apart if self.is_elsewhere((i, j), value, stated) => {
                before && behind && i > 0
            }
            Relation::Apart => before && behind && self.is_held((i, j)),
            _ => before || behind,
        }
    }

    /// Whether the words beside both places say something: "in" and the end of the sentence do not.
    fn is_held(&self, (i, j): (usize, usize)) -> bool {
        const FEW: usize = 3;
        let before = (1..=FEW).map_while(|back| i.checked_sub(back).zip(j.checked_sub(back)));
        let behind = (1..=FEW).map(|on| (i + on, j + on));
        self.reaches_a_word(before) || self.reaches_a_word(behind)
    }

    /// Whether of the `places` those up to one that tells are placed beside each other.
    fn reaches_a_word(&self, places: impl Iterator<Item = (usize, usize)>) -> bool {
        let mut placed = places.take_while(|place| self.places.binary_search(place).is_ok());
        placed.any(|(i, _)| !matches!(self.drafted[i], Item::Word { gain, .. } if gain < WORD))
    }

    /// Whether the items at both places are placed beside each other, or none is there.
    fn are_beside(&self, i: Option<usize>, j: Option<usize>) -> bool {
        let i = i.filter(|&i| i < self.drafted.len());
        let j = j.filter(|&j| j < self.stated.len());
        match (i, j) {
            (Some(i), Some(j)) => self.places.binary_search(&(i, j)).is_ok(),
            (i, j) => i.is_none() && j.is_none(),
        }
    }

    /// Whether one of two figures stands in the other sentence as well, at another place.
    fn is_elsewhere(&self, (i, j): (usize, usize), value: Value<'_>, stated: Value<'_>) -> bool {
        has_like(self.stated, j, value) || has_like(self.drafted, i, stated)
    }
}

/// Whether a figure other than that at `but` agrees with `value`.
fn has_like(items: &[Item<'_>], but: usize, value: Value<'_>) -> bool {
    items.iter().enumerate().any(|(at, item)| {
        let Item::Told { value: other, .. } = item else { return false };
        at != but && value.relation(*other).is_consistent()
    })
}
