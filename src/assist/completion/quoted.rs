//! The sources' real quotations that go on as what was typed.

use std::cmp::Reverse;

use super::super::day::spoken_date;
use super::super::statements::{Said, quotations_of};
use super::{Completion, CompletionKind, MOST};
use crate::corpus::Corpus;
use crate::corpus::people::{People, PersonId};
use crate::text::TextRange;

/// Characters of a quotation that the list shows.
const LABEL: usize = 80;

/// How well a quotation fits: the greater the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    by_speaker: bool,
    at_start: bool,
    shortness: Reverse<usize>,
}

/// Quotations with the words that were typed, those of the speaker named before them first.
pub(super) fn complete(
    corpus: &Corpus,
    people: Option<&People>,
    raw: &str,
    (typed, before): (TextRange, TextRange),
    cancelled: &dyn Fn() -> bool,
) -> Vec<Completion> {
    let wanted = folded(typed.of(raw));
    let speakers = named_in(people, before.of(raw));
    let mut found: Vec<(Fit, Said<'_>, usize)> = Vec::new();
    for (number, source) in corpus.sources().iter().enumerate() {
        if cancelled() {
            break;
        }
        for said in quotations_of(source, number) {
            let theirs = said.entity.and_then(|entity| people?.of_entity(number, entity));
            let by_speaker = theirs.is_some_and(|person| speakers.contains(&person));
            // With nothing typed, only the words of whoever was just named are of use.
            if wanted.is_empty() && !by_speaker {
                continue;
            }
            if let Some(at) = place_of(said.words, &wanted) {
                let shortness = Reverse(said.words.len());
                found.push((Fit { by_speaker, at_start: at == 0, shortness }, said, at));
            }
        }
    }
    found.sort_by_key(|(fit, said, _)| (Reverse(*fit), said.place));
    found.dedup_by(|a, b| a.1.words == b.1.words);
    found.into_iter().take(MOST).map(|(_, said, at)| completion(&said, at, typed)).collect()
}

fn named_in(people: Option<&People>, before: &str) -> Vec<PersonId> {
    let named = people.map(|people| people.mentions_in(before)).unwrap_or_default();
    named.last().map(|naming| naming.people.clone()).unwrap_or_default()
}

/// `text` in small letters, marks and white space alike.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.trim_start().chars() {
        match character {
            '’' | '‘' => folded.push('\''),
            '“' | '”' => folded.push('"'),
            _ if character.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            _ => folded.extend(character.to_lowercase()),
        }
    }
    folded
}

/// The byte of `words` at which `wanted` begins, at a word's beginning.
fn place_of(words: &str, wanted: &str) -> Option<usize> {
    if wanted.is_empty() {
        return Some(0);
    }
    let mut at_word = true;
    for (at, character) in words.char_indices() {
        if at_word && !character.is_whitespace() && folded_starts_with(&words[at..], wanted) {
            return Some(at);
        }
        at_word = !character.is_alphanumeric();
    }
    None
}

fn folded_starts_with(words: &str, wanted: &str) -> bool {
    // Twice the characters hold every change that folding makes to their number.
    let head: String = words.chars().take(wanted.chars().count() * 2).collect();
    folded(&head).starts_with(wanted)
}

fn completion(said: &Said<'_>, at: usize, typed: TextRange) -> Completion {
    let words = said.words[at..].split_whitespace().collect::<Vec<_>>().join(" ");
    let text = words.trim_end_matches([',', ';']).to_owned();
    let label = match text.char_indices().nth(LABEL) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.clone(),
    };
    let mut detail: Vec<String> = Vec::new();
    detail.extend(said.speaker.map(str::to_owned));
    detail.push(said.source.display_name().to_owned());
    detail.extend(said.date.as_deref().map(spoken_date));
    Completion {
        label,
        detail: detail.join(" · "),
        kind: CompletionKind::Quotation,
        replaces: typed,
        text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_words_are_found_at_the_beginning_of_words() {
        for (words, typed, at) in [
            ("We will not", "we  wi", Some(0)),
            ("Well, we won’t", "we won't", Some(6)),
            ("Well, we", "ell", None),
            ("a", "a b", None),
            ("x", "", Some(0)),
        ] {
            assert_eq!(place_of(words, &folded(typed)), at, "{words} {typed}");
        }
    }
}
