//! Diagnostics that the client asks for.

use serde_json::{Value, json};
use std::time::Duration;

use crate::client::{Client, rich};
use crate::fakes::{Shelves, Words, parts, with};

const URI: &str = "file:///desk/draft.md";

fn pulling() -> Value {
    let mut capabilities = rich();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({"refreshSupport": true});
    capabilities
}

async fn pull(client: &mut Client, known: Option<&Value>) -> Value {
    let mut params = json!({"textDocument": {"uri": URI}});
    if let Some(known) = known {
        params["previousResultId"] = known.clone();
    }
    client.ask("textDocument/diagnostic", params).await
}

/// Answers the server's wish to be asked again.
async fn refreshed(client: &mut Client) {
    let asked = client.told("workspace/diagnostic/refresh").await;
    client.send(json!({"jsonrpc": "2.0", "id": asked["id"], "result": null})).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_pulls_is_not_pushed_to() {
    let (mut client, answer) = Client::ready(parts(), pulling()).await;
    assert_eq!(answer["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"], true);
    refreshed(&mut client).await;
    client.open(URI, "“rise”").await;
    let first = pull(&mut client, None).await;
    assert_eq!(first["kind"], "full");
    assert_eq!(first["items"][0]["code"], "misquote");
    let second = pull(&mut client, Some(&first["resultId"])).await;
    assert_eq!(second, json!({"kind": "unchanged", "resultId": first["resultId"]}));
    client.edit(URI, 2, [(0, 0), (0, 0)], "x").await;
    let third = pull(&mut client, Some(&first["resultId"])).await;
    assert_eq!(third["items"][0]["range"]["start"]["character"], 2);
    client.silence(Duration::from_millis(150)).await;
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cannot_be_asked_to_pull_again_is_pushed_to() {
    let mut capabilities = pulling();
    capabilities["workspace"]["diagnostics"] = json!({});
    let (mut client, answer) = Client::ready(parts(), capabilities).await;
    assert!(answer["capabilities"].get("diagnosticProvider").is_none());
    client.open(URI, "“rise”").await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_place_being_edited_is_asked_for_again_later() {
    let mut parts = parts();
    parts.options.hold = Duration::from_millis(200);
    let (mut client, _) = Client::ready(parts, pulling()).await;
    refreshed(&mut client).await;
    client.open(URI, "“we will” ").await;
    client.edit(URI, 2, [(0, 1), (0, 1)], "rise ").await;
    assert_eq!(pull(&mut client, None).await["items"], json!([]));
    refreshed(&mut client).await;
    assert_eq!(pull(&mut client, None).await["items"].as_array().unwrap().len(), 1);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_workspace_can_be_asked_for() {
    let drafts = vec![("/desk/a.md", "“rise”"), ("/desk/b.md", "x"), ("/desk/draft.md", "old")];
    let shelves = Shelves { drafts, ..Shelves::default() };
    let (mut client, _) = Client::ready(with(Words::default(), shelves), pulling()).await;
    refreshed(&mut client).await;
    client.open(URI, "“rise rise”").await;
    let all = client.ask("workspace/diagnostic", json!({"previousResultIds": []})).await;
    let items = all["items"].as_array().unwrap();
    let counts: Vec<_> = items
        .iter()
        .map(|item| (item["uri"].as_str().unwrap(), item["items"].as_array().unwrap().len()))
        .collect();
    assert_eq!(
        counts,
        [("file:///desk/a.md", 1), ("file:///desk/b.md", 0), ("file:///desk/draft.md", 2)]
    );
    assert_eq!((&items[0]["version"], &items[2]["version"]), (&Value::Null, &json!(1)));
    let known: Vec<Value> =
        items.iter().map(|item| json!({"uri": item["uri"], "value": item["resultId"]})).collect();
    let again = client.ask("workspace/diagnostic", json!({"previousResultIds": known})).await;
    assert!(again["items"].as_array().unwrap().iter().all(|item| item["kind"] == "unchanged"));
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_source_is_read_again_and_asked_for() {
    let (mut client, _) = Client::ready(parts(), pulling()).await;
    refreshed(&mut client).await;
    for path in ["sources/new.txt", "sources/tribune.txt"] {
        let uri = format!("file:///desk/{path}");
        let changes = json!({"changes": [{"uri": uri, "type": 2}]});
        client.notify("workspace/didChangeWatchedFiles", changes).await;
    }
    // One reading for the burst.
    refreshed(&mut client).await;
    let changes = json!({"changes": [{"uri": "file:///desk/other.txt", "type": 2}]});
    client.notify("workspace/didChangeWatchedFiles", changes).await;
    client.silence(Duration::from_millis(400)).await;
    client.finish().await;
}
