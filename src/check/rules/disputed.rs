//! `disputed`: the sources disagree among themselves on what the draft states.

use super::misdate::one_line;
use super::{RuleInfo, founding};
use crate::check::desk::Desk;
use crate::check::restate::{Pair, Told, Value};
use crate::check::{Evidence, Finding, Severity};
use crate::corpus::statements::Feature;
use crate::reading::dates::DateMention;
use crate::text::TextRange;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "disputed",
    summary: "the sources disagree among themselves on what the draft states",
    severity: Severity::Information,
    needs_sources: true,
    page: "\
# disputed

The draft states a date or a figure that one source has, and another source has a different one for
the same thing, or tells much the same with one a little off.

**Why.** The draft agrees with a document, but the documents do not agree: the reader should not be
told as certain what is not.

**Example.** The Tribune has “The mill closed in 1998”, the Gazette “The mill closed in 2001”, and
the draft “The mill closed in 2001”.

**To mend.** Find out which is right, or say that accounts differ.

**To silence.** `<!-- copydesk: ignore disputed -->` on the same line, or alone on a line before the
paragraph; for a whole project `disputed = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

pub(super) fn on_statement(
    desk: &Desk<'_>,
    told: &Told<'_>,
    severity: Severity,
) -> Option<Finding> {
    if let Some(dispute) = founding::dispute(desk, told) {
        let members = Side {
            source: dispute.before.sentence.source,
            sentence: dispute.before.sentence.range,
            value: Value::Date(dispute.before.date),
            score: 1.0,
        };
        let founded = Side { score: 1.0, ..Side::of(&dispute.founded) };
        return report(desk, told.value.range(), &[founded], &[members], severity);
    }
    if told.day_before.is_some() {
        return None;
    }
    let with: Vec<Side<'_>> = told.likely_with().map(Side::of).collect();
    let mut against: Vec<Side<'_>> = match told.value {
        Value::Figure(_) if is_running_count(told) => Vec::new(),
        _ => told.likely_against(&|_| true).iter().map(against_of).collect(),
    };
    if !is_running_count(told) {
        against.extend(told.nearly().map(|pair| Side { score: 1.0, ..Side::of(pair) }));
    }
    if let Value::Date(drafted) = told.value {
        against.retain(|side| matches!(side.value, Value::Date(date) if is_as_fine(drafted, date)));
    }
    report(desk, told.value.range(), &with, &against, severity)
}

/// Counts that grow from one day's paper to the next: no dispute.
fn is_running_count(told: &Told<'_>) -> bool {
    const RUNNING: &[&str] = &[
        "killed",
        "injured",
        "missing",
        "sickened",
        "ill",
        "toll",
        "case",
        "infected",
        "arrested",
        "displaced",
        "evacuated",
        "rescued",
        "fled",
        "hospitalized",
        "hospitalised",
        "recovered",
        "lead",
        "poll",
        "delegate",
    ];
    RUNNING.iter().any(|word| told.core.contains(&Feature::of_word(word)))
}

/// A year and a day in another year hardly tell of the same thing.
fn is_as_fine(drafted: &DateMention, stated: &DateMention) -> bool {
    drafted.granularity == stated.granularity
}

/// A statement that is less like the draft's than this part of the one that agrees tells of something
/// else.
const MUCH_LESS: f32 = 0.87;

/// A source's statement of the same thing: its sentence, and the words that say when or how much.
struct Side<'a> {
    source: usize,
    sentence: TextRange,
    value: Value<'a>,
    /// How like it is to what the draft tells.
    score: f32,
}

/// A statement against the draft; one that tells nothing else is as good as one that is as like.
fn against_of<'a>(pair: &Pair<'a>) -> Side<'a> {
    const TELLS_NOTHING_ELSE: f32 = 0.58;
    const TELLS_MUCH_OF_IT: f32 = 0.5;
    const SURELY_IT: f32 = 8.0;
    let side = Side::of(pair);
    let found = &pair.found;
    let is_it = found.reverse >= TELLS_NOTHING_ELSE
        || found.reverse >= TELLS_MUCH_OF_IT && found.surprise >= SURELY_IT;
    let score = if is_it { 1.0 } else { side.score };
    Side { score, ..side }
}

impl<'a> Side<'a> {
    fn of(pair: &Pair<'a>) -> Self {
        let sentence = pair.found.sentence;
        Self {
            source: sentence.source,
            sentence: sentence.range,
            value: pair.value,
            score: pair.found.score(),
        }
    }

    fn is_apart(&self, other: &Side<'_>) -> bool {
        !self.value.relation(other.value).is_consistent()
    }
}

fn report(
    desk: &Desk<'_>,
    drafted: TextRange,
    with: &[Side<'_>],
    against: &[Side<'_>],
    severity: Severity,
) -> Option<Finding> {
    // A source that says both is telling of two things.
    let both = |side: &Side<'_>| with.iter().any(|one| one.source == side.source);
    let (first, other) = with
        .iter()
        .flat_map(|one| against.iter().map(move |other| (one, other)))
        .find(|(one, other)| {
            other.score >= MUCH_LESS * one.score && one.is_apart(other) && !both(other)
        })?;
    let words = |side: &Side<'_>| {
        one_line(side.value.range().of(desk.corpus.sources()[side.source].text()))
    };
    Some(Finding {
        rule: RULE.name,
        severity,
        message: format!(
            "The sources disagree: “{}” ({}), but “{}” ({}).",
            words(first),
            desk.place_of(first.source, first.value.range()),
            words(other),
            desk.place_of(other.source, other.value.range()),
        ),
        range: desk.draft.raw_range(drafted),
        evidence: [first, other].map(evidence).into(),
        fixes: Vec::new(),
        fingerprint: String::new(),
    })
}

fn evidence(side: &Side<'_>) -> Evidence {
    Evidence {
        source: side.source,
        range: side.sentence,
        speaker: None,
        date: if let Value::Date(date) = side.value { Some(date.value.clone()) } else { None },
        diff: None,
    }
}
