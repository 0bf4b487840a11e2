//! What the views of an editor show, as JSON: the sources and their health, what stands in one,
//! people, and counts for a status bar. The shapes are told in `docs/server.md`.

use serde_json::{Value, json};
use tower_lsp::lsp_types::Url;

use super::desk::View;
use super::links;
use super::snapshot::Review;
use crate::assist::{self, Listed, Place, Said};
use crate::check::{Evidence, Settings, Tally, Verdict, check};
use crate::corpus::people::Person;
use crate::corpus::{Source, Status};
use crate::report::found::as_draft;
use crate::report::words;
use crate::text::Encoding;

/// The version of the shapes; it grows when a key changes its meaning.
pub(super) const SCHEMA_VERSION: u32 = 1;

/// A folder with its sources.
pub(super) fn folder(view: &View) -> Value {
    let sources = view.shelf.corpus.sources().iter().enumerate();
    json!({
        "folder": folder_address(view),
        "reading": reading(view),
        "sources": sources.map(|(number, one)| source(view, number, one)).collect::<Vec<_>>(),
        "notes": view.shelf.notes,
    })
}

fn folder_address(view: &View) -> Option<Url> {
    Url::from_file_path(&view.root).ok()
}

/// How far the first reading of the sources is, while it lasts.
fn reading(view: &View) -> Value {
    view.under_way().map_or(Value::Null, |(read, total)| json!({"read": read, "total": total}))
}

fn source(view: &View, number: usize, source: &Source) -> Value {
    json!({
        "id": source.id,
        "path": source.path,
        "uri": links::uri(view, number),
        "text_uri": links::text_uri(view, number).map(|(uri, _)| uri),
        "title": source.title,
        "outlet": source.outlet,
        "author": source.author,
        "date": source.date.map(|date| date.to_string()),
        "status": words::status(source.status),
        "characters": source.text().chars().count(),
        "problem": source.problem,
    })
}

/// What stands in the source numbered `number`: quotations, names and dates.
pub(super) fn contents(view: &View, number: usize, encoding: Encoding) -> Option<Value> {
    let one = view.shelf.corpus.sources().get(number)?;
    let at = |place: Place| links::location(view, place.source, place.range, encoding);
    let quotations = assist::quotations_of(one, number).map(|said| quoted(view, &said, encoding));
    let names = assist::names_in(one, number).into_iter().map(|(name, kind, place)| {
        json!({"name": name, "kind": words::name_kind(kind), "location": at(place)})
    });
    let dates = one.reading().dates.iter().map(|date| {
        let place = Place { source: number, range: date.range };
        json!({"text": date.range.of(one.text()), "value": date.value, "location": at(place)})
    });
    let mut contents = source(view, number, one);
    contents["schema_version"] = json!(SCHEMA_VERSION);
    contents["quotations"] = quotations.collect();
    contents["names"] = names.collect();
    contents["dates"] = dates.collect();
    Some(contents)
}

fn quoted(view: &View, said: &Said<'_>, encoding: Encoding) -> Value {
    let source = view.shelf.corpus.sources().get(said.place.source);
    json!({
        "source": source.map(|source| source.id.as_str()),
        "text": said.words,
        "speaker": said.speaker,
        "date": said.date,
        "location": links::location(view, said.place.source, said.place.range, encoding),
    })
}

/// The people, bodies and places of a folder that are called like `name`, at most `limit`.
pub(super) fn people(
    view: &View,
    name: Option<&str>,
    limit: usize,
    encoding: Encoding,
) -> Vec<Value> {
    view.join_people();
    let Some(people) = view.people() else { return Vec::new() };
    let name = name.map(str::to_lowercase);
    let is_wanted = |person: &Person| {
        let fits = |name: &String| {
            person.spellings.iter().any(|spelling| spelling.text.to_lowercase() == *name)
                || person.name.to_lowercase() == *name
        };
        name.as_ref().is_none_or(fits)
    };
    let listed = assist::people_of(&view.shelf.corpus, people, &is_wanted);
    listed.iter().take(limit).map(|listed| person(view, listed, encoding)).collect()
}

fn person(view: &View, listed: &Listed<'_>, encoding: Encoding) -> Value {
    let person = listed.person;
    let id = |number: usize| view.shelf.corpus.sources().get(number).map(|one| one.id.clone());
    let roles =
        person.roles.iter().map(|(role, source)| json!({"role": role, "source": id(*source)}));
    let spellings = person
        .spellings
        .iter()
        .map(|one| json!({"text": one.text, "count": one.count, "slip_of": one.slip_of}));
    let first = person.mentions.first();
    json!({
        "name": person.name,
        "kind": words::name_kind(person.kind),
        "folder": folder_address(view),
        "roles": roles.collect::<Vec<_>>(),
        "spellings": spellings.collect::<Vec<_>>(),
        "mentions": person.mentions.len(),
        "sources": person.sources().into_iter().filter_map(id).collect::<Vec<_>>(),
        "location": first.and_then(|(source, range)| links::location(view, *source, *range, encoding)),
        "quotations": listed.said.iter().map(|said| quoted(view, said, encoding)).collect::<Vec<_>>(),
    })
}

/// Whether the sources of a folder have what is `wanted`, with the passages; and whether they know anything
/// like them. `None` where it was cancelled.
pub(super) fn found(
    view: &View,
    wanted: &str,
    encoding: Encoding,
    cancelled: &dyn Fn() -> bool,
) -> Option<(bool, Value)> {
    let corpus = &view.shelf.corpus;
    let checked = check(corpus, &as_draft(wanted), &Settings::default(), cancelled)?;
    let judged = checked.quotations.first();
    let verdict = judged.map_or(Verdict::Unsourced, |judged| judged.verdict);
    let passages = judged.map_or(&[][..], |judged| judged.evidence.as_slice());
    let passage = |passage: &Evidence| {
        let source = corpus.sources().get(passage.source)?;
        Some(json!({
            "source": source.id,
            "text": passage.range.of(source.text()),
            "speaker": passage.speaker,
            "date": passage.date,
            "location": links::location(view, passage.source, passage.range, encoding),
        }))
    };
    let answer = json!({
        "schema_version": SCHEMA_VERSION,
        "verdict": words::verdict(verdict),
        "passages": passages.iter().filter_map(passage).collect::<Vec<_>>(),
    });
    Some((!passages.is_empty(), answer))
}

/// What a status bar shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Summary {
    sources: usize,
    unreadable: usize,
    tally: Tally,
    reading: Option<(usize, usize)>,
}

impl Summary {
    /// Counts the sources of a folder.
    pub(super) fn add_sources(&mut self, view: &View) {
        let sources = view.shelf.corpus.sources();
        let unreadable = sources.iter().filter(|one| one.status == Status::Unreadable).count();
        self.sources += sources.len();
        self.unreadable += unreadable;
        if let Some((read, total)) = view.under_way() {
            let (before, of) = self.reading.unwrap_or_default();
            self.reading = Some((before + read, of + total));
        }
    }

    /// Counts the quotations and findings of a draft.
    pub(super) fn add_draft(&mut self, review: &Review) {
        self.tally.add(&review.checked);
    }

    /// "5 sources · 11 of 12 quotations verified".
    pub(super) fn text(&self) -> String {
        match self.reading {
            // They are still being counted.
            Some((_, 0)) => return "reading sources".to_owned(),
            Some((read, total)) => return format!("reading sources, {read} of {total}"),
            None => {}
        }
        let mut text = words::counted(self.sources, "source");
        if self.unreadable > 0 {
            text += &format!(", {} unreadable", self.unreadable);
        }
        let judged = self.tally.judged();
        if judged > 0 {
            let quotations = words::counted(judged, "quotation");
            text += &format!(" · {} of {quotations} verified", self.tally.sound());
        }
        text
    }

    /// As JSON.
    pub(super) fn json(&self) -> Value {
        let reading = self.reading.map(|(read, total)| json!({"read": read, "total": total}));
        json!({
            "schema_version": SCHEMA_VERSION,
            "sources": self.sources,
            "unreadable": self.unreadable,
            "reading": reading,
            "quotations": self.tally.judged(),
            "verified": self.tally.sound(),
            "error": self.tally.error,
            "warning": self.tally.warning,
            "information": self.tally.information,
            "text": self.text(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_reads_well_in_every_state() {
        let none = Tally::default();
        let five = Summary { sources: 5, ..Summary::default() };
        for (summary, text) in [
            (Summary::default(), "0 sources"),
            (five, "5 sources"),
            (Summary { unreadable: 1, ..five }, "5 sources, 1 unreadable"),
            (
                Summary {
                    tally: Tally { quotations: 13, verified: 11, skipped: 1, ..none },
                    ..five
                },
                "5 sources · 11 of 12 quotations verified",
            ),
            (
                Summary { sources: 1, tally: Tally { quotations: 1, verified: 1, ..none }, ..five },
                "1 source · 1 of 1 quotation verified",
            ),
            (
                Summary {
                    tally: Tally { quotations: 4, verified: 3, wrong_speaker: 1, ..none },
                    ..five
                },
                "5 sources · 2 of 4 quotations verified",
            ),
            (Summary { reading: Some((2, 9)), ..five }, "reading sources, 2 of 9"),
            (Summary { reading: Some((0, 0)), ..five }, "reading sources"),
        ] {
            assert_eq!(summary.text(), text);
        }
    }
}
