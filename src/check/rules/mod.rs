//! The rules, one a file: what each reports, why, an example, and how to silence it.
//!
//! A new rule is a file here with its `RULE` (the page of which `explain`, hovers and SARIF show) and
//! a function that reports; a row in [`RULES`] and one in the table of what it looks at: a judged
//! quotation, a restatement, or the draft as a whole; a fixture that marks it; a line in the README.
//! Settings, silencing, editors and every format take it from [`RULES`]; `cargo test` names what is
//! missing, and the tests of schema and README renew theirs when told to.

mod disputed;
mod founding;
mod misattribution;
mod misdate;
mod misquote;
mod misspelled_name;
mod naming;
mod occasion;
mod redate;
mod spliced_quote;
mod unquoted_source;
mod unsourced_quote;
mod wrong_figure;
mod wrong_weekday;

use super::desk::{Desk, Judged};
use super::restate::Told;
use super::speakers::Misplaced;
use super::{Finding, Severity, UNUSED_IGNORE};

/// A rule by name, with what it reports in one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleInfo {
    /// Its name, as in `misquote`.
    pub name: &'static str,
    /// What it reports, one line.
    pub summary: &'static str,
    /// Its severity where the settings say nothing.
    pub severity: Severity,
    /// Whether it compares the draft with sources; else it holds while they are still being read.
    pub needs_sources: bool,
    /// The page that explains it, in Markdown.
    pub page: &'static str,
}

/// Every rule, in the order in which they are shown.
pub const RULES: &[RuleInfo] = &[
    misquote::RULE,
    spliced_quote::RULE,
    misattribution::RULE,
    unquoted_source::RULE,
    misdate::RULE,
    wrong_weekday::RULE,
    wrong_figure::RULE,
    misspelled_name::RULE,
    disputed::RULE,
    unsourced_quote::RULE,
    UNUSED_IGNORE,
];

/// The rule of that name.
#[must_use]
pub fn rule(name: &str) -> Option<&'static RuleInfo> {
    RULES.iter().find(|rule| rule.name == name)
}

/// A rule that looks at one judged quotation.
type QuotationRule = fn(&Desk<'_>, &Judged<'_>, Severity) -> Option<Finding>;

const QUOTATION_RULES: &[(RuleInfo, QuotationRule)] = &[
    (misquote::RULE, misquote::report),
    (spliced_quote::RULE, spliced_quote::report),
    (misattribution::RULE, misattribution::report),
    (misdate::RULE, misdate::on_quotation),
    (unquoted_source::RULE, unquoted_source::report),
    (unsourced_quote::RULE, unsourced_quote::report),
];

/// A rule that looks at one restatement.
type StatementRule = fn(&Desk<'_>, &Told<'_>, Severity) -> Option<Finding>;

const STATEMENT_RULES: &[(RuleInfo, StatementRule)] = &[
    (misdate::RULE, misdate::on_statement),
    (wrong_figure::RULE, wrong_figure::on_statement),
    (disputed::RULE, disputed::on_statement),
];

/// A rule that looks at the draft as a whole.
type DraftRule = fn(&Desk<'_>, Severity) -> Vec<Finding>;

const DRAFT_RULES: &[(RuleInfo, DraftRule)] = &[
    (wrong_weekday::RULE, wrong_weekday::on_draft),
    (misspelled_name::RULE, misspelled_name::on_draft),
];

/// What the rules report on what the draft restates.
pub(super) fn on_statements(desk: &Desk<'_>, told: &[Told<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (rule, report) in STATEMENT_RULES {
        let Some(severity) = desk.settings.severity(rule.name) else { continue };
        let mut found: Vec<Finding> =
            told.iter().filter_map(|told| report(desk, told, severity)).collect();
        // A day that is told in one sentence and goes on in the next is wrong once.
        found.dedup_by(|one, other| one.range == other.range);
        findings.append(&mut found);
    }
    findings
}

/// What the rules report on the statements that the draft has somebody make.
pub(super) fn on_reported(desk: &Desk<'_>, misplaced: &[Misplaced<'_>]) -> Vec<Finding> {
    let Some(severity) = desk.settings.severity(misattribution::RULE.name) else {
        return Vec::new();
    };
    misplaced.iter().map(|one| misattribution::of_statement(desk, one, severity)).collect()
}

/// What the rules report on the draft by itself.
pub(super) fn on_draft(desk: &Desk<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (rule, report) in DRAFT_RULES {
        let Some(severity) = desk.settings.severity(rule.name) else { continue };
        findings.extend(report(desk, severity));
    }
    findings
}

/// What the rules report on the draft's quotations.
pub(super) fn on_quotations(desk: &Desk<'_>, judged: &[Judged<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (rule, report) in QUOTATION_RULES {
        let Some(severity) = desk.settings.severity(rule.name) else { continue };
        findings.extend(
            judged
                .iter()
                // What stands inside another quotation is judged with it.
                .filter(|judged| judged.quotation.depth == 0)
                .filter_map(|judged| report(desk, judged, severity)),
        );
    }
    findings
}
