//! How far a wrong date is from the right one. A slip of the pen leaves most of a date as it was: who
//! writes 18 for 8 March keeps the month. A date of which everything is different is rather that of
//! something else.

use super::Value;
use crate::reading::dates::{DateMention, Granularity};
use crate::reading::figures::{Figure, FigureKind};

/// How a date, or a figure, may have become the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// The same day of another month or year: hardly by chance.
    SameDay,
    /// Another day of the same month, both written out; or the same month of another year.
    SameMonth,
    /// A figure of which two digits changed places, or one digit of several is another, or the scale:
    /// million for billion; a score one side of which is the same.
    Digits,
    /// More than one part is another.
    No,
    /// Years lie between, or the one is a day and the other a year.
    Far,
}

/// Years from which on two years are hardly mistaken for one another.
const YEARS: i16 = 6;

/// How the draft's value may have become the source's.
pub(super) fn between(drafted: Value<'_>, stated: Value<'_>) -> Slip {
    let (drafted, stated) = match (drafted, stated) {
        (Value::Date(drafted), Value::Date(stated)) => (drafted, stated),
        (Value::Figure(a), Value::Figure(b)) if is_of_digits(a, b) => return Slip::Digits,
        _ => return Slip::No,
    };
    if stated.granularity > Granularity::Month && drafted.granularity <= Granularity::Month {
        return Slip::Far;
    }
    let (Some(one), Some(other)) = (drafted.start, stated.start) else {
        return open(drafted, stated);
    };
    let days = drafted.granularity == Granularity::Day && stated.granularity == Granularity::Day;
    let months =
        drafted.granularity == Granularity::Month && stated.granularity == Granularity::Month;
    let (year, month) = (one.year() == other.year(), one.month() == other.month());
    if days && one.day() == other.day() && (year || month) && is_written(drafted) {
        return Slip::SameDay;
    }
    let same_month = days && year && month && is_written(drafted) && is_written(stated)
        || months && month && (one.year() - other.year()).abs() < YEARS;
    match same_month {
        true => Slip::SameMonth,
        false if is_long_between(one.year(), other.year()) => Slip::Far,
        false => Slip::No,
    }
}

/// Whether two plain figures of one kind differ as by a slip of the pen.
pub(crate) fn is_of_digits(a: &Figure, b: &Figure) -> bool {
    let plain = |figure: &Figure| figure.value() > 0.0 && !figure.is_vague();
    if a.kind != b.kind || a.kind == FigureKind::Share || !plain(a) || !plain(b) {
        return false;
    }
    if a.kind == FigureKind::Score {
        return (a.low == b.low) != (a.high == b.high);
    }
    let (one, other) = (significant(a.value()), significant(b.value()));
    let (one_scale, other_scale) = (a.value().log10().floor(), b.value().log10().floor());
    match one == other {
        true => one_scale != other_scale && (one.len() >= 2 || is_by_thousands(a, b)),
        false => {
            let several = if a.kind == FigureKind::Ordinal { 2 } else { 3 };
            one_scale == other_scale && is_by_a_digit(&one, &other, several)
        }
    }
}

/// Whether two plain figures of two digits and more, or the ends of two ranges, differ in one digit
/// each, or have one too many: enough to choose among neighbours, not to accuse.
pub(crate) fn is_near_in_digits(a: &Figure, b: &Figure) -> bool {
    let near = |one: f64, other: f64| {
        let (few, many) = if one < other { (one, other) } else { (other, one) };
        let (fewer, more) = (significant(few), significant(many));
        match (many.log10().floor() - few.log10().floor()) as i32 {
            _ if few <= 0.0 => false,
            0 => few == many || is_by_a_digit(&fewer, &more, 2),
            // A digit too many: "17" for "7".
            1 => {
                more.len() == fewer.len() + 1
                    && (more.starts_with(&fewer) || more.ends_with(&fewer))
            }
            _ => false,
        }
    };
    let is_range = |figure: &Figure| figure.low < figure.high;
    is_range(a) == is_range(b) && near(a.low, b.low) && near(a.high, b.high)
}

/// Whether one of the two is a thousand or a million times the other.
fn is_by_thousands(a: &Figure, b: &Figure) -> bool {
    let thousands = (a.value() / b.value()).log10().abs() / 3.0;
    (thousands - thousands.round()).abs() < 1e-9
}

/// The digits of a number from the first to the last that is no nought.
fn significant(value: f64) -> String {
    let digits: String = format!("{value}").chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

/// Whether two neighbouring digits changed places, or one of `several` and more is another.
fn is_by_a_digit(one: &str, other: &str, several: usize) -> bool {
    let pad = one.len().max(other.len());
    let digits = |number: &str| format!("{number:0<pad$}").into_bytes();
    let (one, other) = (digits(one), digits(other));
    let differing: Vec<usize> = (0..pad).filter(|&at| one[at] != other[at]).collect();
    match differing.as_slice() {
        [_] => pad >= several,
        &[first, second] => {
            second == first + 1 && (one[first], one[second]) == (other[second], other[first])
        }
        _ => false,
    }
}

/// Whether years lie between the two, more than one digit of which differs.
fn is_long_between(one: i16, other: i16) -> bool {
    let (a, b) = (one.to_string(), other.to_string());
    let differing = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count();
    (one - other).abs() >= YEARS && differing > 1
}

/// Of dates whose year is not known.
fn open(drafted: &DateMention, stated: &DateMention) -> Slip {
    let (one, other) = (drafted.written, stated.written);
    if !is_written(drafted) || !is_written(stated) {
        return Slip::No;
    }
    match (one.month == other.month, one.day == other.day) {
        (true, false) => Slip::SameMonth,
        (false, true) => Slip::SameDay,
        _ => Slip::No,
    }
}

/// Whether day and month are written out.
fn is_written(date: &DateMention) -> bool {
    date.written.day.is_some() && date.written.month.is_some()
}

/// Whether two days may be one another though the one is told as a day of the news ("on Monday"),
/// which hardly means one of another month.
pub(super) fn is_same_day(a: &DateMention, b: &DateMention) -> bool {
    between(Value::Date(a), Value::Date(b)) == Slip::SameDay
        || between(Value::Date(b), Value::Date(a)) == Slip::SameDay
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> DateMention {
        let extraction =
            crate::reading::markup::extract(text, crate::reading::markup::Format::Plain);
        let reading = crate::reading::Reading::of(&extraction, None);
        reading.dates.first().cloned().unwrap()
    }

    fn figure(text: &str) -> Figure {
        let extraction =
            crate::reading::markup::extract(text, crate::reading::markup::Format::Plain);
        crate::reading::Reading::of(&extraction, None).figures.first().cloned().unwrap()
    }

    #[test]
    fn a_slip_changes_few_digits() {
        for (drafted, stated, expected) in [
            ("It cost $58,000 then.", "It cost $85,000 then.", true),
            ("It cost $1.3 million.", "It cost $1.3 billion.", true),
            ("It cost $6 million.", "It cost $6 billion.", true),
            ("They sold 64,000 of it.", "They sold 6,400 of it.", true),
            ("They sold 60 of it.", "They sold 600 of it.", false),
            ("They sold 2,483 of it.", "They sold 2,183 of it.", true),
            ("They sold 24 of it.", "They sold 29 of it.", false),
            ("They sold 2,483 of it.", "They sold 2,138 of it.", false),
            ("They sold 61 boats.", "They sold 16 boats.", true),
            ("They sold 12 boats.", "They sold 12 percent.", false),
        ] {
            let slip = between(Value::Figure(&figure(drafted)), Value::Figure(&figure(stated)));
            assert_eq!(slip == Slip::Digits, expected, "{drafted} / {stated}");
        }
    }

    #[test]
    fn a_slip_leaves_most_of_a_date() {
        for (drafted, stated, expected) in [
            ("on 18 March 2022", "on 8 March 2022", Slip::SameMonth),
            ("on 8 May 2022", "on 8 March 2022", Slip::SameDay),
            ("on 8 March 2021", "on 8 March 2022", Slip::SameDay),
            ("on 9 May 2021", "on 8 March 2022", Slip::No),
            ("on 9 May", "on 19 May", Slip::SameMonth),
            ("in May 2021", "in May 2022", Slip::SameMonth),
            ("in 1921", "in 1911", Slip::No),
            ("in 1994", "in 2020", Slip::Far),
            ("on 9 May 2021", "in 2020", Slip::Far),
        ] {
            let (one, other) = (date(drafted), date(stated));
            let slip = between(Value::Date(&one), Value::Date(&other));
            assert_eq!(slip, expected, "{drafted} / {stated}");
        }
    }
}
