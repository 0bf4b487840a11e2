//! Shares of a whole: "half", "two-thirds", "a quarter of", "one in five", "½".

use crate::reading::tokens::{Kind, Lex, Tokens, Unit};

/// The value of a fraction's character.
pub(super) fn glyph(mark: char) -> Option<f64> {
    Some(match mark {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅛' => 0.125,
        _ => return None,
    })
}

/// A share and the token after it.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<(f64, usize)> {
    half(tokens, at).or_else(|| one_in(tokens, at)).or_else(|| parts(tokens, at))
}

/// "half of", "half the", "half its": not "half past", "the first half".
fn half(tokens: &Tokens<'_>, at: usize) -> Option<(f64, usize)> {
    let next = if tokens.lex(at) == Lex::A { at + 1 } else { at };
    let of = matches!(tokens.lex(next + 1), Lex::Of | Lex::The)
        || tokens.is_any(next + 1, &["its", "their", "his", "her", "our", "all"]);
    let ordinal = matches!(tokens.before(at, 1).lex, Lex::Ordinal(_));
    (tokens.lex(next) == Lex::HalfWord && of && !ordinal).then_some((0.5, next + 1))
}

/// "Half-cent", "half-mile": half of a measure, and the token after the half; not "half-time".
pub(super) fn half_measure(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    const MEASURES: [&str; 7] = ["cent", "mile", "hour", "point", "inch", "acre", "penny"];
    let hyphen = tokens.at(at + 1);
    let joined = hyphen.is_mark('-') && hyphen.glued && tokens.at(at + 2).glued;
    let first = !(tokens.at(at).glued && tokens.before(at, 1).is_dash());
    (tokens.lex(at) == Lex::HalfWord && joined && first && tokens.is_any(at + 2, &MEASURES))
        .then_some(at + 1)
}

/// "one in five".
fn one_in(tokens: &Tokens<'_>, at: usize) -> Option<(f64, usize)> {
    let part = small(tokens, at)?;
    if tokens.lex(at + 1) != Lex::In {
        return None;
    }
    let whole = small(tokens, at + 2)?;
    let round = tokens.at(at).kind == Kind::Word || whole % 10.0 == 0.0;
    (part < whole && whole <= 100.0 && round).then_some((part / whole, at + 3))
}

fn small(tokens: &Tokens<'_>, at: usize) -> Option<f64> {
    match (tokens.lex(at), tokens.at(at)) {
        (Lex::Number(value), _) => Some(f64::from(value)),
        (_, token) if token.kind == Kind::Number && token.digits < 4 => Some(token.value as f64),
        _ => None,
    }
}

/// "two-thirds", "three quarters", "a quarter of", "a third of".
fn parts(tokens: &Tokens<'_>, at: usize) -> Option<(f64, usize)> {
    let (count, next) = match tokens.lex(at) {
        Lex::A => (1.0, at + 1),
        Lex::Number(count) if count < 20 => (f64::from(count), at + 1),
        _ => return None,
    };
    let next = if tokens.at(next).is_mark('-') { next + 1 } else { next };
    let (whole, many) = part_name(tokens, next)?;
    let alone = tokens.lex(at) == Lex::A || count == 1.0;
    let followed = tokens.lex(next + 1) == Lex::Of || is_by_how_much(tokens, at, next + 1);
    let fits = if alone { !many && followed } else { many };
    (fits && count < whole).then_some((count / whole, next + 1))
}

/// "Cut by a third", "a quarter off": nothing that is counted in parts follows.
fn is_by_how_much(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    const AFTER: [&str; 8] =
        ["since", "from", "over", "compared", "after", "during", "when", "off"];
    let next = tokens.at(end);
    let ends = match next.kind {
        Kind::Nothing => true,
        Kind::Mark(mark) => matches!(mark, ',' | '.' | ';' | ')'),
        Kind::Word => {
            matches!(next.lex, Lex::In | Lex::To | Lex::And) || tokens.is_any(end, &AFTER)
        }
        _ => false,
    };
    let by = at.checked_sub(1).is_some_and(|before| tokens.is_word(before, "by"));
    by && ends || tokens.is_word(end, "off")
}

fn part_name(tokens: &Tokens<'_>, at: usize) -> Option<(f64, bool)> {
    const NAMES: [(&str, &str, f64); 8] = [
        ("third", "thirds", 3.0),
        ("fourth", "fourths", 4.0),
        ("fifth", "fifths", 5.0),
        ("sixth", "sixths", 6.0),
        ("eighth", "eighths", 8.0),
        ("tenth", "tenths", 10.0),
        ("half", "halves", 2.0),
        ("hundredth", "hundredths", 100.0),
    ];
    if let Lex::Unit(Unit::Quarter, many) = tokens.lex(at) {
        return Some((4.0, many));
    }
    NAMES.iter().find_map(|&(one, many, whole)| {
        if tokens.is_word(at, one) {
            Some((whole, false))
        } else {
            tokens.is_word(at, many).then_some((whole, true))
        }
    })
}
