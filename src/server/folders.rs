//! The real library: sources in folders.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::library::{Library, Progress, Shelf};
use crate::check::RULES;
use crate::corpus::{Corpus, Source};
use crate::project::sources::{self, Loaded, Options};
use crate::project::usual;

/// Sources in folders.
#[derive(Debug, Default)]
pub struct Folders {
    /// Folders or files of sources that were named on the command line.
    pub named: Vec<PathBuf>,
    pages: OnceLock<BTreeMap<&'static str, PathBuf>>,
}

impl Folders {
    /// The library of the sources at `named`, or of those found beside the drafts where none is
    /// named.
    #[must_use]
    pub fn new(named: Vec<PathBuf>) -> Self {
        Self { named, pages: OnceLock::new() }
    }

    fn source_folders(&self, root: &Path, client: &Value) -> Vec<PathBuf> {
        if !self.named.is_empty() {
            return self
                .named
                .iter()
                .map(|path| std::path::absolute(path).unwrap_or_else(|_| path.clone()))
                .collect();
        }
        let set: Vec<PathBuf> = client
            .get("sources")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(|path| Some(root.join(path.as_str()?)))
            .collect();
        if !set.is_empty() {
            return set;
        }
        usual::source_folder(root).into_iter().collect()
    }
}

impl Library for Folders {
    fn home_of(&self, file: &Path) -> Option<PathBuf> {
        usual::home_of(file)
    }

    fn read(&self, root: &Path, client: &Value, _: &mut dyn FnMut(Progress) -> bool) -> Shelf {
        self.pages.get_or_init(written_pages);
        if !usual::may_be_searched(root) {
            return Shelf::default();
        }
        let folders = self.source_folders(root, client);
        let loaded = match folders.is_empty() {
            true => Loaded::default(),
            false => sources::load(&folders, &Options::default()),
        };
        let notes = loaded.problems.iter().map(ToString::to_string).collect();
        let sources = loaded.sources.into_iter().map(|source| below(root, source)).collect();
        let mut watched = folders;
        watched.extend(usual::USUAL_NAMES.iter().map(|name| root.join(name)));
        watched.push(root.join(usual::CONFIGURATION));
        Shelf { corpus: Arc::new(Corpus::build(sources)), watched, notes, ..Shelf::default() }
    }

    fn page_of(&self, rule: &str) -> Option<PathBuf> {
        self.pages.get()?.get(rule).cloned()
    }
}

/// `source`, its path shown below `root` where it lies there.
fn below(root: &Path, mut source: Source) -> Source {
    if let Ok(path) = Path::new(&source.path).strip_prefix(root) {
        source.path = path.to_string_lossy().replace('\\', "/");
    }
    source
}

/// Writes the pages of the rules to where an editor can open them.
fn written_pages() -> BTreeMap<&'static str, PathBuf> {
    let page = |name: &str, text: &str| usual::cached(&format!("rules/{name}.md"), text);
    RULES.iter().filter_map(|rule| Some((rule.name, page(rule.name, rule.page)?))).collect()
}
