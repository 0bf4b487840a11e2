//! How well quotations and their speakers are read, measured on annotated news.
//!
//! `COPYDESK_POLNEAR` names a file of JSON lines made from PolNeAR, `COPYDESK_GUM` one made from
//! GUM; each is left out where it is not named. `COPYDESK_SHOW=quotations|speakers` prints what went
//! wrong.
#![allow(clippy::print_stdout, missing_docs, reason = "a benchmark prints its figures")]

use std::collections::BTreeMap;
use std::time::Instant;

use copydesk::reading::markup::{Extraction, Format, extract};
use copydesk::reading::quotations::{self, Quotation, QuotationKind};
use copydesk::text::TextRange;
use serde_json::Value;

fn main() {
    for (variable, measure) in
        [("COPYDESK_POLNEAR", measure as fn(&[Document])), ("COPYDESK_GUM", measure)]
    {
        match std::env::var(variable).ok().and_then(|path| std::fs::read_to_string(path).ok()) {
            Some(lines) => {
                println!("== {variable}");
                measure(&documents(&lines));
            }
            None => println!("{variable} names no readable file: left out"),
        }
    }
}

struct Document {
    id: String,
    text: String,
    gold: Vec<Gold>,
    negatives: Vec<TextRange>,
}

struct Gold {
    range: TextRange,
    words: usize,
}

fn documents(lines: &str) -> Vec<Document> {
    lines.lines().filter_map(|line| serde_json::from_str(line).ok()).map(|v| document(&v)).collect()
}

fn document(value: &Value) -> Document {
    let text = value["text"].as_str().unwrap_or_default().to_owned();
    let offsets: Vec<usize> =
        text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len())).collect();
    let range = |span: &Value| {
        let at = |key: &str| span[key].as_u64().and_then(|n| offsets.get(n as usize)).copied();
        core(&text, TextRange::new(at("start").unwrap_or(0), at("end").unwrap_or(0)))
    };
    let list = |key: &str| value[key].as_array().cloned().unwrap_or_default();
    let gold = list("quotes")
        .iter()
        .map(|quote| {
            let range = range(quote);
            Gold { range, words: range.of(&text).split_whitespace().count() }
        })
        .collect();
    let negatives = list("unattributed_quoted").iter().map(&range).collect();
    let id = value["doc_id"].as_str().unwrap_or_default().to_owned();
    Document { id, gold, negatives, text }
}

/// A range without marks, punctuation and white space at its ends.
fn core(text: &str, range: TextRange) -> TextRange {
    let content = range.of(text);
    let is_rim = |c: char| !c.is_alphanumeric();
    let start = range.start + (content.len() - content.trim_start_matches(is_rim).len());
    TextRange::new(start, (start + content.trim_matches(is_rim).len()).max(start))
}

#[derive(Default)]
struct Counts {
    right: usize,
    missed: usize,
    wrong: usize,
    singles: usize,
    negatives_kept: usize,
    negatives: usize,
}

fn measure(documents: &[Document]) {
    let mut counts = Counts::default();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let show = std::env::var("COPYDESK_SHOW").unwrap_or_default();
    for document in documents {
        let extraction = extract(&document.text, Format::Plain);
        let quotations = quotations::read(&extraction);
        compare(document, &extraction, &quotations, &mut counts, &mut kinds, &show);
    }
    let precision = counts.right as f64 / (counts.right + counts.wrong) as f64;
    let recall = counts.right as f64 / (counts.right + counts.missed) as f64;
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!(
        "quotations: precision {precision:.4} recall {recall:.4} F1 {f1:.4}; right {} missed {} \
         wrong {} (of these single marks {}, negatives {} of {})",
        counts.right,
        counts.missed,
        counts.wrong,
        counts.singles,
        counts.negatives_kept,
        counts.negatives
    );
    println!("missed and wrong by kind: {kinds:?}");
    speed(documents);
}

fn compare(
    document: &Document,
    extraction: &Extraction,
    quotations: &[Quotation],
    counts: &mut Counts,
    kinds: &mut BTreeMap<String, usize>,
    show: &str,
) {
    let text = &extraction.text;
    let speech = |q: &&Quotation| q.kind != QuotationKind::Unattributed;
    let cores = |q: &Quotation| core(text, q.range);
    counts.negatives += document.negatives.len();
    for gold in &document.gold {
        if quotations.iter().filter(speech).any(|q| cores(q) == gold.range) {
            counts.right += 1;
            continue;
        }
        counts.missed += 1;
        let reason = quotations.iter().find(|q| cores(q).overlaps(gold.range)).map_or(
            "not seen".to_owned(),
            |q| {
                let same = if cores(q) == gold.range { "" } else { "other span " };
                format!("missed: {same}{:?} depth {}", q.kind, q.depth)
            },
        );
        if show == "quotations" {
            println!("{reason} | {} | {}", gold.words, around(text, gold.range, &document.id));
        }
        *kinds.entry(reason).or_default() += 1;
    }
    for quotation in quotations.iter().filter(speech) {
        if document.gold.iter().any(|gold| gold.range == cores(quotation)) {
            continue;
        }
        counts.wrong += 1;
        let single = format!("{:?}", quotation.marks).contains("Single");
        counts.singles += usize::from(single);
        let negative = document.negatives.contains(&cores(quotation));
        counts.negatives_kept += usize::from(negative);
        let reason =
            format!("wrong: {:?} {:?} negative {negative}", quotation.kind, quotation.marks);
        if show == "quotations" {
            println!("{reason} | {}", around(text, quotation.range, &document.id));
        }
        *kinds.entry(reason).or_default() += 1;
    }
}

fn around(text: &str, range: TextRange, id: &str) -> String {
    let before: String = text[..range.start].chars().rev().take(110).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[range.end..].chars().take(60).collect();
    format!("{before}[[{}]]{after} ({id})", range.of(text)).replace('\n', "⏎")
}

fn speed(documents: &[Document]) {
    let extractions: Vec<Extraction> =
        documents.iter().map(|document| extract(&document.text, Format::Plain)).collect();
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let start = Instant::now();
    let found: usize = extractions.iter().map(|e| quotations::read(e).len()).sum();
    let rate = bytes as f64 / 1e6 / start.elapsed().as_secs_f64();
    println!("speed: {rate:.1} MB/s quotations ({found} found in {bytes} bytes)");
}
