//! A writing session replayed: edits with requests of every kind between them, at 1,000 sources.
//! Every answer must be for the version it was asked at, the published versions must only grow and
//! the last be final. Printed: from a keystroke to its diagnostics without the pause that the
//! server waits for, the time of each kind of request, and the memory at the beginning and the end.

#![allow(clippy::print_stdout, reason = "a benchmark prints")]

mod common;

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use common::Dice;
use copydesk::corpus::Corpus;
use copydesk::server::{Engine, Folders, Library, Options, Parts, Progress, Shelf, serve};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};

const SOURCES: usize = 1_000;
const WORDS: usize = 5_000;
const URI: &str = "file:///desk/draft.md";

/// The kinds of requests, in turn.
const KINDS: [&str; 12] = [
    "textDocument/hover",
    "textDocument/codeAction",
    "textDocument/completion",
    "textDocument/definition",
    "textDocument/documentSymbol",
    "textDocument/inlayHint",
    "textDocument/codeLens",
    "textDocument/semanticTokens/full",
    "textDocument/diagnostic",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/selectionRange",
];

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

/// What the first line is, behind as many letters as its version has: a date that cannot be, and a
/// quotation with a word too many.
struct Line {
    date: &'static str,
    quotation: String,
}

impl Line {
    fn text(&self, shift: usize) -> String {
        format!("{} {}. Moss said “{}”.", "x".repeat(shift), self.date, self.quotation)
    }

    /// The column of the quotation's first word.
    fn column(&self, shift: usize) -> usize {
        shift + 1 + self.date.len() + ". Moss said “".chars().count()
    }
}

/// A request that waits for its answer.
struct Asked {
    kind: &'static str,
    shift: usize,
    version: i64,
    at: Instant,
}

struct Session {
    to_server: tokio::io::WriteHalf<tokio::io::DuplexStream>,
    from_server: BufReader<tokio::io::ReadHalf<tokio::io::DuplexStream>>,
    line: Line,
    next_id: i64,
    asked: HashMap<i64, Asked>,
    taken: BTreeMap<&'static str, Vec<Duration>>,
    /// The version last published, and where each version's first line begins.
    published: i64,
    shifts: HashMap<i64, usize>,
}

impl Session {
    async fn send(&mut self, message: Value) {
        let body = message.to_string();
        let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.to_server.write_all(frame.as_bytes()).await.expect("the server reads");
    }

    async fn notify(&mut self, method: &str, params: Value) {
        self.send(json!({"jsonrpc": "2.0", "method": method, "params": params})).await;
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

    async fn ask(&mut self, kind: &'static str, version: i64) {
        let shift = self.shifts[&version];
        let column = self.line.column(shift);
        let position = json!({"line": 0, "character": column + 2});
        let line = json!({"start": {"line": 0, "character": 0},
            "end": {"line": 0, "character": column + 2}});
        let mut params = json!({"textDocument": {"uri": URI}, "position": position});
        params["context"] =
            json!({"diagnostics": [], "includeDeclaration": true, "triggerKind": 1});
        params["range"] = line;
        params["positions"] = json!([position]);
        self.next_id += 1;
        let id = self.next_id;
        self.asked.insert(id, Asked { kind, shift, version, at: Instant::now() });
        self.send(json!({"jsonrpc": "2.0", "id": id, "method": kind, "params": params})).await;
    }

    /// Takes the next message in.
    async fn step(&mut self) {
        let message = self.next().await;
        if message["method"] == "textDocument/publishDiagnostics" {
            let version = message["params"]["version"].as_i64().expect("a version");
            assert!(version >= self.published, "{version} after {}", self.published);
            self.published = version;
            let shift = self.shifts[&version];
            check_diagnostics(&message["params"]["diagnostics"], &self.line, shift, version);
        } else if let Some(id) = message["id"].as_i64() {
            let asked = self.asked.remove(&id).expect("asked, and answered once");
            self.taken.entry(asked.kind).or_default().push(asked.at.elapsed());
            assert!(message.get("error").is_none(), "{}: {message}", asked.kind);
            check_answer(&message["result"], &asked, &self.line);
        }
    }

    /// Waits for the line of the log that says that the folder at `root` was read.
    async fn until_read(&mut self, root: &str) {
        loop {
            let message = self.next().await;
            let line = message["params"]["message"].as_str().unwrap_or_default();
            if message["method"] == "window/logMessage" && line.starts_with(root) {
                return;
            }
        }
    }

    async fn edit(&mut self, version: i64, changes: Value) {
        let document = json!({"uri": URI, "version": version});
        let params = json!({"textDocument": document, "contentChanges": changes});
        self.notify("textDocument/didChange", params).await;
    }

    /// How long the answer to a request of `kind` at `version` takes, else its diagnostics; both
    /// have come afterwards.
    async fn wait(&mut self, version: i64, kind: Option<&'static str>) -> Duration {
        let begun = Instant::now();
        if let Some(kind) = kind {
            self.ask(kind, version).await;
            while !self.asked.is_empty() {
                self.step().await;
            }
        }
        let answered = begun.elapsed();
        self.until_published(version).await;
        if kind.is_some() { answered } else { begun.elapsed() }
    }

    /// Waits until the diagnostics of `version` have come.
    async fn until_published(&mut self, version: i64) {
        while self.published < version {
            self.step().await;
        }
    }
}

/// The diagnostics of the first line stand where that line has them at this version.
fn check_diagnostics(found: &Value, line: &Line, shift: usize, version: i64) {
    let dates = found.as_array().expect("a list").iter();
    let mut dates = dates.filter(|it| it["code"] == "wrong-weekday");
    let start = &dates.next().expect("the date that cannot be")["range"]["start"];
    assert_eq!(start["character"], shift + 1, "version {version}, {}", line.date);
}

/// The answer is one for the version at which it was asked.
fn check_answer(result: &Value, asked: &Asked, line: &Line) {
    let words = json!({"line": 0, "character": line.column(asked.shift)});
    let about = format!("{} at version {}: {result}", asked.kind, asked.version);
    match asked.kind {
        "textDocument/hover" => assert_eq!(result["range"]["start"], words, "{about}"),
        "textDocument/codeAction" => {
            let edit = &result[0]["edit"]["documentChanges"][0];
            assert_eq!(edit["textDocument"]["version"], asked.version, "{about}");
        }
        "textDocument/completion" => {
            let items = result["items"].as_array().expect("a list");
            let starts = |item: &Value| item["textEdit"]["range"]["start"] == words;
            assert!(items.iter().all(starts), "{about}");
        }
        "textDocument/documentSymbol" => {
            let first = &result[0]["location"]["range"]["start"]["character"];
            assert!(
                first.as_u64().is_some_and(|at| at as usize <= line.column(asked.shift)),
                "{about}"
            );
        }
        "textDocument/semanticTokens/full" => {
            assert_eq!(result["data"][1], line.column(asked.shift), "{about}");
        }
        "textDocument/diagnostic" => {
            check_diagnostics(&result["items"], line, asked.shift, asked.version);
        }
        "textDocument/references" => {
            let own = result.as_array().expect("a list").iter();
            let mut own = own.filter(|place| place["uri"] == URI);
            assert_eq!(own.next().expect("itself")["range"]["start"], words, "{about}");
        }
        "textDocument/documentHighlight" | "textDocument/selectionRange" => {
            assert_eq!(result[0]["range"]["start"], words, "{about}");
        }
        _ => assert!(!result.is_null(), "{about}"),
    }
}

fn change(line: usize, from: usize, to: usize, text: &str) -> Value {
    json!({"range": {"start": {"line": line, "character": from},
        "end": {"line": line, "character": to}}, "text": text})
}

/// Kilobytes of memory in use, where the system tells.
fn memory() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    text.split(' ').nth(1)?.parse::<u64>().ok().map(|pages| pages * 4)
}

/// Starts the server with `library` in the folder at `root`, and waits until its sources are read.
async fn start(library: Arc<dyn Library>, root: &str, line: Line) -> Session {
    let (ours, theirs) = tokio::io::duplex(1 << 20);
    let (input, output) = tokio::io::split(theirs);
    let options = Options {
        debounce: Duration::ZERO,
        hold: Duration::ZERO,
        inlay_hints: true,
        code_lens: true,
        semantic_tokens: true,
        ..Options::default()
    };
    let parts = Parts { checker: Arc::new(Engine), library, options };
    tokio::spawn(serve(input, output, parts));
    let (from_server, to_server) = tokio::io::split(ours);
    let mut session = Session {
        to_server,
        from_server: BufReader::new(from_server),
        line,
        next_id: 0,
        asked: HashMap::new(),
        taken: BTreeMap::new(),
        published: 0,
        shifts: HashMap::from([(1, 0)]),
    };
    let capabilities = json!({
        "workspace": {"workspaceEdit": {"documentChanges": true}},
        "textDocument": {
            "hover": {"contentFormat": ["markdown"]},
            "publishDiagnostics": {"relatedInformation": true},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": [""]}}},
        },
    });
    let params = json!({"capabilities": capabilities, "rootUri": format!("file://{root}")});
    session
        .send(json!({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": params}))
        .await;
    session.notify("initialized", json!({})).await;
    session.until_read(root).await;
    session
}

fn report(name: &str, taken: &mut [Duration]) {
    taken.sort();
    let at = |share: f64| taken[((taken.len() - 1) as f64 * share) as usize];
    println!(
        "{name:34} {:6} times: median {:>8.1?}, p99 {:>8.1?}, worst {:>8.1?}",
        taken.len(),
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

/// How long a draft of 2 MB makes one wait: for its first diagnostics, after an edit for a hover,
/// a completion and the diagnostics, and how long a burst of edits keeps the server busy.
async fn long_draft(session: &mut Session, corpus: &Corpus) {
    let mut text = format!("{}\n\n", session.line.text(0));
    let piece = common::draft(corpus, WORDS);
    while text.len() < 2 << 20 {
        text += &piece;
    }
    let mut timed = Vec::new();
    let version = session.published + 1;
    session.shifts.insert(version, 0);
    let whole = json!([{ "text": text }]);
    session.edit(version, whole).await;
    timed.push(("opened to diagnostics", session.wait(version, None).await));
    for (at, kind) in ["textDocument/completion", "textDocument/hover"].into_iter().enumerate() {
        let version = version + 1 + at as i64;
        session.shifts.insert(version, at + 1);
        session.edit(version, json!([change(0, 0, 0, "x")])).await;
        timed.push((kind, session.wait(version, Some(kind)).await));
    }
    let first = session.published + 1;
    for version in first..first + 30 {
        session.shifts.insert(version, session.shifts[&(version - 1)] + 1);
        session.edit(version, json!([change(0, 0, 0, "x")])).await;
    }
    timed.push(("30 edits to the last diagnostics", session.wait(first + 29, None).await));
    println!("a draft of {} MB", text.len() >> 20);
    for (what, took) in timed {
        println!("{what:34} {took:.1?}");
    }
}

/// A folder of the same sources on disk: how long its first reading takes, and a reading after one
/// source or the configuration has changed.
async fn real_folder(corpus: &Corpus) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("desk");
    std::fs::create_dir_all(root.join("sources")).expect("a folder");
    for source in corpus.sources() {
        std::fs::write(root.join(&source.path), source.text()).expect("a file");
    }
    let library = Folders::new(Vec::new(), None).caching_in(folder.path().join("cache"));
    let line = Line { date: "Monday, 3 March 2021", quotation: String::new() };
    let (root, begun) = (root.to_string_lossy().into_owned(), Instant::now());
    let mut session = start(Arc::new(library), &root, line).await;
    println!("{SOURCES} files, first read                {:.1?}", begun.elapsed());
    let changed = format!("{root}/{}", corpus.sources()[7].path);
    for (path, text) in [
        (changed, "“We came too late for that,” Ada Moss said.\n"),
        (format!("{root}/copydesk.toml"), "[rules]\nmisquote = \"warning\"\n"),
    ] {
        let begun = Instant::now();
        std::fs::write(&path, text).expect("a file");
        let changes = json!({"changes": [{"uri": format!("file://{path}"), "type": 2}]});
        session.notify("workspace/didChangeWatchedFiles", changes).await;
        session.until_read(&root).await;
        let took = begun.elapsed();
        let name = path.rsplit('/').next().unwrap_or_default();
        println!("read again after {name:17} {took:.1?}, 150 ms of it waiting for files to rest");
    }
}

#[tokio::main]
async fn main() {
    let edits = std::env::var("COPYDESK_EDITS").ok().and_then(|it| it.parse().ok());
    let edits: i64 = edits.unwrap_or(3_000);
    let corpus = Corpus::build(common::sources(SOURCES, 5_000));
    let longest = common::quotations(&corpus, 40).into_iter().max_by_key(String::len);
    let words = longest.expect("a quotation");
    let quotation = words.replacen(' ', " never ", 1);
    let line = Line { date: "Monday, 3 March 2021", quotation };
    let text = format!("{}\n\n{}", line.text(0), common::draft(&corpus, WORDS));
    let lines = text.lines().count();
    let ready = Arc::new(Ready(Mutex::new(Some(corpus.clone()))));
    let mut session = start(ready, "/desk", line).await;
    let document = json!({"uri": URI, "languageId": "markdown", "version": 1, "text": text});
    session.notify("textDocument/didOpen", json!({"textDocument": document})).await;
    session.until_published(1).await;
    let (mut dice, mut shift, mut used) = (Dice(11), 0, Vec::new());
    let (mut taken, mut bursts) = (Vec::new(), Vec::new());
    let mut asked = 0;
    for version in 2..2 + edits {
        if (version - 2) % (edits / 10).max(1) == 0 && version > 2 {
            used.extend(memory());
        }
        // The first line grows and shrinks; elsewhere words come and go.
        let grows = (version / 40) % 2 == 0 || shift == 0;
        let mut changes = vec![if grows { change(0, 0, 0, "x") } else { change(0, 0, 1, "") }];
        shift = if grows { shift + 1 } else { shift - 1 };
        if version % 7 == 0 {
            let line = 2 + 2 * dice.below(lines / 2 - 2);
            changes.push(change(line, 0, 0, "So "));
            if version % 2 == 0 {
                changes.push(change(line, 0, 3, ""));
            }
        }
        session.shifts.insert(version, shift);
        let begun = Instant::now();
        session.edit(version, Value::Array(changes)).await;
        for kind in 0..2 {
            let kind = KINDS[(version as usize * 2 + kind) % KINDS.len()];
            session.ask(kind, version).await;
            asked += 1;
        }
        // Now and then a burst, of which only the end is waited for.
        if version % 50 >= 5 || version == 1 + edits {
            session.until_published(version).await;
            let after_burst = version % 50 == 5;
            let of = if after_burst { &mut bursts } else { &mut taken };
            of.push(begun.elapsed());
        }
    }
    while !session.asked.is_empty() {
        session.step().await;
    }
    assert_eq!(session.published, 1 + edits, "the last version is the final one");
    println!("{edits} edits, {asked} requests, {SOURCES} sources, a draft of {WORDS} words");
    report("keystroke to diagnostics", &mut taken);
    if !bursts.is_empty() {
        report("the same behind a burst of six", &mut bursts);
    }
    for (kind, taken) in &mut session.taken {
        report(kind, taken);
    }
    used.extend(memory());
    if let (Some(start), Some(end)) = (used.first(), used.last()) {
        let change = (*end as f64 / *start as f64 - 1.0) * 100.0;
        let used: Vec<u64> = used.iter().map(|kilobytes| kilobytes / 1024).collect();
        println!("memory in MB, after each tenth: {used:?} ({change:+.1} %)");
    }
    long_draft(&mut session, &corpus).await;
    real_folder(&corpus).await;
}
