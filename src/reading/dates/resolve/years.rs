//! The years of dates that are written without one, in a document without a day of publication.
//!
//! A look back ("Black January 1990", an old picture) tells nothing of the days of the news. Sure is
//! a year only where the document itself shows which one it is written in: by a 29 February, or by
//! a day that it names both with its year and without.

use std::cell::OnceCell;

use jiff::civil::Date;

use crate::reading::markup::{Block, BlockKind};
use crate::reading::tokens::{Kind, Lex, Tokens};

use super::super::expr::Found;
use super::super::{DateMention, Granularity, Interval, YearFrom, edtf};

/// How far from a full date, in days, a date without a year may be for that year to be sure.
const NEAR: i32 = 120;

/// How far before a full date it may be: news goes forward.
const NEAR_BEFORE: i32 = 45;

/// Whether a date without a year may be told in one breath with the full date `known`.
pub(super) fn is_near(date: Interval, known: Interval) -> bool {
    let reach = if date.start < known.start { NEAR_BEFORE } else { NEAR };
    date.distance(known) <= reach
}

/// The years that stand anywhere in a document; searched when first asked for.
pub(in super::super) struct Years<'a> {
    text: &'a str,
    blocks: &'a [Block],
    found: OnceCell<Vec<i16>>,
}

impl<'a> Years<'a> {
    pub(in super::super) fn of(text: &'a str, blocks: &'a [Block]) -> Self {
        Self { text, blocks, found: OnceCell::new() }
    }

    /// Whether the document tells of years after the one that follows `year`: then a date of `year`
    /// is a look back.
    pub(super) fn go_beyond(&self, year: i16) -> bool {
        /// Years ahead of which nobody tells news.
        const AHEAD: i16 = 60;
        let found = self.found.get_or_init(|| {
            let own = self.blocks.iter().filter(|block| is_story(block.kind));
            own.flat_map(|block| years_in(block.range.of(self.text))).collect()
        });
        found.iter().any(|&other| other > year + 1 && other < year + AHEAD)
    }
}

pub(super) fn is_story(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Boilerplate | BlockKind::ReaderComment)
}

/// Four digits by themselves that can be a year of our time.
fn years_in(text: &str) -> impl Iterator<Item = i16> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() == 4 && word.starts_with(['1', '2']))
        .filter_map(|word| word.parse().ok())
        .filter(|year| (1900..2100).contains(year))
}

/// Gives the days without a year in `mentions` the year that the document shows; `told` are the
/// full dates of its story.
pub(super) fn fill_in(mentions: &mut [DateMention], told: &[Interval]) {
    let Some(present) = present(mentions, told) else { return };
    for mention in mentions.iter_mut().filter(|mention| is_open(mention)) {
        let (Some(month), Some(day)) = (mention.written.month, mention.written.day) else {
            continue;
        };
        let year = present.year();
        let candidates = (year - 1..=year + 1).filter_map(|year| Date::new(year, month, day).ok());
        let here = Interval::day(present);
        let nearest = candidates.min_by_key(|date| Interval::day(*date).distance(here));
        let near = nearest.filter(|date| Interval::day(*date).distance(here) <= NEAR);
        if let Some(date) = near {
            mention.start = Some(date);
            mention.end = Some(date);
            mention.value = edtf::day(date);
            mention.year_from = YearFrom::Document;
        }
    }
}

/// Whether nothing but the year of the day is missing.
fn is_open(mention: &DateMention) -> bool {
    mention.start.is_none()
        && mention.granularity == Granularity::Day
        && mention.written.year.is_none()
        && mention.written.day.is_some()
}

/// A day of the time in which the document is written.
fn present(mentions: &[DateMention], told: &[Interval]) -> Option<Date> {
    let latest = *told.iter().max_by_key(|one| (one.end, one.start))?;
    let open = || mentions.iter().filter(|mention| is_open(mention));
    let is_latest = |mention: &DateMention| {
        let day = latest.start;
        latest.start == latest.end
            && (mention.written.month, mention.written.day) == (Some(day.month()), Some(day.day()))
    };
    if open().any(is_latest) {
        return Some(latest.start);
    }
    let leap = |m: &DateMention| (m.written.month, m.written.day) == (Some(2), Some(29));
    open().any(leap).then(|| first_leap_day_after(latest.start)).flatten()
}

/// The 29 February that follows `day` within a year or so.
fn first_leap_day_after(day: Date) -> Option<Date> {
    let year = day.year();
    let days = (year..=year + 1).filter_map(|year| Date::new(year, 2, 29).ok());
    days.into_iter().find(|leap| *leap >= day)
}

/// "Black *January 1990*", "Bloody *Sunday*": the words before the date make it the name of an
/// event.
pub(super) fn names_event(tokens: &Tokens<'_>, found: &Found) -> bool {
    const EPITHETS: [&str; 9] =
        ["Black", "Bloody", "Red", "White", "Dark", "Velvet", "Tragic", "Glorious", "Silent"];
    let before = tokens.before(found.start, 1);
    let named = matches!(tokens.at(found.start).lex, Lex::Month(..) | Lex::Weekday(..));
    named
        && before.kind == Kind::Word
        && EPITHETS.contains(&tokens.text.get(before.start..before.end).unwrap_or_default())
}
