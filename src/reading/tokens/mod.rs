//! Words, numbers and marks of a block, with what each word may mean in a date or a figure.

mod lexicon;

use crate::text::TextRange;

pub(crate) use lexicon::{
    Lex, ONES, TENS, Unit, is_number_word, is_weekday, is_whole_weekday, ordinal_word,
};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters.
    Word,
    /// Digits: "2008", "07".
    Number,
    /// Digits grouped in threes: "2,000".
    Grouped,
    /// Digits with an ordinal ending: "22nd".
    Ordinal,
    /// Digits with a plural ending: "1980s", "80s".
    Decade,
    /// One character that is none of these.
    Mark(char),
    /// Stands before the first and after the last token.
    Nothing,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// "may".
    Lower,
    /// "May".
    Title,
    /// "MAY", "A".
    Upper,
}

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte.
    pub start: usize,
    /// First byte after it.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// The value of its digits, if any.
    pub value: u64,
    /// How many digits it has.
    pub digits: u8,
    /// What the word may mean.
    pub lex: Lex,
    /// How the word is capitalised; `Lower` for what is no word.
    pub case: Case,
    /// Whether no white space stands before it.
    pub glued: bool,
}

impl Token {
    /// What stands outside of the text.
    pub(crate) const NOTHING: Self = Self {
        start: 0,
        end: 0,
        kind: Kind::Nothing,
        value: 0,
        digits: 0,
        lex: Lex::None,
        case: Case::Lower,
        glued: false,
    };

    /// Whether it is the mark `character`.
    pub(crate) fn is_mark(self, character: char) -> bool {
        self.kind == Kind::Mark(character)
    }

    /// Whether it is one of the dashes, the hyphen included.
    pub(crate) fn is_dash(self) -> bool {
        matches!(self.kind, Kind::Mark('-' | '‐' | '‑' | '‒' | '–' | '—'))
    }

    /// Whether it is an apostrophe or single quotation mark.
    pub(crate) fn is_apostrophe(self) -> bool {
        matches!(self.kind, Kind::Mark('\'' | '’' | '‘'))
    }

    /// Whether it is a word that begins with a capital letter.
    pub(crate) fn is_capitalised(self) -> bool {
        self.kind == Kind::Word && self.case != Case::Lower
    }
}

/// A tokenised block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tokens<'t> {
    /// The whole text; tokens count in its bytes.
    pub text: &'t str,
    /// The tokens of one block.
    pub list: &'t [Token],
}

impl<'t> Tokens<'t> {
    /// The token `at`, or [`Token::NOTHING`] beyond the end.
    pub(crate) fn at(&self, at: usize) -> Token {
        self.list.get(at).copied().unwrap_or(Token::NOTHING)
    }

    /// The token `back` places before `at`, or [`Token::NOTHING`] before the beginning.
    pub(crate) fn before(&self, at: usize, back: usize) -> Token {
        at.checked_sub(back).map_or(Token::NOTHING, |at| self.at(at))
    }

    /// The words of the token `at`.
    pub(crate) fn text_at(&self, at: usize) -> &'t str {
        let token = self.at(at);
        &self.text[token.start..token.end]
    }

    /// Whether the token `at` is `word`, whatever its case.
    pub(crate) fn is_word(&self, at: usize, word: &str) -> bool {
        self.text_at(at).eq_ignore_ascii_case(word)
    }

    /// Whether the token `at` is one of `words`, whatever its case.
    pub(crate) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let token = self.text_at(at);
        !token.is_empty() && words.iter().any(|word| token.eq_ignore_ascii_case(word))
    }

    /// The meaning of the word `at`.
    pub(crate) fn lex(&self, at: usize) -> Lex {
        self.at(at).lex
    }

    /// Whether the token `at` begins a sentence, a line of its own or a quotation.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        let previous = self.before(at, 1);
        match previous.kind {
            Kind::Nothing => true,
            Kind::Mark(mark) => matches!(mark, '.' | '!' | '?' | ':' | '"' | '“' | '‘' | '«' | '„'),
            _ => self.text[previous.end..self.at(at).start].contains('\n'),
        }
    }
}

/// Appends the tokens of the bytes `range` of `text` to `into`.
pub(crate) fn scan(text: &str, range: TextRange, into: &mut Vec<Token>) {
    let mut scanner = Scanner { bytes: text.as_bytes(), text, at: range.start, end: range.end };
    let mut glued = false;
    while scanner.at < scanner.end {
        if scanner.skip_space() {
            glued = false;
            continue;
        }
        let mut token = scanner.next_token();
        token.glued = glued;
        glued = true;
        into.push(token);
    }
}

struct Scanner<'t> {
    bytes: &'t [u8],
    text: &'t str,
    at: usize,
    end: usize,
}

impl Scanner<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        let at = self.at + ahead;
        if at < self.end { self.bytes[at] } else { 0 }
    }

    fn character(&self) -> char {
        self.text[self.at..self.end].chars().next().unwrap_or('\0')
    }

    fn skip_space(&mut self) -> bool {
        let byte = self.bytes[self.at];
        let width = if byte.is_ascii() {
            usize::from(byte.is_ascii_whitespace())
        } else {
            let character = self.character();
            if character.is_whitespace() { character.len_utf8() } else { 0 }
        };
        self.at += width;
        width > 0
    }

    fn next_token(&mut self) -> Token {
        let byte = self.bytes[self.at];
        if byte.is_ascii_digit() {
            return self.number();
        }
        if byte.is_ascii_alphabetic() || (!byte.is_ascii() && self.character().is_alphabetic()) {
            return self.word();
        }
        let character = self.character();
        let start = self.at;
        self.at += character.len_utf8();
        Token { start, end: self.at, kind: Kind::Mark(character), ..Token::NOTHING }
    }

    fn word(&mut self) -> Token {
        let start = self.at;
        while self.at < self.end {
            let byte = self.bytes[self.at];
            if byte.is_ascii_alphabetic() {
                self.at += 1;
            } else if !byte.is_ascii() && self.character().is_alphabetic() {
                self.at += self.character().len_utf8();
            } else {
                break;
            }
        }
        let word = &self.text[start..self.at];
        let lex = lexicon::lookup(word);
        Token { start, end: self.at, kind: Kind::Word, lex, case: case_of(word), ..Token::NOTHING }
    }

    fn number(&mut self) -> Token {
        let start = self.at;
        let mut value: u64 = 0;
        let mut digits: u8 = 0;
        let mut kind = Kind::Number;
        loop {
            let byte = self.peek(0);
            if byte.is_ascii_digit() {
                value = value.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
                digits = digits.saturating_add(1);
                self.at += 1;
            } else if byte == b',' && self.group_follows(digits, kind) {
                kind = Kind::Grouped;
                self.at += 1;
            } else {
                break;
            }
        }
        if kind == Kind::Number {
            kind = self.ending(digits);
        }
        Token { start, end: self.at, kind, value, digits, ..Token::NOTHING }
    }

    /// Whether a comma is followed by exactly three digits: "2,000".
    fn group_follows(&self, digits: u8, kind: Kind) -> bool {
        (digits <= 3 || kind == Kind::Grouped)
            && (1..=3).all(|ahead| self.peek(ahead).is_ascii_digit())
            && !self.peek(4).is_ascii_digit()
    }

    fn ending(&mut self, digits: u8) -> Kind {
        let letters = [self.peek(0), self.peek(1), self.peek(2)].map(|b| b.to_ascii_lowercase());
        let alone = |byte: u8| !byte.is_ascii_alphanumeric();
        match letters {
            [b's', b't', next] | [b'n' | b'r', b'd', next] | [b't', b'h', next]
                if alone(next) && digits <= 3 =>
            {
                self.at += 2;
                Kind::Ordinal
            }
            [b's', next, _] if alone(next) && (digits == 2 || digits == 4) => {
                self.at += 1;
                Kind::Decade
            }
            _ => Kind::Number,
        }
    }
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            if letters.all(char::is_uppercase) {
                Case::Upper
            } else {
                Case::Title
            }
        }
        _ => Case::Lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<(String, Kind)> {
        let mut list = Vec::new();
        scan(text, TextRange::new(0, text.len()), &mut list);
        list.iter().map(|token| (text[token.start..token.end].to_owned(), token.kind)).collect()
    }

    #[test]
    fn numbers_keep_their_endings() {
        for (text, first, kind) in [
            ("2,000 men", "2,000", Kind::Grouped),
            ("2008, 2009", "2008", Kind::Number),
            ("22nd", "22nd", Kind::Ordinal),
            ("1980s", "1980s", Kind::Decade),
            ("40bn", "40", Kind::Number),
            ("Q3", "Q", Kind::Word),
            ("’90s", "’", Kind::Mark('’')),
        ] {
            assert_eq!(words(text).first(), Some(&(first.to_owned(), kind)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_on_boundaries(text in "[a-zé0-9,.’ \n😀]{0,60}") {
            let mut list = Vec::new();
            scan(&text, TextRange::new(0, text.len()), &mut list);
            let mut last = 0;
            for token in list {
                prop_assert!(token.start >= last && token.end > token.start);
                prop_assert!(text.get(token.start..token.end).is_some());
                last = token.end;
            }
        }
    }
}
