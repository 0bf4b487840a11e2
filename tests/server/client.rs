//! A scripted client. Whoever drops it without [`Client::finish`], or with a message that no step
//! of the script took, has a failing test.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::Duration;

use copydesk::server::{self, Parts};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, WriteHalf};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinHandle;

/// How long a step waits before the test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// The other end of the server.
pub(crate) struct Client {
    to_server: Option<WriteHalf<DuplexStream>>,
    inbox: UnboundedReceiver<Value>,
    unread: VecDeque<Value>,
    /// What was published last of each document, while answers are drained: version, findings.
    pub(crate) published: HashMap<String, (Option<i64>, Value)>,
    /// Lines the server logged.
    pub(crate) logs: Vec<String>,
    server: Option<JoinHandle<bool>>,
    next_id: i64,
    finished: bool,
}

/// Capabilities of a client that takes everything the tests look at.
pub(crate) fn rich() -> Value {
    json!({
        "general": {"positionEncodings": ["utf-16"]},
        "workspace": {"workspaceEdit": {"documentChanges": true}},
        "textDocument": {
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": [""]}}},
        },
    })
}

/// `rich`, counting in `encoding`.
pub(crate) fn counting_in(encoding: &str) -> Value {
    let mut capabilities = rich();
    capabilities["general"]["positionEncodings"] = json!([encoding]);
    capabilities
}

impl Client {
    /// Starts a server of `parts`, without a word said.
    pub(crate) fn start(parts: Parts) -> Self {
        let (ours, theirs) = tokio::io::duplex(1 << 16);
        let (input, output) = tokio::io::split(theirs);
        let server = tokio::spawn(server::serve(input, output, parts));
        let (from_server, to_server) = tokio::io::split(ours);
        let (messages, inbox) = unbounded_channel();
        tokio::spawn(async move {
            let mut reader = BufReader::new(from_server);
            while let Some(message) = read_message(&mut reader).await {
                if messages.send(message).is_err() {
                    break;
                }
            }
        });
        Self {
            to_server: Some(to_server),
            inbox,
            unread: VecDeque::new(),
            published: HashMap::new(),
            logs: Vec::new(),
            server: Some(server),
            next_id: 0,
            finished: false,
        }
    }

    /// Starts a server in the folder `/desk` and shakes hands; the initialise answer comes too.
    pub(crate) async fn ready(parts: Parts, capabilities: Value) -> (Self, Value) {
        let mut client = Self::start(parts);
        let params = json!({
            "processId": null, "capabilities": capabilities, "rootUri": "file:///desk",
            "workspaceFolders": [{"uri": "file:///desk", "name": "desk"}],
        });
        let answer = client.ask("initialize", params).await;
        client.notify("initialized", json!({})).await;
        client.wait_for_log("file", |line| line.starts_with("/desk: ")).await;
        (client, answer)
    }

    pub(crate) async fn send_raw(&mut self, bytes: &[u8]) {
        let pipe = self.to_server.as_mut().expect("the pipe is open");
        pipe.write_all(bytes).await.expect("the server reads");
    }

    pub(crate) async fn send(&mut self, message: Value) {
        let body = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await;
    }

    pub(crate) async fn notify(&mut self, method: &str, params: Value) {
        self.send(json!({"jsonrpc": "2.0", "method": method, "params": params})).await;
    }

    /// Sends a request without waiting; its number.
    pub(crate) async fn request(&mut self, method: &str, params: Value) -> i64 {
        self.next_id += 1;
        let id = self.next_id;
        self.send(json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params})).await;
        id
    }

    /// Sends a request and waits for its result.
    pub(crate) async fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.request(method, params).await;
        let answer = self.answer(id).await;
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The whole answer to request `id`.
    pub(crate) async fn answer(&mut self, id: i64) -> Value {
        self.take(&format!("the answer to {id}"), |message| {
            message["id"] == id && message.get("method").is_none()
        })
        .await
    }

    /// The next notification or request of `method`.
    pub(crate) async fn told(&mut self, method: &str) -> Value {
        self.take(method, |message| message["method"] == method).await
    }

    /// The next diagnostics, which must be of `version`.
    pub(crate) async fn diagnostics(&mut self, version: i64) -> Vec<Value> {
        let told = self.told("textDocument/publishDiagnostics").await;
        assert_eq!(told["params"]["version"], version, "{told}");
        told["params"]["diagnostics"].as_array().expect("a list").clone()
    }

    pub(crate) async fn wait_for_log(&mut self, what: &str, is_it: impl Fn(&str) -> bool) {
        while !self.logs.iter().any(|line| is_it(line)) {
            let message = self.next(what).await;
            if message.get("copydesk").is_none() {
                self.unread.push_back(message);
            }
        }
    }

    /// Takes the first message that `is_it`; others wait for their own step.
    async fn take(&mut self, what: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&is_it) {
            return self.unread.remove(at).expect("it is there");
        }
        loop {
            let message = self.next(what).await;
            if is_it(&message) {
                return message;
            }
            self.unread.push_back(message);
        }
    }

    /// The next message; log lines are kept apart but count as messages.
    async fn next(&mut self, what: &str) -> Value {
        loop {
            let waiting = tokio::time::timeout(PATIENCE, self.inbox.recv()).await;
            let message =
                waiting.unwrap_or_else(|_| panic!("no {what}; unread: {:?}", self.unread));
            let message = message.unwrap_or_else(|| panic!("the server is gone before {what}"));
            if message["method"] != "window/logMessage" {
                return message;
            }
            self.logs.push(message["params"]["message"].as_str().expect("text").to_owned());
            if what == "file" {
                // The caller looks at the log itself.
                return json!({"copydesk": "log"});
            }
        }
    }

    /// Takes what has come: answers to `asked` once each, the rest aside.
    pub(crate) fn drain(&mut self, asked: &mut HashSet<i64>) {
        while let Ok(message) = self.inbox.try_recv() {
            self.sort(message, asked);
        }
    }

    /// Waits for one more message.
    pub(crate) async fn one_answer(&mut self, asked: &mut HashSet<i64>) {
        let waiting = tokio::time::timeout(PATIENCE, self.inbox.recv()).await;
        let message = waiting.unwrap_or_else(|_| panic!("never answered: {asked:?}"));
        self.sort(message.expect("the server lives"), asked);
    }

    fn sort(&mut self, message: Value, asked: &mut HashSet<i64>) {
        if message["method"] == "textDocument/publishDiagnostics" {
            self.note_published(&message["params"]);
        } else if message.get("method").is_some() {
            let text = message["params"]["message"].as_str();
            self.logs.extend(text.map(str::to_owned));
        } else if let Some(id) = message["id"].as_i64() {
            assert!(asked.remove(&id), "answered twice or never asked: {message}");
        }
    }

    /// Versions of a document only grow, however often it is closed and opened.
    fn note_published(&mut self, params: &Value) {
        let uri = params["uri"].as_str().expect("an address").to_owned();
        let version = params["version"].as_i64();
        let before = self.published.get(&uri).and_then(|(version, _)| *version);
        // What names no document on disk is used to send versions out of order.
        if let (Some(before), Some(version), true) = (before, version, uri.starts_with("file:")) {
            assert!(version >= before, "{uri}: {version} after {before}");
        }
        let kept = version.or(before);
        self.published.insert(uri, (kept, params["diagnostics"].clone()));
    }

    /// An error that answers no request.
    pub(crate) async fn error_without_request(&mut self) -> Value {
        self.take("an error", |message| message["id"].is_null() && message["error"].is_object())
            .await
    }

    /// Takes whatever still comes, until it is quiet.
    pub(crate) async fn forget_the_rest(&mut self) {
        self.unread.clear();
        let quiet = Duration::from_millis(400);
        while let Ok(Some(message)) = tokio::time::timeout(quiet, self.inbox.recv()).await {
            self.sort(message, &mut HashSet::new());
        }
    }

    /// Nothing comes for as long as `quiet`.
    pub(crate) async fn silence(&mut self, quiet: Duration) {
        assert!(self.unread.is_empty(), "left over: {:?}", self.unread);
        let waiting = tokio::time::timeout(quiet, self.next("silence")).await;
        assert!(waiting.is_err(), "unexpected: {waiting:?}");
    }

    pub(crate) async fn open(&mut self, uri: &str, text: &str) {
        let document = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document})).await;
    }

    /// Replaces what stands between two positions.
    pub(crate) async fn edit(
        &mut self,
        uri: &str,
        version: i64,
        range: [(u32, u32); 2],
        text: &str,
    ) {
        let change = json!({"range": range_of(range), "text": text});
        self.notify(
            "textDocument/didChange",
            json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]}),
        )
        .await;
    }

    pub(crate) async fn hover(&mut self, uri: &str, at: (u32, u32)) -> Value {
        self.ask("textDocument/hover", hover_params(uri, at)).await
    }

    /// Closes the input without a word; whether the server ended in order.
    pub(crate) async fn hang_up(mut self) -> bool {
        let mut pipe = self.to_server.take().expect("the pipe is open");
        pipe.shutdown().await.expect("the pipe closes");
        self.ended().await
    }

    /// Shuts the server down in order and fails on any message left over.
    pub(crate) async fn finish(mut self) {
        self.ask("shutdown", Value::Null).await;
        self.notify("exit", Value::Null).await;
        assert!(self.ended().await, "the server ended out of order");
    }

    /// Waits for the server's end (the input stays open).
    pub(crate) async fn ended(&mut self) -> bool {
        let server = self.server.take().expect("not ended before");
        let orderly = tokio::time::timeout(PATIENCE, server).await.expect("the server ends");
        while let Some(message) = self.inbox.recv().await {
            if message["method"] != "window/logMessage" {
                self.unread.push_back(message);
            }
        }
        assert!(self.unread.is_empty(), "left over: {:?}", self.unread);
        self.finished = true;
        orderly.expect("the server does not panic")
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(self.finished, "the script has no end");
        }
    }
}

pub(crate) fn hover_params(uri: &str, at: (u32, u32)) -> Value {
    json!({"textDocument": {"uri": uri}, "position": position_of(at)})
}

pub(crate) fn position_of(at: (u32, u32)) -> Value {
    json!({"line": at.0, "character": at.1})
}

pub(crate) fn range_of(range: [(u32, u32); 2]) -> Value {
    json!({"start": position_of(range[0]), "end": position_of(range[1])})
}

/// The next message of a stream; `None` at its end.
pub(crate) async fn read_message<R>(reader: &mut BufReader<R>) -> Option<Value>
where
    R: tokio::io::AsyncRead + Unpin,
{
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            header => {
                if let Some(value) = header.strip_prefix("Content-Length: ") {
                    length = value.parse().expect("a length");
                }
            }
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).await.ok()?;
    Some(serde_json::from_slice(&body).expect("the server writes JSON"))
}
