//! Floor 2: the sources, read and indexed.
