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
/// Memory is one byte for each pair of element and word that may go together.
pub(crate) fn align(elements: &[Element], targets: &[Target]) -> (u32, Vec<Step>) {
    let band = Band::new(elements.len(), targets.len());
    let mut moves = Moves::new(band, elements.len());
    let mut above = vec![UNREACHABLE; band.width];
    let mut row = vec![UNREACHABLE; band.width];
    above[band.of(0)].fill(0);
    for (number, element) in elements.iter().enumerate() {
        let band = band.of(number + 1);
        if let Some(before) = band.start.checked_sub(1) {
            row[before] = UNREACHABLE;
        }
        let moves = moves.row(number + 1);
        let mut line = Line { band, above: &above, row: &mut row, moves };
        match element {
            Element::Word { key, .. } => line.fill_for_word(*key, targets),
            Element::Ellipsis(_) => line.fill_skipping(0),
            Element::Bracket(_) => line.fill_skipping(SWALLOWED),
        }
        std::mem::swap(&mut above, &mut row);
    }
    let costs = band.of(elements.len()).map(|at| (at, above[at]));
    let (end, cost) = costs.min_by_key(|&(_, cost)| cost).unwrap_or((0, 0));
    (cost, trace(elements, targets, &moves, end))
}

/// The cost of what lies outside the band.
const UNREACHABLE: u32 = u32::MAX / 2;

/// How many words a long quotation and its passage may run out of step. Shorter ones are compared
/// word by word throughout.
const OUT_OF_STEP: usize = 640;

/// The part of the table of elements and words that is filled.
#[derive(Clone, Copy)]
struct Band {
    /// Columns: the words of the window, and one before them.
    width: usize,
    /// How far a row's part reaches to the right of its number.
    ahead: usize,
    /// How far to the left.
    behind: usize,
}

impl Band {
    fn new(elements: usize, targets: usize) -> Self {
        let width = targets + 1;
        if elements <= OUT_OF_STEP {
            return Self { width, ahead: width, behind: elements };
        }
        let ahead = targets.saturating_sub(elements) + OUT_OF_STEP;
        Self { width, ahead, behind: OUT_OF_STEP }
    }

    /// The columns of the row numbered `row` that are filled; never none.
    fn of(self, row: usize) -> std::ops::Range<usize> {
        row.saturating_sub(self.behind).min(self.width - 1)..self.width.min(row + self.ahead)
    }

    /// How many columns are kept of each row.
    fn kept(self) -> usize {
        self.width.min(self.behind + self.ahead)
    }
}

/// The moves of all rows, each in its band.
struct Moves {
    band: Band,
    all: Vec<Move>,
}

impl Moves {
    fn new(band: Band, rows: usize) -> Self {
        Self { band, all: vec![Move::Start; (rows + 1) * band.kept()] }
    }

    fn row(&mut self, row: usize) -> &mut [Move] {
        let kept = self.band.kept();
        &mut self.all[row * kept..(row + 1) * kept]
    }

    fn at(&self, row: usize, column: usize) -> Move {
        let band = self.band.of(row);
        let place = row * self.band.kept() + column - band.start.min(column);
        if band.contains(&column) { self.all[place] } else { Move::Start }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Move {
    Start,
    Diagonal,
    Down,
    Right,
}

/// A row that is being filled in its band.
struct Line<'a> {
    band: std::ops::Range<usize>,
    above: &'a [u32],
    row: &'a mut [u32],
    moves: &'a mut [Move],
}

impl Line<'_> {
    fn set(&mut self, at: usize, (cost, step): (u32, Move)) {
        self.row[at] = cost;
        self.moves[at - self.band.start] = step;
    }

    fn fill_for_word(&mut self, key: WordKey, targets: &[Target]) {
        if self.band.start == 0 {
            self.set(0, (self.above[0] + EXTRA, Move::Down));
        }
        for at in self.band.start.max(1)..self.band.end {
            let target = targets[at - 1];
            let diagonal = self.above[at - 1] + target.price_paired(key);
            let down = self.above[at] + EXTRA;
            let right = self.row[at - 1] + target.price_left_out();
            let best = if diagonal <= down && diagonal <= right {
                (diagonal, Move::Diagonal)
            } else if right < down {
                (right, Move::Right)
            } else {
                (down, Move::Down)
            };
            self.set(at, best);
        }
    }

    /// Words may be skipped at `price` each; of two ways the nearer start is taken.
    fn fill_skipping(&mut self, price: u32) {
        if self.band.start == 0 {
            self.set(0, (self.above[0], Move::Down));
        }
        for at in self.band.start.max(1)..self.band.end {
            let (down, right) = (self.above[at], self.row[at - 1] + price);
            self.set(at, if down <= right { (down, Move::Down) } else { (right, Move::Right) });
        }
    }
}

fn trace(elements: &[Element], targets: &[Target], moves: &Moves, end: usize) -> Vec<Step> {
    let (mut number, mut at) = (elements.len(), end);
    let mut steps = Vec::with_capacity(elements.len());
    while number > 0 {
        let element = &elements[number - 1];
        match moves.at(number, at) {
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
    fn a_long_quotation_keeps_in_step_with_its_passage() {
        let spoken: Vec<String> = (0..3_000).map(|number| format!("word{number}")).collect();
        let source = format!("he said {} and went", spoken.join(" "));
        let mut drafted = spoken.clone();
        drafted[1_400] = "other".to_owned();
        drafted.remove(2_000);
        let shape = shape(&drafted.join(" "), &source);
        assert_eq!(shape.matches('~').count(), 1);
        assert_eq!(shape.matches('-').count(), 1);
        assert_eq!(shape.matches('=').count(), 2_998);
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
