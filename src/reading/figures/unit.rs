//! Units: currencies, percent and measures.

use crate::reading::tokens::{Kind, Lex, Tokens, Unit};

use super::{Figure, FigureKind};

/// A unit, its kind and the token after it.
pub(super) struct Measured {
    pub unit: String,
    pub kind: FigureKind,
    pub end: usize,
}

impl Measured {
    fn new(unit: &str, kind: FigureKind, end: usize) -> Self {
        Self { unit: unit.to_owned(), kind, end }
    }
}

/// The ISO code of a currency's sign.
pub(super) fn currency_sign(mark: char) -> Option<&'static str> {
    Some(match mark {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₹' => "INR",
        '₽' => "RUB",
        '₺' => "TRY",
        '₩' => "KRW",
        '₴' => "UAH",
        '₪' => "ILS",
        '֏' => "AMD",
        '₦' => "NGN",
        '₱' => "PHP",
        '₫' => "VND",
        _ => return None,
    })
}

/// Letters before a dollar sign.
const DOLLARS: &[(&str, &str)] = &[
    ("US", "USD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("HK", "HKD"),
    ("NZ", "NZD"),
    ("S", "SGD"),
    ("NT", "TWD"),
    ("R", "BRL"),
];

const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "CNY", "RUB", "INR", "SEK", "NOK", "DKK",
    "PLN", "CZK", "HUF", "TRY", "UAH", "AMD", "GEL", "AZN", "KZT", "BRL", "ZAR", "MXN", "KRW",
];

const NAMES: &[(&str, &str)] = &[
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("rupee", "INR"),
    ("rupees", "INR"),
    ("francs", "CHF"),
    ("won", "KRW"),
    ("hryvnia", "UAH"),
    ("hryvnias", "UAH"),
    ("drams", "AMD"),
    ("lira", "TRY"),
    ("pesos", "MXN"),
    ("shekels", "ILS"),
    ("zloty", "PLN"),
    ("kronor", "SEK"),
];

/// The currency whose letters stand at `at`, before a sign or a number: "US$", "EUR 5"; and the
/// token after them.
pub(super) fn currency_code(tokens: &Tokens<'_>, at: usize) -> Option<(&'static str, usize)> {
    let next = tokens.at(at + 1);
    let word = tokens.text_at(at);
    // "NZ $ 26 million"; but "a $5 note".
    if next.is_mark('$') && (next.glued || word.len() > 1) {
        let known = DOLLARS.iter().find(|(letters, _)| *letters == word);
        return known.map(|&(_, code)| (code, at + 2));
    }
    if next.kind != Kind::Number && next.kind != Kind::Grouped {
        return None;
    }
    CODES.iter().find(|code| **code == word).map(|code| (*code, at + 1))
}

/// The currency that stands before a number at `at`, and the number's first token.
pub(super) fn currency_before(tokens: &Tokens<'_>, at: usize) -> Option<(&'static str, usize)> {
    match tokens.at(at).kind {
        Kind::Mark(mark) => currency_sign(mark).map(|code| (code, at + 1)),
        Kind::Word => currency_code(tokens, at),
        _ => None,
    }
}

/// The unit that follows a number which ends before `at`.
pub(super) fn after(tokens: &Tokens<'_>, at: usize) -> Option<Measured> {
    percent(tokens, at)
        .or_else(|| age(tokens, at))
        .or_else(|| money(tokens, at))
        .or_else(|| measure(tokens, at))
}

pub(super) fn percent(tokens: &Tokens<'_>, at: usize) -> Option<Measured> {
    let hyphen = usize::from(tokens.at(at).is_mark('-') && tokens.at(at).glued);
    let at = at + hyphen;
    if tokens.is_word(at, "percentage") && tokens.is_any(at + 1, &["point", "points"]) {
        return Some(Measured::new("percentage point", FigureKind::Percent, at + 2));
    }
    let end = match () {
        () if tokens.at(at).is_mark('%') || tokens.is_any(at, &["percent", "pct"]) => at + 1,
        () if tokens.is_word(at, "per") && tokens.is_word(at + 1, "cent") => at + 2,
        () => return None,
    };
    Some(Measured::new("percent", FigureKind::Percent, end))
}

/// "42-year-old", "42 years old", "42 years of age".
fn age(tokens: &Tokens<'_>, at: usize) -> Option<Measured> {
    let skip = |at: usize| if tokens.at(at).is_dash() { at + 1 } else { at };
    let year = skip(at);
    if !matches!(tokens.lex(year), Lex::Unit(Unit::Year, _)) {
        return None;
    }
    let old = skip(year + 1);
    let of_age = tokens.lex(old) == Lex::Of && tokens.is_word(old + 1, "age");
    let end = if of_age { old + 2 } else { old + 1 };
    (of_age || tokens.is_any(old, &["old", "olds"]))
        .then(|| Measured::new("age", FigureKind::Age, end))
}

fn money(tokens: &Tokens<'_>, at: usize) -> Option<Measured> {
    let adjective = tokens.is_any(at, &["US", "U", "American", "Australian", "Canadian", "Hong"]);
    if adjective {
        return foreign_dollars(tokens, at);
    }
    let at = if tokens.at(at).is_mark('-') && tokens.at(at).glued { at + 1 } else { at };
    if let Kind::Mark(mark) = tokens.at(at).kind {
        let glued = tokens.at(at).glued;
        return currency_sign(mark)
            .filter(|_| glued && mark != '$')
            .map(|code| Measured::new(code, FigureKind::Money, at + 1));
    }
    if tokens.is_word(at, "pence") || tokens.at(at).glued && tokens.text_at(at) == "p" {
        return Some(Measured::new("penny", FigureKind::Money, at + 1));
    }
    let known = NAMES.iter().find(|(name, _)| tokens.is_word(at, name)).map(|&(_, code)| code);
    known
        .or_else(|| CODES.iter().copied().find(|code| tokens.text_at(at) == *code))
        .map(|code| Measured::new(code, FigureKind::Money, at + 1))
}

/// "500 Australian dollars".
fn foreign_dollars(tokens: &Tokens<'_>, at: usize) -> Option<Measured> {
    let code = match tokens.text_at(at) {
        "US" | "American" => "USD",
        "Australian" => "AUD",
        "Canadian" => "CAD",
        _ => return None,
    };
    tokens
        .is_any(at + 1, &["dollar", "dollars"])
        .then(|| Measured::new(code, FigureKind::Money, at + 2))
}

const MEASURES: &[(&str, &str)] = &[
    ("km", "km"),
    ("kilometer", "km"),
    ("kilometers", "km"),
    ("kilometre", "km"),
    ("kilometres", "km"),
    ("mile", "mile"),
    ("miles", "mile"),
    ("m", "m"),
    ("meter", "m"),
    ("meters", "m"),
    ("metre", "m"),
    ("metres", "m"),
    ("cm", "cm"),
    ("centimeters", "cm"),
    ("centimetres", "cm"),
    ("mm", "mm"),
    ("millimeters", "mm"),
    ("millimetres", "mm"),
    ("foot", "foot"),
    ("feet", "foot"),
    ("ft", "foot"),
    ("inch", "inch"),
    ("inches", "inch"),
    ("yard", "yard"),
    ("yards", "yard"),
    ("kg", "kg"),
    ("kilogram", "kg"),
    ("kilograms", "kg"),
    ("kilos", "kg"),
    ("kilo", "kg"),
    ("grams", "g"),
    ("g", "g"),
    ("mg", "mg"),
    ("pound", "pound"),
    ("pounds", "pound"),
    ("lb", "pound"),
    ("lbs", "pound"),
    ("ton", "ton"),
    ("tons", "ton"),
    ("tonne", "tonne"),
    ("tonnes", "tonne"),
    ("barrel", "barrel"),
    ("barrels", "barrel"),
    ("acre", "acre"),
    ("acres", "acre"),
    ("hectare", "hectare"),
    ("hectares", "hectare"),
    ("liter", "l"),
    ("liters", "l"),
    ("litre", "l"),
    ("litres", "l"),
    ("gallons", "gallon"),
    ("gallon", "gallon"),
    ("mph", "mph"),
    ("kph", "km/h"),
    ("knots", "knot"),
    ("MW", "MW"),
    ("GW", "GW"),
    ("kW", "kW"),
    ("megawatts", "MW"),
    ("gigawatts", "GW"),
    ("GB", "GB"),
    ("MB", "MB"),
    ("TB", "TB"),
    ("Hz", "Hz"),
    ("MHz", "MHz"),
    ("GHz", "GHz"),
    ("hour", "hour"),
    ("hours", "hour"),
    ("minute", "minute"),
    ("minutes", "minute"),
    ("seconds", "second"),
    ("day", "day"),
    ("days", "day"),
    ("week", "week"),
    ("weeks", "week"),
    ("month", "month"),
    ("months", "month"),
    ("quarters", "quarter"),
    ("year", "year"),
    ("years", "year"),
    ("decade", "decade"),
    ("decades", "decade"),
    ("centuries", "century"),
    ("C", "°C"),
    ("F", "°F"),
    ("times", "times"),
    ("fold", "times"),
];

fn measure(tokens: &Tokens<'_>, at: usize) -> Option<Measured> {
    if tokens.at(at).is_mark('°') || tokens.is_any(at, &["degree", "degrees"]) {
        return Some(degrees(tokens, at));
    }
    let hyphen = tokens.at(at).is_dash() && tokens.at(at).glued && tokens.at(at + 1).glued;
    let at = if hyphen { at + 1 } else { at };
    let square = if tokens.is_any(at, &["square", "sq"]) { "square " } else { "" };
    let cubic = if tokens.is_word(at, "cubic") { "cubic " } else { square };
    let name = at + usize::from(!cubic.is_empty());
    let glued = tokens.at(name).glued && !hyphen;
    let word = tokens.text_at(name);
    // Single letters are units where they are joined to the number, or for metres.
    let letters = word.len() > 1 || glued || word == "m";
    let unit = MEASURES.iter().find(|(known, _)| letters && word == *known)?.1;
    if matches!(unit, "°C" | "°F") && !glued {
        return None;
    }
    let kind = if unit == "times" { FigureKind::Factor } else { FigureKind::Measure };
    Some(Measured::new(&format!("{cubic}{unit}"), kind, name + 1))
}

fn degrees(tokens: &Tokens<'_>, at: usize) -> Measured {
    let (unit, end) = match () {
        () if tokens.is_any(at + 1, &["C", "Celsius", "centigrade"]) => ("°C", at + 2),
        () if tokens.is_any(at + 1, &["F", "Fahrenheit"]) => ("°F", at + 2),
        () => ("degree", at + 1),
    };
    Measured::new(unit, FigureKind::Measure, end)
}

/// Measures of one kind, each with what one of it comes to in the first.
const KINDS: &[&[(&str, f64)]] = &[
    &[
        ("hour", 1.0),
        ("minute", 1.0 / 60.0),
        ("day", 24.0),
        ("week", 168.0),
        ("month", 730.5),
        ("year", 8_766.0),
        ("decade", 87_660.0),
        ("century", 876_600.0),
    ],
    &[("km", 1.0), ("m", 0.001), ("mile", 1.609_344), ("foot", 0.000_304_8), ("yard", 0.000_914_4)],
    &[("kg", 1.0), ("pound", 0.453_592), ("tonne", 1_000.0), ("ton", 1_000.0)],
    &[("hectare", 1.0), ("acre", 0.404_686), ("square km", 100.0), ("square mile", 258.999)],
    &[("MW", 1.0), ("GW", 1_000.0), ("kW", 0.001)],
];

/// Nouns that are counted alike: "a six-nation alliance" has six members.
const ALIKE: &[&[&str]] = &[
    &["nation", "country", "state", "member"],
    &["dead", "death", "fatality"],
    &["soldier", "troop", "serviceman"],
    &["injured", "wounded"],
    &["job", "position", "post"],
];

/// By what two measures of different units are multiplied to be compared.
pub(super) fn in_common(a: &Figure, b: &Figure) -> Option<(f64, f64)> {
    let measures = a.kind == FigureKind::Measure && b.kind == FigureKind::Measure;
    let (one, other) = (a.unit.as_deref()?, b.unit.as_deref()?);
    let of = |kind: &[(&str, f64)], unit: &str| {
        kind.iter().find(|(known, _)| *known == unit).map(|(_, by)| *by)
    };
    let found = KINDS.iter().find_map(|kind| of(kind, one).zip(of(kind, other)));
    found.filter(|_| measures)
}

/// Whether two counts are of one noun, or of nouns that mean the same.
pub(super) fn counts_the_same(a: Option<&str>, b: Option<&str>) -> bool {
    let alike = |a: &str, b: &str| ALIKE.iter().any(|all| all.contains(&a) && all.contains(&b));
    a == b || a.zip(b).is_some_and(|(a, b)| alike(a, b))
}
