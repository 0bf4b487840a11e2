//! `misquote`: words inside quotation marks differ from the source.

use super::RuleInfo;
use crate::check::desk::{Desk, Judged};
use crate::check::judge::{Abuse, Part, Passage};
use crate::check::{DiffOp, Finding, Severity, Verdict, marking, wording};

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "misquote",
    summary: "words inside quotation marks differ from the source",
    severity: Severity::Error,
    needs_sources: true,
    page: "\
# misquote

Words inside quotation marks differ from the source: changed, dropped without an ellipsis, added
or reordered; or an ellipsis or bracket hides a negation, or the quotation is cut off beside one (“I
am” of “I am not”).

**Why.** What stands between quotation marks is a promise: these very words. A dropped “not” or
another digit makes a false statement of a true one.

**Example.** The source has:

    “We will not raise the tax this year,” Moss told the council.

The draft has:

    Moss said “we will not rise the tax this year”.

Not reported: curly or straight marks, another first letter’s case, final punctuation inside or
outside, dashes, hyphens and accents, British or American spelling, an ellipsis for words left
out, square brackets for words put in, the source’s own “he said” between two halves, and what the
source itself put into its speaker’s words in brackets.

**To mend.** Take the source’s wording (`--fix`, or the quick fix of the editor), mark what was
left out with an ellipsis and what was put in with square brackets, or drop the quotation marks.

**To silence.** `<!-- copydesk: ignore misquote -->` on the same line, or alone on a line before the
paragraph; for a whole project `misquote = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

/// How many changes a message spells out.
const MOST_TOLD: usize = 2;
/// How long, in characters, a changed part may be to be spelled out whole.
const LONGEST_TOLD: usize = 60;

pub(super) fn report(desk: &Desk<'_>, judged: &Judged<'_>, severity: Severity) -> Option<Finding> {
    if judged.judgement.verdict != Verdict::Altered {
        return None;
    }
    let passage = judged.judgement.passages.first()?;
    let range = desk.changed_range(passage)?;
    let message = format!("Misquote: {} ({}).", differences(desk, passage), desk.place(passage));
    Some(Finding {
        rule: RULE.name,
        severity,
        message,
        range,
        evidence: desk.evidence(&judged.judgement.passages),
        fixes: std::iter::once(wording::fix(desk, passage))
            .chain(marking::ellipsis(desk, passage))
            .collect(),
        fingerprint: String::new(),
    })
}

/// What differs, in words: "the source has “raise”, the draft “rise”".
pub(super) fn differences(desk: &Desk<'_>, passage: &Passage) -> String {
    if let Some(abuse) = passage.abuses.first() {
        return abused(desk, passage, abuse);
    }
    let changes: Vec<&Part> = passage.changes().collect();
    let told: Vec<String> =
        changes.iter().take(MOST_TOLD).map(|part| difference(desk, passage, part)).collect();
    let more = changes.len().saturating_sub(MOST_TOLD);
    let told = told.join("; ");
    match more {
        0 => told,
        1 => format!("{told}; and 1 more change"),
        _ => format!("{told}; and {more} more changes"),
    }
}

fn difference(desk: &Desk<'_>, passage: &Passage, part: &Part) -> String {
    let source = shortened(part.source.of(desk.source(passage).text()));
    let draft = shortened(part.draft.of(&desk.draft.extraction.text));
    match part.op {
        DiffOp::Insert => format!("the draft leaves out “{source}”"),
        DiffOp::Delete => format!("the draft adds “{draft}”"),
        DiffOp::Replace | DiffOp::Equal => {
            format!("the source has “{source}”, the draft “{draft}”")
        }
    }
}

fn abused(desk: &Desk<'_>, passage: &Passage, abuse: &Abuse) -> String {
    match abuse {
        Abuse::SwallowedNegation { draft, source } => format!(
            "“{}” hides the word “{}” of the source",
            draft.of(&desk.draft.extraction.text),
            source.of(desk.source(passage).text())
        ),
        Abuse::AddedNegation { draft } => format!(
            "“{}” puts in a negation that the source does not have",
            draft.of(&desk.draft.extraction.text)
        ),
        Abuse::OtherName { draft, source } => format!(
            "“{}” stands where the source has “{}”",
            draft.of(&desk.draft.extraction.text),
            source.of(desk.source(passage).text())
        ),
    }
}

/// `words` on one line, its middle cut out where it is long.
pub(super) fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = line.chars().count();
    if length <= LONGEST_TOLD {
        return line;
    }
    let head: String = line.chars().take(LONGEST_TOLD / 2).collect();
    let tail: String = line.chars().skip(length - LONGEST_TOLD / 3).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}
