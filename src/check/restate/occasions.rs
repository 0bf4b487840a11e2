//! When a date may be another than it looks: that of a page brought up to date, of a month whose year
//! is open, or of what is said and not of the saying.

use jiff::civil::Date;

use super::values::{self, Value};
use crate::check::desk::Desk;
use crate::corpus::statements::{Feature, Match};
use crate::reading::dates::DateMention;
use crate::text::TextRange;

/// Whether the source says that it was brought up to date on the draft's day, which may be the
/// weekday that it tells.
pub(super) fn is_of_the_update(
    desk: &Desk<'_>,
    value: Value<'_>,
    found: &Match<'_>,
    stated: Value<'_>,
) -> bool {
    const BEFORE: usize = 24;
    let (Value::Date(drafted), Value::Date(stated)) = (value, stated) else { return false };
    if !values::is_weekday_after(drafted, stated) {
        return false;
    }
    let source = &desk.corpus.sources()[found.sentence.source];
    source.reading().dates.iter().filter(|date| date.start == drafted.start).any(|date| {
        let before = source.text().as_bytes();
        let window = &before[date.range.start.saturating_sub(BEFORE)..date.range.start];
        window.windows(5).any(|word| word.eq_ignore_ascii_case(b"updat"))
    })
}

/// Whether a month that one of them names without its year may be that of the other: "in November",
/// printed in March, is of the year before or of the same.
pub(super) fn may_be_of_the_year(
    desk: &Desk<'_>,
    value: Value<'_>,
    found: &Match<'_>,
    stated: Value<'_>,
) -> bool {
    const A_YEAR: i64 = 366;
    const A_MONTH_MORE: i64 = A_YEAR + 31;
    let (Value::Date(drafted), Value::Date(stated)) = (value, stated) else { return false };
    if drafted.written.month != stated.written.month {
        return false;
    }
    let within = |one: Option<Date>, other: Option<Date>, most: i64| {
        one.zip(other)
            .is_some_and(|(one, other)| (one.duration_until(other).as_hours() / 24).abs() <= most)
    };
    let source = &desk.corpus.sources()[found.sentence.source];
    let published = source.date;
    // "October of next year" names its year.
    let open = is_open_month(stated) && !stated.range.of(source.text()).contains("year");
    open && within(published, drafted.start, A_YEAR)
        || is_open_month(drafted) && within(drafted.start, stated.start, A_MONTH_MORE)
}

/// "In November".
fn is_open_month(date: &DateMention) -> bool {
    let written = date.written;
    written.month.is_some() && written.day.is_none() && written.year.is_none()
}

/// Whether the day is that of the report: "REDPORT, March 5 (Agency) — The council met on Friday."
pub(super) fn is_in_dateline(text: &str, sentence: TextRange, day: TextRange) -> bool {
    const MOST: usize = 10;
    let written = text.get(sentence.start..day.start).unwrap_or_default();
    let place = written.split_whitespace().next().unwrap_or_default();
    let is_place = place.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !place.contains(char::is_lowercase);
    let behind = text.get(day.end..sentence.end).unwrap_or_default();
    let to_dash: Vec<&str> = behind.split_whitespace().take(MOST).collect();
    let dash = to_dash.iter().position(|word| matches!(*word, "—" | "–" | "-" | "--"));
    // Between the day and the dash stand the year and the agency alone.
    let is_name = |word: &&&str| !word.starts_with(char::is_lowercase);
    let before_dash = |dash: usize| to_dash[..dash].iter().take_while(is_name).count() == dash;
    is_place && written.split_whitespace().count() <= MOST && dash.is_some_and(before_dash)
}

/// Whether the day belongs to what is said, not to the saying: "… filed for bankruptcy on Tuesday, the
/// company said."
pub(super) fn is_before_the_saying(text: &str, sentence: TextRange, day: TextRange) -> bool {
    const FEW: usize = 6;
    const FEW_BEFORE: usize = 4;
    // "On Thursday, in a letter, the company said": the day of saying.
    let before = text.get(sentence.start..day.start).unwrap_or_default();
    if before.split_whitespace().count() < FEW_BEFORE {
        return false;
    }
    let behind = text.get(day.end..sentence.end).unwrap_or_default();
    let mut parts = behind.split([',', ';']).skip(1).take(2);
    parts.any(|part| {
        let words: Vec<&str> =
            part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let ends = words.last().and_then(|word| Feature::of_any_word(word));
        words.len() <= FEW && ends.is_some_and(Feature::is_saying)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_a_dateline_is_that_of_the_report() {
        for (text, day, expected) in [
            ("REDPORT, March 5 (Agency) — The council met on Friday.", "March 5", true),
            ("REDPORT, March 5 – The council met on Friday.", "March 5", true),
            ("REDPORT, March 5 (Agency) — The council met on Friday.", "Friday", false),
            ("Redport, on March 5 — a Friday — was under water.", "March 5", false),
            ("NATO met on March 5 and – as in May – decided nothing.", "March 5", false),
        ] {
            let at = text.find(day).unwrap();
            let (sentence, day) =
                (TextRange::new(0, text.len()), TextRange::new(at, at + day.len()));
            assert_eq!(is_in_dateline(text, sentence, day), expected, "{text}");
        }
    }

    #[test]
    fn a_day_before_the_words_of_saying_is_that_of_what_is_said() {
        for (text, day, expected) in [
            ("The mill shut for good on Tuesday, the company said.", "Tuesday", true),
            ("The mill shut for good on Tuesday, the company said; a buyer came.", "Tuesday", true),
            ("The gate will be late until May 2008, Pryce said.", "May 2008", true),
            ("On Tuesday, in a short letter, the company said.", "Tuesday", false),
            ("The mill shut for good, the company said on Tuesday.", "Tuesday", false),
            ("After a long talk on Tuesday, Pryce said that it was over.", "Tuesday", false),
        ] {
            let at = text.find(day).unwrap();
            let (sentence, day) =
                (TextRange::new(0, text.len()), TextRange::new(at, at + day.len()));
            assert_eq!(is_before_the_saying(text, sentence, day), expected, "{text}");
        }
    }
}
