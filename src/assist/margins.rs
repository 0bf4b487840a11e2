//! What stands beside a draft's text: a line of counts, hints behind quotations, colours.

use super::Page;
use super::day::spoken_day;
use crate::check::{JudgedQuotation, Tally, Verdict};
use crate::text::TextRange;

/// "12 quotations: 10 verified, 1 altered, 1 not found"; `None` where there is no quotation.
#[must_use]
pub fn counts(page: &Page<'_>) -> Option<String> {
    let mut tally = Tally::default();
    tally.add(page.checked);
    let all = tally.judged();
    if all == 0 {
        return None;
    }
    let parts = [
        (tally.sound(), "verified"),
        (tally.altered, "altered"),
        (tally.spliced, "spliced"),
        (tally.unquoted, "a source's own words"),
        (tally.wrong_speaker, "wrong speaker"),
        (tally.unsourced, "not found"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let noun = if all == 1 { "quotation" } else { "quotations" };
    Some(format!("{all} {noun}: {}", parts.join(", ")))
}

/// A hint behind a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Raw byte behind which it stands.
    pub at: usize,
    /// "Tribune, 4 March 2021".
    pub label: String,
}

/// Source and date of every verified quotation that ends in `range` (raw bytes).
#[must_use]
pub fn hints(page: &Page<'_>, range: TextRange) -> Vec<Hint> {
    let verified = page.checked.quotations.iter().filter(|judged| {
        judged.verdict == Verdict::Verified
            && range.start <= judged.range.end
            && judged.range.end <= range.end
    });
    verified.filter_map(|judged| hint(page, judged)).collect()
}

fn hint(page: &Page<'_>, judged: &JudgedQuotation) -> Option<Hint> {
    let best = judged.evidence.first()?;
    let source = page.corpus.sources().get(best.source)?;
    let date = source.date.map(|date| format!(", {}", spoken_day(date))).unwrap_or_default();
    let at = page.with_marks(judged.range).end;
    Some(Hint { at, label: format!("{}{date}", source.display_name()) })
}

/// The quotations to be coloured (raw bytes), with whether they are verified.
#[must_use]
pub fn coloured(page: &Page<'_>) -> Vec<(TextRange, bool)> {
    let judged = page.checked.quotations.iter();
    let judged = judged.filter(|judged| judged.verdict != Verdict::Skipped);
    judged.map(|judged| (judged.range, judged.verdict == Verdict::Verified)).collect()
}
