//! What a quotation does in its sentence: speech, a part of a sentence, or a mere term.
//!
//! Most words in quotation marks are somebody's. A title, a term or a scare quote is told by its
//! own shape and by the words around it; each sign has a weight, and the sum decides.

use super::scene::{self, Scene};
use super::signs;
use super::{Marks, Quotation, QuotationKind};
use crate::reading::cues::{self, Strength};
use crate::text::TextRange;

/// Tells the kind of every quotation.
pub(super) fn tell(text: &str, sentences: &[TextRange], quotations: &mut [Quotation]) {
    let singles_are_main = singles_are_main(quotations);
    let kinds: Vec<QuotationKind> = (0..quotations.len())
        .map(|number| kind(text, sentences, quotations, number, singles_are_main))
        .collect();
    for (quotation, kind) in quotations.iter_mut().zip(kinds) {
        quotation.kind = kind;
    }
}

fn kind(
    text: &str,
    sentences: &[TextRange],
    quotations: &[Quotation],
    number: usize,
    singles_are_main: bool,
) -> QuotationKind {
    let quotation = &quotations[number];
    match quotation.marks {
        Marks::Block => return QuotationKind::Block,
        _ if quotation.depth > 0 => return QuotationKind::Unattributed,
        Marks::Dash => return QuotationKind::Dash,
        // `''…''` is speech in old newswires and italics in wikis: what cannot be told is not
        // called speech.
        Marks::Latex if quotation.outer.of(text).starts_with("''") => {
            return QuotationKind::Unattributed;
        }
        _ => {}
    }
    let scene = scene::of(text, sentences, quotations, number);
    let content = quotation.range.of(text);
    let single = matches!(quotation.marks, Marks::CurlySingle | Marks::StraightSingle);
    if single && !singles_are_main && !is_spoken(content, &scene) {
        return QuotationKind::Unattributed;
    }
    if signs::weigh(content, &scene) < 0.0 {
        return QuotationKind::Unattributed;
    }
    if is_whole(content, &scene) { QuotationKind::Direct } else { QuotationKind::Mixed }
}

/// Whether speech and its cue stand side by side: `'We go,' she said`. Cues of headlines, which
/// have capitals, do not count.
fn is_spoken(content: &str, scene: &Scene) -> bool {
    let words = content.split_whitespace().count();
    let pauses = content.ends_with([',', '?', '!']);
    words > 2
        && pauses
        && scene.after.iter().take(3).any(|word| {
            let word = word.trim_end_matches(['.', ',', ':']);
            cues::verb(word).is_some_and(|verb| verb.strength == Strength::Saying)
        })
}

/// Whether single marks are this text's ordinary marks, as in British books and papers; where
/// double ones are, single ones stand in headlines and around terms.
fn singles_are_main(quotations: &[Quotation]) -> bool {
    let outer = || quotations.iter().filter(|quotation| quotation.depth == 0);
    let is_single = |q: &&Quotation| matches!(q.marks, Marks::CurlySingle | Marks::StraightSingle);
    let singles = outer().filter(is_single).count();
    singles * 2 > outer().count()
}

/// Whether a quotation is an utterance of its own rather than a part of the writer's sentence.
fn is_whole(content: &str, scene: &Scene) -> bool {
    let left = scene.left.trim_end();
    let begins = left.is_empty()
        || left.ends_with([',', ':', '.', '!', '?', '—', '–', '-', ')', ';', '…', '”', '"']);
    let right = scene.right.trim_start();
    let ends = content.ends_with([',', '.', '!', '?', '…', '—', '–', '-'])
        || right.is_empty()
        || right.starts_with([',', '.', '—', '–', '!', '?']);
    begins && ends
}
