//! JUnit XML: a suite a draft, a failed case a finding.

use crate::report::places::Range;
use crate::report::{CheckedDraft, Report, words};

/// One XML document.
pub(super) fn render(report: &Report<'_>) -> String {
    let total: usize = report.drafts.iter().map(CheckedDraft::count).sum();
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let tests: usize = report.drafts.iter().map(|draft| draft.count().max(1)).sum();
    out += &format!("<testsuites name=\"copydesk\" tests=\"{tests}\" failures=\"{total}\">\n");
    for draft in report.drafts {
        out += &suite(draft);
    }
    out + "</testsuites>\n"
}

fn suite(one: &CheckedDraft) -> String {
    let path = escape(&one.draft.name);
    let (count, tests) = (one.count(), one.count().max(1));
    let mut out = format!("  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{count}\">\n");
    if count == 0 {
        out += &format!("    <testcase classname=\"{path}\" name=\"no finding\"/>\n");
    }
    for finding in &one.checked.findings {
        let start = Range::in_draft(&one.draft, finding.range).start;
        let (line, column, rule) = (start.line, start.column, finding.rule);
        let kind = words::severity(finding.severity);
        let message = escape(&finding.message);
        out += &format!(
            "    <testcase classname=\"{path}\" name=\"{rule} at {line}:{column}\">\n      \
             <failure type=\"{kind}\" message=\"{message}\">{path}:{line}:{column}: {message}\
             </failure>\n    </testcase>\n"
        );
    }
    out + "  </testsuite>\n"
}

/// `text` for XML: markup escaped, characters that XML forbids replaced.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\n' => out += "&#10;",
            '\t' => out += "&#9;",
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn xml_holds_any_text() {
        assert_eq!(
            super::escape("<a> & \"b\"\n\u{1}"),
            "&lt;a&gt; &amp; &quot;b&quot;&#10;\u{fffd}"
        );
    }
}
