//! A run of capitalised words told into titles, peoples and names.

use std::ops::Range;

use super::Gender;
use super::page::Page;
use super::titles::titled;
use super::tokens::{Gap, Shape};
use super::traits::Traits;

/// What may be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its words, titles excluded.
    pub(super) tokens: Range<usize>,
    /// The title before it, empty where there is none.
    pub(super) title: Range<usize>,
    /// What the title says of gender.
    pub(super) gender: Option<Gender>,
    /// Whether nothing but a capital that any word would have here speaks for it.
    pub(super) weak: bool,
}

impl Candidate {
    pub(super) fn plain(tokens: Range<usize>) -> Self {
        let title = tokens.start..tokens.start;
        Self { tokens, title, gender: None, weak: false }
    }

    pub(super) fn is_titled(&self) -> bool {
        !self.title.is_empty()
    }
}

/// The names of `run`, in order.
pub(super) fn split(page: &Page<'_>, run: Range<usize>) -> Vec<Candidate> {
    let run = without_opener(page, run);
    let mut found = Vec::new();
    if !run.is_empty() {
        divide(page, run, &mut found);
    }
    for candidate in &mut found {
        candidate.weak = !candidate.is_titled() && is_weak(page, &candidate.tokens);
    }
    found
}

/// Takes away a word that has its capital from the start of the sentence only.
fn without_opener(page: &Page<'_>, run: Range<usize>) -> Range<usize> {
    let first = run.start;
    if run.len() < 2 || !page.tokens[first].initial || page.tokens[first].possessive {
        return run;
    }
    let known = Traits::TITLE
        | Traits::TITLE_PART
        | Traits::GIVEN
        | Traits::PLACE
        | Traits::KNOWN_BODY
        | Traits::DEMONYM
        | Traits::COMPASS
        | Traits::PARTICLE
        | Traits::PLACE_START;
    if page.has(first, known) || page.tokens[first].shape != Shape::Capital {
        return run;
    }
    if !page.is_common(first) || page.is_capital_elsewhere(first) {
        return run;
    }
    let ends = Traits::ORGANISATION | Traits::PLACE_END | Traits::THING;
    let whole = page.has(run.end - 1, ends) && run.len() <= 4;
    let named = Traits::GIVEN
        | Traits::TITLE
        | Traits::PLACE
        | Traits::KNOWN_BODY
        | Traits::DEMONYM
        | Traits::ORGANISATION;
    let rest_is_name = page.has(first + 1, named)
        || page.has(first, Traits::ROLE | Traits::SPEECH)
        || page.is_lower_elsewhere(first)
        || run.len() > 2 && is_bidding(page.word(first));
    if whole && !page.has(first + 1, Traits::GIVEN) && !page.is_lower_elsewhere(first) {
        return run;
    }
    if rest_is_name { first + 1..run.end } else { run }
}

/// "Hear Ada Lane tonight": a verb that bids the reader.
fn is_bidding(word: &str) -> bool {
    ["hear", "watch", "see", "meet", "ask", "join", "follow"]
        .iter()
        .any(|verb| word.eq_ignore_ascii_case(verb))
}

fn divide(page: &Page<'_>, run: Range<usize>, found: &mut Vec<Candidate>) {
    if let Some(candidate) = titled(page, &run) {
        if candidate.title.start > run.start {
            divide_plain(page, run.start..candidate.title.start, found);
        }
        found.push(candidate);
        return;
    }
    divide_plain(page, run, found);
}

/// A run without a titled person in it.
fn divide_plain(page: &Page<'_>, run: Range<usize>, found: &mut Vec<Candidate>) {
    let run = without_trailing_title(page, run);
    let run = without_people(page, without_leading_title(page, run));
    if run.len() == 1 && is_people_or_surname(page, run.start) {
        found.push(Candidate::plain(run));
        return;
    }
    let no_name = Traits::DEMONYM | Traits::TITLE | Traits::TITLE_PART | Traits::PARTICLE;
    if run.is_empty()
        || is_only(page, &run, no_name)
        || is_numbered(page, &run)
        || is_people(page, &run)
    {
        return;
    }
    if let Some(of) = body_of_body(page, &run) {
        let next = if page.word(of + 1) == "the" { of + 2 } else { of + 1 };
        found.push(Candidate::plain(run.start..of));
        divide_plain(page, next..run.end, found);
        return;
    }
    if let Some(at) = body_before_person(page, &run) {
        divide_plain(page, run.start..at, found);
        found.push(Candidate::plain(at..run.end));
        return;
    }
    found.push(Candidate::plain(run));
}

/// "White House Press Secretary" without its title; "Larry King" and "Prime Minister" as they are.
fn without_trailing_title(page: &Page<'_>, run: Range<usize>) -> Range<usize> {
    let mut end = run.end;
    while end > run.start && page.has(end - 1, Traits::TITLE) {
        let surname = end - run.start >= 2
            && (page.has(end - 2, Traits::GIVEN) || page.tokens[end - 2].shape == Shape::Initial)
            && !page.has(end - 2, Traits::TITLE);
        if surname || page.has(end - 1, Traits::GIVEN) && end - run.start == 1 {
            return run.start..end;
        }
        end -= 1;
        while end > run.start
            && (page.has(end - 1, Traits::TITLE_PART) || page.tokens[end - 1].shape == Shape::Lower)
        {
            end -= 1;
        }
    }
    run.start..end
}

/// "Speaker of the Lower House" without the speaker.
fn without_leading_title(page: &Page<'_>, run: Range<usize>) -> Range<usize> {
    let title = (run.start..run.end)
        .take_while(|&at| page.has(at, Traits::TITLE | Traits::TITLE_PART))
        .last()
        .filter(|&at| page.has(at, Traits::TITLE));
    let Some(of) = title.map(|title| title + 1).filter(|&of| of < run.end) else { return run };
    if !matches!(page.word(of), "of" | "for") {
        return run;
    }
    let start = (of + 1..run.end).find(|&at| page.tokens[at].is_capital());
    start.unwrap_or(run.end)..run.end
}

/// "Cuban said": a people's name in a place where a surname stands.
fn is_people_or_surname(page: &Page<'_>, at: usize) -> bool {
    let speaks = page.tokens.get(at + 1).is_some_and(|next| {
        next.gap == Gap::Space && next.shape == Shape::Lower && next.traits.any(Traits::SPEECH)
    });
    page.has(at, Traits::DEMONYM) && speaks && !page.word(at).ends_with('s')
}

/// The people of a place that the lexicon does not know: "Alabamians".
fn is_people(page: &Page<'_>, run: &Range<usize>) -> bool {
    let last = run.end - 1;
    let word = page.word(last);
    let plural = word.len() > 5 && ["ians", "eans", "cans"].iter().any(|end| word.ends_with(end));
    let named = page.has(run.start, Traits::GIVEN) || page.has(last, Traits::ORGANISATION);
    let people = run.len() > 1 && page.has(last, Traits::DEMONYM);
    (plural || people) && !named
}

/// "Article 5".
fn is_numbered(page: &Page<'_>, run: &Range<usize>) -> bool {
    run.len() == 1
        && page.has(run.start, Traits::THING)
        && page.tokens.get(run.end).is_some_and(|next| {
            next.gap == Gap::Space && matches!(next.shape, Shape::Digits | Shape::Initial)
        })
}

/// The "of" between two bodies: "Security Council | of the | Northern Treaty Organization".
fn body_of_body(page: &Page<'_>, run: &Range<usize>) -> Option<usize> {
    let of = run.clone().find(|&at| page.word(at) == "of")?;
    let rest = run.end - of - 1;
    let own = (run.start..of).filter(|&at| !page.has(at, Traits::PLACE | Traits::DEMONYM)).count();
    let both = own >= 2
        && rest >= 2 + usize::from(page.word(of + 1) == "the")
        && page.has(of - 1, Traits::ORGANISATION | Traits::THING)
        && page.has(run.end - 1, Traits::ORGANISATION);
    both.then_some(of)
}

/// "Republican Ted Cruz" without his party, "Armenian Parliament" as it is.
fn without_people(page: &Page<'_>, run: Range<usize>) -> Range<usize> {
    let mut start = run.start;
    while start + 1 < run.end && page.has(start, Traits::DEMONYM) && !page.has(start, Traits::GIVEN)
    {
        start += 1;
    }
    if start == run.start {
        return run;
    }
    let person = page.has(start, Traits::GIVEN) && run.end - start >= 2;
    let ends = Traits::ORGANISATION | Traits::PLACE_END | Traits::THING | Traits::COMPASS;
    let heads = Traits::ORGANISATION | Traits::THING;
    let alone = !page.has(run.end - 1, ends)
        && !(start..run.end).any(|at| page.has(at, heads))
        && page.is_capital_elsewhere(start);
    if person || alone { start..run.end } else { run }
}

fn is_only(page: &Page<'_>, run: &Range<usize>, traits: Traits) -> bool {
    let last = run.end - 1;
    if run.len() > 1 && page.has(last, Traits::ORGANISATION) && !page.has(last, Traits::TITLE) {
        return false;
    }
    run.clone().all(|at| {
        let lower = page.tokens[at].shape == Shape::Lower;
        let name = run.len() == 1
            && (page.has(at, Traits::GIVEN | Traits::PLACE)
                || page.tokens[at].shape == Shape::Upper);
        (lower || page.has(at, traits)) && !name
    })
}

/// Where a person's name begins after a body's: "Fox News | Megan Kell".
fn body_before_person(page: &Page<'_>, run: &Range<usize>) -> Option<usize> {
    let ends = Traits::ORGANISATION | Traits::PLACE_END | Traits::THING;
    let bodies = Traits::ORGANISATION | Traits::KNOWN_BODY | Traits::PLACE | Traits::DEMONYM;
    if page.has(run.end - 1, ends) {
        return None;
    }
    (run.start + 1..run.end.saturating_sub(1)).find(|&at| {
        page.has(at, Traits::GIVEN)
            && page.has(at - 1, bodies)
            && !page.has(at - 1, Traits::GIVEN)
            && page.tokens[at + 1].is_capital()
    })
}

/// Whether only a capital that any word would have at this place speaks for the name.
fn is_weak(page: &Page<'_>, name: &Range<usize>) -> bool {
    let first = &page.tokens[name.start];
    let shouted = first.shape == Shape::Upper && first.range.len() > 3;
    if name.len() == 1 && first.traits.any(Traits::DEMONYM) {
        return true;
    }
    if name.len() > 1 || !(first.initial || shouted && page.is_common(name.start)) {
        return name.len() == 1 && first.shape == Shape::Initial;
    }
    let known = Traits::PLACE | Traits::KNOWN_BODY;
    if first.traits.any(known) || first.shape == Shape::Upper && !page.is_common(name.start) {
        return false;
    }
    first.shape == Shape::Initial
        || page.is_common(name.start)
        || first.traits.any(Traits::ORGANISATION | Traits::THING | Traits::PLACE_END | Traits::ROLE)
}
