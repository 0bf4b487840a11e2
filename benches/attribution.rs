//! How well quotations and their speakers are read, measured on annotated news.
//!
//! `COPYDESK_POLNEAR` names a file of JSON lines made from PolNeAR, `COPYDESK_GUM` one made from
//! GUM; each is left out where it is not named. `COPYDESK_SHOW=quotations|speakers` prints what went
//! wrong.
#![allow(clippy::print_stdout, missing_docs, reason = "a benchmark prints its figures")]

use std::collections::BTreeMap;
use std::time::Instant;

use copydesk::reading::attribution::{self, Speaker};
use copydesk::reading::markup::{Extraction, Format, extract};
use copydesk::reading::quotations::{self, Quotation, QuotationKind};
use copydesk::reading::{names, sentences};
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
    speaker: Option<TextRange>,
    /// The speaker's full name, where the set gives it.
    name: Option<String>,
    /// "named", "pronoun" or "nominal".
    kind: String,
}

fn documents(lines: &str) -> Vec<Document> {
    lines.lines().filter_map(|line| serde_json::from_str(line).ok()).map(|v| document(&v)).collect()
}

fn document(value: &Value) -> Document {
    let text = value["text"].as_str().unwrap_or_default().to_owned();
    let offsets: Vec<usize> =
        text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len())).collect();
    let at = |span: &Value| {
        let end = |key: &str| span[key].as_u64().and_then(|n| offsets.get(n as usize)).copied();
        TextRange::new(end("start").unwrap_or(0), end("end").unwrap_or(0))
    };
    let range = |span: &Value| core(&text, at(span));
    let list = |key: &str| value[key].as_array().cloned().unwrap_or_default();
    let gold = list("quotes")
        .iter()
        .map(|quote| {
            let range = range(quote);
            let words = range.of(&text).split_whitespace().count();
            let speaker = quote["speaker"].is_object().then(|| at(&quote["speaker"]));
            let name = quote["speaker"].as_str().map(str::to_owned);
            let kind = quote["speaker_kind"].as_str().unwrap_or("canonical").to_owned();
            Gold { range, words, speaker, name, kind }
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
    let mut speakers = Speakers::default();
    let show = std::env::var("COPYDESK_SHOW").unwrap_or_default();
    for document in documents {
        let extraction = extract(&document.text, Format::Plain);
        let quotations = quotations::read(&extraction);
        compare(document, &extraction, &quotations, &mut counts, &mut kinds, &show);
        speakers.compare(document, &extraction, &quotations, &show);
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
    speakers.print();
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

/// Right, wrong and missing speakers by the kind of the mention and the length of the quotation.
#[derive(Default)]
struct Speakers {
    by_kind: BTreeMap<String, [usize; 3]>,
}

impl Speakers {
    fn compare(
        &mut self,
        document: &Document,
        extraction: &Extraction,
        quotations: &[Quotation],
        show: &str,
    ) {
        let text = &extraction.text;
        let sentences = sentences::read(text, &extraction.blocks);
        let names = names::read(extraction, &sentences);
        let found = attribution::read(extraction, &sentences, quotations, &names);
        for gold in &document.gold {
            let number = quotations.iter().position(|q| core(text, q.range) == gold.range);
            let speaker = found
                .iter()
                .find(|found| number.is_some() && found.quotation == number)
                .and_then(|found| found.speaker.as_ref());
            let verdict = match speaker {
                None => 2,
                Some(speaker) => judge(text, gold, speaker),
            };
            let length = if gold.words < 5 { "1 to 4 words" } else { "5 words or more" };
            for key in ["all", length, &gold.kind] {
                self.by_kind.entry(key.to_owned()).or_default()[verdict] += 1;
            }
            if show == "speakers" && verdict > 0 {
                let mention = speaker.map(|speaker| speaker.range.of(text));
                let name = speaker.and_then(|speaker| speaker.name.as_deref());
                println!("{mention:?} {name:?} | {}", around(text, gold.range, &document.id));
            }
        }
    }

    fn print(&self) {
        for (kind, [right, wrong, missing]) in &self.by_kind {
            let all = (right + wrong + missing) as f64;
            println!(
                "speakers, {kind}: right {:.3} wrong {:.3} not told {:.3} of {all}",
                *right as f64 / all,
                *wrong as f64 / all,
                *missing as f64 / all
            );
        }
    }
}

/// 0 for a right speaker, 1 for a wrong one, 2 for one that was not named where a name is asked.
fn judge(text: &str, gold: &Gold, speaker: &Speaker) -> usize {
    if let Some(name) = &gold.name {
        return match &speaker.name {
            None => 2,
            Some(found) => usize::from(last_name(found) != last_name(name)),
        };
    }
    let Some(range) = gold.speaker else { return 1 };
    let name = speaker.name.as_deref().unwrap_or_else(|| speaker.range.of(text));
    let same_name = last_name(name).is_some_and(|last| range.of(text).contains(last));
    usize::from(!(range.overlaps(speaker.range) || same_name))
}

fn last_name(name: &str) -> Option<&str> {
    name.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .rfind(|word| word.starts_with(char::is_uppercase))
}

fn around(text: &str, range: TextRange, id: &str) -> String {
    let before: String = text[..range.start].chars().rev().take(110).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[range.end..].chars().take(60).collect();
    format!("{before}[[{}]]{after} ({id})", range.of(text)).replace('\n', "⏎")
}

fn speed(documents: &[Document]) {
    let texts: Vec<Extraction> =
        documents.iter().map(|document| extract(&document.text, Format::Plain)).collect();
    let megabytes = texts.iter().map(|text| text.text.len()).sum::<usize>() as f64 / 1e6;
    let start = Instant::now();
    let quotations: Vec<_> = texts.iter().map(quotations::read).collect();
    println!("quotations: {:.1} MB/s", megabytes / start.elapsed().as_secs_f64());
    let sentences: Vec<_> = texts.iter().map(|e| sentences::read(&e.text, &e.blocks)).collect();
    let names: Vec<_> = texts.iter().zip(&sentences).map(|(e, s)| names::read(e, s)).collect();
    let start = Instant::now();
    let found: usize = (0..texts.len())
        .map(|n| attribution::read(&texts[n], &sentences[n], &quotations[n], &names[n]).len())
        .sum();
    let rate = megabytes / start.elapsed().as_secs_f64();
    println!("attributions: {rate:.1} MB/s ({found} in {megabytes:.1} MB)");
}
