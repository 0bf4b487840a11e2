//! A writing session replayed: edits with requests between them, at 1,000 sources; from a
//! keystroke to its diagnostics, without the pause that the server waits for.

#![allow(clippy::print_stdout)] // Figures are what it is for.

mod common;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use copydesk::corpus::Corpus;
use copydesk::server::{Engine, Library, Options, Parts, Progress, Shelf, serve};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};

const SOURCES: usize = 1_000;
const WORDS: usize = 5_000;
const URI: &str = "file:///desk/draft.md";

struct Ready(Mutex<Option<Corpus>>);

impl Library for Ready {
    fn home_of(&self, file: &Path) -> Option<PathBuf> {
        file.parent().map(Path::to_owned)
    }

    fn read(&self, _: &Path, _: &Value, _: &mut dyn FnMut(Progress) -> bool) -> Shelf {
        let corpus = self.0.lock().ok().and_then(|mut corpus| corpus.take()).unwrap_or_default();
        Shelf { corpus: Arc::new(corpus), ..Shelf::default() }
    }
}

struct Session {
    to_server: tokio::io::WriteHalf<tokio::io::DuplexStream>,
    from_server: BufReader<tokio::io::ReadHalf<tokio::io::DuplexStream>>,
}

impl Session {
    async fn send(&mut self, message: Value) {
        let body = message.to_string();
        let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.to_server.write_all(frame.as_bytes()).await.expect("the server reads");
    }

    async fn next(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.from_server.read_line(&mut line).await.expect("the server writes");
            match line.trim_end().strip_prefix("Content-Length: ") {
                Some(value) => length = value.parse().expect("a length"),
                None if line.trim().is_empty() => break,
                None => {}
            }
        }
        let mut body = vec![0; length];
        self.from_server.read_exact(&mut body).await.expect("a body");
        serde_json::from_slice(&body).expect("JSON")
    }

    /// Waits for the diagnostics of `version`.
    async fn published(&mut self, version: i64) -> usize {
        loop {
            let message = self.next().await;
            let told = message["params"]["version"].as_i64();
            if let Some(told) = told {
                assert!(told <= version, "{told} is of the future");
            }
            if told == Some(version) {
                return message["params"]["diagnostics"].as_array().map_or(0, Vec::len);
            }
        }
    }
}

/// Kilobytes of memory in use, where the system tells.
fn memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    text.split(' ').nth(1)?.parse::<u64>().ok().map(|pages| pages * 4)
}

#[tokio::main]
async fn main() {
    let edits = std::env::var("COPYDESK_EDITS").ok().and_then(|it| it.parse().ok());
    let edits: i64 = edits.unwrap_or(3_000);
    let corpus = Corpus::build(common::sources(SOURCES, 5_000));
    let text = common::draft(&corpus, WORDS);
    let (ours, theirs) = tokio::io::duplex(1 << 20);
    let (input, output) = tokio::io::split(theirs);
    let options = Options { debounce: Duration::ZERO, hold: Duration::ZERO, ..Options::default() };
    let library = Arc::new(Ready(Mutex::new(Some(corpus))));
    let parts = Parts { checker: Arc::new(Engine), library, options };
    tokio::spawn(serve(input, output, parts));
    let (from_server, to_server) = tokio::io::split(ours);
    let mut session = Session { to_server, from_server: BufReader::new(from_server) };
    session
        .send(json!({"jsonrpc": "2.0", "id": 0, "method": "initialize",
        "params": {"capabilities": {}, "rootUri": "file:///desk"}}))
        .await;
    session.send(json!({"jsonrpc": "2.0", "method": "initialized", "params": {}})).await;
    while session.next().await["method"] != "window/logMessage" {}
    session
        .send(json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {
        "textDocument": {"uri": URI, "languageId": "plaintext", "version": 1, "text": text}}}))
        .await;
    session.published(1).await;
    let mut taken: Vec<Duration> = Vec::new();
    let mut start_memory = None;
    for version in 2..2 + edits {
        if version == 2 + edits / 10 {
            start_memory = memory();
        }
        let started = Instant::now();
        // A wrong weekday in the first line comes and goes, so that there is always news.
        let (end, new_text) =
            if version % 2 == 0 { (0, "Monday, 3 March 2021. ") } else { (22, "") };
        let range =
            json!({"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": end}});
        session
            .send(json!({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": {"uri": URI, "version": version},
            "contentChanges": [{"range": range, "text": new_text}]}}))
            .await;
        if version % 5 == 0 {
            session
                .send(json!({"jsonrpc": "2.0", "id": version, "method": "textDocument/hover",
                "params": {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 5}}}))
                .await;
        }
        session.published(version).await;
        taken.push(started.elapsed());
    }
    taken.sort();
    let at = |share: f64| taken[((taken.len() - 1) as f64 * share) as usize];
    println!("{edits} edits, {SOURCES} sources, a draft of {WORDS} words");
    println!(
        "keystroke to diagnostics: median {:.1?}, p99 {:.1?}, worst {:.1?}",
        at(0.5),
        at(0.99),
        at(1.0)
    );
    if let (Some(start), Some(end)) = (start_memory, memory()) {
        let change = (end as f64 / start as f64 - 1.0) * 100.0;
        println!("memory: {} MB, then {} MB ({change:+.1} %)", start / 1024, end / 1024);
    }
}
