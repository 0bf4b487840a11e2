//! What a rule reports: a finding with its evidence and its fixes, and a quotation's verdict.
//!
//! Ranges in a draft are bytes of the draft's raw text; ranges in a source are bytes of the
//! source's extracted text.

use crate::text::TextRange;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A hint.
    Hint,
    /// Worth knowing.
    Information,
    /// Probably wrong.
    Warning,
    /// Wrong.
    Error,
}

/// What a rule reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's name, as in `misquote`.
    pub rule: &'static str,
    /// How grave it is, after the settings were applied.
    pub severity: Severity,
    /// Plain text, one sentence or two, complete in itself.
    pub message: String,
    /// The faulty place, in raw bytes of the draft.
    pub range: TextRange,
    /// Best first.
    pub evidence: Vec<Evidence>,
    /// Best first.
    pub fixes: Vec<Fix>,
    /// Stable against moving the text and against edits elsewhere. Rules leave it empty: it is given
    /// once all findings of a draft are known.
    pub fingerprint: String,
}

/// A passage of a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The source's number in the corpus.
    pub source: usize,
    /// Bytes of the source's extracted text.
    pub range: TextRange,
    /// Who says the passage, by the source.
    pub speaker: Option<String>,
    /// When it was said, else when the source was published: EDTF.
    pub date: Option<String>,
    /// The draft's words against the source's; `None` where they were not compared word by word.
    pub diff: Option<Vec<DiffPart>>,
}

/// One part of a word diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffPart {
    /// What happened.
    pub op: DiffOp,
    /// The draft's text of the part (empty for `Insert`).
    pub draft: String,
    /// The source's text of the part (empty for `Delete`).
    pub source: String,
    /// Where `draft` stands, in raw bytes of the draft (an empty range where it is empty).
    pub draft_range: TextRange,
    /// Where `source` stands, in bytes of the source's extracted text.
    pub source_range: TextRange,
}

/// What turns the draft's words into the source's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DiffOp {
    /// The same words, or words that editorial convention holds to be the same.
    Equal,
    /// The source has words that the draft has not.
    Insert,
    /// The draft has words that the source has not.
    Delete,
    /// Other words.
    Replace,
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an order: "Use the source's wording".
    pub title: String,
    /// Whether it may be applied unseen.
    pub applicability: Applicability,
    /// In order, not overlapping.
    pub edits: Vec<Edit>,
}

/// Whether a fix may be applied unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Applicability {
    /// It may.
    Safe,
    /// A person must look.
    Unsafe,
}

/// One replacement in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Raw bytes of the draft.
    pub range: TextRange,
    /// What takes their place.
    pub new_text: String,
}

/// How a quotation's words stand against the sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// A source has these words.
    Verified,
    /// A source has nearly these words.
    Altered,
    /// The words join passages that stand apart.
    Spliced,
    /// A source has these words as its own, not as a quotation.
    Unquoted,
    /// No source has these words or anything near them.
    Unsourced,
    /// Not judged: scare quotes, titles, terms, unclosed quotations.
    Skipped,
}

/// A quotation of the draft with its verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgedQuotation {
    /// The words without their marks, in raw bytes of the draft.
    pub range: TextRange,
    /// Who says it, by the draft.
    pub speaker: Option<String>,
    /// How the words stand.
    pub verdict: Verdict,
    /// Best first.
    pub evidence: Vec<Evidence>,
}
