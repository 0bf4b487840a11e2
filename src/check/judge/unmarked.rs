//! Speech that a source gives without quotation marks.
//!
//! Exported pages lose the marks of block quotations and pull quotes. What is left is a paragraph
//! after "the company said in a statement:", or a sentence in the first person in a text that else
//! speaks of its people in the third.

use crate::check::judge::Claim;
use crate::corpus::{Corpus, Source, is_first_person};
use crate::reading::cues::{self, Strength};
use crate::reading::names::NameKind;
use crate::text::{TextRange, ceil_boundary, floor_boundary, fold, words_in};

/// In no more paragraphs than this a writer lets others speak in the first person without marks.
const MOST_PARAGRAPHS: usize = 2;

/// How many bytes before and behind a passage its sentence and its lead are looked for.
const REACH: usize = 4_000;

/// Whether the passage, which stands outside quotation marks, is somebody's speech all the same.
pub(super) fn is_speech(source: &Source, range: TextRange) -> bool {
    is_introduced(source.text(), range) || is_foreign_voice(source, range)
}

/// Whether the line that holds `range` follows one that ends in "…, she said:".
fn is_introduced(text: &str, range: TextRange) -> bool {
    let first = ceil_boundary(text, range.start.saturating_sub(REACH));
    let text = &text[first..];
    let start = text[..range.start - first].rfind('\n').unwrap_or(0);
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
    let says_i = words_in(text, sentence).iter().any(|word| {
        is_first_person(&fold(word.range.of(text))) && source.quotation_at(word.range).is_none()
    });
    says_i && source.person().paragraphs_with_i <= MOST_PARAGRAPHS
}

/// Whether the passage's document, which quotes nobody, tells of the draft's speaker as of a third
/// person, so that its words are not the speaker's.
pub(super) fn tells_of_speaker(corpus: &Corpus, claim: &Claim<'_>, source: usize) -> bool {
    let Some(speaker) = claim.speaker else { return false };
    let person = corpus.people().get(speaker);
    if person.kind != NameKind::Person || person.mentions_in(source).is_empty() {
        return false;
    }
    !corpus.sources()[source].person().anybody_speaks
}

fn sentence_around(text: &str, range: TextRange) -> TextRange {
    let is_end = ['.', '!', '?', '\n'];
    let first = ceil_boundary(text, range.start.saturating_sub(REACH));
    let last = floor_boundary(text, range.end + REACH);
    let start = text[first..range.start].rfind(is_end).map_or(first, |at| first + at + 1);
    let end = text[range.end..last].find(is_end).map_or(last, |at| range.end + at);
    TextRange::new(start, end)
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
