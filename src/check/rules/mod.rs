//! The rules, one a file: what each reports, why, an example, and how to silence it.

mod misquote;
mod spliced_quote;
mod unquoted_source;
mod unsourced_quote;

use super::desk::{Desk, Judged};
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
    /// The page that explains it, in Markdown.
    pub page: &'static str,
}

/// Every rule, in the order in which they are shown.
pub const RULES: &[RuleInfo] = &[
    misquote::RULE,
    spliced_quote::RULE,
    unquoted_source::RULE,
    unsourced_quote::RULE,
    UNUSED_IGNORE,
];

/// A rule that looks at one judged quotation.
type QuotationRule = fn(&Desk<'_>, &Judged<'_>, Severity) -> Option<Finding>;

const QUOTATION_RULES: &[(RuleInfo, QuotationRule)] = &[
    (misquote::RULE, misquote::report),
    (spliced_quote::RULE, spliced_quote::report),
    (unquoted_source::RULE, unquoted_source::report),
    (unsourced_quote::RULE, unsourced_quote::report),
];

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
