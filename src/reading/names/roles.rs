//! What a text says a person is, right before or after the name.

use super::page::Page;
use super::split::Candidate;
use super::tokens::{Gap, Shape};
use super::traits::Traits;
use crate::text::TextRange;

/// Longest role that is read, in words.
const LONGEST: usize = 14;

/// The roles before and after `name`.
pub(super) fn around(page: &Page<'_>, name: &Candidate) -> [Option<TextRange>; 2] {
    [before(page, name), after(page, name)]
}

/// "Armenian Prime Minister" N. N., "presidential aide" N. N., "the agency's director," N. N.
fn before(page: &Page<'_>, name: &Candidate) -> Option<TextRange> {
    if name.is_titled() {
        let honorific = name.title.clone().all(|at| page.has(at, Traits::HONORIFIC));
        let start = before_possessive(page, name.title.start);
        return (!honorific).then(|| page.range(&(start..name.title.end)));
    }
    let first = name.tokens.start;
    if first == 0 || page.tokens[first].initial {
        return None;
    }
    match page.tokens[first].gap {
        Gap::Space => lower_role_before(page, first).or_else(|| posted_before(page, first)),
        Gap::Comma
            if page.tokens.get(name.tokens.end).is_some_and(|next| next.gap == Gap::Comma) =>
        {
            phrase_before(page, first)
        }
        _ => None,
    }
}

/// The start of the title at `start`, with a possessive before it: "Azerbaijan's President".
fn before_possessive(page: &Page<'_>, start: usize) -> usize {
    let owner = start.checked_sub(1).filter(|&at| {
        page.tokens[at].possessive
            && page.tokens[at].is_capital()
            && page.tokens[start].gap == Gap::Space
    });
    owner.unwrap_or(start)
}

/// "Ambassador to Lisbon" before the name at `first`.
fn posted_before(page: &Page<'_>, first: usize) -> Option<TextRange> {
    let role = first.checked_sub(3)?;
    let posted = page.has(role, Traits::ROLE)
        && matches!(page.word(role + 1), "to" | "in" | "for" | "of")
        && page.has(role + 2, Traits::PLACE)
        && page.tokens[role + 2].gap == Gap::Space
        && !page.tokens[role + 2].possessive;
    let with_people = role.checked_sub(1).filter(|&at| {
        posted
            && page.tokens[role].gap == Gap::Space
            && page.has(at, Traits::DEMONYM | Traits::PLACE)
    });
    posted.then(|| page.range(&(with_people.unwrap_or(role)..first)))
}

/// "Russian presidential aide" before the name at `first`.
fn lower_role_before(page: &Page<'_>, first: usize) -> Option<TextRange> {
    let noun = first - 1;
    let is_role = page.has(noun, Traits::ROLE)
        && page.tokens[noun].shape == Shape::Lower
        && !page.tokens[noun].possessive;
    if !is_role {
        return None;
    }
    let mut start = noun;
    while start > 0 && noun - start < 5 && page.tokens[start].is_joined() {
        let token = &page.tokens[start - 1];
        let verb_before_name = token.shape == Shape::Lower && page.tokens[start].is_capital();
        // "New York attorney": the "new" is a part of the name.
        let of_place = token.is_capital()
            && page.tokens[start].is_capital()
            && token.traits.any(Traits::PLACE_START | Traits::COMPASS);
        let small = !of_place && token.traits.any(Traits::STOP | Traits::SPEECH | Traits::CALENDAR);
        if small && token.shape != Shape::Upper || verb_before_name {
            break;
        }
        start -= 1;
    }
    Some(page.range(&(start..first)))
}

/// "The agency's director," before the name at `first`; the phrase begins its sentence or clause.
fn phrase_before(page: &Page<'_>, first: usize) -> Option<TextRange> {
    let mut start = first - 1;
    let mut noun = None;
    loop {
        let token = &page.tokens[start];
        let posted = page.word(start) == "to" && start > 0 && page.has(start - 1, Traits::ROLE);
        let small = posted
            || matches!(page.word(start), "of" | "for" | "at" | "in" | "and" | "the" | "new");
        let upper = token.shape == Shape::Upper && !token.initial;
        let opens =
            token.initial || !upper && token.traits.any(Traits::DETERMINER | Traits::PRONOUN);
        // "US" is no "us".
        let stop = token.traits.any(Traits::STOP) && token.shape != Shape::Upper;
        if token.traits.any(Traits::SPEECH | Traits::RELATIVE) || stop && !small && !opens {
            return None;
        }
        if token.traits.any(Traits::ROLE) && token.shape == Shape::Lower && !token.possessive {
            noun = Some(start);
        }
        let begins = !upper && token.traits.any(Traits::DETERMINER)
            || matches!(page.word(start), "its" | "his" | "her" | "their" | "Its" | "His" | "Her")
            || token.initial;
        if begins {
            break;
        }
        if !token.is_joined() || start == 0 || first - start > LONGEST {
            return None;
        }
        start -= 1;
    }
    let noun = noun?;
    let headed =
        noun + 1 == first || matches!(page.word(noun + 1), "of" | "for" | "at" | "in" | "to");
    // "The agency's director" needs its article, "the head of the agency" does not.
    let bare = start < noun && !page.tokens[start..noun].iter().any(|token| token.possessive);
    let start = if bare { skip_article(page, start) } else { start };
    // Whose the "her" of "her campaign manager" is the role alone does not tell.
    let start = start + usize::from(is_owner(page.word(start)) && start < noun);
    headed.then(|| page.range(&(start..first)))
}

/// ", speaker of the parliament," after the name.
fn after(page: &Page<'_>, name: &Candidate) -> Option<TextRange> {
    let first = after_age(page, name.tokens.end);
    let next = page.tokens.get(first)?;
    if next.gap != Gap::Comma || page.tokens[first - 1].possessive || next.initial {
        return None;
    }
    let start = skip_article(page, first);
    let mut end = start;
    let (mut noun, mut bracketed) = (false, false);
    while let Some(token) = page.tokens.get(end) {
        if end > start && is_bracketed(page, end) {
            end += 1;
            bracketed = true;
            continue;
        }
        let joined = token.is_joined() || is_of_many(page, end);
        let ends = end > start && !joined && !bracketed
            || token.traits.any(Traits::SPEECH | Traits::RELATIVE)
            || is_verb(page.word(end));
        if ends || end - start > LONGEST {
            break;
        }
        bracketed = false;
        let early = end - start < 6;
        if token.is_capital() && end > start && names_another(page, end) {
            return None;
        }
        noun |= early && token.traits.any(Traits::ROLE) && !token.possessive;
        if !noun
            && token.shape == Shape::Lower
            && token.traits.any(Traits::STOP | Traits::PLACE_PREPOSITION)
        {
            return None;
        }
        end += 1;
    }
    while end > start && page.has(end - 1, Traits::STOP) {
        end -= 1;
    }
    (noun && end > start && end - start <= LONGEST && closes(page, end))
        .then(|| page.range(&(start..end)))
}

/// Past the age in "Ada Moss, 31, a teacher".
fn after_age(page: &Page<'_>, first: usize) -> usize {
    let is_age = page.tokens.get(first).is_some_and(|token| {
        token.shape == Shape::Digits && token.gap == Gap::Comma && token.range.len() <= 3
    });
    let goes_on = page.tokens.get(first + 1).is_some_and(|next| next.gap == Gap::Comma);
    first + usize::from(is_age && goes_on)
}

/// "(ICG)" with its name going on behind it: "the Fish Institute's (FI) senior analyst".
fn is_bracketed(page: &Page<'_>, at: usize) -> bool {
    let token = &page.tokens[at];
    let after =
        page.tokens.get(at + 1).map(|next| page.text.get(token.range.end..next.range.start));
    token.gap == Gap::OpenBracket
        && token.shape == Shape::Upper
        && matches!(after.flatten(), Some(") " | "] "))
}

/// Whether the capital at `at` begins a person's name after a title: another person of a list.
fn names_another(page: &Page<'_>, at: usize) -> bool {
    page.tokens[at].gap == Gap::Space
        && page.has(at - 1, Traits::ROLE)
        && !page.tokens[at - 1].possessive
        && !page.has(at, Traits::ORGANISATION | Traits::TITLE | Traits::TITLE_PART)
}

fn skip_article(page: &Page<'_>, at: usize) -> usize {
    let article = at < page.tokens.len() && matches!(page.word(at), "the" | "The" | "a" | "an");
    if article { at + 1 } else { at }
}

/// Whether the apposition that ends before `end` is closed: by a mark or another role, not by
/// another verb.
fn closes(page: &Page<'_>, end: usize) -> bool {
    page.tokens.get(end).is_none_or(|token| {
        !token.is_joined()
            || token.traits.any(Traits::SPEECH | Traits::RELATIVE)
            || page.word(end) == "and" && is_role_at(page, skip_article(page, end + 1))
    })
}

/// "Chair of" after an "and": a second role of the same person.
fn is_role_at(page: &Page<'_>, at: usize) -> bool {
    page.tokens.get(at + 1).is_some_and(|next| next.is_joined())
        && page.has(at, Traits::ROLE)
        && page.tokens[at].shape == Shape::Lower
        && !page.tokens[at].possessive
        && matches!(page.word(at + 1), "of" | "for" | "at" | "in" | "to")
}

/// "Her" before a role.
fn is_owner(word: &str) -> bool {
    ["his", "her", "its", "their", "our", "my", "your"]
        .iter()
        .any(|owner| word.eq_ignore_ascii_case(owner))
}

/// Whether the word at `at` follows the one before with an apostrophe between that makes it
/// theirs: "the Seafarers’ Guild".
fn is_of_many(page: &Page<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let between = page.text.get(page.tokens[before].range.end..page.tokens[at].range.start);
    page.word(before).ends_with('s')
        && page.tokens[at].is_capital()
        && matches!(between, Some("’ " | "' "))
}

fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "is" | "was" | "are" | "were" | "has" | "had" | "have" | "will" | "would" | "and"
    )
}
