//! Noun phrases, found from a verb to its left or to its right.

use super::lexicon::{self, Class};
use super::tokens::{Kind, Token};
use crate::reading::cues::{Form, Strength};
use crate::reading::names::Traits;
use crate::text::TextRange;

/// What stands at the head of a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A name: "Ada Lane"
    Name,
    /// "she"
    Pronoun,
    /// "the spokesman", "critics"
    Noun,
}

/// A noun phrase that may be a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// First token of the whole phrase.
    pub(super) first: usize,
    /// Last token of the whole phrase.
    pub(super) last: usize,
    /// What heads it.
    pub(super) head: Head,
    /// First and last token of what is called the speaker.
    pub(super) mention: (usize, usize),
    /// First and last token of what names the speaker: the antecedent, where the mention is "who".
    pub(super) naming: (usize, usize),
}

impl Phrase {
    pub(super) fn plain(first: usize, last: usize, head: Head) -> Self {
        Self { first, last, head, mention: (first, last), naming: (first, last) }
    }

    /// Where the speaker stands in the text.
    pub(super) fn range(&self, tokens: &[Token]) -> TextRange {
        tokens[self.mention.0].range.cover(tokens[self.mention.1].range)
    }

    /// Where the speaker is named.
    pub(super) fn naming_range(&self, tokens: &[Token]) -> TextRange {
        tokens[self.naming.0].range.cover(tokens[self.naming.1].range)
    }
}

/// A phrase is looked for within so many tokens.
const LONGEST_PHRASE: usize = 9;

/// Noun phrases of one text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrases<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
}

impl Phrases<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens[at].range.of(self.text)
    }

    pub(super) fn word_is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            words.iter().any(|word| token.range.of(self.text).eq_ignore_ascii_case(word))
        })
    }

    pub(super) fn is_speaker_noun(&self, at: usize) -> bool {
        let word = self.word(at);
        if word.len() > 30 {
            return false;
        }
        lexicon::is_speaker(word) || lexicon::is_speaker(&word.to_lowercase())
    }

    /// The noun phrase whose last token is `last`, not beginning before `floor`; a phrase inside
    /// "a spokesman for the ministry" gives way to the one it belongs to.
    pub(super) fn ending_at(&self, last: usize, floor: usize) -> Option<Phrase> {
        let phrase = self.simple_ending_at(last, floor)?;
        self.climb(phrase, floor, 3)
    }

    /// From the object of a preposition to the phrase that the preposition belongs to.
    fn climb(&self, phrase: Phrase, floor: usize, steps: u8) -> Option<Phrase> {
        if phrase.head == Head::Pronoun || phrase.first < floor + 1 {
            return Some(phrase);
        }
        let before = phrase.first - 1;
        // "After Ada Lane argued that": these begin a clause as well.
        let person = phrase.head == Head::Name && self.is_person(&phrase);
        let clause = self.word_is(before, &["as"])
            || person && self.word_is(before, &["after", "before", "since", "until"]);
        let preposition = self.tokens[before].is(Class::Preposition) && !clause;
        let binds = preposition || self.tokens[before].is(Class::To);
        if !binds {
            return Some(phrase);
        }
        if before <= floor || steps == 0 {
            return None;
        }
        let owner = self.simple_ending_at(before - 1, floor)?;
        // "Minister of Education Ada Lane": the title belongs to the name.
        let titled = self.word_is(before, &["of", "for"])
            && self.tokens[owner.mention.0].capital
            && self.is_person(&phrase)
            && !self.is_person(&owner);
        if titled {
            return Some(phrase);
        }
        let mention = match owner.head {
            Head::Noun => (owner.mention.0, phrase.last),
            _ => owner.mention,
        };
        let whole = Phrase { last: phrase.last, mention, naming: mention, ..owner };
        self.climb(whole, floor, steps - 1)
    }

    pub(super) fn simple_ending_at(&self, last: usize, floor: usize) -> Option<Phrase> {
        if last < floor {
            return None;
        }
        let token = &self.tokens[last];
        match token.kind {
            Kind::Close => {
                let open =
                    (floor..last).rev().take(12).find(|&at| self.tokens[at].kind == Kind::Open)?;
                let inner = self.simple_ending_at(open.checked_sub(1)?, floor)?;
                Some(Phrase { last, ..inner })
            }
            Kind::Word(Class::Pronoun) => {
                self.is_subject_pronoun(last).then_some(Phrase::plain(last, last, Head::Pronoun))
            }
            Kind::Word(Class::Capital) => Some(self.owned_name_ending_at(last, floor)),
            Kind::Word(Class::Number) => {
                let named = last > floor && self.tokens[last - 1].is(Class::Capital);
                named.then(|| self.name_ending_at(last, floor))
            }
            Kind::Word(Class::Lower | Class::Time) => self.noun_ending_at(last, floor),
            Kind::Word(Class::Determiner) => {
                let stands_alone = self.word_is(
                    last,
                    &[
                        "some", "many", "most", "several", "one", "another", "others", "few",
                        "both", "all",
                    ],
                );
                stands_alone.then_some(Phrase::plain(last, last, Head::Noun))
            }
            _ => None,
        }
    }

    fn is_person(&self, phrase: &Phrase) -> bool {
        (phrase.mention.0..=phrase.mention.1).any(|at| self.tokens[at].person)
    }

    fn is_subject_pronoun(&self, at: usize) -> bool {
        !self.word_is(
            at,
            &["him", "her", "them", "us", "me", "himself", "herself", "themselves", "itself"],
        )
    }

    /// "Office", "Court": a word for a body.
    fn is_body(&self, at: usize) -> bool {
        let body = Traits::BODY | Traits::ORGANISATION;
        Traits::of(&self.word(at).to_lowercase()).any(body)
    }

    /// The same as [`Self::name_ending_at`], with the owner in "the Redport Sheriff's Office".
    fn owned_name_ending_at(&self, last: usize, floor: usize) -> Phrase {
        let name = self.name_ending_at(last, floor);
        let owner = name.first.checked_sub(1).filter(|&owner| owner >= floor);
        let owner = owner.filter(|&owner| {
            let token = &self.tokens[owner];
            token.possessive && token.is(Class::Capital) && name.first == name.mention.0
        });
        match owner {
            Some(owner) if self.is_body(last) => {
                let owner = self.name_ending_at(owner, floor);
                let mention = (owner.mention.0, last);
                Phrase { first: owner.first, last, head: Head::Name, mention, naming: mention }
            }
            _ => name,
        }
    }

    /// A run of capitals that ends at `last`, with the title and role before it.
    fn name_ending_at(&self, last: usize, floor: usize) -> Phrase {
        let mut first = last;
        let titled = |at: usize| self.word_is(at, &["mr", "mr.", "mrs", "mrs.", "ms", "ms."]);
        while first > floor && !titled(first) && self.continues_name(first - 1, floor) {
            first -= 1;
        }
        while first < last && !self.tokens[first].capital {
            first += 1;
        }
        // "the MP": a word in capitals that is no name.
        let article = first > floor && self.tokens[first - 1].is(Class::Determiner);
        let office = !self.tokens[last].named
            || self.word_is(last, &["mp", "mps", "mep", "msp", "ceo", "pm"]);
        if article && first == last && office && self.is_speaker_noun(last) {
            return Phrase::plain(first - 1, last, Head::Noun);
        }
        let begin = self.role_before(first, floor);
        let mention = (first, last);
        Phrase { first: begin, last, head: Head::Name, mention, naming: mention }
    }

    fn continues_name(&self, at: usize, floor: usize) -> bool {
        let token = &self.tokens[at];
        let closed = token.possessive;
        if token.is(Class::Capital) {
            return !closed;
        }
        if token.is(Class::Time) && token.capital {
            return false;
        }
        let particle = self.word_is(
            at,
            &[
                "de", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "del", "di", "da",
                "dos", "ibn", "&",
            ],
        );
        particle && at > floor && self.tokens[at - 1].is(Class::Capital)
    }

    /// The words of a role directly before a name: "the Kremlin spokesman" Dmitry.
    fn role_before(&self, name: usize, floor: usize) -> usize {
        let mut first = name;
        while first > floor && name - first < LONGEST_PHRASE {
            let before = &self.tokens[first - 1];
            match before.kind {
                Kind::Word(Class::Lower)
                    if before.cue.is_none() || self.is_speaker_noun(first - 1) =>
                {
                    first -= 1;
                }
                Kind::Word(Class::Capital) if first < name => first -= 1,
                Kind::Word(Class::Determiner) => return first - 1,
                _ => break,
            }
        }
        // Without an article only nouns for speakers are a role.
        let has_role = (first..name).any(|at| self.is_speaker_noun(at));
        if has_role { first } else { name }
    }

    fn noun_ending_at(&self, last: usize, floor: usize) -> Option<Phrase> {
        let token = &self.tokens[last];
        let is_verbal = token.cue.is_some_and(|cue| matches!(cue.form, Form::Gerund | Form::Past));
        if is_verbal {
            return None;
        }
        let mut first = last;
        while first > floor && last - first < LONGEST_PHRASE {
            let before = &self.tokens[first - 1];
            match before.kind {
                Kind::Word(Class::Determiner) => {
                    let begin = if first > floor + 1 && self.tokens[first - 2].is(Class::Determiner)
                    {
                        first - 2
                    } else {
                        first - 1
                    };
                    return Some(Phrase::plain(begin, last, Head::Noun));
                }
                Kind::Word(Class::Pronoun) if self.word_is(first - 1, &["her"]) => {
                    return Some(Phrase::plain(first - 1, last, Head::Noun));
                }
                Kind::Word(Class::Capital) if before.possessive => {
                    let owner = self.name_ending_at(first - 1, floor);
                    return Some(Phrase::plain(owner.mention.0, last, Head::Noun));
                }
                Kind::Word(Class::Lower) if before.possessive => first -= 1,
                Kind::Word(Class::Lower) if is_adjective_like(before) => first -= 1,
                Kind::Word(Class::Capital | Class::Number) => first -= 1,
                Kind::Word(Class::Conjunction)
                    if first > floor + 1
                        && self.is_speaker_noun(first)
                        && self.tokens[first - 2].is_word() =>
                {
                    first -= 2
                }
                _ => break,
            }
        }
        let plausible = self.is_speaker_noun(last);
        plausible.then_some(Phrase::plain(first, last, Head::Noun))
    }

    /// The noun phrase that begins at `first`, before `end`.
    pub(super) fn starting_at(&self, first: usize, end: usize) -> Option<Phrase> {
        if first >= end {
            return None;
        }
        if self.tokens[first].is(Class::Pronoun) {
            return self.is_subject_pronoun(first).then_some(Phrase::plain(
                first,
                first,
                Head::Pronoun,
            ));
        }
        let mut last = None;
        let mut at = first;
        while at < end && at - first < LONGEST_PHRASE + 3 && self.goes_on(first, at) {
            if !self.tokens[at].is(Class::Determiner) {
                last = Some(at);
            }
            at += 1;
            if self.tokens[at - 1].possessive && self.ends_as_owner(at, end) {
                break;
            }
        }
        let Some(last) = last else {
            return self.simple_ending_at(first, first).filter(|phrase| phrase.head == Head::Noun);
        };
        if self.tokens[last].is(Class::Capital) || self.ends_in_numbered_name(first, last) {
            let phrase = Phrase { first, ..self.name_ending_at(last, first) };
            return Some(self.name_after_title(&phrase, end).unwrap_or(phrase));
        }
        let has_determiner = self.tokens[first].is(Class::Determiner);
        let owned = (first..last).any(|at| self.tokens[at].possessive);
        let plausible = has_determiner || owned || self.is_speaker_noun(last);
        plausible.then_some(Phrase::plain(first, last, Head::Noun))
    }

    /// "Minister of Education Ada Lane": from the title to the name.
    fn name_after_title(&self, title: &Phrase, end: usize) -> Option<Phrase> {
        let of = title.last + 1;
        if self.is_person(title) || of >= end || !self.word_is(of, &["of", "for"]) {
            return None;
        }
        let limit = end.min(of + LONGEST_PHRASE);
        let first = (of + 1..limit).find(|&at| self.tokens[at].person)?;
        let joined = self.tokens[of + 1..first].iter().all(|token| {
            token.is(Class::Capital) || token.is(Class::Determiner) || token.is(Class::Lower)
        });
        let last = (first..limit).take_while(|&at| self.tokens[at].person).last()?;
        let far = first > of + 1;
        (joined && far)
            .then(|| Phrase { first: title.first, ..Phrase::plain(first, last, Head::Name) })
    }

    fn ends_in_numbered_name(&self, first: usize, last: usize) -> bool {
        self.tokens[last].is(Class::Number)
            && last > first
            && self.tokens[last - 1].is(Class::Capital)
    }

    fn ends_as_owner(&self, at: usize, end: usize) -> bool {
        at >= end || !self.tokens[at].is_word()
    }

    fn goes_on(&self, first: usize, at: usize) -> bool {
        let token = &self.tokens[at];
        let before = at.checked_sub(1).filter(|&before| before >= first).map(|b| &self.tokens[b]);
        match token.kind {
            Kind::Word(Class::Determiner) => before.is_none_or(|b| b.is(Class::Determiner)),
            Kind::Word(Class::Capital) => true,
            Kind::Word(Class::Number) => before.is_none_or(Token::is_word),
            Kind::Word(Class::Time) => before.is_some_and(|b| b.possessive),
            Kind::Word(Class::Lower) => self.noun_goes_on(at, before),
            _ => false,
        }
    }

    fn noun_goes_on(&self, at: usize, before: Option<&Token>) -> bool {
        let token = &self.tokens[at];
        let Some(before) = before else {
            return token.cue.is_none() || self.is_speaker_noun(at);
        };
        if self.continues_name(at, 0)
            && self.tokens.get(at + 1).is_some_and(|t| t.is(Class::Capital))
        {
            return true;
        }
        if self.is_speaker_noun(at) {
            return true;
        }
        if before.is(Class::Capital) && !before.possessive {
            // "Trump campaign manager": a noun, then a name or a noun for a speaker.
            return (at + 1..(at + 4).min(self.tokens.len()))
                .any(|next| self.is_speaker_noun(next))
                && token.cue.is_none();
        }
        let is_verb = token.cue.is_some_and(|cue| cue.form != Form::Base);
        let participle = self.word(at).ends_with("ed") && !before.is(Class::Determiner);
        !is_verb && !participle
    }
}

fn is_adjective_like(token: &Token) -> bool {
    token.cue.is_none_or(|cue| cue.form == Form::Base || cue.strength == Strength::Mind)
}
