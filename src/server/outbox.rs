//! The one task that tells the client things unasked: the newest diagnostics of each document,
//! nothing if equal, and log lines in order.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;
use tokio::sync::Notify;
use tower_lsp::Client;
use tower_lsp::lsp_types::{Diagnostic, MessageType, Url};

/// How many log lines wait at most; a client that does not read must not cost memory.
const LOG_LINES: usize = 200;

/// The diagnostics of one version of a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Publication {
    /// `None` once the document is closed.
    pub(super) version: Option<i32>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

#[derive(Default)]
struct Waiting {
    publications: FxHashMap<Url, Publication>,
    lines: VecDeque<(MessageType, String)>,
}

/// Where to put what the client shall be told.
#[derive(Clone, Default)]
pub(super) struct Outbox {
    waiting: Arc<Mutex<Waiting>>,
    filled: Arc<Notify>,
}

impl Outbox {
    /// An outbox whose task sends to `client`.
    pub(super) fn to(client: Client) -> Self {
        let outbox = Self::default();
        tokio::spawn(outbox.clone().deliver(client));
        outbox
    }

    /// Publishes diagnostics in place of older ones that are not yet sent.
    pub(super) fn publish(&self, uri: Url, publication: Publication) {
        self.fill(|waiting| {
            waiting.publications.insert(uri, publication);
        });
    }

    /// Logs a line.
    pub(super) fn log(&self, kind: MessageType, line: String) {
        self.fill(|waiting| {
            if waiting.lines.len() < LOG_LINES {
                waiting.lines.push_back((kind, line));
            }
        });
    }

    fn fill(&self, put: impl FnOnce(&mut Waiting)) {
        put(&mut self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        self.filled.notify_one();
    }

    fn take(&self) -> Waiting {
        std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn take_one(&self, uri: &Url) -> Option<Publication> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.publications.remove(uri)
    }

    async fn deliver(self, client: Client) {
        let mut sent: FxHashMap<Url, Vec<Diagnostic>> = FxHashMap::default();
        loop {
            self.filled.notified().await;
            let waiting = self.take();
            for (kind, line) in waiting.lines {
                client.log_message(kind, line).await;
            }
            for (uri, publication) in waiting.publications {
                // A newer one may have come while the client was slow to take the last.
                let newest = self.take_one(&uri).unwrap_or(publication);
                send(&client, &mut sent, uri, newest).await;
            }
        }
    }
}

async fn send(
    client: &Client,
    sent: &mut FxHashMap<Url, Vec<Diagnostic>>,
    uri: Url,
    publication: Publication,
) {
    let closed = publication.version.is_none();
    let equal = match sent.get(&uri) {
        Some(last) => *last == publication.diagnostics,
        None => closed,
    };
    if closed {
        sent.remove(&uri);
    } else {
        sent.insert(uri.clone(), publication.diagnostics.clone());
    }
    if !equal {
        client.publish_diagnostics(uri, publication.diagnostics, publication.version).await;
    }
}
