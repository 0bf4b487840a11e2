//! `copydesk explain`: what a rule reports, why, an example, how to silence it.

use super::args::Explain;
use super::output::{Failure, Outcome, Output};
use crate::check::{RULES, RuleInfo, rule};
use crate::report::style::{self, paint};
use crate::report::words;

pub(super) fn run(options: &Explain, output: Output) -> Outcome {
    let Some(name) = &options.rule else {
        output.result(&list())?;
        return Ok(false);
    };
    let rule = rule(name).ok_or_else(|| unknown(name))?;
    output.result(&page(rule))?;
    Ok(false)
}

/// An error for each name that is no rule's.
pub(super) fn require_rules<'a>(
    names: impl IntoIterator<Item = &'a String>,
) -> Result<(), Failure> {
    names.into_iter().find(|name| rule(name).is_none()).map_or(Ok(()), |name| Err(unknown(name)))
}

fn unknown(name: &str) -> Failure {
    let nearest = crate::check::nearest_rule(name)
        .map_or_else(String::new, |rule| format!("; did you mean “{rule}”?"));
    Failure(format!("there is no rule “{name}”{nearest} (copydesk explain lists them)"))
}

fn list() -> String {
    let mut out = String::new();
    for rule in RULES {
        let name = paint(style::STRONG, &format!("{:<17}", rule.name));
        let severity = words::severity(rule.severity);
        let summary = crate::report::text::wrap(rule.summary, 80 - 31, &" ".repeat(31));
        out += &format!("{name} {severity:<12} {summary}\n");
    }
    out
}

fn page(rule: &RuleInfo) -> String {
    format!("{}\n", rule.page.trim())
}
