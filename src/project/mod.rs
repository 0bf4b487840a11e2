//! Floor 5: the only file access: drafts, sources and configuration.

pub mod accepted;
pub mod config;
pub mod decode;
mod discover;
mod document;
pub mod drafts;
mod files;
mod ids;
mod kinds;
pub mod ledger;
mod manifest;
mod manifests;
pub mod pages;
mod problem;
pub mod sources;
mod toml_file;

pub mod usual;
pub mod watch;

pub use problem::Problem;
