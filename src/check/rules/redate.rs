//! The source's date in the draft's own style.

use jiff::civil::Date;

use crate::reading::dates::{self, DateMention, Granularity, MONTHS};

/// The `stated` date as the `drafted` one is written, each with its words; `None` where the source
/// tells less than the draft does, or the style cannot be kept.
pub(super) fn written_anew(
    (written, drafted): (&str, &DateMention),
    (source, stated): (&str, &DateMention),
) -> Option<String> {
    if stated.granularity > drafted.granularity {
        return None;
    }
    let one_day = stated.start == stated.end || drafted.granularity > Granularity::Day;
    let day = stated.start.filter(|_| one_day).or_else(|| day_of_any_year(drafted, stated));
    let day = day.filter(|_| is_one_day(written));
    let as_stated = || (shape(written) == shape(source)).then(|| source.to_owned());
    day.and_then(|day| dates::in_style_of(written, day))
        .or_else(as_stated)
        .filter(|new_text| new_text != written)
}

/// "Feb. 28" for "Feb. 22", where neither says of which year.
fn day_of_any_year(drafted: &DateMention, stated: &DateMention) -> Option<Date> {
    const A_LEAP_YEAR: i16 = 2024;
    let (own, known) = (drafted.written, stated.written);
    let open = stated.start.is_none() && own.year.is_none() && own.weekday.is_none();
    let day = known.day.filter(|_| open && own.day.is_some())?;
    let year = drafted.start.map_or(A_LEAP_YEAR, Date::year);
    Date::new(year, known.month?, day).ok()
}

/// Whether it is no span of days: "May 15-16".
fn is_one_day(written: &str) -> bool {
    let day = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = written.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let numeric = written.bytes().all(|byte| !byte.is_ascii_alphabetic());
    numeric || parts.filter(|part| day(part)).count() <= 1
}

/// How a date is written, whatever its numbers, months and seasons: two of one shape are of one
/// style.
fn shape(written: &str) -> String {
    const SEASONS: [&str; 5] = ["spring", "summer", "autumn", "fall", "winter"];
    let mut shape = String::new();
    let mut rest = written;
    while let Some(first) = rest.chars().next() {
        let alike = |c: char| c.is_alphabetic() == first.is_alphabetic();
        let is_run = first.is_alphanumeric();
        let end = rest
            .find(|c: char| !(is_run && c.is_alphanumeric() && alike(c)))
            .unwrap_or(rest.len())
            .max(first.len_utf8());
        let (run, behind) = rest.split_at(end);
        let folded = run.to_lowercase();
        if first.is_numeric() {
            shape.push_str(if run.len() > 2 { "0000" } else { "0" });
        } else if MONTHS.iter().any(|month| month.eq_ignore_ascii_case(run)) {
            shape.push('M');
        } else if MONTHS.iter().any(|month| run.len() > 2 && month.starts_with(run)) {
            shape.push('m');
        } else if SEASONS.contains(&folded.as_str()) {
            shape.push('S');
        } else {
            shape.push_str(run);
        }
        rest = behind;
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Reading;
    use crate::reading::markup::{self, Format};

    fn date(text: &str) -> DateMention {
        let reading = Reading::of(&markup::extract(text, Format::Plain), None);
        reading.dates.into_iter().next().unwrap()
    }

    #[test]
    fn the_sources_date_is_written_as_the_draft_writes_dates() {
        for (written, source, expected) in [
            ("Feb. 28", "22 February 2024", Some("Feb. 22")),
            ("Feb. 28", "Feb. 22", Some("Feb. 22")),
            ("28 February", "Feb. 22", Some("22 February")),
            ("28 February 2024", "Feb. 22", None),
            ("May 25-26, 2024", "May 15-16, 2024", Some("May 15-16, 2024")),
            ("May 25-26, 2024", "15 May 2024", None),
            ("the summer of 2023", "the summer of 2024", Some("the summer of 2024")),
            ("the summer of 2023", "the autumn of 2024", Some("the autumn of 2024")),
            ("2004", "2002", Some("2002")),
            ("3 March 2021", "March 2021", None),
        ] {
            let (own, stated) = (date(written), date(source));
            let found = written_anew((written, &own), (source, &stated));
            assert_eq!(found.as_deref(), expected, "{written} / {source}");
        }
    }
}
