//! Examples, as tables.

use super::super::{Format, testing};
use super::*;

fn blocks(raw: &str) -> Vec<String> {
    testing::checked(raw, Format::Plain).iter().map(|(_, text)| text.clone()).collect()
}

fn kinds(raw: &str) -> Vec<BlockKind> {
    testing::checked(raw, Format::Plain).iter().map(|(kind, _)| *kind).collect()
}

#[test]
fn blank_lines_part_paragraphs() {
    for (raw, expected) in [
        ("", vec![]),
        (" \n\t\n", vec![]),
        ("\u{feff}One.\n\nTwo.", vec!["One.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", vec!["One.", "Two."]),
        ("One.\r\rTwo.", vec!["One.", "Two."]),
        ("One.\u{2029}Two.", vec!["One.", "Two."]),
        ("One.\n\0\nTwo.", vec!["One.", "Two."]),
        ("\0One\u{1}.\n", vec!["One\u{1}."]),
    ] {
        assert_eq!(blocks(raw), expected, "{raw:?}");
    }
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    let raw = "The council met on Tuesday evening in a hall that was far too small for\n\
               the crowd, and Mayor Ada Moss had to ask for silence three times before\n\
               Carl Brandt could read the budget aloud to the people who had come in.\n\
               Nobody left.\n\
               \n\
               The vote came late, when half of the chairs were empty, and it was not\n\
               close.";
    assert_eq!(blocks(raw).len(), 2);
    assert!(blocks(raw)[0].ends_with("Nobody left."));
    let no_blank = raw.replace("\n\n", "\n");
    assert_eq!(blocks(&no_blank).len(), 2, "a short last line ends a paragraph");
}

#[test]
fn a_paragraph_a_line() {
    let long = "The council met on Tuesday evening in a hall that was far too small for the \
                crowd, and the mayor had to ask for silence.";
    assert_eq!(blocks(&format!("{long}\n{long}\n{long}")).len(), 3);
    assert_eq!(blocks(&format!("A title\nBy Someone\n{long}\n{long}")).len(), 4);
    assert_eq!(blocks("First short one.\nSecond short one.\nThird.").len(), 3);
}

#[test]
fn a_line_break_does_not_part_a_quotation() {
    for raw in [
        "x\n\n“We will not raise the tax.\nIt is final,” Moss said.\n\nx",
        "x\n\nShe said \"we will\nWait\" and left.\n\nx",
    ] {
        assert_eq!(blocks(raw).len(), 3, "{raw:?}");
    }
    assert_eq!(blocks("x\n\n“We will not.\n“It is final,” Moss said.\n\nx").len(), 4);
}

#[test]
fn lists_are_blocks_an_item() {
    let raw =
        "Three things:\n  • One thing\n    that goes on\n  • Another thing\n  1. A third thing";
    let found = testing::checked(raw, Format::Plain);
    assert_eq!(found.len(), 4);
    assert!(found[1..].iter().all(|(kind, _)| *kind == BlockKind::ListItem));
    assert_eq!(kinds("x\n\n- We will not,\" Moss said.\n\nx")[1], BlockKind::Paragraph);
}

#[test]
fn titles_and_headings_stand_alone() {
    let prose = "The council met on Tuesday evening in a hall that was far too small.";
    let raw = format!(
        "Council Votes Tax Down\n\nBy A Writer\n\n{prose}\n\nWhat the mayor wants\n\n{prose}\n\n“No.”\n\n{prose}"
    );
    let expected = [
        BlockKind::Heading(1),
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Heading(2),
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Paragraph,
    ];
    assert_eq!(kinds(&raw), expected);
}

#[test]
fn silencing_comments_are_cut_out() {
    let raw = "# copydesk: ignore misquote\nOne “two”. <!-- copydesk: ignore misdate -->\n\n\
               <!-- plain text -->\n\n// copydesk: off\n% copydesk: on";
    let extraction = extract(raw);
    let texts: Vec<_> = extraction.comments.iter().map(|comment| comment.text.as_str()).collect();
    assert_eq!(
        texts,
        ["copydesk: ignore misquote", "copydesk: ignore misdate", "copydesk: off", "copydesk: on"]
    );
    assert_eq!(blocks(raw), ["One “two”.", "<!-- plain text -->"]);
    assert!(!extraction.text.contains("copydesk"));
}

#[test]
fn front_matter_is_no_prose() {
    let raw = "---\ntitle: A tax\n---\nOne.";
    assert_eq!(blocks(raw), ["One."]);
    assert_eq!(extract(raw).front_matter.map(|range| range.of(raw)), Some("title: A tax\n"));
}
