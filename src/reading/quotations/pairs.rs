//! Pairing double marks (and guillemets) within one paragraph.
//!
//! Marks are matched like brackets, so that one bad mark never upsets the others: what finds no
//! partner is left over as an unclosed opening mark or a stray closing mark, and the caller decides
//! what to make of it.

use super::marks::{Glyph, Mark, Side};

/// Quotations nest no deeper; keeps reading linear.
const DEEPEST: usize = 6;

/// What became of the double marks of a paragraph; all numbers index the marks given.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    /// Opening and closing mark of each pair, in order of the closing marks.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Opening marks without a closing one, in order.
    pub(super) unclosed: Vec<usize>,
    /// Closing marks without an opening one, in order.
    pub(super) stray: Vec<usize>,
}

/// Pairs the double marks among `marks`.
pub(super) fn pair(marks: &[Mark]) -> Pairing {
    let doubles: Vec<usize> =
        (0..marks.len()).filter(|&number| !marks[number].glyph.is_single()).collect();
    let mut state = State::default();
    for (position, &number) in doubles.iter().enumerate() {
        let following = doubles[position + 1..].first().map(|&next| &marks[next]);
        match state.resolve(marks, number, following) {
            Some(Side::Open) => state.open(number),
            Some(Side::Close) => state.close(marks, number),
            _ => {}
        }
    }
    state.pairing.unclosed.append(&mut state.open);
    state.pairing
}

#[derive(Default)]
struct State {
    open: Vec<usize>,
    pairing: Pairing,
}

impl State {
    /// The side of a mark given what is open; `None` for one that is no quotation mark.
    fn resolve(&self, marks: &[Mark], number: usize, following: Option<&Mark>) -> Option<Side> {
        let mark = &marks[number];
        let inside = !self.open.is_empty();
        let latex = |&open: &usize| marks[open].glyph == Glyph::LatexOpen;
        if mark.glyph == Glyph::LatexClose && self.open.iter().any(latex) {
            return Some(Side::Close);
        }
        let closes_next = following.is_some_and(|next| next.side == Side::Close);
        if mark.follows_feet && (!inside || closes_next) {
            // Inches, before the mark that closes the speech.
            return None;
        }
        if !is_alike(mark.glyph) {
            return Some(match mark.side {
                Side::Either if inside => Side::Close,
                Side::Either => Side::Open,
                side => side,
            });
        }
        resolve_straight(mark, inside, following)
    }

    fn open(&mut self, number: usize) {
        if self.open.len() == DEEPEST {
            self.pairing.unclosed.push(self.open.remove(0));
        }
        self.open.push(number);
    }

    fn close(&mut self, marks: &[Mark], number: usize) {
        let fits = |&open: &usize| may_pair(marks[open].glyph, marks[number].glyph);
        match self.open.iter().rposition(fits) {
            Some(at) => {
                self.pairing.pairs.push((self.open[at], number));
                self.open.truncate(at);
            }
            None => self.pairing.stray.push(number),
        }
    }
}

fn resolve_straight(mark: &Mark, inside: bool, following: Option<&Mark>) -> Option<Side> {
    let closes_next =
        following.is_some_and(|next| is_alike(next.glyph) && next.side == Side::Close);
    if mark.follows_digit() && mark.side != Side::Open {
        // Inches and seconds: nothing to close here, or something that still waits to be closed.
        let is_prime = !inside || closes_next;
        return (!is_prime).then_some(Side::Close);
    }
    Some(match mark.side {
        Side::Either if inside => Side::Close,
        Side::Either => Side::Open,
        // Two closing marks in a row with nothing open: the first is an opening mark that lost its
        // space.
        Side::Close if !inside && closes_next => Side::Open,
        side => side,
    })
}

/// Whether a mark looks the same on both sides: `"`, and `''` as old newswires use it.
fn is_alike(glyph: Glyph) -> bool {
    matches!(glyph, Glyph::Straight | Glyph::LatexClose)
}

/// Whether two marks can be the ends of one quotation; writers mix straight, curly and low ones.
fn may_pair(open: Glyph, close: Glyph) -> bool {
    open.is_guillemet() == close.is_guillemet()
        || (open == Glyph::Low && close == Glyph::GuillemetLeft)
}
