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

const METHODS: [&str; 18] = [
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
    params["context"] = json!({"diagnostics": [], "includeDeclaration": true});
    params["query"] = json!(dice.pick(&TEXTS));
    params["previousResultIds"] = json!([]);
    params["command"] = json!(dice.pick(&["copydesk.debugReport", "copydesk.accept", "x"]));
    // Some of the time a part is missing or wrong.
    if dice.below(8) == 0 {
        let key = *dice.pick(&["textDocument", "position", "range", "query", "context"]);
        params[key] = dice.pick(&[json!(null), json!(3), json!([])]).clone();
    }
    params
}

#[tokio::test(flavor = "multi_thread")]
async fn random_messages_are_answered_once_each() {
    let count = std::env::var("COPYDESK_MESSAGES").ok().and_then(|it| it.parse().ok());
    let (mut client, _) = Client::ready(parts(), rich()).await;
    let mut dice = Dice(7);
    let mut version = 1;
    let mut asked = HashSet::new();
    let uris =
        ["file:///desk/a.md", "file:///desk/b.txt", "untitled:Untitled-1", "file:///else/c.tex"];
    for _ in 0..count.unwrap_or(4000) {
        let uri = *dice.pick(&uris);
        version += 1;
        match dice.below(20) {
            0 => {
                let text = dice.pick::<&str>(&TEXTS);
                client.open(uri, text).await;
            }
            1 => {
                client.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}})).await
            }
            2 => client.notify("textDocument/didSave", json!({"textDocument": {"uri": uri}})).await,
            3 => client.notify("textDocument/didChange", json!({"textDocument": 1})).await,
            4 => client.send(json!({"jsonrpc": "2.0", "id": 99_999_999, "result": {}})).await,
            5 => client.send(json!({"jsonrpc": "1.0", "method": [], "id": null})).await,
            6 => client.send_raw(b"Content-Length: 5\r\n\r\n{\"a\":").await,
            7 => {
                let id = asked.iter().next().copied().unwrap_or(0);
                client.notify("$/cancelRequest", json!({"id": id})).await;
            }
            8..=13 => {
                let (from, to) = (dice.place(), dice.place());
                let text = *dice.pick(&TEXTS);
                client.edit(uri, version, [from.min(to), from.max(to)], text).await;
            }
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
    // Still there, and still right.
    let uri = "file:///desk/last.md";
    client.open(uri, "“rise”").await;
    assert_ne!(client.hover(uri, (0, 2)).await, Value::Null);
    client.forget_the_rest().await;
    assert!(client.logs.iter().all(|line| !line.contains("internal error")), "{:?}", client.logs);
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
