//! Examples, as tables.

use super::super::BlockKind::{
    BlockQuote, Caption, Footnote, Heading, ListItem, Paragraph, TableCell,
};
use super::super::{Format, extract, testing};

#[test]
fn text_of_paragraphs() {
    for (raw, expected) in [
        (
            "She will *not* raise _it_ `now` 2*3 snake_case.",
            "She will not raise it 2*3 snake_case.",
        ),
        ("#quote[We #emph[will] #quote[not]] she said", "“We will ‘not’” she said"),
        (
            "#link(\"http://a.b\")[The page] at http://c.d/e @moss[p. 3].",
            "The page at http://c.d/e .",
        ),
        ("5~m -- 6\\$ and $x^2$ \\u{e9} <label>", "5\u{a0}m – 6$ and é"),
        ("#let x = [hidden]\n#set text(lang: \"en\")\nA #x [sic] // copydesk: off\nb", "A [sic] b"),
        ("A #text(fill: red)[red] word /* no */ here", "A red word here"),
        ("#if x [Yes] #h(1em) Moss\\#1", "Yes Moss#1"),
    ] {
        let found = testing::checked(raw, Format::Typst);
        let squeeze = |text: &str| {
            text.split([' ', '\n']).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
        };
        let texts: Vec<_> = found.iter().map(|block| squeeze(&block.1)).collect();
        assert_eq!(texts, [expected], "{raw}");
    }
}

#[test]
fn blocks_have_kinds() {
    let raw = "// copydesk: off\n= The Tax\nA mayor#footnote[Elected *twice*.] speaks.\n\n#quote(block: true, attribution: [Moss])[\n  \
               Quoted.\n\n  More.\n]\n\n- a\n- b\n+ c\n\n#figure(\n  image(\"a.png\"),\n  caption: [Moss],\n)\n\n\
               #table(columns: 2, [d], [e])\n\n```sh\nls\n```\n\nEnd.";
    let found = testing::checked(raw, Format::Typst);
    let found: Vec<_> = found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    let expected = [
        (Heading(1), "The Tax"),
        (Paragraph, "A mayor speaks."),
        (Footnote, "Elected twice."),
        (Paragraph, "Moss:"),
        (BlockQuote, "Quoted."),
        (BlockQuote, "More."),
        (ListItem, "- a"),
        (ListItem, "- b"),
        (ListItem, "c"),
        (Caption, "Moss"),
        (TableCell, "d"),
        (TableCell, "e"),
        (Paragraph, "End."),
    ];
    assert_eq!(found, expected);
    assert_eq!(extract(raw, Format::Typst).comments[0].text, "copydesk: off");
}
