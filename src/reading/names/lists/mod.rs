//! The words of the lexicon, as data.

pub(super) mod given;
pub(super) mod places;
pub(super) mod small;
pub(super) mod words;
