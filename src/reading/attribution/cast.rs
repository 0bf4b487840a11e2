//! The people of a text: which name stands behind a mention, and behind a pronoun.
//!
//! A pronoun is given a name only where one candidate stands out: the speaker or subject of the
//! same sentence or the one before. A subject that cannot be named ("the spokesman") blocks the
//! names further back.

mod offices;

use rustc_hash::FxHashMap;

use super::lexicon::{self, Class};
use super::phrases::{Head, Phrase};
use super::tokens::{Sentence, Token};
use crate::reading::names::{Gender, NameKind, Names, Traits};
use crate::reading::quotations::Quotation;
use crate::text::TextRange;

/// Sentences further back than this hold no antecedent.
const SENTENCES_BACK: usize = 4;

/// Who may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// A named entity.
    Entity(usize),
    /// Somebody without a name in the text, or not to be told.
    Nobody,
}

/// A mention that a later pronoun may take up.
#[derive(Clone, Copy, Debug)]
struct Mention {
    who: Who,
    sentence: usize,
    start: usize,
    subject: bool,
}

/// The people mentioned so far.
pub(super) struct Cast<'t> {
    text: &'t str,
    tokens: &'t [Token],
    names: &'t Names,
    /// Mentions of names outside of quotations, in order.
    outside: Vec<(TextRange, usize)>,
    /// Where each entity is first named outside of quotations.
    firsts: FxHashMap<usize, usize>,
    recent: Vec<Mention>,
    /// Organisations that were the subject of a sentence: what "it" may take up.
    bodies: Vec<Mention>,
    /// The number of the sentence that is being read, and its first token.
    now: usize,
    first: usize,
}

/// Who was spoken of lately.
#[derive(Debug)]
pub(super) struct Memory {
    recent: Vec<Mention>,
    bodies: Vec<Mention>,
}

impl<'t> Cast<'t> {
    pub(super) fn new(
        text: &'t str,
        tokens: &'t [Token],
        names: &'t Names,
        quotations: &[Quotation],
    ) -> Self {
        let outer: Vec<TextRange> =
            quotations.iter().filter(|q| q.depth == 0).map(|q| q.outer).collect();
        let inside = |range: TextRange| {
            let next = outer.partition_point(|outer| outer.end <= range.start);
            outer.get(next).is_some_and(|outer| outer.start <= range.start)
        };
        let outside: Vec<(TextRange, usize)> = names
            .mentions
            .iter()
            .filter(|mention| !inside(mention.range))
            .map(|mention| (mention.range, mention.entity))
            .collect();
        let firsts = outside.iter().rev().map(|(range, entity)| (*entity, range.start)).collect();
        Self {
            text,
            tokens,
            names,
            outside,
            firsts,
            recent: Vec::new(),
            bodies: Vec::new(),
            now: 0,
            first: 0,
        }
    }

    /// Forgets who was spoken of lately, to be remembered by [`Self::recall`].
    pub(super) fn forget(&mut self) -> Memory {
        Memory {
            recent: std::mem::take(&mut self.recent),
            bodies: std::mem::take(&mut self.bodies),
        }
    }

    /// Goes on where [`Self::forget`] left off.
    pub(super) fn recall(&mut self, memory: Memory, sentences_since: usize) {
        let Memory { mut recent, mut bodies } = memory;
        for mention in recent.iter_mut().chain(&mut bodies) {
            mention.sentence += sentences_since;
        }
        (self.recent, self.bodies) = (recent, bodies);
    }

    /// Begins the sentence numbered `number` with its subjects, in order.
    pub(super) fn begin(&mut self, number: usize, sentence: Sentence, subjects: &[Phrase]) {
        self.now = number;
        self.first = sentence.first;
        let oldest = number.saturating_sub(SENTENCES_BACK);
        self.recent.retain(|mention| mention.sentence >= oldest);
        self.bodies.retain(|mention| mention.sentence >= oldest);
        let range = self.tokens[sentence.first].range.cover(self.tokens[sentence.end - 1].range);
        let first = self.outside.partition_point(|(mention, _)| mention.end <= range.start);
        let inside: Vec<(TextRange, usize)> = self.outside[first..]
            .iter()
            .take_while(|(mention, _)| mention.start < range.end)
            .copied()
            .collect();
        for (mention, entity) in inside {
            if self.is_personal(entity) {
                self.note(Who::Entity(entity), mention.start, false);
            }
        }
        for subject in subjects {
            self.note_subject(subject);
        }
    }

    fn note_subject(&mut self, subject: &Phrase) {
        let start = subject.naming_range(self.tokens).start;
        let known = self.recent.iter_mut().find(|mention| {
            mention.start >= start && mention.start < subject.naming_range(self.tokens).end
        });
        if let Some(mention) = known {
            mention.subject = true;
            return;
        }
        match subject.head {
            Head::Pronoun => {
                if self.gender(subject).is_some() {
                    let who = self.pronoun(subject);
                    self.note(who, start, true);
                }
            }
            // "Three members", "those in the gallery": no "he" takes them up, nor do they bar it.
            Head::Noun if self.is_plural(subject) => {}
            Head::Noun if self.is_person_noun(subject) => {
                let who = self.noun(subject);
                self.note(who, start, true);
            }
            Head::Noun => {}
            Head::Name => {
                let who = self.name(subject);
                match who {
                    Who::Entity(entity)
                        if self.may_be_person(entity) && !self.is_thing(subject) =>
                    {
                        self.note(who, start, true);
                    }
                    Who::Entity(entity) if self.is_body(entity) => {
                        let sentence = self.now;
                        self.bodies.push(Mention { who, sentence, start, subject: true });
                    }
                    _ => {}
                }
            }
        }
    }

    fn note(&mut self, who: Who, start: usize, subject: bool) {
        let at = self.recent.partition_point(|mention| mention.start <= start);
        self.recent.insert(at, Mention { who, sentence: self.now, start, subject });
    }

    fn is_personal(&self, entity: usize) -> bool {
        self.names.entities.get(entity).is_some_and(|entity| {
            entity.kind == NameKind::Person
                || entity.kind == NameKind::Other && entity.gender.is_some()
        })
    }

    /// Whether another person than `who` is named in `range`, outside of quotations.
    pub(super) fn names_another(&self, range: TextRange, who: Who) -> bool {
        let first = self.outside.partition_point(|(mention, _)| mention.end <= range.start);
        let mut mentions = self.outside[first..].iter();
        mentions
            .by_ref()
            .take_while(|(mention, _)| mention.start < range.end)
            .any(|&(_, entity)| self.is_personal(entity) && who != Who::Entity(entity))
    }

    /// A subject that is called neither a place nor a body may be a person.
    fn may_be_person(&self, entity: usize) -> bool {
        let kind = self.names.entities.get(entity).map(|entity| entity.kind);
        matches!(kind, Some(NameKind::Person | NameKind::Other))
    }

    /// "The Argus understands": an article before a name that is not known for a person's.
    fn is_thing(&self, subject: &Phrase) -> bool {
        let Who::Entity(entity) = self.name(subject) else { return false };
        let personal = self.is_personal(entity);
        let before = subject.naming.0.checked_sub(1).map(|at| self.word(at));
        !personal && before.is_some_and(|word| word == "the")
    }

    fn is_body(&self, entity: usize) -> bool {
        self.names.entities.get(entity).is_some_and(|entity| entity.kind == NameKind::Organisation)
    }

    /// Who a phrase is.
    pub(super) fn who(&self, phrase: &Phrase) -> Who {
        match phrase.head {
            Head::Name => self.name(phrase),
            Head::Pronoun => self.pronoun(phrase),
            Head::Noun => self.noun(phrase),
        }
    }

    /// The entity of the name in a phrase: the last one that ends inside it.
    fn name(&self, phrase: &Phrase) -> Who {
        let range = phrase.naming_range(self.tokens);
        let end = self.outside.partition_point(|(mention, _)| mention.start < range.end);
        let overlapping =
            self.outside[..end].iter().rev().find(|(mention, _)| mention.overlaps(range));
        // "The State Department Spokesperson" is not the department.
        let office = lexicon::is_person(&self.word(phrase.naming.1));
        match overlapping {
            Some(&(_, entity)) if !office || self.is_personal(entity) => Who::Entity(entity),
            Some(_) => Who::Nobody,
            None => self.countryman(phrase).unwrap_or(Who::Nobody),
        }
    }

    /// Whom "the Tarvian" takes up: the one person of the sentence before and this one, who is the
    /// subject of one of them.
    fn countryman(&self, phrase: &Phrase) -> Option<Who> {
        let (at, last) = phrase.naming;
        let article = at.checked_sub(1).is_some_and(|before| self.word(before) == "the");
        let people = article && at == last && Traits::of(&self.word(at)).any(Traits::DEMONYM);
        let start = phrase.naming_range(self.tokens).start;
        let near = || {
            let near = |one: &&Mention| one.start < start && one.sentence + 1 >= self.now;
            self.recent.iter().filter(near)
        };
        let subject = people && near().any(|mention| mention.subject);
        self.single(near()).filter(|_| subject)
    }

    fn word(&self, at: usize) -> String {
        self.tokens[at].range.of(self.text).to_lowercase()
    }

    fn gender(&self, phrase: &Phrase) -> Option<Gender> {
        match self.word(phrase.naming.0).as_str() {
            "he" | "his" | "him" => Some(Gender::Male),
            "she" | "her" => Some(Gender::Female),
            _ => None,
        }
    }

    /// Whether the phrase is headed by a plural: "three members of the group".
    fn is_plural(&self, phrase: &Phrase) -> bool {
        let words: Vec<String> = (phrase.naming.0..=phrase.naming.1)
            .take_while(|&at| !self.tokens[at].is(Class::Preposition))
            .filter(|&at| self.tokens[at].is_word())
            .map(|at| self.word(at))
            .collect();
        let plural = |word: &String| {
            matches!(word.as_str(), "people" | "children" | "others" | "those" | "many")
                || lexicon::is_person(word)
                    && word.ends_with(['s', 'n'])
                    && word != "boss"
                    && !lexicon::is_one(word)
        };
        words.iter().any(plural) && !words.iter().any(|word| lexicon::is_one(word))
    }

    fn is_person_noun(&self, phrase: &Phrase) -> bool {
        (phrase.naming.0..=phrase.naming.1)
            .filter(|&at| self.tokens[at].is_word())
            .any(|at| lexicon::is_person(&self.word(at)))
    }

    /// Whom a singular personal pronoun takes up.
    fn pronoun(&self, phrase: &Phrase) -> Who {
        if self.word(phrase.naming.0) == "it" {
            return self.body(phrase);
        }
        let Some(gender) = self.gender(phrase) else { return Who::Nobody };
        let start = phrase.naming_range(self.tokens).start;
        // "Of his talks with Ben Ash he says": not Ash.
        let owner = self.possessive_before(phrase.naming.0);
        let is_owned = |mention: &Mention| {
            !mention.subject && owner.is_some_and(|owner| owner < mention.start)
        };
        let fits = |mention: &&Mention| {
            mention.start < start && self.fits(mention.who, gender) && !is_owned(mention)
        };
        let candidates = || self.recent.iter().rev().filter(fits);
        if let Some(subject) = candidates().find(|mention| mention.subject) {
            let nearer = candidates().take_while(|mention| mention.sentence > subject.sentence);
            return self.single(nearer).unwrap_or(subject.who);
        }
        let nearest = candidates().next().map(|mention| mention.sentence);
        self.single(candidates().filter(|mention| Some(mention.sentence) == nearest))
            .unwrap_or(Who::Nobody)
    }

    /// Where "his" or "her" stands in the sentence before its token `at`.
    fn possessive_before(&self, at: usize) -> Option<usize> {
        let own = |at: &usize| {
            let word = self.tokens[*at].range.of(self.text);
            word.eq_ignore_ascii_case("his") || word.eq_ignore_ascii_case("her")
        };
        (self.first..at).find(own).map(|at| self.tokens[at].range.start)
    }

    /// Which body "it" takes up: the only one that was a subject lately.
    fn body(&self, phrase: &Phrase) -> Who {
        let start = phrase.naming_range(self.tokens).start;
        let bodies = self.bodies.iter().filter(|mention| mention.start < start);
        self.single(bodies).unwrap_or(Who::Nobody)
    }

    /// The one who is meant by all mentions; `None` where there are none or several.
    fn single<'m>(&self, mut mentions: impl Iterator<Item = &'m Mention>) -> Option<Who> {
        let first = mentions.next()?.who;
        mentions.all(|mention| mention.who == first).then_some(first)
    }

    fn fits(&self, who: Who, gender: Gender) -> bool {
        match who {
            Who::Entity(entity) => self
                .names
                .entities
                .get(entity)
                .is_some_and(|entity| entity.gender.is_none_or(|known| known == gender)),
            Who::Nobody => true,
        }
    }
}
