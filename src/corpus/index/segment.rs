//! One immutable part of the index: the words of some sources, one after another.

use super::grams::Grams;
use crate::text::{Word, WordKey, words, words_from};

/// Every how many words a byte offset is kept; between two, the text is read again.
const CHECKPOINT: usize = 32;
/// How many places of a single word are kept.
const SINGLES_CAP: u32 = 32;

/// The words of one source, before they are indexed.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    keys: Vec<WordKey>,
    checkpoints: Vec<u32>,
}

impl Tokens {
    /// The words of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let mut tokens = Self::default();
        tokens.keys.reserve(text.len() / 6);
        for (number, word) in words(text).enumerate() {
            if number % CHECKPOINT == 0 {
                // Sources are limited to far less than 4 GiB when they are loaded.
                tokens.checkpoints.push(u32::try_from(word.range.start).unwrap_or(u32::MAX));
            }
            tokens.keys.push(word.key);
        }
        tokens
    }
}

/// The indexed words of several sources.
#[derive(Debug, Default)]
pub(crate) struct Segment {
    tokens: Vec<WordKey>,
    /// First token after each source.
    ends: Vec<u32>,
    /// Byte offsets in each source, and where each source's list begins.
    checkpoints: Vec<u32>,
    checkpoint_starts: Vec<u32>,
    pub(super) trigrams: Grams,
    pub(super) bigrams: Grams,
    pub(super) singles: Grams,
}

impl Segment {
    /// Indexes sources; a source's number in the segment is its place in `parts`.
    pub(crate) fn build(parts: Vec<Tokens>) -> Self {
        let mut segment = Self::default();
        segment.tokens.reserve(parts.iter().map(|part| part.keys.len()).sum());
        for part in parts {
            segment.checkpoint_starts.push(segment.checkpoints.len() as u32);
            segment.tokens.extend_from_slice(&part.keys);
            segment.checkpoints.extend_from_slice(&part.checkpoints);
            segment.ends.push(segment.tokens.len() as u32);
        }
        segment.index();
        segment
    }

    fn index(&mut self) {
        let (tokens, ends) = (&self.tokens, &self.ends);
        let build = |length, cap| Grams::build(tokens, ends, length, cap);
        let (trigrams, (bigrams, singles)) =
            rayon::join(|| build(3, u32::MAX), || (build(2, u32::MAX), build(1, SINGLES_CAP)));
        self.trigrams = trigrams;
        self.bigrams = bigrams;
        self.singles = singles;
    }

    /// Number of sources.
    pub(crate) fn source_count(&self) -> usize {
        self.ends.len()
    }

    /// Number of words.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// All words, sources one after another.
    pub(crate) fn tokens(&self) -> &[WordKey] {
        &self.tokens
    }

    /// The source (of this segment) that holds `token`.
    pub(crate) fn source_of(&self, token: u32) -> usize {
        self.ends.partition_point(|&end| end <= token)
    }

    /// The tokens of a source, as numbers in this segment.
    pub(crate) fn tokens_of(&self, source: usize) -> std::ops::Range<usize> {
        let start = if source == 0 { 0 } else { self.ends[source - 1] as usize };
        start..self.ends[source] as usize
    }

    /// The words of `range` (tokens numbered within `source`), read again from the source's text.
    pub(crate) fn words_of(
        &self,
        source: usize,
        text: &str,
        range: std::ops::Range<usize>,
    ) -> Vec<Word> {
        let first = self.checkpoint_starts[source] as usize + range.start / CHECKPOINT;
        let Some(&offset) = self.checkpoints.get(first) else { return Vec::new() };
        let offset = offset as usize;
        words_from(text, offset).skip(range.start % CHECKPOINT).take(range.len()).collect()
    }

    /// Bytes held, the sources' texts not counted.
    pub(crate) fn size(&self) -> usize {
        let lists = self.tokens.len() + self.ends.len() + self.checkpoints.len();
        lists * size_of::<u32>() + self.trigrams.size() + self.bigrams.size() + self.singles.size()
    }

    /// Places where exactly the words `keys` stand, at most `limit`, in order.
    pub(crate) fn exact(&self, keys: &[WordKey], limit: usize) -> Vec<u32> {
        let (offset, places) = self.rarest(keys);
        let mut found = Vec::new();
        for &place in places {
            let Some(start) = (place as usize).checked_sub(offset) else { continue };
            let inside = self.tokens.get(start..start + keys.len()) == Some(keys)
                && self.source_of(start as u32) == self.source_of((start + keys.len() - 1) as u32);
            if inside {
                found.push(start as u32);
                if found.len() == limit {
                    break;
                }
            }
        }
        found
    }

    /// The places of the rarest sequence in `keys`, with its offset in `keys`.
    fn rarest(&self, keys: &[WordKey]) -> (usize, &[u32]) {
        let (grams, length) = match keys.len() {
            0 => return (0, &[]),
            1 => (&self.singles, 1),
            2 => (&self.bigrams, 2),
            _ => (&self.trigrams, 3),
        };
        keys.windows(length)
            .map(|gram| grams.places(gram))
            .enumerate()
            .min_by_key(|(_, places)| places.len())
            .unwrap_or((0, &[]))
    }
}
