//! The vote: which places of a segment hold most of a quotation's word sequences, in order.

use super::grams::Grams;
use super::segment::Segment;
use crate::text::WordKey;

/// How many places of each kind of sequence may vote; the rarest sequences go first.
const BUDGETS: [usize; 3] = [768, 1536, 384];
/// How far the diagonals of one passage may lie apart: words dropped or added in between.
const SPREAD: i64 = 12;

/// A place where a sequence of words may stand, changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Proposal {
    /// The source's number in its segment.
    pub(crate) source: usize,
    /// The token (in the source; may be negative) at which the sequence would begin.
    pub(crate) start: i64,
    /// Weight of the sequences found there.
    pub(crate) votes: f32,
}

#[derive(Clone, Copy)]
struct Vote {
    diagonal: i64,
    offset: u32,
    place: u32,
    weight: f32,
}

impl Segment {
    /// The `most` best places for `keys`, best first.
    pub(crate) fn propose(&self, keys: &[WordKey], most: usize) -> Vec<Proposal> {
        let mut votes = Vec::new();
        self.collect(&self.trigrams, keys, 3, BUDGETS[0], &mut votes);
        let mut proposals = self.count(&mut votes, most);
        // A passage of which half the three-word sequences are left needs no second look.
        let enough = keys.len().saturating_sub(2) as f32 * self.weight(1, 3) * 0.5;
        if proposals.first().is_none_or(|best| best.votes < enough) {
            self.collect(&self.bigrams, keys, 2, BUDGETS[1], &mut votes);
            self.collect(&self.singles, keys, 1, BUDGETS[2], &mut votes);
            proposals = self.count(&mut votes, most);
        }
        proposals
    }

    fn collect(
        &self,
        grams: &Grams,
        keys: &[WordKey],
        length: usize,
        budget: usize,
        votes: &mut Vec<Vote>,
    ) {
        let mut lists: Vec<(usize, &[u32])> =
            keys.windows(length).map(|gram| grams.places(gram)).enumerate().collect();
        lists.retain(|(_, places)| !places.is_empty());
        lists.sort_by_key(|(_, places)| places.len());
        let mut left = budget;
        for (offset, places) in lists {
            if places.len() > left {
                break;
            }
            left -= places.len();
            let weight = self.weight(places.len(), length);
            for &place in places {
                if self.tokens()[place as usize..].starts_with(&keys[offset..offset + length]) {
                    let diagonal = i64::from(place) - offset as i64;
                    votes.push(Vote { diagonal, offset: offset as u32, place, weight });
                }
            }
        }
    }

    /// A sequence's weight: the rarer and the longer, the more it tells.
    fn weight(&self, places: usize, length: usize) -> f32 {
        let rarity = (1.0 + self.len() as f32 / places as f32).ln();
        rarity * length as f32
    }

    fn count(&self, votes: &mut [Vote], most: usize) -> Vec<Proposal> {
        votes.sort_unstable_by_key(|vote| (vote.diagonal, vote.offset));
        let mut proposals: Vec<Proposal> = Vec::new();
        let mut at = 0;
        while at < votes.len() {
            let source = self.source_of(votes[at].place);
            let end = at + self.same_passage(&votes[at..], source);
            proposals.push(self.proposal(&votes[at..end], source));
            at = end;
        }
        proposals.sort_by(|a, b| b.votes.total_cmp(&a.votes).then(a.start.cmp(&b.start)));
        proposals.truncate(most);
        proposals
    }

    /// How many of `votes` (sorted) speak for the passage of the first.
    fn same_passage(&self, votes: &[Vote], source: usize) -> usize {
        let tokens = self.tokens_of(source);
        let mut last = votes[0].diagonal;
        votes
            .iter()
            .take_while(|vote| {
                let near =
                    vote.diagonal - last <= SPREAD && tokens.contains(&(vote.place as usize));
                last = vote.diagonal;
                near
            })
            .count()
            .max(1)
    }

    fn proposal(&self, votes: &[Vote], source: usize) -> Proposal {
        // A sequence that stands there twice speaks once; the median diagonal is the passage's.
        let mut offsets: Vec<(u32, f32)> =
            votes.iter().map(|vote| (vote.offset, vote.weight)).collect();
        offsets.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        offsets.dedup_by_key(|(offset, _)| *offset);
        let start = votes[votes.len() / 2].diagonal - self.tokens_of(source).start as i64;
        Proposal { source, start, votes: offsets.iter().map(|(_, weight)| weight).sum() }
    }
}
