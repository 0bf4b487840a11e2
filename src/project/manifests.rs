//! All `sources.toml` files of a corpus: a folder's own file speaks before those above it.

use std::path::{Path, PathBuf};

use super::discover::{Found, slashed};
use super::manifest::{Entry, Manifest};
use super::{Problem, decode, files};

/// Bytes of a `sources.toml` that are read.
const LIMIT: u64 = 4 << 20;

#[derive(Default)]
pub(super) struct Manifests {
    /// Folder and what its file says, the deepest folders first.
    list: Vec<(PathBuf, Manifest)>,
}

impl Manifests {
    /// Reads the files at `paths`; one that cannot be read says nothing, and that is told.
    pub(super) fn read(paths: &[PathBuf]) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut list = Vec::new();
        for path in paths {
            let shown = slashed(path);
            match text(path) {
                Ok(text) => {
                    let (manifest, faults) = Manifest::parse(&shown, &text);
                    problems.extend(faults);
                    list.push((path.parent().unwrap_or(Path::new("")).to_owned(), manifest));
                }
                Err(problem) => problems.push(Problem::new(shown, problem)),
            }
        }
        list.sort_by_key(|(folder, _): &(PathBuf, Manifest)| {
            std::cmp::Reverse(folder.components().count())
        });
        (Self { list }, problems)
    }

    /// What is said of the file at `path`.
    pub(super) fn entry(&self, path: &Path) -> Entry {
        let entries = self.list.iter().filter_map(|(folder, manifest)| {
            Some(manifest.entry(&slashed(path.strip_prefix(folder).ok()?)))
        });
        entries.fold(Entry::default(), |known, entry| known.or(&entry))
    }

    /// The problems of entries that name none of `files`.
    pub(super) fn idle(&self, files: &[Found]) -> Vec<Problem> {
        let below = |folder: &Path| -> Vec<String> {
            files
                .iter()
                .filter_map(|file| Some(slashed(file.path.strip_prefix(folder).ok()?)))
                .collect()
        };
        self.list
            .iter()
            .flat_map(|(folder, manifest)| {
                manifest.idle(&below(folder), |pattern| folder.join(pattern).exists())
            })
            .collect()
    }
}

fn text(path: &Path) -> Result<String, String> {
    let contents = files::read(path, LIMIT)?;
    let decoded = decode::decode(contents.bytes, decode::Hints::default())?;
    Ok(decoded.text)
}
