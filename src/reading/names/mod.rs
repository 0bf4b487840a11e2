//! Names of people, organisations and places, found without a list.

use crate::text::TextRange;

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
    /// Its fullest form in this document: "Nikol Pashinyan".
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// The different spellings in this document, fullest first.
    pub spellings: Vec<String>,
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
