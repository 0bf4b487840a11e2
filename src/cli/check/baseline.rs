//! Baselines: findings that are known and left out, by fingerprint.

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::super::output::Failure;
use crate::report::CheckedDraft;

#[derive(Debug, Deserialize, Serialize)]
struct Baseline {
    schema_version: u32,
    findings: Vec<Known>,
}

/// A known finding; only its fingerprint counts, the rest is for the people who read the file.
#[derive(Debug, Deserialize, Serialize)]
struct Known {
    fingerprint: String,
    #[serde(default)]
    rule: String,
    #[serde(default)]
    path: String,
    #[serde(default)]
    text: String,
}

/// Writes every finding of `drafts` to `path`; how many these are.
pub(super) fn write(path: &Path, drafts: &[CheckedDraft]) -> Result<usize, Failure> {
    let mut findings: Vec<Known> = Vec::new();
    for one in drafts {
        findings.extend(one.checked.findings.iter().map(|finding| Known {
            fingerprint: finding.fingerprint.clone(),
            rule: finding.rule.to_owned(),
            path: one.draft.name.clone(),
            text: one.draft.raw[finding.range.start..finding.range.end].to_owned(),
        }));
    }
    let count = findings.len();
    let text = serde_json::to_string_pretty(&Baseline { schema_version: 1, findings })?;
    std::fs::write(path, text + "\n").map_err(|error| told(path, &error))?;
    Ok(count)
}

/// Takes the findings that `path` lists out of `drafts`; how many these were.
pub(super) fn leave_out(path: &Path, drafts: &mut [CheckedDraft]) -> Result<usize, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| told(path, &error))?;
    let baseline: Baseline = serde_json::from_str(&text).map_err(|error| told(path, &error))?;
    let known: BTreeSet<&str> =
        baseline.findings.iter().map(|finding| finding.fingerprint.as_str()).collect();
    let mut left_out = 0;
    for one in drafts {
        let before = one.checked.findings.len();
        one.checked.findings.retain(|finding| !known.contains(finding.fingerprint.as_str()));
        left_out += before - one.checked.findings.len();
    }
    Ok(left_out)
}

fn told(path: &Path, error: &dyn std::fmt::Display) -> Failure {
    Failure(format!("{}: {error}", path.display()))
}
