//! Reads tokens with a light stack of open elements and writes what is prose.

use super::super::BlockKind;
use super::super::writer::Writer;
use super::elements::{self, Flow, Hint};
use super::entities;
use super::parts::{Region, RegionKind};
use super::tokens::{self, Kind, Token, Tokens};
use crate::text::TextRange;

/// How far an end tag looks back for its start.
const DEPTH: usize = 48;

/// What an element and those around it make of the text inside.
#[derive(Clone, Copy, Debug)]
struct Context {
    kind: BlockKind,
    silent: bool,
    /// White space counts, and a blank line ends a paragraph.
    preformatted: bool,
    in_article: bool,
}

struct Frame {
    name: &'static str,
    context: Context,
    region: Option<usize>,
}

pub(super) struct Reader<'w, 'r> {
    writer: &'w mut Writer<'r>,
    stack: Vec<Frame>,
    regions: Vec<Region>,
    trust_classes: bool,
    /// Depth of `<q>`.
    quotations: usize,
    /// A `<br>` was the last thing read.
    line_ended: bool,
}

impl<'w, 'r> Reader<'w, 'r> {
    pub(super) fn new(writer: &'w mut Writer<'r>, trust_classes: bool) -> Self {
        let (stack, regions) = (Vec::new(), Vec::new());
        Self { writer, stack, regions, trust_classes, quotations: 0, line_ended: false }
    }

    pub(super) fn into_regions(self) -> Vec<Region> {
        self.regions
    }

    pub(super) fn read(&mut self, range: TextRange) {
        let raw = self.writer.raw();
        for token in Tokens::new(raw, range) {
            match token.kind {
                Kind::Text if self.context().silent => {}
                Kind::Text if self.context().preformatted => self.preformatted(token.range),
                Kind::Text => self.text(token.range),
                Kind::Start { name, attributes } => self.start(token, name, attributes),
                Kind::End { name } => self.end(token, name),
                Kind::Comment { content } => self.writer.comment(token.range, content.of(raw)),
                Kind::Nothing => {}
            }
        }
        self.close_down_to(0, range.end);
    }

    fn context(&self) -> Context {
        self.stack.last().map_or(
            Context {
                kind: BlockKind::Paragraph,
                silent: false,
                preformatted: false,
                in_article: false,
            },
            |frame| frame.context,
        )
    }

    fn text(&mut self, range: TextRange) {
        let raw = self.writer.raw();
        self.line_ended &= range.of(raw).trim().is_empty();
        let mut at = range.start;
        while let Some(next) = raw[at..range.end].find('&') {
            let start = at + next;
            self.writer.words(TextRange::new(at, start));
            at = match entities::decode(&raw[start..range.end]) {
                Some((decoded, length)) => {
                    self.writer.replace(&decoded, TextRange::new(start, start + length));
                    start + length
                }
                None => {
                    self.writer.copy(TextRange::new(start, start + 1));
                    start + 1
                }
            };
        }
        self.writer.words(TextRange::new(at, range.end));
    }

    fn preformatted(&mut self, range: TextRange) {
        let raw = self.writer.raw();
        for line in super::super::lines::lines(raw, range) {
            if line.is_blank(raw) && raw[..line.range.start].ends_with('\n') {
                self.reopen();
            } else {
                self.text(TextRange::new(line.range.start, line.next));
            }
        }
    }

    fn start(&mut self, token: Token, name: &'static str, attributes: TextRange) {
        if name == "br" {
            return self.line_break(token.range);
        }
        let flow = elements::flow(name);
        if flow == Flow::Block {
            self.end_implied(name, token.range.start);
        }
        if name == "q" && !self.context().silent {
            let mark = if self.quotations.is_multiple_of(2) { "“" } else { "‘" };
            self.writer.replace(mark, token.range);
            self.quotations += 1;
        }
        let closed = attributes.of(self.writer.raw()).ends_with('/');
        if flow == Flow::Void || (closed && flow != Flow::Block && name != "q") {
            if matches!(name, "hr") {
                self.reopen();
            }
            return;
        }
        let (context, article) = self.inside(name, flow, attributes);
        let region = article.map(|kind| {
            let range = TextRange::new(token.range.start, token.range.start);
            self.regions.push(Region { kind, range });
            self.regions.len() - 1
        });
        self.stack.push(Frame { name, context, region });
        if flow == Flow::Block || context.kind != self.outer_kind() {
            self.reopen();
        }
    }

    fn outer_kind(&self) -> BlockKind {
        let outer = self.stack.len().checked_sub(2).map(|at| self.stack[at].context.kind);
        outer.unwrap_or(BlockKind::Paragraph)
    }

    fn end(&mut self, token: Token, name: &'static str) {
        if name == "q" && self.quotations > 0 && !self.context().silent {
            self.quotations -= 1;
            let mark = if self.quotations.is_multiple_of(2) { "”" } else { "’" };
            self.writer.replace(mark, token.range);
        }
        let near = self.stack.len().saturating_sub(DEPTH);
        let found = self.stack[near..].iter().rposition(|frame| frame.name == name);
        if let Some(at) = found {
            self.close_down_to(near + at, token.range.end);
        } else if elements::flow(name) == Flow::Block {
            self.reopen();
        }
    }

    /// Ends the elements that a start tag `name` ends.
    fn end_implied(&mut self, name: &str, at: usize) {
        let near = self.stack.len().saturating_sub(DEPTH);
        let mut ends = None;
        for (index, frame) in self.stack.iter().enumerate().skip(near).rev() {
            if elements::ends(name, frame.name) {
                ends = Some(index);
            } else if elements::flow(frame.name) != Flow::Inline {
                break;
            }
        }
        if let Some(index) = ends {
            self.close_down_to(index, at);
        }
    }

    fn close_down_to(&mut self, depth: usize, at: usize) {
        let before = self.context().kind;
        let mut any_block = false;
        for frame in self.stack.drain(depth..) {
            any_block |= elements::flow(frame.name) == Flow::Block;
            if let Some(region) = frame.region {
                self.regions[region].range.end = at;
            }
        }
        if any_block || self.context().kind != before {
            self.reopen();
        }
    }

    fn reopen(&mut self) {
        self.line_ended = false;
        let kind = self.context().kind;
        self.writer.open(kind);
    }

    /// One `<br>` ends a line, two end a paragraph.
    fn line_break(&mut self, range: TextRange) {
        if self.context().silent {
            return;
        }
        if self.line_ended {
            self.reopen();
        } else if self.writer.has_text() {
            self.writer.replace("\n", range);
            self.line_ended = true;
        }
    }

    /// The context inside an element, and whether it may be the article.
    fn inside(
        &self,
        name: &str,
        flow: Flow,
        attributes: TextRange,
    ) -> (Context, Option<RegionKind>) {
        let outer = self.context();
        let mut context = outer;
        context.silent |= flow == Flow::Silent;
        context.preformatted |= name == "pre";
        context.in_article |= matches!(name, "article" | "main");
        context.kind = kind_inside(outer, name);
        let mut region = match name {
            "article" => Some(RegionKind::Article),
            "main" => Some(RegionKind::Main),
            _ => None,
        };
        let page = matches!(name, "html" | "body" | "main" | "article");
        for hint in self.hints(name, attributes) {
            match hint {
                Hint::Hidden => context.silent = true,
                Hint::Comments if !page || name == "article" => {
                    context.kind = BlockKind::ReaderComment;
                }
                Hint::Boilerplate if !page && !is_settled(outer.kind) => {
                    context.kind = BlockKind::Boilerplate;
                }
                Hint::Caption | Hint::Footnote if is_settled(outer.kind) || page => {}
                Hint::Caption => context.kind = BlockKind::Caption,
                Hint::Footnote => context.kind = BlockKind::Footnote,
                Hint::ArticleBody => region = region.or(Some(RegionKind::Body)),
                _ => {}
            }
        }
        if is_settled(context.kind) {
            region = None;
        }
        (context, region)
    }

    fn hints(&self, name: &str, attributes: TextRange) -> Vec<Hint> {
        let text = attributes.of(self.writer.raw());
        let mut hints = Vec::new();
        let inline = elements::flow(name) == Flow::Inline;
        for (attribute, value) in tokens::attributes(text) {
            match attribute.to_ascii_lowercase().as_str() {
                "hidden" => hints.push(Hint::Hidden),
                "style" if hides(value) => hints.push(Hint::Hidden),
                "role" => hints.extend(elements::role_hint(value)),
                "itemprop" if value == "articleBody" => hints.push(Hint::ArticleBody),
                "class" | "id" if self.trust_classes => {
                    let found = value.split_whitespace().filter_map(elements::class_hint);
                    // A word in a sentence is no part of the page, whatever its class.
                    hints.extend(found.filter(|hint| !inline || *hint != Hint::Footnote).take(8));
                }
                "href" if name == "a" && is_note_link(value) => hints.push(Hint::Hidden),
                _ => {}
            }
        }
        hints
    }
}

/// Kinds that hold for everything inside.
fn is_settled(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::ReaderComment | BlockKind::Boilerplate)
}

fn kind_inside(outer: Context, name: &str) -> BlockKind {
    let kind = outer.kind;
    if is_settled(kind) {
        return match name {
            // The title of an article may stand in the head of the page.
            "h1" if kind == BlockKind::Boilerplate => BlockKind::Heading(1),
            _ => kind,
        };
    }
    match name {
        "nav" | "aside" | "button" | "label" | "legend" | "option" | "search" | "dialog" => {
            BlockKind::Boilerplate
        }
        "header" | "footer" if !outer.in_article => BlockKind::Boilerplate,
        "figcaption" | "caption" => BlockKind::Caption,
        _ if matches!(kind, BlockKind::Caption | BlockKind::Footnote) => kind,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading(name.as_bytes()[1] - b'0'),
        "blockquote" => BlockKind::BlockQuote,
        _ if kind == BlockKind::BlockQuote => kind,
        "li" => BlockKind::ListItem,
        "td" | "th" => BlockKind::TableCell,
        "p" if kind == BlockKind::TableCell => BlockKind::Paragraph,
        _ => kind,
    }
}

fn hides(style: &str) -> bool {
    let style: String = style.chars().take(200).filter(|c| !c.is_whitespace()).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// A link to a note of the same page: its text is a mark.
fn is_note_link(target: &str) -> bool {
    let Some(anchor) = target.strip_prefix('#') else { return false };
    ["fn", "footnote", "cite_note", "cite-note", "endnote", "ftn", "note"]
        .iter()
        .any(|start| anchor.trim_start_matches('_').starts_with(start))
}
