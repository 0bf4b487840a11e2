//! A corpus that grows while its sources are read, so that there is something to ask meanwhile.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::library::Progress;
use crate::corpus::{Corpus, Source};
use crate::project::sources::Step;

/// When the first part may be asked, and after how many times as long the next.
const FIRST: Duration = Duration::from_millis(300);
const RATIO: u32 = 3;

/// A corpus in the making.
pub(super) struct Growing {
    root: PathBuf,
    corpus: Option<Arc<Corpus>>,
    /// Read, and not yet in the corpus.
    waiting: Vec<Source>,
    begun: Instant,
    /// When, from the beginning, the next part is given out. Few parts: each costs a reader of the
    /// finished corpus a look more.
    next: Duration,
    /// Whether parts are given out: not where the old corpus still serves.
    parts: bool,
}

impl Growing {
    /// Starts from `known`, or from nothing.
    pub(super) fn new(root: &Path, known: Option<Arc<Corpus>>) -> Self {
        Self {
            root: root.to_owned(),
            parts: known.is_none(),
            corpus: known,
            waiting: Vec::new(),
            begun: Instant::now(),
            next: FIRST,
        }
    }

    /// Takes what was read in a step, and tells of it.
    pub(super) fn take(&mut self, step: Step, report: &mut dyn FnMut(Progress) -> bool) -> bool {
        let Step { read, total, sources } = step;
        self.waiting.extend(sources.into_iter().map(|source| below(&self.root, source)));
        let is_due = self.parts && read < total && self.begun.elapsed() >= self.next;
        if !is_due {
            return report(Progress { read, total, corpus: None });
        }
        self.next = self.begun.elapsed() * RATIO;
        let corpus = self.grown(&[]);
        report(Progress { read, total, corpus: Some(corpus) })
    }

    /// The whole corpus, without what is shown at the paths of `removed`.
    pub(super) fn finish(mut self, removed: &[String]) -> Arc<Corpus> {
        let removed: Vec<String> =
            removed.iter().map(|shown| shown_below(&self.root, Path::new(shown))).collect();
        self.grown(&removed)
    }

    fn grown(&mut self, removed: &[String]) -> Arc<Corpus> {
        let sources = std::mem::take(&mut self.waiting);
        let corpus = match self.corpus.take() {
            None => Arc::new(Corpus::build(sources)),
            Some(known) if sources.is_empty() && removed.is_empty() => known,
            Some(known) => Arc::new(known.updated(sources, removed)),
        };
        self.corpus = Some(Arc::clone(&corpus));
        corpus
    }
}

/// How `path` is shown: below `root` where it lies there, with `/` between its parts.
pub(super) fn shown_below(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// `source`, its path shown below `root` where it lies there.
fn below(root: &Path, mut source: Source) -> Source {
    source.path = shown_below(root, Path::new(&source.path));
    source
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(read: usize, name: &str) -> Step {
        let mut source = Source::default();
        source.path = format!("/desk/{name}");
        Step { read, total: 3, sources: vec![source] }
    }

    fn paths(corpus: &Corpus) -> Vec<&str> {
        corpus.sources().iter().map(|source| source.path.as_str()).collect()
    }

    #[test]
    fn parts_can_be_asked_before_the_whole() {
        let mut growing = Growing::new(Path::new("/desk"), None);
        let mut told = Vec::new();
        growing.next = Duration::ZERO;
        for (read, name) in [(1, "b.txt"), (2, "a.txt"), (3, "c.txt")] {
            growing.take(step(read, name), &mut |progress| {
                told.push(progress.corpus.map(|corpus| corpus.sources().len()));
                true
            });
            growing.next = Duration::ZERO;
        }
        // The last step is the whole, which the caller makes.
        assert_eq!(told, [Some(1), Some(2), None]);
        assert_eq!(paths(&growing.finish(&[])), ["a.txt", "b.txt", "c.txt"]);
    }

    #[test]
    fn what_is_known_serves_until_the_end() {
        let known = Growing::new(Path::new("/desk"), None);
        let mut known = known;
        known.take(step(3, "a.txt"), &mut |_| true);
        let known = known.finish(&[]);
        let mut growing = Growing::new(Path::new("/desk"), Some(Arc::clone(&known)));
        growing.next = Duration::ZERO;
        growing.take(step(1, "b.txt"), &mut |progress| progress.corpus.is_none());
        assert_eq!(paths(&growing.finish(&["/desk/a.txt".to_owned()])), ["b.txt"]);
        let same = Growing::new(Path::new("/desk"), Some(Arc::clone(&known))).finish(&[]);
        assert!(Arc::ptr_eq(&same, &known));
    }
}
