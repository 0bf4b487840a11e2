//! What can be done about a place of a draft.

use super::{Page, silence};
use crate::check::{Applicability, Edit, Finding};
use crate::text::TextRange;

/// What kind of thing an action does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActionKind {
    /// Mends a finding.
    Fix,
    /// Silences a finding.
    Silence,
    /// Mends everything that may be mended unseen.
    FixAll,
}

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it does, as an order.
    pub title: String,
    /// What kind of thing it does.
    pub kind: ActionKind,
    /// Whether it is the one to take.
    pub preferred: bool,
    /// In raw bytes of the draft, in order, not overlapping.
    pub edits: Vec<Edit>,
    /// The finding that it settles, by its place among the findings.
    pub finding: Option<usize>,
}

/// What can be done about what stands at `range` (raw bytes; empty for a mere place).
#[must_use]
pub fn actions(page: &Page<'_>, range: TextRange) -> Vec<Action> {
    let here: Vec<(usize, &Finding)> = page
        .checked
        .findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| finding.range.start <= range.end && range.start <= finding.range.end)
        .collect();
    let fixes = here.iter().flat_map(|(number, finding)| fixes(*number, finding));
    let silences = here.iter().map(|(number, finding)| silence(page, *number, finding));
    fixes.chain(silences).chain(fix_all(page)).collect()
}

fn fixes(number: usize, finding: &Finding) -> impl Iterator<Item = Action> {
    finding.fixes.iter().enumerate().map(move |(at, fix)| Action {
        title: fix.title.clone(),
        kind: ActionKind::Fix,
        preferred: at == 0 && fix.applicability == Applicability::Safe,
        edits: fix.edits.clone(),
        finding: Some(number),
    })
}

fn silence(page: &Page<'_>, number: usize, finding: &Finding) -> Action {
    Action {
        title: format!("Ignore {} here", finding.rule),
        kind: ActionKind::Silence,
        preferred: false,
        edits: vec![silence::edit(page.draft, finding.rule, finding.range)],
        finding: Some(number),
    }
}

/// All safe fixes at once, where there are several; of two that touch, the first.
fn fix_all(page: &Page<'_>) -> Option<Action> {
    let safe = page.checked.findings.iter().filter_map(|finding| {
        finding.fixes.first().filter(|fix| fix.applicability == Applicability::Safe)
    });
    let mut edits: Vec<Edit> = Vec::new();
    for fix in safe {
        let last = edits.last().map_or(0, |edit| edit.range.end);
        if fix.edits.first().is_some_and(|edit| edits.is_empty() || edit.range.start > last) {
            edits.extend(fix.edits.iter().cloned());
        }
    }
    (!edits.is_empty()).then(|| Action {
        title: "Fix all that is safe".to_owned(),
        kind: ActionKind::FixAll,
        preferred: false,
        edits,
        finding: None,
    })
}
