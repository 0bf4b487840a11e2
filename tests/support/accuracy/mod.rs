//! The accuracy set: labelled drafts over invented sources (`tests/accuracy`), faults planted into
//! faithful text, and precision and recall of every rule on both.

#![allow(dead_code, reason = "the test and the benchmark use different parts")]
#![allow(clippy::unwrap_used, reason = "a fault in the data should stop the run")]

pub(crate) mod figures;
pub(crate) mod measure;
pub(crate) mod plant;
pub(crate) mod set;
