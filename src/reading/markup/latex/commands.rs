//! What the commands and environments of LaTeX do to the text.

use super::super::BlockKind;

/// What a command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Stands for this text.
    Symbol(&'static str),
    /// Puts a combining accent on the next letter.
    Accent(char),
    /// Quotes its argument, after this many others that are dropped.
    Quote {
        dropped: usize,
    },
    /// A block of its own.
    Block(BlockKind),
    /// A note inside a paragraph.
    Note,
    /// Starts an item of a list.
    Item,
    /// Ends the paragraph.
    Paragraph,
    /// Has no prose: all arguments are dropped.
    Drop,
    /// Drops so many arguments and keeps the rest.
    DropFirst(usize),
    /// Code up to the same mark again.
    Verbatim,
    /// Defines something: dropped with its arguments.
    Define,
    Begin,
    End,
    /// Unknown: the arguments are prose.
    Keep,
}

/// The action of the command `name`, without its backslash and star.
pub(super) fn action(name: &str) -> Action {
    if let Some(symbol) = symbol(name) {
        return Action::Symbol(symbol);
    }
    if let Some(accent) = accent(name) {
        return Action::Accent(accent);
    }
    match name {
        "begin" => Action::Begin,
        "end" => Action::End,
        "enquote" | "say" | "textquote" | "blockquote" | "q" => Action::Quote { dropped: 0 },
        "foreignquote" | "hyphenquote" | "foreigntextquote" | "hyphentextquote"
        | "foreignblockquote" | "hyphenblockquote" | "textcquote" | "blockcquote" => {
            Action::Quote { dropped: 1 }
        }
        "title" | "part" | "chapter" => Action::Block(BlockKind::Heading(1)),
        "section" | "addsec" | "subtitle" => Action::Block(BlockKind::Heading(2)),
        "subsection" => Action::Block(BlockKind::Heading(3)),
        "subsubsection" => Action::Block(BlockKind::Heading(4)),
        "paragraph" | "subparagraph" => Action::Block(BlockKind::Heading(5)),
        "caption" | "captionof" | "subcaption" => Action::Block(BlockKind::Caption),
        "footnote" | "footnotetext" | "endnote" | "thanks" | "sidenote" | "marginpar"
        | "marginnote" | "tablefootnote" => Action::Note,
        "item" => Action::Item,
        "par" | "newpage" | "clearpage" | "bigskip" | "medskip" | "smallskip" | "maketitle" => {
            Action::Paragraph
        }
        "verb" | "lstinline" | "mintinline" => Action::Verbatim,
        "newcommand"
        | "renewcommand"
        | "providecommand"
        | "newenvironment"
        | "renewenvironment"
        | "DeclareMathOperator"
        | "NewDocumentCommand"
        | "def"
        | "gdef"
        | "let"
        | "newtheorem" => Action::Define,
        "href" | "textcolor" | "foreignlanguage" | "colorbox" | "parbox" | "raisebox"
        | "resizebox" | "scalebox" | "fontsize" | "multicolumn" | "multirow" | "rotatebox"
        | "hyperlink" | "textlang" => Action::DropFirst(dropped(name)),
        _ if DROPPED.contains(&name) || name.to_ascii_lowercase().contains("cite") => Action::Drop,
        _ => Action::Keep,
    }
}

fn dropped(name: &str) -> usize {
    match name {
        "resizebox" | "fontsize" | "multicolumn" | "multirow" => 2,
        _ => 1,
    }
}

const DROPPED: &[&str] = &[
    "label",
    "ref",
    "pageref",
    "eqref",
    "autoref",
    "cref",
    "Cref",
    "vref",
    "nameref",
    "includegraphics",
    "input",
    "include",
    "usepackage",
    "documentclass",
    "RequirePackage",
    "bibliography",
    "bibliographystyle",
    "addbibresource",
    "printbibliography",
    "url",
    "nolinkurl",
    "path",
    "vspace",
    "hspace",
    "vskip",
    "hskip",
    "setlength",
    "addtolength",
    "setcounter",
    "addtocounter",
    "stepcounter",
    "pagestyle",
    "thispagestyle",
    "pagenumbering",
    "index",
    "gls",
    "todo",
    "hypersetup",
    "geometry",
    "selectlanguage",
    "color",
    "author",
    "date",
    "graphicspath",
    "definecolor",
    "hyphenation",
    "phantomsection",
    "addcontentsline",
    "markboth",
    "markright",
    "footnotemark",
    "rule",
    "tikz",
    "pgfplotsset",
    "lstset",
    "newcounter",
    "newlength",
    "setstretch",
    "linespread",
    "ensuremath",
    "num",
    "SI",
    "si",
    "qty",
    "unit",
    "acrodef",
    "cline",
    "hline",
    "toprule",
    "midrule",
    "bottomrule",
    "cmidrule",
    "usetikzlibrary",
    "theoremstyle",
    "institute",
    "affil",
    "email",
    "keywords",
    "setmainfont",
    "setquotestyle",
    "MakeOuterQuote",
    "enlargethispage",
    "glsentryname",
    "bibitem",
];

fn symbol(name: &str) -> Option<&'static str> {
    Some(match name {
        "%" | "percent" => "%",
        "&" => "&",
        "$" | "textdollar" => "$",
        "#" => "#",
        "_" | "textunderscore" => "_",
        "{" | "textbraceleft" => "{",
        "}" | "textbraceright" => "}",
        " " | "\n" | "\t" | "quad" | "qquad" | "space" | "enspace" | "thinspace" => " ",
        "," => "\u{202f}",
        "ss" => "ß",
        "o" => "ø",
        "O" => "Ø",
        "ae" => "æ",
        "AE" => "Æ",
        "oe" => "œ",
        "OE" => "Œ",
        "aa" => "å",
        "AA" => "Å",
        "l" => "ł",
        "L" => "Ł",
        "i" => "ı",
        "j" => "ȷ",
        "dh" => "ð",
        "th" => "þ",
        "dots" | "ldots" | "textellipsis" => "…",
        "textendash" => "–",
        "textemdash" => "—",
        "textquotedblleft" => "“",
        "textquotedblright" => "”",
        "textquoteleft" | "lq" => "‘",
        "textquoteright" | "rq" => "’",
        "textquotesingle" => "'",
        "textquotedbl" => "\"",
        "glqq" | "quotedblbase" => "„",
        "grqq" => "“",
        "glq" | "quotesinglbase" => "‚",
        "grq" => "‘",
        "flqq" | "guillemotleft" | "guillemetleft" | "og" => "«",
        "frqq" | "guillemotright" | "guillemetright" | "fg" => "»",
        "S" => "§",
        "P" => "¶",
        "copyright" | "textcopyright" => "©",
        "pounds" | "textsterling" => "£",
        "euro" | "texteuro" | "EUR" => "€",
        "textdegree" | "degree" => "°",
        "slash" => "/",
        "LaTeX" => "LaTeX",
        "TeX" => "TeX",
        "textbackslash" => "\\",
        "textasciitilde" => "~",
        "textbar" => "|",
        "linebreak" | "newline" => "\n",
        "ndash" => "–",
        "mdash" => "—",
        _ => return None,
    })
}

fn accent(name: &str) -> Option<char> {
    Some(match name {
        "'" => '\u{301}',
        "`" => '\u{300}',
        "^" => '\u{302}',
        "\"" => '\u{308}',
        "~" => '\u{303}',
        "=" => '\u{304}',
        "." => '\u{307}',
        "c" => '\u{327}',
        "v" => '\u{30c}',
        "u" => '\u{306}',
        "H" => '\u{30b}',
        "k" => '\u{328}',
        "r" => '\u{30a}',
        "d" => '\u{323}',
        _ => return None,
    })
}

/// What an environment does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Environment {
    /// Has no prose.
    Skipped,
    /// Its paragraphs are of this kind.
    Kind(BlockKind),
    /// A table, in which `&` parts cells.
    Table,
    /// Changes nothing.
    Plain,
}

pub(super) fn environment(name: &str) -> Environment {
    match name.trim_end_matches('*') {
        "verbatim" | "Verbatim" | "lstlisting" | "minted" | "comment" | "equation" | "align"
        | "gather" | "multline" | "eqnarray" | "math" | "displaymath" | "flalign" | "alignat"
        | "tikzpicture" | "pgfpicture" | "thebibliography" | "algorithm" | "algorithmic"
        | "filecontents" | "picture" | "axis" | "alltt" | "CCSXML" => Environment::Skipped,
        "quote"
        | "quotation"
        | "displayquote"
        | "displaycquote"
        | "quoting"
        | "verse"
        | "foreigndisplayquote"
        | "blockquotation" => Environment::Kind(BlockKind::BlockQuote),
        "tabular" | "tabularx" | "longtable" | "tabulary" | "array" | "tabu" => Environment::Table,
        _ => Environment::Plain,
    }
}
