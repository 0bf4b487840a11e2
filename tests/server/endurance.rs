//! Many messages, valid, malformed and out of order: everything is answered once, nothing hangs.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::client::{Client, hover_params, position_of, range_of, rich};
use crate::fakes::parts;

/// A small generator of numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = self.below(of.len() as u64);
        &of[at as usize]
    }

    fn place(&mut self) -> (u32, u32) {
        let number = |dice: &mut Self| dice.below(30) as u32;
        (number(self) / 5, number(self))
    }
}

const COMMANDS: [&str; 8] = [
    "copydesk.debugReport",
    "copydesk.accept",
    "copydesk.showSources",
    "copydesk.people",
    "copydesk.summary",
    "copydesk.source",
    "copydesk.find",
    "x",
];

const METHODS: [&str; 19] = [
    "codeAction/resolve",
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/references",
    "textDocument/documentHighlight",
    "textDocument/documentSymbol",
    "textDocument/codeAction",
    "textDocument/completion",
    "textDocument/documentLink",
    "textDocument/foldingRange",
    "textDocument/selectionRange",
    "textDocument/codeLens",
    "textDocument/inlayHint",
    "textDocument/semanticTokens/full",
    "textDocument/diagnostic",
    "workspace/symbol",
    "workspace/diagnostic",
    "workspace/executeCommand",
    "textDocument/sing",
];

const TEXTS: [&str; 8] = [
    "rise",
    "“We will rise” ",
    "\n\n",
    "😀e\u{301}",
    "“",
    "\r\n# Head\r\n",
    "אב",
    "”, Ada Moss said.",
];

fn request_params(dice: &mut Dice, uri: &str) -> Value {
    let mut params = hover_params(uri, dice.place());
    params["range"] = range_of([dice.place(), dice.place()]);
    params["positions"] = json!([position_of(dice.place())]);
    params["context"] = json!({"diagnostics": [], "includeDeclaration": true, "triggerKind": 1});
    params["query"] = json!(dice.pick(&TEXTS));
    params["previousResultIds"] = json!([]);
    params["command"] = json!(dice.pick(&COMMANDS));
    params["arguments"] = dice.pick(&[json!([]), json!([{"silent": true, "uri": uri}])]).clone();
    params["title"] = json!("Use the source's wording");
    params["kind"] = json!("quickfix");
    params["data"] = json!({"uri": uri, "version": dice.below(50), "range": params["range"]});
    // Some of the time a part is missing or wrong.
    if dice.below(8) == 0 {
        let key = *dice.pick(&["textDocument", "position", "range", "query", "context"]);
        params[key] = dice.pick(&[json!(null), json!(3), json!([])]).clone();
    }
    params
}

/// A notification that changes what the server works on, or makes no sense.
fn notification(dice: &mut Dice, uri: &str) -> (&'static str, Value) {
    let folder = json!([{"uri": "file:///else", "name": "else"}]);
    let settings = [
        json!(null),
        json!({}),
        json!({"copydesk": {"lsp": {"debounce": 1, "code-lens": true}}}),
        json!({"copydesk": {"rules": {"misquote": "sometimes"}, "sources": 3}}),
        json!([1]),
    ];
    let file = json!({"uri": "file:///desk/sources/tribune.txt", "type": 2});
    let document = json!({"textDocument": {"uri": uri}});
    let all = [
        ("textDocument/didSave", document.clone()),
        ("textDocument/didSave", json!({"textDocument": {"uri": "no address"}})),
        ("textDocument/didChange", json!({"textDocument": 1})),
        ("textDocument/didChange", json!([])),
        ("textDocument/didOpen", document),
        ("workspace/didChangeConfiguration", json!({"settings": dice.pick(&settings)})),
        ("workspace/didChangeConfiguration", json!(7)),
        ("workspace/didChangeWatchedFiles", json!({"changes": [file]})),
        ("workspace/didChangeWorkspaceFolders", json!({"event": {"added": folder, "removed": []}})),
        ("workspace/didChangeWorkspaceFolders", json!({"event": {"added": [], "removed": folder}})),
        ("window/workDoneProgress/cancel", json!({"token": "copydesk/reading/0"})),
        ("window/workDoneProgress/cancel", json!({})),
        ("initialized", json!({})),
        ("$/setTrace", json!({"value": "verbose"})),
        ("$/sing", json!(null)),
    ];
    dice.pick(&all).clone()
}

/// Bytes that are no message, or one that nobody asked for.
async fn rubbish(client: &mut Client, dice: &mut Dice) {
    match dice.below(6) {
        0 => client.send(json!({"jsonrpc": "2.0", "id": 99_999_999, "result": {}})).await,
        1 => client.send(json!({"jsonrpc": "1.0", "method": [], "id": null})).await,
        2 => client.send_raw(b"Content-Length: 5\r\n\r\n{\"a\":").await,
        3 => client.send_raw(b"Content-Length: x\r\nContent-Length: 2\r\n\r\n{}").await,
        4 => client.send_raw(b"Content-Length: 4\r\n\r\n\xff\xfe\x00\x80").await,
        _ => client.send(json!([{"jsonrpc": "2.0", "method": "exit"}])).await,
    }
}

/// An edit at a random place, which may lie nowhere; the version may be old where `disordered`.
async fn random_edit(client: &mut Client, dice: &mut Dice, uri: &str, version: i64) {
    let disordered = !uri.starts_with("file:") && dice.below(3) == 0;
    let version = if disordered { version - 7 } else { version };
    let (from, to) = (dice.place(), dice.place());
    let text = *dice.pick(&TEXTS);
    match dice.below(12) {
        0 => client.edit(uri, version, [(u32::MAX, 7), (0, u32::MAX)], text).await,
        1 => {
            let document = json!({"uri": uri, "version": version});
            let changes = json!([{"text": dice.pick(&TEXTS)}, {"range": range_of([from, from]), "text": text}]);
            let params = json!({"textDocument": document, "contentChanges": changes});
            client.notify("textDocument/didChange", params).await;
        }
        _ => client.edit(uri, version, [from.min(to), from.max(to)], text).await,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn random_messages_are_answered_once_each() {
    let count = std::env::var("COPYDESK_MESSAGES").ok().and_then(|it| it.parse().ok());
    let (mut client, _) = Client::ready(parts(), rich()).await;
    let mut dice = Dice(7);
    let mut version = 1;
    let mut asked = HashSet::new();
    let mut open = HashSet::new();
    let uris =
        ["file:///desk/a.md", "file:///desk/b.txt", "untitled:Untitled-1", "file:///else/c.tex"];
    for _ in 0..count.unwrap_or(4000) {
        let uri = *dice.pick(&uris);
        version += 1;
        match dice.below(20) {
            0 => {
                let document = json!({"uri": uri, "languageId": "markdown", "version": version,
                    "text": dice.pick(&TEXTS)});
                client.notify("textDocument/didOpen", json!({"textDocument": document})).await;
                open.insert(uri);
            }
            1 => {
                let document = json!({"textDocument": {"uri": uri}});
                client.notify("textDocument/didClose", document).await;
                open.remove(uri);
            }
            2 | 3 => {
                let (method, params) = notification(&mut dice, uri);
                client.notify(method, params).await;
            }
            4 | 5 => rubbish(&mut client, &mut dice).await,
            6 => {
                let id = asked.iter().next().copied().unwrap_or(0);
                client.notify("$/cancelRequest", json!({"id": id})).await;
            }
            7..=12 => random_edit(&mut client, &mut dice, uri, version).await,
            _ => {
                let params = request_params(&mut dice, uri);
                let method = *dice.pick(&METHODS);
                asked.insert(client.request(method, params).await);
            }
        }
        client.drain(&mut asked);
    }
    while !asked.is_empty() {
        client.one_answer(&mut asked).await;
    }
    client.forget_the_rest().await;
    // What was published last is what is so.
    for uri in open {
        let pulled =
            client.ask("textDocument/diagnostic", json!({"textDocument": {"uri": uri}})).await;
        let published = client.published.get(uri).map_or(json!([]), |(_, found)| found.clone());
        assert_eq!(pulled["items"], published, "{uri}");
    }
    // Still there, and still right.
    let uri = "file:///desk/last.md";
    client.open(uri, "“rise”").await;
    assert_ne!(client.hover(uri, (0, 2)).await, Value::Null);
    client.forget_the_rest().await;
    assert!(
        client.logs.iter().all(|line| !line.contains("an internal error")),
        "{:?}",
        client.logs.last()
    );
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_none_is_answered_with_an_error() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.send_raw(b"Content-Length: 5\r\n\r\n{\"a\":").await;
    let answer = client.error_without_request().await;
    assert_eq!(answer["error"]["code"], -32700);
    client.send(json!({"jsonrpc": "2.0", "id": 31, "method": 4})).await;
    assert_eq!(client.answer(31).await["error"]["code"], -32600);
    client.open("file:///desk/a.md", "“rise”").await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_of_two_megabytes_stays_usable() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    let uri = "file:///desk/long.md";
    // Without optimisation a quarter of it will do.
    let paragraphs = if cfg!(debug_assertions) { 9_000 } else { 36_000 };
    let text = "Nothing of note was said in the long hours of that day.\n\n".repeat(paragraphs);
    client.open(uri, &text).await;
    assert!(client.diagnostics(1).await.is_empty());
    client.edit(uri, 2, [(0, 0), (0, 0)], "“rise” ").await;
    assert_ne!(client.hover(uri, (0, 2)).await, Value::Null);
    assert_eq!(client.diagnostics(2).await.len(), 1);
    client.finish().await;
}
