//! Loading the sources: folders in, documents with what is known of them out.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::discover::{self, Found};
use super::manifests::Manifests;
use super::{Problem, document, ids, kinds};
use crate::corpus::Source;

/// Bytes of one file that are read unless the configuration says otherwise: 32 MiB.
pub const DEFAULT_MAX_BYTES: u64 = 32 << 20;

/// How sources are loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Bytes of one file that are read; the rest is left out, and said to be.
    pub max_bytes: u64,
    /// Patterns, as in ignore files, of files that are no sources.
    pub exclude: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_bytes: DEFAULT_MAX_BYTES, exclude: Vec::new() }
    }
}

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Every document, the unreadable ones included, in the order of their paths.
    pub sources: Vec<Source>,
    /// What went wrong besides.
    pub problems: Vec<Problem>,
    /// Files that nobody would take for a source: pictures, archives, programs.
    pub passed_over: usize,
}

/// Loads the sources below `roots` (folders or files). Never fails: what cannot be read is listed
/// with what happened and what to do.
#[must_use]
pub fn load(roots: &[PathBuf], options: &Options) -> Loaded {
    let mut discovery = discover::walk(roots, &options.exclude);
    let (manifests, mut problems) = Manifests::read(&discovery.manifests);
    problems.extend(manifests.idle(&discovery.files));
    discovery.files.retain(|file| manifests.entry(&file.path).ignore != Some(true));
    let paths: Vec<String> = discovery.files.iter().map(|file| file.shown.clone()).collect();
    let sources: Vec<Source> = discovery
        .files
        .par_iter()
        .zip(ids::assign(&paths))
        .map(|(file, id)| {
            let mut source = document::load(file, &manifests.entry(&file.path), options.max_bytes);
            source.id = id;
            source
        })
        .collect();
    problems.extend(
        discovery
            .problems
            .into_iter()
            .map(|(path, message)| Problem::new(discover::slashed(&path), message)),
    );
    if sources.is_empty() {
        problems.extend(roots.iter().filter(|root| root.is_dir()).map(|root| empty(root)));
    }
    Loaded { sources, problems, passed_over: discovery.passed_over }
}

fn empty(root: &Path) -> Problem {
    Problem::new(
        discover::slashed(root),
        "no document in this folder: put the sources there as .txt, .md or .html files, or name \
         another folder with --sources",
    )
}

/// Loads one file again, as after a change on disk. The id is given by the caller, who knows the
/// others; `sources.toml` files in the folders that `shown` names are heeded.
#[must_use]
pub fn load_one(path: &Path, shown: &str, id: &str, options: &Options) -> Source {
    let problem = match kinds::kind_of(shown.rsplit('/').next().unwrap_or(shown)) {
        kinds::Kind::Unread(advice) => Some(advice.to_owned()),
        _ => None,
    };
    let depth = shown.split('/').count();
    let manifests: Vec<PathBuf> = path
        .ancestors()
        .skip(1)
        .take(depth)
        .map(|folder| folder.join("sources.toml"))
        .filter(|manifest| manifest.is_file())
        .collect();
    let (manifests, _) = Manifests::read(&manifests);
    let found = Found { shown: shown.to_owned(), path: path.to_owned(), problem };
    let mut source = document::load(&found, &manifests.entry(path), options.max_bytes);
    id.clone_into(&mut source.id);
    source
}
