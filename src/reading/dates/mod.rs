//! Dates as intervals with granularity.
//!
//! [`read`] finds every mention of a date, absolute or relative, and resolves it against the
//! publication date or the dates around it. [`consistent`] compares two mentions, [`problem`]
//! finds dates that cannot be, and [`in_style_of`] writes a date the way another was written.
//!
//! Times of day, durations and sets ("every Monday") are not dates. "Early", "late" and "the end
//! of" leave the interval as it is and are kept as [`Part`], since writers use them loosely.

mod clause;
mod compare;
mod edtf;
mod expr;
mod grammar;
mod guard;
mod holidays;
mod interval;
mod order;
mod resolve;
mod spoken;
mod style;
#[cfg(test)]
mod tests;
mod validity;

use jiff::civil::{Date, Weekday};

use crate::reading::markup::Block;
use crate::reading::tokens::{self, Tokens};
use crate::text::TextRange;

pub use compare::{Consistency, consistent};
pub use interval::Interval;
pub use spoken::{in_words, left_open};
pub use style::in_style_of;
pub(crate) use style::{MONTHS, weekday_name};
pub use validity::{Problem, problem};

use expr::Found;

/// How coarse a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Granularity {
    /// One day (or a range of days).
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A season.
    Season,
    /// A quarter.
    Quarter,
    /// A year.
    Year,
    /// A decade.
    Decade,
    /// A century.
    Century,
}

impl Granularity {
    /// The word that names it in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

/// The part of an interval that the words point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// "Early", "the beginning of".
    Start,
    /// "Mid-", "the middle of".
    Middle,
    /// "Late", "the end of".
    End,
}

/// What the words before a date make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "Since 2022": from then on.
    Since,
    /// "Until Friday", "by 2030": up to then.
    Until,
    /// "Before March".
    Before,
    /// "After March".
    After,
}

/// The parts of a day as they were written, for telling whether it can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Written {
    /// The weekday.
    pub weekday: Option<Weekday>,
    /// The day of the month, from 1; it may not exist.
    pub day: Option<i8>,
    /// The month, from 1.
    pub month: Option<i8>,
    /// The year.
    pub year: Option<i16>,
}

/// The order of day and month in dates such as 2/3/2024.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NumericOrder {
    /// 2 March.
    DayFirst,
    /// February 3.
    MonthFirst,
    /// As an unambiguous date of the document shows, else as its spelling suggests.
    #[default]
    FromDocument,
}

/// The days that dates without a year, weekdays and "yesterday" are resolved against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchors {
    /// When the document was published.
    pub published: Option<Date>,
    /// When it was last changed, where that was later.
    pub updated: Option<Date>,
}

impl From<Option<Date>> for Anchors {
    fn from(published: Option<Date>) -> Self {
        Self { published, updated: None }
    }
}

/// How the year of a mention is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum YearFrom {
    /// It is written, or follows from the day of publication; or no year is known.
    #[default]
    Stated,
    /// It follows from the whole document's dates: a 29 February, or the same day with its year.
    Document,
    /// It is that of a full date just before: likely, and no ground for an accusation.
    Nearby,
}

/// One mention of a date.
#[derive(Clone, Debug, PartialEq)]
pub struct DateMention {
    /// Where it stands, in bytes of the extracted text.
    pub range: TextRange,
    /// EDTF (ISO 8601-2), as in `2024-02`, `2024-02-22/2024-02-24`, `XXXX-02-22`.
    pub value: String,
    /// First day, inclusive; `None` where open or unknown.
    pub start: Option<Date>,
    /// Last day, inclusive; `None` where open or unknown.
    pub end: Option<Date>,
    /// How coarse it is.
    pub granularity: Granularity,
    /// "About", "around", "roughly", or a vague expression such as "recently".
    pub approximate: bool,
    /// Whether the value hangs on another date (publication, or one mentioned before).
    pub relative: bool,
    /// "Early", "late": the part of the interval that is meant.
    pub part: Option<Part>,
    /// "Since", "until", "before", "after".
    pub bound: Option<Bound>,
    /// The parts of a day as they were written.
    pub written: Written,
    /// Each thing the mention may mean, where that is more than one (1/2/2009).
    pub readings: Vec<Interval>,
    /// The whole range, where the mention is one end of it ("from *March* to June").
    pub whole: Option<Interval>,
    /// How its year is known.
    pub year_from: YearFrom,
    /// Whether it is part of the name of an event ("Black January 1990"): the day of that event,
    /// never that of the sentence.
    pub names_event: bool,
}

impl DateMention {
    /// The days it covers, where both ends are known.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        Some(Interval { start: self.start?, end: self.end? })
    }
}

/// The dates that `text` mentions in `blocks`, in order and not overlapping. Relative dates are
/// resolved against `anchors` (the day of publication may be given alone), else against dates
/// nearby where that is sure.
#[must_use]
pub fn read(
    text: &str,
    blocks: &[Block],
    anchors: impl Into<Anchors>,
    order: NumericOrder,
) -> Vec<DateMention> {
    let order = order::settle(text, blocks, order);
    let years = resolve::Years::of(text, blocks);
    let mut resolver = resolve::Resolver::new(anchors.into(), order, &years);
    let mut mentions = Vec::new();
    let mut list = Vec::new();
    for block in blocks {
        list.clear();
        tokens::scan(text, block.range, &mut list);
        let tokens = Tokens { text, list: &list };
        resolver.begin_block(block.kind);
        for found in find(&tokens) {
            resolver.mentions_of(&tokens, &found, &mut mentions);
        }
    }
    resolver.fill_in_years(&mut mentions);
    mentions
}

/// The expressions of one block, in order and not overlapping.
fn find(tokens: &Tokens<'_>) -> Vec<Found> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < tokens.list.len() {
        let found = grammar::may_begin(tokens, at)
            .then(|| grammar::parse(tokens, at))
            .flatten()
            .filter(|found| guard::is_date(tokens, found));
        at = match found {
            Some(found) => {
                let end = found.end.max(at + 1);
                all.push(found);
                end
            }
            None => at + 1,
        };
    }
    all
}
