//! Words and punctuation of the narration.

use super::lexicon::{self, Class};
use super::tokens::{Kind, Token, opens_clause};
use crate::reading::cues::{self, CueVerb, Form, Strength};
use crate::text::TextRange;

/// Appends the tokens of `range`; the sentence began with token `first`.
pub(super) fn read(text: &str, range: TextRange, first: usize, tokens: &mut Vec<Token>) {
    let mut at = range.start;
    while at < range.end {
        let Some(character) = text[at..range.end].chars().next() else { break };
        let width = character.len_utf8();
        if character.is_alphanumeric() || matches!(character, '@' | '#') {
            let end = word_end(text, at, range.end);
            let initial = tokens.len() == first || tokens.last().is_some_and(opens_clause);
            tokens.push(word(text, TextRange::new(at, end), initial));
            mark_retort(text, tokens);
            mark_participle(text, tokens);
            at = after_possessive(text, tokens, end, range.end);
            continue;
        }
        let goes_on = character == '-'
            && tokens.last().is_some_and(|last| last.kind == Kind::Dash && last.range.end == at);
        let kind = match character {
            _ if goes_on => None,
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

/// Makes a cue of "shot back", "fired back".
fn mark_retort(text: &str, tokens: &mut [Token]) {
    let [.., verb, back] = tokens else { return };
    let strikes =
        ["shot", "fired", "hit", "punched", "pushed", "struck", "snapped", "fires", "hits"];
    if back.range.of(text) == "back" && strikes.contains(&verb.range.of(text)) {
        verb.cue =
            Some(CueVerb { strength: Strength::Saying, form: Form::Past, has_addressee: false });
    }
}

/// Behind an article a participle describes or names: "the ruling party", "a warning".
fn mark_participle(text: &str, tokens: &mut [Token]) {
    let [.., article, participle] = tokens else { return };
    let describes = ["the", "a", "an"].contains(&article.range.of(text))
        && participle.cue.is_some_and(|cue| cue.form == Form::Gerund);
    if describes {
        participle.cue = None;
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
