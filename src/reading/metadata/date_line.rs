//! The date of publication, from a text's own head and foot.

use jiff::civil::Date;

use super::head::{Around, Line};
use super::{Confidence, Known, Metadata, byline, day, outlet};

/// What a line says its date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Published,
    Updated,
}

const LABELS: [(&str, Label); 22] = [
    ("published on", Label::Published),
    ("published at", Label::Published),
    ("published", Label::Published),
    ("first published", Label::Published),
    ("originally published", Label::Published),
    ("publication date", Label::Published),
    ("date published", Label::Published),
    ("posted on", Label::Published),
    ("posted", Label::Published),
    ("released", Label::Published),
    ("issued", Label::Published),
    ("date", Label::Published),
    ("опубликовано", Label::Published),
    ("дата", Label::Published),
    ("this article was first published on", Label::Published),
    ("this article was originally published on", Label::Published),
    ("this article was published on", Label::Published),
    ("this story was published on", Label::Published),
    ("last updated", Label::Updated),
    ("updated", Label::Updated),
    ("update", Label::Updated),
    ("обновлено", Label::Updated),
];

/// What the head and the foot say of the dates of publication and of the last change.
pub(super) fn read(around: &Around<'_>) -> Metadata {
    let mut metadata = Metadata::default();
    for (place, lines) in [("head", &around.head), ("foot", &around.foot)] {
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.is_articles_own()) {
            let next = lines.get(at + 1).map_or("", |next| next.text);
            if let Some((label, date)) = labelled(line.text, next) {
                let slot = if label == Label::Updated {
                    &mut metadata.updated
                } else {
                    &mut metadata.date
                };
                let why = format!("{place}, line {}", line.number);
                slot.get_or_insert_with(|| Known::new(date, Confidence::Medium, why));
            }
        }
    }
    metadata.date = metadata.date.or_else(|| bare(&around.head)).or_else(|| {
        // A short first paragraph stands before the body, and has the dateline all the same.
        around.head.iter().chain(&around.lead).find_map(dateline)
    });
    if metadata.date.is_none() {
        metadata.date = updated_in_head(&metadata, around);
    }
    metadata
}

/// An article whose head gives only the day of the last change goes by that day.
fn updated_in_head(metadata: &Metadata, around: &Around<'_>) -> Option<Known<Date>> {
    let updated = metadata.updated.as_ref().filter(|updated| updated.why.starts_with("head"))?;
    let why = format!("the day of the last change, {}", updated.why);
    let confidence = if around.head.is_empty() { Confidence::Low } else { Confidence::Medium };
    Some(Known::new(updated.value, confidence, why))
}

/// The label and the date of "Published: 4 March 2021", "Updated 02/26/24, 7 a.m. ET: …", or of a
/// label alone whose date is on the `next` line.
fn labelled(text: &str, next: &str) -> Option<(Label, Date)> {
    let (label, rest) = label_of(text)?;
    let words = day::words(rest);
    if words.is_empty() && rest.trim().is_empty() {
        let (words, found) = whole_line(next)?;
        return (found.end - found.first <= words).then_some((label, found.date));
    }
    let found = day::all(&words).into_iter().next()?;
    let is_first = words[..found.first].iter().all(|word| day::is_company(word));
    (is_first && found.first <= 5).then_some((label, found.date))
}

/// Whether the line begins with "Updated", "Published" and a date or nothing after it.
pub(super) fn is_labelled(text: &str) -> bool {
    label_of(text).is_some_and(|(_, rest)| rest.trim().is_empty()) || labelled(text, "").is_some()
}

fn label_of(text: &str) -> Option<(Label, &str)> {
    if text.len() > 400 {
        return None;
    }
    let found = LABELS.iter().filter_map(|(name, label)| {
        let head = text.get(..name.len())?;
        let rest = &text[name.len()..];
        let is_whole = !rest.starts_with(char::is_alphanumeric);
        (head.to_lowercase() == **name && is_whole).then_some((name.len(), *label))
    });
    let (length, label) = found.max_by_key(|(length, _)| *length)?;
    Some((label, text[length..].trim_start_matches([':', ' ', '-', '–', '—', '|'])))
}

/// Whether the line tells nothing but a date, or a byline or an outlet with one.
pub(super) fn is_date_line(text: &str) -> bool {
    whole_line(text).is_some() || label_of(text).is_some_and(|(_, rest)| whole_line(rest).is_some())
}

/// The number of words of a line and its one date, where all else in it is weekday, time, byline
/// or outlet.
fn whole_line(text: &str) -> Option<(usize, day::Found)> {
    if text.len() > 160 || text.ends_with(['!', '?']) {
        return None;
    }
    let words = day::words(text);
    let [found] = day::all(&words).try_into().ok()?;
    let found: day::Found = found;
    let others: Vec<&str> = words[..found.first]
        .iter()
        .chain(&words[found.end..])
        .copied()
        .filter(|word| !day::is_company(word))
        .collect();
    let is_company = others.is_empty() || (is_credit(text, &others) && !text.ends_with('.'));
    is_company.then_some((words.len(), found))
}

/// "By Ada Moss", "Ada Moss | Tribune", "The Redport Tribune" around a date.
fn is_credit(text: &str, others: &[&str]) -> bool {
    let is_capitalised = others
        .iter()
        .all(|word| word.starts_with(char::is_uppercase) || *word == "and" || *word == "of");
    let is_outlet = others.iter().any(|word| outlet::is_outlet_word(word));
    others.len() <= 8 && is_capitalised && (is_outlet || byline::is_byline(text))
}

/// A date that stands alone in the head. Where several do, the text is a chronicle: none of them
/// is its own.
fn bare(head: &[Line<'_>]) -> Option<Known<Date>> {
    let lines = head.iter().filter(|line| line.is_articles_own());
    let dates: Vec<(Date, usize)> =
        lines.filter_map(|line| Some((whole_line(line.text)?.1.date, line.number))).collect();
    let &(date, number) = dates.first()?;
    let others = dates.iter().filter(|(other, _)| *other != date).count();
    let confidence = if others == 0 { Confidence::Medium } else { Confidence::Low };
    Some(Known::new(date, confidence, format!("date line, line {number}")))
}

/// "REDPORT, March 4, 2021 (Agency) — The council …".
fn dateline(line: &Line<'_>) -> Option<Known<Date>> {
    let end = line.text.char_indices().take(90).map(|(at, _)| at).last()?;
    let start = &line.text[..end];
    let cut =
        [" — ", " – ", " - ", "— ", " -- "].iter().filter_map(|dash| start.find(dash)).min()?;
    let words = day::words(&start[..cut]);
    let found = day::all(&words).into_iter().next()?;
    let place = words.first()?;
    let is_place = found.first > 0 && place.chars().all(|c| !c.is_lowercase());
    is_place.then(|| {
        Known::new(found.date, Confidence::Medium, format!("dateline, line {}", line.number))
    })
}
