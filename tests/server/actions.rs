//! Code actions on real faults: each with its edit, at once or when it is chosen, whatever the
//! client counts in.

use serde_json::{Value, json};

use crate::client::{Client, counting_in, range_of, rich};
use crate::desk::Desk;

const TRIBUNE: &str = "Tribune, 4 March 2021\n\n\
    “We will close the old bridge over the Tarn in May because of the frost, and the ferry will \
    run again,” Ada Moss told the council on 3 March 2021.\n\n\
    The hall was full. Nobody left before nine. The repair will cost 4.2 million crowns.\n\n\
    “The harbour levy will not rise this winter,” Carl Brandt told the paper.\n";

/// A client that asks for edits when an action is chosen.
fn lazy() -> Value {
    let mut capabilities = rich();
    capabilities["textDocument"]["codeAction"]["resolveSupport"] = json!({"properties": ["edit"]});
    capabilities
}

/// How many columns a character takes.
type Width = fn(char) -> usize;

struct Draft {
    client: Client,
    uri: String,
    text: String,
    _desk: Desk,
}

impl Draft {
    async fn open(capabilities: Value, text: &str) -> Self {
        let desk = Desk::new(&[("sources/tribune.txt", TRIBUNE)]);
        let mut client = desk.client(capabilities).await;
        let uri = desk.uri("draft.md");
        client.open(&uri, text).await;
        client.diagnostics(1).await;
        Self { client, uri, text: text.to_owned(), _desk: desk }
    }

    async fn actions(&mut self, range: [(u32, u32); 2], only: Option<&str>) -> Vec<Value> {
        let mut context = json!({"diagnostics": []});
        if let Some(only) = only {
            context["only"] = json!([only]);
        }
        let document = json!({"uri": self.uri});
        let params =
            json!({"textDocument": document, "range": range_of(range), "context": context});
        let actions = self.client.ask("textDocument/codeAction", params).await;
        actions.as_array().expect("a list").clone()
    }

    /// The draft after the edits of `action`, whose columns count what `width` counts.
    fn after(&self, action: &Value, width: Width) -> String {
        let edits = action["edit"]["documentChanges"][0]["edits"].as_array().expect("edits");
        let offset = |position: &Value| {
            let (line, column) = (position["line"].as_u64(), position["character"].as_u64());
            let lines = self.text.split_inclusive('\n').take(line.unwrap_or(0) as usize);
            let start: usize = lines.map(str::len).sum();
            let mut left = column.unwrap_or(0) as usize;
            let mut at = start;
            for character in self.text[start..].chars() {
                if left == 0 {
                    break;
                }
                left -= width(character);
                at += character.len_utf8();
            }
            at
        };
        let mut text = self.text.clone();
        let mut places: Vec<_> = edits
            .iter()
            .map(|edit| {
                let range = &edit["range"];
                (offset(&range["start"])..offset(&range["end"]), edit["newText"].as_str())
            })
            .collect();
        places.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, new_text) in places {
            text.replace_range(range, new_text.expect("text"));
        }
        text
    }
}

const WHOLE: [(u32, u32); 2] = [(0, 0), (99, 0)];

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_has_its_remedy() {
    for (text, title, mended) in [
        (
            "Moss said “We will close the old bridge over the Tarn in June because of the frost”.\n",
            "Use the source’s wording",
            "Moss said “We will close the old bridge over the Tarn in May because of the frost”.\n",
        ),
        (
            "Moss said “We will close the old bridge in May because of the frost”.\n",
            "Mark what was left out with an ellipsis",
            "Moss said “We will close the old bridge … in May because of the frost”.\n",
        ),
        (
            "“We will close the old bridge over the Tarn in May. The harbour levy will not rise \
             this winter,” Moss said.\n",
            "Quote the parts apart",
            "“We will close the old bridge over the Tarn in May.” “The harbour levy will not rise \
             this winter,” Moss said.\n",
        ),
        (
            "“The harbour levy will not rise this winter,” Ada Moss said.\n",
            "Name the speaker the sources name: Carl Brandt",
            "“The harbour levy will not rise this winter,” Carl Brandt said.\n",
        ),
        (
            "“We will close the old bridge over the Tarn in May,” Ada Moss told the council on 8 \
             March 2021.\n",
            "Use the source’s date: 3 March 2021",
            "“We will close the old bridge over the Tarn in May,” Ada Moss told the council on 3 \
             March 2021.\n",
        ),
        (
            "The council met on Monday, 3 March 2021.\n",
            "Use the weekday of that date: Wednesday, 3 March 2021",
            "The council met on Wednesday, 3 March 2021.\n",
        ),
        (
            "“The harbour levy will not rise this winter,” Carl Brant told the paper.\n",
            "Use the sources’ spelling: Carl Brandt",
            "“The harbour levy will not rise this winter,” Carl Brandt told the paper.\n",
        ),
        (
            "“The harbour levy will not rise this winter,” Carl Brandt told the paper.\n",
            "Cite tribune",
            "“The harbour levy will not rise this winter,” [@tribune] Carl Brandt told the paper.\n",
        ),
    ] {
        let mut draft = Draft::open(rich(), text).await;
        let range = if title.starts_with("Cite") { [(0, 9), (0, 9)] } else { WHOLE };
        let actions = draft.actions(range, None).await;
        let titles: Vec<_> = actions.iter().map(|action| action["title"].clone()).collect();
        let action = actions.iter().find(|action| action["title"] == title);
        let action = action.unwrap_or_else(|| panic!("{title}: {titles:?}"));
        assert_eq!(draft.after(action, char::len_utf16), mended, "{title}");
        draft.client.finish().await;
    }
}

const FAULTY: &str = "\u{5e9}\u{5dc} \u{1f600} e\u{301} “We will close the old bridge over the Tarn \
    in June because of the frost”, Moss said.\r\n\r\nx\u{2028} “The harbour levy will not raise this winter”, \
    Brandt said.\r\n";

#[tokio::test(flavor = "multi_thread")]
async fn everything_safe_is_mended_in_every_encoding() {
    let widths: [(&str, Width); 3] =
        [("utf-8", char::len_utf8), ("utf-16", char::len_utf16), ("utf-32", |_| 1)];
    for (encoding, width) in widths {
        let mut draft = Draft::open(counting_in(encoding), FAULTY).await;
        let actions = draft.actions(WHOLE, Some("source.fixAll.copydesk")).await;
        assert_eq!(actions.len(), 1, "{encoding}");
        assert_eq!(actions[0]["kind"], "source.fixAll.copydesk");
        let mended = FAULTY.replace("June", "May").replace("raise", "rise");
        assert_eq!(draft.after(&actions[0], width), mended, "{encoding}");
        draft.client.finish().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_gets_its_edit_when_it_is_chosen() {
    let mut draft = Draft::open(lazy(), FAULTY).await;
    let actions = draft.actions(WHOLE, None).await;
    let fix = &actions[0];
    assert_eq!(
        (&fix["title"], &fix["isPreferred"]),
        (&json!("Use the source’s wording"), &json!(true))
    );
    assert!(actions.iter().all(|action| action.get("edit").is_none()), "{actions:?}");
    let chosen = draft.client.ask("codeAction/resolve", fix.clone()).await;
    assert_eq!(draft.after(&chosen, char::len_utf16), FAULTY.replace("June", "May"));
    assert_eq!((&chosen["title"], &chosen["diagnostics"]), (&fix["title"], &fix["diagnostics"]));
    // Two faults in one place have a fix of the same title each.
    let other = actions[1..].iter().find(|action| action["title"] == fix["title"]).expect("one");
    let chosen = draft.client.ask("codeAction/resolve", other.clone()).await;
    assert_eq!(draft.after(&chosen, char::len_utf16), FAULTY.replace("raise", "rise"));
    // What is accepted for good has nothing to wait for.
    let accept = actions.iter().find(|action| action["command"].is_object()).expect("one");
    assert!(accept.get("data").is_none());
    assert_eq!(draft.client.ask("codeAction/resolve", accept.clone()).await, *accept);
    // A text that has changed since gets no edit that was made for another.
    let uri = draft.uri.clone();
    draft.client.edit(&uri, 2, [(0, 0), (0, 0)], "x").await;
    let id = draft.client.request("codeAction/resolve", fix.clone()).await;
    assert_eq!(draft.client.answer(id).await["error"]["code"], -32801);
    let mut foreign = fix.clone();
    foreign["data"] = json!({"theirs": 1});
    let id = draft.client.request("codeAction/resolve", foreign).await;
    assert_eq!(draft.client.answer(id).await["error"]["code"], -32602);
    draft.client.forget_the_rest().await;
    draft.client.finish().await;
}
