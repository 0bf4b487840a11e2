//! Who published a text, where its head, foot or own words state it.

use super::head::{Around, Line, is_interface};
use super::{Confidence, Known, clean};
use crate::text::ceil_boundary;

const WORDS: [&str; 50] = [
    "times",
    "post",
    "tribune",
    "gazette",
    "herald",
    "journal",
    "guardian",
    "observer",
    "chronicle",
    "telegraph",
    "courier",
    "daily",
    "weekly",
    "review",
    "magazine",
    "mail",
    "star",
    "standard",
    "press",
    "news",
    "newspaper",
    "radio",
    "tv",
    "television",
    "broadcasting",
    "agency",
    "examiner",
    "independent",
    "inquirer",
    "echo",
    "mirror",
    "globe",
    "bulletin",
    "dispatch",
    "register",
    "sentinel",
    "wire",
    "reuters",
    "afp",
    "bbc",
    "cnn",
    "media",
    "online",
    "today",
    "argus",
    "argosy",
    "advertiser",
    "reporter",
    "messenger",
    "correspondent",
];

/// Whether a word is one that outlets' names are made of.
pub(super) fn is_outlet_word(word: &str) -> bool {
    WORDS.contains(&word.to_lowercase().as_str())
}

pub(super) fn has_outlet_word(text: &str) -> bool {
    text.split_whitespace().any(is_outlet_word)
}

/// Reads the outlet; the surest sign wins.
pub(super) fn read(around: &Around<'_>, text: &str) -> Option<Known<String>> {
    masthead(&around.head)
        .or_else(|| around.foot.iter().rev().chain(&around.head).find_map(copyright))
        .or_else(|| around.foot.iter().chain(&around.head).find_map(own_voice))
        .or_else(|| agency(around.lead.as_ref()))
        .or_else(|| byline_outlet(&around.head))
        .or_else(|| told(text))
}

fn known(name: &str, why: String) -> Option<Known<String>> {
    let name = name.trim_matches(|c: char| c.is_whitespace() || ",.;:|-–—()".contains(c));
    let is_name = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && (1..=6).contains(&name.split_whitespace().count())
        && !is_interface(name);
    let name = is_name.then(|| clean(name)).flatten()?;
    Some(Known::new(name, Confidence::Medium, why))
}

/// One of the first lines that is nothing but a newspaper's name: "THE REDPORT TRIBUNE".
fn masthead(head: &[Line<'_>]) -> Option<Known<String>> {
    head.iter().take(6).filter(|line| line.is_articles_own()).find_map(|line| {
        let words: Vec<&str> = line.text.split_whitespace().collect();
        let is_title_case = words.iter().all(|word| word.starts_with(char::is_uppercase));
        let last = words.last().is_some_and(|word| is_outlet_word(word));
        let shown = (2..=5).contains(&words.len()) && is_title_case && last;
        shown.then(|| known(line.text, format!("line {}", line.number)))?
    })
}

/// "© 2024 The Redport Tribune. All rights reserved."
fn copyright(line: &Line<'_>) -> Option<Known<String>> {
    let folded = line.text.to_lowercase();
    let is_claim =
        folded.starts_with('©') || folded.starts_with("copyright") || folded.starts_with("(c) ");
    if !is_claim || line.text.len() > 200 {
        return None;
    }
    let skipped = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        word.is_empty()
            || word == "copyright"
            || word == "c"
            || word == "by"
            || word.chars().all(|c| c.is_ascii_digit() || "-–".contains(c))
    };
    let words: Vec<&str> = line.text.split_whitespace().skip_while(skipped).collect();
    let rest = words.join(" ");
    let end = rest.find(['.', ',', '|', '·', ';']).unwrap_or(rest.len());
    let name = rest[..end].split(" All ").next().unwrap_or_default();
    let name =
        name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '-' || c == '–');
    known(name, format!("copyright line {}", line.number))
}

/// Lines in which an outlet speaks of itself.
fn own_voice(line: &Line<'_>) -> Option<Known<String>> {
    const STARTS: [&str; 8] = [
        "a message from ",
        "first published in ",
        "first published by ",
        "originally published in ",
        "originally published by ",
        "this article first appeared in ",
        "this article originally appeared in ",
        "this article was originally published by ",
    ];
    if let Some(name) = STARTS.iter().find_map(|start| after(line.text, start)) {
        return known(leading_name(name), format!("line {}", line.number));
    }
    asks_for_comment(line)
}

fn after<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let head = text.get(..start.len())?;
    (head.to_lowercase() == start).then(|| &text[start.len()..])
}

/// The capitalised words at the start of `text`.
fn leading_name(text: &str) -> &str {
    let mut end = 0;
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end();
        let fits = bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || (end > 0 && bare == "of");
        if !fits {
            break;
        }
        end += word.len();
        if bare.ends_with(['.', ',', ':', ';', '!']) {
            break;
        }
    }
    text[..end].trim_end()
}

/// "The Tribune has contacted the ministry for comment."
fn asks_for_comment(line: &Line<'_>) -> Option<Known<String>> {
    const VERBS: [&str; 6] = [
        " has contacted ",
        " has approached ",
        " has reached out to ",
        " contacted ",
        " has asked ",
        " reached out to ",
    ];
    let text = line.text.replace('\u{A0}', " ");
    let asks =
        |sentence: &&str| sentence.contains(" for comment") || sentence.contains(" for a comment");
    let sentence = text.split(". ").find(asks)?;
    let (name, _) = VERBS.iter().find_map(|verb| sentence.split_once(verb))?;
    let is_whole = leading_name(name).len() == name.len()
        && !matches!(name, "We" | "He" | "She" | "They" | "It" | "I");
    is_whole.then(|| known(name, format!("asks for comment, line {}", line.number)))?
}

/// "REDPORT, March 4 (Reuters) - The council …"
fn agency(lead: Option<&Line<'_>>) -> Option<Known<String>> {
    let line = lead?;
    let (place, rest) = line.text.split_once(" (")?;
    let (name, rest) = rest.split_once(')')?;
    let is_dateline =
        place.len() <= 60 && place.split_whitespace().next()?.chars().all(|c| !c.is_lowercase());
    let dash = rest.trim_start().starts_with(['-', '–', '—']);
    (is_dateline && dash && name.len() <= 30)
        .then(|| known(name, format!("dateline, line {}", line.number)))?
}

/// "By Ada Moss, The Redport Tribune" or "… | Tribune".
fn byline_outlet(head: &[Line<'_>]) -> Option<Known<String>> {
    let line = head.iter().find(|line| super::byline::is_byline(line.text))?;
    let parts = line.text.split([',', '|', '•', '·', '—', '–']).skip(1);
    let part = parts.map(str::trim).find(|part| has_outlet_word(part))?;
    known(part, format!("byline, line {}", line.number))
}

/// "… told the Tribune": weak, since papers quote each other. Counted only where two different
/// people speak to the same outlet and nobody speaks to another as often.
fn told(text: &str) -> Option<Known<String>> {
    const CUES: [&str; 4] = [" told ", " interview with ", "peaking to ", " spoke to "];
    let mut outlets: Vec<(&str, Vec<&str>)> = Vec::new();
    for cue in CUES {
        for (at, _) in text.match_indices(cue) {
            let name =
                leading_name(&text[at + cue.len()..]).trim_end_matches(['.', ',', ':', ';', '!']);
            let Some(speaker) =
                last_name(&text[..at]).filter(|_| !name.is_empty() && name.len() < 40)
            else {
                continue;
            };
            let room = outlets.len() < 50;
            match outlets.iter_mut().find(|(known, _)| *known == name) {
                Some((_, speakers)) => speakers.push(speaker),
                None if room => outlets.push((name, vec![speaker])),
                None => {}
            }
        }
    }
    outlets.sort_by_key(|(_, speakers)| std::cmp::Reverse(speakers.len()));
    let (name, speakers) = outlets.first()?;
    let rival = outlets.get(1).map_or(0, |(_, speakers)| speakers.len());
    let different = speakers.iter().any(|speaker| *speaker != speakers[0]);
    let sure = different && speakers.len() > rival && name.chars().any(char::is_lowercase);
    let why = format!("people speak to it {} times (unsure)", speakers.len());
    sure.then(|| known(name, why))?.map(|known| Known { confidence: Confidence::Low, ..known })
}

/// The last capitalised word of the sentence that ends `text`, within 200 bytes.
fn last_name(text: &str) -> Option<&str> {
    let start = ceil_boundary(text, text.len().saturating_sub(200));
    let sentence = text[start..].rsplit(['\n']).next()?;
    let words = sentence.rsplit(|c: char| !c.is_alphanumeric());
    let mut capitalised =
        words.filter(|word| word.starts_with(char::is_uppercase) && word.len() > 2);
    capitalised.next()
}
