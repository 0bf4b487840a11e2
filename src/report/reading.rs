//! What the reader sees in a document, as JSON, one JSON line a document, CSV or text.

use std::collections::BTreeMap;

use serde::Serialize;

use super::places::Range;
use super::style::{self, paint};
use super::text::{clean, wrap};
use super::{dates, json, words};
use crate::check::Draft;
use crate::reading::attribution::Attribution;
use crate::reading::dates::DateMention;
use crate::reading::figures::Figure;
use crate::reading::names::NameMention;
use crate::text::TextRange;

#[derive(Serialize)]
struct Listing<'a> {
    schema_version: u32,
    documents: Vec<DocumentJson<'a>>,
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    path: &'a str,
    date: Option<String>,
    quotations: Vec<QuotationJson<'a>>,
    dates: Vec<DateJson<'a>>,
    names: Vec<NameJson<'a>>,
    figures: Vec<FigureJson<'a>>,
}

#[derive(Serialize)]
struct QuotationJson<'a> {
    range: Range,
    text: &'a str,
    kind: &'static str,
    speaker: Option<SpeakerJson<'a>>,
    cue: Option<SpanJson<'a>>,
}

#[derive(Serialize)]
struct SpeakerJson<'a> {
    range: Range,
    text: &'a str,
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct SpanJson<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct DateJson<'a> {
    range: Range,
    text: &'a str,
    value: &'a str,
    start: Option<String>,
    end: Option<String>,
    granularity: &'static str,
    approximate: bool,
}

#[derive(Serialize)]
struct NameJson<'a> {
    range: Range,
    text: &'a str,
    name: &'a str,
    kind: &'static str,
}

#[derive(Serialize)]
struct FigureJson<'a> {
    range: Range,
    text: &'a str,
    value: Option<serde_json::Number>,
    unit: Option<&'a str>,
    /// The greatest value it may mean, where that is another.
    high: Option<serde_json::Number>,
    approximate: bool,
}

/// All documents as one object.
///
/// # Errors
/// Where the serializer fails.
pub fn render_json(documents: &[Draft]) -> serde_json::Result<String> {
    let documents = documents.iter().map(DocumentJson::of).collect();
    let listing = Listing { schema_version: json::SCHEMA_VERSION, documents };
    Ok(serde_json::to_string_pretty(&listing)? + "\n")
}

/// One line of JSON a document.
///
/// # Errors
/// Where the serializer fails.
pub fn render_lines(documents: &[Draft]) -> serde_json::Result<String> {
    let mut out = String::new();
    for document in documents {
        out += &serde_json::to_string(&DocumentJson::of(document))?;
        out.push('\n');
    }
    Ok(out)
}

impl<'a> DocumentJson<'a> {
    fn of(draft: &'a Draft) -> Self {
        let reading = &draft.reading;
        let mut names: Vec<NameJson<'a>> = Vec::with_capacity(reading.names.mentions.len());
        names.extend(reading.names.mentions.iter().filter_map(|mention| name(draft, mention)));
        Self {
            path: &draft.name,
            date: draft.date.map(|date| date.to_string()),
            quotations: quotations(draft),
            dates: reading.dates.iter().map(|mention| date(draft, mention)).collect(),
            names,
            figures: reading.figures.iter().map(|mention| figure(draft, mention)).collect(),
        }
    }
}

/// The text in `range` of the prose, and where it stands in the file.
fn span(draft: &Draft, range: TextRange) -> SpanJson<'_> {
    let text = draft.extraction.text.get(range.start..range.end).unwrap_or_default();
    SpanJson { range: Range::in_draft(draft, draft.raw_range(range)), text }
}

fn quotations(draft: &Draft) -> Vec<QuotationJson<'_>> {
    let reading = &draft.reading;
    let by_quotation: BTreeMap<usize, &Attribution> =
        reading.attributions.iter().filter_map(|one| Some((one.quotation?, one))).collect();
    let one = |(number, quotation): (usize, &crate::reading::quotations::Quotation)| {
        let attribution = by_quotation.get(&number);
        let SpanJson { range, text } = span(draft, quotation.range);
        let speaker = attribution.and_then(|one| one.speaker.as_ref()).map(|speaker| {
            let SpanJson { range, text } = span(draft, speaker.range);
            SpeakerJson { range, text, name: speaker.name.as_deref() }
        });
        let cue = attribution.and_then(|one| one.cue).map(|cue| span(draft, cue));
        QuotationJson { range, text, kind: words::quotation_kind(quotation.kind), speaker, cue }
    };
    reading.quotations.iter().enumerate().map(one).collect()
}

fn date<'a>(draft: &'a Draft, mention: &'a DateMention) -> DateJson<'a> {
    let SpanJson { range, text } = span(draft, mention.range);
    DateJson {
        range,
        text,
        value: &mention.value,
        start: mention.start.map(|date| date.to_string()),
        end: mention.end.map(|date| date.to_string()),
        granularity: words::granularity(mention.granularity),
        approximate: mention.approximate,
    }
}

fn name<'a>(draft: &'a Draft, mention: &NameMention) -> Option<NameJson<'a>> {
    let entity = draft.reading.names.entities.get(mention.entity)?;
    let SpanJson { range, text } = span(draft, mention.range);
    Some(NameJson { range, text, name: &entity.name, kind: words::name_kind(entity.kind) })
}

fn figure<'a>(draft: &'a Draft, mention: &'a Figure) -> FigureJson<'a> {
    let SpanJson { range, text } = span(draft, mention.range);
    let (low, high) = (mention.low, mention.high);
    let ranged = low.is_finite() && high.is_finite() && (high - low).abs() > f64::EPSILON;
    FigureJson {
        range,
        text,
        value: number(low).or_else(|| number(high)),
        unit: mention.unit.as_deref(),
        high: ranged.then(|| number(high)).flatten(),
        approximate: mention.approximate,
    }
}

/// A JSON number, without a fraction where it is whole.
fn number(value: f64) -> Option<serde_json::Number> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "whole and in the exact range")]
        return Some((value as i64).into());
    }
    serde_json::Number::from_f64(value)
}

const CSV_HEAD: &str = "path,what,line,column,start,end,text,kind,name,speaker,cue,value,from,to,\
                        granularity,unit\n";

/// One row a quotation, date, name or figure.
#[must_use]
pub fn render_csv(documents: &[Draft]) -> String {
    let mut out = CSV_HEAD.to_owned();
    for document in documents.iter().map(DocumentJson::of) {
        let mut row = |what: &str, range: Range, text: &str, rest: [&str; 9]| {
            let place =
                [range.start.line, range.start.column, range.start.offset, range.end.offset]
                    .map(|number| number.to_string());
            let head = [document.path, what, &place[0], &place[1], &place[2], &place[3], text];
            let cells: Vec<String> = head.into_iter().chain(rest).map(cell).collect();
            out += &(cells.join(",") + "\n");
        };
        for one in &document.quotations {
            let (speaker, name) = one
                .speaker
                .as_ref()
                .map_or(("", ""), |speaker| (speaker.text, speaker.name.unwrap_or_default()));
            let cue = one.cue.as_ref().map_or("", |cue| cue.text);
            row(
                "quotation",
                one.range,
                one.text,
                [one.kind, name, speaker, cue, "", "", "", "", ""],
            );
        }
        for one in &document.dates {
            let (from, to) = (one.start.as_deref(), one.end.as_deref());
            row(
                "date",
                one.range,
                one.text,
                [
                    "",
                    "",
                    "",
                    "",
                    one.value,
                    from.unwrap_or_default(),
                    to.unwrap_or_default(),
                    one.granularity,
                    "",
                ],
            );
        }
        for one in &document.names {
            row("name", one.range, one.text, [one.kind, one.name, "", "", "", "", "", "", ""]);
        }
        for one in &document.figures {
            let value = one.value.as_ref().map(ToString::to_string).unwrap_or_default();
            let unit = one.unit.unwrap_or_default();
            row("figure", one.range, one.text, ["", "", "", "", &value, "", "", "", unit]);
        }
    }
    out
}

fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// The documents for people.
#[must_use]
pub fn render_text(documents: &[Draft]) -> String {
    let mut out = String::new();
    for document in documents.iter().map(DocumentJson::of) {
        let date = document.date.as_deref().map(dates::in_words);
        out += &paint(style::STRONG, &clean(document.path));
        out += &date.map_or_else(|| "   no date known".to_owned(), |date| format!("   {date}"));
        out.push('\n');
        out += &quotation_lines(&document);
        out += &list("dates", &document.dates, |one| {
            (one.range, one.text, dates::in_words(one.value))
        });
        out += &list("names", &document.names, |one| {
            (one.range, one.text, format!("{} ({})", one.name, one.kind))
        });
        out += &list("figures", &document.figures, |one| (one.range, one.text, amount(one)));
        out.push('\n');
    }
    out
}

fn amount(figure: &FigureJson<'_>) -> String {
    let value = figure.value.as_ref().map(ToString::to_string).unwrap_or_default();
    let high = figure.high.as_ref().map(|high| format!(" to {high}")).unwrap_or_default();
    format!("{value}{high} {}", figure.unit.unwrap_or_default()).trim_end().to_owned()
}

fn place_cell(range: Range) -> String {
    paint(style::DIM, &format!("{:>9}", format!("{}:{}", range.start.line, range.start.column)))
}

fn quotation_lines(document: &DocumentJson<'_>) -> String {
    let mut out = title("quotations", document.quotations.len());
    for one in &document.quotations {
        let words = wrap(&format!("“{}”", clean(one.text)), 80 - 11, "           ");
        out += &format!("{}  {words}\n           {}\n", place_cell(one.range), said(one));
    }
    out
}

fn said(quotation: &QuotationJson<'_>) -> String {
    let mut out = quotation.kind.to_owned();
    if let Some(speaker) = &quotation.speaker {
        let mention = clean(speaker.text);
        match speaker.name {
            Some(name) if name == speaker.text => out += &format!(" · {}", clean(name)),
            Some(name) => out += &format!(" · {} (“{mention}”)", clean(name)),
            None => out += &format!(" · “{mention}”, not told who that is"),
        }
    }
    if let Some(cue) = &quotation.cue {
        out += &format!(" · {}", clean(cue.text));
    }
    paint(style::DIM, &out)
}

fn list<T>(what: &str, items: &[T], row: impl Fn(&T) -> (Range, &str, String)) -> String {
    let mut out = if items.is_empty() { String::new() } else { title(what, items.len()) };
    for item in items {
        let (range, text, meaning) = row(item);
        let text = clean(text);
        if text == meaning {
            out += &format!("{}  {text}\n", place_cell(range));
        } else {
            out += &format!("{}  {text:<28} {}\n", place_cell(range), clean(&meaning));
        }
    }
    out
}

fn title(what: &str, count: usize) -> String {
    match (what, count) {
        ("quotations", 0) => "  no quotation\n".to_owned(),
        (_, count) => {
            format!("  {count} {}\n", what.strip_suffix('s').filter(|_| count == 1).unwrap_or(what))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_no_fraction() {
        for (value, expected) in
            [(3.0, Some("3")), (3.5, Some("3.5")), (f64::INFINITY, None), (1e300, Some("1e300"))]
        {
            let shown = number(value).map(|number| number.to_string());
            assert_eq!(shown.as_deref().map(|text| text.replace("e+", "e")).as_deref(), expected);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (text, expected) in [("a", "a"), ("a,b", "\"a,b\""), ("\"a\"", "\"\"\"a\"\"\"")] {
            assert_eq!(cell(text), expected);
        }
    }
}
