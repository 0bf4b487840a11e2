//! Words: the units that quotations are compared in, each with the bytes it stands for.
//!
//! A word is a run of letters and digits with the apostrophes inside it; hyphens and dashes part
//! words, so that a hyphen more or less leaves the letters in the same order. Digits keep their
//! decimal point and lose their thousands separators. A currency sign, a percent sign and an
//! ampersand are words, because a figure without its sign is another figure.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::TextRange;
use super::fold::{fold_char, is_apostrophe, is_invisible};
use unicode_normalization::char::is_combining_mark;

/// The identity of a folded word: a 32-bit hash of its letters. Different words share a key once
/// in four thousand million pairs.
pub type WordKey = u32;

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The bytes it stands for.
    pub range: TextRange,
    /// The identity of its folded letters.
    pub key: WordKey,
}

/// The words of `text`, in order.
#[must_use]
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0, folded: String::new() }
}

/// The words of the bytes of `text` in `range`; ranges count from the start of `text`. What stands
/// before the range is seen: "-5" is no minus five in "1-5".
#[must_use]
pub fn words_in(text: &str, range: TextRange) -> Vec<Word> {
    Words { text: &text[..range.end], at: range.start, folded: String::new() }.collect()
}

/// The words of `text` from the byte `offset` on, seen with what stands before it.
pub(crate) fn words_from(text: &str, offset: usize) -> Words<'_> {
    Words { text, at: offset, folded: String::new() }
}

/// The key of the word whose folded letters are `folded`.
#[must_use]
pub fn key_of(folded: &str) -> WordKey {
    let canonical = canonical(folded);
    let mut hasher = FxHasher::default();
    hasher.write(canonical.as_bytes());
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as WordKey
}

/// Words that are written in two ways and mean one thing: small numbers, signs.
fn canonical(folded: &str) -> &str {
    if folded.len() > 8 {
        return folded;
    }
    match folded {
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        "percent" => "%",
        "&" => "and",
        "ok" => "okay",
        _ => folded,
    }
}

/// Iterator over the words of a text.
#[derive(Clone, Debug)]
pub struct Words<'t> {
    text: &'t str,
    at: usize,
    folded: String,
}

impl Words<'_> {
    /// The folded letters of the word returned last.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    fn peek(&self) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at)?;
        if byte < 0x80 { Some(char::from(byte)) } else { self.text[self.at..].chars().next() }
    }

    /// Moves to the first character of the next word.
    fn skip_to_word(&mut self) -> Option<char> {
        loop {
            let character = self.peek()?;
            if is_word_character(character) || is_sign(character) || self.is_minus(character) {
                return Some(character);
            }
            self.at += character.len_utf8();
        }
    }

    /// Whether a minus sign stands here: before a digit, after white space or an opening mark.
    fn is_minus(&self, character: char) -> bool {
        if !matches!(character, '-' | '−') {
            return false;
        }
        let after = self.text[self.at + character.len_utf8()..].chars().next();
        let before = self.text[..self.at].chars().next_back();
        after.is_some_and(|next| next.is_ascii_digit())
            && before.is_none_or(|last| last.is_whitespace() || "([“\"'$€£".contains(last))
    }

    fn read_word(&mut self) {
        while let Some(character) = self.peek() {
            if is_word_character(character) {
                fold_char(character, &mut self.folded);
            } else if !is_glue(character)
                && !self.joins(character)
                && !self.is_bracket_in_word(character)
            {
                break;
            } else if is_apostrophe(character) {
                self.folded.push('\'');
            } else if character == '.' {
                self.folded.push('.');
            }
            self.at += character.len_utf8();
            if is_ideograph(character) {
                break;
            }
        }
    }

    /// Whether a square bracket stands here between two letters: "\[W\]e", "want\[ed\]" are words,
    /// and so is "(W)e".
    fn is_bracket_in_word(&self, character: char) -> bool {
        let next = || self.text[self.at + 1..].chars().next();
        let mut before = self.text[..self.at].chars();
        match character {
            '[' | ']' => {
                next().is_some_and(char::is_alphabetic)
                    && before.next_back().is_some_and(char::is_alphabetic)
            }
            ')' => {
                next().is_some_and(char::is_lowercase)
                    && before.next_back().is_some_and(char::is_uppercase)
                    && before.next_back() == Some('(')
            }
            _ => false,
        }
    }

    /// Whether the punctuation mark here stands inside a word or number.
    fn joins(&self, mark: char) -> bool {
        let mut after = self.text[self.at + mark.len_utf8()..].chars();
        let next = after.next();
        let last = self.text[..self.at].chars().next_back();
        let between_digits =
            last.is_some_and(|c| c.is_ascii_digit()) && next.is_some_and(|c| c.is_ascii_digit());
        match mark {
            _ if is_apostrophe(mark) => {
                next.is_some_and(char::is_alphabetic) && last.is_some_and(char::is_alphanumeric)
            }
            '.' => between_digits,
            ',' | '\u{a0}' | '\u{2009}' | '\u{202f}' => {
                between_digits
                    && after.next().is_some_and(|c| c.is_ascii_digit())
                    && after.next().is_some_and(|c| c.is_ascii_digit())
                    && !after.next().is_some_and(|c| c.is_ascii_digit())
            }
            _ => false,
        }
    }
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let first = self.skip_to_word()?;
        let start = self.at;
        self.folded.clear();
        if is_word_character(first) {
            self.read_word();
        } else {
            self.at += first.len_utf8();
            self.folded.push(if first == '−' { '-' } else { first });
            if matches!(first, '-' | '−') {
                self.read_word();
            }
        }
        let range = self.with_brackets(TextRange::new(start, self.end_without_glue(start)));
        self.at = self.at.max(range.end);
        Some(Word { range, key: key_of(&self.folded) })
    }
}

impl Words<'_> {
    /// The word with the bracket before it or after it whose fellow stands inside.
    fn with_brackets(&self, word: TextRange) -> TextRange {
        let written = word.of(self.text);
        let (opening, closing) = (written.find('['), written.find(']'));
        let (before, after) = (&self.text[..word.start], &self.text[word.end..]);
        if written.contains(')') {
            return TextRange::new(word.start - usize::from(before.ends_with('(')), word.end);
        }
        let opens = closing.is_some_and(|at| opening.is_none_or(|open| open > at));
        let closes = written.rfind('[') > written.rfind(']');
        TextRange::new(
            word.start - usize::from(opens && before.ends_with('[')),
            word.end + usize::from(closes && after.starts_with(']')),
        )
    }

    /// Invisible characters after a word's last letter are not its own.
    fn end_without_glue(&self, start: usize) -> usize {
        let word = &self.text[start..self.at];
        if word.is_ascii() {
            return self.at;
        }
        start + word.trim_end_matches(is_glue).len()
    }
}

/// Letters, digits and the marks that ride on them.
fn is_word_character(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    character.is_alphanumeric() && !is_combining_mark(character)
}

/// What may stand inside a word without being a letter of it.
fn is_glue(character: char) -> bool {
    !character.is_ascii() && (is_invisible(character) || is_combining_mark(character))
}

const fn is_sign(character: char) -> bool {
    matches!(character, '%' | '$' | '€' | '£' | '¥' | '₽' | '₹' | '₴' | '₺' | '&' | '‰')
}

/// Scripts written without spaces: each character is a word.
const fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        let mut words = words(text);
        let mut all = Vec::new();
        while words.next().is_some() {
            all.push(words.folded().to_owned());
        }
        all
    }

    #[test]
    fn texts_fall_into_words() {
        for (text, expected) in [
            ("We don’t know.", "we|don't|know"),
            ("the dogs’ ’90s rock ’n’ roll", "the|dogs|90s|rock|n|roll"),
            ("high-level talks—now", "high|level|talks|now"),
            ("$1.5 billion, 10,000 men", "$|1.5|billion|10000|men"),
            ("10\u{a0}000 / 1,5 / 3,1415", "10000|1|5|3|1415"),
            ("5% of it & -5 or 2-1", "5|%|of|it|&|-5|or|2|1"),
            ("co\u{ad}op\u{200b}", "coop"),
            ("U.S. at 7 p.m.", "u|s|at|7|p|m"),
            ("end of 2024.", "end|of|2024"),
            ("日本 ok", "日|本|ok"),
            ("[W]e want[ed] [the] tax[1]", "we|wanted|the|tax|1"),
            ("(W)e want (A) tax(es) of Class(B)s", "we|want|a|tax|es|of|class|bs"),
        ] {
            assert_eq!(folded(text).join("|"), expected, "{text}");
        }
    }

    #[test]
    fn small_numbers_and_signs_share_a_key() {
        for (a, b) in [("five", "5"), ("percent", "%"), ("&", "and"), ("Twelve", "12")] {
            let key = |text| words(text).next().unwrap().key;
            assert_eq!(key(a), key(b), "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn words_lie_on_character_boundaries_in_order(text in "[\\PC\\[\\]]{0,60}") {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(word.range.start >= last && !word.range.is_empty());
                prop_assert!(text.get(word.range.start..word.range.end).is_some());
                last = word.range.end;
            }
        }

        #[test]
        fn a_word_read_alone_is_the_same_word(text in "[a-zé'’0-9,.$% \\[\\]-]{0,40}") {
            for word in words(&text) {
                let alone: Vec<Word> = words(word.range.of(&text)).collect();
                prop_assert_eq!(alone.len(), 1);
                prop_assert_eq!(alone[0].key, word.key);
            }
        }
    }
}
