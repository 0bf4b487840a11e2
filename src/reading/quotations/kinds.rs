//! What a quotation does in its sentence: speech, a part of a sentence, or a mere term.
//!
//! Most words in quotation marks are somebody's. A title, a term or a scare quote is told by its
//! own shape and by the words around it; each sign has a weight, and the sum decides.

use rustc_hash::FxHashMap;

use super::scene::{self, Scene};
use super::signs;
use super::turns::without_inner_marks;
use super::{Marks, Quotation, QuotationKind};
use crate::reading::cues::{self, Strength};
use crate::text::TextRange;

/// A term has fewer words than this.
const LONGEST_TERM: usize = 4;

/// Tells the kind of every quotation.
pub(super) fn tell(text: &str, sentences: &[TextRange], quotations: &mut [Quotation]) {
    let singles_are_main = singles_are_main(quotations);
    let terms = Terms::of(text, quotations);
    let kinds: Vec<QuotationKind> = (0..quotations.len())
        .map(|number| {
            let scene = scene::of(text, sentences, quotations, number);
            let is_repeated = terms.is_repeated(quotations[number].range.of(text));
            kind(text, &quotations[number], &Scene { is_repeated, ..scene }, singles_are_main)
        })
        .collect();
    for (quotation, kind) in quotations.iter_mut().zip(kinds) {
        quotation.kind = kind;
    }
}

/// How often the text quotes the same few words.
struct Terms(FxHashMap<String, usize>);

impl Terms {
    fn of(text: &str, quotations: &[Quotation]) -> Self {
        let mut counts = FxHashMap::default();
        for quotation in quotations {
            if let Some(term) = Self::term(quotation.range.of(text)) {
                *counts.entry(term).or_default() += 1;
            }
        }
        Self(counts)
    }

    fn is_repeated(&self, content: &str) -> bool {
        Self::term(content).and_then(|term| self.0.get(&term)).is_some_and(|&count| count > 1)
    }

    fn term(content: &str) -> Option<String> {
        (content.split_whitespace().count() < LONGEST_TERM)
            .then(|| content.trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
    }
}

fn kind(text: &str, quotation: &Quotation, scene: &Scene, singles_are_main: bool) -> QuotationKind {
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
    let content = quotation.range.of(text);
    let single = matches!(quotation.marks, Marks::CurlySingle | Marks::StraightSingle);
    if single && !singles_are_main && !is_spoken(content, scene) {
        return QuotationKind::Unattributed;
    }
    if signs::weigh(content, scene) < 0.0 {
        return QuotationKind::Unattributed;
    }
    if is_whole(content, scene) { QuotationKind::Direct } else { QuotationKind::Mixed }
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
    let ends = without_inner_marks(content).ends_with([',', '.', '!', '?', '…', '—', '–', '-'])
        || right.is_empty()
        || right.starts_with([',', '.', '—', '–', '!', '?']);
    begins && ends
}
