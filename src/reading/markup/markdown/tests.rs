//! Examples, as tables.

use super::super::{Format, extract, testing};
use super::BlockKind::{BlockQuote, Caption, Footnote, Heading, ListItem, Paragraph, TableCell};
use super::*;

fn read(raw: &str) -> Vec<(BlockKind, String)> {
    testing::checked(raw, Format::Markdown)
}

#[test]
fn marks_are_dropped_and_words_stay() {
    for (raw, expected) in [
        ("She will **not** raise *it*.", "She will not raise it."),
        (
            "A [link](http://a.b \"title\") and [another][1].\n\n[1]: http://c.d",
            "A link and another.",
        ),
        ("See <http://a.b> now", "See  now"),
        ("Moss &amp; Brandt \\*really\\*", "Moss & Brandt *really*"),
        ("One\ntwo  \nthree\\\nfour", "One\ntwo\nthree\nfour"),
        ("Said it.[^1]\n\n", "Said it.[^1]"),
        ("Some `code` here", "Some  here"),
        ("From $5 million to $6 million", "From $5 million to $6 million"),
        ("It was $5-$6 a head", "It was $5-$6 a head"),
        ("Let $x^2 = 4$ be", "Let  be"),
        ("“We will not” [@moss2021, p. 3].", "“We will not”."),
        ("[We] will @home [sic]", "[We] will @home [sic]"),
        ("A {{< tag \"x\" >}} b", "A b"),
        ("~~gone~~ stays", "gone stays"),
        ("- $5$5", "- $5$5"),
        ("- <q>quoted</q> word", "- “quoted” word"),
        ("- </q>\u{2028}word", "- ”\u{2028}word"),
        ("A <q>quoted</q> word<br>and <b>more</b>", "A “quoted” word\nand more"),
    ] {
        let texts: Vec<_> = read(raw).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, [expected], "{raw:?}");
    }
}

#[test]
fn blocks_have_kinds() {
    let raw = "---\ntitle: x\n---\n# Title\n\nSetext\n===\n\n> quoted\n> on\n>\n> - item\n\n- one\n- two\n\n  \
               more\n\n1. first\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n    code\n\n\
               Text[^n].\n\n[^n]: A note.\n\n![A picture](a.png)\n\n<div>\nInside a *div*\n</div>\n\n\
               <!-- copydesk: off -->\n\n> [!NOTE]\n> Own words\n";
    let expected = [
        (Heading(1), "Title"),
        (Heading(1), "Setext"),
        (BlockQuote, "quoted\non"),
        (BlockQuote, "- item"),
        (ListItem, "- one"),
        (ListItem, "- two"),
        (ListItem, "more"),
        (ListItem, "first"),
        (TableCell, "a"),
        (TableCell, "b"),
        (TableCell, "c"),
        (TableCell, "d"),
        (Paragraph, "Text."),
        (Footnote, "A note."),
        (Caption, "A picture"),
        (Paragraph, "Inside a *div*"),
        (Paragraph, "Own words"),
    ];
    let found = read(raw);
    let found: Vec<_> = found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    assert_eq!(found, expected);
    let extraction = extract(raw, Format::Markdown);
    assert_eq!(extraction.front_matter.map(|range| range.of(raw)), Some("title: x\n"));
}

#[test]
fn comments_are_kept_apart() {
    let raw = "One <!-- copydesk: ignore misquote --> two\n\n<!-- copydesk: off -->\n\nThree\n";
    let extraction = extract(raw, Format::Markdown);
    let texts: Vec<_> = extraction.comments.iter().map(|comment| comment.text.as_str()).collect();
    assert_eq!(texts, ["copydesk: ignore misquote", "copydesk: off"]);
    assert_eq!(extraction.comments[1].range.of(raw), "<!-- copydesk: off -->");
}
