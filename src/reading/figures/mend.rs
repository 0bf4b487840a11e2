//! Writes one figure in the place of another, in the words and signs of the text that it comes to.

use crate::reading::tokens;

use super::{Figure, FigureKind, are_of_one_unit, style};

/// A figure with its text and what stands behind it.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The figure as it was read.
    pub figure: &'a Figure,
    /// Its own bytes.
    pub text: &'a str,
    /// The text behind it.
    pub behind: &'a str,
}

/// What to write for `drafted` so that it says what `stated` says; `None` where no wording is sure to
/// read well.
#[must_use]
pub fn instead_of(drafted: Written<'_>, stated: Written<'_>) -> Option<String> {
    let (one, other) = (drafted.figure, stated.figure);
    let text = match (one.kind, other.kind) {
        (FigureKind::Score, FigureKind::Score) => score(drafted, stated),
        (FigureKind::Share, FigureKind::Share) => share(drafted, stated),
        (FigureKind::Ordinal, FigureKind::Ordinal) => ordinal(drafted, stated),
        (FigureKind::Factor, FigureKind::Factor) => factor(drafted.text, other.value()),
        (FigureKind::Share | FigureKind::Score | FigureKind::Ordinal, _)
        | (_, FigureKind::Share | FigureKind::Score | FigureKind::Ordinal) => None,
        _ if has_other_unit(one, other) => plain(other).then(|| stated.text.to_owned()),
        (_, FigureKind::Factor) | (FigureKind::Factor, _) => times(drafted, stated),
        // "Two years" for "18 months": the number alone would be wrong.
        _ if one.kind != other.kind || is_measured_otherwise(one, other) => None,
        _ => number(drafted, stated),
    }?;
    let text = in_case_of(drafted.text, text);
    (text != drafted.text).then_some(text)
}

/// Dollars for euros, percent for points: the source's own words will do.
fn has_other_unit(one: &Figure, other: &Figure) -> bool {
    let money = one.kind == FigureKind::Money && other.kind == FigureKind::Money;
    money && one.unit != other.unit
}

/// Whether two measures are of different units.
fn is_measured_otherwise(one: &Figure, other: &Figure) -> bool {
    one.kind == FigureKind::Measure && !are_of_one_unit(one, other)
}

/// Whether one value is stated.
fn plain(figure: &Figure) -> bool {
    figure.low == figure.high
}

/// Whether both are plain, or both say "more than", or both "up to": the words before stay true.
fn are_bound_alike(one: &Figure, other: &Figure) -> bool {
    let bounds = |figure: &Figure| (figure.low.is_finite(), figure.high.is_finite());
    plain(one) && plain(other) || bounds(one) == bounds(other) && bounds(one) != (true, true)
}

fn number(drafted: Written<'_>, stated: Written<'_>) -> Option<String> {
    let (one, other) = (drafted.figure, stated.figure);
    if !are_bound_alike(one, other) || is_number_of_noun_wrong(drafted, other.value()) {
        return None;
    }
    // "Half-cent" for "one-cent".
    if stated.text.starts_with("half-") && drafted.text.contains('-') {
        return Some(stated.text.to_owned());
    }
    if let Some(text) = small_in_words(drafted, stated) {
        return Some(text);
    }
    style::in_style_of(drafted.text, other.value())
}

/// "One person" and "three people": the noun would have to change with the number.
fn is_number_of_noun_wrong(drafted: Written<'_>, value: f64) -> bool {
    let hyphen = drafted.text.contains('-');
    let unit = drafted.figure.unit.as_deref().unwrap_or_default();
    let sign = matches!(drafted.figure.kind, FigureKind::Percent | FigureKind::Age)
        && !unit.ends_with("point")
        || drafted.text.ends_with(|c: char| c.is_ascii_digit());
    !hyphen
        && !sign
        && drafted.figure.kind != FigureKind::Money
        && (drafted.figure.value() == 1.0) != (value == 1.0)
}

/// "Seven games" for "17 games", where the source has it in words.
fn small_in_words(drafted: Written<'_>, stated: Written<'_>) -> Option<String> {
    let digits = drafted.text.find(|c: char| !c.is_ascii_digit())?;
    let noun = drafted.text[digits..].strip_prefix(' ')?;
    let words = stated.text.split([' ', '-']).next()?;
    let counts = matches!(drafted.figure.kind, FigureKind::Count | FigureKind::Measure);
    let small = (2.0..10.0).contains(&stated.figure.value());
    let worded = words.chars().all(char::is_alphabetic);
    (counts && digits > 0 && small && worded && tokens::is_number_word(&words.to_lowercase()))
        .then(|| format!("{} {noun}", words.to_lowercase()))
}

/// "3-2" for "4-2", the greater number first where it stood first; "10 to two" as the source has it.
fn score(drafted: Written<'_>, stated: Written<'_>) -> Option<String> {
    let ends = |text: &str| -> Option<(f64, f64)> {
        let first: String = text.chars().take_while(char::is_ascii_digit).collect();
        let last = text.rsplit(|c: char| !c.is_ascii_digit()).next()?;
        Some((first.parse().ok()?, last.parse().ok()?))
    };
    match (ends(drafted.text), ends(stated.text)) {
        (Some((first, last)), _) => {
            let (low, high) = (stated.figure.low, stated.figure.high);
            let (a, b) = if first >= last { (high, low) } else { (low, high) };
            let joint = drafted.text.trim_matches(|c: char| c.is_ascii_digit());
            Some(format!("{a}{joint}{b}"))
        }
        (None, None) => Some(stated.text.to_lowercase()),
        (None, Some(_)) => None,
    }
}

/// "A quarter" for "a third", "4 in 10" for "6 in 10": the source's words, where they fit in.
fn share(drafted: Written<'_>, stated: Written<'_>) -> Option<String> {
    let half = |one: Written<'_>| one.text.eq_ignore_ascii_case("half");
    let of = drafted.behind.trim_start().starts_with("of ");
    let fits = of || half(drafted) == half(stated);
    (fits && are_bound_alike(drafted.figure, stated.figure)).then(|| stated.text.to_lowercase())
}

/// "Second" for "third", "40th" for "30th".
fn ordinal(drafted: Written<'_>, stated: Written<'_>) -> Option<String> {
    let value = stated.figure.value();
    if !drafted.text.starts_with(|c: char| c.is_ascii_digit()) {
        return tokens::ordinal_word(value).map(str::to_owned);
    }
    let ending = match (value % 10.0, value % 100.0) {
        (last, tens) if last == 1.0 && tens != 11.0 => "st",
        (last, tens) if last == 2.0 && tens != 12.0 => "nd",
        (last, tens) if last == 3.0 && tens != 13.0 => "rd",
        _ => "th",
    };
    Some(format!("{value}{ending}"))
}

/// "Tripled" for "doubled", "twice" for "thrice".
fn factor(written: &str, value: f64) -> Option<String> {
    const STEMS: [&str; 3] = ["doubl", "tripl", "quadrupl"];
    let lower = written.to_lowercase();
    let own = STEMS.iter().find_map(|stem| lower.strip_prefix(stem));
    let wanted = match value {
        2.0 => Some((STEMS[0], "twice")),
        3.0 => Some((STEMS[1], "three times")),
        4.0 => Some((STEMS[2], "four times")),
        _ => None,
    }?;
    match own {
        Some(ending) => Some(format!("{}{ending}", wanted.0)),
        None => (lower == "twice" || lower == "thrice").then(|| wanted.1.to_owned()),
    }
}

/// "Twice" for "three times".
fn times(drafted: Written<'_>, stated: Written<'_>) -> Option<String> {
    let (one, other) = (drafted.figure, stated.figure);
    if !are_bound_alike(one, other) {
        return None;
    }
    match one.kind {
        FigureKind::Factor => factor(drafted.text, other.value()),
        _ if other.value() == 2.0 && drafted.text.ends_with(" times") => Some("twice".to_owned()),
        _ if drafted.text.ends_with(" times") => style::in_style_of(drafted.text, other.value()),
        _ => None,
    }
}

/// A capital where the other begins with one.
fn in_case_of(written: &str, text: String) -> String {
    let capital = written.starts_with(char::is_uppercase);
    let mut chars = text.chars();
    match chars.next().filter(|first| capital && first.is_lowercase()) {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Reading;
    use crate::reading::markup::{Format, extract};

    fn mended(drafted: &str, stated: &str) -> Option<String> {
        let (one, other) = (extract(drafted, Format::Plain), extract(stated, Format::Plain));
        let (one, other) = (Reading::of(&one, None), Reading::of(&other, None));
        let (a, b) = (one.figures[0].clone(), other.figures[0].clone());
        let new = instead_of(
            Written { figure: &a, text: a.range.of(drafted), behind: &drafted[a.range.end..] },
            Written { figure: &b, text: b.range.of(stated), behind: &stated[b.range.end..] },
        )?;
        Some(format!("{}{new}{}", &drafted[..a.range.start], &drafted[a.range.end..]))
    }

    #[test]
    fn a_mended_sentence_reads_well() {
        for (drafted, stated, expected) in [
            ("It raised $1.2 billion.", "It raised $1.2 million.", Some("It raised $1.2 million.")),
            ("It lost £612.3bn.", "It lost £612.3m.", Some("It lost £612.3m.")),
            ("It made $868 billion.", "It made $868 million.", Some("It made $868 million.")),
            (
                "It hit nine billion people.",
                "It hit nine million people.",
                Some("It hit nine million people."),
            ),
            ("Three members left.", "Two members left.", Some("Two members left.")),
            ("Thirty-five percent came.", "25 percent came.", Some("Twenty-five percent came.")),
            ("They won 17 games.", "They won seven games.", Some("They won seven games.")),
            (
                "The mission was its 29th trip.",
                "The mission was its 31st trip.",
                Some("The mission was its 31st trip."),
            ),
            (
                "It came in third place.",
                "It was in second place.",
                Some("It came in second place."),
            ),
            (
                "The vote was 38-23 then.",
                "The vote was 33-28 then.",
                Some("The vote was 33-28 then."),
            ),
            ("They lost 1-3 there.", "They lost 4-1 there.", Some("They lost 1-4 there.")),
            (
                "They voted 11 to one then.",
                "They voted by 10 to two then.",
                Some("They voted 10 to two then."),
            ),
            (
                "About a third of them left.",
                "A quarter of them left.",
                Some("About a quarter of them left."),
            ),
            ("A third of them left.", "A quarter of them left.", Some("A quarter of them left.")),
            ("Only 6 in 10 left.", "Only 4 in 10 left.", Some("Only 4 in 10 left.")),
            ("Half the town left.", "Two-thirds of the town left.", None),
            (
                "More than 70 percent left.",
                "More than 60 percent left.",
                Some("More than 60 percent left."),
            ),
            ("More than 70 percent left.", "Exactly 60 percent left.", None),
            ("Sales doubled.", "Sales tripled.", Some("Sales tripled.")),
            ("It is 20,000 dollars.", "It is 20,000 euros.", Some("It is 20,000 euros.")),
        ] {
            assert_eq!(mended(drafted, stated).as_deref(), expected, "{drafted} / {stated}");
        }
    }
}
