//! `workspace/executeCommand`: what any client can call by name.

use std::fmt::Write as _;
use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Error;
use tower_lsp::lsp_types::{ExecuteCommandParams, MessageType, Url};

use super::ask::Answer;
use super::client;
use super::desk::DeskId;
use super::event::Event;
use super::library::Acceptance;
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
/// All of them.
pub(super) const COMMANDS: [&str; 4] = [SHOW_SOURCES, REREAD, ACCEPT, REPORT];

/// Carries a command out.
pub(super) fn execute(state: &mut State, params: ExecuteCommandParams) -> Answer<Option<Value>> {
    match params.command.as_str() {
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
        ACCEPT => accept(state, params.arguments.first()),
        REPORT => Answer::Now(Some(Value::String(report(state)))),
        other => Answer::Refused(Error::invalid_params(format!("no command {other}"))),
    }
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
