//! Which frame of its sentence a quotation belongs to.

use super::frames::Frame;
use super::lexicon::Class;
use super::phrases::{Head, Phrase, Phrases};
use super::tokens::{Kind, Sentence};
use crate::reading::cues::Strength;

/// By what a quotation was given to its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Ground {
    /// The attribution follows directly: `"…," she said`.
    After,
    /// It stands directly before: `She said: "…"`.
    Before,
    /// A cue further to the left in the sentence.
    Left,
    /// A cue at the end of the sentence: `The "…" plan failed, she said`.
    Trailing,
    /// A name and a colon, or a name after a dash.
    Label,
    /// The subject of the sentence.
    Subject,
    /// An earlier piece of the same utterance.
    Turn,
    /// The sentence before, in the same paragraph.
    Sentence,
    /// The paragraph before, which introduces it with a colon.
    Introduced,
    /// The paragraph before.
    Paragraph,
}

/// A choice: the speaker, the cue, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) speaker: Option<Phrase>,
    pub(super) cue: Option<(usize, usize)>,
    pub(super) ground: Ground,
}

impl Choice {
    fn of(frame: &Frame, ground: Ground) -> Self {
        Self { speaker: frame.subject, cue: Some(frame.cue), ground }
    }
}

/// What is known of the quotation to be given away.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    /// Its token.
    pub(super) at: usize,
    /// Its words.
    pub(super) content: &'t str,
    /// Whether it is a whole utterance.
    pub(super) whole: bool,
}

/// The attribution of a quotation within its sentence.
pub(super) fn within(
    phrases: Phrases,
    sentence: Sentence,
    frames: &[Frame],
    piece: Piece,
) -> Option<Choice> {
    label(phrases, sentence, piece)
        .or_else(|| viewed(phrases, sentence, piece))
        .or_else(|| directly_before(phrases, sentence, frames, piece))
        .or_else(|| after(phrases, sentence, frames, piece))
        .or_else(|| left(phrases, sentence, frames, piece, |frame| !frame.weak))
        .or_else(|| trailing(phrases, sentence, frames, piece))
        .or_else(|| left(phrases, sentence, frames, piece, |frame| !frame.noun))
        .or_else(|| left(phrases, sentence, frames, piece, |_| true))
        .or_else(|| {
            subject(phrases, sentence, piece)
                .filter(|_| !is_said_later(phrases, sentence, frames, piece))
        })
}

/// Whether a verb of saying follows whose subject cannot be told: `Lane's "…," the order released
/// on Friday said`.
fn is_said_later(phrases: Phrases, sentence: Sentence, frames: &[Frame], piece: Piece) -> bool {
    let pauses = piece.content.ends_with(',');
    let ends = |at: usize| at + 1 >= sentence.end || !phrases.tokens[at + 1].is_word();
    let mut later = frames.iter().filter(|frame| frame.at > piece.at);
    pauses
        && later.any(|frame| {
            frame.strength == Strength::Saying && frame.subject.is_none() && ends(frame.at)
        })
}

/// `For Ada Lane, "…"`: perhaps her words, perhaps about her, and not those of whoever spoke before.
fn viewed(phrases: Phrases, sentence: Sentence, piece: Piece) -> Option<Choice> {
    let name = phrases.starting_at(sentence.first + 1, piece.at)?;
    let comma = name.last + 2 == piece.at && phrases.tokens[name.last + 1].kind == Kind::Comma;
    let led = phrases.word_is(sentence.first, &["for", "to"]) && comma;
    (led && name.head == Head::Name).then_some(Choice {
        speaker: None,
        cue: None,
        ground: Ground::Label,
    })
}

/// A cue that stands so close before the quotation that no other can claim it.
fn directly_before(
    phrases: Phrases,
    sentence: Sentence,
    frames: &[Frame],
    piece: Piece,
) -> Option<Choice> {
    let colon = piece.at > sentence.first && phrases.tokens[piece.at - 1].kind == Kind::Colon;
    let frame = frames.iter().rev().find(|frame| frame.cue.0 < piece.at && !frame.inverted)?;
    let end = last_of(frame);
    let quotes_between = (end..piece.at).any(|at| phrases.tokens[at].quote().is_some());
    if quotes_between || frame.subject.is_none() || frame.noun && !colon || frame.weak {
        return None;
    }
    let between = piece.at - end - 1;
    let pauses = piece.at > sentence.first && phrases.tokens[piece.at - 1].kind == Kind::Comma;
    let near =
        between <= 1 || colon || (pauses && between <= 9 && frame.strength == Strength::Saying);
    near.then(|| Choice::of(frame, Ground::Before))
}

fn last_of(frame: &Frame) -> usize {
    match frame.subject {
        Some(subject) if frame.inverted => subject.last.max(frame.cue.1),
        _ => frame.cue.1,
    }
}

/// `"…," she said`, `"…," said she`, `"…," according to her`.
fn after(phrases: Phrases, sentence: Sentence, frames: &[Frame], piece: Piece) -> Option<Choice> {
    let mut start = piece.at + 1;
    let pauses = piece.content.ends_with([',', '.', '?', '!', '…', '—', '–', '-', ';']);
    let comma =
        start < sentence.end && matches!(phrases.tokens[start].kind, Kind::Comma | Kind::Dash);
    if comma {
        start += 1;
    }
    if !(pauses || comma) {
        return None;
    }
    let frame = frames.iter().find(|frame| frame.at >= start && !frame.noun)?;
    let subject = frame.subject?;
    if (start..frame.at).any(|at| phrases.tokens[at].quote().is_some()) {
        return None;
    }
    let begins = if frame.inverted { frame.at } else { subject.first };
    let near = begins >= start && begins <= start + 3 && frame.at <= start + 40;
    let leads = (start..begins).all(|at| {
        let token = &phrases.tokens[at];
        token.is(Class::Adverb)
            || token.is(Class::Lower) && token.cue.is_none()
            || phrases.word_is(at, &["as", "then", "and", "to"])
    });
    let close = frame.at <= start + 4;
    let says = match frame.strength {
        Strength::Saying => true,
        Strength::Act => piece.whole,
        Strength::Mind => piece.whole && close,
    };
    (near && leads && says).then(|| Choice::of(frame, Ground::After))
}

/// `ADA LANE: "…"`, and `"…" — Ada Lane` at the end.
fn label(phrases: Phrases, sentence: Sentence, piece: Piece) -> Option<Choice> {
    let speaker = if piece.at > sentence.first && phrases.tokens[piece.at - 1].kind == Kind::Colon {
        let phrase = phrases.ending_at(piece.at.checked_sub(2)?, sentence.first)?;
        let begins =
            phrase.first == sentence.first || phrases.tokens[phrase.first - 1].kind == Kind::Dash;
        let inverted = begins && says(phrases, sentence.first, phrase);
        if inverted {
            let mention = (phrase.mention.0 + 1, phrase.mention.1);
            let speaker = Phrase { first: mention.0, mention, naming: mention, ..phrase };
            let cue = Some((sentence.first, sentence.first));
            return Some(Choice { speaker: Some(speaker), cue, ground: Ground::Label });
        }
        (begins && phrase.head != Head::Pronoun).then_some(phrase)
    } else if phrases.tokens.get(piece.at + 1).is_some_and(|token| token.kind == Kind::Open) {
        in_brackets(phrases, sentence, piece)
    } else if phrases.tokens.get(piece.at + 1).is_some_and(|token| token.kind == Kind::Dash) {
        let phrase = phrases.starting_at(piece.at + 2, sentence.end)?;
        let whole = phrase.head == Head::Name && piece.at == sentence.first;
        whole.then_some(phrase)
    } else {
        None
    };
    speaker.map(|speaker| Choice { speaker: Some(speaker), cue: None, ground: Ground::Label })
}

/// `Said Ada Lane: "…"`
fn says(phrases: Phrases, first: usize, name: Phrase) -> bool {
    let past = phrases.word_is(first, &["said", "says", "replied", "answered", "added", "asked"]);
    past && name.mention.0 == first && name.mention.1 > first
}

/// `"…" (Lane)`: a person's name alone in brackets behind a whole sentence's quotation.
fn in_brackets(phrases: Phrases, sentence: Sentence, piece: Piece) -> Option<Phrase> {
    const LEAST_WORDS: usize = 4;
    let name = phrases.starting_at(piece.at + 2, sentence.end)?;
    let closed = phrases.tokens.get(name.last + 1).is_some_and(|token| token.kind == Kind::Close);
    let person = (name.first..=name.last).all(|at| phrases.tokens[at].person);
    let alone = piece.at == sentence.first && name.head == Head::Name && closed && person;
    (alone && piece.content.split_whitespace().count() >= LEAST_WORDS).then_some(name)
}

/// The nearest cue to the left among those that are `wanted`; what one cue reports inside of what
/// another reports belongs to the outer one.
fn left(
    phrases: Phrases,
    sentence: Sentence,
    frames: &[Frame],
    piece: Piece,
    wanted: fn(&Frame) -> bool,
) -> Option<Choice> {
    let speaks = |frame: &&Frame| {
        let subject = frame.subject.is_some_and(|subject| subject.first < piece.at);
        frame.cue.0 < piece.at && subject && wanted(frame)
    };
    let best = frames.iter().rev().find(speaks)?;
    // A sentence that began anew after a semicolon.
    let parted = (best.at..piece.at).any(|at| phrases.tokens[at].kind == Kind::Semicolon);
    if parted && piece.whole && sentence.first < best.at {
        return None;
    }
    let adjacent = last_of(best) + 2 >= piece.at;
    let outer = frames.iter().find(|outer| !adjacent && holds(phrases, sentence, outer, best));
    Some(Choice::of(outer.unwrap_or(best), Ground::Left))
}

/// Whether `inner` is part of what `outer` reports: "Ada said that Ben called …".
fn holds(phrases: Phrases, sentence: Sentence, outer: &Frame, inner: &Frame) -> bool {
    let (Some(_), Some(subject)) = (outer.subject, inner.subject) else { return false };
    let says = outer.strength == Strength::Saying && !outer.weak && !outer.noun && !outer.inverted;
    let nested = outer.cue.1 < subject.first && subject.first < inner.cue.0;
    let coordinate = subject.first > 0
        && (phrases.tokens[subject.first - 1].is(Class::Conjunction)
            || phrases.word_is(subject.first - 1, &["while", "after", "as", "when"]));
    // "While Ada said so, Ben said that …"
    let clause = phrases.tokens[sentence.first].is(Class::Subordinator)
        || phrases.tokens[sentence.first].is(Class::Preposition);
    let main = clause && subject.first > 0 && phrases.tokens[subject.first - 1].kind == Kind::Comma;
    let quoted = (outer.at..inner.at).any(|at| phrases.tokens[at].quote().is_some());
    // "Ada explained it; Ben said that …"
    let parted = (outer.at..subject.first).any(|at| phrases.tokens[at].kind == Kind::Semicolon);
    says && nested && !coordinate && !main && !quoted && !parted
}

/// `The "…" plan failed, she said.`
fn trailing(
    phrases: Phrases,
    sentence: Sentence,
    frames: &[Frame],
    piece: Piece,
) -> Option<Choice> {
    let frame = frames
        .iter()
        .rev()
        .find(|frame| frame.at > piece.at && frame.strength == Strength::Saying && !frame.noun)?;
    let subject = frame.subject?;
    let begins = if frame.inverted { frame.at } else { subject.first };
    let comma = begins > sentence.first
        && matches!(phrases.tokens[begins - 1].kind, Kind::Comma | Kind::Dash | Kind::Quote(_));
    comma.then(|| Choice::of(frame, Ground::Trailing))
}

/// The subject of the sentence, where no cue is known and the quotation follows it closely.
fn subject(phrases: Phrases, sentence: Sentence, piece: Piece) -> Option<Choice> {
    let speaker = phrases.main_subject(sentence.first, piece.at)?;
    let near = speaker.last < piece.at && piece.at - speaker.last <= FARTHEST_SUBJECT;
    let can_speak = match speaker.head {
        Head::Name => !phrases.tokens[speaker.mention.1].place,
        Head::Pronoun => phrases.word_is(speaker.first, &["he", "she", "they"]),
        Head::Noun => phrases.is_speaker_noun(speaker.last),
    };
    let clause = (speaker.last..piece.at).any(|at| {
        phrases.tokens[at].is(Class::Relative) || phrases.tokens[at].kind == Kind::Semicolon
    });
    (near && can_speak && !clause).then_some(Choice {
        speaker: Some(speaker),
        cue: None,
        ground: Ground::Subject,
    })
}

/// A subject further away than this many tokens may have nothing to do with a quotation.
const FARTHEST_SUBJECT: usize = 12;

/// Whether nothing but quotations and punctuation stands in a sentence.
/// and asides of a word or two in brackets: `"…" (it).`
pub(super) fn is_bare(phrases: Phrases, sentence: Sentence) -> bool {
    let kind = |at: usize| phrases.tokens.get(at).map(|token| token.kind);
    let bracketed = |at: usize| {
        let opened = at > sentence.first && kind(at - 1) == Some(Kind::Open);
        opened && kind(at + 1) == Some(Kind::Close) && !phrases.tokens[at].capital
    };
    (sentence.first..sentence.end).all(|at| {
        let token = &phrases.tokens[at];
        !token.is_word() || token.is(Class::Conjunction) || bracketed(at)
    })
}
