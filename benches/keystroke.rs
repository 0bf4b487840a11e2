//! What a keystroke costs: a draft of 5,000 words read and checked again, at 5 and 1,000 sources; and
//! what must not make it dear: one very long source, a draft without paragraphs or full stops.

mod common;

use copydesk::check::{self, Draft, Settings, Verdict};
use copydesk::corpus::{Corpus, Source};
use copydesk::reading::markup::{self, Format};
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

/// How many sentences of one paragraph the draft of [`check_unmarked_speech`] quotes.
const SENTENCES: usize = 100;

/// A source of about `bytes` bytes that speaks as "I" in one paragraph without quotation marks, far
/// behind its beginning; and a draft that quotes each sentence of it.
fn unmarked_speech(bytes: usize) -> (Corpus, Draft) {
    let vocabulary = common::Vocabulary::new();
    let mut dice = common::Dice(11);
    let told = in_third_person(&vocabulary.article(bytes, &mut dice));
    let spoken: Vec<String> = (0..SENTENCES)
        .map(|_| format!("I {}", vocabulary.sentence(14, &mut dice).to_lowercase()))
        .collect();
    let mut source = Source::default();
    source.path = "long.txt".to_owned();
    source.extraction =
        markup::extract(&format!("{told}\n\n{}.\n", spoken.join(". ")), Format::Plain);
    let quoted: Vec<String> =
        spoken.iter().map(|words| format!("Ada Moss said: “{words}.”\n\n")).collect();
    let draft = Draft::new("d.txt", quoted.concat(), Format::Plain, None);
    (Corpus::build(vec![source]), draft)
}

fn in_third_person(text: &str) -> String {
    let words = text.split_inclusive([' ', '\n']).map(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        match bare {
            "i" | "my" => word.replace(bare, "he"),
            "I" | "My" => word.replace(bare, "He"),
            _ => word.to_owned(),
        }
    });
    words.collect()
}

/// The cost is that of the draft: a source 50 times as long makes it no dearer.
#[divan::bench(args = [100_000, 5_000_000], sample_count = 10, sample_size = 1)]
fn check_unmarked_speech(bencher: Bencher<'_, '_>, bytes: usize) {
    let (corpus, draft) = unmarked_speech(bytes);
    let check = || check::check(&corpus, &draft, &Settings::default(), &|| false);
    let checked = check().unwrap_or_default();
    let verified = checked.quotations.iter().filter(|one| one.verdict == Verdict::Verified);
    assert_eq!(verified.count(), SENTENCES);
    bencher.bench(check);
}

/// The words of [`common::draft`] in paragraphs; in one; in one without full stops.
#[divan::bench(args = ["paragraphs", "one paragraph", "one sentence"], sample_count = 10, sample_size = 1)]
fn check_layout(bencher: Bencher<'_, '_>, layout: &str) {
    let (corpus, mut text) = prepared(5);
    if layout != "paragraphs" {
        text = text.replace("\n\n", " ");
    }
    if layout == "one sentence" {
        text = text.replace('.', ",");
    }
    let draft = Draft::new("d.txt", text, Format::Plain, None);
    let check = || check::check(&corpus, &draft, &Settings::default(), &|| false);
    assert_eq!(check().map(|checked| checked.quotations.len()), Some(WORDS / 60));
    bencher.bench(check);
}

/// A list of so many dates and amounts without a full stop.
#[divan::bench(args = [20, 200], sample_count = 10, sample_size = 1)]
fn check_list(bencher: Bencher<'_, '_>, entries: usize) {
    let mut source = Source::default();
    source.path = "report.txt".to_owned();
    let report: Vec<String> = (0..200)
        .map(|number| {
            format!("The council spent ${number} million on roads on {} May 2019.", number % 28 + 1)
        })
        .collect();
    source.extraction = markup::extract(&report.join("\n\n"), Format::Plain);
    let corpus = Corpus::build(vec![source]);
    let list: Vec<String> = (0..entries)
        .map(|number| format!("${} million on roads on {} May 2019", number + 3, number % 28 + 1))
        .collect();
    let text = format!("The council spent {}.", list.join(", "));
    let draft = Draft::new("d.txt", text, Format::Plain, None);
    assert_eq!(draft.reading.figures.len(), entries);
    bencher.bench(|| check::check(&corpus, &draft, &Settings::default(), &|| false));
}
