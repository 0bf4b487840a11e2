//! Chinese names in Latin letters: one letter more or less makes another syllable, so another name.

const INITIALS: &[&str] = &[
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
    "z", "c", "s", "y", "w", "",
];
const FINALS: &[&str] = &[
    "iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uai", "uan", "ai", "an",
    "ao", "ei", "en", "er", "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "a", "e",
    "i", "o", "u",
];
/// Syllables of a given name written as one word.
const MOST: usize = 2;

/// Whether the folded `word` is made of two syllables of Mandarin.
pub(super) fn is_pinyin(word: &str) -> bool {
    fn rest_is(word: &str, syllables: usize) -> bool {
        if word.is_empty() {
            return syllables == MOST;
        }
        syllables < MOST
            && INITIALS.iter().filter_map(|initial| word.strip_prefix(initial)).any(|after| {
                let finals = FINALS.iter().filter_map(|end| after.strip_prefix(end));
                finals.into_iter().any(|rest| rest_is(rest, syllables + 1))
            })
    }
    const LONGEST: usize = 18;
    word.len() <= LONGEST && rest_is(word, 0)
}

#[cfg(test)]
mod tests {
    use super::is_pinyin;

    #[test]
    fn syllables_are_told_from_other_words() {
        for (word, expected) in [
            ("wenqing", true),
            ("wenliang", true),
            ("xiaoming", true),
            ("jianguo", true),
            ("xioaming", false),
            ("curiel", false),
            ("li", false),
            ("", false),
            ("veldhuizen", false),
            ("hakobyan", false),
        ] {
            assert_eq!(is_pinyin(word), expected, "{word}");
        }
    }
}
