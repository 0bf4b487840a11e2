//! How surely a speaker was read: by pronouns, bare surnames, words had at second hand.

use super::Drafted;
use super::owners::{mentions, places_of_surname, pronoun};
use crate::check::desk::Desk;
use crate::check::judge::Passage;
use crate::corpus::Source;
use crate::corpus::people::PersonId;
use crate::reading::attribution::Speaker;
use crate::reading::cues::{self, Form};
use crate::reading::names::{NameKind, fold_name, without_titles};
use crate::reading::quotations::Quotation;
use crate::text::{TextRange, fold};

/// Whether the draft's pronoun `mention`, read as its entity `number`, surely means that one: no
/// other person was named since, or that one spoke by name last.
pub(super) fn is_taken_up(desk: &Desk<'_>, number: usize, mention: TextRange) -> bool {
    let text = &desk.draft.extraction.text;
    let reading = &desk.draft.reading;
    let Some(gender) = pronoun(mention.of(text)) else { return true };
    let is_other = |entity: usize| {
        reading.names.entities.get(entity).is_some_and(|other| {
            other.kind == NameKind::Person && other.gender.is_none_or(|known| known == gender)
        })
    };
    let before = || {
        let end = reading.names.mentions.partition_point(|one| one.range.end <= mention.start);
        let all = reading.names.mentions[..end].iter().rev();
        all.filter(|one| !is_quoted(&reading.quotations, one.range))
    };
    let Some(last) = before().find(|one| one.entity == number) else { return false };
    // "Lane, he said, “sits there”": she is what he speaks of.
    if text[last.range.end..mention.start].trim() == "," {
        return false;
    }
    let spoken = reading.attributions.iter().rev().filter_map(|one| one.speaker.as_ref());
    let by_name =
        |one: &&Speaker| one.range.end <= mention.start && pronoun(one.range.of(text)).is_none();
    let spoke_last = spoken.into_iter().find(by_name).and_then(|one| one.entity) == Some(number);
    let mut since = before().take_while(|one| one.range.start > last.range.start);
    spoke_last || !since.any(|one| one.entity != number && is_other(one.entity))
}

/// Whether the source's pronoun `mention` surely means `owner` and not the draft's speaker: the
/// sentence before has the owner's name, and the draft's speaker is no more than somebody the owner
/// has to do with there.
pub(super) fn is_pronoun_of(
    desk: &Desk<'_>,
    passage: &Passage,
    drafted: &Drafted<'_>,
    mention: &Speaker,
    owner: PersonId,
) -> bool {
    let source = desk.source(passage);
    let reading = source.reading();
    let sentences = &reading.sentences;
    let number = |at: usize| reading.sentence_index(at);
    let begins = passage.range.start.min(mention.range.start);
    let named = desk.corpus.people().get(owner).mentions_in(passage.source);
    let before = named.partition_point(|(_, range)| range.end <= begins);
    let mut named = named[..before].iter().rev().map(|(_, range)| *range);
    let Some(named) = named.find(|range| !is_quoted(source_quotations(desk, passage), *range))
    else {
        return false;
    };
    if number(named.start) + 1 != number(begins) {
        return false;
    }
    let from = sentences[number(named.start)];
    let end = passage.range.end.max(mention.range.end);
    let to = sentences.get(number(end.saturating_sub(1))).map_or(end, |sentence| sentence.end);
    let near = TextRange::new(from.start, to.max(end));
    let known: Vec<TextRange> = mentions(desk, passage.source, drafted).collect();
    let bare = places_of_surname(source, drafted, near)
        .filter(|place| !known.iter().any(|one| one.contains_range(*place)));
    let all = known.iter().copied().chain(bare);
    all.filter(|range| near.contains_range(*range))
        .filter(|range| !is_quoted(source.quotations(), *range))
        .all(|range| from.contains_range(range) && is_object(source.text(), from, named, range))
}

/// Whether in `sentence`, whose subject `owner` is, the other one is no more than an object: "Ash
/// spoke after introducing Moss".
fn is_object(text: &str, sentence: TextRange, owner: TextRange, other: TextRange) -> bool {
    const FARTHEST: usize = 24;
    const BETWEEN: &[&str] = &["about", "against", "for", "from", "of", "to", "toward", "with"];
    const ASKING: &[&str] = &["asked", "told", "questioned", "pressed", "interviewed", "answer"];
    let subject = owner.start < other.start && owner.start - sentence.start <= FARTHEST;
    let before = text.get(sentence.start..other.start).unwrap_or_default();
    let last = fold(before.split_whitespace().next_back().unwrap_or_default());
    let governed = BETWEEN.contains(&last.as_str()) || last.len() > 4 && last.ends_with("ing");
    let asked = sentence.of(text).split_whitespace().any(|word| {
        let word = fold(word.trim_matches(|mark: char| !mark.is_alphanumeric()));
        ASKING.contains(&word.as_str())
    });
    subject && governed && !asked
}

/// Whether the source gives the words by a bare surname that is the draft's speaker's too: "Lane
/// wrote", in a family of Lanes.
pub(super) fn is_by_shared_surname(drafted: &Drafted<'_>, written: &str) -> bool {
    let bare = fold_name(without_titles(written));
    !bare.contains(' ') && bare == drafted.surname()
}

/// Whether `written` is a surname of several of those whom the source names.
pub(super) fn has_namesake(desk: &Desk<'_>, source: usize, written: &str) -> bool {
    let bare = fold_name(without_titles(written));
    let people = desk.corpus.people();
    let named = people.of_source(source);
    let all = people.with_surname(&bare).iter().filter(|one| named.contains(one));
    let names: Vec<String> = all.map(|one| fold_name(&people.get(*one).name)).collect();
    let full = |name: &&String| name.contains(' ');
    // "Hear Ada Lane" is no other Lane than Ada.
    let is_other = |name: &String| {
        names
            .iter()
            .filter(full)
            .any(|other| !name.ends_with(other.as_str()) && !other.ends_with(name.as_str()))
    };
    names.iter().filter(full).any(is_other)
}

/// Whether the source's speaker has the words from the draft's: "Ash mocked Moss for saying “…”",
/// "Moss’s “…” remark".
pub(super) fn is_second_hand(
    desk: &Desk<'_>,
    passage: &Passage,
    drafted: &Drafted<'_>,
    mention: &Speaker,
) -> bool {
    let source = desk.source(passage);
    let sentences = &source.reading().sentences;
    let at = source.reading().sentence_index(passage.range.start);
    let Some(sentence) = sentences.get(at) else { return false };
    let outer = source.quotation_at(passage.range).map(|(_, one)| one.outer.start);
    let begins = inner_start(source, passage.range).or(outer).unwrap_or(passage.range.start);
    let all = mentions(desk, passage.source, drafted);
    let mut all = all.chain(places_of_surname(source, drafted, *sentence));
    all.any(|one| {
        let between = one.end <= begins && sentence.contains_range(one);
        let by_another = mention.range.start >= one.end && mention.range.start < begins;
        between && !by_another && hands_on(source.text().get(one.end..begins).unwrap_or_default())
    })
}

/// Whether the words stand in a quotation within another: its speaker tells what somebody else said.
pub(super) fn is_told_again(desk: &Desk<'_>, passage: &Passage) -> bool {
    inner_start(desk.source(passage), passage.range).is_some()
}

/// Where the innermost quotation within another begins that holds `range`.
fn inner_start(source: &Source, range: TextRange) -> Option<usize> {
    let quotations = source.quotations();
    let end = quotations.partition_point(|quotation| quotation.outer.start <= range.start);
    let mut near = quotations[..end].iter().rev().take(12);
    near.find(|one| one.depth > 0 && one.outer.contains_range(range)).map(|one| one.outer.start)
}

/// Whether what stands between a name and a quotation makes the words those of the named: a verb of
/// saying in one clause with the name, or nothing but his having them.
fn hands_on(between: &str) -> bool {
    const FEW: usize = 2;
    if between.contains([',', ';', ':', '(', '—']) {
        return false;
    }
    let words: Vec<String> = between
        .split_whitespace()
        .map(|word| fold(word.trim_matches(|mark: char| !mark.is_alphanumeric())))
        .filter(|word| !word.is_empty())
        .collect();
    let has = between.starts_with("’s ") || between.starts_with("'s ");
    if has && (words.len() <= FEW || words.iter().any(|word| cues::is_noun(word))) {
        return true;
    }
    words.iter().enumerate().any(|(at, word)| {
        let Some(cue) = cues::verb(word) else { return false };
        let by = cue.form == Form::Gerund && at > 0 && words[at - 1] == "by";
        !(by || has && at == 0)
    })
}

fn source_quotations<'a>(desk: &Desk<'a>, passage: &Passage) -> &'a [Quotation] {
    desk.source(passage).quotations()
}

/// Whether `range` stands within quotation marks.
fn is_quoted(quotations: &[Quotation], range: TextRange) -> bool {
    let end = quotations.partition_point(|one| one.outer.start <= range.start);
    quotations[..end].iter().rev().take(4).any(|one| one.outer.contains_range(range))
}
