//! Looking for `copydesk.toml` and `names.toml`, and reading them.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::{Problem, accepted, decode, discover, files};
use super::{Config, NameRules};

/// The name of the configuration file.
pub const NAME: &str = "copydesk.toml";
/// Bytes of a configuration file that are read.
const LIMIT: u64 = 4 << 20;

/// A configuration and where it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The file; `None` where there is none and the defaults hold.
    pub path: Option<PathBuf>,
    /// The folder that paths in it are relative to: the file's, else where the search began.
    pub folder: PathBuf,
    /// What it sets, `names.toml` beside it included.
    pub config: Config,
}

impl Found {
    /// The folders (or files) of sources that it names.
    #[must_use]
    pub fn sources(&self) -> Vec<PathBuf> {
        self.config.sources.iter().map(|path| self.resolve(path)).collect()
    }

    fn resolve(&self, path: &str) -> PathBuf {
        let home = path.strip_prefix("~/").zip(std::env::home_dir());
        home.map_or_else(|| join(&self.folder, path), |(below, home)| home.join(below))
    }
}

/// The path without a needless `./` before it.
fn join(folder: &Path, path: &str) -> PathBuf {
    let path = Path::new(path.strip_prefix("./").unwrap_or(path));
    if folder == Path::new(".") { path.to_owned() } else { folder.join(path) }
}

/// The `copydesk.toml` that serves `start` (a file or folder): the nearest at or above it, up to
/// the root of its repository or the home folder.
#[must_use]
pub fn find(start: &Path) -> Option<PathBuf> {
    let start = if start.is_dir() { start } else { start.parent().unwrap_or(start) };
    let start = if start.as_os_str().is_empty() { Path::new(".") } else { start };
    if let Some(own) = in_folder(start) {
        return Some(own);
    }
    let real = fs::canonicalize(start).ok()?;
    let home = std::env::home_dir().and_then(|home| fs::canonicalize(home).ok());
    let mut folders = real.ancestors().peekable();
    while let Some(folder) = folders.next() {
        let is_last = is_repository(folder)
            || folders.peek().is_some_and(|above| home.as_deref() == Some(above));
        if folder != real
            && let Some(found) = in_folder(folder)
        {
            return Some(shortened(found));
        }
        if is_last || home.as_deref() == Some(folder) {
            return None;
        }
    }
    None
}

fn in_folder(folder: &Path) -> Option<PathBuf> {
    let path = join(folder, NAME);
    path.is_file().then_some(path)
}

fn is_repository(folder: &Path) -> bool {
    [".git", ".hg", ".jj", ".svn"].iter().any(|name| folder.join(name).exists())
}

/// The path as seen from the working folder, where it lies below that or right above it.
fn shortened(path: PathBuf) -> PathBuf {
    let Some(here) = std::env::current_dir().and_then(fs::canonicalize).ok() else { return path };
    for (up, folder) in here.ancestors().take(4).enumerate() {
        if let Ok(below) = path.strip_prefix(folder) {
            return std::iter::repeat_n("..", up).collect::<PathBuf>().join(below);
        }
    }
    path
}

/// Reads the configuration at `path`, or the one that serves `start`; none is no error. The
/// problems are the writer's to mend; what is right is used all the same.
///
/// # Errors
/// Where the file cannot be read at all.
pub fn load(path: Option<&Path>, start: &Path) -> Result<(Found, Vec<Problem>), Problem> {
    let base = if start.is_dir() { start } else { start.parent().unwrap_or(start) };
    let Some(path) = path.map(Path::to_owned).or_else(|| find(start)) else {
        let mut found = Found { folder: base.to_owned(), ..Found::default() };
        let folder = accepted::folder_of(base);
        let (accepted, problems) = folder.map(|folder| accepted::read(&folder)).unwrap_or_default();
        found.config.accepted = accepted;
        return Ok((found, problems));
    };
    let shown = discover::slashed(&path);
    let text = read(&path).map_err(|message| Problem::new(shown.clone(), message))?;
    let (mut config, mut problems) = Config::parse(&shown, &text);
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    let (names, more) = load_names(&folder);
    problems.extend(more);
    config.names = config.names.joined(names);
    let (accepted, more) = accepted::read(&folder);
    problems.extend(more);
    config.accepted = accepted;
    Ok((Found { path: Some(path), folder, config }, problems))
}

/// Reads the `names.toml` of `folder`, where there is one.
#[must_use]
pub fn load_names(folder: &Path) -> (NameRules, Vec<Problem>) {
    let path = folder.join("names.toml");
    if !path.exists() {
        return (NameRules::default(), Vec::new());
    }
    let shown = discover::slashed(&path);
    match read(&path) {
        Ok(text) => NameRules::parse(&shown, &text),
        Err(message) => (NameRules::default(), vec![Problem::new(shown, message)]),
    }
}

fn read(path: &Path) -> Result<String, String> {
    let contents = files::read(path, LIMIT)?;
    Ok(decode::decode(contents.bytes, decode::Hints::default())?.text)
}
