//! Cues with their subjects: who says, within one sentence.

mod quoting;

use super::lexicon::Class;
use super::phrases::{Head, Phrase, Phrases};
use super::tokens::{Kind, Sentence, Token};
use crate::reading::cues::{self, Form, Strength};
use quoting::{quoted_as_saying, quoted_before, relayed};

/// A cue and the one who says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// The verb's token, or "according", or the noun.
    pub(super) at: usize,
    /// First and last token of the cue.
    pub(super) cue: (usize, usize),
    /// The speaker.
    pub(super) subject: Option<Phrase>,
    /// How surely the cue introduces words.
    pub(super) strength: Strength,
    /// Whether the speaker follows the cue: "said Ada Lane".
    pub(super) inverted: bool,
    /// Whether the cue is a noun: "her claim that".
    pub(super) noun: bool,
    /// Whether the cue may itself be part of what another cue reports: "hopes", "will say".
    pub(super) weak: bool,
}

/// The frames of a sentence, in order.
pub(super) fn read(phrases: Phrases, sentence: Sentence) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    for at in sentence.first..sentence.end {
        let token = &phrases.tokens[at];
        if !token.is_word() {
            continue;
        }
        let frame = if token.cue.is_some() && !is_noun_use(phrases, at, sentence) {
            verb(phrases, at, sentence, &frames)
        } else if phrases.word_is(at, &["put", "puts"]) && phrases.word_is(at + 1, &["it"]) {
            puts_it(phrases, at, sentence)
        } else if phrases.word_is(at, &["according"]) {
            according(phrases, at, sentence)
        } else {
            noun(phrases, at, sentence)
        };
        frames.extend(frame);
    }
    frames
}

/// The token before `at`, adverbs left out.
fn before(phrases: Phrases, at: usize, floor: usize) -> Option<usize> {
    (floor..at).rev().find(|&at| {
        let token = &phrases.tokens[at];
        !token.is(Class::Adverb) && !token.is(Class::Not)
    })
}

/// "The report", "his claims": a noun that looks like a verb.
fn is_noun_use(phrases: Phrases, at: usize, sentence: Sentence) -> bool {
    let token = &phrases.tokens[at];
    let Some(cue) = token.cue else { return false };
    let Some(before) = at.checked_sub(1).filter(|&before| before >= sentence.first) else {
        return matches!(cue.form, Form::Base | Form::Past);
    };
    let before = &phrases.tokens[before];
    let after_article = before.is(Class::Determiner)
        || before.possessive
        || before.is(Class::Preposition) && cue.form != Form::Gerund
        || phrases.word_is(at - 1, &["her"]);
    let ambiguous = matches!(cue.form, Form::Base | Form::Third);
    // "A Lane-style retort": one who has no "s" would retort with one.
    let style = before.is(Class::Capital)
        && cue.form == Form::Base
        && before.range.of(phrases.text).contains("-")
        && !before.range.of(phrases.text).ends_with('s');
    // "A Redport state delegate": neither would one who has no "s" state anything.
    let compound = before.is(Class::Capital)
        && phrases.word_is(at, &["state"])
        && phrases.tokens.get(at + 1).is_some_and(|next| next.is(Class::Lower))
        && phrases.is_speaker_noun(at + 1);
    if style || compound {
        return true;
    }
    after_article && !(before.is(Class::Determiner) && stands_alone(phrases, at - 1))
        || token.possessive
        || ambiguous
            && before.is(Class::Lower)
            && before.cue.is_none()
            && cue.form == Form::Base
            && !phrases.word_is(at - 1, &["critics", "officials", "people", "supporters", "who"])
            && !phrases.tokens[at - 1].range.of(phrases.text).ends_with('s')
}

fn stands_alone(phrases: Phrases, at: usize) -> bool {
    phrases
        .word_is(at, &["some", "many", "most", "several", "others", "few", "one", "another", "all"])
}

fn verb(phrases: Phrases, at: usize, sentence: Sentence, known: &[Frame]) -> Option<Frame> {
    let cue = phrases.tokens[at].cue?;
    let previous = before(phrases, at, sentence.first);
    let after_be = previous.is_some_and(|at| phrases.tokens[at].is(Class::Be));
    let described = at > sentence.first && phrases.word_is(at - 1, &["as"]);
    let by = phrases.tokens.get(at + 1).is_some_and(|token| token.is(Class::By));
    if cue.form == Form::Past && (after_be || described && by) {
        return passive(phrases, at, sentence);
    }
    if cue.form == Form::Past && names_a_thing(phrases, at, sentence) {
        return None;
    }
    if let Some(frame) = relayed(phrases, at, sentence).filter(|_| !after_be) {
        return Some(frame);
    }
    let (subject, inverted) = subject_of(phrases, at, sentence, known)?;
    let unreal = previous.is_some_and(|at| {
        phrases.tokens[at].is(Class::To)
            || phrases.tokens[at].is(Class::Auxiliary) && cue.form == Form::Base
    });
    let weak = unreal || cue.strength == Strength::Mind;
    let last = if inverted { at } else { cue_end(phrases, at, sentence, cue.has_addressee) };
    Some(Frame {
        at,
        cue: (at, last),
        subject,
        strength: cue.strength,
        inverted,
        noun: false,
        weak,
    })
}

/// Who is the subject of the verb at `at`, and whether he follows it; `None` where it is no cue.
fn subject_of(
    phrases: Phrases,
    at: usize,
    sentence: Sentence,
    known: &[Frame],
) -> Option<(Option<Phrase>, bool)> {
    let cue = phrases.tokens[at].cue?;
    let described = at > sentence.first && phrases.word_is(at - 1, &["as"]);
    let shared = || {
        let before = known.iter().rev();
        let mut subjects = before.filter_map(|frame| frame.subject.filter(|_| !frame.noun));
        subjects.next().or_else(|| phrases.main_subject(sentence.first, at))
    };
    let previous = before(phrases, at, sentence.first).map(|at| &phrases.tokens[at]);
    let Some(token) = previous else { return Some(plain_subject(phrases, at, sentence)) };
    let quoted = || described.then(|| quoted_before(phrases, at, sentence))?;
    if cue.form == Form::Gerund
        && let Some(quoted) = quoted()
    {
        return Some((Some(quoted), false));
    }
    Some(match () {
        () if cue.form == Form::Gerund && !token.is(Class::Be) => {
            (own_noun(phrases, at, sentence, token).or_else(shared), false)
        }
        () if token.is(Class::To) && phrases.word_is(at, &["quote"]) => {
            (phrases.starting_at(at + 1, sentence.end), true)
        }
        () if token.is(Class::To) || token.is(Class::Conjunction) => (shared(), false),
        () => plain_subject(phrases, at, sentence),
    })
}

/// The subject of a verb that stands by itself: behind it after a quotation, else before it.
fn plain_subject(phrases: Phrases, at: usize, sentence: Sentence) -> (Option<Phrase>, bool) {
    let right = follows_speech(phrases, at, sentence)
        .then(|| inverted_subject(phrases, at, sentence))
        .flatten();
    if right.is_some() {
        return (right, true);
    }
    let left = phrases.subject_left(at, after_quote(phrases, at, sentence));
    if left.is_some() {
        return (left, false);
    }
    let late = late_inversion(phrases, at, sentence);
    (late, late.is_some())
}

/// The last token of a cue: "told reporters" is one.
fn cue_end(phrases: Phrases, at: usize, sentence: Sentence, has_addressee: bool) -> usize {
    if !has_addressee {
        return at;
    }
    let addressee = phrases.starting_at(at + 1, sentence.end);
    addressee.filter(|phrase| phrase.last < at + 7).map_or(at, |phrase| phrase.last)
}

/// First token of the clause after the last quotation before `at`.
fn after_quote(phrases: Phrases, at: usize, sentence: Sentence) -> usize {
    (sentence.first..at)
        .rev()
        .find(|&at| phrases.tokens[at].quote().is_some())
        .map_or(sentence.first, |quote| quote + 1)
}

/// Whether the verb stands directly after a quotation: `"…," said`.
fn follows_speech(phrases: Phrases, at: usize, sentence: Sentence) -> bool {
    let previous = (sentence.first..at).rev().find(|&at| {
        !matches!(phrases.tokens[at].kind, Kind::Comma | Kind::Dash)
            && !phrases.tokens[at].is(Class::Adverb)
    });
    previous.is_some_and(|at| phrases.tokens[at].quote().is_some())
}

fn inverted_subject(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Phrase> {
    let next = (at + 1..sentence.end)
        .find(|&at| !phrases.tokens[at].is(Class::Adverb) && !phrases.tokens[at].is(Class::Time))?;
    phrases.starting_at(next, sentence.end)
}

/// "The plan has failed, said Ada Lane."
fn late_inversion(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Phrase> {
    let after_comma = at > sentence.first && phrases.tokens[at - 1].kind == Kind::Comma;
    let saying = phrases.tokens[at].cue.is_some_and(|cue| cue.strength == Strength::Saying);
    (after_comma && saying).then(|| inverted_subject(phrases, at, sentence))?
}

/// "Was described by Ada Lane as": the speaker follows "by".
fn passive(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Frame> {
    if phrases.word_is(at, &["quoted", "cited"]) {
        return quoted_as_saying(phrases, at, sentence);
    }
    let by = (at + 1..sentence.end.min(at + 5)).find(|&at| phrases.tokens[at].is(Class::By))?;
    let subject = phrases.starting_at(by + 1, sentence.end);
    let strength = phrases.tokens[at].cue?.strength;
    Some(Frame { at, cue: (at, by), subject, strength, inverted: true, noun: false, weak: false })
}

/// "A group called X", "a speech titled X": a name, not an act.
fn names_a_thing(phrases: Phrases, at: usize, sentence: Sentence) -> bool {
    if !phrases.word_is(at, &["called", "named", "titled", "dubbed", "known", "termed", "labeled"])
    {
        return false;
    }
    let Some(noun) = at.checked_sub(1).filter(|&noun| noun > sentence.first) else { return false };
    let token = &phrases.tokens[noun];
    if phrases.word_is(at, &["titled", "named"]) {
        return token.is(Class::Lower);
    }
    token.is(Class::Lower) && !super::lexicon::is_speaker(token.range.of(phrases.text))
}

/// Things that say what is written on them.
const SAYING_THINGS: [&str; 14] = [
    "report",
    "study",
    "poll",
    "survey",
    "article",
    "editorial",
    "memo",
    "sign",
    "signs",
    "hat",
    "banner",
    "poster",
    "ad",
    "shirt",
];

/// "A memo saying", "with a rival saying": the noun that a participle describes.
fn own_noun(phrases: Phrases, at: usize, sentence: Sentence, before: &Token) -> Option<Phrase> {
    if let Some(company) = with_company(phrases, at, sentence) {
        return Some(company);
    }
    if !(before.is(Class::Lower) || before.is(Class::Capital)) || at == sentence.first {
        return None;
    }
    let last = self::before(phrases, at, sentence.first)?;
    let noun = phrases.simple_ending_at(last, sentence.first)?;
    let word = phrases.tokens[at - 1].range.of(phrases.text);
    (noun.head == Head::Noun && SAYING_THINGS.contains(&word)).then_some(noun)
}

/// "With many of the marchers chanting": the subject of a participle after "with".
fn with_company(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Phrase> {
    let with = (sentence.first..at).rev().take(8).find(|&at| phrases.word_is(at, &["with"]))?;
    let plain = (with + 1..at).all(|at| {
        let token = &phrases.tokens[at];
        token.is_word() && (!token.is(Class::Preposition) || phrases.word_is(at, &["of"]))
    });
    (plain && with + 1 < at).then(|| {
        let whole = Phrase::plain(with + 1, at - 1, Head::Noun);
        phrases.starting_at(with + 1, at).unwrap_or(whole)
    })
}

/// "As Ada Lane put it", "Ada Lane put it like this".
fn puts_it(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Frame> {
    let subject = phrases.subject_left(at, after_quote(phrases, at, sentence))?;
    Some(Frame {
        at,
        cue: (at, at + 1),
        subject: Some(subject),
        strength: Strength::Saying,
        inverted: false,
        noun: false,
        weak: false,
    })
}

/// "According to Ada Lane"
fn according(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Frame> {
    if !phrases.tokens.get(at + 1).is_some_and(|token| token.is(Class::To)) {
        return None;
    }
    let subject = phrases.starting_at(at + 2, sentence.end);
    let cue = (at, at + 1);
    Some(Frame {
        at,
        cue,
        subject,
        strength: Strength::Saying,
        inverted: true,
        noun: false,
        weak: false,
    })
}

/// "Ada Lane's claim", "a statement from Ada Lane", "in the words of Ada Lane".
fn noun(phrases: Phrases, at: usize, sentence: Sentence) -> Option<Frame> {
    let token = &phrases.tokens[at];
    let mut buffer = [0u8; 20];
    let word = token.range.of(phrases.text);
    if word.len() > 20 || !cues::is_noun(super::words::lowered(word, &mut buffer)) {
        return None;
    }
    let owner = owner_before(phrases, at, sentence.first);
    let maker = phrases.tokens.get(at + 1).filter(|_| at + 1 < sentence.end).and_then(|next| {
        let links = next.is(Class::By) || phrases.word_is(at + 1, &["from", "of"]);
        links.then(|| phrases.starting_at(at + 2, sentence.end)).flatten()
    });
    let subject = Some(owner.or(maker)?);
    Some(Frame {
        at,
        cue: (at, at),
        subject,
        strength: Strength::Act,
        inverted: false,
        noun: true,
        weak: true,
    })
}

/// The owner in "Ada Lane's (own) claim", "his claim".
fn owner_before(phrases: Phrases, at: usize, floor: usize) -> Option<Phrase> {
    for owner in (floor..at).rev().take(4) {
        let token = &phrases.tokens[owner];
        let own = phrases.word_is(owner, &["his", "her", "their", "its"]);
        if own {
            return Some(Phrase::plain(owner, owner, Head::Pronoun));
        }
        if token.possessive {
            let plain = phrases.tokens[owner].is(Class::Capital) || token.is(Class::Lower);
            let whole = phrases.ending_at(owner, floor);
            // "In Ada Lane's view": nothing that the preposition belongs to stands before it.
            let bare = || {
                let leads = owner > floor && phrases.tokens[floor].is(Class::Preposition);
                let name = phrases.simple_ending_at(owner, floor).filter(|_| leads)?;
                (name.first == floor + 1).then_some(name)
            };
            return plain.then(|| whole.or_else(bare)).flatten();
        }
        if !token.is(Class::Lower) && !token.is(Class::Time) && !token.is(Class::Number) {
            return None;
        }
    }
    None
}
