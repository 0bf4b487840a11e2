//! A draft's outline, and the search over everything the sources hold.

use super::day::spoken_date;
use super::statements::quotations_of;
use super::{Page, Place};
use crate::check::Verdict;
use crate::corpus::Corpus;
use crate::corpus::people::People;
use crate::reading::markup::BlockKind;
use crate::reading::names::NameKind;
use crate::text::TextRange;

/// What an entry of an outline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineKind {
    /// A heading with its level.
    Heading(u8),
    /// A quotation with its verdict.
    Quotation(Verdict),
}

/// An entry of a draft's outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The heading's text or the quotation's words.
    pub name: String,
    /// A quotation's verdict and speaker.
    pub detail: Option<String>,
    /// What it is.
    pub kind: OutlineKind,
    /// All of it: a heading's goes on until the next of its level. Raw bytes.
    pub range: TextRange,
    /// Where it begins to be read. Raw bytes, inside `range`.
    pub selection: TextRange,
    /// What stands below it.
    pub children: Vec<Outline>,
}

/// The verdict in a word, with its mark.
#[must_use]
pub fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified => "✓ verified",
        Verdict::Altered => "✗ altered",
        Verdict::Spliced => "✗ spliced",
        Verdict::Unquoted => "✗ the source's own words",
        Verdict::Unsourced => "? in no source",
        Verdict::Skipped => "not judged",
    }
}

/// The draft's headings and quotations, as they stand in one another.
#[must_use]
pub fn outline(page: &Page<'_>) -> Vec<Outline> {
    let draft = page.draft;
    let headings = draft.extraction.blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Heading(level) => Some((draft.raw_range(block.range), level)),
        _ => None,
    });
    let mut flat: Vec<Outline> =
        headings.map(|(range, level)| heading(page, range, level)).collect();
    flat.extend(page.checked.quotations.iter().filter(|judged| !judged.range.is_empty()).map(
        |judged| Outline {
            name: shortened(judged.range.of(&draft.raw)),
            detail: Some(detail(judged.verdict, judged.speaker.as_deref())),
            kind: OutlineKind::Quotation(judged.verdict),
            range: judged.range,
            selection: judged.range,
            children: Vec::new(),
        },
    ));
    flat.sort_by_key(|entry| (entry.range.start, std::cmp::Reverse(entry.range.end)));
    nested(flat, draft.raw.len())
}

fn heading(page: &Page<'_>, range: TextRange, level: u8) -> Outline {
    Outline {
        name: shortened(range.of(&page.draft.raw)),
        detail: None,
        kind: OutlineKind::Heading(level),
        range,
        selection: range,
        children: Vec::new(),
    }
}

fn detail(verdict: Verdict, speaker: Option<&str>) -> String {
    match speaker {
        Some(speaker) => format!("{} · {speaker}", verdict_word(verdict)),
        None => verdict_word(verdict).to_owned(),
    }
}

fn shortened(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(72) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text,
    }
}

/// Puts entries below the headings they stand under; `end` is the draft's length.
fn nested(flat: Vec<Outline>, end: usize) -> Vec<Outline> {
    let mut open: Vec<(u8, Outline)> = Vec::new();
    let mut roots = Vec::new();
    for entry in flat {
        match entry.kind {
            OutlineKind::Heading(level) => {
                close(&mut open, &mut roots, level, entry.range.start);
                open.push((level, entry));
            }
            OutlineKind::Quotation(_) => match open.last_mut() {
                Some((_, heading)) => heading.children.push(entry),
                None => roots.push(entry),
            },
        }
    }
    close(&mut open, &mut roots, 0, end);
    roots
}

/// Ends the open headings of `level` and below at `end`.
fn close(open: &mut Vec<(u8, Outline)>, roots: &mut Vec<Outline>, level: u8, end: usize) {
    while let Some((own, mut entry)) = open.pop_if(|(own, _)| *own >= level) {
        let _ = own;
        entry.range.end = end.max(entry.range.end);
        match open.last_mut() {
            Some((_, above)) => above.children.push(entry),
            None => roots.push(entry),
        }
    }
}

/// What a search finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place on the map, or another name.
    Name,
    /// A quotation.
    Quotation,
    /// A sentence with a date.
    Dated,
    /// A source.
    Source,
}

/// Something that a search over the sources found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: FoundKind,
    /// What it stands in.
    pub container: String,
    /// Where it stands.
    pub place: Place,
}

/// People, sources, quotations and dated sentences whose text has all words of `query`; at most
/// `limit`, names before texts.
#[must_use]
pub fn search(corpus: &Corpus, people: Option<&People>, query: &str, limit: usize) -> Vec<Found> {
    let query = query.to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    let matches = |text: &str| {
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let names = named(corpus, people, &matches);
    let sources = sources(corpus, &matches);
    let texts = corpus.sources().iter().enumerate().flat_map(|(number, source)| {
        let quoted =
            quotations_of(source, number).filter(|said| matches(said.words)).map(|said| Found {
                name: format!("“{}”", shortened(said.words)),
                kind: FoundKind::Quotation,
                container: said.speaker.map_or_else(String::new, |name| format!("{name} · "))
                    + source.display_name(),
                place: said.place,
            });
        quoted.chain(dated(corpus, number, &matches)).collect::<Vec<_>>()
    });
    names.chain(sources).chain(texts).take(limit).collect()
}

fn named<'a>(
    corpus: &'a Corpus,
    people: Option<&'a People>,
    matches: &'a dyn Fn(&str) -> bool,
) -> impl Iterator<Item = Found> + use<'a> {
    let all = people.map(People::all).unwrap_or_default().iter();
    all.filter(|person| person.spellings.iter().any(|spelling| matches(&spelling.text))).filter_map(
        |person| {
            let (source, range) = *person.mentions.first()?;
            Some(Found {
                name: person.name.clone(),
                kind: match person.kind {
                    NameKind::Person => FoundKind::Person,
                    NameKind::Organisation => FoundKind::Organisation,
                    NameKind::Place | NameKind::Other => FoundKind::Name,
                },
                container: corpus.sources().get(source)?.display_name().to_owned(),
                place: Place { source, range },
            })
        },
    )
}

fn sources<'a>(
    corpus: &'a Corpus,
    matches: &'a dyn Fn(&str) -> bool,
) -> impl Iterator<Item = Found> + use<'a> {
    corpus.sources().iter().enumerate().filter_map(|(number, source)| {
        let title = source.title.as_deref().unwrap_or(&source.id);
        let is_it = matches(title) || matches(&source.path) || matches(source.display_name());
        is_it.then(|| Found {
            name: title.to_owned(),
            kind: FoundKind::Source,
            container: source.path.clone(),
            place: Place { source: number, range: TextRange::empty(0) },
        })
    })
}

fn dated(corpus: &Corpus, number: usize, matches: &dyn Fn(&str) -> bool) -> Vec<Found> {
    let source = &corpus.sources()[number];
    let reading = source.reading();
    let mut found: Vec<Found> = Vec::new();
    for date in &reading.dates {
        let Some(sentence) = reading.sentence_around(date.range) else { continue };
        let place = Place { source: number, range: sentence };
        let text = sentence.of(source.text());
        if found.last().is_some_and(|last| last.place == place)
            || !(matches(text) || matches(&date.value))
        {
            continue;
        }
        found.push(Found {
            name: format!("{}: {}", date_in_list(&date.value), shortened(text)),
            kind: FoundKind::Dated,
            container: source.display_name().to_owned(),
            place,
        });
    }
    found
}

/// A day as it is searched for: `2024-02-22`; in words where no year is known.
fn date_in_list(edtf: &str) -> String {
    if edtf.starts_with("XXXX") { spoken_date(edtf) } else { edtf.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: OutlineKind, start: usize, end: usize) -> Outline {
        let range = TextRange::new(start, end);
        Outline {
            name: start.to_string(),
            detail: None,
            kind,
            range,
            selection: range,
            children: vec![],
        }
    }

    #[test]
    fn quotations_stand_below_their_headings() {
        let quotation = OutlineKind::Quotation(Verdict::Verified);
        let flat = vec![
            entry(quotation, 0, 1),
            entry(OutlineKind::Heading(1), 2, 3),
            entry(OutlineKind::Heading(2), 4, 5),
            entry(quotation, 6, 7),
            entry(OutlineKind::Heading(1), 8, 9),
        ];
        let roots = nested(flat, 20);
        let names: Vec<&str> = roots.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["0", "2", "8"]);
        assert_eq!(roots[1].range, TextRange::new(2, 8));
        assert_eq!(roots[1].children[0].children[0].name, "6");
        assert_eq!(roots[2].range, TextRange::new(8, 20));
    }
}
