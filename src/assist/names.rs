//! Which name of the sources stands at a place of a draft.

use super::Page;
use crate::corpus::people::PersonId;
use crate::reading::names::{Entity, NameMention};
use crate::text::TextRange;

/// A name in a draft that the sources know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) person: PersonId,
    /// The number of the draft's own entity.
    pub(super) entity: usize,
    /// Raw bytes of the draft.
    pub(super) range: TextRange,
}

/// The draft's own mention of a name at the raw byte `offset`, and whom it names there.
pub(super) fn mention_at<'a>(
    page: &Page<'a>,
    offset: usize,
) -> Option<(&'a NameMention, &'a Entity)> {
    let names = &page.draft.reading.names;
    let at = page.draft.extraction.map.extracted_offset(offset);
    let after = names.mentions.partition_point(|mention| mention.range.start <= at);
    let mention = names.mentions[..after].last().filter(|mention| at <= mention.range.end)?;
    Some((mention, names.entities.get(mention.entity)?))
}

/// The name at the raw byte `offset`; `None` where there is none, or where the sources do not know
/// it or know several who are called so.
pub(super) fn name_at(page: &Page<'_>, offset: usize) -> Option<Named> {
    let people = page.people?;
    let (mention, entity) = mention_at(page, offset)?;
    let text = mention.range.of(&page.draft.extraction.text);
    // The fullest form says best who is meant; where the sources do not know it, the words do.
    let person = people.resolve(&entity.name).or_else(|| people.resolve(text))?;
    let range = page.draft.raw_range(mention.range);
    Some(Named { person, entity: mention.entity, range })
}
