//! The draft's slots (the places where it says when or how much), and the slots of the sources
//! that tell the same.

mod sureness;
mod values;

use std::rc::Rc;

use super::desk::Desk;
use crate::corpus::statements::{Feature, Match, Profile, Query, Slot};
use crate::reading::figures::{Figure, FigureKind};
use crate::text::TextRange;

pub(crate) use values::{Relation, Value, compare_dates};

/// A slot of a source beside the draft's.
#[derive(Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) found: Match<'a>,
    pub(crate) value: Value<'a>,
    pub(crate) relation: Relation,
    /// Whether another slot of the draft's sentence says what it says.
    pub(crate) taken: bool,
    /// Whether both are so exact that they are hardly the same by chance.
    pub(crate) exact: bool,
}

/// A slot of the draft with those of the sources.
pub(crate) struct Told<'a> {
    pub(crate) value: Value<'a>,
    /// Whether its clause tells that something was said.
    pub(crate) says: bool,
    /// The names and stems of its clause.
    pub(crate) core: Vec<Feature>,
    /// The draft's sentence.
    pub(crate) profile: Rc<Profile>,
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
        let profile = Rc::new(namer.profile(&desk.draft.extraction.text, reading, sentence));
        if !profile.slots.is_empty() {
            let text = &desk.draft.extraction.text;
            let subject = namer.subject(text, reading, sentence, before);
            told.extend(read_sentence(desk, &profile, subject));
        }
        before = Some(sentence);
    }
    Some(told)
}

fn read_sentence<'a>(
    desk: &Desk<'a>,
    profile: &Rc<Profile>,
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
    all.iter()
        .filter(|(slot, _)| !is_quoted(desk, Value::of_draft(desk, slot).range()))
        .map(|(slot, matches)| tell(desk, profile, slot, matches, &all))
        .collect()
}

fn tell<'a>(
    desk: &Desk<'a>,
    profile: &Rc<Profile>,
    slot: &Slot,
    matches: &[Match<'a>],
    all: &[(Slot, Vec<Match<'a>>)],
) -> Told<'a> {
    let value = Value::of_draft(desk, slot);
    let core: Vec<Feature> = profile
        .words
        .iter()
        .filter(|word| word.clause == slot.clause)
        .map(|word| word.feature)
        .collect();
    let pairs = matches
        .iter()
        .map(|&found| {
            let stated = Value::of_source(desk, found.sentence.source, &found.slot);
            let relation = relation(profile, slot, value, &found, stated);
            let exact = slot.exact.is_some() && slot.exact == found.slot.exact;
            Pair {
                exact,
                found,
                value: stated,
                relation,
                taken: is_taken(desk, slot, &found, stated, all),
            }
        })
        .collect();
    Told {
        value,
        says: core.iter().any(|one| one.is_saying()),
        core,
        profile: profile.clone(),
        pairs,
    }
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
            let begins = begins(profile, slot) || begins(&found.sentence.profile, &found.slot);
            values::of_beginnings(drafted, stated, begins)
        }
        (Value::Figure(a), Value::Figure(b)) if counts_people(profile, found, a, b) => {
            values::of_counts(a, b)
        }
        _ => value.relation(stated),
    };
    // A part is no wrong whole, and a number that counts nothing is known by the words beside it.
    let counts_alike = match (value, stated) {
        (Value::Figure(a), Value::Figure(b)) => counts_alike(profile, found, a, b),
        _ => true,
    };
    let known = slot.whole == found.slot.whole && found.beside > 0 && counts_alike;
    let bare = value.is_bare() || stated.is_bare();
    let other_rate = slot.rate.zip(found.slot.rate).is_some_and(|(one, other)| one != other);
    match relation {
        _ if other_rate => Relation::Unlike,
        Relation::Apart if bare && !known => Relation::Unlike,
        relation => relation,
    }
}

/// Whether of two counts, of which one stands without its noun, both may count the same: people, or
/// what the other sentence names.
fn counts_alike(profile: &Profile, found: &Match<'_>, a: &Figure, b: &Figure) -> bool {
    let names = |profile: &Profile, unit: &str| {
        let noun = Feature::of_any_word(unit);
        unit == "person" || profile.words.iter().any(|word| Some(word.feature) == noun)
    };
    match (a.unit.as_deref(), b.unit.as_deref()) {
        (Some(unit), None) => names(&found.sentence.profile, unit),
        (None, Some(unit)) => names(profile, unit),
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
    let words = profile.words.iter().filter(|word| word.clause == slot.clause);
    let mut words = words.map(|word| word.feature);
    let beginnings = ["became", "joined", "elected", "appointed", "named", "founded", "started"];
    let beginnings = beginnings.map(Feature::of_any_word);
    words.any(|word| beginnings.contains(&Some(word)))
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
    all.iter().filter(|(slot, _)| slot != own && slot.kind == own.kind).any(|(slot, matches)| {
        let agrees = matches!(
            Value::of_draft(desk, slot).relation(stated),
            Relation::Same | Relation::Agrees
        );
        agrees
            && matches.iter().any(|other| {
                std::ptr::eq(other.sentence, found.sentence)
                    && other.slot == found.slot
                    && other.score() >= 0.8 * found.score()
            })
    })
}

/// Whether a place of the draft stands in a quotation: its words are judged by themselves.
fn is_quoted(desk: &Desk<'_>, range: TextRange) -> bool {
    let quotations = &desk.draft.reading.quotations;
    let end = quotations.partition_point(|one| one.outer.start <= range.start);
    quotations[..end].iter().rev().take(8).any(|one| one.outer.contains_range(range))
}

impl<'a> Told<'a> {}
