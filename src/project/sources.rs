//! Loading the sources: folders in, documents with what is known of them out; all at once, or in
//! steps that leave out what was read before.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::discover::{self, Found};
use super::ledger::{Ledger, Seen};
use super::manifest::Entry;
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
    let order = Order { roots, options, known: &Ledger::default(), changed: &[], step: usize::MAX };
    let mut sources = Vec::new();
    let read = load_in_steps(&order, &mut |step| {
        sources.extend(step.sources);
        true
    });
    Loaded { sources, problems: read.problems, passed_over: read.passed_over }
}

/// What is to be loaded, and what of it is known.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    /// Folders or files.
    pub roots: &'a [PathBuf],
    /// How.
    pub options: &'a Options,
    /// What was read before; what has not changed since is not read again.
    pub known: &'a Ledger,
    /// Files that changed, whatever their times and lengths say.
    pub changed: &'a [PathBuf],
    /// How many files are read between one report and the next.
    pub step: usize,
}

/// How far a reading is.
#[derive(Debug)]
pub struct Step {
    /// Files that are read or known by now.
    pub read: usize,
    /// Files there are.
    pub total: usize,
    /// What was read since the last report, in the order of the paths.
    pub sources: Vec<Source>,
}

/// What came of a reading besides the sources themselves.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What went wrong.
    pub problems: Vec<Problem>,
    /// Files that nobody would take for a source.
    pub passed_over: usize,
    /// Paths, as sources have them, of what was known and is no source any more.
    pub removed: Vec<String>,
    /// What is known now.
    pub ledger: Ledger,
    /// Files read and files there are, where the reading was stopped before its end.
    pub stopped_at: Option<(usize, usize)>,
}

/// Loads sources and gives each step's to `take`, which says whether to go on. The first step
/// comes before any file is read.
pub fn load_in_steps(order: &Order<'_>, take: &mut dyn FnMut(Step) -> bool) -> Outcome {
    let mut discovery = discover::walk(order.roots, &order.options.exclude);
    let (manifests, mut problems) = Manifests::read(&discovery.manifests);
    problems.extend(manifests.idle(&discovery.files));
    discovery.files.retain(|file| manifests.entry(&file.path).ignore != Some(true));
    let total = discovery.files.len();
    let removed = order.known.without(discovery.files.iter().map(|file| file.shown.as_str()));
    let mut ledger = Ledger::default();
    let tasks = tasks(order, &discovery.files, &manifests, &mut ledger);
    let mut read = total - tasks.len();
    let mut goes_on = take(Step { read, total, sources: Vec::new() });
    for tasks in tasks.chunks(order.step.max(1)) {
        if !goes_on {
            break;
        }
        let (sources, seen): (Vec<Source>, Vec<Seen>) =
            tasks.par_iter().map(|task| task.carry_out(order.options)).unzip();
        read += tasks.len();
        tasks.iter().zip(seen).for_each(|(task, seen)| ledger.note(&task.file.shown, seen));
        goes_on = take(Step { read, total, sources });
    }
    problems.extend(
        discovery
            .problems
            .into_iter()
            .map(|(path, message)| Problem::new(discover::slashed(&path), message)),
    );
    if total == 0 {
        problems.extend(order.roots.iter().filter(|root| root.is_dir()).map(|root| empty(root)));
    }
    let stopped_at = (read < total).then_some((read, total));
    Outcome { problems, passed_over: discovery.passed_over, removed, ledger, stopped_at }
}

/// A file to be read.
struct Task<'a> {
    file: &'a Found,
    id: String,
    entry: Entry,
}

/// The files that must be read; what need not be is noted in `ledger`.
fn tasks<'a>(
    order: &Order<'_>,
    files: &'a [Found],
    manifests: &Manifests,
    ledger: &mut Ledger,
) -> Vec<Task<'a>> {
    let changed: BTreeSet<&Path> = order.changed.iter().map(PathBuf::as_path).collect();
    let shown: Vec<String> = files.iter().map(|file| file.shown.clone()).collect();
    let mut tasks = Vec::new();
    for (file, id) in files.iter().zip(ids::assign(&shown)) {
        let task = Task { id, entry: manifests.entry(&file.path), file };
        let known = order.known.get(&file.shown).filter(|_| !changed.contains(&*file.path));
        match known {
            Some(known) if *known == task.seen(order.options) => {
                ledger.note(&file.shown, known.clone());
            }
            _ => tasks.push(task),
        }
    }
    tasks
}

impl Task<'_> {
    /// What a reading of the file now depends on.
    fn seen(&self, options: &Options) -> Seen {
        let problem = self.file.problem.clone();
        Seen::now(&self.file.path, &self.id, &self.entry, problem, options.max_bytes)
    }

    fn carry_out(&self, options: &Options) -> (Source, Seen) {
        // Before the reading: what is written meanwhile must count as a change.
        let seen = self.seen(options);
        let mut source = guarded(self.file, &self.entry, options.max_bytes);
        source.id.clone_from(&self.id);
        (source, seen)
    }
}

/// Reads a file; a fault of ours costs this file only.
fn guarded(file: &Found, entry: &Entry, max_bytes: u64) -> Source {
    let reading = AssertUnwindSafe(|| document::load(file, entry, max_bytes));
    catch_unwind(reading).unwrap_or_else(|_| {
        let problem = "an internal error while it was read: save it as plain text, and report it";
        document::unreadable(file, entry, problem.to_owned())
    })
}

fn empty(root: &Path) -> Problem {
    Problem::new(
        discover::slashed(root),
        "no document in this folder: put the sources there as .txt, .md or .html files, or name \
         another folder with --sources",
    )
}

/// Loads one file again, as after a change on disk, and notes it in `ledger`. The id is given by
/// the caller, who knows the others; `sources.toml` files in the folders that `shown` names are
/// heeded.
#[must_use]
pub fn load_one(
    path: &Path,
    shown: &str,
    id: &str,
    options: &Options,
    ledger: &mut Ledger,
) -> Source {
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
    let task = Task { file: &found, id: id.to_owned(), entry: manifests.entry(path) };
    let (source, seen) = task.carry_out(options);
    ledger.note(&discover::slashed(path), seen);
    source
}
