//! Drafts of the workspace that are not open: found, read and checked when the client asks for
//! the diagnostics of the whole workspace, and remembered until something changes.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustc_hash::{FxHashMap, FxHashSet};

use super::desk::View;
use super::engine::Checker;
use super::library::Library;
use super::snapshot::Review;
use crate::check::Draft;
use crate::reading::markup::Format;

/// How long the list of drafts is believed where nobody tells of changes.
const BELIEVED: Duration = Duration::from_secs(30);

/// A draft that is not open, with the number of its file's state.
pub(super) type Listed = Arc<Vec<(PathBuf, u64)>>;

struct Known {
    stamp: u64,
    review: Arc<Review>,
}

/// What is known of drafts that are not open.
#[derive(Default)]
pub(super) struct ClosedDrafts {
    listed: Mutex<FxHashMap<PathBuf, (Instant, Listed)>>,
    known: Mutex<FxHashMap<PathBuf, Known>>,
}

impl ClosedDrafts {
    /// Forgets the lists: files changed.
    pub(super) fn forget(&self) {
        self.listed.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Forgets what was found in the folder `root` against sources that are no more.
    pub(super) fn forget_reviews(&self, root: &Path) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, known| known.review.view.root != root);
    }

    /// The drafts of the folder of `view`.
    pub(super) fn listed(
        &self,
        view: &View,
        library: &dyn Library,
        client: &serde_json::Value,
    ) -> Listed {
        let known = |lists: &FxHashMap<PathBuf, (Instant, Listed)>| {
            let (at, listed) = lists.get(&view.root)?;
            (at.elapsed() < BELIEVED).then(|| Arc::clone(listed))
        };
        if let Some(listed) = known(&self.listed.lock().unwrap_or_else(PoisonError::into_inner)) {
            return listed;
        }
        let listed = Arc::new(library.drafts(&view.root, client, &view.shelf));
        let there: FxHashSet<&PathBuf> = listed.iter().map(|(path, _)| path).collect();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|path, known| known.review.view.root != view.root || there.contains(path));
        drop(known);
        let mut lists = self.listed.lock().unwrap_or_else(PoisonError::into_inner);
        lists.insert(view.root.clone(), (Instant::now(), Arc::clone(&listed)));
        listed
    }

    /// The review of the draft at `path`, whose file is in the state `stamp`.
    pub(super) fn review(
        &self,
        view: &Arc<View>,
        (path, stamp): (&Path, u64),
        library: &dyn Library,
        checker: &dyn Checker,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Arc<Review>> {
        if let Some(review) = self.remembered(view, path, stamp) {
            return Some(review);
        }
        let raw = library.draft(path)?;
        let shelf = &view.shelf;
        let name = path.strip_prefix(&view.root).unwrap_or(path).display().to_string();
        let draft = Draft::new(&name, raw, Format::of_name(&name), shelf.date);
        let draft = draft.under(&shelf.settings);
        let checked = checker.check(&shelf.corpus, &draft, &shelf.settings, cancelled)?;
        let review = Arc::new(Review { draft, checked, view: Arc::clone(view) });
        let known = Known { stamp, review: Arc::clone(&review) };
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), known);
        Some(review)
    }

    fn remembered(&self, view: &Arc<View>, path: &Path, stamp: u64) -> Option<Arc<Review>> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known.get(path)?;
        let same = found.stamp == stamp && Arc::ptr_eq(&found.review.view, view);
        same.then(|| Arc::clone(&found.review))
    }
}
