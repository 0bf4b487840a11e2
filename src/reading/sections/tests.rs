//! Examples, as tables.

use super::super::markup::BlockKind::{
    Boilerplate, Caption, Heading, ListItem, Paragraph, ReaderComment,
};
use super::super::markup::{BlockKind, Format, extract};
use super::classify;

const PROSE: &str = "The council met on Tuesday evening in a hall that was far too small for the crowd, \
                     and Mayor Ada Moss had to ask for silence three times before the vote.";

/// The kinds of the blocks of `raw`, in which `¶` stands for a paragraph of an article.
fn kinds(raw: &str) -> Vec<BlockKind> {
    let raw = raw.replace('¶', PROSE);
    let mut extraction = extract(&raw, Format::Plain);
    classify(&mut extraction);
    extraction.blocks.iter().map(|block| block.kind).collect()
}

#[test]
fn an_article_alone_is_left_alone() {
    for raw in [
        "¶\n\n“We need your support,” Moss told the readers of our town. “Donate $5 a month.”\n\n¶",
        "¶\n\nMoss asked the crowd to donate to the fund and to subscribe to its newsletter.\n\n¶",
        "¶\n\nReuters contributed to this report.\n\n¶",
        "¶\n\nHe cited the agency (AP).\n\n¶",
        "¶\n\n(Reporting by Carl Brandt; editing by Dora Lind)",
        "¶\n\nWhat Moss Wants\n\n¶",
        "¶\n\n1. Raise the tax by a tenth.\n2. Sell the old harbour.\n\n¶",
        "¶\n\n1. Ada Moss\n\n    ¶\n\n2. Carl Brandt\n\n    ¶",
        "¶\n\nShare prices fell.\n\n¶",
        "¶\n\nWe will support you, our readers were told by a man who sold subscriptions to them.\n\n¶\n\n¶\n\n¶",
    ] {
        let article = [Paragraph, ListItem, Heading(1), Heading(2)];
        let found = kinds(raw);
        assert!(found.iter().all(|kind| article.contains(kind)), "{raw}: {found:?}");
    }
}

#[test]
fn furniture_is_boilerplate() {
    for line in [
        "Skip to main content",
        "Live broadcast ×",
        "Read more",
        "READ MORE: The harbour is sold",
        "0:00",
        "Print Friendly, PDF & Email",
        "© 2021 Redport Gazette. All rights reserved.",
        "Comments are closed.",
        "Share | Print | Email",
    ] {
        let raw = format!("¶\n\n{line}\n\n¶");
        assert_eq!(kinds(&raw), [Paragraph, Boilerplate, Paragraph], "{line}");
    }
    let menu = "Skip to content\nWatch live\nStart of the story\nDora Lind\nA much longer line that is the title of it\n\n¶\n\n¶";
    let expected =
        [Boilerplate, Boilerplate, Boilerplate, Paragraph, Paragraph, Paragraph, Paragraph];
    assert_eq!(kinds(menu), expected);
}

#[test]
fn credits_make_captions() {
    for caption in [
        "Mayor Ada Moss leaves the hall in Redport on May 3, 2021. (Dora Lind/Reuters)",
        "Mayor Ada Moss leaves the hall in Redport on May 3, 2021. Dora Lind/AFP via Getty Images",
        "Mayor Ada Moss leaves the hall. Dora Lind, City Pool Photo via AP",
        "Mayor Ada Moss leaves the hall. (AP Photo/Dora Lind)",
        "Photo: Dora Lind",
        "Dora Lind via Getty Images.",
        "Image credit: Dora Lind / Alamy",
    ] {
        assert_eq!(
            kinds(&format!("¶\n\n{caption}\n\n¶")),
            [Paragraph, Caption, Paragraph],
            "{caption}"
        );
    }
    let above =
        "¶\n\nThe mayor leaves the hall in Redport after the vote\n\nPhoto: TASS/Dora Lind\n\n¶";
    assert_eq!(kinds(above), [Paragraph, Caption, Caption, Paragraph]);
    let dated =
        "¶\n\nThe mayor leaves the hall in Redport after the vote. May 3, 2021.\n\nPhoto: AP\n\n¶";
    assert_eq!(kinds(dated), [Paragraph, Caption, Caption, Paragraph]);
    assert_eq!(kinds("¶\n\nPhoto: AP\n\n¶"), [Paragraph, Caption, Paragraph]);
}

#[test]
fn captions_in_another_script_go_with_their_translation() {
    let raw = "¶\n\nМэр города выходит из зала заседаний\n\nThe mayor of the town leaves the council hall\n\n¶\n\n\
               Слушать текст\n\n¶\n\n¶";
    assert_eq!(kinds(raw)[..6], [Paragraph, Caption, Caption, Paragraph, Boilerplate, Paragraph]);
}

#[test]
fn numbered_comments_are_the_readers() {
    let raw = "¶\n\n¶\n\n  1. A Reader\n\n    I think you are wrong about the harbour.\n\n    1. Another One\n\n      \
               My view too!\n\n  2. third_reader\n\n    The tax again.\n\nComments are closed.";
    let found = kinds(raw);
    assert_eq!(found[..2], [Paragraph, Paragraph]);
    assert!(found[2..8].iter().all(|kind| *kind == ReaderComment), "{found:?}");
    assert_eq!(found.last(), Some(&Boilerplate));
}

#[test]
fn signed_comments_are_the_readers() {
    for raw in [
        "¶\n\n3 Comments\n\nSomeone\n\nNo way.",
        "¶\n\nA Reader says:\n\nMay 3, 2021 at 5:10 pm\n\nNo way.\n\nReply\n\nOther says:\n\nYes way.",
        "¶\n\n2 thoughts on “The tax”\n\nNo way.",
    ] {
        let found = kinds(raw);
        assert_eq!(found[0], Paragraph);
        assert!(found[1..].iter().all(|kind| *kind == ReaderComment), "{raw}: {found:?}");
    }
}

#[test]
fn appeals_are_boilerplate() {
    let raw = "Reading without ads?\nOur journalism costs us $9,000 a month. Your support keeps it going.\nSupport us\n\n\
               Redport Votes the Tax Down\n\n¶\n\n¶\n\n¶\n\n¶\n\nSign up for our weekly newsletter\n\nDear readers,\n\n\
               We are under attack, and our printer has left.\n\nWe need your help to go on.\n\n\
               Your donation matters to us. Thank you.";
    let found = kinds(raw);
    let article = found.iter().position(|kind| *kind == Heading(1)).unwrap();
    assert!(found[1..article].iter().all(|kind| *kind == Boilerplate), "{found:?}");
    assert!(found[article + 1..article + 5].iter().all(|kind| *kind == Paragraph), "{found:?}");
    assert!(found[article + 5..].iter().all(|kind| *kind == Boilerplate), "{found:?}");
}
