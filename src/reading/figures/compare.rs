//! Whether two figures can both be right of one thing.

use super::{Figure, FigureKind, digits, unit};

/// How two figures go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// The same value.
    Same,
    /// Both can be true: a rounding, a bound, a range that holds the other.
    Compatible,
    /// They cannot both be true.
    Different,
    /// They do not measure the same thing.
    Unlike,
}

/// By how much an approximate figure of one digit may be off: "about 700".
const SLACK: f64 = 0.15;
/// The same for one that shows more digits: "about 750".
const NARROW_SLACK: f64 = 0.07;
/// By how much a number may be off that was rounded and does not say so: 1,100 is not 1,000.
const ROUNDED: f64 = 0.06;
/// The same for one that says so: "about 20" of 24.
const SAID_TO_BE_ROUNDED: f64 = 0.2;
/// By how much two figures that are softened alike may differ, where one shows one digit only, and
/// where both show more.
const FAR: f64 = 0.12;
const FAR_DIGITS: f64 = 0.09;
/// How many times as much as "more than 235" or "more than 25" nobody calls so.
const FAR_ABOVE_EXACT: f64 = 1.2;
const FAR_ABOVE: f64 = 2.0;

/// Compares two figures; those of different units are [`Agreement::Unlike`].
#[must_use]
pub fn consistent(a: &Figure, b: &Figure) -> Agreement {
    let Some((first, second)) = comparable(a, b) else { return Agreement::Unlike };
    if close(first.0, second.0) && close(first.1, second.1) {
        return Agreement::Same;
    }
    let agrees = match () {
        () if is_other_fraction(a, b) => false,
        () if a.kind == FigureKind::Score => {
            (a.approximate || b.approximate) && ends_agree(a, b, first, second)
        }
        () if is_range(a) && is_range(b) => ends_agree(a, b, first, second),
        () => {
            let (one, other) = (widened(a, b, first), widened(b, a, second));
            overlap(one, other, a.is_vague() && b.is_vague()) || rounds(a, b)
        }
    };
    if agrees { Agreement::Compatible } else { Agreement::Different }
}

/// Compares a figure with the one that it restates: beside what is not [`consistent`], "about 80" is
/// no restatement of "about 60", nor "up to $25,000" of "up to $75,000".
#[must_use]
pub fn restates(figure: &Figure, stated: &Figure) -> Agreement {
    match consistent(figure, stated) {
        Agreement::Compatible if is_alike_but_far(figure, stated) => Agreement::Different,
        Agreement::Compatible if is_far_above(figure, stated) || is_far_above(stated, figure) => {
            Agreement::Different
        }
        agreement => agreement,
    }
}

/// Whether both are of one kind and, where both tell it, of one currency, measure or thing counted.
#[must_use]
pub fn are_of_one_unit(a: &Figure, b: &Figure) -> bool {
    let points = |figure: &Figure| figure.unit.as_deref().is_some_and(|one| one.ends_with("point"));
    let open = a.kind == FigureKind::Count && (a.unit.is_none() || b.unit.is_none());
    let same = unit::counts_the_same(a.unit.as_deref(), b.unit.as_deref());
    a.kind == b.kind && (open || same || points(a) && points(b))
}

/// Whether both are plain fractions of few parts, and not the same: nobody rounds a quarter to a third.
fn is_other_fraction(a: &Figure, b: &Figure) -> bool {
    const FEW_PARTS: f64 = 5.0;
    const SOFTENED: f64 = 0.105;
    let simple = |figure: &Figure| {
        let parts = (2..).map(f64::from).take_while(|parts| *parts <= FEW_PARTS);
        let mut whole = parts.map(|parts| figure.low * parts);
        figure.kind == FigureKind::Share
            && figure.low == figure.high
            && whole.any(|count| (count - count.round()).abs() < 1e-6)
    };
    let soft = if a.approximate || b.approximate { SOFTENED } else { 1e-6 };
    simple(a) && simple(b) && (a.low - b.low).abs() > soft * a.low.max(b.low)
}

/// Whether a plain figure is far above the least of another: nobody says "more than 235" of 335.
fn is_far_above(figure: &Figure, stated: &Figure) -> bool {
    let plain = figure.low == figure.high && !figure.approximate;
    let least = stated.low.is_finite() && stated.high == f64::INFINITY;
    let open = figure.unit.is_none() || stated.unit.is_none();
    if !plain || !least || figure.unit != stated.unit && !open {
        return false;
    }
    let most = if digits(stated.low) >= 3 { FAR_ABOVE_EXACT } else { FAR_ABOVE };
    digits(stated.low) >= 2 && figure.low > most * stated.low
}

/// Whether two figures are softened alike, and the numbers named are far from each other.
fn is_alike_but_far(figure: &Figure, stated: &Figure) -> bool {
    let shape = |figure: &Figure| (figure.low.is_finite(), figure.high.is_finite());
    let point = |figure: &Figure| figure.low == figure.high || shape(figure) != (true, true);
    let soft = figure.approximate && stated.approximate;
    let alike = soft && shape(figure) == shape(stated) && point(figure) && point(stated);
    if !alike || figure.unit != stated.unit {
        return false;
    }
    let (one, other) = (figure.value(), stated.value());
    let fewest = digits(one).min(digits(other));
    // "Roughly $826.5 billion" and "roughly $862.5 billion": neither is the other, rounded.
    let exact = fewest >= 3 && close(last_place(one), last_place(other));
    if exact {
        return !close(one, other);
    }
    let far = if fewest < 2 { FAR } else { FAR_DIGITS };
    let coarser = digits(one) < digits(other) && rounds_to(other, one, SAID_TO_BE_ROUNDED);
    !coarser && (one - other).abs() > far * one.abs().max(other.abs())
}

type Bounds = (f64, f64);

/// Both figures in one unit, a share as percent; `None` where they have none in common.
fn comparable(a: &Figure, b: &Figure) -> Option<(Bounds, Bounds)> {
    let percent = |figure: &Figure| figure.unit.as_deref() == Some("percent");
    let share = |figure: &Figure| figure.kind == FigureKind::Share;
    if a.kind == b.kind && unit::counts_the_same(a.unit.as_deref(), b.unit.as_deref()) {
        return Some(((a.low, a.high), (b.low, b.high)));
    }
    let points =
        |figure: &Figure| figure.unit.as_deref().is_some_and(|unit| unit.ends_with("point"));
    if points(a) && points(b) {
        return Some(((a.low, a.high), (b.low, b.high)));
    }
    if percent(a) && share(b) || share(a) && percent(b) {
        let by = |figure: &Figure| if share(figure) { 100.0 } else { 1.0 };
        return Some((times(a, by(a)), times(b, by(b))));
    }
    let (one, other) = unit::in_common(a, b)?;
    Some((times(a, one), times(b, other)))
}

fn times(figure: &Figure, by: f64) -> Bounds {
    (figure.low * by, figure.high * by)
}

fn close(a: f64, b: f64) -> bool {
    let apart = (a - b).abs();
    a == b || apart.is_finite() && apart <= 1e-9 * a.abs().max(b.abs())
}

/// "10 to 12", and not "hundreds" or "more than ten".
fn is_range(figure: &Figure) -> bool {
    let bounded = figure.low.is_finite() && figure.high.is_finite();
    bounded && figure.low < figure.high && !figure.is_vague()
}

/// Whether two ranges are the same but for rounding.
fn ends_agree(a: &Figure, b: &Figure, first: Bounds, second: Bounds) -> bool {
    let slack = if a.approximate || b.approximate { NARROW_SLACK } else { ROUNDED };
    let near = |one: f64, other: f64| (one - other).abs() <= slack * one.abs().max(other.abs());
    near(first.0, second.0) && near(first.1, second.1)
}

/// Whether two stretches meet; those of "hundreds" and "thousands" only touch.
fn overlap(a: Bounds, b: Bounds, strictly: bool) -> bool {
    if strictly { a.0 < b.1 && b.0 < a.1 } else { a.0 <= b.1 && b.0 <= a.1 }
}

fn widened(figure: &Figure, other: &Figure, (low, high): Bounds) -> Bounds {
    // "A six-week war" and "a 44-day war": who changes the unit rounds.
    let converted = figure.unit != other.unit && figure.kind == FigureKind::Measure;
    let soft = figure.approximate || figure.kind == FigureKind::Share || converted;
    if !soft || figure.is_vague() || !low.is_finite() || !high.is_finite() {
        return (low, high);
    }
    let exact = figure.kind != FigureKind::Share && digits(figure.value()) > 1;
    let slack = if exact { NARROW_SLACK } else { SLACK };
    (low - low.abs() * slack, high + high.abs() * slack)
}

/// Whether one is the other, rounded to the digits it shows: 1.5 billion and 1,482,000,000.
fn rounds(a: &Figure, b: &Figure) -> bool {
    if a.unit != b.unit {
        return false;
    }
    let most = |coarse: &Figure| if coarse.approximate { SAID_TO_BE_ROUNDED } else { ROUNDED };
    rounds_to(b.value(), a.value(), most(a)) || rounds_to(a.value(), b.value(), most(b))
}

/// Whether `coarse` is `fine` rounded to the digits that it shows, and no more than the share `most`
/// off. Who does not say that he rounds rounds only thousands, and what stands behind a point.
fn rounds_to(fine: f64, coarse: f64, most: f64) -> bool {
    let large = coarse.abs() >= 1000.0 || fine.fract() != 0.0 || most > ROUNDED;
    if !fine.is_finite() || !coarse.is_finite() || coarse == 0.0 || !large {
        return false;
    }
    let step = last_place(coarse);
    let rounded = ((fine / step).round() * step - coarse).abs() < step / 2.0;
    let finer = last_place(fine) < step * 0.99;
    finer && rounded && (fine - coarse).abs() <= most * fine.abs().max(coarse.abs())
}

/// What the last digit that a number shows is worth: 100 in 1,500 and 0.1 in 2.5.
fn last_place(value: f64) -> f64 {
    const DECIMALS: i32 = 6;
    const MOST: i32 = 15;
    let whole = |power: i32| {
        let scaled = value / 10_f64.powi(power);
        scaled.abs() >= 0.5 && (scaled - scaled.round()).abs() < 1e-6 * scaled.abs()
    };
    let power = (-DECIMALS..=MOST).rev().find(|&power| whole(power));
    10_f64.powi(power.unwrap_or(-DECIMALS))
}
