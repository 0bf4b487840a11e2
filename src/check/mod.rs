//! Floor 3: the rules: a draft and the corpus in, findings with their evidence out.

mod draft;
mod finding;
mod judge;
mod settings;

pub use draft::Draft;
pub use finding::{
    Applicability, DiffOp, DiffPart, Edit, Evidence, Finding, Fix, JudgedQuotation, Severity,
    Verdict,
};
pub use settings::{RULES, RuleInfo, Settings};

use crate::corpus::Corpus;

/// What a check found in one draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// In order of their places.
    pub findings: Vec<Finding>,
    /// Every quotation of the draft, in order.
    pub quotations: Vec<JudgedQuotation>,
}

/// Checks `draft` against `corpus`. `cancelled` is asked between paragraphs; once it says `true`
/// the work stops and the result is `None`.
#[must_use]
pub fn check(
    _corpus: &Corpus,
    _draft: &Draft,
    _settings: &Settings,
    cancelled: &dyn Fn() -> bool,
) -> Option<Checked> {
    if cancelled() { None } else { Some(Checked::default()) }
}
