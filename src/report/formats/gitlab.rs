//! The code quality report of GitLab.

use serde_json::json;

use super::repository_path;
use crate::check::Severity;
use crate::report::Report;
use crate::report::places::Range;

/// One JSON array.
pub(super) fn render(report: &Report<'_>) -> serde_json::Result<String> {
    let issues: Vec<_> = report
        .findings()
        .map(|(draft, finding)| {
            let Range { start, end } = Range::in_draft(draft, finding.range);
            json!({
                "description": finding.message,
                "check_name": finding.rule,
                "fingerprint": finding.fingerprint,
                "severity": severity(finding.severity),
                "location": {
                    "path": repository_path(draft),
                    "lines": {"begin": start.line, "end": end.line},
                },
            })
        })
        .collect();
    Ok(serde_json::to_string_pretty(&issues)? + "\n")
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Information | Severity::Hint => "info",
    }
}
