//! Cards on real text: quotations, names, dates and figures, each short enough to be read.

use serde_json::{Value, json};

use crate::client::{Client, rich};
use crate::desk::Desk;

const TRIBUNE: &str = "Tribune, 4 March 2021\n\n\
    “We will close the old bridge over the Tarn in May because of the frost,” Mayor Ada Moss told \
    the council on 3 March 2021.\n\n\
    The hall was full. The repair of the bridge will cost 4.2 million crowns, Moss said.\n";
const GAZETTE: &str = "Gazette, 5 March 2021\n\n\
    The council met on 3 March 2021. “We will close the old bridge over the Tarn in May because of \
    the frost,” said Ada Moss, who has been mayor since 2018.\n";
const DRAFT: &str = "Ada Moss told the council on 3 March 2021 that “we will close the old bridge \
    over the Tarn in June because of the frost”. The repair will cost 4.2 million crowns, Moss \
    said. “Nobody has ever asked the ferrymen about it,” she added.\n";

async fn card(client: &mut Client, uri: &str, draft: &str, words: &str) -> String {
    let before = &draft[..draft.find(words).expect("they are there")];
    let column = u32::try_from(before.encode_utf16().count()).expect("a short line");
    let hover = client.hover(uri, (0, column + 1)).await;
    hover["contents"]["value"].as_str().unwrap_or_else(|| panic!("{words}: {hover}")).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_has_its_card() {
    let desk = Desk::new(&[("sources/tribune.txt", TRIBUNE), ("sources/gazette.txt", GAZETTE)]);
    let mut client = desk.client(rich()).await;
    let uri = desk.uri("draft.md");
    client.open(&uri, DRAFT).await;
    client.diagnostics(1).await;
    client.ask("workspace/symbol", json!({"query": ""})).await;
    for (words, verdict, told) in [
        ("June", "**✗ One word differs**", vec!["~~June~~ **May**", "Ada Moss", "Also: "]),
        ("Nobody has", "**? In none of 2 sources**", vec![]),
        ("Ada Moss", "**Ada Moss**", vec!["2 quotations; named in 2 of 2 sources"]),
        ("3 March", "**3 March 2021**", vec!["The council met", "sources/gazette.txt#L3"]),
        ("4.2 million", "", vec!["4.2 million", "The repair of the bridge"]),
    ] {
        let card = card(&mut client, &uri, DRAFT, words).await;
        assert!(card.starts_with(verdict), "{words}: {card}");
        for part in told {
            assert!(card.contains(part), "{words}: {part}: {card}");
        }
        assert!(card.lines().count() <= 15, "{words}: {card}");
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_source_has_and_what_is_told_coarsely_has_a_card_too() {
    let desk = Desk::new(&[("sources/tribune.txt", TRIBUNE), ("sources/gazette.txt", GAZETTE)]);
    let mut client = desk.client(rich()).await;
    let uri = desk.uri("draft.md");
    let draft = "In March 2021 the mayor met Ida Brenner, and Cora Moss came on Tuesday.\n";
    client.open(&uri, draft).await;
    client.diagnostics(1).await;
    client.ask("workspace/symbol", json!({"query": ""})).await;
    for (words, begins, told) in [
        ("March 2021", "**March 2021**", vec!["The council met on 3 March 2021"]),
        ("mayor", "**mayor** · in the sources:", vec!["**Ada Moss**"]),
        ("Ida Brenner", "**Ida Brenner** · in none of 2 sources", vec![]),
        ("Cora Moss", "**Cora Moss** · in none of 2 sources", vec!["near it: **Ada Moss**"]),
        ("Tuesday", "**“Tuesday”: the draft does not tell which day this is**", vec![]),
    ] {
        let card = card(&mut client, &uri, draft, words).await;
        assert!(card.starts_with(begins), "{words}: {card}");
        for part in told {
            assert!(card.contains(part), "{words}: {part}: {card}");
        }
        assert!(card.lines().count() <= 15, "{words}: {card}");
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_comment_that_silences_nothing_is_marked_as_of_no_use() {
    for (tags, expected) in [(json!({"valueSet": [1, 2]}), json!([1])), (Value::Null, Value::Null)]
    {
        let desk = Desk::new(&[("sources/tribune.txt", TRIBUNE)]);
        let mut capabilities = rich();
        capabilities["textDocument"]["publishDiagnostics"]["tagSupport"] = tags;
        let mut client = desk.client(capabilities).await;
        client.open(&desk.uri("a.md"), "So it is. <!-- copydesk: ignore misquote -->\n").await;
        let found = client.diagnostics(1).await;
        assert_eq!(found[0]["code"], "unused-ignore");
        assert_eq!(found[0]["tags"], expected);
        client.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stands_beside_the_text_is_asked_for_anew_when_it_changes() {
    let desk = Desk::new(&[("sources/tribune.txt", TRIBUNE)]);
    let mut capabilities = rich();
    for what in ["codeLens", "inlayHint", "semanticTokens"] {
        capabilities["workspace"][what] = json!({"refreshSupport": true});
    }
    let mut client = desk.client(capabilities).await;
    client.open(&desk.uri("draft.md"), DRAFT).await;
    client.diagnostics(1).await;
    for on in [true, false] {
        let settings = json!({"copydesk": {"lsp": {"code-lens": on}}});
        client.notify("workspace/didChangeConfiguration", json!({"settings": settings})).await;
        let asked = client.told("workspace/codeLens/refresh").await;
        client.send(json!({"jsonrpc": "2.0", "id": asked["id"], "result": null})).await;
        let document = json!({"textDocument": {"uri": desk.uri("draft.md")}});
        let lens = client.ask("textDocument/codeLens", document).await;
        assert_eq!(lens.is_array(), on, "{lens}");
    }
    client.finish().await;
}
