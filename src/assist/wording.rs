//! The draft's words against the source's, and how many differ, in words.

use super::card::Piece;
use crate::check::{DiffOp, DiffPart};

/// How a diff reads in a headline: "One word differs", "2 words dropped".
pub(super) fn headline(diff: &[DiffPart]) -> String {
    let words = |text: &str| text.split_whitespace().count();
    let (mut changed, mut dropped, mut added) = (0, 0, 0);
    for part in diff {
        match part.op {
            DiffOp::Equal => {}
            DiffOp::Replace => changed += words(&part.draft).max(words(&part.source)),
            DiffOp::Insert => dropped += words(&part.source),
            DiffOp::Delete => added += words(&part.draft),
        }
    }
    match (changed, dropped, added) {
        (0, 0, 0) => "The wording differs".to_owned(),
        (0, dropped, 0) => format!("{} left out", count(dropped)),
        (0, 0, added) => format!("{} added", count(added)),
        (changed, dropped, added) => {
            let all = changed + dropped + added;
            format!("{} differ{}", count(all), if all == 1 { "s" } else { "" })
        }
    }
}

fn count(words: usize) -> String {
    match words {
        1 => "One word".to_owned(),
        2 => "Two words".to_owned(),
        3 => "Three words".to_owned(),
        _ => format!("{words} words"),
    }
}

/// The diff as pieces of a card, long runs of equal words cut in the middle.
pub(super) fn pieces(diff: &[DiffPart]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, part) in diff.iter().enumerate() {
        let piece = match part.op {
            DiffOp::Equal => Piece::text(cut(&part.draft, at > 0, at + 1 < diff.len())),
            _ => Piece::Changed {
                draft: part.draft.trim().to_owned(),
                source: part.source.trim().to_owned(),
            },
        };
        if needs_space(pieces.last(), &piece) {
            pieces.push(Piece::text(" "));
        }
        pieces.push(piece);
    }
    pieces
}

/// Whether white space is missing between two pieces.
fn needs_space(before: Option<&Piece>, piece: &Piece) -> bool {
    match (before, piece) {
        (None, _) => false,
        (Some(Piece::Text(before)), _) => !before.ends_with(char::is_whitespace),
        (Some(_), Piece::Text(text)) => text.starts_with(char::is_alphanumeric),
        _ => true,
    }
}

/// Words kept next to a change.
const NEAR: usize = 12;

/// `words` without the middle of a long run that nothing differs in.
fn cut(words: &str, change_before: bool, change_after: bool) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let head = if change_before { NEAR } else { 0 };
    let tail = if change_after { NEAR } else { 0 };
    if all.len() <= head + tail + 3 || head + tail == 0 {
        return words.to_owned();
    }
    let (start, end) = (all[..head].join(" "), all[all.len() - tail..].join(" "));
    match (head, tail) {
        (0, _) => format!("… {end}"),
        (_, 0) => format!("{start} …"),
        _ => format!("{start} … {end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn part(op: DiffOp, draft: &str, source: &str) -> DiffPart {
        let range = TextRange::default();
        let (draft, source) = (draft.to_owned(), source.to_owned());
        DiffPart { op, draft, source, draft_range: range, source_range: range }
    }

    #[test]
    fn headlines_count_words() {
        use DiffOp::{Delete, Equal, Insert, Replace};
        for (diff, expected) in [
            (vec![part(Equal, "a", "a"), part(Replace, "rise", "raise")], "One word differs"),
            (vec![part(Insert, "", "not at")], "Two words left out"),
            (vec![part(Delete, "very", "")], "One word added"),
            (vec![part(Delete, "very", ""), part(Replace, "a", "b")], "Two words differ"),
            (vec![part(Replace, "a b c d", "e")], "4 words differ"),
            (vec![], "The wording differs"),
        ] {
            assert_eq!(headline(&diff), expected);
        }
    }

    #[test]
    fn long_runs_are_cut_away_from_the_changes() {
        let words: String = (0..40).map(|n| format!("w{n} ")).collect();
        assert!(cut(&words, false, true).starts_with("… w28"));
        assert!(cut(&words, true, false).ends_with("w11 …"));
        assert_eq!(cut("a b c", true, true), "a b c");
    }
}
