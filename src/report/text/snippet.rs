//! Lines of a text with what matters in them underlined.

use anstyle::Style;

use super::window::{Window, width, windows};
use super::{COLUMNS, clean, wrap};
use crate::report::style::{FRAME, paint};
use crate::text::{LineIndex, TextRange};

/// At most so many lines of a text are shown for one finding.
const MAX_LINES: usize = 4;

/// What is underlined.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// Bytes of the shown text; empty for a place between two words.
    pub(super) range: TextRange,
    /// What is written beside it, or nothing.
    pub(super) label: String,
    /// The sign it is underlined with.
    pub(super) sign: char,
    /// Its style.
    pub(super) style: Style,
}

/// A text with the index of its lines.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a LineIndex,
}

impl Shown<'_> {
    /// The lines (from 0) that `marks` touch, the first few of them.
    pub(super) fn touched(&self, marks: &[Mark]) -> Vec<usize> {
        let mut touched: Vec<usize> = Vec::new();
        for mark in marks {
            let last = mark.range.end.saturating_sub(1).max(mark.range.start);
            let first = self.lines.line_of(mark.range.start);
            touched.extend(first..=self.lines.line_of(last).min(first + MAX_LINES));
        }
        touched.sort_unstable();
        touched.dedup();
        touched.truncate(MAX_LINES);
        touched
    }

    /// The part of `mark` on `line`, in bytes of the line.
    fn on_line(&self, mark: &Mark, line: usize) -> Option<TextRange> {
        let start = self.lines.start_of(line);
        let text = self.lines.line_text(self.text, line);
        let indent = text.len() - text.trim_start().len();
        let line_range = TextRange::new(start, start + text.len());
        let from = mark.range.start.max(start);
        let to = mark.range.end.min(line_range.end);
        if mark.range.is_empty() {
            let here = line_range.start <= mark.range.start && mark.range.start <= line_range.end;
            return here.then(|| TextRange::empty(from - start));
        }
        let from = if mark.range.start < start { from.max(start + indent) } else { from };
        (from < to).then(|| TextRange::new(from - start, to - start))
    }
}

/// The lines of `shown` with `marks` underlined, behind a gutter `gutter` columns wide.
pub(super) fn render(shown: Shown<'_>, marks: &[Mark], gutter: usize) -> String {
    let mut out = String::new();
    let mut previous: Option<usize> = None;
    for line in shown.touched(marks) {
        if previous.is_some_and(|previous| previous + 1 < line) {
            out += &format!("{}\n", paint(FRAME, "..."));
        }
        previous = Some(line);
        out += &render_line(shown, line, marks, gutter);
    }
    out
}

fn render_line(shown: Shown<'_>, line: usize, marks: &[Mark], gutter: usize) -> String {
    let mut here: Vec<(TextRange, &Mark, bool)> = marks
        .iter()
        .filter_map(|mark| {
            let range = shown.on_line(mark, line)?;
            let ends = mark.range.end <= shown.lines.start_of(line) + range.end;
            Some((range, mark, ends))
        })
        .collect();
    here.sort_by_key(|(range, ..)| (range.start, range.end));
    let ranges: Vec<TextRange> = here.iter().map(|(range, ..)| *range).collect();
    let text = shown.lines.line_text(shown.text, line);
    let number = format!("{:>gutter$} |", line + 1);
    let mut out = String::new();
    for window in windows(text, &ranges, COLUMNS - gutter - 3) {
        out += &format!("{} {}\n", paint(FRAME, &number), window.text);
        out += &underlines(&window, &here, gutter);
    }
    out
}

/// The row of marks and their labels: the last label beside its mark where it fits, the others
/// below.
fn underlines(window: &Window, here: &[(TextRange, &Mark, bool)], gutter: usize) -> String {
    let frame = paint(FRAME, &format!("{:gutter$} |", ""));
    let room = COLUMNS - gutter - 3;
    let mut row = String::new();
    let mut at = 0;
    for placed in &window.marks {
        let (_, mark, _) = here[placed.number];
        let width = (placed.column + placed.width).saturating_sub(at.max(placed.column));
        row += &" ".repeat(placed.column.saturating_sub(at));
        row += &paint(mark.style, &mark.sign.to_string().repeat(width));
        at = at.max(placed.column) + width;
    }
    let mut labels: Vec<(usize, &Mark)> = Vec::new();
    for placed in &window.marks {
        let (_, mark, ends) = here[placed.number];
        if ends && !mark.label.is_empty() {
            labels.push((placed.column, mark));
        }
    }
    let last_mark = window.marks.last().map(|placed| here[placed.number].1);
    if let Some((_, mark)) = labels.last().copied()
        && last_mark.is_some_and(|last| std::ptr::eq(last, mark))
        && at + 1 + width(&mark.label) <= room
    {
        row += &format!(" {}", paint(mark.style, &clean(&mark.label)));
        labels.pop();
    }
    let mut out = format!("{frame} {row}\n");
    for (column, mark) in labels {
        let column = column.min(room.saturating_sub(width(&mark.label)));
        let next = format!("{frame} {:column$}", "");
        let label = wrap(&clean(&mark.label), room - column, &next);
        out += &format!("{frame} {:column$}{}\n", "", paint(mark.style, &label));
    }
    out
}
