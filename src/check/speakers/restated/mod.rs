//! Reported statements that a draft gives to one person and the sources to another.
//!
//! Many people say much the same, so much is asked: nearly all that the draft reports stands in one
//! statement of a source, that statement surely has a speaker of its own, and nothing that the
//! draft's speaker says anywhere, nor what the sources tell in their own voice, comes near it.

mod place;
mod statement;
mod wording;

use super::Drafted;
use crate::check::desk::Desk;
use crate::corpus::people::{Person, PersonId};
use crate::reading::attribution::{Attribution, Speaker};
use crate::text::{TextRange, fold};

use statement::Statement;

/// From this share on, words of the draft's speaker have to do with the matter.
const SOMETHING: f32 = 0.3;
/// How many mentions of the draft's speaker are looked at.
const MOST_MENTIONS: usize = 400;
/// How many sentences back a pronoun of a reported clause may look.
const FAR_BACK: usize = 4;

/// A reported statement of a draft whose speaker the sources call by another name.
#[derive(Debug)]
pub(crate) struct Misplaced<'a> {
    pub(crate) drafted: Drafted<'a>,
    pub(crate) owner: PersonId,
    /// The source that names the owner.
    pub(crate) source: usize,
    /// The sentence of the source.
    pub(crate) sentence: TextRange,
}

/// The reported statements of the draft that the sources give to somebody else; `None` where
/// cancelled.
pub(crate) fn misplaced<'a>(
    desk: &Desk<'a>,
    cancelled: &dyn Fn() -> bool,
) -> Option<Vec<Misplaced<'a>>> {
    let mut found = Vec::new();
    for attribution in &desk.draft.reading.attributions {
        if cancelled() {
            return None;
        }
        if attribution.quotation.is_none() {
            found.extend(judge(desk, attribution));
        }
    }
    Some(found)
}

fn judge<'a>(desk: &Desk<'a>, attribution: &Attribution) -> Option<Misplaced<'a>> {
    let text = &desk.draft.extraction.text;
    let speaker = attribution.speaker.as_ref()?;
    if !is_named(text, speaker) || !wording::is_plain(text, attribution.cue?) {
        return None;
    }
    let statement = Statement::of_draft(desk, attribution.content)?;
    let places = statement.places(desk);
    let owner = places.iter().find(|place| place.is_restated())?;
    let drafted = Drafted::read(desk, speaker)?;
    let first = owner.owner(desk, &drafted)?;
    let is_doubtful = names_in_draft(desk, attribution.content, first)
        || may_speak_for(desk, &drafted, first)
        || places.iter().any(|place| place.rivals(desk, owner, first))
        || statement.is_counted_elsewhere(desk, owner)
        || is_spoken_of(desk, &statement, &drafted, owner.coverage);
    (!is_doubtful).then_some(Misplaced {
        drafted,
        owner: first,
        source: owner.source,
        sentence: owner.sentence,
    })
}

/// Whether the speaker stands there by name.
fn is_named(text: &str, speaker: &Speaker) -> bool {
    let written = speaker.range.of(text);
    let pronoun = matches!(fold(written).as_str(), "he" | "she" | "it" | "they" | "i" | "we");
    !pronoun && written.contains(char::is_uppercase)
}

/// Whether the sources speak of the draft's speaker where they speak of the matter.
fn is_spoken_of(
    desk: &Desk<'_>,
    statement: &Statement,
    drafted: &Drafted<'_>,
    coverage: f32,
) -> bool {
    let people = desk.corpus.people();
    let least = SOMETHING * coverage;
    let mut seen: Vec<(usize, TextRange)> = Vec::new();
    let all = drafted.people.iter().flat_map(|person| &people.get(*person).mentions);
    for &(number, mention) in all.take(MOST_MENTIONS) {
        let source = &desk.corpus.sources()[number];
        let Some(sentence) = source.reading().sentence_at(mention.start) else { continue };
        if seen.contains(&(number, sentence)) {
            continue;
        }
        seen.push((number, sentence));
        if statement.place(desk, number, sentence, None).coverage >= least {
            return true;
        }
    }
    false
}

/// Whether one of the two may speak for the other, as spokesmen and lawyers do for a client or a
/// chief: what one says is the other's word.
fn may_speak_for(desk: &Desk<'_>, drafted: &Drafted<'_>, owner: PersonId) -> bool {
    let people = desk.corpus.people();
    let known = people.get(owner);
    drafted
        .people
        .iter()
        .map(|person| people.get(*person))
        .any(|person| is_voice_of(known, person) || is_voice_of(person, known))
}

/// Whether `person` speaks for others, and `chief` may be one of them.
fn is_voice_of(person: &Person, chief: &Person) -> bool {
    const CHIEFS: &[&str] = &[
        "president",
        "minister",
        "secretary",
        "governor",
        "senator",
        "candidate",
        "mayor",
        "chief",
        "executive",
        "leader",
        "chancellor",
        "king",
        "queen",
        "prince",
        "chairman",
        "chairwoman",
        "director",
        "nominee",
        "head",
        "founder",
        "owner",
        "premier",
        "general",
    ];
    let roles =
        |person: &Person| person.roles.iter().map(|(role, _)| fold(role)).collect::<Vec<_>>();
    let leads = |role: &String| CHIEFS.iter().any(|word| role.contains(word));
    let (own, others) = (roles(person), roles(chief));
    // One who leads something himself speaks for himself.
    let speaks = own.iter().any(|role| is_voice(role));
    let only_speaks = !own.iter().any(|role| leads(role) && !is_voice(role));
    speaks && only_speaks && (others.is_empty() || others.iter().any(leads))
}

/// Whether it belongs to a folded role to speak for others: an attorney general does not.
fn is_voice(role: &str) -> bool {
    const VOICES: &[&str] =
        &["spokes", "press secretary", "lawyer", "attorney", "counsel", "representative for"];
    !role.contains("attorney general") && VOICES.iter().any(|word| role.contains(word))
}

/// Whether the draft names `owner` in the sentence that reports, or not long before.
fn names_in_draft(desk: &Desk<'_>, content: TextRange, owner: PersonId) -> bool {
    let reading = &desk.draft.reading;
    let at = reading.sentence_index(content.start);
    let Some(last) = reading.sentences.get(at) else { return true };
    let text = &desk.draft.extraction.text;
    // "Ash said that he would resign": who that is may have been told long before.
    let back = if wording::takes_up(content.of(text)) { FAR_BACK } else { 1 };
    let near = reading.sentences[at.saturating_sub(back)].cover(*last);
    let people = desk.corpus.people();
    let names = &reading.names;
    let mut mentions = names.mentions.iter().filter(|mention| near.contains_range(mention.range));
    mentions.any(|mention| desk.namer.and_then(|one| one.person(mention.entity)) == Some(owner))
        || people.mentions_in(near.of(text)).iter().any(|naming| naming.people.contains(&owner))
}

#[cfg(test)]
mod tests;
