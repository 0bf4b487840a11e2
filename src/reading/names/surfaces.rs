//! The distinct names of a document, each with all that speaks for what it is, and where they stand.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::evidence::{self, Points};
use super::fold::fold_into;
use super::page::Page;
use super::roles;
use super::split::Candidate;
use super::traits::Traits;
use super::{Gender, NameKind};
use crate::text::TextRange;

/// One distinct name, however its capitals, accents and hyphens are written.
#[derive(Debug)]
pub(super) struct Surface {
    /// The folded name.
    pub(super) key: String,
    words: Points,
    context: Points,
    /// Mentions for which more speaks than a sentence's first capital.
    pub(super) strong: u32,
    /// Gender of the given name it begins with.
    pub(super) given: Option<Gender>,
    /// Whether it begins with a known given name.
    pub(super) begins_given: bool,
    /// Whether it is one word in capitals only.
    pub(super) is_acronym: bool,
    /// What it is known to be without any context: a country, "NATO".
    pub(super) known: Option<NameKind>,
}

impl Surface {
    pub(super) fn kind(&self) -> NameKind {
        if let Some(known) = self.known.filter(|_| self.context.person < 8) {
            return known;
        }
        let mut points = self.words;
        points.add(self.context, 60);
        points.kind()
    }

    /// How many words the folded name has.
    pub(super) fn word_count(&self) -> usize {
        self.key.split(' ').count()
    }
}

/// One place where a name stands.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) range: TextRange,
    pub(super) tokens: Range<usize>,
    pub(super) surface: usize,
    /// What a title here says of gender.
    pub(super) gender: Option<Gender>,
    /// Whether a title stands before it.
    pub(super) titled: bool,
    pub(super) weak: bool,
    /// What the text says here about who this is: before the name, and after it.
    pub(super) roles: [Option<TextRange>; 2],
}

/// All distinct names and their places, in order of the text.
#[derive(Debug, Default)]
pub(super) struct Surfaces {
    pub(super) all: Vec<Surface>,
    pub(super) found: Vec<Found>,
    by_key: FxHashMap<String, usize>,
    buffer: String,
}

impl Surfaces {
    /// The surface whose folded name is `key`.
    pub(super) fn get(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// Notes a candidate of running text.
    pub(super) fn note(&mut self, page: &Page<'_>, name: &Candidate) {
        let surface = self.surface_of(page, name);
        let roles = roles::around(page, name);
        let entry = &mut self.all[surface];
        let mut context = evidence::of_context(page, name);
        if roles.iter().any(Option::is_some) {
            context.person += 5;
        }
        entry.context.add(context, 24);
        entry.strong += u32::from(!name.weak);
        self.found.push(Found {
            range: page.range(&name.tokens),
            tokens: name.tokens.clone(),
            surface,
            gender: name.gender,
            titled: name.is_titled(),
            weak: name.weak,
            roles,
        });
    }

    /// Notes a place in a headline where a name stands that is known from elsewhere.
    pub(super) fn note_headline(&mut self, page: &Page<'_>, tokens: Range<usize>, surface: usize) {
        let range = page.range(&tokens);
        let (gender, roles) = (None, [None, None]);
        self.found.push(Found { range, tokens, surface, gender, titled: false, weak: true, roles });
    }

    fn surface_of(&mut self, page: &Page<'_>, name: &Candidate) -> usize {
        let mut key = std::mem::take(&mut self.buffer);
        key.clear();
        fold_into(page.range(&name.tokens).of(page.text), &mut key);
        let surface = self.by_key.get(&key).copied().unwrap_or_else(|| self.add(page, name, &key));
        self.buffer = key;
        surface
    }

    fn add(&mut self, page: &Page<'_>, name: &Candidate, key: &str) -> usize {
        let first = &page.tokens[name.tokens.start];
        let single = name.tokens.len() == 1;
        let points = evidence::of_words(page, name, key);
        let known = match points {
            Points { place: 6.., .. } if !first.traits.any(Traits::GIVEN) => Some(NameKind::Place),
            Points { organisation: 10.., .. } if single => Some(NameKind::Organisation),
            _ => None,
        };
        self.all.push(Surface {
            key: key.to_owned(),
            words: points,
            context: Points::default(),
            strong: 0,
            given: given_gender(first.traits),
            begins_given: first.traits.any(Traits::GIVEN),
            is_acronym: single && first.shape == super::tokens::Shape::Upper,
            known,
        });
        self.by_key.insert(key.to_owned(), self.all.len() - 1);
        self.all.len() - 1
    }
}

fn given_gender(traits: Traits) -> Option<Gender> {
    if !traits.any(Traits::GIVEN) {
        return None;
    }
    match (traits.any(Traits::FEMALE), traits.any(Traits::MALE)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}
