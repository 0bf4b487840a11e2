//! The index at scale: build time, memory, and how fast and how surely altered quotations are
//! found, at 5, 1,000 and 20,000 sources (`--` arguments choose others: `sources:bytes`).
//!
//! Prints figures; fails where recall falls below what is promised.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints and may panic")]

mod common;

use std::time::{Duration, Instant};

use common::Dice;
use copydesk::check::{self, Draft, Settings, Verdict};
use copydesk::corpus::Corpus;
use copydesk::reading::markup::Format;

const LEAST_RECALL: f64 = 0.99;

fn main() {
    let sizes: Vec<(usize, usize)> = std::env::args()
        .filter_map(|argument| {
            let (count, bytes) = argument.split_once(':')?;
            Some((count.parse().ok()?, bytes.parse().ok()?))
        })
        .collect();
    let sizes =
        if sizes.is_empty() { vec![(5, 5_000), (1_000, 5_000), (20_000, 5_000)] } else { sizes };
    for (count, bytes) in sizes {
        measure(count, bytes);
    }
}

fn measure(count: usize, bytes: usize) {
    let sources = common::sources(count, bytes);
    let size: usize = sources.iter().map(|source| source.text().len()).sum();
    let megabytes = size as f64 / 1e6;
    let start = Instant::now();
    let corpus = Corpus::build(sources);
    let built = start.elapsed();
    println!("\n{count} sources, {megabytes:.1} MB, {} words", corpus.word_count());
    println!(
        "  index      {:>8.0} ms   {:.0} MB/s   {:.2} bytes a byte   {} MB resident",
        built.as_secs_f64() * 1e3,
        megabytes / built.as_secs_f64(),
        corpus.index_size() as f64 / size as f64,
        resident_megabytes(),
    );
    let quotations = common::quotations(&corpus, 500);
    let mut dice = Dice(3);
    for edits in [0, 1, 2, 4] {
        let drafts: Vec<String> = quotations
            .iter()
            .map(|quotation| common::altered(quotation, edits, &mut dice))
            .collect();
        look_up(&corpus, &drafts, if edits == 0 { "exact" } else { "altered" }, edits);
    }
    let absent: Vec<String> =
        (0..200).map(|_| common::Vocabulary::new().sentence(20, &mut Dice(dice.next()))).collect();
    look_up(&corpus, &absent, "absent", 0);
}

fn look_up(corpus: &Corpus, quotations: &[String], name: &str, edits: usize) {
    let mut times = Vec::new();
    let mut found = 0;
    let settings = Settings::default();
    let drafts: Vec<Draft> = quotations
        .iter()
        .map(|quotation| {
            Draft::new("d.txt", format!("She said: “{quotation}.”\n"), Format::Plain, None)
        })
        .collect();
    for draft in &drafts {
        // Once before, so that what is read once a source is not counted.
        let _ = check::check(corpus, draft, &settings, &|| false);
        let start = Instant::now();
        let checked = check::check(corpus, draft, &settings, &|| false).unwrap();
        times.push(start.elapsed());
        let verdict = checked.quotations[0].verdict;
        found +=
            usize::from(matches!(verdict, Verdict::Verified | Verdict::Altered | Verdict::Spliced));
    }
    times.sort_unstable();
    let micros = |time: Duration| time.as_secs_f64() * 1e6;
    let recall = found as f64 / quotations.len() as f64;
    println!(
        "  {name:<8} {edits} {:>8.0} µs median {:>8.0} µs p99   found {recall:.3}",
        micros(times[times.len() / 2]),
        micros(times[times.len() * 99 / 100]),
    );
    let promised = name == "exact" || (name == "altered" && edits <= 2);
    assert!(!promised || recall >= LEAST_RECALL, "{name} {edits}: recall {recall}");
    assert!(name != "absent" || recall <= 0.01, "absent quotations found: {recall}");
}

fn resident_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    let kilobytes = line.split_whitespace().nth(1).and_then(|n| n.parse::<u64>().ok());
    kilobytes.unwrap_or(0) / 1024
}
