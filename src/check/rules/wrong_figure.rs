//! `wrong-figure`: a number differs from the source's for the same thing.

use super::RuleInfo;
use super::misdate::one_line;
use crate::check::desk::Desk;
use crate::check::restate::Told;
use crate::check::{Applicability, Edit, Evidence, Finding, Fix, Severity};
use crate::corpus::statements::Match;
use crate::reading::figures::{self, Agreement, Figure, FigureKind};
use crate::text::TextRange;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "wrong-figure",
    summary: "a number, amount or count differs from the source's for the same thing",
    severity: Severity::Warning,
    page: "\
# wrong-figure

The draft gives a number, an amount, a percentage or a count, the sources tell the same thing of the
same people and places, and none of their figures can be the draft’s.

**Why.** A digit is the easiest thing to get wrong and the hardest to see.

**Example.** The source has “The town sent 2,000 volunteers.” The draft has “The town sent 3,000
volunteers.”

Roundings (“about $1.5 billion” for $1,482,000,000), bounds (“more than 1,900”) and figures in words
are consistent. Figures of different things or units are not compared.

**To mend.** Look at the passage, then take the source’s figure.

**To silence.** `<!-- copydesk: ignore wrong-figure -->` on the same line, or alone on a line before
the paragraph; for a whole project `wrong-figure = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

/// A source's figure for what the draft tells.
struct Claim<'a> {
    figure: &'a Figure,
    source: usize,
    sentence: TextRange,
}

pub(super) fn on_statements(desk: &Desk<'_>, told: &Told<'_>, severity: Severity) -> Vec<Finding> {
    let figures = &desk.draft.reading.figures;
    told.figures
        .iter()
        .map(|&number| &figures[number])
        .filter(|figure| is_comparable(figure))
        .filter_map(|figure| against(desk, told, figure, severity))
        .collect()
}

/// Bare numbers and ordinals may count anything.
fn is_comparable(figure: &Figure) -> bool {
    figure.unit.is_some() && figure.kind != FigureKind::Ordinal
}

fn against(
    desk: &Desk<'_>,
    told: &Told<'_>,
    drafted: &Figure,
    severity: Severity,
) -> Option<Finding> {
    let agrees = |claim: &Claim<'_>| {
        matches!(
            figures::consistent(drafted, claim.figure),
            Agreement::Same | Agreement::Compatible
        )
    };
    let claims: Vec<Claim<'_>> = told
        .sure()
        .flat_map(|found| of_clause(desk, found))
        .filter(|claim| figures::consistent(drafted, claim.figure) == Agreement::Different)
        .filter(|claim| !is_accounted_for(desk, told, claim))
        .collect();
    let first = claims.first()?;
    // A figure that goes with the draft's and not with the claim as well speaks for the draft's.
    let acquits = |claim: &Claim<'_>| agrees(claim) && !goes_with(first.figure, claim.figure);
    if told.rivals().chain(told.echoes()).any(|found| of_sentence(desk, found).iter().any(acquits))
    {
        return None;
    }
    // Sources that disagree with one another are the business of `disputed`.
    let differs =
        |claim: &Claim<'_>| figures::consistent(first.figure, claim.figure) == Agreement::Different;
    if claims.iter().any(differs) {
        return None;
    }
    // Two figures of the same unit in one clause: which of them is meant cannot be told.
    let rivals = claims
        .iter()
        .filter(|claim| claim.source == first.source && claim.sentence == first.sentence)
        .count();
    (rivals == 1).then(|| finding(desk, drafted, &claims, severity))
}

/// Whether another figure of the draft's clause is the claim's: "nine of the 11 counts".
fn is_accounted_for(desk: &Desk<'_>, told: &Told<'_>, claim: &Claim<'_>) -> bool {
    let figures = &desk.draft.reading.figures;
    told.figures.iter().any(|&number| goes_with(&figures[number], claim.figure))
}

/// Whether the two agree, or are the same number where one stands without what it counts ("94 of
/// the 199 seats").
fn goes_with(a: &Figure, b: &Figure) -> bool {
    let bare = a.unit.is_none() || b.unit.is_none();
    matches!(figures::consistent(a, b), Agreement::Same | Agreement::Compatible)
        || (bare && a.low == b.low && a.high == b.high)
}

fn of_clause<'a>(desk: &Desk<'a>, found: &Match<'a>) -> Vec<Claim<'a>> {
    claims(desk, found, &found.sentence.clauses[found.clause].figures)
}

fn of_sentence<'a>(desk: &Desk<'a>, found: &Match<'a>) -> Vec<Claim<'a>> {
    let all: Vec<usize> =
        found.sentence.clauses.iter().flat_map(|clause| clause.figures.iter().copied()).collect();
    claims(desk, found, &all)
}

fn claims<'a>(desk: &Desk<'a>, found: &Match<'a>, numbers: &[usize]) -> Vec<Claim<'a>> {
    let source = &desk.corpus.sources()[found.sentence.source];
    numbers
        .iter()
        .map(|&number| Claim {
            figure: &source.reading().figures[number],
            source: found.sentence.source,
            sentence: found.sentence.range,
        })
        .collect()
}

fn finding(desk: &Desk<'_>, drafted: &Figure, claims: &[Claim<'_>], severity: Severity) -> Finding {
    let text = &desk.draft.extraction.text;
    let first = &claims[0];
    let stated = first.figure.range.of(desk.corpus.sources()[first.source].text());
    let range = desk.draft.raw_range(drafted.range);
    Finding {
        rule: RULE.name,
        severity,
        message: format!(
            "Wrong figure: the source has “{}”, the draft “{}” ({}).",
            one_line(stated),
            one_line(drafted.range.of(text)),
            desk.place_of(first.source, first.figure.range),
        ),
        range,
        evidence: claims.iter().map(evidence).collect(),
        fixes: fix(text, drafted, first.figure, range).into_iter().collect(),
        fingerprint: String::new(),
    }
}

fn evidence(claim: &Claim<'_>) -> Evidence {
    Evidence { source: claim.source, range: claim.sentence, speaker: None, date: None, diff: None }
}

fn fix(text: &str, drafted: &Figure, stated: &Figure, range: TextRange) -> Option<Fix> {
    let single = stated.low == stated.high && drafted.low == drafted.high;
    let new_text =
        figures::in_style_of(drafted.range.of(text), stated.value()).filter(|_| single)?;
    Some(Fix {
        title: format!("Use the source’s figure: {new_text}"),
        applicability: Applicability::Unsafe,
        edits: vec![Edit { range, new_text }],
    })
}
