//! Requests to the client. Each runs in a task of its own and is awaited to the end, however long
//! that takes: a reply to a request that was dropped would bring the server down.

use serde_json::Value;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tower_lsp::Client;
use tower_lsp::lsp_types::notification::Progress as ProgressNotification;
use tower_lsp::lsp_types::request::WorkDoneProgressCreate;
use tower_lsp::lsp_types::{
    ConfigurationItem, MessageType, NumberOrString, ProgressParams, ProgressParamsValue,
    Registration, WorkDoneProgress, WorkDoneProgressBegin, WorkDoneProgressCreateParams,
    WorkDoneProgressEnd, WorkDoneProgressReport,
};

use super::event::Event;

/// Asks the client for its `copydesk` settings and passes them on as an event.
pub(super) fn ask_configuration(client: Client, events: UnboundedSender<Event>) {
    tokio::spawn(async move {
        let item = ConfigurationItem { scope_uri: None, section: Some("copydesk".to_owned()) };
        if let Ok(mut answers) = client.configuration(vec![item]).await {
            let settings = answers.pop().filter(Value::is_object);
            let settings = settings.unwrap_or_else(|| Value::Object(serde_json::Map::new()));
            let _ = events.send(Event::Answered(settings));
        }
    });
}

/// Registers capabilities; a client that refuses does without.
pub(super) fn register(client: Client, registrations: Vec<Registration>) {
    tokio::spawn(async move {
        let _ = client.register_capability(registrations).await;
    });
}

/// What of the client's display is to be asked for anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refresh {
    Diagnostics,
    CodeLens,
    InlayHints,
    SemanticTokens,
}

/// Shows a message to whoever writes.
pub(super) fn show(client: Client, kind: MessageType, message: String) {
    tokio::spawn(async move { client.show_message(kind, message).await });
}

/// Asks the client to ask again.
pub(super) fn refresh(client: Client, what: Refresh) {
    tokio::spawn(async move {
        let _ = match what {
            Refresh::Diagnostics => client.workspace_diagnostic_refresh().await,
            Refresh::CodeLens => client.code_lens_refresh().await,
            Refresh::InlayHints => client.inlay_hint_refresh().await,
            Refresh::SemanticTokens => client.semantic_tokens_refresh().await,
        };
    });
}

/// A step of work that the client shows.
#[derive(Debug)]
pub(super) enum Step {
    /// So many of so many.
    At(usize, usize),
    /// Done, with a last word.
    End(String),
}

/// Shows the reading of sources to the client, if it takes that; steps go into the sender.
pub(super) fn progress(
    client: Client,
    token: NumberOrString,
    title: String,
) -> UnboundedSender<Step> {
    let (steps, taken) = unbounded_channel();
    tokio::spawn(show_progress(client, token, title, taken));
    steps
}

async fn show_progress(
    client: Client,
    token: NumberOrString,
    title: String,
    mut steps: UnboundedReceiver<Step>,
) {
    // What is over before it can be shown need not be shown.
    let Some(mut step) = steps.recv().await else { return };
    if matches!(step, Step::End(_)) {
        return;
    }
    let create = WorkDoneProgressCreateParams { token: token.clone() };
    if client.send_request::<WorkDoneProgressCreate>(create).await.is_err() {
        return;
    }
    let begin = WorkDoneProgressBegin {
        title,
        cancellable: Some(true),
        message: None,
        percentage: Some(0),
    };
    notify(&client, &token, WorkDoneProgress::Begin(begin)).await;
    loop {
        while let Ok(newer) = steps.try_recv() {
            step = newer;
        }
        let ended = matches!(step, Step::End(_));
        notify(&client, &token, shown(step)).await;
        if ended {
            return;
        }
        step = steps.recv().await.unwrap_or_else(|| Step::End(String::new()));
    }
}

fn shown(step: Step) -> WorkDoneProgress {
    match step {
        Step::At(read, total) => WorkDoneProgress::Report(WorkDoneProgressReport {
            cancellable: Some(true),
            message: Some(format!("{read} of {total} sources")),
            percentage: u32::try_from(read * 100 / total.max(1)).ok(),
        }),
        Step::End(message) => {
            let message = Some(message).filter(|message| !message.is_empty());
            WorkDoneProgress::End(WorkDoneProgressEnd { message })
        }
    }
}

async fn notify(client: &Client, token: &NumberOrString, value: WorkDoneProgress) {
    let value = ProgressParamsValue::WorkDone(value);
    client
        .send_notification::<ProgressNotification>(ProgressParams { token: token.clone(), value })
        .await;
}
