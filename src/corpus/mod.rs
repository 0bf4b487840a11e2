//! Floor 2: the sources, read and indexed, immutable once built.

mod source;

use std::sync::Arc;

pub use source::{Confidence, Source, SourceKind, Status};

/// All sources, read and indexed. Cheap to clone: parts are shared.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    sources: Vec<Arc<Source>>,
}

impl Corpus {
    /// Reads and indexes `sources`; a source's number is its place in this list.
    #[must_use]
    pub fn build(sources: Vec<Source>) -> Self {
        Self { sources: sources.into_iter().map(Arc::new).collect() }
    }

    /// The same corpus with some sources exchanged, added or taken away, by path; only changed
    /// sources are read again.
    #[must_use]
    pub fn updated(&self, changed: Vec<Source>, removed_paths: &[String]) -> Self {
        let gone = |source: &Source| {
            removed_paths.contains(&source.path)
                || changed.iter().any(|new| new.path == source.path)
        };
        let mut sources: Vec<Arc<Source>> =
            self.sources.iter().filter(|source| !gone(source)).cloned().collect();
        sources.extend(changed.into_iter().map(Arc::new));
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        Self { sources }
    }

    /// The sources in the order of their numbers.
    #[must_use]
    pub fn sources(&self) -> &[Arc<Source>] {
        &self.sources
    }
}
