//! `wrong-weekday`: a date that cannot be.

use super::RuleInfo;
use crate::check::desk::{Desk, day_month_year, month_name};
use crate::check::{Applicability, Edit, Finding, Fix, Severity};
use crate::reading::dates::{self, DateMention, Problem, weekday_name};

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "wrong-weekday",
    summary: "a date that cannot be: the weekday does not fall on it, or the day does not exist",
    severity: Severity::Warning,
    needs_sources: false,
    page: "\
# wrong-weekday

The weekday does not fall on the date, or the month has no such day. No source is needed to know.

**Why.** Either the weekday or the date is wrong, and a reader with a calendar sees it.

**Example.** “Monday, 12 March 2024”: that day was a Tuesday. “31 June” does not exist.

**To mend.** Look up which of the two is right.

**To silence.** `<!-- copydesk: ignore wrong-weekday -->` on the same line, or alone on a line before
the paragraph; for a whole project `wrong-weekday = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

pub(super) fn on_draft(desk: &Desk<'_>, severity: Severity) -> Vec<Finding> {
    desk.draft
        .reading
        .dates
        .iter()
        .filter_map(|date| Some((date, dates::problem(date)?)))
        .map(|(date, problem)| Finding {
            rule: RULE.name,
            severity,
            message: message(problem),
            range: desk.draft.raw_range(date.range),
            evidence: Vec::new(),
            fixes: fix(desk, date, problem).into_iter().collect(),
            fingerprint: String::new(),
        })
        .collect()
}

/// The weekday of that date in place of the wrong one; a person must look which of the two is
/// meant.
fn fix(desk: &Desk<'_>, date: &DateMention, problem: Problem) -> Option<Fix> {
    let Problem::WrongWeekday { date: day, .. } = problem else { return None };
    let written = date.range.of(&desk.draft.extraction.text);
    let new_text = dates::in_style_of(written, day).filter(|new| new != written)?;
    Some(Fix {
        title: format!("Use the weekday of that date: {new_text}"),
        applicability: Applicability::Unsafe,
        edits: vec![Edit { range: desk.draft.raw_range(date.range), new_text }],
    })
}

fn message(problem: Problem) -> String {
    match problem {
        Problem::WrongWeekday { date, written, actual } => format!(
            "Wrong weekday: {} is a {}, not a {}.",
            day_month_year(date),
            weekday_name(actual),
            weekday_name(written)
        ),
        Problem::NoSuchDay { day, month, year, last } => {
            let month = month_name(month);
            let year = year.map(|year| format!(" {year}")).unwrap_or_default();
            format!(
                "No such day: {day} {month}{year} does not exist, {month}{year} ends on the {last}th."
            )
        }
    }
}
