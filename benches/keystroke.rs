//! What a keystroke costs: a draft of 5,000 words read and checked again, at 5 and 1,000 sources.

mod common;

use copydesk::check::{self, Draft, Settings};
use copydesk::corpus::Corpus;
use copydesk::reading::markup::Format;
use divan::Bencher;

fn main() {
    divan::main();
}

const WORDS: usize = 5_000;

fn prepared(sources: usize) -> (Corpus, String) {
    let corpus = Corpus::build(common::sources(sources, 5_000));
    let text = common::draft(&corpus, WORDS);
    // Expected counts: a benchmark of the wrong work is worth nothing.
    let draft = Draft::new("d.txt", text.clone(), Format::Plain, None);
    let checked = check::check(&corpus, &draft, &Settings::default(), &|| false);
    assert_eq!(checked.map(|checked| checked.quotations.len()), Some(WORDS / 60));
    (corpus, text)
}

#[divan::bench(sample_count = 30, sample_size = 1)]
fn read_draft(bencher: Bencher<'_, '_>) {
    let (_, text) = prepared(5);
    bencher.bench(|| Draft::new("d.txt", text.clone(), Format::Plain, None));
}

#[divan::bench(args = [5, 1_000], sample_count = 30, sample_size = 1)]
fn check_draft(bencher: Bencher<'_, '_>, sources: usize) {
    let (corpus, text) = prepared(sources);
    let draft = Draft::new("d.txt", text, Format::Plain, None);
    bencher.bench(|| check::check(&corpus, &draft, &Settings::default(), &|| false));
}

#[divan::bench(args = [5, 1_000], sample_count = 5, sample_size = 1)]
fn build_corpus(bencher: Bencher<'_, '_>, sources: usize) {
    bencher.with_inputs(|| common::sources(sources, 5_000)).bench_values(Corpus::build);
}
