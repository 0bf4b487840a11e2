//! Figures that no source states and that follow from those it does: a sum, a difference, a share of
//! two that stand together. Who reckons for the reader makes no mistake by that.

use super::Value;
use crate::check::desk::Desk;
use crate::reading::Reading;
use crate::reading::figures::{self, Agreement, Figure, FigureKind};
use crate::text::{TextRange, fold};

/// Figures of a place that are reckoned with at most.
const MOST: usize = 14;
/// From this value on a number is hardly a sum by chance.
const LARGE: f64 = 10.0;
/// Words that tell of a sum, and of what is left of one, anywhere in the sentence.
const JOINING: [&str; 6] =
    ["together", "combined", "altogether", "in all", "between them", "added up"];
const ADDING: [&str; 8] =
    ["total", "totals", "totalling", "totaling", "totalled", "totaled", "overall", "sum"];
const LEFT: [&str; 10] = [
    "difference",
    "gap",
    "apart",
    "rest",
    "remaining",
    "remainder",
    "leaving",
    "leaves",
    "left",
    "net",
];
/// Words right behind a figure that make it a difference, and right before it.
const COMPARING: [&str; 12] = [
    "more", "fewer", "less", "higher", "lower", "ahead", "behind", "short", "above", "below",
    "older", "younger",
];
const CHANGING: [&str; 13] = [
    "by",
    "another",
    "further",
    "other",
    "extra",
    "additional",
    "margin",
    "lead",
    "rise",
    "increase",
    "fall",
    "drop",
    "gain",
];

/// How two numbers are made one.
#[derive(Clone, Copy)]
enum Reckoning {
    Sum,
    Difference,
    Either,
}

/// Whether the draft's figure follows from two others: of its own sentence, of which one may be the
/// statement's; or, where the draft says that it reckons, of the statement and the sentences beside.
pub(crate) fn is_reckoned(
    desk: &Desk<'_>,
    drafted: &Figure,
    source: usize,
    statement: TextRange,
) -> bool {
    let reading = &desk.draft.reading;
    let text = &desk.draft.extraction.text;
    let sentence = sentence_at(reading, drafted.range);
    let own = operands(drafted, reading, sentence, Some(drafted.range));
    if gives_share(drafted, reading, sentence) {
        return true;
    }
    let source = &desk.corpus.sources()[source];
    let stated = operands(drafted, source.reading(), statement, None);
    let telling = drafted.value() >= LARGE && figures::digits(drafted.value()) >= 2
        || drafted.value() >= LARGE * LARGE;
    let shared: Vec<f64> = own.iter().copied().filter(|one| is_among(&stated, *one)).collect();
    if telling && gives(drafted, Reckoning::Either, &own, &own) && !shared.is_empty()
        || telling && gives(drafted, Reckoning::Either, &shared, &stated)
    {
        return true;
    }
    let by = said(text, sentence, drafted.range);
    let near = |sentences: usize| {
        let around = around(source.reading(), statement, sentences);
        let mut near = operands(drafted, source.reading(), around, None);
        near.extend(&own);
        near
    };
    by.is_some_and(|(by, far)| match far.filter(|_| telling) {
        Some(sentences) => {
            let near = near(sentences);
            gives(drafted, by, &near, &near)
        }
        None => gives(drafted, by, &stated, &stated),
    }) || is_first_after(text, sentence, drafted, source.reading())
}

fn sentence_at(reading: &Reading, range: TextRange) -> TextRange {
    reading.sentence_around(range).unwrap_or(range)
}

/// The sentence with some before and behind it.
fn around(reading: &Reading, sentence: TextRange, reach: usize) -> TextRange {
    let at = reading.sentence_index(sentence.start);
    let first = reading.sentences.get(at.saturating_sub(reach)).unwrap_or(&sentence);
    let last = reading
        .sentences
        .get((at + reach).min(reading.sentences.len().saturating_sub(1)))
        .unwrap_or(&sentence);
    TextRange::new(first.start.min(sentence.start), last.end.max(sentence.end))
}

/// The numbers in `range` that may be added up to a figure like `like`.
fn operands(
    like: &Figure,
    reading: &Reading,
    range: TextRange,
    but: Option<TextRange>,
) -> Vec<f64> {
    let first = reading.figures.partition_point(|one| one.range.start < range.start);
    let within = reading.figures[first..].iter().take_while(|one| one.range.end <= range.end);
    within
        .filter(|one| Some(one.range) != but && are_of_one_kind(like, one))
        .flat_map(|one| match one.kind {
            FigureKind::Score => vec![one.low, one.high],
            _ => vec![one.value()],
        })
        .take(MOST)
        .collect()
}

fn are_of_one_kind(a: &Figure, b: &Figure) -> bool {
    let points = |figure: &Figure| {
        let unit = figure.unit.as_deref().unwrap_or_default();
        figure.kind == FigureKind::Percent || unit.ends_with("point")
    };
    let counts = |figure: &Figure| figure.kind == FigureKind::Count;
    a.kind == b.kind && (a.unit == b.unit || counts(a))
        || points(a) && (points(b) || b.kind == FigureKind::Score)
        || counts(a) && b.kind == FigureKind::Score
}

fn is_among(all: &[f64], value: f64) -> bool {
    all.iter().any(|one| (one - value).abs() <= 1e-9 * value.abs())
}

/// Whether a sum or a difference of one of each is the figure.
fn gives(drafted: &Figure, by: Reckoning, ones: &[f64], others: &[f64]) -> bool {
    let (sum, difference) = match by {
        Reckoning::Sum => (true, false),
        Reckoning::Difference => (false, true),
        Reckoning::Either => (true, true),
    };
    let is_it = |value: f64| {
        let reckoned = Figure { low: value, high: value, approximate: false, ..drafted.clone() };
        value > 0.0
            && matches!(
                figures::consistent(drafted, &reckoned),
                Agreement::Same | Agreement::Compatible
            )
    };
    ones.iter().any(|&one| {
        let mut pairs = others.iter().filter(|other| **other != one);
        pairs.any(|&other| sum && is_it(one + other) || difference && is_it((one - other).abs()))
    })
}

/// "571 of the 714, about 80 percent": whether it is the share of two counts of its own sentence, or
/// by how much the one is more than the other.
fn gives_share(drafted: &Figure, reading: &Reading, sentence: TextRange) -> bool {
    let parts = match drafted.kind {
        FigureKind::Percent => 100.0,
        FigureKind::Share => 1.0,
        _ => return false,
    };
    let slack = 0.03 * drafted.value().abs();
    let first = reading.figures.partition_point(|one| one.range.start < sentence.start);
    let within = reading.figures[first..].iter().take_while(|one| one.range.end <= sentence.end);
    let amounts: Vec<&Figure> = within
        .filter(|one| matches!(one.kind, FigureKind::Count | FigureKind::Money))
        .take(MOST)
        .collect();
    amounts.iter().any(|one| {
        let mut others = amounts.iter().filter(|other| other.kind == one.kind);
        others.any(|other| {
            let share = parts * one.value() / other.value();
            let near = |value: f64| (value - drafted.value()).abs() <= slack;
            share.is_finite()
                && one.value() != other.value()
                && (near(share) || near(share - parts))
        })
    })
}

/// How the draft tells that it reckons, and from how many sentences beside as well.
fn said(text: &str, sentence: TextRange, figure: TextRange) -> Option<(Reckoning, Option<usize>)> {
    const FAR: usize = 3;
    let word = |word: &str| fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let all: Vec<String> = sentence.of(text).split_whitespace().map(word).collect();
    let has = |wanted: &&str| match wanted.split_once(' ') {
        Some((one, next)) => all.windows(2).any(|pair| pair[0] == one && pair[1] == next),
        None => all.iter().any(|one| one == wanted),
    };
    if JOINING.iter().any(has) {
        return Some((Reckoning::Sum, Some(FAR)));
    }
    if ADDING.iter().any(has) {
        return Some((Reckoning::Sum, Some(1)));
    }
    if LEFT.iter().any(has) {
        return Some((Reckoning::Difference, Some(1)));
    }
    let before = TextRange::new(sentence.start, figure.start).of(text);
    let mut before = before.split_whitespace().rev().take(3).map(word);
    let behind = TextRange::new(figure.end, sentence.end).of(text);
    let mut behind = behind.split_whitespace().take(2).map(word);
    let differs = before.any(|one| CHANGING.contains(&one.as_str()))
        || behind.any(|one| COMPARING.contains(&one.as_str()));
    differs.then_some((Reckoning::Difference, None))
}

/// "Their first defeat in 17 games", after 16 without one.
fn is_first_after(text: &str, sentence: TextRange, drafted: &Figure, stated: &Reading) -> bool {
    let before = TextRange::new(sentence.start, drafted.range.start).of(text);
    let mut before = before.split_whitespace().rev().map(fold);
    let first = before.next().is_some_and(|word| word == "in")
        && before.take(4).any(|word| word == "first");
    let counts = stated.figures.iter().filter(|one| one.kind == drafted.kind);
    first && counts.map(Figure::value).any(|one| is_among(&[one], drafted.value() - 1.0))
}

/// Whether another statement of the source has the draft's very number beside another exact day or
/// figure of the draft's sentence: "four of 11 elections" are the source's "four out of 11 times".
pub(crate) fn is_told_with_another(
    desk: &Desk<'_>,
    drafted: &Figure,
    source: usize,
    statement: TextRange,
) -> bool {
    let (own, stated) = (&desk.draft.reading, desk.corpus.sources()[source].reading());
    let sentence = sentence_at(own, drafted.range);
    let beside: Vec<&Figure> = figures_in(own, sentence)
        .filter(|one| one.range != drafted.range && Value::Figure(one).is_definite())
        .collect();
    if beside.is_empty() {
        return false;
    }
    let counts = |one: &Figure| matches!(one.kind, FigureKind::Count | FigureKind::Factor);
    let is_here = |one: &&Figure| {
        let alike = one.kind == drafted.kind || counts(one) && counts(drafted);
        alike && (one.low, one.high) == (drafted.low, drafted.high)
    };
    stated.figures.iter().filter(is_here).any(|found| {
        let place = sentence_at(stated, found.range);
        let near = || figures_in(stated, place).filter(|one| one.range != found.range);
        let same = |one: &&Figure| {
            near().any(|other| (one.low, one.high, one.kind) == (other.low, other.high, other.kind))
        };
        place != statement && beside.iter().any(same)
    })
}

fn figures_in(reading: &Reading, range: TextRange) -> impl Iterator<Item = &Figure> {
    let first = reading.figures.partition_point(|one| one.range.start < range.start);
    reading.figures[first..].iter().take_while(move |one| one.range.end <= range.end)
}
