//! On which day something was said, by the sentence that attributes it.

use super::turn;
use crate::corpus::statements::Heard;
use crate::reading::Reading;
use crate::reading::attribution::Attribution;
use crate::reading::dates::{DateMention, Granularity};
use crate::reading::quotations::Quotation;
use crate::text::TextRange;

/// Bytes between a cue and the date that belongs to it.
const NEAR: usize = 60;
/// Dated statements before one without a day, among which those to the same listener are looked for.
const LOOKED_BACK: usize = 200;

/// An attribution with the day of saying.
#[derive(Clone, Copy, Debug)]
pub struct Saying<'a> {
    /// Who said what.
    pub attribution: &'a Attribution,
    /// When.
    pub date: &'a DateMention,
    /// Whether the date stands with an earlier statement of the same turn.
    pub carried: bool,
}

/// The attributions of `reading` whose day is told, in order.
///
/// A statement without a day of its own has that of the statement before it, where both have the
/// same speaker and stand next to each other; that of the sentence before it, where that reports
/// what the same speaker said; or that of an earlier statement by the same speaker to the same paper
/// or parliament, where the document has but one day for those. `text` is the extracted text.
#[must_use]
pub fn sayings<'a>(reading: &'a Reading, text: &str) -> Vec<Saying<'a>> {
    let mut found: Vec<Saying<'a>> = Vec::new();
    let mut before: Option<&Attribution> = None;
    let mut day: Option<&DateMention> = None;
    for attribution in reading.attributions.iter().filter(|one| !is_only_a_date(reading, one)) {
        let own = date_of_saying(reading, text, attribution);
        let goes_on =
            before.is_some_and(|before| turn::goes_on(reading, text, before, attribution));
        let date = own
            .or_else(|| day.filter(|_| goes_on))
            .or_else(|| date_of_sentence_before(reading, text, attribution))
            .or_else(|| date_of_listener(reading, text, &found, attribution));
        if let Some(date) = date {
            found.push(Saying { attribution, date, carried: own.is_none() });
        }
        before = Some(attribution);
        day = date;
    }
    found
}

/// The date in the sentence that attributes `attribution`, near its cue and outside all that is
/// said; `None` where there is none, or two are as near. `text` is the extracted text.
#[must_use]
pub fn date_of_saying<'a>(
    reading: &'a Reading,
    text: &str,
    attribution: &Attribution,
) -> Option<&'a DateMention> {
    let cue = attribution.cue.or_else(|| attribution.speaker.as_ref().map(|one| one.range))?;
    let frame = reading.sentence_at(cue.start)?;
    let first = reading.dates.partition_point(|date| date.range.end <= frame.start);
    let mut best: Option<(usize, &DateMention)> = None;
    let mut tied = false;
    for date in reading.dates[first..].iter().take_while(|date| date.range.start < frame.end) {
        let gap = gap(date.range, cue);
        let own = is_a_day(date) && !is_said(reading, attribution, date.range);
        if gap > NEAR || !own || turn::is_of_another_clause(text, frame, attribution, date.range) {
            continue;
        }
        tied = best.is_some_and(|(least, _)| least == gap);
        if best.is_none_or(|(least, _)| gap < least) {
            best = Some((gap, date));
        }
    }
    best.filter(|_| !tied).map(|(_, date)| date)
}

/// The day on which `reading` has one of its attributions said: its own, else that of the
/// turn it goes on with, or of the sentence before. `text` is the extracted text.
#[must_use]
pub fn date_of_turn<'a>(
    reading: &'a Reading,
    text: &str,
    attribution: &Attribution,
) -> Option<&'a DateMention> {
    /// Statements of a turn that are looked back on.
    const TURN: usize = 3;
    let all = &reading.attributions;
    let first = all.partition_point(|one| one.content.start < attribution.content.start);
    let mut at = first + all[first..].iter().position(|one| std::ptr::eq(one, attribution))?;
    for _ in 0..TURN {
        let attribution = reading.attributions.get(at)?;
        let own = date_of_saying(reading, text, attribution)
            .or_else(|| date_of_sentence_before(reading, text, attribution));
        if own.is_some() {
            return own;
        }
        let before = at.checked_sub(1)?;
        if !turn::goes_on(reading, text, &reading.attributions[before], attribution) {
            return None;
        }
        at = before;
    }
    None
}

/// "Moss said on Thursday that the plan was dead. *She told the council …*": the day on which the
/// same speaker is reported to have said something in the sentence before.
fn date_of_sentence_before<'a>(
    reading: &'a Reading,
    text: &str,
    attribution: &Attribution,
) -> Option<&'a DateMention> {
    let speaker = attribution.speaker.as_ref()?;
    let own = reading.sentence_index(speaker.range.start);
    let before = *reading.sentences.get(own.checked_sub(1)?)?;
    let subject = turn::subject_of(reading, text, before, speaker)?;
    let next = reading.dates.partition_point(|date| date.range.start < subject.end);
    let date = reading.dates.get(next).filter(|date| date.range.end <= before.end)?;
    let between = TextRange::new(subject.end, date.range.start);
    let told = turn::is_told_beside(text, between) || turn::is_told_far(reading, text, between);
    let known = text.get(subject.end..before.end)?;
    let one = turn::is_occasion_of(reading, text, known, attribution);
    (told && one && is_a_day(date)).then_some(date)
}

/// "Addressing *lawmakers*, Moss said …": the one day on which the speaker was told of before as
/// saying something to the same listener.
fn date_of_listener<'a>(
    reading: &'a Reading,
    text: &str,
    found: &[Saying<'a>],
    attribution: &Attribution,
) -> Option<&'a DateMention> {
    let entity = |one: &Attribution| one.speaker.as_ref().and_then(|speaker| speaker.entity);
    let speaker = entity(attribution)?;
    let mut before = found
        .iter()
        .rev()
        .take(LOOKED_BACK)
        .filter(|one| !one.carried && entity(one.attribution) == Some(speaker))
        .peekable();
    before.peek()?;
    let listener = turn::listener_now(reading, text, attribution)?;
    let mut days = before.filter(|one| {
        let known = turn::listener_of(reading, text, one.attribution);
        let heard = known.and_then(|known| listener.beside(&known));
        heard.is_some_and(|heard| heard != Heard::Another)
    });
    let day = days.next()?.date;
    days.all(|one| one.date.value == day.value).then_some(day)
}

/// Whether it is a day of the calendar, not "Tuesday" of a week that is not known.
pub(crate) fn is_of_a_known_week(date: &DateMention) -> bool {
    date.interval().is_some() || date.written.month.is_some()
}

fn is_a_day(date: &DateMention) -> bool {
    (is_of_a_known_week(date) || date.written.weekday.is_some())
        && date.bound.is_none()
        && !date.approximate
        && !date.names_event
        && date.granularity <= Granularity::Month
}

/// Quotations and reports begun before a place that are looked at to tell whether they hold it.
const OPEN: usize = 16;

/// Whether `range` is part of what somebody says.
fn is_said(reading: &Reading, attribution: &Attribution, range: TextRange) -> bool {
    let begun = reading.attributions.partition_point(|one| one.content.start < range.end);
    let mut others = reading.attributions[..begun].iter().rev().take(OPEN);
    is_in_quotation(reading, range, |_| true)
        || attribution.quotation.is_some() && attribution.content.overlaps(range)
        || others.any(|one| one.content.overlaps(range) && !opens_report(one, range))
}

/// Whether `range` lies in a quotation of a wanted kind.
pub(super) fn is_in_quotation(
    reading: &Reading,
    range: TextRange,
    wanted: impl Fn(&Quotation) -> bool,
) -> bool {
    let begun = reading.quotations.partition_point(|one| one.outer.start <= range.start);
    let mut open = reading.quotations[..begun].iter().rev().take(OPEN);
    open.any(|one| one.outer.contains_range(range) && wanted(one))
}

/// "…, Moss said *on 3 March*": no report, for all it looks like one.
fn is_only_a_date(reading: &Reading, report: &Attribution) -> bool {
    let at = reading.dates.partition_point(|date| date.range.end <= report.content.start);
    report.quotation.is_none()
        && reading.dates.get(at).is_some_and(|date| {
            opens_report(report, date.range) && report.content.end <= date.range.end + 1
        })
}

/// "said *on 3 March* that …": reported speech whose first words say when it was said.
fn opens_report(report: &Attribution, date: TextRange) -> bool {
    const PREPOSITION: usize = "on ".len();
    let after_cue = report.cue.is_some_and(|cue| cue.end <= report.content.start);
    report.quotation.is_none() && after_cue && date.start <= report.content.start + PREPOSITION
}

/// Bytes between the two.
fn gap(one: TextRange, other: TextRange) -> usize {
    if one.end <= other.start { other.start - one.end } else { one.start.saturating_sub(other.end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::markup::{self, Format};

    #[test]
    fn the_day_of_saying_is_told_by_the_sentence() {
        for (text, expected) in [
            ("“We will not raise the tax,” Ada Moss said on 3 March 2021.", vec!["2021-03-03"]),
            ("On 3 March 2021, Ada Moss said: “We will not raise the tax.”", vec!["2021-03-03"]),
            ("“We will close it on 3 March 2021,” Ada Moss said.", vec![]),
            ("“We will not raise the tax,” Ada Moss said.", vec![]),
            (
                "Ada Moss said on 3 March 2021 that the plan was dead. She told the council \
                 “nobody had asked the town”.",
                vec!["2021-03-03"],
            ),
            (
                "She first gave the news to friends, telling the Harbour Post on 3 March 2021. “Nobody \
                 had asked the town,” she said.",
                vec![],
            ),
            (
                "Ada Moss has left. She first gave the news to friends, telling the Harbour Post on \
                 3 March 2021. “Nobody had asked the town,” she said.",
                vec!["2021-03-03"],
            ),
            (
                "“We will not raise the tax,” Ada Moss told the council on 3 March 2021. “Nobody \
                 would have paid it,” she told the Harbour Post later.",
                vec!["2021-03-03"],
            ),
            (
                "“We will not raise the tax,” Ada Moss told the council on 3 March 2021. “Nobody \
                 would have paid it,” she added.",
                vec!["2021-03-03", "2021-03-03"],
            ),
            (
                "“We will not raise the tax,” Ada Moss told the council on 3 March 2021. “Nobody \
                 would have paid it,” she told Radio Five.",
                vec!["2021-03-03"],
            ),
            (
                "On 3 March 2021, a week after she told Radio Five that “nobody had asked the town”, \
                 Ada Moss left.",
                vec![],
            ),
            (
                "On 3 March 2021, after a long talk, Ada Moss said that “nobody had asked the town”.",
                vec!["2021-03-03"],
            ),
            (
                "After she told Radio Five “nobody had asked”, Ada Moss left on 3 March 2021.",
                vec![],
            ),
            (
                "“We will not raise the tax,” Ada Moss told lawmakers on 3 March 2021.\n\nThe tax is \
                 old.\n\nIt is paid twice a year.\n\nAddressing parliament, Moss said “nobody had asked \
                 the town”.",
                vec!["2021-03-03", "2021-03-03"],
            ),
            (
                "“We will not raise the tax,” Ada Moss told lawmakers on 3 March 2021.\n\nThe tax is \
                 old.\n\nIt is paid twice a year.\n\nMoss had told lawmakers that “nobody had asked the \
                 town”.",
                vec!["2021-03-03"],
            ),
            (
                "“We will not raise the tax,” Ada Moss told lawmakers on 3 March 2021. Addressing \
                 parliament, Moss said “it is an old tax”. “Nobody had asked the town,” she told the \
                 Radio Five station.",
                vec!["2021-03-03", "2021-03-03"],
            ),
            (
                "Ada Moss was born on 3 March 1961. She told the council “nobody had asked \
                 the town”.",
                vec![],
            ),
        ] {
            let extraction = markup::extract(text, Format::Plain);
            let reading = Reading::of(&extraction, None);
            let quoted = sayings(&reading, text);
            let quoted = quoted.iter().filter(|one| one.attribution.quotation.is_some());
            let days: Vec<&str> = quoted.map(|one| one.date.value.as_str()).collect();
            assert_eq!(days, expected, "{text}");
        }
    }
}
