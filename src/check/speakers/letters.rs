//! Letters to an editor, each signed below by its writer.

use crate::corpus::Source;
use crate::reading::markup::BlockKind;
use crate::reading::names::{Traits, fold_name};
use crate::text::TextRange;

/// A page of letters has so many signatures at the least, and each letter so few paragraphs at the
/// most.
const FEWEST_SIGNATURES: usize = 2;
const LONGEST_LETTER: usize = 12;

/// The name below the letter that holds `range`, in a source that is a page of letters and quotes
/// nobody.
pub(super) fn signature(source: &Source, range: TextRange) -> Option<TextRange> {
    let text = source.text();
    if !source.quotations().is_empty() || !text.lines().take(HEAD).any(is_letters) {
        return None;
    }
    let blocks = &source.extraction.blocks;
    let paragraphs_from = |first: usize| {
        let own = blocks[first..].iter().filter(|block| block.kind != BlockKind::ReaderComment);
        own.map(|block| trimmed(text, block.range))
    };
    let has_name = |range: &TextRange| is_name(range.of(text));
    let known = paragraphs_from(0).filter(has_name).filter(|range| is_known(range.of(text)));
    if known.take(FEWEST_SIGNATURES).count() < FEWEST_SIGNATURES {
        return None;
    }
    let after = blocks.partition_point(|block| block.range.start <= range.start);
    paragraphs_from(after).take(LONGEST_LETTER).find(has_name)
}

/// A page says in its first lines that it is one of letters.
const HEAD: usize = 6;

fn is_letters(line: &str) -> bool {
    const SHORT: usize = 40;
    let folded = fold_name(line);
    line.len() <= SHORT && folded.split(' ').any(|word| word == "letters")
}

fn trimmed(text: &str, range: TextRange) -> TextRange {
    let all = range.of(text);
    let start = range.start + (all.len() - all.trim_start().len());
    let end = range.start + all.trim_end_matches(['.', ',', ' ', '\n', '\t', '\r']).len();
    TextRange::new(start, end.max(start))
}

/// Whether a paragraph is a full name and nothing else.
fn is_name(paragraph: &str) -> bool {
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let capital = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().any(char::is_lowercase)
            && word.chars().all(|one| one.is_alphabetic() || ".'’-".contains(one))
    };
    (2..=4).contains(&words.len())
        && capital(&words[0])
        && words.iter().all(|word| capital(word) || word.len() == 2 && word.ends_with('.'))
}

/// Whether the name begins with a first name.
fn is_known(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    Traits::of(&fold_name(first)).any(Traits::GIVEN)
}
