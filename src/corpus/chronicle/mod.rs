//! The chronicle: what the sources date, in the order of the days.
//!
//! An entry is either a *saying* (words that someone said on a day the source names) or an *event*
//! (a sentence of a source with a date). Sayings with the same words are one entry with several
//! passages; where sources put the same words on different days, both entries say so.

mod disagreement;
mod disputes;
mod joined;
mod saying;
mod turn;
mod utterances;
mod years;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::people::{People, PersonId};
use super::{Corpus, Source, Status};
use crate::reading::attribution::Attribution;
use crate::reading::dates::{DateMention, Granularity, Interval, YearFrom};
use crate::reading::markup::{Block, BlockKind};
use crate::reading::metadata;
use crate::reading::{Reading, clauses, quotations::QuotationKind};
use crate::text::{TextRange, WordKey, words};

pub(crate) use saying::is_of_a_known_week;
pub use saying::{Saying, date_of_saying, date_of_turn, sayings};

/// How many dates of one sentence become entries.
const DATES_OF_A_SENTENCE: usize = 3;
/// Words from which on a sentence with a date tells an event.
const EVENT: usize = 6;
/// Words from which on equal words are taken for one statement.
const TELLING_WORDS: usize = 4;

/// A dated statement of the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// EDTF.
    pub date: String,
    /// First day, inclusive; `None` where the year is not known.
    pub start: Option<Date>,
    /// Last day, inclusive; `None` where the year is not known.
    pub end: Option<Date>,
    /// The days it may be, where the words of the source may mean more than one.
    pub readings: Vec<Interval>,
    /// Month and day of the month, as far as they are known; with them a date without a year finds
    /// its place.
    pub month_day: Option<(i8, Option<i8>)>,
    /// Whether the year is not written and follows from the other dates of the document.
    pub year_inferred: bool,
    /// Whether the words of the source may mean several days, and another source tells which.
    pub day_inferred: bool,
    /// How coarse the date is.
    pub granularity: Granularity,
    /// What it is.
    pub kind: EntryKind,
    /// The words said, or the sentence, on one line; pieces of one utterance are joined with " … ".
    pub text: String,
    /// The pieces of which `text` is joined, where it is quoted.
    pub pieces: Vec<String>,
    /// Where it stands: the source's number and bytes of its extracted text.
    pub passages: Vec<(usize, TextRange)>,
    /// The numbers of the entries that put the same words on another day.
    pub disputed_by: Vec<usize>,
}

/// What an entry tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// Somebody said something.
    Said {
        /// Who, where that is one of the people of the sources.
        person: Option<PersonId>,
        /// Who, as the source calls them in full.
        speaker: String,
        /// Whether the words are quoted, not reported.
        quoted: bool,
    },
    /// Something happened.
    Happened,
}

/// The dated statements of `corpus`, in order.
#[must_use]
pub fn build(corpus: &Corpus) -> Vec<Entry> {
    let people = corpus.people();
    let years = years::Years::of(corpus);
    let mut entries = Vec::new();
    for (number, source) in corpus.sources().iter().enumerate() {
        if source.status != Status::Unreadable {
            let reading = source.reading();
            Reader { number, source, reading, people, years: &years }.read(&mut entries);
        }
    }
    let mut entries = utterances::join(corpus, merged(entries));
    let place =
        |entry: &Entry| entry.passages.first().map(|(source, range)| (*source, range.start));
    // What has no year stands at the end, in the order of month and day.
    let order = |entry: &Entry| {
        let open = entry.start.is_none();
        (open, entry.start, entry.end, entry.month_day.filter(|_| open), place(entry))
    };
    entries.sort_by_key(order);
    disputes::mark(&mut entries);
    disagreement::mark(corpus, &mut entries);
    entries
}

/// Reads one source.
struct Reader<'a> {
    number: usize,
    source: &'a Source,
    reading: &'a Reading,
    people: &'a People,
    years: &'a years::Years,
}

impl Reader<'_> {
    fn read(&self, entries: &mut Vec<Entry>) {
        let mut sayings = sayings(self.reading, self.source.text());
        sayings.retain(|saying| is_of_a_known_week(saying.date));
        let quoted: Vec<TextRange> = sayings
            .iter()
            .map(|saying| saying.attribution)
            .filter(|one| one.quotation.is_some() && self.is_telling(one.content))
            .map(|one| one.content)
            .collect();
        let said = sayings.iter().filter_map(|saying| Some((saying, self.said(saying, &quoted)?)));
        entries.extend(joined::utterances(self.reading, said));
        let named = |one: &Saying<'_>| {
            one.attribution.speaker.as_ref().is_some_and(|speaker| speaker.name.is_some())
        };
        let own = sayings.iter().filter(|one| !one.carried && named(one));
        let spent: BTreeSet<TextRange> = own.map(|one| one.date.range).collect();
        self.events(&spent, entries);
    }

    /// The entry of a saying; a sentence that reports it is none where `quoted` words of it are.
    fn said(&self, saying: &Saying<'_>, quoted: &[TextRange]) -> Option<Entry> {
        let Attribution { content, quotation, speaker, .. } = saying.attribution;
        let speaker = speaker.as_ref()?;
        let name = speaker.name.clone()?;
        let quotation = quotation.and_then(|number| self.reading.quotations.get(number));
        if quotation.is_some_and(|one| one.kind == QuotationKind::Unattributed) {
            return None;
        }
        let person = speaker.entity.and_then(|entity| self.people.of_entity(self.number, entity));
        let speaker = person.map_or(name, |person| self.people.get(person).name.clone());
        // A word or two mean little by themselves: their sentence is shown.
        let is_quoted = quotation.is_some() && self.is_telling(*content);
        let kind = EntryKind::Said { person, speaker, quoted: is_quoted };
        let range = if is_quoted { *content } else { self.sentence_around(*content) };
        let begun = quoted.partition_point(|one| one.start < range.end);
        if !is_quoted && begun > 0 && quoted[begun - 1].overlaps(range) {
            return None;
        }
        self.entry(saying.date, kind, range)
    }

    fn is_telling(&self, words: TextRange) -> bool {
        words.of(self.source.text()).split_whitespace().count() >= TELLING_WORDS
    }

    fn sentence_around(&self, range: TextRange) -> TextRange {
        let at = self.reading.sentence_index(range.start);
        self.reading.sentences.get(at).map_or(range, |sentence| sentence.cover(range))
    }

    /// The sentences with dates that are not those of sayings.
    fn events(&self, spent: &BTreeSet<TextRange>, entries: &mut Vec<Entry>) {
        let mut dates = self.reading.dates.iter().peekable();
        for &sentence in &self.reading.sentences {
            let mut told = 0;
            let mut last: Option<&DateMention> = None;
            while let Some(date) = dates.next_if(|date| date.range.start < sentence.end) {
                let own = sentence.contains_range(date.range) && !spent.contains(&date.range);
                let block = self.block_of(sentence).filter(|_| own && told < DATES_OF_A_SENTENCE);
                let Some(block) = block else { continue };
                // "A meeting in Redport. *4 March 2021*": the date of the whole caption.
                let whole = block.kind == BlockKind::Caption && self.word_count(sentence) < EVENT;
                let statement = if whole { block.range } else { sentence };
                // "In 2020 and 2023": the sentence is told once, on the first.
                let again = last.is_some_and(|last| self.goes_on(last, date));
                if self.is_event(statement, block.kind, date) && !again {
                    told += 1;
                    entries.extend(self.entry(date, EntryKind::Happened, statement));
                }
                last = Some(date);
            }
        }
    }

    /// Whether nothing but "and" or a comma stands between two dates of one kind.
    fn goes_on(&self, last: &DateMention, date: &DateMention) -> bool {
        let between = self.source.text().get(last.range.end..date.range.start).unwrap_or(".");
        let joins = matches!(between.trim(), "and" | "," | ", and" | "or" | "&");
        joins && last.granularity == date.granularity && is_definite(last)
    }

    fn block_of(&self, sentence: TextRange) -> Option<Block> {
        let blocks = &self.source.extraction.blocks;
        let at = blocks.partition_point(|block| block.range.end <= sentence.start);
        blocks.get(at).copied()
    }

    fn word_count(&self, range: TextRange) -> usize {
        range.of(self.source.text()).split_whitespace().count()
    }

    fn is_event(&self, statement: TextRange, kind: BlockKind, date: &DateMention) -> bool {
        let told = matches!(
            kind,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::BlockQuote | BlockKind::Caption
        );
        let in_quotation = saying::is_in_quotation(self.reading, date.range, |one| {
            one.kind != QuotationKind::Unattributed
        });
        // A year alone in a caption is that of its credit or of a day it could not be read with.
        let in_caption = kind == BlockKind::Caption && date.granularity > Granularity::Month;
        told && !in_caption
            && !in_quotation
            && is_definite(date)
            && !metadata::is_date_of_publication(statement.of(self.source.text()))
            && self.word_count(statement) >= EVENT
    }

    /// The words of an entry: of a long sentence from the clause on in which the day stands.
    fn words(&self, kind: &EntryKind, date: TextRange, range: TextRange) -> String {
        const LONG: usize = 180;
        let text = self.source.text();
        if !matches!(kind, EntryKind::Happened) || date.end <= range.start + LONG {
            return one_line(range.of(text));
        }
        let stretches = clauses::read(text, range).into_iter().flatten();
        let start = stretches.map(|one| one.start).filter(|&start| start <= date.start).max();
        let Some(start) = start.filter(|&start| start > range.start) else {
            return one_line(range.of(text));
        };
        let rest = TextRange::new(start, range.end).of(text);
        format!("… {}", one_line(rest.trim_start_matches([',', ';', ' ', '\n', '—', '–', '('])))
    }

    fn entry(&self, date: &DateMention, kind: EntryKind, range: TextRange) -> Option<Entry> {
        // "On Thursday" in a document without a date of its own may be any Thursday.
        let found = self.years.day(self.number, date).map(Interval::day);
        let days = date.interval().or(found);
        let open = days.is_none() && date.granularity <= Granularity::Month;
        let month_day = month_day(date);
        let inferred = found.is_some() || date.year_from != YearFrom::Stated;
        let placed = days.is_some() || open && month_day.is_some();
        // "On Thursday" in a document without a date of its own may be any Thursday.
        if !placed || date.relative && self.source.date.is_none() && !open && !inferred {
            return None;
        }
        let is_caption = self.block_of(range).is_some_and(|one| one.kind == BlockKind::Caption);
        let text = if is_caption {
            one_line(range.of(self.source.text()))
        } else {
            self.words(&kind, date.range, range)
        };
        let text =
            text.trim_end_matches([',', ';']).trim_start_matches(['•', '-', '–', ' ']).to_owned();
        let quoted = matches!(kind, EntryKind::Said { quoted: true, .. });
        Some(Entry {
            date: found.map_or_else(|| date.value.clone(), |day| day.start.to_string()),
            start: days.map(|days| days.start),
            end: days.map(|days| days.end),
            readings: date.readings.clone(),
            month_day,
            year_inferred: inferred,
            day_inferred: false,
            granularity: date.granularity,
            kind,
            pieces: if quoted { vec![text.clone()] } else { Vec::new() },
            text,
            passages: vec![(self.number, range)],
            disputed_by: Vec::new(),
        })
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Month and day of the month, as far as the words or the days tell them.
fn month_day(date: &DateMention) -> Option<(i8, Option<i8>)> {
    match date.interval() {
        Some(days) if date.readings.is_empty() && days.start == days.end => {
            Some((days.start.month(), Some(days.start.day())))
        }
        Some(_) => None,
        None => {
            let mut parts = date.value.strip_prefix("XXXX-")?.split('-');
            let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
            Some((month, parts.next().and_then(|day| day.parse().ok())))
        }
    }
}

/// Whether a date names days that can be put in order.
fn is_definite(date: &DateMention) -> bool {
    (date.interval().is_some() || month_day(date).is_some())
        && !date.approximate
        && !date.names_event
        && date.bound.is_none()
        && date.granularity <= Granularity::Year
}

/// The keys of the words, by which equal statements are known.
fn words_of(text: &str) -> Vec<WordKey> {
    words(text).map(|word| word.key).collect()
}

/// Equal sayings, and events told in the same words, as one entry each.
fn merged(entries: Vec<Entry>) -> Vec<Entry> {
    let mut known: BTreeMap<(Vec<WordKey>, String), usize> = BTreeMap::new();
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        let key = (words_of(&entry.text), entry.date.clone());
        match known.get(&key) {
            Some(&at) => {
                let known = &mut kept[at].passages;
                known.extend(entry.passages);
                known.dedup();
            }
            None => {
                known.insert(key, kept.len());
                kept.push(entry);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::markup::{self, Format};

    fn source(text: &str, date: &str) -> Source {
        let mut source = Source::default();
        source.extraction = markup::extract(text, Format::Plain);
        source.date = date.parse().ok();
        source
    }

    fn chronicle(texts: &[&str]) -> Vec<Entry> {
        let sources = texts.iter().map(|text| source(text, "2021-03-04")).collect();
        let corpus = Corpus::build(sources);
        build(&corpus)
    }

    #[test]
    fn sayings_stand_on_the_day_they_were_said() {
        let entries = chronicle(&[
            "“We will not raise the tax this year,” Ada Moss told the council on 3 March 2021.\n",
            "“We will not raise the tax this year,” Ada Moss said on 3 March 2021.\n",
        ]);
        let [entry] = entries.as_slice() else { panic!("{entries:#?}") };
        assert_eq!(entry.date, "2021-03-03");
        assert_eq!(entry.text, "We will not raise the tax this year");
        assert_eq!(entry.passages.len(), 2);
        let EntryKind::Said { speaker, .. } = &entry.kind else { panic!("{entry:?}") };
        assert_eq!(speaker, "Ada Moss");
    }

    #[test]
    fn an_utterance_of_several_sources_is_told_once() {
        let entries = chronicle(&[
            "“This tax was meant to mend our roads and never mended one,” Ada Moss said on 3 March \
             2021. “What the council does now I will learn from the papers.”\n",
            "Ada Moss said on 3 March 2021: “What the council does now I shall learn from the \
             papers.”\n",
            "Ada Moss has left.\n\n“This tax was meant to mend our roads and never mended one, \
             least of all ours,” Moss said.\n",
            "“Nobody had asked the town,” said Ada Moss on 3 March 2021.\n",
        ]);
        let texts: Vec<_> = entries.iter().map(|one| (&*one.text, one.passages.len())).collect();
        assert_eq!(
            texts,
            [
                (
                    "This tax was meant to mend our roads and never mended one, least of all ours \
                     … What the council does now I will learn from the papers.",
                    4,
                ),
                ("Nobody had asked the town", 1),
            ]
        );
    }

    #[test]
    fn the_source_that_is_sure_of_the_day_settles_it() {
        let unsure = source(
            "The town heard of it. Ada Moss said on Monday that the hall was shut. “We have frequent \
             talks with our friends in the county,” said Moss on Monday.\n",
            "2021-03-07",
        );
        let sure = source(
            "“We have frequent talks with our friends in the county,” Ada Moss said on 1 March \
             2021.\n",
            "2021-03-20",
        );
        let entries = build(&Corpus::build(vec![unsure, sure]));
        let quoted: Vec<_> = entries
            .iter()
            .filter(|one| matches!(one.kind, EntryKind::Said { quoted: true, .. }))
            .map(|one| (&*one.date, one.passages.len(), one.disputed_by.len()))
            .collect();
        assert_eq!(quoted, [("2021-03-01", 2, 0)]);
    }

    #[test]
    fn two_years_of_one_sentence_are_one_event() {
        let entries = chronicle(&[
            "The sea broke through the old harbour wall of Redport in 2019 and 2021.\n\n\
             The wall was built in 1950 by the county and the quay was laid in 1960 by the town.\n",
        ]);
        let years: Vec<_> = entries.iter().map(|one| &*one.date).collect();
        assert_eq!(years, ["1950", "1960", "2019"]);
    }

    #[test]
    fn the_same_words_on_two_days_are_disputed() {
        let entries = chronicle(&[
            "“We will not raise the tax this year,” Ada Moss said on 3 March 2021.\n",
            "“We will not raise the tax this year,” Ada Moss said on 8 March 2021.\n",
        ]);
        let disputes: Vec<&[usize]> =
            entries.iter().map(|one| one.disputed_by.as_slice()).collect();
        assert_eq!(disputes, [&[1][..], &[0]]);
    }

    #[test]
    fn sentences_with_dates_are_events() {
        let entries = chronicle(&["The old pier was opened by a king in May 1911.\n"]);
        let [entry] = entries.as_slice() else { panic!("{entries:#?}") };
        assert_eq!((entry.date.as_str(), &entry.kind), ("1911-05", &EntryKind::Happened));
    }
}
