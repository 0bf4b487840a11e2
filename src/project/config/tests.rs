use std::fs;

use super::*;
use crate::check::Severity;

const ALL: &str = r#"
sources = "refs"
drafts = ["*.md"]
exclude = ["old/"]
fail-on = "warning"
strict = true
select = ["misquote", "misdate"]
ignore = ["disputed"]
language = "en-GB"
date-order = "dmy"
max-file-size = "2 MiB"
[rules]
misquote = "warning"
disputed = "off"
[names]
add = ["Ida Poe"]
aliases = { "Ada Moss" = ["Moss"] }
apart = [["Ada Moss", "Ida Moss"]]
[lsp]
debounce = 100
inlay-hints = true
"#;

#[test]
fn every_setting_is_read() {
    let (config, problems) = Config::parse("copydesk.toml", ALL);
    assert_eq!(problems, []);
    assert_eq!(config.sources, ["refs"]);
    assert_eq!(config.fail_on, Some(FailOn::Warning));
    assert_eq!(config.date_order, Some(DateOrder::Dmy));
    assert_eq!(config.source_options().max_bytes, 2 << 20);
    assert_eq!(config.names.aliases["Ada Moss"], ["Moss"]);
    assert_eq!(config.lsp.debounce, Some(100));
    let settings = config.settings();
    assert!(settings.strict);
    assert_eq!(settings.severities["misquote"], Some(Severity::Warning));
    assert_eq!(settings.severities["disputed"], None);
}

#[test]
fn editors_send_the_same_keys() {
    let table: toml::Table = ALL.parse().unwrap();
    let json = serde_json::to_value(table).unwrap();
    let (expected, _) = Config::parse("copydesk.toml", ALL);
    for sent in [json.clone(), serde_json::json!({ "copydesk": json })] {
        assert_eq!(Config::from_json(&sent), (expected.clone(), vec![]));
    }
    let (config, problems) =
        Config::from_json(&serde_json::json!({"strict": 3, "trace": {}, "sources": ["a"]}));
    assert_eq!(config.sources, ["a"]);
    assert!(problems[0].contains("copydesk.strict"), "{problems:?}");
}

#[test]
fn faults_are_told_with_their_place_and_cure() {
    for (text, told) in [
        (
            "sorces = []\n",
            "c.toml:1:1: \"sorces\" is not a key of this file: did you mean \"sources\"?",
        ),
        (
            "\n[rules]\nmisqote = \"off\"\n",
            "c.toml:3:1: \"misqote\" is not a key of this file: did you mean \"misquote\"?",
        ),
        (
            "[rules]\nmisquote = \"eror\"\nmisdate = \"off\"\n",
            "c.toml:2:12: rules.misquote is not used: unknown variant `eror`, expected one of",
        ),
        (
            "strict = \"yes\"\n",
            "c.toml:1:10: strict is not used: invalid type: string \"yes\", expected a boolean",
        ),
        (
            "fail-on = \"warn\"\n",
            "c.toml:1:11: fail-on is not used: unknown variant `warn`, expected one of `error`, `warning`",
        ),
        (
            "sources = 3\n",
            "c.toml:1:11: sources is not used: invalid type: integer `3`, expected a string or a list of strings",
        ),
        (
            "max-file-size = \"big\"\n",
            "c.toml:1:17: max-file-size is not used: invalid value: string \"big\", expected a number of bytes",
        ),
        (
            "ignore = [\"misdated\"]\n",
            "c.toml:1:11: \"misdated\" is not a rule: did you mean \"misdate\"?",
        ),
        ("a = [\n", "c.toml:1:6: this is not as TOML is written"),
        (
            "[lsp]\ndebouce = 1\n",
            "c.toml:2:1: \"debouce\" is not a key of this file: did you mean \"debounce\"?",
        ),
    ] {
        let (_, problems) = Config::parse("c.toml", text);
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        assert!(first.starts_with(told), "{first}\n  wanted {told}");
    }
    let (config, problems) = Config::parse("c.toml", "strict = 1\nsources = [\"a\"]\n");
    assert_eq!((config.sources.len(), problems.len()), (1, 1), "what is right is used");
}

#[test]
fn the_template_is_valid_when_uncommented() {
    let template = template();
    assert_eq!(Config::parse("t", &template), (Config::default(), vec![]));
    let bare: String = template
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest) if rest.split(" = ").next().is_some_and(|key| !key.contains(' ')) => rest,
            _ => line,
        })
        .flat_map(|line| [line, "\n"])
        .collect();
    let (config, problems) = Config::parse("t", &bare);
    assert_eq!(problems, []);
    assert_eq!(config.rules.len(), keys::rules().count());
    assert_eq!(config.lsp.hold, Some(2000));
}

#[test]
fn the_checks_rules_are_those_that_can_be_set() {
    for rule in crate::check::RULES {
        let known = keys::rules().find(|(name, _)| *name == rule.name);
        assert!(known.is_some(), "{} is missing in the keys", rule.name);
        let (config, problems) = Config::parse("t", &format!("[rules]\n{} = \"off\"", rule.name));
        assert_eq!((config.rules.len(), problems), (1, Vec::new()), "{}", rule.name);
    }
}

#[test]
fn the_file_is_found_upwards_to_the_repository() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("book");
    let inner = root.join("part/chapter");
    fs::create_dir_all(&inner).unwrap();
    fs::write(folder.path().join(NAME), "strict = true\n").unwrap();
    fs::write(inner.join("draft.md"), "").unwrap();
    assert!(find(&inner).is_some());
    fs::create_dir(root.join(".git")).unwrap();
    assert_eq!(find(&inner), None);
    fs::write(root.join(NAME), "sources = [\"./refs\"]\n").unwrap();
    fs::write(root.join("names.toml"), "add = [\"Ida Poe\"]\nalias = 1\n").unwrap();
    let (found, problems) = load(None, &inner.join("draft.md")).unwrap();
    assert!(found.sources()[0].ends_with("book/refs"), "{found:?}");
    assert_eq!(found.config.names.add, ["Ida Poe"]);
    assert!(problems[0].message.contains("did you mean \"aliases\""), "{problems:?}");
    let missing = load(Some(&root.join("none.toml")), &inner).unwrap_err();
    assert!(missing.message.contains("no such file"), "{missing}");
}
