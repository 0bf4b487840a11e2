//! Statements whose day stands in the sentence before: more must be alike before they speak against
//! a draft, for a story may leave its day behind from one sentence to the next.

use super::sureness::is_sure;
use super::values::is_open;
use super::{Pair, Relation, Told};
use crate::corpus::statements::{Inherited, Match};

/// Least share of what stands around the draft's day that the statement has.
const ALIKE: f32 = 0.75;
/// Least share of what stands near the draft's day.
const NEAR: f32 = 0.6;
/// Least share of the statement that the draft has.
const BACK: f32 = 0.6;
/// Least share of what happens.
const CONTENT: f32 = 0.75;
/// The same where the sentences beside it have the rest.
const CONTENT_BEFORE: f32 = 0.6;
/// Least surprise of what is shared.
const SURPRISE: f32 = 3.0;
/// How much more is asked for each tenfold of sentences.
const BY_DOUBT: f32 = 0.075;
/// What a statement with a day of its own must reach of the score to be of the same event.
const OTHERWISE: f32 = 0.5;

impl Told<'_> {
    /// Whether the draft surely tells what the statement does, and no other statement dates it
    /// otherwise.
    pub(super) fn is_of_day_before(&self, pair: &Pair<'_>, day: &Inherited) -> bool {
        let tells_event = self.core.contains(&day.event);
        !self.says
            && !self.quotes
            && tells_event
            && !is_open(self.value, pair.value)
            && is_sure(&pair.found, pair.shared)
            && is_all_but_it(&pair.found)
            && !self.is_told_of_another_day(pair, day)
    }

    fn is_told_of_another_day(&self, pair: &Pair<'_>, day: &Inherited) -> bool {
        self.pairs.iter().filter(|other| other.found.inherited.is_none()).any(|other| {
            other.relation != Relation::Unlike
                && other.value.relation(pair.value) == Relation::Apart
                && other.found.sentence.has(day.event)
                && other.found.score() >= OTHERWISE * pair.found.score()
        })
    }
}

fn is_all_but_it(found: &Match<'_>) -> bool {
    let told = found.stems >= 2 || found.stems >= 1 && found.names >= 1;
    told && found.coverage - BY_DOUBT * found.doubt >= ALIKE
        && found.role >= NEAR
        && found.reverse >= BACK
        && (found.content >= CONTENT || found.lacking == 0.0 && found.content >= CONTENT_BEFORE)
        && found.surprise >= SURPRISE
}
