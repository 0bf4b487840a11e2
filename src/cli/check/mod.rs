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
use super::workspace::{self, Workspace};
use crate::check::{Draft, Settings, Severity, check};
use crate::report::formats::{self, OutputFormat};
use crate::report::words::counted;
use crate::report::{CheckedDraft, Report, summary};

pub(super) fn run(options: &Check, common: &Common, output: Output) -> Outcome {
    explain::require_rules(options.select.iter().chain(&options.ignore))?;
    let settings = settings(options);
    let roots = workspace::roots(common, &input::places(options))?;
    let inputs = input::find(options, &roots, output)?;
    let workspace = workspace::open(&roots, output)?;
    let start = Instant::now();
    let (drafts, complete) = inputs.read(output);
    let mut drafts = check_all(&workspace, drafts, &settings);
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
            recheck(&workspace, &mut drafts, &settings, options, output)?;
        }
        write(options, &Report { corpus: &workspace.corpus, drafts: &drafts }, output)?;
    }
    if !complete {
        return Err(Failure("not every draft could be read".to_owned()));
    }
    Ok(fails(options, &drafts))
}

fn settings(options: &Check) -> Settings {
    Settings {
        select: options.select.clone(),
        ignore: options.ignore.clone(),
        strict: options.strict,
        ..Settings::default()
    }
}

fn check_all(workspace: &Workspace, drafts: Vec<Draft>, settings: &Settings) -> Vec<CheckedDraft> {
    let one = |draft: Draft| {
        let checked = check(&workspace.corpus, &draft, settings, &|| false).unwrap_or_default();
        CheckedDraft { draft, checked }
    };
    drafts.into_par_iter().map(one).collect()
}

/// Checks again the drafts that were mended.
fn recheck(
    workspace: &Workspace,
    drafts: &mut Vec<CheckedDraft>,
    settings: &Settings,
    options: &Check,
    output: Output,
) -> Result<(), Failure> {
    let read = std::mem::take(drafts).into_iter().map(|one| one.draft).collect();
    *drafts = check_all(workspace, read, settings);
    select(options, drafts, output)
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

/// Whether a finding is as grave as `--fail-on` says.
fn fails(options: &Check, drafts: &[CheckedDraft]) -> bool {
    let Some(least) = options.fail_on.unwrap_or(FailOn::Error).severity() else { return false };
    let gravest: Option<Severity> =
        drafts.iter().flat_map(|one| &one.checked.findings).map(|finding| finding.severity).max();
    gravest.is_some_and(|gravest| gravest >= least)
}
