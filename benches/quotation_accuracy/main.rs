//! How many planted faults are caught and how many faithful quotations are flagged, on news text.
//!
//! Reads articles with hand-marked quotations from the JSON lines that `COPYDESK_POLNEAR` names
//! (`text`, `quotes[].start/end/attribution/speaker.text`, offsets in code points), plants one edit
//! a draft, and prints a table: edit, drafts, flagged, right rule. Says so where the variable is
//! not set. `COPYDESK_VERBOSE=OneWord` prints the drafts of an edit that came out wrong.

#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints and may panic")]

mod articles;
mod edits;

use std::collections::BTreeMap;

use copydesk::check::{self, Draft, Settings, Severity};
use copydesk::corpus::Corpus;
use copydesk::reading::markup::Format;
use edits::{Dice, EDITS, Edit};

fn main() {
    let Ok(path) = std::env::var("COPYDESK_POLNEAR") else {
        println!("left out: COPYDESK_POLNEAR does not name a file of annotated articles");
        return;
    };
    let verbose = std::env::var("COPYDESK_VERBOSE").unwrap_or_default();
    let articles = articles::read(&path);
    let known = articles.len() * 3 / 4;
    let corpus = Corpus::build(articles[..known].iter().map(articles::Article::source).collect());
    let mut table = Table::default();
    let mut dice = Dice::new();
    for number in 0..articles.len() {
        for edit in EDITS {
            if let Some(draft) = edits::plant(edit, &articles, number, known, &mut dice) {
                table.judge(&corpus, edit, &draft, &verbose);
            }
        }
    }
    table.print();
}

#[derive(Default)]
struct Table {
    rows: BTreeMap<Edit, Row>,
}

#[derive(Default)]
struct Row {
    drafts: usize,
    flagged: usize,
    right: usize,
    rules: BTreeMap<&'static str, usize>,
}

impl Table {
    fn judge(&mut self, corpus: &Corpus, edit: Edit, text: &str, verbose: &str) {
        let draft = Draft::new("draft.txt", text.to_owned(), Format::Plain, None);
        let checked =
            check::check(corpus, &draft, &Settings::default(), &|| false).unwrap_or_default();
        let row = self.rows.entry(edit).or_default();
        row.drafts += 1;
        let flagged = checked.findings.iter().any(|finding| {
            finding.severity >= Severity::Warning
                || finding.rule == edit.rule()
                || edit.is_faithful()
        });
        let right = checked.findings.iter().any(|finding| finding.rule == edit.rule());
        row.flagged += usize::from(flagged);
        row.right += usize::from(right);
        for finding in &checked.findings {
            *row.rules.entry(finding.rule).or_default() += 1;
        }
        if checked.findings.is_empty() {
            *row.rules.entry("-").or_default() += 1;
        }
        if verbose == format!("{edit:?}") && (flagged == edit.is_faithful() || !flagged || !right) {
            print!("\n{text}");
            for quotation in &checked.quotations {
                println!("  {:?} {:?}", quotation.verdict, quotation.range.of(text));
                for evidence in &quotation.evidence {
                    let source = &corpus.sources()[evidence.source];
                    println!("    {} {:?}", source.id, evidence.range.of(source.text()));
                }
            }
            for finding in &checked.findings {
                println!("  {}", finding.message);
            }
        }
    }

    fn print(&self) {
        let share = |a: usize, b: usize| a as f64 / b.max(1) as f64;
        let mut sums = [[0; 3]; 2];
        for (edit, row) in &self.rows {
            println!(
                "{:<17} {:>5} drafts {:>6.3} flagged {:>6.3} right rule  {:?}",
                format!("{edit:?}"),
                row.drafts,
                share(row.flagged, row.drafts),
                share(row.right, row.drafts),
                row.rules,
            );
            let sum = &mut sums[usize::from(edit.is_faithful())];
            *sum = [sum[0] + row.drafts, sum[1] + row.flagged, sum[2] + row.right];
        }
        println!("faults caught {:.3}", share(sums[0][1], sums[0][0]));
        println!("right rule {:.3}", share(sums[0][2], sums[0][0]));
        println!("faithful flagged {:.3}", share(sums[1][1], sums[1][0]));
    }
}
