//! Who says a quotation: whom the draft names, whom the sources name, and whether the two may be
//! one.
//!
//! What is doubtful counts for the writer: a spokesman speaks for his ministry, a surname may be
//! another spelling's, and an unnamed speaker may be whoever is spoken of nearby.

mod drafted;
mod kin;
mod letters;
mod occasion;
mod owners;
mod restated;
mod sure;

pub(crate) use drafted::Drafted;
pub(crate) use kin::may_be;
pub(crate) use occasion::shared as shared_around;
pub(crate) use owners::{Owner, Stand, stand};
pub(crate) use restated::{Misplaced, misplaced};
