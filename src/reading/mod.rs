//! Floor 1: what a text says. One code reads sources and drafts, and never fails: what cannot be
//! read is left out, what cannot be told is `None`.
//!
//! All ranges are bytes of the *extracted* text ([`markup::Extraction::text`]).

pub mod attribution;
pub mod dates;
pub mod figures;
pub mod markup;
pub mod names;
pub mod quotations;
