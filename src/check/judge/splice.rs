//! Quotations that join what stands apart.

use std::ops::Range;

use super::elements::Element;
use super::evidence::speaker_of;
use super::lexicon;
use super::passage::{self, Passage};
use crate::check::judge::Claim;
use crate::corpus::{Corpus, Hit};
use crate::text::{TextRange, WordKey, fold};

/// The fewest words of one part of a splice.
const LEAST_WORDS: usize = 3;
/// The fewest words of all parts.
const LEAST_TOTAL: usize = 7;
/// So many words in a row are no chance.
const LONG_PART: usize = 5;
/// How many places of a part are looked at.
const MOST_HITS: usize = 64;
/// Up to how many words left out, between parts of one utterance, are a dropped phrase.
const DROPPED_IN_UTTERANCE: usize = 40;
/// The same where the parts are not of one utterance.
const DROPPED_ELSEWHERE: usize = 10;

/// What the parts of a quotation come to.
pub(crate) enum Outcome {
    /// Words of one utterance were left out without an ellipsis.
    Dropped(Passage),
    /// Words of one sentence stand in another order.
    Reordered(Passage),
    /// The parts stand apart, in the order of the quotation.
    Spliced(Vec<Passage>),
}

/// Whether the quotation falls into parts each of which stands in a source to the letter.
pub(crate) fn find(corpus: &Corpus, claim: &Claim<'_>, elements: &[Element]) -> Option<Outcome> {
    let (ellipses, words): (Vec<Element>, Vec<Element>) =
        elements.iter().cloned().partition(|one| matches!(one, Element::Ellipsis(_)));
    let elements = &words[..];
    let keys: Vec<WordKey> = elements.iter().map(Element::key).collect::<Option<_>>()?;
    if keys.len() < LEAST_TOTAL {
        return None;
    }
    let factors = factors(corpus, &keys);
    if is_marked(&factors, elements, &ellipses) {
        return None;
    }
    let covered: usize = factors.iter().map(|factor| factor.words.len()).sum();
    let spare = usize::from(keys.len() >= 8);
    let tells = |factor: &Factor| bears_content(claim.text, &elements[factor.words.clone()]);
    if !(2..=3).contains(&factors.len())
        || covered + spare < keys.len()
        || !factors.iter().all(tells)
    {
        return None;
    }
    let hits = choose(corpus, &factors);
    if !hits.iter().any(|hit| is_known_again(corpus, claim, hit)) {
        return None;
    }
    if let Some(tokens) = dropped(corpus, &hits) {
        return dropped_passage(corpus, claim, elements, &factors, hits[0].source, tokens);
    }
    if let Some(tokens) = one_sentence(corpus, &hits) {
        let passage = passage::compare(corpus, claim.text, elements, hits[0].source, tokens);
        return passage.map(Outcome::Reordered);
    }
    let passages = factors.iter().zip(&hits).filter_map(|(factor, hit)| {
        let part = &elements[factor.words.clone()];
        passage::exact(corpus, claim.text, part, hit.source, hit.tokens.clone())
    });
    Some(Outcome::Spliced(passages.collect()))
}

/// Whether an ellipsis stands wherever two parts join; one inside a part is the source’s own.
fn is_marked(factors: &[Factor], elements: &[Element], ellipses: &[Element]) -> bool {
    factors.windows(2).all(|pair| {
        let end = elements[pair[0].words.end - 1].range().end;
        let start = elements[pair[1].words.start].range().start;
        ellipses.iter().any(|one| (end..=start).contains(&one.range().start))
    })
}

/// Whether a part is no phrase that anybody might use: long enough, or of the draft's speaker.
fn is_known_again(corpus: &Corpus, claim: &Claim<'_>, hit: &Hit) -> bool {
    let words = corpus.words(hit.source, hit.tokens.clone());
    let text = corpus.sources()[hit.source].text();
    let telling = words.iter().filter(|word| lexicon::tells(&fold(word.range.of(text)))).count();
    let owner = || {
        let range = words.first()?.range.cover(words.last()?.range);
        let speaker = speaker_of(&corpus.sources()[hit.source], range)?;
        corpus.people().of_entity(hit.source, speaker.entity?)
    };
    (words.len() >= LONG_PART && telling > 1)
        || (words.len() > LONG_PART && telling > 0)
        || claim.speaker.is_some() && owner() == claim.speaker
}

struct Factor {
    words: Range<usize>,
    hits: Vec<Hit>,
}

/// The longest parts, from the left, that stand in a source.
fn factors(corpus: &Corpus, keys: &[WordKey]) -> Vec<Factor> {
    let mut factors = Vec::new();
    let mut at = 0;
    while at + LEAST_WORDS <= keys.len() {
        match longest(corpus, &keys[at..]) {
            Some((length, hits)) => {
                factors.push(Factor { words: at..at + length, hits });
                at += length;
            }
            None => at += 1,
        }
    }
    factors
}

fn longest(corpus: &Corpus, keys: &[WordKey]) -> Option<(usize, Vec<Hit>)> {
    let mut hits = corpus.exact(&keys[..LEAST_WORDS], MOST_HITS);
    for hit in &mut hits {
        let source = &corpus.keys(hit.source)[hit.tokens.start..];
        let length = source.iter().zip(keys).take_while(|(a, b)| a == b).count();
        hit.tokens.end = hit.tokens.start + length;
    }
    let best = hits.iter().map(|hit| hit.tokens.len()).max()?;
    hits.retain(|hit| hit.tokens.len() == best);
    Some((best, hits))
}

fn bears_content(text: &str, elements: &[Element]) -> bool {
    let content = elements
        .iter()
        .filter(|element| !lexicon::is_function_word(&fold(element.range().of(text))))
        .count();
    content >= 1
}

/// One place for each part: the first part's that lets the next follow it nearest, and so on.
fn choose(corpus: &Corpus, factors: &[Factor]) -> Vec<Hit> {
    let mut chosen: Vec<Hit> = Vec::new();
    for pair in factors.windows(2) {
        let first = chosen.last().map_or(&pair[0].hits[..], std::slice::from_ref);
        let best = first
            .iter()
            .flat_map(|a| pair[1].hits.iter().map(move |b| (a, b)))
            .min_by_key(|(a, b)| (distance(a, b), is_unquoted(corpus, a), is_unquoted(corpus, b)));
        let Some((a, b)) = best.map(|(a, b)| (a.clone(), b.clone())) else { continue };
        if chosen.is_empty() {
            chosen.push(a);
        }
        chosen.push(b);
    }
    chosen
}

fn distance(a: &Hit, b: &Hit) -> usize {
    if a.source != b.source {
        usize::MAX
    } else if a.tokens.end <= b.tokens.start {
        b.tokens.start - a.tokens.end
    } else {
        usize::MAX / 2
    }
}

fn is_unquoted(corpus: &Corpus, hit: &Hit) -> bool {
    turn_of(corpus, hit).is_none()
}

fn turn_of(corpus: &Corpus, hit: &Hit) -> Option<u32> {
    let words = corpus.words(hit.source, hit.tokens.clone());
    let range = words.first()?.range.cover(words.last()?.range);
    corpus.sources()[hit.source].quotation_at(range).map(|(_, quotation)| quotation.turn)
}

/// The stretch of words from the first part to the last, where what lies between was dropped
/// rather than passed over.
fn dropped(corpus: &Corpus, hits: &[Hit]) -> Option<Range<usize>> {
    for pair in hits.windows(2) {
        let gap = distance(&pair[0], &pair[1]);
        let turns = (turn_of(corpus, &pair[0]), turn_of(corpus, &pair[1]));
        let most = match turns {
            (Some(a), Some(b)) if a == b => DROPPED_IN_UTTERANCE,
            (Some(_), Some(_)) => 0,
            _ => DROPPED_ELSEWHERE,
        };
        if gap > most {
            return None;
        }
    }
    Some(hits.first()?.tokens.start..hits.last()?.tokens.end)
}

/// The stretch of words that the parts share among them, where it is one sentence that somebody
/// says and little else.
fn one_sentence(corpus: &Corpus, hits: &[Hit]) -> Option<Range<usize>> {
    const MOST_BETWEEN: usize = 3;
    let source = hits.first()?.source;
    let start = hits.iter().map(|hit| hit.tokens.start).min()?;
    let end = hits.iter().map(|hit| hit.tokens.end).max()?;
    let covered: usize = hits.iter().map(|hit| hit.tokens.len()).sum();
    let near = hits.iter().all(|hit| hit.source == source)
        && (covered..=covered + MOST_BETWEEN).contains(&(end - start));
    let words = near.then(|| corpus.words(source, start..end))?;
    let source = &corpus.sources()[source];
    let range = words.first()?.range.cover(words.last()?.range);
    let is_whole = !range.of(source.text()).contains(['.', '!', '?', '\n']);
    (is_whole && source.quotation_at(range).is_some()).then_some(start..end)
}

fn dropped_passage(
    corpus: &Corpus,
    claim: &Claim<'_>,
    elements: &[Element],
    factors: &[Factor],
    source: usize,
    tokens: Range<usize>,
) -> Option<Outcome> {
    let mut with_gaps = Vec::with_capacity(elements.len() + factors.len());
    for factor in factors {
        if let Some(last) = with_gaps.last().map(Element::range) {
            with_gaps.push(Element::Ellipsis(TextRange::empty(last.end)));
        }
        with_gaps.extend_from_slice(&elements[factor.words.clone()]);
    }
    passage::compare_with_drops(corpus, claim.text, &with_gaps, source, tokens)
        .map(Outcome::Dropped)
}
