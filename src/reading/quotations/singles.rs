//! Single quotation marks, told apart from apostrophes, primes and decades.

use super::marks::{Glyph, Mark, Side};

/// Words that begin with an apostrophe.
const ELISIONS: [&str; 22] = [
    "n", "em", "tis", "twas", "til", "till", "cause", "bout", "round", "cos", "coz", "ere",
    "neath", "gainst", "nuff", "tween", "twould", "twill", "kay", "sup", "an", "ol",
];

/// An ambiguous closing mark (a plural possessive?) is believed over this many bytes at most.
const FARTHEST_DOUBTFUL: usize = 80;

/// How many single marks are looked at for one that closes; keeps reading linear.
const FARTHEST_MARK: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    Sure,
    Doubtful,
    No,
}

/// What became of the single marks: pairs, and marks that open without being closed.
#[derive(Debug, Default)]
pub(super) struct Singles {
    /// Opening and closing mark of each pair, as numbers of the marks given.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Opening marks that no mark closes.
    pub(super) unclosed: Vec<usize>,
}

/// Pairs the single marks among `marks`; `container[n]` is the double quotation in which mark `n`
/// stands, and a pair never leaves it.
pub(super) fn pair(text: &str, marks: &[Mark], container: &[usize]) -> Singles {
    let mut found = Singles::default();
    let singles: Vec<usize> =
        (0..marks.len()).filter(|&number| marks[number].glyph.is_single()).collect();
    let mut position = 0;
    while position < singles.len() {
        let number = singles[position];
        position += 1;
        if !opens(text, &marks[number]) {
            continue;
        }
        match closing(text, marks, container, &singles[position..], number) {
            Some(close) => {
                found.pairs.push((number, singles[position + close]));
                position += close + 1;
            }
            None => found.unclosed.push(number),
        }
    }
    found
}

fn opens(text: &str, mark: &Mark) -> bool {
    let by_side = match mark.glyph {
        Glyph::SingleOpen | Glyph::SingleLow | Glyph::Backtick => mark.side != Side::Close,
        Glyph::Apostrophe | Glyph::SingleClose => mark.side == Side::Open,
        _ => false,
    };
    by_side && !is_elision(&text[mark.range.end..])
}

/// `'90s`, `'n'`, `'em`.
fn is_elision(rest: &str) -> bool {
    let word: &str = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 2 && matches!(&word[2..], "" | "s") {
        return true;
    }
    word.len() <= 7 && ELISIONS.contains(&word.to_lowercase().as_str())
}

/// The position among `rest` of the mark that closes the single mark `open`.
fn closing(
    text: &str,
    marks: &[Mark],
    container: &[usize],
    rest: &[usize],
    open: usize,
) -> Option<usize> {
    let mut doubtful = None;
    for (position, &number) in rest.iter().enumerate().take(FARTHEST_MARK) {
        let mark = &marks[number];
        if container[number] != container[open] {
            continue;
        }
        match closing_strength(text, mark) {
            Closing::Sure => return Some(position),
            Closing::Doubtful => {
                let near = mark.range.start - marks[open].range.end <= FARTHEST_DOUBTFUL;
                doubtful = doubtful.or(near.then_some(position));
            }
            Closing::No if opens(text, mark) => break,
            Closing::No => {}
        }
    }
    doubtful
}

fn closing_strength(text: &str, mark: &Mark) -> Closing {
    let may_close = match mark.glyph {
        Glyph::Apostrophe | Glyph::SingleClose => mark.side != Side::Open,
        // „…‘ in German and Czech.
        Glyph::SingleOpen => mark.side == Side::Close,
        _ => false,
    };
    if !may_close {
        return Closing::No;
    }
    let after_lower_word = starts_with_lower_word(&text[mark.range.end..]);
    match mark.before {
        None => Closing::No,
        Some(c) if c.is_whitespace() => Closing::No,
        Some(c) if c.is_ascii_digit() && mark.after.is_some_and(char::is_whitespace) => {
            Closing::Doubtful
        }
        Some('s' | 'S' | 'z') if after_lower_word => Closing::Doubtful,
        // "goin' down", "rock 'n' roll", "o' the".
        Some('n' | 'o' | 'f') if after_lower_word => Closing::Doubtful,
        Some(_) => Closing::Sure,
    }
}

fn starts_with_lower_word(rest: &str) -> bool {
    let mut characters = rest.chars();
    characters.next().is_some_and(|c| c == ' ' || c == '\n')
        && characters.next().is_some_and(char::is_lowercase)
}
