//! Nothing has members before it is founded: what the sources tell of a body's founding, against
//! those who belonged to it earlier.

use jiff::civil::Date;

use super::{Feature, Profile, Sentence, SlotKind};
use crate::corpus::Corpus;
use crate::reading::dates::DateMention;
use crate::reading::names::NameKind;

/// A statement that has somebody belong to a body, and when.
pub(crate) struct Membership<'a> {
    pub(crate) sentence: &'a Sentence,
    pub(crate) date: &'a DateMention,
}

/// Whether the clause numbered `clause` tells that something is founded.
pub(crate) fn tells_a_founding(profile: &Profile, clause: u8) -> bool {
    let founded = Feature::of_word("founded");
    words_of(profile, clause).any(|one| one == founded)
}

/// The names and stems of the clause numbered `clause`.
pub(crate) fn words_of(profile: &Profile, clause: u8) -> impl Iterator<Item = Feature> {
    profile.words.iter().filter(move |word| word.clause == clause).map(|word| word.feature)
}

/// Whether a word names a body.
pub(crate) fn is_body(corpus: &Corpus, feature: Feature) -> bool {
    feature.person().is_some_and(|one| corpus.people().get(one).kind == NameKind::Organisation)
}

/// The first statement that has somebody belong to one of the bodies among `words` before `start`.
pub(crate) fn member_before(
    corpus: &Corpus,
    words: impl Iterator<Item = Feature>,
    start: Date,
) -> Option<Membership<'_>> {
    let mut bodies: Vec<Feature> = words.filter(|one| is_body(corpus, *one)).collect();
    bodies.sort_unstable();
    bodies.dedup();
    bodies.into_iter().find_map(|body| {
        corpus.statements().about(body).find_map(|sentence| {
            let date = earlier_member(corpus, sentence, body, start)?;
            Some(Membership { sentence, date })
        })
    })
}

/// A date of `sentence` before `start` on which somebody is a member of `body`.
fn earlier_member<'a>(
    corpus: &'a Corpus,
    sentence: &Sentence,
    body: Feature,
    start: Date,
) -> Option<&'a DateMention> {
    let reading = corpus.sources()[sentence.source].reading();
    let profile = &sentence.profile;
    let belongs = |clause: u8| {
        let belonging = ["member", "joined", "acceded", "summit"].map(Feature::of_word);
        words_of(profile, clause).any(|one| one == body)
            && words_of(profile, clause).any(|one| belonging.contains(&one))
    };
    let dates = profile.slots.iter().filter(|slot| slot.kind == SlotKind::Date);
    dates
        .filter(|slot| belongs(slot.clause))
        .map(|slot| &reading.dates[slot.number as usize])
        .find(|date| date.end.is_some_and(|end| end < start))
}
