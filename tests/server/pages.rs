//! Sources that are not plain text: their places are places of their extracted text, which opens
//! as a file of its own and leads back.

use serde_json::{Value, json};

use crate::client::{hover_params, range_of, rich};
use crate::desk::{Desk, uri_of};

const WORDS: &str = "We will not raise the harbour levy before the winter";

fn html() -> String {
    let styles = "<style>p { color: red }</style>\n".repeat(9);
    format!(
        "<html><head><title>Levy</title>{styles}</head><body><nav>Home</nav>\n\n\n\n\
         <p>The hall was full by six that evening.</p>\n\n\n<p>“We will <em>not</em> raise the \
         harbour levy before the winter,” Ada Moss told the council.</p></body></html>\n"
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_web_page_opens_as_text_at_the_passage_and_leads_back() {
    let desk = Desk::new(&[("sources/page.html", &html()), ("draft.md", "")]);
    let mut client = desk.client(rich()).await;
    let draft = desk.uri("draft.md");
    client.open(&draft, &format!("Moss said “{}”.\n", WORDS.replace("raise", "rise"))).await;
    let found = client.diagnostics(1).await;
    let place = found[0]["relatedInformation"][0]["location"].clone();
    let page = place["uri"].as_str().unwrap().to_owned();
    assert!(page.starts_with(&uri_of(&desk.cache())) && page.ends_with("/page.html.txt"), "{page}");
    let text = std::fs::read_to_string(page.strip_prefix("file://").unwrap()).unwrap();
    let line = place["range"]["start"]["line"].as_u64().unwrap();
    assert!(text.lines().nth(line as usize).unwrap().contains(WORDS), "{text}");
    // Everything that opens a source goes there.
    let at = hover_params(&draft, (0, 15));
    let defined = client.ask("textDocument/definition", at.clone()).await;
    assert_eq!(defined[0]["uri"], page.as_str());
    assert!(
        text.lines()
            .nth(defined[0]["range"]["start"]["line"].as_u64().unwrap() as usize)
            .is_some_and(|line| line.contains(WORDS))
    );
    let mut params = at;
    params["context"] = json!({"includeDeclaration": false});
    let referred = client.ask("textDocument/references", params).await;
    assert_eq!(referred[0]["uri"], page.as_str());
    let card = client.hover(&draft, (0, 15)).await["contents"]["value"].to_string();
    assert!(card.contains(&format!("({page}#L{})", line + 1)), "{card}");
    // The page is neither a draft nor checked, and leads to the drafts; so does the file itself.
    client.open(&page, &text).await;
    client.open(&desk.uri("sources/page.html"), &html()).await;
    client.silence(std::time::Duration::from_millis(150)).await;
    let in_file = html().lines().position(|line| line.contains("raise the")).unwrap();
    for (uri, line, column) in
        [(page, line, 9), (desk.uri("sources/page.html"), in_file as u64, 30)]
    {
        let mut params = hover_params(&uri, (u32::try_from(line).unwrap(), column));
        params["context"] = json!({"includeDeclaration": false});
        let users = client.ask("textDocument/references", params).await;
        assert_eq!(users[0]["uri"], draft.as_str(), "{uri}");
        assert_eq!(users[0]["range"]["start"], json!({"line": 0, "character": 11}), "{uri}");
        assert_eq!(client.hover(&uri, (0, 0)).await, Value::Null);
    }
    client.finish().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passage_leads_to_every_draft_of_the_folder() {
    let source = format!("“{WORDS},” Ada Moss told the council.\n");
    let draft = format!("Moss said “{WORDS}”.\n");
    let desk = Desk::new(&[
        ("sources/page.txt", &source),
        ("sources/wire.txt", &format!("The council met.\n\nMs. Moss: {source}")),
        ("a.md", &draft),
        ("notes/b.md", &draft),
        ("c.md", "Nothing.\n"),
    ]);
    let mut client = desk.client(rich()).await;
    client.open(&desk.uri("a.md"), &format!("# Levy\n\n{draft}")).await;
    assert!(client.diagnostics(1).await.is_empty());
    client.open(&desk.uri("sources/page.txt"), &source).await;
    let mut params = hover_params(&desk.uri("sources/page.txt"), (0, 9));
    params["context"] = json!({"includeDeclaration": false});
    let users = client.ask("textDocument/references", params).await;
    let range = |line| range_of([(line, 11), (line, 63)]);
    assert_eq!(
        users,
        json!([
            {"uri": desk.uri("a.md"), "range": range(2)},
            {"uri": desk.uri("notes/b.md"), "range": range(0)},
            {"uri": desk.uri("sources/wire.txt"), "range": range_of([(2, 11), (2, 63)])},
        ])
    );
    client.finish().await;
}
