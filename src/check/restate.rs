//! The draft's clauses that tell something with a date or a figure, and the statements of the
//! sources that they restate.

use super::desk::Desk;
use crate::corpus::statements::{Feature, Match, Namer, StatedClause, inside};
use crate::reading::clauses::{self, Clause};
use crate::text::TextRange;

/// Least coverage of a clause by a statement it surely restates.
const SURE: f32 = 0.6;
/// Least coverage of a clause by a statement it likely restates.
const LIKELY: f32 = 0.5;
/// Least coverage of a clause by a statement that has something to do with it.
const ECHO: f32 = 0.25;
/// Least coverage by the one clause of the statement that has the date or figure.
const SURE_CLAUSE: f32 = 0.4;
/// Least coverage of a clause's own words: who, did what, to whom.
const SURE_CORE: f32 = 0.6;
/// The same where little is shared: one name and one word.
const SURE_OF_LITTLE: f32 = 0.72;
/// The same where three words and no name are shared.
const SURE_WITHOUT_NAME: f32 = 0.85;
/// A statement this near to the best one may speak of the same thing.
const RIVAL: f32 = 0.8;

/// Least coverage of a clause's own words by a statement that may speak of the same thing.
const RIVAL_CORE: f32 = 0.5;

/// A clause of the draft with what it restates.
pub(crate) struct Told<'a> {
    /// Numbers of the draft's dates in the clause.
    pub(crate) dates: Vec<usize>,
    /// Numbers of the draft's figures in the clause.
    pub(crate) figures: Vec<usize>,
    /// Whether the clause tells that something was said.
    pub(crate) says: bool,
    /// What the clause itself is about.
    pub(crate) core: Vec<Feature>,
    /// The likest statements, best first.
    matches: Vec<Match<'a>>,
}

impl<'a> Told<'a> {
    /// The statements that the clause surely restates.
    pub(crate) fn sure(&self) -> impl Iterator<Item = &Match<'a>> {
        let best = self.best();
        self.matches.iter().filter(move |found| is_sure(found) && found.coverage >= RIVAL * best)
    }

    /// The statements that the clause likely restates: enough to tell that sources disagree, which
    /// accuses nobody.
    pub(crate) fn likely(&self) -> impl Iterator<Item = &Match<'a>> {
        self.matches.iter().filter(|found| is_likely(found))
    }

    /// Statements of the same people and things: what has the draft's very date or figure among
    /// them speaks for the draft.
    pub(crate) fn echoes(&self) -> impl Iterator<Item = &Match<'a>> {
        // Of what is said on one day to one listener, what is said to another is no echo.
        let core = if self.says { RIVAL_CORE } else { 0.0 };
        self.matches.iter().filter(move |found| {
            found.names + found.stems >= 2
                && found.stems >= 1
                && found.coverage >= ECHO
                && found.core_coverage >= core
        })
    }

    /// All statements that may tell the same.
    pub(crate) fn rivals(&self) -> impl Iterator<Item = &Match<'a>> {
        let best = self.best();
        self.matches.iter().filter(move |found| {
            let near_best = found.coverage >= RIVAL * best && found.core_coverage >= RIVAL_CORE;
            near_best || (is_likely(found) && (!self.says || found.core_coverage >= RIVAL_CORE))
        })
    }

    fn best(&self) -> f32 {
        self.matches.iter().map(|found| found.coverage).fold(0.0, f32::max)
    }
}

fn is_likely(found: &Match<'_>) -> bool {
    let told = found.names >= 1 && found.stems >= 1 || found.stems >= 3;
    told && found.coverage >= LIKELY && found.clause_coverage >= SURE_CLAUSE
}

/// Whether the statement is surely what a clause restates, were there no better one.
pub(crate) fn is_sure(found: &Match<'_>) -> bool {
    let told = match (found.names, found.stems, found.sayings) {
        (0, 3, _) => found.coverage >= SURE_WITHOUT_NAME,
        (0, stems, _) => stems >= 4,
        (1, 1, _) => found.coverage >= SURE_OF_LITTLE && found.core_coverage >= SURE_OF_LITTLE,
        (1, stems, _) => stems >= 2,
        (_, stems, sayings) => stems + sayings >= 1,
    };
    told && found.coverage >= SURE
        && found.core_coverage >= SURE_CORE
        && (found.clause_coverage >= SURE_CLAUSE || found.sentence.clauses.len() == 1)
}

impl Match<'_> {
    /// The clause of the statement that is restated.
    pub(crate) fn stated(&self) -> &StatedClause {
        &self.sentence.clauses[self.clause]
    }
}

/// The draft's clauses with dates or figures and their statements; `None` where cancelled.
pub(crate) fn read<'a>(desk: &Desk<'a>, cancelled: &dyn Fn() -> bool) -> Option<Vec<Told<'a>>> {
    let (draft, reading) = (desk.draft, &desk.draft.reading);
    if reading.dates.is_empty() && reading.figures.is_empty() {
        return Some(Vec::new());
    }
    let text = &draft.extraction.text;
    let Some(namer) = desk.namer else { return Some(Vec::new()) };
    let mut told = Vec::new();
    let mut before = None;
    for &sentence in &reading.sentences {
        if cancelled() {
            return None;
        }
        for clause in clauses::read(text, sentence) {
            let dates = outside(desk, inside(&reading.dates, &clause, |date| date.range), |date| {
                reading.dates[date].range
            });
            let figures =
                outside(desk, inside(&reading.figures, &clause, |one| one.range), |figure| {
                    reading.figures[figure].range
                });
            if dates.is_empty() && figures.is_empty() {
                continue;
            }
            let core = core(desk, namer, &clause, sentence, before);
            let says = core.iter().any(|feature| feature.is_saying());
            // A clause of saying says little without what is said.
            let features = if says || core.len() < 3 {
                let mut features = namer.features(text, reading, &[sentence]);
                features.extend_from_slice(&core);
                features.sort_unstable();
                features.dedup();
                features
            } else {
                core.clone()
            };
            let matches = desk.corpus.statements().matches(&features, &core);
            told.push(Told { dates, figures, says, core, matches });
        }
        before = Some(sentence);
    }
    Some(told)
}

/// What the clause is about, with the subject that it goes on from the sentence before.
fn core(
    desk: &Desk<'_>,
    namer: &Namer<'_>,
    clause: &Clause,
    sentence: TextRange,
    before: Option<TextRange>,
) -> Vec<Feature> {
    let (text, reading) = (&desk.draft.extraction.text, &desk.draft.reading);
    let mut features = namer.features(text, reading, clause);
    if clause.first().is_some_and(|first| first.start == sentence.start) {
        features.extend(namer.subject(text, reading, sentence, before));
    }
    features.sort_unstable();
    features.dedup();
    features
}

/// Those of `numbers` that do not stand in a quotation: its words are judged by themselves.
fn outside(desk: &Desk<'_>, numbers: Vec<usize>, place: impl Fn(usize) -> TextRange) -> Vec<usize> {
    let quotations = &desk.draft.reading.quotations;
    numbers
        .into_iter()
        .filter(|&number| {
            let range = place(number);
            let end = quotations.partition_point(|one| one.outer.start <= range.start);
            !quotations[..end].iter().rev().take(8).any(|one| one.outer.contains_range(range))
        })
        .collect()
}
