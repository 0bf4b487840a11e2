//! The words that dates and figures are made of.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// "zero" to "nineteen".
pub(crate) const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// "twenty" to "ninety".
pub(crate) const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A day.
    Day,
    /// An ISO week, Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Two weeks.
    Fortnight,
    /// A month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// A half of a year.
    Half,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// What a word may mean; most words mean nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lex {
    /// Nothing.
    None,
    /// A month from 1, perhaps shortened ("Feb").
    Month(u8, bool),
    /// A weekday from 1 (Monday), perhaps shortened ("Wed").
    Weekday(u8, bool),
    /// A unit, and whether it is in the plural.
    Unit(Unit, bool),
    /// "one" to "ninety".
    Number(u8),
    /// "hundred", "thousand" …: the power of ten; and whether it is in the plural.
    Scale(u8, bool),
    /// "first" to "ninetieth".
    Ordinal(u8),
    /// "sixties": the decade's digit.
    Decade(u8),
    /// Spring 1 to winter 4.
    Season(u8),
    /// "morning", "night".
    DayPart,
    /// "today", "yesterday", "tomorrow", "tonight": days from the publication.
    Deictic(i8),
    /// "the".
    The,
    /// "a", "an".
    A,
    /// "this", "current".
    This,
    /// "that".
    That,
    /// "last".
    Last,
    /// "past".
    Past,
    /// "next", "coming".
    Next,
    /// "previous", "prior", "preceding".
    Previous,
    /// "following", "ensuing".
    Following,
    /// "same".
    Same,
    /// "early", "mid", "late", "earlier", "later".
    Early,
    /// "mid".
    Mid,
    /// "late".
    Late,
    /// "earlier".
    Earlier,
    /// "later".
    Later,
    /// "start", "beginning".
    Start,
    /// "middle", "midst".
    Middle,
    /// "end", "close".
    End,
    /// "ago".
    Ago,
    /// "before".
    Before,
    /// "after".
    After,
    /// "from".
    From,
    /// "of".
    Of,
    /// "in".
    In,
    /// "on".
    On,
    /// "and".
    And,
    /// "or".
    Or,
    /// "to", "through", "till", "until".
    To,
    /// "between".
    Between,
    /// "by".
    By,
    /// "since".
    Since,
    /// "during", "throughout".
    During,
    /// "at".
    At,
    /// "for".
    For,
    /// "fiscal".
    Fiscal,
    /// "each", "every".
    Each,
    /// "about", "around", "roughly", "some", "nearly".
    About,
    /// "half".
    HalfWord,
    /// "dozen", and whether it is in the plural.
    Dozen(bool),
    /// "couple", "few", "several": a vague number.
    Few,
    /// "rest", "over", "more": may lead a date.
    Lead,
    /// "twice", "doubled", "tripled"; 0 for "halved".
    Factor(u8),
}

/// What `word` may mean, whatever its case.
pub(super) fn lookup(word: &str) -> Lex {
    const LONGEST: usize = 12;
    let bytes = word.as_bytes();
    if bytes.len() > LONGEST {
        return Lex::None;
    }
    let mut folded = [0_u8; LONGEST];
    let folded = &mut folded[..bytes.len()];
    folded.copy_from_slice(bytes);
    folded.make_ascii_lowercase();
    WORDS.get(&*folded).copied().unwrap_or(Lex::None)
}

/// Whether `word` is a weekday, in full or shortened.
pub(crate) fn is_weekday(word: &str) -> bool {
    matches!(lookup(word), Lex::Weekday(..))
}

/// Whether `word` is a weekday in full: "sun" is no such word.
pub(crate) fn is_whole_weekday(word: &str) -> bool {
    matches!(lookup(word), Lex::Weekday(_, false))
}

/// Whether the folded `word` is a number or a part of one: "seven", "hundreds", "dozen", "half".
pub(crate) fn is_number_word(word: &str) -> bool {
    let lex = lookup(word);
    matches!(lex, Lex::Number(_) | Lex::Scale(..) | Lex::Dozen(_) | Lex::HalfWord)
        || lex == Lex::Unit(Unit::Quarter, false)
}

static WORDS: LazyLock<FxHashMap<&'static [u8], Lex>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    let mut add = |list: &'static str, lex: Lex| {
        words.extend(list.split(' ').map(|word| (word.as_bytes(), lex)));
    };
    add_calendar(&mut add);
    add_numbers(&mut add);
    add_relations(&mut add);
    words
});

fn add_calendar(add: &mut impl FnMut(&'static str, Lex)) {
    const MONTHS: [(&str, &str); 12] = [
        ("january", "jan"),
        ("february", "feb"),
        ("march", "mar"),
        ("april", "apr"),
        ("may", ""),
        ("june", "jun"),
        ("july", "jul"),
        ("august", "aug"),
        ("september", "sep sept"),
        ("october", "oct"),
        ("november", "nov"),
        ("december", "dec"),
    ];
    const DAYS: [(&str, &str); 7] = [
        ("monday", "mon"),
        ("tuesday", "tue tues"),
        ("wednesday", "wed weds"),
        ("thursday", "thu thur thurs"),
        ("friday", "fri"),
        ("saturday", "sat"),
        ("sunday", "sun"),
    ];
    const UNITS: [(&str, &str, Unit); 10] = [
        ("day", "days", Unit::Day),
        ("week", "weeks", Unit::Week),
        ("weekend", "weekends", Unit::Weekend),
        ("fortnight", "fortnights", Unit::Fortnight),
        ("month", "months", Unit::Month),
        ("quarter", "quarters", Unit::Quarter),
        ("semester", "semesters", Unit::Half),
        ("year", "years yrs", Unit::Year),
        ("decade", "decades", Unit::Decade),
        ("century", "centuries", Unit::Century),
    ];
    for (month, (long, short)) in (1..).zip(MONTHS) {
        add(long, Lex::Month(month, false));
        add(short, Lex::Month(month, true));
    }
    for (day, (long, short)) in (1..).zip(DAYS) {
        add(long, Lex::Weekday(day, false));
        add(short, Lex::Weekday(day, true));
    }
    for (one, many, unit) in UNITS {
        add(one, Lex::Unit(unit, false));
        add(many, Lex::Unit(unit, true));
    }
    for (season, names) in
        (1..).zip(["spring springtime", "summer summertime", "autumn fall", "winter wintertime"])
    {
        add(names, Lex::Season(season));
    }
    for (digit, name) in (2..).zip([
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ]) {
        add(name, Lex::Decade(digit));
    }
    add("morning afternoon evening night midday noon midnight", Lex::DayPart);
    add("today tonight", Lex::Deictic(0));
    add("yesterday", Lex::Deictic(-1));
    add("tomorrow", Lex::Deictic(1));
    add("fiscal", Lex::Fiscal);
}

/// Places in an order from the first on.
const SMALL_ORDINALS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

/// The word for a small place in an order.
pub(crate) fn ordinal_word(value: f64) -> Option<&'static str> {
    let words = (1..).zip(SMALL_ORDINALS);
    words.into_iter().find(|(number, _)| f64::from(*number) == value).map(|(_, word)| word)
}

fn add_numbers(add: &mut impl FnMut(&'static str, Lex)) {
    const TEN_ORDINALS: [&str; 8] = [
        "twentieth",
        "thirtieth",
        "fortieth",
        "fiftieth",
        "sixtieth",
        "seventieth",
        "eightieth",
        "ninetieth",
    ];
    for (value, (number, ordinal)) in (1..).zip(ONES.into_iter().skip(1).zip(SMALL_ORDINALS)) {
        add(number, Lex::Number(value));
        add(ordinal, Lex::Ordinal(value));
    }
    for (value, (number, ordinal)) in (2..).zip(TENS.into_iter().zip(TEN_ORDINALS)) {
        add(number, Lex::Number(value * 10));
        add(ordinal, Lex::Ordinal(value * 10));
    }
    for (power, one, many) in [
        (2, "hundred", "hundreds"),
        (3, "thousand", "thousands"),
        (6, "million", "millions"),
        (9, "billion", "billions"),
        (12, "trillion", "trillions"),
    ] {
        add(one, Lex::Scale(power, false));
        add(many, Lex::Scale(power, true));
    }
    add("half", Lex::HalfWord);
    add("dozen", Lex::Dozen(false));
    add("dozens", Lex::Dozen(true));
    add("couple few several", Lex::Few);
    add("twice doubled doubles doubling", Lex::Factor(2));
    add("thrice tripled triples tripling trebled trebles trebling", Lex::Factor(3));
    add("quadrupled quadruples quadrupling", Lex::Factor(4));
    add("halved halves halving", Lex::Factor(0));
}

fn add_relations(add: &mut impl FnMut(&'static str, Lex)) {
    for (list, lex) in [
        ("the", Lex::The),
        ("a an", Lex::A),
        ("this current", Lex::This),
        ("that", Lex::That),
        ("last", Lex::Last),
        ("past", Lex::Past),
        ("next coming upcoming", Lex::Next),
        ("previous prior preceding", Lex::Previous),
        ("following ensuing subsequent", Lex::Following),
        ("same", Lex::Same),
        ("early", Lex::Early),
        ("mid", Lex::Mid),
        ("late", Lex::Late),
        ("earlier", Lex::Earlier),
        ("later", Lex::Later),
        ("start beginning outset", Lex::Start),
        ("middle midst", Lex::Middle),
        ("end close ending", Lex::End),
        ("ago", Lex::Ago),
        ("before", Lex::Before),
        ("after", Lex::After),
        ("from", Lex::From),
        ("of", Lex::Of),
        ("in", Lex::In),
        ("on", Lex::On),
        ("and", Lex::And),
        ("or", Lex::Or),
        ("to through thru till until", Lex::To),
        ("between", Lex::Between),
        ("by", Lex::By),
        ("since", Lex::Since),
        ("during throughout", Lex::During),
        ("at", Lex::At),
        ("for", Lex::For),
        ("each every", Lex::Each),
        ("rest remainder final over under more less fewer just only", Lex::Lead),
        ("about around roughly approximately some nearly almost circa", Lex::About),
    ] {
        add(list, lex);
    }
}
