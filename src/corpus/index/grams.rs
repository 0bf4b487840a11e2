//! Places of word sequences, by the hash of the sequence: a directory of buckets over one flat
//! list (a counting sort). Buckets may mix sequences; whoever asks compares the words.

use crate::text::WordKey;

/// Places of all sequences of `N` words.
#[derive(Debug, Default)]
pub(crate) struct Grams {
    shift: u32,
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Grams {
    /// Indexes the sequences of `length` words in `tokens` that lie inside one of the stretches
    /// that end at `bounds`; keeps at most `cap` places a bucket.
    pub(crate) fn build(tokens: &[WordKey], bounds: &[u32], length: usize, cap: u32) -> Self {
        let bits = bucket_bits(tokens.len(), length);
        let shift = 64 - bits;
        // While the list is filled, entry b + 1 is the next free place of bucket b; in the end it
        // is that bucket's end. So no second directory is needed.
        let mut starts = vec![0_u32; (1 << bits) + 2];
        let mut seen = vec![0_u32; if cap == u32::MAX { 0 } else { 1 << bits }];
        for_each_place(tokens, bounds, length, |_, gram| {
            let count = &mut starts[bucket(gram, shift) + 2];
            *count = (*count + 1).min(cap);
        });
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut places = vec![0_u32; starts[starts.len() - 1] as usize];
        for_each_place(tokens, bounds, length, |place, gram| {
            let bucket = bucket(gram, shift);
            if let Some(seen) = seen.get_mut(bucket) {
                *seen += 1;
                if *seen > cap {
                    return;
                }
            }
            let free = &mut starts[bucket + 1];
            places[*free as usize] = place;
            *free += 1;
        });
        starts.pop();
        Self { shift, starts, places }
    }

    /// Places whose sequence may be `gram`, in order.
    pub(crate) fn places(&self, gram: &[WordKey]) -> &[u32] {
        if self.starts.is_empty() {
            return &[];
        }
        let bucket = bucket(gram, self.shift);
        &self.places[self.starts[bucket] as usize..self.starts[bucket + 1] as usize]
    }

    /// Bytes held.
    pub(crate) fn size(&self) -> usize {
        (self.starts.len() + self.places.len()) * size_of::<u32>()
    }
}

fn for_each_place(
    tokens: &[WordKey],
    bounds: &[u32],
    length: usize,
    mut visit: impl FnMut(u32, &[WordKey]),
) {
    let mut start = 0;
    for &end in bounds {
        let stretch = &tokens[start as usize..end as usize];
        for (offset, gram) in (start..).zip(stretch.windows(length)) {
            visit(offset, gram);
        }
        start = end;
    }
}

/// About four places a bucket for sequences; single words repeat, so half of the buckets do.
fn bucket_bits(tokens: usize, length: usize) -> u32 {
    let wanted = if length == 1 { tokens / 8 } else { tokens / 4 };
    wanted.next_power_of_two().trailing_zeros().clamp(8, 26)
}

fn bucket(gram: &[WordKey], shift: u32) -> usize {
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
    let hash = gram
        .iter()
        .fold(0_u64, |hash, &key| (hash ^ u64::from(key)).wrapping_mul(MULTIPLIER).rotate_left(23));
    (hash.wrapping_mul(MULTIPLIER) >> shift) as usize
}
