//! `workspace/executeCommand`: what any client can call by name.

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Error;
use tower_lsp::lsp_types::{ExecuteCommandParams, MessageType, Url};

use super::ask::Answer;
use super::client;
use super::desk::{self, DeskId, View};
use super::event::Event;
use super::library::Acceptance;
use super::listings::{self, Summary};
use super::snapshot::Snapshot;
use super::state::State;
use crate::corpus::{Source, Status};

/// Shows the sources and their health.
pub(super) const SHOW_SOURCES: &str = "copydesk.showSources";
/// Reads the sources again.
pub(super) const REREAD: &str = "copydesk.rereadSources";
/// Accepts a finding for good.
pub(super) const ACCEPT: &str = "copydesk.accept";
/// Tells what a report of a fault should hold.
pub(super) const REPORT: &str = "copydesk.debugReport";
/// What stands in one source.
const SOURCE: &str = "copydesk.source";
/// The people, bodies and places of the sources.
const PEOPLE: &str = "copydesk.people";
/// Counts for a status bar.
const SUMMARY: &str = "copydesk.summary";
/// Whether the sources have some words.
const FIND: &str = "copydesk.find";
/// All of them.
pub(super) const COMMANDS: [&str; 8] =
    [SHOW_SOURCES, REREAD, ACCEPT, REPORT, SOURCE, PEOPLE, SUMMARY, FIND];

/// How many people are listed where nobody says how many.
const PEOPLE_LISTED: usize = 1_000;

/// Carries a command out.
pub(super) fn execute(state: &mut State, params: ExecuteCommandParams) -> Answer<Option<Value>> {
    let argument = params.arguments.first();
    match params.command.as_str() {
        SHOW_SOURCES if is_silent(argument) => list_sources(state, argument),
        SOURCE => list_contents(state, argument),
        PEOPLE => list_people(state, argument),
        SUMMARY => summarise(state, argument),
        FIND => find(state, argument),
        SHOW_SOURCES => {
            let text = health(state);
            client::show(state.client.clone(), MessageType::INFO, brief(&text));
            Answer::Now(Some(Value::String(text)))
        }
        REREAD => {
            let desks: Vec<DeskId> = state.desks.iter().map(|desk| desk.id).collect();
            for desk in desks {
                state.start_reading(desk, Vec::new());
            }
            Answer::Now(Some(Value::Null))
        }
        ACCEPT => accept(state, argument),
        REPORT => {
            let text = report(state);
            // Also where anybody can copy it from: few clients show what a command returns.
            state.outbox.log(MessageType::INFO, text.clone());
            Answer::Now(Some(Value::String(text)))
        }
        other => Answer::Refused(Error::invalid_params(format!("no command {other}"))),
    }
}

/// Whether the caller shows the answer itself.
fn is_silent(argument: Option<&Value>) -> bool {
    argument.and_then(|it| it.get("silent")).and_then(Value::as_bool) == Some(true)
}

fn text_of<'v>(argument: Option<&'v Value>, key: &str) -> Option<&'v str> {
    argument?.get(key)?.as_str()
}

/// The folders that `argument` asks about: the one it names, else all.
fn views(state: &State, argument: Option<&Value>) -> Vec<Arc<View>> {
    let wanted = text_of(argument, "folder").and_then(|uri| Url::parse(uri).ok());
    let wanted = wanted.as_ref().and_then(desk::path_of);
    let desks = state.desks.iter();
    let desks = desks.filter(|desk| wanted.as_ref().is_none_or(|root| desk.root == *root));
    desks.map(|desk| Arc::clone(&desk.view)).collect()
}

fn list_sources(state: &State, argument: Option<&Value>) -> Answer<Option<Value>> {
    let views = views(state, argument);
    Answer::Later(Box::new(move |_| {
        let folders: Vec<Value> = views.iter().map(|view| listings::folder(view)).collect();
        Some(Some(json!({"schema_version": listings::SCHEMA_VERSION, "folders": folders})))
    }))
}

fn list_contents(state: &State, argument: Option<&Value>) -> Answer<Option<Value>> {
    let path = text_of(argument, "uri").and_then(|uri| desk::path_of(&Url::parse(uri).ok()?));
    let id = text_of(argument, "id").map(str::to_owned);
    if path.is_none() && id.is_none() {
        return Answer::Refused(Error::invalid_params("wanted: {uri} or {id, folder?}"));
    }
    let (views, encoding) = (views(state, argument), state.takes.encoding);
    Answer::Later(Box::new(move |_| {
        let number = |view: &View| match (&path, &id) {
            (Some(path), _) => view.number_of(path),
            (None, id) => {
                let sources = view.shelf.corpus.sources();
                sources.iter().position(|source| Some(&source.id) == id.as_ref())
            }
        };
        let found = views.iter().find_map(|view| Some((view, number(view)?)));
        Some(found.and_then(|(view, number)| listings::contents(view, number, encoding)))
    }))
}

fn list_people(state: &State, argument: Option<&Value>) -> Answer<Option<Value>> {
    let (views, encoding) = (views(state, argument), state.takes.encoding);
    let name = text_of(argument, "name").map(str::to_owned);
    let limit = argument.and_then(|it| it.get("limit")).and_then(Value::as_u64);
    let limit = limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(PEOPLE_LISTED);
    Answer::Later(Box::new(move |cancelled| {
        let mut people = Vec::new();
        for view in &views {
            if cancelled() {
                return None;
            }
            let left = limit.saturating_sub(people.len());
            people.extend(listings::people(view, name.as_deref(), left, encoding));
        }
        Some(Some(json!({"schema_version": listings::SCHEMA_VERSION, "people": people})))
    }))
}

/// Looks for words in the folders that are asked about: what the first says that knows them, else
/// what the first says.
fn find(state: &State, argument: Option<&Value>) -> Answer<Option<Value>> {
    let Some(words) = text_of(argument, "text").map(str::to_owned) else {
        return Answer::Refused(Error::invalid_params("wanted: {text, folder?}"));
    };
    let (views, encoding) = (views(state, argument), state.takes.encoding);
    Answer::Later(Box::new(move |cancelled| {
        let mut first = None;
        for view in &views {
            let (is_known, answer) = listings::found(view, &words, encoding, cancelled)?;
            if is_known {
                return Some(Some(answer));
            }
            first = first.or(Some(answer));
        }
        Some(first)
    }))
}

/// Counts of the draft that is named with its folder, else of all open drafts and all folders.
fn summarise(state: &mut State, argument: Option<&Value>) -> Answer<Option<Value>> {
    let named = text_of(argument, "uri").and_then(|uri| Url::parse(uri).ok());
    let open: Vec<Url> = match &named {
        Some(uri) => vec![uri.clone()],
        None => state.documents.keys().cloned().collect(),
    };
    let mut snapshots: Vec<Arc<Snapshot>> = Vec::new();
    for uri in open {
        if state.is_draft(&uri) {
            snapshots.extend(state.snapshot(&uri));
        }
    }
    let views = match snapshots.first().filter(|_| named.is_some()) {
        Some(snapshot) => vec![Arc::clone(&snapshot.view)],
        None => views(state, argument),
    };
    let checker = Arc::clone(&state.checker);
    Answer::Later(Box::new(move |cancelled| {
        let mut summary = Summary::default();
        views.iter().for_each(|view| summary.add_sources(view));
        for snapshot in &snapshots {
            summary.add_draft(&*snapshot.review_for_request(checker.as_ref(), cancelled)?);
        }
        Some(Some(summary.json()))
    }))
}

/// The first lines of a long text, for a message.
fn brief(text: &str) -> String {
    let lines: Vec<&str> = text.lines().take(20).collect();
    lines.join("\n")
}

fn health(state: &State) -> String {
    let mut text = String::new();
    for desk in &state.desks {
        let view = &desk.view;
        let _ = writeln!(text, "{}: {}", desk.root.display(), super::reading::summary(&view.shelf));
        let mut sources: Vec<_> = view.shelf.corpus.sources().iter().collect();
        sources.sort_by_key(|source| source.status == Status::Read);
        for source in sources {
            text.push_str(&line(source));
        }
    }
    if text.is_empty() { "no folder is open".to_owned() } else { text }
}

fn line(source: &Source) -> String {
    let mark = match source.status {
        Status::Read => "✓",
        Status::Partial => "≈",
        Status::Unreadable => "✗",
    };
    let date = source.date.map(|date| format!(", {date}")).unwrap_or_default();
    let problem = source.problem.as_deref().map(|it| format!(": {it}")).unwrap_or_default();
    format!("{mark} {} ({}{date}){problem}\n", source.path, source.display_name())
}

/// Versions, counts and settings; no word of a draft or a source.
fn report(state: &State) -> String {
    let mut text = format!("copydesk {}\n", env!("CARGO_PKG_VERSION"));
    let _ = writeln!(text, "client: {:?}", state.takes);
    let _ = writeln!(text, "options: {:?}", state.options);
    let _ = writeln!(text, "open documents: {}", state.documents.len());
    let _ = writeln!(text, "internal errors: {}", state.panics);
    let _ = writeln!(text, "last check: {:?}", state.last_check);
    for desk in &state.desks {
        let corpus = &desk.view.shelf.corpus;
        let _ = writeln!(
            text,
            "folder: {}, {} words, reading: {}",
            super::reading::summary(&desk.view.shelf),
            corpus.word_count(),
            desk.reading.is_some(),
        );
    }
    text
}

/// The argument of the command that accepts.
pub(super) fn acceptance(uri: &Url, fingerprint: &str) -> Value {
    json!({"uri": uri, "fingerprint": fingerprint})
}

fn accept(state: &mut State, argument: Option<&Value>) -> Answer<Option<Value>> {
    let text = |key: &str| argument?.get(key)?.as_str().map(str::to_owned);
    let uri = text("uri").and_then(|uri| Url::parse(&uri).ok());
    let (Some(uri), Some(fingerprint)) = (uri, text("fingerprint")) else {
        return Answer::Refused(Error::invalid_params("wanted: {uri, fingerprint, reason?}"));
    };
    let reason = text("reason").unwrap_or_else(|| "accepted in the editor".to_owned());
    let Some(snapshot) = state.snapshot(&uri) else {
        return Answer::Refused(Error::invalid_params("no such document"));
    };
    let (checker, library) = (Arc::clone(&state.checker), Arc::clone(&state.library));
    let events = state.events.clone();
    Answer::Later(Box::new(move |cancelled| {
        let review = snapshot.review_for_request(checker.as_ref(), cancelled)?;
        let findings = &review.checked.findings;
        let finding = findings.iter().find(|finding| finding.fingerprint == fingerprint);
        let Some(finding) = finding else {
            return Some(Some(json!({"accepted": false, "problem": "no such finding"})));
        };
        let acceptance = Acceptance {
            fingerprint,
            rule: finding.rule.to_owned(),
            text: finding.range.of(&review.draft.raw).to_owned(),
            reason,
        };
        Some(Some(match library.accept(&review.view.root, &acceptance) {
            Ok(path) => {
                let _ = events.send(Event::Files(vec![path.clone()]));
                json!({"accepted": true, "file": path})
            }
            Err(problem) => json!({"accepted": false, "problem": problem}),
        }))
    }))
}
