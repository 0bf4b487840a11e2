//! The card of a name: who it is, its spellings, what the sources have it say.

use super::Page;
use super::card::{Card, CardLine, Piece};
use super::day::spoken_date;
use super::names::Named;
use super::passage::short_name;
use super::statements::{Said, said_by};
use super::told::{excerpt, item, place, sentence_of, shortened};
use crate::corpus::people::Person;
use crate::reading::dates::{DateMention, Granularity};
use crate::reading::metadata;
use crate::text::{TextRange, WordKey, words};

/// How many roles, spellings and sayings are shown.
const ROLES: usize = 3;
const SPELLINGS: usize = 6;
const SAYINGS: usize = 4;
/// Among how many sayings the same words are put together.
const COMPARED: usize = 200;
/// How many dated statements are shown, and among how many mentions they are looked for.
const STATEMENTS: usize = 3;
const MENTIONS: usize = 400;
/// How many sources may stand behind a role.
const WITNESSES: usize = 3;
/// Characters of a saying and of a statement that are shown.
const LENGTH: usize = 90;
const STATEMENT: usize = 120;
/// Words from which on a saying tells something by itself.
const TELLING: usize = 3;

/// The card of `named`.
pub(super) fn card(page: &Page<'_>, named: Named) -> Option<Card> {
    let person = page.people?.get(named.person);
    let said = said_by(page, named.person);
    let mut lines = vec![CardLine::Paragraph(vec![Piece::strong(person.name.as_str())])];
    lines.extend(roles(page, person).map(CardLine::Next));
    lines.extend(spellings(person).map(CardLine::Next));
    lines.push(CardLine::Next(vec![Piece::text(counts(page, person, said.len()))]));
    let sayings = sayings(&said);
    lines.extend(sayings.iter().take(SAYINGS).map(|saying| saying_line(page, saying)));
    let left =
        said.len().saturating_sub(sayings.iter().take(SAYINGS).map(|one| one.places.len()).sum());
    if left > 0 && !sayings.is_empty() {
        let more = format!("… {left} more: go to references");
        lines.push(CardLine::Item(vec![Piece::text(more)]));
    }
    let statements = statements(page, person, &said);
    let bare = sayings.is_empty() && statements.is_empty();
    lines.extend(statements);
    if bare {
        lines.extend(mentions(page, person));
    }
    Some(Card { range: named.range, lines })
}

/// "mayor of Redport (Tribune, 2021), councillor (Gazette, 2018)".
fn roles(page: &Page<'_>, person: &Person) -> Option<Vec<Piece>> {
    let named = |number: &usize| {
        let source = page.corpus.sources().get(*number)?;
        let year = source.date.map(|date| format!(", {}", date.year())).unwrap_or_default();
        Some(format!("{}{year}", short_name(source)))
    };
    let told = person.told_roles().into_iter().take(ROLES).map(|told| {
        let mut sources: Vec<String> =
            told.sources.iter().take(WITNESSES).filter_map(named).collect();
        sources.dedup();
        format!("{} ({})", told.role, sources.join("; "))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| vec![Piece::text(told.join(", "))])
}

fn spellings(person: &Person) -> Option<Vec<Piece>> {
    let others = person.spellings.iter().filter(|spelling| spelling.text != person.name);
    let others: Vec<String> = others
        .take(SPELLINGS)
        .map(|spelling| match &spelling.slip_of {
            Some(_) => format!("{} (a slip?)", spelling.text),
            None => spelling.text.clone(),
        })
        .collect();
    (!others.is_empty()).then(|| vec![Piece::text(format!("Also: {}", others.join(", ")))])
}

/// "6 quotations; named in 4 of 12 sources".
fn counts(page: &Page<'_>, person: &Person, said: usize) -> String {
    let number =
        |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let sources = number(page.corpus.sources().len(), "source");
    let named = format!("in {} of {sources}", person.sources().len());
    match said {
        0 => format!("Named {named}"),
        count => format!("{}; named {named}", number(count, "quotation")),
    }
}

/// What somebody said once, with all sources that have it.
struct Saying<'a> {
    said: &'a Said<'a>,
    keys: Vec<WordKey>,
    day: Option<String>,
    places: Vec<(usize, TextRange)>,
}

/// What was said, in the order of the days, the same words once in their fullest form; words that
/// tell nothing by themselves are left out.
fn sayings<'a>(said: &'a [Said<'a>]) -> Vec<Saying<'a>> {
    let mut found: Vec<Saying<'a>> = Vec::new();
    for said in said.iter().take(COMPARED) {
        let keys: Vec<WordKey> = words(said.words).map(|word| word.key).collect();
        if keys.len() < TELLING {
            continue;
        }
        let place = (said.place.source, said.place.range);
        let holds = |long: &[WordKey], short: &[WordKey]| {
            short.len() > TELLING && long.windows(short.len()).any(|run| run == short)
        };
        let same = found.iter_mut().find(|one| holds(&one.keys, &keys) || holds(&keys, &one.keys));
        let Some(same) = same else {
            found.push(Saying { said, keys, day: said.said_on(), places: vec![place] });
            continue;
        };
        same.places.push(place);
        if keys.len() > same.keys.len() {
            (same.said, same.keys) = (said, keys);
        }
        same.day = same.day.take().or_else(|| said.said_on());
    }
    found.sort_by(|a, b| {
        let key = |one: &Saying<'_>| one.day.clone().or_else(|| one.said.date.clone());
        (key(a).is_none(), key(a)).cmp(&(key(b).is_none(), key(b)))
    });
    found
}

/// "3 March 2021: “We will not raise the tax” · Tribune:3, Gazette:8".
fn saying_line(page: &Page<'_>, saying: &Saying<'_>) -> CardLine {
    let day = saying.day.as_deref().map(|day| format!("{}: ", spoken_date(day)));
    let words = shortened(saying.said.words, LENGTH);
    let mut pieces = vec![Piece::text(format!("{}“{words}” · ", day.unwrap_or_default()))];
    for (at, &(number, range)) in saying.places.iter().take(WITNESSES).enumerate() {
        pieces.extend((at > 0).then(|| Piece::text(", ")));
        pieces.extend(place(page, number, range));
    }
    let published = saying.said.date.as_deref().filter(|_| saying.day.is_none());
    pieces.extend(published.map(|date| Piece::text(format!(", published {}", spoken_date(date)))));
    CardLine::Item(pieces)
}

/// A sentence that names the person and a day.
struct Dated<'a> {
    date: &'a DateMention,
    number: usize,
    sentence: TextRange,
    mention: TextRange,
}

/// What the sources tell of it with a day or a month, the earliest first; what is quoted from it
/// is left out.
fn statements(page: &Page<'_>, person: &Person, said: &[Said<'_>]) -> Vec<CardLine> {
    let mut found: Vec<Dated<'_>> = Vec::new();
    for &(number, mention) in person.mentions.iter().take(MENTIONS) {
        let Some(source) = page.corpus.sources().get(number) else { continue };
        let reading = source.reading();
        let sentence = sentence_of(source, mention);
        let first = reading.dates.partition_point(|date| date.range.start < sentence.start);
        let date = reading.dates.get(first).filter(|date| date.range.end <= sentence.end);
        let tells = |date: &&DateMention| {
            date.granularity <= Granularity::Month && date.start.is_some() && !date.approximate
        };
        let shown = said
            .iter()
            .any(|said| said.place.source == number && sentence.overlaps(said.place.range))
            || metadata::is_date_of_publication(sentence.of(source.text()));
        if let Some(date) = date.filter(tells).filter(|_| !shown)
            && !found.iter().any(|one| (one.number, one.sentence) == (number, sentence))
        {
            found.push(Dated { date, number, sentence, mention });
        }
    }
    found.sort_by_key(|one| (one.date.start, one.number, one.sentence));
    found.dedup_by(|b, a| a.date.value == b.date.value);
    found.truncate(STATEMENTS);
    let told = |one: Dated<'_>| {
        let source = page.corpus.sources().get(one.number)?;
        let words = excerpt(source, one.sentence, one.mention, STATEMENT);
        let told = format!("{}: {words}", spoken_date(&one.date.value));
        Some(item(page, &told, one.number, one.sentence))
    };
    found.into_iter().filter_map(told).collect()
}

/// Where it is named, one sentence a source.
fn mentions(page: &Page<'_>, person: &Person) -> Vec<CardLine> {
    let mut lines = Vec::new();
    let mut last = None;
    for &(number, mention) in person.mentions.iter().take(MENTIONS) {
        let Some(source) = page.corpus.sources().get(number).filter(|_| last != Some(number))
        else {
            continue;
        };
        last = Some(number);
        let sentence = sentence_of(source, mention);
        lines.push(item(page, &excerpt(source, sentence, mention, STATEMENT), number, sentence));
        if lines.len() == STATEMENTS {
            break;
        }
    }
    lines
}
