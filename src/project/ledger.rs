//! What is known of files that were read: enough to tell which must be read again.

use std::collections::BTreeSet;
use std::path::Path;

use rustc_hash::FxHashMap;

use super::manifest::Entry;
use super::usual;

/// What the last reading saw, by the paths as they are shown.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    files: FxHashMap<String, Seen>,
}

/// All that the reading of one file depends on, besides this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// The length of the file and the time of its last change.
    stamp: u64,
    id: String,
    entry: Entry,
    problem: Option<String>,
    max_bytes: u64,
}

impl Seen {
    /// The file at `path` as it is now.
    pub(super) fn now(
        path: &Path,
        id: &str,
        entry: &Entry,
        problem: Option<String>,
        max_bytes: u64,
    ) -> Self {
        let (id, entry) = (id.to_owned(), entry.clone());
        Self { stamp: usual::stamp(path), id, entry, problem, max_bytes }
    }
}

impl Ledger {
    pub(super) fn get(&self, shown: &str) -> Option<&Seen> {
        self.files.get(shown)
    }

    pub(super) fn note(&mut self, shown: &str, seen: Seen) {
        self.files.insert(shown.to_owned(), seen);
    }

    /// Forgets the file that is shown as `shown`.
    pub fn forget(&mut self, shown: &str) {
        self.files.remove(shown);
    }

    /// The files that are not among `there`, in order.
    pub(super) fn without<'a>(&self, there: impl Iterator<Item = &'a str>) -> Vec<String> {
        let there: BTreeSet<&str> = there.collect();
        let gone: BTreeSet<&String> =
            self.files.keys().filter(|shown| !there.contains(shown.as_str())).collect();
        gone.into_iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::sources::{Options, Order, Outcome, load_in_steps};
    use std::fs;
    use std::path::PathBuf;

    /// The names of the files that a reading reads, and what else came of it.
    fn read(
        root: &Path,
        known: &Ledger,
        changed: &[PathBuf],
        enough: usize,
    ) -> (Vec<String>, Outcome) {
        let (roots, options) = ([root.to_owned()], Options::default());
        let order = Order { roots: &roots, options: &options, known, changed, step: 1 };
        let mut names = Vec::new();
        let outcome = load_in_steps(&order, &mut |step| {
            let fresh = step.sources.iter();
            names.extend(fresh.map(|one| one.path.rsplit('/').next().unwrap().to_owned()));
            step.read < enough
        });
        (names, outcome)
    }

    #[test]
    fn only_what_changed_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let write = |name: &str, text: &str| fs::write(root.join(name), text).unwrap();
        for name in ["a.txt", "b.txt", "c.txt"] {
            write(name, "“Yes,” he said.");
        }
        let all = usize::MAX;
        let (names, first) = read(root, &Ledger::default(), &[], all);
        assert_eq!(names, ["a.txt", "b.txt", "c.txt"]);
        assert!(read(root, &first.ledger, &[], all).0.is_empty());
        // Named as changed, though its time and length are the same.
        assert_eq!(read(root, &first.ledger, &[root.join("b.txt")], all).0, ["b.txt"]);
        write("a.txt", "“No,” he said at last.");
        write("d.txt", "“Yes,” she said.");
        fs::remove_file(root.join("b.txt")).unwrap();
        let (names, second) = read(root, &first.ledger, &[], all);
        assert_eq!(names, ["a.txt", "d.txt"]);
        assert_eq!(second.removed, [root.join("b.txt").to_string_lossy()]);
        // What the writer says of one source concerns that one.
        write("sources.toml", "[\"c.txt\"]\ntitle = \"Minutes\"\n");
        assert_eq!(read(root, &second.ledger, &[], all).0, ["c.txt"]);
    }

    #[test]
    fn a_reading_that_was_stopped_goes_on_where_it_was() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.txt", "b.txt", "c.txt"] {
            fs::write(folder.path().join(name), "“Yes,” he said.").unwrap();
        }
        let (names, stopped) = read(folder.path(), &Ledger::default(), &[], 2);
        assert_eq!(names, ["a.txt", "b.txt"]);
        assert_eq!(stopped.stopped_at, Some((2, 3)));
        let (names, whole) = read(folder.path(), &stopped.ledger, &[], 9);
        assert_eq!((names, whole.stopped_at), (vec!["c.txt".to_owned()], None));
    }
}
