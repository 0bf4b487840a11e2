//! Reading one file: never a pipe or a device, never more than the limit.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::usual::stamp;

/// The bytes of a file.
#[derive(Debug)]
pub(super) struct Contents {
    pub(super) bytes: Vec<u8>,
    /// The file's size in bytes where it is larger than what was read.
    pub(super) cut_from: Option<u64>,
}

/// How often a file is read that is written meanwhile.
const ATTEMPTS: usize = 3;

/// Reads up to `limit` bytes of the file at `path`; again, a few times, where it was written
/// meanwhile.
///
/// # Errors
/// What happened and what to do, without the path.
pub(super) fn read(path: &Path, limit: u64) -> Result<Contents, String> {
    for _ in 1..ATTEMPTS {
        let before = stamp(path);
        let contents = read_once(path, limit);
        if contents.is_err() || before == stamp(path) {
            return contents;
        }
    }
    read_once(path, limit)
}

fn read_once(path: &Path, limit: u64) -> Result<Contents, String> {
    let metadata = fs::metadata(path).map_err(|error| explain(path, &error))?;
    if !metadata.is_file() {
        return Err(what_it_is(&metadata));
    }
    let file = File::open(path).map_err(|error| explain(path, &error))?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(limit)).unwrap_or(0) + 1);
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| explain(path, &error))?;
    let cut_from = (bytes.len() as u64 > limit).then(|| metadata.len().max(limit + 1));
    if cut_from.is_some() {
        bytes.pop();
    }
    Ok(Contents { bytes, cut_from })
}

/// What stands at a path that is no regular file.
fn what_it_is(metadata: &fs::Metadata) -> String {
    if metadata.is_dir() {
        return "a folder, not a file, for all its name: rename it, or name it as a folder of \
                sources"
            .to_owned();
    }
    "not a regular file (a pipe, socket or device): it was not opened; copy its content to a file"
        .to_owned()
}

/// Says in a writer's words why a file could not be read.
pub(super) fn explain(path: &Path, error: &io::Error) -> String {
    let link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
    match error.kind() {
        io::ErrorKind::NotFound if link => {
            let target = fs::read_link(path).unwrap_or_default();
            format!(
                "a broken link: {} does not exist; restore that file or remove the link",
                target.display()
            )
        }
        io::ErrorKind::NotFound => {
            "there is no such file or folder: check the name, or restore it".to_owned()
        }
        io::ErrorKind::PermissionDenied => {
            "permission to read it was denied: change its rights (chmod u+r) or copy it".to_owned()
        }
        _ if link && fs::canonicalize(path).is_err() => {
            "a symbolic link that leads back to itself: remove it".to_owned()
        }
        _ => format!("it could not be read ({error}): check the disk, or copy the file anew"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_holds_to_the_byte() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "12345").unwrap();
        for (limit, length, cut) in [(4, 4, Some(5)), (5, 5, None), (6, 5, None), (0, 0, Some(5))] {
            let contents = read(&path, limit).unwrap();
            assert_eq!((contents.bytes.len(), contents.cut_from), (length, cut), "limit {limit}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_explained() {
        let folder = tempfile::tempdir().unwrap();
        assert!(read(folder.path(), 9).unwrap_err().contains("a folder"));
        assert!(read(&folder.path().join("none"), 9).unwrap_err().contains("no such file"));
    }
}
