//! The character boundary nearest to an offset.

/// The last character boundary of `text` at or before the byte `offset`.
pub(crate) fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The first character boundary of `text` at or after the byte `offset`; its end where that lies
/// behind it.
pub(crate) fn ceil_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset += 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries_around_a_character_of_two_bytes() {
        let text = "aéb";
        for (offset, floor, ceil) in [(0, 0, 0), (1, 1, 1), (2, 1, 3), (3, 3, 3), (9, 4, 4)] {
            assert_eq!((floor_boundary(text, offset), ceil_boundary(text, offset)), (floor, ceil));
        }
    }
}
