//! `copydesk check`: drafts against sources, findings to standard output.

mod baseline;
mod changed;
mod fixes;
mod input;

use std::time::Instant;

use rayon::prelude::*;

use super::args::{Check, Common, FailOn};
use super::explain;
use super::output::{Failure, Outcome, Output};
use super::workspace::Workspace;
use crate::check::{Draft, Settings, Severity, check};
use crate::corpus::Corpus;
use crate::project::config::{self, Config};
use crate::report::formats::{self, OutputFormat};
use crate::report::words::counted;
use crate::report::{CheckedDraft, Report, summary};

pub(super) fn run(options: &Check, common: &Common, output: Output) -> Outcome {
    explain::require_rules(options.select.iter().chain(&options.ignore))?;
    let workspace = Workspace::find(common, &input::places(options), output)?;
    let inputs = input::find(options, &workspace, output)?;
    let job = Job { settings: settings(options, &workspace), corpus: workspace.open(output)? };
    let start = Instant::now();
    let (drafts, complete) = inputs.read(output);
    let mut drafts = job.check(drafts);
    output.detail(&format!(
        "{} checked in {:.1?}",
        counted(drafts.len(), "draft"),
        start.elapsed()
    ));
    select(options, &mut drafts, output)?;
    if options.diff {
        output.result(&fixes::diff(&drafts))?;
    } else {
        if options.fix {
            fixes::apply(&inputs, &mut drafts, output)?;
            drafts = job.check(drafts.into_iter().map(|one| one.draft).collect());
            select(options, &mut drafts, output)?;
        }
        write(options, &Report { corpus: &job.corpus, drafts: &drafts }, output)?;
    }
    if !complete {
        return Err(Failure("not every draft could be read".to_owned()));
    }
    Ok(fails(fail_on(options, &workspace.config), &drafts))
}

/// The settings: what the command line says wins over the configuration.
fn settings(options: &Check, workspace: &Workspace) -> Settings {
    let mut settings = workspace.config.settings();
    if !options.select.is_empty() {
        settings.select.clone_from(&options.select);
    }
    settings.ignore.extend(options.ignore.iter().cloned());
    settings.strict |= options.strict;
    settings
}

/// What every draft is checked against, and how.
struct Job {
    corpus: Corpus,
    settings: Settings,
}

impl Job {
    fn check(&self, drafts: Vec<Draft>) -> Vec<CheckedDraft> {
        let one = |draft: Draft| {
            let draft = draft.under(&self.settings);
            let checked = check(&self.corpus, &draft, &self.settings, &|| false);
            CheckedDraft { draft, checked: checked.unwrap_or_default() }
        };
        drafts.into_par_iter().map(one).collect()
    }
}

/// Leaves out what the baseline lists and what did not change, and writes a baseline.
fn select(options: &Check, drafts: &mut [CheckedDraft], output: Output) -> Result<(), Failure> {
    if let Some(revision) = &options.changed_since {
        changed::keep_changed(revision, drafts)?;
    }
    if let Some(path) = &options.write_baseline {
        let listed = baseline::write(path, drafts)?;
        let finding = counted(listed, "finding");
        output.remark(&format!(
            "{finding} listed in {}; leave them out with --baseline",
            path.display()
        ));
    }
    if let Some(path) = options.baseline.as_ref().or(options.write_baseline.as_ref()) {
        let left_out = baseline::leave_out(path, drafts)?;
        output.detail(&format!("{} left out by {}", counted(left_out, "finding"), path.display()));
    }
    Ok(())
}

fn write(options: &Check, report: &Report<'_>, output: Output) -> Result<(), Failure> {
    let with_summary = !output.is_quiet();
    let rendered = formats::render(report, options.format, with_summary)?;
    match &options.output {
        None => output.result(&rendered)?,
        Some(path) => {
            let plain = anstream::adapter::strip_str(&rendered).to_string();
            std::fs::write(path, plain)
                .map_err(|error| Failure(format!("{}: {error}", path.display())))?;
        }
    }
    let tells_itself = options.format == OutputFormat::Text && options.output.is_none();
    if !tells_itself {
        output.remark(summary::lines(report).trim_end());
    }
    Ok(())
}

/// The least severity that fails the run; `None` where none does.
fn fail_on(options: &Check, config: &Config) -> Option<Severity> {
    let configured = config.fail_on.map(|level| match level {
        config::FailOn::Error => FailOn::Error,
        config::FailOn::Warning => FailOn::Warning,
        config::FailOn::Information => FailOn::Information,
        config::FailOn::Never => FailOn::Never,
    });
    options.fail_on.or(configured).unwrap_or(FailOn::Error).severity()
}

fn fails(least: Option<Severity>, drafts: &[CheckedDraft]) -> bool {
    let mut severities =
        drafts.iter().flat_map(|one| &one.checked.findings).map(|finding| finding.severity);
    least.is_some_and(|least| severities.any(|severity| severity >= least))
}
