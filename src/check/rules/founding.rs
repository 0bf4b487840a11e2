//! Nothing has members before it is founded: what the sources tell of a body's founding, against
//! those who belonged to it earlier.

use crate::check::desk::Desk;
use crate::check::restate::{Pair, Relation, Told, Value};
use crate::corpus::statements::{Feature, Sentence, SlotKind};
use crate::reading::dates::DateMention;
use crate::reading::names::NameKind;

/// A founding that cannot be: others belonged to the body before.
pub(super) struct Dispute<'a> {
    /// The statement that tells of the founding.
    pub(super) founded: Pair<'a>,
    /// The statement that has somebody belong to the body earlier, and when.
    pub(super) members: &'a Sentence,
    pub(super) date: &'a DateMention,
}

/// Where the draft tells when a body was founded: the likest statement of that, if the sources have
/// members of the body before. Whichever year the draft has, the sources do not agree on it.
pub(super) fn dispute<'a>(desk: &Desk<'a>, told: &Told<'a>) -> Option<Dispute<'a>> {
    let founded = Feature::of_word("founded");
    if !told.core.contains(&founded) || !matches!(told.value, Value::Date(_)) {
        return None;
    }
    let foundings = told
        .pairs
        .iter()
        .filter(|pair| clause_of(pair).any(|one| one == founded) && is_of_it(desk, told, pair));
    foundings.take(3).find_map(|pair| members_before(desk, told, pair))
}

/// Whether the statement likely is of what the draft tells of; of a body without its name ("the
/// bloc, founded in 2022"), if it has the draft's very year.
fn is_of_it(desk: &Desk<'_>, told: &Told<'_>, pair: &Pair<'_>) -> bool {
    const LIKELY: f32 = 0.6;
    let named = told.core.iter().any(|one| is_body(desk, *one));
    pair.found.coverage >= LIKELY || !named && pair.relation == Relation::Same
}

fn members_before<'a>(
    desk: &Desk<'a>,
    told: &Told<'a>,
    founding: &Pair<'a>,
) -> Option<Dispute<'a>> {
    let Value::Date(date) = founding.value else { return None };
    let start = date.start?;
    let statements = desk.corpus.statements();
    bodies(desk, told, founding).into_iter().find_map(|body| {
        statements.about(body).find_map(|sentence| {
            let date = earlier_member(desk, sentence, body, start)?;
            Some(Dispute { founded: *founding, members: sentence, date })
        })
    })
}

/// The bodies that the draft's clause names, and those of the statement: "the alliance, formed in
/// 2022".
fn bodies(desk: &Desk<'_>, told: &Told<'_>, founding: &Pair<'_>) -> Vec<Feature> {
    let named = told.core.iter().copied().chain(clause_of(founding));
    let mut bodies: Vec<Feature> = named.filter(|one| is_body(desk, *one)).collect();
    bodies.sort_unstable();
    bodies.dedup();
    bodies
}

/// The words of the clause in which a statement has its date.
fn clause_of(pair: &Pair<'_>) -> impl Iterator<Item = Feature> {
    let clause = pair.found.slot.clause;
    let words = pair.found.sentence.profile.words.iter();
    words.filter(move |word| word.clause == clause).map(|word| word.feature)
}

fn is_body(desk: &Desk<'_>, feature: Feature) -> bool {
    feature
        .person()
        .is_some_and(|person| desk.corpus.people().get(person).kind == NameKind::Organisation)
}

/// A date of `sentence` before `start` on which somebody is a member of `body`.
fn earlier_member<'a>(
    desk: &Desk<'a>,
    sentence: &Sentence,
    body: Feature,
    start: jiff::civil::Date,
) -> Option<&'a DateMention> {
    let reading = desk.corpus.sources()[sentence.source].reading();
    let profile = &sentence.profile;
    let has = |clause: u8, feature: Feature| {
        profile.words.iter().any(|word| word.clause == clause && word.feature == feature)
    };
    let belongs = |clause: u8| {
        let words = ["member", "joined", "acceded", "summit"].map(Feature::of_word);
        has(clause, body) && words.iter().any(|word| has(clause, *word))
    };
    let dates = profile.slots.iter().filter(|slot| slot.kind == SlotKind::Date);
    dates
        .filter(|slot| belongs(slot.clause))
        .map(|slot| &reading.dates[slot.number as usize])
        .find(|date| date.end.is_some_and(|end| end < start))
}
