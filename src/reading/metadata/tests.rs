use proptest::prelude::*;

use super::*;
use crate::reading::markup;

/// Title, author, outlet, date and its confidence as one line.
fn summary(name: &str, raw: &str) -> [String; 4] {
    let format = Format::of_name(name);
    let metadata = Metadata::of(raw, format, &markup::extract(raw, format));
    let text = |known: Option<Known<String>>| known.map_or("-".to_owned(), |known| known.value);
    let date = metadata
        .date
        .map_or("-".to_owned(), |date| format!("{} {:?}", date.value, date.confidence));
    [text(metadata.title), text(metadata.author), text(metadata.outlet), date]
}

const BODY: &str = "The council voted on Wednesday to leave the property tax as it is, after a debate that \
    went on past midnight and in which more than forty residents spoke, most of them against a rise. \
    “We will not raise the tax this year,” the mayor said on June 4, 2020.\n\n\
    The chamber was full by six, and people stood in the corridor to hear what would be said about \
    schools, roads and the harbour, which had not been dredged since 12 March 2015.\n";

#[test]
fn heads_and_feet_are_read() {
    let cases: &[(&str, &str, [&str; 4])] = &[
        (
            "Council Leaves Tax Alone\n\nMar 4 2021\n\n{}",
            "",
            ["Council Leaves Tax Alone", "-", "-", "2021-03-04 Medium"],
        ),
        (
            "Council Leaves Tax Alone\nBy Ada Moss and Carl de Brandt, The Redport Tribune\nMarch 4, 2021 at 7:15 a.m.\n\n{}",
            "",
            [
                "Council Leaves Tax Alone",
                "Ada Moss, Carl de Brandt",
                "The Redport Tribune",
                "2021-03-04 Medium",
            ],
        ),
        (
            "THE REDPORT TRIBUNE\n\nCouncil leaves tax alone\n\nThursday, 4 March 2021\n\n{}",
            "",
            ["Council leaves tax alone", "-", "THE REDPORT TRIBUNE", "2021-03-04 Medium"],
        ),
        (
            "Council Leaves Tax Alone\n\nResidents had asked for it.\nCouncil Leaves Tax Alone\nResidents before the vote on May 2, 2019. Ann Poe, Agency\nAda Moss\nUpdated:\n0:00\n\n{}",
            "",
            ["Council Leaves Tax Alone", "Ada Moss", "-", "-"],
        ),
        (
            "Council Leaves Tax Alone\n\nPublished: 04.03.2021 | Updated: 05.03.2021\n\n{}",
            "",
            ["Council Leaves Tax Alone", "-", "-", "2021-03-04 Medium"],
        ),
        (
            "Council Leaves Tax Alone\n\nUpdated 03/26/21, 7 a.m. ET\n\n{}",
            "",
            ["Council Leaves Tax Alone", "-", "-", "2021-03-26 Medium"],
        ),
        (
            "×\nTired of pop-ups?\nSince July 1, 2024, we have shown none.\nSupport us\n\nCouncil Leaves Tax Alone\n\n{}",
            "A Message from The Redport Times:\n\nWe are grateful.\n",
            ["Council Leaves Tax Alone", "-", "The Redport Times", "-"],
        ),
        (
            "Skip to main content\nMain menu\nLive\nSearch\n\n{}",
            "© 2021 The Tribune. All rights reserved.\n",
            ["-", "-", "The Tribune", "-"],
        ),
        (
            "Council Leaves Tax Alone\n\n{}",
            "The Tribune has contacted the mayor for comment.\n\nUpdate 03/26/21, 7 a.m. ET: this text was changed.\n",
            ["Council Leaves Tax Alone", "-", "The Tribune", "-"],
        ),
        (
            "Council Leaves Tax Alone\n\nREDPORT, March 4, 2021 (Agency Wire) - {}",
            "",
            ["Council Leaves Tax Alone", "-", "Agency Wire", "2021-03-04 Medium"],
        ),
        (
            "REDPORT, March 4, 2021 (Agency Wire) - The council left the tax alone on Thursday, after a debate of five hours that nobody had asked for.\n\n{}",
            "",
            ["-", "-", "-", "2021-03-04 Medium"],
        ),
        ("{}", "", ["-", "-", "-", "-"]),
        ("{}", "Comments\n\nJoe\nMarch 9, 2021 at 8:15 pm\nNonsense.\n", ["-", "-", "-", "-"]),
        (
            "Events of the year\n\n4 March 2021\nThe vote.\n\n5 March 2021\nThe protest.\n\n6 March 2021\nCalm.\n",
            "",
            ["Events of the year", "-", "-", "2021-03-04 Low"],
        ),
        (
            "New Port\n\nNew York\nMarch 4, 2021\n\n{}",
            "",
            ["New Port", "-", "-", "2021-03-04 Medium"],
        ),
    ];
    for (head, foot, expected) in cases {
        let raw = format!("{}\n{foot}", head.replace("{}", BODY));
        assert_eq!(summary("a.txt", &raw), *expected, "{head}");
    }
}

#[test]
fn stated_metadata_wins() {
    let all = ["The Vote", "Ada Moss", "Tribune", "2021-03-04 High"];
    let cases: &[(&str, &str, [&str; 4])] = &[
        (
            "a.md",
            "---\ntitle: \"The Vote\"\nauthor: Ada Moss # staff\noutlet: Tribune\ndate: 2021-03-04T10:00:00Z\n---\n\n# Other\n\n{}",
            all,
        ),
        (
            "a.md",
            "---\ntitle: The Vote\nauthors:\n  - name: Ada Moss\n    email: a@example.org\n  - Carl Brandt\npublisher: 'Tribune'\npublished: 4 March 2021\n---\n\n{}",
            ["The Vote", "Ada Moss, Carl Brandt", "Tribune", "2021-03-04 High"],
        ),
        (
            "a.md",
            "+++\ntitle = \"The Vote\"\nauthor = [\"Ada Moss\"]\noutlet = \"Tribune\"\ndate = 2021-03-04\n+++\n\n{}",
            all,
        ),
        (
            "a.txt",
            "Title: The Vote\nAuthor: Ada Moss\nSource: Tribune\nDate: March 4, 2021\n\n{}",
            all,
        ),
        (
            "a.tex",
            "\\title{The Vote}\n\\author{Ada~Moss}\n\\date{4 March 2021}\n\\begin{document}\n{}\\end{document}",
            ["The Vote", "Ada Moss", "-", "2021-03-04 High"],
        ),
        (
            "a.org",
            "#+TITLE: The Vote\n#+AUTHOR: Ada Moss\n#+DATE: <2021-03-04 Thu>\n\n{}",
            ["The Vote", "Ada Moss", "-", "2021-03-04 High"],
        ),
        (
            "a.md",
            "# The Vote\n\nBy Ada Moss | Tribune\n\n{}",
            ["The Vote", "Ada Moss", "Tribune", "-"],
        ),
        ("a.txt", "Moss: We begin.\nBrandt: We do.\n\n{}", ["-", "-", "-", "-"]),
    ];
    for (name, raw, expected) in cases {
        assert_eq!(summary(name, &raw.replace("{}", BODY)), *expected, "{raw}");
    }
}

#[test]
fn pages_state_themselves() {
    let page = |head: &str, body: &str| {
        format!("<html><head>{head}</head><body>{body}<p>{BODY}</p></body></html>")
    };
    let all = ["The Vote", "Ada Moss", "Tribune", "2021-03-04 High"];
    let linked = r#"<script type="application/ld+json">{"@graph": [{"@type": "Comment", "datePublished": "2022-01-01"},
        {"@type": ["NewsArticle"], "headline": "The Vote", "author": [{"@type": "Person", "name": "Ada Moss"}],
         "publisher": {"name": "Tribune"}, "datePublished": "2021-03-04T23:59:00-05:00"}]}</script>"#;
    for (raw, expected) in [
        (
            page(
                "<meta property=og:title content='The Vote'><meta name=author content='Ada Moss'><meta property=og:site_name content=Tribune><meta property=article:published_time content=2021-03-04T01:00Z><title>x</title>",
                "",
            ),
            all,
        ),
        (
            page(
                "<meta name=citation_title content='The Vote'><meta name=citation_author content='Moss, Ada'><meta name=citation_author content='Brandt, Carl'><meta name=citation_date content=2021/03/04>",
                "",
            ),
            ["The Vote", "Moss, Ada, Brandt, Carl", "-", "2021-03-04 High"],
        ),
        (page(linked, ""), all),
        (
            page(
                "<title>The Vote | Tribune</title><meta property=og:site_name content=Tribune>",
                "<a rel=author href=/a>By Ada Moss</a><time pubdate datetime=2021-03-04>4 March</time>",
            ),
            all,
        ),
        (
            page(
                "<title>The Vote</title>",
                "<div class=comments><time datetime=2022-01-01></time></div><time datetime=2021-03-04>4 March</time>",
            ),
            ["The Vote", "-", "-", "2021-03-04 Medium"],
        ),
        (
            page("<script type='application/ld+json'>{broken</script>", "<h1>The Vote</h1>"),
            ["The Vote", "-", "-", "-"],
        ),
    ] {
        assert_eq!(summary("a.html", &raw), expected, "{raw}");
    }
}

#[test]
fn a_page_without_a_bottom_is_read() {
    let head = "<html><head><meta property=og:title content='The Vote'></head><body>";
    let raw = format!("{head}{}text", "<div>".repeat(200_000));
    assert_eq!(html::read(&raw).title.map(|title| title.value).as_deref(), Some("The Vote"));
    let menu = "<p>One<p>Two<br><li>Three".repeat(5000);
    let raw = format!("<body>{menu}<h1>The Vote</h1></body>");
    assert_eq!(html::read(&raw).title.map(|title| title.value).as_deref(), Some("The Vote"));
}

proptest! {
    #[test]
    fn never_panics(raw in "(By |Updated: |© |---\n|# |[A-Za-zéЯ0-9 .,:'“”—\n]{0,12}){0,20}") {
        for name in ["a.txt", "a.md", "a.html", "a.tex"] {
            let _ = summary(name, &raw);
        }
    }
}
