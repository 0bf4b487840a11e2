//! What the views of an editor ask: no message is shown, everything comes as JSON.

use serde_json::{Value, json};

use crate::client::{Client, range_of, rich};
use crate::fakes::parts;

const URI: &str = "file:///desk/draft.md";
const SOURCE_URI: &str = "file:///desk/sources/tribune.txt";

async fn run(client: &mut Client, command: &str, argument: Value) -> Value {
    let params = json!({"command": command, "arguments": [argument]});
    client.ask("workspace/executeCommand", params).await
}

#[tokio::test(flavor = "multi_thread")]
async fn sources_are_listed_without_a_message() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    let listed = run(&mut client, "copydesk.showSources", json!({"silent": true})).await;
    assert_eq!(
        listed,
        json!({"schema_version": 1, "folders": [{
            "folder": "file:///desk",
            "reading": null,
            "notes": [],
            "sources": [{
                "id": "tribune", "path": "sources/tribune.txt", "uri": SOURCE_URI,
                "text_uri": SOURCE_URI,
                "title": null, "outlet": "Tribune", "author": null, "date": "2021-03-04",
                "status": "read", "characters": 94, "problem": null,
            }],
        }]})
    );
    let elsewhere = json!({"silent": true, "folder": "file:///other"});
    let none = run(&mut client, "copydesk.showSources", elsewhere).await;
    assert_eq!(none["folders"], json!([]));
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_in_a_source_is_listed_with_its_places() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    let place = json!({"uri": SOURCE_URI, "range": range_of([(2, 1), (2, 38)])});
    for argument in [json!({"id": "tribune"}), json!({"uri": SOURCE_URI})] {
        let listed = run(&mut client, "copydesk.source", argument).await;
        assert_eq!(
            listed["quotations"],
            json!([{
                "source": "tribune",
                "text": "We will not raise the levy this year,",
                "speaker": "Ada Moss",
                "date": "2021-03-04",
                "location": place,
            }])
        );
        assert_eq!(listed["names"][0]["name"], "Ada Moss");
        assert_eq!(listed["names"][0]["location"]["range"], range_of([(2, 40), (2, 48)]));
    }
    assert_eq!(run(&mut client, "copydesk.source", json!({"id": "none"})).await, Value::Null);
    let params = json!({"command": "copydesk.source", "arguments": [{}]});
    let id = client.request("workspace/executeCommand", params).await;
    assert_eq!(client.answer(id).await["error"]["code"], -32602);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_listed_with_what_they_say() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    for argument in [json!({}), json!({"name": "ada moss"})] {
        let listed = run(&mut client, "copydesk.people", argument).await;
        let moss = &listed["people"][0];
        assert_eq!((&moss["name"], &moss["kind"]), (&json!("Ada Moss"), &json!("person")));
        assert_eq!(moss["spellings"][0], json!({"text": "Ada Moss", "count": 1, "slip_of": null}));
        assert_eq!(moss["sources"], json!(["tribune"]));
        assert_eq!(moss["quotations"][0]["location"]["range"], range_of([(2, 1), (2, 38)]));
    }
    for argument in [json!({"name": "Nobody"}), json!({"limit": 0})] {
        assert_eq!(run(&mut client, "copydesk.people", argument).await["people"], json!([]));
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_looked_for() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    for (text, verdict, known) in [
        ("We will not raise the levy this year", "verified", true),
        ("“We will not raise the levy next year”", "altered", true),
        ("The moon is made of very old cheese", "unsourced", false),
    ] {
        let found = run(&mut client, "copydesk.find", json!({"text": text})).await;
        assert_eq!(found["verdict"], verdict, "{text}");
        let best = &found["passages"][0];
        assert_eq!(best["speaker"] == "Ada Moss", known, "{text}: {found}");
        assert_eq!(best["location"]["uri"] == SOURCE_URI, known, "{text}");
    }
    let params = json!({"command": "copydesk.find", "arguments": [{}]});
    let id = client.request("workspace/executeCommand", params).await;
    assert_eq!(client.answer(id).await["error"]["code"], -32602);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_bar_gets_its_counts() {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open(URI, "“We will not rise”, “raise the levy”\n").await;
    client.diagnostics(1).await;
    client.open("file:///desk/b.md", "“this year”\n").await;
    client.diagnostics(1).await;
    let one = run(&mut client, "copydesk.summary", json!({"uri": URI})).await;
    assert_eq!(
        one,
        json!({
            "schema_version": 1, "sources": 1, "unreadable": 0, "reading": null,
            "quotations": 2, "verified": 1, "error": 1, "warning": 0, "information": 0,
            "text": "1 source · 1 of 2 quotations verified",
        })
    );
    let all = run(&mut client, "copydesk.summary", Value::Null).await;
    assert_eq!(all["text"], "1 source · 2 of 3 quotations verified");
    let none = run(&mut client, "copydesk.summary", json!({"uri": "file:///desk/no.md"})).await;
    assert_eq!(none["text"], "1 source");
    client.finish().await;
}
