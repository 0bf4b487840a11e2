//! Loading the sources: folders in, documents with what is known of them out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::decode::{self, Decoded, Hints};
use super::discover::{self, Found};
use super::{files, ids};
use crate::corpus::{Confidence, Source, SourceKind, Status};
use crate::reading::markup::{self, Format};
use crate::reading::metadata::{Known, Metadata};

/// Bytes of one file that are read unless the configuration says otherwise: 32 MiB.
pub const DEFAULT_MAX_BYTES: u64 = 32 << 20;

/// How sources are loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Bytes of one file that are read; the rest is left out, and said to be.
    pub max_bytes: u64,
    /// Patterns, as in ignore files, of files that are no sources.
    pub exclude: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { max_bytes: DEFAULT_MAX_BYTES, exclude: Vec::new() }
    }
}

/// Something that went wrong outside any one source: a folder that is not there, a fault in a
/// configuration file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file or folder, as it is shown.
    pub path: String,
    /// The line, from 1, where there is one.
    pub line: Option<usize>,
    /// What happened and what to do.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(out, "{}:{line}: {}", self.path, self.message),
            None => write!(out, "{}: {}", self.path, self.message),
        }
    }
}

/// What was loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Every document, the unreadable ones included, in the order of their paths.
    pub sources: Vec<Source>,
    /// What went wrong besides.
    pub problems: Vec<Problem>,
    /// Files that nobody would take for a source: pictures, archives, programs.
    pub passed_over: usize,
}

/// Loads the sources below `roots` (folders or files). Never fails: what cannot be read is listed
/// with what happened and what to do.
#[must_use]
pub fn load(roots: &[PathBuf], options: &Options) -> Loaded {
    let discovery = discover::walk(roots, &options.exclude);
    let paths: Vec<String> = discovery.files.iter().map(|file| file.shown.clone()).collect();
    let sources: Vec<Source> = discovery
        .files
        .par_iter()
        .zip(ids::assign(&paths))
        .map(|(file, id)| with_id(load_found(file, options), id))
        .collect();
    let mut problems: Vec<Problem> = discovery
        .problems
        .into_iter()
        .map(|(path, message)| Problem { path: discover::slashed(&path), line: None, message })
        .collect();
    if sources.is_empty() {
        problems.extend(roots.iter().filter(|root| root.is_dir()).map(|root| empty(root)));
    }
    Loaded { sources, problems, passed_over: discovery.passed_over }
}

fn empty(root: &Path) -> Problem {
    Problem {
        path: discover::slashed(root),
        line: None,
        message: "no document in this folder: put the sources there as .txt, .md or .html files, \
                  or name another folder with --sources"
            .to_owned(),
    }
}

/// Loads one file again, as after a change on disk. The id must be given by the caller, who knows
/// the others.
#[must_use]
pub fn load_one(path: &Path, shown: &str, id: &str, options: &Options) -> Source {
    let name = shown.rsplit('/').next().unwrap_or(shown);
    let problem = match super::kinds::kind_of(name) {
        super::kinds::Kind::Unread(advice) => Some(advice.to_owned()),
        _ => None,
    };
    let found = Found { shown: shown.to_owned(), path: path.to_owned(), problem };
    let source = load_found(&found, options);
    with_id(source, id.to_owned())
}

fn with_id(mut source: Source, id: String) -> Source {
    source.id = id;
    source
}

fn load_found(file: &Found, options: &Options) -> Source {
    if let Some(problem) = &file.problem {
        return unreadable(file, problem.clone());
    }
    match read(file, options) {
        Ok((decoded, cut)) => source_of(file, decoded, cut),
        Err(problem) => unreadable(file, problem),
    }
}

fn unreadable(file: &Found, problem: String) -> Source {
    let mut source = Source::default();
    source.path.clone_from(&file.shown);
    source.status = Status::Unreadable;
    source.problem = Some(problem);
    source
}

fn read(file: &Found, options: &Options) -> Result<(Decoded, Option<String>), String> {
    let contents = files::read(&file.path, options.max_bytes)?;
    if contents.bytes.is_empty() && contents.cut_from.is_none() {
        return Err("the file is empty: fetch it again, or remove it".to_owned());
    }
    let html = Format::of_name(&file.shown) == Format::Html;
    let hints = Hints { declared: None, html, cut: contents.cut_from.is_some() };
    let decoded = decode::decode(contents.bytes, hints)?;
    if decoded.text.trim().is_empty() {
        return Err(
            "the file holds nothing but white space: fetch it again, or remove it".to_owned()
        );
    }
    let cut = contents.cut_from.map(|size| too_long(size, options.max_bytes));
    Ok((decoded, cut))
}

fn too_long(size: u64, limit: u64) -> String {
    format!(
        "only the first {} of {} were read: split the file, or raise max-file-size in \
         copydesk.toml",
        in_units(limit),
        in_units(size)
    )
}

fn in_units(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} KiB", bytes / 1024),
        _ => format!("{} MiB", bytes / 1_048_576),
    }
}

fn source_of(file: &Found, decoded: Decoded, cut: Option<String>) -> Source {
    let format = Format::of_name(&file.shown);
    let mut source = Source::default();
    source.path.clone_from(&file.shown);
    source.problem = join(cut, decoded.problem);
    source.status = if source.problem.is_some() { Status::Partial } else { Status::Read };
    source.encoding = decoded.encoding;
    source.extraction = markup::extract(&decoded.text, format);
    let metadata = Metadata::of(&decoded.text, format, &source.extraction);
    describe(&mut source, metadata);
    if format != Format::Html && !source.extraction.map.is_identity() {
        source.raw = Some(Arc::from(decoded.text));
    }
    source
}

/// Writes down what is known of a source. A date from weak signs is told and not used: it would
/// be a false ground for every "yesterday" of the text.
fn describe(source: &mut Source, metadata: Metadata) {
    let mut found = Vec::new();
    let mut text = |name: &str, known: Option<Known<String>>| {
        let known = known?;
        found.push(format!("{name}: {}", known.why));
        Some(known.value)
    };
    source.title = text("title", metadata.title);
    source.author = text("author", metadata.author);
    source.outlet = text("outlet", metadata.outlet);
    if let Some(date) = metadata.date {
        if date.confidence == Confidence::Low {
            found.push(format!(
                "date: perhaps {} ({}), too unsure to be used",
                date.value, date.why
            ));
        } else {
            found.push(format!("date: {}", date.why));
            source.date = Some(date.value);
        }
        source.date_confidence = date.confidence;
    }
    if let Some(updated) = metadata.updated {
        found.push(format!("changed on {}: {}", updated.value, updated.why));
    }
    source.found = found;
    source.key = metadata.key;
    source.kind = metadata.kind.as_deref().map_or(SourceKind::Article, kind_of);
}

/// The kind that a word for it names.
fn kind_of(name: &str) -> SourceKind {
    const SPEECH: [&str; 9] = [
        "transcript",
        "speech",
        "interview",
        "statement",
        "testimony",
        "address",
        "hearing",
        "debate",
        "letter",
    ];
    let name = name.to_lowercase();
    if SPEECH.iter().any(|word| name.contains(word)) {
        SourceKind::Speech
    } else {
        SourceKind::Article
    }
}

fn join(first: Option<String>, second: Option<String>) -> Option<String> {
    match (first, second) {
        (Some(first), Some(second)) => Some(format!("{first}; {second}")),
        (first, second) => first.or(second),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const TEXT: &str = "The chamber was full by six. “We will not raise the tax,” Moss said.\n";

    struct Folder(tempfile::TempDir);

    impl Folder {
        fn with(files: &[(&str, &[u8])]) -> Self {
            let folder = Self(tempfile::tempdir().unwrap());
            for (name, content) in files {
                let path = folder.path(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, content).unwrap();
            }
            folder
        }

        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join("sources").join(name)
        }

        fn load(&self) -> Loaded {
            load(&[self.path("")], &Options::default())
        }
    }

    fn of<'l>(loaded: &'l Loaded, end: &str) -> &'l Source {
        loaded.sources.iter().find(|source| source.path.ends_with(end)).unwrap()
    }

    #[test]
    fn documents_are_read_in_the_order_of_their_paths() {
        let folder = Folder::with(&[
            ("b.txt", TEXT.as_bytes()),
            ("a.md", TEXT.as_bytes()),
            ("deep/er/c.html", b"<p>Words of a page.</p>"),
            ("plain", TEXT.as_bytes()),
            (".hidden.txt", TEXT.as_bytes()),
            ("out.txt", TEXT.as_bytes()),
            (".ignore", b"out.txt"),
            ("photo.jpg", b"\xFF\xD8\xFF"),
            ("blob", b"\0\x01\x02\x03\x04"),
        ]);
        let loaded = folder.load();
        let ids: Vec<&str> = loaded.sources.iter().map(|source| source.id.as_str()).collect();
        assert_eq!(ids, ["a", "b", "blob", "c", "plain"]);
        assert_eq!(of(&loaded, "blob").status, Status::Unreadable);
        assert_eq!(loaded.passed_over, 1);
        assert_eq!(loaded.problems, []);
    }

    #[test]
    fn each_fault_costs_its_own_file_only() {
        let mut cut = "é".repeat(2000).into_bytes();
        cut.pop();
        let junk: Vec<u8> =
            (0..5000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 11) as u8).collect();
        let folder = Folder::with(&[
            ("good.txt", TEXT.as_bytes()),
            ("empty.txt", b""),
            ("white.txt", b" \n\t\n"),
            ("junk.txt", &junk),
            ("cut.txt", &cut),
            ("bad.txt", b"caf\xC3\xA9\n\xC3\xA9t\xC3\xA9 \xFF fin\n"),
            ("report.pdf", b"%PDF-1.4"),
            ("really.txt", b"%PDF-1.4 rest"),
            ("folder.txt/inside.txt", TEXT.as_bytes()),
        ]);
        let loaded = folder.load();
        for (name, status, said) in [
            ("good.txt", Status::Read, ""),
            ("inside.txt", Status::Read, ""),
            ("empty.txt", Status::Unreadable, "the file is empty"),
            ("white.txt", Status::Unreadable, "white space"),
            ("junk.txt", Status::Unreadable, "not text"),
            ("cut.txt", Status::Partial, "cut short"),
            ("bad.txt", Status::Partial, "1 place that is not valid UTF-8, first on line 2"),
            ("report.pdf", Status::Unreadable, "PDF is not read yet"),
            ("really.txt", Status::Unreadable, "the file is a PDF"),
        ] {
            let source = of(&loaded, name);
            assert_eq!(source.status, status, "{name}");
            assert!(
                source.problem.clone().unwrap_or_default().contains(said),
                "{name}: {:?}",
                source.problem
            );
        }
        assert_eq!(loaded.sources.len(), 9);
    }

    #[test]
    fn a_long_file_is_read_up_to_the_limit() {
        let folder = Folder::with(&[("long.txt", "é".repeat(5000).as_bytes())]);
        let options = Options { max_bytes: 1025, ..Options::default() };
        let loaded = load(&[folder.path("")], &options);
        let source = of(&loaded, "long.txt");
        assert_eq!((source.status, source.text().len()), (Status::Partial, 1024));
        let problem = source.problem.clone().unwrap();
        assert!(problem.starts_with("only the first 1 KiB of 9 KiB were read"), "{problem}");
    }

    #[test]
    fn a_folder_that_is_missing_or_empty_is_told() {
        let folder = Folder::with(&[("photo.png", b"x")]);
        let loaded = load(&[folder.path("none"), folder.path("")], &Options::default());
        let told: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
        assert!(told[0].contains("none: there is no such file or folder"), "{told:?}");
        assert!(told[1].contains("no document in this folder"), "{told:?}");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_never_round_in_circles() {
        use std::os::unix::fs::symlink;
        let folder = Folder::with(&[("a.txt", TEXT.as_bytes()), ("sub/b.txt", TEXT.as_bytes())]);
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("far.txt"), TEXT).unwrap();
        symlink(outside.path(), folder.path("linked")).unwrap();
        symlink(outside.path().join("far.txt"), folder.path("near.txt")).unwrap();
        symlink("..", folder.path("sub/up")).unwrap();
        symlink("/", folder.path("sub/root")).unwrap();
        symlink("self.txt", folder.path("self.txt")).unwrap();
        symlink("nowhere.txt", folder.path("broken.txt")).unwrap();
        let loaded = folder.load();
        for (name, status, said) in [
            ("linked/far.txt", Status::Read, ""),
            ("near.txt", Status::Read, ""),
            ("sub/up", Status::Unreadable, "leads back to"),
            ("sub/root", Status::Unreadable, "leads back to"),
            ("self.txt", Status::Unreadable, "leads back to itself"),
            ("broken.txt", Status::Unreadable, "nowhere.txt does not exist"),
        ] {
            let source = of(&loaded, name);
            assert_eq!(source.status, status, "{name}");
            assert!(
                source.problem.clone().unwrap_or_default().contains(said),
                "{name}: {:?}",
                source.problem
            );
        }
        assert_eq!(loaded.sources.len(), 8);
    }

    #[cfg(unix)]
    #[test]
    fn pipes_and_sockets_are_never_opened() {
        let folder = Folder::with(&[("a.txt", TEXT.as_bytes())]);
        let _socket = std::os::unix::net::UnixListener::bind(folder.path("socket.txt")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(folder.path("pipe.txt")).status();
        let loaded = folder.load();
        assert!(of(&loaded, "socket.txt").problem.clone().unwrap().contains("not a regular file"));
        if made.is_ok_and(|status| status.success()) {
            assert!(of(&loaded, "pipe.txt").problem.clone().unwrap().contains("not opened"));
        }
        assert_eq!(of(&loaded, "a.txt").status, Status::Read);
    }

    #[cfg(unix)]
    #[test]
    fn rights_that_are_missing_are_told() {
        use std::os::unix::fs::PermissionsExt;
        let folder = Folder::with(&[
            ("a.txt", TEXT.as_bytes()),
            ("shut.txt", TEXT.as_bytes()),
            ("dark/b.txt", TEXT.as_bytes()),
        ]);
        fs::set_permissions(folder.path("shut.txt"), fs::Permissions::from_mode(0o000)).unwrap();
        fs::set_permissions(folder.path("dark"), fs::Permissions::from_mode(0o000)).unwrap();
        let loaded = folder.load();
        let all_powerful = fs::read(folder.path("shut.txt")).is_ok();
        fs::set_permissions(folder.path("dark"), fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(of(&loaded, "a.txt").status, Status::Read);
        if all_powerful {
            eprintln!("LEFT OUT: this user may read everything, so missing rights cannot be tried");
            return;
        }
        for name in ["shut.txt", "dark"] {
            assert!(of(&loaded, name).problem.clone().unwrap().contains("permission"), "{name}");
        }
    }
}
