//! The speaker whom a draft names.

use super::owners::{holders, is_description, pronoun, role_has, telling};
use super::sure;
use crate::check::desk::Desk;
use crate::check::judge::Passage;
use crate::corpus::people::{Person, PersonId};
use crate::reading::attribution::Speaker;
use crate::reading::names::{Entity, Gender, NameKind, Traits, fold_name, without_titles};
use crate::text::TextRange;

/// The speaker a draft gives a quotation to.
#[derive(Debug)]
pub(crate) struct Drafted<'a> {
    /// As it is shown.
    pub(crate) name: &'a str,
    /// The mention, in bytes of the draft's extracted text.
    pub(crate) range: TextRange,
    /// Those of the sources' people who may be meant; none for somebody whom no source names.
    pub(crate) people: Vec<PersonId>,
    /// A man or a woman, where the texts show it.
    pub(crate) gender: Option<Gender>,
}

impl<'a> Drafted<'a> {
    /// The person whom `speaker` names; `None` for a body, a place, or what may be no name at all.
    pub(crate) fn read(desk: &Desk<'a>, speaker: &Speaker) -> Option<Self> {
        let Some(number) = speaker.entity else { return Self::known(desk, speaker) };
        let entity = desk.draft.reading.names.entities.get(number)?;
        let known = desk.namer?.person(number);
        let all = desk.corpus.people();
        let mut people = known.map_or_else(|| candidates(desk, entity), |person| vec![person]);
        // "Murphy" may be any Murphy of the sources.
        if !is_told_in_full(desk, number) {
            let name = fold_name(without_titles(&entity.name));
            people.extend(all.with_surname(name.rsplit(' ').next().unwrap_or_default()));
            people.sort_unstable();
            people.dedup();
        }
        people.retain(|person| is_person(all.get(*person), entity));
        let before = &desk.draft.extraction.text[..speaker.range.start];
        if people.is_empty() && (known.is_some() || !is_full_name(entity, before)) {
            return None;
        }
        let shown = people.iter().find_map(|person| all.get(*person).gender);
        let by_pronoun = pronoun(speaker.range.of(&desk.draft.extraction.text));
        let other = by_pronoun.is_some() && shown.is_some_and(|shown| Some(shown) != by_pronoun);
        if other || !sure::is_taken_up(desk, number, speaker.range) {
            return None;
        }
        let name = match people.as_slice() {
            [one] => all.get(*one).name.as_str(),
            _ => entity.name.as_str(),
        };
        Some(Self { name, range: speaker.range, people, gender: entity.gender.or(shown) })
    }

    /// The person of the sources whose name `speaker` is, where the draft alone does not show that
    /// it is a name: "Frost said" at the beginning of a sentence.
    fn known(desk: &Desk<'a>, speaker: &Speaker) -> Option<Self> {
        let name = speaker.range.of(&desk.draft.extraction.text);
        let capital = name.starts_with(char::is_uppercase) && pronoun(name).is_none();
        let all = desk.corpus.people();
        let mut people = if capital { all.resolve_all(name) } else { Vec::new() };
        people.retain(|person| all.get(*person).kind == NameKind::Person);
        let gender = people.iter().find_map(|person| all.get(*person).gender);
        let shown = match people.as_slice() {
            [] => return None,
            [one] => all.get(*one).name.as_str(),
            _ => name,
        };
        Some(Self { name: shown, range: speaker.range, people, gender })
    }

    /// The holders of the office that `speaker` names ("the finance minister"), among those whom
    /// the sources of `passages` name; `None` where there are none.
    pub(crate) fn office(desk: &Desk<'a>, speaker: &Speaker, passages: &[Passage]) -> Option<Self> {
        const FEWEST: usize = 2;
        let name = speaker.range.of(&desk.draft.extraction.text);
        let definite = name.starts_with("the ") || name.starts_with("The ");
        let owned = name.contains("’s ") || name.contains("'s ");
        let ends = name.ends_with(char::is_lowercase);
        let described =
            definite && (is_description(name) || head_of(name) != name) || owned && ends;
        if speaker.entity.is_some() || !described || telling(name).len() < FEWEST {
            return None;
        }
        let mut people: Vec<PersonId> =
            passages.iter().flat_map(|passage| holders(desk, passage.source, name)).collect();
        people.sort_unstable();
        people.dedup();
        let range = speaker.range;
        (!people.is_empty()).then_some(Self { name, range, people, gender: None })
    }

    /// Whether `owner` holds no office of the same kind, as far as the sources tell his.
    pub(crate) fn is_no_office_of(&self, owner: &Person) -> bool {
        let head = telling(head_of(self.name)).pop().unwrap_or_default();
        let has_head = |(role, _): &(String, usize)| role_has(&fold_name(role), &head);
        let elsewhere = |(role, _): &(String, usize)| self.is_abroad(role);
        let alike = |role: &&(String, usize)| has_head(role);
        !owner.roles.is_empty() && owner.roles.iter().filter(alike).all(elsewhere)
    }

    /// Whether a role is of another country or body than the office that the draft names: "Sarvenian
    /// president" beside "the Ostrevan president". Words alike in their beginnings are the same.
    fn is_abroad(&self, role: &str) -> bool {
        const STEM: usize = 4;
        let stems = |text: &str| -> Vec<String> {
            let proper = text.split_whitespace().filter(|word| {
                word.starts_with(char::is_uppercase)
                    && Traits::of(&fold_name(word)).any(Traits::DEMONYM | Traits::PLACE)
            });
            proper.map(|word| word.chars().take(STEM).collect()).collect()
        };
        let (drafted, known) = (stems(self.name), stems(role));
        !drafted.is_empty() && !known.is_empty() && !drafted.iter().any(|one| known.contains(one))
    }

    /// The folded surname.
    pub(crate) fn surname(&self) -> String {
        fold_name(self.name).rsplit(' ').next().unwrap_or_default().to_owned()
    }
}

/// "the governor" of "the governor of Norrland".
fn head_of(office: &str) -> &str {
    office.split_once(" of ").map_or(office, |(head, _)| head)
}

/// Whether the draft itself gives first and last name, outside of what it quotes.
fn is_told_in_full(desk: &Desk<'_>, entity: usize) -> bool {
    let reading = &desk.draft.reading;
    let text = &desk.draft.extraction.text;
    let inside = |range: TextRange| {
        let after = reading.quotations.partition_point(|one| one.outer.start <= range.start);
        reading.quotations[..after].iter().rev().take(4).any(|one| one.outer.contains_range(range))
    };
    reading.names.mentions.iter().filter(|mention| mention.entity == entity).any(|mention| {
        without_titles(mention.range.of(text)).contains(' ') && !inside(mention.range)
    })
}

/// Those who share the name, or the surname where the draft gives no more, or whose name the draft
/// misspells.
fn candidates(desk: &Desk<'_>, entity: &Entity) -> Vec<PersonId> {
    let people = desk.corpus.people();
    let named = || {
        let found = entity.spellings.iter().map(|spelling| people.resolve_all(spelling));
        found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    };
    let exact = people.resolve_all(&entity.name);
    let exact = if exact.is_empty() { named() } else { exact };
    if !exact.is_empty() {
        return exact;
    }
    let near: Vec<PersonId> =
        people.near_miss_of(entity).map(|miss| miss.person).into_iter().collect();
    if !near.is_empty() {
        return near;
    }
    let bare = without_titles(&entity.name);
    if bare.contains(' ') { Vec::new() } else { people.with_surname(&fold_name(bare)).to_vec() }
}

/// A name of several words that the sources tell nothing of is a person's where it is said to speak.
fn is_person(known: &Person, entity: &Entity) -> bool {
    let unknown = known.kind == NameKind::Other && known.name.contains(' ');
    known.kind == NameKind::Person || unknown && entity.kind == NameKind::Person
}

/// Whether the name is a person's first and last name and nothing else, or a surname after "Mr".
fn is_full_name(entity: &Entity, before: &str) -> bool {
    let bare = without_titles(&entity.name);
    let words: Vec<&str> = bare.split(' ').collect();
    let is_word = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().any(char::is_lowercase)
            && !word.chars().any(char::is_numeric)
    };
    let is_given = |word: &&str| Traits::of(&fold_name(word)).any(Traits::GIVEN);
    let personal = match entity.kind {
        NameKind::Person => true,
        NameKind::Other => words.first().is_some_and(is_given),
        _ => false,
    };
    let honoured = before.rsplit(' ').find(|word| !word.is_empty()).is_some_and(|word| {
        ["mr", "mrs", "ms", "miss"].contains(&word.trim_end_matches('.').to_lowercase().as_str())
    });
    let fewest = if honoured { 1 } else { 2 };
    personal
        && (fewest..=4).contains(&words.len())
        && words.first().is_some_and(is_word)
        && words.last().is_some_and(is_word)
}
