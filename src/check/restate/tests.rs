//! Restatements as a table: a source, a draft, and what is said of the draft.

use crate::check::{Draft, Settings, check};
use crate::corpus::{Corpus, Source};
use crate::reading::markup::{self, Format};
use jiff::civil::date;

const TRIBUNE: &str = "The town council met on 3 March 2021 in the old theatre.\n\n\
    Councillors voted by 33 to 27 to close the swimming baths in Mill Lane. The baths opened in 1934 \
    and cost the town £412,000 a year.\n\n\
    Mayor Ada Moss, 58, became leader in 2016. She will hand over the keys on 14 May.\n\n\
    About 600 people marched against the plan, and a petition had 11,260 signatures.\n";

fn findings(source: &str, draft: &str) -> Vec<(&'static str, String)> {
    let mut tribune = Source::default();
    tribune.path = "tribune.txt".to_owned();
    tribune.date = Some(date(2021, 3, 5));
    tribune.extraction = markup::extract(source, Format::Plain);
    let corpus = Corpus::build(vec![tribune]);
    let draft = Draft::new("d.txt", draft.to_owned(), Format::Plain, Some(date(2021, 3, 6)));
    let checked = check(&corpus, &draft, &Settings::default(), &|| false).unwrap();
    checked
        .findings
        .into_iter()
        .map(|one| (one.rule, one.range.of(&draft.raw).to_owned()))
        .collect()
}

#[test]
fn what_differs_from_the_same_statement_is_told() {
    for (draft, expected) in [
        ("Councillors voted by 37 to 23 to close the baths.", Some(("wrong-figure", "37 to 23"))),
        ("Councillors voted by 33 to 27 to close the baths.", None),
        ("The swimming baths opened in 1943.", Some(("misdate", "1943"))),
        ("The swimming baths opened in the 1930s.", None),
        ("The baths cost the town £421,000 a year.", Some(("wrong-figure", "£421,000"))),
        ("The baths cost the town about £400,000 a year.", None),
        ("The baths cost the town £34,000 a month.", None),
        ("Ada Moss, who is 85, became leader in 2016.", Some(("wrong-figure", "85"))),
        ("Ada Moss has been leader since 2013.", Some(("misdate", "2013"))),
        ("Ada Moss has been leader since 2016.", None),
        ("Moss will hand over the keys on 24 May.", Some(("misdate", "24 May"))),
        ("The petition had 11,620 signatures.", Some(("wrong-figure", "11,620 signatures"))),
        ("A theatre in Harrow opened in 1943 and closed in 1961.", None),
    ] {
        let found = findings(TRIBUNE, draft);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(rule, text)| (*rule, text.as_str())).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{draft}");
    }
}
