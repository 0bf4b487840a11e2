//! The ends of a comparison that lie outside the quotation marks of the source.
//!
//! "It is safe. We close it" is aligned with “It is safe,” Moss said. “They …”: what stands beside
//! the source's quotation is told by the source, and where it hardly agrees with the draft it is
//! no part of what the draft quotes.

use super::align::Step;

/// The first and the last step that count as agreement with the source; `turns` has the turn of
/// speech of each step's word. `None` where nothing agrees.
pub(super) fn bounds(steps: &[Step], turns: &[Option<u32>]) -> Option<(usize, usize)> {
    let first = steps.iter().position(is_match)?;
    let last = steps.iter().rposition(is_match)?;
    let core = core(steps, turns)?;
    let begins = turns.iter().position(|turn| *turn == Some(core));
    let ends = turns.iter().rposition(|turn| *turn == Some(core));
    let (Some(begins), Some(ends)) = (begins, ends) else { return Some((first, last)) };
    let foreign = |range: std::ops::Range<usize>| is_foreign(&steps[range.clone()], &turns[range]);
    Some((
        if foreign(0..begins) { begins } else { first },
        if foreign(ends + 1..steps.len()) { ends } else { last },
    ))
}

const fn is_match(step: &Step) -> bool {
    matches!(step, Step::Match(..))
}

/// The turn of speech in which most of the matches lie, where most lie in one.
fn core(steps: &[Step], turns: &[Option<u32>]) -> Option<u32> {
    let mut counts: Vec<(Option<u32>, usize)> = Vec::new();
    for (_, turn) in steps.iter().zip(turns).filter(|(step, _)| is_match(step)) {
        match counts.iter_mut().find(|(known, _)| known == turn) {
            Some((_, count)) => *count += 1,
            None => counts.push((*turn, 1)),
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count)?.0
}

/// Whether an end, `steps` with their `turns`, lies outside all quotation marks and differs from
/// the draft in no less than half of its words.
fn is_foreign(steps: &[Step], turns: &[Option<u32>]) -> bool {
    let matches = steps.iter().filter(|step| is_match(step)).count();
    let edits =
        steps.iter().filter(|step| matches!(step, Step::Change(..) | Step::Extra(_))).count();
    matches > 0 && edits >= matches && turns.iter().all(Option::is_none)
}
