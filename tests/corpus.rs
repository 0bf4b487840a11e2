//! Over a folder of real articles: `COPYDESK_CORPUS`, else `../shared/corpus`. Nothing of their
//! prose stands here. Where there is no such folder the tests say that they were left out; with
//! `CI=true` its absence is a failure.

#![allow(clippy::unwrap_used, reason = "a test may panic")]
#![allow(clippy::print_stderr, reason = "figures are shown beside failures")]

use std::path::PathBuf;

use copydesk::check::{self, Checked, Draft, Settings, Severity, Verdict};
use copydesk::corpus::Corpus;
use copydesk::project::sources::{self, Options};
use copydesk::reading::markup::Format;
use copydesk::reading::quotations::Quotation;

fn corpus() -> Option<Corpus> {
    let folder = std::env::var_os("COPYDESK_CORPUS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"),
        PathBuf::from,
    );
    if !folder.is_dir() {
        assert!(std::env::var_os("CI").is_none(), "no corpus at {}", folder.display());
        eprintln!("left out: no corpus at {} (set COPYDESK_CORPUS)", folder.display());
        return None;
    }
    let corpus = Corpus::build(sources::load(&[folder], &Options::default()).sources);
    assert!(!corpus.sources().is_empty());
    Some(corpus)
}

fn checked(corpus: &Corpus, draft: &str) -> Checked {
    let draft = Draft::new("draft.md", draft.to_owned(), Format::Plain, None);
    check::check(corpus, &draft, &Settings::default(), &|| false).unwrap()
}

/// Every closed quotation outside others: its source's number, its words on one line.
fn quotations(corpus: &Corpus) -> Vec<(usize, String)> {
    let mut all = Vec::new();
    for (number, source) in corpus.sources().iter().enumerate() {
        let outermost = |quotation: &&Quotation| quotation.depth == 0;
        for quotation in source.quotations().iter().filter(outermost) {
            let words = quotation.range.of(source.text());
            all.push((number, words.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    all
}

fn is_bare_of_marks(words: &str) -> bool {
    !words.contains(['“', '”', '"', '‘'])
}

/// Checks a draft of the one quotation `words`; its verdict, first source, findings.
fn judge(corpus: &Corpus, words: &str) -> (Verdict, Option<usize>, Checked) {
    let checked = checked(corpus, &format!("It was said: “{words}” on that day.\n"));
    let quotation = &checked.quotations[0];
    (quotation.verdict, quotation.evidence.first().map(|evidence| evidence.source), checked.clone())
}

#[test]
fn every_quotation_is_verified_in_its_own_article() {
    let Some(corpus) = corpus() else { return };
    let mut wrong = Vec::new();
    for (number, words) in quotations(&corpus) {
        let (verdict, first, checked) = judge(&corpus, &words);
        let elsewhere = || {
            // Where several articles quote the same words, any of them may come first.
            let exact = |source: &copydesk::corpus::Source| {
                source
                    .quotations()
                    .iter()
                    .any(|quotation| quotation.range.of(source.text()) == words)
            };
            first.is_some_and(|first| exact(&corpus.sources()[first]))
        };
        if verdict != Verdict::Verified || !(first == Some(number) || elsewhere()) {
            wrong.push((words, verdict, number, first));
        }
        assert!(checked.findings.is_empty(), "{:?}", checked.findings);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// An edit of a quotation's words; `None` where it does not apply.
type Edit = fn(&[&str]) -> Option<String>;

fn bare(word: &str) -> &str {
    word.trim_matches(|character: char| !character.is_alphanumeric())
}

fn is_negation(word: &str) -> bool {
    let word = bare(word).to_lowercase().replace('’', "'");
    ["not", "no", "never"].contains(&word.as_str()) || word.ends_with("n't")
}

const FAITHFUL: &[(&str, Edit)] = &[
    ("straight", |words| Some(words.join(" ").replace(['‘', '’'], "'"))),
    ("wrapped", |words| Some(words.join("\n"))),
    ("punctuation", |words| {
        Some(words.join(" ").trim_end_matches(['.', ',', '?']).to_owned() + ",")
    }),
    ("first letter", |words| {
        let joined = words.join(" ");
        let first = joined.chars().next()?;
        (joined.len() > 3)
            .then(|| format!("[{}]{}", first.to_lowercase(), &joined[first.len_utf8()..]))
    }),
    ("ellipsis", |words| {
        let at = words.len() / 2;
        let kept = words.len() >= 8 && !words[at..at + 2].iter().any(|word| is_negation(word));
        kept.then(|| format!("{} … {}", words[..at].join(" "), words[at + 2..].join(" ")))
    }),
    ("bracket", |words| {
        let at =
            words.iter().position(|word| ["we", "it", "they", "this"].contains(&bare(word)))?;
        let mut edited = words.to_vec();
        edited[at] = "[the council]";
        (words.len() >= 5).then(|| edited.join(" "))
    }),
];

#[test]
fn faithful_edits_are_verified() {
    let Some(corpus) = corpus() else { return };
    let mut wrong = Vec::new();
    for (number, words) in quotations(&corpus).into_iter().filter(|(_, q)| is_bare_of_marks(q)) {
        let split: Vec<&str> = words.split(' ').collect();
        for (name, edit) in FAITHFUL {
            let Some(edited) = edit(&split) else { continue };
            let (verdict, _, checked) = judge(&corpus, &edited);
            if verdict != Verdict::Verified || !checked.findings.is_empty() {
                wrong.push((number, *name, edited, verdict));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const FAULTY: &[(&str, Edit)] = &[
    ("content word", |words| {
        // What stands in square brackets is the article's own, and another writer's to change.
        let long = |word: &&str| {
            let word = word.trim_end_matches([',', '.', '?']);
            word.len() > 4 && word.chars().all(char::is_alphabetic)
        };
        let at = words.iter().position(long)?;
        let mut edited: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        edited[at] = words[at].replace(bare(words[at]), "marmalade");
        Some(edited.join(" "))
    }),
    ("not dropped", |words| {
        let at = words.iter().position(|word| bare(word) == "not")?;
        Some([&words[..at], &words[at + 1..]].concat().join(" "))
    }),
    ("not added", |words| {
        let verbs = ["is", "are", "has", "have", "will", "can", "was"];
        let at = words.iter().position(|word| verbs.contains(&bare(word)))?;
        Some([&words[..=at], &["not"], &words[at + 1..]].concat().join(" "))
    }),
    ("digit", |words| {
        let joined = words.join(" ");
        let at = joined.find(|character: char| character.is_ascii_digit())?;
        let digit = (joined.as_bytes()[at] - b'0' + 3) % 10;
        Some(format!("{}{digit}{}", &joined[..at], &joined[at + 1..]))
    }),
];

#[test]
fn faults_are_misquotes_and_their_fix_restores_the_words() {
    let Some(corpus) = corpus() else { return };
    let mut wrong = Vec::new();
    for (number, words) in quotations(&corpus).into_iter().filter(|(_, q)| is_bare_of_marks(q)) {
        let split: Vec<&str> = words.split(' ').collect();
        for (name, edit) in FAULTY.iter().filter(|_| split.len() >= 4) {
            let Some(edited) = edit(&split) else { continue };
            let text = format!("It was said: “{edited}” on that day.\n");
            let first = checked(&corpus, &text);
            let misquote = first.findings.iter().find(|finding| finding.rule == "misquote");
            let mended = misquote.and_then(|finding| {
                let mut mended = text.clone();
                for edit in finding.fixes.first()?.edits.iter().rev() {
                    mended.replace_range(edit.range.start..edit.range.end, &edit.new_text);
                }
                Some(mended)
            });
            let verdict = mended.as_ref().map(|text| checked(&corpus, text).quotations[0].verdict);
            if verdict != Some(Verdict::Verified) {
                wrong.push((number, *name, edited, mended));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_source_pasted_whole_is_accused_of_nothing() {
    let Some(corpus) = corpus() else { return };
    for source in corpus.sources() {
        let checked = checked(&corpus, source.text());
        let wrong: Vec<_> =
            // Where the articles disagree with one another, that is told for information; and one of
            // them misspells a name.
            checked
                .findings
                .iter()
                .filter(|finding| finding.severity >= Severity::Warning)
                .filter(|finding| finding.rule != "misspelled-name")
                .map(|finding| (finding.rule, &finding.message))
                .collect();
        assert!(wrong.is_empty(), "{}: {wrong:#?}", source.id);
    }
}
