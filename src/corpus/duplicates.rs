//! Wire copies: sources that repeat, wholly or mostly, a longer one.
//!
//! Each source is sketched by the smallest hashes of its four-word shingles. Two sketches tell how
//! much of the one text stands in the other; only sources that share such hashes are compared, so
//! the cost grows with the text and not with the square of the number of sources.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::text::WordKey;

/// Words of a shingle.
const SHINGLE: usize = 4;
/// Hashes of a sketch.
const SKETCH: usize = 64;
/// Hundredths of a source that must stand in the longer one.
const MOST: usize = 70;
/// Shared hashes below which nothing is said: short texts are alike by chance.
const FEWEST: usize = 6;
/// Sources that share one hash beyond which it is taken for a boilerplate's.
const CROWD: usize = 64;

/// For each text (the keys of its words), the number of the longer one (of equals, the first) that
/// it repeats, and how many hundredths of it stand there.
pub(crate) fn find(texts: &[&[WordKey]]) -> Vec<Option<(usize, u8)>> {
    let sketches: Vec<Vec<u64>> = texts.par_iter().map(|keys| sketch(keys)).collect();
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|&text| (std::cmp::Reverse(texts[text].len()), text));
    let mut owners: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut found = vec![None; texts.len()];
    for text in order {
        found[text] = best(text, &sketches, &owners);
        if found[text].is_none() {
            for &hash in &sketches[text] {
                owners.entry(hash).or_default().push(text);
            }
        }
    }
    found
}

/// The smallest hashes of the shingles, in order.
fn sketch(keys: &[WordKey]) -> Vec<u64> {
    let mut smallest: Vec<u64> = Vec::with_capacity(SKETCH * 4);
    let mut limit = u64::MAX;
    for shingle in keys.windows(SHINGLE) {
        let hash = hash(shingle);
        if hash < limit {
            smallest.push(hash);
            if smallest.len() == SKETCH * 4 {
                limit = shrink(&mut smallest);
            }
        }
    }
    shrink(&mut smallest);
    smallest
}

/// Keeps the smallest; gives the value from which on nothing more is wanted.
fn shrink(hashes: &mut Vec<u64>) -> u64 {
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(SKETCH);
    if hashes.len() == SKETCH { hashes[SKETCH - 1] } else { u64::MAX }
}

fn hash(shingle: &[WordKey]) -> u64 {
    let mut hash = 0u64;
    for &key in shingle {
        hash = (hash.rotate_left(17) ^ u64::from(key)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        hash ^= hash >> 29;
    }
    hash
}

fn best(
    text: usize,
    sketches: &[Vec<u64>],
    owners: &FxHashMap<u64, Vec<usize>>,
) -> Option<(usize, u8)> {
    let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
    let lists = sketches[text].iter().filter_map(|hash| owners.get(hash));
    for owner in lists.filter(|list| list.len() <= CROWD).flatten() {
        *shared.entry(*owner).or_default() += 1;
    }
    let likely = shared.into_iter().filter(|&(_, count)| count >= FEWEST);
    let judged = likely.filter_map(|(other, _)| {
        let part = share(&sketches[text], &sketches[other])?;
        (usize::from(part) >= MOST).then_some((other, part))
    });
    judged.max_by_key(|&(other, part)| (part, std::cmp::Reverse(other)))
}

/// Hundredths of the first sketch's text that stand in the second's, judged over the hashes that
/// both sketches reach to.
fn share(text: &[u64], other: &[u64]) -> Option<u8> {
    let reach = |sketch: &[u64]| if sketch.len() < SKETCH { u64::MAX } else { sketch[SKETCH - 1] };
    let limit = reach(text).min(reach(other));
    let own = text.iter().filter(|&&hash| hash <= limit);
    let (mut count, mut shared) = (0, 0);
    for hash in own {
        count += 1;
        shared += usize::from(other.binary_search(hash).is_ok());
    }
    (shared >= FEWEST).then(|| u8::try_from(shared * 100 / count).unwrap_or(100))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn keys(text: &str) -> Vec<WordKey> {
        words(text).map(|word| word.key).collect()
    }

    /// Sentences of invented words; `seed` chooses them.
    fn story(seed: u32, sentences: u32) -> String {
        (0..sentences)
            .map(|n| {
                let word = |m: u32| (seed * 7919 + n * 131 + m * 17) % 9973;
                format!(
                    "The w{} of w{} said that w{} was w{} by w{}. ",
                    word(1),
                    word(2),
                    word(3),
                    word(4),
                    word(5)
                )
            })
            .collect()
    }

    #[test]
    fn copies_point_to_the_longest() {
        let story_a = story(1, 40);
        let copy = story_a.replace("said that", "SAID, that").replace("w1 ", "w2 ");
        let shortened = story(1, 30);
        let texts = [
            story(2, 40),
            format!("{story_a} More of it."),
            copy,
            shortened,
            story(3, 12),
            "Too short.".to_owned(),
            String::new(),
        ];
        let keys: Vec<Vec<WordKey>> = texts.iter().map(|text| keys(text)).collect();
        let keys: Vec<&[WordKey]> = keys.iter().map(Vec::as_slice).collect();
        let found = find(&keys);
        let targets: Vec<Option<usize>> =
            found.iter().map(|found| found.map(|(target, _)| target)).collect();
        assert_eq!(targets, [None, None, Some(1), Some(1), None, None, None]);
        assert!(found[3].is_some_and(|(_, part)| part >= 95), "{found:?}");
    }

    #[test]
    fn shared_boilerplate_is_no_copy() {
        let boilerplate = story(9, 4);
        let texts: Vec<Vec<WordKey>> =
            (10..200).map(|seed| keys(&format!("{} {boilerplate}", story(seed, 20)))).collect();
        let texts: Vec<&[WordKey]> = texts.iter().map(Vec::as_slice).collect();
        assert!(find(&texts).iter().all(Option::is_none));
    }

    #[test]
    fn equal_texts_point_to_the_first() {
        let text = keys(&story(4, 10));
        let texts = vec![text.as_slice(); 100];
        let found = find(&texts);
        assert_eq!(found[0], None);
        assert!(found[1..].iter().all(|found| *found == Some((0, 100))));
    }
}
