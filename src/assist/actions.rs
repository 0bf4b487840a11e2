//! What can be done about a place of a draft.

use super::citations::key_of;
use super::{Page, citing, silence};
use crate::check::{Applicability, Edit, Finding, Verdict};
use crate::text::TextRange;

/// What kind of thing an action does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActionKind {
    /// Mends a finding.
    Fix,
    /// Silences a finding.
    Silence,
    /// Accepts a finding for good; without edits, the finding tells what.
    Accept,
    /// Puts a citation behind a verified quotation.
    Cite,
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
    let accepts = here.iter().map(|(number, finding)| accept(*number, finding));
    let cites = cite(page, range);
    fixes.chain(silences).chain(accepts).chain(cites).chain(fix_all(page)).collect()
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

fn accept(number: usize, finding: &Finding) -> Action {
    Action {
        title: format!("Accept this for good ({})", finding.rule),
        kind: ActionKind::Accept,
        preferred: false,
        edits: Vec::new(),
        finding: Some(number),
    }
}

/// A citation of the best source behind the quotation at `range`, in the draft's own style,
/// unless one stands there.
fn cite(page: &Page<'_>, range: TextRange) -> Option<Action> {
    let judged = page.quotation_at(range.start)?;
    let best = judged.evidence.first().filter(|_| judged.verdict == Verdict::Verified)?;
    let key = key_of(page.corpus, best.source)?;
    let edits = citing::edits(page, page.with_marks(judged.range).end, best.source)?;
    Some(Action {
        title: format!("Cite {key}"),
        kind: ActionKind::Cite,
        preferred: false,
        edits,
        finding: None,
    })
}

/// All safe fixes at once, where there are several; of two that touch, the first.
fn fix_all(page: &Page<'_>) -> Option<Action> {
    let safe = page.checked.findings.iter().filter_map(|finding| {
        finding.fixes.iter().find(|fix| fix.applicability == Applicability::Safe)
    });
    let mut edits: Vec<Edit> = Vec::new();
    for fix in safe {
        let last = edits.last().map(|edit| edit.range.end);
        if fix.edits.first().is_some_and(|edit| last.is_none_or(|last| edit.range.start > last)) {
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
