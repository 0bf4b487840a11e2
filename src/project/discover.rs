//! Finding the files of a folder of sources: every file is either read, named as unreadable, or
//! counted as none of our business; none is dropped in silence.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, WalkBuilder};

use super::files;
use super::kinds::{self, Kind};

/// A file that is a source, or ought to be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// As it is shown: the root as it was given, and what lies below it, with `/` between.
    pub(super) shown: String,
    /// Where it is read.
    pub(super) path: PathBuf,
    /// Why it cannot be read, where that is known before opening it.
    pub(super) problem: Option<String>,
}

/// What a walk found.
#[derive(Debug, Default)]
pub(super) struct Discovery {
    /// In the order of what is shown.
    pub(super) files: Vec<Found>,
    /// `sources.toml` files.
    pub(super) manifests: Vec<PathBuf>,
    /// Pictures, archives, programs.
    pub(super) passed_over: usize,
    /// Roots that could not be walked: what happened and what to do.
    pub(super) problems: Vec<(PathBuf, String)>,
}

/// Finds the files below `roots` (folders or files). Hidden files and those that an ignore file
/// *inside* a root names are left out; ignore files above it do not count, because writers keep
/// other people's texts out of their repositories and read them all the same.
pub(super) fn walk(roots: &[PathBuf], exclude: &[String]) -> Discovery {
    let mut walker = Walker { exclude: patterns(exclude), ..Walker::default() };
    for root in roots {
        walker.root(root);
    }
    let mut discovery = walker.discovery;
    discovery.files.sort();
    discovery.files.dedup_by(|a, b| a.shown == b.shown);
    let stems = transcripts(&discovery.files);
    discovery.files.retain(|file| !is_transcribed(file, &stems));
    discovery.manifests.sort();
    discovery.manifests.dedup();
    discovery
}

#[derive(Default)]
struct Walker {
    discovery: Discovery,
    exclude: Option<Gitignore>,
    /// Folders walked or being walked, canonical, so that no link leads there again.
    visited: BTreeSet<PathBuf>,
}

impl Walker {
    fn root(&mut self, root: &Path) {
        match fs::canonicalize(root) {
            Err(error) => self.problem(root, files::explain(root, &error)),
            Ok(real) if real.is_dir() && is_too_wide(&real) => self.problem(
                root,
                "a whole disk or home folder is never read: name the folder of the sources"
                    .to_owned(),
            ),
            Ok(real) if real.is_dir() => self.folder(root, root, real),
            Ok(_) => self.lone_file(root),
        }
    }

    /// A file that was named itself: what is said of it beside it counts.
    fn lone_file(&mut self, path: &Path) {
        let manifest = path.with_file_name("sources.toml");
        if manifest.is_file() {
            self.discovery.manifests.push(manifest);
        }
        self.file(path, path);
    }

    fn problem(&mut self, root: &Path, problem: String) {
        self.discovery.problems.push((root.to_owned(), problem));
    }

    /// Walks `folder`, which is shown as `shown` and is `real` without links.
    fn folder(&mut self, folder: &Path, shown: &Path, real: PathBuf) {
        if !self.visited.insert(real) {
            return;
        }
        let walk = WalkBuilder::new(folder)
            .follow_links(false)
            .parents(false)
            .git_global(false)
            .git_exclude(false)
            .require_git(false)
            .sort_by_file_name(std::ffi::OsStr::cmp)
            .build();
        for entry in walk {
            match entry {
                Ok(entry) => self.entry(&entry, folder, shown),
                Err(error) => self.walk_error(&error, folder, shown),
            }
        }
    }

    fn entry(&mut self, entry: &DirEntry, folder: &Path, shown: &Path) {
        if entry.depth() == 0 {
            return;
        }
        let path = entry.path();
        let shown = path.strip_prefix(folder).map_or_else(|_| path.to_owned(), |p| shown.join(p));
        if self.is_excluded(&shown, path.is_dir()) {
            return;
        }
        if entry.path_is_symlink() {
            self.link(path, &shown);
        } else if entry.file_type().is_some_and(|kind| !kind.is_dir()) {
            self.file(path, &shown);
        } else if let Ok(real) = fs::canonicalize(path) {
            self.visited.insert(real);
        }
    }

    /// A link to a file is that file; a link to a folder is walked unless it leads to a folder
    /// that holds the link, or to one that is walked anyway.
    fn link(&mut self, path: &Path, shown: &Path) {
        match fs::canonicalize(path) {
            Err(error) => self.unreadable(path, shown, files::explain(path, &error)),
            Ok(real) if !real.is_dir() => self.file(path, shown),
            Ok(real) => {
                let here = path.parent().and_then(|parent| fs::canonicalize(parent).ok());
                if here.is_some_and(|here| here.starts_with(&real)) || is_too_wide(&real) {
                    let problem = format!(
                        "a link that leads back to {}, a folder that holds it: not followed, \
                         remove it",
                        real.display()
                    );
                    self.unreadable(path, shown, problem);
                } else {
                    self.folder(path, shown, real);
                }
            }
        }
    }

    fn file(&mut self, path: &Path, shown: &Path) {
        let name = shown.file_name().unwrap_or_default().to_string_lossy();
        match kinds::kind_of(&name) {
            Kind::Text | Kind::Unknown => self.found(path, shown, None),
            Kind::Unread(advice) => self.unreadable(path, shown, advice.to_owned()),
            Kind::Recording => self.unreadable(
                path,
                shown,
                "recordings are not listened to: put the transcript beside it as .txt".to_owned(),
            ),
            Kind::Ours if name == "sources.toml" => self.discovery.manifests.push(path.to_owned()),
            Kind::Ours => {}
            Kind::Irrelevant => self.discovery.passed_over += 1,
        }
    }

    fn unreadable(&mut self, path: &Path, shown: &Path, problem: String) {
        self.found(path, shown, Some(problem));
    }

    fn found(&mut self, path: &Path, shown: &Path, problem: Option<String>) {
        let shown = slashed(shown);
        self.discovery.files.push(Found { shown, path: path.to_owned(), problem });
    }

    /// A folder without rights, a vanished file: named like any other.
    fn walk_error(&mut self, error: &ignore::Error, folder: &Path, shown: &Path) {
        let Some(path) = path_of(error) else {
            let problem = format!("{error}: correct the ignore file");
            self.problem(shown, problem);
            return;
        };
        let problem = error.io_error().map_or_else(
            || format!("{error}: it was left out"),
            |error| files::explain(&path, error),
        );
        if path == folder {
            self.problem(shown, problem);
        } else {
            let shown = path.strip_prefix(folder).map_or_else(|_| path.clone(), |p| shown.join(p));
            self.unreadable(&path, &shown, problem);
        }
    }

    fn is_excluded(&self, shown: &Path, is_folder: bool) -> bool {
        self.exclude.as_ref().is_some_and(|set| is_matched(set, shown, is_folder))
    }
}

/// Whether a pattern of `set` names `path` or a folder above it.
pub(super) fn is_matched(set: &Gitignore, path: &Path, is_folder: bool) -> bool {
    set.matched_path_or_any_parents(relative(path), is_folder).is_ignore()
}

/// The matcher's paths must not begin with `/` or `..`.
fn relative(path: &Path) -> PathBuf {
    path.components().filter(|part| matches!(part, std::path::Component::Normal(_))).collect()
}

/// A matcher of patterns written as in ignore files; patterns that are none match nothing.
pub(super) fn patterns(patterns: &[String]) -> Option<Gitignore> {
    if patterns.is_empty() {
        return None;
    }
    let mut builder = GitignoreBuilder::new("");
    for pattern in patterns {
        let _ = builder.add_line(None, pattern);
    }
    builder.build().ok()
}

fn path_of(error: &ignore::Error) -> Option<PathBuf> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path.clone()),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        ignore::Error::Loop { child, .. } => Some(child.clone()),
        _ => None,
    }
}

/// `/`, and the home folder: nobody's folder of sources.
pub(super) fn is_too_wide(real: &Path) -> bool {
    let home = std::env::home_dir().and_then(|home| fs::canonicalize(home).ok());
    real.parent().is_none() || home.is_some_and(|home| home == real)
}

/// The path with `/` between its parts on every system.
pub(super) fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' { text.into_owned() } else { text.replace('\\', "/") }
}

fn without_ending(shown: &str) -> &str {
    shown.rsplit_once('.').map_or(shown, |(stem, _)| stem)
}

fn transcripts(files: &[Found]) -> BTreeSet<String> {
    let texts = files.iter().filter(|file| file.problem.is_none());
    texts.map(|file| without_ending(&file.shown).to_owned()).collect()
}

/// A recording whose transcript stands beside it under the same name.
fn is_transcribed(file: &Found, stems: &BTreeSet<String>) -> bool {
    let name = file.shown.rsplit('/').next().unwrap_or_default();
    file.problem.is_some()
        && kinds::kind_of(name) == Kind::Recording
        && stems.contains(without_ending(&file.shown))
}
