//! The inline notation of reStructuredText: marks, roles, links, footnote marks, escapes.

use super::super::inline::{self, Inline, Mark, Style};
use crate::text::TextRange;

pub(super) static STYLE: Style = Style {
    marks: &[
        Mark { mark: "``", code: true, anywhere: false },
        Mark { mark: "**", code: false, anywhere: false },
        Mark { mark: "*", code: false, anywhere: false },
        Mark { mark: "|", code: true, anywhere: false },
    ],
    special,
};

/// Roles, links, footnote marks, escapes.
fn special(inline: &mut Inline<'_, '_>, at: usize) -> Option<usize> {
    let rest = inline.rest(at);
    if let Some(escaped) = rest.strip_prefix('\\') {
        let character = escaped.chars().next()?;
        if !character.is_whitespace() {
            inline.writer.copy(TextRange::new(at + 1, at + 1 + character.len_utf8()));
        }
        return Some(at + 1 + character.len_utf8());
    }
    if rest.starts_with(':') && !inline.after_word(at) {
        let name = inline::near(&rest[1..], 60)
            .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '.' | '_' | ':'))?;
        let quoted = rest[1 + name..].starts_with('`') && rest[1..1 + name].ends_with(':');
        return quoted.then(|| interpreted(inline, at + 1 + name)).flatten();
    }
    if rest.starts_with('`') && !rest.starts_with("``") {
        return interpreted(inline, at);
    }
    if rest.starts_with('[') {
        let close = inline::near(rest, 60).find("]_")?;
        let label = &rest[1..close];
        let is_label =
            label.chars().all(|c| c.is_alphanumeric() || matches!(c, '#' | '*' | '-' | '_' | '.'));
        return (is_label && !label.is_empty()).then_some(at + close + 2);
    }
    // The underscore of a reference `name_`.
    let reference = rest.starts_with('_')
        && inline.after_word(at)
        && !rest[1..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
    reference.then(|| at + 1 + usize::from(rest.starts_with("__")))
}

/// `` `text <target>`_ ``: its text; of a role that names code or mathematics, nothing.
fn interpreted(inline: &mut Inline<'_, '_>, at: usize) -> Option<usize> {
    let rest = inline.rest(at);
    let close = 1 + inline::near(&rest[1..], 1000).find('`')?;
    let text = &rest[1..close];
    let target = text.find(" <").filter(|_| text.ends_with('>'));
    let before = &inline.raw[..at];
    let silent = [":code:", ":math:", ":file:", ":command:", ":kbd:", ":func:", ":class:"];
    if !silent.iter().any(|role| before.ends_with(role)) && !text.starts_with('<') {
        inline.nested(TextRange::new(at + 1, at + 1 + target.unwrap_or(text.len())));
    }
    let marks = rest[close + 1..].bytes().take(2).take_while(|byte| *byte == b'_').count();
    Some(at + close + 1 + marks)
}
