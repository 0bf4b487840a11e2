//! Floor 0: text as bytes and characters, with exact maps between its forms.
//!
//! Everything above this floor counts in UTF-8 bytes. Lines, columns and UTF-16 units exist only at
//! the rims and are computed by [`LineIndex`].

mod boundary;
mod fold;
mod lines;
mod map;
mod range;
mod words;

pub(crate) use boundary::{ceil_boundary, floor_boundary};
pub use fold::fold;
pub(crate) use fold::is_apostrophe;
pub use lines::{Encoding, LineIndex, Position};
pub use map::{OffsetMap, OffsetMapBuilder};
pub use range::TextRange;
pub(crate) use words::words_from;
pub use words::{Word, WordKey, Words, key_of, words, words_in};
