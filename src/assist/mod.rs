//! Floor 4: what an editor may ask of a checked draft, in bytes and plain structs.
//!
//! Everything starts from a [`Page`]: a draft, what the check said of it, and the corpus. Places
//! in drafts are bytes of the draft's raw text, places in sources bytes of the source's extracted
//! text.

mod actions;
mod card;
mod citations;
mod citing;
mod completion;
mod date_card;
mod day;
mod figure_card;
mod hover;
mod listing;
mod margins;
mod name_card;
mod names;
mod office_card;
mod passage;
mod places;
mod quotation_card;
mod shape;
mod silence;
mod statements;
mod symbols;
mod told;
mod unknown_card;
mod wording;

pub use actions::{Action, ActionKind, actions};
pub use card::{Card, CardLine, LinkTo, Piece};
pub use citations::{citation, citations, key_of};
pub use completion::{Completion, CompletionKind, complete};
pub use day::spoken_date;
pub use hover::hover;
pub use listing::{Listed, names_in, people_of};
pub use margins::{Hint, coloured, counts, hints};
pub use places::{definition, echoes, highlights, references, uses};
pub use shape::{folds, growing};
pub use statements::{Said, quotations_of};
pub use symbols::{Found, FoundKind, Outline, OutlineKind, outline, search, verdict_word};

use crate::check::{Checked, Draft, JudgedQuotation};
use crate::corpus::Corpus;
use crate::corpus::people::People;
use crate::text::TextRange;

/// A place in a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The source's number.
    pub source: usize,
    /// Bytes of its extracted text.
    pub range: TextRange,
}

/// A checked draft, as an editor asks of it.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The sources.
    pub corpus: &'a Corpus,
    /// The draft.
    pub draft: &'a Draft,
    /// What the check found.
    pub checked: &'a Checked,
    /// The names of the sources, once they are joined.
    pub people: Option<&'a People>,
    /// Sources read and sources there are, while they are still being read.
    pub still_reading: Option<(usize, usize)>,
}

impl<'a> Page<'a> {
    /// The quotation at the byte `offset`, its marks included; the innermost where they nest.
    #[must_use]
    pub fn quotation_at(&self, offset: usize) -> Option<&'a JudgedQuotation> {
        self.checked
            .quotations
            .iter()
            .filter(|judged| {
                let outer = self.with_marks(judged.range);
                outer.start <= offset && offset <= outer.end
            })
            .min_by_key(|judged| judged.range.len())
    }

    /// The quotation whose words are `range`, with its marks.
    fn with_marks(&self, range: TextRange) -> TextRange {
        let known = self.known(range);
        known.map_or(range, |number| {
            self.draft.raw_range(self.draft.reading.quotations[number].outer)
        })
    }

    /// The number of the quotation whose words are the raw `range`, among those of the reading.
    fn known(&self, range: TextRange) -> Option<usize> {
        let quotations = &self.draft.reading.quotations;
        let start = self.draft.extraction.map.extracted_offset(range.start);
        // In order of their beginnings: a draft may have thousands.
        let first = quotations.partition_point(|known| known.range.start < start);
        let same = quotations[first..].iter().take_while(|known| known.range.start == start);
        let at = same.clone().position(|known| self.draft.raw_range(known.range) == range)?;
        Some(first + at)
    }
}
