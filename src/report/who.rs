//! A person, organisation or place as the sources show it.

use serde::Serialize;

use super::dates;
use super::json::SCHEMA_VERSION;
use super::passages::short_name;
use super::places::Range;
use super::style::{self, paint};
use super::text::{COLUMNS, clean, wrap};
use super::timeline::{self, EntryJson};
use super::words::{self, counted};
use crate::corpus::chronicle::{Entry, EntryKind, is_of_a_known_week, sayings};
use crate::corpus::people::{People, Person, PersonId};
use crate::corpus::{Corpus, Source};
use crate::reading::quotations::QuotationKind;
use crate::text::TextRange;

/// Dated statements shown to people; the others are counted.
const SHOWN: usize = 12;

/// What is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Dossier<'a> {
    /// The sources.
    pub corpus: &'a Corpus,
    /// All that they name.
    pub people: &'a People,
    /// The chronicle of the sources.
    pub entries: &'a [Entry],
    /// Whom it is about.
    pub person: PersonId,
}

/// A quotation of the person.
struct Quoted<'a> {
    source: &'a Source,
    range: TextRange,
    date: Option<String>,
}

impl Quoted<'_> {
    /// The words on one line, without the comma that belongs to the attribution.
    fn words(&self) -> String {
        let words: Vec<&str> = self.range.of(self.source.text()).split_whitespace().collect();
        words.join(" ").trim_end_matches(',').to_owned()
    }

    /// "3 March 2021 · sources/tribune.txt:3", or when it was published.
    fn place(&self) -> String {
        let place = format!("{}:{}", self.source.path, self.source.line_number(self.range));
        match (&self.date, self.source.date) {
            (Some(date), _) => format!("{} · {place}", dates::in_words(date)),
            (None, Some(date)) => {
                format!("published {} · {place}", dates::in_words(&date.to_string()))
            }
            (None, None) => place,
        }
    }
}

#[derive(Serialize)]
struct DossierJson<'a> {
    name: &'a str,
    kind: &'static str,
    mentions: usize,
    sources: Vec<&'a str>,
    spellings: Vec<SpellingJson<'a>>,
    roles: Vec<RoleJson<'a>>,
    quotations: Vec<QuotedJson<'a>>,
    statements: Vec<EntryJson<'a>>,
}

#[derive(Serialize)]
struct SpellingJson<'a> {
    text: &'a str,
    count: u32,
    sources: Vec<&'a str>,
    slip_of: Option<&'a str>,
}

#[derive(Serialize)]
struct RoleJson<'a> {
    role: &'a str,
    source: &'a str,
    date: Option<String>,
}

#[derive(Serialize)]
struct QuotedJson<'a> {
    source: &'a str,
    path: &'a str,
    range: Range,
    text: &'a str,
    date: Option<String>,
}

impl<'a> Dossier<'a> {
    fn one(&self) -> &'a Person {
        self.people.get(self.person)
    }

    fn source(&self, number: usize) -> Option<&'a Source> {
        self.corpus.sources().get(number).map(AsRef::as_ref)
    }

    fn ids(&self, numbers: &[usize]) -> Vec<&'a str> {
        numbers.iter().filter_map(|&number| Some(self.source(number)?.id.as_str())).collect()
    }

    /// What the sources quote from the person, in the order of the sources.
    fn quotations(&self) -> Vec<Quoted<'a>> {
        let mut found = Vec::new();
        for (number, source) in self.corpus.sources().iter().enumerate() {
            let reading = source.reading();
            let dated = sayings(reading, source.text());
            for attribution in &reading.attributions {
                let entity = attribution.speaker.as_ref().and_then(|speaker| speaker.entity);
                let person = entity.and_then(|entity| self.people.of_entity(number, entity));
                let quotation = attribution.quotation.and_then(|at| reading.quotations.get(at));
                let speech = quotation.filter(|one| one.kind != QuotationKind::Unattributed);
                if person != Some(self.person) || speech.is_none() {
                    continue;
                }
                let said = dated.iter().find(|one| one.attribution.content == attribution.content);
                let said = said.filter(|one| is_of_a_known_week(one.date));
                let date = said.map(|one| {
                    let place = (number, attribution.content);
                    self.settled(place).unwrap_or_else(|| one.date.value.clone())
                });
                found.push(Quoted { source, range: attribution.content, date });
            }
        }
        found
    }

    /// The day on which the chronicle puts the words at `place`: it may know the year.
    fn settled(&self, place: (usize, TextRange)) -> Option<String> {
        let entry = self.entries.iter().find(|entry| entry.passages.contains(&place))?;
        entry.start.map(|_| entry.date.clone())
    }

    /// The numbers of the entries that are theirs.
    fn statements(&self) -> Vec<usize> {
        let theirs = |entry: &Entry| match &entry.kind {
            EntryKind::Said { person, .. } => *person == Some(self.person),
            EntryKind::Happened => entry.passages.iter().any(|(number, range)| {
                self.one()
                    .mentions
                    .iter()
                    .any(|(source, mention)| source == number && range.contains_range(*mention))
            }),
        };
        (0..self.entries.len()).filter(|&number| theirs(&self.entries[number])).collect()
    }
}

/// The dossiers as one JSON object.
///
/// # Errors
/// Where the serializer fails.
pub fn json(dossiers: &[Dossier<'_>]) -> serde_json::Result<String> {
    #[derive(Serialize)]
    struct Listing<'a> {
        schema_version: u32,
        people: Vec<DossierJson<'a>>,
    }
    let people = dossiers.iter().map(dossier_json).collect();
    Ok(serde_json::to_string_pretty(&Listing { schema_version: SCHEMA_VERSION, people })? + "\n")
}

fn dossier_json<'a>(dossier: &Dossier<'a>) -> DossierJson<'a> {
    let person = dossier.one();
    let spelling = |one: &'a crate::corpus::people::Spelling| SpellingJson {
        text: &one.text,
        count: one.count,
        sources: dossier.ids(&one.sources),
        slip_of: one.slip_of.as_deref(),
    };
    let role = |(role, number): &'a (String, usize)| {
        let source = dossier.source(*number)?;
        let date = source.date.map(|date| date.to_string());
        Some(RoleJson { role, source: &source.id, date })
    };
    let quoted = |one: Quoted<'a>| QuotedJson {
        source: &one.source.id,
        path: &one.source.path,
        range: Range::in_source(one.source, one.range),
        text: one.range.of(one.source.text()),
        date: one.date,
    };
    DossierJson {
        name: &person.name,
        kind: words::name_kind(person.kind),
        mentions: person.mentions.len(),
        sources: dossier.ids(&person.sources()),
        spellings: person.spellings.iter().map(spelling).collect(),
        roles: person.roles.iter().filter_map(role).collect(),
        quotations: dossier.quotations().into_iter().map(quoted).collect(),
        statements: timeline::selection(dossier.corpus, dossier.entries, &dossier.statements()),
    }
}

/// The dossiers for people.
#[must_use]
pub fn text(dossiers: &[Dossier<'_>]) -> String {
    dossiers.iter().map(card).collect::<Vec<_>>().join("\n")
}

fn card(dossier: &Dossier<'_>) -> String {
    let person = dossier.one();
    let mut out = paint(style::STRONG, &clean(&person.name));
    out += &format!(" · {}\n", words::name_kind(person.kind));
    let spellings = person.spellings.iter().map(|one| match &one.slip_of {
        Some(right) => format!("{} (a slip for {right})", one.text),
        None => one.text.clone(),
    });
    out += &line("roles", &roles(dossier));
    out += &line("spellings", &spellings.collect::<Vec<_>>().join(", "));
    let quotations = dossier.quotations();
    let counts = format!(
        "{} and {} in {} of {}",
        counted(person.mentions.len(), "mention"),
        counted(quotations.len(), "quotation"),
        person.sources().len(),
        counted(dossier.corpus.sources().len(), "source")
    );
    out += &line("found", &counts);
    out += &quotation_lines(&quotations);
    out + &statement_lines(dossier)
}

fn line(label: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let text = wrap(&clean(text), COLUMNS - 13, &" ".repeat(13));
    format!("  {}{text}\n", paint(style::DIM, &format!("{label:<11}")))
}

/// "mayor of Redport (Tribune, 2021; Gazette); councillor (Gazette, 2018)", each role once.
fn roles(dossier: &Dossier<'_>) -> String {
    let named = |number: &usize| {
        let source = dossier.source(*number)?;
        let year = source.date.map(|date| format!(", {}", date.year())).unwrap_or_default();
        Some(format!("{}{year}", short_name(source)))
    };
    let told = dossier.one().told_roles().into_iter().map(|told| {
        let mut sources: Vec<String> = told.sources.iter().filter_map(named).collect();
        sources.dedup();
        format!("{} ({})", told.role, sources.join("; "))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn quotation_lines(quotations: &[Quoted<'_>]) -> String {
    let telling: Vec<&Quoted<'_>> =
        quotations.iter().filter(|one| one.words().split(' ').count() > 2).collect();
    let mut out = String::new();
    for one in telling.iter().take(SHOWN) {
        let words = clean(&one.words());
        out += &format!("\n  {}\n", wrap(&format!("“{words}”"), COLUMNS - 2, "  "));
        out += &format!("  {}\n", paint(style::DIM, &clean(&one.place())));
    }
    out + &more(telling.len(), "quotation")
}

fn statement_lines(dossier: &Dossier<'_>) -> String {
    let events: Vec<Entry> = dossier
        .statements()
        .into_iter()
        .map(|number| &dossier.entries[number])
        .filter(|entry| !matches!(entry.kind, EntryKind::Said { quoted: true, .. }))
        .map(|entry| Entry { disputed_by: Vec::new(), ..entry.clone() })
        .collect();
    if events.is_empty() {
        return String::new();
    }
    let shown = &events[..events.len().min(SHOWN)];
    let list = timeline::Timeline { corpus: dossier.corpus, entries: shown };
    format!("\n{}{}", timeline::text(&list), more(events.len(), "dated statement"))
}

fn more(count: usize, noun: &str) -> String {
    let more = count.saturating_sub(SHOWN);
    if more == 0 {
        String::new()
    } else {
        let plural = if more == 1 { "" } else { "s" };
        format!("  … and {more} more {noun}{plural}; all with --format json\n")
    }
}
