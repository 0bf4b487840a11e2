//! The documents that were read: as a table for people and as JSON.

use serde::Serialize;

use super::style::{self, paint};
use super::text::{clean, wrap};
use super::words::{self, counted};
use super::{dates, json};
use crate::corpus::{Confidence, Corpus, Source, Status};

/// A source as `check --format json` lists it.
#[derive(Serialize)]
pub(crate) struct SourceRow<'a> {
    id: &'a str,
    path: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    author: Option<&'a str>,
    date: Option<String>,
    status: &'static str,
    characters: usize,
    problem: Option<&'a str>,
}

impl<'a> SourceRow<'a> {
    pub(crate) fn of(source: &'a Source) -> Self {
        Self {
            id: &source.id,
            path: &source.path,
            title: source.title.as_deref(),
            outlet: source.outlet.as_deref(),
            author: source.author.as_deref(),
            date: source.date.map(|date| date.to_string()),
            status: words::status(source.status),
            characters: source.text().chars().count(),
            problem: source.problem.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct Listing<'a> {
    schema_version: u32,
    sources: Vec<Detailed<'a>>,
}

#[derive(Serialize)]
struct Detailed<'a> {
    #[serde(flatten)]
    row: SourceRow<'a>,
    date_confidence: Option<&'static str>,
    found: &'a [String],
    kind: &'static str,
    key: Option<&'a str>,
    encoding: &'a str,
    duplicate_of: Option<DuplicateJson<'a>>,
}

#[derive(Serialize)]
struct DuplicateJson<'a> {
    source: &'a str,
    percent: u8,
}

/// Every source with all that is known of it, as one object.
///
/// # Errors
/// Where the serializer fails.
pub fn json(corpus: &Corpus) -> serde_json::Result<String> {
    let twin = |number: usize| {
        let (twin, percent) = corpus.duplicate_of(number)?;
        Some(DuplicateJson { source: &corpus.sources().get(twin)?.id, percent })
    };
    let sources = corpus.sources().iter().enumerate().map(|(number, source)| Detailed {
        row: SourceRow::of(source),
        date_confidence: source.date.map(|_| words::confidence(source.date_confidence)),
        found: &source.found,
        kind: words::source_kind(source.kind),
        key: source.key.as_deref(),
        encoding: &source.encoding,
        duplicate_of: twin(number),
    });
    let listing = Listing { schema_version: json::SCHEMA_VERSION, sources: sources.collect() };
    Ok(serde_json::to_string_pretty(&listing)? + "\n")
}

/// Every source as a few lines, the counts at the end.
#[must_use]
pub fn text(corpus: &Corpus) -> String {
    let mut out = String::new();
    for (number, source) in corpus.sources().iter().enumerate() {
        out += &card(corpus, number, source);
        out.push('\n');
    }
    out + &totals(corpus)
}

fn card(corpus: &Corpus, number: usize, source: &Source) -> String {
    let mut out = paint(style::STRONG, &clean(&source.path));
    out += match source.status {
        Status::Read => "",
        Status::Partial => "  ! read in part",
        Status::Unreadable => "  ! unreadable",
    };
    out.push('\n');
    let mut line = |label: &str, value: &str| {
        if !value.is_empty() {
            let body = wrap(&clean(value), 80 - 12, "            ");
            out += &format!("  {}{body}\n", paint(style::DIM, &format!("{label:<10}")));
        }
    };
    line("problem", source.problem.as_deref().unwrap_or_default());
    if source.status == Status::Unreadable {
        return out;
    }
    line("title", source.title.as_deref().unwrap_or_default());
    line("outlet", source.outlet.as_deref().unwrap_or_default());
    line("author", source.author.as_deref().unwrap_or_default());
    line("date", &date(source));
    line("found", &source.found.join("; "));
    line("cite as", source.key.as_deref().unwrap_or_default());
    line("text", &size(source));
    line("same as", &twin(corpus, number));
    out
}

fn date(source: &Source) -> String {
    let Some(date) = source.date else { return "not known".to_owned() };
    let words = dates::in_words(&date.to_string());
    match source.date_confidence {
        Confidence::High => words,
        Confidence::Medium => format!("{words} (inferred)"),
        Confidence::Low => format!("{words} (a guess)"),
    }
}

fn size(source: &Source) -> String {
    let characters = source.text().chars().count();
    let mut out = format!("{}, {}", counted(characters, "character"), source.encoding);
    if source.kind == crate::corpus::SourceKind::Speech {
        out += ", speech as a whole";
    }
    out
}

fn twin(corpus: &Corpus, number: usize) -> String {
    let Some((twin, percent)) = corpus.duplicate_of(number) else { return String::new() };
    let Some(twin) = corpus.sources().get(twin) else { return String::new() };
    if percent >= 100 { twin.path.clone() } else { format!("{} ({percent} %)", twin.path) }
}

fn totals(corpus: &Corpus) -> String {
    let with = |status| corpus.sources().iter().filter(|one| one.status == status).count();
    let (read, partial) = (with(Status::Read), with(Status::Partial));
    let mut out = format!("{} read", counted(read + partial, "source"));
    for (count, what) in [(partial, "in part"), (with(Status::Unreadable), "unreadable")] {
        if count > 0 {
            out += &format!(", {count} {what}");
        }
    }
    let undated = corpus
        .sources()
        .iter()
        .filter(|one| one.date.is_none() && one.status != Status::Unreadable)
        .count();
    if undated > 0 {
        out += &format!(", {undated} without a date (name it in sources.toml)");
    }
    out.push('\n');
    out
}
