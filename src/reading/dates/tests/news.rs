//! How news writes dates, and what it writes that only looks like one.

use super::*;

/// The publication day of these tables: a Friday in winter.
const FRIDAY: Option<Date> = Some(date(1998, 2, 6));

#[test]
fn plans_and_promises_are_to_come() {
    check(
        &[
            ("The funeral will be held on Saturday.", "Saturday = 1998-02-07"),
            ("The vote was held on Saturday.", "Saturday = 1998-01-31"),
            ("Elections will be held in March.", "March = 1998-03-01..1998-03-31"),
            ("He promised a reply by Monday.", "Monday = 1998-02-09"),
            ("The lender had until Monday to repay.", "Monday = 1998-02-09"),
            ("It had been shut until Monday.", "Monday = 1998-02-02"),
            ("It is due to land at 10 a.m. Sunday.", "Sunday = 1998-02-08"),
            ("The side plays Lyon on Sunday.", "Sunday = 1998-02-08"),
            ("Talks resume Tuesday.", "Tuesday = 1998-02-10"),
            ("The board meets Tuesday.", "Tuesday = 1998-02-10"),
            ("The board met Tuesday.", "Tuesday = 1998-02-03"),
            ("The case was put back, moved to May 27.", "May 27 = 1998-05-27"),
            ("He could not be reached Saturday.", "Saturday = 1998-01-31"),
            ("She might have won Saturday.", "Saturday = 1998-01-31"),
            ("He wouldn't say Tuesday how it will end.", "Tuesday = 1998-02-03"),
            ("It may win come November.", "November = 1998-11-01..1998-11-30"),
            ("The Sept. 30 deadline passed.", "Sept. 30 = 1997-09-30"),
            ("The book is due in the fall.", "the fall = 1998-09-01..1998-11-30"),
            (
                "Costs will fall in the fourth quarter.",
                "the fourth quarter = 1997-10-01..1997-12-31",
            ),
            ("Costs will fall in the third quarter.", "the third quarter = 1998-07-01..1998-09-30"),
        ],
        FRIDAY,
    );
}

#[test]
fn counted_and_listed_dates() {
    check(
        &[
            ("She left a year and a half ago.", "a year and a half ago = 1996-08-01..1996-08-31"),
            (
                "She left one year and two months ago.",
                "one year and two months ago = 1996-12-01..1996-12-31",
            ),
            ("They vote a week from Monday.", "a week from Monday = 1998-02-16"),
            ("It burned ten years ago Wednesday.", "ten years ago Wednesday = 1988-02-04"),
            ("They met the day after Christmas.", "the day after Christmas = 1997-12-26"),
            (
                "The second Tuesday in November is free.",
                "The second Tuesday in November = 1997-11-11",
            ),
            ("Born on 10-Aug-62 in Kent", "10-Aug-62 = 1962-08-10"),
            ("It shut in Feb-1997.", "Feb-1997 = 1997-02-01..1997-02-28"),
            (
                "In 1776, 1789 and 1848 crowds rose.",
                "1776 = 1776-01-01..1776-12-31; \
              1789 = 1789-01-01..1789-12-31; 1848 = 1848-01-01..1848-12-31",
            ),
            ("In A.D. 79 the hill blew up.", "A.D. 79 = 0079-01-01..0079-12-31"),
            ("It holds until at least 2003.", "2003 = 2003-01-01..2003-12-31"),
            ("The 1988 third quarter was poor.", "The 1988 third quarter = 1988-07-01..1988-09-30"),
            ("The mid-March poll", "mid-March = 1998-03-01..1998-03-31"),
            ("The 18th-century mill", "18th-century = 1700-01-01..1799-12-31"),
            (
                "The late 19th and early 20th centuries",
                "The late 19th = 1800-01-01..1899-12-31; \
              early 20th centuries = 1900-01-01..1999-12-31",
            ),
            ("It was dry on 10/Aug/1996.", "10/Aug/1996 = 1996-08-10"),
            ("It was dry on Aug-10-1996.", "Aug-10-1996 = 1996-08-10"),
            ("It was dry in 1995/1996.", "1995/1996 = 1995-01-01..1996-12-31"),
            (
                "In 1968 he lost, and that November he left.",
                "1968 = 1968-01-01..1968-12-31; \
              that November = 1968-11-01..1968-11-30",
            ),
            (
                "Over the course of the next two weeks",
                "the next two weeks = 1998-02-07..1998-02-20",
            ),
            ("It began a hundred years ago.", "a hundred years ago = 1898-01-01..1898-12-31"),
            ("In FY 1997 it grew.", "FY 1997 = 1997-01-01..1997-12-31"),
            (
                "He wed on Jan. 3; that same day he flew.",
                "Jan. 3 = 1998-01-03; \
              that same day = 1998-01-03",
            ),
        ],
        FRIDAY,
    );
}

#[test]
fn a_weekday_far_away_picks_the_year() {
    let august = Some(date(2012, 8, 10));
    check(
        &[
            ("Tuesday, 10 January", "Tuesday, 10 January = 2012-01-10"),
            ("Thursday, 10 January", "Thursday, 10 January = 2013-01-10"),
            ("Monday, Aug. 7", "Monday, Aug. 7 = 2012-08-07"),
        ],
        august,
    );
}

#[test]
fn no_date_is_accused_by_another_calendar_or_year() {
    let none = [
        "In 1976 she fled. On Sunday, Feb. 22, she was found.",
        "On Wednesday, 25 October 1917, the palace fell.",
        "On Sunday, 9 January 1905, they fired.",
        "On Thursday, 29 February 1900, it snowed.",
        "On Monday, 2 September 1666, the bakery burned.",
        "It is on Friday and Saturday, Feb. 6 and 7.",
        "It is on Friday, Saturday and Sunday, Feb. 6, 7 and 8.",
    ];
    for text in none {
        assert!(read_at(text, FRIDAY).iter().all(|date| problem(date).is_none()), "{text}");
    }
    for text in ["On Monday, Feb. 10, he left.", "On Friday, 11 June 1912, he left."] {
        assert!(read_at(text, FRIDAY).iter().any(|date| problem(date).is_some()), "{text}");
    }
}

#[test]
fn the_day_of_publication_settles_numbers() {
    check(
        &[
            ("02/06/98 Geneva", "02/06/98 = 1998-02-06"),
            ("06/02/98 Geneva", "06/02/98 = 1998-02-06"),
            ("03/04/97 Geneva", "03/04/97 = 1997-03-04..1997-04-03"),
        ],
        FRIDAY,
    );
    let read = read_at("02/06/98 Geneva", FRIDAY);
    assert_eq!(read[0].readings.len(), 2, "both readings are kept for comparing");
}

#[test]
fn names_and_numbers_of_the_news_are_no_dates() {
    let none = [
        "Her novel \"1984\" sold.",
        "They showed \"2001: The Long Way\" again.",
        "The film 2012 flopped.",
        "We saw The 1975 live.",
        "The 2030 Group met with 2020 Ventures.",
        "The asteroid 2012 DA14 went by.",
        "The 1800 block of Elm",
        "It seats 1850.",
        "The Friday the 13th films were cheap.",
        "TGI Friday's opened a branch.",
        "She sang at Sunday school.",
        "Ms. April signed.",
        "She told USA TODAY's desk so.",
        "At the end of the day, it is a game.",
        "The May government fell.",
        "She is in her mid-60s.",
        "Labor Day Inc. sells flags.",
        "Firmware 2.12.11 is out.",
        "The second quarter was scoreless.",
    ];
    let table: Vec<(&str, &str)> = none.iter().map(|text| (*text, "")).collect();
    check(&table, FRIDAY);
}

#[test]
fn a_day_after_the_part_of_day_is_the_same_day() {
    check(
        &[
            (
                "He resigned on Tuesday morning, 3 February.",
                "Tuesday morning, 3 February = 1998-02-03",
            ),
            ("It rained on Sunday night (February 1).", "Sunday night (February 1) = 1998-02-01"),
            ("He resigned on Tuesday morning.", "Tuesday morning = 1998-02-03"),
        ],
        FRIDAY,
    );
}

#[test]
fn what_may_be_of_two_weeks_or_winters_is_compared_with_both() {
    for (one, other, expected) in [
        ("He left last Wednesday.", "on 4 February 1998", true),
        ("He left last Wednesday.", "on 28 January 1998", true),
        ("He left last Wednesday.", "on 21 January 1998", false),
        ("He left last Saturday.", "on 24 January 1998", false),
        ("He left in the winter of 1996.", "in February 1996", true),
        ("He left in the winter of 1996.", "in January 1997", true),
        ("He left in the winter of 1996.", "in May 1996", false),
    ] {
        let (one_date, other_date) = (read_at(one, FRIDAY), read_at(other, FRIDAY));
        let consistency = consistent(&one_date[0], &other_date[0]);
        assert_eq!(consistency.is_consistent(), expected, "{one} / {other}");
    }
}
