//! How well dates are read, and how fast.
//!
//! `COPYDESK_MEANTIME` names a gold file (JSON lines: `doc_id`, `dct`, `text`, `timex`,
//! `other_timex`, in code points and inclusive days); `COPYDESK_DATES_OUT` a file that takes the
//! predictions; `COPYDESK_DATES_VERBOSE` lists what was missed.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints and may panic")]

use std::fmt::Write as _;
use std::time::Instant;

use copydesk::reading::dates::{self, NumericOrder};
use copydesk::reading::markup::{self, Format};
use serde_json::{Value, json};

const CONCRETE: &[&str] =
    &["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"];

#[derive(Clone, Debug)]
struct Mark {
    start: usize,
    end: usize,
    text: String,
    first: String,
    last: String,
}

impl Mark {
    fn overlap(&self, other: &Self) -> isize {
        self.end.min(other.end) as isize - self.start.max(other.start) as isize
    }
}

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    extra: usize,
    strict: usize,
    value: usize,
}

fn main() {
    let Some(path) = std::env::var_os("COPYDESK_MEANTIME") else {
        println!("dates: left out, COPYDESK_MEANTIME names no gold file");
        return;
    };
    let gold = std::fs::read_to_string(path).unwrap();
    let documents: Vec<Value> =
        gold.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let verbose = std::env::var_os("COPYDESK_DATES_VERBOSE").is_some();
    let (mut counts, mut out) = (Counts::default(), String::new());
    for document in &documents {
        let predicted = predict(document);
        let lines: Vec<Value> = predicted.iter().map(as_json).collect();
        writeln!(out, "{}", json!({"id": document["doc_id"], "preds": lines})).unwrap();
        score(document, &predicted, &mut counts, verbose);
    }
    if let Some(path) = std::env::var_os("COPYDESK_DATES_OUT") {
        std::fs::write(path, out).unwrap();
    }
    print_score(&counts);
    measure_speed(&documents);
}

fn as_json(mark: &Mark) -> Value {
    let day = |day: &str| (!day.is_empty()).then(|| day.to_owned());
    json!({"start": mark.start, "end": mark.end,
           "value_start": day(&mark.first), "value_end": day(&mark.last)})
}

fn predict(document: &Value) -> Vec<Mark> {
    let text = document["text"].as_str().unwrap();
    let publication = document["dct"].as_str().and_then(|day| day.parse().ok());
    let extraction = markup::extract(text, Format::Plain);
    let points = |byte: usize| text[..byte].chars().count();
    dates::read(text, &extraction.blocks, publication, NumericOrder::FromDocument)
        .into_iter()
        .map(|mention| Mark {
            start: points(mention.range.start),
            end: points(mention.range.end),
            text: mention.range.of(text).to_owned(),
            first: mention.start.map(|day| day.to_string()).unwrap_or_default(),
            last: mention.end.map(|day| day.to_string()).unwrap_or_default(),
        })
        .collect()
}

fn marks(list: &Value, keep: impl Fn(&str) -> bool) -> Vec<Mark> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let number = |value: &Value| value.as_u64().unwrap_or_default() as usize;
    list.as_array()
        .unwrap()
        .iter()
        .filter(|timex| keep(timex["granularity"].as_str().unwrap_or_default()))
        .map(|timex| Mark {
            start: number(&timex["start"]),
            end: number(&timex["end"]),
            text: text(&timex["text"]),
            first: text(&timex["value_start"]),
            last: text(&timex["value_end"]),
        })
        .collect()
}

/// Pairs gold and predictions by the widest overlap, as the Python measure does.
fn pair(gold: &[Mark], predicted: &[Mark]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (g, mark) in gold.iter().enumerate() {
        for (p, other) in predicted.iter().enumerate() {
            let overlap = mark.overlap(other);
            if overlap > 0 {
                pairs.push((-overlap, mark.start.abs_diff(other.start), g, p));
            }
        }
    }
    pairs.sort_unstable();
    let mut matched: Vec<(usize, usize)> = Vec::new();
    for (_, _, g, p) in pairs {
        if matched.iter().all(|&(other_g, other_p)| other_g != g && other_p != p) {
            matched.push((g, p));
        }
    }
    matched
}

fn score(document: &Value, predicted: &[Mark], counts: &mut Counts, verbose: bool) {
    let gold = marks(&document["timex"], |granularity| CONCRETE.contains(&granularity));
    let mut ignored = marks(&document["timex"], |granularity| !CONCRETE.contains(&granularity));
    ignored.extend(marks(&document["other_timex"], |_| true));
    let predicted: Vec<Mark> =
        predicted.iter().filter(|mark| !mark.first.is_empty()).cloned().collect();
    let matched = pair(&gold, &predicted);
    counts.gold += gold.len();
    for &(g, p) in &matched {
        let (gold, mark) = (&gold[g], &predicted[p]);
        counts.found += 1;
        let strict = (gold.start, gold.end) == (mark.start, mark.end);
        let value = (&gold.first, &gold.last) == (&mark.first, &mark.last);
        counts.strict += usize::from(strict);
        counts.value += usize::from(value);
        if verbose && !(strict && value) {
            println!(
                "{} {} {:?} {}..{} read {:?} {}..{}",
                document["dct"],
                document["doc_id"],
                gold.text,
                gold.first,
                gold.last,
                mark.text,
                mark.first,
                mark.last
            );
        }
    }
    for (g, mark) in gold.iter().enumerate() {
        if verbose && !matched.iter().any(|&(other, _)| other == g) {
            println!(
                "{} {} missed {:?} {}..{}",
                document["dct"], document["doc_id"], mark.text, mark.first, mark.last
            );
        }
    }
    for (p, mark) in predicted.iter().enumerate() {
        let near = |list: &[Mark]| list.iter().any(|other| other.overlap(mark) > 0);
        if matched.iter().any(|&(_, other)| other == p) || near(&gold) || near(&ignored) {
            continue;
        }
        counts.extra += 1;
        if verbose {
            println!(
                "{} {} extra {:?} {}..{}",
                document["dct"], document["doc_id"], mark.text, mark.first, mark.last
            );
        }
    }
}

fn print_score(counts: &Counts) {
    let predicted = counts.found + counts.extra;
    let f1 = |hits: usize| 200.0 * hits as f64 / (counts.gold + predicted) as f64;
    println!(
        "dates: {} gold, {} found, {} extra; strict {:.1} relaxed {:.1} value {:.1}",
        counts.gold,
        counts.found,
        counts.extra,
        f1(counts.strict),
        f1(counts.found),
        f1(counts.value)
    );
}

fn measure_speed(documents: &[Value]) {
    let mut text = String::new();
    while text.len() < 4_000_000 {
        for document in documents {
            text.push_str(document["text"].as_str().unwrap());
            text.push_str("\n\n");
        }
    }
    let blocks = markup::extract(&text, Format::Plain).blocks;
    let day = "2008-06-01".parse().ok();
    let begin = Instant::now();
    let found = dates::read(&text, &blocks, day, NumericOrder::FromDocument).len();
    let seconds = begin.elapsed().as_secs_f64();
    println!(
        "dates: {found} in {:.1} MB, {:.1} MB/s",
        text.len() as f64 / 1e6,
        text.len() as f64 / 1e6 / seconds
    );
}
