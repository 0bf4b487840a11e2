//! Citations in a draft and the sources they name.

use super::Page;
use crate::corpus::Corpus;
use crate::reading::markup::Format;
use crate::text::TextRange;

/// The citations of the draft whose key a source has: the key's raw bytes and the source's number.
#[must_use]
pub fn citations(page: &Page<'_>) -> Vec<(TextRange, usize)> {
    let raw = &page.draft.raw;
    let keys = match page.draft.format {
        Format::Latex => latex_keys(raw),
        _ => at_keys(raw),
    };
    keys.into_iter()
        .filter_map(|range| Some((range, source_of(page.corpus, range.of(raw))?)))
        .collect()
}

/// The key under which a source is cited: its own, else its id.
#[must_use]
pub fn key_of(corpus: &Corpus, source: usize) -> Option<&str> {
    let source = corpus.sources().get(source)?;
    Some(source.key.as_deref().unwrap_or(&source.id))
}

fn source_of(corpus: &Corpus, key: &str) -> Option<usize> {
    let by_key = corpus.sources().iter().position(|source| source.key.as_deref() == Some(key));
    by_key.or_else(|| corpus.sources().iter().position(|source| source.id == key))
}

/// The words behind an `@`, as Pandoc, Typst, Org and `AsciiDoc` cite.
fn at_keys(raw: &str) -> Vec<TextRange> {
    let mut keys = Vec::new();
    for (at, _) in raw.match_indices('@') {
        let inside_word = raw[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let start = at + 1;
        let length = raw[start..].find(|c| !is_key_character(c)).unwrap_or(raw.len() - start);
        let length = raw[start..start + length].trim_end_matches(['.', ':', '-', ',']).len();
        if !inside_word && length > 0 {
            keys.push(TextRange::new(start, start + length));
        }
    }
    keys
}

fn is_key_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | ':' | '.' | '-' | '/')
}

/// The keys in the braces of commands whose name has `cite` in it.
fn latex_keys(raw: &str) -> Vec<TextRange> {
    let mut keys = Vec::new();
    for (at, _) in raw.match_indices('{') {
        let before =
            raw[..at].trim_end_matches(|c: char| c == ']' || c != '\\' && c != '\n' && c != '}');
        let command = &raw[before.len()..at];
        let name = command.split('[').next().unwrap_or_default();
        let is_command =
            before.ends_with('\\') && name.chars().all(|c| c.is_alphabetic() || c == '*');
        if !is_command || !name.to_ascii_lowercase().contains("cite") {
            continue;
        }
        let Some(length) = raw[at + 1..].find('}') else { continue };
        let mut start = at + 1;
        for key in raw[at + 1..at + 1 + length].split(',') {
            let lead = key.len() - key.trim_start().len();
            keys.push(TextRange::new(start + lead, start + lead + key.trim().len()));
            start += key.len() + 1;
        }
    }
    keys
}

/// How a draft of `format` cites `key`.
#[must_use]
pub fn citation(format: Format, key: &str) -> String {
    match format {
        Format::Latex => format!("\\autocite{{{key}}}"),
        Format::Typst => format!("@{key}"),
        Format::ReStructuredText => format!("[{key}]_"),
        Format::AsciiDoc => format!("cite:[{key}]"),
        Format::Org => format!("[cite:@{key}]"),
        Format::Html => format!("<cite>{key}</cite>"),
        Format::Markdown | Format::Plain => format!("[@{key}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(raw: &str, ranges: Vec<TextRange>) -> Vec<&str> {
        ranges.into_iter().map(|range| range.of(raw)).collect()
    }

    #[test]
    fn keys_are_found_in_each_notation() {
        for (raw, keys) in [
            ("so [@moss2021; @levy-1].", vec!["moss2021", "levy-1"]),
            ("as @moss2021. says", vec!["moss2021"]),
            ("a@b.c @", vec![]),
        ] {
            assert_eq!(texts(raw, at_keys(raw)), keys, "{raw}");
        }
        for (raw, keys) in [
            ("x \\cite{moss} y", vec!["moss"]),
            ("\\parencite[see][12]{moss, levy}", vec!["moss", "levy"]),
            ("\\emph{moss} {x}", vec![]),
        ] {
            assert_eq!(texts(raw, latex_keys(raw)), keys, "{raw}");
        }
    }
}
