//! What a date expression says, before it is resolved against any calendar day.

use crate::reading::tokens::Unit;

use super::{Part, Written};

/// A date expression as it was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Expr {
    /// A piece of a year, the year given or not: "Feb. 22, 2024", "September", "the third quarter".
    Calendar { piece: Piece, year: Option<i16>, toward: Toward },
    /// "Thursday", "last Friday".
    Weekday { day: u8, toward: Toward },
    /// "Friday the 13th", "on the 27th": in the month that is closest.
    DayOfMonth { day: u8, weekday: Option<u8> },
    /// "two Fridays ago".
    WeekdaysAgo { day: u8, count: i32 },
    /// The unit so many units away: "yesterday", "last week", "the following day".
    Shift { unit: Unit, by: i32, from: Anchor },
    /// The last date mentioned, so many years away: "the same period last year".
    SamePeriod { years: i32, unit: Option<Unit> },
    /// Ten years from this one.
    Decade { first: i16 },
    /// "the 20th century".
    Century { number: i16 },
    /// An ISO week.
    IsoWeek { year: i16, week: i8 },
    /// A part of another date: "the last week of March", "October of next year".
    Inside { inner: Inner, of: Box<Expr> },
    /// "a week from Friday", "the day before yesterday".
    Offset { unit: Unit, by: i32, from: Box<Expr> },
    /// "the past three months".
    Run { unit: Unit, count: i32 },
    /// "the week of May 4".
    Around { unit: Unit, of: Box<Expr> },
    /// From one date to another.
    Range(Box<Expr>, Box<Expr>),
    /// Two numbers that are day and month in one order or the other.
    Numeric { first: u8, second: u8, year: Option<i16> },
}

/// A piece of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Year,
    Half(u8),
    Quarter(u8),
    Season(u8),
    Month(u8),
    Day { month: u8, day: u8 },
    Holiday(Holiday),
}

/// A part of a longer date; numbers from 1, -1 for the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inner {
    Piece(Piece),
    Nth {
        unit: Unit,
        number: i32,
    },
    NthWeekday {
        day: u8,
        number: i8,
    },
    /// The first or last so many units.
    Run {
        unit: Unit,
        count: i32,
        from_end: bool,
    },
    /// The weekday of a week.
    Weekday(u8),
}

/// What a relative date counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Publication,
    /// The last date mentioned.
    Context,
}

/// Which of the dates of that name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    /// Nothing says.
    Open,
    Last,
    This,
    Next,
}

/// Holidays that a calendar can compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    /// The same day each year.
    Fixed { month: i8, day: i8 },
    /// The nth weekday of a month, -1 for the last, and days after it.
    Nth { month: i8, number: i8, weekday: u8, plus: i32 },
    /// Days from Easter Sunday.
    Easter(i32),
}

/// What the expression looks like, for telling look-alikes apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// "2008".
    Year,
    /// "May".
    Month,
    /// "Sunday".
    Weekday,
    /// "May 5".
    MonthDay,
    /// "today".
    Deictic,
    /// "spring".
    Season,
    /// "the third quarter".
    Quarter,
    /// "80s".
    ShortDecade,
    /// "9/11", "2/22".
    ShortNumeric,
    /// "Christmas".
    Holiday,
    /// Anything that can hardly be taken for something else.
    Plain,
}

/// An expression found in a list of tokens.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// First token.
    pub start: usize,
    /// First token after it.
    pub end: usize,
    pub expr: Expr,
    pub shape: Shape,
    pub written: Written,
    pub part: Option<Part>,
    pub approximate: bool,
    /// For a range told in words, its two ends as token ranges: they are mentions of their own.
    pub ends: Option<[(usize, usize); 2]>,
    /// Whether the two ends are a list and not a range: "July and August 2010".
    pub listed: bool,
}

impl Found {
    pub(super) fn new(start: usize, end: usize, expr: Expr, shape: Shape) -> Self {
        Self {
            start,
            end,
            expr,
            shape,
            written: Written::default(),
            part: None,
            approximate: false,
            ends: None,
            listed: false,
        }
    }

    pub(super) fn plain(start: usize, end: usize, expr: Expr) -> Self {
        Self::new(start, end, expr, Shape::Plain)
    }

    pub(super) fn to(mut self, end: usize) -> Self {
        self.end = end;
        self
    }

    pub(super) fn from(mut self, start: usize) -> Self {
        self.start = start;
        self
    }

    pub(super) fn with_part(mut self, part: Part) -> Self {
        self.part = Some(part);
        self
    }
}
