//! Follows the calls of Typst code to the content in their brackets.

use super::super::BlockKind;
use super::code::{self, Call};
use super::{Frame, Reader};
use crate::text::TextRange;

/// How many statements without an end are searched for it: each search may read the whole text.
const UNCLOSED: usize = 16;

impl Reader<'_> {
    pub(super) fn hash(&mut self, rest: &str) {
        match code::read(rest) {
            code::Code::Statement => {
                let line = rest.find('\n').unwrap_or(rest.len());
                let whole =
                    if self.unclosed < UNCLOSED { code::statement_length(rest) } else { None };
                self.unclosed += usize::from(whole.is_none());
                self.at += whole.unwrap_or(line);
            }
            code::Code::Braces => {
                self.frames.push(Frame::Code { call: Call::Other, close: b'}', kind: self.kind() });
                self.at += 2;
            }
            code::Code::Call(call, length) => {
                self.at += length;
                self.after_call(call);
            }
            code::Code::None => self.put("#", 1),
        }
    }

    /// Enters the arguments or the content that follow a call.
    fn after_call(&mut self, call: Call) {
        let rest = self.rest();
        if rest.starts_with('(') {
            let call = call.with_arguments(rest);
            self.frames.push(Frame::Code { call, close: b')', kind: self.kind() });
            self.at += 1;
        } else if rest.starts_with('[') && call != Call::Silent {
            self.open_content(call);
        }
    }

    fn open_content(&mut self, call: Call) {
        let range = TextRange::new(self.at, self.at + 1);
        let mut kind = self.kind();
        // In the middle of a sentence it would tear it apart.
        let torn = call == Call::Attribution && self.writer.has_text();
        if call == Call::Silent || torn {
            let call = Call::Silent;
            self.frames.push(Frame::Code { call, close: b']', kind });
            self.at += 1;
            return;
        }
        match call {
            Call::Quote => {
                let mark = if self.quotations.is_multiple_of(2) { "“" } else { "‘" };
                self.writer.replace(mark, range);
                self.quotations += 1;
            }
            Call::Note => self.writer.begin_note(),
            Call::BlockQuote => kind = BlockKind::BlockQuote,
            Call::Table => kind = BlockKind::TableCell,
            Call::Caption => kind = BlockKind::Caption,
            Call::Heading => kind = BlockKind::Heading(1),
            Call::Other | Call::Silent | Call::Attribution => {}
        }
        self.frames.push(Frame::Content(call, kind));
        if call.is_block() {
            self.reopen();
        }
        self.at += 1;
        self.line_start = true;
    }

    pub(super) fn close_bracket(&mut self, rest: &str) {
        match self.frames.pop() {
            Some(Frame::Content(call, _)) => {
                self.end_content(call);
                self.at += 1;
                if !matches!(self.frames.last(), Some(Frame::Code { .. })) {
                    self.after_call(call);
                }
            }
            Some(Frame::Literal) | None => self.put(&rest[..1], 1),
            Some(code) => {
                self.frames.push(code);
                self.at += 1;
            }
        }
    }

    fn end_content(&mut self, call: Call) {
        match call {
            Call::Quote => {
                self.quotations = self.quotations.saturating_sub(1);
                let mark = if self.quotations.is_multiple_of(2) { "”" } else { "’" };
                self.writer.replace(mark, TextRange::new(self.at, self.at + 1));
            }
            Call::Note => self.writer.end_note(),
            Call::Attribution if self.writer.has_text() => {
                self.writer.replace(": ", TextRange::new(self.at, self.at + 1));
            }
            _ if call.is_block() => self.reopen(),
            _ => {}
        }
    }

    /// Reads code: strings and brackets count, content is prose.
    pub(super) fn code(&mut self, rest: &str, call: Call, close: u8) {
        match rest.as_bytes()[0] {
            b'"' => self.at += code::string_length(rest),
            b'(' | b'{' => {
                let close = if rest.starts_with('(') { b')' } else { b'}' };
                self.frames.push(Frame::Code { call, close, kind: self.kind() });
                self.at += 1;
            }
            b'[' => self.open_content(call.of_argument(&self.raw[..self.at])),
            byte if byte == close => {
                self.frames.pop();
                self.at += 1;
                if !matches!(self.frames.last(), Some(Frame::Code { .. })) {
                    self.after_call(call);
                }
            }
            _ => {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let plain = rest[first..].find(['"', '(', ')', '{', '}', '[', ']', '/']);
                self.at += plain.map_or(rest.len(), |at| at + first);
            }
        }
    }
}
