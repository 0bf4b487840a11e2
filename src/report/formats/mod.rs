//! The formats in which a run's findings can be written.

mod github;
mod gitlab;
mod junit;
mod rdjson;
mod sarif;

use super::{Report, concise, json, text};
use crate::check::Draft;

/// A format of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OutputFormat {
    /// For people at a terminal.
    #[default]
    Text,
    /// One line a finding.
    Concise,
    /// One JSON object.
    Json,
    /// One JSON object a finding, each on its line.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// Code quality report of GitLab.
    Gitlab,
    /// JUnit XML.
    Junit,
    /// Diagnostics of reviewdog.
    Rdjson,
}

/// `report` in `format`; only `text` has a summary to leave out.
///
/// # Errors
/// Where the serializer fails.
pub fn render(
    report: &Report<'_>,
    format: OutputFormat,
    with_summary: bool,
) -> serde_json::Result<String> {
    match format {
        OutputFormat::Text => Ok(text::render(report, with_summary)),
        OutputFormat::Concise => Ok(concise::render(report)),
        OutputFormat::Json => json::render(report),
        OutputFormat::Jsonl => json::render_lines(report),
        OutputFormat::Sarif => sarif::render(report),
        OutputFormat::Github => Ok(github::render(report)),
        OutputFormat::Gitlab => gitlab::render(report),
        OutputFormat::Junit => Ok(junit::render(report)),
        OutputFormat::Rdjson => rdjson::render(report),
    }
}

/// The draft's path as tools that know repositories want it: slashes, no leading `./`.
fn repository_path(draft: &Draft) -> String {
    let path = draft.name.replace('\\', "/");
    path.strip_prefix("./").map_or(path.clone(), ToOwned::to_owned)
}
