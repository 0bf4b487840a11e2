//! The card of a quotation: the verdict, the words, who said them, where they stand.

use super::Page;
use super::card::{Card, CardLine, Piece};
use super::day::{spoken_date, spoken_day};
use super::{passage, wording};
use crate::check::{DiffOp, Evidence, JudgedQuotation, Verdict};
use crate::corpus::{Source, Status};
use crate::text::TextRange;

/// How many further sources are named.
const OTHERS: usize = 3;

/// The card of `judged`; `None` where nothing can be said of it.
pub(super) fn card(page: &Page<'_>, judged: &JudgedQuotation) -> Option<Card> {
    let mut lines = vec![CardLine::Paragraph(vec![Piece::strong(headline(page, judged)?)])];
    lines.extend(compared(judged));
    lines.extend(complaints(page, judged.range));
    if let Some(best) = judged.evidence.first() {
        lines.extend(origin(page, best, judged.verdict));
    }
    lines.extend(others(page, judged));
    lines.extend(unread(page, judged));
    Some(Card { range: judged.range, lines })
}

fn headline(page: &Page<'_>, judged: &JudgedQuotation) -> Option<String> {
    let diff = judged.evidence.first().and_then(|evidence| evidence.diff.as_deref());
    Some(match judged.verdict {
        Verdict::Verified => verbatim(judged.range.of(&page.draft.raw)),
        Verdict::Altered => format!("✗ {}", wording::headline(diff.unwrap_or_default())),
        Verdict::Spliced => "✗ Joined from passages that stand apart".to_owned(),
        Verdict::Unquoted => "✗ The source's own words, not a quotation".to_owned(),
        Verdict::Unsourced => nowhere(page),
        Verdict::Skipped if judged.evidence.is_empty() => return None,
        Verdict::Skipped => "✓ Stands in a source".to_owned(),
    })
}

/// "✓ Verbatim", with the editorial conventions that were honoured.
fn verbatim(words: &str) -> String {
    let brackets = words.matches('[').filter(|_| words.contains(']')).count();
    let plain = words.replace("[…]", "…").replace("[...]", "…");
    let ellipses = plain.matches('…').count() + plain.matches("...").count();
    let brackets = brackets - words.matches("[…]").count() - words.matches("[...]").count();
    let named = |number: usize, one: &str, many: &str| match number {
        0 => None,
        1 => Some(one.to_owned()),
        _ => Some(many.to_owned()),
    };
    let honoured: Vec<String> =
        [named(ellipses, "ellipsis", "ellipses"), named(brackets, "one bracket", "brackets")]
            .into_iter()
            .flatten()
            .collect();
    match honoured.is_empty() {
        true => "✓ Verbatim".to_owned(),
        false => format!("✓ Verbatim, {} honoured", honoured.join(" and ")),
    }
}

fn nowhere(page: &Page<'_>) -> String {
    match (page.still_reading, page.corpus.sources().len()) {
        (Some((read, total)), _) => format!("? Not found yet: {read} of {total} sources are read"),
        (None, 0) => "? There are no sources to check against".to_owned(),
        (None, 1) => "? Not in the one source".to_owned(),
        (None, sources) => format!("? In none of {sources} sources"),
    }
}

/// The draft's words against the source's, where they differ.
fn compared(judged: &JudgedQuotation) -> Option<CardLine> {
    let diff = judged.evidence.first()?.diff.as_deref()?;
    if judged.verdict != Verdict::Altered || diff.iter().all(|part| part.op == DiffOp::Equal) {
        return None;
    }
    let mut pieces = vec![Piece::text("“")];
    pieces.extend(wording::pieces(diff));
    pieces.push(Piece::text("”"));
    Some(CardLine::Next(pieces))
}

/// What other rules have to say of the same place.
fn complaints<'a>(page: &Page<'a>, range: TextRange) -> impl Iterator<Item = CardLine> + use<'a> {
    const TOLD_BY_THE_VERDICT: [&str; 4] =
        ["misquote", "spliced-quote", "unquoted-source", "unsourced-quote"];
    let findings = page.checked.findings.iter();
    findings
        .filter(move |finding| {
            finding.range.overlaps(range) && !TOLD_BY_THE_VERDICT.contains(&finding.rule)
        })
        .map(|finding| CardLine::Paragraph(vec![Piece::text(format!("✗ {}", finding.message))]))
}

/// Who said it, when, where, and the passage in its context.
fn origin(page: &Page<'_>, evidence: &Evidence, verdict: Verdict) -> Vec<CardLine> {
    let Some(source) = page.corpus.sources().get(evidence.source) else { return Vec::new() };
    let mut line = Vec::new();
    if verdict == Verdict::Unsourced {
        line.push(Piece::text("Nearest: "));
    }
    line.extend(said_by(source, evidence));
    line.push(Piece::Link {
        label: place_name(source, evidence.range),
        source: evidence.source,
        range: evidence.range,
    });
    vec![CardLine::Paragraph(line), CardLine::Next(passage::in_context(source, evidence))]
}

fn said_by(source: &Source, evidence: &Evidence) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if let Some(speaker) = &evidence.speaker {
        pieces.push(Piece::strong(speaker.as_str()));
        if let Some(role) = role_of(source, speaker) {
            pieces.push(Piece::text(format!(", {role}")));
        }
        pieces.push(Piece::text(" · "));
    }
    let published = source.date.map(|date| date.to_string());
    if let Some(date) = evidence.date.as_ref().filter(|date| Some(*date) != published.as_ref()) {
        pieces.push(Piece::text(format!("said {} · ", spoken_date(date))));
    }
    pieces
}

/// The first role that `source` gives `speaker`.
fn role_of<'s>(source: &'s Source, speaker: &str) -> Option<&'s str> {
    let entities = &source.reading().names.entities;
    let known = |name: &str| name == speaker;
    let entity = entities
        .iter()
        .find(|entity| known(&entity.name) || entity.spellings.iter().any(|name| known(name)))?;
    entity.roles.first().map(String::as_str)
}

/// "Tribune, 4 March 2021, line 3".
pub(super) fn place_name(source: &Source, range: TextRange) -> String {
    let date = source.date.map(|date| format!(", {}", spoken_day(date))).unwrap_or_default();
    format!("{}{date}, line {}", passage::short_name(source), source.line_number(range))
}

/// The other sources that have these words, or nearly.
fn others(page: &Page<'_>, judged: &JudgedQuotation) -> Option<CardLine> {
    let further = judged.evidence.get(1..).filter(|further| !further.is_empty())?;
    if judged.verdict == Verdict::Unsourced {
        return None;
    }
    let mut pieces = vec![Piece::text("Also: ")];
    for (at, evidence) in further.iter().take(OTHERS).enumerate() {
        let Some(source) = page.corpus.sources().get(evidence.source) else { continue };
        if at > 0 {
            pieces.push(Piece::text(" · "));
        }
        pieces.push(Piece::Link {
            label: passage::short_name(source),
            source: evidence.source,
            range: evidence.range,
        });
        let best = judged.evidence.first().and_then(|best| words_of(page, best));
        pieces.push(Piece::text(rendering(page, source, evidence, best.as_deref())));
    }
    if further.len() > OTHERS {
        pieces.push(Piece::text(format!(" · {} more", further.len() - OTHERS)));
    }
    Some(CardLine::Paragraph(pieces))
}

/// The words of a passage, one space between each.
fn words_of(page: &Page<'_>, evidence: &Evidence) -> Option<String> {
    let text = page.corpus.sources().get(evidence.source)?.text();
    let words = text.get(evidence.range.start..evidence.range.end)?;
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    Some(words.join(" ").trim_end_matches(['.', ',']).to_owned())
}

/// Whether `evidence` has the words of the best passage, `best`, or the draft's.
fn rendering(page: &Page<'_>, source: &Source, evidence: &Evidence, best: Option<&str>) -> String {
    let differs = evidence.diff.iter().flatten().any(|part| part.op != DiffOp::Equal);
    if !differs || (best.is_some() && words_of(page, evidence).as_deref() == best) {
        return " (same words)".to_owned();
    }
    let words = source.text().get(evidence.range.start..evidence.range.end).unwrap_or_default();
    let words: String = words.chars().take(90).collect();
    format!(" (another rendering: “{}”)", words.trim())
}

/// The sources that could not be read, where that may be the reason.
fn unread(page: &Page<'_>, judged: &JudgedQuotation) -> Option<CardLine> {
    if judged.verdict != Verdict::Unsourced {
        return None;
    }
    let unread: Vec<&str> = page
        .corpus
        .sources()
        .iter()
        .filter(|source| source.status != Status::Read)
        .map(|source| source.path.as_str())
        .collect();
    let names = unread.iter().take(OTHERS).copied().collect::<Vec<_>>().join(", ");
    let more = if unread.len() > OTHERS { ", …" } else { "" };
    (!unread.is_empty()).then(|| {
        CardLine::Paragraph(vec![Piece::text(format!("Not (wholly) read: {names}{more}"))])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honoured_conventions_are_named() {
        for (words, expected) in [
            ("we will not", "✓ Verbatim"),
            ("we … not", "✓ Verbatim, ellipsis honoured"),
            ("we [...] not", "✓ Verbatim, ellipsis honoured"),
            ("[W]e ... [the council] … not", "✓ Verbatim, ellipses and brackets honoured"),
            ("[W]e not", "✓ Verbatim, one bracket honoured"),
        ] {
            assert_eq!(verbatim(words), expected, "{words}");
        }
    }
}
