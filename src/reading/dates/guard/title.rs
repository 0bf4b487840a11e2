//! Names of papers, films and shows that are made of date words: "USA Today".

use crate::reading::tokens::{Case, Kind, Lex, Tokens};

use super::super::expr::Found;
use super::{is_shift, name_after};

/// "Today", "yesterday" and their like, alone.
pub(super) fn deictic_is_date(tokens: &Tokens<'_>, found: &Found) -> bool {
    let token = tokens.at(found.start);
    if tokens.before(found.start, 1).lex == Lex::Of && tokens.is_word(found.start, "tomorrow") {
        return false;
    }
    match token.case {
        Case::Lower => true,
        Case::Title => tokens.begins_sentence(found.start) && !is_programme(tokens, found),
        Case::Upper => {
            !name_after(tokens, found.end) && !tokens.is_word(found.start.wrapping_sub(1), "USA")
        }
    }
}

fn is_programme(tokens: &Tokens<'_>, found: &Found) -> bool {
    let end = found.end;
    if matches!(tokens.at(end).kind, Kind::Mark('"' | '”' | '’'))
        && tokens.at(end).glued
        && !tokens.is_word(end + 1, "s")
    {
        return true;
    }
    tokens.is_any(end, &["FM", "Show", "Programme", "Never", "Sponge", "show", "programme"])
        || (tokens.at(end).is_mark('\'') || tokens.at(end).is_mark('’')) && {
            name_after(tokens, end + 2) && tokens.is_word(end + 2, "Zaman")
        }
}

/// Whether the words are not the title of something: units of time are not capitalised.
pub(super) fn is_no_title(tokens: &Tokens<'_>, found: &Found) -> bool {
    if !is_shift(found) {
        return true;
    }
    let titled = |at: usize| {
        let token = tokens.at(at);
        token.kind == Kind::Word
            && token.case == Case::Title
            && matches!(token.lex, Lex::Unit(..) | Lex::Deictic(_))
    };
    let mut last_words = found.start + 1..found.end;
    !last_words.any(titled)
}
