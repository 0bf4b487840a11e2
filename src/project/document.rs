//! One file to one source.

use std::sync::Arc;

use super::decode::{self, Decoded, Hints};
use super::discover::Found;
use super::files;
use super::manifest::Entry;
use crate::corpus::{Confidence, Source, SourceKind, Status};
use crate::reading::markup::{self, Format};
use crate::reading::metadata::{Known, Metadata};
use crate::reading::sections;

/// Reads `file`, of which the writer says `entry`, up to `max_bytes`.
pub(super) fn load(file: &Found, entry: &Entry, max_bytes: u64) -> Source {
    let read = match &file.problem {
        Some(problem) => Err(problem.clone()),
        None => read(file, entry, max_bytes),
    };
    match read {
        Ok((decoded, cut)) => source_of(file, entry, decoded, cut),
        Err(problem) => unreadable(file, entry, problem),
    }
}

/// A file that could not be read, and why.
pub(super) fn unreadable(file: &Found, entry: &Entry, problem: String) -> Source {
    let mut source = Source::default();
    source.path.clone_from(&file.shown);
    source.status = Status::Unreadable;
    source.problem = Some(problem);
    describe(&mut source, stated(entry));
    source
}

fn read(file: &Found, entry: &Entry, max_bytes: u64) -> Result<(Decoded, Option<String>), String> {
    let contents = files::read(&file.path, max_bytes)?;
    if contents.bytes.is_empty() && contents.cut_from.is_none() {
        return Err("the file is empty: fetch it again, or remove it".to_owned());
    }
    let html = Format::of_name(&file.shown) == Format::Html;
    let hints =
        Hints { declared: entry.encoding.as_deref(), html, cut: contents.cut_from.is_some() };
    let decoded = decode::decode(contents.bytes, hints)?;
    if decoded.text.trim().is_empty() {
        return Err(
            "the file holds nothing but white space: fetch it again, or remove it".to_owned()
        );
    }
    let cut = contents.cut_from.map(|size| too_long(size, max_bytes));
    Ok((decoded, cut))
}

fn too_long(size: u64, limit: u64) -> String {
    format!(
        "only the first {} of {} were read: split the file, or raise max-file-size in \
         copydesk.toml",
        in_units(limit),
        in_units(size)
    )
}

fn in_units(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} KiB", bytes / 1024),
        _ => format!("{} MiB", bytes / 1_048_576),
    }
}

fn source_of(file: &Found, entry: &Entry, decoded: Decoded, cut: Option<String>) -> Source {
    let format = Format::of_name(&file.shown);
    let mut source = Source::default();
    source.path.clone_from(&file.shown);
    source.lead = if format == Format::Html { 0 } else { decoded.lead() };
    source.problem = join(cut, decoded.problem);
    source.status = if source.problem.is_some() { Status::Partial } else { Status::Read };
    source.encoding = decoded.encoding;
    source.extraction = markup::extract(&decoded.text, format);
    sections::classify(&mut source.extraction);
    let metadata = stated(entry).or(Metadata::of(&decoded.text, format, &source.extraction));
    describe(&mut source, metadata);
    if format != Format::Html && !source.extraction.map.is_identity() {
        source.raw = Some(Arc::from(decoded.text));
    }
    source
}

/// What `sources.toml` says.
fn stated(entry: &Entry) -> Metadata {
    let entry = entry.clone();
    Metadata {
        title: entry.title.map(by_writer),
        author: entry.author.map(by_writer),
        outlet: entry.outlet.map(by_writer),
        date: entry.date.map(by_writer),
        updated: None,
        url: entry.url,
        key: entry.key,
        kind: entry.kind,
    }
}

fn by_writer<T>(value: T) -> Known<T> {
    Known { value, confidence: Confidence::High, why: "sources.toml".to_owned() }
}

/// Writes down what is known of a source. A date from weak signs is told and not used: it would
/// be a false ground for every "yesterday" of the text.
fn describe(source: &mut Source, metadata: Metadata) {
    let mut found = Vec::new();
    let mut text = |name: &str, known: Option<Known<String>>| {
        let known = known?;
        found.push(format!("{name}: {}", known.why));
        Some(known.value)
    };
    source.title = text("title", metadata.title);
    source.author = text("author", metadata.author);
    source.outlet = text("outlet", metadata.outlet);
    if let Some(date) = metadata.date {
        if date.confidence == Confidence::Low {
            found.push(format!(
                "date: perhaps {} ({}), too unsure to be used",
                date.value, date.why
            ));
        } else {
            found.push(format!("date: {}", date.why));
            source.date = Some(date.value);
        }
        source.date_confidence = date.confidence;
    }
    if let Some(updated) = metadata.updated {
        source.updated = Some(updated.value);
        found.push(format!("changed on {}: {}", updated.value, updated.why));
    }
    source.found = found;
    source.url = metadata.url;
    source.key = metadata.key;
    source.kind = metadata.kind.as_deref().map_or(SourceKind::Article, kind_of);
}

/// The kind that a word for it names.
fn kind_of(name: &str) -> SourceKind {
    const SPEECH: [&str; 9] = [
        "transcript",
        "speech",
        "interview",
        "statement",
        "testimony",
        "address",
        "hearing",
        "debate",
        "letter",
    ];
    let name = name.to_lowercase();
    if SPEECH.iter().any(|word| name.contains(word)) {
        SourceKind::Speech
    } else {
        SourceKind::Article
    }
}

fn join(first: Option<String>, second: Option<String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => Some(format!("{first}; {second}")),
        (first, second) => first.or(second),
    }
}
