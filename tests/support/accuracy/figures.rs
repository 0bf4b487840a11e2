//! The committed figures (`tests/accuracy/figures.toml`): written, read, compared.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use toml::Table;

use super::measure::{Faithful, Score, Tally};
use super::set;

/// Figures are kept to three places; what is nearer is the same.
const SAME: f64 = 0.000_6;
/// Planted drafts are many to one text: what goes wrong in it counts several times over.
const PLANTED_SLACK: f64 = 0.02;

fn path() -> PathBuf {
    set::folder().join("figures.toml")
}

/// What is committed; empty where there is none yet.
pub(crate) fn committed() -> Table {
    fs::read_to_string(path()).map_or_else(|_| Table::new(), |text| text.parse().unwrap())
}

/// Writes the tallies, each under its name.
pub(crate) fn write(tallies: &[(&str, &Tally)]) {
    let mut text = "# Written by `COPYDESK_UPDATE=1 cargo test --test accuracy`.\n".to_owned();
    for (name, tally) in tallies {
        for rule in set::judging_rules() {
            let Some(score) = tally.rules.get(rule) else { continue };
            let _ = write!(text, "\n[{name}.{rule}]\n{}", score_lines(score));
        }
        let _ = write!(text, "\n[{name}.faithful]\n{}", faithful_lines(&tally.faithful));
    }
    fs::write(path(), text).unwrap();
}

fn score_lines(score: &Score) -> String {
    let mut lines = format!(
        "labels = {}\nmet = {}\nright = {}\nalarms = {}\n",
        score.labels, score.met, score.right, score.alarms
    );
    for (name, value) in [("precision", score.precision()), ("recall", score.recall())] {
        if let Some(value) = value {
            let _ = writeln!(lines, "{name} = {value:.3}");
        }
    }
    lines
}

fn faithful_lines(count: &Faithful) -> String {
    format!(
        "drafts = {}\nwith_error = {}\nwith_warning = {}\nwith_any = {}\n",
        count.drafts, count.with_error, count.with_warning, count.with_any
    )
}

/// How `value` stands to the committed one of `name.rule.what`.
pub(crate) fn change(
    table: &Table,
    name: &str,
    rule: &str,
    what: &str,
    value: Option<f64>,
) -> Option<f64> {
    let before = number(table, name, rule, what)?;
    let difference = value? - before;
    (difference.abs() > SAME).then_some(difference)
}

fn number(table: &Table, name: &str, rule: &str, what: &str) -> Option<f64> {
    let value = table.get(name)?.get(rule)?.get(what)?;
    value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64))
}

/// Every figure of `tally` that is worse than the committed one.
pub(crate) fn worse(table: &Table, name: &str, tally: &Tally) -> Vec<String> {
    let mut worse = Vec::new();
    for (rule, score) in &tally.rules {
        for (what, value) in [("precision", score.precision()), ("recall", score.recall())] {
            if let Some(difference) = change(table, name, rule, what, value)
                && difference < if name == "planted" { -PLANTED_SLACK } else { 0.0 }
            {
                worse.push(format!(
                    "{name}: {what} of {rule} fell by {:.3} to {:.3}",
                    -difference,
                    value.unwrap_or_default()
                ));
            }
        }
    }
    let count = &tally.faithful;
    for (what, value) in [("with_error", count.with_error), ("with_warning", count.with_warning)] {
        if let Some(before) = number(table, name, "faithful", what)
            && value as f64 > before
        {
            worse.push(format!("{name}: faithful drafts {what}: {value}, were {before}"));
        }
    }
    worse
}
