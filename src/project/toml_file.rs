//! TOML files that people write: every fault with its line and column, and the key that was
//! probably meant. Pure.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Problem;
use crate::text::{Encoding, LineIndex};

/// A TOML file's text, ready to name places in it.
pub(super) struct TomlFile<'t> {
    shown: &'t str,
    text: &'t str,
    lines: LineIndex,
}

impl<'t> TomlFile<'t> {
    /// `shown` is the path by which problems name the file.
    pub(super) fn new(shown: &'t str, text: &'t str) -> Self {
        Self { shown, text, lines: LineIndex::new(text) }
    }

    /// The file's table, as far as its syntax allows, and what is wrong with the rest.
    pub(super) fn parse(&self) -> (DeTable<'t>, Vec<Problem>) {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        let problems = errors.iter().map(|error| self.syntax(error)).collect();
        (table.into_inner(), problems)
    }

    pub(super) fn syntax(&self, error: &toml::de::Error) -> Problem {
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        self.grave(error.span(), format!("this is not as TOML is written: {message}"))
    }

    /// A problem at `span` (bytes of the file).
    pub(super) fn at(&self, span: Option<Range<usize>>, message: String) -> Problem {
        let place = span.map(|span| self.lines.position(self.text, span.start, Encoding::Utf32));
        Problem {
            path: self.shown.to_owned(),
            line: place.map(|place| place.line + 1),
            column: place.map(|place| place.column + 1),
            message,
            is_grave: false,
        }
    }

    /// A problem at `span` (bytes of the file) that leaves something unset which the writer set.
    pub(super) fn grave(&self, span: Option<Range<usize>>, message: String) -> Problem {
        Problem { is_grave: true, ..self.at(span, message) }
    }

    /// The problem of a `key` that is none of `known`.
    pub(super) fn unknown_key(&self, key: &Spanned<impl AsRef<str>>, known: &[&str]) -> Problem {
        let name = key.get_ref().as_ref();
        let advice = match nearest(name, known) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None => format!("known here: {}", known.join(", ")),
        };
        self.at(Some(key.span()), format!("\"{name}\" is not a key of this file: {advice}"))
    }

    /// The problem of a value that should have been `wanted` ("a string").
    pub(super) fn wrong_type(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        wanted: &str,
    ) -> Problem {
        let given = value.get_ref().type_str();
        self.grave(
            Some(value.span()),
            format!("{key} must be {wanted}, not a value of the kind \"{given}\""),
        )
    }
}

/// The entries of a table in the order in which they are written.
pub(super) fn in_order<'a, 't>(
    table: &'a DeTable<'t>,
) -> Vec<(&'a Spanned<toml::de::DeString<'t>>, &'a Spanned<DeValue<'t>>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// The word of `known` that is at most two letters, or a third of them, away from `word`.
pub(super) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let word = word.to_lowercase().replace('_', "-");
    let scored = known.iter().map(|candidate| (distance(&word, candidate), *candidate));
    let (distance, best) = scored.min_by_key(|(distance, _)| *distance)?;
    let length = best.chars().count();
    (distance <= (length / 3).max(2) && distance + 1 < length).then_some(best)
}

/// Letters to add, drop or change to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(64).enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != *y);
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_key_is_suggested() {
        for (word, expected) in [
            ("sorces", Some("sources")),
            ("Sources", Some("sources")),
            ("fail_on", Some("fail-on")),
            ("banana", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, &["sources", "drafts", "fail-on"]), expected, "{word}");
        }
    }

    #[test]
    fn syntax_errors_have_their_place() {
        let (_, problems) = TomlFile::new("copydesk.toml", "a = 1\nb = = 2\n").parse();
        assert!(problems[0].to_string().starts_with("copydesk.toml:2:5: "), "{}", problems[0]);
    }
}
