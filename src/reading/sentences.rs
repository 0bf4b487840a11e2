//! Sentences, told by punctuation and what follows it; no sentence crosses a paragraph.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::cues::{self, Strength};
use super::markup::Block;
use super::paragraphs;
use crate::text::{TextRange, floor_boundary};

/// Bytes of the longest sentence. What goes on for longer without a full stop is a list or a table:
/// it is read in pieces, as each of its words is compared with those of its sentence.
const LONGEST: usize = 1_200;

/// Abbreviations after which a sentence never ends: a name or number follows.
const TITLES: &str = "mr mrs ms mx dr prof st sen sens rep reps gov govs gen col lt maj capt cpt \
    cmdr sgt cpl pvt adm rev fr hon pres supt det insp amb atty messrs mt ft vs v no nos vol fig \
    pp ca cf op al approx dept est min max sec e.g i.e viz hr eq art bros mgr msgr mme mlle dir \
    del spc pfc brig gov't ald asst sr. nr bd ave blvd rd";

/// Abbreviations that may also end a sentence.
const OTHERS: &str = "inc co corp ltd llc jr sr etc a.m p.m u.s u.n u.k e.u d.c l.a n.y u.s.a \
    u.s.s.r u.a.e ph.d m.d b.a m.a b.c a.d jan feb mar apr jun jul aug sep sept oct nov dec mon \
    tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky \
    la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que \
    n.h n.j n.m n.c n.d s.c s.d w.va r.i b.c esq oz lb lbs kg km cm mm hrs mins bros cie plc assn \
    g.o.p r-la";

/// Words that begin a sentence far more often than they follow an abbreviation inside one.
const STARTERS: &str = "the a an he she it they we i you this that these those there his her its \
    their our my in on at by for from with as after before when while if but and so or yet however \
    although though since because what who why how where not no some many most all one another \
    both each during under over earlier later last next now then still also meanwhile moreover \
    according even just only once until asked such perhaps instead despite";

static TITLE_SET: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| set(TITLES));
static OTHER_SET: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| set(OTHERS));
static STARTER_SET: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| set(STARTERS));

fn set(words: &'static str) -> FxHashSet<&'static str> {
    words.split_whitespace().collect()
}

/// The sentences of a text's blocks, in order, closing quotation marks and brackets included and
/// white space at both ends excluded (bytes of `text`).
#[must_use]
pub fn read(text: &str, blocks: &[Block]) -> Vec<TextRange> {
    let mut sentences = Vec::new();
    for paragraph in paragraphs::split(text, blocks) {
        split(text, paragraph.range, &mut sentences);
    }
    sentences
}

/// Appends the sentences of one paragraph.
pub(crate) fn split(text: &str, paragraph: TextRange, sentences: &mut Vec<TextRange>) {
    let bytes = text.as_bytes();
    let mut start = paragraph.start;
    let mut at = paragraph.start;
    while at < paragraph.end {
        let Some(end) = stop_at(bytes, at) else {
            at += 1;
            continue;
        };
        let stop = TextRange::new(at, after_stops(text, end, paragraph.end));
        let closed = after_closers(text, stop.end, paragraph.end);
        at = closed.max(at + 1);
        if ends_sentence(text, paragraph, start, stop, closed) {
            push(text, TextRange::new(start, closed), sentences);
            start = closed;
        }
    }
    push(text, TextRange::new(start, paragraph.end), sentences);
}

/// The end of the stop character at `at`, if there is one.
fn stop_at(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at] {
        b'.' | b'!' | b'?' => Some(at + 1),
        0xE2 if bytes[at..].starts_with("…".as_bytes()) => Some(at + 3),
        _ => None,
    }
}

fn after_stops(text: &str, from: usize, end: usize) -> usize {
    let rest = &text[from..end];
    end - rest.trim_start_matches(['.', '!', '?', '…']).len()
}

fn after_closers(text: &str, from: usize, end: usize) -> usize {
    let rest = &text[from..end];
    let is_closer = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}');
    let mut after = end - rest.trim_start_matches(is_closer).len();
    // « Bonjour. »
    for closer in ["\u{a0}»", "\u{202f}»", " »"] {
        if text[after..end].starts_with(closer) {
            after += closer.len();
        }
    }
    after
}

fn ends_sentence(
    text: &str,
    paragraph: TextRange,
    start: usize,
    stop: TextRange,
    closed: usize,
) -> bool {
    let rest = &text[closed..paragraph.end];
    let Some(first) = rest.chars().next() else { return true };
    if !first.is_whitespace() {
        return false;
    }
    let rest = rest.trim_start();
    let next = rest.trim_start_matches(is_opener);
    let Some(letter) = next.chars().next() else { return true };
    if letter.is_lowercase() {
        return false;
    }
    let quoted = closed > stop.end;
    let asks = !stop.of(text).ends_with('.');
    if quoted && asks && next.len() == rest.len() && begins_with_attribution(next) {
        return false;
    }
    match stop.of(text) {
        "." if !quoted => ends_at_full_stop(&text[start..stop.start], next),
        "." => !is_lone_abbreviation(&text[start..stop.start], next),
        _ => true,
    }
}

fn is_opener(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '«' | '(' | '[' | '—' | '–' | '-') || c == '\u{a0}'
}

/// Whether a full stop after `before` ends the sentence, given what follows.
fn ends_at_full_stop(before: &str, next: &str) -> bool {
    let word = last_word(before);
    let lower = word.to_lowercase();
    let first = first_word(next);
    let starts_anew = STARTER_SET.contains(first.to_lowercase().as_str());
    if TITLE_SET.contains(lower.as_str()) {
        // "No." and "St." can be words too.
        return word.chars().all(char::is_lowercase) && starts_anew && word.len() > 2;
    }
    if is_initial(word) || is_dotted(word) {
        return starts_anew;
    }
    if OTHER_SET.contains(lower.as_str()) {
        return starts_anew && !next.starts_with(|c: char| c.is_ascii_digit());
    }
    // "1. First point"
    let numbers_a_list = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    !(numbers_a_list && before.trim() == word && !word.is_empty())
}

fn is_lone_abbreviation(before: &str, next: &str) -> bool {
    let word = last_word(before);
    let titled = TITLE_SET.contains(word.to_lowercase().as_str()) && word.len() > 1;
    titled && !STARTER_SET.contains(first_word(next).to_lowercase().as_str())
}

fn last_word(before: &str) -> &str {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}

fn first_word(next: &str) -> &str {
    next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// "J", as in "J. Smith"; "I" is a word.
fn is_initial(word: &str) -> bool {
    let word = word.rsplit(['.', '-']).next().unwrap_or(word);
    let mut characters = word.chars();
    let single = characters.next().is_some_and(char::is_uppercase) && characters.next().is_none();
    single && word != "I"
}

/// "U.S", "a.m"
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2 && !part.is_empty())
}

/// `"Why?" Ada Grey asked`: a capital after the closing mark, but the sentence goes on.
fn begins_with_attribution(next: &str) -> bool {
    let mut names = 0;
    for word in next.split_whitespace().take(6) {
        let bare = word.trim_end_matches([',', '.', ';', ':']);
        if bare.starts_with(char::is_uppercase) && bare.len() == word.len() {
            if names == 0 && STARTER_SET.contains(bare.to_lowercase().as_str()) {
                return false;
            }
            names += 1;
            continue;
        }
        let saying = cues::verb(bare).is_some_and(|verb| verb.strength == Strength::Saying);
        // "Grey pressed.": any verb, where nothing follows it.
        let pressed = bare.len() < word.len() && bare.ends_with("ed");
        return names > 0 && (saying || pressed);
    }
    false
}

/// Appends what stands in `range`, in pieces where it is too long for a sentence.
fn push(text: &str, mut range: TextRange, sentences: &mut Vec<TextRange>) {
    while let Some(cut) = overlong_at(text, range) {
        push_trimmed(text, TextRange::new(range.start, cut), sentences);
        range = TextRange::new(cut, range.end);
    }
    push_trimmed(text, range, sentences);
}

/// Where a stretch too long for a sentence is best cut: at the end of a line, else of a clause, else
/// of a word.
fn overlong_at(text: &str, range: TextRange) -> Option<usize> {
    if range.len() <= LONGEST {
        return None;
    }
    let content = range.of(text);
    let head = &content[..floor_boundary(content, LONGEST)];
    let behind = |find: &dyn Fn(&str) -> Option<usize>| find(head).filter(|at| *at > LONGEST / 2);
    let cut = behind(&|head| head.rfind('\n'))
        .or_else(|| behind(&|head| head.rfind("; ").map(|at| at + 1)))
        .or_else(|| behind(&|head| head.rfind(", ").map(|at| at + 1)))
        .or_else(|| behind(&|head| head.rfind(char::is_whitespace)))
        .or_else(|| content[head.len()..].find(char::is_whitespace).map(|at| head.len() + at))?;
    Some(range.start + cut)
}

fn push_trimmed(text: &str, range: TextRange, sentences: &mut Vec<TextRange>) {
    let content = range.of(text);
    let trimmed = content.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = range.start + (content.len() - content.trim_start().len());
    sentences.push(TextRange::new(start, start + trimmed.len()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::markup::{Format, extract};
    use proptest::prelude::*;

    fn sentences(text: &str) -> Vec<&str> {
        let extraction = extract(text, Format::Plain);
        read(text, &extraction.blocks).into_iter().map(|range| range.of(text)).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, expected) in [
            ("We left. They stayed.", vec!["We left.", "They stayed."]),
            (
                "Mr. Grey met Sen. Ash in the U.S. Senate.",
                vec!["Mr. Grey met Sen. Ash in the U.S. Senate."],
            ),
            (
                "He moved to the U.S. The firm followed.",
                vec!["He moved to the U.S.", "The firm followed."],
            ),
            (
                "It rose 3.5 percent. J. K. Lane paid $2.50 for it.",
                vec!["It rose 3.5 percent.", "J. K. Lane paid $2.50 for it."],
            ),
            ("“We won.” The crowd left.", vec!["“We won.”", "The crowd left."]),
            (
                "“Why now?” Ada Grey asked. “Why?” she said.",
                vec!["“Why now?” Ada Grey asked.", "“Why?” she said."],
            ),
            ("It was 5 p.m. on Feb. 3. The end.", vec!["It was 5 p.m. on Feb. 3.", "The end."]),
            ("Well ... maybe. Stop! Go… Now", vec!["Well ... maybe.", "Stop!", "Go…", "Now"]),
            ("(It was late.) We slept.", vec!["(It was late.)", "We slept."]),
        ] {
            assert_eq!(sentences(text), expected);
        }
    }

    proptest! {
        #[test]
        fn sentences_are_ordered_and_on_boundaries(text in "[a-zA-Z.!?…“” \"\n’é]{0,60}") {
            let extraction = extract(&text, Format::Plain);
            let mut end = 0;
            for range in read(&text, &extraction.blocks) {
                prop_assert!(range.start >= end && !range.is_empty());
                prop_assert!(!range.of(&text).trim().is_empty());
                end = range.end;
            }
        }
    }
}
