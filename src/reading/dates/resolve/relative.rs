//! Dates told from another day: weekdays, days of a month, units so many units away.

use jiff::civil::Date;

use crate::reading::tokens::Unit;

use super::super::clause::Tense;
use super::super::expr::{Anchor, Toward};
use super::super::interval;
use super::calendar::{both_readings, granularity_of, years_away};
use super::{Granularity, Interval, Resolved, Resolver, edtf};

impl Resolver<'_> {
    /// The weekday seen from the day of publication; where news was added later, from that day too.
    pub(super) fn weekday(&self, day: u8, toward: Toward, tense: &dyn Fn() -> Tense) -> Resolved {
        let seen_from = |anchor: Option<Date>| {
            let date = anchor.and_then(|anchor| weekday_seen_from(anchor, day, toward, tense));
            let readings =
                anchor.zip(date).map(|(anchor, date)| of_either_week(anchor, date, toward));
            Resolved {
                readings: readings.unwrap_or_default(),
                ..Resolved::new(date.map(Interval::day), Granularity::Day)
            }
        };
        let first = seen_from(self.publication);
        let second = seen_from(self.updated.filter(|_| toward == Toward::Open));
        if second.interval.is_some() && first.interval != second.interval {
            both_readings(&first, &second)
        } else {
            first
        }
    }

    /// The closest day of that number, and of that weekday.
    pub(super) fn day_of_month(&self, day: u8, weekday: Option<u8>) -> Resolved {
        let closest = |publication: Date| {
            let number = i8::try_from(day).ok()?;
            let weekday = weekday.and_then(interval::weekday_named);
            (-12..=12)
                .filter_map(|months| {
                    let month =
                        interval::shifted(Unit::Month, publication.first_of_month(), months)?;
                    Date::new(month.year(), month.month(), number).ok()
                })
                .filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday))
                .min_by_key(|date| Interval::day(*date).distance(Interval::day(publication)))
        };
        let date =
            self.day_of_that_month(day, weekday).or_else(|| self.publication.and_then(closest));
        Resolved::new(date.map(Interval::day), Granularity::Day)
    }

    /// "Twice in July, on the 3rd and on the 30th": the day of the month told just before.
    fn day_of_that_month(&self, day: u8, weekday: Option<u8>) -> Option<Date> {
        let last = self.earlier.last().filter(|last| last.block == self.block)?;
        let known = matches!(last.granularity, Granularity::Day | Granularity::Month);
        let month = Some(last.interval.start).filter(|_| known && last.names_month)?;
        let date = Date::new(month.year(), month.month(), i8::try_from(day).ok()?).ok()?;
        let weekday = weekday.and_then(interval::weekday_named);
        weekday.is_none_or(|weekday| date.weekday() == weekday).then_some(date)
    }

    pub(super) fn weekdays_ago(&self, day: u8, count: i32) -> Resolved {
        let date = self.publication.and_then(|publication| {
            let last = interval::weekday_until(interval::eve(publication)?, day)?;
            interval::plus_days(last, (1 - count).checked_mul(7)?)
        });
        Resolved::new(date.map(Interval::day), Granularity::Day)
    }

    pub(super) fn shift(
        &self,
        unit: Unit,
        by: i32,
        from: Anchor,
        tense: &dyn Fn() -> Tense,
    ) -> Resolved {
        let start = match from {
            Anchor::Publication => self.publication,
            Anchor::Context if unit == Unit::Weekend => self.publication,
            Anchor::Context => self.context(unit, by),
        };
        let interval = start.and_then(|start| {
            if unit == Unit::Weekend && from == Anchor::Context {
                return the_weekend(start, tense);
            }
            let date = interval::shifted(unit, start, by)?;
            interval::around(unit, date)
        });
        Resolved::new(interval, granularity_of(unit))
    }

    /// The first day of the last date mentioned that is at least as fine as `unit`.
    fn context(&self, unit: Unit, by: i32) -> Option<Date> {
        let finest = granularity_of(unit);
        let known = self.earlier.iter().rev().find(|earlier| earlier.granularity <= finest);
        let fallback = (unit != Unit::Day && by <= 0) || by == 0;
        let fallback = self.publication.filter(|_| fallback);
        known.map(|earlier| earlier.interval.start).or(fallback)
    }

    pub(super) fn same_period(&self, years: i32, unit: Option<Unit>) -> Resolved {
        let wanted = unit.map(granularity_of);
        let known = self.earlier.iter().rev().find(|earlier| match wanted {
            Some(granularity) => earlier.granularity == granularity,
            None => (Granularity::Week..Granularity::Year).contains(&earlier.granularity),
        });
        let granularity = known.map(|k| k.granularity).or(wanted).unwrap_or(Granularity::Quarter);
        Resolved::new(known.and_then(|known| years_away(known.interval, years)), granularity)
    }

    /// "The past three months": up to the day before the publication.
    pub(super) fn run(&self, unit: Unit, count: i32) -> Resolved {
        let interval = self.publication.and_then(|publication| {
            let other = interval::shifted(unit, publication, count)?;
            Some(if count < 0 {
                Interval { start: other, end: interval::eve(publication)? }
            } else {
                Interval { start: interval::plus_days(publication, 1)?, end: other }
            })
        });
        let value = interval.map(edtf::days);
        Resolved { value, approximate: true, ..Resolved::new(interval, granularity_of(unit)) }
    }
}

/// "Last Wednesday", said on a Thursday, is yesterday to some and a week before to others; so is
/// "next Friday". Empty where there is no such doubt.
fn of_either_week(anchor: Date, date: Date, toward: Toward) -> Vec<Interval> {
    let weeks = match toward {
        Toward::Last => -1,
        Toward::Next => 1,
        _ => return Vec::new(),
    };
    let same_week = interval::week(anchor).is_some_and(|week| week.contains(Interval::day(date)));
    let other = interval::plus_days(date, 7 * weeks).filter(|_| same_week);
    other.map_or_else(Vec::new, |other| vec![Interval::day(date), Interval::day(other)])
}

fn weekday_seen_from(
    anchor: Date,
    day: u8,
    toward: Toward,
    tense: &dyn Fn() -> Tense,
) -> Option<Date> {
    match toward {
        Toward::Open if tense() == Tense::Future => interval::weekday_from(anchor, day),
        Toward::Open => interval::weekday_until(anchor, day),
        Toward::Last => interval::weekday_until(interval::eve(anchor)?, day),
        Toward::Next => interval::weekday_from(interval::plus_days(anchor, 1)?, day),
        Toward::This => {
            let monday = interval::week(anchor)?.start;
            interval::plus_days(monday, i32::from(day) - 1)
        }
    }
}

/// "The weekend" of a report is the last one, unless it tells of the future.
fn the_weekend(publication: Date, tense: &dyn Fn() -> Tense) -> Option<Interval> {
    let this = interval::around(Unit::Weekend, publication)?;
    if this.start <= publication || tense() == Tense::Future && !early_in_week(publication) {
        return Some(this);
    }
    interval::around(Unit::Weekend, interval::plus_days(publication, -7)?)
}

/// On a Monday or Tuesday nobody speaks of the weekend to come without naming it.
fn early_in_week(day: Date) -> bool {
    day.weekday().to_monday_zero_offset() < 2
}
