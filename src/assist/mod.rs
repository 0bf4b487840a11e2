//! Floor 4: what an editor may ask of a checked draft, in bytes and plain structs.
