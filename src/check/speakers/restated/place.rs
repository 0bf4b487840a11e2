//! A place of a source that may say what the draft reports.

use super::is_named;
use crate::check::desk::Desk;
use crate::check::speakers::owners::is_mentioned;
use crate::check::speakers::{Drafted, may_be};
use crate::corpus::people::PersonId;
use crate::reading::names::NameKind;
use crate::text::TextRange;

/// The fewest words, names and numbers of a statement that tell something, which the source must
/// share, and of these the fewest that are plain words.
const FEWEST_SHARED: usize = 5;
const FEWEST_STEMS: usize = 3;
/// The fewest where the whole of both statements is the same.
const FEWEST_OF_ALL: usize = 4;
/// Least shares of the source's and the draft's words for that.
const REVERSE_OF_ALL: f32 = 0.8;
const COVERAGE_OF_ALL: f32 = 0.8;
/// Least share of the weight of the draft's words that the source has.
const COVERAGE: f32 = 0.72;
/// Least share of the weight of the source's words that the draft has.
const REVERSE: f32 = 0.5;
/// A part of a statement: nearly all of the draft's, and the least share of the source's.
const ALL: f32 = 0.92;
const REVERSE_OF_PART: f32 = 0.35;
/// From this share on, what another one says, or the source itself, is as near as the owner's.
const AS_NEAR: f32 = 0.8;
const KNOWN: f32 = 0.6;

/// A stretch of a source beside a draft's statement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) source: usize,
    pub(super) sentence: TextRange,
    /// What is compared: the part of the sentence that its speaker says, or the sentence.
    pub(super) range: TextRange,
    /// Among the source's attributions; `None` for what the source tells itself.
    pub(super) attribution: Option<usize>,
    pub(super) coverage: f32,
    pub(super) reverse: f32,
    pub(super) shared: usize,
    pub(super) stems: usize,
    /// Whether the same numbers and as many negations stand in both.
    pub(super) is_alike: bool,
}

impl Place {
    pub(super) fn empty(
        source: usize,
        sentence: TextRange,
        range: TextRange,
        attribution: Option<usize>,
    ) -> Self {
        Self {
            source,
            sentence,
            range,
            attribution,
            coverage: 0.0,
            reverse: 0.0,
            shared: 0,
            stems: 0,
            is_alike: false,
        }
    }

    /// Whether the draft surely restates it.
    pub(super) fn is_restated(&self) -> bool {
        self.attribution.is_some()
            && self.is_alike
            && self.stems >= FEWEST_STEMS
            && (self.is_near() && self.shared >= FEWEST_SHARED
                || self.is_all() && self.shared >= FEWEST_OF_ALL)
    }

    fn is_near(&self) -> bool {
        self.coverage >= COVERAGE && self.reverse >= REVERSE
            || self.coverage >= ALL && self.reverse >= REVERSE_OF_PART
    }

    fn is_all(&self) -> bool {
        self.coverage >= COVERAGE_OF_ALL && self.reverse >= REVERSE_OF_ALL
    }

    /// The person who surely says it, and is surely not the draft's speaker.
    pub(super) fn owner(&self, desk: &Desk<'_>, drafted: &Drafted<'_>) -> Option<PersonId> {
        let person = self.person(desk)?;
        let known = desk.corpus.people().get(person);
        let sure = self.is_named(desk) || !is_mentioned(desk, self.source, drafted);
        let other = known.kind == NameKind::Person && !may_be(desk, person, drafted);
        (sure && other).then_some(person)
    }

    /// The person who says it by the source's own naming.
    fn person(&self, desk: &Desk<'_>) -> Option<PersonId> {
        let source = &desk.corpus.sources()[self.source];
        let attribution = &source.reading().attributions[self.attribution?];
        let speaker = attribution.speaker.as_ref()?;
        desk.corpus.people().of_entity(self.source, speaker.entity?)
    }

    /// Whether the source names the speaker there, and not by a pronoun.
    fn is_named(&self, desk: &Desk<'_>) -> bool {
        let source = &desk.corpus.sources()[self.source];
        let at = self.attribution.and_then(|at| source.reading().attributions.get(at));
        let speaker = at.and_then(|attribution| attribution.speaker.as_ref());
        speaker.is_some_and(|speaker| is_named(source.text(), speaker))
    }

    /// Whether somebody else than `owner`, or nobody, says much the same.
    pub(super) fn rivals(&self, desk: &Desk<'_>, best: &Self, owner: PersonId) -> bool {
        let least = if self.attribution.is_none() { KNOWN } else { AS_NEAR };
        self.coverage >= least * best.coverage && self.person(desk) != Some(owner)
    }
}
