//! The JSON schema of `copydesk.toml`, and the commented file that `init` writes.

use serde_json::{Map, Value, json};

use super::keys::{self, KEYS, Key, Kind, LEVELS, SECTIONS};

/// The JSON schema of `copydesk.toml`, for editors that complete and check TOML.
#[must_use]
pub fn schema() -> Value {
    let mut properties = section("");
    for name in SECTIONS {
        let inner = if name == "rules" { rules() } else { section(name) };
        properties.insert(
            name.to_owned(),
            json!({
                "type": "object",
                "description": heading(name),
                "additionalProperties": false,
                "properties": inner,
            }),
        );
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "copydesk.toml",
        "description": "Settings of Copydesk, which checks quotations, names, dates and figures against sources.",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
    })
}

fn section(name: &str) -> Map<String, Value> {
    KEYS.iter()
        .filter(|key| key.section == name)
        .map(|key| (key.name.to_owned(), property(key)))
        .collect()
}

fn property(key: &Key) -> Value {
    let mut value = value_schema(key.kind);
    if let Some(object) = value.as_object_mut() {
        object.insert("description".to_owned(), key.doc.into());
    }
    value
}

fn value_schema(kind: Kind) -> Value {
    let strings = || json!({"type": "array", "items": {"type": "string"}});
    match kind {
        Kind::Strings => json!({"oneOf": [{"type": "string"}, strings()]}),
        Kind::Text => json!({"type": "string"}),
        Kind::Flag => json!({"type": "boolean"}),
        Kind::Milliseconds => json!({"type": "integer", "minimum": 0}),
        Kind::Size => {
            json!({"oneOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^[0-9]+ ?([KkMmGg]i?[Bb]?)?$"}]})
        }
        Kind::Choice(values) => json!({"type": "string", "enum": values}),
        Kind::Aliases => json!({"type": "object", "additionalProperties": strings()}),
        Kind::Groups => json!({"type": "array", "items": strings()}),
    }
}

fn rules() -> Map<String, Value> {
    let rule = |(name, level): (&str, &str)| {
        (name.to_owned(), json!({"type": "string", "enum": LEVELS, "default": level}))
    };
    keys::rules().map(rule).collect()
}

fn heading(section: &str) -> &'static str {
    match section {
        "rules" => {
            "How grave each rule's findings are: \"error\", \"warning\", \"information\", \"hint\" or \"off\"."
        }
        "names" => "Names to add, join or keep apart; also in a names.toml beside this file.",
        _ => "What only the language server heeds.",
    }
}

/// A `copydesk.toml` in which every setting stands as a comment with what it does.
#[must_use]
pub fn template() -> String {
    let mut out =
        "# Copydesk: checks the quotations, names, dates and figures of drafts against sources.\n\
        # Everything here may be left out.\n"
            .to_owned();
    for section in ["", "rules", "names", "lsp"] {
        if !section.is_empty() {
            out += &format!("\n# {}\n[{section}]\n", heading(section));
        }
        if section == "rules" {
            out.extend(keys::rules().map(|(name, level)| format!("# {name} = \"{level}\"\n")));
        }
        for key in KEYS.iter().filter(|key| key.section == section) {
            out += &format!("\n{}# {} = {}\n", comment(key.doc), key.name, key.example);
        }
    }
    out
}

/// `doc` as lines of comment of at most 80 columns.
fn comment(doc: &str) -> String {
    let mut out = String::new();
    let mut line = "#".to_owned();
    for word in doc.split_whitespace() {
        if line.len() + 1 + word.len() > 80 {
            out += &line;
            out.push('\n');
            line = "#".to_owned();
        }
        line.push(' ');
        line += word;
    }
    out + &line + "\n"
}
