//! The whole phrase of the source where a quotation ends or begins with another word.
//!
//! The ends of an alignment are free: "return to NATO" is aligned with "return to the", and the
//! word that NATO stands for, "Alliance", lies outside. What is shown and put in is the phrase.

use super::align::Step;
use super::edges::sides;

/// Words of the source that may be added at an end.
const MOST_ADDED: usize = 3;

/// An end that differs in more steps is no single phrase.
const LONGEST_RUN: usize = 5;

/// What the words on both sides are like.
pub(super) struct Words<'w> {
    /// Whether the quotation's element bears content.
    pub(super) element_tells: &'w dyn Fn(usize) -> bool,
    /// Whether the source's word cannot end a phrase: "the", "Mr".
    pub(super) word_leads: &'w dyn Fn(usize) -> bool,
    /// Whether the source's word bears content.
    pub(super) word_tells: &'w dyn Fn(usize) -> bool,
    /// Whether the source's word numbered so and the next one stand in one phrase.
    pub(super) joins_next: &'w dyn Fn(usize) -> bool,
    /// The number of the source's words.
    pub(super) count: usize,
}

/// `steps` with the rest of the source's phrase at either end.
pub(super) fn completed(steps: &[Step], words: &Words<'_>) -> Vec<Step> {
    let mut steps = steps.to_vec();
    let last = steps.iter().rev().take_while(|step| step.is_edit()).count();
    let run = steps.len() - last..steps.len();
    if let Some(end) = small_words(&steps[run], words).and_then(|found| found.into_iter().max()) {
        let following =
            (end..words.count.saturating_sub(1)).take_while(|at| (words.joins_next)(*at));
        steps.extend(
            up_to_content(following.map(|at| at + 1), words).into_iter().map(Step::Missing),
        );
    }
    let first = steps.iter().take_while(|step| step.is_edit()).count();
    if let Some(start) =
        small_words(&steps[..first], words).and_then(|found| found.into_iter().min())
    {
        let preceding = (0..start).rev().take_while(|at| (words.joins_next)(*at));
        let added = up_to_content(preceding, words);
        steps.splice(..0, added.into_iter().rev().map(Step::Missing));
    }
    steps
}

/// The source's words of a run in which a word with content stands for small ones alone.
fn small_words(run: &[Step], words: &Words<'_>) -> Option<Vec<usize>> {
    if run.len() > LONGEST_RUN {
        return None;
    }
    let (elements, found) = sides(run);
    let is_small = found.iter().all(|word| !(words.word_tells)(*word));
    let tells = elements.iter().any(|element| (words.element_tells)(*element))
        || found.iter().max().is_some_and(|last| (words.word_leads)(*last));
    (tells && is_small && !elements.is_empty() && !found.is_empty()).then_some(found)
}

/// The words up to the first that bears content; none where that is not near.
fn up_to_content(numbers: impl Iterator<Item = usize>, words: &Words<'_>) -> Vec<usize> {
    let mut added = Vec::new();
    for number in numbers.take(MOST_ADDED) {
        added.push(number);
        if (words.word_tells)(number) {
            return added;
        }
    }
    Vec::new()
}
