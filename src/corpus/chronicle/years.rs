//! Years for days that a document tells without one, where other documents leave no doubt.
//!
//! "On Feb. 22" in an undated page is 22 February 2024 where the sources know one 22 February only;
//! other days of that page are of the year in which they stand close to it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::corpus::Corpus;
use crate::reading::dates::{DateMention, Granularity, Interval};

/// Month and day.
type MonthDay = (i8, i8);

/// How far, in days, a day may stand from one whose year is known.
const NEAR: i32 = 120;

/// The days of each source whose years were found.
#[derive(Debug, Default)]
pub(super) struct Years {
    sources: Vec<BTreeMap<MonthDay, Date>>,
}

impl Years {
    pub(super) fn of(corpus: &Corpus) -> Self {
        let known = known_years(corpus);
        let sources = corpus
            .sources()
            .iter()
            .map(|source| days_of(source.reading().dates.iter().filter_map(open_day), &known))
            .collect();
        Self { sources }
    }

    /// The day that `date` of the source numbered `source` is, where it was told without a year.
    pub(super) fn day(&self, source: usize, date: &DateMention) -> Option<Date> {
        self.sources.get(source)?.get(&open_day(date)?).copied()
    }
}

/// Month and day of a date whose year is open.
pub(super) fn open_day(date: &DateMention) -> Option<MonthDay> {
    let open = date.interval().is_none() && date.written.year.is_none() && date.bound.is_none();
    open.then_some((date.written.month?, date.written.day?))
}

/// The years in which the sources know each day.
fn known_years(corpus: &Corpus) -> BTreeMap<MonthDay, BTreeSet<i16>> {
    let mut known: BTreeMap<MonthDay, BTreeSet<i16>> = BTreeMap::new();
    for date in corpus.sources().iter().flat_map(|source| &source.reading().dates) {
        let day = date.start.filter(|_| {
            date.start == date.end && date.granularity == Granularity::Day && !date.approximate
        });
        if let Some(day) = day {
            known.entry((day.month(), day.day())).or_default().insert(day.year());
        }
    }
    known
}

fn days_of(
    open: impl Iterator<Item = MonthDay>,
    known: &BTreeMap<MonthDay, BTreeSet<i16>>,
) -> BTreeMap<MonthDay, Date> {
    let open: BTreeSet<MonthDay> = open.collect();
    let mut days = BTreeMap::new();
    for &(month, day) in &open {
        let years = known.get(&(month, day)).filter(|years| years.len() == 1);
        let year = years.and_then(|years| years.first());
        if let Some(date) = year.and_then(|year| Date::new(*year, month, day).ok()) {
            days.insert((month, day), date);
        }
    }
    let sure: Vec<Date> = days.values().copied().collect();
    for (month, day) in open {
        if let (None, Some(date)) = (days.get(&(month, day)), nearest(month, day, &sure)) {
            days.insert((month, day), date);
        }
    }
    days
}

/// The day of that name that stands nearest to a day whose year is sure.
fn nearest(month: i8, day: i8, sure: &[Date]) -> Option<Date> {
    let gap = |a: Date, b: Date| Interval::day(a).distance(Interval::day(b));
    sure.iter()
        .flat_map(|near| {
            let years = near.year() - 1..=near.year() + 1;
            years.filter_map(|year| Some((Date::new(year, month, day).ok()?, *near)))
        })
        .map(|(date, near)| (gap(date, near), date))
        .filter(|(gap, _)| *gap <= NEAR)
        .min()
        .map(|(_, date)| date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i16, month: i8, day: i8) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn a_day_known_once_gives_its_year_to_its_neighbours() {
        let known = BTreeMap::from([((2, 22), BTreeSet::from([2024]))]);
        let days = days_of([(2, 22), (2, 28), (9, 18)].into_iter(), &known);
        assert_eq!(days.get(&(2, 22)), Some(&day(2024, 2, 22)));
        assert_eq!(days.get(&(2, 28)), Some(&day(2024, 2, 28)));
        assert_eq!(days.get(&(9, 18)), None);
        let twice = BTreeMap::from([((2, 22), BTreeSet::from([2023, 2024]))]);
        assert!(days_of([(2, 22)].into_iter(), &twice).is_empty());
    }
}
