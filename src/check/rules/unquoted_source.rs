//! `unquoted-source`: the words are the source's own narration, not something it quotes.

use super::RuleInfo;
use super::misquote::{differences, shortened};
use crate::check::desk::{Desk, Judged};
use crate::check::judge::Voice;
use crate::check::{Finding, Severity, Verdict};
use crate::corpus::Source;
use crate::reading::names::NameKind;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "unquoted-source",
    summary: "the words are the source's own narration, not something it quotes",
    severity: Severity::Warning,
    needs_sources: true,
    page: "\
# unquoted-source

The words stand in a source, but outside its quotation marks: they are the journalist’s own
account, a paraphrase of what was said, or a reader’s comment, not the words of a speaker.

**Why.** A paraphrase put in quotation marks makes somebody say what he did not say.

**Example.** The source has:

    Moss told the council that the tax would stay as it was.

The draft has:

    Moss said “the tax would stay as it was”.

**To mend.** Drop the quotation marks and tell it in your own words, or name the document as the
speaker (“the Tribune reported that …”).

**To silence.** `<!-- copydesk: ignore unquoted-source -->` on the same line, or alone on a line before
the paragraph; for a whole project `unquoted-source = \"off\"` under `[rules]` in `copydesk.toml`.
A source that is speech as a whole (a transcript, a statement) may say so in `sources.toml`:
`kind = \"speech\"`.
",
};

pub(super) fn report(desk: &Desk<'_>, judged: &Judged<'_>, severity: Severity) -> Option<Finding> {
    if judged.judgement.verdict != Verdict::Unquoted {
        return None;
    }
    let passage = judged.judgement.passages.first()?;
    if is_given_to_the_source(desk, judged) {
        return None;
    }
    let place = desk.place(passage);
    let words = shortened(passage.range.of(desk.source(passage).text()));
    let message = match passage.voice {
        Voice::Comment => {
            format!("Not a quotation: these words stand in a reader’s comment ({place}).")
        }
        _ if passage.is_faithful() => {
            format!(
                "Not a quotation: these are the source’s own words, quoted from nobody ({place})."
            )
        }
        _ => format!(
            "Not a quotation: the source itself says “{words}”, quoting nobody, and {} ({place}).",
            differences(desk, passage)
        ),
    };
    Some(Finding {
        rule: RULE.name,
        severity,
        message,
        range: desk.draft.raw_range(judged.quotation.range),
        evidence: desk.evidence(&judged.judgement.passages),
        fixes: Vec::new(),
        fingerprint: String::new(),
    })
}

/// What calls the document or its writer by its kind.
const DOCUMENTS: &[&str] = &[
    "article",
    "author",
    "blog",
    "blogger",
    "caption",
    "column",
    "columnist",
    "commentary",
    "commentator",
    "correspondent",
    "daily",
    "editorial",
    "essay",
    "essayist",
    "headline",
    "journal",
    "magazine",
    "newspaper",
    "outlet",
    "paper",
    "publication",
    "reporter",
    "reporters",
    "tabloid",
    "website",
    "weekly",
    "writer",
];

/// Words that names of outlets have.
const OUTLETS: &[&str] = &[
    "bulletin",
    "chronicle",
    "courier",
    "dispatch",
    "gazette",
    "guardian",
    "herald",
    "news",
    "observer",
    "post",
    "review",
    "standard",
    "telegraph",
    "television",
    "times",
    "tribune",
];

/// Whether the draft names the document, its outlet or its author as the speaker, or says that a
/// reader’s comment is one.
fn is_given_to_the_source(desk: &Desk<'_>, judged: &Judged<'_>) -> bool {
    let paragraph = desk.draft.paragraph_at(judged.quotation.outer.start);
    let text = paragraph.of(&desk.draft.extraction.text).to_lowercase();
    let tells_of_readers = ["comment", "reader"].iter().any(|word| text.contains(word));
    is_given_to_a_document(desk, judged, &text)
        || judged.judgement.passages.iter().any(|passage| {
            passage.voice == Voice::Comment && tells_of_readers
                || names_source(desk.source(passage), &text)
        })
}

/// Whether the speaker is "the paper", or "it" where `paragraph` speaks of the paper; or a paper by
/// its name, where the source does not tell its own.
fn is_given_to_a_document(desk: &Desk<'_>, judged: &Judged<'_>, paragraph: &str) -> bool {
    let attribution = desk.draft.reading.attribution_of(judged.number);
    let Some(speaker) = attribution.and_then(|found| found.speaker.as_ref()) else { return false };
    let kind = speaker.entity.map(|entity| desk.draft.reading.names.entities[entity].kind);
    let speaker = speaker.range.of(&desk.draft.extraction.text).to_lowercase();
    let tells = |text: &str| words(text).any(|word| DOCUMENTS.contains(&word));
    let nameless =
        judged.judgement.passages.iter().any(|passage| desk.source(passage).outlet.is_none());
    let is_outlet = || words(&speaker).any(|word| OUTLETS.contains(&word));
    tells(&speaker)
        || speaker == "it" && tells(paragraph)
        || nameless && kind != Some(NameKind::Person) && is_outlet()
}

/// Whether `paragraph`, in small letters, names the source's outlet, author or title.
fn names_source(source: &Source, paragraph: &str) -> bool {
    let named = [&source.outlet, &source.author, &source.title].into_iter().flatten().any(|name| {
        let name = name.to_lowercase();
        paragraph.contains(name.strip_prefix("the ").unwrap_or(&name))
    });
    let surname = source.author.as_ref().and_then(|name| name.split_whitespace().next_back());
    let surname = surname.map(str::to_lowercase).filter(|surname| surname.chars().count() > 2);
    named || surname.is_some_and(|surname| words(paragraph).any(|word| word == surname))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric())
}
