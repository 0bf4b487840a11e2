//! Dates as people write them: EDTF in, "3 March 2021" out.

use jiff::civil::Date;

use crate::reading::dates::MONTHS;

/// `edtf` as people write it: "3 March 2021", "March 2021", "2021", "22 to 24 February 2024",
/// "22 February" where the year is not known. What is not understood comes back as it is.
#[must_use]
pub fn spoken_date(edtf: &str) -> String {
    match edtf.split_once('/') {
        Some((start, end)) => spoken_interval(start, end),
        None => spoken(edtf).unwrap_or_else(|| edtf.to_owned()),
    }
}

/// `date` as people write it.
pub(super) fn spoken_day(date: Date) -> String {
    spoken_date(&date.to_string())
}

fn spoken_interval(start: &str, end: &str) -> String {
    match (start, end) {
        ("" | "..", end) => format!("until {}", spoken_date(end)),
        (start, "" | "..") => format!("since {}", spoken_date(start)),
        (start, end) => match (spoken(start), spoken(end)) {
            (Some(first), Some(last)) => joined(&first, &last),
            _ => format!("{start}/{end}"),
        },
    }
}

/// "22 to 24 February 2024" rather than "22 February 2024 to 24 February 2024".
fn joined(first: &str, last: &str) -> String {
    let same_shape = first.split(' ').count() == last.split(' ').count();
    let head = if same_shape { shortened(first, last) } else { first.to_owned() };
    format!("{head} to {last}")
}

/// `first` without the words at its end that `last` repeats.
fn shortened(first: &str, last: &str) -> String {
    let (head, tail): (Vec<&str>, Vec<&str>) =
        (first.split(' ').collect(), last.split(' ').collect());
    let same = head.iter().rev().zip(tail.iter().rev()).take_while(|(a, b)| a == b).count();
    head[..head.len() - same.min(head.len() - 1)].join(" ")
}

fn spoken(date: &str) -> Option<String> {
    let about = date.ends_with(['~', '%']);
    let date = date.trim_end_matches(['~', '?', '%']);
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let month = parts.next().map(|month| month_name(month).ok_or(())).transpose().ok()?;
    let day = parts.next().map(|day| day.parse::<u8>().map_err(|_| ())).transpose().ok()?;
    if parts.next().is_some() {
        return None;
    }
    if year.contains('X') && month.is_none() {
        return None;
    }
    let year = (!year.contains('X')).then(|| year.to_owned());
    let words: Vec<String> =
        [day.map(|day| day.to_string()), month, year].into_iter().flatten().collect();
    let text = words.join(" ");
    (!text.is_empty()).then(|| if about { format!("about {text}") } else { text })
}

fn month_name(month: &str) -> Option<String> {
    let number: usize = month.parse().ok()?;
    let season = match number {
        21 => "spring",
        22 => "summer",
        23 => "autumn",
        24 => "winter",
        33 => "first quarter of",
        34 => "second quarter of",
        35 => "third quarter of",
        36 => "fourth quarter of",
        _ => MONTHS.get(number.checked_sub(1)?)?,
    };
    Some(season.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_people_write_them() {
        for (edtf, spoken) in [
            ("2021-03-03", "3 March 2021"),
            ("2021-03", "March 2021"),
            ("2021", "2021"),
            ("XXXX-02-22", "22 February"),
            ("2024-02-22/2024-02-24", "22 to 24 February 2024"),
            ("2024-01-30/2024-02-02", "30 January to 2 February 2024"),
            ("2023-12/2024-01", "December 2023 to January 2024"),
            ("2020/2022", "2020 to 2022"),
            ("2020/2020", "2020 to 2020"),
            ("2022/..", "since 2022"),
            ("../2022-05", "until May 2022"),
            ("2023~", "about 2023"),
            ("2024-21", "spring 2024"),
            ("199X", "199X"),
            ("2024-13", "2024-13"),
            ("", ""),
            ("soon", "soon"),
        ] {
            assert_eq!(spoken_date(edtf), spoken, "{edtf}");
        }
    }
}
