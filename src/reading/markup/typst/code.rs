//! The code of Typst, as far as finding its end takes.

/// What a call does with its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Call {
    /// An inline quotation.
    Quote,
    BlockQuote,
    Note,
    Table,
    Caption,
    Heading,
    /// Who said what is quoted, told ahead of it.
    Attribution,
    /// Its content is no prose.
    Silent,
    /// Its content is prose as it stands.
    Other,
}

impl Call {
    fn named(name: &str) -> Self {
        match name {
            "quote" => Self::Quote,
            "footnote" => Self::Note,
            "table" | "grid" | "table.cell" | "table.header" => Self::Table,
            "heading" | "title" => Self::Heading,
            "cite" | "raw" | "label" | "ref" | "bibliography" | "metadata" | "math.equation" => {
                Self::Silent
            }
            _ => Self::Other,
        }
    }

    /// The call, once the arguments at the head of `text` are known.
    pub(super) fn with_arguments(self, text: &str) -> Self {
        let arguments =
            super::super::inline::near(text, 400).split(['[', '\n']).next().unwrap_or("");
        let squeezed: String = arguments.chars().filter(|c| !c.is_whitespace()).collect();
        if self == Self::Quote && squeezed.contains("block:true") { Self::BlockQuote } else { self }
    }

    /// What the content is that an argument holds, from the text before its bracket.
    pub(super) fn of_argument(self, before: &str) -> Self {
        let before = before.trim_end();
        if before.ends_with("caption:") {
            Self::Caption
        } else if self.is_quote() && before.ends_with("attribution:") {
            Self::Attribution
        } else if before.ends_with("attribution:") || before.ends_with("supplement:") {
            Self::Silent
        } else {
            self
        }
    }

    fn is_quote(self) -> bool {
        matches!(self, Self::Quote | Self::BlockQuote)
    }

    /// Whether the content is a paragraph of its own.
    pub(super) fn is_block(self) -> bool {
        matches!(self, Self::BlockQuote | Self::Table | Self::Caption | Self::Heading)
    }
}

/// What follows a `#`.
pub(super) enum Code {
    /// A statement.
    Statement,
    /// `#{` or `#(`.
    Braces,
    /// A call or a value: the bytes of its name with the `#`.
    Call(Call, usize),
    /// No code.
    None,
}

/// Reads the head of the code at the head of `text`.
pub(super) fn read(text: &str) -> Code {
    let rest = &text[1..];
    if rest.starts_with('{') {
        return Code::Braces;
    }
    if !rest.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return Code::None;
    }
    let named = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let name = &rest[..rest.find(|c| !named(c)).unwrap_or(rest.len())];
    let name = name.trim_end_matches(['.', '-']);
    match name {
        "let" | "set" | "show" | "import" | "include" | "context" | "return" => Code::Statement,
        "if" | "for" | "while" | "else" => {
            let near = super::super::inline::near(text, 300);
            Code::Call(Call::Other, near.find(['[', '{', '\n']).unwrap_or(1 + name.len()))
        }
        _ => Code::Call(Call::named(name), 1 + name.len()),
    }
}

/// A statement ends with its line or a semicolon, outside brackets; `None` where one stays open.
pub(super) fn statement_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth == 0 => return Some(at),
            b')' | b']' | b'}' => depth -= 1,
            b'"' => {
                at += string_length(&text[at..]);
                continue;
            }
            b'\n' | b';' if depth == 0 => return Some(at),
            _ => {}
        }
        at += 1;
    }
    (depth == 0).then_some(text.len())
}

/// Length of the string at the head of `text`, with its quotes.
pub(super) fn string_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'"' => return at + 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// Length of the block comment at the head of `text`; comments nest.
pub(super) fn comment_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while at + 1 < bytes.len() {
        match &bytes[at..at + 2] {
            b"/*" => depth += 1,
            b"*/" => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// Length of the mathematics at the head of `text`, within its paragraph.
pub(super) fn math_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'$' => return Some(at + 1),
            b'\n' if text[at + 1..].starts_with(['\n', '\r']) => return None,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Length of the raw text at the head of `text`, which `open` backquotes open: as many close it.
pub(super) fn raw_length(text: &str, open: usize) -> Option<usize> {
    if open == 2 {
        return Some(2);
    }
    let close = text[open..].find(&text[..open])?;
    Some(open + close + open)
}

/// Length of a label `<name>`.
pub(super) fn label_length(text: &str) -> Option<usize> {
    let named = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
    let end = text[1..].find(|c| !named(c))? + 1;
    (end > 1 && text[end..].starts_with('>')).then_some(end + 1)
}

/// `\u{1f600}`: its character and its length.
pub(super) fn unicode_escape(text: &str) -> Option<(char, usize)> {
    let digits = text.strip_prefix("\\u{")?;
    let end = digits.bytes().take(8).take_while(u8::is_ascii_hexdigit).count();
    let number = u32::from_str_radix(&digits[..end], 16).ok()?;
    let closed = digits[end..].starts_with('}');
    char::from_u32(number).filter(|c| closed && *c != '\0').map(|c| (c, 3 + end + 1))
}
