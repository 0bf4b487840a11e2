//! `sources.toml`: what the writer says of the files beside it. Pure.
//!
//! ```toml
//! ["interview.txt"]            # a path below this folder
//! title = "Interview with the mayor"
//! kind = "interview"
//! date = 2021-03-04
//!
//! ["wire/*.txt"]               # or a pattern, as in ignore files
//! outlet = "Agency"
//! ```

use encoding_rs::Encoding;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Problem;
use super::toml_file::{TomlFile, in_order, nearest};
use crate::reading::metadata;

const KEYS: [&str; 10] =
    ["title", "author", "outlet", "date", "kind", "encoding", "ignore", "url", "key", "path"];
/// Tables that only hold entries: `[sources."a.txt"]`, `[[source]] path = "a.txt"`.
const WRAPPERS: [&str; 4] = ["sources", "source", "files", "file"];

/// What the writer says of a file or of the files of a pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<Date>,
    pub(super) kind: Option<String>,
    pub(super) encoding: Option<String>,
    pub(super) ignore: Option<bool>,
    pub(super) url: Option<String>,
    pub(super) key: Option<String>,
}

impl Entry {
    /// What is said here, and of the rest what `other` says.
    pub(super) fn or(self, other: &Self) -> Self {
        let other = other.clone();
        Self {
            title: self.title.or(other.title),
            author: self.author.or(other.author),
            outlet: self.outlet.or(other.outlet),
            date: self.date.or(other.date),
            kind: self.kind.or(other.kind),
            encoding: self.encoding.or(other.encoding),
            ignore: self.ignore.or(other.ignore),
            url: self.url.or(other.url),
            key: self.key.or(other.key),
        }
    }
}

struct Rule {
    pattern: String,
    glob: Option<Gitignore>,
    entry: Entry,
    place: Problem,
}

/// A `sources.toml` that was read.
#[derive(Default)]
pub(super) struct Manifest {
    rules: Vec<Rule>,
    /// The rules of each name: a manifest may have as many entries as there are files.
    by_name: FxHashMap<String, Vec<usize>>,
    globs: Vec<usize>,
}

impl Manifest {
    /// Reads `text`; `shown` is the file's path in problems.
    pub(super) fn parse(shown: &str, text: &str) -> (Self, Vec<Problem>) {
        let file = TomlFile::new(shown, text);
        let (table, problems) = file.parse();
        let mut reader = Reader { file, problems, rules: Vec::new() };
        reader.table("", &table);
        let mut manifest = Self { rules: reader.rules, ..Self::default() };
        for (number, rule) in manifest.rules.iter().enumerate() {
            manifest.by_name.entry(rule.pattern.clone()).or_default().push(number);
            if rule.glob.is_some() {
                manifest.globs.push(number);
            }
        }
        (manifest, reader.problems)
    }

    /// What is said of the file at `below`, a path below the manifest's folder with `/` between:
    /// its own entry before patterns, later patterns before earlier ones.
    pub(super) fn entry(&self, below: &str) -> Entry {
        let named = [below, stem(below)].map(|name| self.by_name.get(name));
        let named = named.into_iter().flatten().flatten().rev();
        let globbed = self.globs.iter().rev().filter(|&&number| self.rules[number].matches(below));
        named
            .chain(globbed)
            .fold(Entry::default(), |known, &number| known.or(&self.rules[number].entry))
    }

    /// The problems of entries that no file of `below` answers to, and no file that `exists`.
    pub(super) fn idle(&self, below: &[String], exists: impl Fn(&str) -> bool) -> Vec<Problem> {
        let names: FxHashSet<&str> =
            below.iter().flat_map(|path| [path.as_str(), stem(path)]).collect();
        let idle = self.rules.iter().filter(|rule| {
            !names.contains(rule.pattern.as_str())
                && !below.iter().any(|path| rule.matches(path))
                && !exists(&rule.pattern)
        });
        let known: Vec<&str> = below.iter().take(1000).map(String::as_str).collect();
        idle.take(50).map(|rule| rule.without_file(&known)).collect()
    }
}

impl Rule {
    fn matches(&self, below: &str) -> bool {
        self.glob.as_ref().is_some_and(|glob| glob.matched(below, false).is_ignore())
    }

    fn without_file(&self, known: &[&str]) -> Problem {
        let advice = nearest(&self.pattern, known).map_or_else(
            || "remove the entry, or put the file there".to_owned(),
            |meant| format!("did you mean \"{meant}\"?"),
        );
        let message = format!("no source is called \"{}\": {advice}", self.pattern);
        Problem { message, ..self.place.clone() }
    }
}

/// A path without its ending.
fn stem(below: &str) -> &str {
    below.rsplit_once('.').map_or(below, |(stem, _)| stem)
}

struct Reader<'t> {
    file: TomlFile<'t>,
    problems: Vec<Problem>,
    rules: Vec<Rule>,
}

impl Reader<'_> {
    /// Reads the entries of a table; `prefix` is what stands before their names: an unquoted
    /// `[interview.txt]` is for TOML a table `txt` in a table `interview`.
    fn table(&mut self, prefix: &str, table: &DeTable<'_>) {
        for (key, value) in in_order(table) {
            let name = key.get_ref().as_ref();
            match value.get_ref() {
                DeValue::Table(inner) if prefix.is_empty() && WRAPPERS.contains(&name) && !is_entry(inner) => {
                    self.table("", inner);
                }
                DeValue::Table(inner) if is_entry(inner) || inner.is_empty() => {
                    let pattern = format!("{prefix}{name}");
                    self.entry(&pattern, key.span(), inner);
                }
                DeValue::Table(inner) => self.table(&format!("{prefix}{name}."), inner),
                DeValue::Array(items) if WRAPPERS.contains(&name) => {
                    for item in items.iter() {
                        self.item(item);
                    }
                }
                _ => self.problems.push(self.file.at(
                    Some(key.span()),
                    format!("\"{name}\" stands outside any entry: write [\"file.txt\"] above it, with the name of the file it tells of"),
                )),
            }
        }
    }

    /// `[[source]]` with a `path`.
    fn item(&mut self, item: &Spanned<DeValue<'_>>) {
        let table = item.get_ref().as_table();
        let path = table.and_then(|table| {
            let found =
                table.iter().find(|(key, _)| matches!(key.get_ref().as_ref(), "path" | "file"));
            found.and_then(|(_, value)| value.get_ref().as_str()).map(str::to_owned)
        });
        match (table, path) {
            (Some(table), Some(path)) => self.entry(&path, item.span(), table),
            _ => self.problems.push(
                self.file.at(
                    Some(item.span()),
                    "this entry does not say which file it tells of: add path = \"file.txt\""
                        .to_owned(),
                ),
            ),
        }
    }

    fn entry(&mut self, pattern: &str, span: std::ops::Range<usize>, table: &DeTable<'_>) {
        let mut entry = Entry::default();
        for (key, value) in in_order(table) {
            if let Err(problem) = self.field(&mut entry, key, value) {
                self.problems.push(problem);
            }
        }
        let place = self.file.at(Some(span), String::new());
        let pattern = pattern.trim_start_matches("./").to_owned();
        let glob = glob(&pattern);
        self.rules.push(Rule { pattern, glob, entry, place });
    }

    fn field(
        &self,
        entry: &mut Entry,
        key: &Spanned<toml::de::DeString<'_>>,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<(), Problem> {
        let name = key.get_ref().as_ref();
        let text = || {
            let text = value.get_ref().as_str().map(str::to_owned);
            text.ok_or_else(|| self.file.wrong_type(name, value, "a string")).map(Some)
        };
        match name {
            "title" => entry.title = text()?,
            "author" => entry.author = self.names(value),
            "outlet" => entry.outlet = text()?,
            "kind" => entry.kind = text()?,
            "url" => entry.url = text()?,
            "key" => entry.key = text()?,
            "encoding" => entry.encoding = Some(self.encoding(value)?),
            "date" => entry.date = Some(self.date(value)?),
            "ignore" => {
                let flag = value.get_ref().as_bool();
                entry.ignore =
                    Some(flag.ok_or_else(|| self.file.wrong_type(name, value, "true or false"))?);
            }
            "path" | "file" => {}
            _ => return Err(self.file.unknown_key(key, &KEYS)),
        }
        Ok(())
    }

    /// One name, or a list of them.
    fn names(&self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        match value.get_ref() {
            DeValue::Array(items) => {
                let names: Vec<&str> =
                    items.iter().filter_map(|item| item.get_ref().as_str()).collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
            value => value.as_str().map(str::to_owned),
        }
    }

    fn encoding(&self, value: &Spanned<DeValue<'_>>) -> Result<String, Problem> {
        let label = value.get_ref().as_str().unwrap_or_default();
        let known = Encoding::for_label(label.as_bytes()).is_some();
        let advice = "write one such as \"utf-8\", \"windows-1251\", \"windows-1252\", \"koi8-r\" or \"utf-16le\"";
        let unknown = || {
            self.file
                .at(Some(value.span()), format!("\"{label}\" is not a known encoding: {advice}"))
        };
        if known { Ok(label.to_owned()) } else { Err(unknown()) }
    }

    fn date(&self, value: &Spanned<DeValue<'_>>) -> Result<Date, Problem> {
        let text = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            value => value.as_str().unwrap_or_default().to_owned(),
        };
        metadata::whole_date(&text).ok_or_else(|| {
            self.file.at(
                Some(value.span()),
                "this is not a whole date: write it as 2024-02-25".to_owned(),
            )
        })
    }
}

/// Whether a table holds what an entry holds: a key of an entry, or any plain value.
fn is_entry(table: &DeTable<'_>) -> bool {
    table.iter().any(|(_, value)| !value.get_ref().is_table() && !value.get_ref().is_array())
        || table.iter().any(|(key, value)| {
            KEYS.contains(&key.get_ref().as_ref()) && !value.get_ref().is_table()
        })
}

fn glob(pattern: &str) -> Option<Gitignore> {
    if !pattern.contains(['*', '?', '[', '{']) {
        return None;
    }
    let mut builder = GitignoreBuilder::new("");
    builder.add_line(None, pattern).ok()?;
    builder.build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_by_path_stem_and_pattern() {
        let text = "[\"wire/*.txt\"]\noutlet = \"Agency\"\nauthor = [\"A. Moss\", \"C. Brandt\"]\n\
            [\"wire/one.txt\"]\noutlet = \"Tribune\"\ndate = 2021-03-04\n\
            [interview.txt]\nkind = \"interview\"\n[plain]\nignore = true\n\
            [[source]]\npath = \"b.txt\"\nencoding = \"koi8-r\"\n";
        let (manifest, problems) = Manifest::parse("sources.toml", text);
        assert_eq!(problems, []);
        let outlet = |path: &str| manifest.entry(path).outlet;
        assert_eq!(outlet("wire/two.txt").as_deref(), Some("Agency"));
        assert_eq!(outlet("wire/one.txt").as_deref(), Some("Tribune"));
        assert_eq!(manifest.entry("wire/one.txt").author.as_deref(), Some("A. Moss, C. Brandt"));
        assert_eq!(manifest.entry("interview.txt").kind.as_deref(), Some("interview"));
        assert_eq!(manifest.entry("plain.md").ignore, Some(true));
        assert_eq!(manifest.entry("b.txt").encoding.as_deref(), Some("koi8-r"));
        assert_eq!(manifest.entry("other.txt"), Entry::default());
    }

    #[test]
    fn faults_are_told_with_their_line() {
        for (text, said) in [
            (
                "[\"a.txt\"]\ntitel = \"x\"\n",
                "s.toml:2:1: \"titel\" is not a key of this file: did you mean \"title\"?",
            ),
            (
                "[\"a.txt\"]\ndate = \"soon\"\n",
                "s.toml:2:8: this is not a whole date: write it as 2024-02-25",
            ),
            ("[\"a.txt\"]\nencoding = \"x\"\n", "s.toml:2:12: \"x\" is not a known encoding"),
            ("[\"a.txt\"]\nignore = 1\n", "s.toml:2:10: ignore must be true or false"),
            ("title = \"x\"\n", "s.toml:1:1: \"title\" stands outside any entry"),
            ("[[source]]\ntitle = \"x\"\n", "s.toml:1:1: this entry does not say which file"),
            ("[\"a.txt\"\n", "s.toml:1"),
            (
                "[\"b.txt\"]\ntitle = \"x\"\n",
                "s.toml:1:2: no source is called \"b.txt\": did you mean \"a.txt\"?",
            ),
        ] {
            let (manifest, mut problems) = Manifest::parse("s.toml", text);
            problems.extend(manifest.idle(&["a.txt".to_owned()], |_| false));
            let told = problems.first().map(ToString::to_string).unwrap_or_default();
            assert!(told.starts_with(said), "{told}");
        }
    }
}
