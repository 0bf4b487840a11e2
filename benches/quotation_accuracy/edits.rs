//! Edits planted into quotations: faithful ones that editors make, and faults.

use crate::articles::{Article, Quote};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Edit {
    Exact,
    Partial,
    Short,
    Straight,
    Dash,
    BracketCapital,
    SilentCapital,
    BracketNoun,
    Ellipsis,
    CommaForStop,
    Joined,
    // From here on faults.
    OneWord,
    TwoWords,
    ShortWord,
    SmallWord,
    NotDropped,
    NotAdded,
    NotSwallowed,
    WordDropped,
    Digit,
    SplicedHere,
    SplicedElsewhere,
    OwnWords,
    NoSource,
    /// Given to another speaker of the same article.
    SpeakerHere,
    /// Given to a speaker of another article.
    SpeakerElsewhere,
}

pub(crate) const EDITS: [Edit; 26] = [
    Edit::Exact,
    Edit::Partial,
    Edit::Short,
    Edit::Straight,
    Edit::Dash,
    Edit::BracketCapital,
    Edit::SilentCapital,
    Edit::BracketNoun,
    Edit::Ellipsis,
    Edit::CommaForStop,
    Edit::Joined,
    Edit::OneWord,
    Edit::TwoWords,
    Edit::ShortWord,
    Edit::SmallWord,
    Edit::NotDropped,
    Edit::NotAdded,
    Edit::NotSwallowed,
    Edit::WordDropped,
    Edit::Digit,
    Edit::SplicedHere,
    Edit::SplicedElsewhere,
    Edit::OwnWords,
    Edit::NoSource,
    Edit::SpeakerHere,
    Edit::SpeakerElsewhere,
];

impl Edit {
    pub(crate) fn is_faithful(self) -> bool {
        self <= Self::Joined
    }

    pub(crate) fn rule(self) -> &'static str {
        match self {
            _ if self.is_faithful() => "",
            Self::SplicedHere | Self::SplicedElsewhere => "spliced-quote",
            Self::OwnWords => "unquoted-source",
            Self::NoSource => "unsourced-quote",
            Self::SpeakerHere | Self::SpeakerElsewhere => "misattribution",
            _ => "misquote",
        }
    }
}

/// Pseudo-random numbers (xorshift), the same in every run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new() -> Self {
        Self(0x5eed_5eed)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        if list.is_empty() { None } else { list.get(self.below(list.len())) }
    }
}

/// A draft of one sentence with a quotation of the article `number`, edited; `None` where the
/// edit finds nothing to hold on to. Articles from `known` on are in no source.
pub(crate) fn plant(
    edit: Edit,
    articles: &[Article],
    number: usize,
    known: usize,
    dice: &mut Dice,
) -> Option<String> {
    if (edit == Edit::NoSource) == (number < known) {
        return None;
    }
    if let Edit::SpeakerHere | Edit::SpeakerElsewhere = edit {
        return (0..TRIES).find_map(|_| planted(edit, articles, number, known, dice));
    }
    planted(edit, articles, number, known, dice)
}

/// How often a quotation and another speaker are looked for.
const TRIES: usize = 20;

fn planted(
    edit: Edit,
    articles: &[Article],
    number: usize,
    known: usize,
    dice: &mut Dice,
) -> Option<String> {
    let article = &articles[number];
    let mut quote = dice.pick(&article.quotes)?;
    let edited = match edit {
        Edit::OwnWords => own_words(article, dice)?,
        Edit::Joined => {
            let pair = joined(article, dice)?;
            quote = pair.0;
            pair.1
        }
        Edit::SplicedHere => spliced(article, article, dice)?,
        Edit::SplicedElsewhere => spliced(article, &articles[dice.below(known)], dice)?,
        _ => edited(edit, article.words(quote), articles, dice)?,
    };
    let (open, close) = if edit == Edit::Straight { ('"', '"') } else { ('“', '”') };
    let speaker = match edit {
        Edit::SpeakerHere => other_speaker(article, quote, article, dice)?,
        Edit::SpeakerElsewhere => {
            other_speaker(article, quote, &articles[dice.below(known)], dice)?
        }
        _ => quote.speaker.clone(),
    };
    Some(format!("{speaker} said {open}{edited}{close} on that day.\n"))
}

/// The full name of somebody whom `from` quotes and who is not the speaker of `quote`, nor named by
/// `article` if `from` is another one.
fn other_speaker(
    article: &Article,
    quote: &Quote,
    from: &Article,
    dice: &mut Dice,
) -> Option<String> {
    let is_full_name = |name: &str| {
        let words: Vec<&str> = name.split(' ').collect();
        let bodies = ["The", "News", "Today", "Edition"];
        words.len() == 2
            && !words.iter().any(|word| bodies.contains(word) || word == &word.to_uppercase())
            && words.iter().all(|word| {
                word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic)
            })
    };
    let surname = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    let here = std::ptr::eq(article, from);
    let text = article.text();
    // Whom a pronoun means is not marked, so it may be anybody of the same article.
    if here && !quote.speaker.contains(char::is_uppercase) {
        return None;
    }
    let names: Vec<&str> = from
        .quotes
        .iter()
        .map(|other| other.speaker.as_str())
        .filter(|name| is_full_name(name))
        .filter(|name| if here { true } else { !text.contains(&surname(name)) })
        .filter(|name| !quote.speaker.contains(&surname(name)))
        .collect();
    dice.pick(&names).map(|name| (*name).to_owned())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_content(word: &str) -> bool {
    bare(word).len() > 4 && bare(word).chars().all(char::is_alphabetic)
}

fn is_negation(word: &str) -> bool {
    let word = bare(word).to_lowercase().replace('’', "'");
    ["not", "no", "never"].contains(&word.as_str()) || word.ends_with("n't")
}

fn least_words(edit: Edit) -> usize {
    match edit {
        Edit::Short | Edit::Exact | Edit::Straight | Edit::CommaForStop | Edit::SilentCapital => 3,
        Edit::Partial | Edit::Ellipsis => 10,
        Edit::ShortWord => 4,
        _ => 5,
    }
}

fn edited(
    edit: Edit,
    mut words: Vec<String>,
    articles: &[Article],
    dice: &mut Dice,
) -> Option<String> {
    let n = words.len();
    if n < least_words(edit) || (edit == Edit::ShortWord && n > 7) {
        return None;
    }
    match edit {
        Edit::Exact
        | Edit::Straight
        | Edit::NoSource
        | Edit::SpeakerHere
        | Edit::SpeakerElsewhere => {}
        Edit::Partial => keep(&mut words, 5, n - 1, dice),
        Edit::Short => keep(&mut words, 3, 7, dice),
        Edit::Dash => dashes(&mut words)?,
        Edit::BracketCapital => bracket_capital(&mut words, dice)?,
        Edit::SilentCapital => silent_capital(&mut words)?,
        Edit::BracketNoun => bracket_noun(&mut words)?,
        Edit::Ellipsis => ellipsis(&mut words, dice)?,
        Edit::CommaForStop => words[n - 1] = format!("{},", bare(&words[n - 1])),
        Edit::OneWord | Edit::ShortWord => change(&mut words, 1, articles, dice)?,
        Edit::TwoWords => change(&mut words, 2, articles, dice)?,
        Edit::SmallWord => small_word(&mut words)?,
        Edit::NotDropped => {
            let at = words.iter().position(|word| is_negation(word) && bare(word).len() < 6)?;
            words.remove(at);
        }
        Edit::NotAdded => not_added(&mut words)?,
        Edit::NotSwallowed => {
            let at = words.iter().position(|word| bare(word) == "not")?;
            words[at] = "…".to_owned();
            (at > 0 && at + 1 < n).then_some(())?;
        }
        Edit::WordDropped => drop(words.remove(1 + dice.below(n - 2))),
        Edit::Digit => digit(&mut words)?,
        _ => return None,
    }
    Some(words.join(" "))
}

fn keep(words: &mut Vec<String>, least: usize, most: usize, dice: &mut Dice) {
    let most = most.min(words.len());
    let length = least + dice.below(most - least + 1);
    let start = dice.below(words.len() - length + 1);
    *words = words[start..start + length].to_vec();
}

fn dashes(words: &mut [String]) -> Option<()> {
    let before = words.to_vec();
    for word in words.iter_mut() {
        *word = word.replace('—', " – ").replace('-', "‑").replace("--", "—");
    }
    (before != words).then_some(())
}

fn bracket_capital(words: &mut Vec<String>, dice: &mut Dice) -> Option<()> {
    let start = 1 + dice.below(words.len() - 4);
    words.drain(..start);
    let mut letters = words[0].chars();
    let first = letters.next().filter(|c| c.is_alphabetic())?;
    words[0] = format!("[{}]{}", first.to_uppercase(), letters.as_str());
    Some(())
}

fn silent_capital(words: &mut [String]) -> Option<()> {
    let mut letters = words[0].chars();
    let first = letters.next()?;
    let swapped: String = if first.is_uppercase() {
        first.to_lowercase().collect()
    } else {
        first.to_uppercase().collect()
    };
    words[0] = format!("{swapped}{}", letters.as_str());
    Some(())
}

fn bracket_noun(words: &mut [String]) -> Option<()> {
    let pronouns = ["he", "she", "they", "it", "this", "them", "him", "her", "we"];
    let at = words.iter().position(|word| pronouns.contains(&word.to_lowercase().as_str()))?;
    words[at] = "[the Redport council]".to_owned();
    Some(())
}

fn ellipsis(words: &mut Vec<String>, dice: &mut Dice) -> Option<()> {
    let n = words.len();
    let length = 2 + dice.below(n / 3);
    let start = 2 + dice.below(n - length - 3);
    if words[start..start + length].iter().any(|word| is_negation(word)) {
        return None;
    }
    let spelling = ["…", "...", ". . .", "[...]", "[…]"][dice.below(5)];
    words.splice(start..start + length, [spelling.to_owned()]);
    Some(())
}

fn small_word(words: &mut [String]) -> Option<()> {
    let pairs = [
        ("will", "would"),
        ("can", "could"),
        ("is", "was"),
        ("are", "were"),
        ("has", "had"),
        ("and", "or"),
        ("in", "on"),
        ("to", "for"),
        ("all", "some"),
        ("would", "will"),
    ];
    let (at, new) = words.iter().enumerate().find_map(|(at, word)| {
        pairs.iter().find(|(old, _)| old == word).map(|(_, new)| (at, *new))
    })?;
    words[at] = new.to_owned();
    Some(())
}

fn not_added(words: &mut Vec<String>) -> Option<()> {
    let verbs = ["is", "are", "was", "will", "can", "would", "should", "have", "has", "do"];
    let at = words.iter().position(|word| verbs.contains(&word.as_str()))?;
    words.insert(at + 1, "not".to_owned());
    Some(())
}

fn digit(words: &mut [String]) -> Option<()> {
    let is_digit = |c: char| c.is_ascii_digit();
    let at = words.iter().position(|word| word.contains(is_digit))?;
    let place = words[at].find(is_digit)?;
    let digit = words[at].as_bytes()[place] - b'0';
    words[at].replace_range(place..=place, &((digit + 3) % 10).to_string());
    Some(())
}

fn change(words: &mut [String], count: usize, articles: &[Article], dice: &mut Dice) -> Option<()> {
    let content: Vec<usize> = (0..words.len()).filter(|&at| is_content(&words[at])).collect();
    if content.len() < count {
        return None;
    }
    let first = dice.below(content.len() - count + 1);
    for &at in &content[first..first + count] {
        let old = bare(&words[at]).to_owned();
        let new = other_word(&old, articles, dice);
        words[at] = words[at].replace(&old, &new);
    }
    Some(())
}

fn other_word(old: &str, articles: &[Article], dice: &mut Dice) -> String {
    loop {
        let Some(article) = dice.pick(articles) else { continue };
        let Some(quote) = dice.pick(&article.quotes) else { continue };
        let all = article.words(quote);
        let Some(word) = dice.pick(&all) else { continue };
        let new = bare(word).to_lowercase();
        if is_content(word) && new != old.to_lowercase() {
            return new;
        }
    }
}

fn own_words(article: &Article, dice: &mut Dice) -> Option<String> {
    let text = article.text();
    let is_plain = |sentence: &&str| {
        !sentence.contains(['“', '”', '"', '‘', '’', '\'', ':'])
            && sentence.split_whitespace().count() >= 10
    };
    let sentences: Vec<&str> = text.split(['\n', '.']).filter(is_plain).collect();
    let mut words: Vec<String> =
        dice.pick(&sentences)?.split_whitespace().map(str::to_owned).collect();
    keep(&mut words, 6, 14, dice);
    Some(words.join(" "))
}

fn joined<'a>(article: &'a Article, dice: &mut Dice) -> Option<(&'a Quote, String)> {
    let pairs: Vec<&[Quote]> = article
        .quotes
        .windows(2)
        .filter(|pair| pair[0].attribution == pair[1].attribution)
        .collect();
    let pair = dice.pick(&pairs)?;
    let between = article.slice(pair[0].end, pair[1].start);
    if between.contains('\n') || between.split_whitespace().count() > 12 {
        return None;
    }
    let mut words = article.words(&pair[0]);
    words.extend(article.words(&pair[1]));
    Some((&pair[0], words.join(" ")))
}

fn spliced(a: &Article, b: &Article, dice: &mut Dice) -> Option<String> {
    let (first, second) = (dice.pick(&a.quotes)?, dice.pick(&b.quotes)?);
    let same_article = a.name == b.name;
    let near = same_article && first.start.abs_diff(second.start) < 600;
    let (one, two) = (a.words(first), b.words(second));
    let same = same_article && first.attribution == second.attribution;
    if near || same || one.len() < 5 || two.len() < 5 {
        return None;
    }
    let one = &one[..one.len().min(12)];
    let two = &two[two.len().saturating_sub(12)..];
    Some(format!("{} {}", one.join(" "), two.join(" ")))
}
