//! Whether what a draft's slot says and what a source's slot says can both be true.

use jiff::civil::Weekday;

use super::slips;
use crate::check::desk::Desk;
use crate::corpus::statements::{Slot, SlotKind};
use crate::reading::dates::{self, Bound, Consistency, DateMention, Granularity};
use crate::reading::figures::{self, Agreement, Figure, FigureKind};
use crate::text::TextRange;

/// Days within which two days of the news may be of one event.
const A_WEEK: i32 = 10;
/// The same for a day of the news and a date.
const WEEKS: i32 = 24;

/// How two values go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The same.
    Same,
    /// Both can be true of one thing.
    Agrees,
    /// They cannot.
    Apart,
    /// They do not say the same kind of thing.
    Unlike,
}

impl Relation {
    /// Whether both can be true of one thing.
    pub(crate) const fn is_consistent(self) -> bool {
        matches!(self, Self::Same | Self::Agrees)
    }
}

/// What a slot says.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'a> {
    /// When.
    Date(&'a DateMention),
    /// How much or how many.
    Figure(&'a Figure),
}

impl<'a> Value<'a> {
    /// Of a slot of the draft.
    pub(crate) fn of_draft(desk: &Desk<'a>, slot: &Slot) -> Self {
        let (number, reading) = (slot.number as usize, &desk.draft.reading);
        match slot.kind {
            SlotKind::Date => Self::Date(&reading.dates[number]),
            SlotKind::Figure => Self::Figure(&reading.figures[number]),
        }
    }

    /// Of a slot of the source numbered `source`.
    pub(crate) fn of_source(desk: &Desk<'a>, source: usize, slot: &Slot) -> Self {
        let (number, reading) = (slot.number as usize, desk.corpus.sources()[source].reading());
        match slot.kind {
            SlotKind::Date => Self::Date(&reading.dates[number]),
            SlotKind::Figure => Self::Figure(&reading.figures[number]),
        }
    }

    /// The bytes of its document.
    pub(crate) fn range(self) -> TextRange {
        match self {
            Self::Date(date) => date.range,
            Self::Figure(figure) => figure.range,
        }
    }

    /// How it goes with `other`.
    pub(crate) fn relation(self, other: Self) -> Relation {
        match (self, other) {
            (Self::Date(a), Self::Date(b)) => of_dates(a, b),
            (Self::Figure(a), Self::Figure(b)) => of_figures(a, b),
            _ => Relation::Unlike,
        }
    }

    /// Whether it is a number without what it counts, or a place in an order.
    pub(crate) fn is_bare(self) -> bool {
        match self {
            Self::Date(_) => false,
            Self::Figure(figure) => figure.unit.is_none() || figure.kind == FigureKind::Ordinal,
        }
    }

    /// Whether it says next to nothing: "millions", "dozens".
    pub(crate) fn is_vague(self) -> bool {
        match self {
            // "Otto Brandl (1874-1932)": a life is no day.
            Self::Date(date) => {
                const A_LIFE: i16 = 20;
                date.interval().is_some_and(|one| one.end.year() - one.start.year() > A_LIFE)
            }
            Self::Figure(figure) => figure.is_vague(),
        }
    }

    /// Whether it is a year, or a number of one digit and noughts: many have it.
    pub(crate) fn is_round(self) -> bool {
        match self {
            Self::Date(date) => date.granularity >= Granularity::Year,
            Self::Figure(figure) => figures::digits(figure.value()) < 2,
        }
    }

    /// Whether it is a known year or day, or a number of two digits or with a unit of its own: more
    /// than chance where another sentence has it as well.
    pub(crate) fn is_definite(self) -> bool {
        match self {
            Self::Date(date) => date.interval().is_some() && !date.relative,
            Self::Figure(figure) => figures::digits(figure.value()) >= 2 || figure.unit.is_some(),
        }
    }

    /// Whether it is a figure of two digits or more that counts what happens once: shares are those of
    /// many polls.
    pub(crate) fn is_telling_count(self) -> bool {
        let Self::Figure(figure) = self else { return false };
        let recurs =
            matches!(figure.kind, FigureKind::Ordinal | FigureKind::Percent | FigureKind::Share);
        !recurs && !figure.is_vague() && figures::digits(figure.value()) >= 2
    }

    /// Whether it is so exact that another document hardly has it by chance.
    pub(crate) fn is_telling(self) -> bool {
        match self {
            Self::Date(date) => {
                let day = date.written.day.is_some() && date.written.month.is_some();
                day || date.granularity == Granularity::Month && !date.relative
            }
            Self::Figure(figure) => figures::digits(figure.value()) >= 3,
        }
    }
}

/// Compares two dates; of two with the same bound ("until 12 May", "until 14 May"), and of the same
/// ends of two ranges, the days named.
pub(crate) fn compare_dates(a: &DateMention, b: &DateMention) -> Consistency {
    let named = |date: &DateMention| DateMention { bound: None, whole: None, ..date.clone() };
    let (end_a, end_b) = (end_of_range(a), end_of_range(b));
    if end_a.is_some() && end_a == end_b || a.bound.is_some() && a.bound == b.bound {
        return dates::consistent(&named(a), &named(b));
    }
    dates::consistent(a, b)
}

/// Whether it is the first or the last day of a range told in words; `None` for another date.
fn end_of_range(date: &DateMention) -> Option<bool> {
    let whole = date.whole?;
    Some(date.start == Some(whole.start) && date.end != Some(whole.end))
}

fn of_dates(a: &DateMention, b: &DateMention) -> Relation {
    let alike = same_bound(a, b);
    if let Some((day, other)) = bare_weekdays(a, b) {
        return match day == other {
            true if is_bare_weekday(a) && is_bare_weekday(b) => Relation::Same,
            true => Relation::Agrees,
            false if alike && is_bare_weekday(a) && is_bare_weekday(b) => Relation::Apart,
            false => Relation::Unlike,
        };
    }
    match compare_dates(a, b) {
        // "On Tuesday" of this week and of a week long ago are days of two events.
        Consistency::Disjoint
            if is_day_of_news(a) && is_day_of_news(b) && days_apart(a, b) > A_WEEK =>
        {
            Relation::Unlike
        }
        Consistency::Disjoint
            if (is_day_of_news(a) || is_day_of_news(b))
                && days_apart(a, b) > WEEKS
                && !slips::is_same_day(a, b) =>
        {
            Relation::Unlike
        }
        Consistency::Same => Relation::Same,
        Consistency::Coarser => Relation::Agrees,
        // "Since 2022" is true with "in 2023", but tells nothing of it.
        Consistency::Overlapping if alike => Relation::Agrees,
        Consistency::Near | Consistency::Disjoint if alike => Relation::Apart,
        _ => Relation::Unlike,
    }
}

/// The weekdays of two days, of which at least one is known by nothing else: its week is not known.
fn bare_weekdays(a: &DateMention, b: &DateMention) -> Option<(Weekday, Weekday)> {
    let is_open = |date: &DateMention| is_bare_weekday(date) && date.interval().is_none();
    (is_open(a) || is_open(b)).then(|| weekday_of(a).zip(weekday_of(b)))?
}

/// "On Tuesday".
fn is_bare_weekday(date: &DateMention) -> bool {
    let written = date.written;
    written.weekday.is_some() && written.day.is_none() && written.month.is_none()
}

/// The weekday of a single day.
fn weekday_of(date: &DateMention) -> Option<Weekday> {
    if date.whole.is_some() {
        return None;
    }
    let day = date.start.filter(|_| date.start == date.end);
    date.written.weekday.or_else(|| day.map(jiff::civil::Date::weekday))
}

/// Whether the two are told apart by their weekdays alone, or by their months: those of a week or a
/// year that is not known.
pub(super) fn is_open(a: Value<'_>, b: Value<'_>) -> bool {
    let is_open_month =
        |date: &DateMention| date.granularity == Granularity::Month && date.interval().is_none();
    match (a, b) {
        (Value::Date(a), Value::Date(b)) => {
            bare_weekdays(a, b).is_some() || is_open_month(a) || is_open_month(b)
        }
        _ => false,
    }
}

/// Whether `drafted` is the weekday that `stated` is told by, a week after the day that this came to:
/// a page that was brought up to date may mean it.
pub(super) fn is_weekday_after(drafted: &DateMention, stated: &DateMention) -> bool {
    let told = stated.written.weekday.filter(|_| stated.relative && stated.written.day.is_none());
    let day = drafted.start.filter(|_| drafted.start == drafted.end);
    let later = drafted.start > stated.end && days_apart(drafted, stated) <= 7;
    told.zip(day).is_some_and(|(told, day)| later && day.weekday() == told)
}

/// "Tuesday", "yesterday", "last night".
fn is_day_of_news(date: &DateMention) -> bool {
    date.relative && date.written.day.is_none() && date.granularity <= Granularity::Week
}

/// Days between the two, 0 where one is not known.
fn days_apart(a: &DateMention, b: &DateMention) -> i32 {
    match (a.interval(), b.interval()) {
        (Some(a), Some(b)) => a.distance(b),
        _ => 0,
    }
}

/// "By Friday" and "until Friday" bound alike, "since May" and "in June" do not.
fn same_bound(a: &DateMention, b: &DateMention) -> bool {
    let kind =
        |date: &DateMention| date.bound.map(|one| matches!(one, Bound::Since | Bound::After));
    kind(a) == kind(b)
}

fn of_figures(a: &Figure, b: &Figure) -> Relation {
    if a.kind == FigureKind::Ordinal && b.kind == FigureKind::Ordinal {
        return if a.low == b.low { Relation::Same } else { Relation::Apart };
    }
    match figures::restates(a, b) {
        Agreement::Same => Relation::Same,
        Agreement::Compatible => Relation::Agrees,
        Agreement::Different => Relation::Apart,
        Agreement::Unlike if may_count_the_same(a, b) => of_counts(a, b),
        Agreement::Unlike if is_in_other_money(a, b) => Relation::Apart,
        Agreement::Unlike => Relation::Unlike,
    }
}

/// Compares two counts of which one stands without what it counts.
pub(super) fn of_counts(a: &Figure, b: &Figure) -> Relation {
    let named = |figure: &Figure| Figure { unit: None, ..figure.clone() };
    match figures::restates(&named(a), &named(b)) {
        Agreement::Same => Relation::Same,
        Agreement::Compatible if a.approximate || b.approximate => Relation::Agrees,
        _ => Relation::Apart,
    }
}

/// Whether one number is of dollars here and of euros there: nothing else has the same in both.
fn is_in_other_money(a: &Figure, b: &Figure) -> bool {
    let money = a.kind == FigureKind::Money && b.kind == FigureKind::Money;
    money && (a.low, a.high) == (b.low, b.high) && !may_be_one_currency(a, b)
}

/// Whether one sign or word may mean both currencies: "$" is that of several dollars and pesos, "¥"
/// that of yen and yuan, and there are pesos of many countries.
fn may_be_one_currency(a: &Figure, b: &Figure) -> bool {
    const SHARED: [&[&str]; 3] = [
        &["USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "BRL", "MXN"],
        &["MXN", "PHP"],
        &["JPY", "CNY"],
    ];
    let (Some(a), Some(b)) = (a.unit.as_deref(), b.unit.as_deref()) else { return true };
    a == b || SHARED.iter().any(|shared| shared.contains(&a) && shared.contains(&b))
}

/// Whether two counts may be of one thing: "94 of the 199 seats" counts seats though none follow.
fn may_count_the_same(a: &Figure, b: &Figure) -> bool {
    let bare = a.unit.is_none() || b.unit.is_none();
    bare && a.kind == FigureKind::Count && b.kind == FigureKind::Count
}

/// As [`Value::relation`]; "became minister in 2016" and "minister since 2020" are of one day, where
/// one of the two tells that something `begins`.
pub(super) fn of_beginnings(
    a: &DateMention,
    b: &DateMention,
    begins: impl Fn() -> bool,
) -> Relation {
    let is_since = |date: &DateMention| date.bound == Some(Bound::Since);
    if is_since(a) != is_since(b) && (a.bound.is_none() || b.bound.is_none()) && begins() {
        let named = |date: &DateMention| DateMention { bound: None, ..date.clone() };
        return of_dates(&named(a), &named(b));
    }
    of_dates(a, b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Reading;
    use crate::reading::markup::{Format, extract};

    fn date(text: &str, published: Option<&str>) -> DateMention {
        let published = published.map(|day| day.parse::<jiff::civil::Date>().unwrap());
        Reading::of(&extract(text, Format::Plain), published).dates[0].clone()
    }

    #[test]
    fn weekdays_of_a_week_that_is_not_known_are_compared_by_name() {
        let day = Some("2022-03-09");
        for (one, other, published, expected) in [
            ("He left on Monday.", "He left on Tuesday.", None, Relation::Apart),
            ("He left on Monday.", "He left on Monday.", None, Relation::Same),
            ("He left on Monday.", "He left on Tuesday.", day, Relation::Apart),
            ("He left on Monday.", "He left on 7 March 2022.", None, Relation::Agrees),
            ("He left on Monday.", "He left on 8 March 2022.", None, Relation::Unlike),
            ("He left on Monday.", "He left in March 2022.", None, Relation::Unlike),
            ("He stays until Monday.", "He left on Tuesday.", None, Relation::Unlike),
        ] {
            let (one_date, other_date) = (date(one, None), date(other, published));
            let relation = of_dates(&one_date, &other_date);
            assert_eq!(relation, expected, "{one} / {other}");
            assert_eq!(of_dates(&other_date, &one_date), expected, "{other} / {one}");
        }
    }
}
