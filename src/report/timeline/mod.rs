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
    start: Option<String>,
    end: Option<String>,
    /// "stated", "inferred" from the other dates of the source, "not stated".
    year: &'static str,
    /// Whether the words may mean several days, and another source tells which.
    day_inferred: bool,
    granularity: &'static str,
    kind: &'static str,
    speaker: Option<&'a str>,
    quoted: bool,
    text: &'a str,
    evidence: Vec<PassageJson<'a>>,
    /// Places in the list of the entries that put the same words on another day.
    disputed_by: Vec<usize>,
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
            start: entry.start.map(|day| day.to_string()),
            end: entry.end.map(|day| day.to_string()),
            year: match entry.start {
                None => "not stated",
                Some(_) if entry.year_inferred => "inferred",
                Some(_) => "stated",
            },
            day_inferred: entry.day_inferred,
            granularity: words::granularity(entry.granularity),
            kind,
            speaker,
            quoted,
            text: &entry.text,
            evidence: entry.passages.iter().filter_map(|one| passage(corpus, *one)).collect(),
            disputed_by: entry.disputed_by.clone(),
        }
    }
}

/// Those of `entries` whose numbers are `shown`, which is sorted; their disputes are places in that
/// list.
pub(crate) fn selection<'a>(
    corpus: &'a Corpus,
    entries: &'a [Entry],
    shown: &[usize],
) -> Vec<EntryJson<'a>> {
    let of = |&number: &usize| {
        let mut entry = EntryJson::of(corpus, &entries[number]);
        entry.disputed_by.retain_mut(|other| match shown.binary_search(other) {
            Ok(place) => {
                *other = place;
                true
            }
            Err(_) => false,
        });
        entry
    };
    shown.iter().map(of).collect()
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
const MOST: usize = 320;
/// Columns of the date.
const DATE: usize = 12;

/// What stands above the entries without a year.
pub(super) const NO_YEAR: &str = "Year not stated";

/// One entry after the other: date, words, places; those without a year in a group of their own.
#[must_use]
pub fn text(timeline: &Timeline<'_>) -> String {
    let mut out = String::new();
    let mut last = None;
    for entry in timeline.entries {
        if begins_open(last, entry) {
            let gap = if out.is_empty() { "" } else { "\n" };
            out += &format!("{gap}{}\n", paint(style::STRONG, NO_YEAR));
        }
        let told = last.is_some_and(|last: &Entry| last.date == entry.date);
        let date = if told { String::new() } else { shown_date(entry) };
        last = Some(entry);
        out += &entry_lines(timeline, entry, &date);
    }
    out
}

/// Whether `entry` is the first of those without a year.
pub(super) fn begins_open(last: Option<&Entry>, entry: &Entry) -> bool {
    entry.start.is_none() && last.is_none_or(|last| last.start.is_some())
}

/// The year first, then month and day: `2024-02-22`, `2024-02`, `2024 summer`, `2024 Q1`; of
/// several days the first; without a year the day and month.
fn shown_date(entry: &Entry) -> String {
    let date = entry.date.split(['/', ',']).next().unwrap_or_default().trim_start_matches('[');
    if entry.start.is_none() {
        return dates::short(date);
    }
    match date.split_once('-') {
        Some((year, quarter @ ("33" | "34" | "35" | "36"))) => {
            format!("{year} Q{}", quarter[1..].parse().unwrap_or(3u8) - 2)
        }
        Some((year, "21" | "22" | "23" | "24")) => {
            let season = dates::in_words(date);
            format!("{year} {}", season.split(' ').next().unwrap_or_default())
        }
        _ => date.to_owned(),
    }
}

/// The days that are meant, where the date column shows the first of several only.
fn several_days(entry: &Entry) -> String {
    let several = entry.date.contains(['/', ',']) && entry.start.is_some();
    if several { format!("({}) ", dates::in_words(&entry.date)) } else { String::new() }
}

fn entry_lines(timeline: &Timeline<'_>, entry: &Entry, date: &str) -> String {
    let indent = " ".repeat(DATE);
    let mut out = paint(style::STRONG, &format!("{date:<DATE$}"));
    let words = shortened(&format!("{}{}", several_days(entry), sentence(entry)), MOST);
    let places = places(timeline.corpus, entry);
    let lines = wrap(&clean(&words), COLUMNS - DATE, &indent);
    let used = lines.lines().last().map_or(0, |line| line.trim_start().chars().count());
    let beside = used + 2 + places.chars().count() <= COLUMNS - DATE;
    let places = paint(style::DIM, &wrap(&places, COLUMNS - DATE, &indent));
    out += &lines;
    out += &if beside { format!("  {places}\n") } else { format!("\n{indent}{places}\n") };
    for told in disagreements(timeline, entry) {
        let style = style::severity(crate::check::Severity::Warning);
        let told = format!("! {told}");
        out += &format!("{indent}{}\n", paint(style, &wrap(&told, COLUMNS - DATE, &indent)));
    }
    out
}

/// "sources disagree: 11 March 2021 in Tribune:3", for each entry that puts the same words on
/// another day.
pub(super) fn disagreements(timeline: &Timeline<'_>, entry: &Entry) -> Vec<String> {
    let others = entry.disputed_by.iter().filter_map(|&other| timeline.entries.get(other));
    let told = |other: &Entry| {
        let places = places(timeline.corpus, other);
        format!("sources disagree: {} in {places}", dates::in_words(&other.date))
    };
    others.map(told).collect()
}

/// "Ada Moss: “We will not raise the tax this year”".
pub(super) fn sentence(entry: &Entry) -> String {
    match &entry.kind {
        EntryKind::Said { speaker, quoted: true, .. } => format!("{speaker}: “{}”", entry.text),
        EntryKind::Said { .. } | EntryKind::Happened => entry.text.clone(),
    }
}

/// "Tribune:3, 5, Gazette:8"; what is to be known of the year stands behind it.
pub(super) fn places(corpus: &Corpus, entry: &Entry) -> String {
    let mut out = String::new();
    let mut last = None;
    for &(number, range) in &entry.passages {
        let Some(source) = corpus.sources().get(number) else { continue };
        let source: &Source = source;
        let line = source.line_number(range);
        match last {
            Some(place) if place == (number, line) => {}
            Some((same, _)) if same == number => out += &format!(", {line}"),
            _ => {
                let gap = if out.is_empty() { "" } else { ", " };
                out += &format!("{gap}{}:{line}", clean(&short_name(source)));
            }
        }
        last = Some((number, line));
    }
    out + match entry {
        Entry { day_inferred: true, .. } => " (day inferred)",
        Entry { year_inferred: true, .. } => " (year inferred)",
        _ => "",
    }
}
