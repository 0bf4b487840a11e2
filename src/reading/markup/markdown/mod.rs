//! Markdown: `CommonMark` with the extensions that writers use, read by `pulldown-cmark`.
//!
//! Code, mathematics, link targets, citations, attributes, comments and front matter are not
//! prose. A bullet made of a hyphen is kept: `- We will, of course," she said` may be speech.

mod skipped;

use super::writer::Writer;
use super::{BlockKind, Extraction, html, lines};
use crate::text::TextRange;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

pub(super) fn extract(raw: &str) -> Extraction {
    let mut writer = Writer::new(raw);
    let mut head = raw.len() - raw.trim_start_matches('\u{feff}').len();
    if let Some((content, after)) = lines::front_matter(raw) {
        writer.set_front_matter(content);
        head = after;
    }
    let mut reader = Reader::new(writer, skipped::ranges(raw, head));
    for (event, range) in Parser::new_ext(&raw[head..], options()).into_offset_iter() {
        reader.event(event, TextRange::from(range).shifted(head));
    }
    reader.flush_html();
    reader.writer.finish()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
}

struct Reader<'r> {
    writer: Writer<'r>,
    /// Raw ranges inside the text that are not prose, in order.
    holes: Vec<TextRange>,
    next_hole: usize,
    /// The kinds of the containers that are open, the innermost last.
    containers: Vec<BlockKind>,
    /// How many open elements have no prose (code, autolinks, texts of pictures in a sentence).
    silent: usize,
    /// For each open link and picture, whether it is one of them.
    silencers: Vec<bool>,
    /// The HTML block being gathered.
    html: Option<TextRange>,
    /// The hyphen of the item that has no text yet.
    bullet: Option<TextRange>,
}

impl<'r> Reader<'r> {
    fn new(writer: Writer<'r>, holes: Vec<TextRange>) -> Self {
        let (containers, silencers) = (Vec::new(), Vec::new());
        Self {
            writer,
            holes,
            next_hole: 0,
            containers,
            silent: 0,
            silencers,
            html: None,
            bullet: None,
        }
    }

    fn event(&mut self, event: Event<'_>, range: TextRange) {
        if let Event::Html(_) = event {
            self.html = Some(self.html.map_or(range, |open| open.cover(range)));
            return;
        }
        self.flush_html();
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            _ if self.silent > 0 => {}
            Event::Text(text) => self.text(&text, range),
            Event::InlineMath(text) if skipped::is_money(self.writer.raw(), &text, range) => {
                self.write_bullet();
                self.copy_around_holes(range);
            }
            Event::InlineHtml(tag) => {
                if tag.trim_start_matches(['<', '/']).starts_with(['q', 'Q']) {
                    self.write_bullet();
                }
                html::read_inline(&mut self.writer, range);
            }
            Event::SoftBreak | Event::HardBreak => self.line_break(range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: TextRange) {
        match tag {
            Tag::Paragraph if !self.writer.has_text() => self.writer.set_kind(self.kind()),
            Tag::Paragraph => self.open(),
            Tag::Heading { level, .. } => self.writer.open(BlockKind::Heading(*level as u8)),
            Tag::BlockQuote(None) => self.push(BlockKind::BlockQuote),
            Tag::FootnoteDefinition(_) => self.push(BlockKind::Footnote),
            Tag::Item => self.start_item(range),
            Tag::TableCell => self.push(BlockKind::TableCell),
            Tag::BlockQuote(Some(_)) | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.push(BlockKind::Paragraph)
            }
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.writer.close();
                self.silent += 1;
            }
            Tag::Image { .. } => self.start_image(),
            Tag::Link { link_type, .. } => {
                self.silence(matches!(link_type, LinkType::Autolink | LinkType::Email));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.open(),
            TagEnd::BlockQuote(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::Item
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::TableCell => {
                self.containers.pop();
                self.bullet = None;
                self.open();
            }
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.silent -= 1,
            TagEnd::Image | TagEnd::Link => {
                let silent = self.silencers.pop().unwrap_or(false);
                self.silent -= usize::from(silent);
                if tag == TagEnd::Image && !silent {
                    self.open();
                }
            }
            _ => {}
        }
    }

    /// Opens a container: what is quoted or noted is so through all lists inside.
    fn push(&mut self, kind: BlockKind) {
        let outer = self.kind();
        let keeps = matches!(outer, BlockKind::Footnote | BlockKind::BlockQuote);
        self.containers.push(if keeps { outer } else { kind });
        self.bullet = None;
        self.open();
    }

    fn open(&mut self) {
        let kind = self.kind();
        self.writer.open(kind);
    }

    /// The kind of a paragraph here.
    fn kind(&self) -> BlockKind {
        self.containers.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    fn start_item(&mut self, range: TextRange) {
        self.push(BlockKind::ListItem);
        if range.of(self.writer.raw()).starts_with("- ") {
            self.bullet = Some(TextRange::new(range.start, range.start + 2));
        }
    }

    /// A picture that stands alone has a caption; one inside a sentence is no part of it.
    fn start_image(&mut self) {
        let inside = self.writer.has_text() || self.silent > 0;
        self.silence(inside);
        if !inside {
            self.writer.open(BlockKind::Caption);
        }
    }

    fn silence(&mut self, silent: bool) {
        self.silencers.push(silent);
        self.silent += usize::from(silent);
    }

    fn line_break(&mut self, range: TextRange) {
        let raw = self.writer.raw();
        match range.of(raw).find(['\n', '\r']) {
            Some(at) => self.writer.space(TextRange::new(range.start + at, range.end)),
            None => self.writer.replace("\n", range),
        }
    }

    fn write_bullet(&mut self) {
        if let Some(bullet) = self.bullet.take().filter(|_| !self.writer.has_text()) {
            self.writer.copy(bullet);
        }
    }

    fn text(&mut self, text: &str, range: TextRange) {
        self.write_bullet();
        if range.of(self.writer.raw()) == text {
            self.copy_around_holes(range);
        } else {
            self.writer.replace(text, range);
        }
    }

    fn copy_around_holes(&mut self, range: TextRange) {
        let mut at = range.start;
        while let Some(&hole) = self.holes.get(self.next_hole) {
            if hole.start >= range.end {
                break;
            }
            self.writer.copy(TextRange::new(at, hole.start.max(at)));
            at = hole.end.max(at);
            if hole.end > range.end {
                break;
            }
            self.next_hole += 1;
        }
        self.writer.copy(TextRange::new(at.min(range.end), range.end));
    }

    fn flush_html(&mut self) {
        if let Some(range) = self.html.take() {
            html::read_fragment(&mut self.writer, range);
            self.open();
        }
    }
}

#[cfg(test)]
mod tests;
