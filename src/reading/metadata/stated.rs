//! What a document states of itself: front matter (YAML, TOML), a header of `Key: value` lines,
//! and the commands of LaTeX, Org, reStructuredText, AsciiDoc and Typst for the same.

use super::{Confidence, Known, Metadata, clean, day};
use crate::reading::markup::Format;
use crate::text::TextRange;

/// Lines of the head that may hold a header or commands.
const HEAD_LINES: usize = 60;

/// Reads what `raw` states; `front` is its front matter without fences, where the markup knows it.
pub(super) fn read(raw: &str, format: Format, front: Option<TextRange>) -> Metadata {
    let front = front.map(|range| range.of(raw)).or_else(|| fenced(raw));
    let mut metadata = Metadata::default();
    if let Some(front) = front {
        let pairs = if is_toml(raw) { toml_pairs(front) } else { yaml_pairs(front) };
        metadata.take(&pairs, "front matter");
    } else if format != Format::Html {
        metadata.take(&commands(raw, format), "document header");
        metadata.take(&header(raw), "document header");
    }
    metadata
}

type Pair = (String, String);

impl Metadata {
    /// Takes what is not known yet from `pairs` of keys and values.
    fn take(&mut self, pairs: &[Pair], place: &str) {
        for (key, value) in pairs {
            let why = || format!("{place}, {key}");
            let text = || clean(value).map(|value| Known::new(value, Confidence::High, why()));
            match field(key) {
                Some(Field::Title) if self.title.is_none() => self.title = text(),
                Some(Field::Author) if self.author.is_none() => self.author = text(),
                Some(Field::Outlet) if self.outlet.is_none() => self.outlet = text(),
                Some(Field::Date) if self.date.is_none() => {
                    self.date =
                        day::of_value(value).map(|date| Known::new(date, Confidence::High, why()));
                }
                Some(Field::Updated) if self.updated.is_none() => {
                    self.updated =
                        day::of_value(value).map(|date| Known::new(date, Confidence::High, why()));
                }
                Some(Field::Url) if self.url.is_none() => self.url = clean(value),
                Some(Field::Key) if self.key.is_none() => self.key = clean(value),
                Some(Field::Kind) if self.kind.is_none() => self.kind = clean(value),
                _ => {}
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Title,
    Author,
    Outlet,
    Date,
    Updated,
    Url,
    Key,
    Kind,
}

fn field(key: &str) -> Option<Field> {
    let folded: String =
        key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    Some(match folded.as_str() {
        "title" | "headline" => Field::Title,
        "author" | "authors" | "byline" | "by" | "writer" | "reporter" | "creator" => Field::Author,
        "outlet" | "publication" | "publisher" | "source" | "site" | "sitename" | "newspaper"
        | "journal" | "website" | "containertitle" => Field::Outlet,
        "date" | "published" | "publisheddate" | "publishdate" | "publicationdate" | "pubdate"
        | "datepublished" | "publishedon" | "publishedat" | "issued" | "revdate" => Field::Date,
        "updated" | "lastmod" | "modified" | "lastupdated" | "datemodified" => Field::Updated,
        "url" | "link" | "canonical" | "permalink" => Field::Url,
        "key" | "citekey" | "citationkey" | "bibkey" => Field::Key,
        "kind" | "type" | "genre" => Field::Kind,
        _ => return None,
    })
}

/// Front matter that the format's markup does not know, as in plain text.
fn fenced(raw: &str) -> Option<&str> {
    let fence = if is_toml(raw) { "+++" } else { "---" };
    let rest = raw.trim_start_matches('\u{FEFF}').strip_prefix(fence)?;
    let body = rest.trim_start_matches([' ', '\t', '\r']).strip_prefix('\n')?;
    let mut at = 0;
    for line in body.split_inclusive('\n').take(200) {
        if line.trim_end() == fence || line.trim_end() == "..." {
            let front = &body[..at];
            return front.contains([':', '=']).then_some(front);
        }
        at += line.len();
    }
    None
}

fn is_toml(raw: &str) -> bool {
    raw.trim_start_matches('\u{FEFF}').starts_with("+++")
}

fn toml_pairs(front: &str) -> Vec<Pair> {
    let Ok(table) = front.parse::<toml::Table>() else { return Vec::new() };
    table.iter().filter_map(|(key, value)| Some((key.clone(), toml_text(value)?))).collect()
}

fn toml_text(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Datetime(date) => Some(date.to_string()),
        toml::Value::Array(values) => join(values.iter().filter_map(toml_text)),
        toml::Value::Table(table) => table.get("name").and_then(toml_text),
        _ => None,
    }
}

fn join(values: impl Iterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.filter(|value| !value.is_empty()).collect();
    (!values.is_empty()).then(|| values.join(", "))
}

/// The top-level keys of simple YAML: scalars, quoted scalars, lists in brackets or on lines, and
/// the `name` of a map in a list.
fn yaml_pairs(front: &str) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for line in front.lines().filter(|line| !line.trim_start().starts_with('#')) {
        let is_nested = line.starts_with([' ', '\t', '-']);
        if is_nested {
            if let Some((_, value)) = pairs.last_mut() {
                add_item(value, line.trim());
            }
        } else if let Some((key, value)) = line.split_once(':') {
            pairs.push((unquoted(key.trim()).to_owned(), yaml_value(value.trim())));
        }
    }
    pairs
}

/// Adds a line below a key: "- Ada Moss", "- name: Ada Moss", a folded line of text.
fn add_item(value: &mut String, line: &str) {
    let item = line.strip_prefix('-').map(str::trim);
    let text = item.unwrap_or(line);
    let text = match text.split_once(": ") {
        Some(("name", name)) => name.trim(),
        Some(_) => return,
        None => text,
    };
    if !value.is_empty() {
        value.push_str(if item.is_some() { ", " } else { " " });
    }
    value.push_str(unquoted(text));
}

fn yaml_value(value: &str) -> String {
    if matches!(value, "|" | ">" | "|-" | ">-" | "null" | "~") {
        return String::new();
    }
    let Some(list) = value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) else {
        return unquoted(without_comment(value)).to_owned();
    };
    join(list.split(',').map(|item| unquoted(item.trim()).to_owned())).unwrap_or_default()
}

fn without_comment(value: &str) -> &str {
    if value.starts_with(['"', '\'']) {
        return value;
    }
    value.split_once(" #").map_or(value, |(value, _)| value.trim_end())
}

fn unquoted(text: &str) -> &str {
    for mark in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(mark).and_then(|text| text.strip_suffix(mark)) {
            return inner;
        }
    }
    text
}

/// A first paragraph that consists of `Key: value` lines, two of them known at least.
fn header(raw: &str) -> Vec<Pair> {
    let lines =
        raw.trim_start_matches('\u{FEFF}').lines().skip_while(|line| line.trim().is_empty());
    let mut pairs = Vec::new();
    for line in lines.take(HEAD_LINES).take_while(|line| !line.trim().is_empty()) {
        match line.split_once(':') {
            Some((key, value)) if is_key(key) => {
                pairs.push((
                    key.trim().trim_matches('*').to_owned(),
                    value.trim_matches(['*', ' ', '\t']).to_owned(),
                ));
            }
            _ => return Vec::new(),
        }
    }
    let known =
        pairs.iter().filter(|(key, value)| field(key).is_some() && !value.is_empty()).count();
    if known >= 2 { pairs } else { Vec::new() }
}

fn is_key(key: &str) -> bool {
    key.split_whitespace().count() <= 3
        && key.len() <= 30
        && key.chars().all(|c| c.is_alphanumeric() || " -_*".contains(c))
}

/// `\title{…}`, `#+TITLE: …`, `:author: …`, `#set document(title: "…")`.
fn commands(raw: &str, format: Format) -> Vec<Pair> {
    let lines = raw.lines().take(HEAD_LINES);
    match format {
        Format::Latex => latex(raw),
        Format::Org => lines
            .filter_map(|line| line.trim().strip_prefix("#+")?.split_once(':'))
            .map(owned)
            .collect(),
        Format::ReStructuredText | Format::AsciiDoc => lines
            .filter_map(|line| line.trim().strip_prefix(':')?.split_once(':'))
            .map(owned)
            .collect(),
        Format::Typst => typst(raw),
        _ => Vec::new(),
    }
}

fn owned((key, value): (&str, &str)) -> Pair {
    (key.trim().to_owned(), value.trim().to_owned())
}

fn latex(raw: &str) -> Vec<Pair> {
    ["title", "author", "date"]
        .into_iter()
        .filter_map(|name| {
            let rest = raw.split_once(&format!("\\{name}{{"))?.1;
            let value = &rest[..rest.find('}')?];
            (!value.contains('\\')).then(|| (name.to_owned(), value.replace('~', " ")))
        })
        .collect()
}

fn typst(raw: &str) -> Vec<Pair> {
    let Some((_, rest)) = raw.split_once("#set document(") else { return Vec::new() };
    ["title", "author", "date"]
        .into_iter()
        .filter_map(|name| {
            let value = rest.split_once(&format!("{name}:"))?.1.trim_start().strip_prefix('"')?;
            Some((name.to_owned(), value[..value.find('"')?].to_owned()))
        })
        .collect()
}
