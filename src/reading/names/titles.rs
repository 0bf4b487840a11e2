//! Titles and offices before a name: where they begin, and where the name does.

use std::ops::Range;

use super::Gender;
use super::page::Page;
use super::split::Candidate;
use super::tokens::Shape;
use super::traits::Traits;

/// The person that a title in `run` stands before.
pub(super) fn titled(page: &Page<'_>, run: &Range<usize>) -> Option<Candidate> {
    let at = (run.start..run.end - 1).rev().find(|&at| is_title(page, run, at))?;
    let name = after_title_words(page, at + 1..run.end)?;
    let start = title_start(page, run.start, at);
    let gender = gender_of(page, start..at + 1);
    let title = start..name.start;
    Some(Candidate { tokens: name, title, gender, weak: false })
}

/// Whether the word at `at` is a title of the person named in the rest of `run`.
fn is_title(page: &Page<'_>, run: &Range<usize>, at: usize) -> bool {
    if !page.has(at, Traits::TITLE) || page.tokens[at].possessive {
        return false;
    }
    let next = at + 1;
    let connected = page.tokens[next].shape == Shape::Lower && !page.has(next, Traits::PARTICLE);
    if page.has(next, Traits::GENERATION) {
        return false;
    }
    let given_before = at > run.start
        && page.has(at - 1, Traits::GIVEN)
        && !page.has(at - 1, Traits::TITLE | Traits::TITLE_PART | Traits::PLACE);
    let given_itself = page.has(at, Traits::GIVEN) && !connected;
    if given_before || given_itself && at == run.start && run.len() == 2 {
        return false;
    }
    if page.has(at, Traits::HONORIFIC) {
        return true;
    }
    let last = run.end - 1;
    let ends = Traits::ORGANISATION | Traits::PLACE_END | Traits::THING | Traits::PLACE_NOUN;
    let body_follows = page.has(last, ends) && !page.has(next, Traits::GIVEN);
    if connected {
        return run.end - at >= 4 && !body_follows;
    }
    !body_follows && !page.has(last, Traits::TITLE)
}

/// The name in `rest`, which follows a title: without "of State", "for Europe" and their like.
fn after_title_words(page: &Page<'_>, rest: Range<usize>) -> Option<Range<usize>> {
    let connector =
        |at: usize| page.tokens[at].shape == Shape::Lower && !page.has(at, Traits::PARTICLE);
    if !connector(rest.start) {
        return Some(rest);
    }
    let mut start = rest.clone().rev().find(|&at| connector(at))? + 1;
    let words = Traits::TITLE_PART
        | Traits::PLACE
        | Traits::DEMONYM
        | Traits::ORGANISATION
        | Traits::BODY
        | Traits::TITLE
        | Traits::COMPASS;
    if let Some(given) = (start + 1..rest.end).find(|&at| page.has(at, Traits::GIVEN)) {
        return Some(given..rest.end);
    }
    while start < rest.end && (page.has(start, words) || page.is_common(start)) {
        start += 1;
    }
    (start < rest.end).then_some(start..rest.end)
}

/// The first word of the title whose noun stands at `at`: peoples and "Prime" and "Deputy" belong
/// to it, as does the body in "House Speaker".
fn title_start(page: &Page<'_>, first: usize, at: usize) -> usize {
    let parts = Traits::TITLE_PART
        | Traits::TITLE
        | Traits::DEMONYM
        | Traits::PLACE
        | Traits::BODY
        | Traits::ORGANISATION
        | Traits::KNOWN_BODY
        | Traits::COMPASS;
    if page.has(at, Traits::HONORIFIC) {
        return at;
    }
    let mut start = at;
    while start > first && !page.tokens[start - 1].possessive {
        let belongs = page.has(start - 1, parts)
            || is_adjective(page.word(start - 1))
            || page.tokens[start - 1].shape == Shape::Lower
            || page.has(start, Traits::TITLE_PART | Traits::ORGANISATION);
        if !belongs {
            break;
        }
        start -= 1;
    }
    start
}

/// Whether the capitalised word looks like a people's adjective.
fn is_adjective(word: &str) -> bool {
    word.len() > 5 && ["ian", "ean", "ese", "ish", "can"].iter().any(|end| word.ends_with(end))
}

fn gender_of(page: &Page<'_>, title: Range<usize>) -> Option<Gender> {
    let female = title.clone().any(|at| page.has(at, Traits::FEMALE));
    let male = title.into_iter().any(|at| page.has(at, Traits::MALE));
    match (female, male) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}
