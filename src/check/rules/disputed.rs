//! `disputed`: the sources disagree among themselves on what the draft states.

use super::RuleInfo;
use super::misdate::one_line;
use crate::check::desk::Desk;
use crate::check::restate::{Told, is_sure};
use crate::check::{Evidence, Finding, Severity};
use crate::corpus::statements::{Feature, Match};
use crate::reading::dates::{self, Consistency, DateMention};
use crate::reading::figures::{self, Agreement, Figure};
use crate::text::TextRange;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "disputed",
    summary: "the sources disagree among themselves on what the draft states",
    severity: Severity::Information,
    page: "\
# disputed

The draft states a date or a figure that one source has, and another source has a different one for
the same thing.

**Why.** The draft agrees with a document, but the documents do not agree: the reader should not be
told as certain what is not.

**Example.** The Tribune has “The mill closed in 1998”, the Gazette “The mill closed in 2001”, and
the draft “The mill closed in 2001”.

**To mend.** Find out which is right, or say that accounts differ.

**To silence.** `<!-- copydesk: ignore disputed -->` on the same line, or alone on a line before the
paragraph; for a whole project `disputed = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

/// When, or how much.
#[derive(Clone, Copy)]
enum Value<'a> {
    Date(&'a DateMention),
    Figure(&'a Figure),
}

impl Value<'_> {
    /// Whether the two cannot both be true.
    fn is_apart(self, other: Self) -> bool {
        match (self, other) {
            (Self::Date(a), Self::Date(b)) => {
                // A year and a day in another year hardly tell of the same thing.
                a.granularity == b.granularity && !dates::consistent(a, b).is_consistent()
            }
            (Self::Figure(a), Self::Figure(b)) => figures::consistent(a, b) == Agreement::Different,
            _ => false,
        }
    }
}

/// A source's statement of the same thing: its sentence, and the words that say when or how much.
struct Side<'a> {
    source: usize,
    sentence: TextRange,
    words: TextRange,
    value: Value<'a>,
    /// Whether the draft surely restates it.
    sure: bool,
}

pub(super) fn on_statements(desk: &Desk<'_>, told: &Told<'_>, severity: Severity) -> Vec<Finding> {
    let reading = &desk.draft.reading;
    let mut findings = Vec::new();
    if let [number] = told.dates[..] {
        let drafted = &reading.dates[number];
        let (with, against) = on_date(desk, told, drafted);
        let mut against = against;
        against.extend(before_its_founding(desk, told, drafted));
        findings.extend(report(desk, drafted.range, &with, &against, severity));
    }
    for &number in &told.figures {
        let drafted = &reading.figures[number];
        let (mut with, mut against) = (Vec::new(), Vec::new());
        for found in told.likely().chain(told.echoes()) {
            let source = &desk.corpus.sources()[found.sentence.source];
            for &figure in &found.stated().figures {
                let figure = &source.reading().figures[figure];
                let side = side(found, figure.range, Value::Figure(figure));
                match figures::consistent(drafted, figure) {
                    Agreement::Same | Agreement::Compatible => with.push(side),
                    Agreement::Different if drafted.unit.is_some() && side.sure => {
                        against.push(side);
                    }
                    _ => {}
                }
            }
        }
        findings.extend(report(desk, drafted.range, &with, &against, severity));
    }
    findings
}

fn on_date<'a>(
    desk: &Desk<'a>,
    told: &Told<'_>,
    drafted: &DateMention,
) -> (Vec<Side<'a>>, Vec<Side<'a>>) {
    let (mut with, mut against) = (Vec::new(), Vec::new());
    for found in told.likely().chain(told.echoes()) {
        let source = &desk.corpus.sources()[found.sentence.source];
        let [number] = found.stated().dates[..] else { continue };
        let date = &source.reading().dates[number];
        let side = side(found, date.range, Value::Date(date));
        match dates::consistent(drafted, date) {
            Consistency::Near | Consistency::Disjoint if date.bound.is_none() && side.sure => {
                against.push(side);
            }
            Consistency::Same | Consistency::Coarser | Consistency::Overlapping => with.push(side),
            _ => {}
        }
    }
    (with, against)
}

/// Nothing has members before it is founded: statements that place somebody in a body earlier than
/// the draft has it founded.
fn before_its_founding<'a>(
    desk: &Desk<'a>,
    told: &Told<'_>,
    drafted: &DateMention,
) -> Vec<Side<'a>> {
    let has = |class: &str| told.core.contains(&Feature::of_word(class));
    let Some(start) = drafted.start.filter(|_| has("founded")) else { return Vec::new() };
    let mut sides = Vec::new();
    for body in told.core.iter().copied().filter(|feature| feature.is_name()) {
        for sentence in desk.corpus.statements().about(body) {
            let reading = desk.corpus.sources()[sentence.source].reading();
            for clause in sentence.clauses.iter().filter(|clause| clause.has(body)) {
                let belongs = ["member", "joined", "acceded", "summit"]
                    .map(Feature::of_word)
                    .iter()
                    .any(|feature| clause.has(*feature));
                let early = clause
                    .dates
                    .iter()
                    .map(|&date| &reading.dates[date])
                    .find(|date| belongs && date.end.is_some_and(|end| end < start));
                sides.extend(early.map(|date| Side {
                    source: sentence.source,
                    sentence: sentence.range,
                    words: date.range,
                    value: Value::Date(date),
                    sure: true,
                }));
            }
        }
    }
    sides
}

fn side<'a>(found: &Match<'_>, words: TextRange, value: Value<'a>) -> Side<'a> {
    let sure = is_sure(found);
    Side { source: found.sentence.source, sentence: found.sentence.range, words, value, sure }
}

fn report(
    desk: &Desk<'_>,
    drafted: TextRange,
    with: &[Side<'_>],
    against: &[Side<'_>],
    severity: Severity,
) -> Option<Finding> {
    let first = with.iter().find(|side| side.sure).or(with.first())?;
    // A source that says both is telling of two things.
    // One of the two must surely be what the draft tells.
    let other = against.iter().find(|side| {
        (side.sure || first.sure)
            && first.value.is_apart(side.value)
            && with.iter().all(|one| one.source != side.source)
    })?;
    let words =
        |side: &Side<'_>| one_line(side.words.of(desk.corpus.sources()[side.source].text()));
    Some(Finding {
        rule: RULE.name,
        severity,
        message: format!(
            "The sources disagree: “{}” ({}), but “{}” ({}).",
            words(first),
            desk.place_of(first.source, first.words),
            words(other),
            desk.place_of(other.source, other.words),
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
