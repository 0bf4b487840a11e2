//! One source: a document the writer works from, with what is known of it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::chronicle::sayings;
use super::grammatical_person::GrammaticalPerson;
use crate::reading::Reading;
use crate::reading::dates::{Anchors, DateMention};
use crate::reading::figures::Figure;
use crate::reading::markup::{BlockKind, Extraction};
pub use crate::reading::metadata::Confidence;
use crate::reading::quotations::{self, Quotation};
use crate::text::{LineIndex, TextRange};

/// For how many words it is kept whether a source has them.
const MOST_WRITTEN: usize = 1_000;

/// How far a source could be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// All of it.
    #[default]
    Read,
    /// A part of it.
    Partial,
    /// Nothing of it.
    Unreadable,
}

/// Whose voice a source speaks in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A text that tells and quotes: news, books, reports.
    #[default]
    Article,
    /// A text that is speech as a whole: a transcript, a speech, a statement, an interview.
    Speech,
}

/// A document the writer works from.
#[derive(Debug, Default)]
pub struct Source {
    /// Short and unique in the corpus: "newsweek".
    pub id: String,
    /// As the findings show it.
    pub path: String,
    /// The document's title.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published.
    pub date: Option<Date>,
    /// When it was last changed, where it says so.
    pub updated: Option<Date>,
    /// How sure the date is.
    pub date_confidence: Confidence,
    /// How title, outlet, author and date were found, a short phrase each: "date: line 3".
    pub found: Vec<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The key under which a citation names it.
    pub key: Option<String>,
    /// Whose voice it speaks in.
    pub kind: SourceKind,
    /// How far it could be read.
    pub status: Status,
    /// What went wrong, where, and what to do.
    pub problem: Option<String>,
    /// How its bytes were decoded: "UTF-8", "windows-1251 (detected)".
    pub encoding: String,
    /// The decoded text before extraction; `None` where the extracted text is the same or where
    /// places are shown in the extracted text (HTML).
    pub raw: Option<Arc<str>>,
    /// Bytes of the file before [`Self::shown_text`] where that is the file's own: those of a byte
    /// order mark.
    pub lead: usize,
    /// Its prose.
    pub extraction: Extraction,
    /// What it says; read when first asked for.
    reading: OnceLock<Reading>,
    quotations: OnceLock<Vec<Quotation>>,
    dated_sayings: OnceLock<Vec<DatedSaying>>,
    lines: OnceLock<LineIndex>,
    person: OnceLock<GrammaticalPerson>,
    /// Numbers of its figures by their bounds, one of each unit.
    figures_by_value: OnceLock<FxHashMap<(u64, u64), Vec<usize>>>,
    /// Words that it was asked for, and whether it has them.
    written: Mutex<FxHashMap<String, bool>>,
}

/// A quotation of a source with the day on which it was said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DatedSaying {
    /// The words, in bytes of the extracted text.
    pub(crate) content: TextRange,
    /// The number of the date among the source's dates.
    pub(crate) date: usize,
}

impl Source {
    /// The quotations whose day of saying the source tells; read when first asked for.
    pub(crate) fn dated_sayings(&self) -> &[DatedSaying] {
        self.dated_sayings.get_or_init(|| {
            let reading = self.reading();
            let number = |date: &DateMention| {
                reading.dates.partition_point(|one| one.range.start < date.range.start)
            };
            sayings(reading, self.text())
                .into_iter()
                .filter(|saying| saying.attribution.quotation.is_some())
                .map(|saying| DatedSaying {
                    content: saying.attribution.content,
                    date: number(saying.date),
                })
                .collect()
        })
    }

    /// The extracted text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.extraction.text
    }

    /// The text in which places are shown to people: the raw text of text formats, the extracted
    /// text of others.
    #[must_use]
    pub fn shown_text(&self) -> &str {
        self.raw.as_deref().unwrap_or(&self.extraction.text)
    }

    /// `range` of the extracted text, in bytes of [`Self::shown_text`].
    #[must_use]
    pub fn shown_range(&self, range: TextRange) -> TextRange {
        if self.raw.is_some() { self.extraction.map.to_raw(range) } else { range }
    }

    /// Lines of [`Self::shown_text`].
    #[must_use]
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(self.shown_text()))
    }

    /// The line (from 1) of [`Self::shown_text`] on which the extracted `range` begins.
    #[must_use]
    pub fn line_number(&self, range: TextRange) -> usize {
        self.lines().line_of(self.shown_range(range).start) + 1
    }

    /// The source's quotations: a part of [`Self::reading`] that is cheap to have alone.
    #[must_use]
    pub fn quotations(&self) -> &[Quotation] {
        match self.reading.get() {
            Some(reading) => &reading.quotations,
            None => self.quotations.get_or_init(|| quotations::read(&self.extraction)),
        }
    }

    /// The outermost quotation that holds `range`, with its number.
    pub(crate) fn quotation_at(&self, range: TextRange) -> Option<(usize, &Quotation)> {
        let quotations = self.quotations();
        let end = quotations.partition_point(|quotation| quotation.outer.start <= range.start);
        // Nested quotations follow the one that holds them, so the outermost is a few steps back.
        quotations[..end]
            .iter()
            .enumerate()
            .rev()
            .take(12)
            .filter(|(_, quotation)| quotation.outer.contains_range(range))
            .min_by_key(|(_, quotation)| quotation.depth)
    }

    /// Who speaks in its words; found when first asked for.
    pub(crate) fn person(&self) -> GrammaticalPerson {
        *self.person.get_or_init(|| GrammaticalPerson::of(self))
    }

    /// Whether it has a figure of the same value and unit anywhere.
    pub(crate) fn tells_figure(&self, figure: &Figure) -> bool {
        // Nought and its negative are one value.
        let key = |one: &Figure| ((one.low + 0.0).to_bits(), (one.high + 0.0).to_bits());
        let figures = &self.reading().figures;
        let by_value = self.figures_by_value.get_or_init(|| {
            let mut by_value: FxHashMap<(u64, u64), Vec<usize>> = FxHashMap::default();
            for (number, one) in figures.iter().enumerate() {
                let same = by_value.entry(key(one)).or_default();
                if same.iter().all(|&known| figures[known].unit != one.unit) {
                    same.push(number);
                }
            }
            by_value
        });
        let same = by_value.get(&key(figure)).into_iter().flatten();
        same.map(|&number| &figures[number]).any(|one| one.unit == figure.unit)
    }

    /// Whether a reader's comment stands at `offset`.
    pub(crate) fn is_comment(&self, offset: usize) -> bool {
        let blocks = &self.extraction.blocks;
        let at = blocks.partition_point(|block| block.range.end <= offset);
        blocks.get(at).is_some_and(|block| block.kind == BlockKind::ReaderComment)
    }

    /// Whether the letters of `word` stand anywhere in its text, readers' comments aside. The text is
    /// gone through once for each word.
    pub(crate) fn writes(&self, word: &str) -> bool {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = written.get(word) {
            return *known;
        }
        let found = self.text().match_indices(word).any(|(at, _)| !self.is_comment(at));
        if written.len() >= MOST_WRITTEN {
            written.clear();
        }
        written.insert(word.to_owned(), found);
        found
    }

    /// What the source says.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        let anchors = Anchors { published: self.date, updated: self.updated };
        // A fault of the reader costs this source, not every check.
        let read = AssertUnwindSafe(|| Reading::of(&self.extraction, anchors));
        self.reading.get_or_init(|| catch_unwind(read).unwrap_or_default())
    }

    /// How people call it: its outlet, else its title, else its id.
    #[must_use]
    pub fn display_name(&self) -> &str {
        self.outlet.as_deref().or(self.title.as_deref()).unwrap_or(&self.id)
    }
}
