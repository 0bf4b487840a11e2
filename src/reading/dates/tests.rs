//! Tables of dates: what is found, what it means, and what is not a date.

mod news;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::reading::markup::BlockKind;

/// The publication day of the tables: a Wednesday.
const PUBLISHED: Date = date(2009, 6, 17);

fn read_at(text: &str, publication: Option<Date>) -> Vec<DateMention> {
    let blocks =
        crate::reading::markup::extract(text, crate::reading::markup::Format::Plain).blocks;
    read(text, &blocks, publication, NumericOrder::FromDocument)
}

/// Each mention as `text = start..end`, or its value where its days are open.
fn told(text: &str, publication: Option<Date>) -> String {
    let each = |mention: &DateMention| {
        let days = match (mention.start, mention.end) {
            (Some(start), Some(end)) if start == end => start.to_string(),
            (Some(start), Some(end)) => format!("{start}..{end}"),
            _ => mention.value.clone(),
        };
        format!("{} = {days}", mention.range.of(text))
    };
    read_at(text, publication).iter().map(each).collect::<Vec<_>>().join("; ")
}

fn check(table: &[(&str, &str)], publication: Option<Date>) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| told(text, publication) != *expected)
        .map(|(text, expected)| {
            format!("{text}\n  expected {expected}\n  read     {}", told(text, publication))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn absolute_dates() {
    check(
        &[
            ("He left on Feb. 22, 2008.", "Feb. 22, 2008 = 2008-02-22"),
            ("He left on 22 February 2008.", "22 February 2008 = 2008-02-22"),
            ("He left on the 22nd of February, 2008.", "the 22nd of February, 2008 = 2008-02-22"),
            ("Filed 2008-02-22 at noon", "2008-02-22 = 2008-02-22"),
            ("Filed 2008-02-22T10:00Z", "2008-02-22 = 2008-02-22"),
            ("Filed 22.02.2008.", "22.02.2008 = 2008-02-22"),
            ("Filed 2/22/2008 by mail", "2/22/2008 = 2008-02-22"),
            ("Filed 20080222 by mail", "20080222 = 2008-02-22"),
            ("Filed 12-Jan-2008 by mail", "12-Jan-2008 = 2008-01-12"),
            ("In 2009-W23 it rained", "2009-W23 = 2009-06-01..2009-06-07"),
            ("Friday, Feb. 22, 2008, was cold", "Friday, Feb. 22, 2008 = 2008-02-22"),
            ("in September 2008 and later", "September 2008 = 2008-09-01..2008-09-30"),
            ("since Sept '08", "Sept '08 = 2008-09-01..2008-09-30"),
            ("the 4th of July 2012", "the 4th of July 2012 = 2012-07-04"),
            ("since 2002", "2002 = 2002-01-01..2002-12-31"),
            ("the 1990s were calm", "the 1990s = 1990-01-01..1999-12-31"),
            ("in the 80s", "the 80s = 1980-01-01..1989-12-31"),
            ("in the early 1990s", "the early 1990s = 1990-01-01..1999-12-31"),
            ("the 21st century", "the 21st century = 2000-01-01..2099-12-31"),
            ("summer of 69", "summer of 69 = 1969-06-01..1969-08-31"),
            ("the third quarter of 2008", "the third quarter of 2008 = 2008-07-01..2008-09-30"),
            ("Q3 2008 profit", "Q3 2008 = 2008-07-01..2008-09-30"),
            ("in fiscal 2008", "fiscal 2008 = 2008-01-01..2008-12-31"),
            ("the first half of 2008", "the first half of 2008 = 2008-01-01..2008-06-30"),
            ("the last week of March 2009", "the last week of March 2009 = 2009-03-23..2009-03-29"),
            ("the first Monday of May 2008", "the first Monday of May 2008 = 2008-05-05"),
            ("on Christmas Day 2007", "Christmas Day 2007 = 2007-12-25"),
            ("Labor Day 2008", "Labor Day 2008 = 2008-09-01"),
            ("after 9/11", "9/11 = 2001-09-11"),
        ],
        None,
    );
}

#[test]
fn relative_dates() {
    check(
        &[
            ("He spoke on Thursday.", "Thursday = 2009-06-11"),
            ("He spoke on Wednesday.", "Wednesday = 2009-06-17"),
            ("He will speak on Thursday.", "Thursday = 2009-06-18"),
            ("He said on Thursday that he will go.", "Thursday = 2009-06-11"),
            ("He spoke in September.", "September = 2008-09-01..2008-09-30"),
            ("He will speak in September.", "September = 2009-09-01..2009-09-30"),
            ("He spoke on June 18", "June 18 = 2009-06-18"),
            ("He was heard on Dec. 11", "Dec. 11 = 2008-12-11"),
            ("He spoke on Nov. 11", "Nov. 11 = 2008-11-11"),
            ("Nov. 11 is a holiday", "Nov. 11 = 2009-11-11"),
            ("two years ago", "two years ago = 2007-01-01..2007-12-31"),
            ("about two years ago", "about two years ago = 2007-01-01..2007-12-31"),
            ("a week ago", "a week ago = 2009-06-08..2009-06-14"),
            ("three days ago", "three days ago = 2009-06-14"),
            ("a month ago", "a month ago = 2009-05-01..2009-05-31"),
            ("two Fridays ago", "two Fridays ago = 2009-06-05"),
            ("yesterday morning", "yesterday morning = 2009-06-16"),
            ("last week", "last week = 2009-06-08..2009-06-14"),
            ("late last year", "late last year = 2008-01-01..2008-12-31"),
            ("last September", "last September = 2008-09-01..2008-09-30"),
            ("next month", "next month = 2009-07-01..2009-07-31"),
            ("last weekend", "last weekend = 2009-06-13..2009-06-14"),
            ("the day before yesterday", "the day before yesterday = 2009-06-15"),
            ("Monday morning", "Monday morning = 2009-06-15"),
            ("in mid-March", "mid-March = 2009-03-01..2009-03-31"),
            ("2 weeks from now", "2 weeks from now = 2009-06-29..2009-07-05"),
            ("the week of May 4", "the week of May 4 = 2009-05-04..2009-05-10"),
            ("October of next year", "October of next year = 2010-10-01..2010-10-31"),
            ("the end of last year", "the end of last year = 2008-01-01..2008-12-31"),
            ("last year's third quarter", "last year's third quarter = 2008-07-01..2008-09-30"),
            ("earlier this month", "earlier this month = 2009-06-01..2009-06-30"),
            ("last spring", "last spring = 2009-03-01..2009-05-31"),
            ("last night", "last night = 2009-06-16"),
            ("a week from Friday", "a week from Friday = 2009-06-26"),
            ("on Monday of last week", "Monday of last week = 2009-06-08"),
            ("the 15th of this month", "the 15th of this month = 2009-06-15"),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn anchored_dates() {
    check(
        &[
            (
                "They met on May 3, 2001. Six days later he left.",
                "May 3, 2001 = 2001-05-03; Six days later = 2001-05-09",
            ),
            (
                "They met on May 3, 2001. The following day he left.",
                "May 3, 2001 = 2001-05-03; The following day = 2001-05-04",
            ),
            (
                "They met in May 2001. He left the same month.",
                "May 2001 = 2001-05-01..2001-05-31; the same month = 2001-05-01..2001-05-31",
            ),
            (
                "Sales rose in February against the same period last year.",
                "February = 2009-02-01..2009-02-28; the same period last year = 2008-02-01..2008-02-29",
            ),
        ],
        Some(PUBLISHED),
    );
}

#[test]
fn ranges() {
    check(
        &[
            ("May 15-16, 2024", "May 15-16, 2024 = 2024-05-15..2024-05-16"),
            ("15–16 May 2024", "15–16 May 2024 = 2024-05-15..2024-05-16"),
            ("between 2 and 4 May 2020", "2 and 4 May 2020 = 2020-05-02..2020-05-04"),
            ("in 2019-2021", "2019-2021 = 2019-01-01..2021-12-31"),
            ("in 1998-99", "1998-99 = 1998-01-01..1999-12-31"),
            (
                "from March to June 2020",
                "March = 2020-03-01..2020-03-31; June 2020 = 2020-06-01..2020-06-30",
            ),
            (
                "from December to February 2020",
                "December = 2019-12-01..2019-12-31; February 2020 = 2020-02-01..2020-02-29",
            ),
            ("Jan–March 2008", "Jan–March 2008 = 2008-01-01..2008-03-31"),
        ],
        None,
    );
    let ends = read_at("from March to June 2020", None);
    assert!(
        ends.iter()
            .all(|end| end.whole == Some(Interval::new(date(2020, 3, 1), date(2020, 6, 30))))
    );
}

#[test]
fn without_a_publication_date_nothing_is_guessed() {
    check(
        &[
            ("He spoke on Feb. 22.", "Feb. 22 = XXXX-02-22"),
            ("He spoke on Thursday.", "Thursday = XXXX-XX-XX"),
            ("He spoke last year.", "last year = XXXX-XX-XX"),
            ("In February he spoke.", "February = XXXX-02"),
            (
                "On Feb. 22, 2024 he spoke. On Feb. 28 he left.",
                "Feb. 22, 2024 = 2024-02-22; Feb. 28 = 2024-02-28",
            ),
            ("On 31 June 2024 he left.", "31 June 2024 = 2024-06-31"),
        ],
        None,
    );
}

#[test]
fn numeric_order() {
    let both = read_at("It was 1/2/2009.", None);
    assert_eq!(both[0].readings.len(), 2);
    assert_eq!(both[0].value, "[2009-01-02,2009-02-01]");
    for (text, expected) in [
        ("Filed 13/2/2009, due 1/2/2009", date(2009, 2, 1)),
        ("Filed 2/13/2009, due 1/2/2009", date(2009, 1, 2)),
        ("The color of labor: due 1/2/2009", date(2009, 1, 2)),
    ] {
        let last = read_at(text, None).pop().unwrap();
        assert_eq!((last.start, last.readings.len()), (Some(expected), 0), "{text}");
    }
}

#[test]
fn look_alikes_are_no_dates() {
    let mut wrong = Vec::new();
    for text in [
        "He wrote for The Sunday Times.",
        "Mark Sunday scored the goal.",
        "He reads USA Today at home.",
        "The play is by August Wilson.",
        "April Jones won the race.",
        "Theresa May was in charge.",
        "Mrs May said so.",
        "They saw The Day After Tomorrow.",
        "It came out on Black Friday Records.",
        "The March on Washington was large.",
        "This may take longer.",
        "They march on the capital.",
        "the sun set over the bay",
        "2,000 peacekeepers were sent",
        "Some 2008 people came",
        "He drives a Peugeot 2008.",
        "It opens in Office 2019.",
        "Version 1.10.30 is out",
        "The GM 200 engine",
        "Section 2024 of the code",
        "Article 4 applies",
        "He told France 24 so.",
        "a 24-hour strike",
        "They won 2-1 on penalties",
        "1/2 cup of sugar",
        "Call 555-1999 now",
        "It costs $2000 a piece",
        "on page 1999 of the file",
        "He lives at 1990 Main Street.",
        "ISBN 978-1-4028-9462-6",
        "every Monday",
        "on Monday nights",
        "He took a second look",
        "for two days",
        "within six months of work",
        "will last two weeks",
        "at 1900 GMT",
        "He ran 1500 metres",
        "in his sixties",
        "temperatures in the 70s",
        "the fall of the government",
        "cars of tomorrow",
        "10 to 12 percent",
        "annually",
        "a year-long strike",
        "20th Century Fox",
        "June Carter sang",
        "a 2008-seat hall",
    ] {
        let read = told(text, Some(PUBLISHED));
        if !read.is_empty() {
            wrong.push(format!("{text}: {read}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn impossible_dates_are_told() {
    for (text, expected) in [
        ("31 June 2024", Some("NoSuchDay { day: 31, month: 6, year: None, last: 30 }")),
        ("June 31", Some("NoSuchDay { day: 31, month: 6, year: None, last: 30 }")),
        ("Feb. 29, 2023", Some("NoSuchDay { day: 29, month: 2, year: Some(2023), last: 28 }")),
        ("Feb. 29", None),
        ("Tuesday, March 12, 2024", None),
    ] {
        let found = read_at(text, None).first().and_then(problem);
        assert_eq!(found.map(|problem| format!("{problem:?}")).as_deref(), expected, "{text}");
    }
    let wrong = read_at("Monday, 12 March 2024", None).first().and_then(problem);
    assert!(matches!(wrong, Some(Problem::WrongWeekday { actual: Weekday::Tuesday, .. })));
}

#[test]
fn dates_are_compared_on_what_is_known() {
    use Consistency::*;
    for (a, b, expected) in [
        ("Feb. 22, 2024", "22 February 2024", Same),
        ("Feb. 22, 2024", "February 2024", Coarser),
        ("Feb. 22, 2024", "Feb. 23, 2024", Near),
        ("Feb. 22, 2024", "Feb. 28, 2024", Disjoint),
        ("Feb. 22", "Feb. 28", Disjoint),
        ("Feb. 22", "February", Coarser),
        ("since 2022", "2023", Overlapping),
        ("before 2022", "2023", Disjoint),
        ("early 2009", "late 2009", Disjoint),
        ("early 2009", "2009", Coarser),
        ("1/2/2009", "2 January 2009", Same),
        ("Thursday", "2023", Unknown),
    ] {
        let [a, b] = [a, b].map(|text| read_at(text, None).remove(0));
        assert_eq!(consistent(&a, &b), expected, "{a:?} {b:?}");
    }
}

fn sound(text: &str, publication: Option<Date>) -> Result<(), TestCaseError> {
    let whole = Block { range: TextRange::new(0, text.len()), kind: BlockKind::Paragraph };
    let mut last = 0;
    for mention in read(text, &[whole], publication, NumericOrder::FromDocument) {
        prop_assert!(mention.range.start >= last && mention.range.start < mention.range.end);
        prop_assert!(text.get(mention.range.start..mention.range.end).is_some());
        prop_assert!(mention.start <= mention.end || mention.end.is_none());
        last = mention.range.end;
        let _ = in_style_of(mention.range.of(text), PUBLISHED);
        let _ = problem(&mention);
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read(text in ".{0,80}") {
        sound(&text, Some(PUBLISHED))?;
    }

    #[test]
    fn any_words_are_read(words in proptest::collection::vec(
        proptest::sample::select(vec![
            "the", "last", "May", "15", "-", "16", ",", "2008", "to", "from", "between", "and",
            "Monday", "of", "week", "two", "years", "ago", "first", "quarter", "early", "mid",
            "'", "80", "s", "31", "June", "before", "yesterday", "next", "'s", "1980s", "9999",
            "/", ".", "a", "same", "period", "year", "earlier", "day", "Feb.", "é", "999", "century", "99999999999999999999",
            "half", "decades", "later", "Easter", "spring", "in", "following", "end", "hundred",
        ]), 0..14), spaces in proptest::collection::vec(any::<bool>(), 14)) {
        let mut text = String::new();
        for (word, space) in words.iter().zip(spaces) {
            text.push_str(word);
            if space { text.push(' '); }
        }
        sound(&text, Some(PUBLISHED))?;
        sound(&text, None)?;
        sound(&text, Some(date(9999, 12, 31)))?;
    }
}

fn values(text: &str, anchors: impl Into<Anchors>) -> Vec<String> {
    let extraction = crate::reading::markup::extract(text, crate::reading::markup::Format::Plain);
    let found = read(&extraction.text, &extraction.blocks, anchors, NumericOrder::FromDocument);
    found.into_iter().map(|date| date.value).collect()
}

#[test]
fn a_weekday_of_a_changed_page_may_be_seen_from_either_day() {
    let sunday = jiff::civil::date(2024, 2, 25);
    for (updated, expected) in [
        (None, ["2024-02-19", "2024-02-22"]),
        (Some(jiff::civil::date(2024, 2, 26)), ["[2024-02-19,2024-02-26]", "2024-02-22"]),
        // Before the publication, or when nobody adds news any more.
        (Some(jiff::civil::date(2024, 2, 20)), ["2024-02-19", "2024-02-22"]),
        (Some(jiff::civil::date(2024, 8, 1)), ["2024-02-19", "2024-02-22"]),
    ] {
        let anchors = Anchors { published: Some(sunday), updated };
        let text = "The mayor spoke on Monday. The council had met on Thursday.";
        assert_eq!(values(text, anchors), expected, "{updated:?}");
    }
}

#[test]
fn a_look_back_gives_no_year_to_the_news() {
    for (text, expected) in [
        // An event's name.
        (
            "He recalled Black January 1990. The mayor spoke on Feb. 15.",
            vec!["1990-01", "XXXX-02-15"],
        ),
        // Years after it.
        (
            "The pier burnt on January 20, 1990. It was rebuilt in 2020. The mayor spoke on Feb. 15.",
            vec!["1990-01-20", "2020", "XXXX-02-15"],
        ),
        // Not with the news.
        (
            "They met on Nov. 23, 2022. The mayor spoke on Sept. 18.",
            vec!["2022-11-23", "XXXX-09-18"],
        ),
        ("They met on March 3, 2021. They voted on March 5.", vec!["2021-03-03", "2021-03-05"]),
    ] {
        assert_eq!(values(text, None), expected, "{text}");
    }
}

#[test]
fn a_document_shows_its_year() {
    let filler = "\n\nThe council has nine members, and the harbour has two piers of its own.\n\n";
    for (text, expected) in [
        // A 29 February after the latest full date.
        (
            format!(
                "The pier burnt in November 2023.{filler}She spoke on Feb. 26.{filler}They met on Feb. 29."
            ),
            vec!["2023-11", "2024-02-26", "2024-02-29"],
        ),
        (
            format!(
                "The pier burnt in November 2021.{filler}She spoke on Feb. 26.{filler}They met on Feb. 29."
            ),
            vec!["2021-11", "XXXX-02-26", "XXXX-02-29"],
        ),
        // The latest day both with its year and without.
        (
            format!(
                "The summit opened on November 28.{filler}A photo of November 28, 2024.{filler}She had spoken on September 18."
            ),
            vec!["2024-11-28", "2024-11-28", "2024-09-18"],
        ),
        // A date ahead is no ground.
        (
            format!("The lease will end in March 2030.{filler}She spoke on Feb. 26."),
            vec!["2030-03", "XXXX-02-26"],
        ),
    ] {
        assert_eq!(values(&text, None), expected, "{text}");
    }
}
