//! Whether two mentions can mean the same time.

use super::{Bound, DateMention, Interval, Part, YearFrom};

/// How two dates go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Consistency {
    /// The same days.
    Same,
    /// One lies inside the other: February and 22 February.
    Coarser,
    /// They share days, or one is open or approximate and they come close.
    Overlapping,
    /// One day apart, as where a paper prints the day after.
    Near,
    /// They cannot mean the same time.
    Disjoint,
    /// One of them is not known.
    Unknown,
}

impl Consistency {
    /// Whether both can be true of one event.
    #[must_use]
    pub const fn is_consistent(self) -> bool {
        !matches!(self, Self::Near | Self::Disjoint)
    }
}

/// Compares two mentions: the best of all their readings.
#[must_use]
pub fn consistent(a: &DateMention, b: &DateMention) -> Consistency {
    let mut best = Consistency::Unknown;
    let mut known = false;
    for first in readings(a) {
        for second in readings(b) {
            let this = compare(a, first, b, second);
            best = if known { better(best, this) } else { this };
            known = true;
        }
    }
    let guessed = [a, b].iter().any(|one| one.year_from == YearFrom::Nearby);
    match best {
        _ if !known => partly_known(a, b),
        // A year that was taken from a date nearby may be another: what is written decides.
        Consistency::Near | Consistency::Disjoint if guessed => match partly_known(a, b) {
            apart @ (Consistency::Near | Consistency::Disjoint) => apart,
            _ => Consistency::Unknown,
        },
        best => best,
    }
}

/// Everything the mention may mean.
fn readings(mention: &DateMention) -> Vec<Interval> {
    match (&mention.whole, mention.interval()) {
        (Some(whole), _) => vec![*whole],
        _ if !mention.readings.is_empty() => mention.readings.clone(),
        (None, interval) => interval.into_iter().collect(),
    }
}

fn rank(consistency: Consistency) -> u8 {
    match consistency {
        Consistency::Same => 0,
        Consistency::Coarser => 1,
        Consistency::Overlapping => 2,
        Consistency::Unknown => 3,
        Consistency::Near => 4,
        Consistency::Disjoint => 5,
    }
}

fn better(a: Consistency, b: Consistency) -> Consistency {
    if rank(a) <= rank(b) { a } else { b }
}

fn compare(a: &DateMention, first: Interval, b: &DateMention, second: Interval) -> Consistency {
    if first == second {
        return parts(a.part, b.part);
    }
    if first.contains(second) || second.contains(first) {
        return Consistency::Coarser;
    }
    if first.overlaps(second) || open_overlap(a, first, second) || open_overlap(b, second, first) {
        return Consistency::Overlapping;
    }
    let gap = first.distance(second);
    if gap <= slack(a, first).max(slack(b, second)) {
        return Consistency::Overlapping;
    }
    let days = first.start == first.end && second.start == second.end;
    if gap == 1 && days { Consistency::Near } else { Consistency::Disjoint }
}

/// "Early 2009" and "late 2009" share the year, but nobody means the same by them.
fn parts(a: Option<Part>, b: Option<Part>) -> Consistency {
    match (a, b) {
        (Some(Part::Start), Some(Part::End)) | (Some(Part::End), Some(Part::Start)) => {
            Consistency::Disjoint
        }
        (a, b) if a == b => Consistency::Same,
        _ => Consistency::Coarser,
    }
}

/// Whether an open bound of `mention` reaches `other`: "since 2022" and "2023".
fn open_overlap(mention: &DateMention, own: Interval, other: Interval) -> bool {
    match mention.bound {
        Some(Bound::Since | Bound::After) => other.end >= own.start,
        Some(Bound::Until | Bound::Before) => other.start <= own.end,
        None => false,
    }
}

/// Days by which an approximate date may be off: half its own length, and a day at the least.
fn slack(mention: &DateMention, own: Interval) -> i32 {
    if !mention.approximate {
        return 0;
    }
    (super::interval::days_between(own.start, own.end) / 2).max(2)
}

/// Without a year, day and month are compared on what is known.
fn partly_known(a: &DateMention, b: &DateMention) -> Consistency {
    let (Some(month_a), Some(month_b)) = (month_of(a), month_of(b)) else {
        return Consistency::Unknown;
    };
    if month_a != month_b {
        return Consistency::Disjoint;
    }
    match (day_of(a), day_of(b)) {
        (Some(day_a), Some(day_b)) if day_a == day_b => Consistency::Same,
        (Some(day_a), Some(day_b)) if (day_a - day_b).abs() == 1 => Consistency::Near,
        (Some(_), Some(_)) => Consistency::Disjoint,
        _ => Consistency::Coarser,
    }
}

fn month_of(mention: &DateMention) -> Option<i8> {
    let one_month = || {
        let interval = mention.interval()?;
        let (start, end) = (interval.start, interval.end);
        ((start.year(), start.month()) == (end.year(), end.month())).then(|| start.month())
    };
    mention.written.month.or_else(one_month)
}

fn day_of(mention: &DateMention) -> Option<i8> {
    let one_day = || (mention.start == mention.end).then_some(mention.start?.day());
    mention.written.day.or_else(one_day)
}
