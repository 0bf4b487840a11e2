//! Sources as they come: every fault costs its own file only, and is told.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::PathBuf;

use copydesk::corpus::{Source, SourceKind, Status};
use copydesk::project::sources::{Loaded, Options, load};

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
    let junk: Vec<u8> = (0..5000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 11) as u8).collect();
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

#[test]
fn the_writer_has_the_last_word() {
    let manifest = "[\"a.txt\"]\ntitle = \"The Vote\"\noutlet = \"Tribune\"\ndate = 2021-03-04\n\
        kind = \"interview\"\nkey = \"moss21\"\n[\"b.txt\"]\nencoding = \"windows-1251\"\n\
        [\"c.txt\"]\nignore = true\n[\"none.txt\"]\ntitle = \"x\"\n";
    let folder = Folder::with(&[
        ("sources.toml", manifest.as_bytes()),
        ("a.txt", b"Another Title\n\nMay 2, 2020\n\nText of the article."),
        ("b.txt", b"\xC4\xE0"),
        ("c.txt", TEXT.as_bytes()),
    ]);
    let loaded = folder.load();
    let source = of(&loaded, "a.txt");
    assert_eq!(source.title.as_deref(), Some("The Vote"));
    assert_eq!(source.date.map(|date| date.to_string()).as_deref(), Some("2021-03-04"));
    assert_eq!(source.key.as_deref(), Some("moss21"));
    assert_eq!(source.kind, SourceKind::Speech);
    assert_eq!(of(&loaded, "b.txt").text(), "Да");
    assert_eq!(loaded.sources.len(), 2);
    assert_eq!(loaded.problems[0].line, Some(11));
    assert!(loaded.problems[0].message.contains("no source is called \"none.txt\""));
}
