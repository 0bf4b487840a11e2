//! What goes with a wrong speaker's name: another cannot be put in beside the office of the first.

use crate::reading::names::{Traits, fold_name};
use crate::text::{TextRange, words_in};

/// Words of an office that stands apart from the name.
const MOST: usize = 8;

/// The name at `range` of `text` with the office told beside it: "*Ostrevan Foreign Minister Ada
/// Lane*", "*Ostreva's foreign minister, Ada Lane,* said", "*Ada Lane, the foreign minister,* said".
pub(super) fn with_office(text: &str, range: TextRange) -> TextRange {
    if !range.of(text).starts_with(char::is_uppercase) {
        return range;
    }
    let start = start_of_titles(text, range);
    if start < range.start {
        return TextRange::new(start, range.end);
    }
    office_before(text, range).or_else(|| office_behind(text, range)).unwrap_or(range)
}

/// Where the titles before a name begin.
fn start_of_titles(text: &str, range: TextRange) -> usize {
    let own = words_in(text, range);
    let mut titled = own.len() > 1 && own.first().is_some_and(|one| is_title(one.range.of(text)));
    let mut start = range.start;
    let mut begin = start;
    for _ in 0..MOST {
        let Some((at, word)) = word_before(text, begin) else { break };
        begin = at;
        if is_title(word) {
            titled = true;
            start = at;
        } else if titled && (is_land(word) || is_owner(word)) {
            start = at;
        } else {
            break;
        }
    }
    start
}

/// The word that a single space parts from what begins at `end`.
fn word_before(text: &str, end: usize) -> Option<(usize, &str)> {
    let before = text[..end].strip_suffix(' ')?;
    let joined = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.');
    let start = before.trim_end_matches(joined).len();
    let word = &before[start..];
    (!word.is_empty() && !word.ends_with('.')).then_some((start, word))
}

/// "Ostreva's foreign minister, *Ada Lane*,".
fn office_before(text: &str, range: TextRange) -> Option<TextRange> {
    let before = text[..range.start].strip_suffix(", ")?;
    let behind = text[range.end..].strip_prefix(',')?;
    let begin = before
        .rfind(is_mark)
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let begin = begin + (before.len() - begin - before[begin..].trim_start().len());
    let end = text.len() - behind.len();
    is_office(&before[begin..]).then(|| TextRange::new(begin, end))
}

/// "*Ada Lane*, the foreign minister of Ostreva,".
fn office_behind(text: &str, range: TextRange) -> Option<TextRange> {
    let behind = text[range.end..].strip_prefix(", ")?;
    let end = behind.find(is_mark).filter(|&at| behind[at..].starts_with(','))?;
    is_office(&behind[..end]).then(|| TextRange::new(range.start, range.end + ", ".len() + end + 1))
}

fn is_mark(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | ':' | '“' | '”' | '"' | '—' | '–' | '(' | ')' | '\n' | '?' | '!')
}

/// "The foreign minister of Ostreva", "Ostreva's president".
fn is_office(phrase: &str) -> bool {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let opens = |word: &&&str| {
        matches!(word.to_lowercase().as_str(), "the" | "its" | "their")
            || is_land(word)
            || is_owner(word)
    };
    let head = words.split(|word| matches!(*word, "of" | "for" | "at" | "in")).next();
    let ends = head.and_then(<[&str]>::last).is_some_and(|word| is_title(word));
    words.len() <= MOST && words.first().as_ref().is_some_and(opens) && ends
}

fn is_title(word: &str) -> bool {
    let own = Traits::TITLE | Traits::TITLE_PART | Traits::ROLE;
    Traits::of(&fold_name(word)).any(own)
}

fn is_land(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && Traits::of(&fold_name(word)).any(Traits::DEMONYM)
}

/// "Ostreva's".
fn is_owner(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && (word.ends_with("'s") || word.ends_with("’s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_goes_with_its_name() {
        for (text, name, expected) in [
            (
                "“No,” Welsh Foreign Minister Ada Lane said.",
                "Foreign Minister Ada Lane",
                "Welsh Foreign Minister Ada Lane",
            ),
            (
                "“No,” Wales’s foreign minister, Ada Lane, said.",
                "Ada Lane",
                "Wales’s foreign minister, Ada Lane,",
            ),
            (
                "The mayor of Redport, Ada Lane, said: “No.”",
                "Ada Lane",
                "The mayor of Redport, Ada Lane,",
            ),
            (
                "Ada Lane, the mayor of Redport, said: “No.”",
                "Ada Lane",
                "Ada Lane, the mayor of Redport,",
            ),
            ("In Wales Ada Lane said: “No.”", "Ada Lane", "Ada Lane"),
            ("On Monday, Ada Lane, who was ill, said: “No.”", "Ada Lane", "Ada Lane"),
            ("“No,” said Ada Lane.", "Ada Lane", "Ada Lane"),
            ("“No,” she said.", "she", "she"),
        ] {
            let at = text.find(name).unwrap();
            let found = with_office(text, TextRange::new(at, at + name.len()));
            assert_eq!(found.of(text), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_goes_with_a_name_holds_it(text in "[A-Zaéo’', .“]{0,40}", at in 0usize..40, len in 0usize..9) {
            let (start, end) = (at.min(text.len()), (at + len).min(text.len()));
            if text.is_char_boundary(start) && text.is_char_boundary(end) {
                let found = with_office(&text, TextRange::new(start, end));
                assert!(found.start <= start && found.end >= end && text.get(found.start..found.end).is_some());
            }
        }
    }
}
