//! Polls: pages of news have many of them, told with one formula, and each has its own figures.

use super::events::Place;
use super::{Relation, Value};
use crate::check::desk::Desk;
use crate::corpus::statements::{Feature, Match, Profile, ProfileWord, Slot, SlotKind};
use crate::reading::figures::FigureKind;
use crate::reading::names::NameKind;

/// Words of polls.
const POLLS: [&str; 9] = [
    "poll",
    "polls",
    "polled",
    "polling",
    "pollster",
    "pollsters",
    "survey",
    "surveyed",
    "respondents",
];
/// Words beside points that somebody is ahead by.
const LEADS: [&str; 7] = ["lead", "leads", "leading", "led", "ahead", "trails", "trailing"];

/// Least coverage of another source's poll that is followed word by word, and the same seen from it.
const FOLLOWED: f32 = 0.85;
const FOLLOWED_BACK: f32 = 0.65;
/// Both, where the two have no other figure in common.
const WORD_BY_WORD: f32 = 0.9;
/// Least surprise of a sentence that is not told of every poll.
const NO_FORMULA: f32 = 15.0;
/// Statements among which a pollster's name is looked for.
const MANY: usize = 60;
/// Whom polls ask.
const ASKED: [&str; 10] = [
    "person",
    "voter",
    "adult",
    "respondent",
    "american",
    "democrat",
    "republican",
    "resident",
    "interview",
    "household",
];

/// Whether the draft's figure is of a poll, and nothing shows that the statement's is of the same
/// one: it has another pollster, other candidates, another place; or the sources have several polls
/// and the draft neither names its pollster nor follows the statement word by word.
pub(super) fn is_of_another(
    desk: &Desk<'_>,
    place: Place<'_>,
    found: &Match<'_>,
    shared: u8,
) -> bool {
    if place.slot.kind != SlotKind::Figure || !is_of_poll(desk, place, found) {
        return false;
    }
    let (own, stated) = (names(desk, place.profile), names(desk, &found.sentence.profile));
    let is_own = |name: &Named<'_>| own.iter().any(|one| one.any(|word| name.has(word)));
    let lacking: Vec<&Named<'_>> =
        own.iter().filter(|name| !name.any(|one| found.sentence.has(one))).collect();
    let rival = stated
        .iter()
        .filter(|name| !is_own(name))
        .any(|name| lacking.iter().any(|one| one.may_stand_for(name)));
    let pollster = || {
        let source = found.sentence.source;
        let told =
            |one| desk.corpus.statements().about(one).take(MANY).any(|it| it.source == source);
        let near = |name: &Named<'_>| name.any(|one| found.sentence.has_or_nears(one) || told(one));
        own.iter().any(|name| name.is_body() && near(name))
    };
    rival
        || !is_followed(found, shared)
            && !pollster()
            && !is_of_one_date(desk, place, found)
            && has_others(desk, found.sentence.source)
}

/// Whether the draft's clause has a date that the statement has as well.
fn is_of_one_date(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>) -> bool {
    let is_date = |one: &&Slot| one.kind == SlotKind::Date;
    let own = place.profile.slots.iter().filter(is_date);
    let mut own = own
        .filter(|one| one.clause == place.slot.clause)
        .map(|one| Value::of_draft(desk, one))
        .filter(|one| one.is_definite());
    let stated = || {
        let dates = found.sentence.profile.slots.iter().filter(is_date);
        dates.map(|one| Value::of_source(desk, found.sentence.source, one))
    };
    own.any(|one| stated().any(|other| one.relation(other) == Relation::Same))
}

/// Whether the draft follows the statement word by word, and it is no formula of polls.
fn is_followed(found: &Match<'_>, shared: u8) -> bool {
    shared > 0 && found.coverage >= FOLLOWED && found.reverse >= FOLLOWED_BACK
        || found.coverage >= WORD_BY_WORD
            && found.reverse >= WORD_BY_WORD
            && found.surprise >= NO_FORMULA
}

/// Whether one of the two sentences tells of a poll, and the figure may be what it found or whom it
/// asked.
fn is_of_poll(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>) -> bool {
    let Value::Figure(figure) = Value::of_draft(desk, place.slot) else { return false };
    let unit = figure.unit.as_deref();
    let points = unit.is_some_and(|unit| unit.ends_with("point"));
    let found_or_asked = match figure.kind {
        FigureKind::Percent | FigureKind::Share => true,
        FigureKind::Count => points || unit.is_none_or(|unit| ASKED.contains(&unit)),
        _ => false,
    };
    let source = &desk.corpus.sources()[found.sentence.source];
    let drafted = place.sentence.of(&desk.draft.extraction.text);
    let stated = found.sentence.range.of(source.text());
    let either = |words: &[&str]| has_word(drafted, words) || has_word(stated, words);
    found_or_asked && (either(&POLLS) || points && either(&LEADS))
}

fn has_word(text: &str, wanted: &[&str]) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| wanted.iter().any(|one| word.eq_ignore_ascii_case(one)))
}

/// Whether another source than that numbered `source` tells of polls.
fn has_others(desk: &Desk<'_>, source: usize) -> bool {
    let statements = desk.corpus.statements();
    let stems = [POLLS[0], POLLS[6]].into_iter().filter_map(Feature::of_any_word);
    stems.flat_map(|stem| statements.about(stem)).any(|sentence| sentence.source != source)
}

/// A name of a sentence with its readings, and what it is where the sources know it.
struct Named<'a> {
    words: &'a [ProfileWord],
    kind: Option<NameKind>,
}

impl Named<'_> {
    fn any(&self, wanted: impl Fn(Feature) -> bool) -> bool {
        self.words.iter().any(|word| wanted(word.feature))
    }

    fn has(&self, feature: Feature) -> bool {
        self.any(|one| one == feature)
    }

    fn is_body(&self) -> bool {
        self.kind != Some(NameKind::Person) && self.kind != Some(NameKind::Place)
    }

    /// Whether both may be names of one kind of thing.
    fn may_stand_for(&self, other: &Self) -> bool {
        self.kind == other.kind || self.is_body() && other.is_body()
    }
}

fn names<'a>(desk: &Desk<'_>, profile: &'a Profile) -> Vec<Named<'a>> {
    let words = profile.words.chunk_by(|one, other| one.at == other.at);
    let names = words.filter(|words| words[0].feature.is_any_name());
    let kind = |words: &[ProfileWord]| {
        words[0].feature.person().map(|person| desk.corpus.people().get(person).kind)
    };
    names.map(|words| Named { words, kind: kind(words) }).collect()
}
