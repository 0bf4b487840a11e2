//! The reading of sources in the background, and what changes it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::sync::mpsc::UnboundedSender;
use tower_lsp::lsp_types::{DidChangeWorkspaceFoldersParams, MessageType, NumberOrString, Url};

use super::client::{self, Step};
use super::desk::{self, Desk, DeskId, Index, Reading};
use super::document::Document;
use super::event::Event;
use super::library::{Library, Progress, Shelf};
use super::main_loop::panic_text;
use super::options;
use super::state::State;

/// How long files must rest after a change before they are read.
const REST: Duration = Duration::from_millis(150);
/// How often a reading says how far it is.
const STEP: Duration = Duration::from_millis(100);

impl State {
    /// The client is ready: asks what it set, watches files, reads the sources.
    pub(super) fn begin(&mut self) {
        if self.takes.configuration {
            client::ask_configuration(self.client.clone(), self.events.clone());
        }
        self.register();
        let desks: Vec<DeskId> = self.desks.iter().map(|desk| desk.id).collect();
        for desk in desks {
            self.start_reading(desk, Vec::new());
        }
    }

    /// Adds a desk for the folder `root` unless there is one.
    pub(super) fn add_desk(&mut self, root: &Path, named: bool) -> Option<DeskId> {
        if self.desks.iter().any(|desk| desk.root == root) {
            return None;
        }
        let id = self.next_desk;
        self.next_desk += 1;
        self.desks.push(Desk::new(id, root.to_owned(), named, &self.library));
        Some(id)
    }

    /// Gives a document that no folder holds a desk of its own.
    pub(super) fn open_desk_for(&mut self, uri: &Url) {
        let Some(path) = desk::path_of(uri) else { return };
        if desk::holding(self.desks.iter(), &path).is_some() || self.is_source(uri) {
            return;
        }
        let Some(home) = self.library.home_of(&path) else { return };
        if let Some(desk) = self.add_desk(&home, false) {
            self.start_reading(desk, Vec::new());
        }
    }

    /// Forgets desks that the client did not name and that no open document needs.
    pub(super) fn drop_unused_desks(&mut self) {
        let open: Vec<PathBuf> = self.documents.keys().filter_map(desk::path_of).collect();
        self.desks
            .retain(|desk| desk.named || open.iter().any(|path| path.starts_with(&desk.root)));
    }

    /// Reads the sources of `desk` on a worker: only `changed` where that names something.
    pub(super) fn start_reading(&mut self, desk: DeskId, changed: Vec<PathBuf>) {
        let revision = self.next_revision;
        self.next_revision += 1;
        let Some(desk) = self.desks.iter_mut().find(|known| known.id == desk) else { return };
        desk.stop_reading();
        let cancelled = Arc::new(AtomicBool::new(false));
        desk.reading = Some(Reading { revision, cancelled: Arc::clone(&cancelled) });
        let order = Order {
            library: Arc::clone(&self.library),
            root: desk.root.clone(),
            client: self.client_settings.clone(),
            known: desk.was_read.then(|| Arc::clone(&desk.view.shelf)),
            changed,
        };
        let teller =
            Teller { events: self.events.clone(), desk: desk.id, revision, cancelled, last: None };
        if self.takes.progress {
            let token = NumberOrString::String(token(revision));
            let steps = client::progress(self.client.clone(), token, "Reading sources".to_owned());
            self.steps.insert(revision, steps);
        }
        self.work(move || order.carry_out(teller));
    }

    /// A reading has come further.
    pub(super) fn reading(
        &mut self,
        desk: DeskId,
        revision: u64,
        progress: Progress,
        index: Index,
    ) {
        let Some(desk) = current(&mut self.desks, desk, revision) else { return };
        if let Some(steps) = self.steps.get(&revision) {
            let _ = steps.send(Step::At(progress.read, progress.total));
        }
        if desk.was_read {
            return;
        }
        let (read, total) = (progress.read, progress.total);
        let Some(corpus) = progress.corpus else {
            desk.view = Arc::new(desk.view.further(read, total));
            return;
        };
        let shelf = Arc::new(Shelf { corpus, ..(*desk.view.shelf).clone() });
        desk.view = Arc::new(desk.view.with(shelf, Some((read, total)), index));
        let root = desk.root.clone();
        self.forget_snapshots(&root);
    }

    /// A reading has ended.
    pub(super) fn read(&mut self, desk: DeskId, revision: u64, shelf: Shelf, index: Index) {
        let Some(desk) = current(&mut self.desks, desk, revision) else { return };
        desk.reading = None;
        desk.was_read = true;
        let stopped_at = shelf.stopped_at;
        for note in &shelf.notes {
            self.outbox.log(MessageType::WARNING, note.clone());
        }
        // What is wrong with the settings is shown once, until something else is.
        if !shelf.faults.is_empty() && shelf.faults != desk.view.shelf.faults {
            let text = format!("Copydesk: {}", shelf.faults.join("\n"));
            client::show(self.client.clone(), MessageType::WARNING, text);
        }
        let summary = summary(&shelf);
        let view = Arc::new(desk.view.with(Arc::new(shelf), stopped_at, index));
        let old = std::mem::replace(&mut desk.view, Arc::clone(&view));
        let root = desk.root.clone();
        self.drafts.forget_reviews(&root);
        self.work(move || {
            // To free what nobody needs any more takes its time too.
            drop(old);
            view.join_people();
        });
        self.renew_options();
        self.watch(&root);
        if let Some(steps) = self.steps.remove(&revision) {
            let _ = steps.send(Step::End(summary.clone()));
        }
        self.outbox.log(MessageType::INFO, format!("{}: {summary}", root.display()));
        self.forget_snapshots(&root);
        self.recheck_all();
    }

    /// What was found against the old sources of the desk at `root` is stale; it is found anew
    /// after a pause.
    fn forget_snapshots(&mut self, root: &Path) {
        let theirs = |document: &&mut Document| {
            document.snapshot.as_ref().is_some_and(|known| known.view.root == root)
        };
        let mut due = Vec::new();
        for document in self.documents.values_mut().filter(theirs) {
            document.renew();
            due.push(Event::Due { uri: document.uri.clone(), generation: document.generation });
        }
        for event in due {
            self.after(self.options.debounce, event);
        }
    }

    /// Checks every open document whose review is not current.
    pub(super) fn recheck_all(&mut self) {
        let open: Vec<Url> = self.documents.keys().cloned().collect();
        for uri in &open {
            if self.is_draft(uri) {
                self.start_check(uri);
            } else {
                self.clear(uri);
            }
        }
        self.refresh_client();
    }

    /// The client wants a reading stopped: what was read so far is what there is.
    pub(super) fn cancel_reading(&mut self, token_given: &NumberOrString) {
        let NumberOrString::String(given) = token_given else { return };
        let reading = self.desks.iter_mut().find(|desk| {
            desk.reading.as_ref().is_some_and(|reading| token(reading.revision) == *given)
        });
        if let Some(reading) = reading.and_then(|desk| desk.reading.as_ref()) {
            reading.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// The client's settings changed.
    pub(super) fn configure(&mut self, settings: Value) {
        let says_nothing = settings.as_object().is_none_or(serde_json::Map::is_empty);
        match (says_nothing, self.takes.configuration) {
            (true, true) => client::ask_configuration(self.client.clone(), self.events.clone()),
            (true, false) => {}
            (false, _) => self.set(&settings),
        }
    }

    /// The client's settings are these.
    pub(super) fn set(&mut self, settings: &Value) {
        let settings = options::over(&self.initial_settings, options::section(settings));
        if settings == self.client_settings {
            return;
        }
        self.client_settings = settings;
        self.renew_options();
        let desks: Vec<DeskId> = self.desks.iter().map(|desk| desk.id).collect();
        for desk in desks {
            self.start_reading(desk, Vec::new());
        }
    }

    pub(super) fn change_folders(&mut self, params: DidChangeWorkspaceFoldersParams) {
        let gone: Vec<PathBuf> =
            params.event.removed.iter().filter_map(|folder| desk::path_of(&folder.uri)).collect();
        for desk in self.desks.iter_mut().filter(|desk| gone.contains(&desk.root)) {
            desk.named = false;
        }
        for root in params.event.added.iter().filter_map(|folder| desk::path_of(&folder.uri)) {
            if let Some(desk) = self.add_desk(&root, true) {
                self.start_reading(desk, Vec::new());
            }
        }
        self.drop_unused_desks();
        for document in self.documents.values_mut() {
            document.renew();
        }
        self.recheck_all();
    }

    /// Files changed on disk: the desks that care read them again once they have rested, so that
    /// no half-written file is read and a burst costs one reading.
    pub(super) fn files_changed(&mut self, paths: &[PathBuf]) {
        self.drafts.forget();
        let mut due = Vec::new();
        for desk in &mut self.desks {
            let concerning = concerning(desk, paths);
            if !concerning.is_empty() && desk.changed.is_empty() {
                due.push(desk.id);
            }
            desk.changed.extend(concerning);
        }
        for desk in due {
            self.after(REST, Event::Reread(desk));
        }
    }

    /// Reads what changed of `desk`.
    pub(super) fn reread(&mut self, desk: DeskId) {
        let Some(known) = self.desks.iter_mut().find(|known| known.id == desk) else { return };
        let mut changed = std::mem::take(&mut known.changed);
        changed.sort();
        changed.dedup();
        if known.reading.is_some() {
            // The reading under way may have seen the old file and will not be finished: read all.
            changed.clear();
        }
        self.start_reading(desk, changed);
    }

    /// Watches what the client does not watch for the desk at `root`.
    fn watch(&mut self, root: &Path) {
        let Some(desk) = self.desks.iter_mut().find(|desk| desk.root == root) else { return };
        let watched = &desk.view.shelf.watched;
        let clients = |path: &&PathBuf| self.takes.watching && path.starts_with(&desk.root);
        let ours: Vec<PathBuf> = watched.iter().filter(|path| !clients(path)).cloned().collect();
        if ours == desk.watched {
            return;
        }
        let events = self.events.clone();
        let tell = move |paths| {
            let _ = events.send(Event::Files(paths));
        };
        desk.watcher = None;
        desk.watcher = self.library.watch(&ours, Box::new(tell));
        desk.watched = ours;
    }

    fn clear(&mut self, uri: &Url) {
        let publication = super::outbox::Publication { version: None, diagnostics: Vec::new() };
        self.outbox.publish(uri.clone(), publication);
    }
}

/// The paths among `changed` that `desk` reads.
fn concerning(desk: &Desk, changed: &[PathBuf]) -> Vec<PathBuf> {
    let watched = &desk.view.shelf.watched;
    let concerns = |path: &&PathBuf| watched.iter().any(|watched| path.starts_with(watched));
    changed.iter().filter(concerns).cloned().collect()
}

/// The desk numbered `desk`, if `revision` is its reading under way.
fn current(desks: &mut [Desk], desk: DeskId, revision: u64) -> Option<&mut Desk> {
    let desk = desks.iter_mut().find(|known| known.id == desk)?;
    let reading = desk.reading.as_ref()?;
    (reading.revision == revision).then_some(desk)
}

fn token(revision: u64) -> String {
    format!("copydesk/reading/{revision}")
}

/// "40 sources, 2 unreadable".
pub(super) fn summary(shelf: &Shelf) -> String {
    let sources = shelf.corpus.sources();
    let unread =
        sources.iter().filter(|source| source.status == crate::corpus::Status::Unreadable).count();
    let noun = if sources.len() == 1 { "source" } else { "sources" };
    let summary = match unread {
        0 => format!("{} {noun}", sources.len()),
        _ => format!("{} {noun}, {unread} unreadable", sources.len()),
    };
    match shelf.stopped_at {
        Some((read, total)) => format!("{summary}; stopped: {read} of {total} read"),
        None => summary,
    }
}

/// A reading to be done by a worker.
struct Order {
    library: Arc<dyn Library>,
    root: PathBuf,
    client: Value,
    known: Option<Arc<Shelf>>,
    changed: Vec<PathBuf>,
}

impl Order {
    fn carry_out(self, mut teller: Teller) {
        let reading = catch_unwind(AssertUnwindSafe(|| self.read(&mut teller)));
        // A panic must not leave everybody waiting: what was known stays.
        let shelf = reading.unwrap_or_else(|panic| {
            let text = format!("reading the sources: {}", panic_text(panic.as_ref()));
            let _ = teller.events.send(Event::Panicked(text));
            self.known.as_ref().map_or_else(Shelf::default, |known| (**known).clone())
        });
        let index = Index::of(&self.root, &shelf.corpus, self.library.as_ref());
        let (desk, revision) = (teller.desk, teller.revision);
        let _ = teller.events.send(Event::Read(desk, revision, Box::new(shelf), index));
    }

    fn read(&self, teller: &mut Teller) -> Shelf {
        let mut report = |progress: Progress| {
            let corpus = progress.corpus.as_ref();
            let index = corpus.map(|corpus| Index::of(&self.root, corpus, self.library.as_ref()));
            teller.tell(progress, index.unwrap_or_default())
        };
        let (root, client) = (&self.root, &self.client);
        match &self.known {
            Some(known) => self.library.read_again(root, client, known, &self.changed, &mut report),
            None => self.library.read(root, client, &mut report),
        }
    }
}

/// Tells the loop how far a reading is, not too often.
struct Teller {
    events: UnboundedSender<Event>,
    desk: DeskId,
    revision: u64,
    cancelled: Arc<AtomicBool>,
    last: Option<Instant>,
}

impl Teller {
    fn tell(&mut self, progress: Progress, index: Index) -> bool {
        let due = self.last.is_none_or(|last| last.elapsed() >= STEP);
        if due || progress.corpus.is_some() {
            self.last = Some(Instant::now());
            let _ = self.events.send(Event::Reading(self.desk, self.revision, progress, index));
        }
        !self.cancelled.load(Ordering::Relaxed)
    }
}
