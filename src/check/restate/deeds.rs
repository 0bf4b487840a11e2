//! What shows that a draft tells of another deed of the same people than a statement: the verb of each,
//! or what it is done to, stands in the other nowhere, or the day differs as well as the number.

use super::events::Place;
use super::{Relation, Value};
use crate::check::desk::Desk;
use crate::corpus::statements::{Feature, Match, Profile, ProfileWord, Slot, SlotKind};
use crate::reading::cues::{self, Strength};
use crate::reading::grammar::{WordSet, words_of};
use crate::reading::stems;
use crate::text::{TextRange, Word, fold, words_in};

/// Words that end what is done to whom: "bought a *ferry* in".
static ENDS: WordSet = WordSet::new(|| {
    words_of(&[
        "in at on for from by of with to over after before near during against about and but or that \
         which who when while as into under between because if until since than outside inside",
    ])
});

/// A verb in the past, and the number of its word.
type Deed = (Feature, usize);

/// Whether the draft tells of another deed than the statement: who bought a lighthouse on one day may
/// have insured it on the next, or bought a crane; and what differs in day and in number is another.
pub(super) fn is_another(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>) -> bool {
    differs_in_day_and_number(desk, place, found) || is_of_another_year(desk, place, found) || {
        let text = &desk.draft.extraction.text;
        let source = desk.corpus.sources()[found.sentence.source].text();
        let own = Telling { text, sentence: place.sentence, profile: place.profile };
        let (range, profile) = (found.sentence.range, &found.sentence.profile);
        let stated = Telling { text: source, sentence: range, profile };
        let (drafted, told) = (own.deeds(place.slot), stated.deeds(&found.slot));
        own.lacks(&told) && stated.lacks(&drafted)
            || drafted.iter().any(|&deed| is_done_to_another((own, deed), (stated, &told), found))
    }
}

/// Whether both do the same to two things neither of which the other names.
fn is_done_to_another(
    (own, deed): (Telling<'_>, Deed),
    (stated, told): (Telling<'_>, &[Deed]),
    found: &Match<'_>,
) -> bool {
    let same = told.iter().find(|(feature, _)| *feature == deed.0);
    let Some((drafted, told)) = own.object(deed.1).zip(same.and_then(|same| stated.object(same.1)))
    else {
        return false;
    };
    !drafted.iter().any(|&feature| found.sentence.has_or_nears(feature))
        && !told.iter().any(|&feature| own.has(feature))
}

/// Whether beside the day a number differs that the draft tells, or beside the number its day.
fn differs_in_day_and_number(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>) -> bool {
    let source = found.sentence.source;
    let stated = found.sentence.profile.slots.iter().filter(|slot| slot.kind != place.slot.kind);
    let stated: Vec<Value<'_>> = stated.map(|slot| Value::of_source(desk, source, slot)).collect();
    let others = place.profile.slots.iter().filter(|slot| slot.kind != place.slot.kind);
    let mut others = others.map(|slot| Value::of_draft(desk, slot));
    others.any(|value| {
        let mut relations = stated.iter().map(|other| value.relation(*other));
        let consistent = relations.clone().any(Relation::is_consistent);
        !consistent && relations.any(|relation| relation == Relation::Apart)
    })
}

/// Whether the number belongs to a year that the draft names beside it and the source nowhere: "In
/// 2016 they fought a four-day war".
fn is_of_another_year(desk: &Desk<'_>, place: Place<'_>, found: &Match<'_>) -> bool {
    let source = &desk.corpus.sources()[found.sentence.source];
    // "Last year" and "next year" name theirs as well.
    let published = [source.date, source.updated];
    let mut years =
        place.profile.slots.iter().filter_map(|slot| match Value::of_draft(desk, slot) {
            Value::Date(date) => date.written.year,
            Value::Figure(_) => None,
        });
    let is_elsewhere = |year: i16| {
        published.iter().flatten().all(|date| date.year().abs_diff(year) > 1)
            && !source.writes(&year.to_string())
    };
    place.slot.kind == SlotKind::Figure && years.any(is_elsewhere)
}

/// A sentence and what it is known by.
#[derive(Clone, Copy)]
struct Telling<'a> {
    text: &'a str,
    sentence: TextRange,
    profile: &'a Profile,
}

impl Telling<'_> {
    fn has(&self, feature: Feature) -> bool {
        self.profile.words.iter().any(|word| word.feature == feature)
    }

    /// Whether none of the deeds is told here.
    fn lacks(&self, deeds: &[Deed]) -> bool {
        !deeds.is_empty() && !deeds.iter().any(|&(feature, _)| self.has(feature))
    }

    /// The verbs in the past that stand in the clause of `slot`; those of saying, and those that tell
    /// little without their object, are no deeds.
    fn deeds(&self, slot: &Slot) -> Vec<Deed> {
        let words = words_in(self.text, self.sentence);
        let is_deed = |at: usize| {
            let word = words.get(at).map(|word| fold(word.range.of(self.text)));
            word.is_some_and(|word| {
                let says = cues::verb(&word).is_some_and(|cue| cue.strength != Strength::Act);
                !says && stems::is_past(&word) && !MEASURES.contains(&word.as_str())
            })
        };
        let own = self.profile.words.iter().filter(|word| word.clause == slot.clause);
        let own = own.map(|word| (word.feature, usize::from(word.at)));
        own.filter(|(feature, at)| feature.is_stem() && is_deed(*at)).collect()
    }

    /// What the deed at word `verb` is done to: who is named or the head of what follows the verb, or
    /// of what precedes "was" before it; its readings.
    fn object(&self, verb: usize) -> Option<Vec<Feature>> {
        const BE: [&str; 5] = ["was", "were", "been", "is", "are"];
        let words = words_in(self.text, self.sentence);
        let be = verb.checked_sub(1).filter(|&at| BE.contains(&&*self.folded(&words, at)));
        let head = match be {
            Some(be) => {
                let mut known = self.profile.words.iter().rev().map(|word| usize::from(word.at));
                let head = known.find(|&at| at < be)?;
                (head..be).all(|at| self.joins(&words, at)).then_some(head)?
            }
            None => self.head_behind(&words, verb)?,
        };
        let own: Vec<Feature> = self.at(head).map(|word| word.feature).collect();
        own.iter().any(|one| one.is_stem() || one.is_any_name()).then_some(own)
    }

    /// The number of the word that heads what follows `verb`; of "fined Brock Shipping 70,000 crowns"
    /// the one who is named.
    fn head_behind(&self, words: &[Word], verb: usize) -> Option<usize> {
        let is_date = |at: usize| {
            let at = u16::try_from(at).unwrap_or(u16::MAX);
            let dates = self.profile.slots.iter().filter(|slot| slot.kind == SlotKind::Date);
            dates.into_iter().any(|slot| (slot.first..=slot.last).contains(&at))
        };
        let goes_on = |at: &usize| {
            *at < words.len()
                && self.joins(words, at - 1)
                && !is_date(*at)
                && !ENDS.contains(self.folded(words, *at).as_str())
        };
        let phrase = (verb + 1..).take_while(goes_on).filter(|&at| self.at(at).next().is_some());
        let phrase: Vec<usize> = phrase.collect();
        let named = |at: &&usize| self.at(**at).any(|word| word.feature.is_any_name());
        phrase.iter().find(named).or(phrase.last()).copied()
    }

    /// What is known of the word number `at`.
    fn at(&self, at: usize) -> impl Iterator<Item = &ProfileWord> {
        self.profile.words.iter().filter(move |word| usize::from(word.at) == at)
    }

    fn folded(&self, words: &[Word], at: usize) -> String {
        words.get(at).map(|word| fold(word.range.of(self.text))).unwrap_or_default()
    }

    /// Whether no mark stands between the word and the next.
    fn joins(&self, words: &[Word], at: usize) -> bool {
        let gap = words.get(at).zip(words.get(at + 1));
        gap.and_then(|(one, next)| self.text.get(one.range.end..next.range.start))
            .is_some_and(|gap| gap.trim().is_empty())
    }
}

/// Verbs that only tell how much or how long.
const MEASURES: [&str; 9] = [
    "lasted", "totalled", "totaled", "numbered", "amounted", "reached", "remained", "stood",
    "stayed",
];

#[cfg(test)]
mod tests {
    use crate::check::{self, Draft, Settings};
    use crate::corpus::{Corpus, Source};
    use crate::reading::markup::{Format, extract};

    /// How many findings the draft has.
    fn findings(draft: &str) -> usize {
        let told = "Captain Ines Dahl bought three ferries in Kirkholm on 3 May 2021.\n\n\
                    Nordlund Timber dismissed 30 workers at its sawmill in Orle.\n\n\
                    Mayor Lena Brandt inaugurated the fish market of Orle on 9 June 2021.\n\n\
                    The court fined Nordlund Timber 40,000 crowns over the spill in the harbour.";
        let mut source = Source::default();
        source.path = "s.txt".to_owned();
        source.extraction = extract(told, Format::Plain);
        let corpus = Corpus::build(vec![source]);
        let draft = Draft::new("d.txt", draft.to_owned(), Format::Plain, None);
        let checked = check::check(&corpus, &draft, &Settings::default(), &|| false);
        checked.map_or(0, |checked| checked.findings.len())
    }

    #[test]
    fn another_deed_has_a_day_and_a_number_of_its_own() {
        for (draft, expected) in [
            ("Captain Ines Dahl bought three ferries in Kirkholm on 13 May 2021.", 1),
            ("Captain Ines Dahl purchased four ferries in Kirkholm.", 1),
            ("Captain Ines Dahl insured the three ferries in Kirkholm on 13 May 2021.", 0),
            ("Captain Ines Dahl sold four ferries in Kirkholm.", 0),
            ("Nordlund Timber sacked 35 workers at its sawmill in Orle.", 1),
            ("Nordlund Timber hired 35 workers at its sawmill in Orle.", 0),
            ("Mayor Lena Brandt opened the fish market of Orle on 10 June 2021.", 1),
            ("Mayor Lena Brandt visited the fish market of Orle on 10 June 2021.", 0),
            ("Captain Ines Dahl bought two trams in Kirkholm on 5 May 2021.", 0),
            ("Captain Ines Dahl bought a hotel in Kirkholm on 8 January 2020.", 0),
            ("Mayor Lena Brandt opened the new school in Orle on 1 June 2021.", 0),
            ("The court fined Brock Shipping 70,000 crowns over the spill in the harbour.", 0),
            ("The court fined Nordlund Timber 70,000 crowns over the spill in the harbour.", 1),
            ("Nordlund Timber dismissed 80 workers at its sawmill in Orle in 2015.", 0),
            ("Nordlund Timber dismissed 80 workers at its sawmill in Orle in 2021.", 1),
        ] {
            assert_eq!(findings(draft), expected, "{draft}");
        }
    }
}
