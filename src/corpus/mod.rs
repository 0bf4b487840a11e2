//! Floor 2: the sources, read and indexed, immutable once built.

pub mod chronicle;
mod duplicates;
mod grammatical_person;
mod index;
pub mod people;
mod source;
pub(crate) mod statements;

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::text::{Word, WordKey};
use index::{Segment, Tokens};
use people::{NameOverrides, People};
use statements::Statements;

pub(crate) use grammatical_person::is_first_person;
pub use source::{Confidence, Source, SourceKind, Status};

/// From this many segments on, an update indexes everything anew.
const MOST_SEGMENTS: usize = 12;

/// All sources, read and indexed. Cheap to clone: parts are shared.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    sources: Vec<Arc<Source>>,
    segments: Vec<Arc<Segment>>,
    /// Where each source's words stand: segment, and number in it.
    places: Vec<(usize, usize)>,
    /// For each segment, the source's number in the corpus, `None` where it was exchanged.
    live: Vec<Vec<Option<usize>>>,
    /// What the writer says about names.
    overrides: Arc<NameOverrides>,
    /// The people of all sources and what is told of them; read when first asked for.
    people: Arc<OnceLock<People>>,
    statements: Arc<OnceLock<Statements>>,
    /// What each source repeats; found when first asked for.
    duplicates: OnceLock<Vec<Option<(usize, u8)>>>,
}

/// A place in a source's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) source: usize,
    pub(crate) tokens: Range<usize>,
}

/// A place where words may stand, changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Proposal {
    pub(crate) source: usize,
    /// The token of the source at which the words would begin; may lie before its first.
    pub(crate) start: i64,
    pub(crate) votes: f32,
}

impl Corpus {
    /// Reads and indexes `sources`; a source's number is its place in this list.
    #[must_use]
    pub fn build(sources: Vec<Source>) -> Self {
        Self::indexed(sources.into_iter().map(Arc::new).collect())
    }

    fn indexed(sources: Vec<Arc<Source>>) -> Self {
        let segment = index(&sources);
        let places = (0..sources.len()).map(|number| (0, number)).collect();
        let live = vec![(0..sources.len()).map(Some).collect()];
        Self { sources, segments: vec![Arc::new(segment)], places, live, ..Self::default() }
    }

    /// The same corpus with some sources exchanged, added or taken away, by path; only changed
    /// sources are read again. Sources are sorted by path.
    #[must_use]
    pub fn updated(&self, changed: Vec<Source>, removed_paths: &[String]) -> Self {
        let gone = |source: &Source| {
            removed_paths.contains(&source.path)
                || changed.iter().any(|new| new.path == source.path)
        };
        let mut kept: Vec<(Arc<Source>, (usize, usize))> = self
            .sources
            .iter()
            .zip(&self.places)
            .filter(|(source, _)| !gone(source))
            .map(|(source, place)| (source.clone(), *place))
            .collect();
        let changed: Vec<Arc<Source>> = changed.into_iter().map(Arc::new).collect();
        let segment = self.segments.len();
        kept.extend(
            changed.iter().cloned().enumerate().map(|(at, source)| (source, (segment, at))),
        );
        kept.sort_by(|a, b| a.0.path.cmp(&b.0.path));
        if segment >= MOST_SEGMENTS {
            let all = kept.into_iter().map(|(source, _)| source).collect();
            return Self { overrides: self.overrides.clone(), ..Self::indexed(all) };
        }
        let mut segments = self.segments.clone();
        segments.push(Arc::new(index(&changed)));
        Self { overrides: self.overrides.clone(), ..Self::joined(kept, segments) }
    }

    fn joined(parts: Vec<(Arc<Source>, (usize, usize))>, segments: Vec<Arc<Segment>>) -> Self {
        let mut live: Vec<Vec<Option<usize>>> =
            segments.iter().map(|segment| vec![None; segment.source_count()]).collect();
        for (number, (_, (segment, at))) in parts.iter().enumerate() {
            live[*segment][*at] = Some(number);
        }
        let (sources, places) = parts.into_iter().unzip();
        Self { sources, segments, places, live, ..Self::default() }
    }

    /// The same corpus, with what the writer says about names.
    #[must_use]
    pub fn with_names(mut self, overrides: NameOverrides) -> Self {
        self.overrides = Arc::new(overrides);
        self.people = Arc::default();
        self.statements = Arc::default();
        self
    }

    /// The people, bodies and places of all sources.
    #[must_use]
    pub fn people(&self) -> &People {
        self.people.get_or_init(|| {
            // The dear part, each source by itself, in parallel.
            self.sources.par_iter().for_each(|source| {
                let _ = source.reading();
            });
            let names: Vec<&crate::reading::names::Names> =
                self.sources.iter().map(|source| &source.reading().names).collect();
            People::with_overrides(&names, &self.overrides)
        })
    }

    /// What the sources tell with dates and figures.
    pub(crate) fn statements(&self) -> &Statements {
        self.statements.get_or_init(|| Statements::build(self))
    }

    /// The sources in the order of their numbers.
    #[must_use]
    pub fn sources(&self) -> &[Arc<Source>] {
        &self.sources
    }

    /// The number of the longer source that `source` repeats (a wire copy), and how many
    /// hundredths of it stand there.
    #[must_use]
    pub fn duplicate_of(&self, source: usize) -> Option<(usize, u8)> {
        let find = || {
            let texts: Vec<&[WordKey]> = (0..self.sources.len()).map(|at| self.keys(at)).collect();
            duplicates::find(&texts)
        };
        self.duplicates.get_or_init(find).get(source).copied().flatten()
    }

    /// Number of words in all sources.
    #[must_use]
    pub fn word_count(&self) -> usize {
        (0..self.sources.len()).map(|source| self.keys(source).len()).sum()
    }

    /// Bytes that the index holds, the sources' texts not counted.
    #[must_use]
    pub fn index_size(&self) -> usize {
        self.segments.iter().map(|segment| segment.size()).sum()
    }

    /// The words of a source.
    pub(crate) fn keys(&self, source: usize) -> &[WordKey] {
        let (segment, at) = self.places[source];
        let segment = &self.segments[segment];
        &segment.tokens()[segment.tokens_of(at)]
    }

    /// Words of a source with their bytes.
    pub(crate) fn words(&self, source: usize, tokens: Range<usize>) -> Vec<Word> {
        let (segment, at) = self.places[source];
        let end = tokens.end.min(self.keys(source).len());
        let tokens = tokens.start.min(end)..end;
        self.segments[segment].words_of(at, self.sources[source].text(), tokens)
    }

    /// Places where exactly `keys` stand, at most `limit` a segment, by source and place.
    pub(crate) fn exact(&self, keys: &[WordKey], limit: usize) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (segment, live) in self.segments.iter().zip(&self.live) {
            for token in segment.exact(keys, limit) {
                let at = segment.source_of(token);
                let Some(source) = live[at] else { continue };
                let start = token as usize - segment.tokens_of(at).start;
                hits.push(Hit { source, tokens: start..start + keys.len() });
            }
        }
        hits.sort_by_key(|hit| (hit.source, hit.tokens.start));
        hits
    }

    /// The `most` best places for `keys`, best first.
    pub(crate) fn propose(&self, keys: &[WordKey], most: usize) -> Vec<Proposal> {
        let mut proposals = Vec::new();
        for (segment, live) in self.segments.iter().zip(&self.live) {
            for proposal in segment.propose(keys, most) {
                let Some(source) = live[proposal.source] else { continue };
                let index::Proposal { start, votes, .. } = proposal;
                proposals.push(Proposal { source, start, votes });
            }
        }
        proposals.sort_by(|a, b| {
            b.votes.total_cmp(&a.votes).then((a.source, a.start).cmp(&(b.source, b.start)))
        });
        proposals.truncate(most);
        proposals
    }
}

fn index(sources: &[Arc<Source>]) -> Segment {
    Segment::build(sources.par_iter().map(|source| Tokens::of(source.text())).collect())
}
