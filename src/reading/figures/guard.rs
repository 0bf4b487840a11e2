//! Tells figures from numbers in names, times of day, codes and lists.

use crate::reading::tokens::{Kind, Lex, Tokens};

/// Nouns before a number that names something.
const NUMBERED: &[&str] = &[
    "article",
    "articles",
    "section",
    "sections",
    "page",
    "pages",
    "chapter",
    "room",
    "flight",
    "route",
    "highway",
    "number",
    "no",
    "nr",
    "nos",
    "version",
    "model",
    "item",
    "items",
    "clause",
    "paragraph",
    "line",
    "channel",
    "district",
    "ward",
    "precinct",
    "gate",
    "platform",
    "phase",
    "stage",
    "level",
    "tier",
    "class",
    "grade",
    "type",
    "title",
    "chapters",
    "part",
    "volume",
    "vol",
    "episode",
    "season",
    "act",
    "scene",
    "rule",
    "resolution",
    "protocol",
    "point",
    "figure",
    "table",
    "fig",
    "unit",
    "building",
    "apartment",
    "suite",
    "box",
    "bus",
    "line",
    "zone",
    "sector",
    "form",
    "code",
    "pp",
    "isbn",
    "tel",
    "phone",
    "size",
    "step",
    "week",
    "day",
    "round",
    "game",
    "lap",
    "hole",
    "group",
    "pool",
    "interstate",
    "exit",
    "mile",
    "top",
    "under",
    "amendment",
    "proposition",
    "measure",
    "bill",
    "lot",
    "plan",
];

/// Whether the digits at `at` are a number of their own and not part of a name, code or clock.
pub(super) fn is_number(tokens: &Tokens<'_>, at: usize) -> bool {
    !is_glued(tokens, at) && !is_named(tokens, at) && !is_label(tokens, at)
}

/// "A330", "x2", "1.10.30", "18:00", "Covid-19".
fn is_glued(tokens: &Tokens<'_>, at: usize) -> bool {
    let (token, previous) = (tokens.at(at), tokens.before(at, 1));
    if !token.glued {
        return false;
    }
    match previous.kind {
        Kind::Word | Kind::Number | Kind::Grouped | Kind::Ordinal | Kind::Decade => true,
        Kind::Mark('.' | ',' | ':' | '/' | '_' | '#' | '@' | '№' | '§' | '=' | '*' | '+') => {
            true
        }
        Kind::Mark('-') => previous.glued,
        Kind::Mark('[') => tokens.at(at + 1).is_mark(']'),
        Kind::Mark('(') => tokens.at(at + 1).is_mark(')'),
        _ => false,
    }
}

/// "France 24", "Article 4", "GM 200", "No. 10".
fn is_named(tokens: &Tokens<'_>, at: usize) -> bool {
    let previous = tokens.before(at, 1);
    if previous.is_mark('.') && previous.glued {
        return tokens.is_any(
            at.wrapping_sub(2),
            &["No", "Nos", "Nr", "Art", "Sec", "p", "pp", "Fig", "vol", "Ch"],
        );
    }
    let share = super::unit::percent(tokens, at + 1).is_some();
    if tokens.is_any(at.wrapping_sub(1), NUMBERED)
        && !share
        && !tokens.is_any(at.wrapping_sub(1), &["under", "top"])
    {
        return true;
    }
    let name = previous.is_capitalised() && previous.lex == Lex::None;
    // "A contract of the U.S. Air Force 40 billion dollars dear": names have no scale.
    let amount = matches!(tokens.lex(at + 1), Lex::Scale(_, false) | Lex::Dozen(false))
        || share
        || spans_time(tokens, at);
    // "Delgado won 28,416 votes and Finch 25,917": no name has a grouped number.
    let grouped = tokens.at(at).kind == Kind::Grouped;
    let opens = || tokens.begins_sentence(at - 1) && verb_like(tokens, at - 1);
    name && !(amount || grouped || is_score(tokens, at) || opens())
}

/// "Beat Marlow 3-2".
fn is_score(tokens: &Tokens<'_>, at: usize) -> bool {
    let (dash, other) = (tokens.at(at + 1), tokens.at(at + 2));
    let small = |at: usize| tokens.at(at).kind == Kind::Number && tokens.at(at).digits <= 2;
    let next = tokens.at(at + 3);
    let goes_on = next.glued && !matches!(next.kind, Kind::Mark('.' | ',' | ')' | ';'));
    small(at) && dash.is_dash() && dash.glued && other.glued && small(at + 2) && !goes_on
}

/// A sentence may begin with a word before its number: "Only 5", "Killed 24", "There".
fn verb_like(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.text_at(at);
    word.ends_with("ed")
        || tokens.is_any(
            at,
            &[
                "only", "just", "with", "as", "all", "these", "those", "when", "where", "an",
                "than", "over", "under", "more", "less", "up", "another", "while", "if", "its",
                "our", "their", "his", "her", "my", "no", "not", "only", "exactly", "even",
                "other", "left", "add",
            ],
        )
}

/// "To Singapore Airlines 18 months late": a stretch of time, in the plural.
fn spans_time(tokens: &Tokens<'_>, at: usize) -> bool {
    const SPANS: [&str; 6] = ["minutes", "hours", "days", "weeks", "months", "years"];
    // "Sydney 2000 days": a name with its year.
    tokens.at(at).digits < 4 && tokens.is_any(at + 1, &SPANS)
}

/// "1. First", "(a) 2)", a bare number in a line of its own.
fn is_label(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.at(at);
    let (previous, next) = (tokens.before(at, 1), tokens.at(at + 1));
    let opens =
        previous.kind == Kind::Nothing || tokens.text[previous.end..token.start].contains('\n');
    let marked = next.glued
        && matches!(next.kind, Kind::Mark('.' | ')' | ':'))
        && !(tokens.at(at + 2).glued && tokens.at(at + 2).kind == Kind::Number);
    opens && (marked || next.kind == Kind::Nothing)
}

/// Whether what follows makes the number at `at..end` a time of day or a code.
pub(super) fn is_clock_or_code(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let next = tokens.at(end);
    let digits_after = |offset: usize| {
        tokens.at(end + offset).glued && tokens.at(end + offset).kind == Kind::Number
    };
    let joined = next.glued
        && matches!(next.kind, Kind::Mark(':' | '.' | '/' | '_' | '@' | '='))
        && digits_after(1);
    let zone = tokens.is_any(
        end,
        &["GMT", "UTC", "EST", "EDT", "PST", "BST", "CET", "am", "pm", "AM", "PM", "hrs"],
    );
    let dotted = tokens.is_any(end, &["a", "p"])
        && tokens.at(end + 1).is_mark('.')
        && tokens.is_word(end + 2, "m");
    let clock = tokens.is_word(end, "o") && tokens.at(end + 1).is_apostrophe();
    let letters =
        next.glued && next.kind == Kind::Word && super::unit::after(tokens, end).is_none();
    let at_clock = tokens.before(at, 1).lex == Lex::At && tokens.at(at).digits == 4;
    joined || zone || dotted || clock || letters || at_clock
}

/// Whether a whole run of digits joined by hyphens is no pair of numbers: a telephone number.
pub(super) fn is_long_code(tokens: &Tokens<'_>, at: usize) -> bool {
    let joined = |from: usize| {
        tokens.at(from).is_mark('-')
            && tokens.at(from).glued
            && tokens.at(from + 1).glued
            && tokens.at(from + 1).kind == Kind::Number
    };
    let long = tokens.at(at).digits >= 3 && tokens.at(at + 2).digits >= 4;
    joined(at + 1) && (joined(at + 3) || long)
}

/// Whether the number looks like a year that nobody dated: 1900 to 2099 and nothing counted.
pub(super) fn is_year_like(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.at(at);
    token.kind == Kind::Number && token.digits == 4 && (1900..=2099).contains(&token.value)
}

/// Whether "doubles", "triples" and "halves" tell what happens to something; always for the other words.
/// "The women's doubles" and "two halves" are no factors.
pub(super) fn is_verb_of_factor(tokens: &Tokens<'_>, at: usize) -> bool {
    const FORMS: [&str; 5] = ["doubles", "triples", "trebles", "quadruples", "halves"];
    const OBJECTS: [&str; 7] = ["the", "its", "his", "her", "their", "that", "our"];
    if !tokens.is_any(at, &FORMS) {
        return true;
    }
    let (before, next, behind) = (tokens.before(at, 1), tokens.at(at + 1), tokens.at(at + 2));
    let owned = next.is_capitalised() && matches!(behind.kind, Kind::Mark('\'' | '’'))
        || tokens.text_at(at + 1).ends_with("'s")
        || tokens.text_at(at + 1).ends_with("’s");
    let acts = before.kind == Kind::Word
        && before.lex == Lex::None
        && !tokens.is_any(at.wrapping_sub(1), &["s", "men", "women", "mixed", "into", "won"]);
    let possessive = tokens.before(at, 2).is_mark('\'') || tokens.before(at, 2).is_mark('’');
    acts && !possessive && (owned || tokens.is_any(at + 1, &OBJECTS))
}

/// Whether a word before the figure at `at` tells of a change, so that "to" leads to its outcome and
/// not to the end of a range.
pub(super) fn tells_change(tokens: &Tokens<'_>, at: usize) -> bool {
    const CHANGES: [&str; 36] = [
        "by",
        "from",
        "up",
        "down",
        "rose",
        "rise",
        "rises",
        "rising",
        "risen",
        "fell",
        "fall",
        "falls",
        "falling",
        "fallen",
        "grew",
        "grow",
        "grown",
        "dropped",
        "drop",
        "climbed",
        "jumped",
        "slipped",
        "slid",
        "gained",
        "lost",
        "increased",
        "increase",
        "decreased",
        "declined",
        "cut",
        "raised",
        "lowered",
        "soared",
        "surged",
        "plunged",
        "won",
    ];
    (1..=3).any(|back| at.checked_sub(back).is_some_and(|at| tokens.is_any(at, &CHANGES)))
}
