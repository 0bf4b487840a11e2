//! Floor 5: the only file access: drafts, sources and configuration.

pub mod decode;
mod discover;
pub mod drafts;
mod files;
mod ids;
mod kinds;
pub mod sources;
