//! The dated statements of the sources: for people, as JSON, as a picture and as a page.

mod page;
mod picture;

use serde::Serialize;

pub use page::render as html;
pub use picture::render as svg;

use super::json::SCHEMA_VERSION;
use super::passages::{short_name, shortened};
use super::places::Range;
use super::style::{self, paint};
use super::text::{COLUMNS, clean, wrap};
use super::{dates, words};
use crate::corpus::chronicle::{Entry, EntryKind};
use crate::corpus::{Corpus, Source};
use crate::text::TextRange;

/// The chronicle of a corpus.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'a> {
    /// The sources.
    pub corpus: &'a Corpus,
    /// What they date, in order.
    pub entries: &'a [Entry],
}

#[derive(Serialize)]
struct Listing<'a> {
    schema_version: u32,
    entries: Vec<EntryJson<'a>>,
}

/// An entry, as every JSON output shows it.
#[derive(Serialize)]
pub(crate) struct EntryJson<'a> {
    date: &'a str,
    start: String,
    end: String,
    granularity: &'static str,
    kind: &'static str,
    speaker: Option<&'a str>,
    quoted: bool,
    text: &'a str,
    evidence: Vec<PassageJson<'a>>,
    /// Places in the list of the entries that put the same words on another day.
    disputed_by: &'a [usize],
}

#[derive(Serialize)]
struct PassageJson<'a> {
    source: &'a str,
    path: &'a str,
    range: Range,
    text: &'a str,
}

impl<'a> EntryJson<'a> {
    pub(crate) fn of(corpus: &'a Corpus, entry: &'a Entry) -> Self {
        let (kind, speaker, quoted) = match &entry.kind {
            EntryKind::Said { speaker, quoted, .. } => ("said", Some(speaker.as_str()), *quoted),
            EntryKind::Happened => ("event", None, false),
        };
        Self {
            date: &entry.date,
            start: entry.start.to_string(),
            end: entry.end.to_string(),
            granularity: words::granularity(entry.granularity),
            kind,
            speaker,
            quoted,
            text: &entry.text,
            evidence: entry.passages.iter().filter_map(|one| passage(corpus, *one)).collect(),
            disputed_by: &entry.disputed_by,
        }
    }
}

fn passage(corpus: &Corpus, (number, range): (usize, TextRange)) -> Option<PassageJson<'_>> {
    let source = corpus.sources().get(number)?;
    let shown = source.shown_range(range);
    Some(PassageJson {
        source: &source.id,
        path: &source.path,
        range: Range::in_source(source, range),
        text: source.shown_text().get(shown.start..shown.end).unwrap_or_default(),
    })
}

/// All entries as one object.
///
/// # Errors
/// Where the serializer fails.
pub fn json(timeline: &Timeline<'_>) -> serde_json::Result<String> {
    let entry = |entry| EntryJson::of(timeline.corpus, entry);
    let entries = timeline.entries.iter().map(entry).collect();
    Ok(serde_json::to_string_pretty(&Listing { schema_version: SCHEMA_VERSION, entries })? + "\n")
}

/// Characters of an entry that are shown.
const MOST: usize = 220;
/// Columns of the date.
const DATE: usize = 12;

/// One entry after the other: date, words, places.
#[must_use]
pub fn text(timeline: &Timeline<'_>) -> String {
    let mut out = String::new();
    let mut last = "";
    for entry in timeline.entries {
        let date = if entry.date == last { String::new() } else { shown_date(entry) };
        last = &entry.date;
        out += &entry_lines(timeline, entry, &date);
    }
    out
}

/// The EDTF value; an interval by its first day, a season or quarter in words.
fn shown_date(entry: &Entry) -> String {
    let date = entry.date.split('/').next().unwrap_or_default();
    match date.split_once('-') {
        Some((year, quarter @ ("33" | "34" | "35" | "36"))) => {
            format!("{year} Q{}", quarter[1..].parse().unwrap_or(3u8) - 2)
        }
        Some((_, "21" | "22" | "23" | "24")) => dates::in_words(date),
        _ => date.to_owned(),
    }
}

fn entry_lines(timeline: &Timeline<'_>, entry: &Entry, date: &str) -> String {
    let indent = " ".repeat(DATE);
    let mut out = paint(style::STRONG, &format!("{date:<DATE$}"));
    let until = entry.date.split_once('/').map(|_| format!("({}) ", dates::in_words(&entry.date)));
    let words = format!("{}{}", until.unwrap_or_default(), sentence(entry));
    let words = shortened(&words, MOST);
    let places = places(timeline.corpus, entry);
    let lines = wrap(&clean(&words), COLUMNS - DATE, &indent);
    let used = lines.lines().last().map_or(0, |line| line.trim_start().chars().count());
    let beside = used + 2 + places.chars().count() <= COLUMNS - DATE;
    let places = paint(style::DIM, &wrap(&places, COLUMNS - DATE, &indent));
    out += &lines;
    out += &if beside { format!("  {places}\n") } else { format!("\n{indent}{places}\n") };
    for &other in &entry.disputed_by {
        if let Some(other) = timeline.entries.get(other) {
            let on = dates::in_words(&other.date);
            let told = format!("! sources disagree: {on} in {}", places_of(timeline, other));
            let style = style::severity(crate::check::Severity::Warning);
            out += &format!("{indent}{}\n", paint(style, &wrap(&told, COLUMNS - DATE, &indent)));
        }
    }
    out
}

/// "Ada Moss: “We will not raise the tax this year”".
pub(super) fn sentence(entry: &Entry) -> String {
    match &entry.kind {
        EntryKind::Said { speaker, quoted: true, .. } => format!("{speaker}: “{}”", entry.text),
        EntryKind::Said { .. } | EntryKind::Happened => entry.text.clone(),
    }
}

fn places_of(timeline: &Timeline<'_>, entry: &Entry) -> String {
    places(timeline.corpus, entry)
}

/// "Tribune:3, Gazette:8".
pub(super) fn places(corpus: &Corpus, entry: &Entry) -> String {
    let place = |&(number, range): &(usize, TextRange)| {
        let source: &Source = corpus.sources().get(number)?;
        Some(clean(&format!("{}:{}", short_name(source), source.line_number(range))))
    };
    entry.passages.iter().filter_map(place).collect::<Vec<_>>().join(", ")
}
