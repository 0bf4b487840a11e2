//! A line of a card that shows words of a source and opens their place.

use super::Page;
use super::card::{CardLine, Piece};
use super::passage::short_name;
use crate::corpus::Source;
use crate::text::TextRange;

/// Words below which a sentence is shown with the whole paragraph it stands in.
const FEW: usize = 6;
/// Longest paragraph (bytes) shown in place of such a sentence.
const SHORT: usize = 400;
/// Characters up to the words a line is about, where those stand far behind, and how many more
/// may be shown where a line ends soon.
const TAIL: usize = 50;
const AFTER: usize = 20;

/// The sentence of `source` in which `range` stands; of a caption that a full stop cuts ("The
/// hall. *4 March 2021*") all.
pub(super) fn sentence_of(source: &Source, range: TextRange) -> TextRange {
    let own = source.reading().sentence_around(range).unwrap_or(range);
    if own.of(source.text()).split_whitespace().count() >= FEW {
        return own;
    }
    let blocks = &source.extraction.blocks;
    let at = blocks.partition_point(|block| block.range.end <= own.start);
    let block = blocks.get(at).map(|block| block.range);
    block.filter(|block| block.contains_range(own) && block.len() <= SHORT).unwrap_or(own)
}

/// At most about `length` characters of the words of `source` in `range`: the first ones, and where
/// `about` stands far behind them, what stands around it.
pub(super) fn excerpt(
    source: &Source,
    range: TextRange,
    about: TextRange,
    length: usize,
) -> String {
    let words = range.of(source.text());
    let from = words.len() - words.trim_start_matches(['•', '-', '–', ' ']).len();
    let (words, about) = (&words[from..], about.end.saturating_sub(range.start + from));
    if about <= length || words.len() <= length + TAIL {
        return shortened(words, length.max(about) + AFTER);
    }
    let tail = about.min(words.len()).saturating_sub(TAIL);
    let tail = words.char_indices().map(|(at, _)| at).find(|&at| at >= tail).unwrap_or(0);
    let rest = &words[tail..];
    let rest = rest.find(char::is_whitespace).map_or(rest, |at| &rest[at..]);
    format!("{} {}", shortened(words, length - TAIL), shortened(rest, TAIL + AFTER))
}

/// The first `length` characters of `words` on one line, cut at a word.
pub(super) fn shortened(words: &str, length: usize) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((at, _)) = words.char_indices().nth(length) else {
        return words.trim_end_matches(',').to_owned();
    };
    let cut = words[..at].rfind(' ').unwrap_or(at);
    format!("{} …", words[..cut].trim_end_matches([',', ';', ' ']))
}

/// "3 March 2021: The council met · Tribune:3", the place linked.
pub(super) fn item(page: &Page<'_>, words: &str, number: usize, range: TextRange) -> CardLine {
    let mut pieces = vec![Piece::text(format!("{words} · "))];
    pieces.extend(place(page, number, range));
    CardLine::Item(pieces)
}

/// "Tribune:3", linked.
pub(super) fn place(page: &Page<'_>, number: usize, range: TextRange) -> Option<Piece> {
    let source = page.corpus.sources().get(number)?;
    let label = format!("{}:{}", short_name(source), source.line_number(range));
    Some(Piece::Link { label, source: number, range })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_at_a_word() {
        for (words, expected) in [
            ("The council\n met.", "The council met."),
            ("The council met in the hall,", "The council met in the …"),
            ("“We will stay,", "“We will stay"),
        ] {
            assert_eq!(shortened(words, 24), expected);
        }
    }
}
