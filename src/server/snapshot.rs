//! A text at one moment, with what it is checked against; checked at most once, by whoever needs
//! it first.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use ropey::Rope;
use tower_lsp::lsp_types::Url;

use super::desk::View;
use super::engine::Checker;
use super::turns::Turns;
use crate::assist::Page;
use crate::check::{Checked, Draft};
use crate::reading::markup::Format;

/// A checked text.
pub(super) struct Review {
    pub(super) draft: Draft,
    pub(super) checked: Checked,
    pub(super) view: Arc<View>,
}

impl Review {
    /// The draft as features see it.
    pub(super) fn page(&self) -> Page<'_> {
        Page {
            corpus: &self.view.shelf.corpus,
            draft: &self.draft,
            checked: &self.checked,
            people: self.view.people(),
            still_reading: self.view.still_reading,
        }
    }
}

/// A document's text at one moment.
pub(super) struct Snapshot {
    pub(super) uri: Url,
    pub(super) version: i32,
    pub(super) generation: u64,
    pub(super) text: Rope,
    pub(super) format: Format,
    pub(super) name: String,
    pub(super) view: Arc<View>,
    superseded: AtomicBool,
    wanted: AtomicUsize,
    review: OnceLock<Arc<Review>>,
    /// Held by whoever makes the review, so that it is made once.
    making: Mutex<()>,
    turns: Arc<Turns>,
}

impl Snapshot {
    pub(super) fn new(
        document: &super::document::Document,
        name: String,
        view: Arc<View>,
        turns: Arc<Turns>,
    ) -> Arc<Self> {
        Arc::new(Self {
            uri: document.uri.clone(),
            version: document.version,
            generation: document.generation,
            text: document.text.clone(),
            format: document.format,
            name,
            view,
            superseded: AtomicBool::new(false),
            wanted: AtomicUsize::new(0),
            review: OnceLock::new(),
            making: Mutex::new(()),
            turns,
        })
    }

    /// There is a newer text: nobody needs to check this one unasked.
    pub(super) fn supersede(&self) {
        self.superseded.store(true, Ordering::Relaxed);
    }

    /// Whether nobody waits for this text's review any more.
    pub(super) fn is_idle(&self) -> bool {
        self.superseded.load(Ordering::Relaxed) && self.wanted.load(Ordering::Relaxed) == 0
    }

    /// The review, if there is one already.
    pub(super) fn ready(&self) -> Option<Arc<Review>> {
        self.review.get().cloned()
    }

    /// Checks the text unless that was done; `None` where `cancelled` said so. For workers only.
    pub(super) fn review(
        &self,
        checker: &dyn Checker,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Arc<Review>> {
        // A check that panicked has left nothing half made behind: the lock guards no data.
        let _guard = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(review) = self.ready() {
            return Some(review);
        }
        let is_newest = || !self.superseded.load(Ordering::Relaxed);
        let _turn = self.turns.wait(cancelled, &is_newest)?;
        let review = Arc::new(self.make(checker, cancelled)?);
        Some(Arc::clone(self.review.get_or_init(|| review)))
    }

    /// As [`Self::review`], for a request: keeps the check alive though the text is superseded.
    pub(super) fn review_for_request(
        &self,
        checker: &dyn Checker,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Arc<Review>> {
        self.wanted.fetch_add(1, Ordering::Relaxed);
        let _guard = Wanted(&self.wanted);
        self.review(checker, cancelled)
    }

    fn make(&self, checker: &dyn Checker, cancelled: &dyn Fn() -> bool) -> Option<Review> {
        if cancelled() {
            return None;
        }
        let shelf = &self.view.shelf;
        let draft = Draft::new(&self.name, self.text.to_string(), self.format, shelf.date);
        let draft = draft.under(&shelf.settings);
        let checked = checker.check(&shelf.corpus, &draft, &shelf.settings, cancelled)?;
        Some(Review { draft, checked, view: Arc::clone(&self.view) })
    }
}

struct Wanted<'a>(&'a AtomicUsize);

impl Drop for Wanted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
