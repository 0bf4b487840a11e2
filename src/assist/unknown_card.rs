//! The card of a name that no source has: so it is told, with the names that come near.

use super::Page;
use super::card::{Card, CardLine, Piece};
use super::names::mention_at;
use super::passage::short_name;
use crate::corpus::people::{People, PersonId};
use crate::reading::names::{NameKind, fold_name};

/// How many names that come near are shown.
const SHOWN: usize = 3;

/// The card of the name at the raw byte `offset`, where the sources do not have it; `None` where
/// it is no full name of a person and comes near none.
pub(super) fn card(page: &Page<'_>, offset: usize) -> Option<Card> {
    let people = page.people?;
    let (mention, entity) = mention_at(page, offset)?;
    let range = page.draft.raw_range(mention.range);
    let told = page.checked.findings.iter().filter(|finding| finding.range.overlaps(range));
    let mut lines: Vec<CardLine> = told
        .map(|finding| CardLine::Paragraph(vec![Piece::text(format!("✗ {}", finding.message))]))
        .collect();
    let person = entity.kind == NameKind::Person && entity.name.contains(' ');
    let near = near(people, &entity.name);
    if lines.is_empty() && !person && near.is_empty()
        || !people.resolve_all(&entity.name).is_empty()
    {
        return None;
    }
    let count = page.corpus.sources().len();
    let sources = if count == 1 {
        "not in the source".to_owned()
    } else {
        format!("in none of {count} sources")
    };
    let pieces = vec![Piece::strong(entity.name.as_str()), Piece::text(format!(" · {sources}"))];
    lines.insert(0, CardLine::Paragraph(pieces));
    lines.extend(near.into_iter().map(|id| line(page, people, id)));
    Some(Card { range, lines })
}

/// Whose name it comes near, and who else has the last name.
fn near(people: &People, name: &str) -> Vec<PersonId> {
    let missed = people.near_miss(&name.split(' ').collect::<Vec<_>>());
    let folded = fold_name(name);
    let last = folded.rsplit(' ').next().unwrap_or_default();
    let mut near: Vec<PersonId> = missed.into_iter().map(|missed| missed.person).collect();
    let namesakes = people.with_surname(last).iter().copied();
    near.extend(namesakes.filter(|_| folded.contains(' ')));
    let mut seen = Vec::new();
    near.retain(|id| {
        !seen.contains(id) && {
            seen.push(*id);
            true
        }
    });
    near.truncate(SHOWN);
    near
}

/// "Ada Moss, mayor of Redport (Tribune)".
fn line(page: &Page<'_>, people: &People, id: PersonId) -> CardLine {
    let person = people.get(id);
    let mut pieces = vec![Piece::text("near it: "), Piece::strong(person.name.as_str())];
    if let Some(role) = person.told_roles().first() {
        pieces.push(Piece::text(format!(", {}", role.role)));
    }
    let first = person.mentions.first();
    if let Some((source, &(number, range))) =
        first.and_then(|first| Some((page.corpus.sources().get(first.0)?, first)))
    {
        let label = format!("{}:{}", short_name(source), source.line_number(range));
        pieces.extend([Piece::text(" · "), Piece::Link { label, source: number, range }]);
    }
    CardLine::Item(pieces)
}
