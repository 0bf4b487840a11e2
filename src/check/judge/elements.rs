//! What a drafted quotation claims: its words, its ellipses and its bracketed insertions.
//!
//! Conventions as in the style books of news agencies and of scholarly publishers: an ellipsis
//! stands for words left out; square brackets hold words that the writer put in, alone or in place
//! of the speaker's; `[sic]` and notes on emphasis stand for nothing.

use unicode_normalization::char::is_combining_mark;

use crate::text::{TextRange, WordKey, fold, is_apostrophe, key_of, words_in};

/// A part of a quotation's claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    /// A word that the source must have.
    Word {
        /// Its identity.
        key: WordKey,
        /// Its bytes in the draft's extracted text.
        range: TextRange,
        /// For a word bracketed in part ("want\[ed\]"): the letters outside the brackets.
        stem: Option<String>,
    },
    /// Words left out.
    Ellipsis(TextRange),
    /// Words put in by the writer, alone or in place of others.
    Bracket(TextRange),
}

impl Element {
    /// Its bytes in the draft's extracted text.
    pub(crate) fn range(&self) -> TextRange {
        match self {
            Self::Word { range, .. } | Self::Ellipsis(range) | Self::Bracket(range) => *range,
        }
    }

    /// The word's key.
    pub(crate) fn key(&self) -> Option<WordKey> {
        if let Self::Word { key, .. } = self { Some(*key) } else { None }
    }
}

/// Reads the quotation that stands in `range` of `text`. Ellipses at either end claim nothing and
/// are left out.
pub(crate) fn read(text: &str, range: TextRange) -> Vec<Element> {
    let mut elements = Vec::new();
    let mut at = range.start;
    while let Some(special) = next_special(text, TextRange::new(at, range.end)) {
        push_words(text, TextRange::new(at, special.range.start), &mut elements);
        push_special(text, &special, &mut elements);
        at = special.range.end;
    }
    push_words(text, TextRange::new(at, range.end), &mut elements);
    trim_ellipses(&mut elements);
    elements
}

/// The elements with the words of brackets in place of the brackets; `None` where there are none.
pub(crate) fn flattened(text: &str, elements: &[Element]) -> Option<Vec<Element>> {
    let has_bracket = elements.iter().any(|element| matches!(element, Element::Bracket(_)));
    let mut flat = Vec::new();
    for element in elements.iter().filter(|_| has_bracket) {
        match element {
            Element::Bracket(range) => push_words(text, *range, &mut flat),
            _ => flat.push(element.clone()),
        }
    }
    has_bracket.then_some(flat)
}

fn trim_ellipses(elements: &mut Vec<Element>) {
    while matches!(elements.last(), Some(Element::Ellipsis(_))) {
        elements.pop();
    }
    let leading =
        elements.iter().take_while(|element| matches!(element, Element::Ellipsis(_))).count();
    elements.drain(..leading);
}

fn push_words(text: &str, range: TextRange, elements: &mut Vec<Element>) {
    elements.extend(words_in(text, range).into_iter().map(|word| Element::Word {
        key: word.key,
        range: word.range,
        stem: None,
    }));
}

#[derive(Debug)]
struct Special {
    range: TextRange,
    kind: SpecialKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SpecialKind {
    Ellipsis,
    Bracket,
    /// A word with brackets inside it: "\[T\]he".
    PartWord,
}

fn push_special(text: &str, special: &Special, elements: &mut Vec<Element>) {
    match special.kind {
        SpecialKind::Ellipsis => elements.push(Element::Ellipsis(special.range)),
        SpecialKind::Bracket if is_note(special.range.of(text)) => {}
        SpecialKind::Bracket => elements.push(Element::Bracket(special.range)),
        SpecialKind::PartWord => elements.push(part_word(text, special.range)),
    }
}

fn part_word(text: &str, range: TextRange) -> Element {
    let written = range.of(text);
    let whole = fold(&written.replace(['[', ']'], ""));
    let outside = written.split('[').map(|part| part.rsplit(']').next().unwrap_or(part));
    let stem = fold(&outside.collect::<String>());
    Element::Word { key: key_of(&whole), range, stem: Some(stem) }
}

/// Whether a bracket holds a note on the quotation rather than words of it.
pub(super) fn is_note(bracket: &str) -> bool {
    let inner = fold(bracket.trim_matches(['[', ']', ' ']));
    inner == "sic"
        || inner == "sic!"
        || inner == "!"
        || inner == "?"
        || ["emphasis", "italics", "laughs", "laughter", "applause", "translated"]
            .iter()
            .any(|note| inner.starts_with(note))
}

/// The next ellipsis or bracket in `range`.
fn next_special(text: &str, range: TextRange) -> Option<Special> {
    for (offset, character) in range.of(text).char_indices() {
        let at = range.start + offset;
        let rest = &text[at..range.end];
        let found = match character {
            '…' | '.' | '⋯' => {
                ellipsis_length(rest).map(|length| (length, SpecialKind::Ellipsis))
            }
            '[' | '(' => bracket(rest),
            _ => None,
        };
        if let Some((length, kind)) = found {
            let special = Special { range: TextRange::new(at, at + length), kind };
            let within_word = character == '[' && kind == SpecialKind::Bracket;
            return Some(if within_word { widen(text, range, special) } else { special });
        }
    }
    None
}

/// Length in bytes of the ellipsis at the start of `rest`: "…", or three or more full stops with
/// or without spaces between them.
fn ellipsis_length(rest: &str) -> Option<usize> {
    let (mut dots, mut length) = (0, 0);
    for (at, character) in rest.char_indices() {
        match character {
            '…' | '⋯' => dots += 3,
            '.' => dots += 1,
            ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => continue,
            _ => break,
        }
        length = at + character.len_utf8();
    }
    (dots >= 3).then_some(length)
}

/// The bracket at the start of `rest`; one that holds only an ellipsis is an ellipsis. Round
/// brackets are the speaker's own punctuation unless they hold an ellipsis.
fn bracket(rest: &str) -> Option<(usize, SpecialKind)> {
    const LONGEST: usize = 200;
    let closing = if rest.starts_with('[') { ']' } else { ')' };
    let end = rest.find(closing).filter(|&end| end <= LONGEST)?;
    let inner = rest[1..end].trim();
    let length = end + 1;
    let is_ellipsis = ellipsis_length(inner) == Some(inner.len())
        || matches!(inner, "--" | "---" | "—" | "–" | "-" | "..");
    if is_ellipsis {
        return Some((length, SpecialKind::Ellipsis));
    }
    (closing == ']' && !inner.contains('[')).then_some((length, SpecialKind::Bracket))
}

/// A bracket that touches letters belongs to their word.
fn widen(text: &str, range: TextRange, special: Special) -> Special {
    let before_text = &text[range.start..special.range.start];
    let run = before_text.len() - before_text.trim_end_matches(belongs_to_word).len();
    let run = &before_text[before_text.len() - run..];
    let before = run.trim_start_matches(is_apostrophe).len();
    let after_text = &text[special.range.end..range.end];
    let rest = after_text.trim_start_matches(belongs_to_word);
    let run = &after_text[..after_text.len() - rest.len()];
    let after = run.trim_end_matches(is_apostrophe).len();
    if before + after == 0 {
        return special;
    }
    let start = special.range.start - before;
    Special { range: TextRange::new(start, special.range.end + after), kind: SpecialKind::PartWord }
}

fn belongs_to_word(character: char) -> bool {
    character.is_alphanumeric() || is_apostrophe(character) || is_combining_mark(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> String {
        read(text, TextRange::new(0, text.len()))
            .iter()
            .map(|element| match element {
                Element::Word { range, stem: None, .. } => range.of(text).to_owned(),
                Element::Word { range, stem: Some(stem), .. } => {
                    format!("{}~{stem}", range.of(text))
                }
                Element::Ellipsis(_) => "…".to_owned(),
                Element::Bracket(range) => range.of(text).to_owned(),
            })
            .collect::<Vec<_>>()
            .join("|")
    }

    #[test]
    fn conventions_are_told_apart_from_words() {
        for (text, expected) in [
            ("We will not. . . raise it.", "We|will|not|…|raise|it"),
            ("We … raise [...] it (…) now...", "We|…|raise|…|it|…|now"),
            ("… we will .... We", "we|will|…|We"),
            ("[T]he tax", "[T]he~he|tax"),
            ("‘[Y]ou’re late’", "[Y]ou’re~ou're|late"),
            ("[в]заимодействие-2018", "[в]заимодействие~заимодеиствие|2018"),
            ("he want[ed] it", "he|want[ed]~want|it"),
            ("tell [the council] so", "tell|[the council]|so"),
            ("he dont [sic] know [emphasis added]", "he|dont|know"),
            ("a (small) thing", "a|small|thing"),
            ("an unclosed [bracket here", "an|unclosed|bracket|here"),
            ("costs 1.5 million.", "costs|1.5|million"),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }
}
