//! What the main loop is told, in the order in which it happened.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tower_lsp::lsp_types::{
    DidChangeTextDocumentParams, DidChangeWorkspaceFoldersParams, NumberOrString, TextDocumentItem,
    Url,
};

use super::desk::{DeskId, Index};
use super::library::{Progress, Shelf};
use super::snapshot::Snapshot;
use super::state::State;

/// A request: it looks at the state on the loop and answers, or leaves the work to a worker.
pub(super) type Query = Box<dyn FnOnce(&mut State) + Send>;

/// One thing that happened.
pub(super) enum Event {
    /// The client is ready for requests.
    Initialized,
    /// A document was opened.
    Opened(TextDocumentItem),
    /// A document was edited.
    Changed(DidChangeTextDocumentParams),
    /// A document was saved.
    Saved(Url),
    /// A document was closed.
    Closed(Url),
    /// The client's settings changed; `Null` where it wants to be asked for them.
    Configured(serde_json::Value),
    /// The client was asked for its settings and answered.
    Answered(serde_json::Value),
    /// Workspace folders came or went.
    Folders(DidChangeWorkspaceFoldersParams),
    /// Files changed on disk.
    Files(Vec<PathBuf>),
    /// The files of a desk have rested since they changed.
    Reread(DeskId),
    /// A request.
    Query(Query),
    /// A pause in the typing has lasted long enough to check.
    Due {
        /// The document.
        uri: Url,
        /// Its generation when the pause began.
        generation: u64,
    },
    /// The place being edited has rested long enough to speak of it.
    Rested {
        /// The document.
        uri: Url,
        /// Its generation when the rest began.
        generation: u64,
    },
    /// A worker has checked a snapshot (and stored its result there).
    Checked(Arc<Snapshot>, Duration),
    /// A worker panicked.
    Panicked(String),
    /// Sources are being read.
    Reading(DeskId, u64, Progress, Index),
    /// Sources were read.
    Read(DeskId, u64, Box<Shelf>, Index),
    /// The client wants a progress stopped.
    ProgressCancelled(NumberOrString),
    /// The client wants the server to end.
    ShutDown,
}
