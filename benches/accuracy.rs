//! Precision and recall of every rule on the accuracy set (`tests/accuracy`): on its labelled
//! drafts, and on faults planted mechanically into its faithful text; compared with the committed
//! figures, which `--update` (or `COPYDESK_UPDATE=1`) writes anew.
//!
//! "Other" counts labels missed at whose place another rule complains, "misnamed" false alarms at the
//! place of another rule's label.
//!
//! `COPYDESK_VERBOSE=misdate` (or `all`) prints the misses and false alarms of a rule,
//! `COPYDESK_TOPICS=sport,court` measures some topics only.

#![allow(clippy::print_stdout, reason = "a benchmark prints")]

#[path = "../tests/support/accuracy/mod.rs"]
mod accuracy;

use accuracy::figures;
use accuracy::measure::Tally;
use accuracy::plant::{self, EDITS};
use accuracy::set::{self, Topic};
use toml::Table;

fn main() {
    let only: Vec<String> = variable("COPYDESK_TOPICS")
        .split(',')
        .map(str::to_owned)
        .filter(|t| !t.is_empty())
        .collect();
    let topics = set::topics(&only);
    let committed = if only.is_empty() { figures::committed() } else { Table::new() };
    let mut labelled = Tally::default();
    for topic in &topics {
        let mut tally = Tally::default();
        for draft in &topic.drafts {
            tally.judge(&topic.corpus, draft);
        }
        print_topic(&topic.name, &tally);
        labelled.add(tally);
    }
    let (planted, edits) = judge_planted(&topics);
    print_edits(&edits);
    for (name, tally) in [("labelled", &labelled), ("planted", &planted)] {
        print_table(name, tally, &committed);
        print_faults(tally, &variable("COPYDESK_VERBOSE"));
    }
    let update =
        std::env::args().any(|arg| arg == "--update") || !variable("COPYDESK_UPDATE").is_empty();
    if update && only.is_empty() {
        figures::write(&[("labelled", &labelled), ("planted", &planted)]);
        println!("\nwritten to tests/accuracy/figures.toml");
    }
}

/// What came of the drafts of one edit.
#[derive(Clone, Copy, Default)]
struct Row {
    drafts: usize,
    met: usize,
    flagged: usize,
    alarms: usize,
}

fn judge_planted(topics: &[Topic]) -> (Tally, Vec<Row>) {
    let mut tally = Tally::default();
    let mut rows = vec![Row::default(); EDITS.len()];
    for number in 0..topics.len() {
        for (edit, draft) in plant::plant(topics, number) {
            let outcome = tally.judge(&topics[number].corpus, &draft);
            let row = &mut rows[edit];
            row.drafts += 1;
            row.met += usize::from(outcome.met);
            row.flagged += usize::from(outcome.flagged);
            row.alarms += usize::from(outcome.alarm);
        }
    }
    (tally, rows)
}

/// How many of an edit's drafts had the finding they must have, how many any warning, and how many
/// a finding they must not have.
fn print_edits(rows: &[Row]) {
    println!(
        "\n{:<26} {:<16} {:>6} {:>6} {:>7} {:>7}",
        "planted", "rule", "drafts", "right", "flagged", "alarms"
    );
    for (edit, row) in EDITS.iter().zip(rows) {
        println!(
            "{:<26} {:<16} {:>6} {:>6} {:>7} {:>7}",
            edit.name, edit.rule, row.drafts, row.met, row.flagged, row.alarms
        );
    }
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

fn print_topic(name: &str, tally: &Tally) {
    let labels: usize = tally.rules.values().map(|score| score.labels).sum();
    let met: usize = tally.rules.values().map(|score| score.met).sum();
    let alarms: usize = tally.rules.values().map(|score| score.alarms).sum();
    println!(
        "{name:<12} {:>4} faithful drafts, {:>4} faulty, {met:>4} of {labels:>4} labels met, {alarms:>3} false alarms",
        tally.faithful.drafts, tally.faulty,
    );
}

fn print_table(name: &str, tally: &Tally, committed: &Table) {
    println!("\n{name}");
    println!(
        "{:<16} {:>6} {:>5} {:>6} {:>6} {:>6} {:>8}  {:<18} {:<18}",
        "rule", "labels", "met", "other", "right", "alarms", "misnamed", "precision", "recall"
    );
    for (rule, score) in &tally.rules {
        let precision = shown(committed, name, rule, "precision", score.precision());
        let recall = shown(committed, name, rule, "recall", score.recall());
        println!(
            "{rule:<16} {:>6} {:>5} {:>6} {:>6} {:>6} {:>8}  {precision:<18} {recall:<18}",
            score.labels, score.met, score.other_rule, score.right, score.alarms, score.misnamed
        );
    }
    let count = &tally.faithful;
    println!(
        "faithful drafts: {}, with an error {}, with a warning or error {}, with anything {}",
        count.drafts, count.with_error, count.with_warning, count.with_any
    );
    for line in figures::worse(committed, name, tally) {
        println!("worse: {line}");
    }
}

/// "0.967 +.012 better".
fn shown(committed: &Table, name: &str, rule: &str, what: &str, value: Option<f64>) -> String {
    let Some(number) = value else { return "-".to_owned() };
    match figures::change(committed, name, rule, what, value) {
        Some(change) if change > 0.0 => format!("{number:.3} {change:+.3} better"),
        Some(change) => format!("{number:.3} {change:+.3} WORSE"),
        None => format!("{number:.3}"),
    }
}

fn print_faults(tally: &Tally, rule: &str) {
    for (own, fault) in &tally.faults {
        if rule == "all" || rule == own {
            println!("\n{fault}");
        }
    }
}
