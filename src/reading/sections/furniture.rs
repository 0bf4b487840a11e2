//! Navigation and other furniture of a page: links, buttons, labels, copyright lines.

use super::super::markup::BlockKind;
use super::features::Blocks;

/// Lines that stand on pages and never in articles.
const CERTAIN: &[&str] = &[
    "skip to main content",
    "skip to content",
    "skip to navigation",
    "jump to content",
    "live broadcast",
    "read more",
    "share this",
    "share this article",
    "share this story",
    "share",
    "share on facebook",
    "share on twitter",
    "support us",
    "subscribe",
    "subscribe now",
    "sign in",
    "sign up",
    "log in",
    "donate",
    "donate now",
    "advertisement",
    "remind me later",
    "related articles",
    "related stories",
    "most read",
    "most popular",
    "trending now",
    "listen to this article",
    "follow us",
    "back to top",
    "accept all cookies",
    "accept cookies",
    "cookie settings",
    "privacy policy",
    "terms of use",
    "terms of service",
    "print this page",
    "email this article",
    "copy link",
    "view comments",
    "show comments",
    "post a comment",
    "leave a comment",
    "read next",
    "up next",
    "recommended for you",
    "you may also like",
    "article continues below",
    "story continues below",
    "comments are closed",
    "load more",
    "see more",
    "show more",
    "play video",
    "watch live",
    "continue reading",
    "continue reading the main story",
    "print friendly",
    "contact us",
    "about us",
    "all rights reserved",
];

/// Lines that are furniture among other furniture, but may be anything alone.
const LIKELY: &[&str] = &[
    "once",
    "monthly",
    "annual",
    "annually",
    "continue",
    "menu",
    "search",
    "home",
    "news",
    "more",
    "next",
    "previous",
    "print",
    "email",
    "e-mail",
    "facebook",
    "twitter",
    "x",
    "telegram",
    "whatsapp",
    "linkedin",
    "reddit",
    "pinterest",
    "instagram",
    "youtube",
    "tags",
    "topics",
    "comments",
    "comment",
    "save",
    "close",
    "play",
    "video",
    "audio",
    "listen",
    "updated",
    "follow",
    "login",
    "register",
    "sport",
    "business",
    "opinion",
    "culture",
    "latest",
    "live",
    "payment methods",
    "not now",
    "no thanks",
    "main",
    "like",
    "sections",
    "world",
    "politics",
    "rss",
    "newsletter",
    "newsletters",
    "preview",
];

pub(super) fn mark(blocks: &Blocks<'_>, marks: &mut [Option<BlockKind>]) {
    for (first, end) in groups(blocks) {
        mark_group(blocks, first, end, marks);
    }
}

/// Marks short lines among lines that were marked: the rest of a box.
pub(super) fn mark_between(blocks: &Blocks<'_>, marks: &mut [Option<BlockKind>]) {
    for (first, end) in groups(blocks) {
        let marked = |mark: &&Option<BlockKind>| **mark == Some(BlockKind::Boilerplate);
        let mut rest = marks[first..end].iter().filter(marked).count();
        let most = rest >= 2 && rest * 2 > end - first;
        for (at, mark) in marks.iter_mut().enumerate().take(end).skip(first) {
            rest -= usize::from(marked(&&*mark));
            // The last line of a box may be the title below it.
            let inside = most && rest > 0 && blocks.word_count(at) <= 10;
            let bare = !blocks.text(at).contains(char::is_alphanumeric);
            if mark.is_none() && (bare || (inside && !is_name(blocks.text(at)))) {
                *mark = Some(BlockKind::Boilerplate);
            }
        }
    }
}

/// Runs of blocks that no blank line parts.
fn groups<'b>(blocks: &'b Blocks<'_>) -> impl Iterator<Item = (usize, usize)> + 'b {
    let mut at = 0;
    std::iter::from_fn(move || {
        let first = at;
        at = (first + 1..blocks.len())
            .find(|&next| !blocks.follows_closely(next))
            .unwrap_or(blocks.len());
        (first < blocks.len()).then_some((first, at))
    })
}

/// Marks within `first..end`, blocks that no blank line parts.
fn mark_group(blocks: &Blocks<'_>, first: usize, end: usize, marks: &mut [Option<BlockKind>]) {
    let known: Vec<bool> = (first..end).map(|at| is_certain(blocks.text(at))).collect();
    let sure = |at: usize| known[at - first];
    let seen = (first..end).filter(|&at| sure(at) || is_likely(blocks.text(at))).count();
    let any_sure = known.contains(&true);
    let all_short = (first..end).all(|at| blocks.word_count(at) <= 6);
    let menu = seen >= 2 && (any_sure || (seen * 2 > end - first && all_short));
    for (at, mark) in marks.iter_mut().enumerate().take(end).skip(first) {
        let short = blocks.word_count(at) <= 5 && !is_name(blocks.text(at));
        let listed = is_likely(blocks.text(at));
        if mark.is_none() && (sure(at) || (menu && (short || listed))) {
            *mark = Some(BlockKind::Boilerplate);
        }
    }
}

fn is_certain(text: &str) -> bool {
    // A sentence is no link.
    if text.len() > 200 || (text.len() > 60 && text.ends_with('.') && !is_reserved(text)) {
        return false;
    }
    let plain = plain(text);
    CERTAIN.contains(&plain.as_str())
        || is_clock(text)
        || is_copyright(&plain)
        || is_print_line(&plain)
        || is_pointer(text)
}

fn is_reserved(text: &str) -> bool {
    let tail = text.trim_end_matches('.').as_bytes();
    let mark = b"reserved";
    tail.len() >= mark.len() && tail[tail.len() - mark.len()..].eq_ignore_ascii_case(mark)
}

fn is_likely(text: &str) -> bool {
    text.len() < 40 && LIKELY.contains(&plain(text).as_str())
}

/// The words of a line in lower case, without marks at its rims.
fn plain(text: &str) -> String {
    text.trim_matches(|c: char| !c.is_alphanumeric() && c != '©').to_lowercase()
}

/// The length of a recording: `0:00`.
fn is_clock(text: &str) -> bool {
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split(':').collect();
    matches!(parts.as_slice(), [_, _] | [_, _, _])
        && parts.iter().all(|part| !part.is_empty() && digits(part))
}

fn is_copyright(plain: &str) -> bool {
    let reserved = plain.ends_with("all rights reserved");
    let marked = plain.starts_with('©') || plain.starts_with("copyright ©");
    reserved || (marked && plain.bytes().any(|byte| byte.is_ascii_digit()))
}

/// A line of print and mail buttons.
fn is_print_line(plain: &str) -> bool {
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let buttons = words
        .iter()
        .filter(|word| matches!(**word, "print" | "pdf" | "email" | "friendly" | "share"));
    words.len() <= 6 && buttons.count() >= 2
}

/// `Read more: The title of another article`.
fn is_pointer(text: &str) -> bool {
    let Some((label, target)) = text.split_once(':') else { return false };
    let label = label.trim().to_lowercase();
    let labels =
        ["read more", "read also", "also read", "see also", "related", "more on this", "watch"];
    labels.contains(&label.as_str())
        && target.split_whitespace().count() <= 25
        && !target.trim_end().ends_with(['.', '”', '"'])
}

/// Two or three capitalised words may be the author.
fn is_name(text: &str) -> bool {
    let mut count = 0;
    let capital = text.split_whitespace().all(|word| {
        count += 1;
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-' || c == '.')
    });
    capital && (2..=3).contains(&count) && !is_certain(text)
}
