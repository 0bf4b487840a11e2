//! The card of an office: whom the sources call "the prime minister".

use super::Page;
use super::card::{Card, CardLine, Piece};
use super::told::place;
use crate::corpus::people::PersonId;
use crate::reading::names::{Traits, fold_name};
use crate::text::TextRange;

/// Longest office, in words.
const WORDS: usize = 5;
/// How many people are shown.
const SHOWN: usize = 4;
/// Holders from which on the words are no office.
const MANY: usize = 12;

/// The card of the office at the raw byte `offset`; `None` where no source gives it to anybody.
pub(super) fn card(page: &Page<'_>, offset: usize) -> Option<Card> {
    let people = page.people?;
    let text = &page.draft.extraction.text;
    let at = page.draft.extraction.map.extracted_offset(offset);
    let (office, found) = offices(text, at).into_iter().find_map(|range| {
        let found = people.in_office(range.of(text));
        (!found.is_empty() && found.len() < MANY).then_some((range, found))
    })?;
    let sources = Piece::text(" · in the sources:");
    let mut lines =
        vec![CardLine::Paragraph(vec![Piece::strong(without_article(office.of(text))), sources])];
    lines.extend(found.iter().take(SHOWN).map(|&(id, role)| line(page, id, role)));
    if found.len() > SHOWN {
        let more = format!("… {} more", found.len() - SHOWN);
        lines.push(CardLine::Item(vec![Piece::text(more)]));
    }
    Some(Card { range: page.draft.raw_range(office), lines })
}

/// The words around `at` that may be an office, the longest first: they end with the word of an
/// office.
fn offices(text: &str, at: usize) -> Vec<TextRange> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'');
    let start = text[..at].rfind(|c| !inside(c)).map_or(0, |gap| gap + next(text, gap));
    let end = text[at..].find(|c| !inside(c)).map_or(text.len(), |gap| at + gap);
    let mut words = vec![TextRange::new(start, end)];
    for _ in 1..WORDS {
        let (first, last) = (words[0].start, words[words.len() - 1].end);
        if let Some(before) = text[..first].strip_suffix(' ') {
            let from = before.rfind(|c| !inside(c)).map_or(0, |gap| gap + next(text, gap));
            words.insert(0, TextRange::new(from, before.len()));
        }
        if let Some(after) = text[last..].strip_prefix(' ') {
            let length = after.find(|c| !inside(c)).unwrap_or(after.len());
            words.push(TextRange::new(last + 1, last + 1 + length));
        }
    }
    let is_office = |range: TextRange| Traits::of(&fold_name(range.of(text))).any(Traits::ROLE);
    let ends = words.iter().filter(|one| one.end >= at && !one.is_empty() && is_office(**one));
    let starts = || words.iter().filter(|one| one.start <= at && !one.is_empty());
    let pairs = ends.flat_map(|end| starts().map(move |start| (start.start, end.end)));
    let mut found: Vec<TextRange> = pairs
        .filter(|(start, end)| start < end)
        .map(|(start, end)| TextRange::new(start, end))
        .collect();
    found.sort_by_key(|range| std::cmp::Reverse(range.len()));
    found
}

/// "prime minister" of "The prime minister".
fn without_article(office: &str) -> &str {
    let article = ["the ", "The ", "a ", "A ", "an ", "An "];
    article.iter().find_map(|article| office.strip_prefix(article)).unwrap_or(office)
}

/// Bytes of the character at `at`.
fn next(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// "**Ada Moss**, mayor of Redport · Tribune:3".
fn line(page: &Page<'_>, id: PersonId, role: usize) -> CardLine {
    let Some(person) = page.people.map(|people| people.get(id)) else {
        return CardLine::Item(Vec::new());
    };
    let mut pieces = vec![Piece::strong(person.name.as_str())];
    let told = person.told_roles();
    if let Some(role) = told.get(role) {
        pieces.push(Piece::text(format!(", {} · ", role.role)));
        let first = person.mentions.iter().find(|(number, _)| role.sources.contains(number));
        pieces.extend(first.and_then(|&(number, range)| place(page, number, range)));
    }
    CardLine::Item(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_end_with_their_word() {
        for (text, wanted, expected) in [
            ("Then the prime minister said so.", "prime", "Then the prime minister"),
            ("Then the prime minister said so.", "minister", "Then the prime minister"),
            ("The mayor, é, said", "mayor", "The mayor"),
            ("The weather is fine.", "weather", ""),
        ] {
            let at = text.find(wanted).expect("it is there") + 1;
            let longest = offices(text, at).first().map_or("", |range| range.of(text));
            assert_eq!(longest, expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_place_of_any_text_may_be_asked_about(text in "[a-zé ,“mayor]{0,40}", at in 0usize..60) {
            let mut at = at.min(text.len());
            while !text.is_char_boundary(at) { at -= 1; }
            for range in offices(&text, at) {
                proptest::prop_assert!(text.get(range.start..range.end).is_some());
            }
        }
    }
}
