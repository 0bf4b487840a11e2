//! Where sources stand when nobody says so, and which folders are never searched for them.

use std::path::{Path, PathBuf};

use super::config::NAME as CONFIGURATION;

/// Folders that are taken for the sources where nobody names one; the first that is there counts.
pub const USUAL_NAMES: [&str; 4] = ["sources", "corpus", "refs", "research"];

/// How many folders up a project may begin above one of its files.
const HEIGHT: usize = 6;

/// The folder of sources in `root` that nobody needs to name.
#[must_use]
pub fn source_folder(root: &Path) -> Option<PathBuf> {
    USUAL_NAMES.iter().map(|name| root.join(name)).find(|folder| folder.is_dir())
}

/// The folder whose configuration and sources serve `file`: the nearest above it that has either,
/// else its own. `None` where that would be the home folder or the root of the disk.
#[must_use]
pub fn home_of(file: &Path) -> Option<PathBuf> {
    let above = file.ancestors().skip(1).take(HEIGHT).filter(|folder| may_be_searched(folder));
    let mut above = above.peekable();
    let own = above.peek().map(|folder| (*folder).to_owned());
    let serves =
        |folder: &&Path| folder.join(CONFIGURATION).is_file() || source_folder(folder).is_some();
    above.find(serves).map(Path::to_owned).or(own)
}

/// Whether `folder` may be searched: not the root of the disk, not the home folder, nor one above
/// it.
#[must_use]
pub fn may_be_searched(folder: &Path) -> bool {
    let home = std::env::home_dir();
    folder.parent().is_some() && !home.is_some_and(|home| home.starts_with(folder))
}

/// A number that changes when the file at `path` does: its length and the time of its last change.
#[must_use]
pub fn stamp(path: &Path) -> u64 {
    let Ok(meta) = std::fs::metadata(path) else { return 0 };
    let changed = meta.modified().ok();
    let since = changed.and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok());
    let nanos = since.map_or(0, |since| since.as_nanos() as u64);
    nanos.rotate_left(20) ^ meta.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_folder_with_sources_serves_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        std::fs::create_dir_all(&inner).unwrap();
        let draft = inner.join("draft.md");
        assert_eq!(home_of(&draft).as_deref(), Some(inner.as_path()));
        std::fs::create_dir(folder.path().join("a/refs")).unwrap();
        assert_eq!(home_of(&draft), Some(folder.path().join("a")));
        std::fs::write(inner.join(CONFIGURATION), "").unwrap();
        assert_eq!(home_of(&draft).as_deref(), Some(inner.as_path()));
    }

    #[test]
    fn the_root_and_the_home_folder_are_never_searched() {
        assert!(!may_be_searched(Path::new("/")));
        if let Some(home) = std::env::home_dir() {
            assert!(!may_be_searched(&home));
            assert!(may_be_searched(&home.join("book")));
        }
    }
}
