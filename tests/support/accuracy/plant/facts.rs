//! Edits on dates, figures and names outside quotations.

use copydesk::text::TextRange;
use jiff::civil::Date;

use super::units::Unit;
use super::words::last_name;
use super::{Bench, Planted, replaced};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A day of a month in the text's own voice.
struct Day {
    /// "March 14" or "14 March", without weekday and year.
    range: TextRange,
    day: TextRange,
    month: TextRange,
    number: i8,
    month_number: i8,
    month_first: bool,
    year: Option<i16>,
    /// The word before, where it is a weekday.
    weekday: Option<TextRange>,
}

fn month_number(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|month| word.starts_with(month))?;
    let is_month = word.len() <= 4 || NAMES[at] == word;
    is_month.then(|| i8::try_from(at).unwrap_or_default() + 1)
}

fn days(unit: &Unit) -> Vec<Day> {
    let words = unit.own_words();
    let mut found = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let (one, two) = (unit.of(pair[0]), unit.of(pair[1]));
        let (month, day, month_first) = match (month_number(one), month_number(two)) {
            (Some(_), None) => (pair[0], pair[1], true),
            (None, Some(_)) => (pair[1], pair[0], false),
            _ => continue,
        };
        let Ok(number @ 1..=31) = unit.of(day).parse::<i8>() else { continue };
        let year = words.get(at + 2).and_then(|word| unit.of(*word).parse::<i16>().ok());
        let weekday = at.checked_sub(1).map(|before| words[before]);
        found.push(Day {
            range: TextRange::new(pair[0].start, pair[1].end),
            day,
            month,
            number,
            month_number: month_number(unit.of(month)).unwrap_or(1),
            month_first,
            year: year.filter(|year| (1000..2100).contains(year)),
            weekday: weekday.filter(|word| WEEKDAYS.contains(&unit.of(*word))),
        });
    }
    found
}

/// "March 14" for "14 March" and back.
pub(super) fn date_turned(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let days = days(unit);
    let day = bench.dice.pick(&days).filter(|day| day.year.is_none())?;
    let (month, number) = (unit.of(day.month), day.number);
    // A shortened month that loses its point would not be turned but misprinted.
    let month = NAMES.iter().find(|name| name.starts_with(month))?;
    let end = if unit.text[day.range.end..].starts_with('.') && !day.month_first {
        return None;
    } else {
        day.range.end
    };
    let new =
        if day.month_first { format!("{number} {month}") } else { format!("{month} {number}") };
    Some(replaced(&unit.text, TextRange::new(day.range.start, end), &new))
}

/// "in March" for "on March 14".
pub(super) fn date_coarser(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let days = days(unit);
    let day = bench.dice.pick(&days).filter(|day| day.weekday.is_none() && day.year.is_none())?;
    let before = unit.text[..day.range.start].strip_suffix("on ")?;
    let month = NAMES[usize::try_from(day.month_number - 1).ok()?];
    let range = TextRange::new(before.len(), day.range.end);
    Some(replaced(&unit.text, range, &format!("in {month}")))
}

/// Another day, nine to thirteen later, of the same month.
pub(super) fn day_moved(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let days = days(unit);
    let day = bench.dice.pick(&days).filter(|day| day.weekday.is_none())?;
    let step = 9 + i8::try_from(bench.dice.below(5)).unwrap_or_default();
    let new = (day.number + step - 1) % 28 + 1;
    let planted = replaced(&unit.text, day.day, &new.to_string());
    let known = bench.units.iter().any(|other| {
        other.text.contains(&format!("{} {new} ", unit.of(day.month)))
            || other.text.contains(&format!("{new} {}", unit.of(day.month)))
    });
    (!known).then_some(planted)
}

/// Another weekday, or a wrong one where none stands.
pub(super) fn weekday_moved(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let days = days(unit);
    let day = bench.dice.pick(&days)?;
    let year = day.year.unwrap_or(unit.date.year());
    let date = Date::new(year, day.month_number, day.number).ok()?;
    // Without a year only a date near the text's own is sure.
    let gap = (date - unit.date).get_days().abs();
    if day.year.is_none() && gap > 60 {
        return None;
    }
    let right = usize::try_from(date.weekday().to_monday_zero_offset()).ok()?;
    let wrong = WEEKDAYS[(right + 2 + bench.dice.below(4)) % 7];
    let comma = if day.month_first { ", " } else { " " };
    match day.weekday {
        Some(old) => Some(replaced(&unit.text, old, wrong)),
        None => {
            let planted =
                replaced(&unit.text, TextRange::empty(day.range.start), &format!("{wrong}{comma}"));
            let on = unit.text[..day.range.start].ends_with("on ");
            on.then_some(planted)
        }
    }
}

/// The numbers that count something: no dates, times, years, ages of ships.
fn figures(unit: &Unit) -> Vec<TextRange> {
    let words = unit.own_words();
    let text = |at: usize| words.get(at).map_or("", |word| unit.of(*word));
    let is_figure = |at: &usize| {
        let word = text(*at);
        let digits =
            word.trim_start_matches(['£', '$', '€']).trim_end_matches(['m', 'p', 'n', 'b']);
        let plain = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.');
        let is_year = digits.len() == 4 && digits.starts_with(['1', '2']) && !digits.contains(',');
        let before = at.checked_sub(1).map_or("", &text);
        let after = text(at + 1);
        let is_date = [before, after].iter().any(|word| month_number(word).is_some());
        let is_time = after.starts_with("am")
            || after.starts_with("pm")
            || after.starts_with("a.m")
            || after.starts_with("p.m");
        let loose = [
            "at", "about", "around", "roughly", "nearly", "almost", "some", "over", "than", "the",
            "to", "and",
        ];
        plain
            && !is_year
            && !is_date
            && !is_time
            && !word.ends_with("pm")
            && !loose.contains(&before)
    };
    (0..words.len()).filter(is_figure).map(|at| words[at]).collect()
}

/// Another number of the same form; its first digit is changed.
pub(super) fn other_number(word: &str) -> Option<String> {
    let at = word.find(|c: char| c.is_ascii_digit())?;
    let digit = word.as_bytes()[at] - b'0';
    let new = if digit > 5 { digit - 3 } else { digit + 3 };
    Some(format!("{}{new}{}", &word[..at], &word[at + 1..]))
}

pub(super) fn figure_changed(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let figures = figures(unit);
    let word = *bench.dice.pick(&figures)?;
    Some(replaced(&unit.text, word, &other_number(unit.of(word))?))
}

pub(super) fn figure_in_words(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    const WORDS: [&str; 10] = [
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    let figures = figures(unit);
    let word = *bench.dice.pick(&figures)?;
    let number: usize = unit.of(word).parse().ok()?;
    Some(replaced(&unit.text, word, WORDS.get(number.checked_sub(11)?)?))
}

/// Two letters of a last name change places.
pub(super) fn name_misspelt(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let people = &bench.topic.people;
    let is_name = |word: &TextRange| people.iter().any(|name| last_name(name) == unit.of(*word));
    let names: Vec<TextRange> = unit
        .own_words()
        .into_iter()
        .filter(|word| word.end - word.start > 5 && is_name(word))
        .collect();
    let [word] = names[..] else { return None };
    let mut letters: Vec<char> = unit.of(word).chars().collect();
    let at = 2 + bench.dice.below(letters.len() - 4);
    letters.swap(at, at + 1);
    let new: String = letters.into_iter().collect();
    (new != unit.of(word)).then(|| replaced(&unit.text, word, &new))
}
