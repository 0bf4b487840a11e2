//! One draft on the desk: its quotations judged, and what the rules share in reporting on them.

use super::judge::{self, Claim, Judgement, Part, Passage, Surroundings};
use super::speakers::Drafted;
use super::{DiffOp, DiffPart, Draft, Evidence, JudgedQuotation, Settings};
use crate::corpus::chronicle::is_of_a_known_week;
use crate::corpus::statements::Namer;
use crate::corpus::{Confidence, Corpus, Source};
use crate::reading::dates::MONTHS;
use crate::reading::quotations::Quotation;
use crate::text::TextRange;

/// What every rule sees.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Desk<'a> {
    pub(crate) corpus: &'a Corpus,
    pub(crate) draft: &'a Draft,
    pub(crate) settings: &'a Settings,
    /// Which of the sources' people the draft's names are; `None` for a draft that tells nothing of
    /// anybody.
    pub(crate) namer: Option<&'a Namer<'a>>,
}

/// A quotation of the draft with the judgement on its words.
#[derive(Clone, Debug)]
pub(crate) struct Judged<'a> {
    pub(crate) quotation: &'a Quotation,
    /// Its number among the draft's quotations.
    pub(crate) number: usize,
    pub(crate) judgement: Judgement,
}

impl<'a> Desk<'a> {
    /// Judges every quotation of the draft; `None` where the work was cancelled.
    pub(crate) fn judge(&self, cancelled: &dyn Fn() -> bool) -> Option<Vec<Judged<'a>>> {
        let draft = self.draft;
        let mut judged = Vec::with_capacity(draft.reading.quotations.len());
        for (number, quotation) in draft.reading.quotations.iter().enumerate() {
            if cancelled() {
                return None;
            }
            let speaker = draft
                .reading
                .attribution_of(number)
                .and_then(|attribution| attribution.speaker.as_ref());
            let drafted = speaker.and_then(|speaker| Drafted::read(self, speaker));
            let claim = Claim {
                text: &draft.extraction.text,
                quotation,
                paragraph: draft.paragraph_at(quotation.outer.start),
                speaker: speaker
                    .and_then(|speaker| speaker.entity)
                    .and_then(|entity| self.namer?.person(entity)),
                is_strangers: drafted.is_some_and(|drafted| drafted.people.is_empty()),
                surroundings: Surroundings::default(),
            };
            let judgement = judge::judge(self.corpus, &claim);
            judged.push(Judged { quotation, number, judgement });
        }
        Some(judged)
    }

    /// The speaker whom the draft gives the quotation numbered `number`.
    pub(crate) fn drafted_speaker(&self, number: usize) -> Option<String> {
        let reading = &self.draft.reading;
        let speaker = reading.attribution_of(number)?.speaker.as_ref()?;
        speaker.name.clone()
    }

    /// What `judged` looks like from outside.
    pub(crate) fn report(&self, judged: &Judged<'_>) -> JudgedQuotation {
        JudgedQuotation {
            range: self.draft.raw_range(judged.quotation.range),
            speaker: self.drafted_speaker(judged.number),
            verdict: judged.judgement.verdict,
            evidence: {
                let judgement = &judged.judgement;
                let mut evidence = self.evidence(&judgement.passages);
                evidence.extend(self.evidence(&judgement.renderings));
                evidence
            },
        }
    }

    /// Passages as evidence, in their order.
    pub(crate) fn evidence(&self, passages: &[Passage]) -> Vec<Evidence> {
        passages.iter().map(|passage| self.evidence_of(passage)).collect()
    }

    fn evidence_of(&self, passage: &Passage) -> Evidence {
        let source = self.source(passage);
        Evidence {
            source: passage.source,
            range: passage.range,
            speaker: speaker_of(source, passage.range),
            date: date_of(source, passage.range),
            diff: Some(passage.parts.iter().map(|part| self.diff_part(part, source)).collect()),
        }
    }

    fn diff_part(&self, part: &Part, source: &Source) -> DiffPart {
        DiffPart {
            op: part.op,
            draft: part.draft.of(&self.draft.extraction.text).to_owned(),
            source: part.source.of(source.text()).to_owned(),
            draft_range: self.draft.raw_range(part.draft),
            source_range: part.source,
        }
    }

    /// The source that holds `passage`.
    pub(crate) fn source(&self, passage: &Passage) -> &'a Source {
        &self.corpus.sources()[passage.source]
    }

    /// "Tribune, 4 March 2021, line 3": where to look.
    pub(crate) fn place(&self, passage: &Passage) -> String {
        self.place_of(passage.source, passage.range)
    }

    /// The same for a `range` of the source numbered `number`.
    pub(crate) fn place_of(&self, number: usize, range: TextRange) -> String {
        let source = &self.corpus.sources()[number];
        let line = source.line_number(range);
        match source.date {
            Some(date) if source.date_confidence > Confidence::Low => {
                format!("{}, {}, line {line}", source.display_name(), day_month_year(date))
            }
            _ => format!("{}, line {line}", source.display_name()),
        }
    }

    /// The smallest raw range of the draft that holds every change of `passage`.
    pub(crate) fn changed_range(&self, passage: &Passage) -> Option<TextRange> {
        let ranges = passage.changes().map(|part| {
            let raw = self.draft.raw_range(part.draft);
            if part.op == DiffOp::Insert { self.neighbour(part.draft.start) } else { raw }
        });
        ranges.reduce(TextRange::cover)
    }

    /// The word that ends or begins at the extracted `offset`, in raw bytes: where something is
    /// missing there is nothing to underline but its neighbour.
    fn neighbour(&self, offset: usize) -> TextRange {
        let text = &self.draft.extraction.text;
        let start = text[..offset]
            .rfind(|character: char| {
                !character.is_alphanumeric() && character != '’' && character != '\''
            })
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let end = text[offset..]
            .find(|character: char| !character.is_alphanumeric())
            .map_or(text.len(), |at| offset + at);
        self.draft.raw_range(TextRange::new(start, end))
    }
}

/// Who says the passage, by its source.
fn speaker_of(source: &Source, range: TextRange) -> Option<String> {
    judge::speaker_of(source, range)?.name.clone()
}

/// When the passage was said, by its source; else when the source was published.
fn date_of(source: &Source, range: TextRange) -> Option<String> {
    let said = source
        .dated_sayings()
        .iter()
        .filter(|saying| saying.content.overlaps(range))
        .map(|saying| &source.reading().dates[saying.date])
        .find(|date| is_of_a_known_week(date))
        .map(|date| date.value.clone());
    let published = source.date.filter(|_| source.date_confidence > Confidence::Low);
    said.or_else(|| published.map(|date| date.to_string()))
}

/// "4 March 2021".
pub(crate) fn day_month_year(date: jiff::civil::Date) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), date.year())
}

/// The name of a month, from 1.
pub(crate) fn month_name(month: i8) -> &'static str {
    MONTHS[usize::from(month.unsigned_abs().clamp(1, 12)) - 1]
}
