//! Reported speech: what a sentence says that somebody said, without quotation marks.

use rustc_hash::{FxHashMap, FxHashSet};

use super::choose::{Choice, Ground};
use super::frames::Frame;
use super::lexicon::Class;
use super::phrases::{Head, Phrase, Phrases};
use super::tokens::{Kind, Sentence};
use crate::reading::cues::{Form, Strength};
use crate::text::TextRange;

/// A reported clause has at least so many words outside of quotations.
const FEWEST_WORDS: usize = 3;

/// The label of a transcript's line is no longer than this many tokens, its colon included.
const LONGEST_LABEL: usize = 6;
/// Fewer labelled lines than this are lists and captions.
const FEWEST_LINES: usize = 4;

/// A reported clause and who is said to have said it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reported {
    pub(super) content: TextRange,
    pub(super) choice: Choice,
}

/// The reported clause of a sentence, if there is one.
///
/// `quoting` are the cues of the sentence that already have a whole quotation.
pub(super) fn read(
    phrases: Phrases,
    sentence: Sentence,
    frames: &[Frame],
    quoting: &[(usize, usize)],
) -> Option<Reported> {
    let says = |frame: &&Frame| {
        let charges = frame.strength == Strength::Act
            && phrases.tokens.get(frame.cue.1 + 1).is_some_and(|token| token.is(Class::That));
        (frame.strength == Strength::Saying || charges)
            && !frame.noun
            && !frame.weak
            && frame.subject.is_some()
    };
    // "A governor who argued with Lane, said that …": the first that is followed by a clause.
    let mut saying = frames.iter().filter(says);
    let (frame, (first, end)) =
        saying.find_map(|frame| Some((frame, content(phrases, sentence, frame)?)))?;
    let end = if quoting.contains(&frame.cue) {
        before_quotation(phrases, first, end).filter(|_| first > frame.cue.1)?
    } else {
        end
    };
    let words = (first..end).filter(|&at| phrases.tokens[at].is_word()).count();
    let range = phrases.tokens[first].range.cover(phrases.tokens[end - 1].range);
    let choice = Choice { speaker: frame.subject, cue: Some(frame.cue), ground: Ground::Left };
    (words >= FEWEST_WORDS).then_some(Reported { content: range, choice })
}

/// First and last-but-one token of what a frame reports.
fn content(phrases: Phrases, sentence: Sentence, frame: &Frame) -> Option<(usize, usize)> {
    let subject = frame.subject?;
    let begins = frame.cue.0.min(subject.first);
    let ends = if frame.inverted { subject.last.max(frame.cue.1) } else { frame.cue.1 };
    let end = without_stop(phrases, sentence);
    let after_comma = begins > sentence.first
        && matches!(phrases.tokens[begins - 1].kind, Kind::Comma | Kind::Dash);
    if after_comma && is_speech_before(phrases, sentence, begins - 1) {
        return Some((sentence.first, begins - 1));
    }
    let passive = phrases.tokens[frame.cue.1].is(Class::By);
    let first = skip_circumstances(phrases, ends + 1, end);
    let first = clause_after(phrases, first, end).unwrap_or(first);
    // "Promised that as mayor she would …"
    let follows_that = first > ends + 1 && phrases.tokens[first - 1].is(Class::That);
    let clause = first < end
        && !phrases.tokens[first].is(Class::To)
        && (follows_that || !phrases.tokens[first].is(Class::Preposition));
    (clause && !passive).then_some((first, end))
}

/// Where the clause begins in "alleged in the suit that the bridge …", "stated to the Argus that …":
/// behind the "that" which follows whom it was said to, or where.
fn clause_after(phrases: Phrases, first: usize, end: usize) -> Option<usize> {
    const FARTHEST: usize = 12;
    let leads = first < end
        && (phrases.tokens[first].is(Class::Preposition) || phrases.tokens[first].is(Class::To));
    let limit = end.min(first + FARTHEST);
    let that = (first + 1..limit).find(|&at| phrases.tokens[at].is(Class::That))?;
    let plain = phrases.tokens[first + 1..that].iter().all(|token| {
        let verb = matches!(token.kind, Kind::Word(Class::Auxiliary | Class::Be | Class::To));
        token.is_word() && !verb && token.cue.is_none_or(|cue| cue.strength != Strength::Saying)
    });
    (leads && plain && that + 1 < end).then_some(that + 1)
}

/// The end of what is reported before its speaker is quoted: `Lane said the bridge was closed, "and
/// for good."`
fn before_quotation(phrases: Phrases, first: usize, end: usize) -> Option<usize> {
    const LEAST_WORDS: usize = 5;
    let quote = (first..end).find(|&at| phrases.tokens[at].quote().is_some())?;
    let words = (first..quote).filter(|&at| phrases.tokens[at].is_word()).count();
    let comma = quote > first && phrases.tokens[quote - 1].kind == Kind::Comma;
    (comma && words >= LEAST_WORDS).then(|| quote - 1)
}

/// The labels that the lines of a text begin with, if it is a transcript of several speakers.
#[derive(Debug, Default)]
pub(super) struct Labels<'t> {
    /// "Ada Lane", "Q": one at least stands before a colon more than once.
    mixed: FxHashSet<&'t str>,
    /// Whether several lines begin with a label in capitals.
    shouted: bool,
}

impl<'t> Labels<'t> {
    /// Reads the labels of `sentences`.
    pub(super) fn read(phrases: Phrases<'t>, sentences: &[Sentence]) -> Self {
        let mut counts: FxHashMap<&'t str, usize> = FxHashMap::default();
        let mut shouted = 0;
        let mut paragraph = usize::MAX;
        for sentence in sentences {
            let begins = sentence.paragraph != paragraph;
            paragraph = sentence.paragraph;
            shouted += usize::from(shouted_end(phrases, *sentence).is_some());
            let labelled = label_end(phrases, *sentence).filter(|_| begins);
            if let Some(colon) = labelled.filter(|colon| is_speaker(phrases, *sentence, *colon)) {
                *counts.entry(label(phrases, *sentence, colon)).or_default() += 1;
            }
        }
        let lines: usize = counts.values().sum();
        let again = counts.values().any(|&count| count > 1);
        let dialogue = counts.len() > 1 && lines >= FEWEST_LINES && again;
        let mixed = if dialogue { counts.into_keys().collect() } else { FxHashSet::default() };
        Self { mixed, shouted: shouted > 1 }
    }

    /// What a line of the transcript says: "LANE: We leave tomorrow.", to the paragraph's end.
    pub(super) fn transcribed(
        &self,
        phrases: Phrases<'t>,
        sentence: Sentence,
        begins: bool,
    ) -> Option<Reported> {
        let shouted = shouted_end(phrases, sentence).filter(|_| self.shouted);
        let known = |colon: &usize| self.mixed.contains(label(phrases, sentence, *colon));
        let mixed = || label_end(phrases, sentence).filter(known).filter(|_| begins);
        let fewest = if shouted.is_some() { FEWEST_WORDS } else { 1 };
        let colon = shouted.or_else(mixed)?;
        let content = phrases.tokens.get(colon + 1).filter(|_| colon + 1 < sentence.end)?;
        let range = TextRange::new(content.range.start, sentence.paragraph_end);
        let words = (colon + 1..sentence.end).filter(|&at| phrases.tokens[at].is_word()).count();
        let speaker = Phrase::plain(sentence.first, colon - 1, Head::Name);
        let choice = Choice { speaker: Some(speaker), cue: None, ground: Ground::Label };
        (words >= fewest).then_some(Reported { content: range, choice })
    }
}

/// Whether a label is a person's name or stands for one: "Photo:" is none.
fn is_speaker(phrases: Phrases, sentence: Sentence, colon: usize) -> bool {
    const ROLES: &[&str] = &["q", "a", "question", "answer", "interviewer", "moderator", "host"];
    let last = colon - 1;
    phrases.tokens[last].person || last == sentence.first && phrases.word_is(last, ROLES)
}

fn label<'t>(phrases: Phrases<'t>, sentence: Sentence, colon: usize) -> &'t str {
    let (first, last) = (&phrases.tokens[sentence.first], &phrases.tokens[colon - 1]);
    first.range.cover(last.range).of(phrases.text)
}

/// The colon after a sentence's first few words, all with capitals.
fn label_end(phrases: Phrases, sentence: Sentence) -> Option<usize> {
    let limit = sentence.end.min(sentence.first + LONGEST_LABEL);
    let colon = (sentence.first..limit).find(|&at| phrases.tokens[at].kind == Kind::Colon)?;
    let named = phrases.tokens[sentence.first..colon].iter().all(|token| {
        let word = token.range.of(phrases.text);
        token.kind == Kind::Stop || token.is_word() && word.starts_with(char::is_uppercase)
    });
    (named && colon > sentence.first).then_some(colon)
}

/// The colon after a label in capitals at a sentence's beginning.
fn shouted_end(phrases: Phrases, sentence: Sentence) -> Option<usize> {
    let limit = sentence.end.min(sentence.first + LONGEST_LABEL);
    let colon = (sentence.first..limit).find(|&at| phrases.tokens[at].kind == Kind::Colon)?;
    let label = &phrases.tokens[sentence.first..colon];
    let shouted = label.iter().all(|token| {
        let word = token.range.of(phrases.text);
        token.is_word() && word.len() > 1 && !word.chars().any(char::is_lowercase)
    });
    (shouted && !label.is_empty() && !label.iter().all(|token| token.is(Class::Number)))
        .then_some(colon)
}

fn without_stop(phrases: Phrases, sentence: Sentence) -> usize {
    let mut end = sentence.end;
    while end > sentence.first && phrases.tokens[end - 1].kind == Kind::Stop {
        end -= 1;
    }
    end
}

/// Whether a clause stands before an attribution's comma, and not a mere circumstance such as
/// "On Monday,".
fn is_speech_before(phrases: Phrases, sentence: Sentence, comma: usize) -> bool {
    let links = phrases.tokens[sentence.first].is(Class::Conjunction);
    let begins = sentence.first + usize::from(links);
    let first = &phrases.tokens[begins];
    let participle = first.cue.is_some_and(|cue| matches!(cue.form, Form::Gerund | Form::Past));
    let circumstance = participle
        || first.is(Class::Preposition)
        || first.is(Class::Subordinator)
        || first.is(Class::Time)
        || first.is(Class::Adverb)
        || first.is(Class::Conjunction);
    let clause = !circumstance || has_clause_after(phrases, begins, comma);
    clause && first.quote().is_none() && comma > begins + FEWEST_WORDS
}

/// Whether what begins as a circumstance goes on with a clause of its own: "After ten years in
/// office, Lane has to go, …".
fn has_clause_after(phrases: Phrases, first: usize, end: usize) -> bool {
    // An article behind a phrase is its verb's object: "the law deserves a second look".
    let finite = |at: usize| {
        let token = &phrases.tokens[at];
        matches!(token.kind, Kind::Word(Class::Auxiliary | Class::Be | Class::Determiner))
            || token.cue.is_some_and(|cue| cue.form != Form::Gerund)
    };
    (first..end).filter(|&at| phrases.tokens[at].kind == Kind::Comma).any(|comma| {
        let subject = phrases.starting_at(comma + 1, end);
        subject.is_some_and(|it| (it.last + 1..end.min(it.last + 3)).any(finite))
    })
}

/// Past "on Monday", "that", ":" and commas to the reported clause itself.
fn skip_circumstances(phrases: Phrases, from: usize, end: usize) -> usize {
    let mut at = from;
    while at < end {
        let token = &phrases.tokens[at];
        let time = token.is(Class::Time) || token.is(Class::Adverb);
        let on_time =
            token.is(Class::Preposition) && at + 1 < end && phrases.tokens[at + 1].is(Class::Time);
        let link = token.is(Class::That) || matches!(token.kind, Kind::Comma | Kind::Colon);
        let day = token.is(Class::Number) && at > from && phrases.tokens[at - 1].is(Class::Time);
        if !(time || on_time || link || day) {
            break;
        }
        at += 1;
    }
    at
}
