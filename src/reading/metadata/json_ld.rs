//! The metadata of a page's JSON-LD.

use serde_json::Value;

use super::{Confidence, Known, Metadata, clean, day};

/// Reads one block; what is no JSON says nothing.
pub(super) fn read(text: &str) -> Metadata {
    let Ok(value) = serde_json::from_str::<Value>(text.trim()) else { return Metadata::default() };
    let mut nodes = Vec::new();
    collect(&value, &mut nodes, 0);
    let article = nodes.iter().find(|node| is_article(node));
    article.map(|node| of_node(node)).unwrap_or_default()
}

/// The nodes of a block: itself, the items of a list, of `@graph` and of `mainEntity`.
fn collect<'v>(value: &'v Value, nodes: &mut Vec<&'v Value>, depth: usize) {
    if depth > 3 {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, nodes, depth + 1)),
        Value::Object(object) => {
            nodes.push(value);
            for key in ["@graph", "mainEntity"] {
                if let Some(inner) = object.get(key) {
                    collect(inner, nodes, depth + 1);
                }
            }
        }
        _ => {}
    }
}

fn is_article(node: &Value) -> bool {
    let names = |kind: &Value| {
        kind.as_str().is_some_and(|name| {
            ["Article", "Posting", "Report", "CreativeWork"].iter().any(|end| name.ends_with(end))
                || name.ends_with("NewsArticle")
        })
    };
    match node.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(names),
        Some(kind) => names(kind),
        None => false,
    }
}

fn of_node(node: &Value) -> Metadata {
    let text = |key: &str| {
        let value = node.get(key).and_then(text_of).and_then(|text| clean(&text))?;
        Some(Known::new(value, Confidence::High, format!("JSON-LD {key}")))
    };
    let date = |key: &str| {
        let date = day::of_value(node.get(key)?.as_str()?)?;
        Some(Known::new(date, Confidence::High, format!("JSON-LD {key}")))
    };
    Metadata {
        title: text("headline").or_else(|| text("name")),
        author: text("author").or_else(|| text("creator")),
        outlet: text("publisher"),
        date: date("datePublished"),
        updated: date("dateModified"),
        ..Metadata::default()
    }
}

/// A name: a string, an object with a `name`, or a list of those.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.starts_with("http") => Some(text.clone()),
        Value::Object(object) => object.get("name").and_then(text_of),
        Value::Array(values) => {
            let names: Vec<String> = values.iter().filter_map(text_of).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}
