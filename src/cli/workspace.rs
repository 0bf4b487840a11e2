//! Which sources a command works with, and loading them.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::args::Common;
use super::output::{Failure, Output};
use crate::corpus::{Corpus, Status};
use crate::project::Problem;
use crate::project::config::{self, Config, Found};
use crate::project::sources::{self, Loaded};
use crate::project::usual::USUAL_NAMES;
use crate::report::words::counted;

/// What a command works with: the configuration and the folders of sources.
#[derive(Debug)]
pub(super) struct Workspace {
    pub(super) config: Config,
    /// Folders (or files) of sources.
    pub(super) roots: Vec<PathBuf>,
}

impl Workspace {
    /// The workspace of drafts (files or folders) at `beside`.
    pub(super) fn find(
        common: &Common,
        beside: &[PathBuf],
        output: Output,
    ) -> Result<Self, Failure> {
        let start = beside.first().map_or(Path::new("."), PathBuf::as_path);
        let (found, problems) = config::load(common.config.as_deref(), start)
            .map_err(|problem| Failure(problem.to_string()))?;
        if problems.iter().any(|problem| problem.is_grave) {
            return Err(not_as_set(&problems));
        }
        for problem in problems {
            output.error(&problem.to_string());
        }
        if let Some(path) = &found.path {
            output.detail(&format!("configuration: {}", path.display()));
        }
        let roots = roots(common, &found, beside)?;
        Ok(Self { config: found.config, roots })
    }

    /// Loads the sources and reads them; none that can be read is a failure.
    pub(super) fn open(&self, output: Output) -> Result<Corpus, Failure> {
        let start = Instant::now();
        let loaded = self.load(output);
        if loaded.sources.iter().all(|source| source.status == Status::Unreadable) {
            return Err(nothing_readable(&self.roots, &loaded));
        }
        let corpus = Corpus::build(loaded.sources).with_names(self.config.names.overrides());
        output.detail(&format!(
            "{} from {} in {:.1?}",
            counted(corpus.sources().len(), "source"),
            shown(&self.roots),
            start.elapsed()
        ));
        Ok(corpus)
    }

    /// Loads the sources, whatever their state.
    pub(super) fn load(&self, output: Output) -> Loaded {
        let loaded = sources::load(&self.roots, &self.config.source_options());
        for problem in &loaded.problems {
            output.error(&problem.to_string());
        }
        loaded
    }
}

fn roots(common: &Common, found: &Found, beside: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    if !common.sources.is_empty() {
        return Ok(common.sources.clone());
    }
    let configured = found.sources();
    if configured.is_empty() { usual(beside) } else { Ok(configured) }
}

/// The folders with a usual name.
fn usual(beside: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut looked: Vec<PathBuf> = Vec::new();
    for path in beside {
        let candidates: Vec<PathBuf> = bases(path)
            .iter()
            .flat_map(|base| USUAL_NAMES.iter().map(|name| base.join(name)))
            .collect();
        match candidates.iter().find(|candidate| candidate.is_dir()) {
            Some(root) if !found.contains(root) => found.push(root.clone()),
            Some(_) => {}
            None => looked.extend(candidates),
        }
    }
    if found.is_empty() { Err(nothing_found(&looked)) } else { Ok(found) }
}

/// Where a folder of sources may stand for a draft at `path`: beside it, or beside the folder it is
/// in, up to the working folder (for a path from the root, one folder up), then there.
fn bases(path: &Path) -> Vec<PathBuf> {
    let own = if path.is_dir() { Some(path) } else { path.parent() };
    let most = if path.is_absolute() { 2 } else { usize::MAX };
    let named = own.into_iter().flat_map(Path::ancestors).take(most);
    let mut bases: Vec<PathBuf> =
        named.filter(|base| *base != Path::new(".")).map(Path::to_owned).collect();
    bases.push(PathBuf::new());
    bases.dedup();
    bases
}

fn not_as_set(problems: &[Problem]) -> Failure {
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    Failure(format!(
        "{}\nNothing was done: mend what is set there, or take it out.",
        told.join("\n")
    ))
}

fn nothing_found(looked: &[PathBuf]) -> Failure {
    let mut folders: Vec<String> =
        looked.iter().map(|path| format!("  {}/", path.display())).collect();
    folders.dedup();
    Failure(format!(
        "no sources, so nothing was checked. There is no such folder as\n{}\n\
         Put the documents you work from into one of these, or name their folder with --sources DIR.",
        folders.join("\n")
    ))
}

fn nothing_readable(roots: &[PathBuf], loaded: &Loaded) -> Failure {
    let mut message =
        format!("no source could be read in {}, so nothing was checked.", shown(roots));
    for source in &loaded.sources {
        let problem = source.problem.as_deref().unwrap_or("unreadable");
        message += &format!("\n  {}: {problem}", source.path);
    }
    Failure(message)
}

fn shown(roots: &[PathBuf]) -> String {
    roots.iter().map(|root| root.display().to_string()).collect::<Vec<_>>().join(", ")
}
