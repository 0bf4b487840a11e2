//! Dates as a newspaper writes them: `2024-02-22` as "22 February 2024".

use super::edtf::UNKNOWN;
use super::{DateMention, MONTHS};

/// Part-of-year numbers of EDTF that people name.
const PARTS: [(&str, &str); 8] = [
    ("21", "spring"),
    ("22", "summer"),
    ("23", "autumn"),
    ("24", "winter"),
    ("33", "first quarter of"),
    ("34", "second quarter of"),
    ("35", "third quarter of"),
    ("36", "fourth quarter of"),
];

/// What stands in place of a year that is not known.
const NO_YEAR: &str = ", year not stated";

/// `edtf` in words: "22 February 2024", "22–24 February 2024", "19 or 26 February 2024", "22
/// February, year not stated"; what is not understood comes back as it is.
#[must_use]
pub fn in_words(edtf: &str) -> String {
    if edtf == UNKNOWN {
        return "not known".to_owned();
    }
    if let Some(days) = edtf.strip_prefix('[').and_then(|days| days.strip_suffix(']')) {
        return days
            .split_once(',')
            .map_or_else(|| edtf.to_owned(), |(one, other)| joined(one, other, " or ", " or "));
    }
    match edtf.split_once('/') {
        Some(("" | "..", end)) => format!("until {}", in_words(end)),
        Some((start, "" | "..")) => format!("from {}", in_words(start)),
        Some((start, end)) => joined(start, end, "–", " to "),
        None => single(edtf).unwrap_or_else(|| edtf.to_owned()),
    }
}

/// What the words of a date that hangs on another leave open: "2024" of "Feb. 26", "26 February
/// 2024" of "Monday"; `None` where they tell all, or no more is known.
#[must_use]
pub fn left_open(mention: &DateMention) -> Option<String> {
    // "December" in a page without a date says all that is known.
    let relative = mention.relative && !mention.value.starts_with("XXXX");
    if relative && mention.written.day.is_some() && mention.written.month.is_some() {
        return mention.start.map(|day| day.year().to_string());
    }
    relative.then(|| in_words(&mention.value))
}

/// Two dates; of one month with `near` between the numbers of their days, else with `far`.
fn joined(first: &str, last: &str, near: &str, far: &str) -> String {
    if first.len() == 10 && first.get(..8) == last.get(..8) {
        let day = first[8..].trim_start_matches('0');
        return format!("{day}{near}{}", in_words(last));
    }
    let (first, last) = (in_words(first), in_words(last));
    format!("{}{far}{last}", without_year_of(&first, &last))
}

/// `first` without its year where `last` repeats that: "30 January to 2 February 2024".
fn without_year_of<'a>(first: &'a str, last: &str) -> &'a str {
    if last.ends_with(NO_YEAR) {
        return first.trim_end_matches(NO_YEAR);
    }
    match (first.rsplit_once(' '), last.rsplit_once(' ')) {
        (Some((rest, year)), Some((_, other))) if year == other => rest,
        _ => first,
    }
}

fn single(edtf: &str) -> Option<String> {
    if let Some(sure) = edtf.strip_suffix(['~', '?', '%']) {
        return Some(format!("about {}", single(sure)?));
    }
    let mut parts = edtf.split('-');
    let year = year(parts.next()?)?;
    let Some(part) = parts.next() else { return Some(year) };
    let named = PARTS.iter().find(|(number, _)| *number == part).map(|(_, name)| *name);
    let month = part.parse::<usize>().ok().and_then(|number| MONTHS.get(number.wrapping_sub(1)));
    let month = named.or(month.copied())?;
    let mut words = vec![month.to_owned(), year];
    if let Some(day) = parts.next() {
        words.insert(0, day.parse::<u8>().ok()?.to_string());
    }
    words.retain(|word| !word.is_empty());
    let words = words.join(" ");
    Some(if edtf.starts_with("XXXX") {
        words.trim_end_matches(" of").to_owned() + NO_YEAR
    } else {
        words
    })
}

/// A year in words: nothing for an unknown one, "the 1990s" for a decade.
fn year(year: &str) -> Option<String> {
    if year.len() != 4 {
        return None;
    }
    let known = year.trim_end_matches('X');
    if !known.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match known.len() {
        0 => Some(String::new()),
        2 => Some(format!("the {known}00s")),
        3 => Some(format!("the {known}0s")),
        4 => Some(known.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_in_a_newspaper() {
        for (edtf, words) in [
            ("2024-02-22", "22 February 2024"),
            ("2024-02", "February 2024"),
            ("2024", "2024"),
            ("199X", "the 1990s"),
            ("19XX", "the 1900s"),
            ("XXXX-02-22", "22 February, year not stated"),
            ("XXXX-02", "February, year not stated"),
            ("XXXX-33", "first quarter, year not stated"),
            ("XXXX-02-22/XXXX-02-24", "22–24 February, year not stated"),
            ("XXXX-01-30/XXXX-02-02", "30 January to 2 February, year not stated"),
            ("XXXX-XX-XX", "not known"),
            ("[2024-02-19,2024-02-26]", "19 or 26 February 2024"),
            ("[2024-01-31,2024-02-07]", "31 January or 7 February 2024"),
            ("[é,é]", "é or é"),
            ("2024-02-22/2024-02-24", "22–24 February 2024"),
            ("2024-02-28/2024-03-01", "28 February to 1 March 2024"),
            ("2022-02/..", "from February 2022"),
            ("../2022", "until 2022"),
            ("2024-22", "summer 2024"),
            ("2024-35", "third quarter of 2024"),
            ("2023~", "about 2023"),
            ("soon", "soon"),
            ("2024-99", "2024-99"),
            ("é/é", "é to é"),
        ] {
            assert_eq!(in_words(edtf), words, "{edtf}");
        }
    }
}
