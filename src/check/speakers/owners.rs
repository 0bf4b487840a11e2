//! Whom a source names as the speaker of a passage, and how that stands to the draft's speaker.

use super::kin::is_own_word;
use super::{Drafted, letters, may_be, sure};
use crate::check::desk::Desk;
use crate::check::judge::{Passage, Voice, speaker_of};
use crate::corpus::people::{PersonId, unabridged};
use crate::corpus::{Source, SourceKind};
use crate::reading::attribution::Speaker;
use crate::reading::names::{Gender, NameKind, fold_name, without_titles};
use crate::text::{TextRange, fold};

/// Whom a source has say a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// One of the sources' people.
    Named(PersonId),
    /// Somebody without a name: "one long-time adviser". Bytes of the source's extracted text.
    Described(TextRange),
    /// Who wrote the source, which is no report of what others say: a letter, a column.
    Author,
    /// "He", who cannot be told, and is not the draft's speaker. Bytes of the same.
    Unnamed(TextRange),
}

/// How a passage stands to the speaker whom the draft names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stand {
    /// The source gives the words to somebody else.
    Against(Owner),
    /// It may well give them to the draft's speaker.
    For,
    /// It does not tell.
    Silent,
}

/// How `passage` stands to the draft's speaker.
pub(crate) fn stand(desk: &Desk<'_>, passage: &Passage, drafted: &Drafted<'_>) -> Stand {
    let source = desk.source(passage);
    if is_author(source, drafted) {
        return Stand::For;
    }
    if relays(desk, passage, drafted) {
        return Stand::For;
    }
    let mention = speaker_of(source, passage.range);
    let Some(mention) = mention else {
        return told(desk, passage, drafted);
    };
    let owner = mention.entity.and_then(|one| desk.corpus.people().of_entity(passage.source, one));
    match owner {
        Some(owner) => named(desk, passage, drafted, mention, owner),
        None => unnamed(desk, passage, drafted, mention),
    }
}

/// Nobody is named as the speaker: a source that quotes nobody is its author's word.
fn told(desk: &Desk<'_>, passage: &Passage, drafted: &Drafted<'_>) -> Stand {
    let source = desk.source(passage);
    if let Some(signature) = letters::signature(source, passage.range) {
        return signed(desk, passage, drafted, signature);
    }
    if is_near(desk, passage, drafted, 1) {
        return Stand::For;
    }
    let own = passage.voice == Voice::Document && source.kind == SourceKind::Article;
    let author = source.author.as_deref().is_some_and(is_full_name);
    if own && author && !is_mentioned(desk, passage.source, drafted) {
        return Stand::Against(Owner::Author);
    }
    Stand::Silent
}

/// A letter among letters is its signer's.
fn signed(
    desk: &Desk<'_>,
    passage: &Passage,
    drafted: &Drafted<'_>,
    signature: TextRange,
) -> Stand {
    let name = signature.of(desk.source(passage).text());
    let signers = desk.corpus.people().resolve_all(name);
    let is_his = fold_name(name).split(' ').any(|word| word == drafted.surname());
    if is_his || signers.iter().any(|signer| may_be(desk, *signer, drafted)) {
        return Stand::For;
    }
    Stand::Against(Owner::Described(signature))
}

fn is_full_name(author: &str) -> bool {
    let words: Vec<&str> = author.split(' ').collect();
    (2..=4).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase))
}

fn named(
    desk: &Desk<'_>,
    passage: &Passage,
    drafted: &Drafted<'_>,
    mention: &Speaker,
    owner: PersonId,
) -> Stand {
    let text = desk.source(passage).text();
    let written = mention.range.of(text);
    // A pronoun was resolved by us: the draft's speaker may be meant if he is spoken of.
    let by_pronoun = !written.contains(char::is_uppercase) || pronoun(written).is_some();
    let by_pronoun = by_pronoun && fold(written) != "who";
    let doubtful = by_pronoun && !contradicts(written, drafted);
    let head = telling(written).pop().unwrap_or_default();
    let other_office = is_description(written) && is_known_for_others(desk, drafted, &head);
    let doubtful = doubtful
        && !other_office
        && is_near(desk, passage, drafted, 0)
        && !sure::is_pronoun_of(desk, passage, drafted, mention, owner);
    if may_be(desk, owner, drafted) && (by_pronoun || !is_own_word(desk, owner, drafted))
        || doubtful
        || sure::is_by_shared_surname(drafted, written)
        || sure::is_second_hand(desk, passage, drafted, mention)
        || sure::is_told_again(desk, passage)
    {
        return Stand::For;
    }
    if sure::has_namesake(desk, passage.source, written) {
        return Stand::Against(Owner::Described(mention.range));
    }
    Stand::Against(Owner::Named(owner))
}

/// The speaker is "the spokesman", or "he" without a name: it is somebody else only where the draft
/// names one whom the source does not mention, or who is no man.
fn unnamed(desk: &Desk<'_>, passage: &Passage, drafted: &Drafted<'_>, mention: &Speaker) -> Stand {
    let source = desk.source(passage);
    let written = mention.range.of(source.text());
    if let Some(holder) = sole_holder(desk, passage.source, drafted, written) {
        return Stand::Against(Owner::Named(holder));
    }
    if is_near(desk, passage, drafted, 1) && !contradicts(written, drafted) {
        return Stand::For;
    }
    if pronoun(written).is_some() {
        let other = contradicts(written, drafted)
            || !drafted.people.is_empty() && !is_mentioned(desk, passage.source, drafted);
        return if other { Stand::Against(Owner::Unnamed(mention.range)) } else { Stand::Silent };
    }
    if !is_description(written) {
        return Stand::Silent;
    }
    let people = desk.corpus.people();
    let holders = holders(desk, passage.source, written);
    if holders.iter().any(|holder| may_be(desk, *holder, drafted)) || fits(desk, drafted, written) {
        return Stand::For;
    }
    if let &[holder] = holders.as_slice()
        && people.get(holder).kind == NameKind::Person
    {
        return Stand::Against(Owner::Named(holder));
    }
    if drafted.people.is_empty() || is_mentioned(desk, passage.source, drafted) {
        return Stand::Silent;
    }
    Stand::Against(Owner::Described(mention.range))
}

/// The one person of the source who holds the office that it has speak ("the Harbour Party
/// candidate"), where the draft's speaker is known for other offices and surely is not meant.
fn sole_holder(
    desk: &Desk<'_>,
    source: usize,
    drafted: &Drafted<'_>,
    written: &str,
) -> Option<PersonId> {
    const FEWEST: usize = 2;
    let people = desk.corpus.people();
    let words = telling(written);
    let definite = written.starts_with("the ") || written.starts_with("The ");
    if !definite || words.len() < FEWEST || drafted.people.is_empty() {
        return None;
    }
    let elsewhere = is_known_for_others(desk, drafted, words.last()?);
    let &[holder] = holders(desk, source, written).as_slice() else { return None };
    let person = people.get(holder).kind == NameKind::Person;
    (elsewhere && person && !may_be(desk, holder, drafted)).then_some(holder)
}

/// Whether the draft's speaker has offices, and none of the kind that `head` names.
fn is_known_for_others(desk: &Desk<'_>, drafted: &Drafted<'_>, head: &str) -> bool {
    let people = desk.corpus.people();
    !drafted.people.is_empty()
        && drafted.people.iter().all(|person| {
            let roles = people.folded_roles(*person);
            !roles.is_empty() && !roles.iter().any(|role| role_has(&role.name, head))
        })
}

/// The gender of a pronoun.
pub(super) fn pronoun(written: &str) -> Option<Gender> {
    match written.to_lowercase().as_str() {
        "he" | "his" | "him" => Some(Gender::Male),
        "she" | "her" => Some(Gender::Female),
        _ => None,
    }
}

/// Whether the pronoun cannot mean the draft's speaker.
fn contradicts(written: &str, drafted: &Drafted<'_>) -> bool {
    match (pronoun(written), drafted.gender) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    }
}

/// "one long-time adviser", "the board": a noun and what stands before it.
pub(super) fn is_description(written: &str) -> bool {
    const BEGINNINGS: &[&str] = &["a", "an", "the", "one", "another"];
    let words: Vec<&str> = written.split_whitespace().collect();
    let begins = words.first().is_some_and(|word| BEGINNINGS.contains(&fold(word).as_str()));
    let ends = words.last().is_some_and(|word| word.starts_with(char::is_lowercase));
    words.len() >= 2 && begins && ends
}

/// The words of a description that tell, folded: "former Armorican minister".
pub(super) fn telling(written: &str) -> Vec<String> {
    const EMPTY: &[&str] = &["a", "an", "the", "one", "another", "of", "for", "in", "and", "s"];
    let folded = fold_name(written);
    let words = folded.split(' ').filter(|word| !EMPTY.contains(word));
    words.map(|word| unabridged(word).to_owned()).collect()
}

/// Whether a folded role has the folded `word`.
pub(super) fn role_has(role: &str, word: &str) -> bool {
    role.split(' ').any(|one| unabridged(one) == word)
}

/// Those whom the source names and to whom any source gives the role that a description names.
pub(super) fn holders(desk: &Desk<'_>, source: usize, written: &str) -> Vec<PersonId> {
    let wanted = telling(written);
    let people = desk.corpus.people();
    let mut holders: Vec<PersonId> = people
        .of_source(source)
        .iter()
        .copied()
        .filter(|&person| {
            people
                .folded_roles(person)
                .iter()
                .any(|role| wanted.iter().all(|word| role_has(&role.name, word)))
        })
        .collect();
    holders.sort_unstable();
    holders.dedup();
    holders
}

/// Whether the description may be of the draft's speaker: it names him, or the head of it is a role
/// of his.
fn fits(desk: &Desk<'_>, drafted: &Drafted<'_>, written: &str) -> bool {
    let words = telling(written);
    let surname = drafted.surname();
    let Some(head) = words.last() else { return true };
    let people = desk.corpus.people();
    words.contains(&surname)
        || drafted.people.iter().any(|person| {
            let roles = people.folded_roles(*person);
            roles.iter().any(|role| role_has(&role.name, head))
        })
}

fn is_author(source: &Source, drafted: &Drafted<'_>) -> bool {
    let surname = drafted.surname();
    let names = |name: &String| fold_name(name).split(' ').any(|word| word == surname);
    source.author.as_ref().is_some_and(names)
}

/// Whether the source speaks of the draft's speaker in the paragraph of the passage or `reach`
/// paragraphs about it.
fn is_near(desk: &Desk<'_>, passage: &Passage, drafted: &Drafted<'_>, reach: usize) -> bool {
    let source = desk.source(passage);
    let blocks = &source.extraction.blocks;
    let at = blocks.partition_point(|block| block.range.end <= passage.range.start);
    let from = blocks.get(at.saturating_sub(reach)).map_or(0, |block| block.range.start);
    let to = blocks.get(at + reach).map_or(source.text().len(), |block| block.range.end);
    let near = TextRange::new(from, to);
    mentions(desk, passage.source, drafted).any(|range| near.contains_range(range))
        || strays(desk, passage.source, drafted, near).next().is_some()
}

/// Whether the source has the words from the draft's speaker, who tells what another one said:
/// "…," Ash said, according to Lane.
fn relays(desk: &Desk<'_>, passage: &Passage, drafted: &Drafted<'_>) -> bool {
    let source = desk.source(passage);
    let text = source.text();
    let sentences = &source.reading().sentences;
    let at = sentences.partition_point(|sentence| sentence.end < passage.range.end);
    let Some(sentence) = sentences.get(at) else { return false };
    let end = sentences.get(at + 1).map_or(sentence.end, |next| next.end);
    let near = TextRange::new(sentence.start, end);
    let all = mentions(desk, passage.source, drafted);
    let mut all = all.chain(places_of_surname(source, drafted, near));
    all.any(|range| {
        let before = &text[..range.start];
        let before = before.get(before.len().saturating_sub(30)..).unwrap_or_default();
        near.contains_range(range) && before.to_lowercase().contains("according to")
    })
}

/// Whether the source names the draft's speaker, readers' comments not counted.
pub(super) fn is_mentioned(desk: &Desk<'_>, source: usize, drafted: &Drafted<'_>) -> bool {
    let number = source;
    let source = &desk.corpus.sources()[number];
    mentions(desk, number, drafted).any(|range| !source.is_comment(range.start))
        || source.writes(surname_of(drafted))
}

/// Where `within` has the surname as the draft writes it, whether or not it was read as a name.
pub(super) fn places_of_surname<'t>(
    source: &'t Source,
    drafted: &'t Drafted<'_>,
    within: TextRange,
) -> impl Iterator<Item = TextRange> + 't {
    let surname = surname_of(drafted);
    let places = within.of(source.text()).match_indices(surname);
    places
        .map(move |(at, found)| TextRange::new(within.start + at, within.start + at + found.len()))
}

/// The last word of the speaker's name, as the draft writes it.
fn surname_of<'t>(drafted: &'t Drafted<'_>) -> &'t str {
    drafted.name.rsplit(' ').next().unwrap_or(drafted.name)
}

/// Those places of the surname that name nobody else in full: "Danny Lane" is no Ada Lane.
pub(super) fn strays<'t>(
    desk: &'t Desk<'_>,
    number: usize,
    drafted: &'t Drafted<'_>,
    within: TextRange,
) -> impl Iterator<Item = TextRange> + 't {
    let names = &desk.corpus.sources()[number].reading().names;
    let own = fold_name(without_titles(drafted.name));
    let is_full = own.contains(' ') && drafted.people.len() == 1;
    let is_other = move |place: TextRange| {
        let next = names.mentions.partition_point(|one| one.range.end <= place.start);
        names.mentions.get(next).is_some_and(|one| {
            let written =
                fold_name(without_titles(one.range.of(desk.corpus.sources()[number].text())));
            let person = names.entities[one.entity].kind == NameKind::Person;
            let full = one.range.contains_range(place) && written.contains(' ');
            full && person && !may_be_written(&own, &written)
        })
    };
    places_of_surname(&desk.corpus.sources()[number], drafted, within)
        .filter(move |place| !is_full || !is_other(*place))
}

/// Whether two folded full names may be one's: alike in their first names or their initials.
fn may_be_written(one: &str, other: &str) -> bool {
    const TELLING: usize = 3;
    let first = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
    let (one, other) = (first(one), first(other));
    let initial = one.len().min(other.len()) <= 2;
    let letters = if initial { 1 } else { TELLING };
    one.chars().take(letters).eq(other.chars().take(letters))
}

pub(super) fn mentions(
    desk: &Desk<'_>,
    source: usize,
    drafted: &Drafted<'_>,
) -> impl Iterator<Item = TextRange> {
    let people = desk.corpus.people();
    drafted
        .people
        .iter()
        .flat_map(move |person| people.get(*person).mentions_in(source))
        .map(|(_, range)| *range)
}
