//! `spliced-quote`: one quotation joins passages that stand apart.

use super::RuleInfo;
use super::misquote::shortened;
use crate::check::desk::{Desk, Judged};
use crate::check::judge::Passage;
use crate::check::{Applicability, Edit, Finding, Fix, Severity, Verdict, marking};
use crate::text::TextRange;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "spliced-quote",
    summary: "one quotation joins passages that stand apart in the sources",
    severity: Severity::Error,
    needs_sources: true,
    page: "\
# spliced-quote

One quotation joins passages that stand apart in the source, stand in different sources, or come
from different speakers, without an ellipsis.

**Why.** Each half may be true to the letter; together they are a sentence that nobody said.

**Example.** The source has two remarks, a page apart:

    “The bridge is safe,” Moss said.
    …
    “We close it in May,” Brandt told the council.

The draft has:

    “The bridge is safe. We close it in May,” Moss said.

Two halves of one utterance, joined across the source’s own “he said”, are not reported.

**To mend.** Quote the parts apart, each with its speaker; or, where both are one person’s and the
sense is kept, mark the join with an ellipsis.

**To silence.** `<!-- copydesk: ignore spliced-quote -->` on the same line, or alone on a line before
the paragraph; for a whole project `spliced-quote = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

pub(super) fn report(desk: &Desk<'_>, judged: &Judged<'_>, severity: Severity) -> Option<Finding> {
    if judged.judgement.verdict != Verdict::Spliced {
        return None;
    }
    let passages = &judged.judgement.passages;
    let parts: Vec<String> = passages.iter().map(|passage| part(desk, passage)).collect();
    Some(Finding {
        rule: RULE.name,
        severity,
        message: format!("Spliced quotation: it joins {}.", parts.join(" with ")),
        range: desk.draft.raw_range(judged.quotation.range),
        evidence: desk.evidence(passages),
        fixes: fix(desk, passages)
            .into_iter()
            .chain(marking::apart(desk, judged.quotation, passages))
            .collect(),
        fingerprint: String::new(),
    })
}

fn part(desk: &Desk<'_>, passage: &Passage) -> String {
    let words = shortened(passage.range.of(desk.source(passage).text()));
    format!("“{words}” ({})", desk.place(passage))
}

/// An ellipsis at each join, where all parts follow one another in one source.
fn fix(desk: &Desk<'_>, passages: &[Passage]) -> Option<Fix> {
    let in_order = passages
        .windows(2)
        .all(|pair| pair[0].source == pair[1].source && pair[0].range.end <= pair[1].range.start);
    if !in_order {
        return None;
    }
    let edits = passages[1..].iter().filter_map(|passage| {
        let start = desk.draft.raw_range(passage.parts.first()?.draft).start;
        let new_text = format!("{} ", marking::sign_of(&desk.draft.raw));
        Some(Edit { range: TextRange::empty(start), new_text })
    });
    Some(Fix {
        title: "Mark the join with an ellipsis".to_owned(),
        applicability: Applicability::Unsafe,
        edits: edits.collect(),
    })
}
