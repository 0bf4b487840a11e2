//! In which grammatical person a source speaks: whether its writer says "I", whether anybody does.
//!
//! Found once for a source, however many passages of it are judged.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Source;
use crate::text::{WordKey, fold, key_of, words};

/// Words in which somebody speaks of himself, folded.
const FIRST_PERSON: [&str; 8] = ["i", "my", "me", "myself", "i'm", "i've", "i'd", "i'll"];
/// Other words of somebody who speaks, folded.
const SPEAKING: [&str; 4] = ["we", "our", "us", "you"];

/// The words of both lists by their keys.
static WORDS: LazyLock<FxHashMap<WordKey, &'static str>> = LazyLock::new(|| {
    FIRST_PERSON.iter().chain(&SPEAKING).map(|word| (key_of(word), *word)).collect()
});

/// Who speaks in a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct GrammaticalPerson {
    /// In how many paragraphs "I" stands outside quotation marks.
    pub(crate) paragraphs_with_i: usize,
    /// Whether somebody speaks anywhere in it: "I", "we", or to "you".
    pub(crate) anybody_speaks: bool,
}

impl GrammaticalPerson {
    pub(super) fn of(source: &Source) -> Self {
        let text = source.text();
        let mut found = Self::default();
        let mut paragraph_end = 0;
        for word in words(text).filter(|word| WORDS.contains_key(&word.key)) {
            let folded = fold(word.range.of(text));
            let is_i = is_first_person(&folded);
            found.anybody_speaks |= is_i || SPEAKING.contains(&folded.as_str());
            if is_i
                && word.range.start >= paragraph_end
                && source.quotation_at(word.range).is_none()
            {
                found.paragraphs_with_i += 1;
                let rest = &text[word.range.end..];
                paragraph_end = rest.find('\n').map_or(text.len(), |at| word.range.end + at);
            }
        }
        found
    }
}

/// Whether the folded `word` is one in which somebody speaks of himself.
pub(crate) fn is_first_person(word: &str) -> bool {
    FIRST_PERSON.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::markup::{self, Format};

    #[test]
    fn paragraphs_that_say_i_outside_quotation_marks() {
        for (text, paragraphs_with_i, anybody_speaks) in [
            ("The town slept.", 0, false),
            ("I slept. I woke.\n\nThe town slept.\n\nI’ll go.", 2, true),
            ("“I slept,” Ada Moss said.", 0, true),
            ("“I slept,” she told me.", 1, true),
            ("See how you sleep.", 0, true),
        ] {
            let mut source = Source::default();
            source.extraction = markup::extract(text, Format::Plain);
            let expected = GrammaticalPerson { paragraphs_with_i, anybody_speaks };
            assert_eq!(source.person(), expected, "{text}");
        }
    }
}
