//! Whole dates (day, month and year) in short lines: the heads and feet of articles.

use jiff::civil::Date;

use crate::reading::tokens::is_weekday;

/// A whole date among the words of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) date: Date,
    /// Its first word.
    pub(super) first: usize,
    /// The word after its last.
    pub(super) end: usize,
}

/// The words of a line, without the punctuation around them.
pub(super) fn words(line: &str) -> Vec<&str> {
    line.split(|c: char| c.is_whitespace() || matches!(c, '|' | '•' | '·' | '—' | '–'))
        .map(|word| word.trim_matches(|c: char| ",.;()[]<>\u{200e}\u{200f}*_".contains(c)))
        .filter(|word| !word.is_empty())
        .collect()
}

/// Every whole date among `words`. A numeric date that could be read in two ways is none.
pub(super) fn all(words: &[&str]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match starting_at(&words[at..]) {
            Some((date, length)) => {
                found.push(Found { date, first: at, end: at + length });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The first whole date of a metadata value: "2024-02-25T07:00:00Z", "Feb. 25, 2024".
pub(super) fn of_value(value: &str) -> Option<Date> {
    let words = words(value);
    all(&words).first().map(|found| found.date)
}

fn starting_at(words: &[&str]) -> Option<(Date, usize)> {
    if let Some(date) = numeric(words[0]) {
        return Some((date, 1));
    }
    month_first(words).or_else(|| day_first(words))
}

/// "Feb. 25, 2024", "February 25th 2024".
fn month_first(words: &[&str]) -> Option<(Date, usize)> {
    let month = month(words[0])?;
    let date = build(year(words.get(2)?)?, month, day(words.get(1)?)?)?;
    Some((date, 3))
}

/// "25 Feb 2024", "25th of February, 2024".
fn day_first(words: &[&str]) -> Option<(Date, usize)> {
    let day = day(words[0])?;
    let of = usize::from(words.get(1).is_some_and(|word| matches!(*word, "of" | "de")));
    let month = month(words.get(1 + of)?)?;
    let of_year = usize::from(words.get(2 + of).is_some_and(|word| *word == "de"));
    let date = build(year(words.get(2 + of + of_year)?)?, month, day)?;
    Some((date, 3 + of + of_year))
}

/// "2024-02-25T07:00", "2024/2/25", "25.02.2024"; "02/26/24" where only one reading is a date.
fn numeric(word: &str) -> Option<Date> {
    let word = word.split_once(['T', 't']).map_or(word, |(date, _)| date);
    let separator = word.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '-' | '/' | '.') {
        return None;
    }
    let parts: Vec<&str> = word.split(separator).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let all_digits = parts
        .iter()
        .all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    if !all_digits || b.len() > 2 {
        return None;
    }
    let small = |text: &str| text.parse::<i8>().ok();
    if a.len() == 4 {
        return build(a.parse().ok()?, small(b)?, small(c)?);
    }
    let year = full_year(c)?;
    if separator == '.' {
        let is_version = c.len() == 2 && (a.len() < 2 || b.len() < 2);
        return if is_version { None } else { build(year, small(b)?, small(a)?) };
    }
    one_reading(build(year, small(a)?, small(b)?), build(year, small(b)?, small(a)?))
}

fn one_reading(month_first: Option<Date>, day_first: Option<Date>) -> Option<Date> {
    match (month_first, day_first) {
        (Some(a), Some(b)) => (a == b).then_some(a),
        (a, b) => a.or(b),
    }
}

fn full_year(text: &str) -> Option<i16> {
    match (text.len(), text.parse::<i16>().ok()?) {
        (4, year) => Some(year),
        (2, year @ 0..70) => Some(2000 + year),
        (2, year) => Some(1900 + year),
        _ => None,
    }
}

fn build(year: i16, month: i8, day: i8) -> Option<Date> {
    (1500..2200).contains(&year).then(|| Date::new(year, month, day).ok())?
}

fn year(word: &str) -> Option<i16> {
    (word.len() == 4).then(|| word.parse().ok())?
}

fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &word[digits.len()..];
    let is_ordinal = matches!(ending.to_ascii_lowercase().as_str(), "" | "st" | "nd" | "rd" | "th");
    (is_ordinal && digits.len() <= 2).then(|| digits.parse().ok())?
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "января", "januar", "janvier", "enero"],
    &["february", "feb", "февраля", "februar", "février", "febrero"],
    &["march", "mar", "марта", "märz", "mars", "marzo"],
    &["april", "apr", "апреля", "avril", "abril"],
    &["may", "мая", "mai", "mayo"],
    &["june", "jun", "июня", "juni", "juin", "junio"],
    &["july", "jul", "июля", "juli", "juillet", "julio"],
    &["august", "aug", "августа", "août", "agosto"],
    &["september", "sept", "sep", "сентября", "septembre", "septiembre"],
    &["october", "oct", "октября", "oktober", "octobre", "octubre"],
    &["november", "nov", "ноября", "novembre", "noviembre"],
    &["december", "dec", "декабря", "dezember", "décembre", "diciembre"],
];

fn month(word: &str) -> Option<i8> {
    if word.len() > 24 || !word.starts_with(char::is_alphabetic) {
        return None;
    }
    let word = word.to_lowercase();
    let at = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    i8::try_from(at + 1).ok()
}

/// Words that go with a date and add no meaning: weekdays, times of day, zones, "on", "at".
pub(super) fn is_company(word: &str) -> bool {
    const WORDS: [&str; 23] = [
        "at", "on", "am", "pm", "a.m", "p.m", "et", "est", "edt", "ct", "pt", "pst", "pdt", "gmt",
        "utc", "bst", "cet", "msk", "noon", "midnight", "г", "года", "by",
    ];
    let folded = word.to_lowercase();
    let folded = folded.trim_end_matches([':', ',']);
    WORDS.contains(&folded) || is_weekday(folded) || is_clock(folded)
}

/// "10:30", "7", "10:30am", "0:00", "14.05", "gmt+3".
pub(super) fn is_clock(word: &str) -> bool {
    let word = word.strip_prefix("gmt").or(word.strip_prefix("utc")).unwrap_or(word);
    let word = word.trim_end_matches("am").trim_end_matches("pm");
    let is_short = (1..=8).contains(&word.len());
    let starts = word.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-');
    is_short
        && starts
        && word.chars().all(|c| c.is_ascii_digit() || ":.+-".contains(c))
        && (word.len() <= 2 || word.contains([':', '.', '+', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whole_dates_are_read() {
        for (text, expected) in [
            ("Feb 25 2024", "2024-02-25"),
            ("Feb. 25, 2024", "2024-02-25"),
            ("Sunday, February 25th, 2024", "2024-02-25"),
            ("25 February 2024", "2024-02-25"),
            ("the 25th of Feb, 2024", "2024-02-25"),
            ("25 de febrero de 2024", "2024-02-25"),
            ("25 февраля 2024 г.", "2024-02-25"),
            ("2024-02-25T23:30:00-05:00", "2024-02-25"),
            ("2024/02/25", "2024-02-25"),
            ("25.02.2024 14:05", "2024-02-25"),
            ("02/26/24, 7 a.m. ET", "2024-02-26"),
            ("26/02/2024", "2024-02-26"),
            ("05/05/2024", "2024-05-05"),
        ] {
            assert_eq!(
                of_value(text).map(|date| date.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_whole_date_is_none() {
        for text in [
            "03/04/2024",
            "Feb. 25",
            "February 2024",
            "2024",
            "30 February 2024",
            "1.10.30",
            "",
            "12-13",
            "version 10.2.3-4",
            "may 5 be 2024",
        ] {
            assert_eq!(of_value(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in "[ a-zéя0-9/.,:T|-]{0,40}") {
            let words = words(&text);
            for found in all(&words) {
                prop_assert!(found.end <= words.len());
            }
            let _ = words.iter().filter(|word| is_company(word)).count();
        }
    }
}
