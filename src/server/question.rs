//! The one question: a draft with quotations in a folder without sources. Asked once in the life
//! of a folder, and never in one that the client did not name.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::mpsc::UnboundedSender;
use tower_lsp::Client;
use tower_lsp::lsp_types::request::ShowDocument;
use tower_lsp::lsp_types::{MessageActionItem, MessageType, ShowDocumentParams, Url};

use super::event::Event;
use super::library::Library;
use super::snapshot::Snapshot;
use super::state::State;
use crate::check::Verdict;

const WRITE: &str = "Write copydesk.toml";
const LEAVE: &str = "Not in this folder";

impl State {
    /// Asks what to do where `snapshot` has quotations and its folder no sources.
    pub(super) fn ask_for_sources(&mut self, snapshot: &Snapshot) {
        let view = &snapshot.view;
        let quotes = snapshot.ready().is_some_and(|review| {
            review.checked.quotations.iter().any(|judged| judged.verdict != Verdict::Skipped)
        });
        let desk = self.desks.iter_mut().find(|desk| desk.root == view.root);
        let Some(desk) = desk.filter(|desk| desk.named && desk.was_read && !desk.asked) else {
            return;
        };
        if !quotes || !view.is_idle() {
            return;
        }
        desk.asked = true;
        let question = Question {
            client: self.client.clone(),
            events: self.events.clone(),
            library: Arc::clone(&self.library),
            root: desk.root.clone(),
            opens: self.takes.show_document,
        };
        tokio::spawn(question.ask());
    }
}

struct Question {
    client: Client,
    events: UnboundedSender<Event>,
    library: Arc<dyn Library>,
    root: PathBuf,
    /// Whether the client opens what was written.
    opens: bool,
}

impl Question {
    async fn ask(self) {
        let may_ask = self.on_worker(|library, root| library.may_ask(root)).await;
        if may_ask != Some(true) {
            return;
        }
        let name = self.root.file_name().unwrap_or_default().to_string_lossy();
        let text = format!(
            "Copydesk found no sources to check the quotations in “{name}” against. Put them into \
             a folder called “sources”, or name their folder in copydesk.toml."
        );
        let answers = [WRITE, LEAVE].map(|title| MessageActionItem {
            title: title.to_owned(),
            properties: std::collections::HashMap::new(),
        });
        let asked = self.client.show_message_request(MessageType::INFO, text, Some(answers.into()));
        if asked.await.is_ok_and(|answer| answer.is_some_and(|answer| answer.title == WRITE)) {
            self.write().await;
        }
    }

    async fn write(&self) {
        match self.on_worker(|library, root| library.configure(root)).await {
            Some(Ok(path)) => {
                let _ = self.events.send(Event::Files(vec![path.clone()]));
                self.open(&path).await;
            }
            Some(Err(problem)) => self.client.show_message(MessageType::ERROR, problem).await,
            None => {}
        }
    }

    async fn open(&self, path: &Path) {
        let Ok(uri) = Url::from_file_path(path) else { return };
        if self.opens {
            let params =
                ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
            let _ = self.client.send_request::<ShowDocument>(params).await;
        } else {
            let text = format!("{} was written: name the sources there.", path.display());
            self.client.show_message(MessageType::INFO, text).await;
        }
    }

    async fn on_worker<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Library, &Path) -> T + Send + 'static,
    ) -> Option<T> {
        let (library, root) = (Arc::clone(&self.library), self.root.clone());
        tokio::task::spawn_blocking(move || work(library.as_ref(), &root)).await.ok()
    }
}
