//! Cuts a long line around its marks, so that it fits the terminal.
//!
//! Prose has paragraphs of thousands of characters on one line; a reader needs the fault and the
//! words around it. Widths are terminal columns: a wide character takes two, a combining mark none.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::clean;
use crate::text::TextRange;

/// A part of a line that fits the terminal, with the marks that lie in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) text: String,
    pub(super) marks: Vec<Placed>,
}

/// A mark in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// The mark's number among those that were asked for.
    pub(super) number: usize,
    /// Its first terminal column, from 0.
    pub(super) column: usize,
    /// Its width in terminal columns, at least 1.
    pub(super) width: usize,
}

/// How wide `text` is in a terminal, once cleaned.
pub(super) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(clean(text).as_str())
}

/// The windows of `line`, at most `columns` wide each, that show every mark. `marks` are bytes of
/// the line in order of their starts.
pub(super) fn windows(line: &str, marks: &[TextRange], columns: usize) -> Vec<Window> {
    let whole = line.len() <= columns * 4 && width(line) <= columns;
    if whole {
        let numbers: Vec<usize> = (0..marks.len()).collect();
        return vec![place(line, TextRange::new(0, line.len()), marks, &numbers, ["", ""])];
    }
    clusters(line, marks, columns)
        .into_iter()
        .map(|numbers| cut(line, marks, &numbers, columns))
        .collect()
}

/// Groups the marks so that each group fits a window.
fn clusters(line: &str, marks: &[TextRange], columns: usize) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut start = 0;
    for (number, mark) in marks.iter().enumerate() {
        let near = mark.end.saturating_sub(start) <= columns * 4
            && width(&line[start..mark.end.max(start)]) + 4 <= columns;
        match groups.last_mut() {
            Some(group) if near => group.push(number),
            _ => {
                start = mark.start;
                groups.push(vec![number]);
            }
        }
    }
    groups
}

/// The window around the marks `numbers`, with an ellipsis where the line goes on.
fn cut(line: &str, marks: &[TextRange], numbers: &[usize], columns: usize) -> Window {
    let room = columns.saturating_sub(4);
    let start = numbers.iter().map(|&number| marks[number].start).min().unwrap_or(0);
    let end = numbers.iter().map(|&number| marks[number].end).max().unwrap_or(start);
    let core_end = start + whole_words(&line[start..end], forward(&line[start..end], room));
    let spare = room - width(&line[start..core_end]).min(room);
    let left = backward(&line[..start], spare / 2);
    let used = width(&line[left..start]);
    let right = core_end + forward(&line[core_end..], spare - used.min(spare));
    // What the right side leaves unused goes to the left.
    let used = width(&line[core_end..right]);
    let left = backward(&line[..start], spare - used.min(spare)).min(left);
    let shown = at_words(line, TextRange::new(left, right), TextRange::new(start, core_end));
    let before = if shown.start > 0 { "… " } else { "" };
    let after = if shown.end < line.len() { " …" } else { "" };
    place(line, shown, marks, numbers, [before, after])
}

/// `shown` without the halves of words at its ends, but with all of `core`.
fn at_words(line: &str, shown: TextRange, core: TextRange) -> TextRange {
    let mut shown = shown;
    if shown.start > 0 && !line[..shown.start].ends_with(char::is_whitespace) {
        let left = &line[shown.start..core.start];
        shown.start += left.find(char::is_whitespace).unwrap_or(0);
    }
    let left = &line[shown.start..core.start];
    shown.start += left.len() - left.trim_start().len();
    if shown.end < line.len() && !line[shown.end..].starts_with(char::is_whitespace) {
        let right = &line[core.end..shown.end];
        shown.end = core.end + right.rfind(char::is_whitespace).unwrap_or(right.len());
    }
    let right = &line[core.end..shown.end];
    shown.end -= right.len() - right.trim_end().len();
    shown
}

fn place(
    line: &str,
    shown: TextRange,
    marks: &[TextRange],
    numbers: &[usize],
    [before, after]: [&str; 2],
) -> Window {
    let text = format!("{before}{}{after}", clean(shown.of(line)));
    let placed = |&number: &usize| {
        let start = marks[number].start.clamp(shown.start, shown.end);
        let end = marks[number].end.clamp(start, shown.end);
        Placed {
            number,
            column: width(before) + width(&line[shown.start..start]),
            width: width(&line[start..end]).max(1),
        }
    };
    Window { text, marks: numbers.iter().map(placed).collect() }
}

/// The first `length` bytes of `text` without the half of a word at their end.
fn whole_words(text: &str, length: usize) -> usize {
    if length == text.len() || text[length..].starts_with(char::is_whitespace) {
        return length;
    }
    text[..length].rfind(char::is_whitespace).unwrap_or(length)
}

/// How many bytes from the start of `text` fit `columns`.
fn forward(text: &str, columns: usize) -> usize {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > columns {
            return at;
        }
    }
    text.len()
}

/// The first byte of the longest end of `text` that fits `columns`.
fn backward(text: &str, columns: usize) -> usize {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += width(grapheme);
        if used > columns {
            return at + grapheme.len();
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(line: &str, word: &str, columns: usize) -> (String, String) {
        let start = line.find(word).unwrap();
        let windows = windows(line, &[TextRange::new(start, start + word.len())], columns);
        let [window] = windows.as_slice() else { panic!("{windows:?}") };
        let mark = window.marks[0];
        let under = format!("{}{}", " ".repeat(mark.column), "^".repeat(mark.width));
        (window.text.clone(), under)
    }

    #[test]
    fn lines_are_cut_around_the_mark_at_words() {
        let line = "one two three four five six seven eight nine ten eleven twelve";
        for (word, columns, text, under) in [
            ("one", 20, "one two three …", "^^^"),
            ("six", 20, "… five six seven …", "       ^^^"),
            ("twelve", 20, "… eleven twelve", "         ^^^^^^"),
            ("two", 80, line, "    ^^^"),
        ] {
            let expected = (text.to_owned(), under.to_owned());
            assert_eq!(marked(line, word, columns), expected, "{word}");
        }
    }

    #[test]
    fn wide_characters_count_twice_and_combining_marks_not_at_all() {
        for (line, word, column, width) in [
            ("日本 rise", "rise", 5, 4),
            ("e\u{301}te\u{301} rise", "rise", 4, 4),
            ("a 日本 b", "日本", 2, 4),
        ] {
            let (_, under) = marked(line, word, 40);
            assert_eq!(under.trim_start().len(), width, "{line}");
            assert_eq!(under.len() - width, column, "{line}");
        }
    }

    #[test]
    fn marks_that_stand_far_apart_get_windows_of_their_own() {
        let line = format!("alpha {}omega", "word ".repeat(60));
        let omega = line.find("omega").unwrap();
        let marks = [TextRange::new(0, 5), TextRange::new(omega, omega + 5)];
        let windows = windows(&line, &marks, 40);
        assert_eq!(windows.len(), 2);
        assert!(windows[0].text.starts_with("alpha word"));
        assert!(windows[1].text.ends_with("word omega"));
    }

    proptest! {
        #[test]
        fn windows_never_exceed_their_width(
            line in "[a-z “日e\u{301}😀\t\u{1b}]{0,200}", from in 0usize..200, len in 0usize..80, columns in 20usize..90,
        ) {
            let starts: Vec<usize> = line.char_indices().map(|(at, _)| at).chain([line.len()]).collect();
            let start = starts[from.min(starts.len() - 1)];
            let end = starts[(from + len).min(starts.len() - 1)];
            for window in windows(&line, &[TextRange::new(start, end)], columns) {
                prop_assert!(width(&window.text) <= columns, "{:?}", window.text);
                for mark in window.marks {
                    prop_assert!(mark.column <= columns);
                }
            }
        }
    }
}
