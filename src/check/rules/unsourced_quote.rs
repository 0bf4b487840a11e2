//! `unsourced-quote`: no source has these words or anything near them.

use super::RuleInfo;
use super::misquote::shortened;
use crate::check::desk::{Desk, Judged};
use crate::check::{Finding, Severity, Verdict};
use crate::corpus::Status;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "unsourced-quote",
    summary: "no source has these words, or anything near them",
    severity: Severity::Information,
    needs_sources: true,
    page: "\
# unsourced-quote

No source that could be read has these words, or anything near them.

**Why.** It may be your own interview, or a document that is not in the folder: this is no
accusation. It tells what still needs a source. With `--strict` it is a warning.

**Example.** The draft has “I have never been to Redport”, and none of the sources does.

Scare quotes, titles and terms of up to three words are never reported.

**To mend.** Add the document to the sources folder, or check where the words come from.

**To silence.** `<!-- copydesk: ignore unsourced-quote -- own interview -->` on the same line, or alone
on a line before the paragraph; for a whole project `unsourced-quote = \"off\"` under `[rules]` in
`copydesk.toml`.
",
};

pub(super) fn report(desk: &Desk<'_>, judged: &Judged<'_>, severity: Severity) -> Option<Finding> {
    if judged.judgement.verdict != Verdict::Unsourced {
        return None;
    }
    let mut message = searched(desk);
    if let Some(nearest) = judged.judgement.passages.first() {
        let words = shortened(nearest.range.of(desk.source(nearest).text()));
        message.push_str(&format!(" Nearest: “{words}” ({}).", desk.place(nearest)));
    }
    message.push_str(&unread(desk));
    Some(Finding {
        rule: RULE.name,
        severity,
        message,
        range: desk.draft.raw_range(judged.quotation.range),
        evidence: desk.evidence(&judged.judgement.passages),
        fixes: Vec::new(),
        fingerprint: String::new(),
    })
}

fn searched(desk: &Desk<'_>) -> String {
    let read =
        desk.corpus.sources().iter().filter(|source| source.status != Status::Unreadable).count();
    match read {
        1 => "Not in the 1 source.".to_owned(),
        _ => format!("In none of {read} sources."),
    }
}

/// What could not be searched: "not found" differs from "could not read".
fn unread(desk: &Desk<'_>) -> String {
    let count = desk.corpus.sources().iter().filter(|source| source.status != Status::Read).count();
    match count {
        0 => String::new(),
        1 => " 1 source could not be read, or not wholly.".to_owned(),
        _ => format!(" {count} sources could not be read, or not wholly."),
    }
}
