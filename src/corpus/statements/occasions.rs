//! Occasions: all that one person says on one day by one source, sentence for sentence. A draft sums
//! them up where it tells of the day, and who was told.

use super::features_of;
use super::namer::Namer;
use super::profile::Profile;
use super::{Feature, Heard, Listener};
use crate::corpus::Source;
use crate::corpus::chronicle::{Saying, sayings};
use crate::corpus::people::PersonId;
use crate::reading::dates::DateMention;
use crate::text::TextRange;

/// What somebody said on a day, by one source.
#[derive(Debug)]
pub(crate) struct Occasion {
    /// The number of the source.
    pub(crate) source: usize,
    /// The number of the day among the source's dates.
    date: usize,
    /// The sentences that tell of it, in order, in bytes of the extracted text.
    pub(crate) sentences: Vec<TextRange>,
    /// Their features, sorted.
    features: Vec<Feature>,
    /// Who was told, as far as the sentences say.
    listeners: Vec<Listener>,
}

impl Occasion {
    /// Whether its words have `feature`.
    pub(crate) fn has(&self, feature: Feature) -> bool {
        self.features.binary_search(&feature).is_ok()
    }

    /// Its day; `source` is the source that tells of it.
    pub(crate) fn date<'a>(&self, source: &'a Source) -> Option<&'a DateMention> {
        source.reading().dates.get(self.date)
    }

    /// How those who were told go with `listener`: the same one where one of them is.
    pub(crate) fn heard_by(&self, listener: &Listener) -> Option<Heard> {
        let heard = || self.listeners.iter().filter_map(|one| listener.beside(one));
        heard().find(|one| *one != Heard::Another).or_else(|| heard().next())
    }

    /// Whether one of its sentences overlaps `range` of its source.
    pub(crate) fn tells(&self, range: TextRange) -> bool {
        self.sentences.iter().any(|sentence| sentence.overlaps(range))
    }
}

/// The occasions of which a source tells, each with its speaker. `ranges` are the sentences that
/// have `profiles`, in order.
pub(super) fn read(
    number: usize,
    source: &Source,
    namer: &Namer<'_>,
    ranges: &[TextRange],
    profiles: &[Profile],
) -> Vec<(PersonId, Occasion)> {
    let reading = source.reading();
    let mut found: Vec<(PersonId, usize, Vec<usize>)> = Vec::new();
    for saying in sayings(reading, source.text()) {
        let speaker = saying.attribution.speaker.as_ref().and_then(|speaker| speaker.entity);
        let Some(speaker) = speaker.and_then(|entity| namer.person(entity)) else { continue };
        let date = reading.dates.partition_point(|one| one.range.start < saying.date.range.start);
        let sentences = sentences_of(&saying, ranges);
        match found.iter_mut().rev().find(|one| (one.0, one.1) == (speaker, date)) {
            Some((_, _, known)) => known.extend(sentences),
            None => found.push((speaker, date, sentences)),
        }
    }
    let whole = |(speaker, date, mut numbers): (PersonId, usize, Vec<usize>)| {
        numbers.sort_unstable();
        numbers.dedup();
        let sentences: Vec<TextRange> = numbers.iter().map(|&at| ranges[at]).collect();
        let told: Vec<Profile> = numbers.iter().map(|&at| profiles[at].clone()).collect();
        let listeners = sentences.iter().filter_map(|one| Listener::read(source.text(), *one));
        let listeners = listeners.collect();
        let features = features_of(&told);
        (speaker, Occasion { source: number, date, sentences, features, listeners })
    };
    found.into_iter().map(whole).collect()
}

/// The numbers of the sentences in which something is said, attributed and dated.
fn sentences_of(saying: &Saying<'_>, ranges: &[TextRange]) -> Vec<usize> {
    let attribution = saying.attribution;
    let parts = [Some(attribution.content), attribution.cue, Some(saying.date.range)];
    let overlapping = |part: TextRange| {
        let first = ranges.partition_point(|range| range.end <= part.start);
        let count = ranges[first..].partition_point(|range| range.start < part.end);
        first..first + count
    };
    parts.into_iter().flatten().flat_map(overlapping).collect()
}
