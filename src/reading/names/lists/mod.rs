//! The words of the lexicon, as data.

pub(super) mod given;
mod namesakes;
pub(super) mod places;
pub(super) mod small;
pub(super) mod surnames;
pub(super) mod words;

pub(crate) use namesakes::namesakes;
