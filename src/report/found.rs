//! The answer to "is this quotation in the sources?".

use serde_json::json;

use super::json::{SCHEMA_VERSION, evidence_json};
use super::passages::{place, provenance, source_of};
use super::style::{self, paint};
use super::text::{COLUMNS, clean, wrap};
use super::words::{self, counted};
use crate::check::{Checked, DiffOp, Draft, Evidence, JudgedQuotation, Verdict};
use crate::corpus::{Corpus, Source, Status};
use crate::reading::markup::Format;

/// A quotation that was looked for, with what the check made of it.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// The sources.
    pub corpus: &'a Corpus,
    /// A draft that holds the quotation and nothing else.
    pub draft: &'a Draft,
    /// What the check found.
    pub checked: &'a Checked,
}

impl<'a> Answer<'a> {
    fn quotation(&self) -> Option<&'a JudgedQuotation> {
        self.checked.quotations.first()
    }

    fn verdict(&self) -> Verdict {
        self.quotation().map_or(Verdict::Unsourced, |quotation| quotation.verdict)
    }

    fn evidence(&self) -> &'a [Evidence] {
        self.quotation().map_or(&[], |quotation| quotation.evidence.as_slice())
    }

    fn words(&self) -> &'a str {
        let raw = self.draft.raw.as_str();
        self.quotation()
            .and_then(|quotation| raw.get(quotation.range.start..quotation.range.end))
            .unwrap_or(raw.trim())
    }
}

/// `words` as the only quotation of a draft; marks of their own are taken off.
#[must_use]
pub fn as_draft(words: &str) -> Draft {
    let bare = words.trim().trim_matches(['"', '“', '”', '„', '«', '»']);
    Draft::new("find", format!("“{bare}” was said.\n"), Format::Plain, None)
}

/// The answer as one JSON object: text, verdict, evidence.
///
/// # Errors
/// Where the serializer fails.
pub fn json(answer: &Answer<'_>) -> serde_json::Result<String> {
    let value = json!({
        "schema_version": SCHEMA_VERSION,
        "text": answer.words(),
        "verdict": words::verdict(answer.verdict()),
        "evidence": serde_json::to_value(evidence_json(answer.corpus, answer.evidence()))?,
    });
    Ok(serde_json::to_string_pretty(&value)? + "\n")
}

/// Passages that are shown to people.
const MOST: usize = 5;

/// The answer for people.
#[must_use]
pub fn text(answer: &Answer<'_>) -> String {
    let mut out = format!("{}\n", heading(answer));
    let mut last = String::new();
    for (number, passage) in answer.evidence().iter().enumerate().take(MOST) {
        let Some(source) = source_of(answer.corpus, passage) else { continue };
        let words =
            passage.range.of(source.text()).split_whitespace().collect::<Vec<_>>().join(" ");
        if words != last {
            out += &format!("\n  {}\n", wrap(&format!("“{}”", clean(&words)), COLUMNS - 2, "  "));
        }
        last = words;
        out += &place_line(source, passage);
        if number == 0 && answer.verdict() == Verdict::Altered {
            out += &differences(passage);
        }
    }
    let more = answer.evidence().len().saturating_sub(MOST);
    if more > 0 {
        out += &format!("\n  and {} more\n", counted(more, "passage"));
    }
    out
}

fn heading(answer: &Answer<'_>) -> String {
    let sources = answer.corpus.sources();
    let unreadable = sources.iter().filter(|one| one.status == Status::Unreadable).count();
    let searched = counted(sources.len() - unreadable, "source");
    match answer.verdict() {
        Verdict::Verified => paint(style::GOOD, "✓ in the sources"),
        Verdict::Altered => paint(style::STRONG, "✗ the sources have other words"),
        Verdict::Spliced => paint(style::STRONG, "✗ joined from passages that stand apart"),
        Verdict::Unquoted => {
            paint(style::STRONG, "✗ a source's own words, which it does not quote from anyone")
        }
        Verdict::Unsourced | Verdict::Skipped => {
            let mut out = paint(style::STRONG, &format!("✗ in none of {searched}"));
            if unreadable > 0 {
                out += &format!("; {} could not be read", counted(unreadable, "source"));
            }
            if !answer.evidence().is_empty() {
                out += "; the nearest passage:";
            }
            out
        }
    }
}

/// `  sources/tribune.txt:3   Tribune, 4 March 2021 · said by Ada Moss`.
fn place_line(source: &Source, passage: &Evidence) -> String {
    let place = clean(&place(source, passage));
    let provenance = provenance(source, passage);
    let beside = place.chars().count() + provenance.chars().count() + 5 <= COLUMNS;
    let place = paint(style::DIM, &place);
    if beside {
        format!("  {place}   {provenance}\n")
    } else {
        format!("  {place}\n    {}\n", wrap(&provenance, COLUMNS - 4, "    "))
    }
}

fn differences(passage: &Evidence) -> String {
    let mut out = String::new();
    for part in passage.diff.iter().flatten() {
        let (yours, theirs) = (clean(&part.draft), clean(&part.source));
        out += &match part.op {
            DiffOp::Equal => continue,
            DiffOp::Insert => format!("    the source has “{theirs}”, you left it out\n"),
            DiffOp::Delete => format!("    “{yours}” is not in the source\n"),
            DiffOp::Replace => format!("    you: “{yours}”, source: “{theirs}”\n"),
        };
    }
    out
}
