//! Speech that a source gives without quotation marks.
//!
//! Exported pages lose the marks of block quotations and pull quotes. What is left is a paragraph
//! after "the company said in a statement:", or a sentence in the first person in a text that else
//! speaks of its people in the third.

use super::voice::quotation_at;
use crate::check::judge::Claim;
use crate::corpus::{Corpus, Source};
use crate::reading::cues::{self, Strength};
use crate::reading::names::NameKind;
use crate::text::{TextRange, fold, words_in};

/// In no more paragraphs than this a writer lets others speak in the first person without marks.
const MOST_PARAGRAPHS: usize = 2;

/// Whether the passage, which stands outside quotation marks, is somebody's speech all the same.
pub(super) fn is_speech(source: &Source, range: TextRange) -> bool {
    is_introduced(source.text(), range) || is_foreign_voice(source, range)
}

/// Whether the line that holds `range` follows one that ends in "…, she said:".
fn is_introduced(text: &str, range: TextRange) -> bool {
    let start = text[..range.start].rfind('\n').unwrap_or(0);
    let before = text[..start].trim_end();
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let Some(lead) = line.strip_suffix(':') else { return false };
    let sentence = lead.rsplit(['.', '!', '?']).next().unwrap_or(lead);
    sentence.split_whitespace().any(|word| {
        let word = word.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase();
        cues::is_noun(&word)
            || cues::verb(&word).is_some_and(|verb| verb.strength == Strength::Saying)
    })
}

/// Whether the sentence of `range` says "I" in a text whose writer does not.
fn is_foreign_voice(source: &Source, range: TextRange) -> bool {
    let text = source.text();
    let sentence = sentence_around(text, range);
    let says_i = |line: TextRange| {
        words_in(text, line).iter().any(|word| {
            is_first_person(&fold(word.range.of(text)))
                && quotation_at(source, word.range).is_none()
        })
    };
    says_i(sentence) && {
        let told = lines(text).filter(|line| says_i(*line));
        told.take(MOST_PARAGRAPHS + 1).count() <= MOST_PARAGRAPHS
    }
}

/// Whether the passage's document, which quotes nobody, tells of the draft's speaker as of a third
/// person, so that its words are not the speaker's.
pub(super) fn tells_of_speaker(corpus: &Corpus, claim: &Claim<'_>, source: usize) -> bool {
    let Some(speaker) = claim.speaker else { return false };
    let person = corpus.people().get(speaker);
    if person.kind != NameKind::Person || !person.mentions.iter().any(|one| one.0 == source) {
        return false;
    }
    let text = corpus.sources()[source].text();
    let speaks = |word: &str| is_first_person(word) || matches!(word, "we" | "our" | "us" | "you");
    !words_in(text, TextRange::new(0, text.len()))
        .iter()
        .any(|word| speaks(&fold(word.range.of(text))))
}

fn is_first_person(word: &str) -> bool {
    matches!(word, "i" | "my" | "me" | "myself" | "i'm" | "i've" | "i'd" | "i'll")
}

fn sentence_around(text: &str, range: TextRange) -> TextRange {
    let is_end = ['.', '!', '?', '\n'];
    let start = text[..range.start].rfind(is_end).map_or(0, |at| at + 1);
    let end = text[range.end..].find(is_end).map_or(text.len(), |at| range.end + at);
    TextRange::new(start, end)
}

fn lines(text: &str) -> impl Iterator<Item = TextRange> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = TextRange::new(at, at + line.len());
        at = range.end;
        range
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_after_a_colon_is_introduced_by_speech() {
        for (text, introduced) in [
            ("The firm told the paper:\n\nIt was never so.", true),
            ("In a statement to the paper:\nIt was never so.", true),
            ("He said it. Three dates to keep:\n\nIt was never so.", false),
            ("The firm denied it.\n\nIt was never so.", false),
            ("It was never so.", false),
        ] {
            let start = text.find("It was").unwrap();
            assert_eq!(
                is_introduced(text, TextRange::new(start, text.len())),
                introduced,
                "{text}"
            );
        }
    }
}
