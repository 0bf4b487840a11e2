//! The byline, from a text's own head.

use super::head::{Line, is_interface};
use super::{Confidence, Known, date_line, day, outlet};

const STARTS: [&str; 12] = [
    "by ",
    "by: ",
    "byline: ",
    "written by ",
    "reported by ",
    "story by ",
    "author: ",
    "authors: ",
    "text by ",
    "автор: ",
    "von ",
    "par ",
];

/// "By Ada Moss and Carl Brandt, Tribune", or a line that is a name beside one that tells when
/// the article was published or updated.
pub(super) fn read(head: &[Line<'_>]) -> Option<Known<String>> {
    let own = || head.iter().filter(|line| line.is_articles_own());
    let stated = own().find_map(|line| {
        let names = names_after_by(line.text)?;
        Some(Known::new(
            names.join(", "),
            Confidence::Medium,
            format!("byline, line {}", line.number),
        ))
    });
    stated.or_else(|| {
        let line = head
            .iter()
            .enumerate()
            .find(|(at, line)| line.is_articles_own() && is_name_by_date(head, *at))?
            .1;
        Some(Known::new(
            line.text.to_owned(),
            Confidence::Medium,
            format!("name beside the date, line {}", line.number),
        ))
    })
}

/// Whether the line is a byline that begins with "By".
pub(super) fn is_byline(text: &str) -> bool {
    names_after_by(text).is_some()
}

fn names_after_by(text: &str) -> Option<Vec<String>> {
    if text.len() > 160 || text.ends_with('.') {
        return None;
    }
    let rest = STARTS.iter().find_map(|start| {
        let head = text.get(..start.len())?;
        (head.to_lowercase() == **start).then(|| text[start.len()..].trim_start())
    });
    let rest = rest.or_else(|| text.strip_prefix("Автор: "))?;
    let mut names = Vec::new();
    for part in rest.split([',', '|', '•', '·', '—', '–', '/', ';']) {
        let part = part.trim().strip_prefix("and ").unwrap_or(part.trim());
        let found: Vec<&str> =
            part.split(" and ").flat_map(|part| part.split(" & ")).map(str::trim).collect();
        if !found.iter().all(|name| is_person(name)) {
            break;
        }
        names.extend(found.into_iter().map(str::to_owned));
    }
    (!names.is_empty()).then_some(names)
}

fn is_person(name: &str) -> bool {
    is_name(name) && !outlet::has_outlet_word(name) && day::all(&day::words(name)).is_empty()
}

/// Two to four capitalised words of letters, with initials and particles.
fn is_name(text: &str) -> bool {
    const PARTICLES: [&str; 16] = [
        "de", "la", "le", "du", "da", "di", "del", "der", "den", "van", "von", "al", "el", "bin",
        "ibn", "ter",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capitalised = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
    };
    let fits = |word: &&str| is_capitalised(word) || PARTICLES.contains(word);
    (2..=5).contains(&words.len())
        && words.iter().all(fits)
        && words.first().is_some_and(is_capitalised)
        && words.last().is_some_and(|word| {
            is_capitalised(word) && word.chars().count() > 1 && !word.ends_with('.')
                || *word == "Jr."
        })
}

/// A name on its own line, at most two lines from one that says when the article was published or
/// updated, or right before one that is a date.
fn is_name_by_date(head: &[Line<'_>], at: usize) -> bool {
    let line = &head[at];
    if !is_plain_name(line.text) {
        return false;
    }
    let near = &head[at.saturating_sub(2)..head.len().min(at + 3)];
    let after = head.get(at + 1);
    near.iter().any(|other| date_line::is_labelled(other.text))
        || after.is_some_and(|next| at > 0 && date_line::is_date_line(next.text))
}

/// A name that is not a place's, an outlet's or the interface's, as far as its words show.
fn is_plain_name(text: &str) -> bool {
    const PLACES: [&str; 40] = [
        "New", "Los", "San", "Las", "Saint", "St.", "Santa", "North", "South", "East", "West",
        "Northern", "Southern", "Eastern", "Western", "Fort", "Port", "Mount", "Lake", "Cape",
        "Hong", "Buenos", "Rio", "Tel", "Abu", "Kuala", "Sri", "Costa", "United", "Great", "El",
        "The", "Addis", "Nizhny", "Central", "Saudi", "Middle", "White", "Puerto", "Upper",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_shouted = text.chars().filter(|c| c.is_lowercase()).count() == 0;
    (2..=3).contains(&words.len())
        && is_person(text)
        && !is_shouted
        && !PLACES.contains(&words[0])
        && !is_interface(text)
}
