//! What a source puts into the words that it quotes: square brackets, and short round ones.
//!
//! A paper writes "this man (Moss) is wrong" where the speaker said "this man is wrong"; who quotes
//! the speaker from that paper does without the brackets.

use super::lexicon::is_negation;
use crate::corpus::Source;
use crate::text::{TextRange, fold, words_in};

/// Longer ones are rather what the speaker says in passing.
const MOST_WORDS: usize = 5;

/// What may be left out of the words in `window`, brackets included but for the closing one.
pub(super) fn put_in(source: &Source, window: TextRange) -> Vec<TextRange> {
    let text = source.text();
    let mut ranges = pairs(text, window, ['[', ']']);
    let round = pairs(text, window, ['(', ')']);
    ranges.extend(round.into_iter().filter(|&aside| is_short_note(source, aside)));
    ranges
}

fn pairs(text: &str, window: TextRange, [opening, closing]: [char; 2]) -> Vec<TextRange> {
    let mut ranges = Vec::new();
    let mut open = None;
    for (at, character) in window.of(text).char_indices() {
        if character == opening {
            open = Some(window.start + at);
        } else if character == closing {
            ranges.extend(open.take().map(|start| TextRange::new(start, window.start + at)));
        }
    }
    ranges
}

/// Whether the brackets stand between words of a quotation and hold a few words that deny nothing.
fn is_short_note(source: &Source, aside: TextRange) -> bool {
    let text = source.text();
    let words = words_in(text, aside);
    (1..=MOST_WORDS).contains(&words.len())
        && !words.iter().any(|word| is_negation(&fold(word.range.of(text))))
        && text[..aside.start].ends_with(char::is_whitespace)
        && source.quotation_at(aside).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::reading::markup::{Format, extract};

    #[test]
    fn brackets_of_quoted_words_are_the_papers() {
        for (text, expected) in [
            ("“This man (Moss) is wrong,” she said.", "(Moss"),
            ("“They [the crew] are (for now) safe,” she said.", "[the crew|(for now"),
            ("“It is (not) safe,” she said.", ""),
            ("“It is safe (as the men of the harbour all say),” she said.", ""),
            ("“The ship(s) sailed,” she said.", ""),
            ("The man (Moss) is wrong.", ""),
        ] {
            let mut source = Source::default();
            source.extraction = extract(text, Format::Plain);
            let corpus = Corpus::build(vec![source]);
            let source = &corpus.sources()[0];
            let found = put_in(source, TextRange::new(0, source.text().len()));
            let found: Vec<&str> = found.iter().map(|range| range.of(source.text())).collect();
            assert_eq!(found.join("|"), expected, "{text}");
        }
    }
}
