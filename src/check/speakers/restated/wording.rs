//! What the wording of a statement shows beside its names and stems.

use crate::text::{TextRange, fold};

/// Whether a cue tells that its speaker himself states something, and does not take up, grant or
/// deny what others state.
pub(super) fn is_plain(text: &str, cue: TextRange) -> bool {
    const PLAIN: &[&str] = &[
        "said",
        "says",
        "saying",
        "told",
        "tells",
        "telling",
        "stated",
        "states",
        "added",
        "adds",
        "adding",
        "declared",
        "declares",
        "announced",
        "announces",
        "claimed",
        "claims",
        "argued",
        "argues",
        "insisted",
        "insists",
        "asserted",
        "asserts",
        "contended",
        "contends",
        "warned",
        "warns",
        "wrote",
        "writes",
        "tweeted",
        "explained",
        "explains",
        "stressed",
        "stresses",
        "emphasised",
        "emphasized",
        "predicted",
        "predicts",
        "promised",
        "promises",
        "pledged",
        "pledges",
        "vowed",
        "vows",
        "revealed",
        "disclosed",
        "reported",
        "according",
        "remarked",
        "testified",
        "suggested",
        "suggests",
        "complained",
        "alleged",
    ];
    cue.of(text).split_whitespace().any(|word| PLAIN.contains(&fold(word).as_str()))
}

/// Whether a pronoun takes up somebody named before.
pub(super) fn takes_up(content: &str) -> bool {
    content.split_whitespace().any(|word| matches!(fold(word).as_str(), "he" | "she" | "they"))
}

/// The numbers of a text, in order of their digits.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let is_number = |word: &&str| word.starts_with(|one: char| one.is_ascii_digit());
    let words = text.split(|one: char| !(one.is_alphanumeric() || matches!(one, '.' | ',')));
    let mut numbers: Vec<String> =
        words.filter(is_number).map(|word| word.trim_end_matches(['.', ',']).to_owned()).collect();
    numbers.sort();
    numbers
}

/// Whether all of `wanted` are among `numbers`.
pub(super) fn has_all(numbers: &[String], wanted: &[String]) -> bool {
    wanted.iter().all(|one| numbers.contains(one))
}

/// How many words deny something.
pub(super) fn negations(text: &str) -> usize {
    const WORDS: &[&str] =
        &["not", "no", "never", "none", "nor", "neither", "without", "nothing", "nobody", "cannot"];
    text.split_whitespace()
        .map(|word| fold(word.trim_matches(|one: char| !one.is_alphanumeric())))
        .filter(|word| WORDS.contains(&word.as_str()) || word.ends_with("n't"))
        .count()
}
