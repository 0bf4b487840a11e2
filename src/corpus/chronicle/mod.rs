//! The chronicle: what the sources date, in the order of the days.
//!
//! An entry is either a *saying* (words that someone said on a day the source names) or an *event*
//! (a sentence of a source with a date). Sayings with the same words are one entry with several
//! passages; where sources put the same words on different days, both entries say so.

mod disagreement;
mod saying;
mod years;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::people::{People, PersonId};
use super::{Corpus, Source, Status};
use crate::reading::attribution::Attribution;
use crate::reading::dates::{DateMention, Granularity, Interval};
use crate::reading::markup::BlockKind;
use crate::reading::{Reading, clauses, quotations::QuotationKind};
use crate::text::{TextRange, WordKey, words};

pub use saying::{Saying, date_of_saying, sayings};

/// How many dates of one sentence become entries.
const DATES_OF_A_SENTENCE: usize = 3;
/// Words from which on equal words are taken for one statement.
const TELLING_WORDS: usize = 4;

/// A dated statement of the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// EDTF.
    pub date: String,
    /// First day, inclusive.
    pub start: Date,
    /// Last day, inclusive.
    pub end: Date,
    /// How coarse the date is.
    pub granularity: Granularity,
    /// What it is.
    pub kind: EntryKind,
    /// The words said, or the sentence, on one line.
    pub text: String,
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
    let mut entries = merged(entries);
    let place =
        |entry: &Entry| entry.passages.first().map(|(source, range)| (*source, range.start));
    entries.sort_by(|one, other| {
        (one.start, one.end, place(one)).cmp(&(other.start, other.end, place(other)))
    });
    mark_disputes(&mut entries);
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
        let sayings = sayings(self.reading, self.source.text());
        let quoted: Vec<TextRange> = sayings
            .iter()
            .map(|saying| saying.attribution)
            .filter(|one| one.quotation.is_some() && self.is_telling(one.content))
            .map(|one| one.content)
            .collect();
        entries.extend(sayings.iter().filter_map(|saying| self.said(saying, &quoted)));
        let spent: BTreeSet<TextRange> =
            sayings.iter().filter(|one| !one.carried).map(|one| one.date.range).collect();
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
        let sentences = &self.reading.sentences;
        let at = sentences.partition_point(|sentence| sentence.end <= range.start);
        sentences.get(at).map_or(range, |sentence| sentence.cover(range))
    }

    /// The sentences with dates that are not those of sayings.
    fn events(&self, spent: &BTreeSet<TextRange>, entries: &mut Vec<Entry>) {
        let mut dates = self.reading.dates.iter().peekable();
        for sentence in &self.reading.sentences {
            let mut told = 0;
            while let Some(date) = dates.next_if(|date| date.range.start < sentence.end) {
                let own = sentence.contains_range(date.range) && !spent.contains(&date.range);
                if own && told < DATES_OF_A_SENTENCE && self.is_event(*sentence, date) {
                    told += 1;
                    entries.extend(self.entry(date, EntryKind::Happened, *sentence));
                }
            }
        }
    }

    fn is_event(&self, sentence: TextRange, date: &DateMention) -> bool {
        let blocks = &self.source.extraction.blocks;
        let at = blocks.partition_point(|block| block.range.end <= sentence.start);
        let prose = blocks.get(at).is_some_and(|block| {
            matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::BlockQuote)
        });
        let in_quotation = saying::is_in_quotation(self.reading, date.range, |one| {
            one.kind != QuotationKind::Unattributed
        });
        prose
            && !in_quotation
            && is_definite(date)
            && !is_of_the_page(sentence.of(self.source.text()))
            && sentence.of(self.source.text()).split_whitespace().count() >= 6
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
        let rest = TextRange::new(start.unwrap_or(range.start), range.end).of(text);
        format!("… {}", one_line(rest.trim_start_matches([',', ';', ' ', '\n', '—', '–', '('])))
    }

    fn entry(&self, date: &DateMention, kind: EntryKind, range: TextRange) -> Option<Entry> {
        let found = self.years.day(self.number, date);
        // "On Thursday" in a document without a date of its own may be any Thursday.
        if date.relative && self.source.date.is_none() && found.is_none() {
            return None;
        }
        let Interval { start, end } = date.interval().or(found.map(Interval::day))?;
        let words = self.words(&kind, date.range, range);
        Some(Entry {
            // A year found elsewhere is likely, not told.
            date: found.map_or_else(|| date.value.clone(), |day| format!("{day}?")),
            start,
            end,
            granularity: date.granularity,
            kind,
            text: words.trim_end_matches([',', ';']).to_owned(),
            passages: vec![(self.number, range)],
            disputed_by: Vec::new(),
        })
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "Update 02/26/24, 7 a.m. ET: This article has been updated …": of the page, not of the news.
fn is_of_the_page(sentence: &str) -> bool {
    const OPENINGS: &[&str] = &["Update", "Updated", "Published", "Correction", "Corrected"];
    let first = sentence.split([' ', ':', '\n']).next().unwrap_or_default();
    OPENINGS.contains(&first)
}

/// Whether a date names days that can be put in order.
fn is_definite(date: &DateMention) -> bool {
    (date.interval().is_some() || years::open_day(date).is_some())
        && !date.approximate
        && date.bound.is_none()
        && date.readings.len() <= 1
        && date.granularity <= Granularity::Year
}

/// The keys of the words, by which equal statements are known.
fn words_of(text: &str) -> Vec<WordKey> {
    words(text).map(|word| word.key).collect()
}

/// Equal sayings, and events told in the same words, as one entry each.
fn merged(entries: Vec<Entry>) -> Vec<Entry> {
    let mut known: BTreeMap<(Vec<WordKey>, Date, Date), usize> = BTreeMap::new();
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        let key = (words_of(&entry.text), entry.start, entry.end);
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

/// Notes where the same quoted words are put on days that cannot be the same.
fn mark_disputes(entries: &mut [Entry]) {
    let mut by_words: BTreeMap<Vec<WordKey>, Vec<usize>> = BTreeMap::new();
    for (number, entry) in entries.iter().enumerate() {
        let words = words_of(&entry.text);
        let quoted = matches!(entry.kind, EntryKind::Said { quoted: true, .. });
        if quoted && words.len() >= TELLING_WORDS {
            by_words.entry(words).or_default().push(number);
        }
    }
    for same in by_words.into_values().filter(|same| same.len() > 1) {
        for &one in &same {
            let days = |number: usize| Interval::new(entries[number].start, entries[number].end);
            let others =
                same.iter().copied().filter(|&other| !days(one).overlaps(days(other))).collect();
            entries[one].disputed_by = others;
        }
    }
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
