//! Figures: numbers, amounts, percentages and counts with what they count.

use crate::text::TextRange;

/// One mention of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands, its unit included, in bytes of the extracted text.
    pub range: TextRange,
    /// The least value it may mean.
    pub low: f64,
    /// The greatest value it may mean; equal to `low` for a plain number.
    pub high: f64,
    /// What is counted or measured, folded: `percent`, `USD`, `km`, or the noun counted (`peacekeeper`).
    pub unit: Option<String>,
    /// "About", "roughly", "almost", "more than".
    pub approximate: bool,
}
