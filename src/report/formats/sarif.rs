//! SARIF 2.1.0: rules with their pages, fingerprints, fixes, and the passages of the sources as
//! related locations.

use serde_json::{Value, json};

use crate::check::{Draft, Edit, Evidence, Finding, Fix, RULES, RuleInfo, Severity};
use crate::corpus::{Corpus, Source};
use crate::report::Report;
use crate::report::passages::{place, provenance, source_of};
use crate::report::places::Range;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The key of our fingerprints; its number grows when their making changes.
const FINGERPRINT: &str = "copydesk/v1";

/// One log with one run.
pub(super) fn render(report: &Report<'_>) -> serde_json::Result<String> {
    let results: Vec<Value> =
        report.findings().map(|(draft, finding)| result(report.corpus, draft, finding)).collect();
    let rules: Vec<Value> = RULES.iter().map(rule).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "copydesk",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

fn rule(rule: &RuleInfo) -> Value {
    json!({
        "id": rule.name,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": level(rule.severity)},
    })
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

fn result(corpus: &Corpus, draft: &Draft, finding: &Finding) -> Value {
    let mut value = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {
            "artifactLocation": {"uri": uri(&draft.name)},
            "region": region(Range::in_draft(draft, finding.range)),
        }}],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    });
    if let Some(index) = RULES.iter().position(|rule| rule.name == finding.rule) {
        value["ruleIndex"] = index.into();
    }
    let related: Vec<Value> = finding
        .evidence
        .iter()
        .enumerate()
        .filter_map(|(number, passage)| related(corpus, number, passage))
        .collect();
    if !related.is_empty() {
        value["relatedLocations"] = Value::Array(related);
    }
    if !finding.fixes.is_empty() {
        value["fixes"] = finding.fixes.iter().map(|one| fix(draft, one)).collect();
    }
    value
}

fn related(corpus: &Corpus, number: usize, passage: &Evidence) -> Option<Value> {
    let source = source_of(corpus, passage)?;
    let message = format!("{} {}", place(source, passage), provenance(source, passage));
    let mut location = json!({"artifactLocation": {"uri": uri(&source.path)}});
    if is_text_of_its_file(source) {
        location["region"] = region(Range::in_source(source, passage.range));
    }
    Some(json!({
        "id": number + 1,
        "message": {"text": message.trim_end()},
        "physicalLocation": location,
    }))
}

/// Whether the shown text is the file's own, so that a region in it can be opened.
fn is_text_of_its_file(source: &Source) -> bool {
    source.raw.is_some() || source.extraction.map.is_identity()
}

fn region(range: Range) -> Value {
    json!({
        "startLine": range.start.line,
        "startColumn": range.start.column,
        "endLine": range.end.line,
        "endColumn": range.end.column,
    })
}

fn fix(draft: &Draft, fix: &Fix) -> Value {
    let replacement = |edit: &Edit| {
        json!({
            "deletedRegion": region(Range::in_draft(draft, edit.range)),
            "insertedContent": {"text": edit.new_text},
        })
    };
    json!({
        "description": {"text": fix.title},
        "artifactChanges": [{
            "artifactLocation": {"uri": uri(&draft.name)},
            "replacements": fix.edits.iter().map(replacement).collect::<Vec<_>>(),
        }],
    })
}

/// A path as a URI reference: slashes, what a URI cannot hold in percent signs.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out += &format!("%{byte:02X}"),
        }
    }
    if path.starts_with('/') { format!("file://{out}") } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uri_references() {
        for (path, expected) in [
            ("./a b.md", "a%20b.md"),
            ("é.md", "%C3%A9.md"),
            ("d\\e.md", "d/e.md"),
            ("/x/y.md", "file:///x/y.md"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}
