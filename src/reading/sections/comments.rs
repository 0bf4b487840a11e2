//! Readers' comments below an article: numbered names above indented paragraphs, names with the
//! time of writing, "says:" lines.

use super::super::markup::BlockKind;
use super::features::{Blocks, own_words};

pub(super) fn mark(blocks: &Blocks<'_>, marks: &mut [Option<BlockKind>]) {
    let Some(first) = start(blocks) else { return };
    for (at, mark) in marks.iter_mut().enumerate().skip(first) {
        let closing = is_closing(blocks.text(at));
        *mark = Some(if closing { BlockKind::Boilerplate } else { BlockKind::ReaderComment });
    }
}

/// The first block of the comments, which run to the end of the text.
fn start(blocks: &Blocks<'_>) -> Option<usize> {
    let headed = (1..blocks.len()).find(|&at| is_comments_heading(blocks.text(at)));
    let numbered = numbered(blocks);
    let signed = signed(blocks);
    [headed, numbered, signed].into_iter().flatten().min()
}

/// `12 Comments`, `Comments (12)`, `3 thoughts on “…”`, `Leave a Reply`.
fn is_comments_heading(text: &str) -> bool {
    if text.len() > 120 || text.ends_with('.') {
        return false;
    }
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("");
    let rest: Vec<_> = words.collect();
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    match rest.as_slice() {
        ["comments" | "responses" | "replies"] => number(first),
        ["thought" | "thoughts" | "response" | "responses", "on" | "to", ..] => {
            number(first) || first == "one"
        }
        [count] => first == "comments" && number(count),
        ["a", "reply" | "comment"] => first == "leave",
        _ => false,
    }
}

/// The line by which a site ends the comments.
fn is_closing(text: &str) -> bool {
    let lower = text.trim_end_matches('.').to_lowercase();
    matches!(lower.as_str(), "comments are closed" | "comments are now closed" | "comments closed")
}

/// A numbered list of short names, each above deeper paragraphs, at the end of the text.
fn numbered(blocks: &Blocks<'_>) -> Option<usize> {
    let entries: Vec<usize> = (0..blocks.len()).filter(|&at| is_entry(blocks, at)).collect();
    let first = *entries.iter().find(|&&at| blocks.text(at).starts_with("1."))?;
    let after = entries.iter().filter(|&&at| at >= first).count();
    let base = blocks.indent(first);
    let inside = |at: usize| {
        blocks.indent(at) >= base.max(1) || is_entry(blocks, at) || is_closing(blocks.text(at))
    };
    if after < 2 || !(first..blocks.len()).all(inside) {
        return None;
    }
    let closed = (first..blocks.len()).any(|at| is_closing(blocks.text(at)));
    let restarts = entries.iter().filter(|&&at| blocks.text(at).starts_with("1.")).count() > 1;
    let personal = personal_share(blocks, first) >= 0.3;
    let evidence = 2 * usize::from(closed) + usize::from(restarts) + usize::from(personal);
    (evidence >= 2).then_some(first)
}

/// `12. A Name`, with a deeper paragraph below.
fn is_entry(blocks: &Blocks<'_>, at: usize) -> bool {
    let text = blocks.text(at);
    let Some((number, name)) = text.split_once(". ") else { return false };
    let numbered = number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let short = name.chars().count() <= 40 && name.split_whitespace().count() <= 5;
    let deeper = at + 1 < blocks.len() && blocks.indent(at + 1) > blocks.indent(at);
    numbered
        && short
        && deeper
        && !name.contains('\n')
        && !name.ends_with(['.', '!', '?', ':', ';'])
}

/// The share of the paragraphs from `first` on that speak as "I" or to "you".
fn personal_share(blocks: &Blocks<'_>, first: usize) -> f64 {
    let (mut all, mut personal) = (0_u32, 0_u32);
    for at in first..blocks.len() {
        if is_entry(blocks, at) || is_closing(blocks.text(at)) {
            continue;
        }
        all += 1;
        let words = own_words(blocks.text(at));
        let speaks = |word: &String| {
            matches!(
                word.as_str(),
                "i" | "i'm" | "i've" | "i'd" | "me" | "my" | "you" | "your" | "lol" | "thanks"
            )
        };
        personal += u32::from(words.iter().any(speaks));
    }
    f64::from(personal) / f64::from(all.max(1))
}

/// `A Name says:` or `March 4, 2021 at 5:10 pm` with `Reply` lines, at least twice.
fn signed(blocks: &Blocks<'_>) -> Option<usize> {
    let signatures: Vec<usize> =
        (1..blocks.len()).filter(|&at| is_signature(blocks.text(at))).collect();
    let replies = (0..blocks.len()).filter(|&at| is_reply(blocks.text(at))).count();
    let first = *signatures.first()?;
    if signatures.len() < 2 || signatures.len() + replies < 3 {
        return None;
    }
    // A name may stand in a block of its own above the time.
    let named = first > 1 && blocks.word_count(first - 1) <= 4 && !blocks.ends_sentence(first - 1);
    Some(if named && !blocks.text(first).ends_with("says:") { first - 1 } else { first })
}

fn is_signature(text: &str) -> bool {
    if text.len() > 90 || text.ends_with('.') {
        return false;
    }
    let says = text.lines().any(|line| line.trim_end().ends_with(" says:"));
    let lower = text.to_lowercase();
    let timed = lower.split_once(" at ").is_some_and(|(day, time)| {
        let clock = time.trim_end_matches(['m', 'a', 'p', '.', ' ']);
        let is_clock = clock.len() <= 5 && clock.contains(':');
        is_clock
            && clock.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
            && day.bytes().any(|byte| byte.is_ascii_digit())
    });
    let ago = lower.ends_with(" ago") && lower.split_whitespace().count() <= 6;
    says || timed || (ago && lower.bytes().any(|byte| byte.is_ascii_digit()))
}

fn is_reply(text: &str) -> bool {
    let word = text.trim_end_matches(['↓', '→', ' ', '.']).to_lowercase();
    matches!(word.as_str(), "reply" | "log in to reply" | "report" | "like" | "permalink")
}
