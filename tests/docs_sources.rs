//! The examples of `docs/sources.md` are read without a complaint.

use std::fs;
use std::path::Path;

use copydesk::project::config::NameRules;
use copydesk::project::sources::{Options, load};

/// The fenced blocks of TOML in the page, in order.
fn examples() -> Vec<String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sources.md");
    let text = fs::read_to_string(page).unwrap_or_default();
    let blocks = text.split("```toml\n").skip(1);
    blocks.filter_map(|block| Some(block.split_once("```")?.0.to_owned())).collect()
}

#[test]
fn the_examples_are_read_without_a_complaint() {
    let examples = examples();
    let [manifest, names] = examples.as_slice() else { panic!("two examples, not {examples:?}") };
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("wire")).unwrap();
    for name in ["interview.txt", "wire/a.txt", "notes.txt"] {
        fs::write(folder.path().join(name), "Some words of a text.").unwrap();
    }
    fs::write(folder.path().join("sources.toml"), manifest).unwrap();
    let loaded = load(&[folder.path().to_owned()], &Options::default());
    assert_eq!(loaded.problems, []);
    let outlets: Vec<_> = loaded.sources.iter().map(|source| source.outlet.as_deref()).collect();
    assert_eq!(outlets, [Some("Tribune"), Some("Agency")]);
    let (names, problems) = NameRules::parse("names.toml", names);
    assert_eq!((names.add.len(), problems), (1, vec![]));
}
