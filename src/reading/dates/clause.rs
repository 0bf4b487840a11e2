//! Whether the clause around a date tells of the future: a cheap scan, no grammar.

use crate::reading::tokens::{Case, Kind, Lex, Tokens};

/// How far the clause is searched, in tokens on each side.
const REACH: usize = 14;

const FUTURE: &[&str] = &[
    "will",
    "shall",
    "ll",
    "until",
    "till",
    "scheduled",
    "expected",
    "due",
    "plans",
    "planned",
    "slated",
    "upcoming",
    "coming",
    "begins",
    "deadline",
    "starting",
    "wo",
    "expects",
    "set",
    "intends",
    "expires",
    "expire",
    "expiring",
    "hopes",
    "must",
    "may",
    "could",
    "going",
    "should",
    "likely",
    "ahead",
    "forthcoming",
    "would",
    "can",
    "might",
    "aims",
    "preparing",
    "prepares",
    "hoping",
    "chances",
    "chance",
    "prospects",
    "eligible",
    "vows",
    "pledges",
];

const SPEECH: &[&str] = &[
    "said",
    "says",
    "announced",
    "told",
    "reported",
    "stated",
    "added",
    "confirmed",
    "declared",
    "warned",
    "denied",
    "urged",
    "wrote",
    "agreed",
    "released",
    "issued",
    "unveiled",
    "launched",
    "delivered",
    "met",
    "held",
    "opened",
    "closed",
    "rose",
    "fell",
    "arrived",
    "died",
    "was",
    "were",
    "had",
    "did",
    "came",
    "went",
    "began",
    "introduced",
    "ordered",
    "signed",
    "approved",
    "posted",
    "published",
    "revealed",
    "ruled",
    "voted",
    "called",
    "killed",
    "arrested",
    "rejected",
    "filed",
    "named",
    "appeared",
    "left",
    "visited",
    "won",
    "lost",
    "resigned",
    "made",
    "gave",
    "took",
    "spoke",
    "sent",
    "found",
    "saw",
    "ran",
    "led",
    "sought",
    "broke",
    "drew",
    "struck",
    "paid",
    "bought",
    "sold",
    "brought",
    "kept",
    "became",
    "grew",
    "sat",
    "stood",
    "chose",
    "fought",
    "heard",
    "showed",
    "flew",
    "drove",
    "got",
];

const BREAKS: &[&str] = &[
    "that", "which", "who", "whose", "because", "although", "while", "but", "if", "how", "whether",
    "what", "why", "where", "when",
];

/// What the clause says of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Unknown,
    Past,
    Future,
    /// After "by": rather to come, but told of the past as well.
    Deadline,
}

/// The tense of the clause that holds the tokens `start..end`.
pub(super) fn tense(tokens: &Tokens<'_>, start: usize, end: usize) -> Tense {
    if near_verb(tokens, start) {
        return Tense::Past;
    }
    let mut before = (1..=REACH)
        .map_while(|back| start.checked_sub(back))
        .take_while(|&at| !ends_clause(tokens, at, true));
    if tokens.is_any(start.wrapping_sub(1), &["until", "till", "toward", "towards"]) {
        let term = tokens.is_word(start.wrapping_sub(2), "had") && tokens.lex(end) == Lex::To;
        let past = !term && before.any(|at| tokens.is_word(at, "had"));
        return if past { Tense::Past } else { Tense::Future };
    }
    if to_come(tokens, start) {
        return Tense::Future;
    }
    if let Some(tense) = before.find_map(|at| cue(tokens, at)) {
        return tense;
    }
    if tokens.before(start, 1).lex == Lex::By {
        return Tense::Deadline;
    }
    (end..end + REACH)
        .take_while(|&at| !ends_clause(tokens, at, false))
        .find_map(|at| cue(tokens, at))
        .unwrap_or(Tense::Unknown)
}

/// A verb in the past right before the date, "on" between them: "said on", "announced".
fn near_verb(tokens: &Tokens<'_>, start: usize) -> bool {
    let at = before_preposition(tokens, start);
    tokens.is_any(at, SPEECH) && !after_be(tokens, at)
}

/// The token before the date's "on" or "in", where it has one, else before the date.
fn before_preposition(tokens: &Tokens<'_>, start: usize) -> usize {
    let back = if matches!(tokens.before(start, 1).lex, Lex::On | Lex::In) { 2 } else { 1 };
    start.wrapping_sub(back)
}

/// "Be held", "being held": a participle that tells nothing of the past.
fn after_be(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_any(at.wrapping_sub(1), &["be", "being"])
}

/// "Talks begin Monday", "the team faces Denver on Sunday", "promised an answer by Monday": the
/// present tense of a plan, or the term of a promise.
fn to_come(tokens: &Tokens<'_>, start: usize) -> bool {
    if tokens.before(start, 1).lex == Lex::By {
        return promised(tokens, start - 1);
    }
    if tokens.is_word(start.wrapping_sub(1), "to") {
        return put_off(tokens, start - 1);
    }
    if tokens.is_word(start.wrapping_sub(1), "come") {
        return true;
    }
    let verb = before_preposition(tokens, start);
    let begins = tokens.is_any(
        verb,
        &[
            "begin",
            "begins",
            "resume",
            "resumes",
            "arrives",
            "departs",
            "concludes",
            "reopens",
            "meets",
            "meet",
            "starts",
            "opens",
            "leaves",
        ],
    );
    let visits = tokens.at(verb).is_capitalised()
        && tokens.is_any(
            verb.wrapping_sub(1),
            &["plays", "faces", "hosts", "visits", "meets", "play", "face", "host", "visit"],
        )
        && !matches!(tokens.before(verb, 2).lex, Lex::To);
    begins || visits
}

/// "Was moved to May 27": what is put off is to come.
fn put_off(tokens: &Tokens<'_>, to: usize) -> bool {
    (to.saturating_sub(6)..to).rev().take_while(|&at| !ends_clause(tokens, at, true)).any(|at| {
        tokens.is_any(
            at,
            &["moved", "postponed", "delayed", "rescheduled", "pushed", "extended", "adjourned"],
        )
    })
}

/// Whether the clause before a "by" is one of promises and demands, or ends in an infinitive.
fn promised(tokens: &Tokens<'_>, by: usize) -> bool {
    const PROMISES: &[&str] = &[
        "promised",
        "promise",
        "promises",
        "pledged",
        "vowed",
        "demanded",
        "demands",
        "demanding",
        "asked",
        "ordered",
        "required",
        "requires",
        "wants",
        "wanted",
        "need",
        "needs",
        "hopes",
        "hoped",
        "aims",
        "aimed",
        "deal",
    ];
    (by.saturating_sub(8)..by)
        .rev()
        .take_while(|&at| !ends_clause(tokens, at, true) && !tokens.is_word(at, "had"))
        .any(|at| {
            tokens.is_any(at, PROMISES) || tokens.lex(at) == Lex::To && infinitive(tokens, at)
        })
}

/// Whether a "to" begins an infinitive: a word in lower case follows that no determiner is.
fn infinitive(tokens: &Tokens<'_>, to: usize) -> bool {
    let next = tokens.at(to + 1);
    next.kind == Kind::Word
        && next.lex == Lex::None
        && next.case == Case::Lower
        && !tokens.is_any(to + 1, &["his", "her", "its", "their", "our", "about", "more", "less"])
}

fn cue(tokens: &Tokens<'_>, at: usize) -> Option<Tense> {
    if tokens.at(at).kind != Kind::Word
        || tokens.at(at).is_capitalised() && !tokens.begins_sentence(at)
    {
        return None;
    }
    // "The Sept. 30 deadline passed".
    let over = tokens.is_word(at, "deadline") && tokens.is_any(at + 1, &["passed", "expired"]);
    if over {
        return Some(Tense::Past);
    }
    if tokens.is_any(at, FUTURE) {
        return of_modal(tokens, at);
    }
    let past = tokens.is_any(at, SPEECH) || looks_past(tokens.text_at(at));
    if past && !after_be(tokens, at) {
        return Some(Tense::Past);
    }
    let infinitive = tokens.lex(at) == Lex::To
        && tokens.is_any(at.wrapping_sub(1), &["is", "are", "planning", "ready", "time"])
        && tokens.at(at + 1).kind == Kind::Word;
    infinitive.then_some(Tense::Future)
}

/// "Could have won Tuesday" was not to come; "could not be reached Tuesday" tells nothing.
fn of_modal(tokens: &Tokens<'_>, at: usize) -> Option<Tense> {
    if !tokens.is_any(at, &["could", "would", "should", "might", "may", "must", "couldn", "wouldn"])
    {
        return Some(Tense::Future);
    }
    let negated = tokens.is_word(at + 1, "not");
    if is_perfect(tokens, at + 1 + usize::from(negated)) {
        return Some(Tense::Past);
    }
    let past_form = tokens.is_any(at, &["could", "would"]);
    (!(negated && past_form)).then_some(Tense::Future)
}

/// "Have won", "have been": no "may have an effect".
fn is_perfect(tokens: &Tokens<'_>, at: usize) -> bool {
    const PARTICIPLES: &[&str] =
        &["been", "had", "done", "gone", "taken", "given", "seen", "known", "written", "come"];
    tokens.is_word(at, "have")
        && (tokens.is_any(at + 1, SPEECH)
            || tokens.is_any(at + 1, PARTICIPLES)
            || looks_past(tokens.text_at(at + 1))
            || matches!(tokens.lex(at + 1), Lex::Weekday(..)))
}

/// A regular past: "criticised", "visited"; words such as "need" and "hundred" are none.
fn looks_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && word != "hundred"
}

/// "Mr.", "Sen.", "U.S.": the full stop of a short word with a capital ends no clause.
fn after_abbreviation(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.before(at, 1);
    word.is_capitalised() && word.end - word.start <= 3 && tokens.at(at).glued
}

/// "10 a.m. Sunday": the second full stop of the time of day.
fn after_clock(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_word(at.wrapping_sub(1), "m") && tokens.is_any(at.wrapping_sub(3), &["a", "p"])
}

fn ends_clause(tokens: &Tokens<'_>, at: usize, backwards: bool) -> bool {
    let token = tokens.at(at);
    match token.kind {
        Kind::Nothing => true,
        Kind::Mark('.') => {
            let clock = backwards && after_clock(tokens, at);
            !(tokens.at(at + 1).glued || clock || after_abbreviation(tokens, at))
        }
        Kind::Mark(mark) => matches!(mark, ';' | ':' | '!' | '?' | '"' | '“' | '”'),
        Kind::Word => !backwards && tokens.is_any(at, BREAKS),
        _ => false,
    }
}
