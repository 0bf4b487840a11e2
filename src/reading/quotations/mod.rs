//! Quotations: quoted content with its marks, in any of the notations that writers use.

mod assemble;
mod dashes;
mod ends;
mod kinds;
mod look;
mod marks;
mod pairs;
mod scene;
mod signs;
mod singles;
#[cfg(test)]
mod tests;
mod turns;

use super::markup::Extraction;
use super::{paragraphs, sentences};
pub(crate) use turns::{parted_by_attribution, parted_by_continuation};

use crate::text::TextRange;

/// The notation in which a quotation is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Marks {
    /// `"…"`.
    Straight,
    /// `“…”`.
    Curly,
    /// `'…'`.
    StraightSingle,
    /// `‘…’`.
    CurlySingle,
    /// `«…»`, also `»…«` and `‹…›`.
    Guillemets,
    /// `„…“`, `‚…‘`.
    Low,
    /// ``` ``…'' ``` and `` `…' `` .
    Latex,
    /// `\enquote{…}`, `\say{…}`, `<q>…</q>`, `#quote[…]`.
    Command,
    /// A block quotation of the markup, or a paragraph introduced as one.
    Block,
    /// Speech introduced by a dash.
    Dash,
}

/// What a quotation does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// A whole utterance in its speaker's words.
    Direct,
    /// A part of a sentence that goes on in the writer's words.
    Mixed,
    /// A block quotation.
    Block,
    /// Speech introduced by a dash.
    Dash,
    /// Scare quotes, titles, terms: words that nobody is said to have said.
    Unattributed,
}

/// One quoted piece. A quotation that its attribution interrupts, or that runs over several
/// paragraphs, is several pieces of one `turn`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words without their marks.
    pub range: TextRange,
    /// The words with their marks.
    pub outer: TextRange,
    /// The notation.
    pub marks: Marks,
    /// What it does.
    pub kind: QuotationKind,
    /// How many quotations it stands in: 0 for one that is not nested.
    pub depth: u8,
    /// Whether the opening mark stands in the text.
    pub opened: bool,
    /// Whether the closing mark stands in the text.
    pub closed: bool,
    /// Pieces of one utterance share this number: interrupted only by the attribution, or by a
    /// paragraph break at which the marks are reopened.
    pub turn: u32,
}

/// Reads the quotations of a text, in order of their beginnings; a nested one follows the one it
/// stands in.
#[must_use]
pub fn read(extraction: &Extraction) -> Vec<Quotation> {
    let text = extraction.text.as_str();
    let paragraphs = paragraphs::split(text, &extraction.blocks);
    let mut quotations = assemble::read(text, &paragraphs);
    if quotations.is_empty() {
        return quotations;
    }
    let mut sentences = Vec::new();
    for paragraph in &paragraphs {
        sentences::split(text, paragraph.range, &mut sentences);
    }
    kinds::tell(text, &sentences, &mut quotations);
    turns::join(text, &paragraphs, &mut quotations);
    quotations
}
