//! Attributions: who is said to have said what, and by which cue.

use crate::text::TextRange;

/// The speaker of a quotation or of reported speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The mention in the text, a pronoun if that is what stands there.
    pub range: TextRange,
    /// The person or body it was resolved to, in the fullest form of this document.
    pub name: Option<String>,
    /// The number of that person or body among the document's entities.
    pub entity: Option<usize>,
}

/// An attribution: speaker, cue and content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// What is attributed: a quotation's words, or a reported clause.
    pub content: TextRange,
    /// The number of the quotation among the document's quotations; `None` for reported speech.
    pub quotation: Option<usize>,
    /// Who says it; `None` where it cannot be told.
    pub speaker: Option<Speaker>,
    /// The words that attribute it: "told reporters".
    pub cue: Option<TextRange>,
}
