//! Writes a number in the style of another.

use crate::reading::tokens::{self, Kind, ONES, TENS, Tokens};
use crate::text::TextRange;

use super::{number, unit};

/// `value` as the figure `written` would be: in digits or words, with its scale and unit:
/// `("$1.5 billion", 2e9)` gives "$2 billion", `("five percent", 6.0)` "six percent". `None` for a
/// range, a vague number, or a value that the style cannot show.
#[must_use]
pub fn in_style_of(written: &str, value: f64) -> Option<String> {
    let mut list = Vec::new();
    tokens::scan(written, TextRange::new(0, written.len()), &mut list);
    let tokens = Tokens { text: written, list: &list };
    let (money, first) = match unit::currency_before(&tokens, 0) {
        Some((_, next)) => (true, next),
        None => (false, 0),
    };
    let number = number::read(&tokens, first, money).filter(|number| !number.vague)?;
    let rest = &list[number.end..];
    if !value.is_finite() || value < 0.0 || rest.iter().any(|token| token.kind == Kind::Number) {
        return None;
    }
    let start = list.get(first)?.start;
    let end = list.get(number.end - 1)?.end;
    let worded = list[first].kind == Kind::Word;
    let scale_at = (number.power > 0).then(|| scale_start(&tokens, first, number.end)).flatten();
    let text = if worded {
        in_words(value, number.power)?
    } else {
        in_digits(&tokens, first, value, number.power, scale_at, end)
    };
    Some(format!("{}{text}{}", &written[..start], &written[end..]))
}

/// Where the scale word or letters of the number in `first..end` begin, white space included.
fn scale_start(tokens: &Tokens<'_>, first: usize, end: usize) -> Option<usize> {
    (first + 1..end).find(|&at| tokens.at(at).kind == Kind::Word).map(|at| tokens.at(at - 1).end)
}

fn in_digits(
    tokens: &Tokens<'_>,
    first: usize,
    value: f64,
    power: u8,
    scale_at: Option<usize>,
    end: usize,
) -> String {
    let scaled = value / number::ten(power);
    let grouped = tokens.at(first).kind == Kind::Grouped || tokens.at(first).digits < 4;
    let Some(at) = scale_at else { return digits(value, grouped) };
    let scale = &tokens.text[at..end];
    if (1.0..1000.0).contains(&scaled) && shows(scaled) {
        return format!("{}{scale}", digits(scaled, grouped));
    }
    match other_scale(scale, value) {
        Some((scaled, scale)) => format!("{}{scale}", digits(scaled, grouped)),
        None if (0.1..1.0).contains(&scaled) && shows(scaled) => {
            format!("{}{scale}", digits(scaled, grouped))
        }
        None => digits(value, grouped),
    }
}

/// The scale that `value` takes where another is written ("million" for " billion", "m" for "bn"),
/// with what is written before it.
fn other_scale(written: &str, value: f64) -> Option<(f64, String)> {
    const STYLES: [[&str; 4]; 5] = [
        ["thousand", "million", "billion", "trillion"],
        ["k", "m", "bn", "tn"],
        ["k", "m", "b", "t"],
        ["K", "M", "B", "T"],
        ["k", "mn", "bn", "trn"],
    ];
    let name = written.trim_start_matches([' ', '\u{a0}', '-']);
    let style = STYLES.iter().find(|style| style.contains(&name))?;
    let mut scales = [3_u8, 6, 9, 12].into_iter().zip(style);
    scales.find_map(|(power, scale)| {
        let scaled = value / number::ten(power);
        let fits = (1.0..1000.0).contains(&scaled) && shows(scaled);
        let before = &written[..written.len() - name.len()];
        fits.then(|| (scaled, format!("{before}{scale}")))
    })
}

/// Whether three decimals show the number whole.
fn shows(value: f64) -> bool {
    ((value * 1000.0).round() - value * 1000.0).abs() < 1e-6
}

fn digits(value: f64, grouped: bool) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let (whole, fraction) = text.split_once('.').map_or((text, ""), |(whole, rest)| (whole, rest));
    let whole = if grouped { in_groups(whole) } else { whole.to_owned() };
    if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") }
}

fn in_groups(whole: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Small whole numbers in words, with the scale that was written; others in digits.
fn in_words(value: f64, power: u8) -> Option<String> {
    let fits = |power: u8| {
        let scaled = value / number::ten(power);
        scaled.fract() == 0.0 && (1.0..100.0).contains(&scaled)
    };
    let power = match power {
        6.. if !fits(power) => [6, 9, 12].into_iter().find(|&other| fits(other)).unwrap_or(power),
        power => power,
    };
    let scaled = value / number::ten(power);
    let scale = match power {
        0 => "",
        2 => " hundred",
        3 => " thousand",
        6 => " million",
        9 => " billion",
        12 => " trillion",
        _ => return None,
    };
    if scaled.fract() == 0.0 && (1.0..100.0).contains(&scaled) {
        return Some(format!("{}{scale}", small_words(scaled)));
    }
    Some(digits(value, true))
}

fn small_words(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 99")]
    let value = value as usize;
    match (value / 10, value % 10) {
        (0 | 1, _) => ONES[value].to_owned(),
        (tens, 0) => TENS[tens - 2].to_owned(),
        (tens, one) => format!("{}-{}", TENS[tens - 2], ONES[one]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_the_other_was() {
        for (written, value, expected) in [
            ("2,000 peacekeepers", 3000.0, Some("3,000 peacekeepers")),
            ("$1.5 billion", 2e9, Some("$2 billion")),
            ("US$40bn", 35e9, Some("US$35bn")),
            ("€20m", 2.5e7, Some("€25m")),
            ("five percent", 6.0, Some("six percent")),
            ("5%", 6.5, Some("6.5%")),
            ("six-nation", 7.0, Some("seven-nation")),
            ("two million people", 3e6, Some("three million people")),
            ("5", 1200.0, Some("1,200")),
            ("twenty-one", 34.0, Some("thirty-four")),
            ("10 to 12 percent", 5.0, None),
            ("hundreds", 5.0, None),
        ] {
            assert_eq!(in_style_of(written, value).as_deref(), expected, "{written}");
        }
    }
}
