//! A document's words, its lines told into running text and headlines, and how the running text
//! writes each word: with a capital or without.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::common::is_common_word;
use super::tokens::{self, Gap, Shape, Token};
use super::traits::Traits;
use crate::reading::markup::{BlockKind, Extraction};
use crate::text::TextRange;

/// Words in a row that are of one kind.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// Indices of [`Page::tokens`].
    pub(super) tokens: Range<usize>,
    /// Whether capitals say nothing here: a headline or a line in capitals.
    pub(super) headline: bool,
}

/// What the reading of names knows before it looks for any.
pub(super) struct Page<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    pub(super) segments: Vec<Segment>,
    lower: FxHashSet<&'t str>,
    capital: FxHashMap<Cow<'t, str>, u32>,
}

impl<'t> Page<'t> {
    pub(super) fn read(extraction: &'t Extraction, sentences: &[TextRange]) -> Self {
        let text = extraction.text.as_str();
        let mut page = Self {
            text,
            tokens: Vec::with_capacity(text.len() / 5),
            segments: Vec::new(),
            lower: FxHashSet::default(),
            capital: FxHashMap::default(),
        };
        for block in &extraction.blocks {
            let first = page.tokens.len();
            tokens::read(text, block.range, sentences, &mut page.tokens);
            page.divide(first, matches!(block.kind, BlockKind::Heading(_)));
        }
        page.count_cases();
        page
    }

    /// Divides the words from `first` on at line breaks.
    fn divide(&mut self, first: usize, heading: bool) {
        let mut start = first;
        for at in first + 1..=self.tokens.len() {
            if self.tokens.get(at).is_none_or(|token| token.gap == Gap::Line) {
                let headline = self.is_headline(start..at, heading);
                self.segments.push(Segment { tokens: start..at, headline });
                start = at;
            }
        }
    }

    /// Whether the capitals of these words are a headline's.
    fn is_headline(&self, range: Range<usize>, heading: bool) -> bool {
        let tokens = &self.tokens[range];
        let (mut capitals, mut upper, mut lower) = (0usize, 0usize, 0usize);
        for token in tokens {
            match token.shape {
                Shape::Upper => upper += 1,
                Shape::Capital => capitals += 1,
                Shape::Lower if !token.traits.any(Traits::STOP) => {
                    lower += 1;
                }
                _ => {}
            }
        }
        if upper >= 3 && upper > 2 * (capitals + lower) {
            return true;
        }
        if heading {
            return capitals + upper > lower;
        }
        // "said" would have its capital too.
        let tells = |token: &Token| token.shape == Shape::Lower && token.traits.any(Traits::SPEECH);
        if self.ends_sentence(tokens) && tokens.iter().any(tells) {
            return false;
        }
        let given = tokens.iter().any(|token| token.traits.any(Traits::GIVEN));
        if tokens.len() < 5 {
            return lower == 0
                && !self.ends_sentence(tokens)
                && !given
                && self.common_capitals(tokens) > 0;
        }
        let plain = self.common_capitals(tokens);
        let capitalised = capitals + upper > 3 * lower && tokens.len() <= 25;
        capitalised
            && (plain >= 2 || plain == 1 && lower == 0 && !given)
            && (lower == 0 || !self.ends_sentence(tokens))
    }

    fn ends_sentence(&self, tokens: &[Token]) -> bool {
        tokens.last().is_some_and(|last| self.text[last.range.end..].starts_with(['.', ';', ',']))
    }

    /// How many capitals stand on common words that are no part of a name: "Seeking Clarity".
    fn common_capitals(&self, tokens: &[Token]) -> usize {
        let named = Traits::GIVEN
            | Traits::TITLE
            | Traits::TITLE_PART
            | Traits::ORGANISATION
            | Traits::PLACE_END
            | Traits::PLACE
            | Traits::DEMONYM
            | Traits::KNOWN_BODY;
        tokens
            .iter()
            .skip(usize::from(tokens.len() > 4))
            .filter(|token| {
                token.shape == Shape::Capital
                    && !token.traits.any(named)
                    && is_common_word(&token.range.of(self.text).to_lowercase())
            })
            .count()
    }

    fn count_cases(&mut self) {
        for segment in self.segments.iter().filter(|segment| !segment.headline) {
            for token in &self.tokens[segment.tokens.clone()] {
                let word = token.range.of(self.text);
                match token.shape {
                    Shape::Lower => {
                        self.lower.insert(word);
                    }
                    Shape::Capital | Shape::Upper if !token.initial => {
                        *self.capital.entry(lower_case(word)).or_default() += 1;
                    }
                    _ => {}
                }
            }
        }
    }

    pub(super) fn word(&self, token: usize) -> &'t str {
        self.tokens[token].range.of(self.text)
    }

    /// Whether a word in lower case has the `traits` at `token`; false past the end.
    pub(super) fn has(&self, token: usize, traits: Traits) -> bool {
        self.tokens.get(token).is_some_and(|token| token.traits.any(traits))
    }

    /// Whether the word is written with a capital where no sentence starts.
    pub(super) fn is_capital_elsewhere(&self, token: usize) -> bool {
        let here = u32::from(!self.tokens[token].initial);
        self.capital.get(&lower_case(self.word(token))).is_some_and(|&count| count > here)
    }

    /// Whether the word is a common one, by this text or by the language.
    pub(super) fn is_common(&self, token: usize) -> bool {
        let lower = lower_case(self.word(token));
        self.lower.contains(lower.as_ref()) || is_common_word(&lower)
    }

    /// Whether the text itself writes the word in lower case.
    pub(super) fn is_lower_elsewhere(&self, token: usize) -> bool {
        self.lower.contains(lower_case(self.word(token)).as_ref())
    }

    /// The bytes of the words `range`.
    pub(super) fn range(&self, range: &Range<usize>) -> TextRange {
        self.tokens[range.start].range.cover(self.tokens[range.end - 1].range)
    }
}

fn lower_case(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) {
        Cow::Owned(word.to_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}
