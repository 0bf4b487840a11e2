//! Floor 4: findings as text, JSON and other formats, one file each.
