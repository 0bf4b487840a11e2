//! The real library: sources in folders.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::growing::{Growing, shown_below};
use super::library::{Acceptance, Changed, Library, Progress, Shelf};
use crate::check::RULES;
use crate::corpus::Corpus;
use crate::corpus::people::NameOverrides;
use crate::project::config::{self, Config, Found};
use crate::project::drafts::Filter;
use crate::project::ledger::Ledger;
use crate::project::sources::{self, Order};
use crate::project::{accepted, drafts, pages, usual, watch};

/// How many files are read between two reports of how far the reading is.
const STEP: usize = 32;

/// Sources in folders.
#[derive(Debug, Default)]
pub struct Folders {
    /// Folders or files of sources that were named on the command line.
    pub named: Vec<PathBuf>,
    /// The configuration file that was named on the command line.
    pub configuration: Option<PathBuf>,
    /// Where pages to be looked at are written.
    cache: Option<PathBuf>,
    pages: OnceLock<BTreeMap<&'static str, PathBuf>>,
}

impl Folders {
    /// The library of the sources at `named`, or of those found beside the drafts where none is
    /// named.
    #[must_use]
    pub fn new(named: Vec<PathBuf>, configuration: Option<PathBuf>) -> Self {
        Self { named, configuration, cache: pages::cache_folder(), pages: OnceLock::new() }
    }

    /// The same library, its pages written below `cache`.
    #[must_use]
    pub fn caching_in(mut self, cache: PathBuf) -> Self {
        self.cache = Some(cache);
        self
    }

    /// What holds for the folder `root`: its configuration below what the client set.
    fn setting(&self, root: &Path, client: &Value) -> (Setting, Vec<String>) {
        let (client, mut notes) = Config::from_json(client);
        let found = match config::load(self.configuration.as_deref(), root) {
            Ok((found, problems)) => {
                notes.extend(problems.iter().map(ToString::to_string));
                found
            }
            Err(problem) => {
                notes.push(problem.to_string());
                Found::default()
            }
        };
        let folders = self.source_folders(root, &client, &found);
        let file = absolute(&found.path.unwrap_or_else(|| root.join(config::NAME)));
        let config = found.config.overlaid(client);
        (Setting { folders, file, config, faults: notes.clone() }, notes)
    }

    fn source_folders(&self, root: &Path, client: &Config, found: &Found) -> Vec<PathBuf> {
        if !self.named.is_empty() {
            return self.named.iter().map(|path| absolute(path)).collect();
        }
        if !client.sources.is_empty() {
            return client.sources.iter().map(|path| absolute(&root.join(path))).collect();
        }
        match found.sources() {
            named if !named.is_empty() => named.iter().map(|path| absolute(path)).collect(),
            _ => usual::source_folder(root)
                .or_else(|| usual::source_folder(&found.folder))
                .into_iter()
                .collect(),
        }
    }
}

impl Folders {
    /// Reads everything that is not as `known`.
    fn read_all(
        &self,
        root: &Path,
        client: &Value,
        known: Option<&Shelf>,
        changed: &[PathBuf],
        report: &mut dyn FnMut(Progress) -> bool,
    ) -> Shelf {
        let (setting, mut notes) = self.setting(root, client);
        let options = setting.config.source_options();
        let nothing = Ledger::default();
        let order = Order {
            roots: &setting.folders,
            options: &options,
            known: known.map_or(&nothing, |known| &known.ledger),
            changed,
            step: STEP,
        };
        let start = known.map(|known| Arc::clone(&known.corpus));
        let mut growing = Growing::new(root, start);
        let outcome = sources::load_in_steps(&order, &mut |step| growing.take(step, report));
        notes.extend(outcome.problems.iter().map(ToString::to_string));
        if let Some((read, total)) = outcome.stopped_at {
            notes.push(format!("the reading was stopped: {read} of {total} sources were read"));
        }
        let corpus = growing.finish(&outcome.removed);
        let shelf = setting.shelf(root, Arc::clone(&corpus));
        let corpus = named(corpus, known, &shelf.names);
        let stopped_at = outcome.stopped_at;
        Shelf { corpus, ledger: outcome.ledger, stopped_at, notes, ..shelf }
    }

    /// Reads only the files of `changed`, where that is all there is to do: none of them new, none
    /// a folder or a file that tells of others.
    fn read_some(
        &self,
        root: &Path,
        client: &Value,
        known: &Shelf,
        changed: &[PathBuf],
    ) -> Option<Shelf> {
        let accepted = |path: &Path| path.file_name().is_some_and(|name| name == accepted::NAME);
        let old = |path: &Path| {
            let shown = shown_below(root, path);
            known.corpus.sources().iter().find(|source| source.path == shown).cloned()
        };
        let files: Vec<_> = changed.iter().filter(|path| !accepted(path)).collect();
        let files: Option<Vec<_>> =
            files.into_iter().map(|path| Some((path, old(path)?))).collect();
        let files = files.filter(|_| !changed.is_empty() && known.stopped_at.is_none())?;
        let (setting, mut notes) = self.setting(root, client);
        let options = setting.config.source_options();
        let (mut read, mut removed) = (Vec::new(), Vec::new());
        let mut ledger = known.ledger.clone();
        for (path, old) in files {
            if path.is_file() {
                read.push(sources::load_one(path, &old.path, &old.id, &options, &mut ledger));
            } else {
                ledger.forget(&path.to_string_lossy());
                removed.push(old.path.clone());
            }
        }
        let corpus = match read.is_empty() && removed.is_empty() {
            true => Arc::clone(&known.corpus),
            false => Arc::new(known.corpus.updated(read, &removed)),
        };
        notes.extend(
            known.notes.iter().filter(|note| !notes.contains(note)).cloned().collect::<Vec<_>>(),
        );
        let shelf = setting.shelf(root, Arc::clone(&corpus));
        let corpus = named(corpus, Some(known), &shelf.names);
        Some(Shelf { corpus, ledger, notes, ..shelf })
    }
}

/// `corpus` with its names as the writer wants them, where that is not so already.
fn named(corpus: Arc<Corpus>, known: Option<&Shelf>, names: &NameOverrides) -> Arc<Corpus> {
    let before = known.map_or_else(NameOverrides::default, |known| known.names.clone());
    if before == *names {
        return corpus;
    }
    Arc::new((*corpus).clone().with_names(names.clone()))
}

/// What holds for a folder.
struct Setting {
    folders: Vec<PathBuf>,
    /// Its configuration's file, whether it is there or not.
    file: PathBuf,
    config: Config,
    /// What of it cannot be obeyed.
    faults: Vec<String>,
}

impl Setting {
    /// Which files are drafts.
    fn choice(&self) -> drafts::Choice {
        drafts::Choice {
            only: self.config.drafts.clone(),
            exclude: self.config.exclude.clone(),
            sources: self.folders.clone(),
        }
    }

    /// The shelf with `corpus`; what a reading leaves behind is not on it yet.
    fn shelf(self, root: &Path, corpus: Arc<Corpus>) -> Shelf {
        let drafts = Filter::new(root, &self.choice());
        let mut watched = self.folders;
        watched.extend(usual::USUAL_NAMES.iter().map(|name| root.join(name)));
        let folder = self.file.parent().unwrap_or(root);
        watched.extend([folder.join("names.toml"), folder.join(accepted::NAME)]);
        watched.push(self.file);
        Shelf {
            corpus,
            settings: self.config.settings(),
            lsp: self.config.lsp,
            names: self.config.names.overrides(),
            drafts,
            faults: self.faults,
            watched,
            ..Shelf::default()
        }
    }
}

/// `path` as an editor would name it: from the root of the disk, without `..`.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut straight = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(straight.pop()),
            Component::CurDir => {}
            part => straight.push(part),
        }
    }
    // Behind a link `..` leads elsewhere.
    let same = straight.canonicalize().ok() == path.canonicalize().ok();
    if same { straight } else { path }
}

impl Library for Folders {
    fn home_of(&self, file: &Path) -> Option<PathBuf> {
        usual::home_of(file)
    }

    fn read(&self, root: &Path, client: &Value, report: &mut dyn FnMut(Progress) -> bool) -> Shelf {
        self.pages.get_or_init(|| written_pages(self.cache.as_deref()));
        if !usual::may_be_searched(root) {
            return Shelf::default();
        }
        self.read_all(root, client, None, &[], report)
    }

    fn read_again(
        &self,
        root: &Path,
        client: &Value,
        known: &Shelf,
        changed: &[PathBuf],
        report: &mut dyn FnMut(Progress) -> bool,
    ) -> Shelf {
        if !usual::may_be_searched(root) {
            return Shelf::default();
        }
        self.read_some(root, client, known, changed)
            .unwrap_or_else(|| self.read_all(root, client, Some(known), changed, report))
    }

    fn drafts(&self, root: &Path, client: &Value, _: &Shelf) -> Vec<(PathBuf, u64)> {
        let (setting, _) = self.setting(root, client);
        let files = drafts::find(&[root.to_owned()], &setting.choice()).files;
        files.into_iter().map(|file| (file.path.clone(), usual::stamp(&file.path))).collect()
    }

    fn draft(&self, path: &Path) -> Option<String> {
        drafts::read(path, sources::DEFAULT_MAX_BYTES).ok().map(|decoded| decoded.text)
    }

    fn watch(&self, paths: &[PathBuf], changed: Changed) -> Option<Box<dyn Send>> {
        let watcher = watch::watch(paths, changed)?;
        Some(Box::new(watcher))
    }

    fn accept(&self, root: &Path, entry: &Acceptance) -> Result<PathBuf, String> {
        let folder = config::find(root).and_then(|file| Some(file.parent()?.to_owned()));
        let folder = folder.or_else(|| accepted::folder_of(root));
        accepted::add(&absolute(&folder.unwrap_or_else(|| root.to_owned())), entry)
    }

    fn may_ask(&self, root: &Path) -> bool {
        let asked = self.cache.as_deref().map(|cache| pages::mark_of(cache, root));
        usual::may_be_searched(root)
            && config::find(root).is_none()
            && asked.is_some_and(|mark| !mark.exists() && pages::write(&mark, "asked\n"))
    }

    fn configure(&self, root: &Path) -> Result<PathBuf, String> {
        let path = root.join(config::NAME);
        let written = std::fs::File::create_new(&path)
            .and_then(|mut file| file.write_all(config::template().as_bytes()));
        written.map(|()| path).map_err(|error| format!("{}: {error}", config::NAME))
    }

    fn text_page(&self, path: &Path) -> Option<PathBuf> {
        Some(pages::text_of(self.cache.as_deref()?, path))
    }

    fn write_text_page(&self, page: &Path, text: &str) -> bool {
        pages::write(page, text)
    }

    fn is_own_page(&self, path: &Path) -> bool {
        self.cache.as_deref().is_some_and(|cache| path.starts_with(cache))
    }

    fn page_of(&self, rule: &str) -> Option<PathBuf> {
        self.pages.get()?.get(rule).cloned()
    }
}

/// Writes the pages of the rules to where an editor can open them.
fn written_pages(cache: Option<&Path>) -> BTreeMap<&'static str, PathBuf> {
    let page = |name: &str, text: &str| {
        let path = cache?.join("rules").join(name).with_extension("md");
        pages::write(&path, text).then_some(path)
    };
    RULES.iter().filter_map(|rule| Some((rule.name, page(rule.name, rule.page)?))).collect()
}
