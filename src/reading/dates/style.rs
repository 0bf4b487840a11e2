//! Writes a date in the style of another.

use jiff::civil::{Date, Weekday};

use crate::reading::tokens::{self, Kind, Lex, Token, Tokens};
use crate::text::TextRange;

/// The months' English names, January first.
pub(crate) const MONTHS: [&str; 12] = [
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
/// As the Associated Press shortens them; March to July it leaves whole.
const SHORT: [&str; 12] =
    ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
/// Monday first.
const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The name of a weekday.
pub(crate) fn weekday_name(day: Weekday) -> &'static str {
    DAYS[usize::from(day.to_monday_zero_offset().unsigned_abs()) % DAYS.len()]
}

/// `date` as `mention` would be written: "Feb. 22" gives "Feb. 28", "Thursday" gives "Friday",
/// "22 February 2024" gives "28 February 2024". `None` where the mention is told in words that
/// name no part of the date ("last week").
#[must_use]
pub fn in_style_of(mention: &str, date: Date) -> Option<String> {
    let mut list = Vec::new();
    tokens::scan(mention, TextRange::new(0, mention.len()), &mut list);
    let tokens = Tokens { text: mention, list: &list };
    numeric(&tokens, date).or_else(|| worded(&tokens, date))
}

/// "2024-02-22", "22.02.2024", "2/22/24".
fn numeric(tokens: &Tokens<'_>, date: Date) -> Option<String> {
    let numbers: Vec<Token> = tokens.list.iter().copied().step_by(2).collect();
    let separators: Vec<Token> = tokens.list.iter().copied().skip(1).step_by(2).collect();
    let shaped = numbers.len() == 3
        && separators.len() == 2
        && numbers.iter().all(|token| token.kind == Kind::Number)
        && separators.iter().all(|token| matches!(token.kind, Kind::Mark('-' | '/' | '.')));
    if !shaped {
        return None;
    }
    let [first, second, third] = [numbers[0], numbers[1], numbers[2]];
    let mark = tokens.text_at(1);
    let (y, m, d) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    let values = if first.digits == 4 {
        [y, m, d]
    } else if first.value > 12 || mark == "." {
        [d, m, y]
    } else if second.value > 12 {
        [m, d, y]
    } else {
        return None;
    };
    let widths = [first, second, third].map(|token| usize::from(token.digits));
    let part = |at: usize| padded(values[at], widths[at]);
    Some(format!("{}{mark}{}{mark}{}", part(0), part(1), part(2)))
}

/// The number as wide as the one it stands for; a year of two digits keeps two.
fn padded(value: i64, width: usize) -> String {
    let value = if width == 2 && value > 99 { value % 100 } else { value };
    if width == 2 { format!("{value:02}") } else { value.to_string() }
}

#[derive(Default)]
struct Done {
    named: bool,
    day: bool,
}

fn worded(tokens: &Tokens<'_>, date: Date) -> Option<String> {
    let mut result = String::new();
    let mut copied = 0;
    let mut done = Done::default();
    for (at, token) in tokens.list.iter().enumerate() {
        let Some(word) = replacement(tokens, at, date, &mut done)? else { continue };
        result.push_str(&tokens.text[copied..token.start]);
        result.push_str(&word);
        copied = token.end;
        // "March" for "Feb." takes no full stop.
        if let Lex::Month(_, true) = token.lex
            && tokens.at(at + 1).is_mark('.')
            && SHORT[month_index(date)] == MONTHS[month_index(date)]
        {
            copied = tokens.at(at + 1).end;
        }
    }
    result.push_str(&tokens.text[copied..]);
    done.named.then_some(result)
}

fn month_index(date: Date) -> usize {
    usize::try_from(date.month() - 1).unwrap_or(0)
}

/// What stands for the token `at`: `Some(None)` where it stays, `None` where it cannot be told.
#[expect(clippy::option_option, reason = "to stay and to be unknown are two things")]
fn replacement(
    tokens: &Tokens<'_>,
    at: usize,
    date: Date,
    done: &mut Done,
) -> Option<Option<String>> {
    let token = tokens.at(at);
    match (token.kind, token.lex) {
        (_, Lex::Month(_, short)) => {
            done.named = true;
            Some(Some(cased(month_word(tokens, at, date, short), tokens.text_at(at))))
        }
        (_, Lex::Weekday(_, short)) => {
            done.named = true;
            let name = weekday_name(date.weekday());
            let name = if short { &name[..token.end - token.start] } else { name };
            Some(Some(cased(name.to_owned(), tokens.text_at(at))))
        }
        (Kind::Number, _) if token.digits <= 2 => {
            let second_day = std::mem::replace(&mut done.day, true);
            (!second_day).then(|| Some(padded_day(tokens.text_at(at), date)))
        }
        (Kind::Number, _) if token.digits == 4 => {
            done.named = true;
            Some(Some(date.year().to_string()))
        }
        (Kind::Ordinal, _) => {
            done.day = true;
            Some(Some(ordinal_day(date)))
        }
        (Kind::Mark('.' | ',' | '-'), _) | (_, Lex::DayPart | Lex::The | Lex::Of) => Some(None),
        _ => None,
    }
}

fn month_word(tokens: &Tokens<'_>, at: usize, date: Date, short: bool) -> String {
    let index = month_index(date);
    if !short && ambiguous_length(tokens, at) {
        // "May 5" may be short or long; the month alone cannot tell, so the long name is safe.
        return MONTHS[index].to_owned();
    }
    let three = tokens.text_at(at).len() == 3 && !tokens.at(at + 1).is_mark('.');
    match (short, three) {
        (true, true) => MONTHS[index][..3].to_owned(),
        (true, false) => SHORT[index].to_owned(),
        _ => MONTHS[index].to_owned(),
    }
}

fn ambiguous_length(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(tokens.lex(at), Lex::Month(3..=7, false))
}

fn padded_day(written: &str, date: Date) -> String {
    if written.starts_with('0') { format!("{:02}", date.day()) } else { date.day().to_string() }
}

fn ordinal_day(date: Date) -> String {
    let day = date.day();
    let ending = match (day % 10, day / 10) {
        (1, 0 | 2 | 3) => "st",
        (2, 0 | 2) => "nd",
        (3, 0 | 2) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

fn cased(word: String, like: &str) -> String {
    if like.len() > 1 && like.chars().all(char::is_uppercase) {
        word.to_uppercase()
    } else if like.starts_with(char::is_lowercase) {
        word.to_lowercase()
    } else {
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_is_written_as_the_other_was() {
        let day = date(2024, 3, 8);
        for (mention, expected) in [
            ("Feb. 22", Some("March 8")),
            ("Feb 22", Some("Mar 8")),
            ("22 February 2024", Some("8 March 2024")),
            ("Thursday", Some("Friday")),
            ("Thursday, Feb. 22, 2023", Some("Friday, March 8, 2024")),
            ("the 22nd of February", Some("the 8th of March")),
            ("2024-02-22", Some("2024-03-08")),
            ("22.02.2024", Some("08.03.2024")),
            ("2/22/24", Some("3/08/24")),
            ("Monday morning", Some("Friday morning")),
            ("February 2024", Some("March 2024")),
            ("2023", Some("2024")),
            ("last week", None),
            ("May 15-16, 2024", None),
        ] {
            assert_eq!(in_style_of(mention, day).as_deref(), expected, "{mention}");
        }
    }
}
