//! Two numbers that are day and month in one order or the other.

use super::super::clause::Tense;
use super::super::expr::{Piece, Toward};
use super::calendar::{absolute, both_readings};
use super::{Interval, NumericOrder, Resolved, Resolver};

/// Days within which a day of numbers is that of the news itself.
const JUST_NOW: i32 = 3;

impl Resolver<'_> {
    pub(super) fn numeric(
        &self,
        first: u8,
        second: u8,
        year: Option<i16>,
        tense: &dyn Fn() -> Tense,
    ) -> Resolved {
        let one = |month, day| {
            let piece = Piece::Day { month, day };
            match year {
                Some(year) => absolute(piece, year),
                None => self.without_year(piece, Toward::Open, tense),
            }
        };
        match self.order {
            NumericOrder::DayFirst => one(second, first),
            NumericOrder::MonthFirst => one(first, second),
            NumericOrder::FromDocument => {
                let both = both_readings(&one(first, second), &one(second, first));
                self.nearer_reading(both, tense)
            }
        }
    }

    /// "11/02/89" in a paper of that very day, or of the next: the one of two readings that the
    /// day of publication shows. The other is kept among the readings.
    fn nearer_reading(&self, both: Resolved, tense: &dyn Fn() -> Tense) -> Resolved {
        let (Some(published), &[first, second]) = (self.publication, both.readings.as_slice())
        else {
            return both;
        };
        let away = |reading: Interval| reading.distance(Interval::day(published));
        let (near, far) =
            if away(first) <= away(second) { (first, second) } else { (second, first) };
        let evident = away(near) <= JUST_NOW && near.start <= published && away(far) > 2 * JUST_NOW;
        let over = first.start <= published && second.start > published && tense() == Tense::Past;
        let chosen = match (evident, over) {
            (true, _) => near,
            (false, true) => first,
            _ => return both,
        };
        Resolved { interval: Some(chosen), value: None, ..both }
    }
}
