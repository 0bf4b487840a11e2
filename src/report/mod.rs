//! Floor 4: findings as text, JSON and other formats, one file each.
//!
//! Every renderer takes a [`Report`] and gives a `String`. Styled output carries its ANSI codes; who
//! writes it strips them where the reader is no terminal.

pub mod concise;
pub mod dates;
pub mod formats;
pub mod found;
pub mod json;
pub mod passages;
mod places;
pub mod reading;
pub mod sources;
pub mod style;
pub mod summary;
pub mod text;
pub mod timeline;
pub mod who;
pub mod words;

use crate::check::{Checked, Draft, Finding};
use crate::corpus::Corpus;

/// A draft with what the check found in it.
#[derive(Debug)]
pub struct CheckedDraft {
    /// The draft.
    pub draft: Draft,
    /// Its findings and quotations.
    pub checked: Checked,
}

impl CheckedDraft {
    /// How many findings the draft has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.checked.findings.len()
    }
}

/// Everything that one run has to tell.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The sources that the drafts were checked against.
    pub corpus: &'a Corpus,
    /// The drafts in the order in which they are shown.
    pub drafts: &'a [CheckedDraft],
}

impl<'a> Report<'a> {
    /// Every finding with its draft, in order.
    pub fn findings(&self) -> impl Iterator<Item = (&'a Draft, &'a Finding)> + use<'a> {
        self.drafts
            .iter()
            .flat_map(|one| one.checked.findings.iter().map(move |finding| (&one.draft, finding)))
    }
}
