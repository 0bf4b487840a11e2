//! What the server shows and does.

use serde_json::{Value, json};

use crate::client::{Client, range_of, rich};
use crate::fakes::parts;

const URI: &str = "file:///desk/draft.md";
const TEXT: &str = "Moss said “We will not rise the levy this year”.\n";

async fn opened(capabilities: Value) -> (Client, Vec<Value>) {
    let (mut client, _) = Client::ready(parts(), capabilities).await;
    client.open(URI, TEXT).await;
    let found = client.diagnostics(1).await;
    (client, found)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_diagnostic_is_complete_in_itself() {
    let (client, found) = opened(rich()).await;
    assert_eq!(
        found,
        vec![json!({
            "range": range_of([(0, 23), (0, 27)]),
            "severity": 1,
            "code": "misquote",
            "codeDescription": {"href": "file:///pages/misquote.md"},
            "source": "copydesk",
            "message": "Misquote: the source has “raise”, the draft “rise” (Tribune, line 3).",
            "relatedInformation": [{
                "location": {
                    "uri": "file:///desk/sources/tribune.txt",
                    "range": range_of([(2, 1), (2, 37)]),
                },
                "message": "Tribune: “We will not raise the levy this year”",
            }],
        })]
    );
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_poor_client_is_not_given_what_it_does_not_take() {
    let (client, found) = opened(json!({})).await;
    assert!(found[0].get("relatedInformation").is_none());
    assert!(found[0].get("codeDescription").is_none());
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hover_is_an_evidence_card() {
    let (mut client, _) = opened(rich()).await;
    let hover = client.hover(URI, (0, 15)).await;
    assert_eq!(hover["contents"]["kind"], "markdown");
    assert_eq!(
        hover["contents"]["value"],
        "**✗ One word differs**  \n“We will not ~~rise~~ **raise**”\n\n\
         **Ada Moss** · said 3 March 2021 · \
         [Tribune, 4 March 2021, line 3](file:///desk/sources/tribune.txt#L3)  \n\
         … “We will not **raise** the levy this year,” Ada Moss told the council."
    );
    assert_eq!(hover["range"], range_of([(0, 11), (0, 46)]));
    assert_eq!(client.hover(URI, (0, 2)).await, Value::Null);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hover_is_plain_where_markdown_is_not_taken() {
    let (mut client, _) =
        opened(json!({"textDocument": {"hover": {"contentFormat": ["plaintext"]}}})).await;
    let hover = client.hover(URI, (0, 15)).await;
    assert_eq!(hover["contents"]["kind"], "plaintext");
    let text = hover["contents"]["value"].as_str().unwrap();
    assert!(
        text.starts_with("✗ One word differs\n“We will not [rise → raise]”\n\nAda Moss"),
        "{text}"
    );
    client.finish().await;
}

fn action_params(only: Option<&str>) -> Value {
    let mut context = json!({"diagnostics": []});
    if let Some(only) = only {
        context["only"] = json!([only]);
    }
    json!({"textDocument": {"uri": URI}, "range": range_of([(0, 24), (0, 24)]), "context": context})
}

#[tokio::test(flavor = "multi_thread")]
async fn the_quick_fix_needs_nothing_from_the_client() {
    let (mut client, found) = opened(rich()).await;
    for only in [None, Some("quickfix"), Some("")] {
        let actions = client.ask("textDocument/codeAction", action_params(only)).await;
        let fix = &actions[0];
        assert_eq!(fix["title"], "Use the source's wording", "{only:?}");
        assert_eq!((&fix["kind"], &fix["isPreferred"]), (&json!("quickfix"), &json!(true)));
        assert_eq!(fix["diagnostics"][0], found[0]);
        assert_eq!(
            fix["edit"]["documentChanges"],
            json!([{
                "textDocument": {"uri": URI, "version": 1},
                "edits": [{"range": range_of([(0, 23), (0, 27)]), "newText": "raise"}],
            }])
        );
        let ignore = &actions[1];
        assert_eq!(ignore["title"], "Ignore misquote here");
        assert_eq!(
            ignore["edit"]["documentChanges"][0]["edits"],
            json!([{"range": range_of([(0, 48), (0, 48)]),
                    "newText": " <!-- copydesk: ignore misquote -->"}])
        );
    }
    let refactorings = client.ask("textDocument/codeAction", action_params(Some("refactor"))).await;
    assert_eq!(refactorings, json!([]));
    client.finish().await;
}

/// Kate asks with the range of the whole draft and names the one finding it means.
#[tokio::test(flavor = "multi_thread")]
async fn of_a_whole_draft_only_the_finding_that_is_named_is_fixed() {
    let text = "“We will not rise the tax”, Moss said.\n\n“We will not rise the tax”, Moss said.\n";
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open(URI, text).await;
    let found = client.diagnostics(1).await;
    let mut second = found[1].clone();
    second.as_object_mut().unwrap().remove("data");
    let mut stale = second.clone();
    stale["range"] = range_of([(2, 0), (2, 1)]);
    for (named, end, lines) in [
        (json!([second]), (3, 0), vec![2]),
        (json!([]), (3, 0), vec![0, 2]),
        (json!([stale]), (3, 0), vec![0, 2]),
        (json!([second]), (2, 20), vec![0, 2]),
    ] {
        let mut params = action_params(None);
        params["range"] = range_of([(0, 0), end]);
        params["context"]["diagnostics"] = named;
        let actions = client.ask("textDocument/codeAction", params).await;
        let fixes = actions.as_array().unwrap().iter().filter(|it| it["isPreferred"] == true);
        let about =
            fixes.map(|it| it["diagnostics"][0]["range"]["start"]["line"].as_u64().unwrap());
        assert_eq!(about.collect::<Vec<_>>(), lines, "{actions}");
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_safe_is_fixed_at_once_when_asked_for() {
    let (mut client, _) = opened(rich()).await;
    for only in ["source.fixAll", "source", "source.fixAll.copydesk"] {
        let actions = client.ask("textDocument/codeAction", action_params(Some(only))).await;
        assert_eq!(actions.as_array().map(Vec::len), Some(1), "{only}");
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finding_can_be_accepted_for_good() {
    let (mut client, _) = opened(rich()).await;
    let actions = client.ask("textDocument/codeAction", action_params(None)).await;
    let accept = actions.as_array().unwrap().iter().find(|it| it["command"].is_object()).unwrap();
    assert_eq!(accept["title"], "Accept this for good (misquote)");
    let command = &accept["command"];
    let params = json!({"command": command["command"], "arguments": command["arguments"]});
    let done = client.ask("workspace/executeCommand", params).await;
    assert_eq!(done, json!({"accepted": true, "file": "/desk/accepted"}));
    let unknown = json!({"uri": URI, "fingerprint": "none"});
    let params = json!({"command": "copydesk.accept", "arguments": [unknown]});
    let done = client.ask("workspace/executeCommand", params).await;
    assert_eq!(done["accepted"], false);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verified_quotation_can_be_cited() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open(URI, "Moss said “raise the levy”. “this year” [@tribune]\n").await;
    client.diagnostics(1).await;
    for (column, expected) in [(14, 1), (32, 0)] {
        let mut params = action_params(Some("refactor"));
        params["range"] = range_of([(0, column), (0, column)]);
        let actions = client.ask("textDocument/codeAction", params).await;
        assert_eq!(actions.as_array().map(Vec::len), Some(expected), "{actions}");
        if expected == 1 {
            let edit = &actions[0]["edit"]["documentChanges"][0]["edits"][0];
            assert_eq!(
                *edit,
                json!({"range": range_of([(0, 26), (0, 26)]), "newText": " [@tribune]"})
            );
        }
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn commands_work_without_a_button() {
    let (mut client, answer) = Client::ready(parts(), rich()).await;
    let commands = answer["capabilities"]["executeCommandProvider"]["commands"].clone();
    assert_eq!(commands.as_array().map(Vec::len), Some(8));
    let run = |command: &str| json!({"command": command, "arguments": []});
    let health = client.ask("workspace/executeCommand", run("copydesk.showSources")).await;
    assert!(
        health.as_str().unwrap().contains("✓ sources/tribune.txt (Tribune, 2021-03-04)"),
        "{health}"
    );
    client.told("window/showMessage").await;
    let report = client.ask("workspace/executeCommand", run("copydesk.debugReport")).await;
    assert!(report.as_str().unwrap().contains("1 source"), "{report}");
    assert!(!report.as_str().unwrap().contains("levy"), "a report holds no text");
    client.ask("workspace/executeCommand", run("copydesk.rereadSources")).await;
    for (command, arguments) in [("copydesk.sing", json!([])), ("copydesk.accept", json!([1]))] {
        let params = json!({"command": command, "arguments": arguments});
        let id = client.request("workspace/executeCommand", params).await;
        assert_eq!(client.answer(id).await["error"]["code"], -32602);
    }
    client.finish().await;
}
