//! Names in headlines: only those that the running text knows too, or everybody.

use super::fold::fold_into;
use super::page::{Page, Segment};
use super::surfaces::Surfaces;
use super::tokens::Shape;
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
            None => at + 1,
        };
    }
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
