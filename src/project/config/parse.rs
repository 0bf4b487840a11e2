//! The text of a configuration to its settings; every fault is told with its place, and what is
//! right is used all the same.

use serde::Deserialize;
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::super::Problem;
use super::super::toml_file::{TomlFile, in_order};
use super::{Config, NameRules, keys};

impl Config {
    /// Reads a `copydesk.toml`; `shown` is its path in the problems.
    #[must_use]
    pub fn parse(shown: &str, text: &str) -> (Self, Vec<Problem>) {
        let file = TomlFile::new(shown, text);
        let (table, mut problems) = file.parse();
        let mut config = Self::default();
        for (key, value) in in_order(&table) {
            problems.extend(unknown_keys(&file, key, value));
            if keys::names_in("").contains(&key.get_ref().as_ref()) {
                for (name, value) in one_by_one(key, value) {
                    match alone::<Self>(key, &value) {
                        Ok(part) => config = config.overlaid(part),
                        Err(error) => problems.push(wrong_value(&file, key, &name, &error)),
                    }
                }
            }
        }
        (config, problems)
    }

    /// Reads what an editor sends: the same keys as JSON, alone or below "copydesk". Keys of other
    /// programs are passed over; values that make no sense are told.
    #[must_use]
    pub fn from_json(value: &Value) -> (Self, Vec<String>) {
        let value = value.get("copydesk").filter(|section| section.is_object()).unwrap_or(value);
        let mut config = Self::default();
        let mut problems = Vec::new();
        for name in keys::names_in("") {
            let Some(part) = value.get(name).filter(|part| !part.is_null()) else { continue };
            match Self::deserialize(serde_json::json!({ name: part })) {
                Ok(part) => config = config.overlaid(part),
                Err(error) => {
                    problems.push(format!("the setting copydesk.{name} is not used: {error}"))
                }
            }
        }
        (config, problems)
    }
}

impl NameRules {
    /// Reads a `names.toml`: the keys of `[names]` at the top.
    #[must_use]
    pub fn parse(shown: &str, text: &str) -> (Self, Vec<Problem>) {
        let file = TomlFile::new(shown, text);
        let (table, mut problems) = file.parse();
        let known = keys::names_in("names");
        let mut rules = Self::default();
        for (key, value) in in_order(&table) {
            if !known.contains(&key.get_ref().as_ref()) {
                problems.push(file.unknown_key(key, &known));
                continue;
            }
            match alone::<Self>(key, value) {
                Ok(part) => rules = rules.joined(part),
                Err(error) => problems.push(wrong_value(&file, key, key.get_ref(), &error)),
            }
        }
        (rules, problems)
    }
}

type Key<'t> = Spanned<DeString<'t>>;

/// A section as one table for each of its entries, so that a wrong one does not take the others
/// with it; any other value as it is.
fn one_by_one<'t>(
    key: &Key<'t>,
    value: &Spanned<DeValue<'t>>,
) -> Vec<(String, Spanned<DeValue<'t>>)> {
    let section = key.get_ref().as_ref();
    let is_section = keys::SECTIONS.contains(&section);
    let Some(entries) = value.get_ref().as_table().filter(|_| is_section) else {
        return vec![(section.to_owned(), value.clone())];
    };
    let entry = |(key, value): (&Key<'t>, &Spanned<DeValue<'t>>)| {
        let mut table = DeTable::new();
        table.insert(key.clone(), value.clone());
        let name = format!("{section}.{}", key.get_ref());
        (name, Spanned::new(value.span(), DeValue::Table(table)))
    };
    in_order(entries).into_iter().map(entry).collect()
}

/// Reads one key as if nothing else stood in the file.
fn alone<'t, T: Deserialize<'t>>(
    key: &Key<'t>,
    value: &Spanned<DeValue<'t>>,
) -> Result<T, toml::de::Error> {
    let mut table = DeTable::new();
    table.insert(key.clone(), value.clone());
    let whole = Spanned::new(value.span(), DeValue::Table(table));
    T::deserialize(toml::de::ValueDeserializer::from(whole))
}

fn wrong_value(file: &TomlFile<'_>, key: &Key<'_>, name: &str, error: &toml::de::Error) -> Problem {
    let message = format!("{name} is not used: {}", error.message());
    file.grave(error.span().or_else(|| Some(key.span())), message)
}

/// The problem of a key at the top, or those of the keys of a section.
fn unknown_keys(file: &TomlFile<'_>, key: &Key<'_>, value: &Spanned<DeValue<'_>>) -> Vec<Problem> {
    let name = key.get_ref().as_ref();
    let known = keys::names_in("");
    if !known.contains(&name) {
        return vec![file.unknown_key(key, &known)];
    }
    if matches!(name, "select" | "ignore") {
        return unknown_rules(file, value);
    }
    let inner = value.get_ref().as_table().filter(|_| keys::SECTIONS.contains(&name));
    let known = keys::names_in(name);
    let inner = inner.into_iter().flat_map(in_order);
    let unknown = inner.filter(|(key, _)| !known.contains(&key.get_ref().as_ref()));
    unknown.map(|(key, _)| file.unknown_key(key, &known)).collect()
}

fn unknown_rules(file: &TomlFile<'_>, value: &Spanned<DeValue<'_>>) -> Vec<Problem> {
    let known = keys::names_in("rules");
    let rules = value.get_ref().as_array().into_iter().flat_map(|list| list.iter());
    let unknown =
        rules.filter(|rule| rule.get_ref().as_str().is_some_and(|name| !known.contains(&name)));
    unknown
        .map(|rule| {
            let name = rule.get_ref().as_str().unwrap_or_default();
            let advice = super::super::toml_file::nearest(name, &known).map_or_else(
                || format!("the rules are {}", known.join(", ")),
                |meant| format!("did you mean \"{meant}\"?"),
            );
            file.at(Some(rule.span()), format!("\"{name}\" is not a rule: {advice}"))
        })
        .collect()
}
