//! Dates as a newspaper writes them, in the column of a list too.

use crate::reading::dates::MONTHS;
pub use crate::reading::dates::in_words;

/// [`in_words`] with months shortened to three letters, for a narrow column: "22 Feb 2024"; without
/// a year, day and month alone.
#[must_use]
pub(crate) fn short(edtf: &str) -> String {
    let words = in_words(edtf);
    let words = without_remark(&words);
    let mut out = String::with_capacity(words.len());
    for word in words.split(' ') {
        let short = MONTHS.contains(&word);
        let word = if short { word.get(..3).unwrap_or(word) } else { word };
        out += if out.is_empty() { "" } else { " " };
        out += word;
    }
    out
}

/// The words without the remark that the year is not stated, where that is told once for all.
pub(crate) fn without_remark(words: &str) -> &str {
    words.strip_suffix(", year not stated").unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_narrow() {
        for (edtf, words) in [
            ("2024-02-22", "22 Feb 2024"),
            ("XXXX-09-18", "18 Sep"),
            ("2024-05-15/2024-05-16", "15–16 May 2024"),
            ("2024-22", "summer 2024"),
            ("1991", "1991"),
        ] {
            assert_eq!(short(edtf), words, "{edtf}");
        }
    }
}
