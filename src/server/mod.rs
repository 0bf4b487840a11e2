//! Floor 6: the language server, the only place that names the protocol.
//!
//! One loop ([`main_loop`](self)) is the sole writer of all state. Handlers of messages do nothing
//! but send an event to it, so the order of edits is the order of their arrival, and a request
//! sees every earlier edit. What is dear runs on blocking workers over snapshots; their results
//! come back as events and are dropped in one place where they are stale. One outbox task sends
//! what the client is told. Nothing but spawned tasks ever waits for the client.

mod ask;
mod backend;
mod capabilities;
mod checking;
mod client;
mod closed;
mod commands;

mod desk;
mod diagnostics;
mod document;
mod engine;
mod event;
mod features;
mod folders;
mod frames;
mod growing;
mod library;
mod lifecycle;
mod links;
mod listings;
mod main_loop;
mod options;
mod outbox;
mod position;
mod question;
mod reading;
mod registration;
mod snapshot;
mod state;
mod turns;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::mpsc;
use tower_lsp::{LspService, Server};

pub use engine::{Checker, Engine};
pub use folders::Folders;
pub use library::{Acceptance, Changed, Library, Progress, Shelf};
pub use options::Options;

use backend::Backend;
use lifecycle::{Lifecycle, Stop};
use state::State;

/// How many messages may be under way at once. Four, the package's default, stall the server as
/// soon as four handlers wait.
const CONCURRENCY: usize = 256;

/// Bytes of messages that may wait to be taken in.
const PIPE: usize = 1 << 16;

/// What the server is made of; tests put their own in.
pub struct Parts {
    /// Checks drafts.
    pub checker: Arc<dyn Checker>,
    /// Finds and reads sources and settings.
    pub library: Arc<dyn Library>,
    /// Delays, before any client set its own.
    pub options: Options,
}

/// Serves one client on `input` and `output` until it says `exit` or closes the input. `true`
/// where the client shut the server down in order.
pub async fn serve<I, O>(input: I, output: O, parts: Parts) -> bool
where
    I: AsyncRead + Unpin,
    O: AsyncWrite,
{
    let (events, inbox) = mpsc::unbounded_channel();
    let mut state = None;
    let (service, socket) = LspService::build(|client| {
        state = Some(State::new(client, events.clone(), parts));
        Backend::new(events.clone())
    })
    .custom_method("window/workDoneProgress/cancel", Backend::cancel_progress)
    .finish();
    if let Some(state) = state {
        tokio::spawn(main_loop::run(state, inbox));
    }
    let (service, stop) = Lifecycle::around(service);
    let (fed, feed) = tokio::io::simplex(PIPE);
    let serving = Server::new(fed, output, socket).concurrency_level(CONCURRENCY).serve(service);
    let feeding = frames::feed(input, feed);
    until_stopped(async { tokio::join!(serving, feeding) }, stop).await
}

async fn until_stopped(serving: impl Future, stop: Stop) -> bool {
    tokio::select! {
        _ = serving => {}
        () = stop.exit_asked() => {}
    }
    stop.was_shut_down()
}

/// Runs the language server on standard input and output; `sources` are folders or files that
/// were named on the command line, `configuration` a `copydesk.toml`; `options` hold until the
/// settings say otherwise.
#[must_use]
pub fn run(sources: Vec<PathBuf>, configuration: Option<PathBuf>, options: Options) -> ExitCode {
    let Ok(runtime) = tokio::runtime::Builder::new_multi_thread().enable_all().build() else {
        return ExitCode::from(2);
    };
    let library = Arc::new(Folders::new(sources, configuration));
    let parts = Parts { checker: Arc::new(Engine), library, options };
    let orderly = runtime.block_on(serve(tokio::io::stdin(), tokio::io::stdout(), parts));
    // Standard input may still be open, and a blocked reader must not keep the process alive.
    runtime.shutdown_background();
    if orderly { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
