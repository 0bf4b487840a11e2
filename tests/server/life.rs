//! Beginning and end.

use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Client, hover_params, rich};
use crate::fakes::{SOURCE, Shelves, Words, parts, with};

const URI: &str = "file:///desk/draft.md";

#[tokio::test(flavor = "multi_thread")]
async fn initialise_is_answered_at_once_and_answers_are_partial_meanwhile() {
    let shelves = Shelves { slowness: Duration::from_millis(500), ..Shelves::default() };
    let mut client = Client::start(with(Words::default(), shelves));
    let folders = json!([{"uri": "file:///desk", "name": "desk"}]);
    client.ask("initialize", json!({"capabilities": rich(), "workspaceFolders": folders})).await;
    client.notify("initialized", json!({})).await;
    client.open(URI, "“rise”").await;
    // No accusation while sources are being read, but an answer.
    assert!(client.diagnostics(1).await.is_empty());
    assert_ne!(client.hover(URI, (0, 2)).await, Value::Null);
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_read_can_be_asked_before_the_rest_is() {
    let texts = vec![("sources/tribune.txt", SOURCE), ("sources/other.txt", "x")];
    let shelves = Shelves { slowness: Duration::from_millis(400), texts, ..Shelves::default() };
    let mut client = Client::start(with(Words::default(), shelves));
    let folders = json!([{"uri": "file:///desk", "name": "desk"}]);
    client.ask("initialize", json!({"capabilities": rich(), "workspaceFolders": folders})).await;
    client.notify("initialized", json!({})).await;
    client.open(URI, "“We will not raise”, “rise”").await;
    let reading = json!({"command": "copydesk.summary", "arguments": []});
    loop {
        let card = client.hover(URI, (0, 2)).await["contents"]["value"].to_string();
        if card.contains("Verbatim") {
            break;
        }
        assert!(card.contains("Not found yet"), "{card}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let summary = client.ask("workspace/executeCommand", reading).await;
    assert_eq!(summary["reading"], json!({"read": 1, "total": 2}));
    assert!(client.diagnostics(1).await.is_empty());
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn progress_is_shown_and_can_be_cancelled() {
    let mut capabilities = rich();
    capabilities["window"] = json!({"workDoneProgress": true});
    let mut texts = vec![("sources/tribune.txt", SOURCE)];
    texts.extend((0..39).map(|_| ("sources/other.txt", "x")));
    let shelves = Shelves { slowness: Duration::from_millis(50), texts, ..Shelves::default() };
    let mut client = Client::start(with(Words::default(), shelves));
    let params = json!({"capabilities": capabilities, "rootUri": "file:///desk"});
    client.ask("initialize", params).await;
    client.notify("initialized", json!({})).await;
    let create = client.told("window/workDoneProgress/create").await;
    client.send(json!({"jsonrpc": "2.0", "id": create["id"], "result": null})).await;
    let begin = client.told("$/progress").await;
    assert_eq!(begin["params"]["value"]["kind"], "begin");
    let report = client.told("$/progress").await;
    assert_eq!(report["params"]["value"]["kind"], "report");
    let token = create["params"]["token"].clone();
    client.notify("window/workDoneProgress/cancel", json!({"token": token})).await;
    loop {
        let told = client.told("$/progress").await;
        assert_eq!(told["params"]["token"], token);
        if told["params"]["value"]["kind"] == "end" {
            let read = told["params"]["value"]["message"].as_str().unwrap().to_owned();
            assert!(read.contains("; stopped: ") && read.ends_with(" of 40 read"), "{read}");
            break;
        }
    }
    // What was read answers; what an unread source could refute is not told.
    client.open(URI, "“We will not raise”, “rise”").await;
    assert!(client.diagnostics(1).await.is_empty());
    let card = client.hover(URI, (0, 2)).await["contents"]["value"].to_string();
    assert!(card.contains("Verbatim"), "{card}");
    let run = |command: &str| json!({"command": command, "arguments": []});
    let health = client.ask("workspace/executeCommand", run("copydesk.showSources")).await;
    assert!(health.as_str().unwrap().contains("; stopped: "), "{health}");
    client.told("window/showMessage").await;
    // The rest is read when it is asked for.
    client.ask("workspace/executeCommand", run("copydesk.rereadSources")).await;
    let create = client.told("window/workDoneProgress/create").await;
    client.send(json!({"jsonrpc": "2.0", "id": create["id"], "result": null})).await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.forget_the_rest().await;
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_ends_the_server_while_the_input_stays_open() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.notify("exit", Value::Null).await;
    assert!(!client.ended().await, "without shutdown that is a failure");
}

/// lsp-mode for Emacs writes `{}` where there are no parameters.
#[tokio::test(flavor = "multi_thread")]
async fn shutdown_may_have_parameters() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    assert_eq!(client.ask("shutdown", json!({})).await, Value::Null);
    client.notify("exit", json!({})).await;
    assert!(client.ended().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn exit_right_behind_shutdown_still_gets_the_answer() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    let id = client.request("shutdown", Value::Null).await;
    client.notify("exit", Value::Null).await;
    client.answer(id).await;
    assert!(client.ended().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_input_ends_the_server() {
    let (client, _) = Client::ready(parts(), rich()).await;
    assert!(!client.hang_up().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_unknown_or_malformed_gets_an_error() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    let unknown = client.request("textDocument/sing", json!({})).await;
    assert_eq!(client.answer(unknown).await["error"]["code"], -32601);
    let malformed = client.request("textDocument/hover", json!({"position": "here"})).await;
    assert_eq!(client.answer(malformed).await["error"]["code"], -32602);
    client.notify("textDocument/didChange", json!({"x": 1})).await;
    client.notify("$/sing", json!({})).await;
    let nowhere = client.request("textDocument/hover", hover_params("file:///no.md", (0, 0))).await;
    assert_eq!(client.answer(nowhere).await["result"], Value::Null);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_works_before_initialise_and_after_shutdown() {
    let mut client = Client::start(parts());
    let early = client.request("textDocument/hover", hover_params(URI, (0, 0))).await;
    assert_eq!(client.answer(early).await["error"]["code"], -32002);
    client.ask("initialize", json!({"capabilities": {}})).await;
    client.ask("shutdown", Value::Null).await;
    let late = client.request("textDocument/hover", hover_params(URI, (0, 0))).await;
    assert_eq!(client.answer(late).await["error"]["code"], -32600);
    client.notify("exit", Value::Null).await;
    assert!(client.ended().await);
}
