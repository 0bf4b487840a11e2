//! Life in real folders: what is a draft, several folders, sources elsewhere, files that come, go
//! and change, settings from everywhere.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{Client, rich};
use crate::desk::{Desk, uri_of};

const WORDS: &str = "We will not raise the harbour levy before the winter";

fn source(words: &str) -> String {
    format!("“{words},” Ada Moss told the council on Tuesday.\n")
}

/// A draft with one word wrong.
fn faulty() -> String {
    format!("Moss said “{}”.\n", WORDS.replace("raise", "rise"))
}

/// Tells the server that files changed, as an editor does.
async fn changed(client: &mut Client, desk: &Desk, names: &[&str]) {
    let changes: Vec<Value> =
        names.iter().map(|name| json!({"uri": desk.uri(name), "type": 2})).collect();
    client.notify("workspace/didChangeWatchedFiles", json!({"changes": changes})).await;
}

async fn quiet(client: &mut Client) {
    client.silence(Duration::from_millis(250)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_configuration_excludes_is_no_draft() {
    let desk = Desk::new(&[
        ("sources/a.txt", &source(WORDS)),
        ("copydesk.toml", "drafts = [\"*.md\"]\nexclude = [\"old/\"]\n"),
    ]);
    let mut client = desk.client(rich()).await;
    for name in ["notes.txt", "old/a.md", "copydesk.toml", "sources/new.md"] {
        client.open(&desk.uri(name), &faulty()).await;
        assert_eq!(client.hover(&desk.uri(name), (0, 15)).await, Value::Null, "{name}");
    }
    quiet(&mut client).await;
    client.open(&desk.uri("a.md"), &faulty()).await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    // Another configuration counts at once, without a restart.
    desk.write("copydesk.toml", "drafts = [\"*.txt\"]\n");
    changed(&mut client, &desk, &["copydesk.toml"]).await;
    for _ in 0..2 {
        let told = client.told("textDocument/publishDiagnostics").await["params"].clone();
        let expected = usize::from(told["uri"] == desk.uri("notes.txt").as_str());
        assert_eq!(told["diagnostics"].as_array().map(Vec::len), Some(expected), "{told}");
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_quotes_without_sources_is_asked_once() {
    let desk = Desk::new(&[("draft.md", "")]);
    let mut client = desk.client(rich()).await;
    client.open(&desk.uri("plain.md"), "Nothing is quoted here.\n").await;
    assert!(client.diagnostics(1).await.is_empty());
    quiet(&mut client).await;
    client.open(&desk.uri("draft.md"), &faulty()).await;
    assert!(client.diagnostics(1).await.is_empty());
    let asked = client.told("window/showMessageRequest").await;
    let answers = asked["params"]["actions"].clone();
    assert_eq!(answers[0]["title"], "Write copydesk.toml");
    let answer = answers[0].clone();
    client.send(json!({"jsonrpc": "2.0", "id": asked["id"], "result": answer})).await;
    let told = client.told("window/showMessage").await;
    assert!(told["params"]["message"].as_str().unwrap().contains("copydesk.toml was written"));
    assert!(desk.root().join("copydesk.toml").is_file());
    // Now the sources come, and all is as it should be.
    desk.write("sources/a.txt", &source(WORDS));
    changed(&mut client, &desk, &["sources/a.txt"]).await;
    let found = client.told("textDocument/publishDiagnostics").await;
    assert_eq!(found["params"]["diagnostics"].as_array().map(Vec::len), Some(1));
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_answer_is_never_asked_again() {
    let desk = Desk::new(&[("draft.md", "")]);
    let mut client = desk.client(rich()).await;
    client.open(&desk.uri("draft.md"), &faulty()).await;
    assert!(client.diagnostics(1).await.is_empty());
    client.told("window/showMessageRequest").await;
    client.open(&desk.uri("other.md"), &faulty()).await;
    assert!(client.diagnostics(1).await.is_empty());
    quiet(&mut client).await;
    client.finish().await;
    let mut client = desk.client(rich()).await;
    client.open(&desk.uri("draft.md"), &faulty()).await;
    assert!(client.diagnostics(1).await.is_empty());
    quiet(&mut client).await;
    client.finish().await;
    // A file that no folder of the client holds is nobody's project.
    let lone = Desk::new(&[("draft.md", "")]);
    let mut client = Client::start(lone.parts());
    client.ask("initialize", json!({"capabilities": rich()})).await;
    client.notify("initialized", json!({})).await;
    client.open(&lone.uri("draft.md"), &faulty()).await;
    assert!(client.diagnostics(1).await.is_empty());
    quiet(&mut client).await;
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_folder_has_its_own_sources_and_settings() {
    let here = Desk::new(&[("sources/a.txt", &source(WORDS))]);
    let there = Desk::new(&[
        ("refs/a.txt", &source(&WORDS.replace("raise", "rise"))),
        ("copydesk.toml", "[rules]\nunsourced-quote = \"error\"\n"),
    ]);
    let mut client = here.client(rich()).await;
    let added = json!([{"uri": uri_of(&there.root()), "name": "there"}]);
    let event = json!({"event": {"added": added, "removed": []}});
    client.notify("workspace/didChangeWorkspaceFolders", event).await;
    let read = format!("{}: ", there.root().display());
    client.wait_for_log("file", |line| line.starts_with(&read)).await;
    client.open(&here.uri("a.md"), &faulty()).await;
    assert_eq!(client.diagnostics(1).await[0]["code"], "misquote");
    client.open(&there.uri("a.md"), &faulty()).await;
    assert!(client.diagnostics(1).await.is_empty());
    let other = "Moss said “The ferry across the bay will run every day in summer”.\n";
    for (desk, severity) in [(&here, 3), (&there, 1)] {
        client.open(&desk.uri("b.md"), other).await;
        assert_eq!(client.diagnostics(1).await[0]["severity"], severity);
    }
    // A folder that is taken away takes its drafts' findings along.
    let removed = json!([{"uri": uri_of(&there.root()), "name": "there"}]);
    for name in ["a.md", "b.md"] {
        let document = json!({"textDocument": {"uri": there.uri(name)}});
        client.notify("textDocument/didClose", document).await;
    }
    assert!(
        client.told("textDocument/publishDiagnostics").await["params"]["diagnostics"] == json!([])
    );
    let event = json!({"event": {"added": [], "removed": removed}});
    client.notify("workspace/didChangeWorkspaceFolders", event).await;
    let params = json!({"command": "copydesk.showSources", "arguments": [{"silent": true}]});
    let listed = client.ask("workspace/executeCommand", params).await;
    assert_eq!(listed["folders"].as_array().map(Vec::len), Some(1));
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_a_workspace_finds_the_sources_above_it() {
    let desk = Desk::new(&[("sources/a.txt", &source(WORDS))]);
    let mut client = Client::start(desk.parts());
    client.ask("initialize", json!({"capabilities": rich()})).await;
    client.notify("initialized", json!({})).await;
    desk.write("chapters/one/a.md", "");
    client.open(&desk.uri("chapters/one/a.md"), &faulty()).await;
    let found =
        client.told("textDocument/publishDiagnostics").await["params"]["diagnostics"].clone();
    let found = match found.as_array().map(Vec::len) {
        Some(0) => client.diagnostics(1).await,
        _ => found.as_array().cloned().unwrap_or_default(),
    };
    assert_eq!(found[0]["code"], "misquote");
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sources_outside_the_workspace_are_watched_by_the_server() {
    let desk = Desk::new(&[
        ("../shared/a.txt", &source(WORDS)),
        ("copydesk.toml", "sources = [\"../shared\"]\n"),
    ]);
    let mut capabilities = rich();
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({"dynamicRegistration": true});
    let mut client = desk.client(capabilities).await;
    let registered = client.told("client/registerCapability").await;
    client.send(json!({"jsonrpc": "2.0", "id": registered["id"], "result": null})).await;
    client.open(&desk.uri("a.md"), &faulty()).await;
    let found = client.diagnostics(1).await;
    let shared = desk.root().parent().unwrap().join("shared/a.txt");
    let place = &found[0]["relatedInformation"][0]["location"]["uri"];
    assert_eq!(*place, uri_of(&shared).as_str());
    // The source itself, when opened, is no draft.
    client.open(&uri_of(&shared), &faulty()).await;
    quiet(&mut client).await;
    desk.write("../shared/a.txt", &source(&WORDS.replace("raise", "rise")));
    assert!(client.diagnostics(1).await.is_empty());
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sources_that_are_renamed_deleted_and_rewritten_count_as_they_are() {
    let desk = Desk::new(&[("sources/a.txt", &source(WORDS)), ("sources/b.txt", "Nothing.\n")]);
    let mut client = desk.client(rich()).await;
    client.open(&desk.uri("a.md"), &faulty()).await;
    assert_eq!(client.diagnostics(1).await[0]["code"], "misquote");
    let path = |name: &str| desk.root().join("sources").join(name);
    std::fs::rename(path("a.txt"), path("c.txt")).unwrap();
    let renamed = client.diagnostics(1).await;
    let place = renamed[0]["relatedInformation"][0]["location"]["uri"].as_str().unwrap();
    assert!(place.ends_with("/c.txt"), "{place}");
    std::fs::remove_file(path("c.txt")).unwrap();
    assert_eq!(client.diagnostics(1).await[0]["code"], "unsourced-quote");
    // Written in two halves, with a pause between.
    let whole = source(&WORDS.replace("raise", "rise"));
    let (first, second) = whole.split_at(30);
    desk.write("sources/d.txt", first);
    tokio::time::sleep(Duration::from_millis(60)).await;
    desk.write("sources/d.txt", &format!("{first}{second}"));
    loop {
        if client.diagnostics(1).await.is_empty() {
            break;
        }
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_come_from_the_client_too() {
    let desk = Desk::new(&[("sources/a.txt", &source(WORDS))]);
    let mut capabilities = rich();
    capabilities["workspace"]["configuration"] = json!(true);
    let mut client = desk.client(capabilities).await;
    let asked = client.told("workspace/configuration").await;
    assert_eq!(asked["params"]["items"][0]["section"], "copydesk");
    client.open(&desk.uri("a.md"), &faulty()).await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    let off = json!([{"rules": {"misquote": "off"}}]);
    client.send(json!({"jsonrpc": "2.0", "id": asked["id"], "result": off})).await;
    assert!(client.diagnostics(1).await.is_empty());
    client.notify("workspace/didChangeConfiguration", json!({"settings": null})).await;
    let asked = client.told("workspace/configuration").await;
    client.send(json!({"jsonrpc": "2.0", "id": asked["id"], "result": [{}]})).await;
    assert_eq!(client.diagnostics(1).await.len(), 1);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_that_cannot_be_obeyed_are_shown_once() {
    let desk = Desk::new(&[
        ("sources/a.txt", &source(WORDS)),
        ("copydesk.toml", "[rules]\nmisqoute = \"off\"\n"),
    ]);
    let mut client = desk.client(rich()).await;
    let told = client.told("window/showMessage").await["params"].clone();
    assert_eq!(told["type"], 2);
    assert!(told["message"].as_str().unwrap().contains("misqoute"), "{told}");
    // What is right is used all the same, and the fault is not told again for another reason.
    desk.write("sources/b.txt", "Nothing.\n");
    changed(&mut client, &desk, &["sources/b.txt"]).await;
    client.open(&desk.uri("a.md"), &faulty()).await;
    assert_eq!(client.diagnostics(1).await[0]["code"], "misquote");
    desk.write("copydesk.toml", "[rules]\nmisquote = \"off\"\n");
    changed(&mut client, &desk, &["copydesk.toml"]).await;
    assert!(client.diagnostics(1).await.is_empty());
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn initialise_waits_for_no_source() {
    let texts: Vec<(String, String)> =
        (0..300).map(|n| (format!("sources/{n}.txt"), source(WORDS).repeat(40))).collect();
    let files: Vec<(&str, &str)> = texts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let desk = Desk::new(&files);
    let mut client = Client::start(desk.parts());
    let begun = Instant::now();
    let folders = json!([{"uri": uri_of(&desk.root()), "name": "desk"}]);
    client.ask("initialize", json!({"capabilities": rich(), "workspaceFolders": folders})).await;
    let took = begun.elapsed();
    assert!(took < Duration::from_millis(50), "{took:?}");
    client.notify("initialized", json!({})).await;
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_home_folder_and_the_root_are_never_read() {
    let home = std::env::home_dir().expect("a home");
    let desk = Desk::new(&[]);
    for root in [home.as_path(), std::path::Path::new("/")] {
        let mut client = Client::start(desk.parts());
        let folders = json!([{"uri": uri_of(root), "name": "all"}]);
        let params = json!({"capabilities": rich(), "workspaceFolders": folders});
        client.ask("initialize", params).await;
        client.notify("initialized", json!({})).await;
        client.open(&uri_of(&root.join("no-such-draft.md")), &faulty()).await;
        assert!(client.diagnostics(1).await.is_empty());
        quiet(&mut client).await;
        let params = json!({"command": "copydesk.showSources", "arguments": [{"silent": true}]});
        let listed = client.ask("workspace/executeCommand", params).await;
        assert_eq!(listed["folders"][0]["sources"], json!([]), "{root:?}");
        client.finish().await;
    }
}
