//! Workflow commands of GitHub Actions, which become annotations on changed lines.

use super::repository_path;
use crate::check::Severity;
use crate::report::Report;
use crate::report::places::Range;

/// One command a finding.
pub(super) fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for (draft, finding) in report.findings() {
        let Range { start, end } = Range::in_draft(draft, finding.range);
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information | Severity::Hint => "notice",
        };
        let file = property(&repository_path(draft));
        let title = property(&format!("copydesk: {}", finding.rule));
        // Columns are shown only where the finding keeps to one line.
        let columns = if start.line == end.line {
            format!(",col={},endColumn={}", start.column, end.column)
        } else {
            String::new()
        };
        out += &format!(
            "::{command} file={file},line={},endLine={}{columns},title={title}::{}\n",
            start.line,
            end.line,
            data(&finding.message)
        );
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("5 %\nmore"), "5 %25%0Amore");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }
}
