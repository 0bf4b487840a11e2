//! Floor 3: the rules: a draft and the corpus in, findings with their evidence out.

mod desk;
mod directives;
mod draft;
mod finding;
pub mod fingerprint;
mod judge;
mod restate;
mod rules;
mod settings;
mod suppression;
mod wording;

pub use draft::Draft;
pub use finding::{
    Applicability, DiffOp, DiffPart, Edit, Evidence, Finding, Fix, JudgedQuotation, Severity,
    Verdict,
};
pub use rules::{RULES, RuleInfo};
pub use settings::Settings;
pub use suppression::{UNUSED_IGNORE, apply as silence, nearest_rule};

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
    corpus: &Corpus,
    draft: &Draft,
    settings: &Settings,
    cancelled: &dyn Fn() -> bool,
) -> Option<Checked> {
    let desk = desk::Desk { corpus, draft, settings };
    let judged = desk.judge(cancelled)?;
    let told = restate::read(&desk, cancelled)?;
    let mut findings = rules::on_quotations(&desk, &judged);
    findings.extend(rules::on_statements(&desk, &told));
    findings.extend(rules::on_draft(&desk));
    findings.sort_by_key(|finding| (finding.range, finding.rule));
    // One date may be wrong of a saying and of what is said: it is told once.
    findings.dedup_by(|b, a| a.range == b.range && a.rule == b.rule);
    let findings = silence(draft, findings, settings);
    let quotations = judged.iter().map(|judged| desk.report(judged)).collect();
    Some(Checked { findings, quotations })
}
