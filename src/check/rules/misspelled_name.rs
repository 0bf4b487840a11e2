//! `misspelled-name`: a name one or two letters off a name the sources know.

use rustc_hash::FxHashSet;

use super::RuleInfo;
use crate::check::desk::Desk;
use crate::check::{Applicability, Edit, Evidence, Finding, Fix, Severity};
use crate::corpus::people::{Before, Beside, NearMiss, NearPhrase, PersonId};
use crate::reading::names::{NameKind, NameMention, fold_name, is_honorific};
use crate::text::TextRange;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "misspelled-name",
    summary: "a name one or two letters off a name the sources know",
    severity: Severity::Warning,
    needs_sources: true,
    page: "\
# misspelled-name

A name in the draft is one or two letters off a name that the sources have, and no source writes it
the draft’s way.

**Why.** People forgive much, but not their name misspelled.

**Example.** The sources have “Moss”, “Ada Moss”, “Mayor Moss”; the draft has “Ada Mosss”.

Also reported: a person’s name with another given name, initial or surname, where the office or role
beside it is that of one person in the sources (“Mike Holt, the port’s safety director” for “Mark
Holt”), and an acronym with two letters swapped (“NTAO”).

Names that come near none of the sources’ are never reported, nor two that the draft itself sets side
by side (“Moss, not Mosse”). Accents, the ways in which a name is transliterated, and
spellings that any of the sources uses are left alone unless the sources agree on another.

**To mend.** Take the sources’ spelling, or add yours under `[names]` in `copydesk.toml`.

**To silence.** `<!-- copydesk: ignore misspelled-name -->` on the same line, or alone on a line before
the paragraph; for a whole project `misspelled-name = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

pub(super) fn on_draft(desk: &Desk<'_>, severity: Severity) -> Vec<Finding> {
    let mut found = phrases(desk);
    let taken: Vec<TextRange> = found.iter().map(|miss| miss.range).collect();
    let names = mentions(desk).into_iter();
    found.extend(names.filter(|miss| !taken.iter().any(|range| range.overlaps(miss.range))));
    let sure = found
        .iter()
        .filter(|missed| !is_matter_of_taste(desk, &missed.miss) && !is_told_apart(desk, missed));
    sure.filter_map(|miss| finding(desk, miss, severity)).collect()
}

/// Two ways to transliterate a name are both right unless the sources agree on one, or the draft
/// has the sources' too.
fn is_matter_of_taste(desk: &Desk<'_>, miss: &NearMiss) -> bool {
    const AGREED: usize = 2;
    let text = &desk.draft.extraction.text;
    miss.transliteration && miss.sources < AGREED && !has_words(text, &miss.spelling)
}

fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, found)| {
        let inside = |c: char| c.is_alphanumeric();
        !text[..at].ends_with(inside) && !text[at + found.len()..].starts_with(inside)
    })
}

/// "Ada Moss, or Ada Mossa": who writes both side by side knows that they are two.
fn is_told_apart(desk: &Desk<'_>, missed: &Missed) -> bool {
    const FAR: usize = 40;
    const BETWEEN: &[&str] = &[" or ", " and ", " not ", "(", "/", " spel", "called", "known as"];
    let text = &desk.draft.extraction.text;
    let sentence = sentence_of(desk, missed.range);
    let (before, after) =
        (&text[sentence.start..missed.range.start], &text[missed.range.end..sentence.end]);
    let right = missed.miss.spelling.as_str();
    let beside =
        |between: &str| between.len() <= FAR && BETWEEN.iter().any(|word| between.contains(word));
    before.rfind(right).is_some_and(|at| beside(&before[at + right.len()..]))
        || after.find(right).is_some_and(|at| beside(&after[..at]))
}

/// The sentence that holds the `range` of the draft's extracted text, or the range alone.
fn sentence_of(desk: &Desk<'_>, range: TextRange) -> TextRange {
    desk.draft.reading.sentence_around(range).unwrap_or(range)
}

/// A name in the draft's extracted text that is a letter or two off one of the sources.
struct Missed {
    range: TextRange,
    miss: NearMiss,
}

/// Bodies and places of several words.
fn phrases(desk: &Desk<'_>) -> Vec<Missed> {
    let found = desk.corpus.people().near_phrases(&desk.draft.extraction.text);
    found.into_iter().map(|NearPhrase { range, miss }| Missed { range, miss }).collect()
}

/// What the draft's reading takes for names.
fn mentions(desk: &Desk<'_>) -> Vec<Missed> {
    let names = &desk.draft.reading.names;
    let people = desk.corpus.people();
    let before = before_entities(desk);
    let misses: Vec<Option<NearMiss>> = names
        .entities
        .iter()
        .zip(&before)
        .map(|(entity, before)| {
            let words: Vec<&str> = entity.name.split(' ').collect();
            let miss = people.near_miss_after(&words, *before)?;
            // "Cyrus" is not "Cyprus".
            let other =
                entity.kind == NameKind::Person && people.get(miss.person).kind == NameKind::Place;
            (!other).then_some(miss)
        })
        .collect();
    let missed = |mention: &NameMention| {
        let number = mention.entity;
        let miss = mentioned(desk, mention, before[number], misses[number].as_ref()?)?;
        Some(Missed { range: mention.range, miss })
    };
    let mut found: Vec<Missed> = names.mentions.iter().filter_map(missed).collect();
    found.extend(confirmed(desk, &misses));
    found.extend(acronyms(desk));
    found
}

/// "NTAO" for "NATO"; a draft that explains an acronym means another body.
fn acronyms(desk: &Desk<'_>) -> Vec<Missed> {
    let text = &desk.draft.extraction.text;
    let people = desk.corpus.people();
    let missed = |mention: &NameMention| {
        let written = mention.range.of(text);
        let miss = is_acronym(written).then(|| people.swapped_acronym(written))??;
        // Only of the few that come near: the whole draft is gone through for it.
        let explained = text.contains(&format!("({written}"));
        (!explained).then_some(Missed { range: mention.range, miss })
    };
    desk.draft.reading.names.mentions.iter().filter_map(missed).collect()
}

/// Names that come near by what stands beside them; the draft names nobody else so.
fn confirmed(desk: &Desk<'_>, misses: &[Option<NearMiss>]) -> Vec<Missed> {
    let names = &desk.draft.reading.names;
    let people = desk.corpus.people();
    let text = &desk.draft.extraction.text;
    let named: FxHashSet<PersonId> = names
        .entities
        .iter()
        .filter(|entity| entity.name.contains(' '))
        .filter_map(|entity| people.resolve(&entity.name))
        .collect();
    let missed = |mention: &NameMention| {
        let entity = names.entities.get(mention.entity)?;
        let person = matches!(entity.kind, NameKind::Person | NameKind::Other);
        let name = fold_name(mention.range.of(text));
        let asked = person
            && misses[mention.entity].is_none()
            && name.contains(' ')
            && people.resolve_all(&name).is_empty();
        let miss = asked.then(|| people.confirmed_miss(&name, &beside(desk, mention.range)))??;
        (!named.contains(&miss.person)).then_some(Missed { range: mention.range, miss })
    };
    names.mentions.iter().filter_map(missed).collect()
}

/// The words of the sentence around a name.
fn beside(desk: &Desk<'_>, name: TextRange) -> Beside {
    let text = &desk.draft.extraction.text;
    let sentence = sentence_of(desk, name);
    Beside::of([&text[sentence.start..name.start], &text[name.end..sentence.end]])
}

/// What the draft has before the mentions of each of its entities: a title, if before any.
fn before_entities(desk: &Desk<'_>) -> Vec<Before> {
    let text = &desk.draft.extraction.text;
    let names = &desk.draft.reading.names;
    let mut before = vec![Before::Nothing; names.entities.len()];
    for mention in &names.mentions {
        if ends_with_title(&text[..mention.range.start]) {
            before[mention.entity] = Before::Title;
        }
    }
    before
}

fn is_given_in_full(desk: &Desk<'_>, mention: &NameMention) -> bool {
    let entity = desk.draft.reading.names.entities.get(mention.entity);
    entity.is_some_and(|entity| entity.name.contains(' '))
}

fn ends_with_title(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.ends_with(' ') && line.split_whitespace().next_back().is_some_and(is_honorific)
}

/// What the mention of a name that comes near `miss` comes near itself.
fn mentioned(
    desk: &Desk<'_>,
    mention: &NameMention,
    before_it: Before,
    miss: &NearMiss,
) -> Option<NearMiss> {
    let text = &desk.draft.extraction.text;
    let written = mention.range.of(text);
    if is_acronym(written) || is_plural(&text[..mention.range.start], written, &miss.spelling) {
        return None;
    }
    let words: Vec<&str> = written.split_whitespace().collect();
    // Of a name that is given in full elsewhere a part is enough.
    let part = words.len() == 1 && is_given_in_full(desk, mention);
    let before_it = if part { Before::Title } else { before_it };
    let here = desk.corpus.people().near_miss_after(&words, before_it)?;
    (here.person == miss.person).then_some(here)
}

fn finding(desk: &Desk<'_>, missed: &Missed, severity: Severity) -> Option<Finding> {
    let Missed { range, miss } = missed;
    let (source, place) = *desk.corpus.people().get(miss.person).mentions.first()?;
    let written = range.of(&desk.draft.extraction.text);
    let range = desk.draft.raw_range(*range);
    // What one source alone names, and nobody knows what it is, may be that source's slip.
    let certain = miss.sources > 1 || desk.corpus.people().get(miss.person).kind != NameKind::Other;
    Some(Finding {
        rule: RULE.name,
        severity,
        message: format!(
            "Misspelled name: the sources write “{}”, the draft “{written}” ({}).",
            miss.spelling,
            desk.place_of(source, place),
        ),
        range,
        evidence: vec![Evidence { source, range: place, speaker: None, date: None, diff: None }],
        fixes: vec![Fix {
            title: format!("Use the sources’ spelling: {}", miss.spelling),
            applicability: if certain { Applicability::Safe } else { Applicability::Unsafe },
            edits: vec![Edit { range, new_text: miss.spelling.clone() }],
        }],
        fingerprint: String::new(),
    })
}

/// "UNCTAD": a letter off is another body.
fn is_acronym(written: &str) -> bool {
    const LONGEST: usize = 8;
    written.chars().count() <= LONGEST && !written.chars().any(char::is_lowercase)
}

/// "The Barry Bennetts of the world".
fn is_plural(before: &str, written: &str, spelling: &str) -> bool {
    let article = before.trim_end().to_lowercase().ends_with("the");
    let word = |text: &str| text.rsplit(' ').next().map(fold_name).unwrap_or_default();
    article && word(written).strip_suffix('s') == Some(word(spelling).as_str())
}
