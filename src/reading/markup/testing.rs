//! What must hold for the extraction of any text in any format, and a generator of such texts.

use super::{BlockKind, Extraction, Format, extract};
use crate::text::TextRange;
use proptest::prelude::*;

pub(super) const FORMATS: [Format; 8] = [
    Format::Plain,
    Format::Markdown,
    Format::Html,
    Format::Latex,
    Format::ReStructuredText,
    Format::AsciiDoc,
    Format::Typst,
    Format::Org,
];

/// The blocks of `raw`, kind and text, after the laws of every extraction were checked.
pub(super) fn checked(raw: &str, format: Format) -> Vec<(BlockKind, String)> {
    let extraction = extract(raw, format);
    check_blocks(&extraction);
    check_map(raw, &extraction);
    for comment in &extraction.comments {
        assert!(raw.get(comment.range.start..comment.range.end).is_some());
        assert!(comment.range.of(raw).contains(&comment.text));
    }
    let text = &extraction.text;
    extraction.blocks.iter().map(|block| (block.kind, block.range.of(text).to_owned())).collect()
}

fn check_blocks(extraction: &Extraction) {
    let mut end = 0;
    for block in &extraction.blocks {
        assert!(block.range.start >= end, "blocks in order");
        let text = extraction.text.get(block.range.start..block.range.end);
        let text = text.expect("blocks on character boundaries");
        assert!(!text.trim().is_empty(), "a block has words");
        end = block.range.end;
    }
}

/// Each character of a block maps into the raw text, in order (a note stands behind its
/// paragraph), and what maps to as many bytes as it has is a copy unless it is one replacement.
fn check_map(raw: &str, extraction: &Extraction) {
    let step = 1 + extraction.text.len() / 2000;
    for block in &extraction.blocks {
        let mut last = 0;
        for (at, character) in block.range.of(&extraction.text).char_indices().step_by(step) {
            let start = block.range.start + at;
            let range = TextRange::new(start, start + character.len_utf8());
            let mapped = extraction.map.to_raw(range);
            assert!(raw.get(mapped.start..mapped.end).is_some(), "maps to raw bytes");
            assert!(mapped.start >= last, "maps in order");
            last = mapped.start;
            if extraction.map.is_identity() {
                assert_eq!(mapped.of(raw), range.of(&extraction.text));
            }
        }
    }
}

/// Texts of pieces that mean something in some format.
pub(super) fn markup_like() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "Moss",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u{2028}",
        "\u{2029}",
        "\u{feff}",
        "\0",
        "é",
        "😀",
        "“",
        "”",
        "\"",
        "'",
        "``",
        "''",
        "`",
        "*",
        "**",
        "_",
        "__",
        "~",
        "^",
        "#",
        "# ",
        "=",
        "== ",
        "-",
        "--",
        "---",
        "- ",
        "+++",
        "1. ",
        "|",
        "|===",
        "||",
        "::",
        ":",
        ".. ",
        "..",
        ".. note::",
        "...",
        "[",
        "]",
        "[[",
        "]]",
        "(",
        ")",
        "{",
        "}",
        "<",
        ">",
        "</",
        "/>",
        "<p>",
        "</p>",
        "<q>",
        "</q>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<article>",
        "<blockquote>",
        "<li>",
        "<pre>",
        "&amp;",
        "&#x41;",
        "&",
        "&#0;",
        ";",
        "\\",
        "\\\\",
        "\\begin{quote}",
        "\\end{quote}",
        "\\enquote{",
        "\\footnote{",
        "\\cite[1]{b}",
        "\\verb|",
        "\\'e",
        "\\'",
        "\\section{",
        "\\item ",
        "$",
        "$$",
        "%",
        "\\%",
        "\\(",
        "\\)",
        "//",
        "/*",
        "*/",
        "////",
        "____",
        "----",
        "[quote]",
        "footnote:[",
        "link:",
        "image::a.png[",
        "http://a.b/c",
        "#quote[",
        "#quote(",
        "#let x = ",
        "#footnote[",
        "#+begin_quote",
        "#+end_quote",
        "#+begin_src",
        "#+end_src",
        "#+title: ",
        ":PROPERTIES:",
        ":END:",
        "[fn:1",
        "[fn::",
        "copydesk: ignore",
        "[^1]",
        "[^1]: ",
        "> ",
        "    ",
        "\t",
        "```",
        "~~~",
        "!",
        "![",
        "](",
        "@",
        "[@k]",
        ":ref:`",
        "|x|",
        "_ ",
        "`_",
        "* ",
        "** ",
        "$5",
        "3",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}
