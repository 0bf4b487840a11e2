//! Definition, references, highlights, symbols, links, folds, selections.

use serde_json::{Value, json};

use crate::client::{Client, hover_params, position_of, range_of, rich};
use crate::fakes::parts;

const URI: &str = "file:///desk/draft.md";
const SOURCE_URI: &str = "file:///desk/sources/tribune.txt";
const TEXT: &str = "# Levy\n\nAda Moss said “raise the levy” and \u{1f600} “We will not rise”.\n\n\
    ## More\n\nMoss spoke [@tribune]. Ada Moss said so.\n";

async fn opened() -> Client {
    opened_by(rich(), parts()).await
}

async fn opened_by(capabilities: Value, parts: copydesk::server::Parts) -> Client {
    let (mut client, _) = Client::ready(parts, capabilities).await;
    client.open(URI, TEXT).await;
    client.diagnostics(1).await;
    client
}

fn document() -> Value {
    json!({"textDocument": {"uri": URI}})
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quotation_leads_to_its_passage_and_back() {
    let mut client = opened().await;
    let passage = range_of([(2, 13), (2, 27)]);
    let found = client.ask("textDocument/definition", hover_params(URI, (2, 20))).await;
    assert_eq!(found, json!([{"uri": SOURCE_URI, "range": passage}]));
    // The emoji before the second quotation is two units wide.
    let second = client.ask("textDocument/definition", hover_params(URI, (2, 40))).await;
    assert_eq!(second[0]["range"], range_of([(2, 1), (2, 37)]));
    client
        .notify(
            "textDocument/didOpen",
            json!({"textDocument": {"uri": SOURCE_URI, "languageId": "plaintext", "version": 1,
                   "text": crate::fakes::SOURCE}}),
        )
        .await;
    let mut params = hover_params(SOURCE_URI, (2, 20));
    params["context"] = json!({"includeDeclaration": false});
    let users = client.ask("textDocument/references", params).await;
    let starts: Vec<_> = users
        .as_array()
        .unwrap()
        .iter()
        .map(|user| user["range"]["start"]["character"].as_u64().unwrap())
        .collect();
    assert_eq!(starts, [15, 39]);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_leads_to_where_the_sources_have_it() {
    let mut client = opened().await;
    // The names are joined in the background; a search waits for that.
    let symbols = client.ask("workspace/symbol", json!({"query": "moss"})).await;
    assert_eq!(symbols[0]["name"], "Ada Moss", "{symbols}");
    let found = client.ask("textDocument/definition", hover_params(URI, (6, 1))).await;
    assert_eq!(found, json!([{"uri": SOURCE_URI, "range": range_of([(2, 40), (2, 48)])}]));
    let same = client.ask("textDocument/documentHighlight", hover_params(URI, (2, 2))).await;
    assert_eq!(same.as_array().map(Vec::len), Some(3), "{same}");
    let hover = client.hover(URI, (2, 2)).await;
    let card = hover["contents"]["value"].as_str().unwrap();
    assert!(card.starts_with("**Ada Moss**"), "{card}");
    assert!(card.contains("1 quotation; named in 1 of 1 source"), "{card}");
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_outline_is_nested_where_the_client_takes_that() {
    let mut capabilities = rich();
    capabilities["textDocument"]["documentSymbol"] =
        json!({"hierarchicalDocumentSymbolSupport": true});
    let mut client = opened_by(capabilities, parts()).await;
    let outline = client.ask("textDocument/documentSymbol", document()).await;
    let levy = &outline[0];
    assert_eq!(
        (&levy["name"], &levy["children"][0]["name"]),
        (&json!("Levy"), &json!("raise the levy"))
    );
    assert_eq!(levy["children"][1]["detail"], "✗ altered");
    assert_eq!(levy["children"][2]["name"], "More");
    client.finish().await;
    let mut poor = opened().await;
    let flat = poor.ask("textDocument/documentSymbol", document()).await;
    assert_eq!(flat.as_array().map(Vec::len), Some(4));
    poor.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_finds_people_quotations_and_sources() {
    let mut client = opened().await;
    for (query, name) in [
        ("ada", "Ada Moss"),
        ("not levy", "“We will not raise the levy this year,”"),
        ("tribune", "tribune"),
    ] {
        let found = client.ask("workspace/symbol", json!({"query": query})).await;
        let names: Vec<_> = found.as_array().unwrap().iter().map(|it| &it["name"]).collect();
        assert!(names.contains(&&json!(name)), "{query}: {names:?}");
    }
    let none = client.ask("workspace/symbol", json!({"query": "zeppelin"})).await;
    assert_eq!(none, json!([]));
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn citations_are_links() {
    let mut client = opened().await;
    let links = client.ask("textDocument/documentLink", document()).await;
    assert_eq!(links[0]["range"], range_of([(6, 13), (6, 20)]));
    assert_eq!(links[0]["target"], SOURCE_URI);
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selection_grows_from_the_words_to_the_paragraph() {
    let mut client = opened().await;
    let params = json!({"textDocument": {"uri": URI}, "positions": [position_of((2, 20)), position_of((1, 0))]});
    let grown = client.ask("textDocument/selectionRange", params).await;
    assert_eq!(grown[0]["range"], range_of([(2, 15), (2, 29)]));
    assert_eq!(grown[0]["parent"]["range"], range_of([(2, 14), (2, 30)]));
    assert_eq!(grown.as_array().map(Vec::len), Some(2));
    let folds = client.ask("textDocument/foldingRange", document()).await;
    assert_eq!(folds, json!([]));
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_beside_the_text_is_off_until_asked_for() {
    let hints = json!({"textDocument": {"uri": URI}, "range": range_of([(0, 0), (9, 0)])});
    let mut client = opened().await;
    for (method, params) in [
        ("textDocument/codeLens", document()),
        ("textDocument/inlayHint", hints.clone()),
        ("textDocument/semanticTokens/full", document()),
    ] {
        assert_eq!(client.ask(method, params).await, Value::Null, "{method}");
    }
    client.finish().await;
    let mut parts = parts();
    parts.options.code_lens = true;
    parts.options.inlay_hints = true;
    parts.options.semantic_tokens = true;
    let mut client = opened_by(rich(), parts).await;
    let lens = client.ask("textDocument/codeLens", document()).await;
    assert_eq!(lens[0]["command"]["title"], "2 quotations: 1 verified, 1 altered");
    let hints = client.ask("textDocument/inlayHint", hints).await;
    assert_eq!(hints[0]["label"], "Tribune, 4 March 2021");
    assert_eq!(hints[0]["position"], position_of((2, 30)));
    let tokens = client.ask("textDocument/semanticTokens/full", document()).await;
    assert_eq!(tokens["data"], json!([2, 15, 14, 0, 0, 0, 24, 16, 1, 0]));
    client.finish().await;
}
