//! One entry for one utterance: the pieces of a quotation that its attribution interrupts.

use crate::reading::Reading;
use crate::reading::quotations::QuotationKind;

use super::{Entry, EntryKind, Saying};

/// Bytes of narration between two pieces of one utterance: "…,” Moss told the council, “and …".
const BETWEEN: usize = 160;

/// The entries of `said`, in order, those of one utterance joined.
pub(super) fn utterances<'a>(
    reading: &Reading,
    said: impl Iterator<Item = (&'a Saying<'a>, Entry)>,
) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut last: Option<&Saying<'_>> = None;
    for (saying, entry) in said {
        let goes_on = last.is_some_and(|last| is_one(reading, last, saying));
        last = Some(saying);
        match entries.last_mut() {
            Some(before) if goes_on && is_quoted(before) && is_quoted(&entry) => {
                join(before, entry)
            }
            _ => entries.push(entry),
        }
    }
    entries
}

fn join(before: &mut Entry, next: Entry) {
    let ends = before.text.ends_with(['.', '!', '?']);
    before.text = format!("{}{}{}", before.text, if ends { " " } else { " … " }, next.text);
    before.pieces.extend(next.pieces);
    before.passages.extend(next.passages);
}

fn is_quoted(entry: &Entry) -> bool {
    matches!(entry.kind, EntryKind::Said { quoted: true, .. })
}

/// Whether `next` is a piece of the utterance of `last`: the same speaker on the same day, and
/// between them nothing but the words that attribute them.
fn is_one(reading: &Reading, last: &Saying<'_>, next: &Saying<'_>) -> bool {
    let entity = |one: &Saying<'_>| one.attribution.speaker.as_ref().and_then(|one| one.entity);
    let (end, start) = (last.attribution.content.end, next.attribution.content.start);
    entity(last).is_some()
        && entity(last) == entity(next)
        && last.date.range == next.date.range
        && start.checked_sub(end).is_some_and(|gap| gap <= BETWEEN)
        && !is_title(reading, last)
        && !is_title(reading, next)
}

fn is_title(reading: &Reading, saying: &Saying<'_>) -> bool {
    let quotation = saying.attribution.quotation.and_then(|number| reading.quotations.get(number));
    quotation.is_some_and(|one| one.kind == QuotationKind::Unattributed)
}
