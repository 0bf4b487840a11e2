//! Figures: numbers, amounts, percentages and counts with what they count.
//!
//! [`read`] finds them in digits and in words; dates, times of day, model numbers and numbers
//! that are parts of names ("France 24", "Article 4") are left out. [`consistent`] compares two
//! figures of one unit, [`in_style_of`] writes a number the way another was written.

mod compare;
mod guard;
mod mend;
mod noun;
mod number;
mod parse;
mod qualifier;
mod share;
mod style;
mod unit;

use crate::reading::dates::DateMention;
use crate::reading::markup::Block;
use crate::reading::tokens::{self, Kind, Lex, Token, Tokens};
use crate::text::TextRange;

pub use compare::{Agreement, are_of_one_unit, consistent, restates};
pub use mend::{Written, instead_of};
pub use style::in_style_of;

/// What kind of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureKind {
    /// A bare number, or a count of the noun that is the unit.
    Count,
    /// An amount of money; the unit is the currency's ISO code.
    Money,
    /// Percent, and percentage points.
    Percent,
    /// A share of a whole from 0 to 1: "half", "two-thirds", "one in five".
    Share,
    /// A measure: a length, weight, temperature or time span.
    Measure,
    /// A place in an order: "the third".
    Ordinal,
    /// A person's age.
    Age,
    /// How many times as much: "twice", "doubled".
    Factor,
    /// Two numbers of a game or vote; `low` and `high` are the lesser and the greater.
    Score,
}

/// One mention of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands, its unit included, in bytes of the extracted text.
    pub range: TextRange,
    /// The least value it may mean.
    pub low: f64,
    /// The greatest value it may mean; equal to `low` for a plain number.
    pub high: f64,
    /// What is counted or measured, folded: `percent`, `USD`, `km`, or the noun counted (`peacekeeper`).
    pub unit: Option<String>,
    /// "About", "roughly", "almost", "more than".
    pub approximate: bool,
    /// What kind of figure it is.
    pub kind: FigureKind,
}

impl Figure {
    /// The one value it states: of a bound ("more than 50") the number that is named.
    #[must_use]
    pub fn value(&self) -> f64 {
        if self.low.is_finite() { self.low } else { self.high }
    }

    /// Whether it says next to nothing: "hundreds", "dozens".
    #[must_use]
    pub fn is_vague(&self) -> bool {
        self.low.is_finite() && self.high.is_finite() && self.high > 5.0 * self.low
    }
}

/// How many digits a number shows, without the noughts before and after them: three of 61,500.
#[must_use]
pub fn digits(value: f64) -> usize {
    const WHOLE: f64 = 1e15;
    if value.fract() == 0.0 && value.abs() < WHOLE {
        // Far cheaper than to write it, and nearly all figures are whole.
        let mut whole = value.abs() as u64;
        while whole != 0 && whole.is_multiple_of(10) {
            whole /= 10;
        }
        return whole.checked_ilog10().map_or(0, |power| power as usize + 1);
    }
    let digits: String = format!("{value}").chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').trim_end_matches('0').len()
}

/// The figures of `text` in `blocks`, in order and not overlapping each other or `dates`.
#[must_use]
pub fn read(text: &str, blocks: &[Block], dates: &[DateMention]) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut list = Vec::new();
    let mut dates = dates.iter().map(|date| date.range).peekable();
    for block in blocks {
        list.clear();
        tokens::scan(text, block.range, &mut list);
        let tokens = Tokens { text, list: &list };
        let mut at = 0;
        while at < list.len() {
            let token = list[at];
            while dates.next_if(|date| date.end <= token.start).is_some() {}
            let next_date = dates.peek().copied();
            let in_date = next_date.is_some_and(|date| date.start < token.end);
            let is_day = next_date.is_some_and(|date| is_day_of(&tokens, at, date));
            let may_begin = !in_date && !is_day && may_begin(&tokens, at);
            let found = may_begin.then(|| parse::figure(&tokens, at));
            let clear = |end: usize| next_date.is_none_or(|date| list[end - 1].end <= date.start);
            at = match found.flatten() {
                Some((figure, end)) if clear(end) => {
                    figures.extend(figure);
                    end.max(at + 1)
                }
                _ => at + 1,
            };
        }
    }
    figures
}

/// Whether the number at `at` is a day of the `date` that follows: "on 24 and 25 August".
fn is_day_of(tokens: &Tokens<'_>, at: usize, date: TextRange) -> bool {
    let (token, joint) = (tokens.at(at), tokens.at(at + 1));
    let joins = joint.is_dash() || matches!(joint.lex, Lex::And | Lex::Or | Lex::To);
    let next = tokens.at(at + 2);
    let is_day = |token: Token| token.kind == Kind::Number && (1..=31).contains(&token.value);
    is_day(token)
        && joins
        && next.start == date.start
        && is_day(next)
        && tokens.before(at, 1).lex == Lex::On
}

/// Whether a figure may begin at `at`: a cheap test before the dear one.
fn may_begin(tokens: &Tokens<'_>, at: usize) -> bool {
    let token: Token = tokens.at(at);
    match token.kind {
        Kind::Number | Kind::Grouped | Kind::Ordinal | Kind::Decade => true,
        Kind::Mark(mark) => unit::currency_sign(mark).is_some() || share::glyph(mark).is_some(),
        Kind::Word => match token.lex {
            // "U.S. Air Force 40 billion": the number before it was passed over.
            Lex::Scale(..) | Lex::Dozen(_) => {
                !matches!(tokens.before(at, 1).kind, Kind::Number | Kind::Grouped)
            }
            Lex::Number(_) | Lex::Ordinal(_) | Lex::HalfWord | Lex::Factor(_) => true,
            Lex::A => matches!(
                tokens.lex(at + 1),
                Lex::Scale(..) | Lex::Dozen(_) | Lex::HalfWord | Lex::Unit(..) | Lex::Ordinal(_)
            ),
            _ => unit::currency_code(tokens, at).is_some(),
        },
        Kind::Nothing => false,
    }
}

#[cfg(test)]
mod tests;
