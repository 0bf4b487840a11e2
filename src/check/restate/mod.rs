//! The draft's slots (the places where it says when or how much), and the slots of the sources
//! that tell the same.

mod ages;
mod aligned;
mod deeds;
mod events;
mod inherited;
mod listeners;
mod nearly;
mod occasions;
mod others;
mod polls;
pub(super) mod reckoned;
mod slips;
mod sureness;
mod swapped;
mod values;

use std::sync::LazyLock;

use super::desk::Desk;
use crate::corpus::statements::{
    Feature, Heard, Match, Profile, ProfileWord, Query, Sentence, Slot, SlotKind,
};
use crate::reading::Reading;
use crate::reading::figures::{Figure, FigureKind};
use crate::text::TextRange;

use events::Place;

pub(crate) use slips::{is_near_in_digits, is_of_digits};
pub(crate) use values::{Relation, Value, compare_dates};

/// From this share on, either way, two sentences tell all but the same.
const ALL_BUT_THE_SAME: f32 = 0.8;

/// A slot of a source beside the draft's.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) found: Match<'a>,
    pub(crate) value: Value<'a>,
    pub(crate) relation: Relation,
    /// Whether another slot of the draft's sentence says what it says.
    pub(crate) taken: bool,
    /// Whether both are surely of one thing, whatever stands around them: one person's age.
    pub(crate) of_one: bool,
    /// How many other days and figures of the draft's sentence its sentence has, beside a figure.
    pub(crate) shared: u8,
    /// Whether the draft's sentence and its own have no figure in common, and several that differ.
    pub(crate) all_differ: bool,
    /// Whether it stands in the very place of the draft's, word by word; `None` where that is open.
    pub(crate) in_place: Option<bool>,
    /// The statement's figure that belongs in the draft's place, where two changed places.
    pub(crate) instead: Option<Value<'a>>,
    /// Whether its source has the draft's figure nowhere.
    pub(crate) unknown: bool,
    /// Whether both are so exact that they are hardly the same by chance.
    pub(crate) exact: bool,
    /// How the listeners of both go together, where both tell of words said.
    pub(crate) heard: Option<Heard>,
}

/// A slot of the draft with those of the sources.
pub(crate) struct Told<'a> {
    pub(crate) value: Value<'a>,
    /// Whether its clause tells that something was said.
    pub(crate) says: bool,
    /// Whether its sentence quotes more than a few words.
    pub(crate) quotes: bool,
    /// Whether it is a day that no source has.
    pub(crate) unknown: bool,
    /// What happens, where the day stands in the sentence before: the main verb.
    pub(crate) day_before: Option<Feature>,
    /// The names and stems of its clause.
    pub(crate) core: Vec<Feature>,
    /// The likest first.
    pub(crate) pairs: Vec<Pair<'a>>,
}

/// The draft's slots and what the sources have for them; `None` where cancelled.
pub(crate) fn read<'a>(desk: &Desk<'a>, cancelled: &dyn Fn() -> bool) -> Option<Vec<Told<'a>>> {
    let reading = &desk.draft.reading;
    let empty = reading.dates.is_empty() && reading.figures.is_empty();
    let Some(namer) = desk.namer.filter(|_| !empty) else { return Some(Vec::new()) };
    let mut told = Vec::new();
    let mut before = None;
    for &sentence in &reading.sentences {
        if cancelled() {
            return None;
        }
        if tells(reading, sentence) {
            let text = &desk.draft.extraction.text;
            let profile = namer.profile(text, reading, sentence);
            let subject = namer.subject(text, reading, sentence, before);
            told.extend(read_sentence(desk, sentence, &profile, subject));
        }
        let goes_on = before.and_then(|before| inherited::read(desk, before, sentence));
        told.extend(goes_on.filter(|one| inherited::is_open(one, &told)));
        before = Some(sentence);
    }
    Some(told)
}

/// Whether a date or a figure begins in the sentence.
fn tells(reading: &Reading, sentence: TextRange) -> bool {
    let date = reading.dates.partition_point(|date| date.range.start < sentence.start);
    let figure = reading.figures.partition_point(|one| one.range.start < sentence.start);
    reading.dates.get(date).is_some_and(|date| date.range.start < sentence.end)
        || reading.figures.get(figure).is_some_and(|one| one.range.start < sentence.end)
}

fn read_sentence<'a>(
    desk: &Desk<'a>,
    sentence: TextRange,
    profile: &Profile,
    subject: Option<Feature>,
) -> Vec<Told<'a>> {
    let statements = desk.corpus.statements();
    let all: Vec<(Slot, Vec<Match<'a>>)> = profile
        .slots
        .iter()
        .map(|slot| {
            (*slot, Query::new(statements, profile, slot, subject).matches(statements, slot))
        })
        .collect();
    let mut places = Places { desk, sentence, profile, subject, known: Vec::new() };
    all.iter()
        .filter(|(slot, _)| {
            let range = Value::of_draft(desk, slot).range();
            !is_quoted(desk, range)
                && !occasions::is_in_dateline(&desk.draft.extraction.text, sentence, range)
        })
        .map(|(slot, matches)| tell(desk, slot, matches, &all, &mut places))
        .collect()
}

/// The alignments of a draft's sentence with the statements that it may follow word by word.
struct Places<'a, 'b> {
    desk: &'b Desk<'a>,
    sentence: TextRange,
    profile: &'b Profile,
    /// Whom the sentence goes on about.
    subject: Option<Feature>,
    known: Vec<(*const Sentence, Option<aligned::Aligned>)>,
}

impl Places<'_, '_> {
    /// Least coverage of a statement that is aligned.
    const FOLLOWED: f32 = 0.6;

    fn in_place(&mut self, slot: &Slot, found: &Match<'_>) -> Option<bool> {
        if found.coverage < Self::FOLLOWED {
            return None;
        }
        let sentence = std::ptr::from_ref(found.sentence);
        let at = self.known.iter().position(|(known, _)| *known == sentence).unwrap_or_else(|| {
            let aligned =
                aligned::Aligned::of(self.desk, self.sentence, &self.profile.slots, found);
            self.known.push((sentence, aligned));
            self.known.len() - 1
        });
        self.known[at].1.as_ref()?.is_place(slot, &found.slot)
    }
}

fn tell<'a>(
    desk: &Desk<'a>,
    slot: &Slot,
    matches: &[Match<'a>],
    all: &[(Slot, Vec<Match<'a>>)],
    places: &mut Places<'_, '_>,
) -> Told<'a> {
    let value = Value::of_draft(desk, slot);
    let profile = places.profile;
    let place = Place { sentence: places.sentence, profile, slot };
    let core: Vec<Feature> = profile
        .words
        .iter()
        .filter(|word| word.clause == slot.clause)
        .map(|word| word.feature)
        .collect();
    let mut pairs: Vec<Pair<'a>> = matches
        .iter()
        .map(|&found| {
            let stated = Value::of_source(desk, found.sentence.source, &found.slot);
            let beside = (&found.sentence.profile, &found.slot, stated);
            let shared = shared_slots(desk, profile, slot, &found);
            let of_one = ages::are_of_one((profile, slot, value), beside, places.subject)
                .map(|one| one && ages::is_named_before(desk, value));
            let relation = match relation(profile, slot, value, &found, stated) {
                Relation::Apart
                    if occasions::is_of_the_update(desk, value, &found, stated)
                        || occasions::may_be_of_the_year(desk, value, &found, stated)
                        || events::is_another(desk, place, &found)
                        || of_one == Some(false)
                        || others::is_of_another(desk, profile, slot, &found)
                        || polls::is_of_another(desk, place, &found, shared)
                        || deeds::is_another(desk, place, &found) =>
                {
                    Relation::Unlike
                }
                relation => relation,
            };
            let exact = slot.exact.is_some() && slot.exact == found.slot.exact;
            Pair {
                exact,
                of_one: of_one == Some(true),
                shared,
                all_differ: relation == Relation::Apart
                    && slot.kind == SlotKind::Figure
                    && others::differs_throughout(desk, profile, slot, &found),
                in_place: places.in_place(slot, &found),
                heard: None,
                instead: (relation == Relation::Same)
                    .then(|| swapped::instead(desk, profile, slot, &found))
                    .flatten()
                    .map(|one| Value::of_source(desk, found.sentence.source, &one)),
                unknown: slot.kind == SlotKind::Figure
                    && relation == Relation::Apart
                    && !others::has(desk, found.sentence.source, value),
                found,
                value: stated,
                relation,
                taken: is_taken(desk, slot, &found, stated, all),
            }
        })
        .collect();
    // "32 states": what is counted says nothing.
    let counted = |word: &&ProfileWord| (slot.first..=slot.last).contains(&word.at);
    // "On 3 May: …", "It was on 3 May that …": a day by itself is that of the whole sentence.
    let alone = !profile.words.iter().any(|word| word.clause == slot.clause && !counted(&word));
    let mut telling = profile.words.iter().filter(|word| alone || word.clause == slot.clause);
    let text = &desk.draft.extraction.text;
    let says = telling.any(|word| word.feature.is_saying() && !counted(&word))
        && !occasions::is_before_the_saying(text, places.sentence, value.range());
    if says && slot.kind == SlotKind::Date {
        listeners::hear(desk, place.sentence, &mut pairs);
    }
    Told {
        value,
        says,
        quotes: quotes(desk, value.range()),
        day_before: None,
        unknown: slot.exact.is_some_and(|key| !desk.corpus.statements().has_exact(key)),
        core,
        pairs,
    }
}

/// How many other slots of the draft's sentence say something exact that the statement says as well;
/// for a date, figures of two digits or more.
fn shared_slots(desk: &Desk<'_>, profile: &Profile, slot: &Slot, found: &Match<'_>) -> u8 {
    const MOST: usize = 2;
    let is_date = slot.kind == SlotKind::Date;
    let source = found.sentence.source;
    let stated = found.sentence.profile.slots.iter().filter(|other| **other != found.slot);
    let stated: Vec<Value<'_>> =
        stated.map(|other| Value::of_source(desk, source, other)).collect();
    let others = profile.slots.iter().filter(|other| *other != slot);
    let shared = others.map(|other| Value::of_draft(desk, other)).filter(|value| {
        let same = |other: &Value<'_>| value.relation(*other) == Relation::Same;
        let tells = if is_date { value.is_telling_count() } else { value.is_definite() };
        tells && stated.iter().any(same)
    });
    u8::try_from(shared.take(MOST).count()).unwrap_or_default()
}

/// How the draft's value goes with the source's, seen where both stand.
fn relation(
    profile: &Profile,
    slot: &Slot,
    value: Value<'_>,
    found: &Match<'_>,
    stated: Value<'_>,
) -> Relation {
    let relation = match (value, stated) {
        (Value::Date(drafted), Value::Date(stated)) => {
            let begins = || begins(profile, slot) || begins(&found.sentence.profile, &found.slot);
            values::of_beginnings(drafted, stated, begins)
        }
        (Value::Figure(a), Value::Figure(b)) if counts_people(profile, found, a, b) => {
            values::of_counts(a, b)
        }
        _ => value.relation(stated),
    };
    // A part is no wrong whole, and a number that counts nothing is known by the words beside it.
    let counts_alike = || match (value, stated) {
        (Value::Figure(a), Value::Figure(b)) => counts_alike(profile, found, a, b),
        _ => true,
    };
    let near = found.beside > 0 || found.coverage.min(found.reverse) >= ALL_BUT_THE_SAME;
    let known = || slot.whole == found.slot.whole && near && counts_alike();
    let bare = value.is_bare() || stated.is_bare();
    let other_rate = slot.rate.zip(found.slot.rate).is_some_and(|(one, other)| one != other);
    match relation {
        _ if other_rate => Relation::Unlike,
        Relation::Apart if bare && !known() => Relation::Unlike,
        relation => relation,
    }
}

/// Whether of two counts, of which one stands without its noun, both may count the same: people, or
/// what the other sentence names.
fn counts_alike(profile: &Profile, found: &Match<'_>, a: &Figure, b: &Figure) -> bool {
    let noun = |unit: &str| Feature::of_any_word(unit).filter(|_| unit != "person");
    match (a.unit.as_deref(), b.unit.as_deref()) {
        // "Roughly 100,000 of them": the sentence before says of whom.
        (Some(unit), None) => noun(unit).is_none_or(|noun| found.sentence.has_or_nears(noun)),
        (None, Some(unit)) => {
            noun(unit).is_none_or(|noun| profile.words.iter().any(|word| word.feature == noun))
        }
        _ => true,
    }
}

/// Whether "11,260 signatures" and "signed by 10,260 people" count the same.
fn counts_people(profile: &Profile, found: &Match<'_>, a: &Figure, b: &Figure) -> bool {
    let has = |profile: &Profile, unit: Option<&str>| {
        let noun = unit.and_then(Feature::of_any_word);
        noun.is_some() && profile.words.iter().any(|word| Some(word.feature) == noun)
    };
    let person = |figure: &Figure| figure.unit.as_deref() == Some("person");
    let counts = a.kind == FigureKind::Count && b.kind == FigureKind::Count;
    let stated = &found.sentence.profile;
    counts
        && (person(b) && has(stated, a.unit.as_deref())
            || person(a) && has(profile, b.unit.as_deref()))
}

/// Whether the slot's clause tells that a state begins: "became minister", "took over".
fn begins(profile: &Profile, slot: &Slot) -> bool {
    static BEGINNINGS: LazyLock<[Option<Feature>; 7]> = LazyLock::new(|| {
        let words = ["became", "joined", "elected", "appointed", "named", "founded", "started"];
        words.map(Feature::of_any_word)
    });
    let mut words = profile.words.iter().filter(|word| word.clause == slot.clause);
    words.any(|word| BEGINNINGS.contains(&Some(word.feature)))
}

/// Whether another slot of the draft's sentence says what the source's slot says, and stands no
/// worse for it.
fn is_taken(
    desk: &Desk<'_>,
    own: &Slot,
    found: &Match<'_>,
    stated: Value<'_>,
    all: &[(Slot, Vec<Match<'_>>)],
) -> bool {
    let own_value = Value::of_draft(desk, own);
    let is_same = own_value.relation(stated) == Relation::Same;
    // "Tuesday, 10 November": one day told twice takes nothing from itself.
    let another = |slot: &Slot| {
        let told_twice = || {
            own.kind == SlotKind::Date
                && Value::of_draft(desk, slot).relation(own_value) == Relation::Same
        };
        slot != own && slot.kind == own.kind && !told_twice()
    };
    all.iter().filter(|(slot, _)| another(slot)).any(|(slot, matches)| {
        let relation = Value::of_draft(desk, slot).relation(stated);
        // "Two in three" is the source's "two-thirds" though "three in four" is not far off.
        let agrees = relation.is_consistent() && (relation == Relation::Same || !is_same);
        agrees
            && matches.iter().any(|other| {
                std::ptr::eq(other.sentence, found.sentence)
                    && other.slot == found.slot
                    && other.score() >= 0.8 * found.score()
            })
    })
}

/// Whether the sentence at `range` of the draft quotes more than a few words.
fn quotes(desk: &Desk<'_>, range: TextRange) -> bool {
    const FEW: usize = 5;
    let reading = &desk.draft.reading;
    let at = reading.sentence_index(range.start);
    let Some(sentence) = reading.sentences.get(at) else { return false };
    let first = reading.quotations.partition_point(|one| one.outer.end <= sentence.start);
    let quotations = reading.quotations[first..].iter();
    let text = &desk.draft.extraction.text;
    quotations
        .take_while(|one| one.outer.start < sentence.end)
        .any(|one| one.range.of(text).split_whitespace().count() > FEW)
}

/// Whether a place of the draft stands in a quotation: its words are judged by themselves.
fn is_quoted(desk: &Desk<'_>, range: TextRange) -> bool {
    let quotations = &desk.draft.reading.quotations;
    let end = quotations.partition_point(|one| one.outer.start <= range.start);
    quotations[..end].iter().rev().take(8).any(|one| one.outer.contains_range(range))
}

#[cfg(test)]
mod tests;
