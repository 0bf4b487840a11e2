//! Days without a year that everyone dates: the attacks of 11 September.

use std::borrow::Cow;

use crate::reading::tokens::Tokens;

use super::super::expr::{Expr, Found, Piece};

const DEED: &[&str] =
    &["attack", "attacks", "terrorist", "terror", "hijackers", "hijackings", "atrocities"];

/// The expression of `found`, with the year that the words after it tell.
pub(super) fn told<'f>(tokens: &Tokens<'_>, found: &'f Found) -> Cow<'f, Expr> {
    match found.expr {
        Expr::Calendar { piece: piece @ Piece::Day { month: 9, day: 11 }, year: None, toward }
            if tokens.is_any(found.end, DEED) =>
        {
            Cow::Owned(Expr::Calendar { piece, year: Some(2001), toward })
        }
        _ => Cow::Borrowed(&found.expr),
    }
}
