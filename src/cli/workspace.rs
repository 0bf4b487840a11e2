//! Which sources a command works with, and loading them.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::args::Common;
use super::output::{Failure, Output};
use crate::corpus::{Corpus, Status};
use crate::project::sources::{self, Options};
use crate::report::words::counted;

/// Folders that are taken for the sources where nobody names one.
const USUAL_NAMES: [&str; 4] = ["sources", "corpus", "refs", "research"];

/// The sources of a command.
#[derive(Debug)]
pub(super) struct Workspace {
    pub(super) corpus: Corpus,
}

/// The folders of sources for drafts (files or folders) at `beside`.
pub(super) fn roots(common: &Common, beside: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    if !common.sources.is_empty() {
        return Ok(common.sources.clone());
    }
    let mut found: Vec<PathBuf> = Vec::new();
    let mut looked: Vec<PathBuf> = Vec::new();
    for path in beside {
        let places = bases(path);
        let candidates =
            places.iter().flat_map(|base| USUAL_NAMES.iter().map(|name| base.join(name)));
        let candidates: Vec<PathBuf> = candidates.collect();
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

/// Loads the sources below `roots`.
pub(super) fn open(roots: &[PathBuf], output: Output) -> Result<Workspace, Failure> {
    let start = Instant::now();
    let loaded = sources::load(roots, &Options::default());
    for problem in &loaded.problems {
        output.error(&problem.to_string());
    }
    if loaded.sources.iter().all(|source| source.status == Status::Unreadable) {
        return Err(nothing_readable(roots, &loaded));
    }
    let corpus = Corpus::build(loaded.sources);
    output.detail(&format!(
        "{} from {} in {:.1?}",
        counted(corpus.sources().len(), "source"),
        shown(roots),
        start.elapsed()
    ));
    Ok(Workspace { corpus })
}

fn nothing_readable(roots: &[PathBuf], loaded: &sources::Loaded) -> Failure {
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
