//! The order of day and month where the numbers leave it open.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::reading::markup::Block;

use super::NumericOrder;

const AMERICAN: &[&str] = &[
    "color",
    "center",
    "defense",
    "labor",
    "favor",
    "honor",
    "program",
    "neighbor",
    "organization",
    "percent",
    "toward",
    "gray",
    "theater",
    "behavior",
];
const BRITISH: &[&str] = &[
    "colour",
    "centre",
    "defence",
    "labour",
    "favour",
    "honour",
    "programme",
    "neighbour",
    "organisation",
    "per cent",
    "towards",
    "grey",
    "theatre",
    "behaviour",
    "metre",
];

/// The order that settles doubts; `FromDocument` is left where the document gives no clue.
pub(super) fn settle(text: &str, blocks: &[Block], order: NumericOrder) -> NumericOrder {
    if order != NumericOrder::FromDocument {
        return order;
    }
    let mut doubtful = false;
    for block in blocks {
        match of_block(block.range.of(text)) {
            Some(NumericOrder::FromDocument) => doubtful = true,
            Some(order) => return order,
            None => {}
        }
    }
    if doubtful { by_spelling(text, blocks) } else { order }
}

/// The order that dates such as 22/2/2024 show; `FromDocument` where they leave it open.
fn of_block(text: &str) -> Option<NumericOrder> {
    let mut seen = None;
    for (at, _) in text.match_indices('/') {
        match slashed(text, at) {
            Some((first, second)) if first > 12 && second <= 12 => {
                return Some(NumericOrder::DayFirst);
            }
            Some((first, second)) if second > 12 && first <= 12 => {
                return Some(NumericOrder::MonthFirst);
            }
            Some(_) => seen = Some(NumericOrder::FromDocument),
            None => {}
        }
    }
    seen
}

/// Day and month, in the order written, of a date whose first slash stands at `at`.
fn slashed(text: &str, at: usize) -> Option<(u8, u8)> {
    let bytes = text.as_bytes();
    let digits =
        |from: usize| bytes[from..].iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    let before = bytes[..at].iter().rev().take(3).take_while(|b| b.is_ascii_digit()).count();
    let after = digits(at + 1);
    let second = at + 1 + after;
    if !(1..=2).contains(&before) || !(1..=2).contains(&after) || bytes.get(second) != Some(&b'/') {
        return None;
    }
    if !matches!(digits(second + 1), 2 | 4) {
        return None;
    }
    let number = |from: usize, to: usize| text.get(from..to)?.parse().ok();
    Some((number(at - before, at)?, number(at + 1, second)?))
}

/// Both spellings in one automaton; the longest word counts, so that "towards" is not "toward".
static SPELLINGS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let words = AMERICAN.iter().chain(BRITISH);
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok()
});

fn by_spelling(text: &str, blocks: &[Block]) -> NumericOrder {
    let Some(spellings) = SPELLINGS.as_ref() else { return NumericOrder::FromDocument };
    let mut lead = 0_i64;
    for block in blocks {
        for found in spellings.find_iter(block.range.of(text)) {
            lead += if found.pattern().as_usize() < AMERICAN.len() { 1 } else { -1 };
        }
    }
    if lead > 0 { NumericOrder::MonthFirst } else { NumericOrder::FromDocument }
}
