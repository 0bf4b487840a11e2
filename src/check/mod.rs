//! Floor 3: the rules: a draft and the corpus in, findings with their evidence out.

mod finding;

pub use finding::{
    Applicability, DiffOp, DiffPart, Edit, Evidence, Finding, Fix, JudgedQuotation, Severity,
    Verdict,
};
