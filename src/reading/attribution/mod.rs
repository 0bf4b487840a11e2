//! Attributions: who is said to have said what, and by which cue.

mod cast;
mod choose;
mod discourse;
mod frames;
mod lexicon;
mod phrases;
mod reported;
mod subjects;
#[cfg(test)]
mod tests;
mod tokens;
mod words;

use cast::Who;
use choose::Choice;
use tokens::Narration;

use super::markup::Extraction;
use super::names::Names;
use super::paragraphs;
use super::quotations::Quotation;
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

/// Reads who says what: one attribution for each quotation whose speaker or cue can be told, and
/// one for each reported statement, in order of their contents.
///
/// `sentences` are those of the extraction, `quotations` its quotations, `names` its names.
#[must_use]
pub fn read(
    extraction: &Extraction,
    sentences: &[TextRange],
    quotations: &[Quotation],
    names: &Names,
) -> Vec<Attribution> {
    let text = extraction.text.as_str();
    let paragraphs = paragraphs::split(text, &extraction.blocks);
    let narration = tokens::read(text, &paragraphs, sentences, quotations, names);
    let found = discourse::read(text, &narration, quotations, names);
    let given = found.given.iter().map(|given| {
        let content = quotations[given.quotation].range;
        attribution(content, Some(given.quotation), &given.choice, given.who, &narration, names)
    });
    let reported = found.reported.iter().map(|(reported, who)| {
        attribution(reported.content, None, &reported.choice, *who, &narration, names)
    });
    let mut attributions: Vec<Attribution> = given.chain(reported).collect();
    attributions.sort_by_key(|attribution| (attribution.content.start, attribution.quotation));
    attributions
}

fn attribution(
    content: TextRange,
    quotation: Option<usize>,
    choice: &Choice,
    who: Who,
    narration: &Narration,
    names: &Names,
) -> Attribution {
    let tokens = &narration.tokens;
    let entity = match who {
        Who::Entity(entity) => Some(entity),
        Who::Nobody => None,
    };
    let name = entity.and_then(|entity| names.entities.get(entity)).map(|found| found.name.clone());
    let speaker =
        choice.speaker.map(|speaker| Speaker { range: speaker.range(tokens), name, entity });
    let cue = choice.cue.map(|(first, last)| tokens[first].range.cover(tokens[last].range));
    Attribution { content, quotation, speaker, cue }
}
