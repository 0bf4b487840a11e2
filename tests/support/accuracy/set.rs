//! Reading the set: topics with their sources and labelled drafts. The form is told in
//! `tests/accuracy/README.md`.

use std::fs;
use std::path::{Path, PathBuf};

use copydesk::corpus::Corpus;
use copydesk::project::sources::{self, Options};
use copydesk::text::TextRange;
use jiff::civil::Date;

pub(crate) struct Topic {
    pub(crate) name: String,
    pub(crate) corpus: Corpus,
    /// The people of the sources, full names.
    pub(crate) people: Vec<String>,
    pub(crate) drafts: Vec<Labelled>,
}

/// A draft with all findings it must have.
#[derive(Clone, Debug)]
pub(crate) struct Labelled {
    /// `topic/drafts.md:LINE`, or what was planted.
    pub(crate) place: String,
    pub(crate) text: String,
    pub(crate) date: Date,
    pub(crate) labels: Vec<Label>,
    /// Whether everything it states stands in the sources, so that a fault planted in it is one.
    pub(crate) sourced: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// The first is the one it counts for; any of them is right.
    pub(crate) rules: Vec<String>,
    /// The faulty words in the draft.
    pub(crate) range: TextRange,
    /// A finding that may be there and need not.
    pub(crate) optional: bool,
}

impl Labelled {
    /// No finding must be there; one that may does not make it faulty.
    pub(crate) fn is_faithful(&self) -> bool {
        self.labels.iter().all(|label| label.optional)
    }
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy")
}

/// Every topic, in the order of their names; only the named ones where `only` is not empty.
pub(crate) fn topics(only: &[String]) -> Vec<Topic> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.join("drafts.md").is_file());
    folders.sort();
    let mut topics = Vec::new();
    for path in folders {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if only.is_empty() || only.contains(&name) {
            topics.push(topic(name, &path));
        }
    }
    topics
}

fn topic(name: String, path: &Path) -> Topic {
    let loaded = sources::load(&[path.join("sources")], &Options::default());
    assert!(loaded.problems.is_empty(), "{name}: {:#?}", loaded.problems);
    let text = fs::read_to_string(path.join("drafts.md")).unwrap();
    let file = read(&name, &text);
    Topic { name, corpus: Corpus::build(loaded.sources), people: file.people, drafts: file.drafts }
}

struct File {
    people: Vec<String>,
    drafts: Vec<Labelled>,
}

/// The drafts of a file: blocks between empty lines. `# …` lines are for the reader, but for a
/// heading with "beside the sources"; `date:` and `people:` lines hold for what follows.
fn read(topic: &str, text: &str) -> File {
    let mut file = File { people: Vec::new(), drafts: Vec::new() };
    let mut date = None;
    let mut sourced = true;
    let mut block: Vec<(usize, &str)> = Vec::new();
    for (number, line) in text.lines().chain([""]).enumerate() {
        if let Some(heading) = line.strip_prefix("# ") {
            sourced = !heading.to_lowercase().contains("beside the sources");
        } else if let Some(value) = line.strip_prefix("date: ") {
            date = Some(value.trim().parse().unwrap());
        } else if let Some(names) = line.strip_prefix("people: ") {
            file.people.extend(names.split(';').map(|name| name.trim().to_owned()));
        } else if !line.trim().is_empty() {
            block.push((number + 1, line));
        } else if let Some((first, _)) = block.first() {
            let place = format!("{topic}/drafts.md:{first}");
            let date = date.unwrap_or_else(|| panic!("{place}: no `date:` before it"));
            file.drafts.push(draft(place, &block, date, sourced));
            block.clear();
        }
    }
    file
}

fn draft(place: String, block: &[(usize, &str)], date: Date, sourced: bool) -> Labelled {
    let (marks, lines): (Vec<_>, Vec<_>) =
        block.iter().partition(|(_, line)| line.starts_with("^ ") || line.starts_with("^? "));
    let mut text = String::new();
    for &(_, line) in lines {
        text += if line == "¶" { "" } else { line };
        text.push('\n');
    }
    let labels = marks.iter().map(|(_, line)| label(&place, line, &text)).collect();
    Labelled { place, text, date, labels, sourced }
}

/// `^ rule: faulty words` or `^? rule|rule: words`; the words stand once in the draft.
fn label(place: &str, line: &str, text: &str) -> Label {
    let optional = line.starts_with("^?");
    let line = line.trim_start_matches("^?").trim_start_matches("^ ").trim();
    let (rules, words) = line.split_once(": ").unwrap_or_else(|| panic!("{place}: `{line}`"));
    let words = words.trim();
    let rules: Vec<String> = rules.split('|').map(|rule| rule.trim().to_owned()).collect();
    for rule in &rules {
        assert!(judging_rules().any(|known| known == rule), "{place}: no rule “{rule}”");
    }
    let places = places(text, words);
    assert_eq!(places.len(), 1, "{place}: the places of “{words}” in\n{text}");
    let start = places[0];
    Label { rules, range: TextRange::new(start, start + words.len()), optional }
}

/// Where `words` stand in `text` as whole words.
fn places(text: &str, words: &str) -> Vec<usize> {
    let is_whole = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    text.match_indices(words).map(|(at, _)| at).filter(|&at| is_whole(at)).collect()
}

/// The rules that have figures: all that judge what the draft says.
pub(crate) fn judging_rules() -> impl Iterator<Item = &'static str> {
    let all = copydesk::check::RULES.iter().map(|rule| rule.name);
    all.filter(|name| *name != copydesk::check::UNUSED_IGNORE.name)
}
