//! Foundings that cannot be as a source has them, for others belonged to the body before.

use crate::check::desk::Desk;
use crate::check::restate::{Pair, Relation, Told, Value};
use crate::corpus::statements::Feature;
use crate::corpus::statements::foundings::{self, Membership};

/// A founding that cannot be.
pub(super) struct Dispute<'a> {
    /// The statement that tells of the founding.
    pub(super) founded: Pair<'a>,
    /// The one that has somebody belong to the body earlier.
    pub(super) before: Membership<'a>,
}

/// Where the draft tells when a body was founded: the likest statement of that, if the sources have
/// members of the body before. Whichever year the draft has, the sources do not agree on it.
pub(super) fn dispute<'a>(desk: &Desk<'a>, told: &Told<'a>) -> Option<Dispute<'a>> {
    let founded = Feature::of_word("founded");
    if !told.core.contains(&founded) || !matches!(told.value, Value::Date(_)) {
        return None;
    }
    let tells = |pair: &&Pair<'_>| {
        foundings::tells_a_founding(&pair.found.sentence.profile, pair.found.slot.clause)
    };
    let likely = told
        .pairs
        .iter()
        .filter(|pair| pair.found.inherited.is_none() && is_of_it(desk, told, pair));
    let likely = likely.filter(tells);
    likely.take(3).find_map(|pair| {
        let Value::Date(date) = pair.value else { return None };
        let stated = foundings::words_of(&pair.found.sentence.profile, pair.found.slot.clause);
        let words = told.core.iter().copied().chain(stated);
        let before = foundings::member_before(desk.corpus, words, date.start?)?;
        Some(Dispute { founded: *pair, before })
    })
}

/// Whether the statement likely is of what the draft tells of; of a body without its name ("the
/// bloc, founded in 2022"), if it has the draft's very year.
fn is_of_it(desk: &Desk<'_>, told: &Told<'_>, pair: &Pair<'_>) -> bool {
    const LIKELY: f32 = 0.6;
    let named = told.core.iter().any(|one| foundings::is_body(desk.corpus, *one));
    pair.found.coverage >= LIKELY || !named && pair.relation == Relation::Same
}
