//! Dates as a newspaper writes them: `2024-02-22` as "22 February 2024".

use crate::reading::dates::MONTHS;

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

/// `edtf` in words; what is not understood comes back as it is.
#[must_use]
pub fn in_words(edtf: &str) -> String {
    if let Some((start, end)) = edtf.split_once('/') {
        return interval(start, end);
    }
    single(edtf).unwrap_or_else(|| edtf.to_owned())
}

fn interval(start: &str, end: &str) -> String {
    match (start, end) {
        ("" | "..", end) => format!("until {}", in_words(end)),
        (start, "" | "..") => format!("from {}", in_words(start)),
        _ if start.len() == 10 && start.get(..8) == end.get(..8) => {
            let day = start[8..].trim_start_matches('0');
            format!("{day}–{}", in_words(end))
        }
        _ => format!("{} to {}", in_words(start), in_words(end)),
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
    Some(words.join(" "))
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
            ("XXXX-02-22", "22 February"),
            ("XXXX-02", "February"),
            ("2024-02-22/2024-02-24", "22–24 February 2024"),
            ("2024-02-28/2024-03-01", "28 February 2024 to 1 March 2024"),
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
