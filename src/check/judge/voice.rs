//! Whose words a passage is: quoted by the source, told by it, or standing beside its text.

use super::unmarked;
use crate::corpus::{Source, SourceKind};
use crate::reading::attribution::Attribution;
use crate::reading::markup::BlockKind;
use crate::reading::quotations::{
    Quotation, QuotationKind, parted_by_attribution, parted_by_continuation,
};
use crate::text::{TextRange, ceil_boundary};

/// Whose words a passage is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Voice {
    /// The source quotes them.
    #[default]
    Quoted,
    /// A quotation of the source and some of its own words around it.
    Mixed,
    /// The source does not tell and quote; all of it is somebody's words.
    Document,
    /// A reader's comment below the source.
    Comment,
    /// The source says them itself.
    Narration,
    /// A caption, a heading, a note beside the text.
    Margin,
}

/// From this share of the words on, inside quotation marks, a passage counts as quoted.
const QUOTED_SHARE: f32 = 0.75;
/// Up to this share it counts as the source's own words.
const OWN_SHARE: f32 = 0.25;
/// How many bytes before a passage markup that was left in the text is looked for: a line may be the
/// whole of a long document.
const REACH: usize = 4_000;

/// The voice of the passage `range` of which the quotation has the words `matched`.
pub(crate) fn of(source: &Source, range: TextRange, matched: &[TextRange]) -> Voice {
    let block = block_at(source, range.start);
    let share = quoted_share(source, matched);
    if share >= QUOTED_SHARE || block == Some(BlockKind::BlockQuote) || is_embedded(source, range) {
        return Voice::Quoted;
    }
    if block == Some(BlockKind::ReaderComment) {
        return Voice::Comment;
    }
    if utterance_at(source, range).is_some() {
        return Voice::Quoted;
    }
    if source.kind == SourceKind::Speech || source.quotations().is_empty() {
        return Voice::Document;
    }
    match block {
        Some(BlockKind::Caption | BlockKind::Boilerplate | BlockKind::Heading(_)) => Voice::Margin,
        _ if share > OWN_SHARE => Voice::Mixed,
        _ if unmarked::is_speech(source, range) => Voice::Quoted,
        _ => Voice::Narration,
    }
}

fn block_at(source: &Source, offset: usize) -> Option<BlockKind> {
    let blocks = &source.extraction.blocks;
    let at = blocks.partition_point(|block| block.range.end <= offset);
    blocks.get(at).filter(|block| block.range.contains(offset)).map(|block| block.kind)
}

/// Whether the line holds markup of a post or a quotation that was left in the text, and the passage
/// inside it: `<tweet author="moss">We go.</tweet>`.
fn is_embedded(source: &Source, range: TextRange) -> bool {
    const ELEMENTS: &[&str] = &["<tweet", "<blockquote", "<q>", "<q "];
    let text = source.text();
    let from = ceil_boundary(text, range.start.saturating_sub(REACH));
    let before = text.get(from..range.start).unwrap_or_default();
    let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
    let opens = ELEMENTS.iter().filter_map(|name| line.rfind(name)).max();
    opens.is_some_and(|at| line[at..].contains('>') && !line[at..].contains("</"))
}

fn quoted_share(source: &Source, matched: &[TextRange]) -> f32 {
    if matched.is_empty() {
        return 0.0;
    }
    let inside = matched.iter().filter(|word| source.quotation_at(**word).is_some()).count();
    inside as f32 / matched.len() as f32
}

/// The speech of a transcript ("NAME: …") that holds `range`: words with a speaker's label and no
/// quotation marks.
pub(crate) fn utterance_at(source: &Source, range: TextRange) -> Option<&Attribution> {
    let attributions = &source.reading().attributions;
    let end = attributions.partition_point(|one| one.content.start <= range.start);
    attributions[..end].iter().rev().take(6).find(|one| {
        let labelled = one.speaker.as_ref().is_some_and(|speaker| {
            let between = source.text().get(speaker.range.end..one.content.start);
            between
                .is_some_and(|between| between.trim_start_matches([')', '*', ' ']).starts_with(':'))
        });
        one.quotation.is_none() && labelled && one.content.contains_range(range)
    })
}

/// Whether the same speaker goes on in the next paragraph, after nothing but "he said".
fn is_continued(source: &Source, before: &Quotation, after: &Quotation) -> bool {
    let text = source.text();
    if !parted_by_attribution(text, before, after) && !parted_by_continuation(text, before, after) {
        return false;
    }
    let speaker = |quotation: &Quotation| {
        let (number, _) = source.quotation_at(quotation.outer)?;
        source.reading().attribution_of(number)?.speaker.as_ref()?.entity
    };
    speaker(before).is_some_and(|one| speaker(after) == Some(one))
}

/// Whether the source strings two pieces of what one says together with a word of its own: `“a” and
/// “b”`. The word is not the speaker's.
fn is_strung(text: &str, before: &Quotation, after: &Quotation) -> bool {
    const STRINGS: &[&str] = &["and", "but", "or", "because", "that", "who"];
    let gap = text.get(before.outer.end..after.outer.start).unwrap_or_default();
    STRINGS.contains(&gap.trim_start_matches(',').trim())
}

/// What stands between two pieces of one utterance inside `window`: "he said", a paragraph break.
pub(crate) fn interruptions(source: &Source, window: TextRange) -> Vec<TextRange> {
    let quotations = source.quotations();
    let first = quotations.partition_point(|quotation| quotation.outer.end <= window.start);
    let inside: Vec<&Quotation> = quotations[first..]
        .iter()
        .take_while(|quotation| quotation.outer.start < window.end)
        .filter(|quotation| quotation.depth == 0)
        .filter(|quotation| quotation.kind != QuotationKind::Unattributed)
        .collect();
    inside
        .windows(2)
        .filter(|pair| pair[0].range.end <= pair[1].range.start)
        .filter(|pair| {
            pair[0].turn == pair[1].turn
                || is_continued(source, pair[0], pair[1])
                || is_strung(source.text(), pair[0], pair[1])
        })
        .map(|pair| TextRange::new(pair[0].range.end, pair[1].range.start))
        .collect()
}
