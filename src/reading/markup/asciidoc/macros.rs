//! The inline notation of AsciiDoc: marks, macros, attribute references, curly quotation marks.

use super::super::inline::{self, Inline, Mark, Style};
use crate::text::TextRange;

pub(super) static STYLE: Style = Style {
    marks: &[
        Mark { mark: "+++", code: false, anywhere: true },
        Mark { mark: "**", code: false, anywhere: true },
        Mark { mark: "__", code: false, anywhere: true },
        Mark { mark: "##", code: false, anywhere: true },
        Mark { mark: "``", code: true, anywhere: true },
        Mark { mark: "*", code: false, anywhere: false },
        Mark { mark: "_", code: false, anywhere: false },
        Mark { mark: "#", code: false, anywhere: false },
        Mark { mark: "`", code: true, anywhere: false },
    ],
    special,
};

/// `name::target[…]` alone on a line.
pub(super) fn is_block_macro(text: &str) -> bool {
    let Some((name, rest)) = text.split_once("::") else { return false };
    let named = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase());
    named && !rest.starts_with(' ') && rest.ends_with(']') && rest.contains('[')
}

/// Macros whose text is no prose.
const SILENT: &[&str] = &[
    "image:",
    "icon:",
    "kbd:",
    "btn:",
    "menu:",
    "stem:",
    "latexmath:",
    "asciimath:",
    "pass:",
    "indexterm:",
    "cite:",
    "anchor:",
    "citenp:",
    "video:",
    "audio:",
];

/// Macros whose text is prose.
const SPEAKING: &[&str] = &["link:", "xref:", "indexterm2:", "mailto:"];

fn special(inline: &mut Inline<'_, '_>, at: usize) -> Option<usize> {
    let rest = inline.rest(at);
    match rest.as_bytes()[0] {
        b'"' | b'\'' | b'`' => curly(inline, at, rest),
        b'{' => attribute(inline, at, rest),
        b'<' => cross_reference(inline, at, rest),
        b'[' => bracket(at, rest),
        b'(' => index_term(inline, at, rest),
        b'&' => entity(inline, at, rest),
        b'/' => comment_line(inline, at, rest),
        b'-' => dash(inline, at, rest),
        b'+' if is_hard_break(rest) => Some(at + 1),
        b'\\' => Some(at + 1),
        b'f' if rest.starts_with("footnote") => footnote(inline, at, rest),
        first if first.is_ascii_lowercase() && !inline.after_word(at) => named(inline, at, rest),
        _ => None,
    }
}

/// A comment line inside a paragraph.
fn comment_line(inline: &Inline<'_, '_>, at: usize, rest: &str) -> Option<usize> {
    let comment =
        inline.raw[..at].ends_with('\n') && rest.starts_with("//") && !rest.starts_with("///");
    comment.then(|| at + rest.find('\n').map_or(rest.len(), |length| length + 1))
}

/// ``"`…`"`` and ``'`…`'``.
fn curly(inline: &mut Inline<'_, '_>, at: usize, rest: &str) -> Option<usize> {
    let marks = [("\"`", "“"), ("`\"", "”"), ("'`", "‘"), ("`'", "’")];
    let (_, mark) = marks.iter().find(|(typed, _)| rest.starts_with(typed))?;
    inline.writer.replace(mark, TextRange::new(at, at + 2));
    Some(at + 2)
}

fn attribute(inline: &mut Inline<'_, '_>, at: usize, rest: &str) -> Option<usize> {
    let length = rest[1..]
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let end = 1 + length.count();
    if end == 1 || !rest[end..].starts_with('}') {
        return None;
    }
    let text = match &rest[1..end] {
        "nbsp" => "\u{a0}",
        "ldquo" => "“",
        "rdquo" => "”",
        "lsquo" => "‘",
        "rsquo" | "apos" => "’",
        "quot" => "\"",
        "amp" => "&",
        "sp" => " ",
        "startsb" => "[",
        "endsb" => "]",
        _ => "",
    };
    inline.writer.replace(text, TextRange::new(at, at + end + 1));
    Some(at + end + 1)
}

/// `<<target,text>>` and `<http://…>`.
fn cross_reference(inline: &mut Inline<'_, '_>, at: usize, rest: &str) -> Option<usize> {
    let inside = inline::near(rest.strip_prefix("<<")?, 500);
    let close = inside.find(['>', '\n'])?;
    if !inside[close..].starts_with(">>") {
        return None;
    }
    if let Some(comma) = inside[..close].find(',') {
        inline.nested(TextRange::new(at + 2 + comma + 1, at + 2 + close));
    }
    Some(at + 2 + close + 2)
}

/// An anchor `[[name]]`, or the role of marked text `[.role]#…#`.
fn bracket(at: usize, rest: &str) -> Option<usize> {
    let rest = inline::near(rest, 200);
    let close = rest[1..].find(['[', ']', '\n'])? + 1;
    if let Some(name) = rest.strip_prefix("[[") {
        let end = name.find([']', '\n'])?;
        return name[end..].starts_with("]]").then_some(at + end + 4);
    }
    let marked =
        rest[close..].starts_with(']') && rest[close + 1..].starts_with(['#', '*', '_', '`']);
    (marked && close > 1).then_some(at + close + 1)
}

/// `(((term)))` has no text; `((term))` is its term.
fn index_term(inline: &mut Inline<'_, '_>, at: usize, rest: &str) -> Option<usize> {
    let hidden = rest.starts_with("(((");
    let width = if hidden { 3 } else { 2 };
    let inside = rest.strip_prefix(if hidden { "(((" } else { "((" })?;
    let close = inside.find([')', '(', '\n'])?;
    if !inside[close..].starts_with(if hidden { ")))" } else { "))" }) {
        return None;
    }
    if !hidden {
        inline.nested(TextRange::new(at + width, at + width + close));
    }
    Some(at + width + close + width)
}

fn entity(inline: &mut Inline<'_, '_>, at: usize, rest: &str) -> Option<usize> {
    let (text, length) = super::super::html::entity(rest)?;
    inline.writer.replace(&text, TextRange::new(at, at + length));
    Some(at + length)
}

/// A double hyphen between words or blanks is a dash.
fn dash(inline: &mut Inline<'_, '_>, at: usize, rest: &str) -> Option<usize> {
    let double =
        rest.starts_with("--") && !rest.starts_with("---") && !inline.raw[..at].ends_with('-');
    if !double {
        return None;
    }
    inline.writer.replace("—", TextRange::new(at, at + 2));
    Some(at + 2)
}

fn is_hard_break(rest: &str) -> bool {
    rest[1..].starts_with(['\n', '\r'])
}

/// `footnote:[…]`, `footnote:name[…]`.
fn footnote(inline: &mut Inline<'_, '_>, at: usize, rest: &str) -> Option<usize> {
    let name = ["footnote:", "footnoteref:"].iter().find(|name| rest.starts_with(**name))?;
    let (open, close) = brackets(rest, name.len())?;
    inline.writer.begin_note();
    inline.nested(TextRange::new(at + open + 1, at + close));
    inline.writer.end_note();
    Some(at + close + 1)
}

/// The brackets of a macro whose target starts at `from`.
fn brackets(rest: &str, from: usize) -> Option<(usize, usize)> {
    let open = from + inline::near(&rest[from..], 1000).find(['[', ' ', '\n'])?;
    let close = open + inline::close_bracket(&rest[open..], '[', ']')?;
    rest[open..].starts_with('[').then_some((open, close))
}

/// A macro `name:target[text]`, or an address with a text.
fn named(inline: &mut Inline<'_, '_>, at: usize, rest: &str) -> Option<usize> {
    if let Some(name) = SILENT.iter().find(|name| rest.starts_with(**name)) {
        return brackets(rest, name.len()).map(|(_, close)| at + close + 1);
    }
    if let Some(name) = SPEAKING.iter().find(|name| rest.starts_with(**name))
        && let Some((open, close)) = brackets(rest, name.len())
    {
        link_text(inline, rest, at, open, close);
        return Some(at + close + 1);
    }
    let length = inline::address(rest)?;
    match brackets(rest, length).filter(|(open, _)| *open == length) {
        Some((open, close)) => {
            link_text(inline, rest, at, open, close);
            Some(at + close + 1)
        }
        None => {
            inline.writer.copy(TextRange::new(at, at + length));
            Some(at + length)
        }
    }
}

/// The text of a link, without the mark that opens it in a new window.
fn link_text(inline: &mut Inline<'_, '_>, rest: &str, at: usize, open: usize, close: usize) {
    let length = rest[open + 1..close].trim_end_matches('^').len();
    inline.nested(TextRange::new(at + open + 1, at + open + 1 + length));
}
