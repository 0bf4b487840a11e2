//! The timeline as an SVG picture.

use std::fmt::Write as _;

use super::page::escape;
use super::{NO_YEAR, Timeline, begins_open, disagreements, places, sentence};
use crate::corpus::chronicle::{Entry, EntryKind};
use crate::report::dates;
use crate::report::passages::shortened;
use crate::report::text::wrap;

const WIDTH: usize = 860;
const AXIS: usize = 190;
const LEADING: usize = 20;
/// Characters on a line right of the axis.
const LINE: usize = 76;
/// Characters of an entry that are shown.
const MOST: usize = 320;

/// The colours of a dark page.
const STYLE: &str = "@media (prefers-color-scheme:dark){rect{fill:#181a1f}text{fill:#ddd}\
text[fill=\"#777\"]{fill:#999}text[fill=\"#a40\"]{fill:#fb6}line{stroke:#555}}";

/// One SVG document.
#[must_use]
pub fn render(timeline: &Timeline<'_>) -> String {
    let mut body = String::new();
    let mut y = 30;
    let mut last: Option<&Entry> = None;
    for entry in timeline.entries {
        if begins_open(last, entry) {
            let _ = writeln!(
                body,
                "<text x=\"{}\" y=\"{}\" font-weight=\"bold\" fill=\"#777\">{NO_YEAR}</text>",
                AXIS + 16,
                y + 8
            );
            y += 36;
        }
        let told = last.is_some_and(|last| last.date == entry.date);
        let date = if told { String::new() } else { dates::in_words(&entry.date) };
        last = Some(entry);
        y = draw(&mut body, timeline, entry, dates::without_remark(&date), y) + 14;
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{y}\" \
         viewBox=\"0 0 {WIDTH} {y}\" font-family=\"Georgia,serif\" font-size=\"15\">\n\
         <style>{STYLE}</style>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n\
         <line x1=\"{AXIS}\" y1=\"14\" x2=\"{AXIS}\" y2=\"{}\" stroke=\"#bbb\" stroke-width=\"2\"/>\n\
         {body}</svg>\n",
        y.saturating_sub(14)
    )
}

/// Draws an entry at `y` and returns where it ends.
fn draw(body: &mut String, timeline: &Timeline<'_>, entry: &Entry, date: &str, y: usize) -> usize {
    let colour = match (&entry.kind, entry.disputed_by.is_empty()) {
        (_, false) => "#c50",
        (EntryKind::Said { .. }, _) => "#2a6",
        (EntryKind::Happened, _) => "#888",
    };
    let _ = writeln!(body, "<circle cx=\"{AXIS}\" cy=\"{}\" r=\"5\" fill=\"{colour}\"/>", y - 5);
    if !date.is_empty() {
        let x = AXIS - 14;
        let date = escape(date);
        let _ = writeln!(
            body,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"end\" font-weight=\"bold\">{date}</text>"
        );
    }
    let mut y = y;
    let words = wrap(&shortened(&sentence(entry), MOST), LINE, "");
    for line in words.lines() {
        y = text(body, line, "#222", 15, y);
    }
    y = text(body, &shortened(&places(timeline.corpus, entry), 100), "#777", 13, y);
    for told in disagreements(timeline, entry) {
        y = text(body, &shortened(&told, 100), "#a40", 13, y);
    }
    y
}

fn text(body: &mut String, line: &str, colour: &str, size: usize, y: usize) -> usize {
    let x = AXIS + 16;
    let line = escape(line);
    let _ = writeln!(
        body,
        "<text x=\"{x}\" y=\"{y}\" fill=\"{colour}\" font-size=\"{size}\">{line}</text>"
    );
    y + LEADING
}
