//! Numbers in digits and words: "1.5 billion", "40bn", "two dozen", "three and a half million".

use crate::reading::tokens::{Kind, Lex, Token, Tokens};

/// A number and where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub low: f64,
    pub high: f64,
    /// First token after it.
    pub end: usize,
    /// Power of ten of its last scale word, 0 without one.
    pub power: u8,
    /// "Hundreds", "dozens": no one value is meant.
    pub vague: bool,
}

impl Number {
    fn exact(value: f64, end: usize, power: u8) -> Self {
        Self { low: value, high: value, end, power, vague: false }
    }
}

/// The number at `at`; `money` where a currency sign stands before it, so that "m" is million.
pub(super) fn read(tokens: &Tokens<'_>, at: usize, money: bool) -> Option<Number> {
    match (tokens.at(at).kind, tokens.lex(at)) {
        (Kind::Number | Kind::Grouped, _) => digits(tokens, at, money),
        (_, Lex::Scale(power, true)) => vague(tokens, at, power),
        (_, Lex::Dozen(true)) => Some(Number {
            low: 24.0,
            high: 199.0,
            end: past_of(tokens, at + 1),
            power: 0,
            vague: true,
        }),
        _ => half(tokens, at).or_else(|| worded(tokens, at)),
    }
}

fn past_of(tokens: &Tokens<'_>, at: usize) -> usize {
    if tokens.lex(at) == Lex::Of { at + 1 } else { at }
}

/// "hundreds of thousands", "tens of thousands", "millions".
fn vague(tokens: &Tokens<'_>, at: usize, power: u8) -> Option<Number> {
    let mut base = ten(power);
    let mut end = at + 1;
    if tokens.lex(end) == Lex::Of
        && let Lex::Scale(next, true) = tokens.lex(end + 1)
    {
        base *= ten(next);
        end += 2;
    }
    // "Hundreds" may be said of 150 and of 999, "thousands" of ten thousands.
    let high = if power == 2 { base * 10.0 } else { base * 100.0 };
    Some(Number { low: base, high, end: past_of(tokens, end), power, vague: true })
}

pub(super) fn ten(power: u8) -> f64 {
    10_f64.powi(i32::from(power))
}

fn digits(tokens: &Tokens<'_>, at: usize, money: bool) -> Option<Number> {
    let (mut value, mut end) = decimal(tokens, at)?;
    let mut power = 0;
    if let Some(scale) = suffix(tokens, end, money) {
        return Some(Number::exact(value * ten(scale), end + 1, scale));
    }
    if let Some((half, next)) = and_a_half(tokens, end)
        && matches!(tokens.lex(next), Lex::Scale(_, false))
    {
        value += half;
        end = next;
    }
    if tokens.lex(end) == Lex::Dozen(false) {
        return Some(Number::exact(value * 12.0, end + 1, 0));
    }
    while let Some((scale, next)) = scale_word(tokens, end) {
        value *= ten(scale);
        power = scale;
        end = next;
    }
    Some(Number::exact(value, end, power))
}

/// A scale in the singular, after an optional hyphen: "5 million", "5-million".
fn scale_word(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let next = if tokens.at(at).is_mark('-') && tokens.at(at).glued { at + 1 } else { at };
    match tokens.lex(next) {
        Lex::Scale(power, false) => Some((power, next + 1)),
        _ => short_scale(tokens, next),
    }
}

/// "40 bn", "3 mn".
fn short_scale(tokens: &Tokens<'_>, at: usize) -> Option<(u8, usize)> {
    let power = match () {
        () if tokens.is_any(at, &["bn", "bln"]) => 9,
        () if tokens.is_any(at, &["mn", "mln"]) => 6,
        () if tokens.is_any(at, &["tn", "trn"]) => 12,
        () => return None,
    };
    Some((power, at + 1))
}

/// The power of ten of letters joined to the digits: "40bn", "$20m", "10k".
fn suffix(tokens: &Tokens<'_>, at: usize, money: bool) -> Option<u8> {
    let token = tokens.at(at);
    if !token.glued || token.kind != Kind::Word {
        return None;
    }
    short_scale(tokens, at).map(|(power, _)| power).or_else(|| match tokens.text_at(at) {
        "k" | "K" => Some(3),
        "m" | "M" if money => Some(6),
        "b" | "B" if money => Some(9),
        "t" | "T" if money => Some(12),
        _ => None,
    })
}

fn decimal(tokens: &Tokens<'_>, at: usize) -> Option<(f64, usize)> {
    let (whole, point, fraction) = (tokens.at(at), tokens.at(at + 1), tokens.at(at + 2));
    let has_fraction =
        point.glued && point.is_mark('.') && fraction.glued && fraction.kind == Kind::Number;
    if !has_fraction {
        let glyph = point.glued.then(|| mark_share(point)).flatten();
        return Some(match glyph {
            Some(share) => (as_float(whole) + share, at + 2),
            None => (as_float(whole), at + 1),
        });
    }
    let text = &tokens.text[whole.start..fraction.end];
    let value = text.replace(',', "").parse().ok()?;
    Some((value, at + 3))
}

fn mark_share(token: Token) -> Option<f64> {
    match token.kind {
        Kind::Mark(mark) => super::share::glyph(mark),
        _ => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "figures of prose are far below 2^53")]
fn as_float(token: Token) -> f64 {
    token.value as f64
}

/// "and a half" at `at`.
fn and_a_half(tokens: &Tokens<'_>, at: usize) -> Option<(f64, usize)> {
    let fits = tokens.lex(at) == Lex::And
        && tokens.lex(at + 1) == Lex::A
        && tokens.lex(at + 2) == Lex::HalfWord;
    fits.then_some((0.5, at + 3))
}

/// "half a million", "half a dozen", "a half-dozen".
fn half(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    let next = if tokens.lex(at) == Lex::A { at + 1 } else { at };
    if tokens.lex(next) != Lex::HalfWord {
        return None;
    }
    let after = if tokens.at(next + 1).is_dash() { next + 2 } else { next + 1 };
    let after = if tokens.lex(after) == Lex::A { after + 1 } else { after };
    match tokens.lex(after) {
        Lex::Scale(power, false) => Some(Number::exact(ten(power) / 2.0, after + 1, power)),
        Lex::Dozen(false) => Some(Number::exact(6.0, after + 1, 0)),
        _ => None,
    }
}

/// "two hundred and forty thousand", "twenty-one", "a hundred", "two dozen".
fn worded(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    let (mut total, mut current, mut power) = (0.0, 0.0, 0);
    let mut next = if tokens.lex(at) == Lex::A { at + 1 } else { at };
    let begin = next;
    let mut last_small = false;
    loop {
        let joined = next > begin && tokens.at(next).is_mark('-') && tokens.at(next).glued;
        let word = if joined { next + 1 } else { next };
        match tokens.lex(word) {
            Lex::Number(value) if !last_small || fits_tens(current, value) => {
                current += f64::from(value);
                last_small = true;
            }
            Lex::Scale(2, false) => {
                current = if current == 0.0 { 100.0 } else { current * 100.0 };
                (power, last_small) = (2, false);
            }
            Lex::Scale(scale, false) => {
                total += if current == 0.0 { ten(scale) } else { current * ten(scale) };
                (current, power, last_small) = (0.0, scale, false);
            }
            Lex::Dozen(false) => {
                if next == begin && tokens.before(at, 1).lex == Lex::Few {
                    let (low, high, end) = (24.0, 199.0, word + 1);
                    return Some(Number { low, high, end, power: 0, vague: true });
                }
                let count = if current == 0.0 { 1.0 } else { current };
                return Some(Number::exact(total + count * 12.0, word + 1, 0));
            }
            Lex::And if next > begin && joins_number(tokens, word, power) => {
                next = word + 1;
                continue;
            }
            Lex::And if next > begin => match and_a_half(tokens, word) {
                Some((half, after)) if current > 0.0 || total > 0.0 => {
                    current += if total > 0.0 { half * ten(power) } else { half };
                    next = after;
                    continue;
                }
                _ => break,
            },
            _ => break,
        }
        next = word + 1;
    }
    let value = total + current;
    (next > begin && value > 0.0).then(|| Number::exact(value, next, power))
}

/// "twenty" may be followed by "one", nothing else by a small number.
fn fits_tens(current: f64, value: u8) -> bool {
    value < 10 && current % 100.0 >= 20.0 && current % 10.0 == 0.0
}

/// "two hundred and forty": "and" after hundred or thousand, with a small number after it.
fn joins_number(tokens: &Tokens<'_>, at: usize, power: u8) -> bool {
    matches!(power, 2 | 3)
        && matches!(tokens.before(at, 1).lex, Lex::Scale(..))
        && matches!(tokens.lex(at + 1), Lex::Number(_))
}
