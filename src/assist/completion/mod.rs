//! What may be typed on: real quotations inside quotation marks, names in the sources' spelling,
//! citation keys, rule names in silencing comments.

mod context;
mod quoted;

use super::citations::key_of;
use super::day::spoken_day;
use crate::check::RULES;
use crate::corpus::Corpus;
use crate::corpus::people::People;
use crate::text::TextRange;
use context::Context;

/// What a completion puts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// A quotation's exact words.
    Quotation,
    /// A name.
    Name,
    /// A citation key.
    Citation,
    /// The name of a rule.
    Rule,
}

/// Something that may be typed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is shown.
    pub label: String,
    /// What it is: speaker, date and source, or a role.
    pub detail: String,
    /// What it puts in.
    pub kind: CompletionKind,
    /// What it replaces, in raw bytes of the draft.
    pub replaces: TextRange,
    /// What takes its place.
    pub text: String,
}

/// How many completions are offered.
const MOST: usize = 40;

/// What may be typed on at the raw byte `offset` of the draft `raw`, best first. `cancelled` is
/// asked between sources.
#[must_use]
pub fn complete(
    corpus: &Corpus,
    people: Option<&People>,
    raw: &str,
    offset: usize,
    cancelled: &dyn Fn() -> bool,
) -> Vec<Completion> {
    match context::at(raw, offset) {
        Some(Context::Rule(typed)) => rules(raw, typed),
        Some(Context::Citation(typed)) => citations(corpus, raw, typed),
        Some(Context::Quotation { typed, before }) => {
            quoted::complete(corpus, people, raw, (typed, before), cancelled)
        }
        Some(Context::Name(typed)) => names(corpus, people, raw, typed),
        None => Vec::new(),
    }
}

fn rules(raw: &str, typed: TextRange) -> Vec<Completion> {
    let rules = RULES.iter().filter(|rule| rule.name.starts_with(typed.of(raw)));
    rules
        .map(|rule| Completion {
            label: rule.name.to_owned(),
            detail: rule.summary.to_owned(),
            kind: CompletionKind::Rule,
            replaces: typed,
            text: rule.name.to_owned(),
        })
        .collect()
}

fn citations(corpus: &Corpus, raw: &str, typed: TextRange) -> Vec<Completion> {
    let wanted = typed.of(raw).to_lowercase();
    let numbers = 0..corpus.sources().len();
    let keys = numbers.filter_map(|number| Some((number, key_of(corpus, number)?)));
    let fits = |(number, key): &(usize, &str)| {
        let title = corpus.sources()[*number].title.as_deref().unwrap_or_default();
        key.to_lowercase().contains(&wanted) || title.to_lowercase().contains(&wanted)
    };
    keys.filter(fits)
        .take(MOST)
        .map(|(number, key)| {
            let source = &corpus.sources()[number];
            let date = source.date.map(|date| format!(" · {}", spoken_day(date)));
            Completion {
                label: key.to_owned(),
                detail: format!("{}{}", source.display_name(), date.unwrap_or_default()),
                kind: CompletionKind::Citation,
                replaces: typed,
                text: key.to_owned(),
            }
        })
        .collect()
}

/// Names of the sources of which a word begins as what was typed.
fn names(corpus: &Corpus, people: Option<&People>, raw: &str, typed: TextRange) -> Vec<Completion> {
    let wanted = typed.of(raw).to_lowercase();
    let begins =
        |name: &str| name.split_whitespace().any(|word| word.to_lowercase().starts_with(&wanted));
    let mut found: Vec<_> = people
        .map(People::all)
        .unwrap_or_default()
        .iter()
        .filter(|person| begins(&person.name))
        .collect();
    found.sort_by_key(|person| std::cmp::Reverse(person.mentions.len()));
    let total = corpus.sources().len();
    found
        .into_iter()
        .take(MOST)
        .map(|person| Completion {
            label: person.name.clone(),
            detail: person.roles.first().map_or_else(
                || format!("in {} of {total} sources", person.sources().len()),
                |(role, _)| role.clone(),
            ),
            kind: CompletionKind::Name,
            replaces: typed,
            text: person.name.clone(),
        })
        .collect()
}
