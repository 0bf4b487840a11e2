//! HTML cut into tags, comments and text, with the place of each. Tolerant, linear, and without a
//! tree: `html5ever` gives no places.

use super::elements;
use crate::text::TextRange;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// A start tag: the element's name (lower case, known ones only) and its attributes.
    Start {
        name: &'static str,
        attributes: TextRange,
    },
    End {
        name: &'static str,
    },
    /// A comment and its content.
    Comment {
        content: TextRange,
    },
    /// A declaration, a processing instruction, or text of a script.
    Nothing,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) range: TextRange,
    pub(super) kind: Kind,
}

pub(super) struct Tokens<'r> {
    raw: &'r str,
    at: usize,
    end: usize,
    /// The element whose text has no markup, after its start tag.
    raw_text: Option<&'static str>,
    /// A tag was left open up to the end: what follows is text.
    unclosed: bool,
}

impl<'r> Tokens<'r> {
    pub(super) fn new(raw: &'r str, range: TextRange) -> Self {
        Self { raw, at: range.start, end: range.end, raw_text: None, unclosed: false }
    }

    fn token(&mut self, length: usize, kind: Kind) -> Token {
        let range = TextRange::new(self.at, (self.at + length).min(self.end));
        self.at = range.end;
        Token { range, kind }
    }

    /// The text of a script up to its end tag.
    fn raw_text(&mut self, name: &str) -> Token {
        let rest = &self.raw[self.at..self.end];
        let mut from = 0;
        while let Some(next) = rest[from..].find("</") {
            let tag = &rest.as_bytes()[from + next + 2..];
            if tag.len() >= name.len() && tag[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
                return self.token(from + next, Kind::Nothing);
            }
            from += next + 2;
        }
        self.token(rest.len(), Kind::Nothing)
    }

    fn markup(&mut self) -> Option<Token> {
        let rest = &self.raw[self.at..self.end];
        if let Some(comment) = rest.strip_prefix("<!--") {
            return Some(self.comment(comment));
        }
        let second = rest.as_bytes().get(1).copied()?;
        match second {
            b'!' | b'?' => {
                let close = rest.find('>');
                self.unclosed = close.is_none();
                Some(self.token(close? + 1, Kind::Nothing))
            }
            b'/' if rest.as_bytes().get(2)?.is_ascii_alphabetic() => self.tag(rest, 2),
            _ if second.is_ascii_alphabetic() => self.tag(rest, 1),
            _ => None,
        }
    }

    fn comment(&mut self, rest: &str) -> Token {
        let (content, length) = match rest.find("-->") {
            Some(at) => (at, at + 3),
            None => (rest.len(), rest.len()),
        };
        let start = self.at + 4;
        self.token(4 + length, Kind::Comment { content: TextRange::new(start, start + content) })
    }

    fn tag(&mut self, rest: &str, name_start: usize) -> Option<Token> {
        let bytes = rest.as_bytes();
        let ends_name = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
        let name_end = name_start + bytes[name_start..].iter().position(ends_name).unwrap_or(0);
        let Some(close) = tag_end(bytes, name_end) else {
            self.unclosed = true;
            return None;
        };
        let name = elements::known(&rest[name_start..name_end]);
        let attributes = TextRange::new(self.at + name_end, self.at + close);
        let kind = match name {
            None => Kind::Nothing,
            Some(name) if name_start == 2 => Kind::End { name },
            Some(name) => {
                self.raw_text = elements::has_raw_text(name).then_some(name);
                Kind::Start { name, attributes }
            }
        };
        Some(self.token(close + 1, kind))
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if self.at >= self.end {
            return None;
        }
        if let Some(name) = self.raw_text.take() {
            return Some(self.raw_text(name));
        }
        let rest = &self.raw[self.at..self.end];
        if self.unclosed {
            return Some(self.token(rest.len(), Kind::Text));
        }
        if rest.starts_with('<')
            && let Some(token) = self.markup()
        {
            return Some(token);
        }
        let length =
            rest.bytes().skip(1).position(|byte| byte == b'<').map_or(rest.len(), |at| at + 1);
        Some(self.token(length, Kind::Text))
    }
}

/// Where the `>` of a tag stands; one inside a quoted value is none.
fn tag_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut quote = None;
    let mut after_equals = false;
    for (at, &byte) in bytes.iter().enumerate().skip(from) {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => continue,
            None if byte == b'>' => return Some(at),
            None if after_equals && matches!(byte, b'"' | b'\'') => quote = Some(byte),
            None => {}
        }
        after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
    }
    None
}

/// The attributes in `text`: names as written, values without quotes and with their references.
pub(super) fn attributes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let end = rest[..].find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/'));
        let (name, after) = rest.split_at(end.unwrap_or(rest.len()));
        if name.is_empty() && after.is_empty() {
            return None;
        }
        let Some(value) = after.trim_start().strip_prefix('=') else {
            rest = after;
            return Some((name, ""));
        };
        let (value, after) = split_value(value.trim_start());
        rest = after;
        Some((name, value))
    })
}

fn split_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(raw: &str) -> Vec<&str> {
        Tokens::new(raw, TextRange::new(0, raw.len())).map(|token| token.range.of(raw)).collect()
    }

    #[test]
    fn tokens_cover_the_text() {
        for (raw, expected) in [
            ("a<b>c</b>", vec!["a", "<b>", "c", "</b>"]),
            ("<a href=\"x>y\" title='<'>z", vec!["<a href=\"x>y\" title='<'>", "z"]),
            ("3 < 4 <é", vec!["3 ", "< 4 ", "<é"]),
            ("<!-- a > b -->x<!doctype html>", vec!["<!-- a > b -->", "x", "<!doctype html>"]),
            ("<script>a</b></SCRIPT>x", vec!["<script>", "a</b>", "</SCRIPT>", "x"]),
            ("a<b c=\"d", vec!["a", "<b c=\"d"]),
            ("<!-- open", vec!["<!-- open"]),
            ("<", vec!["<"]),
        ] {
            assert_eq!(shapes(raw), expected, "{raw:?}");
        }
    }

    #[test]
    fn attributes_are_read_in_every_notation() {
        let found: Vec<_> = attributes(" class=\"a b\" id = 'c' hidden data-x=1/ =y").collect();
        assert_eq!(
            found,
            [("class", "a b"), ("id", "c"), ("hidden", ""), ("data-x", "1/"), ("", "y")]
        );
    }
}
