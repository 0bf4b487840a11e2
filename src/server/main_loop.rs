//! The loop: one event after the other, whatever becomes of the last.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::mpsc::UnboundedReceiver;

use super::event::Event;
use super::state::State;

/// Handles events until nobody can send any more.
pub(super) async fn run(mut state: State, mut inbox: UnboundedReceiver<Event>) {
    while let Some(event) = inbox.recv().await {
        // A panic costs its event, never the loop: a silent server is worse than a lost answer.
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| state.handle(event))) {
            state.count_panic(&panic_text(panic.as_ref()));
        }
    }
}

/// What a panic said.
pub(super) fn panic_text(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without a message".to_owned())
}
