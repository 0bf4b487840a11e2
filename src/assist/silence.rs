//! The comment that silences a rule at one spot, in the draft's own comment syntax.

use crate::check::{Draft, Edit};
use crate::reading::markup::Format;
use crate::text::TextRange;

/// Where a format takes a comment that must not change what the reader sees.
enum Spot {
    /// Behind the line, between these delimiters.
    BehindLine(&'static str, &'static str),
    /// On a line of its own before the paragraph, followed by this.
    BeforeParagraph(&'static str, &'static str),
}

fn spot(format: Format) -> Spot {
    match format {
        Format::Markdown | Format::Html => Spot::BehindLine("<!-- ", " -->"),
        Format::Latex => Spot::BehindLine("% ", ""),
        Format::Typst => Spot::BehindLine("// ", ""),
        Format::AsciiDoc => Spot::BeforeParagraph("// ", "\n"),
        // A comment goes on until the next blank line.
        Format::ReStructuredText => Spot::BeforeParagraph(".. ", "\n\n"),
        Format::Org | Format::Plain => Spot::BeforeParagraph("# ", "\n"),
    }
}

/// The edit that silences `rule` for what stands at `range` (raw bytes).
pub(super) fn edit(draft: &Draft, rule: &str, range: TextRange) -> Edit {
    let line = draft.lines.line_of(range.start);
    let line_range = line_content(draft, line);
    if let Some(edit) = added_to_comment(draft, rule, line_range) {
        return edit;
    }
    match spot(draft.format) {
        Spot::BehindLine(open, close) => Edit {
            range: TextRange::empty(line_range.end),
            new_text: format!(" {open}copydesk: ignore {rule}{close}"),
        },
        Spot::BeforeParagraph(open, close) => Edit {
            range: TextRange::empty(draft.lines.start_of(paragraph_start(draft, line))),
            new_text: with_breaks_of(draft, &format!("{open}copydesk: ignore {rule}{close}")),
        },
    }
}

/// A line's bytes without its break and trailing white space.
fn line_content(draft: &Draft, line: usize) -> TextRange {
    let start = draft.lines.start_of(line);
    TextRange::new(start, start + draft.lines.line_text(&draft.raw, line).trim_end().len())
}

/// The rule put behind those of a comment that stands on the line already.
fn added_to_comment(draft: &Draft, rule: &str, line: TextRange) -> Option<Edit> {
    const OPENING: &str = "copydesk: ignore ";
    let comment =
        draft.extraction.comments.iter().find(|comment| {
            line.contains_range(comment.range) && comment.text.starts_with(OPENING)
        })?;
    let at = comment.range.of(&draft.raw).find(OPENING)? + comment.range.start + OPENING.len();
    Some(Edit { range: TextRange::empty(at), new_text: format!("{rule}, ") })
}

/// The first line of the paragraph that `line` stands in.
fn paragraph_start(draft: &Draft, line: usize) -> usize {
    let blank = |line: usize| draft.lines.line_text(&draft.raw, line).trim().is_empty();
    (0..line).rev().find(|&above| blank(above)).map_or(0, |above| above + 1).min(line)
}

/// `text` with the draft's own line breaks.
fn with_breaks_of(draft: &Draft, text: &str) -> String {
    if draft.raw.contains("\r\n") { text.replace('\n', "\r\n") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(raw: &str, format: Format, at: &str) -> String {
        let draft = Draft::new("d", raw.to_owned(), format, None);
        let start = raw.find(at).unwrap();
        let edit = edit(&draft, "misquote", TextRange::new(start, start + at.len()));
        let mut text = raw.to_owned();
        text.replace_range(edit.range.start..edit.range.end, &edit.new_text);
        text
    }

    #[test]
    fn each_format_has_its_own_comment() {
        for (format, expected) in [
            (Format::Markdown, "a\n\nb\nc x <!-- copydesk: ignore misquote -->\nd\n"),
            (Format::Latex, "a\n\nb\nc x % copydesk: ignore misquote\nd\n"),
            (Format::Typst, "a\n\nb\nc x // copydesk: ignore misquote\nd\n"),
            (Format::AsciiDoc, "a\n\n// copydesk: ignore misquote\nb\nc x\nd\n"),
            (Format::ReStructuredText, "a\n\n.. copydesk: ignore misquote\n\nb\nc x\nd\n"),
            (Format::Org, "a\n\n# copydesk: ignore misquote\nb\nc x\nd\n"),
        ] {
            assert_eq!(applied("a\n\nb\nc x\nd\n", format, "x"), expected, "{format:?}");
        }
    }

    #[test]
    fn line_breaks_are_the_drafts_own() {
        let silenced = applied("a\r\n\r\nb x\r\n", Format::Org, "x");
        assert_eq!(silenced, "a\r\n\r\n# copydesk: ignore misquote\r\nb x\r\n");
        let silenced = applied("b x  \r\n", Format::Markdown, "x");
        assert_eq!(silenced, "b x <!-- copydesk: ignore misquote -->  \r\n");
    }
}
