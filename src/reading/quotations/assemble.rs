//! From marks to quotations, paragraph by paragraph.

use super::marks::{self, Mark, Side};
use super::pairs::{self, Pairing};
use super::{Marks, Quotation, QuotationKind, dashes, ends, singles};
use crate::reading::markup::BlockKind;
use crate::reading::paragraphs::Paragraph;
use crate::text::TextRange;

/// Nothing encloses a mark.
const NOWHERE: usize = usize::MAX;

/// The quotations of all paragraphs, in order; their kinds are still to be told.
pub(super) fn read(text: &str, paragraphs: &[Paragraph]) -> Vec<Quotation> {
    let mut assembler = Assembler { text, found: Vec::new(), turn: 0, unfinished: None };
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let reopens_next = paragraphs
            .get(number + 1)
            .is_some_and(|next| next.kind == paragraph.kind && begins_with_mark(text, next.range));
        let follows_block = number > 0 && paragraphs[number - 1].kind == BlockKind::BlockQuote;
        assembler.read_paragraph(paragraph, reopens_next, follows_block);
    }
    assembler.found
}

struct Assembler<'t> {
    text: &'t str,
    found: Vec<Quotation>,
    turn: u32,
    /// The turn of a quotation that the last paragraph left open.
    unfinished: Option<u32>,
}

/// A quotation of one paragraph before its place among the others is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) outer: TextRange,
    pub(super) content: TextRange,
    pub(super) marks: Marks,
    pub(super) opened: bool,
    pub(super) closed: bool,
}

impl Assembler<'_> {
    fn read_paragraph(&mut self, paragraph: &Paragraph, reopens_next: bool, after_block: bool) {
        let range = paragraph.range;
        let marks = marks::scan(self.text, range);
        let mut pieces = self.pieces(paragraph, &marks, reopens_next);
        if paragraph.kind == BlockKind::BlockQuote {
            let is_credit = after_block && is_credit_line(range.of(self.text));
            if !is_credit {
                add_block(without_credit(self.text, range), &mut pieces);
            }
        }
        pieces.retain(|piece| has_word(piece.content.of(self.text)));
        pieces.sort_by_key(|piece| (piece.outer.start, std::cmp::Reverse(piece.outer.end)));
        self.keep(paragraph, &pieces, after_block);
    }

    /// All pieces of a paragraph, in no order.
    fn pieces(&self, paragraph: &Paragraph, marks: &[Mark], reopens_next: bool) -> Vec<Piece> {
        let range = paragraph.range;
        if marks.is_empty() {
            return dashes::unmarked(self.text, range);
        }
        let pairing = pairs::pair(marks);
        let mut pieces: Vec<Piece> = pairing
            .pairs
            .iter()
            .map(|&(open, close)| self.closed(&marks[open], &marks[close]))
            .collect();
        pieces.extend(self.unclosed(range, marks, &pairing, reopens_next));
        pieces.extend(self.unopened(paragraph, marks, &pairing));
        let container = containers(marks, &pieces);
        let found = singles::pair(self.text, marks, &container);
        if let Some(piece) = self.unclosed_single(range, marks, &found.unclosed, reopens_next) {
            pieces.push(piece);
        }
        pieces.extend(
            found.pairs.iter().map(|&(open, close)| self.closed(&marks[open], &marks[close])),
        );
        if pieces.is_empty() {
            return dashes::unmarked(self.text, range);
        }
        pieces
    }

    fn closed(&self, open: &Mark, close: &Mark) -> Piece {
        let outer = open.range.cover(close.range);
        let content = trimmed(self.text, TextRange::new(open.range.end, close.range.start));
        let content = ends::before_credit(self.text, content).unwrap_or(content);
        Piece { outer, content, marks: open.glyph.notation(), opened: true, closed: true }
    }

    fn open_until(&self, open: &Mark, end: usize) -> Piece {
        let content = trimmed(self.text, TextRange::new(open.range.end, end));
        let content = ends::before_attribution(self.text, content).unwrap_or(content);
        let outer = TextRange::new(open.range.start, content.end);
        Piece { outer, content, marks: open.glyph.notation(), opened: true, closed: false }
    }

    /// Opening marks that nothing closes hold to the next opening mark or the paragraph's end.
    fn unclosed(
        &self,
        range: TextRange,
        marks: &[Mark],
        pairing: &Pairing,
        reopens_next: bool,
    ) -> Vec<Piece> {
        let mut starts: Vec<usize> = pairing.pairs.iter().map(|&(open, _)| open).collect();
        starts.extend(&pairing.unclosed);
        starts.sort_unstable();
        let mut pieces = Vec::new();
        for &open in &pairing.unclosed {
            let next = starts.partition_point(|&start| start <= open);
            let end = starts.get(next).map_or(range.end, |&next| marks[next].range.start);
            let is_last = pairing.unclosed.last() == Some(&open);
            let goes_on = is_last && reopens_next && !self.ends_sentence(end);
            pieces.push(self.open_until(&marks[open], if goes_on { range.end } else { end }));
        }
        pieces
    }

    /// A closing mark without an opening one closes speech from the paragraph's beginning, where
    /// a dash, the paragraph before or the closing punctuation shows that it is speech.
    fn unopened(&self, paragraph: &Paragraph, marks: &[Mark], pairing: &Pairing) -> Option<Piece> {
        let &stray = pairing.stray.first()?;
        let first_pair = pairing.pairs.iter().map(|&(open, _)| open).min();
        let first_unclosed = pairing.unclosed.first().copied();
        if first_pair.into_iter().chain(first_unclosed).any(|open| open < stray) {
            return None;
        }
        let mark = &marks[stray];
        let dash = dashes::leading(self.text, paragraph.range);
        let start = dash.map_or(paragraph.range.start, |dash| dash.end);
        let content = trimmed(self.text, TextRange::new(start, mark.range.start));
        let ends_speech = mark.before.is_some_and(|c| matches!(c, ',' | '.' | '!' | '?' | '…'));
        let is_credit = self.unfinished.is_some() && ends::is_credit(content.of(self.text));
        let is_speech = !is_credit && (dash.is_some() || self.unfinished.is_some() || ends_speech);
        let listed = paragraph.kind == BlockKind::ListItem;
        let marks = if dash.is_some() || listed { Marks::Dash } else { mark.glyph.notation() };
        let outer = TextRange::new(paragraph.range.start, mark.range.end);
        is_speech.then_some(Piece { outer, content, marks, opened: false, closed: true })
    }

    /// Single marks that open a paragraph and are reopened in the next.
    fn unclosed_single(
        &self,
        range: TextRange,
        marks: &[Mark],
        unclosed: &[usize],
        reopens_next: bool,
    ) -> Option<Piece> {
        let first = &marks[*unclosed.first()?];
        let spans = reopens_next && first.range.start == range.start && unclosed.len() == 1;
        spans.then(|| self.open_until(first, range.end))
    }

    fn ends_sentence(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end();
        before.ends_with(['.', '!', '?', ',', '…', ':', '"', '”'])
    }

    fn keep(&mut self, paragraph: &Paragraph, pieces: &[Piece], after_block: bool) {
        let mut enclosing: Vec<usize> = Vec::new();
        let unfinished = self.unfinished.take();
        for piece in pieces {
            while enclosing.last().is_some_and(|&end| end <= piece.outer.start) {
                enclosing.pop();
            }
            let depth = u8::try_from(enclosing.len()).unwrap_or(u8::MAX);
            enclosing.push(piece.outer.end);
            let at_start = depth == 0 && piece.outer.start == paragraph.range.start;
            let goes_on = unfinished.filter(|_| at_start);
            let block_goes_on = piece.marks == Marks::Block && after_block;
            let turn = match goes_on {
                Some(turn) => turn,
                None if block_goes_on => self.turn,
                None => self.turn + 1,
            };
            self.turn = self.turn.max(turn);
            if depth == 0 {
                let open_end = !piece.closed && piece.content.end == paragraph.range.end;
                self.unfinished = open_end.then_some(turn);
            }
            self.found.push(quotation(piece, depth, turn));
        }
    }
}

fn quotation(piece: &Piece, depth: u8, turn: u32) -> Quotation {
    Quotation {
        range: piece.content,
        outer: piece.outer,
        marks: piece.marks,
        kind: QuotationKind::Direct,
        depth,
        opened: piece.opened,
        closed: piece.closed,
        turn,
    }
}

/// The whole paragraph of a block quotation; marks around all of it are its own.
fn add_block(range: TextRange, pieces: &mut Vec<Piece>) {
    if let Some(whole) = pieces.iter_mut().find(|piece| piece.outer == range) {
        whole.marks = Marks::Block;
        return;
    }
    pieces.push(Piece {
        outer: range,
        content: range,
        marks: Marks::Block,
        opened: true,
        closed: true,
    });
}

/// The block without a last line that tells the speaker.
fn without_credit(text: &str, block: TextRange) -> TextRange {
    let content = block.of(text);
    let Some((quoted, last)) = content.rsplit_once('\n') else { return block };
    let dashed = last.trim_start();
    let marked = dashed.starts_with(['—', '–', '―']) || dashed.starts_with("--");
    if marked
        && is_credit_line(dashed)
        && quoted.trim_end().ends_with(['.', '!', '?', '…', '”', '"'])
    {
        return TextRange::new(block.start, block.start + quoted.trim_end().len());
    }
    block
}

/// "— Ada Grey, minister", below a block quotation.
fn is_credit_line(line: &str) -> bool {
    line.starts_with(['—', '–', '―', '-']) && line.split_whitespace().count() <= 14
}

/// For each mark, the number of the innermost piece that holds it.
fn containers(marks: &[Mark], pieces: &[Piece]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    order.sort_by_key(|&piece| {
        (pieces[piece].outer.start, std::cmp::Reverse(pieces[piece].outer.end))
    });
    let mut next = 0;
    let mut enclosing: Vec<usize> = Vec::new();
    let mut containers = Vec::with_capacity(marks.len());
    for mark in marks {
        while next < order.len() && pieces[order[next]].outer.start <= mark.range.start {
            enclosing.push(order[next]);
            next += 1;
        }
        while enclosing.last().is_some_and(|&piece| pieces[piece].outer.end <= mark.range.start) {
            enclosing.pop();
        }
        containers.push(enclosing.last().copied().unwrap_or(NOWHERE));
    }
    containers
}

fn begins_with_mark(text: &str, range: TextRange) -> bool {
    let head = range.of(text);
    let end = head.char_indices().nth(4).map_or(head.len(), |(at, _)| at);
    let head = TextRange::new(range.start, range.start + end);
    marks::scan(text, head)
        .first()
        .is_some_and(|mark| mark.range.start == range.start && mark.side != Side::Close)
}

fn has_word(content: &str) -> bool {
    content.chars().any(char::is_alphanumeric)
}

/// `range` without white space at its ends.
pub(super) fn trimmed(text: &str, range: TextRange) -> TextRange {
    let content = range.of(text);
    let start = range.start + (content.len() - content.trim_start().len());
    TextRange::new(start, start + content.trim().len())
}
