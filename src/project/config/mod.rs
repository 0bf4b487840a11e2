//! `copydesk.toml`: what a writer may set, one file for the command line and every editor.
//!
//! [`Config`] is pure; [`find`] and [`load`] look for its file. Editors send the same keys as JSON
//! ([`Config::from_json`]).

mod file;
mod keys;
mod kinds;
mod parse;
mod schema;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

pub use file::{Found, NAME, find, load, load_names};
pub use kinds::{DateOrder, FailOn, Level, Lsp, NameRules, Size};
pub use schema::{schema, template};

use crate::check::Settings;
use crate::reading::dates::NumericOrder;

/// What the writer set; what is `None` or empty was not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Config {
    /// Folders (or files) of sources, relative to the configuration's folder.
    #[serde(deserialize_with = "kinds::strings")]
    pub sources: Vec<String>,
    /// Patterns of the drafts; empty for every text outside the sources.
    #[serde(deserialize_with = "kinds::strings")]
    pub drafts: Vec<String>,
    /// Patterns of files that are neither drafts nor sources.
    #[serde(deserialize_with = "kinds::strings")]
    pub exclude: Vec<String>,
    /// Severity by rule.
    pub rules: BTreeMap<String, Level>,
    /// The severity from which on `check` fails.
    pub fail_on: Option<FailOn>,
    /// Whether a quotation in no source is a warning.
    pub strict: Option<bool>,
    /// Only these rules.
    #[serde(deserialize_with = "kinds::strings")]
    pub select: Vec<String>,
    /// Never these rules.
    #[serde(deserialize_with = "kinds::strings")]
    pub ignore: Vec<String>,
    /// The language of the drafts, as "en" or "en-GB".
    pub language: Option<String>,
    /// The order of day, month and year in dates of digits.
    pub date_order: Option<DateOrder>,
    /// Bytes of one source that are read.
    pub max_file_size: Option<Size>,
    /// Names that the writer adds, joins or parts.
    pub names: NameRules,
    /// What only the language server heeds.
    pub lsp: Lsp,
    /// Fingerprints of findings that were accepted for good; from their own file.
    #[serde(skip)]
    pub accepted: BTreeSet<String>,
}

impl Config {
    /// What `other` sets, and of the rest what is set here: `other` wins.
    #[must_use]
    pub fn overlaid(self, other: Self) -> Self {
        let list =
            |mine: Vec<String>, theirs: Vec<String>| if theirs.is_empty() { mine } else { theirs };
        let mut rules = self.rules;
        rules.extend(other.rules);
        Self {
            sources: list(self.sources, other.sources),
            drafts: list(self.drafts, other.drafts),
            exclude: list(self.exclude, other.exclude),
            rules,
            fail_on: other.fail_on.or(self.fail_on),
            strict: other.strict.or(self.strict),
            select: list(self.select, other.select),
            ignore: list(self.ignore, other.ignore),
            language: other.language.or(self.language),
            date_order: other.date_order.or(self.date_order),
            max_file_size: other.max_file_size.or(self.max_file_size),
            names: self.names.joined(other.names),
            lsp: self.lsp.overlaid(&other.lsp),
            accepted: self.accepted.into_iter().chain(other.accepted).collect(),
        }
    }

    /// The settings of a check.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let severity = |(rule, level): (&String, &Level)| (rule.clone(), level.severity());
        Settings {
            severities: self.rules.iter().map(severity).collect(),
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            strict: self.strict.unwrap_or(false),
            accepted: self.accepted.clone(),
            date_order: self.numeric_order(),
        }
    }

    /// The order that is set, else the one that the language's country has.
    fn numeric_order(&self) -> NumericOrder {
        let american = |language: &String| matches!(language.as_str(), "en-US" | "en_US");
        match (self.date_order, &self.language) {
            (Some(DateOrder::Dmy), _) => NumericOrder::DayFirst,
            (Some(DateOrder::Mdy), _) => NumericOrder::MonthFirst,
            (None, Some(language)) if american(language) => NumericOrder::MonthFirst,
            (None, Some(language)) if language.len() > 2 => NumericOrder::DayFirst,
            _ => NumericOrder::FromDocument,
        }
    }

    /// How sources are loaded.
    #[must_use]
    pub fn source_options(&self) -> super::sources::Options {
        let max_bytes = self.max_file_size.map_or(super::sources::DEFAULT_MAX_BYTES, |size| size.0);
        super::sources::Options { max_bytes, exclude: self.exclude.clone() }
    }
}

#[cfg(test)]
mod tests;
