//! Whether two figures can both be right of one thing.

use super::{Figure, FigureKind};

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

/// Compares two figures; those of different units are [`Agreement::Unlike`].
#[must_use]
pub fn consistent(a: &Figure, b: &Figure) -> Agreement {
    let (Some(first), Some(second)) = comparable(a, b) else { return Agreement::Unlike };
    if close(first.0, second.0) && close(first.1, second.1) {
        return Agreement::Same;
    }
    if a.kind == FigureKind::Score {
        return Agreement::Different;
    }
    let (first, second) = (widened(a, first), widened(b, second));
    let overlap = first.0 <= second.1 && second.0 <= first.1;
    if overlap || rounds(a, b) { Agreement::Compatible } else { Agreement::Different }
}

type Bounds = (f64, f64);

/// Both figures in one unit, a share as percent.
fn comparable(a: &Figure, b: &Figure) -> (Option<Bounds>, Option<Bounds>) {
    let percent = |figure: &Figure| figure.unit.as_deref() == Some("percent");
    let share = |figure: &Figure| figure.kind == FigureKind::Share;
    let alike = a.unit == b.unit && a.kind == b.kind;
    let mixed = (percent(a) && share(b)) || (share(a) && percent(b));
    if !alike && !mixed {
        return (None, None);
    }
    let bounds = |figure: &Figure| {
        let by = if mixed && share(figure) { 100.0 } else { 1.0 };
        Some((figure.low * by, figure.high * by))
    };
    (bounds(a), bounds(b))
}

fn close(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

fn widened(figure: &Figure, (low, high): Bounds) -> Bounds {
    let soft = figure.approximate || figure.kind == FigureKind::Share;
    if !soft || !low.is_finite() || !high.is_finite() {
        return (low, high);
    }
    let slack = if figure.kind != FigureKind::Share && shows_digits(figure.value()) {
        NARROW_SLACK
    } else {
        SLACK
    };
    (low - low.abs() * slack, high + high.abs() * slack)
}

/// Whether a number is written with more than one digit before its noughts.
fn shows_digits(value: f64) -> bool {
    let digits: String = format!("{value}").chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').trim_end_matches('0').len() > 1
}

/// Whether one is the other, rounded to the digits it shows: 1.5 billion and 1,482,000,000.
fn rounds(a: &Figure, b: &Figure) -> bool {
    let (coarse, fine) = (a.value(), b.value());
    rounds_to(fine, coarse) || rounds_to(coarse, fine)
}

fn rounds_to(fine: f64, coarse: f64) -> bool {
    if !fine.is_finite() || !coarse.is_finite() || coarse == 0.0 || coarse.abs() < 1000.0 {
        return false;
    }
    let mut step = 1.0;
    while (coarse / (step * 10.0)).fract() == 0.0 && step < coarse.abs() {
        step *= 10.0;
    }
    let rounded = ((fine / step).round() * step - coarse).abs() < step / 2.0;
    step > 1.0 && rounded && (fine - coarse).abs() <= ROUNDED * coarse.abs()
}
