//! Statements whose day stands in the sentence before: more must be alike before they speak against
//! a draft, for a story may leave its day behind from one sentence to the next.

use super::sureness::is_sure;
use super::{Pair, Places, Relation, Told, Value, tell, values};
use crate::check::desk::Desk;
use crate::corpus::statements::inherited::{self, Page};
use crate::corpus::statements::{Feature, Match, Query};
use crate::text::TextRange;

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

/// What the draft's `sentence` tells of the day that only the sentence `before` has.
pub(super) fn read<'a>(
    desk: &Desk<'a>,
    before: TextRange,
    sentence: TextRange,
) -> Option<Told<'a>> {
    let (extraction, reading) = (&desk.draft.extraction, &desk.draft.reading);
    let text = &extraction.text;
    let has_date = |range: TextRange| {
        let first = reading.dates.partition_point(|date| date.range.start < range.start);
        reading.dates.get(first).is_some_and(|date| date.range.start < range.end)
    };
    if !has_date(before) || has_date(sentence) {
        return None;
    }
    let namer = desk.namer?;
    let profile = namer.profile(text, reading, sentence);
    let page = Page { text, reading, blocks: &extraction.blocks };
    let dated = (before, &namer.profile(text, reading, before));
    let day = inherited::read(page, dated, (sentence, &profile))?;
    let slot = day.slots[1];
    let subject = namer.subject(text, reading, sentence, Some(before));
    let statements = desk.corpus.statements();
    let matches = Query::new(statements, &profile, &slot, subject).matches(statements, &slot);
    let mut places = Places { desk, sentence, profile: &profile, subject, known: Vec::new() };
    let told = tell(desk, &slot, &matches, &[(slot, matches.clone())], &mut places);
    Some(Told { day_before: Some(day.event), ..told })
}

/// Whether no source has the day for what the sentence with the day tells itself: who goes on from
/// there need not be on that day still.
pub(super) fn is_open(one: &Told<'_>, told: &[Told<'_>]) -> bool {
    let mut own = told.iter().rev().filter(|other| other.value.range() == one.value.range());
    own.next().is_some_and(|own| own.with().next().is_none())
}

impl Told<'_> {
    /// Whether the day of either stands in the sentence before.
    pub(super) const fn is_of_day_before(&self, pair: &Pair<'_>) -> bool {
        self.day_before.is_some() || pair.found.inherited.is_some()
    }

    /// Whether the draft then surely tells what the statement does, and no other statement dates it
    /// otherwise.
    pub(super) fn is_surely_of_day_before(&self, pair: &Pair<'_>) -> bool {
        let stated = pair.found.inherited.map(|day| day.event);
        let mut events = [self.day_before, stated].into_iter().flatten();
        let tell_it = |event: Feature| {
            let clause = pair.found.slot.clause;
            let mut words = pair.found.sentence.profile.words.iter();
            self.core.contains(&event)
                && words.any(|word| word.feature == event && word.clause == clause)
                && !self.is_told_of_another_day(pair, event)
        };
        !self.says
            && !self.quotes
            && events.all(tell_it)
            && !self.is_of_any_year()
            && !values::is_open(self.value, pair.value)
            && is_sure(&pair.found, pair.shared)
            && is_all_but_it(&pair.found)
    }

    /// Whether a statement has the draft's day and month: of which year they are is reckoned, and
    /// "voted to close the yard on 1 June" tells of a day to come.
    fn is_of_any_year(&self) -> bool {
        let written = |value: Value<'_>| match value {
            Value::Date(date) => date.written.month.zip(date.written.day),
            Value::Figure(_) => None,
        };
        let own = written(self.value);
        own.is_some() && self.pairs.iter().any(|pair| written(pair.value) == own)
    }

    /// Whether a sentence that is likelier than that of `pair` has the draft's day by the sentence
    /// before: no dispute.
    pub(super) fn is_told_the_day_before(&self, pair: &Pair<'_>) -> bool {
        self.pairs.iter().filter(|other| other.found.inherited.is_some()).any(|other| {
            other.relation.is_consistent() && other.found.score() >= pair.found.score()
        })
    }

    fn is_told_of_another_day(&self, pair: &Pair<'_>, event: Feature) -> bool {
        self.pairs.iter().filter(|other| other.found.inherited.is_none()).any(|other| {
            other.relation != Relation::Unlike
                && other.value.relation(pair.value) == Relation::Apart
                && other.found.sentence.has(event)
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
