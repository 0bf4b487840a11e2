//! The check, behind a trait so that tests can put in slow, counting and panicking ones.

use crate::check::{Checked, Draft, Settings, check};
use crate::corpus::Corpus;

/// Checks one draft.
pub trait Checker: Send + Sync + 'static {
    /// As [`check`]: `None` once `cancelled` says `true`.
    fn check(
        &self,
        corpus: &Corpus,
        draft: &Draft,
        settings: &Settings,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Checked>;
}

/// The real check.
#[derive(Clone, Copy, Debug, Default)]
pub struct Engine;

impl Checker for Engine {
    fn check(
        &self,
        corpus: &Corpus,
        draft: &Draft,
        settings: &Settings,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Checked> {
        check(corpus, draft, settings, cancelled)
    }
}
