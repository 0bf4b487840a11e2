//! Holidays with a date that a calendar can tell.

use crate::reading::tokens::Tokens;

use super::expr::Holiday;

const fn fixed(month: i8, day: i8) -> Holiday {
    Holiday::Fixed { month, day }
}

const fn nth(month: i8, number: i8, weekday: u8) -> Holiday {
    Holiday::Nth { month, number, weekday, plus: 0 }
}

/// The names as runs of tokens; a longer name stands before its beginning.
const NAMES: &[(&str, Holiday)] = &[
    ("christmas day", fixed(12, 25)),
    ("christmas eve", fixed(12, 24)),
    ("christmas", fixed(12, 25)),
    ("new year ' s eve", fixed(12, 31)),
    ("new year ' s day", fixed(1, 1)),
    ("new years eve", fixed(12, 31)),
    ("new years day", fixed(1, 1)),
    ("new year day", fixed(1, 1)),
    ("boxing day", fixed(12, 26)),
    ("st . stephen ' s day", fixed(12, 26)),
    ("halloween", fixed(10, 31)),
    ("valentine ' s day", fixed(2, 14)),
    ("st . patrick ' s day", fixed(3, 17)),
    ("st patrick ' s day", fixed(3, 17)),
    ("bastille day", fixed(7, 14)),
    ("veterans day", fixed(11, 11)),
    ("veteran ' s day", fixed(11, 11)),
    ("armistice day", fixed(11, 11)),
    ("groundhog day", fixed(2, 2)),
    ("juneteenth", fixed(6, 19)),
    ("earth day", fixed(4, 22)),
    ("may day", fixed(5, 1)),
    ("all saints ' day", fixed(11, 1)),
    ("april fools ' day", fixed(4, 1)),
    ("april fool ' s day", fixed(4, 1)),
    ("cinco de mayo", fixed(5, 5)),
    ("anzac day", fixed(4, 25)),
    ("australia day", fixed(1, 26)),
    ("canada day", fixed(7, 1)),
    ("guy fawkes night", fixed(11, 5)),
    ("remembrance day", fixed(11, 11)),
    ("all souls ' day", fixed(11, 2)),
    ("st . valentine ' s day", fixed(2, 14)),
    ("international women ' s day", fixed(3, 8)),
    ("world aids day", fixed(12, 1)),
    ("pearl harbor day", fixed(12, 7)),
    ("cyber monday", Holiday::Nth { month: 11, number: 4, weekday: 4, plus: 4 }),
    ("patriots ' day", nth(4, 3, 1)),
    ("thanksgiving day", nth(11, 4, 4)),
    ("thanksgiving", nth(11, 4, 4)),
    ("labor day", nth(9, 1, 1)),
    ("memorial day", nth(5, -1, 1)),
    ("martin luther king day", nth(1, 3, 1)),
    ("martin luther king , jr . day", nth(1, 3, 1)),
    ("martin luther king jr . day", nth(1, 3, 1)),
    ("mlk day", nth(1, 3, 1)),
    ("presidents day", nth(2, 3, 1)),
    ("presidents ' day", nth(2, 3, 1)),
    ("president ' s day", nth(2, 3, 1)),
    ("columbus day", nth(10, 2, 1)),
    ("mother ' s day", nth(5, 2, 7)),
    ("mothers ' day", nth(5, 2, 7)),
    ("martin luther king ' s day", nth(1, 3, 1)),
    ("father ' s day", nth(6, 3, 7)),
    ("fathers ' day", nth(6, 3, 7)),
    ("easter sunday", Holiday::Easter(0)),
    ("easter monday", Holiday::Easter(1)),
    ("easter day", Holiday::Easter(0)),
    ("good friday", Holiday::Easter(-2)),
    ("maundy thursday", Holiday::Easter(-3)),
    ("holy thursday", Holiday::Easter(-3)),
    ("palm sunday", Holiday::Easter(-7)),
    ("ash wednesday", Holiday::Easter(-46)),
    ("shrove tuesday", Holiday::Easter(-47)),
    ("mardi gras", Holiday::Easter(-47)),
    ("ascension day", Holiday::Easter(39)),
    ("pentecost", Holiday::Easter(49)),
    ("whit sunday", Holiday::Easter(49)),
    ("whit monday", Holiday::Easter(50)),
    ("easter", Holiday::Easter(0)),
];

/// Whether a holiday's name may begin with this word.
pub(super) fn may_begin(word: &str) -> bool {
    const LOWER: [&str; 10] = [
        "christmas",
        "halloween",
        "thanksgiving",
        "easter",
        "labor",
        "boxing",
        "new",
        "memorial",
        "valentine",
        "mother",
    ];
    let Some(first) = word.as_bytes().first() else { return false };
    if first.is_ascii_lowercase() {
        return LOWER.contains(&word);
    }
    b"CNBHSVJEMATLPFGWDRI".contains(first)
        && NAMES.iter().any(|(name, _)| first_word_is(name, word))
}

fn first_word_is(name: &str, word: &str) -> bool {
    name.split(' ').next().is_some_and(|first| first.eq_ignore_ascii_case(word))
}

/// The holiday named at `at` and the first token after its name.
pub(super) fn named(tokens: &Tokens<'_>, at: usize) -> Option<(Holiday, usize)> {
    if !may_begin(tokens.text_at(at)) {
        return None;
    }
    NAMES.iter().find_map(|&(name, holiday)| Some((holiday, match_name(tokens, at, name)?)))
}

fn match_name(tokens: &Tokens<'_>, at: usize, name: &str) -> Option<usize> {
    let mut next = at;
    for word in name.split(' ') {
        let same = match word {
            "'" => tokens.at(next).is_apostrophe(),
            _ => tokens.is_word(next, word),
        };
        if !same {
            return None;
        }
        next += 1;
    }
    Some(next)
}
