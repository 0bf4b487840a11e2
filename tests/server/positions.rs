//! Places in every encoding, not only those of diagnostics: what is pointed at, what is marked,
//! what is written.

use serde_json::{Value, json};

use crate::client::{Client, counting_in, hover_params, position_of, range_of};
use crate::fakes::{Words, parts, with};

const URI: &str = "file:///desk/draft.md";

/// Hebrew, an emoji, a letter with a combining mark, an Arabic word behind a mark of direction, a
/// separator that is no line break, and lines that end in CR LF.
const HEAD: &str = "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{1f600}\r\n";
const LEAD: &str = "\u{1f600}\u{200f}\u{627}\u{644} e\u{301}\u{2028}x ";
const TEXT: &str = "Ada Moss, “We will not rise”, “raise the levy”\r\n";

type Width = fn(&str) -> u32;

fn small(number: usize) -> u32 {
    u32::try_from(number).expect("a short line")
}

const ENCODINGS: [(&str, Width); 3] = [
    ("utf-8", |text| small(text.len())),
    ("utf-16", |text| small(text.encode_utf16().count())),
    ("utf-32", |text| small(text.chars().count())),
];

/// The place of `words` in the second line.
fn place(width: Width, words: &str) -> [(u32, u32); 2] {
    let line = format!("{LEAD}{TEXT}");
    let start = line.find(words).expect("they are there");
    let (from, to) = (width(&line[..start]), width(&line[..start + words.len()]));
    [(1, from), (1, to)]
}

async fn opened(encoding: &str) -> Client {
    let mut parts = parts();
    parts.options.inlay_hints = true;
    parts.options.semantic_tokens = true;
    let (mut client, _) = Client::ready(parts, counting_in(encoding)).await;
    client.open(URI, &format!("{HEAD}{LEAD}{TEXT}")).await;
    client.diagnostics(1).await;
    // The names are joined once a search has waited for them.
    client.ask("workspace/symbol", json!({"query": ""})).await;
    client
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_pointed_at_is_found_and_marked() {
    for (encoding, width) in ENCODINGS {
        let mut client = opened(encoding).await;
        let rise = place(width, "rise");
        let hover = client.hover(URI, rise[0]).await;
        assert_eq!(hover["range"], range_of(place(width, "We will not rise")), "{encoding}");
        let [before, after] = place(width, "“We");
        for outside in [(1, before.1 - 1), (1, place(width, ", “raise")[0].1 + 1)] {
            assert_eq!(client.hover(URI, outside).await, Value::Null, "{encoding} {outside:?}");
        }
        let same = client.ask("textDocument/documentHighlight", hover_params(URI, after)).await;
        assert_eq!(same[0]["range"], range_of(place(width, "We will not rise")), "{encoding}");
        let name = place(width, "Ada Moss");
        let same = client.ask("textDocument/documentHighlight", hover_params(URI, name[0])).await;
        assert_eq!(same[0]["range"], range_of(name), "{encoding}");
        let found = client.ask("textDocument/definition", hover_params(URI, rise[1])).await;
        let end = 1 + width("We will not raise the levy this year");
        assert_eq!(
            found[0]["range"],
            range_of([(2, width("“")), (2, end - 1 + width("“"))]),
            "{encoding}"
        );
        client.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_goes_to_its_place() {
    for (encoding, width) in ENCODINGS {
        let mut client = opened(encoding).await;
        let rise = place(width, "rise");
        let params = json!({"textDocument": {"uri": URI}, "range": range_of(rise),
            "context": {"diagnostics": []}});
        let actions = client.ask("textDocument/codeAction", params).await;
        let edit = &actions[0]["edit"]["documentChanges"][0]["edits"][0];
        assert_eq!(*edit, json!({"range": range_of(rise), "newText": "raise"}), "{encoding}");
        let silenced = &actions[1]["edit"]["documentChanges"][0]["edits"][0]["range"];
        let end = width(&format!("{LEAD}{}", TEXT.trim_end()));
        assert_eq!(*silenced, range_of([(1, end), (1, end)]), "{encoding}");
        client.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_completed_replaces_what_was_typed() {
    for (encoding, width) in ENCODINGS {
        let (mut client, _) = Client::ready(parts(), counting_in(encoding)).await;
        let typed = format!("{LEAD}“We wi");
        client.open(URI, &format!("{HEAD}{typed}")).await;
        client.diagnostics(1).await;
        let end = (1, width(&typed));
        let list = client.ask("textDocument/completion", hover_params(URI, end)).await;
        let start = (1, width(&format!("{LEAD}“")));
        assert_eq!(
            list["items"][0]["textEdit"],
            json!({"range": range_of([start, end]),
                "newText": "We will not raise the levy this year"}),
            "{encoding}: {list}"
        );
        client.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn hints_tokens_symbols_and_selections_count_alike() {
    for (encoding, width) in ENCODINGS {
        let mut client = opened(encoding).await;
        let document = json!({"textDocument": {"uri": URI}});
        let range = range_of([(0, 0), (9, 0)]);
        let params = json!({"textDocument": {"uri": URI}, "range": range});
        let hints = client.ask("textDocument/inlayHint", params).await;
        let behind = place(width, "“raise the levy”")[1];
        assert_eq!(hints[0]["position"], position_of(behind), "{encoding}");
        let tokens = client.ask("textDocument/semanticTokens/full", document.clone()).await;
        let (first, second) = (place(width, "We will not rise"), place(width, "raise the levy"));
        assert_eq!(
            tokens["data"],
            json!([
                1,
                first[0].1,
                first[1].1 - first[0].1,
                1,
                0,
                0,
                second[0].1 - first[0].1,
                second[1].1 - second[0].1,
                0,
                0,
            ]),
            "{encoding}"
        );
        let symbols = client.ask("textDocument/documentSymbol", document).await;
        assert_eq!(symbols[0]["location"]["range"]["start"]["line"], 1, "{encoding}");
        let positions = json!([position_of(place(width, "rise")[0])]);
        let params = json!({"textDocument": {"uri": URI}, "positions": positions});
        let grown = client.ask("textDocument/selectionRange", params).await;
        assert_eq!(grown[0]["range"], range_of(first), "{encoding}");
        client.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_byte_order_mark_that_the_client_sends_is_a_character_of_the_text() {
    for (encoding, width) in ENCODINGS {
        let (mut client, _) = Client::ready(parts(), counting_in(encoding)).await;
        client.open(URI, "\u{feff}“rise”\n").await;
        let found = client.diagnostics(1).await;
        let (from, to) = (width("\u{feff}“"), width("\u{feff}“rise"));
        assert_eq!(found[0]["range"], range_of([(0, from), (0, to)]), "{encoding}");
        client.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_that_names_no_encoding_may_be_said_to_count_bytes() {
    let mut parts = with(Words::default(), crate::fakes::Shelves::default());
    parts.options.encoding = copydesk::text::Encoding::Utf8;
    let (mut client, answer) = Client::ready(parts, json!({})).await;
    assert_eq!(answer["capabilities"]["positionEncoding"], "utf-8");
    client.open(URI, "é“rise”\n").await;
    let found = client.diagnostics(1).await;
    assert_eq!(found[0]["range"], range_of([(0, 5), (0, 9)]));
    client.finish().await;
}
