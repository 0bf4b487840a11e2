//! Which of the likely slots surely tell what the draft's tells, and which speak for the draft.

use super::slips::{self, Slip};
use super::values::is_open;
use super::{Pair, Relation, Told, Value};
use crate::corpus::statements::{Heard, Match};

/// Least share of what stands around the draft's slot that a sure restatement has.
const SURE: f32 = 0.6;
/// Least share of what stands near the draft's slot that stands near the source's.
const SURE_ROLE: f32 = 0.5;
/// Least coverage by a statement all of which the draft has.
const LIKELY_PART: f32 = 0.48;
/// Least coverage of what was said on another day.
const SAME_SAYING: f32 = 0.75;
/// The same, seen from the statement.
const SAME_SAYING_BACK: f32 = 0.45;
/// From this share of the draft's words on, a statement may tell more beside.
const ALL_OF_IT: f32 = 0.9;
const ALL_OF_IT_BACK: f32 = 0.33;
/// Least share of what is said, names and roles aside, that a statement must have.
const SAME_CONTENT: f32 = 0.34;
/// The same of what is said to lawmakers, who hear much.
const SAME_CONTENT_BEFORE_MANY: f32 = 0.6;
/// Least share of what is said that a statement has which tells much beside, and of all that is told.
const ALL_SAID: f32 = 0.9;
const ALL_SAID_OF_ALL: f32 = 0.8;
const ALL_SAID_SURPRISE: f32 = 4.5;
/// How much more is asked for each tenfold of sentences.
const BY_DOUBT: f32 = 0.075;
/// How much less is asked for each other day or figure that is shared.
const BY_SHARED: f32 = 0.1;
/// Least surprise of what is shared.
const SURPRISE: f32 = 2.0;
/// How many other statements as like may say something else again; where more do, what the draft
/// tells happens often, and none of them need be it.
const OTHERS: usize = 1;
/// Both together, where one of them falls short.
const SURE_SUM: f32 = 1.15;
/// The same for a restatement that is likely.
const LIKELY: f32 = 0.58;
const LIKELY_ROLE: f32 = 0.5;
/// From this coverage on a little less of what stands near will do.
const ALL_BUT_LIKELY: f32 = 0.75;
/// A statement this near to the best one may speak of the same thing.
const RIVAL: f32 = 0.8;
/// A statement this near to the likest is as like.
const AS_LIKE: f32 = 0.85;
/// A statement this near to the likest may be shown beside it though it says something else.
const AS_GOOD: f32 = 0.95;
/// From this score on a statement with the draft's value speaks for the draft.
const ECHO: f32 = 0.3;
/// The same where the day stands in the sentence before.
const ECHO_OF_DAY_BEFORE: f32 = 0.5;
/// From this score on a statement with the draft's very value is likely the same.
const SAME: f32 = 0.4;
/// The weight of a word whose lack says little.
const LACKS_LITTLE: f32 = 1.0;
/// What a statement with the draft's very day must reach of the likest one's score; of what is said
/// more, for the same people say much on many days.
const OTHER_ECHO: f32 = 0.3;
const SAID_ECHO: f32 = 0.55;
/// The same where the value is so exact that it is hardly there by chance.
const TELLING_ECHO: f32 = 0.12;
/// What a slot of one sentence must reach of the best one's score to speak for the draft.
const OUTWEIGHED: f32 = 0.7;
/// Two slots of one sentence whose scores are nearer than this cannot be told apart.
const TELL_APART: f32 = 0.92;

impl<'a> Told<'a> {
    /// The slots that surely tell the same and say otherwise, the likest first; only those that
    /// `fits` are looked at.
    pub(crate) fn against(&self, fits: &dyn Fn(&Pair<'a>) -> bool) -> Vec<Pair<'a>> {
        let comparable = self.pairs.iter().filter(|pair| {
            pair.relation.is_consistent()
                || pair.relation == Relation::Apart && pair.found.inherited.is_none()
        });
        let best = comparable.map(|pair| pair.found.score()).fold(0.0, f32::max);
        let mut found: Vec<Pair<'a>> = self
            .counterparts(fits)
            .into_iter()
            .filter(|pair| pair.of_one || pair.found.score() >= RIVAL * best)
            .collect();
        if is_scattered(&found) {
            return Vec::new();
        }
        found.retain(|pair| {
            if self.is_of_day_before(pair) {
                return self.is_surely_of_day_before(pair);
            }
            pair.of_one || self.is_sure(pair) && self.is_same_saying(pair)
        });
        by_agreement(found)
    }

    /// Whether the slot is surely what the draft restates.
    fn is_sure(&self, pair: &Pair<'a>) -> bool {
        let (found, shared) = (&pair.found, pair.shared);
        if is_open(self.value, pair.value) {
            return is_sure(found, shared) && is_of_that_time(found);
        }
        let by_slip = |less| is_told(found, shared) && is_by_a_slip(found, less);
        match slips::between(self.value, pair.value) {
            Slip::Far => is_sure(found, shared) && is_near_verbatim(found),
            Slip::SameDay => is_sure(found, shared) || by_slip(0.06),
            Slip::SameMonth if self.unknown => is_sure(found, shared) || by_slip(0.0),
            Slip::Digits if pair.unknown => {
                let in_place = pair.in_place == Some(true)
                    && found.coverage >= ALL_OF_IT
                    && found.surprise >= SURPRISE;
                is_sure(found, shared) || by_slip(0.0) || in_place
            }
            _ => is_sure(found, shared),
        }
    }

    /// Whether of what was said on a day enough is the same: people say new things every day.
    fn is_same_saying(&self, pair: &Pair<'a>) -> bool {
        let found = &pair.found;
        if !self.says || !matches!(self.value, Value::Date(_)) {
            // "Moss spoke of 300 letters": what is counted may stand in words of her own.
            let counted = found.reverse >= 0.9 && found.beside >= 2;
            let slip = pair.unknown
                && found.coverage >= SAME_SAYING
                && slips::between(self.value, pair.value) == Slip::Digits;
            return !self.says || counted || slip || is_like_saying(found);
        }
        // All of what is said, and the sentence tells more beside.
        let all_said = found.content >= ALL_SAID
            && found.coverage >= ALL_SAID_OF_ALL
            && found.surprise >= ALL_SAID_SURPRISE
            && found.stems >= 2;
        let counted = pair.shared >= 1 && is_sure(found, pair.shared) && found.stems >= 1;
        // What was said to one listener is known by that.
        all_said
            || counted && found.content >= SAME_CONTENT
            || pair.heard == Some(Heard::SameOne) && found.coverage >= SAME_SAYING
            || is_like_saying(found)
                && found.content
                    >= if pair.heard == Some(Heard::Alike) {
                        SAME_CONTENT_BEFORE_MANY
                    } else {
                        SAME_CONTENT
                    }
    }

    /// The slots that likely tell the same and say otherwise.
    pub(crate) fn likely_against(&self, fits: &dyn Fn(&Pair<'a>) -> bool) -> Vec<Pair<'a>> {
        let found = self.counterparts(fits);
        if is_scattered(&found) {
            return Vec::new();
        }
        // Weekdays without their weeks and months without their years are no dispute.
        let likely = |pair: &Pair<'a>| {
            !self.is_of_day_before(pair)
                && !self.is_told_the_day_before(pair)
                && !is_open(self.value, pair.value)
                && is_likely(&pair.found, self.value)
        };
        found.into_iter().filter(likely).collect()
    }

    /// The slots that speak for the draft's value.
    pub(crate) fn with(&self) -> impl Iterator<Item = &Pair<'a>> {
        self.pairs.iter().filter(move |pair| {
            pair.relation.is_consistent()
                && !pair.taken
                && pair.in_place != Some(false)
                && self.is_as_definite(pair)
                && (pair.found.score() >= self.least_echo(pair) || self.is_echo(pair))
        })
    }

    /// Whether a value says enough to be compared: "dozens" is, with "hundreds" only.
    fn is_as_definite(&self, pair: &Pair<'a>) -> bool {
        let figure = matches!(self.value, Value::Figure(_));
        !pair.value.is_vague() || figure && self.value.is_vague()
    }

    /// The least score of a statement that speaks for the draft.
    fn least_echo(&self, pair: &Pair<'_>) -> f32 {
        let least = if pair.found.inherited.is_some() { ECHO_OF_DAY_BEFORE } else { ECHO };
        if self.says { least.max(SAID_ECHO * self.best()) } else { least }
    }

    fn best(&self) -> f32 {
        self.pairs.iter().map(|pair| pair.found.score()).fold(0.0, f32::max)
    }

    /// Whether a slot has the draft's very day or number, and its sentence something of the draft's.
    fn is_echo(&self, pair: &Pair<'a>) -> bool {
        let something = pair.found.names + pair.found.stems >= 1;
        let telling = self.value.is_telling() && pair.value.is_telling();
        let least = if self.says { SAID_ECHO } else { OTHER_ECHO };
        let telling = telling
            && pair.found.score() >= least * self.best()
            && pair.found.score() >= TELLING_ECHO
            && something;
        let number = pair.exact && matches!(pair.value, Value::Figure(_));
        pair.relation == Relation::Same && (telling || number)
    }

    /// Those that likely tell the same, or have the draft's very day or number.
    pub(crate) fn likely_with(&self) -> impl Iterator<Item = &Pair<'a>> {
        self.with().filter(|pair| pair.found.inherited.is_none()).filter(|pair| {
            let least = if self.value.is_round() { SAME + 0.1 } else { SAME };
            let like = pair.found.score() >= least && pair.found.lacking < LACKS_LITTLE;
            let same = pair.relation == Relation::Same && like;
            // Three names and the draft's year, whatever the verb.
            let named = pair.found.names >= 3
                && pair.found.coverage >= LIKELY
                && pair.found.role >= LIKELY_ROLE;
            same || named || self.is_echo(pair) || is_likely(&pair.found, self.value)
        })
    }

    /// Of each sentence the slot that would say what the draft's says, where it says otherwise.
    fn counterparts(&self, fits: &dyn Fn(&Pair<'a>) -> bool) -> Vec<Pair<'a>> {
        let mut seen: Vec<*const crate::corpus::statements::Sentence> = Vec::new();
        let mut found = Vec::new();
        for pair in &self.pairs {
            let sentence = std::ptr::from_ref(pair.found.sentence);
            if seen.contains(&sentence) {
                continue;
            }
            seen.push(sentence);
            found.extend(self.counterpart(sentence, fits));
        }
        found
    }

    fn counterpart(
        &self,
        sentence: *const crate::corpus::statements::Sentence,
        fits: &dyn Fn(&Pair<'a>) -> bool,
    ) -> Option<Pair<'a>> {
        let own = |pair: &&Pair<'a>| std::ptr::eq(pair.found.sentence, sentence);
        let comparable: Vec<&Pair<'a>> = self
            .pairs
            .iter()
            .filter(own)
            .filter(|pair| pair.relation != Relation::Unlike && fits(pair))
            .filter(|pair| pair.in_place.unwrap_or(!pair.taken))
            .filter(|pair| self.is_as_definite(pair))
            .collect();
        if let Some(pair) = comparable.iter().find(|pair| pair.in_place == Some(true)) {
            return (pair.relation == Relation::Apart).then_some(**pair);
        }
        let best = comparable.first()?;
        let agrees = |pair: &&&Pair<'a>| {
            pair.relation != Relation::Apart
                && (pair.value.is_telling()
                    || pair.found.score() >= OUTWEIGHED * best.found.score())
        };
        if best.relation != Relation::Apart || comparable.iter().any(|pair| agrees(&pair)) {
            return None;
        }
        let rival = |pair: &&&Pair<'a>| {
            pair.found.score() > TELL_APART * best.found.score()
                && pair.value.relation(best.value) != Relation::Same
        };
        let rivals: Vec<&&Pair<'a>> = comparable[1..]
            .iter()
            .filter(|pair| pair.relation == Relation::Apart)
            .filter(rival)
            .collect();
        match rivals.as_slice() {
            [] => Some(**best),
            rivals => {
                let all = || std::iter::once(best).chain(rivals.iter().copied());
                let only = |fits: &dyn Fn(&Pair<'a>) -> bool| {
                    let mut fitting = all().filter(|pair| fits(pair));
                    fitting.next().filter(|_| fitting.next().is_none()).map(|pair| **pair)
                };
                only(&|pair| is_alike(self.value, pair.value))
                    .or_else(|| only(&|pair| pair.unknown && is_slip(self.value, pair.value)))
                    .or_else(|| only(&|pair| counts_the_same(self.value, pair.value)))
            }
        }
    }
}

/// Whether the one figure may have become the other by a slip of the pen.
fn is_slip(a: Value<'_>, b: Value<'_>) -> bool {
    slips::between(a, b) == Slip::Digits
}

/// Whether two figures count things of one name, or are of one measure: of several figures near,
/// "Three people" is that for "Four people".
fn counts_the_same(a: Value<'_>, b: Value<'_>) -> bool {
    match (a, b) {
        (Value::Figure(a), Value::Figure(b)) => {
            a.kind == b.kind && a.unit.is_some() && a.unit == b.unit
        }
        _ => false,
    }
}

fn is_like_saying(found: &Match<'_>) -> bool {
    let all = found.coverage >= ALL_OF_IT && found.role >= ALL_OF_IT;
    let back = if all { ALL_OF_IT_BACK } else { SAME_SAYING_BACK };
    found.coverage >= SAME_SAYING && found.reverse >= back
}

/// The statements in the order of how many say the same, those first that are the likest together.
fn by_agreement(found: Vec<Pair<'_>>) -> Vec<Pair<'_>> {
    let weight = |pair: &Pair<'_>| -> f32 {
        let same = found.iter().filter(|one| one.value.relation(pair.value) == Relation::Same);
        same.map(|one| one.found.score()).sum()
    };
    let mut weighed: Vec<(f32, Pair<'_>)> =
        found.iter().map(|pair| (weight(pair), *pair)).collect();
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
    let first = weighed.first().map(|(_, pair)| *pair);
    let stands = |pair: &Pair<'_>| {
        first.is_none_or(|first| {
            first.value.relation(pair.value) != Relation::Apart
                || pair.found.score() >= AS_GOOD * first.found.score()
        })
    };
    weighed.into_iter().map(|(_, pair)| pair).filter(stands).collect()
}

/// Whether statements that are as like as the likest say many different things.
fn is_scattered(found: &[Pair<'_>]) -> bool {
    let Some(first) = found.first() else { return false };
    let mut said: Vec<Value<'_>> = vec![first.value];
    for pair in found.iter().filter(|pair| pair.found.score() >= AS_LIKE * first.found.score()) {
        if said.iter().all(|one| one.relation(pair.value) == Relation::Apart) {
            said.push(pair.value);
        }
    }
    said.len() > 1 + OTHERS
}

/// Whether two values are written alike: a day, and not "on Wednesday", for a day.
fn is_alike(a: Value<'_>, b: Value<'_>) -> bool {
    match (a, b) {
        (Value::Date(a), Value::Date(b)) => {
            (a.relative, a.granularity, a.written.day.is_some())
                == (b.relative, b.granularity, b.written.day.is_some())
        }
        _ => false,
    }
}

/// Whether the slot is surely what the draft restates, were there no better one; the more so where
/// its sentence has other days and figures of the draft's.
pub(super) fn is_sure(found: &Match<'_>, shared: u8) -> bool {
    let more = BY_DOUBT * found.doubt - BY_SHARED * f32::from(shared);
    let (coverage, role) = (found.coverage - more, found.role + BY_SHARED * f32::from(shared));
    let surprise = found.surprise + SURPRISE * f32::from(shared);
    let sure = coverage >= SURE && role >= SURE_ROLE
        || coverage >= SURE - 0.08 && coverage + role >= SURE_SUM;
    let verbatim = coverage >= 0.9 && role >= 0.7 && found.surprise >= 1.0;
    // "Port Ennis Infirmary admitted 63 people": all of it stands in the draft's longer sentence.
    let least = if found.beside >= 2 { 4.5 } else { 6.0 };
    let contained = found.reverse >= 0.8 && coverage >= LIKELY_PART && found.surprise >= least;
    // What stands near the one figure stands farther from the other, but neither tells much more.
    let either =
        found.reverse >= SURE && coverage >= SURE && role >= SURE_ROLE - 0.1 && surprise >= 6.0;
    is_told(found, shared) && (sure && surprise >= SURPRISE || verbatim || contained || either)
}

/// Whether enough of what is shared tells what happens.
fn is_told(found: &Match<'_>, shared: u8) -> bool {
    match (found.names, found.stems) {
        (0, 1) => {
            found.light >= 1
                && found.nearby >= if found.reverse >= SAME_SAYING_BACK { 1 } else { 2 }
        }
        (0, stems) => stems >= 2,
        (names, 0) => names >= 2 && found.light >= 1 || names >= 1 && shared >= 1,
        _ => true,
    }
}

/// Whether a date one part of which differs is likely the one meant; by `less` than the least.
fn is_by_a_slip(found: &Match<'_>, less: f32) -> bool {
    let coverage = found.coverage - BY_DOUBT * found.doubt + less;
    let role = found.role + less;
    coverage >= 0.5 && role >= 0.45 && found.surprise >= SURPRISE
        || coverage >= 0.45
            && found.surprise >= 5.0
            && (found.reverse >= 0.45 || coverage + role >= 1.0)
}

/// Whether two weekdays whose week is not known, or months of a year that is not, are of one event: what is told is all but the same.
fn is_of_that_time(found: &Match<'_>) -> bool {
    const SHARED: f32 = 0.75;
    const SURELY_IT: f32 = 12.0;
    // A word that the statement lacks may be what happens.
    let whole = found.lacking < 0.5 * LACKS_LITTLE || found.surprise >= SURELY_IT;
    // Either tells little more than the other, or what they share is hardly shared by chance.
    let near = found.role >= 0.7 && found.reverse >= SAME_SAYING_BACK
        || found.surprise >= SURELY_IT
            && (found.role >= 0.55 && found.reverse >= 0.7
                || found.role >= 0.7 && found.stems >= 3 && found.content >= 0.8);
    found.coverage - BY_DOUBT * found.doubt >= SHARED && near && whole && found.surprise >= 3.0
}

/// Whether each tells next to nothing that the other does not.
fn is_near_verbatim(found: &Match<'_>) -> bool {
    found.coverage >= 0.85 && found.role >= 0.7 && found.reverse >= 0.4
        || found.coverage >= 0.6 && found.reverse >= 0.65
}

/// Whether it likely is: enough to tell that sources disagree, which accuses nobody.
fn is_likely(found: &Match<'_>, value: Value<'_>) -> bool {
    let told = found.names >= 1 && found.stems >= 1 || found.stems >= 2;
    let coverage = found.coverage - BY_DOUBT * found.doubt;
    let all_but = coverage >= ALL_BUT_LIKELY && found.role >= LIKELY_ROLE - 0.05;
    let role = found.role >= LIKELY_ROLE || all_but;
    let likely = told && coverage >= LIKELY && role && found.surprise >= 0.5;
    // "The attendance was …": one word that hardly any sentence has.
    let unique = value.is_telling() && found.stems >= 1 && found.coverage.min(found.role) >= 0.95;
    likely || unique && found.surprise >= -1.0
}
