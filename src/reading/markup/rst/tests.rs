//! Examples, as tables.

use super::super::BlockKind::{
    BlockQuote, Caption, Footnote, Heading, ListItem, Paragraph, TableCell,
};
use super::super::{Format, extract, testing};

#[test]
fn text_of_paragraphs() {
    for (raw, expected) in [
        ("She will **not** raise *it* ``now`` 2*3*4.", "She will not raise it 2*3*4."),
        (
            "See `the page <http://a.b>`_ and :ref:`that one <x>` or name_.",
            "See the page and that one or name.",
        ),
        ("Said [1]_ so \\*really\\*", "Said so *really*"),
        ("A snake_case word", "A snake_case word"),
    ] {
        let found = testing::checked(raw, Format::ReStructuredText);
        assert_eq!(
            found.iter().map(|block| block.1.as_str()).collect::<Vec<_>>(),
            [expected],
            "{raw}"
        );
    }
}

#[test]
fn blocks_have_kinds() {
    let raw = "=======\nThe Tax\n=======\n\nOne\n---\n\nA mayor speaks::\n\n    code\n\n.. copydesk: off\n\n\
               .. _target: http://a.b\n\n    Quoted\n    on.\n\n    -- Moss\n\n- a\n  goes on\n- b\n\n  more\n\n\
               .. code-block:: sh\n\n   ls\n\n.. note:: Take\n   care.\n\n.. figure:: a.png\n   :alt: x\n\n   Moss\n\n\
               .. [1] A note\n   on.\n\n+---+---+\n| c | d |\n+---+---+\n\n:field: x\n\nEnd.\n";
    let found = testing::checked(raw, Format::ReStructuredText);
    let found: Vec<_> = found
        .iter()
        .map(|(kind, text)| (*kind, text.split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect();
    let expected = [
        (Heading(1), "The Tax"),
        (Heading(2), "One"),
        (Paragraph, "A mayor speaks:"),
        (BlockQuote, "Quoted on."),
        (BlockQuote, "-- Moss"),
        (ListItem, "- a goes on"),
        (ListItem, "- b"),
        (ListItem, "more"),
        (Paragraph, "Take care."),
        (Caption, "Moss"),
        (Footnote, "A note on."),
        (TableCell, "c"),
        (TableCell, "d"),
        (Paragraph, "End."),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(kind, text)| (*kind, (*text).to_owned())).collect();
    assert_eq!(found, expected);
    assert_eq!(extract(raw, Format::ReStructuredText).comments[0].text, "copydesk: off");
}
