//! `misspelled-name`: a name one or two letters off a name the sources know.

use super::RuleInfo;
use crate::check::desk::Desk;
use crate::check::{Applicability, Edit, Evidence, Finding, Fix, Severity};
use crate::corpus::people::NearMiss;
use crate::reading::names::{NameMention, fold_name};

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "misspelled-name",
    summary: "a name one or two letters off a name the sources know",
    severity: Severity::Warning,
    page: "\
# misspelled-name

A name in the draft is one or two letters off a name that the sources have, and no source writes it
the draft’s way.

**Why.** People forgive much, but not their name misspelled.

**Example.** The sources have “Moss”, “Ada Moss”, “Mayor Moss”; the draft has “Ada Mosss”.

Names that no source has are never reported. Accents, the ways in which a name is transliterated, and
spellings that any of the sources uses are left alone unless the sources agree on another.

**To mend.** Take the sources’ spelling, or add yours under `[names]` in `copydesk.toml`.

**To silence.** `<!-- copydesk: ignore misspelled-name -->` on the same line, or alone on a line before
the paragraph; for a whole project `misspelled-name = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

pub(super) fn on_draft(desk: &Desk<'_>, severity: Severity) -> Vec<Finding> {
    let names = &desk.draft.reading.names;
    if names.entities.is_empty() {
        return Vec::new();
    }
    let people = desk.corpus.people();
    let misses: Vec<Option<NearMiss>> =
        names.entities.iter().map(|entity| people.near_miss_of(entity)).collect();
    names
        .mentions
        .iter()
        .filter_map(|mention| report(desk, mention, misses[mention.entity].as_ref()?, severity))
        .collect()
}

fn report(
    desk: &Desk<'_>,
    mention: &NameMention,
    miss: &NearMiss,
    severity: Severity,
) -> Option<Finding> {
    let people = desk.corpus.people();
    let person = people.get(miss.person);
    // Two ways to transliterate a name are both right unless the sources agree on one.
    let agreed = !miss.transliteration || miss.count >= 2;
    let written = mention.range.of(&desk.draft.extraction.text);
    let before = &desk.draft.extraction.text[..mention.range.start];
    if is_acronym(written) || is_plural(before, written, &miss.spelling) {
        return None;
    }
    let words: Vec<&str> = written.split_whitespace().collect();
    let here = people.near_miss(&words)?;
    if !agreed || here.person != miss.person {
        return None;
    }
    let (source, place) = *person.mentions.first()?;
    let range = desk.draft.raw_range(mention.range);
    Some(Finding {
        rule: RULE.name,
        severity,
        message: format!(
            "Misspelled name: the sources write “{}”, the draft “{written}” ({}).",
            here.spelling,
            desk.place_of(source, place),
        ),
        range,
        evidence: vec![Evidence { source, range: place, speaker: None, date: None, diff: None }],
        fixes: vec![Fix {
            title: format!("Use the sources’ spelling: {}", here.spelling),
            applicability: Applicability::Safe,
            edits: vec![Edit { range, new_text: here.spelling.clone() }],
        }],
        fingerprint: String::new(),
    })
}

/// "UNCTAD": a letter off is another body.
fn is_acronym(written: &str) -> bool {
    const LONGEST: usize = 8;
    written.chars().count() <= LONGEST && !written.chars().any(char::is_lowercase)
}

/// "The Barry Bennetts of the world".
fn is_plural(before: &str, written: &str, spelling: &str) -> bool {
    let article = before.trim_end().to_lowercase().ends_with("the");
    let word = |text: &str| text.rsplit(' ').next().map(fold_name).unwrap_or_default();
    article && word(written).strip_suffix('s') == Some(word(spelling).as_str())
}
