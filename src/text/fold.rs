//! Folding: the letters of a word without case, diacritics, ligatures and invisible characters.
//!
//! Two spellings that fold to the same letters are the same word to the whole crate.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Appends the folded letters of `character` to `folded`; nothing for combining marks and
/// invisible characters.
pub(crate) fn fold_char(character: char, folded: &mut String) {
    if character.is_ascii() {
        folded.push(character.to_ascii_lowercase());
        return;
    }
    if let Some(letters) = special_letters(character) {
        folded.push_str(letters);
        return;
    }
    for part in std::iter::once(character).nfkd() {
        if !is_combining_mark(part) && !is_invisible(part) {
            folded.extend(part.to_lowercase().filter(|&lower| !is_combining_mark(lower)));
        }
    }
}

/// `word` folded: lower case, no diacritics, ligatures taken apart, apostrophes straight.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        if is_apostrophe(character) {
            folded.push('\'');
        } else {
            fold_char(character, &mut folded);
        }
    }
    folded
}

/// Letters that compatibility decomposition leaves whole, but that writers replace.
fn special_letters(character: char) -> Option<&'static str> {
    Some(match character {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ı' | 'İ' => "i",
        _ => return None,
    })
}

/// Soft hyphens, zero-width characters and direction marks, which no reader sees.
pub(crate) const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
    )
}

/// The apostrophe and the characters written for it.
pub(crate) const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | 'ʼ' | '‛' | '′' | '`' | '´' | '＇')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for (word, expected) in [
            ("Türkiye", "turkiye"),
            ("Erdoğan", "erdogan"),
            ("ﬁnal", "final"),
            ("na\u{ef}ve", "naive"),
            ("nai\u{308}ve", "naive"),
            ("co\u{ad}operate", "cooperate"),
            ("Straße", "strasse"),
            ("don’t", "don't"),
            ("ＡＢＣ", "abc"),
            ("İstanbul", "istanbul"),
            ("Россия", "россия"),
        ] {
            assert_eq!(fold(word), expected, "{word}");
        }
    }
}
