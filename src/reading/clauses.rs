//! Clauses: the stretches of a sentence that tell one event each.
//!
//! A rough reading by punctuation and by the words that begin a clause. A stretch that is set in
//! (a relative clause between commas, a parenthesis between dashes) is a clause of its own, and
//! what stands on both sides of it belongs together.

use crate::text::TextRange;

/// A clause: stretches of the text in order, none of them empty.
pub type Clause = Vec<TextRange>;

const RELATIVES: &[&str] = &["which", "who", "whom", "whose", "where"];
const OPENERS: &[&str] = &[
    "but", "while", "although", "though", "whereas", "because", "since", "after", "before", "when",
    "until", "as", "if", "so", "yet", "then",
];

/// The clauses of the sentence `range` of `text`, in order of their beginnings.
#[must_use]
pub fn read(text: &str, range: TextRange) -> Vec<Clause> {
    let mut reader = Reader { clauses: vec![Vec::new()], open: vec![0], start: range.start };
    for (at, mark) in marks(text, range) {
        reader.at_mark(text, range, at, mark);
    }
    reader.flush(text, range.end);
    reader.clauses.retain(|clause| !clause.is_empty());
    reader.clauses.sort_by_key(|clause| clause[0].start);
    reader.clauses
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Comma,
    Dash,
    Stop,
    OpenBracket,
    CloseBracket,
    /// A word that begins a clause without a comma before it.
    Opener,
}

fn marks(text: &str, range: TextRange) -> Vec<(usize, Mark)> {
    let mut marks = Vec::new();
    let written = range.of(text);
    for (offset, character) in written.char_indices() {
        let at = range.start + offset;
        let mark = match character {
            ',' if !between_digits(written, offset) => Mark::Comma,
            '—' | '–' => Mark::Dash,
            '-' if written[..offset].ends_with([' ', '-']) => Mark::Dash,
            ';' | ':' if !between_digits(written, offset) => Mark::Stop,
            '(' => Mark::OpenBracket,
            ')' => Mark::CloseBracket,
            ' ' | '\n' if opens_without_comma(&written[offset + 1..]) => Mark::Opener,
            ' ' | '\n' if goes_on_with_a_verb(&written[offset + 1..]) => Mark::Opener,
            _ => continue,
        };
        marks.push((at, mark));
    }
    marks
}

fn between_digits(text: &str, at: usize) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    digit(text.as_bytes().get(at.wrapping_sub(1))) && digit(text.as_bytes().get(at + 1))
}

fn opens_without_comma(rest: &str) -> bool {
    const BARE: &[&str] = &["that", "while", "although", "because", "when", "after", "before"];
    let mut words = rest.split_whitespace();
    let first = words.next().unwrap_or_default();
    let next = words.next().unwrap_or_default();
    // "After the war" and "before 2022" are adverbials; a clause has a verb, and "after" with a
    // subject of its own nearly always begins with a name, a pronoun or an article.
    let clause_like = !next.starts_with(|c: char| c.is_ascii_digit());
    BARE.contains(&first) && clause_like
}

/// "… was built in 1979 *and was sold* in 2004": the same subject, another event.
fn goes_on_with_a_verb(rest: &str) -> bool {
    const VERBS: &[&str] =
        &["was", "were", "is", "are", "has", "had", "have", "will", "would", "then"];
    let mut words = rest.split_whitespace();
    words.next() == Some("and")
        && words.next().is_some_and(|next| {
            VERBS.contains(&next) || (next.len() > 4 && next.ends_with("ed") && next != "united")
        })
}

struct Reader {
    clauses: Vec<Clause>,
    /// The clause being read, on top of those that it is set into.
    open: Vec<usize>,
    start: usize,
}

impl Reader {
    fn at_mark(&mut self, text: &str, range: TextRange, at: usize, mark: Mark) {
        let rest = text[at..range.end].trim_start_matches([',', ' ', '\n', '—', '–', '-']);
        let word: String =
            rest.chars().take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
        match mark {
            Mark::Comma if RELATIVES.contains(&word.as_str()) => self.enter(text, at),
            Mark::Comma if OPENERS.contains(&word.as_str()) => self.next(text, at),
            Mark::Comma if word == "and" && starts_subject(rest) => self.next(text, at),
            Mark::Comma if self.open.len() > 1 => self.leave(text, at),
            Mark::Dash if self.open.len() > 1 => self.leave(text, at),
            Mark::Dash | Mark::OpenBracket => self.enter(text, at),
            Mark::CloseBracket => self.leave(text, at),
            Mark::Stop | Mark::Opener => self.next(text, at),
            Mark::Comma => {}
        }
    }

    fn flush(&mut self, text: &str, end: usize) {
        let range = TextRange::new(self.start.min(end), end);
        let has_words = range.of(text).contains(char::is_alphanumeric);
        if let Some(&current) = self.open.last()
            && has_words
        {
            self.clauses[current].push(range);
        }
        self.start = end;
    }

    fn enter(&mut self, text: &str, at: usize) {
        self.flush(text, at);
        self.clauses.push(Vec::new());
        self.open.push(self.clauses.len() - 1);
    }

    fn leave(&mut self, text: &str, at: usize) {
        self.flush(text, at);
        if self.open.len() > 1 {
            self.open.pop();
        }
    }

    fn next(&mut self, text: &str, at: usize) {
        self.flush(text, at);
        self.clauses.push(Vec::new());
        self.open = vec![self.clauses.len() - 1];
    }
}

/// Whether `word` is a verb that needs a subject, as far as its form tells.
fn is_finite(word: &str) -> bool {
    const VERBS: &[&str] = &["was", "were", "is", "are", "has", "had", "have", "will", "would"];
    VERBS.contains(&word) || word.len() > 4 && word.ends_with("ed")
}

/// Whether a subject of its own follows "and": a pronoun, an article or a name.
fn starts_subject(rest: &str) -> bool {
    const SUBJECTS: &[&str] =
        &["he", "she", "it", "they", "we", "i", "the", "a", "an", "his", "her", "its"];
    let word = rest.split_whitespace().nth(1).unwrap_or_default();
    SUBJECTS.contains(&word)
        || word.starts_with(char::is_uppercase)
        || rest.split_whitespace().skip(2).take(2).any(is_finite)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shape(text: &str) -> String {
        read(text, TextRange::new(0, text.len()))
            .iter()
            .map(|clause| {
                let pieces: Vec<&str> = clause
                    .iter()
                    .map(|range| range.of(text).trim_matches(|c: char| !c.is_alphanumeric()))
                    .collect();
                pieces.join("+")
            })
            .collect::<Vec<_>>()
            .join(" / ")
    }

    #[test]
    fn sentences_fall_into_clauses() {
        for (text, expected) in [
            ("On May 2, Moss told the council.", "On May 2, Moss told the council"),
            (
                "The bridge, which opened in 1992, closed in May.",
                "The bridge+closed in May / which opened in 1992",
            ),
            (
                "In 1994, the guild—backed by the mayor—bought the mill.",
                "In 1994, the guild+bought the mill / backed by the mayor",
            ),
            ("Moss said that the mill would close.", "Moss said / that the mill would close"),
            ("He left, but she stayed; it rained.", "He left / but she stayed / it rained"),
            (
                "It was built in 1979 and was sold in 2004.",
                "It was built in 1979 / and was sold in 2004",
            ),
            ("It cost 1,500 crowns after the war.", "It cost 1,500 crowns / after the war"),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn clauses_hold_each_word_once(text in "[a-z,;—() ]{0,60}") {
            let clauses = read(&text, TextRange::new(0, text.len()));
            let mut pieces: Vec<TextRange> = clauses.into_iter().flatten().collect();
            pieces.sort();
            prop_assert!(pieces.windows(2).all(|pair| pair[0].end <= pair[1].start));
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
            let held: usize = pieces.iter().map(|range| letters(range.of(&text))).sum();
            prop_assert_eq!(held, letters(&text));
        }
    }
}
