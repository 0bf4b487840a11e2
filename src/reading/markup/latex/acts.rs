//! Carries out what the commands and environments of LaTeX do.

use super::super::BlockKind;
use super::commands::{self, Action, Environment};
use super::{Close, Reader, scan};
use crate::text::TextRange;

impl<'r> Reader<'r> {
    pub(super) fn act(&mut self, action: Action, start: usize, word: &str) {
        match action {
            Action::Symbol(text) => self.symbol(text, start, word),
            Action::Accent(accent) => self.accent(accent, start),
            Action::Quote { dropped } => self.quote(dropped, start),
            Action::Block(kind) => {
                self.skip_optional();
                self.writer.open(kind);
                self.argument(Close::Block);
            }
            Action::Note => self.note(),
            Action::Item => self.item(),
            Action::Paragraph => self.reopen(),
            Action::Drop => self.drop_arguments(usize::MAX),
            Action::DropFirst(count) => self.drop_arguments(count),
            Action::Verbatim => self.verbatim(),
            Action::Define => self.define(),
            Action::Begin => self.begin(),
            Action::End => self.end(),
            Action::Keep => {
                self.skip_optional();
                // The blank after a command ends its name and is no blank of the text.
                if !self.raw[self.at..].starts_with('{') {
                    self.at = scan::after_blanks(self.raw, self.at);
                }
            }
        }
    }

    fn symbol(&mut self, text: &str, start: usize, word: &str) {
        self.writer.replace(text, TextRange::new(start, self.at));
        if self.raw[self.at..].starts_with("{}") {
            self.at += 2;
        } else if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.at = scan::after_blanks(self.raw, self.at);
        }
    }

    /// `\'e`, `\'{e}`, `\c c`: the letter with its accent, as one character.
    fn accent(&mut self, accent: char, start: usize) {
        let at = scan::after_blanks(self.raw, self.at);
        let (grouped, rest) = match self.raw[at..].strip_prefix('{') {
            Some(rest) => (true, rest),
            None => (false, &self.raw[at..]),
        };
        let (base, length) = match rest.strip_prefix('\\').and_then(|rest| rest.chars().next()) {
            Some('i') => ('i', 2),
            Some('j') => ('j', 2),
            _ => rest.chars().next().map_or((' ', 0), |base| (base, base.len_utf8())),
        };
        let closed = !grouped || rest[length..].starts_with('}');
        if !base.is_alphabetic() || !closed {
            return;
        }
        let end = at + length + 2 * usize::from(grouped);
        let composed = unicode_normalization::char::compose(base, accent);
        let text = composed.map_or_else(|| format!("{base}{accent}"), String::from);
        self.writer.replace(&text, TextRange::new(start, end));
        self.at = end;
    }

    fn quote(&mut self, dropped: usize, start: usize) {
        self.skip_optional();
        self.drop_arguments(dropped);
        self.skip_optional();
        self.at = scan::after_blanks(self.raw, self.at);
        if self.braces.close(self.at).is_none() {
            return;
        }
        let mark = if self.quotations.is_multiple_of(2) { "“" } else { "‘" };
        self.writer.replace(mark, TextRange::new(start, self.at + 1));
        self.quotations += 1;
        self.open_group(Close::Quotation);
    }

    fn note(&mut self) {
        self.skip_optional();
        if self.braces.close(self.at).is_some() {
            self.writer.begin_note();
            self.open_group(Close::Note);
        }
    }

    fn item(&mut self) {
        let quoted = self.kind() == BlockKind::BlockQuote;
        self.writer.open(if quoted { BlockKind::BlockQuote } else { BlockKind::ListItem });
        self.skip_optional();
    }

    /// Enters the argument that follows.
    fn argument(&mut self, close: Close) {
        self.at = scan::after_blanks(self.raw, self.at);
        if self.braces.close(self.at).is_some() {
            self.open_group(close);
        }
    }

    fn skip_optional(&mut self) {
        while let Some(end) = scan::optional(self.raw, self.at) {
            self.at = end;
        }
    }

    /// Drops up to `most` arguments in braces, and the optional ones before and between them.
    fn drop_arguments(&mut self, most: usize) {
        for _ in 0..most {
            self.skip_optional();
            let Some(close) = self.braces.close(self.at) else { break };
            self.at = close + 1;
        }
    }

    fn verbatim(&mut self) {
        self.skip_optional();
        let rest = &self.raw[self.at..];
        let Some(mark) = rest.chars().next() else { return };
        let close = if mark == '{' { '}' } else { mark };
        let line = &rest[mark.len_utf8()
            ..scan::line_end(self.raw, self.at).max(self.at + mark.len_utf8()) - self.at];
        if let Some(length) = line.find(close) {
            self.at += mark.len_utf8() + length + close.len_utf8();
        }
    }

    fn define(&mut self) {
        self.drop_arguments(usize::MAX);
        let rest = &self.raw[self.at..scan::line_end(self.raw, self.at)];
        // `\def\name#1{…}`: what stands before the body is no prose either.
        if rest.starts_with('\\') {
            self.at += rest.find('{').unwrap_or(rest.len());
            self.drop_arguments(usize::MAX);
        }
    }

    fn begin(&mut self) {
        let Some((name, after)) = self.environment_name() else { return };
        self.at = after;
        match commands::environment(name) {
            Environment::Skipped => {
                let end = format!("\\end{{{name}}}");
                let rest = &self.raw[after..];
                self.at = rest.find(&end).map_or(self.raw.len(), |at| after + at + end.len());
                // An equation interrupts a paragraph without ending it.
                if !matches!(
                    name.trim_end_matches('*'),
                    "equation" | "align" | "gather" | "math" | "displaymath"
                ) {
                    self.reopen();
                }
                return;
            }
            Environment::Kind(kind) => self.environments.push((kind, false)),
            Environment::Table => self.environments.push((BlockKind::TableCell, true)),
            Environment::Plain => self.environments.push((self.kind(), false)),
        }
        self.skip_environment_arguments();
        self.reopen();
    }

    fn end(&mut self) {
        if let Some((_, after)) = self.environment_name() {
            self.at = after;
            self.environments.pop();
            self.reopen();
        }
    }

    fn environment_name(&self) -> Option<(&'r str, usize)> {
        let close = self.braces.close(self.at)?;
        Some((&self.raw[self.at + 1..close], close + 1))
    }

    /// Drops `[…]` and short `{…}` behind `\begin{…}`: widths, columns, options.
    fn skip_environment_arguments(&mut self) {
        loop {
            self.skip_optional();
            match self.braces.close(self.at) {
                Some(close) if close - self.at < 80 => self.at = close + 1,
                _ => return,
            }
        }
    }
}
