//! Every draft of the workspace, checked: the open ones as they stand in the editor, the others as
//! on disk; sources left out.

use std::path::PathBuf;
use std::sync::Arc;

use rustc_hash::FxHashSet;
use serde_json::Value;
use tower_lsp::lsp_types::Url;

use crate::server::closed::ClosedDrafts;
use crate::server::desk::{View, path_of};
use crate::server::engine::Checker;
use crate::server::library::Library;
use crate::server::snapshot::{Review, Snapshot};
use crate::server::state::State;

/// The drafts there are at one moment; gathered on the loop, checked by a worker.
pub(super) struct EveryDraft {
    snapshots: Vec<Arc<Snapshot>>,
    /// The folders that the client named.
    views: Vec<Arc<View>>,
    /// By path: a client may write an address otherwise than we do.
    open: FxHashSet<PathBuf>,
    drafts: Arc<ClosedDrafts>,
    client: Value,
    checker: Arc<dyn Checker>,
    library: Arc<dyn Library>,
}

impl EveryDraft {
    /// Notes what there is.
    pub(super) fn of(state: &mut State) -> Self {
        let open: Vec<Url> = state.documents.keys().cloned().collect();
        let open_paths = open.iter().filter_map(path_of).collect();
        let mut snapshots: Vec<Arc<Snapshot>> = Vec::new();
        for uri in open {
            if state.is_draft(&uri) {
                snapshots.extend(state.snapshot(&uri));
            }
        }
        let named = state.desks.iter().filter(|desk| desk.named);
        Self {
            snapshots,
            views: named.map(|desk| Arc::clone(&desk.view)).collect(),
            open: open_paths,
            drafts: Arc::clone(&state.drafts),
            client: state.client_settings.clone(),
            checker: Arc::clone(&state.checker),
            library: Arc::clone(&state.library),
        }
    }

    /// Shows `look` each draft with its version, if it is open; `None` once `cancelled`.
    pub(super) fn each(
        &self,
        cancelled: &dyn Fn() -> bool,
        mut look: impl FnMut(&Url, Option<i32>, &Review),
    ) -> Option<()> {
        for snapshot in &self.snapshots {
            let review = snapshot.review_for_request(self.checker.as_ref(), cancelled)?;
            look(&snapshot.uri, Some(snapshot.version), &review);
        }
        let ready = |view: &&Arc<View>| view.still_reading.is_none() && !view.is_idle();
        for view in self.views.iter().filter(ready) {
            self.closed(view, cancelled, &mut look)?;
        }
        Some(())
    }

    fn closed(
        &self,
        view: &Arc<View>,
        cancelled: &dyn Fn() -> bool,
        look: &mut dyn FnMut(&Url, Option<i32>, &Review),
    ) -> Option<()> {
        let (library, checker) = (self.library.as_ref(), self.checker.as_ref());
        for (path, stamp) in self.drafts.listed(view, library, &self.client).iter() {
            let Ok(uri) = Url::from_file_path(path) else { continue };
            if self.open.contains(path) || view.is_source(path) {
                continue;
            }
            let review = self.drafts.review(view, (path, *stamp), library, checker, cancelled);
            if cancelled() {
                return None;
            }
            if let Some(review) = review {
                look(&uri, None, &review);
            }
        }
        Some(())
    }
}
