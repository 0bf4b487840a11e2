//! The real program as a child process: its exit status, and the whole way from a folder to a
//! diagnostic.

use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};

use crate::client::read_message;

fn start(folder: &std::path::Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("lsp")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .kill_on_drop(true)
        .spawn()
        .expect("the program starts")
}

async fn send(child: &mut Child, message: Value) {
    let body = message.to_string();
    let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
    let input = child.stdin.as_mut().expect("piped");
    input.write_all(frame.as_bytes()).await.expect("the program reads");
}

/// The exit status, the input still open.
async fn status(child: &mut Child) -> Option<i32> {
    let waiting = tokio::time::timeout(Duration::from_secs(10), child.wait());
    waiting.await.expect("the program ends").expect("a status").code()
}

#[tokio::test]
async fn the_status_tells_whether_it_was_shut_down() {
    let folder = tempfile::tempdir().unwrap();
    for (shut_down, expected) in [(true, 0), (false, 1)] {
        let mut child = start(folder.path());
        send(&mut child, request(1, "initialize", json!({"capabilities": {}}))).await;
        if shut_down {
            send(&mut child, json!({"jsonrpc": "2.0", "id": 2, "method": "shutdown"})).await;
        }
        send(&mut child, json!({"jsonrpc": "2.0", "method": "exit"})).await;
        let mut open_input = child.stdin.take();
        assert_eq!(status(&mut child).await, Some(expected));
        open_input.take();
    }
}

#[tokio::test]
async fn a_closed_input_ends_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = start(folder.path());
    drop(child.stdin.take());
    assert_eq!(status(&mut child).await, Some(1));
}

fn request(id: i64, method: &str, params: Value) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params})
}

#[tokio::test]
async fn a_folder_of_sources_is_all_it_takes() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("sources")).unwrap();
    let source = "\u{201c}We will not raise the harbour levy before the winter,\u{201d} Ada Moss told the \
                  council on Tuesday.\n";
    std::fs::write(folder.path().join("sources/tribune.txt"), source).unwrap();
    let uri = |name: &str| format!("file://{}/{name}", folder.path().display());
    let mut child = start(folder.path());
    let folders = json!([{"uri": uri(""), "name": "desk"}]);
    let params = json!({"capabilities": {}, "workspaceFolders": folders});
    send(&mut child, request(1, "initialize", params)).await;
    send(&mut child, json!({"jsonrpc": "2.0", "method": "initialized", "params": {}})).await;
    let text = "Moss said \u{201c}We will not rise the harbour levy before the winter\u{201d}.\n";
    let document =
        json!({"uri": uri("draft.md"), "languageId": "markdown", "version": 3, "text": text});
    let opened = json!({"textDocument": document});
    send(&mut child, json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": opened}))
        .await;
    let mut output = BufReader::new(child.stdout.take().expect("piped"));
    let found = loop {
        let waiting = tokio::time::timeout(Duration::from_secs(20), read_message(&mut output));
        let message = waiting.await.expect("in time").expect("a message");
        let diagnostics = &message["params"]["diagnostics"];
        if diagnostics.as_array().is_some_and(|list| !list.is_empty()) {
            break message["params"].clone();
        }
    };
    assert_eq!(found["version"], 3);
    assert_eq!(found["diagnostics"][0]["code"], "misquote");
    send(&mut child, json!({"jsonrpc": "2.0", "id": 2, "method": "shutdown"})).await;
    send(&mut child, json!({"jsonrpc": "2.0", "method": "exit"})).await;
    assert_eq!(status(&mut child).await, Some(0));
}

#[tokio::test]
async fn a_source_that_changes_on_disk_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let sources = folder.path().join("sources");
    std::fs::create_dir(&sources).unwrap();
    let words = "We will not raise the harbour levy before the winter";
    let told =
        |words: &str| format!("\u{201c}{words},\u{201d} Ada Moss told the council on Tuesday.\n");
    std::fs::write(sources.join("tribune.txt"), told(words)).unwrap();
    let uri = format!("file://{}", folder.path().display());
    let mut child = start(folder.path());
    let params = json!({"capabilities": {}, "rootUri": uri});
    send(&mut child, request(1, "initialize", params)).await;
    send(&mut child, json!({"jsonrpc": "2.0", "method": "initialized", "params": {}})).await;
    let text = format!("Moss said \u{201c}{}\u{201d}.\n", words.replace("raise", "rise"));
    let document = json!({"uri": format!("{uri}/draft.md"), "languageId": "markdown", "version": 1, "text": text});
    let opened = json!({"textDocument": document});
    send(&mut child, json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": opened}))
        .await;
    let mut output = BufReader::new(child.stdout.take().expect("piped"));
    wait_for(&mut output, |found| !found.is_empty()).await;
    // The client watches nothing: the server does.
    std::fs::write(sources.join("tribune.txt"), told(&words.replace("raise", "rise"))).unwrap();
    wait_for(&mut output, <[Value]>::is_empty).await;
    std::fs::write(
        sources.join("gazette.txt"),
        told("Nothing of the kind was ever said in this hall"),
    )
    .unwrap();
    std::fs::remove_file(sources.join("tribune.txt")).unwrap();
    wait_for(&mut output, |found| !found.is_empty()).await;
    send(&mut child, json!({"jsonrpc": "2.0", "id": 2, "method": "shutdown"})).await;
    send(&mut child, json!({"jsonrpc": "2.0", "method": "exit"})).await;
    assert_eq!(status(&mut child).await, Some(0));
}

/// Waits for diagnostics that are `wanted`.
async fn wait_for<R>(output: &mut BufReader<R>, wanted: impl Fn(&[Value]) -> bool)
where
    R: tokio::io::AsyncRead + Unpin,
{
    loop {
        let waiting = tokio::time::timeout(Duration::from_secs(20), read_message(output));
        let message = waiting.await.expect("in time").expect("a message");
        if message["params"]["diagnostics"].as_array().is_some_and(|found| wanted(found)) {
            return;
        }
    }
}
