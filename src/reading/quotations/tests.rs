//! Tables: each line a text and the quotations that stand in it.

use proptest::prelude::*;

use super::{Marks, Quotation, QuotationKind, read};
use crate::reading::markup::{Format, extract};

fn found(text: &str) -> Vec<(String, Quotation)> {
    let extraction = extract(text, Format::Plain);
    let quotations = read(&extraction);
    quotations.into_iter().map(|q| (q.range.of(&extraction.text).to_owned(), q)).collect()
}

fn words(text: &str) -> Vec<String> {
    found(text).into_iter().map(|(words, _)| words).collect()
}

#[test]
fn every_notation_is_read() {
    for (text, marks, expected) in [
        ("“We go,” she said.", Marks::Curly, "We go,"),
        ("\"We go,\" she said.", Marks::Straight, "We go,"),
        ("‘We don’t go,’ she said.", Marks::CurlySingle, "We don’t go,"),
        ("'We don't go,' she said.", Marks::StraightSingle, "We don't go,"),
        ("« Nous partons », dit-elle.", Marks::Guillemets, "Nous partons"),
        ("«\u{a0}Nous partons\u{a0}», dit-elle.", Marks::Guillemets, "Nous partons"),
        ("»Wir gehen«, sagte sie.", Marks::Guillemets, "Wir gehen"),
        ("„Wir gehen“, sagte sie.", Marks::Low, "Wir gehen"),
        ("„Idziemy”, powiedziała.", Marks::Low, "Idziemy"),
        ("``We go,'' she said.", Marks::Latex, "We go,"),
        ("`We go,' she said.", Marks::Latex, "We go,"),
        ("”We go,” she said.", Marks::Curly, "We go,"),
        ("“We go,\" she said.", Marks::Curly, "We go,"),
        ("She said: “We go“", Marks::Curly, "We go"),
        ("- We will, of course,\" Lane told reporters.", Marks::Dash, "We will, of course,"),
        ("— We will, of course, said Lane.", Marks::Dash, "We will, of course,"),
        ("— We will of course — says Lane.", Marks::Dash, "We will of course"),
    ] {
        let found = found(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].0.as_str(), found[0].1.marks), (expected, marks), "{text}");
    }
}

#[test]
fn apostrophes_primes_and_lists_are_not_quotations() {
    for text in [
        "He is 6'2\" tall and she is 5'9\".",
        "The dogs' bones and the cats' milk don't mix.",
        "Rock 'n' roll of the '90s and the ’80s.",
        "A 6\" pipe and a 7\" pipe.",
        "It took 3' 20\" in all.",
        "- bread\n- milk, butter and salt\n- They say it rains",
        "Give 'em what they're askin' for, y'all.",
        "He lost, it said.",
    ] {
        assert_eq!(words(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn pieces_and_nesting_are_told_apart() {
    for (text, expected) in [
        ("“A b,” she said, “c d.”", vec![("A b,", 0, 1), ("c d.", 0, 1)]),
        ("“A b,” she said. “C d.”", vec![("A b,", 0, 1), ("C d.", 0, 1)]),
        (
            "“A b,” she said on “Today.” “C d.”",
            vec![("A b,", 0, 1), ("Today.", 0, 2), ("C d.", 0, 1)],
        ),
        (
            "“A b,” she said on the radio’s “Morning Round.” “C d.”",
            vec![("A b,", 0, 1), ("Morning Round.", 0, 2), ("C d.", 0, 1)],
        ),
        ("“A b,” she said “C d.”", vec![("A b,", 0, 1), ("C d.", 0, 1)]),
        ("“A b,” she said. He said, “C d.”", vec![("A b,", 0, 1), ("C d.", 0, 2)]),
        ("“He said ‘no’ to me,” she said.", vec![("He said ‘no’ to me,", 0, 1), ("no", 1, 2)]),
        ("'He said \"no\" to me,' she said.", vec![("He said \"no\" to me,", 0, 1), ("no", 1, 2)]),
        ("“A b.\n\n“C d,” she said.", vec![("A b.", 0, 1), ("C d,", 0, 1)]),
        ("“A b.\n\n“C d.\n\n“E f.” So.", vec![("A b.", 0, 1), ("C d.", 0, 1), ("E f.", 0, 1)]),
        ("“A b.\n\nC d,” she said.", vec![("A b.", 0, 1), ("C d,", 0, 1)]),
        ("She called it “a b” and “c d”.", vec![("a b", 0, 1), ("c d", 0, 2)]),
    ] {
        let found = found(text);
        let found: Vec<_> = found.iter().map(|(w, q)| (w.as_str(), q.depth, q.turn)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_bad_mark_does_not_upset_what_follows() {
    for (text, expected) in [
        ("“We go.\n\nLater on.\n\n“You stay,” he said.", vec!["We go.", "You stay,"]),
        (
            "\"We go. And on.\n\nLater.\n\n\"You stay,\" he said.",
            vec!["We go. And on.", "You stay,"],
        ),
        ("We left” early.\n\n“You stay,” he said.", vec!["You stay,"]),
        ("“We go. “You stay,” he said.", vec!["We go.", "You stay,"]),
        ("\"We go,\" he said. It is 6\" long. \"Yes.\"", vec!["We go,", "Yes."]),
        ("\"It is 6\" long,\" he said. \"Yes.\"", vec!["It is 6\" long,", "Yes."]),
        ("“He is 5’2”. You see?” she said.", vec!["He is 5’2”. You see?"]),
        ("“He is like 6’2”,” she said. “Yes.”", vec!["He is like 6’2”,", "Yes."]),
        ("“I am 6’11”,” he said.", vec!["I am 6’11”,"]),
        ("“I am 6’11”, he said.", vec!["I am 6’11"]),
    ] {
        assert_eq!(words(text), expected, "{text}");
    }
}

#[test]
fn what_stands_in_the_text_is_told() {
    for (text, opened, closed) in [
        ("“We go,” she said.", true, true),
        ("“We go and never stop", true, false),
        ("- We go,\" she said.", false, true),
    ] {
        let found = found(text);
        assert_eq!((found[0].1.opened, found[0].1.closed), (opened, closed), "{text}");
    }
}

#[test]
fn wrapped_lines_are_one_quotation() {
    let text = "The mayor of the small town said, \"we shall open the\nnew bridge before the end \
                of the year,\" and left the hall\nwithout another word.";
    assert_eq!(words(text), ["we shall open the\nnew bridge before the end of the year,"]);
}

proptest! {
    #[test]
    fn ranges_lie_on_boundaries_and_inside_their_marks(
        text in "[ab .,“”‘’'\"«»„`–\\-\n6é]{0,50}"
    ) {
        let extraction = extract(&text, Format::Plain);
        let quotations = read(&extraction);
        let mut start = 0;
        for quotation in quotations {
            prop_assert!(!quotation.range.of(&text).is_empty());
            prop_assert!(quotation.outer.contains_range(quotation.range));
            prop_assert!(quotation.outer.start >= start);
            prop_assert!(quotation.depth == 0 || quotation.kind == QuotationKind::Unattributed);
            start = quotation.outer.start;
        }
    }
}

#[test]
fn terms_and_titles_are_told_from_speech() {
    use QuotationKind::{Direct, Mixed, Unattributed};
    for (text, expected) in [
        ("“We go now,” Ada Lane said.", Direct),
        ("Ada Lane said: “We go now.”", Direct),
        ("Ada Lane said on Monday that the plan was “a very bad idea” for the town.", Mixed),
        ("The mayor called the plan “a disgrace” on Monday.", Mixed),
        ("She sang in the musical “The Long Road Home” for years.", Unattributed),
        ("He appeared on Channel Five’s “Morning Light” in March.", Unattributed),
        ("The so-called “experts” met again.", Unattributed),
        ("A novel titled “The Quiet Hill” won the prize.", Unattributed),
        ("<a data-id=\"6612\">", Unattributed),
    ] {
        let found = found(text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].1.kind, expected, "{text}");
    }
}
