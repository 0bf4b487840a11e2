//! "Since", "until", "before", "after": what the words before a date make of it.

use crate::reading::tokens::{Kind, Lex, Tokens};

use super::super::Bound;

/// What the words before the tokens `start..end` make of their date.
pub(super) fn of(tokens: &Tokens<'_>, start: usize, end: usize) -> Option<Bound> {
    let start = before_clock(tokens, start);
    match tokens.before(start, 1).lex {
        // "Since 1953, when the boat was lost": the boat was lost in 1953.
        Lex::Since if tokens.at(end).is_mark(',') && tokens.is_word(end + 1, "when") => None,
        Lex::Since => Some(Bound::Since),
        Lex::By => Some(Bound::Until),
        Lex::To if tokens.is_any(start.wrapping_sub(1), &["to"]) => None,
        // "Did not open until May": it opened in May.
        Lex::To if is_negated(tokens, start) => None,
        Lex::To => Some(Bound::Until),
        Lex::Before => Some(Bound::Before),
        Lex::After => Some(Bound::After),
        _ => None,
    }
}

/// Where "5pm on" begins, for a date that stands after it.
fn before_clock(tokens: &Tokens<'_>, start: usize) -> usize {
    let is_half = |at: usize| tokens.is_any(at, &["am", "pm", "noon", "midnight"]);
    let Some(on) = start.checked_sub(1).filter(|&at| tokens.lex(at) == Lex::On) else {
        return start;
    };
    match (on.checked_sub(1), on.checked_sub(2)) {
        (Some(half), Some(hour)) if is_half(half) => {
            if tokens.at(hour).kind == Kind::Number {
                hour
            } else {
                half
            }
        }
        (Some(word), _) if is_half(word) => word,
        _ => start,
    }
}

/// Whether "not" stands before the "until" at the end of `..start`, in the same stretch of words.
fn is_negated(tokens: &Tokens<'_>, start: usize) -> bool {
    const REACH: usize = 9;
    (start.saturating_sub(REACH)..start)
        .rev()
        .take_while(|&at| !matches!(tokens.at(at).kind, Kind::Mark(',' | ';' | '.' | ':')))
        .any(|at| tokens.is_any(at, &["not", "never", "t"]))
}
