//! Floor 1: what a text says. One code reads sources and drafts, and never fails: what cannot be
//! read is left out, what cannot be told is `None`.
//!
//! All ranges are bytes of the *extracted* text ([`markup::Extraction::text`]).

pub mod attribution;
pub mod clauses;
pub(crate) mod cues;
pub mod dates;
pub mod figures;
pub(crate) mod grammar;
pub mod markup;
pub mod metadata;
pub mod names;
mod paragraphs;
pub mod quotations;
pub mod sections;
pub mod sentences;
pub mod stems;
pub(crate) mod tokens;

use attribution::Attribution;
use dates::{Anchors, DateMention};
use figures::Figure;
use markup::Extraction;
use names::Names;
use quotations::Quotation;

use crate::text::TextRange;

/// Everything a text says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// In order, not crossing blocks.
    pub sentences: Vec<TextRange>,
    /// In order of their openings.
    pub quotations: Vec<Quotation>,
    /// People, organisations and places.
    pub names: Names,
    /// Who says what.
    pub attributions: Vec<Attribution>,
    /// Dates.
    pub dates: Vec<DateMention>,
    /// Numbers and amounts.
    pub figures: Vec<Figure>,
}

impl Reading {
    /// Reads `extraction`; relative dates are resolved against `anchors`, or the day of publication
    /// given alone.
    #[must_use]
    pub fn of(extraction: &Extraction, anchors: impl Into<Anchors>) -> Self {
        let sentences = sentences::read(&extraction.text, &extraction.blocks);
        let quotations = quotations::read(extraction);
        let names = names::read(extraction, &sentences);
        let attributions = attribution::read(extraction, &sentences, &quotations, &names);
        let order = dates::NumericOrder::FromDocument;
        let dates = dates::read(&extraction.text, &extraction.blocks, anchors, order);
        let figures = figures::read(&extraction.text, &extraction.blocks, &dates);
        Self { sentences, quotations, names, attributions, dates, figures }
    }

    /// The number of the sentence that holds `offset`, else of the first behind it; that of no
    /// sentence behind the last.
    #[must_use]
    pub fn sentence_index(&self, offset: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= offset)
    }

    /// The sentence that holds `offset`.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<TextRange> {
        let sentence = self.sentences.get(self.sentence_index(offset)).copied();
        sentence.filter(|sentence| sentence.start <= offset)
    }

    /// The sentence that holds all of `range`.
    #[must_use]
    pub fn sentence_around(&self, range: TextRange) -> Option<TextRange> {
        let sentence = self.sentences.get(self.sentence_index(range.start)).copied();
        sentence.filter(|sentence| sentence.contains_range(range))
    }

    /// The attribution of the quotation numbered `quotation`.
    #[must_use]
    pub fn attribution_of(&self, quotation: usize) -> Option<&Attribution> {
        let start = self.quotations.get(quotation)?.range.start;
        let first = self.attributions.partition_point(|found| found.content.start < start);
        self.attributions[first..]
            .iter()
            .take_while(|found| found.content.start == start)
            .find(|found| found.quotation == Some(quotation))
    }
}
