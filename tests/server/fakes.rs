//! A library in memory, and a check that flags one word: enough to see the server at work.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use copydesk::check::{
    Applicability, Checked, DiffOp, DiffPart, Draft, Edit, Evidence, Finding, Fix, JudgedQuotation,
    Settings, Severity, Verdict,
};
use copydesk::corpus::{Corpus, Source};
use copydesk::reading::markup::{self, Format};
use copydesk::server::{Acceptance, Checker, Library, Options, Parts, Progress, Shelf};
use copydesk::text::TextRange;
use serde_json::Value;

/// The only source of the fakes.
pub(crate) const SOURCE: &str = "The hall was full by six.\n\n\
    \u{201c}We will not raise the levy this year,\u{201d} Ada Moss told the council.\n";

/// Sources that are in memory.
pub(crate) struct Shelves {
    pub(crate) texts: Vec<(&'static str, &'static str)>,
    /// How long the reading takes a source.
    pub(crate) slowness: Duration,
    /// Drafts that are not open.
    pub(crate) drafts: Vec<(&'static str, &'static str)>,
}

impl Default for Shelves {
    fn default() -> Self {
        Self {
            texts: vec![("sources/tribune.txt", SOURCE)],
            slowness: Duration::ZERO,
            drafts: Vec::new(),
        }
    }
}

fn source(path: &str, text: &str) -> Source {
    let mut source = Source::default();
    source.id = path.trim_start_matches("sources/").trim_end_matches(".txt").to_owned();
    source.path = path.to_owned();
    source.outlet = Some("Tribune".to_owned());
    source.date = Some(jiff::civil::date(2021, 3, 4));
    source.extraction = markup::extract(text, Format::Plain);
    source
}

impl Library for Shelves {
    fn home_of(&self, file: &Path) -> Option<PathBuf> {
        file.parent().map(Path::to_owned)
    }

    fn read(&self, _: &Path, _: &Value, report: &mut dyn FnMut(Progress) -> bool) -> Shelf {
        let (mut corpus, total) = (Arc::new(Corpus::default()), self.texts.len());
        let mut stopped_at = None;
        for (at, (path, text)) in self.texts.iter().enumerate() {
            std::thread::sleep(self.slowness);
            corpus = Arc::new(corpus.updated(vec![source(path, text)], &[]));
            let read = at + 1;
            if !report(Progress { read, total, corpus: Some(Arc::clone(&corpus)) }) {
                stopped_at = (read < total).then_some((read, total));
                break;
            }
        }
        let watched = vec![PathBuf::from("/desk/sources")];
        Shelf { corpus, watched, stopped_at, ..Shelf::default() }
    }

    fn drafts(&self, _: &Path, _: &Value, _: &Shelf) -> Vec<(PathBuf, u64)> {
        self.drafts.iter().map(|(path, _)| (PathBuf::from(path), 1)).collect()
    }

    fn draft(&self, path: &Path) -> Option<String> {
        let found = self.drafts.iter().find(|(known, _)| Path::new(known) == path)?;
        Some(found.1.to_owned())
    }

    fn accept(&self, root: &Path, entry: &Acceptance) -> Result<PathBuf, String> {
        if entry.text == "rise" { Ok(root.join("accepted")) } else { Err(entry.text.clone()) }
    }

    fn page_of(&self, rule: &str) -> Option<PathBuf> {
        Some(PathBuf::from(format!("/pages/{rule}.md")))
    }
}

/// Flags the word `rise` where the source has `raise`, as slowly as wanted.
#[derive(Default)]
pub(crate) struct Words {
    /// How long a check takes.
    pub(crate) slowness: Duration,
    /// How many checks ran to their end.
    pub(crate) finished: Arc<AtomicUsize>,
    /// How many checks began.
    pub(crate) begun: Arc<AtomicUsize>,
}

impl Checker for Words {
    fn check(
        &self,
        corpus: &Corpus,
        draft: &Draft,
        _: &Settings,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Checked> {
        self.begun.fetch_add(1, Ordering::SeqCst);
        assert!(!draft.raw.contains("BOOM"), "a check that was told to panic");
        let until = Instant::now() + self.slowness;
        while Instant::now() < until {
            if cancelled() {
                return None;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        self.finished.fetch_add(1, Ordering::SeqCst);
        let places = draft.raw.match_indices("rise").map(|(at, _)| at);
        let findings: Vec<Finding> =
            places.map(|at| finding(corpus, TextRange::new(at, at + 4))).collect();
        let quotations = quotations(corpus, &draft.raw, &findings);
        Some(Checked { findings, quotations })
    }
}

fn finding(corpus: &Corpus, range: TextRange) -> Finding {
    let fix = Fix {
        title: "Use the source's wording".to_owned(),
        applicability: Applicability::Safe,
        edits: vec![Edit { range, new_text: "raise".to_owned() }],
    };
    Finding {
        rule: "misquote",
        severity: Severity::Error,
        message: "Misquote: the source has “raise”, the draft “rise” (Tribune, line 3).".to_owned(),
        range,
        evidence: evidence(corpus, range).into_iter().collect(),
        fixes: vec![fix],
        fingerprint: format!("f{}", range.start),
    }
}

fn evidence(corpus: &Corpus, draft_range: TextRange) -> Option<Evidence> {
    let texts = corpus.sources().iter().map(|source| source.text());
    let (source, text) = texts.enumerate().find(|(_, text)| text.contains("We will not"))?;
    let start = text.find("We will not")?;
    let raise = text.find("raise")?;
    let part = |op, draft: &str, source: &str, draft_range, source_range| DiffPart {
        op,
        draft: draft.to_owned(),
        source: source.to_owned(),
        draft_range,
        source_range,
    };
    let diff = vec![
        part(DiffOp::Equal, "We will not ", "We will not ", draft_range, draft_range),
        part(DiffOp::Replace, "rise", "raise", draft_range, TextRange::new(raise, raise + 5)),
    ];
    Some(Evidence {
        source,
        range: TextRange::new(start, text.find(",\u{201d}")?),
        speaker: Some("Ada Moss".to_owned()),
        date: Some("2021-03-03".to_owned()),
        diff: Some(diff),
    })
}

fn quotations(corpus: &Corpus, raw: &str, findings: &[Finding]) -> Vec<JudgedQuotation> {
    let mut judged = Vec::new();
    let mut at = 0;
    while let Some(open) = raw[at..].find('“') {
        let start = at + open + '“'.len_utf8();
        let Some(length) = raw[start..].find('”') else { break };
        let range = TextRange::new(start, start + length);
        let faulty = findings.iter().find(|finding| range.contains_range(finding.range));
        let evidence = match faulty {
            Some(finding) => finding.evidence.clone(),
            None => verbatim(corpus, range.of(raw)).into_iter().collect(),
        };
        let verdict = match (faulty, evidence.is_empty()) {
            (Some(_), _) => Verdict::Altered,
            (None, false) => Verdict::Verified,
            (None, true) => Verdict::Unsourced,
        };
        judged.push(JudgedQuotation { range, speaker: None, verdict, evidence });
        at = start + length;
    }
    judged
}

fn verbatim(corpus: &Corpus, words: &str) -> Option<Evidence> {
    let texts = corpus.sources().iter().map(|source| source.text().find(words));
    let (source, start) = texts.enumerate().find_map(|(at, start)| Some((at, start?)))?;
    let range = TextRange::new(start, start + words.len());
    Some(Evidence { source, range, speaker: None, date: None, diff: None })
}

/// A server with fakes, quick to speak.
pub(crate) fn parts() -> Parts {
    with(Words::default(), Shelves::default())
}

/// A server with these fakes.
pub(crate) fn with(words: Words, shelves: Shelves) -> Parts {
    let options =
        Options { debounce: Duration::from_millis(20), hold: Duration::ZERO, ..Options::default() };
    Parts { checker: Arc::new(words), library: Arc::new(shelves), options }
}
