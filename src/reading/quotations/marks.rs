//! The quotation marks of a paragraph, and on which side of a quotation each may stand.

use super::Marks;
use crate::text::TextRange;

/// Which mark it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// `"`
    Straight,
    /// `“` and `‟`
    CurlyOpen,
    /// `”`
    CurlyClose,
    /// `„`
    Low,
    /// `«` and `‹`
    GuillemetLeft,
    /// `»` and `›`
    GuillemetRight,
    /// ` `` `
    LatexOpen,
    /// `''`
    LatexClose,
    /// `'`
    Apostrophe,
    /// `‘`
    SingleOpen,
    /// `’`
    SingleClose,
    /// `‚`
    SingleLow,
    /// `` ` ``
    Backtick,
}

impl Glyph {
    pub(super) fn is_single(self) -> bool {
        matches!(
            self,
            Self::Apostrophe
                | Self::SingleOpen
                | Self::SingleClose
                | Self::SingleLow
                | Self::Backtick
        )
    }

    pub(super) fn is_guillemet(self) -> bool {
        matches!(self, Self::GuillemetLeft | Self::GuillemetRight)
    }

    /// The notation of a quotation that this mark opens.
    pub(super) fn notation(self) -> Marks {
        match self {
            Self::Straight => Marks::Straight,
            Self::CurlyOpen | Self::CurlyClose => Marks::Curly,
            Self::Low | Self::SingleLow => Marks::Low,
            Self::GuillemetLeft | Self::GuillemetRight => Marks::Guillemets,
            Self::LatexOpen | Self::LatexClose | Self::Backtick => Marks::Latex,
            Self::Apostrophe => Marks::StraightSingle,
            Self::SingleOpen | Self::SingleClose => Marks::CurlySingle,
        }
    }
}

/// On which side of a quotation a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Open,
    Close,
    Either,
}

/// One mark of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) range: TextRange,
    pub(super) glyph: Glyph,
    pub(super) side: Side,
    pub(super) before: Option<char>,
    pub(super) after: Option<char>,
    /// Whether feet and a number stand before it: 5’2”.
    pub(super) follows_feet: bool,
}

impl Mark {
    pub(super) fn follows_digit(&self) -> bool {
        self.before.is_some_and(|c| c.is_ascii_digit())
    }

    /// A mark between two letters or digits is an apostrophe.
    fn is_inside_word(&self) -> bool {
        self.before.is_some_and(char::is_alphanumeric)
            && self.after.is_some_and(char::is_alphanumeric)
    }
}

/// The marks in `range`, in order. Characters outside of `range` are not looked at.
pub(super) fn scan(text: &str, range: TextRange) -> Vec<Mark> {
    let bytes = &text.as_bytes()[..range.end];
    let mut marks = Vec::new();
    let mut at = range.start;
    while let Some(skip) = bytes[at..].iter().position(|byte| may_begin_mark(*byte)) {
        at += skip;
        let Some((glyph, length)) = glyph_at(&bytes[at..]) else {
            at += 1;
            continue;
        };
        let here = TextRange::new(at, at + length);
        marks.extend(mark_at(text, range, here, glyph));
        at += length;
    }
    marks
}

fn may_begin_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2)
}

fn glyph_at(bytes: &[u8]) -> Option<(Glyph, usize)> {
    Some(match bytes {
        [b'"', ..] => (Glyph::Straight, 1),
        [b'`', b'`', ..] => (Glyph::LatexOpen, 2),
        [b'`', ..] => (Glyph::Backtick, 1),
        [b'\'', b'\'', ..] => (Glyph::LatexClose, 2),
        [b'\'', ..] => (Glyph::Apostrophe, 1),
        [0xC2, 0xAB, ..] => (Glyph::GuillemetLeft, 2),
        [0xC2, 0xBB, ..] => (Glyph::GuillemetRight, 2),
        [0xE2, 0x80, last, ..] => (
            match last {
                0x98 | 0x9B => Glyph::SingleOpen,
                0x99 => Glyph::SingleClose,
                0x9A => Glyph::SingleLow,
                0x9C | 0x9F => Glyph::CurlyOpen,
                0x9D => Glyph::CurlyClose,
                0x9E => Glyph::Low,
                0xB9 => Glyph::GuillemetLeft,
                0xBA => Glyph::GuillemetRight,
                _ => return None,
            },
            3,
        ),
        _ => return None,
    })
}

fn mark_at(text: &str, paragraph: TextRange, range: TextRange, glyph: Glyph) -> Option<Mark> {
    let before = text[paragraph.start..range.start].chars().next_back();
    let after = text[range.end..paragraph.end].chars().next();
    let side = side_of(glyph, before, after);
    let follows_feet = follows_feet(&text[paragraph.start..range.start]);
    let mark = Mark { range, glyph, side, before, after, follows_feet };
    let counts = !(glyph.is_single() && mark.is_inside_word());
    counts.then_some(mark)
}

fn follows_feet(before: &str) -> bool {
    let inches = before.trim_end_matches(|c: char| c.is_ascii_digit());
    before.len() - inches.len() <= 2
        && inches.len() < before.len()
        && inches
            .strip_suffix(['’', '\'', '′'])
            .is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()))
}

fn side_of(glyph: Glyph, before: Option<char>, after: Option<char>) -> Side {
    let context = side_by_context(before, after);
    match (glyph, context) {
        (Glyph::Low | Glyph::SingleLow | Glyph::LatexOpen, _) => Side::Open,
        (Glyph::CurlyOpen | Glyph::SingleOpen | Glyph::GuillemetLeft, Side::Either) => Side::Open,
        (Glyph::CurlyClose, Side::Open) => Side::Either,
        (Glyph::CurlyClose, Side::Either) if before.is_none() => Side::Either,
        (Glyph::CurlyClose | Glyph::GuillemetRight, Side::Either) => Side::Close,
        _ => context,
    }
}

fn side_by_context(before: Option<char>, after: Option<char>) -> Side {
    let may_open = before.is_none_or(is_left_boundary);
    let may_close = after.is_none_or(is_right_boundary);
    match (may_open, may_close) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ => Side::Either,
    }
}

fn is_left_boundary(character: char) -> bool {
    character.is_whitespace()
        || is_invisible(character)
        || matches!(
            character,
            '(' | '['
                | '{'
                | '<'
                | '/'
                | '|'
                | '='
                | '*'
                | '_'
                | '~'
                | '-'
                | '–'
                | '—'
                | '―'
                | '‑'
                | '"'
                | '\''
                | '“'
                | '‘'
                | '„'
                | '‚'
                | '«'
                | '‹'
                | '¿'
                | '¡'
                | '\u{feff}'
        )
}

fn is_right_boundary(character: char) -> bool {
    character.is_whitespace()
        || is_invisible(character)
        || matches!(
            character,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | ')'
                | ']'
                | '}'
                | '>'
                | '/'
                | '|'
                | '*'
                | '_'
                | '~'
                | '-'
                | '–'
                | '—'
                | '―'
                | '‑'
                | '…'
                | '"'
                | '\''
                | '”'
                | '’'
                | '»'
                | '›'
        )
}

/// Zero-width spaces and marks of writing direction.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}
