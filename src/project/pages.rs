//! Pages that are written to be opened by an editor: what a rule reports, and the texts of sources
//! that no editor shows as text. They lie in the user's cache folder and can be made again.

use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use rustc_hash::FxHasher;

/// The folder in which this program may keep files that can be made again.
#[must_use]
pub fn cache_folder() -> Option<PathBuf> {
    let named = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let base = named.filter(|path| path.is_absolute());
    let base = base.or_else(|| std::env::home_dir().map(|home| home.join(".cache")));
    base.map(|base| base.join("copydesk").join(env!("CARGO_PKG_VERSION")))
}

/// Where, below `cache`, the text of the source at `source` opens: always the same file, so that
/// an editor that has it open sees it change. Its name is the source's, for the editor's tab.
#[must_use]
pub fn text_of(cache: &Path, source: &Path) -> PathBuf {
    let name = source.file_name().unwrap_or_default().to_string_lossy();
    cache.join("texts").join(hash_of(source)).join(format!("{name}.txt"))
}

/// The file that says, below `cache`, that the writer was asked about the folder `root`. It
/// outlives versions of this program.
#[must_use]
pub fn mark_of(cache: &Path, root: &Path) -> PathBuf {
    let all = cache.parent().unwrap_or(cache);
    all.join("asked").join(hash_of(root))
}

fn hash_of(path: &Path) -> String {
    let mut hasher = FxHasher::default();
    path.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Writes `text` to `path` unless it stands there, in one step and for reading only; whether it
/// stands there now.
#[must_use]
pub fn write(path: &Path, text: &str) -> bool {
    fs::read(path).is_ok_and(|known| known == text.as_bytes()) || exchange(path, text).is_some()
}

/// Puts a new file in the place of the old one, so that nobody reads half of it.
fn exchange(path: &Path, text: &str) -> Option<()> {
    fs::create_dir_all(path.parent()?).ok()?;
    let fresh = path.with_extension(format!("{}.new", std::process::id()));
    fs::write(&fresh, text).ok()?;
    let mut rights = fs::metadata(&fresh).ok()?.permissions();
    rights.set_readonly(true);
    let _ = fs::set_permissions(&fresh, rights);
    if cfg!(windows) {
        remove(path);
    }
    fs::rename(&fresh, path).ok().or_else(|| {
        remove(&fresh);
        None
    })
}

/// Takes a file away though it is for reading only.
fn remove(path: &Path) {
    if let Ok(metadata) = fs::metadata(path) {
        let mut rights = metadata.permissions();
        #[allow(clippy::permissions_set_readonly_false, reason = "the file goes the next moment")]
        rights.set_readonly(false);
        let _ = fs::set_permissions(path, rights);
        let _ = fs::remove_file(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_exchanged_for_a_newer_one_and_cannot_be_edited() {
        let folder = tempfile::tempdir().unwrap();
        let page = text_of(folder.path(), Path::new("/desk/sources/a.html"));
        assert_eq!(page.file_name().unwrap(), "a.html.txt");
        assert_eq!(page, text_of(folder.path(), Path::new("/desk/sources/a.html")));
        assert_ne!(page, text_of(folder.path(), Path::new("/desk/other/a.html")));
        for text in ["one", "two", "two"] {
            assert!(write(&page, text));
            assert_eq!(fs::read_to_string(&page).unwrap(), text);
            assert!(fs::metadata(&page).unwrap().permissions().readonly());
        }
        let beside = fs::read_dir(page.parent().unwrap()).unwrap().count();
        assert_eq!(beside, 1, "nothing is left behind");
        assert!(!write(&page.join("below a file"), "x"));
    }
}
