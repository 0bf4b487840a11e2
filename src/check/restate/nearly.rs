//! Statements that share few words with the draft's and say all but what it says: accounts of one
//! thing that do not agree differ by a little, and what they tell is known by the people and the
//! things counted.

use super::{Pair, Relation, Told, Value};
use crate::reading::dates::{DateMention, Granularity};
use crate::reading::figures::{Figure, FigureKind};

/// Years that two accounts of one event lie apart at the most.
const YEARS: i16 = 2;
/// Days.
const DAYS: i32 = 3;
/// The smaller of two counts of one thing, as a share of the greater.
const COUNTS: f64 = 0.8;

impl<'a> Told<'a> {
    /// The slots that say a little else of what is likely the same.
    pub(crate) fn nearly(&self) -> impl Iterator<Item = &Pair<'a>> {
        let says = self.says;
        self.pairs.iter().filter(move |pair| {
            pair.relation == Relation::Apart
                && pair.found.inherited.is_none()
                && !pair.taken
                && pair.in_place != Some(false)
                && (pair.of_one || !says && are_near(self.value, pair.value) && is_of_it(pair))
                && !self.is_said_beside(pair)
        })
    }

    /// Whether the sentence of `pair` has the draft's value as well.
    fn is_said_beside(&self, pair: &Pair<'_>) -> bool {
        let own = |other: &&Pair<'_>| std::ptr::eq(other.found.sentence, pair.found.sentence);
        self.pairs.iter().filter(own).any(|other| other.relation.is_consistent())
    }
}

/// Whether the statement is of the same people and things.
fn is_of_it(pair: &Pair<'_>) -> bool {
    let found = &pair.found;
    let people = found.names >= 2 && found.coverage >= 0.4 && found.reverse >= 0.55;
    // Many are elected, each in a year of his own.
    let counted = matches!(pair.value, Value::Figure(_));
    let told = counted && (found.names >= 1 && found.stems >= 1 || found.stems >= 2);
    let things = told && found.coverage >= 0.5 && found.role >= 0.45 && found.reverse >= 0.35;
    (people || things) && found.surprise >= 0.0
}

fn are_near(a: Value<'_>, b: Value<'_>) -> bool {
    match (a, b) {
        (Value::Date(a), Value::Date(b)) => are_near_dates(a, b),
        (Value::Figure(a), Value::Figure(b)) => are_near_counts(a, b),
        _ => false,
    }
}

/// Years or days a little apart, both written out.
fn are_near_dates(a: &DateMention, b: &DateMention) -> bool {
    let plain = |date: &DateMention| !date.relative && date.bound.is_none() && !date.approximate;
    let (Some(one), Some(other)) = (a.start, b.start) else { return false };
    plain(a)
        && plain(b)
        && match (a.granularity, b.granularity) {
            (Granularity::Year, Granularity::Year) => (one.year() - other.year()).abs() <= YEARS,
            (Granularity::Day, Granularity::Day) => {
                one.until(other).is_ok_and(|span| span.get_days().abs() <= DAYS)
            }
            _ => false,
        }
}

/// Counts of things of one name.
fn are_near_counts(a: &Figure, b: &Figure) -> bool {
    let (one, other) = (a.value(), b.value());
    a.kind == FigureKind::Count
        && b.kind == FigureKind::Count
        && a.unit.is_some()
        && a.unit == b.unit
        && one.min(other) >= COUNTS * one.max(other)
}
