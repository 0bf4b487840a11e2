//! The n-gram index: proposes places where a sequence of words may stand, and never judges.
//!
//! Every place is a *token*, a word's number in its source. Sequences of three words lead to their
//! places, sequences of two where three are too many (short or heavily changed quotations), rare
//! single words last. A quotation's sequences vote for *diagonals* (place in the source less place
//! in the quotation); the diagonals with most votes are proposed.

mod grams;
mod segment;
mod vote;

pub(crate) use segment::{Segment, Tokens};
pub(crate) use vote::Proposal;
