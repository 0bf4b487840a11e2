//! Desks: the folders that are worked in, each with its own sources and settings.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::Url;

use super::library::{Library, Shelf};
use super::links;
use crate::corpus::Corpus;
use crate::corpus::people::People;

/// A desk's number.
pub(super) type DeskId = u64;

/// Where the sources of a corpus lie; made by workers, for it looks at each.
#[derive(Default)]
pub(super) struct Index {
    /// The numbers of the sources by where they lie and where their texts open.
    numbers: FxHashMap<PathBuf, usize>,
    /// Where the texts of sources open that no editor can show as text, written when first asked
    /// for.
    texts: FxHashMap<usize, OnceLock<Option<PathBuf>>>,
}

impl Index {
    pub(super) fn of(root: &Path, corpus: &Corpus, library: &dyn Library) -> Self {
        let mut index = Self::default();
        for (number, source) in corpus.sources().iter().enumerate() {
            let path = root.join(&source.path);
            if !links::shows_its_lines(source)
                && let Some(page) = library.text_page(&path)
            {
                index.numbers.insert(page, number);
                index.texts.insert(number, OnceLock::new());
            }
            index.numbers.insert(path, number);
        }
        index
    }
}

/// What documents of a desk are checked against, at one moment.
pub(super) struct View {
    /// The desk's folder.
    pub(super) root: PathBuf,
    pub(super) shelf: Arc<Shelf>,
    /// Sources read and sources there are, until all of them were read.
    pub(super) still_reading: Option<(usize, usize)>,
    index: Arc<Index>,
    library: Arc<dyn Library>,
    /// Whether the names of the sources are joined.
    joined: AtomicBool,
}

impl View {
    /// The view of a folder of which nothing is read yet.
    fn empty(root: &Path, library: &Arc<dyn Library>) -> Self {
        Self {
            root: root.to_owned(),
            shelf: Arc::default(),
            still_reading: Some((0, 0)),
            index: Arc::default(),
            library: Arc::clone(library),
            joined: AtomicBool::new(false),
        }
    }

    /// The same folder with these sources.
    pub(super) fn with(
        &self,
        shelf: Arc<Shelf>,
        still_reading: Option<(usize, usize)>,
        index: Index,
    ) -> Self {
        let view = Self::empty(&self.root, &self.library);
        Self { shelf, still_reading, index: Arc::new(index), ..view }
    }

    /// The same sources, the reading further on.
    pub(super) fn further(&self, read: usize, total: usize) -> Self {
        let view = Self::empty(&self.root, &self.library);
        Self {
            shelf: Arc::clone(&self.shelf),
            still_reading: Some((read, total)),
            index: Arc::clone(&self.index),
            ..view
        }
    }

    /// The names of the sources, if they are joined already.
    pub(super) fn people(&self) -> Option<&People> {
        self.joined.load(Ordering::Acquire).then(|| self.shelf.corpus.people())
    }

    /// Joins the names of the sources. For workers: it reads every source.
    pub(super) fn join_people(&self) {
        let _ = self.shelf.corpus.people();
        self.joined.store(true, Ordering::Release);
    }

    /// Sources read and sources there are, while they are being read.
    pub(super) fn under_way(&self) -> Option<(usize, usize)> {
        self.still_reading.filter(|_| self.shelf.stopped_at.is_none())
    }

    /// Whether there is nothing to check against, and nothing to come.
    pub(super) fn is_idle(&self) -> bool {
        self.still_reading.is_none() && self.shelf.corpus.sources().is_empty()
    }

    /// Whether `file` is one of the sources, or the text of one.
    pub(super) fn is_source(&self, file: &Path) -> bool {
        self.index.numbers.contains_key(file)
    }

    /// The number of the source at `file`, which may also be where its text opens.
    pub(super) fn number_of(&self, file: &Path) -> Option<usize> {
        self.index.numbers.get(file).copied()
    }

    /// Where the source numbered `source` lies.
    pub(super) fn source_path(&self, source: usize) -> Option<PathBuf> {
        self.shelf.corpus.sources().get(source).map(|source| self.root.join(&source.path))
    }
}

impl View {
    /// Where the text of the source numbered `source` opens, if not at the source itself; written
    /// there on the way.
    pub(super) fn text_page(&self, source: usize) -> Option<PathBuf> {
        let written = self.index.texts.get(&source)?.get_or_init(|| {
            let page = self.library.text_page(&self.source_path(source)?)?;
            let text = self.shelf.corpus.sources().get(source)?.text();
            self.library.write_text_page(&page, text).then_some(page)
        });
        written.clone()
    }
}

/// A reading of sources that is under way.
pub(super) struct Reading {
    pub(super) revision: u64,
    pub(super) cancelled: Arc<AtomicBool>,
}

/// A folder that is worked in.
pub(super) struct Desk {
    pub(super) id: DeskId,
    pub(super) root: PathBuf,
    pub(super) view: Arc<View>,
    /// Whether the client named the folder; others live as long as they have open documents.
    pub(super) named: bool,
    pub(super) reading: Option<Reading>,
    /// Whether the writer was asked what to do where there are no sources.
    pub(super) asked: bool,
    /// Whether its sources were ever read to the end.
    pub(super) was_read: bool,
    /// Files that changed since the last reading began.
    pub(super) changed: Vec<PathBuf>,
    /// Watches what the client does not.
    pub(super) watcher: Option<Box<dyn Send>>,
    /// What it watches.
    pub(super) watched: Vec<PathBuf>,
}

impl Desk {
    pub(super) fn new(id: DeskId, root: PathBuf, named: bool, library: &Arc<dyn Library>) -> Self {
        let view = Arc::new(View::empty(&root, library));
        Self {
            id,
            root,
            view,
            named,
            reading: None,
            asked: false,
            was_read: false,
            changed: Vec::new(),
            watcher: None,
            watched: Vec::new(),
        }
    }

    /// Stops the reading under way.
    pub(super) fn stop_reading(&mut self) {
        if let Some(reading) = self.reading.take() {
            reading.cancelled.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.stop_reading();
    }
}

/// The desk whose folder holds `file`, the deepest where several do.
pub(super) fn holding<'d>(desks: impl Iterator<Item = &'d Desk>, file: &Path) -> Option<&'d Desk> {
    desks
        .filter(|desk| file.starts_with(&desk.root))
        .max_by_key(|desk| desk.root.components().count())
}

/// The path of a `file:` address.
pub(super) fn path_of(uri: &Url) -> Option<PathBuf> {
    (uri.scheme() == "file").then(|| uri.to_file_path().ok()).flatten()
}
