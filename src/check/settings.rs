//! Which rules run, and how grave what they report is.

use std::collections::{BTreeMap, BTreeSet};

use super::{Severity, rule};
use crate::reading::dates::NumericOrder;

/// What the writer set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Severity by rule; `None` turns the rule off. Rules not named keep their default.
    pub severities: BTreeMap<String, Option<Severity>>,
    /// Only these rules, where not empty.
    pub select: Vec<String>,
    /// Never these rules.
    pub ignore: Vec<String>,
    /// `unsourced-quote` becomes a warning.
    pub strict: bool,
    /// Fingerprints of findings that were accepted for good.
    pub accepted: BTreeSet<String>,
    /// The order of day and month in the draft's dates of digits.
    pub date_order: NumericOrder,
}

impl Settings {
    /// The severity of the rule `name`, or `None` where it is off.
    #[must_use]
    pub fn severity(&self, name: &str) -> Option<Severity> {
        let selected = self.select.is_empty() || self.select.iter().any(|rule| rule == name);
        if !selected || self.ignore.iter().any(|rule| rule == name) {
            return None;
        }
        if let Some(severity) = self.severities.get(name) {
            return *severity;
        }
        if self.strict && name == "unsourced-quote" {
            return Some(Severity::Warning);
        }
        rule(name).map(|rule| rule.severity)
    }
}
