//! What the sources have people say.

use super::{Page, Place};
use crate::corpus::Source;
use crate::corpus::chronicle::date_of_turn;
use crate::corpus::people::PersonId;
use crate::reading::quotations::QuotationKind;

/// A quotation of a source.
#[derive(Clone, Debug)]
pub struct Said<'a> {
    /// Where they stand.
    pub(super) source: &'a Source,
    /// The words' place.
    pub place: Place,
    /// The words without their marks.
    pub words: &'a str,
    /// Who says them, in the fullest form of their source.
    pub speaker: Option<&'a str>,
    /// The number of the speaker among the source's entities.
    pub(super) entity: Option<usize>,
    /// The source's date, EDTF.
    pub date: Option<String>,
    /// The number of the attribution among those of the source.
    attribution: Option<usize>,
}

impl Said<'_> {
    /// The day on which the source has the words said, EDTF.
    pub(super) fn said_on(&self) -> Option<String> {
        let reading = self.source.reading();
        let attribution = reading.attributions.get(self.attribution?)?;
        date_of_turn(reading, self.source.text(), attribution).map(|date| date.value.clone())
    }
}

/// The quotations of the source numbered `number`, scare quotes and titles left out.
pub fn quotations_of<'a>(
    source: &'a Source,
    number: usize,
) -> impl Iterator<Item = Said<'a>> + use<'a> {
    let reading = source.reading();
    let date = source.date.map(|date| date.to_string());
    let mut speakers = vec![None; reading.quotations.len()];
    for (number, attribution) in reading.attributions.iter().enumerate() {
        if let (Some(quotation), Some(speaker)) = (attribution.quotation, &attribution.speaker)
            && let Some(slot) = speakers.get_mut(quotation)
        {
            *slot = Some((number, speaker));
        }
    }
    reading.quotations.iter().zip(speakers).filter_map(move |(quotation, speaker)| {
        if quotation.kind == QuotationKind::Unattributed || quotation.depth > 0 {
            return None;
        }
        Some(Said {
            source,
            place: Place { source: number, range: quotation.range },
            words: quotation.range.of(source.text()),
            speaker: speaker.and_then(|(_, speaker)| speaker.name.as_deref()),
            entity: speaker.and_then(|(_, speaker)| speaker.entity),
            date: date.clone(),
            attribution: speaker.map(|(number, _)| number),
        })
    })
}

/// Every quotation that the sources give to `person`, oldest first.
pub(super) fn said_by<'a>(page: &Page<'a>, person: PersonId) -> Vec<Said<'a>> {
    let Some(people) = page.people else { return Vec::new() };
    let mut sources = people.get(person).sources();
    sources.dedup();
    let mut said: Vec<Said<'a>> = Vec::new();
    for number in sources {
        let Some(source) = page.corpus.sources().get(number) else { continue };
        let theirs = quotations_of(source, number).filter(|said| {
            said.entity.and_then(|entity| people.of_entity(number, entity)) == Some(person)
        });
        said.extend(theirs);
    }
    said.sort_by(|a, b| (&a.date, a.place).cmp(&(&b.date, b.place)));
    said
}
