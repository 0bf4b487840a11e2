//! Tables of figures: what is found, what it means, and what is no figure.

use proptest::prelude::*;

use super::*;
use crate::reading::dates::{self, NumericOrder};
use crate::reading::markup::{BlockKind, Format};

fn read_all(text: &str) -> Vec<Figure> {
    let blocks = crate::reading::markup::extract(text, Format::Plain).blocks;
    let dates = dates::read(text, &blocks, None, NumericOrder::FromDocument);
    read(text, &blocks, &dates)
}

/// Each figure as `text = low..high unit`, with `~` where it is approximate.
fn told(text: &str) -> String {
    let each = |figure: &Figure| {
        let soft = if figure.approximate { "~" } else { "" };
        let value = if figure.low == figure.high {
            format!("{}", figure.low)
        } else {
            format!("{}..{}", figure.low, figure.high)
        };
        let unit = figure.unit.as_deref().unwrap_or("-");
        format!("{} = {soft}{value} {unit}", figure.range.of(text))
    };
    read_all(text).iter().map(each).collect::<Vec<_>>().join("; ")
}

#[test]
fn figures_are_read() {
    let table = [
        ("sent 2,000 peacekeepers to", "2,000 peacekeepers = 2000 peacekeeper"),
        ("50 armored personnel carriers", "50 armored personnel carriers = 50 carrier"),
        ("two dozen soldiers fell", "two dozen soldiers = 24 soldier"),
        ("three and a half million people", "three and a half million people = 3500000 person"),
        ("half a million votes", "half a million votes = 500000 vote"),
        ("about half of the members", "half = ~0.5 share"),
        ("two-thirds of them", "two-thirds = 0.6666666666666666 share"),
        ("a quarter of voters", "a quarter = 0.25 share"),
        ("one in five adults", "one in five = 0.2 share"),
        ("hundreds of thousands fled", "hundreds of thousands = ~100000..1000000 -"),
        ("dozens of people", "dozens of people = ~24..199 person"),
        ("sales almost doubled", "doubled = ~2 times"),
        ("twice as many", "twice = 2 times"),
        ("a six-nation alliance", "six-nation = 6 nation"),
        ("rose 5%", "5% = 5 percent"),
        ("had 33% to 37% support", "33% to 37% = 33..37 percent"),
        ("between 3 percent to 5 percent of it", "3 percent to 5 percent = 3..5 percent"),
        ("rose 3% to 37%", "3% = 3 percent; 37% = 37 percent"),
        ("from 33% to 37% of it", "33% = 33 percent; 37% = 37 percent"),
        ("won it 61% to 39%", "61% = 61 percent; 39% = 39 percent"),
        ("pays 6.2p a share", "6.2p = 6.2 penny"),
        ("a fine of 40 pence then", "40 pence = 40 penny"),
        ("a half-cent sales tax", "half-cent = 0.5 cent"),
        ("a half-mile walk", "half-mile = 0.5 mile"),
        ("at half-time, a half-brother", ""),
        ("the firm doubles its output", "doubles = 2 times"),
        ("Mora triples Finch's share", "triples = 3 times"),
        ("the women's doubles the year before", ""),
        ("cut it into halves the size", ""),
        ("rose 5.2 percent", "5.2 percent = 5.2 percent"),
        ("rose five per cent", "five per cent = 5 percent"),
        ("rose 3 percentage points", "3 percentage points = 3 percentage point"),
        ("cost $1.5 billion then", "$1.5 billion = 1500000000 USD"),
        ("cost US$40bn then", "US$40bn = 40000000000 USD"),
        ("cost €20m then", "€20m = 20000000 EUR"),
        ("cost £3,000 then", "£3,000 = 3000 GBP"),
        ("cost 10,000 dollars then", "10,000 dollars = 10000 USD"),
        ("between 50 and 60 ships", "50 and 60 ships = 50..60 ship"),
        ("10 to 12 percent", "10 to 12 percent = 10..12 percent"),
        ("50-60 ships", "50-60 ships = 50..60 ship"),
        ("$1-2 billion", "$1-2 billion = 1000000000..2000000000 USD"),
        ("rose from 10 to 12 percent", "10 = 10 -; 12 percent = 12 percent"),
        ("more than 50 ships", "50 ships = ~50..inf ship"),
        ("up to 50 ships", "50 ships = ~-inf..50 ship"),
        ("roughly 100,000 of them", "100,000 = ~100000 -"),
        ("lost the district 68%-31% in May", "68%-31% = 31..68 score"),
        ("cost NZ $ 26 million", "NZ $ 26 million = 26000000 NZD"),
        ("went to Coastal Lines 18 months late", "18 months = 18 month"),
        ("said Ada Moss, 84.", "84 = 84 age"),
        ("won 2-1 at home", "2-1 = 1..2 score"),
        ("aged 42", "42 = 42 age"),
        ("a 42-year-old man", "42-year-old = 42 age"),
        ("42 years old", "42 years old = 42 age"),
        ("is 24,000 years old", "24,000 years old = 24000 year"),
        ("a 44-day war", "44-day = 44 day"),
        ("20 degrees Celsius", "20 degrees Celsius = 20 °C"),
        ("300 square miles", "300 square miles = 300 square mile"),
        ("the third attempt", "third = 3 ordinal"),
        ("two hundred and forty thousand men", "two hundred and forty thousand men = 240000 man"),
        ("twenty-one countries", "twenty-one countries = 21 country"),
        ("14 agreed documents", "14 agreed documents = 14 document"),
        ("nearly 3 dozen states", "3 dozen states = ~36 state"),
        ("the Air Force 40 billion dollars", "40 billion dollars = 40000000000 USD"),
        ("a dozen eggs", "a dozen eggs = 12 egg"),
        ("the 179 new aerial refueling tankers", "179 new aerial refueling tankers = 179 tanker"),
    ];
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| told(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  expected {expected}\n  read     {}", told(text)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn look_alikes_are_no_figures() {
    let mut wrong = Vec::new();
    for text in [
        "He told France 24 so.",
        "under Article 4 of the pact",
        "under article 4 of the pact",
        "The GM 200 radar",
        "an Airbus A330-200",
        "on Feb. 22, 2024",
        "in 2022",
        "at 6:40 p.m. sharp",
        "at 18:00",
        "at 5 pm",
        "Version 1.10.30",
        "Call 555-1234 now",
        "ISBN 978-1-4028-9462-6",
        "one of them left",
        "No. 10 said",
        "the 1990s",
        "Covid-19 came",
        "1. Item",
        "as noted [3] before",
        "at first he ran",
        "Peugeot 2008",
        "Divers came on 24 and 9 August.",
    ] {
        let read = told(text);
        if !read.is_empty() {
            wrong.push(format!("{text}: {read}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn figures_are_compared_in_their_unit() {
    use Agreement::*;
    for (a, b, expected) in [
        ("2,000 men", "two thousand men", Same),
        ("2,000 men", "3,000 men", Different),
        ("2,000 men", "3,000 women", Unlike),
        ("about 2,000 men", "2,100 men", Compatible),
        ("more than 50 men", "60 men", Compatible),
        ("more than 50 men", "40 men", Different),
        ("$1.5 billion", "$1,482,000,000", Compatible),
        ("$1.5 billion", "$1.3 billion", Different),
        ("half of the men", "50 percent", Same),
        ("5 percent", "5 percentage points", Unlike),
        ("15 men", "5 men", Different),
        ("3.41 percent", "3.4 percent", Compatible),
        ("3.5 percent", "3.4 percent", Different),
        ("about 20 men", "24 men", Compatible),
        ("about 20 men", "26 men", Different),
        ("251 men", "250 men", Different),
        ("10 to 12 percent", "10 to 15 percent", Different),
        ("10 to 12 percent", "11 percent", Compatible),
        ("hundreds of people", "thousands of people", Different),
        ("dozens of people", "hundreds of people", Compatible),
        ("hundreds of people", "700 people", Compatible),
        ("a six-week war", "a 44-day war", Compatible),
        ("a six-week war", "a six-day war", Different),
        ("a 24-hour raid", "a one-day raid", Same),
        ("10 miles", "16 km", Compatible),
        ("10 miles", "10 km", Different),
        ("a six-nation pact", "a six-member pact", Same),
        ("a six-nation pact", "a five-member pact", Different),
        ("10 miles", "10 hours", Unlike),
        ("more than $26 million", "$200 or less", Different),
        ("more than 50 men", "more than 50 men", Same),
    ] {
        let [first, second] = [a, b].map(|text| read_all(text).remove(0));
        assert_eq!(consistent(&first, &second), expected, "{a} / {b}");
        assert_eq!(consistent(&second, &first), expected, "{b} / {a}");
    }
}

#[test]
fn a_restatement_is_as_far_off_as_its_digits_allow() {
    use Agreement::*;
    for (draft, source, expected) in [
        ("about 20 men", "about 22 men", Compatible),
        ("about 22 men", "about 20 men", Compatible),
        ("about 80 men", "about 60 men", Different),
        ("about 1,000 men", "about 1,100 men", Compatible),
        ("about $1.8 billion", "about $1.5 billion", Different),
        ("up to $25,000", "up to $75,000", Different),
        ("over 2,000 men", "over 2,400 men", Compatible),
        ("over 2,400 men", "over 2,000 men", Different),
        ("over 20,000 men", "over 25,000 men", Different),
    ] {
        let [figure, stated] = [draft, source].map(|text| read_all(text).remove(0));
        assert_eq!(restates(&figure, &stated), expected, "{draft} / {source}");
    }
}

proptest! {
    #[test]
    fn any_words_are_read(words in proptest::collection::vec(
        proptest::sample::select(vec![
            "$", "US", "2", ",", "000", ".", "5", "%", "-", "million", "hundreds", "of", "two",
            "and", "a", "half", "dozen", "between", "to", "third", "1st", "men", "twice", "½",
            "in", "bn", "m", "quarter", "é", "99999999999999999999", ":", "percent", "aged",
            "year", "old", "2008", "more", "than", "per", "cent", "twenty", "thousand",
        ]), 0..14), spaces in proptest::collection::vec(any::<bool>(), 14)) {
        let mut text = String::new();
        for (word, space) in words.iter().zip(spaces) {
            text.push_str(word);
            if space { text.push(' '); }
        }
        let whole = Block { range: TextRange::new(0, text.len()), kind: BlockKind::Paragraph };
        let dates = dates::read(&text, &[whole], None, NumericOrder::FromDocument);
        let mut last = 0;
        for figure in read(&text, &[whole], &dates) {
            prop_assert!(figure.range.start >= last && figure.range.start < figure.range.end);
            prop_assert!(text.get(figure.range.start..figure.range.end).is_some());
            prop_assert!(figure.low <= figure.high);
            prop_assert!(!dates.iter().any(|date| date.range.overlaps(figure.range)));
            last = figure.range.end;
            let _ = in_style_of(figure.range.of(&text), 1234.5);
        }
    }
}
