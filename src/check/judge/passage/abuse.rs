//! Editorial conventions that hide what they should not.

use super::view::{View, hull};
use crate::check::judge::align::Step;
use crate::check::judge::elements::Element;
use crate::check::judge::{brackets, gap, lexicon};
use crate::text::{TextRange, fold};

/// What an editorial convention hides that it should not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Abuse {
    /// The ellipsis or bracket in the draft's `range` stands for words with the negation `word`.
    SwallowedNegation {
        /// The ellipsis or bracket, bytes of the draft's extracted text.
        draft: TextRange,
        /// The negation, bytes of the source's extracted text.
        source: TextRange,
    },
    /// The bracket puts in a negation that the source has not.
    AddedNegation {
        /// The bracket, bytes of the draft's extracted text.
        draft: TextRange,
    },
    /// The bracket names another than the source does.
    OtherName {
        /// The bracket, bytes of the draft's extracted text.
        draft: TextRange,
        /// The source's name, bytes of its extracted text.
        source: TextRange,
    },
}

impl Abuse {
    /// The ellipsis or bracket, bytes of the draft's extracted text.
    pub(crate) fn draft(&self) -> TextRange {
        match self {
            Self::SwallowedNegation { draft, .. }
            | Self::AddedNegation { draft }
            | Self::OtherName { draft, .. } => *draft,
        }
    }
}

impl View<'_> {
    /// The conventions that the quotation abuses.
    pub(super) fn abuses(&self, steps: &[Step]) -> Vec<Abuse> {
        let mut abuses = Vec::new();
        for (number, element) in self.elements.iter().enumerate() {
            let swallowed: Vec<TextRange> = steps
                .iter()
                .filter_map(|step| match *step {
                    Step::Swallowed(by, at) if by == number => Some(self.words[at].range),
                    _ => None,
                })
                .collect();
            let text = self.source_text();
            let abuse = match element {
                Element::Word { .. } => None,
                Element::Ellipsis(draft) => gap::swallowed_negation(text, &swallowed)
                    .filter(|source| !self.is_kept_beside(number, *source))
                    .map(|source| Abuse::SwallowedNegation { draft: *draft, source }),
                Element::Bracket(draft) => self.bracket_abuse(*draft, &swallowed),
            };
            abuses.extend(abuse);
        }
        abuses
    }

    /// Whether the quotation has the same `negation` beside its ellipsis: "not … here" for "not
    /// there, not here".
    fn is_kept_beside(&self, ellipsis: usize, negation: TextRange) -> bool {
        let negation = self.words.iter().find(|word| word.range == negation).map(|word| word.key);
        let is_it = |at: usize| self.elements.get(at).and_then(Element::key) == negation;
        negation.is_some() && (is_it(ellipsis + 1) || ellipsis > 0 && is_it(ellipsis - 1))
    }

    fn bracket_abuse(&self, draft: TextRange, swallowed: &[TextRange]) -> Option<Abuse> {
        let text = self.source_text();
        let bracket = fold(draft.of(self.text));
        let bracket_negates =
            bracket.split(|c: char| !c.is_alphanumeric() && c != '\'').any(lexicon::is_negation);
        let negation =
            swallowed.iter().find(|range| lexicon::is_negation(&fold(range.of(text)))).copied();
        match (bracket_negates, negation) {
            (false, Some(source)) => Some(Abuse::SwallowedNegation { draft, source }),
            (true, None) => Some(Abuse::AddedNegation { draft }),
            _ => {
                let source = hull(swallowed.iter().copied())?;
                let inner = draft.of(self.text).trim_matches(['[', ']', ' ']);
                brackets::names_another(self.corpus.people(), inner, source.of(text))
                    .then_some(Abuse::OtherName { draft, source })
            }
        }
    }
}
