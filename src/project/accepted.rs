//! `copydesk.accepted.toml`: findings that the writer accepted for good, by fingerprint, each with
//! a reason; kept in the repository beside the drafts.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::{Problem, discover};

/// The name of the file.
pub const NAME: &str = "copydesk.accepted.toml";

const HEAD: &str = "# Findings that were accepted for good: copydesk reports them no more.\n\
                    # Give each a reason; take an entry away to hear of it again.\n";

/// How many folders up the file may stand.
const HEIGHT: usize = 6;

/// A finding that was accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The finding's.
    pub fingerprint: String,
    /// The rule.
    pub rule: String,
    /// The words it is about, for people.
    pub text: String,
    /// Why it is right all the same.
    pub reason: String,
}

/// The folder, at or above `start`, that holds the file.
#[must_use]
pub fn folder_of(start: &Path) -> Option<PathBuf> {
    let start = if start.as_os_str().is_empty() { Path::new(".") } else { start };
    let start = std::path::absolute(start).ok()?;
    let found = start.ancestors().take(HEIGHT).find(|folder| folder.join(NAME).is_file());
    found.map(Path::to_owned)
}

/// The fingerprints of what was accepted in `folder`, and what is wrong with the file.
#[must_use]
pub fn read(folder: &Path) -> (BTreeSet<String>, Vec<Problem>) {
    let path = folder.join(NAME);
    let shown = discover::slashed(&path);
    match fs::read_to_string(&path) {
        Ok(text) => match text.parse::<DocumentMut>() {
            Ok(document) => (fingerprints(&document), Vec::new()),
            Err(error) => {
                let message =
                    format!("not valid TOML, so nothing is accepted: {}", error.message());
                (BTreeSet::new(), vec![Problem::new(shown, message)])
            }
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Default::default(),
        Err(error) => (BTreeSet::new(), vec![Problem::new(shown, error.to_string())]),
    }
}

fn fingerprints(document: &DocumentMut) -> BTreeSet<String> {
    let entries = document.get("accepted").and_then(Item::as_array_of_tables);
    let entries = entries.into_iter().flat_map(ArrayOfTables::iter);
    entries.filter_map(|entry| Some(entry.get("fingerprint")?.as_str()?.to_owned())).collect()
}

/// Adds `entry` to the file in `folder`, making it where there is none and keeping its comments
/// where there is one; the file's path.
///
/// # Errors
/// What happened and what to do.
pub fn add(folder: &Path, entry: &Entry) -> Result<PathBuf, String> {
    let path = folder.join(NAME);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => HEAD.to_owned(),
        Err(error) => return Err(format!("{}: {error}", path.display())),
    };
    let text = with_entry(&text, entry).map_err(|error| format!("{}: {error}", path.display()))?;
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

/// `text` with `entry` added, unless its fingerprint stands there already.
fn with_entry(text: &str, entry: &Entry) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        format!("mend the file first: {}", error.message())
    })?;
    if fingerprints(&document).contains(&entry.fingerprint) {
        return Ok(text.to_owned());
    }
    let was_empty = document.is_empty();
    let mut table = Table::new();
    table["fingerprint"] = value(&entry.fingerprint);
    table["rule"] = value(&entry.rule);
    table["text"] = value(&entry.text);
    table["reason"] = value(&entry.reason);
    let entries = document.entry("accepted").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(entries) = entries.as_array_of_tables_mut() else {
        return Err("`accepted` must be a list of tables: [[accepted]]".to_owned());
    };
    entries.push(table);
    if was_empty {
        // A file of nothing but comments keeps them behind its last table: they belong before.
        document.set_trailing("");
        return Ok(format!("{}\n\n{}", text.trim_end(), document.to_string().trim_start()));
    }
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(fingerprint: &str) -> Entry {
        Entry {
            fingerprint: fingerprint.to_owned(),
            rule: "unsourced-quote".to_owned(),
            text: "We \"will\" not".to_owned(),
            reason: "own interview".to_owned(),
        }
    }

    #[test]
    fn entries_are_added_once_and_comments_kept() {
        let first = with_entry(HEAD, &entry("a1")).unwrap();
        assert!(first.starts_with(HEAD.trim_end()), "{first}");
        let noted = first.replace("reason =", "# told on the phone\nreason =") + "# the end\n";
        let second = with_entry(&noted, &entry("b2")).unwrap();
        assert!(second.contains("# told on the phone") && second.contains("# the end"), "{second}");
        assert_eq!(with_entry(&second, &entry("a1")).unwrap(), second);
        let document: DocumentMut = second.parse().unwrap();
        assert_eq!(fingerprints(&document), BTreeSet::from(["a1".to_owned(), "b2".to_owned()]));
    }

    #[test]
    fn a_broken_file_is_left_alone_and_told_of() {
        for text in ["accepted = 3\n", "[[accepted\n"] {
            assert!(with_entry(text, &entry("a1")).is_err(), "{text}");
        }
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(NAME), "[[accepted\n").unwrap();
        assert_eq!(read(folder.path()).1.len(), 1);
        assert!(add(folder.path(), &entry("a1")).is_err());
    }

    #[test]
    fn what_was_added_is_read_from_the_nearest_folder() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("drafts");
        fs::create_dir(&below).unwrap();
        assert_eq!(read(folder.path()), (BTreeSet::new(), Vec::new()));
        add(folder.path(), &entry("a1")).unwrap();
        assert_eq!(folder_of(&below).as_deref(), Some(folder.path()));
        assert_eq!(read(folder.path()).0, BTreeSet::from(["a1".to_owned()]));
    }
}
