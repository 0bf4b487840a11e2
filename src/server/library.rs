//! Where the server's sources and settings come from, behind a trait so that tests need no files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::Value;

use crate::check::Settings;
use crate::corpus::Corpus;
use crate::corpus::people::NameOverrides;
pub use crate::project::accepted::Entry as Acceptance;
use crate::project::config::Lsp;
use crate::project::drafts::Filter;
use crate::project::ledger::Ledger;

/// The sources and settings of one folder.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// The sources, read and indexed.
    pub corpus: Arc<Corpus>,
    /// Which rules run.
    pub settings: Settings,
    /// The publication date of the folder's drafts, where it is set.
    pub date: Option<Date>,
    /// What the configuration sets for the server itself.
    pub lsp: Lsp,
    /// Files and folders whose change makes a new reading necessary.
    pub watched: Vec<PathBuf>,
    /// Which of the files that are opened are drafts.
    pub drafts: Filter,
    /// What was read, so that it need not be read again.
    pub ledger: Ledger,
    /// What the writer says about names.
    pub names: NameOverrides,
    /// Sources read and sources there are, where the reading was stopped before its end.
    pub stopped_at: Option<(usize, usize)>,
    /// What of the settings cannot be obeyed.
    pub faults: Vec<String>,
    /// What the writer should know: what could not be read, what is wrong in the configuration.
    pub notes: Vec<String>,
}

/// How far the reading of sources has come.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// Sources read so far.
    pub read: usize,
    /// Sources there are.
    pub total: usize,
    /// What can already be asked, where there is something new to ask.
    pub corpus: Option<Arc<Corpus>>,
}

/// What to tell of files that changed.
pub type Changed = Box<dyn Fn(Vec<PathBuf>) + Send>;

/// Finds and reads sources and settings; all its work is done on blocking workers.
pub trait Library: Send + Sync + 'static {
    /// The folder that serves `file` where no workspace folder holds it; `None` for a file that
    /// must be left alone (one that lies right in the home folder, say).
    fn home_of(&self, file: &Path) -> Option<PathBuf>;

    /// Reads the configuration and the sources of the folder `root`; `client` is what the client
    /// set. Tells `report` how far it is, and stops where that answers `false`.
    fn read(&self, root: &Path, client: &Value, report: &mut dyn FnMut(Progress) -> bool) -> Shelf;

    /// Reads again what is not as `known` any more: the files of `changed`, and whatever else is
    /// found to be new, gone or otherwise. By default everything.
    fn read_again(
        &self,
        root: &Path,
        client: &Value,
        _known: &Shelf,
        _changed: &[PathBuf],
        report: &mut dyn FnMut(Progress) -> bool,
    ) -> Shelf {
        self.read(root, client, report)
    }

    /// The drafts of the folder `root`, each with a number that changes when its file does.
    fn drafts(&self, _root: &Path, _client: &Value, _known: &Shelf) -> Vec<(PathBuf, u64)> {
        Vec::new()
    }

    /// The text of a draft; `None` where it cannot be read.
    fn draft(&self, _path: &Path) -> Option<String> {
        None
    }

    /// Tells `changed` of files that change at or below `paths`, for as long as what it returns
    /// lives.
    fn watch(&self, _paths: &[PathBuf], _changed: Changed) -> Option<Box<dyn Send>> {
        None
    }

    /// Notes in the folder `root` that a finding is accepted for good; where that was noted.
    ///
    /// # Errors
    /// What happened and what to do.
    fn accept(&self, _root: &Path, _entry: &Acceptance) -> Result<PathBuf, String> {
        Err("this folder keeps no list of accepted findings".to_owned())
    }

    /// Whether the writer may be asked about the folder `root`, which has no sources; once in its
    /// life.
    fn may_ask(&self, _root: &Path) -> bool {
        false
    }

    /// Writes a configuration for the folder `root`; its path.
    ///
    /// # Errors
    /// What happened and what to do.
    fn configure(&self, _root: &Path) -> Result<PathBuf, String> {
        Err("this folder takes no configuration".to_owned())
    }

    /// Where the text of the source at `path` opens, which no editor could show as it stands;
    /// always the same for the same source.
    fn text_page(&self, _path: &Path) -> Option<PathBuf> {
        None
    }

    /// Puts the text of a source to where it opens; whether it stands there.
    fn write_text_page(&self, _page: &Path, _text: &str) -> bool {
        false
    }

    /// Whether this program wrote the file at `path` to be looked at.
    fn is_own_page(&self, _path: &Path) -> bool {
        false
    }

    /// A page that explains `rule`, to be opened by the editor.
    fn page_of(&self, _rule: &str) -> Option<PathBuf> {
        None
    }
}
