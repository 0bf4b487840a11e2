//! Bursts, cancels, replies that never come, panics: the server answers everything once and says
//! nothing stale.

use std::sync::atomic::Ordering;
use std::time::Duration;

use copydesk::server::Options;
use serde_json::{Value, json};

use crate::client::{Client, hover_params, rich};
use crate::fakes::{Shelves, Words, parts, with};

const URI: &str = "file:///desk/draft.md";

#[tokio::test(flavor = "multi_thread")]
async fn every_hover_in_a_burst_sees_every_earlier_edit() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open(URI, "“rise”").await;
    client.diagnostics(1).await;
    let mut asked = Vec::new();
    for version in 2..202 {
        // The quotation moves by one column with each edit.
        client.edit(URI, version, [(0, 0), (0, 0)], "x").await;
        asked.push(
            client.request("textDocument/hover", hover_params(URI, (0, version as u32))).await,
        );
    }
    for (moved, id) in (1..).zip(asked) {
        let answer = client.answer(id).await;
        assert_eq!(answer["result"]["range"]["start"]["character"], moved + 1, "{answer}");
    }
    let found = last_diagnostics(&mut client, 201).await;
    assert_eq!(found[0]["range"]["start"]["character"], 201);
    client.finish().await;
}

/// The diagnostics of `last`; what comes before is of ever newer versions.
async fn last_diagnostics(client: &mut Client, last: i64) -> Vec<Value> {
    let mut before = 0;
    loop {
        let told = client.told("textDocument/publishDiagnostics").await;
        let version = told["params"]["version"].as_i64().expect("a version");
        assert!(version > before, "{version} after {before}");
        before = version;
        if version == last {
            return told["params"]["diagnostics"].as_array().expect("a list").clone();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_burst_of_edits_is_checked_once_it_pauses() {
    let words = Words { slowness: Duration::from_millis(30), ..Words::default() };
    let finished = words.finished.clone();
    let mut parts = with(words, Shelves::default());
    parts.options.debounce = Duration::from_millis(120);
    let (mut client, _) = Client::ready(parts, rich()).await;
    client.open(URI, "").await;
    assert!(client.diagnostics(1).await.is_empty());
    for version in 2..102 {
        client.edit(URI, version, [(0, 0), (0, 0)], "rise ").await;
    }
    assert_eq!(client.diagnostics(101).await.len(), 100);
    // Once for the opening (or once more, where the sources came later), once for the burst.
    assert!(finished.load(Ordering::SeqCst) <= 3);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_check_is_given_up_for_a_new_one() {
    let words = Words { slowness: Duration::from_millis(400), ..Words::default() };
    let (begun, finished) = (words.begun.clone(), words.finished.clone());
    let (mut client, _) = Client::ready(with(words, Shelves::default()), rich()).await;
    client.open(URI, "a").await;
    while begun.load(Ordering::SeqCst) == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    client.edit(URI, 2, [(0, 0), (0, 0)], "rise").await;
    assert_eq!(client.diagnostics(2).await.len(), 1);
    assert_eq!(finished.load(Ordering::SeqCst), 1);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_published_twice() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open(URI, "rise\n").await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.edit(URI, 2, [(1, 0), (1, 0)], "and more").await;
    client.silence(Duration::from_millis(200)).await;
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn eight_cancelled_requests_are_answered_and_others_go_on() {
    let words = Words { slowness: Duration::from_millis(300), ..Words::default() };
    let (mut client, _) = Client::ready(with(words, Shelves::default()), rich()).await;
    client.open(URI, "“rise”").await;
    let mut asked = Vec::new();
    for _ in 0..8 {
        asked.push(client.request("textDocument/hover", hover_params(URI, (0, 2))).await);
    }
    let kept = client.request("textDocument/hover", hover_params(URI, (0, 2))).await;
    for id in &asked {
        client.notify("$/cancelRequest", json!({"id": id})).await;
    }
    for id in asked {
        let answer = client.answer(id).await;
        assert_eq!(answer["error"]["code"], -32800, "{answer}");
    }
    assert_ne!(client.answer(kept).await["result"], Value::Null);
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_that_never_comes_holds_nothing_up() {
    let mut capabilities = rich();
    capabilities["window"] = json!({"workDoneProgress": true});
    capabilities["workspace"]["configuration"] = json!(true);
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({"dynamicRegistration": true});
    let shelves = Shelves { slowness: Duration::from_millis(120), ..Shelves::default() };
    let (mut client, _) = Client::ready(with(Words::default(), shelves), capabilities).await;
    // Asked, never answered.
    client.told("workspace/configuration").await;
    client.told("client/registerCapability").await;
    client.told("window/workDoneProgress/create").await;
    client.open(URI, "“rise”").await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    for _ in 0..20 {
        assert_ne!(client.hover(URI, (0, 2)).await, Value::Null);
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_reply_does_no_harm() {
    let mut capabilities = rich();
    capabilities["workspace"]["configuration"] = json!(true);
    let (mut client, _) = Client::ready(parts(), capabilities).await;
    let asked = client.told("workspace/configuration").await;
    client.open(URI, "“rise”").await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.send(json!({"jsonrpc": "2.0", "id": asked["id"], "result": [{"debounce": 1}]})).await;
    // A second reply to the same request, and one to a request that nobody made.
    client.send(json!({"jsonrpc": "2.0", "id": asked["id"], "result": [{}]})).await;
    client.send(json!({"jsonrpc": "2.0", "id": 4711, "result": null})).await;
    assert_ne!(client.hover(URI, (0, 2)).await, Value::Null);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_costs_its_own_answer_only() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open(URI, "“rise” BOOM").await;
    client.wait_for_log("file", |line| line.contains("told to panic")).await;
    for _ in 0..3 {
        let id = client.request("textDocument/hover", hover_params(URI, (0, 2))).await;
        assert_eq!(client.answer(id).await["error"]["code"], -32603);
    }
    client.edit(URI, 2, [(0, 6), (0, 11)], "").await;
    assert_eq!(client.diagnostics(2).await.len(), 1);
    assert_ne!(client.hover(URI, (0, 2)).await, Value::Null);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_said_of_the_place_being_edited_for_a_while() {
    let mut parts = parts();
    parts.options = Options { hold: Duration::from_millis(600), ..parts.options };
    let (mut client, _) = Client::ready(parts, rich()).await;
    client.open(URI, "“rise”\n\nMoss said “we will” today.\n").await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    // The new fault stands in the quotation that is being edited; the old one stays.
    client.edit(URI, 2, [(2, 18), (2, 18)], " rise").await;
    client.silence(Duration::from_millis(200)).await;
    assert_eq!(client.diagnostics(2).await.len(), 2);
    // Who saves has finished.
    client.edit(URI, 3, [(2, 18), (2, 18)], " rise").await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    client.notify("textDocument/didSave", json!({"textDocument": {"uri": URI}})).await;
    let mut found = client.diagnostics(3).await;
    if found.len() == 1 {
        found = client.diagnostics(3).await;
    }
    assert_eq!(found.len(), 3);
    client.finish().await;
}
