//! What shows that a draft's figure is of something else than a statement's that sounds like it: of
//! another day, of somebody else, or what came on top.

use super::{Relation, Value};
use crate::check::desk::Desk;
use crate::corpus::statements::{Feature, Match, Profile, ProfileWord, Slot, SlotKind};
use crate::reading::names::NameKind;
use crate::text::TextRange;

/// Whether the draft's figure in `slot` is of something else than the statement's.
pub(super) fn is_of_another(
    desk: &Desk<'_>,
    profile: &Profile,
    slot: &Slot,
    found: &Match<'_>,
) -> bool {
    slot.kind == SlotKind::Figure
        && (is_of_another_year(desk, profile, slot, found)
            || is_of_somebody_else(desk, profile, slot, found)
            || is_added(desk, slot, found)
            || has_rest(desk, slot, found))
}

/// Whether the draft's clause has a date with a year, and the statement only dates that are others.
fn is_of_another_year(desk: &Desk<'_>, profile: &Profile, slot: &Slot, found: &Match<'_>) -> bool {
    let is_date = |one: &&Slot| one.kind == SlotKind::Date;
    let known = |value: &Value<'_>| match value {
        Value::Date(date) => !date.relative && date.interval().is_some() && date.bound.is_none(),
        Value::Figure(_) => false,
    };
    let own = profile.slots.iter().filter(is_date).filter(|one| one.clause == slot.clause);
    let stated = found.sentence.profile.slots.iter().filter(is_date);
    let stated: Vec<Value<'_>> = stated
        .map(|one| Value::of_source(desk, found.sentence.source, one))
        .filter(known)
        .collect();
    let apart =
        |value: &Value<'_>| stated.iter().all(|other| value.relation(*other) == Relation::Apart);
    !stated.is_empty()
        && own.map(|one| Value::of_draft(desk, one)).filter(known).any(|one| apart(&one))
}

/// Whether the draft's clause names nobody whom the statement names, and the other way round.
fn is_of_somebody_else(desk: &Desk<'_>, profile: &Profile, slot: &Slot, found: &Match<'_>) -> bool {
    let clause = |profile: &Profile, slot: &Slot| -> Vec<ProfileWord> {
        profile.words.iter().filter(|word| word.clause == slot.clause).copied().collect()
    };
    let own = clause(profile, slot);
    if own.iter().any(|word| word.feature.is_saying()) {
        return false;
    }
    let names = |words: &[ProfileWord]| -> Vec<Feature> {
        words.iter().map(|word| word.feature).filter(|one| one.is_any_name()).collect()
    };
    let (own, stated) = (names(&own), names(&clause(&found.sentence.profile, &found.slot)));
    let shared = own.iter().any(|name| found.sentence.has_or_nears(*name));
    let has = |name: &Feature| profile.words.iter().any(|word| word.feature == *name);
    !own.is_empty()
        && !shared
        && !stated.is_empty()
        && !stated.iter().any(has)
        && !goes_without_saying(desk, &own, &stated, found)
}

/// Whether the source is about what the draft names, and the statement names nothing of that kind:
/// a page on a firm need not name it beside its founder.
fn goes_without_saying(
    desk: &Desk<'_>,
    own: &[Feature],
    stated: &[Feature],
    found: &Match<'_>,
) -> bool {
    let kind = |one: &Feature| one.person().map(|one| desk.corpus.people().get(one).kind);
    let about = |one: &&Feature| desk.corpus.statements().is_subject(found.sentence.source, **one);
    let other = |own: Option<NameKind>| {
        stated
            .iter()
            .map(kind)
            .all(|one| one.is_some() && one != Some(NameKind::Other) && one != own)
    };
    let mut subjects = own.iter().filter(about).map(kind);
    subjects.any(|one| one == Some(NameKind::Organisation) && other(one))
}

/// Whether another figure of the draft's sentence differs from the statement's as well, and none
/// agrees: who copies wrong gets one figure wrong, a sentence whose figures all differ tells of
/// something else.
pub(super) fn differs_throughout(
    desk: &Desk<'_>,
    profile: &Profile,
    slot: &Slot,
    found: &Match<'_>,
) -> bool {
    let is_figure = |one: &&Slot| one.kind == SlotKind::Figure;
    let source = found.sentence.source;
    let stated = found.sentence.profile.slots.iter().filter(is_figure);
    let stated: Vec<(Slot, Value<'_>)> =
        stated.map(|one| (*one, Value::of_source(desk, source, one))).collect();
    let others = profile.slots.iter().filter(is_figure).filter(|one| *one != slot);
    let mut differs = false;
    for (other, value) in others.map(|one| (one, Value::of_draft(desk, one))) {
        // "$14,500 a year, or $1,200 a month" may be one and the same.
        let alike = |one: &&(Slot, Value<'_>)| one.0.rate == other.rate;
        let relations = || stated.iter().filter(alike).map(|one| value.relation(one.1));
        if relations().any(Relation::is_consistent) {
            return false;
        }
        differs =
            differs || relations().any(|one| one == Relation::Apart) && !has(desk, source, value);
    }
    differs
}

/// Whether the source has the figure elsewhere: a draft may draw on several sentences.
pub(super) fn has(desk: &Desk<'_>, source: usize, value: Value<'_>) -> bool {
    let Value::Figure(figure) = value else { return false };
    desk.corpus.sources()[source].tells_figure(figure)
}

/// "24 more", "another 24": what came on top of what the statement counts.
fn is_added(desk: &Desk<'_>, slot: &Slot, found: &Match<'_>) -> bool {
    let drafted = Value::of_draft(desk, slot).range();
    let source = found.sentence.source;
    let stated = Value::of_source(desk, source, &found.slot).range();
    let text = desk.corpus.sources()[source].text();
    tells_more(&desk.draft.extraction.text, drafted) != tells_more(text, stated)
}

/// "24 in 2023 and the rest later": a part of what the statement counts.
fn has_rest(desk: &Desk<'_>, slot: &Slot, found: &Match<'_>) -> bool {
    const RESTS: [&str; 4] = ["the rest", "the remaining", "the remainder", "the others"];
    let reading = &desk.draft.reading;
    let drafted = Value::of_draft(desk, slot).range();
    let at = reading.sentence_index(drafted.start);
    let Some(sentence) = reading.sentences.get(at) else { return false };
    let source = &desk.corpus.sources()[found.sentence.source];
    let stated = found.sentence.range.of(source.text());
    let behind = TextRange::new(drafted.end.min(sentence.end), sentence.end);
    let behind = behind.of(&desk.draft.extraction.text);
    RESTS.iter().any(|rest| behind.contains(rest) && !stated.contains(rest))
}

fn tells_more(text: &str, range: TextRange) -> bool {
    let before = text[..range.start].split_whitespace().next_back().unwrap_or_default();
    let behind = text[range.end..].split_whitespace().next().unwrap_or_default();
    let behind = behind.trim_end_matches(|c: char| !c.is_alphabetic());
    let inside = range.of(text).split_whitespace().nth(1).unwrap_or_default();
    let more = |word: &str| ["more", "others", "other"].contains(&word);
    more(behind)
        || more(inside)
        || ["another", "further", "additional"].iter().any(|one| before.eq_ignore_ascii_case(one))
}
