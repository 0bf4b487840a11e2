//! Words of a text as the reading of names sees them: shape, what sets them apart, traits.

use super::common::is_common_word;
use super::fold::fold_into;
use super::traits::Traits;
use crate::text::TextRange;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Lower,
    /// A capital and small letters: "Paris", "McDonald", also "iPhone".
    Capital,
    /// Capitals only, at least two: "NATO", "U.S.".
    Upper,
    /// One capital: "W.".
    Initial,
    Digits,
    /// Letters of another script than Latin.
    Foreign,
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Space,
    Hyphen,
    Ampersand,
    Comma,
    OpenBracket,
    /// A new line that is no mere wrapping, or the start of a block.
    Line,
    Other,
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Its bytes, without a possessive ending.
    pub(super) range: TextRange,
    pub(super) gap: Gap,
    pub(super) shape: Shape,
    pub(super) traits: Traits,
    /// Whether "'s" follows.
    pub(super) possessive: bool,
    /// Whether a capital says nothing here: the start of a sentence, line, quotation or bracket.
    pub(super) initial: bool,
}

impl Token {
    /// Whether it begins with a capital of the Latin script.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }

    #[cfg(test)]
    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        self.range.of(text)
    }

    /// Whether it follows the word before with nothing but a blank or hyphen between.
    pub(super) fn is_joined(&self) -> bool {
        matches!(self.gap, Gap::Space | Gap::Hyphen | Gap::Ampersand)
    }
}

/// Lines shorter than this many bytes are not wrapped text but lines of their own.
const SHORTEST_WRAPPED: usize = 40;

/// Text with longer lines than this many bytes is not wrapped at all.
const LONGEST_WRAPPED: usize = 120;

/// Reads the words of `block` (bytes of `text`) into `tokens`. `starts` are the first bytes of
/// sentences, in order; where there are none, they are guessed from the punctuation.
pub(super) fn read(text: &str, block: TextRange, starts: &[TextRange], tokens: &mut Vec<Token>) {
    let mut words = Words { text, at: block.start, end: block.end };
    let mut lexicon = LexiconReader::default();
    let first = starts.partition_point(|sentence| sentence.start < block.start);
    let mut starts = starts[first..].iter().map(|sentence| sentence.start).peekable();
    let guess = starts.peek().is_none_or(|&start| start >= block.end);
    let (mut previous_end, mut line_start) = (block.start, block.start);
    let wrapped = block.of(text).lines().all(|line| line.len() <= LONGEST_WRAPPED);
    let shortest = if wrapped { SHORTEST_WRAPPED } else { usize::MAX };
    while let Some((range, possessive)) = words.next() {
        let between = &text[previous_end..range.start];
        let first_word = previous_end == block.start;
        let gap =
            if first_word { Gap::Line } else { gap(between, previous_end - line_start < shortest) };
        if let Some(line) = between.rfind('\n') {
            line_start = previous_end + line + 1;
        }
        let mut initial = matches!(gap, Gap::Line | Gap::OpenBracket) || opens(between, guess);
        while starts.next_if(|&start| start <= range.start).is_some() {
            initial = true;
        }
        let shape = shape(range.of(text));
        let traits = lexicon.traits(range.of(text), shape);
        tokens.push(Token { range, gap, shape, traits, possessive, initial });
        previous_end = words.at;
    }
}

/// What sort of gap `between` is; `ends` says whether a line break here ends a line for good.
fn gap(between: &str, ends: bool) -> Gap {
    match between {
        " " => return Gap::Space,
        "-" | "‐" | "‑" => return Gap::Hyphen,
        ", " | "," => return Gap::Comma,
        " & " | "&" => return Gap::Ampersand,
        _ => {}
    }
    if between.contains('\n') && (ends || !between.trim_start().is_empty()) {
        return Gap::Line;
    }
    match between.trim() {
        "" => Gap::Space,
        "," => Gap::Comma,
        "(" | "[" => Gap::OpenBracket,
        _ => Gap::Other,
    }
}

/// Whether `between` ends with something that opens a sentence or quotation.
fn opens(between: &str, guess: bool) -> bool {
    let Some(last) = between.chars().next_back() else { return false };
    if matches!(last, '"' | '“' | '‘' | '\'' | '«' | '„' | '‚' | '`' | '»' | '›' | '‹')
    {
        return true;
    }
    guess && between.contains(['.', '!', '?', ':']) && last.is_whitespace()
}

/// The words of a text, one after the other.
struct Words<'t> {
    text: &'t str,
    /// The first byte not yet read.
    at: usize,
    end: usize,
}

impl Words<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..self.end]
    }

    fn peek(&self) -> Option<char> {
        let first = *self.text.as_bytes()[..self.end].get(self.at)?;
        if first.is_ascii() { Some(first as char) } else { self.rest().chars().next() }
    }

    /// The next word without its possessive ending, and whether it had one.
    fn next(&mut self) -> Option<(TextRange, bool)> {
        while !self.peek()?.is_alphanumeric() {
            self.at += self.peek()?.len_utf8();
        }
        let start = self.at;
        let mut letters = 0usize;
        while let Some(character) = self.peek() {
            if character.is_alphanumeric() || is_mark(character) {
                letters += 1;
                self.at += character.len_utf8();
            } else if is_apostrophe(character) {
                match self.apostrophe(start, character.len_utf8()) {
                    After::Word => {}
                    After::End => break,
                    After::Possessive(end) => return Some((TextRange::new(start, end), true)),
                }
            } else if character == '.' && self.stop_belongs(start, letters) {
                self.at += 1;
                letters = 0;
            } else {
                break;
            }
        }
        let end = self.without_title_stop(start);
        Some((TextRange::new(start, end), false))
    }

    /// What the apostrophe at the present place does to the word that began at `start`.
    fn apostrophe(&mut self, start: usize, length: usize) -> After {
        let word_end = self.at;
        let mut rest = self.text[self.at + length..self.end].chars();
        let (Some(next), second) = (rest.next(), rest.next()) else { return After::End };
        if !next.is_alphabetic() {
            return After::End;
        }
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        if matches!(next, 's' | 'S') && ends(second) {
            self.at += length + 1;
            return After::Possessive(word_end);
        }
        if self.text[start..word_end].starts_with(|c: char| c.is_uppercase())
            && (matches!(next, 'd' | 'm') && ends(second)
                || matches!((next, second), ('l', Some('l')) | ('r' | 'v', Some('e'))))
            && ends(rest.next())
        {
            self.at += length + if ends(second) { 1 } else { 2 };
            return After::Possessive(word_end);
        }
        self.at += length;
        After::Word
    }

    /// Whether the stop at the present place belongs to the word that began at `start`, of which
    /// `letters` stand since its last stop: "U.S.", "W.", "Mr.", "example.com".
    fn stop_belongs(&self, start: usize, letters: usize) -> bool {
        let mut after = self.text[self.at + 1..self.end].chars();
        let next = after.next();
        let word = &self.text[start..self.at];
        if letters == 1 && word.starts_with(|c: char| c.is_alphabetic()) {
            let chain = word.contains('.') || word.starts_with(|c: char| c.is_uppercase());
            let letter_stop = next.is_some_and(char::is_alphabetic) && after.next() == Some('.');
            let pronoun = matches!(word, "I" | "A") && !self.is_middle_initial(start);
            return (chain && !pronoun) || letter_stop;
        }
        if letters == 0 {
            return false;
        }
        if word == "Ph" {
            return next == Some('D');
        }
        if next.is_some_and(|c| c.is_lowercase()) {
            return true;
        }
        word.len() <= 5
            && word.starts_with(|c: char| c.is_uppercase())
            && !next.is_some_and(char::is_alphanumeric)
            && Traits::of(&word.to_lowercase()).any(Traits::ABBREVIATED)
    }

    /// Whether the letter at `start` stands between a given name and a surname: "Ada A. Moss", and
    /// not "Plan A. The".
    fn is_middle_initial(&self, start: usize) -> bool {
        let before = &self.text[..start];
        let given = before.strip_suffix(' ').map_or("", |before| {
            let word = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
            before.get(word..).unwrap_or_default()
        });
        let surname = self.text[self.at..self.end].strip_prefix(". ").map_or("", |after| {
            let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
            &after[..end]
        });
        let capital = |word: &str| {
            word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase)
        };
        let (first, last) = (given.to_lowercase(), surname.to_lowercase());
        capital(given)
            && capital(surname)
            && (Traits::of(&first).any(Traits::GIVEN) || !is_common_word(&first))
            && !Traits::of(&last).any(Traits::STOP)
    }

    /// The end of the word that began at `start`; a title's stop is read but not part of it.
    fn without_title_stop(&self, start: usize) -> usize {
        let word = &self.text[start..self.at];
        match word.strip_suffix('.') {
            Some(bare) if keeps_stop(bare) => self.at,
            Some(bare) if bare.chars().nth(1).is_some() && !bare.contains('.') => self.at - 1,
            _ => self.at,
        }
    }
}

/// Abbreviations at the end of names, which keep their stop.
fn keeps_stop(word: &str) -> bool {
    matches!(word, "Jr" | "Sr" | "Inc" | "Corp" | "Co" | "Ltd" | "Bros")
}

/// What an apostrophe does.
enum After {
    /// The word goes on.
    Word,
    /// The word ended before it.
    End,
    /// The word ended at this byte, and a possessive or contracted ending follows.
    Possessive(usize),
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ')
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}')
}

fn is_latin(character: char) -> bool {
    character < '\u{250}' || ('\u{1e00}'..='\u{1eff}').contains(&character) || is_mark(character)
}

fn shape(word: &str) -> Shape {
    let Some(first) = word.chars().next() else { return Shape::Lower };
    if first.is_numeric() {
        return Shape::Digits;
    }
    if !is_latin(first) {
        return Shape::Foreign;
    }
    if first.is_lowercase() {
        let camel =
            first.is_ascii() && word.as_bytes()[1..].iter().take(2).any(u8::is_ascii_uppercase);
        let elided = word.chars().nth(1).is_some_and(is_apostrophe)
            && word.chars().nth(2).is_some_and(char::is_uppercase);
        return if camel || elided { Shape::Capital } else { Shape::Lower };
    }
    let mut letters = word.chars().skip(1).filter(|c| c.is_alphabetic()).peekable();
    if letters.peek().is_none() {
        let short = word.chars().nth(1).is_none_or(|c| c == '.');
        return if short { Shape::Initial } else { Shape::Upper };
    }
    if letters.all(char::is_uppercase) { Shape::Upper } else { Shape::Capital }
}

/// Looks words up, with one buffer for all.
#[derive(Default)]
struct LexiconReader {
    folded: String,
}

impl LexiconReader {
    fn traits(&mut self, word: &str, shape: Shape) -> Traits {
        match shape {
            Shape::Digits | Shape::Foreign => Traits::NONE,
            Shape::Lower if word.is_ascii() => Traits::of(word),
            Shape::Capital | Shape::Upper if word.is_ascii() => {
                self.folded.clear();
                self.folded.push_str(word);
                self.folded.make_ascii_lowercase();
                Traits::of(self.folded.trim_end_matches('.'))
            }
            _ if word.contains('’') => Traits::of(&word.replace('’', "'").to_lowercase()),
            _ => {
                self.folded.clear();
                fold_into(word, &mut self.folded);
                Traits::of(&self.folded)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        read(text, TextRange::new(0, text.len()), &[], &mut tokens);
        tokens
    }

    #[test]
    fn words_end_where_names_end() {
        for (text, expected) in [
            ("Mr. Orlov's dog", "Mr|Orlov|dog"),
            ("the U.S. and the E.U.’s", "the|U.S.|and|the|E.U."),
            ("J.K. Rowe, J. K. Rowe", "J.K.|Rowe|J.|K.|Rowe"),
            ("O’Neill and d'Estaing’s", "O’Neill|and|d'Estaing"),
            ("He said so. Then left.", "He|said|so|Then|left"),
            ("example.com St. Lucia", "example.com|St|Lucia"),
            ("Vera'll go, we'll go", "Vera|go|we'll|go"),
            ("Anna-Lena Jr.", "Anna|Lena|Jr."),
            ("vitamin A. Then I. So", "vitamin|A|Then|I|So"),
        ] {
            let words: Vec<_> = tokens(text).iter().map(|token| token.text(text)).collect();
            assert_eq!(words.join("|"), expected);
        }
    }

    #[test]
    fn shapes_are_told() {
        for (word, expected) in [
            ("paris", Shape::Lower),
            ("Paris", Shape::Capital),
            ("McDonald", Shape::Capital),
            ("iPhone", Shape::Capital),
            ("d’Estaing", Shape::Capital),
            ("NATO", Shape::Upper),
            ("U.S.", Shape::Upper),
            ("W.", Shape::Initial),
            ("24-hour", Shape::Digits),
            ("Москва", Shape::Foreign),
            ("Élodie", Shape::Capital),
        ] {
            assert_eq!(shape(word), expected, "{word}");
        }
    }
}
