//! Laws of every format: nothing panics, places are exact, and the work is linear.

use super::{Format, extract, testing};
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_markup_keeps_the_laws(raw in testing::markup_like()) {
        for format in testing::FORMATS {
            testing::checked(&raw, format);
        }
    }

    #[test]
    fn any_text_keeps_the_laws(raw in "\\PC{0,60}") {
        for format in testing::FORMATS {
            testing::checked(&raw, format);
        }
    }
}

/// A quadratic reader would all but hang on these.
#[test]
fn long_runs_of_marks_come_to_an_end() {
    let pieces = [
        "[",
        "<",
        "{",
        "<a x=\"",
        "<div>",
        "</b>",
        "<!",
        "&",
        "*a ",
        "_a ",
        "`",
        "``",
        "$",
        "$ ",
        "{{",
        "\\",
        "\\begin{quote}",
        "\\footnote{",
        "#quote[",
        "/*",
        "> ",
        "- ",
        "\n",
        "\n\n",
        "|",
        ":",
        ".. a\n",
        "\"",
        "“",
        "[fn::",
        "footnote:[",
        "#+begin_x\n",
        "a\n",
        "<p",
        "<b><i>",
        "((",
        "||",
        "'",
        "__",
        "+a",
        "<<",
        "|===\n",
        "  a\n",
        "`a",
        ":a:`",
        "[[",
        "=a",
        "~a",
        "[a",
        "http://",
        "<q>",
        "x",
        "@",
        "[@",
        "%\n",
        "#let (\n",
        ":a",
        "<",
        "<a",
        "{a",
        "(((",
        "[[a",
        "link:",
        "#f(",
        "#[",
        "/* ",
        "\"`",
    ];
    for format in testing::FORMATS {
        for piece in pieces {
            let raw = piece.repeat(25_000 / piece.len());
            let text = extract(&raw, format);
            assert!(text.text.len() <= 4 * raw.len(), "{format:?} {piece:?}");
        }
    }
}

#[test]
fn file_names_tell_the_format() {
    for (name, format) in [
        ("a.md", Format::Markdown),
        ("a.QMD", Format::Markdown),
        ("a.htm", Format::Html),
        ("a.tex", Format::Latex),
        ("a.rst", Format::ReStructuredText),
        ("a.adoc", Format::AsciiDoc),
        ("a.typ", Format::Typst),
        ("a.org", Format::Org),
        ("a.txt", Format::Plain),
        ("a", Format::Plain),
    ] {
        assert_eq!(Format::of_name(name), format);
    }
}
