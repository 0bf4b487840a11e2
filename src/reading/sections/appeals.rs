//! Appeals to the reader: for money, for a subscription, for consent to cookies.
//!
//! They speak as "we" to "you", outside quotation marks, in words of support or subscription. An
//! article that reports an appeal speaks of "they".

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::super::markup::BlockKind;
use super::features::{Blocks, own_words};

/// Blocks at the head and the tail of a text that are read for longer appeals.
const HEAD: usize = 15;
const TAIL: usize = 40;

/// Most unmarked blocks between two appeals that belong to them.
const GAP: usize = 3;

const SUPPORT: &[&str] = &[
    "support",
    "supporting",
    "supporters",
    "donate",
    "donation",
    "donations",
    "contribute",
    "contribution",
    "contributions",
    "contributing",
    "subscribe",
    "subscribing",
    "subscription",
    "subscriber",
    "subscribers",
    "membership",
    "newsletter",
    "newsletters",
    "ad-free",
    "ads",
    "fundraiser",
    "fundraising",
    "patreon",
    "paypal",
];

/// What every appeal holds a part of; most paragraphs hold none and need no further look.
static TRIGGERS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let words = [
        "newsletter",
        "inbox",
        "cookies",
        "privacy policy",
        "support",
        "donat",
        "contribut",
        "subscri",
        "membership",
        "ad-free",
        "ads",
        "fundrais",
        "patreon",
        "paypal",
        "your help",
        "help us",
    ];
    let mut builder = AhoCorasick::builder();
    builder.ascii_case_insensitive(true).kind(Some(AhoCorasickKind::DFA));
    builder.build(words).unwrap_or_else(|error| unreachable!("a short list of words: {error}"))
});

pub(super) fn mark(blocks: &Blocks<'_>, marks: &mut [Option<BlockKind>]) {
    let open = |at: &usize| super::is_open(blocks.kind(*at)) && marks[*at].is_none();
    let mut found: Vec<usize> =
        (0..blocks.len()).filter(open).filter(|&at| is_appeal(blocks, at)).collect();
    let salutations: Vec<usize> = (0..blocks.len())
        .filter(|&at| is_salutation(blocks.text(at)))
        .filter(|&at| {
            let next = found.partition_point(|&appeal| appeal <= at);
            found.get(next).is_some_and(|appeal| appeal - at <= 8)
        })
        .collect();
    found.extend(salutations);
    found.sort_unstable();
    for &at in &found {
        marks[at] = Some(BlockKind::Boilerplate);
    }
    for pair in found.windows(2) {
        join(blocks, pair[0], pair[1], marks);
    }
}

/// Marks what stands between two appeals and speaks in the same voice.
fn join(blocks: &Blocks<'_>, first: usize, last: usize, marks: &mut [Option<BlockKind>]) {
    let between = first + 1..last;
    let own_voice = |at: usize| {
        let words = own_words(blocks.text(at));
        words.len() <= 6 || words.iter().any(|word| is_we(word))
    };
    if between.len() <= GAP && between.clone().all(|at| marks[at].is_some() || own_voice(at)) {
        for mark in &mut marks[between] {
            *mark = mark.or(Some(BlockKind::Boilerplate));
        }
    }
}

fn is_appeal(blocks: &Blocks<'_>, at: usize) -> bool {
    let text = blocks.text(at);
    let at_rim = at < HEAD || at + TAIL >= blocks.len();
    if text.len() > if at_rim { 1500 } else { 300 } {
        return false;
    }
    if !TRIGGERS.is_match(text) {
        return false;
    }
    let words = own_words(text);
    is_cookie_note(&words) || is_sign_up(&words) || (at_rim && pleads(&words))
}

fn is_we(word: &str) -> bool {
    matches!(word, "we" | "our" | "us" | "we're" | "we've" | "we'll")
}

fn is_you(word: &str) -> bool {
    matches!(word, "you" | "your" | "you're" | "you've" | "you'll")
}

/// Four signs of an appeal in one paragraph, or fewer beside "your help".
fn pleads(words: &[String]) -> bool {
    let any = |test: &dyn Fn(&str) -> bool| words.iter().any(|word| test(word));
    let we = any(&is_we);
    let you = any(&is_you);
    let support = any(&|word| SUPPORT.contains(&word));
    let money =
        any(&|word| word.starts_with(['$', '€', '£']) || matches!(word, "monthly" | "month"));
    let trade = any(&|word| {
        matches!(
            word,
            "journalism" | "reporting" | "newsroom" | "reading" | "content" | "journalists"
        )
    });
    let help = phrase(words, &["your", "help"]) || phrase(words, &["help", "us"]);
    let thanks = phrase(words, &["thank", "you"]);
    let signs = [we, you, support, money, trade, thanks].iter().filter(|sign| **sign).count();
    (support && you && signs >= 4) || (help && we && (signs >= 3 || words.len() <= 12))
}

fn is_sign_up(words: &[String]) -> bool {
    let letter =
        words.iter().any(|word| matches!(word.as_str(), "newsletter" | "newsletters" | "inbox"));
    // Deep inside a paragraph it is a stray line of the page.
    let acts = phrase(&words[..words.len().min(14)], &["sign", "up"])
        || words.first().is_some_and(|word| matches!(word.as_str(), "subscribe" | "get" | "join"));
    let addressed = words.iter().any(|word| is_you(word) || is_we(word));
    letter && words.len() < 90 && acts && (addressed || words.len() < 12)
        || (letter && words.iter().filter(|word| is_you(word)).count() >= 2)
}

fn is_cookie_note(words: &[String]) -> bool {
    let cookies = words.iter().any(|word| word == "cookies");
    let uses = phrase(words, &["we", "use"])
        || phrase(words, &["site", "uses"])
        || phrase(words, &["website", "uses"])
        || words.iter().any(|word| matches!(word.as_str(), "accept" | "consent"));
    cookies && uses && words.iter().any(|word| is_you(word) || is_we(word) || word == "this")
        || (phrase(words, &["privacy", "policy"]) && words.iter().any(|word| word == "agree"))
}

fn phrase(words: &[String], phrase: &[&str]) -> bool {
    words
        .windows(phrase.len())
        .any(|window| window.iter().zip(phrase).all(|(word, part)| word == part))
}

/// The head of a letter to the readers.
fn is_salutation(text: &str) -> bool {
    let lower = text.to_lowercase();
    let dear = lower.starts_with("dear reader") || lower.starts_with("dear friend");
    text.len() < 90 && (dear || (lower.starts_with("a message from ") && lower.ends_with(':')))
}
