//! The lines above and below an article's body, where its headline, byline, date and copyright
//! stand.

use crate::reading::markup::{Block, BlockKind, Extraction};

/// Lines (blank ones excepted) that a head may have.
const HEAD: usize = 40;
/// Lines (blank ones excepted) that a foot may have.
const FOOT: usize = 40;

/// One line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Its text without white space around it.
    pub(super) text: &'t str,
    /// Its number in the extracted text, from 1.
    pub(super) number: usize,
    /// What its block is.
    pub(super) kind: BlockKind,
    /// The number of its paragraph: lines not set apart by a blank one share it.
    pub(super) paragraph: usize,
}

impl Line<'_> {
    pub(super) fn word_count(&self) -> usize {
        self.text.split_whitespace().take(60).count()
    }

    /// Whether the line belongs to the article and not to its pictures, tables or readers.
    pub(super) fn is_articles_own(&self) -> bool {
        !matches!(
            self.kind,
            BlockKind::Caption
                | BlockKind::ReaderComment
                | BlockKind::TableCell
                | BlockKind::Footnote
        )
    }

    /// Whether the line ends as a sentence does.
    pub(super) fn ends_sentence(&self) -> bool {
        self.text.trim_end_matches(['"', '”', '’', '\'', '»', ')']).ends_with(['.', '!', '?', '…'])
    }
}

/// What stands around an article's body.
#[derive(Debug, Default)]
pub(super) struct Around<'t> {
    /// The lines before the body.
    pub(super) head: Vec<Line<'t>>,
    /// The first line of the body.
    pub(super) lead: Option<Line<'t>>,
    /// The last lines before readers' comments, in order.
    pub(super) foot: Vec<Line<'t>>,
}

impl<'t> Around<'t> {
    pub(super) fn of(extraction: &'t Extraction) -> Self {
        let first = first_lines(&extraction.text, &extraction.blocks);
        let body = body_start(&first);
        let lead = first.get(body).copied();
        let mut head = first;
        head.truncate(body);
        Self { head, lead, foot: foot(extraction) }
    }
}

fn first_lines<'t>(text: &'t str, blocks: &[Block]) -> Vec<Line<'t>> {
    let mut lines = Vec::new();
    let (mut at, mut paragraph) = (0, 0);
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let trimmed = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
        if trimmed.is_empty() {
            paragraph += 1;
        } else {
            let kind = kind_at(blocks, at + offset_of(line, trimmed));
            lines.push(Line { text: trimmed, number: index + 1, kind, paragraph });
        }
        at += line.len();
        if lines.len() == HEAD {
            break;
        }
    }
    lines
}

fn offset_of(line: &str, trimmed: &str) -> usize {
    line.find(trimmed).unwrap_or(0)
}

fn kind_at(blocks: &[Block], offset: usize) -> BlockKind {
    let after = blocks.partition_point(|block| block.range.end <= offset);
    let block = blocks.get(after).filter(|block| block.range.start <= offset);
    block.map_or(BlockKind::Paragraph, |block| block.kind)
}

/// The number of the line at which the body begins: a long paragraph, or the second of two
/// middling ones (the first may be a standfirst).
fn body_start(lines: &[Line<'_>]) -> usize {
    let mut prose = 0;
    let mut at = 0;
    while at < lines.len() {
        let paragraph = lines[at].paragraph;
        let count = lines[at..].iter().take_while(|line| line.paragraph == paragraph).count();
        prose += weight(&lines[at..at + count]);
        if prose >= 2 {
            return at;
        }
        at += count;
    }
    lines.len()
}

fn weight(paragraph: &[Line<'_>]) -> usize {
    if !matches!(paragraph[0].kind, BlockKind::Paragraph | BlockKind::BlockQuote) {
        return 0;
    }
    let is_wrapped = paragraph.len() > 1
        && paragraph
            .iter()
            .rev()
            .skip(1)
            .all(|line| (45..110).contains(&line.text.chars().count()))
        && paragraph.last().is_some_and(Line::ends_sentence);
    if !is_wrapped {
        return paragraph.iter().map(line_weight).max().unwrap_or(0);
    }
    let words: usize = paragraph.iter().map(Line::word_count).sum();
    usize::from(words >= 15) + usize::from(words >= 35)
}

fn line_weight(line: &Line<'_>) -> usize {
    match line.word_count() {
        35.. => 2,
        15.. if line.ends_sentence() => 1,
        _ => 0,
    }
}

fn foot(extraction: &Extraction) -> Vec<Line<'_>> {
    let comments = extraction.blocks.iter().find(|block| block.kind == BlockKind::ReaderComment);
    let end = comments.map_or(extraction.text.len(), |block| block.range.start);
    let text = &extraction.text[..end];
    let mut number = text.bytes().filter(|&byte| byte == b'\n').count() + 1;
    let (mut at, mut paragraph) = (end, usize::MAX);
    let mut lines = Vec::new();
    for line in text.rsplit('\n') {
        at -= line.len();
        let trimmed = line.trim();
        if trimmed.is_empty() {
            paragraph -= 1;
        } else {
            let kind = kind_at(&extraction.blocks, at + offset_of(line, trimmed));
            lines.push(Line { text: trimmed, number, kind, paragraph });
        }
        if lines.len() == FOOT || at == 0 {
            break;
        }
        at -= 1;
        number -= 1;
    }
    lines.reverse();
    lines
}

/// Words of a page's interface, which are nobody's headline, name or outlet.
pub(super) fn is_interface(text: &str) -> bool {
    const STARTS: [&str; 46] = [
        "skip to",
        "jump to",
        "sign in",
        "sign up",
        "log in",
        "login",
        "register",
        "subscribe",
        "menu",
        "search",
        "share",
        "advertis",
        "support us",
        "donate",
        "read more",
        "read next",
        "read aloud",
        "listen",
        "watch",
        "live",
        "main ",
        "home",
        "back to",
        "go to",
        "select",
        "print",
        "save",
        "follow",
        "comment",
        "newsletter",
        "cookie",
        "accept",
        "close",
        "continue",
        "related",
        "more from",
        "most read",
        "recommended",
        "trending",
        "photo",
        "image",
        "video",
        "gallery",
        "audio",
        "remind me",
        "enjoying",
    ];
    let folded: String = text.chars().take(24).flat_map(char::to_lowercase).collect();
    let ends = [" min read", " minute read", " mins read", " minutes read"];
    STARTS.iter().any(|start| folded.starts_with(start) && ends_word(&folded, start))
        || ends.iter().any(|end| text.to_lowercase().ends_with(end))
}

/// "Live broadcast" begins with "live"; "Liverpool" does not.
fn ends_word(folded: &str, start: &str) -> bool {
    let whole = !start.ends_with([' ']) && *start != *"advertis";
    !whole || !folded[start.len()..].starts_with(|c: char| c.is_alphanumeric() && c != 's')
}
