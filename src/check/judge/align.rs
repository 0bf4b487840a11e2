//! Alignment of a quotation's elements with a window of a source's words.
//!
//! The least costly way to turn the one into a stretch of the other, word by word: the dynamic
//! programme of Sellers (1980, "The theory and computation of evolutionary distances"), with the
//! ends in the window free, and with rows in which words may be skipped for ellipses and brackets.

use std::sync::LazyLock;

use super::elements::Element;
use crate::text::{WordKey, key_of};

/// Price of a word changed.
const CHANGE: u32 = 20;
/// Price of a source's word left out: less than a change, so that what stands stays matched.
const MISSING: u32 = 19;
/// Price of a word put in: more than a change, so that the first or last word changed is not
/// taken for one put in.
const EXTRA: u32 = 21;
/// Price of a source's word that may be left out: its own bracket, or "he said" between two halves.
const FREE: u32 = 2;
/// Price of changing such a word: it is no word of the speaker's, so that leaving it out and putting
/// in another is as dear.
const CHANGE_FREE: u32 = EXTRA + FREE;
/// Price of a source's word that a bracket stands for.
const SWALLOWED: u32 = 1;

/// A word of the window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target {
    pub(crate) key: WordKey,
    /// Whether a faithful quotation may leave it out.
    pub(crate) free: bool,
    /// Whether it is a note on the words before it: "\[sic\]".
    pub(crate) is_note: bool,
    /// Whether the source itself put it in: in square brackets.
    pub(crate) is_put_in: bool,
}

impl Target {
    const fn price_left_out(self) -> u32 {
        if self.is_note {
            0
        } else if self.free {
            FREE
        } else {
            MISSING
        }
    }

    const fn price_changed(self) -> u32 {
        if self.free { CHANGE_FREE } else { CHANGE }
    }

    /// Whether the element of this key is the same word, or a pronoun where the source tells in
    /// brackets whom the speaker meant.
    fn answers(self, key: WordKey) -> bool {
        self.key == key || self.is_put_in && PRONOUNS.contains(&key)
    }

    fn price_paired(self, key: WordKey) -> u32 {
        if self.key == key {
            0
        } else if self.answers(key) {
            FREE
        } else {
            self.price_changed()
        }
    }
}

/// Words in whose place a source may put in brackets what they mean.
static PRONOUNS: LazyLock<Vec<WordKey>> = LazyLock::new(|| {
    let all = "he she it they him her them his its their we us our this that these those there";
    all.split(' ').map(key_of).collect()
});

/// One step of an alignment; numbers count elements and window words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The element and the word are the same.
    Match(usize, usize),
    /// The element stands where the source has the other word.
    Change(usize, usize),
    /// The source does not have the element.
    Extra(usize),
    /// The draft leaves the word out.
    Missing(usize),
    /// The draft may leave the word out.
    Skipped(usize),
    /// The ellipsis or bracket begins here.
    Enter(usize),
    /// The ellipsis or bracket stands for the word.
    Swallowed(usize, usize),
}

impl Step {
    /// Whether draft and source differ here.
    pub(super) const fn is_edit(&self) -> bool {
        matches!(self, Self::Change(..) | Self::Extra(_) | Self::Missing(_))
    }
}

/// The best alignment of `elements` with a stretch of `targets`: its cost and its steps in order.
/// Memory is one byte for each pair of element and word.
pub(crate) fn align(elements: &[Element], targets: &[Target]) -> (u32, Vec<Step>) {
    let width = targets.len() + 1;
    let mut moves = vec![Move::Start; (elements.len() + 1) * width];
    let mut above = vec![0_u32; width];
    let mut row = vec![0_u32; width];
    for (number, element) in elements.iter().enumerate() {
        let moves = &mut moves[(number + 1) * width..(number + 2) * width];
        match element {
            Element::Word { key, .. } => word_row(*key, targets, &above, &mut row, moves),
            Element::Ellipsis(_) => skipping_row(0, &above, &mut row, moves),
            Element::Bracket(_) => skipping_row(SWALLOWED, &above, &mut row, moves),
        }
        std::mem::swap(&mut above, &mut row);
    }
    let (end, cost) =
        above.iter().copied().enumerate().min_by_key(|&(_, cost)| cost).unwrap_or((0, 0));
    (cost, trace(elements, targets, &moves, end))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Start,
    Diagonal,
    Down,
    Right,
}

fn word_row(key: WordKey, targets: &[Target], above: &[u32], row: &mut [u32], moves: &mut [Move]) {
    row[0] = above[0] + EXTRA;
    moves[0] = Move::Down;
    for (at, target) in targets.iter().enumerate() {
        let diagonal = above[at] + target.price_paired(key);
        let down = above[at + 1] + EXTRA;
        let right = row[at] + target.price_left_out();
        let (cost, step) = if diagonal <= down && diagonal <= right {
            (diagonal, Move::Diagonal)
        } else if right < down {
            (right, Move::Right)
        } else {
            (down, Move::Down)
        };
        row[at + 1] = cost;
        moves[at + 1] = step;
    }
}

/// A row in which words may be skipped at `price` each; of two ways the nearer start is taken.
fn skipping_row(price: u32, above: &[u32], row: &mut [u32], moves: &mut [Move]) {
    row[0] = above[0];
    moves[0] = Move::Down;
    for at in 1..row.len() {
        let right = row[at - 1] + price;
        let (cost, step) =
            if above[at] <= right { (above[at], Move::Down) } else { (right, Move::Right) };
        row[at] = cost;
        moves[at] = step;
    }
}

fn trace(elements: &[Element], targets: &[Target], moves: &[Move], end: usize) -> Vec<Step> {
    let width = targets.len() + 1;
    let (mut number, mut at) = (elements.len(), end);
    let mut steps = Vec::with_capacity(elements.len());
    while number > 0 {
        let element = &elements[number - 1];
        match moves[number * width + at] {
            Move::Start => break,
            Move::Diagonal => {
                let same = element.key().is_some_and(|key| targets[at - 1].answers(key));
                let step = if same { Step::Match } else { Step::Change };
                steps.push(step(number - 1, at - 1));
                number -= 1;
                at -= 1;
            }
            Move::Down => {
                let is_word = element.key().is_some();
                steps.push(if is_word { Step::Extra(number - 1) } else { Step::Enter(number - 1) });
                number -= 1;
            }
            Move::Right => {
                at -= 1;
                steps.push(match (element.key(), targets[at].free) {
                    (None, _) => Step::Swallowed(number - 1, at),
                    (Some(_), true) => Step::Skipped(at),
                    (Some(_), false) => Step::Missing(at),
                });
            }
        }
    }
    steps.reverse();
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::judge::elements;
    use crate::text::{TextRange, words};

    fn shape(draft: &str, source: &str) -> String {
        let elements = elements::read(draft, TextRange::new(0, draft.len()));
        let targets: Vec<Target> = words(source)
            .map(|word| Target { key: word.key, free: false, is_note: false, is_put_in: false })
            .collect();
        let letter = |step: &Step| match step {
            Step::Match(..) => '=',
            Step::Change(..) => '~',
            Step::Extra(_) => '+',
            Step::Missing(_) => '-',
            Step::Skipped(_) => 's',
            Step::Enter(_) => '<',
            Step::Swallowed(..) => '.',
        };
        align(&elements, &targets).1.iter().map(letter).collect()
    }

    #[test]
    fn alignments() {
        for (draft, source, expected) in [
            ("raise the tax", "we will raise the tax now", "==="),
            ("rise the tax", "we will raise the tax now", "~=="),
            ("will the tax", "we will raise the tax now", "=-=="),
            ("will not raise", "we will raise the tax", "=+="),
            ("we … the tax", "we will raise the tax now", "=<..=="),
            ("[they] will raise", "we will raise the tax", "<=="),
            ("will [lift] the tax", "we will raise the tax", "=<.=="),
        ] {
            assert_eq!(shape(draft, source), expected, "{draft} / {source}");
        }
    }
}
