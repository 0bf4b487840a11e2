//! Names of people, organisations and places, found without a list of them.
//!
//! Capitalised runs of words are told into titles and names; what speaks for a person, a body or
//! a place is added up over all mentions; short forms are resolved to the full names of the same
//! document. A small lexicon of titles, roles, common given names and countries helps; it holds
//! nobody's full name.

mod acronyms;
mod bodies;
mod common;
mod evidence;
mod fold;
mod gender;
mod groups;
mod headlines;
mod lists;
mod page;
mod resolve;
mod roles;
mod runs;
mod split;
mod surfaces;
mod titles;
mod tokens;
mod traits;

use crate::reading::markup::Extraction;
use crate::text::TextRange;

pub use common::is_common_word;
pub(crate) use fold::FoldedText;
pub use fold::fold_name;
pub(crate) use groups::{PersonName, variant_key};
pub(crate) use lists::namesakes;
pub(crate) use traits::Traits;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
    /// Something else, or not known.
    Other,
}

/// One mention of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// Where it stands, titles excluded, in bytes of the extracted text.
    pub range: TextRange,
    /// The number of what it names among [`Names::entities`].
    pub entity: usize,
}

/// What a document names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its fullest form in this document: "Ada Moss".
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// The different spellings in this document, fullest first.
    pub spellings: Vec<String>,
    /// How often each of [`Self::spellings`] stands in this document.
    pub counts: Vec<u32>,
    /// Roles the document gives it: "prime minister of Armenia".
    pub roles: Vec<String>,
    /// What the text shows of a person's gender ("Mr.", "she").
    pub gender: Option<Gender>,
}

/// Grammatical gender as a text shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// "She", "Ms.".
    Female,
    /// "He", "Mr.".
    Male,
}

/// The names of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// In order of the text.
    pub mentions: Vec<NameMention>,
    /// In order of first mention.
    pub entities: Vec<Entity>,
}

/// Reads the names of a document. `sentences` are the document's, in order; where there are none
/// the starts of sentences are guessed from the punctuation.
#[must_use]
pub fn read(extraction: &Extraction, sentences: &[TextRange]) -> Names {
    let page = page::Page::read(extraction, sentences);
    let mut surfaces = surfaces::Surfaces::default();
    for segment in page.segments.iter().filter(|segment| !segment.headline) {
        note_names(&page, segment, &mut surfaces);
    }
    for segment in page.segments.iter().filter(|segment| segment.headline) {
        headlines::find(&page, segment, &mut surfaces);
    }
    let pairs = acronyms::pairs(&page, &surfaces);
    let groups = groups::Groups::build(&surfaces, &pairs);
    resolve::resolve(&page, &surfaces, &groups)
}

fn note_names(page: &page::Page<'_>, segment: &page::Segment, surfaces: &mut surfaces::Surfaces) {
    let mut bodies = bodies::find(page, segment).into_iter().peekable();
    let mut end = 0;
    for run in runs::find(page, segment) {
        for name in split::split(page, run) {
            while let Some(body) = bodies.next_if(|body| body.tokens.start <= name.tokens.start) {
                end = body.tokens.end;
                surfaces.note(page, &body);
            }
            if name.tokens.start >= end {
                surfaces.note(page, &name);
            }
        }
    }
    for body in bodies {
        surfaces.note(page, &body);
    }
}

/// Whether `word` is a title that stands before a name: "Mr.", "President".
#[must_use]
pub fn is_honorific(word: &str) -> bool {
    let folded = fold_name(word);
    word.starts_with(char::is_uppercase)
        && Traits::of(&folded).any(Traits::HONORIFIC.and(Traits::TITLE))
}

/// `name` without the titles before it: "Mr. Orlov" is "Orlov".
#[must_use]
pub fn without_titles(name: &str) -> &str {
    let mut rest = name.trim();
    while let Some((first, after)) = rest.split_once(char::is_whitespace) {
        let word = first.trim_end_matches('.').to_lowercase();
        let titles = Traits::TITLE | Traits::TITLE_PART | Traits::HONORIFIC;
        if !Traits::of(&word).any(titles) || Traits::of(&word).any(Traits::GIVEN) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

#[cfg(test)]
mod tests;
