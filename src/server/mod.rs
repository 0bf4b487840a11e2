//! Floor 6: the language server, the only place that names the protocol.
