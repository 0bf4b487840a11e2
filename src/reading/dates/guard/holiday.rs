//! Seasons and holidays told from storms, games and trees.

use crate::reading::tokens::{Kind, Lex, Tokens};

use super::super::expr::{Expr, Found, Piece};
use super::{led, name_after};

/// What makes a season before it no date.
const NOT_SEASONS: &[&str] = &[
    "storm",
    "storms",
    "heat",
    "break",
    "season",
    "games",
    "olympics",
    "vacation",
    "holiday",
    "holidays",
    "camp",
    "school",
    "training",
    "weather",
    "sports",
    "solstice",
    "rolls",
    "water",
    "palace",
    "onions",
    "job",
    "house",
    "home",
    "camps",
    "temperatures",
    "months",
    "sales",
];

pub(super) fn season_is_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    let article = tokens.lex(found.start) == Lex::The;
    let name = found.end - 1;
    let fall = tokens.is_word(name, "fall");
    let titled = tokens.at(name).is_capitalised() && name_after(tokens, found.end);
    if titled || tokens.is_any(found.end, NOT_SEASONS) {
        return false;
    }
    if fall && (!article || tokens.lex(found.end) == Lex::Of) {
        return false;
    }
    let previous = tokens.before(found.start, 1);
    let timed = matches!(previous.lex, Lex::In | Lex::By | Lex::Since | Lex::During)
        || tokens.is_any(found.start.wrapping_sub(1), &["until", "over"]);
    let closed = tokens.lex(found.end) != Lex::Of;
    if fall { timed && previous.lex != Lex::During } else { timed && closed }
}

/// A holiday is a date where it stands alone; "Christmas trees" are none.
pub(super) fn is_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    if matches!(found.expr, Expr::Calendar { piece: Piece::Holiday(_), year: Some(_), .. }) {
        return true;
    }
    if super::year::begins_firm(tokens, found.end) {
        return false;
    }
    let words = found.end - found.start;
    if name_after(tokens, found.end) && words == 1 {
        return false;
    }
    let led = led(tokens, found.start)
        || matches!(tokens.before(found.start, 1).lex, Lex::At | Lex::This | Lex::Last | Lex::Next);
    let next = tokens.at(found.end);
    let stops = matches!(next.kind, Kind::Nothing | Kind::Mark('.' | ',' | ';' | '!' | '?' | ')'))
        || next.lex != Lex::None;
    if next.is_mark('!') {
        return false;
    }
    let since = tokens.before(found.start, 1).lex == Lex::Since;
    words > 1 || since || (stops && (led || tokens.begins_sentence(found.start)))
}
