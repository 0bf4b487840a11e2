//! `misdate`: the draft dates a statement or event otherwise than the sources do.

use super::{RuleInfo, founding, occasion, redate};
use crate::check::desk::{Desk, Judged};
use crate::check::restate::{Pair, Relation, Told, Value, compare_dates as compare};
use crate::check::{Applicability, Edit, Evidence, Finding, Fix, Severity, Verdict};
use crate::corpus::Source;
use crate::corpus::chronicle::{date_of_turn, is_of_a_known_week};
use crate::corpus::statements::{Match, Occasion};
use crate::reading::dates::{self, Consistency, DateMention, Granularity};
use crate::text::TextRange;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "misdate",
    summary: "the draft dates a statement or event otherwise than the sources do",
    severity: Severity::Warning,
    needs_sources: true,
    page: "\
# misdate

The draft dates a statement or an event, the sources tell the same one, and none of their dates can
be the draft’s.

**Why.** Dates are what slips most easily between notes and draft.

**Example.** The source has “The council closed the bridge on 3 March.” The draft has “The council
closed the bridge on 8 March.”

A statement is known again by its words, or by who told whom: what Moss told Radio Five on 3 March
she did not tell it on 8 March, in however other words the draft sums it up.

Coarser dates (“in March”), vague ones and those that overlap are consistent, and so are both days
that “last Wednesday” may mean. A date of another event in the same sentence is not compared, nor
is one of another deed (who bought a house on one day may have sold it, or bought a boat, on another);
where the sources disagree with one another this is `disputed`, not `misdate`.

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

impl<'a> Claim<'a> {
    fn of(pair: &Pair<'a>) -> Option<Self> {
        let Value::Date(date) = pair.value else { return None };
        let sentence = pair.found.sentence;
        let passage = pair.found.inherited.map_or(sentence.range, |day| day.passage);
        Some(Self { date, source: sentence.source, passage })
    }
}

/// What a statement with a coarser date must reach of the score of one that says otherwise.
const AS_MUCH: f32 = 0.6;

/// What any other statement must reach beside one that is retold.
const HALF: f32 = 0.5;

/// An event that the draft dates otherwise.
pub(super) fn on_statement(
    desk: &Desk<'_>,
    told: &Told<'_>,
    severity: Severity,
) -> Option<Finding> {
    let Value::Date(drafted) = told.value else { return None };
    // What is quoted is known by its words: `on_quotation` looks at its day.
    if told.says && told.quotes || founding::dispute(desk, told).is_some() {
        return None;
    }
    let fits = |pair: &Pair<'_>| is_comparable(desk, told, drafted, pair);
    let against = told.against(&fits);
    let best = against.iter().map(|pair| pair.found.score()).fold(0.0, f32::max);
    let retold = |source: usize| {
        let mut own = against.iter().filter(|pair| pair.found.sentence.source == source);
        own.any(|pair| is_retold(&pair.found))
    };
    let claims: Vec<Claim<'_>> = against.iter().filter_map(Claim::of).collect();
    let acquitted = told.with().filter(|pair| fits(pair)).any(|pair| {
        let Value::Date(date) = pair.value else { return false };
        if pair.found.score() >= best {
            return true;
        }
        // "This week", said of something else, has room for any day; and where a source tells all
        // in one sentence, one of its own that has some of it is of something else.
        let coarser = date.granularity > drafted.granularity;
        let less = if coarser { AS_MUCH } else { HALF };
        let retold = retold(pair.found.sentence.source);
        let lacks_it = retold && pair.found.stems == 0;
        if lacks_it || (coarser || retold) && pair.found.score() < less * best {
            return false;
        }
        // One that goes with the claims as well, as a coarser one does, speaks for nobody.
        claims.iter().any(|claim| is_apart(dates::consistent(claim.date, date)))
    });
    if !claims.is_empty() && !acquitted {
        return Some(finding(desk, drafted, &claims, severity));
    }
    if told.day_before.is_some() {
        return None;
    }
    let claims = claims_of_occasion(desk, told);
    (!claims.is_empty()).then(|| finding(desk, drafted, &claims, severity))
}

/// What the speaker told the same listener on another day.
fn claims_of_occasion<'a>(desk: &Desk<'a>, told: &Told<'a>) -> Vec<Claim<'a>> {
    let against = occasion::against(desk, told);
    let claim = |(one, date): (&'a Occasion, &'a DateMention)| {
        let passage = occasion::passage(one, date)?;
        Some(Claim { date, source: one.source, passage })
    };
    against.into_iter().filter_map(claim).collect()
}

/// Whether the statement tells all that the draft does, at the same distance from its date.
fn is_retold(found: &Match<'_>) -> bool {
    found.coverage.min(found.role) >= 0.9 && found.reverse >= 0.33 && found.stems >= 2
}

/// Whether a source's date may be that of what the draft dates.
fn is_comparable(desk: &Desk<'_>, told: &Told<'_>, drafted: &DateMention, pair: &Pair<'_>) -> bool {
    let Value::Date(date) = pair.value else { return false };
    // "On Tuesday" is the day of the news; what the draft puts in a month or year is another's,
    // unless it tells all the same and no more.
    const ALL: f32 = 0.9;
    const ALL_BACK: f32 = 0.5;
    let found = &pair.found;
    let is_it = found.coverage.min(found.role) >= ALL && found.reverse >= ALL_BACK;
    let news = date.relative
        && !is_it
        && date.granularity == Granularity::Day
        && drafted.granularity > Granularity::Day;
    // "Today", in words that were said, is the day of saying, whenever that was.
    let source = &desk.corpus.sources()[pair.found.sentence.source];
    let spoken = date.relative && date.written.month.is_none() && is_quoted(source, date.range);
    let same_day = pair.relation == Relation::Apart && is_day_of_other_year(drafted, date);
    !news && !spoken && !same_day && fits_saying(desk, told, pair)
}

/// Whether both are of one day and month, of which the draft leaves the year to be reckoned: "voted to
/// close the yard on 1 June" sounds like the June before.
fn is_day_of_other_year(drafted: &DateMention, stated: &DateMention) -> bool {
    let (own, other) = (drafted.written, stated.written);
    own.year.is_none() && own.day.is_some() && (own.month, own.day) == (other.month, other.day)
}

/// Where the draft tells when something was said, a date within what is said is not compared, nor
/// one of a sentence in which nothing is said.
fn fits_saying(desk: &Desk<'_>, told: &Told<'_>, pair: &Pair<'_>) -> bool {
    let source = &desk.corpus.sources()[pair.found.sentence.source];
    !told.says || !is_quoted(source, pair.value.range()) && tells_a_saying(source, pair)
}

fn tells_a_saying(source: &Source, pair: &Pair<'_>) -> bool {
    let sentence = pair.found.sentence;
    let attributions = &source.reading().attributions;
    let first = attributions.partition_point(|one| one.content.end <= sentence.range.start);
    let cues = attributions[first.saturating_sub(1)..].iter().take(4).filter_map(|one| one.cue);
    sentence.profile.words.iter().any(|word| word.feature.is_saying())
        || cues.into_iter().any(|cue| sentence.range.contains_range(cue))
}

/// Whether the date stands in what is said, and so is not the day of saying.
fn is_quoted(source: &Source, range: TextRange) -> bool {
    source.quotation_at(range).is_some()
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
    let text = &desk.draft.extraction.text;
    let drafted = date_of_turn(reading, text, reading.attribution_of(judged.number)?)?;
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
    let apart = |claim: &Claim<'_>| {
        Value::Date(drafted).relation(Value::Date(claim.date)) == Relation::Apart
    };
    let against = claims.iter().all(apart);
    let telling = || {
        is_telling(desk, judged, drafted, &claims)
            || occasion::is_heard_alike(desk, judged, drafted)
    };
    (against && !claims.is_empty() && telling()).then(|| finding(desk, drafted, &claims, severity))
}

/// Whether the words are hardly said twice: phrases that are on everybody's lips are said on many
/// days, and on other weekdays the more. A short sentence that the sources have once is said once.
fn is_telling(
    desk: &Desk<'_>,
    judged: &Judged<'_>,
    drafted: &DateMention,
    claims: &[Claim<'_>],
) -> bool {
    const A_SENTENCE: usize = 6;
    let passages = &judged.judgement.passages;
    let words = judged.quotation.range.of(&desk.draft.extraction.text).split_whitespace();
    let is_long = words.count() >= A_SENTENCE;
    let known =
        claims.iter().all(|claim| is_of_a_known_week(drafted) && is_of_a_known_week(claim.date));
    let least = if claims.len() == 1 && passages.len() == 1 && is_long { 2 } else { 3 };
    (known || is_long) && passages.iter().any(|passage| passage.matched_content >= least)
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
            && !(is_sure(&desk.draft.extraction.text, drafted)
                && is_sure(desk.corpus.sources()[claim.source].text(), claim.date))
    });
    let first = &claims[0];
    let source = &desk.corpus.sources()[first.source];
    let stated = first.date.range.of(source.text());
    let place = desk.place_of(first.source, first.date.range);
    let resolved =
        dates::left_open(first.date).map(|open| format!(" ({open})")).unwrap_or_default();
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
        fixes: fix(desk, drafted, claims, range).into_iter().collect(),
        fingerprint: String::new(),
    }
}

/// Whether the day is named: by month and day, or by its weekday. "Yesterday" in a paper of the day
/// before may be off by one, and what happens at night is of either day.
fn is_sure(text: &str, date: &DateMention) -> bool {
    let plain = date.written.day.is_some() && date.written.month.is_some();
    plain || date.written.weekday.is_some() && !is_of_the_night(text, date.range)
}

/// "Late on Tuesday", "Tuesday night", "overnight".
fn is_of_the_night(text: &str, range: TextRange) -> bool {
    const FEW: usize = 3;
    const NIGHT: [&str; 6] = ["night", "nights", "overnight", "midnight", "late", "early"];
    let before = text[..range.start].split_whitespace().rev().take(FEW);
    let behind = text[range.end..].split_whitespace().take(1);
    let words = before.chain(range.of(text).split_whitespace()).chain(behind);
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    words.map(bare).any(|word| NIGHT.contains(&word.as_str()))
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

/// The date of the first source that tells as much of it as the draft does.
fn fix(
    desk: &Desk<'_>,
    drafted: &DateMention,
    claims: &[Claim<'_>],
    range: TextRange,
) -> Option<Fix> {
    let written = drafted.range.of(&desk.draft.extraction.text);
    let new_text = claims.iter().find_map(|claim| {
        let stated = claim.date.range.of(desk.corpus.sources()[claim.source].text());
        redate::written_anew((written, drafted), (&one_line(stated), claim.date))
    })?;
    Some(Fix {
        title: format!("Use the source’s date: {new_text}"),
        applicability: Applicability::Unsafe,
        edits: vec![Edit { range, new_text }],
    })
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
