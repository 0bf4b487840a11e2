//! Whom an office means: "the senator", "the prosecutor, Ben Ash,", "the governor of New Redport".

use super::super::lexicon::{self, Class};
use super::super::phrases::Phrase;
use super::super::tokens::Kind;
use super::{Cast, Who};
use crate::reading::names::{Entity, NameKind, Traits};

impl Cast<'_> {
    /// Whom "the senator" means: the one person of the text with that role.
    pub(super) fn noun(&self, phrase: &Phrase) -> Who {
        let definite = self.word(phrase.naming.0) == "the";
        // "Ostreva's finance minister, Ada Lane,": as good as "the".
        let owner = (phrase.first.saturating_sub(1)..=phrase.naming.0).rev();
        let owned = owner.into_iter().any(|at| self.tokens[at].possessive);
        let head = self.word(phrase.naming.1);
        if !(definite || owned) || !lexicon::is_person(&head) || head.ends_with('s') {
            return Who::Nobody;
        }
        if let Some(entity) = self.apposed(phrase) {
            return Who::Entity(entity);
        }
        if !definite {
            return Who::Nobody;
        }
        let start = phrase.naming_range(self.tokens).start;
        let mut matching = self.names.entities.iter().enumerate().filter(|(number, entity)| {
            entity.kind == NameKind::Person
                && self.has_role(entity, phrase, &head)
                && self.is_known_before(*number, start)
        });
        match (matching.next(), matching.next()) {
            (Some((entity, _)), None) => Who::Entity(entity),
            _ => Who::Nobody,
        }
    }

    /// The person whose name stands after the phrase and a comma: "the prosecutor, Ben Ash,".
    fn apposed(&self, phrase: &Phrase) -> Option<usize> {
        let last = self.end_of_office(phrase);
        let comma = self.tokens.get(last + 1)?;
        let name = self.tokens.get(last + 2)?;
        if comma.kind != Kind::Comma || !name.person {
            return None;
        }
        let at = self.outside.partition_point(|(mention, _)| mention.end <= name.range.start);
        let &(mention, entity) = self.outside.get(at)?;
        let ends = (last + 2..self.tokens.len())
            .find(|&at| self.tokens[at].range.start >= mention.end)
            .is_none_or(|at| matches!(self.tokens[at].kind, Kind::Comma | Kind::Stop));
        (mention.overlaps(name.range) && ends && self.is_personal(entity)).then_some(entity)
    }

    /// The last token of an office with what it is of: "the governor of New Redport".
    fn end_of_office(&self, phrase: &Phrase) -> usize {
        const LONGEST: usize = 6;
        let of = phrase.last + 1;
        let binds = self.tokens.get(of).is_some_and(|token| token.is(Class::Preposition));
        let end = (of..self.tokens.len().min(of + LONGEST))
            .find(|&at| self.tokens[at].kind == Kind::Comma)
            .filter(|&comma| {
                self.tokens[of..comma].iter().all(|token| {
                    let small = token.is(Class::Preposition) || token.is(Class::Determiner);
                    small
                        || token.is(Class::Capital)
                        || token.is(Class::Lower) && token.cue.is_none()
                })
            });
        end.filter(|_| binds).map_or(phrase.last, |comma| comma - 1)
    }

    /// Whether a role of `entity` has the `head` of the phrase and the names in it: "the Sarvenian
    /// minister" is no minister of Ostreva.
    fn has_role(&self, entity: &Entity, phrase: &Phrase, head: &str) -> bool {
        const STEM: usize = 4;
        let stem = |word: &str| word.chars().take(STEM).collect::<String>().to_lowercase();
        let has_names = |role: &String| {
            (phrase.naming.0..phrase.naming.1)
                .filter(|&at| self.tokens[at].capital && at > self.first)
                .filter(|&at| {
                    let office = Traits::TITLE | Traits::TITLE_PART;
                    !Traits::of(&self.word(at)).any(office)
                })
                .all(|at| role.split_whitespace().any(|word| stem(word) == stem(&self.word(at))))
        };
        let has_head =
            |role: &String| role.split_whitespace().any(|word| word.eq_ignore_ascii_case(head));
        entity.roles.iter().any(has_head) && entity.roles.iter().any(has_names)
    }

    fn is_known_before(&self, entity: usize, start: usize) -> bool {
        self.firsts.get(&entity).is_some_and(|&first| first < start)
    }
}
