//! The text the server holds, whatever the client counts in.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Client, counting_in, range_of, rich};
use crate::fakes::{Shelves, Words, parts, with};

const URI: &str = "file:///desk/draft.md";

#[tokio::test(flavor = "multi_thread")]
async fn columns_are_in_the_encoding_that_was_agreed() {
    // An emoji is 4 bytes, 2 UTF-16 units, 1 character; é with a combining mark is 3, 2, 2.
    for (encoding, column) in [("utf-8", 16), ("utf-16", 11), ("utf-32", 9)] {
        let (mut client, answer) = Client::ready(parts(), counting_in(encoding)).await;
        assert_eq!(answer["capabilities"]["positionEncoding"], encoding);
        client.open(URI, "a\r\nb\u{2028}😀😀e\u{301} אב").await;
        assert!(client.diagnostics(1).await.is_empty());
        let end = match encoding {
            "utf-8" => (1, 20),
            "utf-16" => (1, 11),
            _ => (1, 9),
        };
        client.edit(URI, 2, [end, end], " rise").await;
        let found = client.diagnostics(2).await;
        let start = found[0]["range"]["start"].clone();
        assert_eq!(start, json!({"line": 1, "character": end.1 + 1}), "{encoding} {column}");
        client.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn several_changes_in_one_message_apply_in_order() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open(URI, "one\ntwo\n").await;
    assert!(client.diagnostics(1).await.is_empty());
    let change = |range, text: &str| json!({"range": range_of(range), "text": text});
    client
        .notify(
            "textDocument/didChange",
            json!({"textDocument": {"uri": URI, "version": 2}, "contentChanges": [
                change([(0, 0), (1, 0)], "x\r\ny "),
                change([(1, 2), (1, 99)], "rise"),
                change([(9, 9), (9, 9)], " rise"),
            ]}),
        )
        .await;
    let found = client.diagnostics(2).await;
    let places: Vec<_> = found.iter().map(|it| it["range"]["start"].clone()).collect();
    assert_eq!(places[0], json!({"line": 1, "character": 2}));
    assert_eq!(places[1], json!({"line": 2, "character": 1}));
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_new_text_is_taken() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open(URI, "“rise”").await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client
        .notify(
            "textDocument/didChange",
            json!({"textDocument": {"uri": URI, "version": 7},
                   "contentChanges": [{"text": "nothing"}]}),
        )
        .await;
    assert!(client.diagnostics(7).await.is_empty());
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_takes_the_diagnostics_back() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open(URI, "rise").await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.notify("textDocument/didClose", json!({"textDocument": {"uri": URI}})).await;
    let told = client.told("textDocument/publishDiagnostics").await;
    assert_eq!(told["params"]["diagnostics"], json!([]));
    // Opened again, it is told again.
    client.open(URI, "rise").await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_is_no_draft() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open("file:///desk/sources/tribune.txt", "rise").await;
    client.silence(Duration::from_millis(150)).await;
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_opened_before_it_was_read_is_no_draft_in_the_end() {
    const SOURCE_URI: &str = "file:///desk/sources/tribune.txt";
    let shelves = Shelves { slowness: Duration::from_millis(300), ..Shelves::default() };
    let mut client = Client::start(with(Words::default(), shelves));
    let folders = json!([{"uri": "file:///desk", "name": "desk"}]);
    client.ask("initialize", json!({"capabilities": rich(), "workspaceFolders": folders})).await;
    client.notify("initialized", json!({})).await;
    client.open(SOURCE_URI, "“rise”").await;
    // Nothing is said of it while nobody knows what it is, nor once that is known.
    assert!(client.diagnostics(1).await.is_empty());
    client.silence(Duration::from_millis(600)).await;
    assert_eq!(client.hover(SOURCE_URI, (0, 2)).await, Value::Null);
    client.finish().await;
}
