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
    if !source.quotations().is_empty() {
        return None;
    }
    let text = source.text();
    let paragraphs: Vec<TextRange> = source
        .extraction
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::ReaderComment)
        .map(|block| trimmed(text, block.range))
        .collect();
    let names = |range: &&TextRange| is_name(range.of(text));
    if !text.lines().take(HEAD).any(is_letters)
        || paragraphs.iter().filter(names).count() < FEWEST_SIGNATURES
    {
        return None;
    }
    let after = paragraphs.partition_point(|paragraph| paragraph.start <= range.start);
    let below = paragraphs.get(after..)?;
    below.iter().take(LONGEST_LETTER).find(names).copied()
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

/// Whether a paragraph is a person's full name and nothing else.
fn is_name(paragraph: &str) -> bool {
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let capital = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|one| one.is_alphabetic() || ".'’-".contains(one))
    };
    let given = |word: &&str| Traits::of(&fold_name(word)).any(Traits::GIVEN);
    (2..=4).contains(&words.len())
        && words.iter().all(|word| capital(&word))
        && words.first().is_some_and(given)
}
