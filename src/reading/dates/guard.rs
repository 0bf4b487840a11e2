//! Tells dates from what merely looks like one: names, verbs, quantities, models, scores.

mod holiday;
mod month;
mod title;
mod weekday;
mod year;

use crate::reading::tokens::{Kind, Lex, Tokens};

use super::expr::{Expr, Found, Shape};

/// Whether what was found is a date where it stands.
pub(super) fn is_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    let shaped = match found.shape {
        Shape::Year => year::is_date(tokens, found),
        Shape::Month => month::is_date(tokens, found),
        Shape::MonthDay => month::is_day(tokens, found),
        Shape::Weekday => weekday::is_date(tokens, found),
        Shape::Deictic => title::deictic_is_date(tokens, found),
        Shape::Season => holiday::season_is_date(tokens, found),
        Shape::Quarter => quarter_is_date(tokens, found),
        Shape::ShortDecade => decade_is_date(tokens, found),
        Shape::ShortNumeric => short_numeric_is_date(tokens, found),
        Shape::Holiday => holiday::is_date(tokens, found),
        Shape::Plain => true,
    };
    shaped && title::is_no_title(tokens, found) && is_no_verb(tokens, found)
}

/// Whether the second end of a range is a date: the first vouches for it.
pub(super) fn is_end_of_range(tokens: &Tokens<'_>, found: &Found) -> bool {
    match found.shape {
        Shape::Year => year::counts_nothing(tokens, found),
        Shape::Month | Shape::Weekday => tokens.at(found.start).is_capitalised(),
        Shape::Deictic | Shape::Season | Shape::Holiday | Shape::ShortNumeric => false,
        _ => true,
    }
}

/// "Will last two weeks" is no date.
fn is_no_verb(tokens: &Tokens<'_>, found: &Found) -> bool {
    if tokens.lex(found.start) != Lex::Last {
        return true;
    }
    let helper = tokens.is_any(
        found.start.wrapping_sub(1),
        &["will", "would", "could", "may", "might", "can", "to", "should", "must", "not", "t"],
    );
    !helper
}

const SPORT: &[&str] = &[
    "touchdown",
    "touchdowns",
    "scoreless",
    "scoring",
    "outscored",
    "turnovers",
    "fumble",
    "interception",
    "interceptions",
    "layup",
    "tied",
    "baskets",
    "throws",
    "yard",
    "yards",
    "halftime",
    "rebounds",
    "quarterback",
    "goal",
    "points",
    "game",
    "lead",
    "dunk",
    "scored",
    "pointer",
];

/// Quarters of a game are not quarters of a year.
fn quarter_is_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    let from = found.start.saturating_sub(12);
    let of_game = tokens.lex(found.end) == Lex::Of
        && !matches!(tokens.lex(found.end + 1), Lex::Last | Lex::This | Lex::Next);
    let money = tokens.is_any(found.end, &["of"]) && tokens.is_any(found.end + 1, &["fiscal"]);
    let hit = |at: usize| tokens.is_any(at, SPORT);
    let sport = (from..found.start).any(hit) || (found.end..found.end + 8).any(hit);
    let article = tokens.before(found.start, 1).lex == Lex::A && !hyphenated(tokens, found);
    !sport && (!of_game || money) && !article
}

fn hyphenated(tokens: &Tokens<'_>, found: &Found) -> bool {
    (found.start..found.end).any(|at| tokens.at(at).is_dash())
}

/// "Highs in the 80s" are degrees.
fn decade_is_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    const WARM: &[&str] = &[
        "high",
        "highs",
        "low",
        "lows",
        "temperature",
        "temperatures",
        "degrees",
        "upper",
        "lower",
        "shot",
        "scored",
    ];
    if is_age(tokens, found) {
        return false;
    }
    let from = found.start.saturating_sub(6);
    !(from..found.start).any(|at| tokens.is_any(at, WARM))
}

/// "A woman in her mid-60s".
fn is_age(tokens: &Tokens<'_>, found: &Found) -> bool {
    let owned = |at: usize| tokens.is_any(at, &["his", "her", "their", "my", "your", "our", "its"]);
    let dash = usize::from(tokens.before(found.start, 1).is_dash());
    let word = found.start.wrapping_sub(1 + dash);
    let part = matches!(tokens.lex(word), Lex::Early | Lex::Mid | Lex::Late);
    owned(word) || part && owned(word.wrapping_sub(1))
}

/// "2/22" without a year needs a word before it that only a date follows.
fn short_numeric_is_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    let previous = tokens.before(found.start, 1);
    matches!(previous.lex, Lex::On | Lex::Since | Lex::Weekday(..))
}

/// Whether the word before is one that a date follows.
fn led(tokens: &Tokens<'_>, start: usize) -> bool {
    matches!(
        tokens.before(start, 1).lex,
        Lex::In
            | Lex::Since
            | Lex::By
            | Lex::During
            | Lex::Of
            | Lex::To
            | Lex::From
            | Lex::For
            | Lex::Between
            | Lex::Before
            | Lex::After
            | Lex::About
            | Lex::On
    )
}

/// A word with a capital that is no date word and no sentence's beginning.
fn name_before(tokens: &Tokens<'_>, start: usize) -> bool {
    let previous = tokens.before(start, 1);
    previous.is_capitalised() && previous.lex == Lex::None
}

/// Whether a capitalised word that is no date word follows, nothing between.
fn name_after(tokens: &Tokens<'_>, end: usize) -> bool {
    let next = tokens.at(end);
    next.is_capitalised() && next.lex == Lex::None && !next.glued
}

/// Whether a possessive ending stands right before `start`.
fn possessive_before(tokens: &Tokens<'_>, start: usize) -> bool {
    tokens.is_any(start.wrapping_sub(1), &["s"]) && tokens.before(start, 2).is_apostrophe()
}

/// A lower-case word in the plural, as far as its ending tells.
fn plural_noun(tokens: &Tokens<'_>, at: usize) -> bool {
    const NOT: &[&str] = &[
        "is", "was", "has", "as", "us", "its", "his", "this", "plus", "versus", "does", "thus",
        "yes", "s",
    ];
    let token = tokens.at(at);
    let word = tokens.text_at(at);
    if tokens.is_any(at, &["sheep", "aircraft", "cattle", "fish", "staff"]) {
        return true;
    }
    token.kind == Kind::Word
        && !token.is_capitalised()
        && word.len() > 2
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !tokens.is_any(at, NOT)
}

/// Whether the expression is a unit of time so many units away.
fn is_shift(found: &Found) -> bool {
    matches!(found.expr, Expr::Shift { .. } | Expr::Run { .. } | Expr::Century { .. })
}
