//! Diagnostics of reviewdog; columns are counted in bytes there.

use serde_json::{Value, json};

use super::repository_path;
use crate::check::{Draft, Finding, Severity};
use crate::report::Report;
use crate::report::places::byte_place;
use crate::text::TextRange;

/// One JSON object.
pub(super) fn render(report: &Report<'_>) -> serde_json::Result<String> {
    let diagnostics: Vec<Value> =
        report.findings().map(|(draft, finding)| diagnostic(draft, finding)).collect();
    let run = json!({"source": {"name": "copydesk"}, "diagnostics": diagnostics});
    Ok(serde_json::to_string_pretty(&run)? + "\n")
}

fn diagnostic(draft: &Draft, finding: &Finding) -> Value {
    let mut value = json!({
        "message": finding.message,
        "location": {"path": repository_path(draft), "range": range(draft, finding.range)},
        "severity": severity(finding.severity),
        "code": {"value": finding.rule},
    });
    let suggestions: Vec<Value> = finding
        .fixes
        .iter()
        .filter_map(|fix| match fix.edits.as_slice() {
            [edit] => Some(json!({"range": range(draft, edit.range), "text": edit.new_text})),
            _ => None,
        })
        .collect();
    if !suggestions.is_empty() {
        value["suggestions"] = Value::Array(suggestions);
    }
    value
}

fn range(draft: &Draft, range: TextRange) -> Value {
    let place = |offset| {
        let (line, column) = byte_place(draft, offset);
        json!({"line": line, "column": column})
    };
    json!({"start": place(range.start), "end": place(range.end)})
}

const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Information | Severity::Hint => "INFO",
    }
}
