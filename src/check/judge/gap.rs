//! The words that an ellipsis stands for: may they be left out?
//!
//! An ellipsis may leave out a clause that is itself negated; it may not leave out the negation of
//! what it keeps. Told by where the negation stands: close before the words that are kept, or in a
//! parenthesis that interrupts them ("we will not, whatever comes, raise it").

use super::lexicon::is_negation;
use crate::text::{TextRange, fold};

/// How many words may stand between a negation and what it negates.
const REACH: usize = 2;
/// Up to how many words a gap is too short to hold a clause of its own.
const SHORT_GAP: usize = 4;

/// The negation that the gap `words` (in order, bytes of `text`) takes from the words kept.
pub(crate) fn swallowed_negation(text: &str, words: &[TextRange]) -> Option<TextRange> {
    let at = words.iter().rposition(|word| is_negation(&fold(word.of(text))))?;
    let (negation, last) = (words[at], words[words.len() - 1]);
    let after = words.len() - 1 - at;
    // The text from the negation to the end of the gap decides whether its clause ends there.
    let rest = &text[negation.end..last.end];
    let following = text[last.end..].chars().find(|character| !character.is_whitespace());
    let closes = rest.contains(['.', '!', '?', ';', ':', '”', '"'])
        || following.is_some_and(|character| ".!?;:".contains(character));
    if closes || is_between_dashes(text, words[0], last) || is_bracketed(text, words[0], last) {
        return None;
    }
    let commas = rest.matches(',').count() + usize::from(following == Some(','));
    let reaches = after <= REACH || words.len() <= SHORT_GAP;
    let parenthesis = commas >= 2 && rest.trim_start().starts_with(',');
    ((reaches && commas == 0) || parenthesis).then_some(negation)
}

/// Whether the gap is all of what stands between two dashes: an interruption, which the words kept
/// do without.
fn is_between_dashes(text: &str, first: TextRange, last: TextRange) -> bool {
    let is_dash = |character: char| matches!(character, '—' | '–' | '-' | '―');
    let spared = |character: char| character.is_whitespace();
    text[..first.start].trim_end_matches(spared).ends_with(is_dash)
        && text[last.end..].trim_start_matches(spared).starts_with(is_dash)
}

/// Whether the gap is all of what stands in round brackets.
fn is_bracketed(text: &str, first: TextRange, last: TextRange) -> bool {
    text[..first.start].trim_end().ends_with('(') && text[last.end..].trim_start().starts_with(')')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    #[test]
    fn negations_of_what_is_kept_may_not_be_left_out() {
        for (before, gap, after, swallowed) in [
            ("We will", "not", "raise the tax", true),
            ("We will", "not ever", "raise the tax", true),
            ("We will", "not, whatever comes,", "raise the tax", true),
            ("There is", "no clear", "plan", true),
            ("The tax", "that nobody in the town wanted", "is law", false),
            ("I", "do not agree with them, but I", "like it", false),
            ("We went home", "and did not see anything.", "Then we left", false),
            ("We have", "often and gladly", "met", false),
            ("The vote —", "you did not see it", "— was close", false),
            ("We will", "not — whatever comes —", "raise the tax", true),
            ("The states (", "and not the courts", ") decide", false),
        ] {
            let text = format!("{before} {gap} {after}");
            let ranges: Vec<TextRange> =
                words(gap).map(|word| word.range.shifted(before.len() + 1)).collect();
            assert_eq!(swallowed_negation(&text, &ranges).is_some(), swallowed, "{text}");
        }
    }
}
