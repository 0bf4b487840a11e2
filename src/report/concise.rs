//! One line a finding: `path:line:column: severity[rule] message`.

use super::places::Range;
use super::{Report, words};

/// The findings of `report`, one a line.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for (draft, finding) in report.findings() {
        let start = Range::in_draft(draft, finding.range).start;
        let severity = words::severity(finding.severity);
        let message = super::text::clean(&finding.message);
        let (line, column) = (start.line, start.column);
        out += &format!("{}:{line}:{column}: {severity}[{}] {message}\n", draft.name, finding.rule);
    }
    out
}
