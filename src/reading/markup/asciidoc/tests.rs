//! Examples, as tables.

use super::super::BlockKind::{
    BlockQuote, Caption, Footnote, Heading, ListItem, Paragraph, TableCell,
};
use super::super::{Format, extract, testing};

#[test]
fn text_of_paragraphs() {
    for (raw, expected) in [
        ("She will *not* raise __i__t `now` 2*3*4.", "She will not raise it 2*3*4."),
        ("\"`We will not,`\" she '`said`'.", "“We will not,” she ‘said’."),
        (
            "See http://a.b[the *page*^] and <<x,that>> or link:c.html[this].",
            "See the page and that or this.",
        ),
        ("Moss{nbsp}&amp; Brandt -- both", "Moss\u{a0}& Brandt — both"),
        ("[.red]#marked# ((term))(((hidden))) image:a.png[Alt]", "marked term"),
        ("One +\ntwo\n// copydesk: ignore misdate\nthree", "One \ntwo\nthree"),
    ] {
        let found = testing::checked(raw, Format::AsciiDoc);
        let texts: Vec<_> = found
            .iter()
            .map(|block| block.1.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(
            texts,
            [expected.replace('\n', " ").replace("  ", " ").replace('\u{a0}', " ")],
            "{raw}"
        );
    }
}

#[test]
fn blocks_have_kinds() {
    let raw = "= The Tax\nA Writer <a@b.c>\n:toc:\n\n== One\n// copydesk: off\nA mayorfootnote:[Elected *twice*.] speaks.\n\n\
               [quote, Ada Moss]\nQuoted\non.\n\n[quote, Ada Moss]\n____\nMore.\n\nStill.\n____\n\n* a\n** b\n- c\n\n\
               [source,sh]\n----\n* ls\n----\n\n.Moss\nimage::a.png[Alt]\n\n|===\n|d |e\n|===\n\n////\nhidden\n////\n\n\
               ====\nExample.\n====\n\n literal\n\nEnd.\n";
    let found = testing::checked(raw, Format::AsciiDoc);
    let found: Vec<_> = found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    let expected = [
        (Heading(1), "The Tax"),
        (Heading(2), "One"),
        (Paragraph, "A mayor speaks."),
        (Footnote, "Elected twice."),
        (Paragraph, "Ada Moss:"),
        (BlockQuote, "Quoted\non."),
        (Paragraph, "Ada Moss:"),
        (BlockQuote, "More."),
        (BlockQuote, "Still."),
        (ListItem, "a"),
        (ListItem, "b"),
        (ListItem, "- c"),
        (Caption, "Moss"),
        (TableCell, "d"),
        (TableCell, "e"),
        (Paragraph, "Example."),
        (Paragraph, "End."),
    ];
    assert_eq!(found, expected);
    let comments = extract(raw, Format::AsciiDoc).comments;
    assert_eq!(
        comments.iter().map(|comment| comment.text.as_str()).collect::<Vec<_>>(),
        ["copydesk: off", "hidden"]
    );
}
