//! `misdate`: the draft dates a statement or event otherwise than the sources do.

use super::RuleInfo;
use crate::check::desk::{Desk, Judged};
use crate::check::judge::quotation_at;
use crate::check::restate::Told;
use crate::check::{Applicability, Edit, Evidence, Finding, Fix, Severity, Verdict};
use crate::corpus::Source;
use crate::corpus::chronicle::date_of_saying;
use crate::corpus::statements::Match;
use crate::reading::dates::{self, Consistency, DateMention, Granularity};
use crate::text::TextRange;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "misdate",
    summary: "the draft dates a statement or event otherwise than the sources do",
    severity: Severity::Warning,
    page: "\
# misdate

The draft dates a statement or an event, the sources tell the same one, and none of their dates can
be the draft’s.

**Why.** Dates are what slips most easily between notes and draft.

**Example.** The source has “The council closed the bridge on 3 March.” The draft has “The council
closed the bridge on 8 March.”

Coarser dates (“in March”), vague ones and those that overlap are consistent. A date of another
event in the same sentence is not compared, and where the sources disagree with one another this is
`disputed`, not `misdate`.

**To mend.** Take the source’s date (`--fix` does not: look at the passage first).

**To silence.** `<!-- copydesk: ignore misdate -->` on the same line, or alone on a line before the
paragraph; for a whole project `misdate = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

/// What the sources say of a draft's date.
struct Claim<'a> {
    date: &'a DateMention,
    source: usize,
    passage: TextRange,
}

/// Events that the draft dates otherwise.
pub(super) fn on_statements(desk: &Desk<'_>, told: &Told<'_>, severity: Severity) -> Vec<Finding> {
    told.dates.iter().filter_map(|&number| on_date(desk, told, number, severity)).collect()
}

fn on_date(desk: &Desk<'_>, told: &Told<'_>, number: usize, severity: Severity) -> Option<Finding> {
    let drafted = &desk.draft.reading.dates[number];
    let claims: Vec<Claim<'_>> = told
        .sure()
        .flat_map(|found| {
            let claims = claims(desk, drafted, found, told.says);
            counterparts(desk, told, number, claims)
        })
        .collect();
    let apart = |claim: &Claim<'_>| is_apart(compare(drafted, claim.date));
    // Of two dates in one sentence it cannot be told which is the event's. Sources that disagree
    // with one another are the business of `disputed`, unless the draft agrees with none of them.
    let agreed = claims.iter().all(|one| {
        let same_place = |two: &&Claim<'_>| two.source == one.source && two.passage == one.passage;
        claims.iter().filter(same_place).all(|two| !is_apart(dates::consistent(one.date, two.date)))
    });
    if claims.is_empty() || !claims.iter().all(apart) || !agreed {
        return None;
    }
    let acquitted = told
        .rivals()
        .chain(told.echoes())
        .any(|found| acquits(desk, drafted, found, told.says, &claims));
    (!acquitted).then(|| finding(desk, drafted, &claims, severity))
}

/// Of several dates of one statement the one that is written as the draft's is, where there is one:
/// "the work begins *on 14 April*, she said on Wednesday".
fn alike<'a>(drafted: &DateMention, claims: Vec<Claim<'a>>) -> Vec<Claim<'a>> {
    let shape = |date: &DateMention| (date.relative, date.granularity, is_plain(date));
    let fits = |claim: &Claim<'_>| shape(claim.date) == shape(drafted);
    if claims.iter().filter(|claim| fits(claim)).count() == 1 {
        return claims.into_iter().filter(|claim| fits(claim)).collect();
    }
    claims
}

/// Of a clause with several dates, those of the statement that none of the draft's other dates
/// accounts for; all of them where the draft has one date.
fn counterparts<'a>(
    desk: &Desk<'_>,
    told: &Told<'_>,
    number: usize,
    claims: Vec<Claim<'a>>,
) -> Vec<Claim<'a>> {
    if told.dates.len() < 2 {
        return alike(&desk.draft.reading.dates[number], claims);
    }
    if claims.len() != told.dates.len() {
        return Vec::new();
    }
    let dates = &desk.draft.reading.dates;
    let mut left = claims;
    for &other in told.dates.iter().filter(|&&other| other != number) {
        let same = |claim: &Claim<'_>| {
            matches!(
                dates::consistent(&dates[other], claim.date),
                Consistency::Same | Consistency::Coarser | Consistency::Overlapping
            )
        };
        match left.iter().position(same) {
            Some(at) => drop(left.remove(at)),
            None => return Vec::new(),
        }
    }
    left
}

/// The dates of the clause that the draft restates.
fn claims<'a>(
    desk: &Desk<'a>,
    drafted: &DateMention,
    found: &Match<'a>,
    says: bool,
) -> Vec<Claim<'a>> {
    let source: &'a Source = &desk.corpus.sources()[found.sentence.source];
    let clause = &found.sentence.clauses[found.clause];
    clause
        .dates
        .iter()
        .map(|&date| &source.reading().dates[date])
        .filter(|date| date.bound == drafted.bound && !(says && is_quoted(source, date.range)))
        // "On Tuesday" is the day of the news; what the draft puts in a month or year is another's.
        .filter(|date| !date.relative || drafted.granularity == Granularity::Day)
        .map(|date| Claim { date, source: found.sentence.source, passage: found.sentence.range })
        .collect()
}

/// Whether a date of the sentence speaks for the draft's: one that goes with it and not with the
/// claims as well, as a coarser one does.
fn acquits(
    desk: &Desk<'_>,
    drafted: &DateMention,
    found: &Match<'_>,
    says: bool,
    claims: &[Claim<'_>],
) -> bool {
    let source = &desk.corpus.sources()[found.sentence.source];
    found
        .sentence
        .clauses
        .iter()
        .flat_map(|clause| &clause.dates)
        .map(|&date| &source.reading().dates[date])
        .filter(|date| !(says && is_quoted(source, date.range)))
        .filter(|date| !is_apart(dates::consistent(drafted, date)))
        .any(|date| claims.iter().any(|claim| is_apart(dates::consistent(claim.date, date))))
}

/// Compares two dates; of two with the same bound ("until 12 May", "until 14 May") the days named.
fn compare(a: &DateMention, b: &DateMention) -> Consistency {
    if a.bound.is_none() || a.bound != b.bound {
        return dates::consistent(a, b);
    }
    let named = |date: &DateMention| DateMention { bound: None, ..date.clone() };
    dates::consistent(&named(a), &named(b))
}

/// Whether the date stands in what is said, and so is not the day of saying.
fn is_quoted(source: &Source, range: TextRange) -> bool {
    quotation_at(source, range).is_some()
}

const fn is_apart(consistency: Consistency) -> bool {
    matches!(consistency, Consistency::Near | Consistency::Disjoint)
}

/// Words that were said on another day than the draft has it.
pub(super) fn on_quotation(
    desk: &Desk<'_>,
    judged: &Judged<'_>,
    severity: Severity,
) -> Option<Finding> {
    if !matches!(judged.judgement.verdict, Verdict::Verified | Verdict::Altered) {
        return None;
    }
    let reading = &desk.draft.reading;
    let drafted = date_of_saying(reading, reading.attribution_of(judged.number)?)?;
    let mut claims = Vec::new();
    for passage in &judged.judgement.passages {
        let source: &Source = desk.source(passage);
        let said = source.dated_sayings().iter();
        for saying in said.filter(|saying| saying.content.overlaps(passage.range)) {
            claims.push(Claim {
                date: &source.reading().dates[saying.date],
                source: passage.source,
                passage: passage.range,
            });
        }
    }
    let against = claims.iter().all(|claim| is_apart(dates::consistent(drafted, claim.date)));
    let telling = judged.judgement.passages.iter().any(|passage| passage.matched_content >= 2);
    (against && telling && !claims.is_empty()).then(|| finding(desk, drafted, &claims, severity))
}

fn finding(
    desk: &Desk<'_>,
    drafted: &DateMention,
    claims: &[Claim<'_>],
    severity: Severity,
) -> Finding {
    let text = &desk.draft.extraction.text;
    let range = desk.draft.raw_range(drafted.range);
    let near = claims.iter().all(|claim| {
        compare(drafted, claim.date) == Consistency::Near
            && !(is_plain(drafted) && is_plain(claim.date))
    });
    let first = &claims[0];
    let source = &desk.corpus.sources()[first.source];
    let stated = first.date.range.of(source.text());
    let place = desk.place_of(first.source, first.date.range);
    let resolved =
        if first.date.relative { format!(" ({})", first.date.value) } else { String::new() };
    Finding {
        rule: RULE.name,
        // A paper often prints on the day after: one day apart is told, not warned of.
        severity: if near { severity.min(Severity::Information) } else { severity },
        message: format!(
            "Wrong date: the source has “{}”{resolved}, the draft “{}” ({place}).",
            one_line(stated),
            one_line(drafted.range.of(text)),
        ),
        range,
        evidence: claims.iter().map(evidence).collect(),
        fixes: fix(text, drafted, first.date, range).into_iter().collect(),
        fingerprint: String::new(),
    }
}

/// Whether month and day are written out: no relative day, which may be off by one.
fn is_plain(date: &DateMention) -> bool {
    date.written.day.is_some() && date.written.month.is_some()
}

fn evidence(claim: &Claim<'_>) -> Evidence {
    Evidence {
        source: claim.source,
        range: claim.passage,
        speaker: None,
        date: Some(claim.date.value.clone()),
        diff: None,
    }
}

fn fix(text: &str, drafted: &DateMention, stated: &DateMention, range: TextRange) -> Option<Fix> {
    let day = stated.start.filter(|_| stated.granularity <= drafted.granularity)?;
    let one_day = stated.start == stated.end || drafted.granularity > Granularity::Day;
    let new_text = dates::in_style_of(drafted.range.of(text), day).filter(|_| one_day)?;
    Some(Fix {
        title: format!("Use the source’s date: {new_text}"),
        applicability: Applicability::Unsafe,
        edits: vec![Edit { range, new_text }],
    })
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
