//! How requests are answered: cheap ones on the loop, dear ones by a worker.

use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Error, Result};

use super::event::Event;
use super::state::State;

/// Work for a worker: asked now and then whether the client has lost interest; `None` where it
/// gave up.
pub(super) type Job<T> = Box<dyn FnOnce(&dyn Fn() -> bool) -> Option<T> + Send>;

/// The answer to a request.
pub(super) enum Answer<T> {
    /// Known at once.
    Now(T),
    /// Worked out off the loop.
    Later(Job<T>),
    /// The request makes no sense.
    Refused(Error),
}

/// Sends `work` to the loop and waits for its answer. Dropping the future cancels the work.
pub(super) async fn ask<T: Send + 'static>(
    events: &UnboundedSender<Event>,
    work: impl FnOnce(&mut State) -> Answer<T> + Send + 'static,
) -> Result<T> {
    let (reply, answer) = oneshot::channel();
    let query = move |state: &mut State| {
        if reply.is_closed() {
            return;
        }
        match work(state) {
            Answer::Now(value) => drop(reply.send(Ok(value))),
            Answer::Refused(error) => drop(reply.send(Err(error))),
            Answer::Later(job) => run(state, job, reply),
        }
    };
    // Where the loop or the worker panicked, nobody is left to reply.
    let lost = |_| Error::internal_error();
    events.send(Event::Query(Box::new(query))).map_err(|_| Error::internal_error())?;
    answer.await.map_err(lost)?
}

fn run<T: Send + 'static>(state: &State, job: Job<T>, reply: oneshot::Sender<Result<T>>) {
    state.work(move || {
        let answer = job(&|| reply.is_closed());
        drop(reply.send(answer.ok_or_else(Error::content_modified)));
    });
}
