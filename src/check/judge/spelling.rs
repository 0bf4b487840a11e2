//! Spellings of one word that style books exchange freely: British and American forms, words
//! written together or apart, numbers in digits or words, contractions and their full forms.

use super::contractions;
use crate::reading::tokens::{ONES, TENS};

/// Whether two folded runs of words are the same words, spelled differently.
pub(crate) fn same_words(a: &[&str], b: &[&str]) -> bool {
    let joined = |words: &[&str]| words.concat().replace('\'', "");
    let words = (a, b);
    let (a, b) = (joined(a), joined(b));
    a == b
        || possessive(&a) == possessive(&b)
        || american(&a) == american(&b)
        || number(&a).is_some_and(|value| number(&b) == Some(value))
        || ordinal(&a).is_some_and(|value| ordinal(&b) == Some(value))
        || contractions::same_in_full(words.0, words.1)
}

/// "ISIS's" and "ISIS'" without their ending, apostrophes gone.
fn possessive(word: &str) -> &str {
    word.strip_suffix("ss").map_or(word, |stem| &word[..=stem.len()])
}

/// The American form of a folded word, where a British one has it: a rough normal form, the same
/// for both, not always a word.
fn american(word: &str) -> String {
    let mut form = word.to_owned();
    for (british, american) in [
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("iser", "izer"),
        ("ise", "ize"),
        ("yse", "yze"),
        ("ysed", "yzed"),
        ("ysing", "yzing"),
        ("ogue", "og"),
        ("ence", "ense"),
        ("ences", "enses"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("lling", "ling"),
        ("lled", "led"),
        ("ller", "ler"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("grey", "gray"),
        ("cheque", "check"),
        ("tyre", "tire"),
        ("judgement", "judgment"),
        ("towards", "toward"),
        ("whilst", "while"),
        ("amongst", "among"),
    ] {
        if let Some(stem) =
            form.strip_suffix(british).filter(|stem| stem.len() > 2 || stem.is_empty())
        {
            form = format!("{stem}{american}");
            break;
        }
    }
    if form.len() > 4 { form.replace("our", "or") } else { form }
}

/// The value of an ordinal in digits or in one English word: "2nd", "second".
fn ordinal(word: &str) -> Option<u32> {
    const WORDS: &[&str] = &[
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth",
    ];
    if let Some(at) = WORDS.iter().position(|name| *name == word) {
        return u32::try_from(at + 1).ok();
    }
    let digits = word.trim_end_matches(|character: char| character.is_ascii_lowercase());
    matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th").then(|| digits.parse().ok())?
}

/// The value of a number written in digits or as one or two English words run together.
fn number(word: &str) -> Option<u32> {
    if let Ok(value) = word.parse() {
        return Some(value);
    }
    if let Some(value) = ONES.iter().position(|unit| *unit == word) {
        return u32::try_from(value).ok();
    }
    TENS.iter().enumerate().find_map(|(ten, name)| {
        let rest = word.strip_prefix(name)?;
        let value = (ten as u32 + 2) * 10;
        if rest.is_empty() {
            return Some(value);
        }
        let unit = ONES[1..10].iter().position(|unit| *unit == rest)?;
        Some(value + unit as u32 + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_style_books_exchange() {
        for (a, b, same) in [
            ("organisation", "organization", true),
            ("defence", "defense", true),
            ("colour", "color", true),
            ("co operate", "cooperate", true),
            ("u s", "us", true),
            ("per cent", "percent", true),
            ("twenty five", "25", true),
            ("centre", "center", true),
            ("travelled", "traveled", true),
            ("analyse", "analyze", true),
            ("its", "it's", true),
            ("james's", "james", true),
            ("rise", "raise", false),
            ("will", "would", false),
            ("15", "51", false),
            ("five", "fifteen", false),
            ("hour", "her", false),
            ("not", "now", false),
            ("we are", "we're", true),
            ("second", "2nd", true),
            ("second", "3rd", false),
        ] {
            let split = |text: &'static str| text.split(' ').collect::<Vec<_>>();
            assert_eq!(same_words(&split(a), &split(b)), same, "{a} / {b}");
        }
    }
}
