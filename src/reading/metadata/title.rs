//! The headline, from a text's own head.

use super::head::{Around, Line, is_interface};
use super::{Confidence, Known, byline, clean, date_line};
use crate::reading::markup::BlockKind;

/// The document's first heading, a headline that is repeated, or a line that stands alone as
/// headlines do. A doubtful one is none: the source then goes by its file's name.
pub(super) fn read(around: &Around<'_>) -> Option<Known<String>> {
    let head = &around.head;
    let known = |line: &Line<'_>, why: String| {
        clean(line.text).map(|title| Known::new(title, Confidence::Medium, why))
    };
    if let Some(line) = heading(around) {
        return known(&line, format!("heading, line {}", line.number));
    }
    if let Some((line, again)) = repeated(head) {
        return known(&line, format!("line {}, repeated on line {again}", line.number));
    }
    let line = head.iter().enumerate().find(|(at, line)| stands_alone(head, *at, line))?.1;
    known(line, format!("line {}", line.number))
}

/// The first heading, even if the body's first words stand before it as a standfirst does.
fn heading<'t>(around: &Around<'t>) -> Option<Line<'t>> {
    let headings = around.head.iter().chain(&around.lead);
    let mut headings = headings.filter(|line| matches!(line.kind, BlockKind::Heading(_)));
    let first = headings.next().copied()?;
    (!is_interface(first.text)).then_some(first)
}

fn repeated<'t>(head: &[Line<'t>]) -> Option<(Line<'t>, usize)> {
    head.iter().enumerate().filter(|(_, line)| is_headline(line, 4)).find_map(|(at, line)| {
        let again = head[at + 1..].iter().find(|other| other.text == line.text)?;
        Some((*line, again.number))
    })
}

/// A paragraph of its own, or a first line that a byline or a date follows.
fn stands_alone(head: &[Line<'_>], at: usize, line: &Line<'_>) -> bool {
    let joins = |other: &&Line<'_>| other.paragraph == line.paragraph;
    let before = at.checked_sub(1).and_then(|at| head.get(at)).filter(joins);
    let after = head.get(at + 1).filter(joins);
    let least = if at == 0 { 2 } else { 4 };
    let follows =
        |next: &Line<'_>| byline::is_byline(next.text) || date_line::is_date_line(next.text);
    is_headline(line, least) && before.is_none() && after.is_none_or(follows)
}

fn is_headline(line: &Line<'_>, least: usize) -> bool {
    let is_own = matches!(line.kind, BlockKind::Paragraph | BlockKind::Heading(_));
    let ends_open = line.text.ends_with([',', ';', ':', '-', '…']);
    let ends_plainly = line.text.ends_with('.');
    let starts_well = line
        .text
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "\"“‘'«„¿¡(".contains(c));
    is_own
        && (least..=25).contains(&line.word_count())
        && starts_well
        && !ends_open
        && !ends_plainly
        && !is_interface(line.text)
        && !byline::is_byline(line.text)
        && !date_line::is_date_line(line.text)
        && !line.text.starts_with("http")
}
