//! From an edit to its diagnostics: the debounce, the check, and the one place where stale
//! results are dropped.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tower_lsp::lsp_types::{DidChangeTextDocumentParams, MessageType, TextDocumentItem, Url};

use super::client::{self, Refresh};
use super::diagnostics::{Renderer, tellable};
use super::document::Document;
use super::event::Event;
use super::outbox::Publication;
use super::snapshot::Snapshot;
use super::state::State;

impl State {
    pub(super) fn open(&mut self, item: TextDocumentItem) {
        let uri = item.uri.clone();
        // A document that was opened before is replaced: its old results are stale.
        let generation = self.documents.get(&uri).map_or(0, |old| old.generation + 1);
        let mut document = Document::open(item);
        document.generation = generation;
        self.documents.insert(uri.clone(), document);
        self.open_desk_for(&uri);
        self.start_check(&uri);
    }

    pub(super) fn change(&mut self, params: DidChangeTextDocumentParams) {
        let uri = params.text_document.uri;
        let version = params.text_document.version;
        let encoding = self.takes.encoding;
        let Some(document) = self.documents.get_mut(&uri) else {
            self.outbox.log(MessageType::WARNING, format!("an edit of {uri}, which is not open"));
            return;
        };
        if version <= document.version {
            // Edits arrive in order, so the text is right all the same; generations keep it so.
            let line = format!("version {version} of {uri} follows {}", document.version);
            self.outbox.log(MessageType::WARNING, line);
        }
        document.change(version, params.content_changes, encoding);
        let generation = document.generation;
        let due = Event::Due { uri, generation };
        let pause = document.pause(self.options.debounce);
        self.after(pause, due);
    }

    pub(super) fn saved(&mut self, uri: &Url) {
        let Some(document) = self.documents.get_mut(uri) else { return };
        // Who saves has finished the thought.
        if document.editing.take().is_some() {
            self.show(uri);
            self.start_check(uri);
        }
    }

    pub(super) fn close(&mut self, uri: &Url) {
        let Some(mut document) = self.documents.remove(uri) else { return };
        document.renew();
        self.outbox.publish(uri.clone(), Publication { version: None, diagnostics: Vec::new() });
        self.drop_unused_desks();
    }

    /// Sends `event` to the loop after `delay`.
    pub(super) fn after(&self, delay: Duration, event: Event) {
        let events = self.events.clone();
        tokio::spawn(async move {
            tokio::time::sleep(delay).await;
            let _ = events.send(event);
        });
    }

    pub(super) fn due(&mut self, uri: &Url, generation: u64) {
        if self.documents.get(uri).is_some_and(|document| document.generation == generation) {
            self.start_check(uri);
        }
    }

    /// Checks the current text of `uri` on a worker.
    pub(super) fn start_check(&mut self, uri: &Url) {
        if self.shut_down || !self.is_draft(uri) {
            return;
        }
        let Some(snapshot) = self.snapshot(uri) else { return };
        let (events, workers) = (self.events.clone(), Arc::clone(&self.workers));
        let checker = Arc::clone(&self.checker);
        tokio::spawn(async move {
            let Ok(_turn) = workers.acquire_owned().await else { return };
            if snapshot.is_idle() {
                return;
            }
            let started = Instant::now();
            let checking = tokio::task::spawn_blocking(move || {
                snapshot.review(checker.as_ref(), &|| snapshot.is_idle()).map(|_| snapshot)
            });
            let event = match checking.await {
                Ok(Some(snapshot)) => Event::Checked(snapshot, started.elapsed()),
                Ok(None) => return,
                Err(failed) => match failed.try_into_panic() {
                    Ok(panic) => Event::Panicked(super::main_loop::panic_text(panic.as_ref())),
                    Err(_) => return,
                },
            };
            let _ = events.send(event);
        });
    }

    /// Takes a worker's result, unless it is stale: the one place where that is decided.
    pub(super) fn checked(&mut self, snapshot: Arc<Snapshot>, took: Duration) {
        self.last_check = Some(took);
        let Some(document) = self.documents.get_mut(&snapshot.uri) else { return };
        let current = document.generation == snapshot.generation
            && document.version == snapshot.version
            && document.snapshot.as_ref().is_some_and(|known| Arc::ptr_eq(known, &snapshot));
        if !current {
            return;
        }
        document.cost = took;
        self.show(&snapshot.uri);
        self.ask_for_sources(&snapshot);
    }

    pub(super) fn rested(&mut self, uri: &Url, generation: u64) {
        let current =
            self.documents.get(uri).is_some_and(|document| document.generation == generation);
        if !current {
            return;
        }
        if self.takes.pulls {
            client::refresh(self.client.clone(), Refresh::Diagnostics);
        } else {
            self.show(uri);
        }
    }

    /// Publishes what may be told of `uri` now, and comes back for what may not.
    pub(super) fn show(&mut self, uri: &Url) {
        let Some(document) = self.documents.get(uri) else { return };
        let Some(review) = document.snapshot.as_ref().and_then(|snapshot| snapshot.ready()) else {
            return;
        };
        let findings = tellable(&review, document.editing, self.options.hold);
        let held = findings.len() < review.checked.findings.len();
        if self.takes.pulls {
            return;
        }
        let renderer =
            Renderer { review: &review, takes: self.takes, library: self.library.as_ref() };
        let diagnostics = findings.into_iter().map(|it| renderer.diagnostic(it)).collect();
        let publication = Publication { version: Some(document.version), diagnostics };
        self.outbox.publish(uri.clone(), publication);
        if held {
            self.await_rest(uri);
        }
    }

    /// Comes back, once, when the place being edited in `uri` has rested.
    pub(super) fn await_rest(&mut self, uri: &Url) {
        let Some(document) = self.documents.get_mut(uri) else { return };
        let generation = document.generation;
        let Some(editing) = document.editing else { return };
        let rest = self.options.hold.saturating_sub(editing.at.elapsed());
        if !rest.is_zero() && document.rest_awaited.replace(generation) != Some(generation) {
            self.after(rest, Event::Rested { uri: uri.clone(), generation });
        }
    }
}
