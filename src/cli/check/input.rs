//! The drafts that a check is asked for.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::super::args::Check;
use super::super::output::{Failure, Output};
use super::super::read::standard_input;
use super::super::workspace::Workspace;
use crate::check::Draft;
use crate::project::decode::Decoded;
use crate::project::drafts::{self, Choice, DraftFile};
use crate::reading::markup::Format;

/// Drafts in files, or the one of standard input.
pub(super) struct Inputs {
    pub(super) files: Vec<DraftFile>,
    stdin: Option<Draft>,
    complete: bool,
    max_bytes: u64,
}

/// Where the sources are looked for: beside these.
pub(super) fn places(options: &Check) -> Vec<PathBuf> {
    let stdin = options.stdin_filename.clone().unwrap_or_else(|| PathBuf::from("."));
    let named = options.paths.iter().map(|path| match path.to_str() {
        Some("-") => stdin.clone(),
        _ => path.clone(),
    });
    let named: Vec<PathBuf> = named.collect();
    if named.is_empty() { vec![PathBuf::from(".")] } else { named }
}

/// Finds the drafts; the workspace's sources are never drafts.
pub(super) fn find(
    options: &Check,
    workspace: &Workspace,
    output: Output,
) -> Result<Inputs, Failure> {
    if options.paths.iter().any(|path| path == Path::new("-")) {
        return from_standard_input(options);
    }
    let here = [PathBuf::from(".")];
    let paths = if options.paths.is_empty() { &here[..] } else { &options.paths };
    let config = &workspace.config;
    let choice = Choice {
        only: config.drafts.clone(),
        exclude: config.exclude.clone(),
        sources: workspace.roots.clone(),
    };
    let max_bytes = config.source_options().max_bytes;
    let found = drafts::find(paths, &choice);
    for problem in &found.problems {
        output.error(&problem.to_string());
    }
    if found.files.is_empty() {
        return Err(no_drafts(paths, &found));
    }
    let complete = found.problems.is_empty();
    Ok(Inputs { files: found.files, stdin: None, complete, max_bytes })
}

fn no_drafts(paths: &[PathBuf], found: &drafts::Drafts) -> Failure {
    if !found.problems.is_empty() {
        return Failure("no draft could be read, so nothing was checked".to_owned());
    }
    let shown: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    Failure(format!(
        "no drafts in {}, so nothing was checked. Drafts are .md, .txt, .tex, .html, .rst, .adoc, \
         .typ and .org files outside the folders of sources, hidden and ignored ones left out; \
         a file that is named is checked in any case.",
        shown.join(", ")
    ))
}

fn from_standard_input(options: &Check) -> Result<Inputs, Failure> {
    if options.paths.len() > 1 {
        return Err(Failure("`-` stands alone: standard input is one draft".to_owned()));
    }
    if options.fix {
        return Err(Failure("standard input cannot be mended in place; try --diff".to_owned()));
    }
    let name = options.stdin_filename.clone().unwrap_or_else(|| PathBuf::from("-"));
    let decoded = standard_input(&name)?;
    let (lead, name) = (decoded.lead(), name.to_string_lossy());
    let draft = Draft::new(&name, decoded.text, Format::of_name(&name), None).behind(lead);
    Ok(Inputs { files: Vec::new(), stdin: Some(draft), complete: true, max_bytes: 0 })
}

impl Inputs {
    /// The drafts that could be read, and whether these are all.
    pub(super) fn read(&self, output: Output) -> (Vec<Draft>, bool) {
        let mut complete = self.complete;
        let read: Vec<_> = self.files.par_iter().map(|file| self.read_one(file)).collect();
        let mut drafts: Vec<Draft> = self.stdin.iter().map(copy).collect();
        for one in read {
            match one {
                Ok((draft, problem)) => {
                    if let Some(problem) = problem {
                        output.error(&format!("{}: {problem}", draft.name));
                    }
                    drafts.push(draft);
                }
                Err(failure) => {
                    complete = false;
                    output.error(&failure.0);
                }
            }
        }
        (drafts, complete)
    }

    fn read_one(&self, file: &DraftFile) -> Result<(Draft, Option<String>), Failure> {
        let decoded = self.decode(file)?;
        let (lead, format) = (decoded.lead(), Format::of_name(&file.shown));
        let Decoded { text, problem, .. } = decoded;
        Ok((Draft::new(&file.shown, text, format, None).behind(lead), problem))
    }

    /// The file's text as it is now.
    pub(super) fn decode(&self, file: &DraftFile) -> Result<Decoded, Failure> {
        drafts::read(&file.path, self.max_bytes).map_err(|problem| Failure(problem.to_string()))
    }
}

fn copy(draft: &Draft) -> Draft {
    Draft::new(&draft.name, draft.raw.clone(), draft.format, None).behind(draft.lead)
}
