//! Completion.

use serde_json::{Value, json};

use crate::client::{Client, hover_params, range_of, rich};
use crate::fakes::parts;

const URI: &str = "file:///desk/draft.md";

async fn completed(text: &str, column: u32) -> Value {
    let (mut client, _) = Client::ready(parts(), rich()).await;
    client.open(URI, text).await;
    client.diagnostics(1).await;
    // The names are joined once a search has waited for them.
    client.ask("workspace/symbol", json!({"query": ""})).await;
    let list = client.ask("textDocument/completion", hover_params(URI, (0, column))).await;
    client.finish().await;
    list["items"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_place_decides_what_is_offered() {
    let quotation = "We will not raise the levy this year";
    for (text, from, inserted, detail) in [
        ("She said \u{1f600} “We wi", 13, quotation, "Ada Moss · Tribune · 4 March 2021"),
        (
            "She said \"will n",
            10,
            "will not raise the levy this year",
            "Ada Moss · Tribune · 4 March 2021",
        ),
        ("Ada Moss said “", 15, quotation, "Ada Moss · Tribune · 4 March 2021"),
        ("And Mos", 4, "Ada Moss", "in 1 of 1 sources"),
        ("so [@tri", 5, "tribune", "Tribune · 4 March 2021"),
        ("x <!-- copydesk: ignore mi", 24, "misquote", ""),
    ] {
        let column = u32::try_from(text.encode_utf16().count()).unwrap();
        let items = completed(text, column).await;
        let item = &items[0];
        assert_eq!(
            item["textEdit"],
            json!({"range": range_of([(0, from), (0, column)]), "newText": inserted}),
            "{text}: {items}"
        );
        assert!(detail.is_empty() || item["detail"] == detail, "{text}: {item}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_offered_in_running_text() {
    assert_eq!(completed("so it goes", 10).await, json!([]));
    assert_eq!(completed("“no such words", 14).await, json!([]));
}
