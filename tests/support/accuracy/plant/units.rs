//! Faithful texts to plant into, and the places in them that an edit may take hold of.

use copydesk::text::TextRange;
use jiff::civil::Date;

use crate::accuracy::set::Topic;

/// A text that the sources bear out.
pub(super) struct Unit {
    pub(super) place: String,
    pub(super) text: String,
    pub(super) date: Date,
    /// Whether a reporter speaks: neither a draft nor somebody's own statement.
    pub(super) reported: bool,
}

/// The topic's faithful drafts and the paragraphs of its sources.
pub(super) fn units(topic: &Topic) -> Vec<Unit> {
    let drafts = topic.drafts.iter().filter(|draft| draft.labels.is_empty() && draft.sourced);
    let mut units: Vec<Unit> = drafts
        .map(|draft| Unit {
            place: draft.place.clone(),
            text: draft.text.clone(),
            date: draft.date,
            reported: false,
        })
        .collect();
    for source in topic.corpus.sources() {
        let Some(date) = source.date else { continue };
        let reported = source.author.as_ref().is_some_and(|name| !topic.people.contains(name));
        let paragraphs = source.text().split("\n\n").map(str::trim);
        for text in paragraphs.filter(|text| is_prose(text) && !has_slip(text, &topic.people)) {
            let place = format!("{}/{}", topic.name, source.id);
            units.push(Unit { place, text: format!("{text}\n"), date, reported });
        }
    }
    units
}

/// A paragraph that can stand alone: no heading, dateline, list or quotation that goes on.
fn is_prose(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let shouts = first.len() > 2 && !first.chars().any(char::is_lowercase);
    let count = |sign| text.matches(sign).count();
    text.split_whitespace().count() >= 12
        && text.ends_with(['.', '”', '"', '?'])
        && !text.contains('\n')
        && !shouts
        && count('“') == count('”')
        && count('"') % 2 == 0
}

/// Whether a name stands there that is a letter off one of the `people`: the sources' own slips.
fn has_slip(text: &str, people: &[String]) -> bool {
    let names: Vec<&str> = people.iter().flat_map(|name| name.split(' ')).collect();
    let words = text.split(|letter: char| !letter.is_alphabetic());
    let mut words = words.filter(|word| word.len() > 4 && word.starts_with(char::is_uppercase));
    words.any(|word| {
        !names.contains(&word)
            && names.iter().any(|name| name.chars().count() > 4 && is_letter_off(word, name))
    })
}

fn is_letter_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let head = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let longer = one.len().max(other.len());
    one.len().abs_diff(other.len()) < 2 && head + tail + 1 >= longer
}

impl Unit {
    /// The quotations, without their marks.
    pub(super) fn quotations(&self) -> Vec<TextRange> {
        let mut found = Vec::new();
        let mut open: Option<usize> = None;
        for (at, sign) in self.text.char_indices() {
            match (sign, open) {
                ('“', None) | ('"', None) => open = Some(at + sign.len_utf8()),
                ('”' | '"', Some(start)) => {
                    found.push(TextRange::new(start, at));
                    open = None;
                }
                _ => {}
            }
        }
        found
    }

    /// The words (without punctuation around them) inside `range`.
    pub(super) fn words(&self, range: TextRange) -> Vec<TextRange> {
        let mut found = Vec::new();
        let mut at = range.start;
        for word in range.of(&self.text).split(char::is_whitespace) {
            let is_sign = |letter: char| !letter.is_alphanumeric() && !"£$€%".contains(letter);
            let head = word.len() - word.trim_start_matches(is_sign).len();
            let bare = word.trim_matches(is_sign);
            if !bare.is_empty() {
                found.push(TextRange::new(at + head, at + head + bare.len()));
            }
            at += word.len();
            at += self.text[at..].chars().next().map_or(0, char::len_utf8);
        }
        found
    }

    /// The words outside quotations; none where quotations of other kinds may stand.
    pub(super) fn own_words(&self) -> Vec<TextRange> {
        if self.text.contains(['‘', '>']) || self.text.contains(" '") {
            return Vec::new();
        }
        let quotations = self.quotations();
        let mut words = self.words(TextRange::new(0, self.text.len()));
        words.retain(|word| !quotations.iter().any(|quotation| quotation.overlaps(*word)));
        words
    }

    pub(super) fn of(&self, range: TextRange) -> &str {
        range.of(&self.text)
    }
}
