//! Floor 0: text as bytes and characters, with exact maps between its forms.
//!
//! Everything above this floor counts in UTF-8 bytes. Lines, columns and UTF-16 units exist only at
//! the rims and are computed by [`LineIndex`].

mod lines;
mod map;
mod range;

pub use lines::{Encoding, LineIndex, Position};
pub use map::{OffsetMap, OffsetMapBuilder};
pub use range::TextRange;
