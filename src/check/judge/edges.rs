//! A quotation's first and last words where the source spells them with fewer words.
//!
//! The ends of an alignment are free, so that "do not" at a quotation's beginning is aligned with
//! two words of the source, "we don't", of which only the last one is meant.

use super::align::Step;

/// No two spellings of the same words differ in more steps.
const LONGEST_RUN: usize = 6;

/// `steps` with the source's words at either end left out that stand only for a word which the
/// next one holds already; `is_same` tells whether elements and words are the same words.
pub(super) fn respelled(
    mut steps: Vec<Step>,
    is_same: impl Fn(&[usize], &[usize]) -> bool,
) -> Vec<Step> {
    let first = steps.iter().take_while(|step| step.is_edit()).count();
    if let Some(run) = narrowed(&steps[..first], &is_same, |words| &words[1..]) {
        steps.splice(..first, run);
    }
    let last = steps.iter().rev().take_while(|step| step.is_edit()).count();
    let start = steps.len() - last;
    if let Some(run) = narrowed(&steps[start..], &is_same, |words| &words[..words.len() - 1]) {
        steps.splice(start.., run);
    }
    steps
}

fn narrowed(
    run: &[Step],
    is_same: &impl Fn(&[usize], &[usize]) -> bool,
    shorter: impl Fn(&[usize]) -> &[usize],
) -> Option<Vec<Step>> {
    if run.len() > LONGEST_RUN {
        return None;
    }
    let (elements, words) = sides(run);
    if elements.len() < 2 || words.len() < 2 || is_same(&elements, &words) {
        return None;
    }
    let words = shorter(&words);
    is_same(&elements, words).then(|| {
        let paired =
            elements.iter().zip(words).map(|(&element, &word)| Step::Change(element, word));
        let extra = elements.iter().skip(words.len()).map(|&element| Step::Extra(element));
        let missing = words.iter().skip(elements.len()).map(|&word| Step::Missing(word));
        paired.chain(extra).chain(missing).collect()
    })
}

/// The elements and the words of a run of steps.
pub(super) fn sides(steps: &[Step]) -> (Vec<usize>, Vec<usize>) {
    let (mut elements, mut words) = (Vec::new(), Vec::new());
    for step in steps {
        match *step {
            Step::Match(number, at) | Step::Change(number, at) => {
                elements.push(number);
                words.push(at);
            }
            Step::Extra(number) | Step::Enter(number) => elements.push(number),
            Step::Missing(at) | Step::Skipped(at) | Step::Swallowed(_, at) => words.push(at),
        }
    }
    (elements, words)
}
