//! Marks inside the paragraphs of the line-based formats: emphasis is dropped, code is left out,
//! links keep their text.

use super::lines;
use super::writer::Writer;
use crate::text::{TextRange, floor_boundary};

/// How deep text in brackets is read.
const DEPTH: usize = 6;

/// A pair of equal marks around words.
pub(super) struct Mark {
    pub(super) mark: &'static str,
    /// What stands between is code.
    pub(super) code: bool,
    /// Counts inside a word too.
    pub(super) anywhere: bool,
}

/// The inline notation of a format.
pub(super) struct Style {
    /// Longer marks before those they start with.
    pub(super) marks: &'static [Mark],
    /// Reads what starts at a byte, if it means something, and says where it ends.
    pub(super) special: fn(&mut Inline<'_, '_>, usize) -> Option<usize>,
}

pub(super) struct Inline<'w, 'r> {
    pub(super) writer: &'w mut Writer<'r>,
    pub(super) raw: &'r str,
    /// End of the range that is being read.
    pub(super) end: usize,
    style: &'static Style,
    /// For each mark, the next place where it closes, if any: known from its last search on.
    closers: Vec<Option<Option<usize>>>,
    /// Closing marks to drop.
    drops: Vec<(usize, usize)>,
    depth: usize,
}

impl<'w, 'r> Inline<'w, 'r> {
    pub(super) fn new(writer: &'w mut Writer<'r>, style: &'static Style) -> Self {
        let raw = writer.raw();
        let closers = vec![None; style.marks.len()];
        Self { writer, raw, end: 0, style, closers, drops: Vec::new(), depth: 0 }
    }

    /// Reads the prose of `range`.
    pub(super) fn read(&mut self, range: TextRange) {
        self.end = range.end;
        self.closers.fill(None);
        self.drops.clear();
        let mut at = range.start;
        while at < range.end {
            at = self.step(at);
        }
    }

    /// Reads the text of a link or a note, inside what is being read.
    pub(super) fn nested(&mut self, range: TextRange) {
        if self.depth >= DEPTH {
            return self.writer.words(range);
        }
        let (end, closers, drops) =
            (self.end, self.closers.clone(), std::mem::take(&mut self.drops));
        self.depth += 1;
        self.read(range);
        self.depth -= 1;
        (self.end, self.closers, self.drops) = (end, closers, drops);
    }

    pub(super) fn rest(&self, at: usize) -> &'r str {
        &self.raw[at..self.end]
    }

    /// Whether a word ends right before `at`.
    pub(super) fn after_word(&self, at: usize) -> bool {
        self.raw[..at].ends_with(char::is_alphanumeric)
    }

    fn step(&mut self, at: usize) -> usize {
        if let Some(found) = self.drops.iter().position(|(start, _)| *start == at) {
            return at + self.drops.swap_remove(found).1;
        }
        let rest = self.rest(at);
        let Some(first) = rest.chars().next() else { return self.end };
        if first.is_ascii_whitespace() {
            let length = rest.len() - rest.trim_ascii_start().len();
            let line_break = rest[..length].find(['\n', '\r']).unwrap_or(0);
            self.writer.space(TextRange::new(at + line_break, at + length));
            return at + length;
        }
        if let Some(next) = (self.style.special)(self, at).or_else(|| self.mark(at)) {
            return next.max(at + 1);
        }
        let length = if first.is_alphanumeric() { word_length(rest) } else { first.len_utf8() };
        self.writer.copy(TextRange::new(at, at + length));
        at + length
    }

    fn mark(&mut self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let style = self.style;
        for (index, mark) in style.marks.iter().enumerate() {
            if !rest.starts_with(mark.mark) || (!mark.anywhere && self.after_word(at)) {
                continue;
            }
            let length = mark.mark.len();
            if rest[length..].starts_with(|c: char| c.is_whitespace()) {
                continue;
            }
            let Some(close) = self.closer(index, mark, at + length) else { continue };
            if mark.code {
                return Some(close + length);
            }
            if !self.drops.contains(&(close, length)) {
                self.drops.push((close, length));
            }
            return Some(at + length);
        }
        None
    }

    /// Where `mark` closes after `from`. A place that closes one opening closes any before it, so
    /// it is searched once.
    fn closer(&mut self, index: usize, mark: &Mark, from: usize) -> Option<usize> {
        match self.closers[index] {
            Some(None) => return None,
            Some(Some(known)) if known > from => return Some(known),
            _ => {}
        }
        let text = &self.raw[from..self.end];
        let found = text.match_indices(mark.mark).map(|(at, _)| from + at).find(|&at| {
            let before = self.raw[..at].chars().next_back();
            let after = self.raw[at + mark.mark.len()..].chars().next();
            at > from
                && before.is_some_and(|c| !c.is_whitespace())
                && (mark.anywhere || !after.is_some_and(char::is_alphanumeric))
        });
        self.closers[index] = Some(found);
        found
    }
}

/// The first `most` bytes of `text`, or fewer where that would part a character.
pub(super) fn near(text: &str, most: usize) -> &str {
    &text[..floor_boundary(text, most)]
}

/// The end of the bracket that opens at `at`, near by: the place of the closing bracket.
pub(super) fn close_bracket(text: &str, open: char, close: char) -> Option<usize> {
    const LONGEST: usize = 3000;
    let mut depth = 0_usize;
    for (at, character) in text.char_indices().take_while(|(at, _)| *at < LONGEST) {
        if character == open {
            depth += 1;
        } else if character == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// Length of the address at the head of `text`: `http://…`, `https://…`, `mailto:…`.
pub(super) fn address(text: &str) -> Option<usize> {
    let known = ["http://", "https://", "mailto:", "ftp://", "irc://"];
    known.iter().find(|start| text.starts_with(**start))?;
    let ends = |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '<' | '>' | '"' | '”' | '`');
    let end = text.find(ends).unwrap_or(text.len());
    Some(text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']).len())
}

/// Length of the word at the head of `text`, without the macro that may follow it at once.
fn word_length(text: &str) -> usize {
    let length = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    match text[..length].strip_suffix("footnote") {
        Some(word) if !word.is_empty() && text[length..].starts_with(':') => word.len(),
        _ => length,
    }
}

/// The lines of a text behind its front matter.
pub(super) fn all_lines(raw: &str) -> Vec<lines::Line> {
    let head = lines::front_matter(raw).map_or(0, |(_, after)| after);
    lines::lines(raw, TextRange::new(head, raw.len())).collect()
}
