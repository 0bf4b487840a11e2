//! Examples, as tables.

use super::super::BlockKind::{
    BlockQuote, Boilerplate, Caption, Footnote, Heading, ListItem, Paragraph, ReaderComment,
    TableCell,
};
use super::super::{BlockKind, Format, extract, testing};

fn read(raw: &str) -> Vec<(BlockKind, String)> {
    testing::checked(raw, Format::Html)
}

fn check(raw: &str, expected: &[(BlockKind, &str)]) {
    let found = read(raw);
    let found: Vec<_> = found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    assert_eq!(found, expected, "{raw}");
}

#[test]
fn text_of_paragraphs() {
    for (raw, expected) in [
        ("<p>She   will\n\t<b>not</b>   raise&nbsp;it.</p>", "She will\nnot raise\u{a0}it."),
        ("<p>&ldquo;We &amp; you&rdquo;</p>", "“We & you”"),
        ("<p>A <q>quoted <q>inner</q></q> word</p>", "A “quoted ‘inner’” word"),
        ("<p>One<br>two <code>x</code><script>var a = '<p>';</script></p>", "One\ntwo "),
        ("<p>AT&T and 3 < 4</p>", "AT&T and 3 < 4"),
        ("<p>Said.<sup><a href=\"#fn1\">1</a></sup></p>", "Said."),
        ("<p title='a > b' hidden>x</p>y", "y"),
    ] {
        let texts: Vec<_> = read(raw).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, [expected.trim_end()], "{raw}");
    }
}

#[test]
fn blocks_have_kinds() {
    check(
        "<h1>Title</h1><p>One<p>Two<ul><li>a<li>b</ul><blockquote><p>q</p>r</blockquote>\
         <table><caption>C</caption><tr><td>1<td>2</table><figure><img><figcaption>F</figcaption></figure>\
         Loose<div class=footnotes><p>n</div><p>a<br><br>b</p>",
        &[
            (Heading(1), "Title"),
            (Paragraph, "One"),
            (Paragraph, "Two"),
            (ListItem, "a"),
            (ListItem, "b"),
            (BlockQuote, "q"),
            (BlockQuote, "r"),
            (Caption, "C"),
            (TableCell, "1"),
            (TableCell, "2"),
            (Caption, "F"),
            (Paragraph, "Loose"),
            (Footnote, "n"),
            (Paragraph, "a"),
            (Paragraph, "b"),
        ],
    );
}

#[test]
fn the_article_is_told_from_the_page() {
    let prose =
        "The council met on Tuesday evening in a hall that was far too small for the crowd.";
    let raw = format!(
        "<head><title>T</title></head><body class='has-sidebar comments-open'><header><a>Home</a>\
         <h1>Title</h1></header><nav><a>News</a></nav><article><p>{prose}</p><aside>More</aside>\
         <div class='newsletter-box'><p>Sign up</p></div><p>{prose}</p><footer>Filed under</footer></article>\
         <article class=card><p>Teaser</p></article>\
         <section id='comments'><ol class='commentlist'><li>First!</li></ol></section>\
         <footer>All rights reserved</footer>"
    );
    check(
        &raw,
        &[
            (Boilerplate, "Home"),
            (Heading(1), "Title"),
            (Boilerplate, "News"),
            (Paragraph, prose),
            (Boilerplate, "More"),
            (Boilerplate, "Sign up"),
            (Paragraph, prose),
            (Paragraph, "Filed under"),
            (Boilerplate, "Teaser"),
            (ReaderComment, "First!"),
            (Boilerplate, "All rights reserved"),
        ],
    );
}

#[test]
fn misread_classes_leave_an_article() {
    let prose =
        "The council met on Tuesday evening in a hall that was far too small for the crowd.";
    check(&format!("<div class='menu'><p>{prose}</p></div>"), &[(Paragraph, prose)]);
}

#[test]
fn comments_silence() {
    let raw = "<p>One <!-- copydesk: ignore misquote --> two</p>";
    let extraction = extract(raw, Format::Html);
    assert_eq!(extraction.comments[0].text, "copydesk: ignore misquote");
    assert_eq!(extraction.comments[0].range.of(raw), "<!-- copydesk: ignore misquote -->");
}
