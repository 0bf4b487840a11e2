//! The narration of a text as tokens: quotations are opaque, so that nothing inside them can be
//! taken for a speaker or a cue.

use super::lexicon::{self, Class};
use crate::reading::cues::{self, CueVerb};
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
}

/// A text's narration.
#[derive(Debug, Default)]
pub(super) struct Narration {
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
}

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
                words(text, TextRange::new(at, end), first, &mut narration.tokens);
                at = end;
                if sentences.get(sentence).is_some_and(|s| s.end == end) {
                    close(&mut narration, &mut first, number);
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
                    close(&mut narration, &mut first, number);
                }
            }
        }
        close(&mut narration, &mut first, number);
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
    for token in &mut narration.tokens {
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
            None if initial && token.is(Class::Capital) && is_plain(token.range.of(text)) => {
                token.kind = Kind::Word(Class::Lower);
            }
            None => {}
        }
        initial = opens_clause(token);
    }
}

/// "Officials", but not "UPI" or "@ada".
fn is_plain(word: &str) -> bool {
    word.chars().skip(1).all(|c| c.is_lowercase()) && word.chars().count() > 1
}

fn close(narration: &mut Narration, first: &mut usize, paragraph: usize) {
    let end = narration.tokens.len();
    if end > *first {
        narration.sentences.push(Sentence { first: *first, end, paragraph });
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

/// Appends the tokens of `range`; the sentence began with token `first`.
fn words(text: &str, range: TextRange, first: usize, tokens: &mut Vec<Token>) {
    let mut at = range.start;
    while at < range.end {
        let Some(character) = text[at..range.end].chars().next() else { break };
        let width = character.len_utf8();
        if character.is_alphanumeric() || matches!(character, '@' | '#') {
            let end = word_end(text, at, range.end);
            let initial = tokens.len() == first || tokens.last().is_some_and(opens_clause);
            tokens.push(word(text, TextRange::new(at, end), initial));
            at = after_possessive(text, tokens, end, range.end);
            continue;
        }
        let kind = match character {
            ',' => Some(Kind::Comma),
            ':' => Some(Kind::Colon),
            ';' => Some(Kind::Semicolon),
            '—' | '–' | '―' => Some(Kind::Dash),
            '-' if is_spaced(text, at) => Some(Kind::Dash),
            '(' | '[' => Some(Kind::Open),
            ')' | ']' => Some(Kind::Close),
            '.' | '!' | '?' | '…' => Some(Kind::Stop),
            _ => None,
        };
        if let Some(kind) = kind {
            let range = TextRange::new(at, at + width);
            tokens.push(Token {
                range,
                kind,
                cue: None,
                possessive: false,
                capital: false,
                place: false,
                named: false,
                person: false,
            });
        }
        at += width;
    }
}

fn is_spaced(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let before = at == 0 || bytes[at - 1].is_ascii_whitespace() || bytes[at - 1] == b'-';
    before || bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace)
}

/// The end of the word that begins at `start`: inner apostrophes, hyphens and the full stops of
/// "U.S." and "Mr." belong to it; a possessive `'s` does not.
fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let mut end = start;
    let mut characters = text[start..limit].char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let joins = match character {
            '\'' | '’' => {
                next.is_some_and(char::is_alphabetic) && !is_possessive(&text[start + at..limit])
            }
            '-' | '‑' | '&' | '_' | '/' => next.is_some_and(char::is_alphanumeric),
            '.' => {
                next.is_some_and(char::is_alphanumeric) || is_abbreviated(&text[start..start + at])
            }
            ',' => {
                next.is_some_and(|c| c.is_ascii_digit())
                    && at > 0
                    && text.as_bytes()[start + at - 1].is_ascii_digit()
            }
            '@' | '#' => at == 0,
            '\u{ad}' => true,
            _ => character.is_alphanumeric(),
        };
        if !joins {
            break;
        }
        end = start + at + character.len_utf8();
    }
    end.max(start + text[start..].chars().next().map_or(1, char::len_utf8))
}

/// "Mr", "J", "U.S": the full stop belongs to the word.
fn is_abbreviated(word: &str) -> bool {
    if word.contains('.') || word.chars().count() == 1 {
        return word.chars().next().is_some_and(char::is_alphabetic);
    }
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Sen"
            | "Sens"
            | "Rep"
            | "Reps"
            | "Gov"
            | "Gen"
            | "Col"
            | "Lt"
            | "Capt"
            | "Maj"
            | "Sgt"
            | "Adm"
            | "Prof"
            | "Rev"
            | "Jr"
            | "Sr"
            | "St"
            | "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "Jun"
            | "Jul"
            | "Aug"
            | "Sept"
            | "Sep"
            | "Oct"
            | "Nov"
            | "Dec"
            | "Inc"
            | "Co"
            | "Corp"
            | "Ltd"
            | "No"
            | "Messrs"
            | "vs"
    )
}

/// Whether `'s` begins here, and ends a word.
fn is_possessive(rest: &str) -> bool {
    let after = rest.strip_prefix(['\'', '’']).and_then(|rest| rest.strip_prefix(['s', 'S']));
    after.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn after_possessive(text: &str, tokens: &mut [Token], at: usize, limit: usize) -> usize {
    let rest = &text[at..limit];
    let Some(token) = tokens.last_mut() else { return at };
    if is_possessive(rest) {
        token.possessive = true;
        return at + rest.chars().next().map_or(0, char::len_utf8) + 1;
    }
    if text[..at].ends_with(['s', 'S']) && rest.starts_with(['\'', '’']) {
        token.possessive = true;
        return at + rest.chars().next().map_or(0, char::len_utf8);
    }
    at
}

/// Words longer than this are in no list.
const LONGEST_LISTED: usize = 20;

/// Whether a capital after this token may be that of a sentence's beginning.
fn opens_clause(token: &Token) -> bool {
    matches!(token.kind, Kind::Colon | Kind::Dash | Kind::Quote(_) | Kind::Stop)
}

fn word(text: &str, range: TextRange, initial: bool) -> Token {
    let word = range.of(text);
    let capital = word.starts_with(char::is_uppercase);
    let mut token = Token {
        range,
        kind: Kind::Word(open_class(word, capital)),
        cue: None,
        possessive: false,
        capital,
        place: false,
        named: false,
        person: false,
    };
    if word.len() > LONGEST_LISTED || token.is(Class::Number) {
        return token;
    }
    let mut buffer = [0u8; LONGEST_LISTED];
    let lower = lowered(word, &mut buffer);
    let class = lexicon::class_of(lower);
    if capital && !initial {
        // Inside a sentence a capital makes a name, save for "I", weekdays and months.
        let stays = matches!(class, Some(Class::Time)) || word == "I" || word == "The";
        if let Some(class) = class.filter(|_| stays) {
            token.kind = Kind::Word(class);
        }
        return token;
    }
    token.cue = cues::verb(lower);
    if let Some(class) = class {
        token.kind = Kind::Word(class);
    } else if lower.len() > 4 && lower.ends_with("ly") && !capital && !lexicon::is_ly_noun(lower) {
        token.kind = Kind::Word(Class::Adverb);
    }
    token
}

/// The class of a word by its first character.
fn open_class(word: &str, capital: bool) -> Class {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        Class::Number
    } else if capital || word.starts_with(['@', '#']) {
        Class::Capital
    } else {
        Class::Lower
    }
}

/// `word` in ASCII lower case, with straight apostrophes left as they are.
pub(super) fn lowered<'b>(word: &str, buffer: &'b mut [u8; LONGEST_LISTED]) -> &'b str {
    let length = word.len().min(LONGEST_LISTED);
    let bytes = &mut buffer[..length];
    bytes.copy_from_slice(&word.as_bytes()[..length]);
    bytes.make_ascii_lowercase();
    std::str::from_utf8(bytes).unwrap_or_default()
}
