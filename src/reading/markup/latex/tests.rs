//! Examples, as tables.

use super::super::BlockKind::{
    BlockQuote, Caption, Footnote, Heading, ListItem, Paragraph, TableCell,
};
use super::super::{BlockKind, Format, extract, testing};

fn read(raw: &str) -> Vec<(BlockKind, String)> {
    testing::checked(raw, Format::Latex)
}

#[test]
fn text_of_paragraphs() {
    for (raw, expected) in [
        ("``We will not,'' she said.", "“We will not,” she said."),
        ("\\enquote{A \\enquote{b} c}", "“A ‘b’ c”"),
        ("\\say{Yes} \\textquote[Moss]{No}", "“Yes” “No”"),
        ("`quoted' and it's", "‘quoted’ and it's"),
        ("She will \\textbf{not} {\\em raise} it~now", "She will not raise it now"),
        (
            "Gda\\'nsk, M\\\"uller, \\v{C}apek, na\\\"{\\i}ve, stra\\ss e",
            "Gdańsk, Müller, Čapek, naïve, straße",
        ),
        ("5\\,\\% of \\$3 \\& more", "5\u{202f}% of $3 & more"),
        ("one--two---three", "one–two—three"),
        ("Said so~\\cite[p.~3]{moss}.", "Said so ."),
        ("Let $x^2$ and \\(y\\) be", "Let and be"),
        ("Lost $5 here", "Lost $5 here"),
        ("See \\href{http://a.b}{the page} and \\url{http://c.d}.", "See the page and ."),
        ("One % copydesk: ignore misquote\n  two", "One two"),
        ("A \\verb|{%| b", "A b"),
        ("\\newcommand{\\x}[1]{\\emph{#1}}Text", "Text"),
        ("\\unknown[x]{kept} \\LaTeX{} \\ldots", "kept LaTeX …"),
        ("Broken \\enquote{never closed", "Broken never closed"),
    ] {
        let texts: Vec<_> = read(raw).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, [expected], "{raw}");
    }
}

#[test]
fn blocks_have_kinds() {
    let raw = "\\documentclass{article}\n\\title{The Tax}\n\\author{X}\n\\begin{document}\n\\maketitle\n\
               \\section{One}\nA mayor\\footnote{Elected \\emph{twice}.} speaks.\n\n\\begin{quote}\nQuoted.\n\nMore.\n\
               \\end{quote}\n\\begin{itemize}\n\\item a\n\\item b\n\\end{itemize}\n\\begin{figure}[ht]\n\
               \\includegraphics[width=3cm]{a}\n\\caption{Moss}\n\\end{figure}\n\\begin{tabular}{l|r}\nc & d \\\\\n\
               \\end{tabular}\n\\begin{verbatim}\ncode\n\\end{verbatim}\nEnd.\n\\end{document}\nafter";
    let expected = [
        (Heading(1), "The Tax"),
        (Heading(2), "One"),
        (Paragraph, "A mayor speaks."),
        (Footnote, "Elected twice."),
        (BlockQuote, "Quoted."),
        (BlockQuote, "More."),
        (ListItem, "a"),
        (ListItem, "b"),
        (Caption, "Moss"),
        (TableCell, "c"),
        (TableCell, "d"),
        (Paragraph, "End."),
    ];
    let found = read(raw);
    let found: Vec<_> = found.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn comments_are_kept_apart() {
    let raw = "% copydesk: off\nText % copydesk: ignore misdate\n\n100\\% more";
    let extraction = extract(raw, Format::Latex);
    let texts: Vec<_> = extraction.comments.iter().map(|comment| comment.text.as_str()).collect();
    assert_eq!(texts, ["copydesk: off", "copydesk: ignore misdate"]);
    assert_eq!(extraction.blocks.len(), 2);
}
