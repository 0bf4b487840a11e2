//! Where a quotation ends whose closing mark is missing or stands too late.

use crate::reading::cues::{self, Form, Strength};
use crate::text::TextRange;

/// The line under a pull quote has at most so many words.
const LONGEST_CREDIT: usize = 10;

/// Bytes of `content` without the attribution that a faulty mark took in: `"Go home, she said.`
/// without a closing mark ends at its comma.
pub(super) fn before_attribution(text: &str, content: TextRange) -> Option<TextRange> {
    let words = content.of(text);
    let commas = words.match_indices(", ").map(|(at, _)| at);
    let cut = commas.filter(|&at| at > 0).find(|&at| is_attribution(&words[at + 1..]))?;
    Some(TextRange::new(content.start, content.start + cut + 1))
}

/// Whether a text begins with "she said" or "said Ada", and with a pause after.
fn is_attribution(rest: &str) -> bool {
    let mut words = rest.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let bare = |word: &str| word.trim_end_matches([',', '.', ':']).to_lowercase();
    let says = |word: &str| {
        cues::verb(&bare(word))
            .is_some_and(|verb| verb.strength == Strength::Saying && verb.form == Form::Past)
    };
    let is_pronoun = matches!(first, "he" | "she" | "they");
    let pauses = second.ends_with([',', '.', ':']);
    says(first) && second.starts_with(char::is_uppercase) || is_pronoun && says(second) && pauses
}

/// Bytes of `content` without the credit that stands inside the marks of a pull quote, on a line
/// of its own: a name, and perhaps an office.
pub(super) fn before_credit(text: &str, content: TextRange) -> Option<TextRange> {
    let words = content.of(text);
    let (speech, credit) = words.rsplit_once('\n')?;
    let speech = speech.trim_end();
    let ends = speech.ends_with(['.', '!', '?', '…', '”', '"']);
    (ends && is_credit(credit)).then(|| TextRange::new(content.start, content.start + speech.len()))
}

/// Whether a line holds a name and perhaps an office, and nothing that is said.
pub(super) fn is_credit(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_upper = |word: &&&str| word.starts_with(char::is_uppercase);
    let capitals = words.iter().filter(is_upper).count();
    let is_clean = !line.contains(['?', '!', ';', '“', '"']);
    (2..=LONGEST_CREDIT).contains(&words.len())
        && is_clean
        && words[..2].iter().filter(is_upper).count() == 2
        && capitals * 2 >= words.len()
        && words.iter().all(|word| cues::verb(&word.to_lowercase()).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> TextRange {
        TextRange::new(0, text.len())
    }

    #[test]
    fn attribution_is_cut_off() {
        for (text, speech) in [
            ("We will go, he added, ", Some("We will go,")),
            ("We go, and soon, said Mara Lind, whose barge sank.", Some("We go, and soon,")),
            ("We go, he said we could, and we went.", None),
            ("We go, and then home.", None),
        ] {
            let found = before_attribution(text, whole(text)).map(|range| range.of(text));
            assert_eq!(found, speech, "{text}");
        }
    }

    #[test]
    fn credits_are_cut_off() {
        for (text, speech) in [
            ("Nobody asked us.\nMara Lind, Harbour Board.", Some("Nobody asked us.")),
            ("Nobody asked\nMara Lind.", None),
            ("Nobody asked us.\nWe went home.", None),
        ] {
            let found = before_credit(text, whole(text)).map(|range| range.of(text));
            assert_eq!(found, speech, "{text}");
        }
    }
}
