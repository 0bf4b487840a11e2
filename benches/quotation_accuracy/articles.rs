//! Annotated articles.

use copydesk::corpus::Source;
use copydesk::reading::markup::{self, Format};
use serde_json::Value;

pub(crate) struct Article {
    pub name: String,
    text: Vec<char>,
    pub quotes: Vec<Quote>,
}

pub(crate) struct Quote {
    pub start: usize,
    pub end: usize,
    pub attribution: String,
    pub speaker: String,
}

pub(crate) fn read(path: &str) -> Vec<Article> {
    let file = std::fs::read_to_string(path).unwrap();
    file.lines().map(|line| article(&serde_json::from_str(line).unwrap())).collect()
}

fn article(value: &Value) -> Article {
    let offset = |value: &Value| value.as_u64().unwrap() as usize;
    let quote = |value: &Value| Quote {
        start: offset(&value["start"]),
        end: offset(&value["end"]),
        attribution: value["attribution"].as_str().unwrap_or_default().to_owned(),
        speaker: value["speaker"]["text"].as_str().unwrap_or("he").replace('\n', " "),
    };
    Article {
        name: value["doc_id"].as_str().unwrap().to_owned(),
        text: value["text"].as_str().unwrap().chars().collect(),
        quotes: value["quotes"].as_array().unwrap().iter().map(quote).collect(),
    }
}

impl Article {
    pub(crate) fn slice(&self, start: usize, end: usize) -> String {
        self.text.get(start..end).unwrap_or_default().iter().collect()
    }

    pub(crate) fn text(&self) -> String {
        self.text.iter().collect()
    }

    pub(crate) fn words(&self, quote: &Quote) -> Vec<String> {
        let quoted = self.slice(quote.start, quote.end);
        let bare = quoted.trim_matches(|c: char| "“”\"".contains(c));
        bare.split_whitespace().map(str::to_owned).collect()
    }

    pub(crate) fn source(&self) -> Source {
        let mut source = Source::default();
        source.id.clone_from(&self.name);
        source.path.clone_from(&self.name);
        source.extraction = markup::extract(&self.text(), Format::Plain);
        source
    }
}
