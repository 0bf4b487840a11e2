//! The card of a name: who it is, its spellings, what the sources have it say.

use super::Page;
use super::card::{Card, CardLine, Piece};
use super::day::spoken_date;
use super::names::Named;
use super::passage::short_name;
use super::statements::{Said, said_by};
use crate::corpus::people::Person;
use crate::reading::dates::{DateMention, Granularity};
use crate::text::TextRange;

/// How many roles, spellings and sayings are shown.
const ROLES: usize = 3;
const SPELLINGS: usize = 6;
const SAYINGS: usize = 4;
/// How many dated statements are shown, and among how many mentions they are looked for.
const STATEMENTS: usize = 3;
const MENTIONS: usize = 400;
/// Characters of a saying that are shown.
const LENGTH: usize = 90;

/// The card of `named`.
pub(super) fn card(page: &Page<'_>, named: Named) -> Option<Card> {
    let person = page.people?.get(named.person);
    let said = said_by(page, named.person);
    let mut lines = vec![CardLine::Paragraph(title(page, person))];
    lines.extend(spellings(person).map(CardLine::Next));
    lines.push(CardLine::Next(vec![Piece::text(counts(page, person, &said))]));
    lines.extend(said.iter().take(SAYINGS).map(saying));
    if said.len() > SAYINGS {
        let more = format!("… {} more: go to references", said.len() - SAYINGS);
        lines.push(CardLine::Item(vec![Piece::text(more)]));
    }
    lines.extend(statements(page, person, &said));
    Some(Card { range: named.range, lines })
}

/// "**Ada Moss** · mayor of Redport (Tribune, 2021), earlier councillor (Gazette, 2018)".
fn title(page: &Page<'_>, person: &Person) -> Vec<Piece> {
    let mut pieces = vec![Piece::strong(person.name.as_str())];
    let mut shown: Vec<String> = Vec::new();
    for (role, source) in &person.roles {
        let told = shown.iter().any(|known| known.to_lowercase().starts_with(&role.to_lowercase()));
        if told || shown.len() >= ROLES {
            continue;
        }
        let Some(source) = page.corpus.sources().get(*source) else { continue };
        let year = source.date.map(|date| format!(", {}", date.year())).unwrap_or_default();
        shown.push(format!("{role} ({}{year})", short_name(source)));
    }
    if !shown.is_empty() {
        pieces.push(Piece::text(format!(" · {}", shown.join(", "))));
    }
    pieces
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
    (!others.is_empty()).then(|| vec![Piece::text(format!("Spellings: {}", others.join(", ")))])
}

/// "6 quotations in 4 of 12 sources, 3 March 2021 to 2 February 2022".
fn counts(page: &Page<'_>, person: &Person, said: &[Said<'_>]) -> String {
    let number =
        |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let mut sources = person.sources();
    sources.dedup();
    let named =
        format!("in {} of {}", sources.len(), number(page.corpus.sources().len(), "source"));
    let days = || said.iter().filter_map(|said| said.date.as_deref());
    let span = match (days().min(), days().max()) {
        (Some(first), Some(last)) if first == last => format!(", {}", spoken_date(first)),
        (Some(first), Some(last)) => format!(", {} to {}", spoken_date(first), spoken_date(last)),
        _ => String::new(),
    };
    match said.len() {
        0 => format!("Named {named}"),
        count => format!("{} {named}{span}", number(count, "quotation")),
    }
}

fn saying(said: &Said<'_>) -> CardLine {
    let mut pieces = Vec::new();
    if let Some(date) = &said.date {
        pieces.push(Piece::text(format!("{} ", spoken_date(date))));
    }
    pieces.push(Piece::text(format!("“{}” · ", shortened(said.words))));
    pieces.push(Piece::Link {
        label: format!("{}:{}", short_name(said.source), said.source.line_number(said.place.range)),
        source: said.place.source,
        range: said.place.range,
    });
    CardLine::Item(pieces)
}

/// What the sources tell of it with a day or a month, the earliest first; what is shown as said is
/// left out.
fn statements(page: &Page<'_>, person: &Person, said: &[Said<'_>]) -> Vec<CardLine> {
    let mut found: Vec<(&DateMention, usize, TextRange)> = Vec::new();
    for &(number, mention) in person.mentions.iter().take(MENTIONS) {
        let Some(source) = page.corpus.sources().get(number) else { continue };
        let reading = source.reading();
        let at = reading.sentences.partition_point(|sentence| sentence.end < mention.end);
        let Some(&sentence) = reading.sentences.get(at) else { continue };
        let first = reading.dates.partition_point(|date| date.range.start < sentence.start);
        let date = reading.dates.get(first).filter(|date| date.range.end <= sentence.end);
        let tells = |date: &&DateMention| {
            date.granularity <= Granularity::Month && date.start.is_some() && !date.approximate
        };
        let shown = said
            .iter()
            .take(SAYINGS)
            .any(|said| said.place.source == number && sentence.overlaps(said.place.range));
        if let Some(date) = date.filter(tells).filter(|_| !shown)
            && !found.iter().any(|(_, other, range)| *other == number && *range == sentence)
        {
            found.push((date, number, sentence));
        }
    }
    found.sort_by_key(|(date, number, range)| (date.start, *number, *range));
    found.dedup_by(|b, a| a.0.value == b.0.value);
    found.truncate(STATEMENTS);
    found.into_iter().filter_map(|(date, number, range)| told(page, date, number, range)).collect()
}

fn told(page: &Page<'_>, date: &DateMention, number: usize, range: TextRange) -> Option<CardLine> {
    let source = page.corpus.sources().get(number)?;
    let words = shortened(range.of(source.text()));
    Some(CardLine::Item(vec![
        Piece::text(format!("{} {words} · ", spoken_date(&date.value))),
        Piece::Link {
            label: format!("{}:{}", short_name(source), source.line_number(range)),
            source: number,
            range,
        },
    ]))
}

fn shortened(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LENGTH) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.trim_end_matches(',').to_owned(),
    }
}
