//! The subject of a verb or of a sentence.

use super::lexicon::Class;
use super::phrases::{Head, Phrase, Phrases};
use super::tokens::Kind;
use crate::reading::cues::Form;

/// The subject of a verb stands within so many steps to its left.
const FARTHEST_LEFT: usize = 24;

/// A dateline is no longer than this many tokens.
const LONGEST_DATELINE: usize = 12;

impl Phrases<'_> {
    /// The subject of the verb at `verb`: looked for to its left, past adverbs, auxiliaries,
    /// appositions and relative clauses.
    pub(super) fn subject_left(&self, verb: usize, floor: usize) -> Option<Phrase> {
        let mut relative = None;
        self.subject_through(verb, floor, &mut relative).map(|phrase| match relative {
            Some(who) => Phrase { mention: (who, who), last: who, ..phrase },
            None => phrase,
        })
    }

    fn subject_through(
        &self,
        verb: usize,
        floor: usize,
        relative: &mut Option<usize>,
    ) -> Option<Phrase> {
        let mut at = verb;
        for _ in 0..FARTHEST_LEFT {
            if at <= floor {
                return None;
            }
            at -= 1;
            let token = &self.tokens[at];
            match token.kind {
                Kind::Word(
                    Class::Adverb | Class::Auxiliary | Class::Be | Class::Not | Class::Time,
                ) => {
                    let alone = token.is(Class::Time)
                        && at > floor
                        && (self.tokens[at - 1].is(Class::Preposition));
                    if alone {
                        at -= 1;
                    }
                }
                Kind::Word(Class::Relative) => {
                    let before = at.checked_sub(1)?;
                    *relative = relative.or(Some(at));
                    let comma = self.tokens[before].kind == Kind::Comma;
                    if let Some(name) =
                        comma.then(|| self.name_before_aside(before, floor)).flatten()
                    {
                        return Some(name);
                    }
                    at = if comma { before } else { at };
                }
                Kind::Comma => {
                    if let Some(name) = self.name_before_asides(at, floor) {
                        return Some(name);
                    }
                    if let Some(name) = self.name_between_commas(at, floor) {
                        return Some(name);
                    }
                    at = self.before_aside(at, floor)?;
                }
                Kind::Dash => {
                    let open = (floor..at).rev().find(|&at| self.tokens[at].kind == Kind::Dash)?;
                    at = open;
                }
                Kind::Quote(_) => return None,
                _ => {
                    return self
                        .name_before_open_aside(at, floor)
                        .or_else(|| self.ending_at(at, floor))
                        .or_else(|| self.past_adverbial(at, floor));
                }
            }
        }
        None
    }

    /// "X in a statement said", "X at the rally said": the phrase before an adverbial.
    fn past_adverbial(&self, at: usize, floor: usize) -> Option<Phrase> {
        let simple = self.simple_ending_at(at, floor)?;
        let preposition = simple.first.checked_sub(1)?;
        (preposition > floor && self.tokens[preposition].is(Class::Preposition))
            .then(|| self.ending_at(preposition - 1, floor))?
    }

    /// "On Monday, at the fair, Ada Lane (D-Ohio), said": a full name of its own before the comma.
    fn name_between_commas(&self, comma: usize, floor: usize) -> Option<Phrase> {
        let phrase = self.simple_ending_at(comma.checked_sub(1)?, floor)?;
        let words = phrase.mention.1 - phrase.mention.0;
        let stands_apart =
            phrase.first == floor || self.tokens[phrase.first - 1].kind == Kind::Comma;
        let office = self.tokens[phrase.first].is(Class::Determiner)
            || self.is_speaker_noun(phrase.mention.1) && !self.tokens[phrase.mention.1].person;
        if office {
            return None;
        }
        let full = phrase.head == Head::Name && words >= 1 && !self.tokens[phrase.mention.1].place;
        (stands_apart && full).then_some(phrase)
    }

    /// "Ada Lane, curator and director of exhibits at the Museum of Redport, Ohio,": the person whose
    /// name begins the clause, where nothing but asides stands between it and the `comma`.
    fn name_before_asides(&self, comma: usize, floor: usize) -> Option<Phrase> {
        let name = self.starting_at(floor, comma)?;
        let ends = self.tokens.get(name.last + 1).is_some_and(|token| token.kind == Kind::Comma);
        let person = name.head == Head::Name
            && name.mention.0 < name.mention.1
            && self.tokens[name.mention.1].person;
        let first = name.last + 2;
        let plain = first < comma
            && self.tokens[first..comma].iter().all(|token| match token.kind {
                Kind::Word(class) => {
                    token.cue.is_none()
                        && !matches!(
                            class,
                            Class::Auxiliary
                                | Class::Be
                                | Class::Pronoun
                                | Class::Relative
                                | Class::That
                                | Class::Subordinator
                        )
                }
                kind => matches!(kind, Kind::Comma | Kind::Open | Kind::Close),
            });
        (ends && person && plain).then_some(name)
    }

    /// "Ada Lane, president and head of Redport Boats said": the person whose name begins the
    /// clause, where the office between it and the verb, of which `last` is the last word,
    /// lacks its closing comma.
    fn name_before_open_aside(&self, last: usize, floor: usize) -> Option<Phrase> {
        let name = self.starting_at(floor, last)?;
        let comma = self.tokens.get(name.last + 1)?;
        let aside = self.tokens.get(name.last + 2..=last)?;
        let person = name.head == Head::Name
            && name.mention.0 < name.mention.1
            && self.tokens[name.mention.1].person;
        let office = self.is_speaker_noun(name.last + 2)
            && aside.iter().any(|token| token.is(Class::Preposition))
            && aside.iter().all(|token| token.cue.is_none() && matches!(token.kind, Kind::Word(_)));
        (comma.kind == Kind::Comma && person && office).then_some(name)
    }

    /// "… by Ada Lane, a curator of the museum, who said": the person before the aside that ends at
    /// `comma`, if it names nobody else.
    fn name_before_aside(&self, comma: usize, floor: usize) -> Option<Phrase> {
        let open = self.before_aside(comma, floor)?;
        let name = self.simple_ending_at(open.checked_sub(1)?, floor)?;
        let aside = &self.tokens[open + 1..comma];
        let telling = aside.first()?.is(Class::Determiner) || aside.first()?.is(Class::Lower);
        let plain = aside.iter().all(|token| token.cue.is_none() && !token.person);
        let person = name.head == Head::Name && self.tokens[name.mention.1].person;
        (telling && plain && person).then_some(name)
    }

    /// From the comma that ends an aside ("X, the minister of Y, said") to the comma that begins
    /// it; `None` where the comma ends no aside.
    fn before_aside(&self, comma: usize, floor: usize) -> Option<usize> {
        let mut best = None;
        for at in (floor..comma).rev().take(40) {
            match self.tokens[at].kind {
                Kind::Quote(_) | Kind::Colon | Kind::Semicolon => break,
                Kind::Comma if at > floor => {
                    let named = self.tokens[at - 1].is(Class::Capital)
                        || matches!(self.tokens[at - 1].kind, Kind::Close);
                    let noun = self.simple_ending_at(at - 1, floor).is_some();
                    let aside = self.is_aside(at + 1, comma);
                    if aside && (named || noun) {
                        best = Some(at);
                        break;
                    }
                }
                _ => {}
            }
        }
        best
    }

    /// Whether the words between two commas are an apposition, an age or a relative clause.
    fn is_aside(&self, first: usize, end: usize) -> bool {
        let Some(token) = self.tokens.get(first) else { return false };
        if first >= end {
            return false;
        }
        match token.kind {
            Kind::Word(Class::Pronoun | Class::Conjunction | Class::That) => false,
            Kind::Word(_) => true,
            _ => false,
        }
    }

    /// The subject of the sentence: its first noun phrase, introductory adverbials left out.
    pub(super) fn main_subject(&self, first: usize, end: usize) -> Option<Phrase> {
        let mut at = self.after_dateline(first, end);
        let mut aside = None;
        for _ in 0..4 {
            at = self.past_marks(at, end);
            if at >= end {
                return aside;
            }
            if !self.introduces(at) && !self.tells_when(at, end) {
                let Some(subject) = self.starting_at(at, end) else { return aside };
                let comma =
                    subject.last + 1 < end && self.tokens[subject.last + 1].kind == Kind::Comma;
                let place = subject.head == Head::Name && self.tokens[subject.mention.1].place;
                // "Of his talks with Ben Ash, the mayor, he says": the mayor is no subject.
                let apposed = subject.head == Head::Noun && self.follows_name(at);
                if !(comma && place || apposed) || at == first {
                    return Some(subject);
                }
                aside = aside.or(Some(subject).filter(|_| apposed));
                at = subject.last + 1;
            }
            let next =
                (at..end).find(|&at| matches!(self.tokens[at].kind, Kind::Comma | Kind::Quote(_)));
            let Some(next) = next else { return aside };
            at = next + 1;
        }
        None
    }

    /// Whether "a few days later," or "two weeks ago," begins here.
    fn tells_when(&self, at: usize, end: usize) -> bool {
        const LONGEST: usize = 5;
        let limit = end.min(at + LONGEST);
        let comma = (at..limit).find(|&at| self.tokens[at].kind == Kind::Comma);
        comma.is_some_and(|comma| {
            comma > at + 1
                && self.word_is(comma - 1, &["later", "ago", "earlier", "before"])
                && self.tokens[at..comma - 1].iter().all(|token| {
                    matches!(
                        token.kind,
                        Kind::Word(Class::Determiner | Class::Number | Class::Time | Class::Lower)
                    )
                })
        })
    }

    /// Past punctuation, conjunctions and adverbs.
    fn past_marks(&self, mut at: usize, end: usize) -> usize {
        while at < end
            && (matches!(
                self.tokens[at].kind,
                Kind::Comma | Kind::Dash | Kind::Stop | Kind::Quote(_)
            ) || self.tokens[at].is(Class::Conjunction)
                || self.tokens[at].is(Class::Adverb))
        {
            at += 1;
        }
        at
    }

    /// Whether the token begins an introductory adverbial.
    fn introduces(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        matches!(
            token.kind,
            Kind::Word(
                Class::Preposition | Class::Subordinator | Class::To | Class::Time | Class::Number
            )
        ) || token.cue.is_some_and(|cue| {
            matches!(cue.form, Form::Gerund | Form::Past) && !self.is_speaker_noun(at)
        }) || self.word(at).ends_with("ing")
    }

    /// Whether a person's name and a comma stand directly before.
    fn follows_name(&self, at: usize) -> bool {
        at >= 2 && self.tokens[at - 1].kind == Kind::Comma && self.tokens[at - 2].person
    }

    /// The first token after "LONDON, Dec. 8 (Reuters) — ".
    fn after_dateline(&self, first: usize, end: usize) -> usize {
        let limit = end.min(first + LONGEST_DATELINE);
        let dash = (first..limit).find(|&at| self.tokens[at].kind == Kind::Dash);
        let Some(dash) = dash.filter(|&dash| dash > first) else { return first };
        let is_dateline = self.tokens[first..dash].iter().all(|token| match token.kind {
            Kind::Word(class) => {
                matches!(class, Class::Capital | Class::Number | Class::Time) && token.capital
                    || class == Class::Number
            }
            Kind::Quote(_) | Kind::Colon | Kind::Semicolon => false,
            _ => true,
        });
        let marked = self.tokens[dash - 1].kind == Kind::Close
            || self.tokens[first].range.of(self.text).chars().all(char::is_uppercase);
        if is_dateline && marked { dash + 1 } else { first }
    }
}
