//! `misattribution`: the sources give these words to someone else.

use super::{RuleInfo, naming};
use crate::check::desk::{Desk, Judged};
use crate::check::judge::Passage;
use crate::check::speakers::{self, Drafted, Misplaced, Owner, Stand};
use crate::check::{Applicability, Edit, Evidence, Finding, Fix, Severity, Verdict};
use crate::corpus::Source;
use crate::corpus::people::Person;
use crate::reading::attribution::Speaker;
use crate::reading::names::{NameKind, Traits, fold_name};
use crate::reading::quotations::QuotationKind;
use crate::text::TextRange;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "misattribution",
    summary: "the sources give these words to someone else",
    severity: Severity::Error,
    needs_sources: true,
    page: "\
# misattribution

The draft names a speaker, the sources have the words, and every source that tells who said them
names somebody else.

**Why.** The right words in the wrong mouth are a false quotation.

**Example.** The source has: “The bridge is safe,” Brandt said. The draft has: Moss said “the bridge
is safe”.

Reported only where no source gives the words to the draft’s speaker, and he is known: by name, or by
an office (“the finance minister”) whose holder the sources name. The sources may call theirs by name
or not (“one of the advisers”). A surname, a spokesman and his ministry, a lawyer and his client, a
pronoun that may mean the draft’s speaker are no ground for a report; an adviser’s own words in
quotation marks are not his chief’s, nor the chief’s his spokesman’s.

What the draft reports without quotation marks (“Moss said that the bridge would be shut until June”)
is compared too, but only where nearly all of it stands in what one source has a named person say,
where neither the sources themselves nor anybody else tells it, and where they have nothing of the
matter from the draft’s speaker.

**To mend.** Name the true speaker.

**To silence.** `<!-- copydesk: ignore misattribution -->` on the same line, or alone on a line before
the paragraph; for a whole project `misattribution = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

/// The fewest words, and of them telling words, by which a part of an utterance is known again.
const LEAST_WORDS: usize = 6;
const LEAST_CONTENT: usize = 2;
/// The fewest words of an utterance that is quoted whole.
const LEAST_WORDS_WHOLE: usize = 3;
/// The fewest words of a part that is quoted to the letter, and the least sum of its words and,
/// twice, its telling words.
const LEAST_WORDS_QUOTED: usize = 4;
const LEAST_SUM: usize = 10;
/// From so many words on even words of grammar are their speaker's own.
const MANY_WORDS: usize = 6;
/// The fewest telling words of a few that are quoted to the letter, and the fewest others
/// that the two sentences share, where the source quotes no more than them: they speak of the same
/// occasion.
const LEAST_RARE: usize = 2;
const LEAST_AROUND: usize = 2;
/// Least likeness of words that were changed as well as given to another.
const LEAST_LIKENESS: f32 = 0.8;

pub(super) fn report(desk: &Desk<'_>, judged: &Judged<'_>, severity: Severity) -> Option<Finding> {
    if !matches!(judged.judgement.verdict, Verdict::Verified | Verdict::Altered) {
        return None;
    }
    let speaker = desk.draft.reading.attribution_of(judged.number)?.speaker.as_ref()?;
    let named = Drafted::read(desk, speaker);
    let by_office = named.is_none();
    let drafted = named.or_else(|| Drafted::office(desk, speaker, &judged.judgement.passages))?;
    let mut owners: Vec<(Owner, &Passage)> = Vec::new();
    for passage in &judged.judgement.passages {
        if !is_known_again(desk, judged, passage) {
            return None;
        }
        match speakers::stand(desk, passage, &drafted) {
            Stand::For => return None,
            Stand::Silent => {}
            Stand::Against(owner) if is_beside(desk, speaker, owner) => return None,
            Stand::Against(owner) if by_office && !is_other(desk, owner, &drafted) => return None,
            Stand::Against(owner) => owners.push((owner, passage)),
        }
    }
    // A name before a description.
    owners.sort_by_key(|(owner, _)| match owner {
        Owner::Named(_) => 0,
        Owner::Author => 1,
        Owner::Described(_) => 1,
        Owner::Unnamed(_) => 2,
    });
    (!owners.is_empty()).then(|| finding(desk, judged, &drafted, &owners, severity))
}

/// Whether the words are so many and so much their speaker's own that nobody else will have said
/// them.
fn is_known_again(desk: &Desk<'_>, judged: &Judged<'_>, passage: &Passage) -> bool {
    let source = desk.source(passage);
    let is_whole = source
        .quotation_at(passage.range)
        .is_some_and(|(_, quotation)| is_whole(source.text(), quotation.range, passage.range));
    let (words, content) = (passage.matched_words, passage.matched_content);
    if passage.is_faithful() {
        let direct = judged.quotation.kind == QuotationKind::Direct;
        let least = if direct { LEAST_WORDS_WHOLE } else { LEAST_WORDS_QUOTED };
        let whole = is_whole && words >= least && (content >= 1 || words >= MANY_WORDS);
        let least = if is_exact(source, passage.range) { LEAST_AROUND } else { LEAST_AROUND + 1 };
        let rare = content >= LEAST_RARE
            && judged.judgement.passages.len() == 1
            && speakers::shared_around(desk, judged.quotation.outer, passage) >= least;
        return whole || rare || words >= LEAST_WORDS_QUOTED && 2 * content + words >= LEAST_SUM;
    }
    let part = words >= LEAST_WORDS && (content >= LEAST_CONTENT || words >= LEAST_WORDS + 2);
    part && content >= 1 && passage.likeness() >= LEAST_LIKENESS
}

/// Whether the source quotes just these words.
fn is_exact(source: &Source, passage: TextRange) -> bool {
    source.quotation_at(passage).is_some_and(|(_, quotation)| {
        let letters = |from: usize, to: usize| {
            source.text().get(from..to).is_some_and(|text| text.contains(char::is_alphanumeric))
        };
        !letters(quotation.range.start, passage.start) && !letters(passage.end, quotation.range.end)
    })
}

/// Whether the passage is a sentence or more of the quotation: it begins and ends where one does.
fn is_whole(text: &str, quotation: TextRange, passage: TextRange) -> bool {
    let before = text.get(quotation.start..passage.start).unwrap_or_default().trim_end();
    let after = text.get(passage.end..quotation.end).unwrap_or_default();
    let ends = |mark: char| matches!(mark, '.' | '!' | '?' | '…');
    let begins_one = !before.contains(char::is_alphanumeric) || before.ends_with(ends);
    let ends_one = !after.contains(char::is_alphanumeric) || after.starts_with(ends);
    begins_one && ends_one
}

/// Whether `owner` is a person of another office than the draft names.
fn is_other(desk: &Desk<'_>, owner: Owner, drafted: &Drafted<'_>) -> bool {
    let Owner::Named(owner) = owner else { return false };
    let owner = desk.corpus.people().get(owner);
    owner.kind == NameKind::Person && drafted.is_no_office_of(owner)
}

/// Whether the draft names `owner` in the sentence too: "Brandt and Moss said".
fn is_beside(desk: &Desk<'_>, speaker: &Speaker, owner: Owner) -> bool {
    let Owner::Named(owner) = owner else { return false };
    let reading = &desk.draft.reading;
    let at = reading.sentence_index(speaker.range.start);
    let Some(sentence) = reading.sentences.get(at) else { return false };
    let namer = desk.namer;
    reading
        .names
        .mentions
        .iter()
        .filter(|mention| sentence.contains_range(mention.range))
        .filter(|mention| {
            reading.quotations.iter().all(|one| !one.outer.contains_range(mention.range))
        })
        .any(|mention| namer.and_then(|namer| namer.person(mention.entity)) == Some(owner))
}

fn finding(
    desk: &Desk<'_>,
    judged: &Judged<'_>,
    drafted: &Drafted<'_>,
    owners: &[(Owner, &Passage)],
    severity: Severity,
) -> Finding {
    let (owner, passage) = owners[0];
    let places: Vec<String> =
        owners.iter().take(2).map(|(_, passage)| desk.place(passage)).collect();
    let places = places.join("; ");
    let range = desk.draft.raw_range(drafted.range);
    let wrong = drafted.name;
    let (message, fixes) = match owner {
        Owner::Named(owner) => {
            let owner = desk.corpus.people().get(owner);
            let message =
                format!("Wrong speaker: {} said this, not {wrong} ({places}).", owner.name);
            (message, vec![fix(desk, drafted, owner)])
        }
        Owner::Author => {
            let author = desk.source(passage).author.as_deref().unwrap_or_default();
            let message = format!("Wrong speaker: {author} wrote this, not {wrong} ({places}).");
            (message, vec![described_fix(author, range)])
        }
        Owner::Described(mention) => {
            let written = mention.of(desk.source(passage).text());
            let message = format!(
                "Wrong speaker: the source gives these words to “{written}”, not to {wrong} ({places}).",
            );
            (message, vec![described_fix(written, range)])
        }
        Owner::Unnamed(mention) => {
            let written = mention.of(desk.source(passage).text());
            let message = format!(
                "Wrong speaker: the source gives these words to somebody else (“{written}”), not to {wrong} ({places}).",
            );
            (message, Vec::new())
        }
    };
    Finding {
        rule: RULE.name,
        severity,
        message,
        range,
        evidence: desk.evidence(&judged.judgement.passages),
        fixes,
        fingerprint: String::new(),
    }
}

/// A reported statement that the sources give to somebody else.
pub(super) fn of_statement(
    desk: &Desk<'_>,
    misplaced: &Misplaced<'_>,
    severity: Severity,
) -> Finding {
    let Misplaced { drafted, owner, source, sentence } = misplaced;
    let owner = desk.corpus.people().get(*owner);
    let range = desk.draft.raw_range(drafted.range);
    let place = desk.place_of(*source, *sentence);
    let evidence = Evidence {
        source: *source,
        range: *sentence,
        speaker: Some(owner.name.clone()),
        date: None,
        diff: None,
    };
    Finding {
        rule: RULE.name,
        severity,
        message: format!(
            "Wrong speaker: {} said this, not {} ({place}).",
            owner.name, drafted.name
        ),
        range,
        evidence: vec![evidence],
        fixes: vec![fix(desk, drafted, owner)],
        fingerprint: String::new(),
    }
}

/// The true name in place of the wrong one; a pronoun or a titled name wants a look.
fn fix(desk: &Desk<'_>, drafted: &Drafted<'_>, owner: &Person) -> Fix {
    let text = &desk.draft.extraction.text;
    let range = desk.draft.raw_range(naming::with_office(text, drafted.range));
    let written = drafted.range.of(text);
    let short = !written.contains(' ');
    let last = surname(&owner.name);
    let is_name = written.starts_with(char::is_uppercase);
    let new_text =
        if short && is_name && owner.kind == NameKind::Person { last } else { &owner.name };
    Fix {
        title: format!("Name the speaker the sources name: {}", owner.name),
        applicability: Applicability::Unsafe,
        edits: vec![Edit { range, new_text: new_text.to_owned() }],
    }
}

/// The last word of a full name, with the particles before it: "de la Cruz".
fn surname(name: &str) -> &str {
    let mut start = name.rfind(' ').map_or(0, |space| space + 1);
    while let Some(before) = name[..start].strip_suffix(' ') {
        let begin = before.rfind(' ').map_or(0, |space| space + 1);
        if !is_particle(&before[begin..], begin == 0) {
            break;
        }
        start = begin;
    }
    &name[start..]
}

/// Whether a word of a name goes with the one behind it; an initial does not, nor a given name where it
/// comes `first`: "Ben Ash".
fn is_particle(word: &str, first: bool) -> bool {
    let traits = Traits::of(&fold_name(word));
    let initial = word.chars().filter(|c| c.is_alphabetic()).count() == 1;
    let given = first && traits.any(Traits::GIVEN);
    traits.any(Traits::PARTICLE) && !given && !initial
}

/// The source's own words for a speaker whom it does not name.
fn described_fix(written: &str, range: TextRange) -> Fix {
    Fix {
        title: format!("Name the speaker as the source does: {written}"),
        applicability: Applicability::Unsafe,
        edits: vec![Edit { range, new_text: written.to_owned() }],
    }
}

#[cfg(test)]
mod tests {
    use super::surname;

    #[test]
    fn particles_belong_to_the_surname() {
        for (name, last) in [
            ("Ada Moss", "Moss"),
            ("Ben Ash", "Ash"),
            ("De Brandt", "De Brandt"),
            ("Ben de Brandt", "de Brandt"),
            ("Ana de la Cruz", "de la Cruz"),
            ("Juan van der Berg", "van der Berg"),
            ("Ada E. Moss", "Moss"),
            ("Ada St. Clair", "St. Clair"),
            ("Moss", "Moss"),
            ("", ""),
        ] {
            assert_eq!(surname(name), last, "{name}");
        }
    }
}
