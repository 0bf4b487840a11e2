//! All state of the server; only the loop writes it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustc_hash::FxHashMap;
use serde_json::Value;
use tokio::sync::Semaphore;
use tokio::sync::mpsc::UnboundedSender;
use tower_lsp::Client;
use tower_lsp::lsp_types::{InitializeParams, InitializeResult, MessageType, ServerInfo, Url};

use super::Parts;
use super::ask::Answer;
use super::capabilities::{self, Takes};
use super::client::Step;
use super::closed::ClosedDrafts;
use super::desk::{self, Desk, DeskId};
use super::document::Document;
use super::engine::Checker;
use super::event::Event;
use super::library::Library;
use super::main_loop::panic_text;
use super::options::Options;
use super::outbox::Outbox;
use super::snapshot::{Review, Snapshot};
use super::turns::Turns;
use crate::project::config::{Config, Lsp};

/// Everything the server knows.
pub(super) struct State {
    pub(super) client: Client,
    pub(super) events: UnboundedSender<Event>,
    pub(super) outbox: Outbox,
    pub(super) checker: Arc<dyn Checker>,
    pub(super) library: Arc<dyn Library>,
    pub(super) takes: Takes,
    /// Delays and switches in force: `base`, then the configuration's, then the client's.
    pub(super) options: Options,
    base: Options,
    /// The options when the client was last asked to ask again.
    pub(super) shown: Options,
    /// What the client set when it came.
    pub(super) initial_settings: Value,
    /// What the client set, for the library.
    pub(super) client_settings: Value,
    pub(super) documents: FxHashMap<Url, Document>,
    pub(super) desks: Vec<Desk>,
    pub(super) next_desk: DeskId,
    pub(super) next_revision: u64,
    pub(super) steps: FxHashMap<u64, UnboundedSender<Step>>,
    /// As many unasked checks at a time as there are processors.
    pub(super) workers: Arc<Semaphore>,
    /// The same for all checks.
    turns: Arc<Turns>,
    /// What is known of drafts that are not open.
    pub(super) drafts: Arc<ClosedDrafts>,
    pub(super) panics: u64,
    /// How long the last check took.
    pub(super) last_check: Option<Duration>,
    pub(super) shut_down: bool,
}

impl State {
    pub(super) fn new(client: Client, events: UnboundedSender<Event>, parts: Parts) -> Self {
        let workers = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            outbox: Outbox::to(client.clone()),
            client,
            events,
            checker: parts.checker,
            library: parts.library,
            takes: Takes::default(),
            options: parts.options,
            base: parts.options,
            shown: parts.options,
            initial_settings: Value::Null,
            client_settings: Value::Null,
            documents: FxHashMap::default(),
            desks: Vec::new(),
            next_desk: 0,
            next_revision: 0,
            steps: FxHashMap::default(),
            workers: Arc::new(Semaphore::new(workers)),
            turns: Arc::new(Turns::new(workers)),
            drafts: Arc::default(),
            panics: 0,
            last_check: None,
            shut_down: false,
        }
    }

    /// Notes what the client is and wants; the sources are read once it is ready.
    pub(super) fn initialize(&mut self, params: InitializeParams) -> InitializeResult {
        self.takes = Takes::of(&params.capabilities, self.options.encoding);
        let capabilities = capabilities::offered(&params, self.takes);
        if let Some(settings) = &params.initialization_options {
            self.initial_settings = super::options::section(settings).clone();
            self.client_settings = self.initial_settings.clone();
            self.renew_options();
        }
        for root in roots(&params) {
            self.add_desk(&root, true);
        }
        let server_info = ServerInfo {
            name: "copydesk".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        };
        InitializeResult { capabilities, server_info: Some(server_info) }
    }

    /// Works out the options in force.
    pub(super) fn renew_options(&mut self) {
        let of_folders = self.desks.iter().map(|desk| desk.view.shelf.lsp);
        let of_folders = of_folders.fold(Lsp::default(), |all, set| all.overlaid(&set));
        let (of_client, _) = Config::from_json(&self.client_settings);
        self.options = self.base.overlaid(&of_folders).overlaid(&of_client.lsp);
    }

    /// Does what the event asks for.
    pub(super) fn handle(&mut self, event: Event) {
        match event {
            Event::Initialized => self.begin(),
            Event::Opened(item) => self.open(item),
            Event::Changed(params) => self.change(params),
            Event::Saved(uri) => self.saved(&uri),
            Event::Closed(uri) => self.close(&uri),
            Event::Configured(settings) => self.configure(settings),
            Event::Answered(settings) => self.set(&settings),
            Event::Folders(params) => self.change_folders(params),
            Event::Files(paths) => self.files_changed(&paths),
            Event::Reread(desk) => self.reread(desk),
            Event::Query(query) => query(self),
            Event::Due { uri, generation } => self.due(&uri, generation),
            Event::Rested { uri, generation } => self.rested(&uri, generation),
            Event::Checked(snapshot, took) => self.checked(snapshot, took),
            Event::Panicked(text) => self.count_panic(&text),
            Event::Reading(desk, revision, progress, index) => {
                self.reading(desk, revision, progress, index);
            }
            Event::Read(desk, revision, shelf, index) => self.read(desk, revision, *shelf, index),
            Event::ProgressCancelled(token) => self.cancel_reading(&token),
            Event::ShutDown => self.shut_down(),
        }
    }

    /// Says in the log that something went wrong inside; the work goes on.
    pub(super) fn count_panic(&mut self, text: &str) {
        self.panics += 1;
        let line = format!("copydesk: an internal error ({} so far): {text}", self.panics);
        self.outbox.log(MessageType::ERROR, line);
    }

    /// Runs `work` on a blocking worker; a panic comes back as an event.
    pub(super) fn work(&self, work: impl FnOnce() + Send + 'static) {
        let events = self.events.clone();
        tokio::spawn(async move {
            if let Err(failed) = tokio::task::spawn_blocking(work).await
                && let Ok(panic) = failed.try_into_panic()
            {
                let _ = events.send(Event::Panicked(panic_text(panic.as_ref())));
            }
        });
    }

    /// The current text of `uri` with what it is checked against.
    pub(super) fn snapshot(&mut self, uri: &Url) -> Option<Arc<Snapshot>> {
        let document = self.documents.get(uri)?;
        if let Some(snapshot) = &document.snapshot {
            return Some(Arc::clone(snapshot));
        }
        let path = desk::path_of(uri);
        let desk = path.as_deref().and_then(|path| desk::holding(self.desks.iter(), path));
        // What has no place on disk belongs to the first folder.
        let view = Arc::clone(&desk.or_else(|| self.desks.first())?.view);
        let name = shown_name(uri, path.as_deref(), &view.root);
        let snapshot = Snapshot::new(document, name, view, Arc::clone(&self.turns));
        if let Some(document) = self.documents.get_mut(uri) {
            document.snapshot = Some(Arc::clone(&snapshot));
        }
        Some(snapshot)
    }

    /// Answers from the review of the current text of `uri`, off the loop: for what may take long.
    pub(super) fn with_review_later<T: Send + 'static>(
        &mut self,
        uri: &Url,
        compute: impl FnOnce(&Review) -> Option<T> + Send + 'static,
    ) -> Answer<Option<T>> {
        let Some(snapshot) = self.snapshot(uri).filter(|_| self.is_draft(uri)) else {
            return Answer::Now(None);
        };
        let checker = Arc::clone(&self.checker);
        Answer::Later(Box::new(move |cancelled| {
            let review = snapshot.review_for_request(checker.as_ref(), cancelled)?;
            Some(compute(&review))
        }))
    }

    /// Answers from the review of the current text of `uri`: at once where there is one.
    pub(super) fn with_review<T: Send + 'static>(
        &mut self,
        uri: &Url,
        compute: impl FnOnce(&Review) -> Option<T> + Send + 'static,
    ) -> Answer<Option<T>> {
        let ready = self.snapshot(uri).and_then(|snapshot| snapshot.ready());
        match ready.filter(|_| self.is_draft(uri)) {
            Some(review) => Answer::Now(compute(&review)),
            None => self.with_review_later(uri, compute),
        }
    }

    /// Whether `uri` is a source of some desk, or a page that this program wrote, and so no draft.
    pub(super) fn is_source(&self, uri: &Url) -> bool {
        let Some(path) = desk::path_of(uri) else { return false };
        self.library.is_own_page(&path) || self.desks.iter().any(|desk| desk.view.is_source(&path))
    }

    /// Whether `uri` is to be checked: no source, and nothing that the configuration excludes.
    pub(super) fn is_draft(&self, uri: &Url) -> bool {
        let path = desk::path_of(uri);
        let desk = path.as_deref().and_then(|path| desk::holding(self.desks.iter(), path));
        let desk = desk.or_else(|| self.desks.first());
        let admits = |path: &Path| desk.is_none_or(|desk| desk.view.shelf.drafts.admits(path));
        !self.is_source(uri) && path.as_deref().is_none_or(admits)
    }

    fn shut_down(&mut self) {
        self.shut_down = true;
        for document in self.documents.values_mut() {
            document.renew();
        }
        for desk in &mut self.desks {
            desk.stop_reading();
        }
    }
}

#[allow(deprecated, reason = "older clients name their folder in no other way")]
fn roots(params: &InitializeParams) -> Vec<std::path::PathBuf> {
    let folders = params.workspace_folders.iter().flatten();
    let mut roots: Vec<_> = folders.filter_map(|folder| desk::path_of(&folder.uri)).collect();
    if roots.is_empty() {
        let root = params.root_uri.as_ref().and_then(desk::path_of);
        roots.extend(root.or_else(|| params.root_path.as_ref().map(Into::into)));
    }
    roots
}

/// What findings call the document: its path below the folder, else its name.
fn shown_name(uri: &Url, path: Option<&Path>, root: &Path) -> String {
    let below = path.and_then(|path| path.strip_prefix(root).ok().or(Some(path)));
    below.map_or_else(|| uri.path().to_owned(), |path| path.display().to_string())
}
