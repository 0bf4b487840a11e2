//! Finding and reading drafts.

use std::fs;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::gitignore::Gitignore;

use super::decode::{self, Decoded, Hints};
use super::{Problem, discover, files, kinds};

/// A draft's file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DraftFile {
    /// As it is shown: as it was named, or what lies below the folder that was.
    pub shown: String,
    /// Where it is read.
    pub path: PathBuf,
}

/// What a search for drafts found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts {
    /// In the order of the paths that were named; inside a folder, of the names.
    pub files: Vec<DraftFile>,
    /// Paths that could not be searched: the work cannot be done.
    pub problems: Vec<Problem>,
}

/// Which files of a folder are drafts.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Patterns, as in ignore files, of the drafts; empty for every file in a writing format.
    pub only: Vec<String>,
    /// Patterns of files that are no drafts.
    pub exclude: Vec<String>,
    /// Folders (and files) of sources, which are never drafts.
    pub sources: Vec<PathBuf>,
}

/// Whether a file that a writer opens is a draft, as a [`Choice`] says; ready to be asked often.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    root: PathBuf,
    only: Option<Gitignore>,
    exclude: Option<Gitignore>,
    sources: Vec<PathBuf>,
}

impl Filter {
    /// The filter of the folder `root`.
    #[must_use]
    pub fn new(root: &Path, choice: &Choice) -> Self {
        let real = choice.sources.iter().filter_map(|path| fs::canonicalize(path).ok());
        Self {
            root: root.to_owned(),
            only: discover::patterns(&choice.only),
            exclude: discover::patterns(&choice.exclude),
            sources: choice.sources.iter().cloned().chain(real).collect(),
        }
    }

    /// Whether `file` is a draft: neither a source, nor excluded, nor a file of this program; its
    /// kind does not matter, for somebody opened it.
    #[must_use]
    pub fn admits(&self, file: &Path) -> bool {
        let below = file.strip_prefix(&self.root).unwrap_or(file);
        let named = |set: &Option<Gitignore>| {
            set.as_ref().is_some_and(|set| discover::is_matched(set, below, false))
        };
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        !kinds::is_ours(&name)
            && !self.sources.iter().any(|source| file.starts_with(source))
            && !named(&self.exclude)
            && (self.only.is_none() || named(&self.only))
    }
}

/// Finds the drafts at `paths`: a file that is named is a draft whatever its kind; below a folder,
/// files in a writing format are, unless hidden, ignored (also by an ignore file above), excluded,
/// or sources.
#[must_use]
pub fn find(paths: &[PathBuf], choice: &Choice) -> Drafts {
    let sources: Vec<PathBuf> =
        choice.sources.iter().filter_map(|path| fs::canonicalize(path).ok()).collect();
    let only = discover::patterns(&choice.only);
    let exclude = discover::patterns(&choice.exclude);
    let matches = |set: &Option<Gitignore>, path: &Path| {
        set.as_ref().is_some_and(|set| discover::is_matched(set, path, false))
    };
    let mut drafts = Drafts::default();
    for path in paths {
        if !path.is_dir() {
            drafts.add_named(path);
            continue;
        }
        drafts.add_folder(path, &sources, |below| {
            (only.is_none() || matches(&only, below)) && !matches(&exclude, below)
        });
    }
    let mut seen = std::collections::BTreeSet::new();
    drafts.files.retain(|file| seen.insert(file.path.clone()));
    drafts
}

impl Drafts {
    fn add_named(&mut self, path: &Path) {
        match fs::metadata(path) {
            Ok(_) => self.add(path, path),
            Err(error) => self.problem(path, files::explain(path, &error)),
        }
    }

    fn add(&mut self, path: &Path, shown: &Path) {
        let shown = discover::slashed(shown);
        self.files.push(DraftFile { shown, path: path.to_owned() });
    }

    fn problem(&mut self, path: &Path, message: String) {
        self.problems.push(Problem::new(discover::slashed(path), message));
    }

    fn add_folder(
        &mut self,
        folder: &Path,
        sources: &[PathBuf],
        is_chosen: impl Fn(&Path) -> bool,
    ) {
        let sources = sources.to_owned();
        let walk = WalkBuilder::new(folder)
            .follow_links(false)
            .sort_by_file_name(std::ffi::OsStr::cmp)
            .filter_entry(move |entry| {
                entry.depth() == 0
                    || !fs::canonicalize(entry.path()).is_ok_and(|real| sources.contains(&real))
            })
            .build();
        for entry in walk.filter_map(Result::ok) {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy();
            let below = path.strip_prefix(folder).unwrap_or(path);
            if kinds::is_draft(&name) && path.is_file() && is_chosen(below) {
                // What lies below the working folder is shown as people would name it.
                let is_here = folder == Path::new(".");
                self.add(path, if is_here { below } else { path });
            }
        }
    }
}

/// Reads the draft at `path`; `max_bytes` as for sources, but a draft that is longer is refused:
/// a half-checked draft would pass for a checked one.
///
/// # Errors
/// What happened and what to do.
pub fn read(path: &Path, max_bytes: u64) -> Result<Decoded, Problem> {
    let problem = |message: String| Problem::new(discover::slashed(path), message);
    let contents = files::read(path, max_bytes).map_err(problem)?;
    if let Some(size) = contents.cut_from {
        return Err(problem(format!(
            "the draft is {} MiB long, more than max-file-size: split it, or raise that limit in \
             copydesk.toml",
            size >> 20
        )));
    }
    decode_draft(contents.bytes, &path.to_string_lossy()).map_err(problem)
}

/// Decodes a draft called `name` from the bytes of a file or of standard input.
///
/// # Errors
/// What happened and what to do.
pub fn decode_draft(bytes: Vec<u8>, name: &str) -> Result<Decoded, String> {
    let html =
        crate::reading::markup::Format::of_name(name) == crate::reading::markup::Format::Html;
    decode::decode(bytes, Hints { html, ..Hints::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(folder: &Path, drafts: &Drafts) -> Vec<String> {
        let prefix = format!("{}/", discover::slashed(folder));
        drafts.files.iter().map(|file| file.shown.replace(&prefix, "")).collect()
    }

    #[test]
    fn a_folders_drafts_are_its_texts_without_the_sources() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for name in
            ["sources/a.txt", "b.md", "notes/c.tex", "code.rs", ".d.md", "old/e.md", "f.txt"]
        {
            let path = root.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "Text.").unwrap();
        }
        let mut choice = Choice {
            sources: vec![root.join("sources")],
            exclude: vec!["old/".into()],
            ..Choice::default()
        };
        let drafts = find(&[root.to_owned()], &choice);
        assert_eq!(shown(root, &drafts), ["b.md", "f.txt", "notes/c.tex"]);
        choice.only = vec!["*.md".into()];
        assert_eq!(shown(root, &find(&[root.to_owned()], &choice)), ["b.md"]);
        let named = find(&[root.join("code.rs"), root.join("none.md")], &choice);
        assert_eq!(shown(root, &named), ["code.rs"]);
        assert!(named.problems[0].message.contains("no such file"));
    }

    #[test]
    fn what_is_opened_is_a_draft_unless_the_writer_says_otherwise() {
        let choice = Choice {
            only: vec!["drafts/".into(), "*.md".into()],
            exclude: vec!["old/".into()],
            sources: vec!["/desk/refs".into()],
        };
        let filter = Filter::new(Path::new("/desk"), &choice);
        for (file, is_draft) in [
            ("/desk/a.md", true),
            ("/desk/drafts/a.rs", true),
            ("/desk/a.txt", false),
            ("/desk/old/a.md", false),
            ("/desk/refs/a.md", false),
            ("/desk/drafts/copydesk.toml", false),
        ] {
            assert_eq!(filter.admits(Path::new(file)), is_draft, "{file}");
        }
        assert!(Filter::default().admits(Path::new("/desk/a.txt")));
    }

    #[test]
    fn a_draft_that_is_no_text_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        fs::write(&path, [1u8; 300]).unwrap();
        assert!(read(&path, 1000).unwrap_err().to_string().contains("not text"));
        assert!(read(&path, 100).unwrap_err().to_string().contains("max-file-size"));
        fs::write(&path, "“Yes.”").unwrap();
        assert_eq!(read(&path, 100).unwrap().text, "“Yes.”");
    }
}
