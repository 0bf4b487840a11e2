//! Common English words: what a capital at the start of a sentence may hide, and what a near miss
//! of a name is not.

/// Sorted words in lower case, one a line.
const ENGLISH: &str = include_str!("lists/english.txt");

/// Whether `word` (in lower case) is a common English word.
#[must_use]
pub fn is_common_word(word: &str) -> bool {
    let (mut low, mut high) = (0, ENGLISH.len());
    while low < high {
        let (start, end) = line_around(low + (high - low) / 2);
        match ENGLISH[start..end].cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

/// The bytes of the line that holds the byte `at`, without its line break.
fn line_around(at: usize) -> (usize, usize) {
    let bytes = ENGLISH.as_bytes();
    let start = bytes[..at].iter().rposition(|&byte| byte == b'\n').map_or(0, |line| line + 1);
    let end =
        bytes[at..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |len| at + len);
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_word_of_the_list_and_no_other() {
        assert!(ENGLISH.lines().all(is_common_word));
        for stranger in ["", "a\nb", "zzz", "moscow", "abandonx", "aardvarkian", "\n"] {
            assert!(!is_common_word(stranger), "{stranger:?}");
        }
    }
}
