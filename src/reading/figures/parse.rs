//! From tokens to one figure.

use crate::reading::tokens::{Kind, Lex, Tokens};
use crate::text::TextRange;

use super::number::{self, Number};
use super::qualifier::{self, Qualifier};
use super::unit::{self, Measured};
use super::{Figure, FigureKind, guard, noun, share};

/// The figure that begins at `at`, `None` inside where the tokens up to the end are no figure.
type Parsed = Option<(Option<Figure>, usize)>;

/// Reads the figure at `at`; the second value is the first token after what was read.
pub(super) fn figure(tokens: &Tokens<'_>, at: usize) -> Parsed {
    let token = tokens.at(at);
    match (token.kind, token.lex) {
        (_, Lex::Factor(_)) if !guard::is_verb_of_factor(tokens, at) => None,
        (_, Lex::Factor(times)) => Some((Some(factor(tokens, at, times)), at + 1)),
        (Kind::Ordinal, _) | (_, Lex::Ordinal(_)) => ordinal(tokens, at),
        (Kind::Decade, _) => Some((None, at + 1)),
        (Kind::Number | Kind::Grouped, _) if guard::is_long_code(tokens, at) => {
            Some((None, past_code(tokens, at)))
        }
        (Kind::Number, _) if token.digits > 9 => Some((None, at + 1)),
        (Kind::Number | Kind::Grouped, _) if !guard::is_number(tokens, at) => None,
        _ => share_of(tokens, at).or_else(|| number(tokens, at)),
    }
}

fn past_code(tokens: &Tokens<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while tokens.at(end).is_dash()
        && tokens.at(end + 1).kind == Kind::Number
        && tokens.at(end + 1).glued
    {
        end += 2;
    }
    end
}

fn range_of(tokens: &Tokens<'_>, start: usize, end: usize) -> TextRange {
    TextRange::new(tokens.at(start).start, tokens.at(end - 1).end)
}

/// "twice", "doubled".
fn factor(tokens: &Tokens<'_>, at: usize, times: u8) -> Figure {
    let value = if times == 0 { 0.5 } else { f64::from(times) };
    let soft = qualifier::before(tokens, at);
    bounded(
        Figure {
            range: range_of(tokens, at, at + 1),
            low: value,
            high: value,
            unit: Some("times".to_owned()),
            approximate: false,
            kind: FigureKind::Factor,
        },
        soft,
    )
}

/// What is had "a third" time by the same.
const REPEATED: &[&str] =
    &["term", "time", "straight", "consecutive", "successive", "title", "season", "year", "week"];
/// Words before a place: "up to fifth, two points behind".
const PLACED: &[&str] = &["to", "in", "into", "finished", "came", "was", "is", "the"];

/// "the third", "21st", but not "at first" or "a second".
fn ordinal(tokens: &Tokens<'_>, at: usize) -> Parsed {
    let value = match tokens.lex(at) {
        Lex::Ordinal(value) => f64::from(value),
        _ => tokens.at(at).value as f64,
    };
    let again = tokens.before(at, 1).lex == Lex::A && tokens.is_any(at + 1, REPEATED);
    let adverb = matches!(tokens.before(at, 1).lex, Lex::At | Lex::A) && !again
        || tokens.is_any(at + 1, &["lady", "name", "aid", "hand", "degree"])
        || (tokens.lex(at + 1) == Lex::Of && tokens.is_word(at + 2, "all"))
        || tokens.at(at + 1).is_mark(',') && !tokens.is_any(at.wrapping_sub(1), PLACED);
    let figure = Figure {
        range: range_of(tokens, at, at + 1),
        low: value,
        high: value,
        unit: Some("ordinal".to_owned()),
        approximate: false,
        kind: FigureKind::Ordinal,
    };
    Some(((!adverb).then_some(figure), at + 1))
}

/// "half of", "two-thirds".
fn share_of(tokens: &Tokens<'_>, at: usize) -> Parsed {
    let (value, end) = share::read(tokens, at)?;
    let figure = Figure {
        range: range_of(tokens, at, end),
        low: value,
        high: value,
        unit: Some("share".to_owned()),
        approximate: false,
        kind: FigureKind::Share,
    };
    Some((Some(bounded(figure, qualifier::before(tokens, at))), end))
}

fn number(tokens: &Tokens<'_>, at: usize) -> Parsed {
    let (currency, first) = match unit::currency_before(tokens, at) {
        Some((code, next)) => (Some(code), next),
        None => (None, at),
    };
    if let Some(end) = share::half_measure(tokens, at) {
        let half = Number { low: 0.5, high: 0.5, end, power: 0, vague: false };
        return Some(measured(tokens, at, None, at, half));
    }
    let glyph = match tokens.at(first).kind {
        Kind::Mark(mark) => share::glyph(mark),
        _ => None,
    };
    let one = match glyph {
        Some(value) => Number { low: value, high: value, end: first + 1, power: 0, vague: false },
        None => number::read(tokens, first, currency.is_some())?,
    };
    if tokens.at(first).kind != Kind::Word && guard::is_clock_or_code(tokens, first, one.end) {
        return Some((None, past_clock(tokens, one.end)));
    }
    let pair = second(tokens, at, &one, currency.is_some());
    let vote = || vote(tokens, at, &one);
    let may_be_score = pair.is_none() || tokens.is_word(at.wrapping_sub(1), "by");
    if may_be_score
        && let Some(score) = score(tokens, at, &one).filter(|_| pair.is_none()).or_else(vote)
    {
        return Some(score);
    }
    let both = pair.unwrap_or(one);
    Some(measured(tokens, at, currency, first, both))
}

/// Past the minutes of "18:00" and past "p.m.".
fn past_clock(tokens: &Tokens<'_>, end: usize) -> usize {
    let mut end = end;
    while tokens.at(end).glued
        && matches!(tokens.at(end).kind, Kind::Number | Kind::Mark(':' | '.' | '/'))
        && tokens.at(end + 1).glued
    {
        end += 1;
    }
    if tokens.at(end).glued && tokens.at(end).kind == Kind::Number { end + 1 } else { end }
}

/// The second number of a range: "50-60", "10 to 12", "between 50 and 60".
fn second(tokens: &Tokens<'_>, at: usize, first: &Number, money: bool) -> Option<Number> {
    // "33% to 37%": each end has its sign.
    let signed = unit::percent(tokens, first.end)
        .map(|percent| percent.end)
        .filter(|&end| tokens.is_word(end, "to") && !money && !guard::tells_change(tokens, at));
    let end = signed.unwrap_or(first.end);
    let joint = tokens.at(end);
    let between = tokens.before(at, 1).lex == Lex::Between;
    let dash = joint.is_dash() && joint.glued == tokens.at(end + 1).glued;
    let to =
        joint.lex == Lex::To && tokens.is_word(end, "to") && tokens.before(at, 1).lex != Lex::From;
    let and = joint.lex == Lex::And && between;
    if first.vague || !(dash || to || and) {
        return None;
    }
    let mut next = end + 1;
    if let Some((_, number)) = unit::currency_before(tokens, next) {
        next = number;
    }
    let begins = matches!(tokens.at(next).kind, Kind::Number | Kind::Grouped)
        || matches!(tokens.lex(next), Lex::Number(_));
    let other = number::read(tokens, next, money).filter(|_| begins)?;
    let scaled = if first.power == 0 && first.low < 1000.0 {
        first.low * number::ten(other.power)
    } else {
        first.low
    };
    let sure = !dash
        || unit::after(tokens, other.end).is_some()
        || money
        || other.power > 0
        || noun::counted(tokens, other.end).is_some();
    let same_sign = signed.is_none() || unit::percent(tokens, other.end).is_some();
    (scaled < other.low && sure && same_sign).then_some(Number {
        low: scaled,
        high: other.low,
        ..other
    })
}

/// "2-1", "52-48".
fn score(tokens: &Tokens<'_>, at: usize, first: &Number) -> Parsed {
    // "68%-31%": each share has its sign.
    let signed = usize::from(tokens.at(first.end).is_mark('%'));
    let (dash, other) = (tokens.at(first.end + signed), tokens.at(first.end + signed + 1));
    let is_signed = signed == 1 && tokens.at(first.end + 3).is_mark('%');
    let pair = tokens.at(at).kind == Kind::Number
        && dash.is_dash()
        && dash.glued
        && other.glued
        && other.kind == Kind::Number
        && other.digits <= 3
        && tokens.at(at).digits <= 3
        && (signed == 0 || is_signed && (other.value as f64) < first.low);
    if !pair {
        return None;
    }
    let (a, b) = (first.low, other.value as f64);
    let end = first.end + 2 + 2 * signed;
    let goes_on = tokens.at(end).is_dash() && tokens.at(end).glued;
    let figure = Figure {
        range: range_of(tokens, at, end),
        low: a.min(b),
        high: a.max(b),
        unit: Some("score".to_owned()),
        approximate: qualifier::before(tokens, at).approximate,
        kind: FigureKind::Score,
    };
    Some(((!goes_on).then_some(figure), end))
}

/// "By 37 to 23", "by six votes to two", "101 to 98": the lesser number after the greater, which no
/// range has.
fn vote(tokens: &Tokens<'_>, at: usize, first: &Number) -> Parsed {
    let votes = usize::from(tokens.is_any(first.end, &["votes", "vote"]));
    let to = first.end + votes;
    let other = number::read(tokens, to + 1, false).filter(|_| tokens.is_word(to, "to"))?;
    let from = tokens.before(at, 1).lex == Lex::From;
    let counts =
        |number: &Number| number.power == 0 && number.low.fract() == 0.0 && number.low < 10_000.0;
    let counted = unit::after(tokens, other.end).is_some()
        || noun::counted(tokens, other.end).is_some()
        || noun::joined(tokens, other.end).is_some();
    let falls = other.low < first.low || votes == 1;
    if from || !falls || counted || !counts(first) || !counts(&other) {
        return None;
    }
    let figure = Figure {
        range: range_of(tokens, at, other.end),
        low: first.low.min(other.low),
        high: first.low.max(other.low),
        unit: Some("score".to_owned()),
        approximate: false,
        kind: FigureKind::Score,
    };
    Some((Some(figure), other.end))
}

fn measured(
    tokens: &Tokens<'_>,
    at: usize,
    currency: Option<&str>,
    first: usize,
    number: Number,
) -> (Option<Figure>, usize) {
    let (unit, kind, end) = match currency {
        Some(code) => {
            (Some(code.to_owned()), FigureKind::Money, past_currency_name(tokens, number.end))
        }
        None => unit_of(tokens, at, first, &number),
    };
    let soft = qualifier::before(tokens, at).or(qualifier::after(tokens, number.end));
    let bare = unit.is_none()
        && (is_pronoun(tokens, first, number.end) || guard::is_year_like(tokens, first));
    let figure = Figure {
        range: range_of(tokens, at, end),
        low: number.low,
        high: number.high,
        unit,
        approximate: number.vague,
        kind,
    };
    ((!bare).then(|| bounded(figure, soft)), end)
}

/// "$5 million dollars" and "$5 US" are no news, but "€20 million euros" is seen.
fn past_currency_name(tokens: &Tokens<'_>, at: usize) -> usize {
    if tokens.is_any(at, &["dollars", "euros"]) { at + 1 } else { at }
}

/// "One" alone is a pronoun: "one of them", "no one".
fn is_pronoun(tokens: &Tokens<'_>, first: usize, end: usize) -> bool {
    end == first + 1 && tokens.lex(first) == Lex::Number(1)
}

/// Whether the number is a person's age: "Janet Cole, 53, a nurse", "who is 39", "at the age of 72".
fn is_age(tokens: &Tokens<'_>, at: usize, number: &Number) -> bool {
    let digits = tokens.at(at).kind == Kind::Number && number.end == at + 1;
    let plausible = digits && (1.0..115.0).contains(&number.low) && number.low.fract() == 0.0;
    plausible
        && (is_age_aside(tokens, at)
            || is_age_at_end(tokens, at)
            || is_told_age(tokens, at)
            || of_age(tokens, at))
}

/// A number between commas, after a name or the word for a person.
fn is_age_aside(tokens: &Tokens<'_>, at: usize) -> bool {
    let (before, next) = (tokens.before(at, 2), tokens.at(at + 2));
    let grown = tokens.at(at).value >= 10;
    let lists = matches!(next.kind, Kind::Number | Kind::Grouped)
        || matches!(next.lex, Lex::Number(_) | Lex::And);
    grown
        && tokens.before(at, 1).is_mark(',')
        && before.kind == Kind::Word
        && before.lex == Lex::None
        && tokens.at(at + 1).is_mark(',')
        && next.kind == Kind::Word
        && !lists
        && (before.is_capitalised() || !next.is_capitalised())
}

/// "… said Janet Cole, 53.": a number after a full name, and nothing behind it.
fn is_age_at_end(tokens: &Tokens<'_>, at: usize) -> bool {
    let name = |back: usize| {
        let word = tokens.before(at, back);
        word.is_capitalised() && word.lex == Lex::None
    };
    let next = tokens.at(at + 1);
    let after = tokens.at(at + 2);
    let ends = next.kind == Kind::Nothing
        || next.is_mark('.') && !(after.glued && after.kind == Kind::Number);
    tokens.at(at).value >= 10
        && tokens.before(at, 1).is_mark(',')
        && name(2)
        && name(3)
        && ends
        && tokens.before(at, 4).kind == Kind::Word
        && !tokens.before(at, 4).is_capitalised()
}

/// "Who is 39", "she was 89 when", "he turned 18 in February": a person, a verb of being, and
/// nothing that is counted.
fn is_told_age(tokens: &Tokens<'_>, at: usize) -> bool {
    const PEOPLE: [&str; 5] = ["who", "he", "she", "i", "him"];
    let Some(verb) = at.checked_sub(1) else { return false };
    let turned = tokens.is_word(verb, "turned") || tokens.is_word(verb, "turns");
    let is = tokens.is_any(verb, &["is", "was"]);
    let subject = tokens.before(verb, 1);
    let thing = tokens.is_any(verb.wrapping_sub(1), &["it", "this", "that", "there", "today"]);
    let person = tokens.is_any(verb.wrapping_sub(1), &PEOPLE)
        || subject.is_capitalised() && subject.lex == Lex::None && !thing;
    let next = tokens.at(at + 1);
    let ends = match next.kind {
        Kind::Nothing => true,
        Kind::Mark(mark) => matches!(mark, ',' | '.' | ';' | ')' | '”'),
        Kind::Word => {
            next.lex == Lex::And
                || turned && matches!(next.lex, Lex::In | Lex::On)
                || tokens.is_any(at + 1, &["when", "but", "now", "at", "then"])
        }
        _ => false,
    };
    ends && person && (turned || is)
}

/// "At the age of 72", "at age 72".
fn of_age(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_word(at.wrapping_sub(1), "age")
        || tokens.before(at, 1).lex == Lex::Of && tokens.is_word(at.wrapping_sub(2), "age")
}

/// No living thing of the news is older, in years.
const OLDEST: f64 = 150.0;

fn unit_of(
    tokens: &Tokens<'_>,
    at: usize,
    first: usize,
    number: &Number,
) -> (Option<String>, FigureKind, usize) {
    let plain = (None, FigureKind::Count, number.end);
    if tokens.is_word(at.wrapping_sub(1), "aged") || is_age(tokens, at, number) {
        return (Some("age".to_owned()), FigureKind::Age, number.end);
    }
    if let Some(Measured { unit, kind, end }) = unit::after(tokens, number.end) {
        // "A layer 24,000 years old" is a span of time.
        let span = kind == FigureKind::Age && number.low > OLDEST;
        let measured = (Some("year".to_owned()), FigureKind::Measure, end);
        return if span { measured } else { (Some(unit), kind, end) };
    }
    if let Some((noun, end)) = noun::joined(tokens, number.end) {
        return (Some(noun), FigureKind::Count, end);
    }
    if tokens.lex(first) == Lex::Number(1) && number.end == first + 1 {
        return plain;
    }
    match noun::counted(tokens, number.end) {
        Some((noun, end)) => (Some(noun), FigureKind::Count, end),
        None => plain,
    }
}

/// The figure with what its qualifier makes of it.
fn bounded(mut figure: Figure, soft: Qualifier) -> Figure {
    figure.approximate |= soft.approximate || soft.at_least || soft.at_most;
    if soft.at_least {
        figure.high = f64::INFINITY;
    }
    if soft.at_most {
        figure.low = f64::NEG_INFINITY;
    }
    figure
}
