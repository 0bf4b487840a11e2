//! The narration of a text as tokens: quotations are opaque, so that nothing inside them can be
//! taken for a speaker or a cue.

use super::lexicon::{self, Class};
use super::words;
use crate::reading::cues::CueVerb;
use crate::reading::markup::BlockKind;
use crate::reading::names::{NameKind, Names};
use crate::reading::paragraphs::Paragraph;
use crate::reading::quotations::Quotation;
use crate::text::TextRange;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word and its class.
    Word(Class),
    /// The quotation with this number.
    Quote(usize),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// A dash between spaces, or an em dash.
    Dash,
    /// `(` and `[`
    Open,
    /// `)` and `]`
    Close,
    /// `.`, `!`, `?`, `…`
    Stop,
}

/// A token of the narration.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) range: TextRange,
    pub(super) kind: Kind,
    pub(super) cue: Option<CueVerb>,
    /// Whether `'s` follows the word.
    pub(super) possessive: bool,
    /// Whether the word begins with a capital.
    pub(super) capital: bool,
    /// Whether the word belongs to a name, and to one of a place or of a person.
    pub(super) named: bool,
    pub(super) place: bool,
    pub(super) person: bool,
}

impl Token {
    pub(super) fn is(&self, class: Class) -> bool {
        self.kind == Kind::Word(class)
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word(_))
    }

    pub(super) fn quote(&self) -> Option<usize> {
        match self.kind {
            Kind::Quote(number) => Some(number),
            _ => None,
        }
    }
}

/// A sentence of the narration: a sentence inside a quotation does not end it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    /// First and last-but-one token.
    pub(super) first: usize,
    pub(super) end: usize,
    /// The number of its paragraph.
    pub(super) paragraph: usize,
    /// Where that paragraph ends, in bytes.
    pub(super) paragraph_end: usize,
    /// Whether it stands in a footnote, apart from the running text.
    pub(super) is_note: bool,
}

/// A text's narration.
#[derive(Debug, Default)]
pub(super) struct Narration {
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
}

/// Longer sentences (in tokens) are cut, which keeps the reading of a text without full stops
/// linear.
const LONGEST_SENTENCE: usize = 300;

/// Reads the narration of `paragraphs`.
pub(super) fn read(
    text: &str,
    paragraphs: &[Paragraph],
    sentences: &[TextRange],
    quotations: &[Quotation],
    names: &Names,
) -> Narration {
    let mut narration = Narration::default();
    let mut quotation = 0;
    let mut sentence = 0;
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let range = paragraph.range;
        let place =
            Place { number, end: range.end, is_note: paragraph.kind == BlockKind::Footnote };
        let mut at = range.start;
        let mut first = narration.tokens.len();
        while at < range.end {
            while quotations.get(quotation).is_some_and(|q| q.outer.start < at || q.depth > 0) {
                quotation += 1;
            }
            let next = quotations.get(quotation).map(|q| q.outer).filter(|q| q.start < range.end);
            let stop = next.map_or(range.end, |outer| outer.start);
            // Narration up to the next quotation, a sentence at a time.
            while at < stop {
                while sentences.get(sentence).is_some_and(|s| s.end <= at) {
                    sentence += 1;
                }
                let end = sentences.get(sentence).map_or(stop, |s| s.end).clamp(at, stop);
                let end = if end == at { stop } else { end };
                words::read(text, TextRange::new(at, end), first, &mut narration.tokens);
                at = end;
                if sentences.get(sentence).is_some_and(|s| s.end == end) {
                    close(&mut narration, &mut first, place);
                }
            }
            if let Some(outer) = next {
                narration.tokens.push(quote(outer, quotation));
                quotation += 1;
                at = outer.end.max(at);
                while sentences.get(sentence).is_some_and(|s| s.end < at) {
                    sentence += 1;
                }
                if sentences.get(sentence).is_some_and(|s| s.end == at) {
                    close(&mut narration, &mut first, place);
                }
            }
        }
        close(&mut narration, &mut first, place);
    }
    mark_names(text, &mut narration, names);
    narration
}

/// Marks the names of places, and takes the capital of a sentence's beginning for no name where
/// the word is none.
fn mark_names(text: &str, narration: &mut Narration, names: &Names) {
    if names.mentions.is_empty() {
        return;
    }
    let mut next = 0;
    let mut initial = true;
    for at in 0..narration.tokens.len() {
        let (token, following) = match &mut narration.tokens[at..] {
            [token, following, ..] => (token, Some(&*following)),
            [token] => (token, None),
            [] => return,
        };
        while names.mentions.get(next).is_some_and(|name| name.range.end <= token.range.start) {
            next += 1;
        }
        let mention = names.mentions.get(next).filter(|name| name.range.overlaps(token.range));
        match mention {
            Some(mention) => {
                let kind = names.entities.get(mention.entity).map(|entity| entity.kind);
                token.named = true;
                token.place = kind == Some(NameKind::Place);
                token.person = kind == Some(NameKind::Person);
            }
            None if initial
                && token.is(Class::Capital)
                && is_plain(token.range.of(text))
                && !following.is_some_and(|next| is_office(text, next)) =>
            {
                token.kind = Kind::Word(Class::Lower);
            }
            None => {}
        }
        initial = opens_clause(token);
    }
}

/// Whether a word is written as an office, of which the word before it is a part: "Prime
/// *Minister*".
fn is_office(text: &str, token: &Token) -> bool {
    token.is(Class::Capital) && lexicon::is_person(&token.range.of(text).to_lowercase())
}

/// "Officials", but not "UPI" or "@ada".
fn is_plain(word: &str) -> bool {
    word.chars().skip(1).all(|c| c.is_lowercase()) && word.chars().count() > 1
}

/// Where sentences stand.
#[derive(Clone, Copy)]
struct Place {
    number: usize,
    end: usize,
    is_note: bool,
}

impl Place {
    fn sentence(self, first: usize, end: usize) -> Sentence {
        let Self { number, end: paragraph_end, is_note } = self;
        Sentence { first, end, paragraph: number, paragraph_end, is_note }
    }
}

fn close(narration: &mut Narration, first: &mut usize, place: Place) {
    let end = narration.tokens.len();
    while end > *first + LONGEST_SENTENCE {
        let cut = *first + LONGEST_SENTENCE;
        narration.sentences.push(place.sentence(*first, cut));
        *first = cut;
    }
    if end > *first {
        narration.sentences.push(place.sentence(*first, end));
        *first = end;
    }
}

fn quote(range: TextRange, number: usize) -> Token {
    Token {
        range,
        kind: Kind::Quote(number),
        cue: None,
        possessive: false,
        capital: false,
        place: false,
        named: false,
        person: false,
    }
}

/// Whether a capital after this token may be that of a sentence's beginning.
pub(super) fn opens_clause(token: &Token) -> bool {
    matches!(token.kind, Kind::Colon | Kind::Dash | Kind::Quote(_) | Kind::Stop)
}
