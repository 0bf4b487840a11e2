//! Floor 5: the only file access: drafts, sources and configuration.
