//! Watching files, for editors that do not.

use std::path::{Path, PathBuf};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// Watches for as long as it lives.
#[derive(Debug)]
pub struct Watcher {
    _inner: RecommendedWatcher,
}

/// Tells `changed` of every file that is written, made or taken away at or below `paths`. A path
/// that is not there is watched through its folder, so that its coming is seen. `None` where the
/// system lets nothing be watched.
#[must_use]
pub fn watch(
    paths: &[PathBuf],
    changed: impl Fn(Vec<PathBuf>) + Send + 'static,
) -> Option<Watcher> {
    let mut inner = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Ok(event) = event
            && matters(event.kind)
        {
            changed(event.paths);
        }
    })
    .ok()?;
    let watched = paths.iter().filter(|path| add(&mut inner, path)).count();
    (watched > 0).then_some(Watcher { _inner: inner })
}

fn matters(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(_))
}

fn add(watcher: &mut RecommendedWatcher, path: &Path) -> bool {
    if path.is_dir() {
        return watcher.watch(path, RecursiveMode::Recursive).is_ok();
    }
    // Editors replace files rather than write into them, which ends a watch on the file itself.
    let folder = path.parent().filter(|folder| folder.is_dir());
    folder.is_some_and(|folder| watcher.watch(folder, RecursiveMode::NonRecursive).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    #[test]
    fn changes_below_a_folder_and_the_coming_of_a_file_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let sources = folder.path().join("sources");
        std::fs::create_dir(&sources).unwrap();
        let configuration = folder.path().join("copydesk.toml");
        let (tell, told) = mpsc::channel();
        let watcher = watch(&[sources.clone(), configuration.clone()], move |paths| {
            let _ = tell.send(paths);
        });
        assert!(watcher.is_some());
        for path in [sources.join("a.txt"), configuration] {
            std::fs::write(&path, "x").unwrap();
            loop {
                let paths = told.recv_timeout(Duration::from_secs(10)).unwrap();
                if paths.iter().any(|told| told.file_name() == path.file_name()) {
                    break;
                }
            }
        }
    }
}
