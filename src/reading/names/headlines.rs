//! Names in headlines: those that the running text knows too, and full names that begin with a
//! known given name.

use super::fold::fold_into;
use super::page::{Page, Segment};
use super::split::Candidate;
use super::surfaces::Surfaces;
use super::tokens::{Gap, Shape};
use super::traits::Traits;

/// Longest name that is looked for, in words.
const LONGEST: usize = 6;

/// Notes the known names in the headline `segment`.
pub(super) fn find(page: &Page<'_>, segment: &Segment, surfaces: &mut Surfaces) {
    let mut at = segment.tokens.start;
    let mut key = String::new();
    while at < segment.tokens.end {
        at = match longest(page, segment, surfaces, at, &mut key) {
            Some((end, surface)) => {
                surfaces.note_headline(page, at..end, surface);
                end
            }
            None => match person(page, segment, at) {
                Some(name) => {
                    surfaces.note(page, &Candidate::plain(at..name));
                    name
                }
                None => at + 1,
            },
        };
    }
}

/// The end of a full name that begins at `at` with a given name: the one thing that a headline's
/// capitals may show by themselves.
fn person(page: &Page<'_>, segment: &Segment, at: usize) -> Option<usize> {
    let other_uses = Traits::STOP
        | Traits::CALENDAR
        | Traits::ORGANISATION
        | Traits::PLACE
        | Traits::PLACE_END
        | Traits::THING
        | Traits::TITLE;
    if !page.has(at, Traits::GIVEN) || page.has(at, other_uses) || page.is_common(at) {
        return None;
    }
    let joined = |at: usize| {
        at < segment.tokens.end
            && page.tokens[at].gap == Gap::Space
            && page.tokens[at].is_capital()
            && !page.tokens[at - 1].possessive
    };
    let initial = |at: usize| page.tokens[at].shape == Shape::Initial;
    let mut last = at + 1;
    while joined(last) && (initial(last) || page.has(last, Traits::GIVEN)) && joined(last + 1) {
        last += 1;
    }
    let surname =
        joined(last) && !initial(last) && !page.has(last, other_uses) && !page.is_common(last);
    surname.then_some(last + 1)
}

fn longest(
    page: &Page<'_>,
    segment: &Segment,
    surfaces: &Surfaces,
    at: usize,
    key: &mut String,
) -> Option<(usize, usize)> {
    let token = &page.tokens[at];
    if token.shape == Shape::Lower && !token.traits.any(Traits::PARTICLE) {
        return None;
    }
    key.clear();
    let mut best = None;
    for end in at + 1..=segment.tokens.end.min(at + LONGEST) {
        let last = end - 1;
        if last > at && !page.tokens[last].is_joined() {
            break;
        }
        if last > at {
            key.push(' ');
        }
        fold_into(page.word(last), key);
        let known = surfaces.get(key).filter(|&surface| surfaces.all[surface].strong > 0);
        if let Some(surface) = known.filter(|_| !page.has(at, Traits::STOP)) {
            best = Some((end, surface));
        }
        if page.tokens[last].possessive {
            break;
        }
    }
    best
}
