//! Dates as intervals with granularity.

use jiff::civil::Date;

use crate::text::TextRange;

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
}
