//! Acronyms introduced in brackets, and acronyms that only one name of the text can stand for.

use rustc_hash::{FxHashMap, FxHashSet};

use super::NameKind;
use super::page::Page;
use super::surfaces::{Found, Surfaces};
use super::tokens::{Gap, Shape};

/// Pairs of surfaces that name the same body: expansion first, acronym second.
pub(super) fn pairs(page: &Page<'_>, surfaces: &Surfaces) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> =
        surfaces.found.windows(2).filter_map(|two| introduced(page, &two[0], &two[1])).collect();
    let known: FxHashSet<usize> = pairs.iter().map(|&(_, acronym)| acronym).collect();
    let expansions = expansions(surfaces);
    for (number, surface) in surfaces.all.iter().enumerate() {
        let plain = surface.is_acronym && surface.key.len() >= 3 && !known.contains(&number);
        if plain && let Some(Some(expansion)) = expansions.get(&surface.key) {
            pairs.push((*expansion, number));
        }
    }
    pairs
}

/// The bodies of several words by their initials; `None` where two share them.
fn expansions(surfaces: &Surfaces) -> FxHashMap<String, Option<usize>> {
    let mut expansions = FxHashMap::default();
    for (number, surface) in surfaces.all.iter().enumerate() {
        let body = surface.strong > 0 && surface.key.contains(' ');
        if body && surface.kind() != NameKind::Person {
            expansions
                .entry(initials(&surface.key))
                .and_modify(|known| *known = None)
                .or_insert(Some(number));
        }
    }
    expansions
}

/// "Name of a Body (NB)" or "NB (Name of a Body)".
fn introduced(page: &Page<'_>, first: &Found, second: &Found) -> Option<(usize, usize)> {
    let bracketed = second.tokens.start == first.tokens.end
        && page.tokens[second.tokens.start].gap == Gap::OpenBracket
        && page.text[second.range.end..].starts_with([')', ']', ';', ',']);
    if !bracketed {
        return None;
    }
    let acronym = |found: &Found| {
        found.tokens.len() == 1 && page.tokens[found.tokens.start].shape == Shape::Upper
    };
    let (short, long) = if acronym(second) { (second, first) } else { (first, second) };
    let letters = short.range.of(page.text).replace('.', "").to_lowercase();
    let fits = acronym(short)
        && long.tokens.len() >= 2
        && stands_for(&letters, &super::fold::fold_name(long.range.of(page.text)));
    fits.then_some((long.surface, short.surface))
}

/// Whether `letters` begin words of `expansion` in order, the first among the first two words.
fn stands_for(letters: &str, expansion: &str) -> bool {
    let mut initials = expansion.split(' ').filter_map(|word| word.chars().next()).peekable();
    let in_order = letters.chars().all(|letter| initials.any(|initial| initial == letter));
    in_order || begins_alike(letters, expansion)
}

/// "Cedar Point Bank Holdings (Cepoba)" and the like: first letter and half the initials.
fn begins_alike(letters: &str, expansion: &str) -> bool {
    let initials: Vec<char> = expansion.split(' ').filter_map(|word| word.chars().next()).collect();
    let shared = letters.chars().filter(|letter| initials.contains(letter)).count();
    letters.chars().next() == initials.first().copied() && 2 * shared > letters.len()
}

/// First letters of the words of `key`, small words left out.
fn initials(key: &str) -> String {
    key.split(' ')
        .filter(|word| !matches!(*word, "of" | "for" | "the" | "and" | "on" | "in"))
        .filter_map(|word| word.chars().next())
        .collect()
}
