//! `misattribution`: the sources give these words to someone else.

use super::RuleInfo;
use crate::check::desk::{Desk, Judged};
use crate::check::judge::{Passage, owner, quotation_at, speaker_of};
use crate::check::{Applicability, Edit, Finding, Fix, Severity, Verdict};
use crate::corpus::people::{Person, PersonId};
use crate::reading::attribution::Speaker;
use crate::reading::names::NameKind;
use crate::reading::quotations::QuotationKind;
use crate::text::{TextRange, fold};

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "misattribution",
    summary: "the sources give these words to someone else",
    severity: Severity::Error,
    page: "\
# misattribution

The draft names a speaker, the sources have the words, and every source that tells who said them
names somebody else.

**Why.** The right words in the wrong mouth are a false quotation.

**Example.** The source has: “The bridge is safe,” Brandt said. The draft has: Moss said “the bridge
is safe”.

Reported only where both speakers are known by name, and no source gives the words to the draft’s
speaker. An office (“the spokesman”) is not compared with a name.

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
/// Least likeness of words that were changed as well as given to another.
const LEAST_LIKENESS: f32 = 0.8;

pub(super) fn report(desk: &Desk<'_>, judged: &Judged<'_>, severity: Severity) -> Option<Finding> {
    if !matches!(judged.judgement.verdict, Verdict::Verified | Verdict::Altered) {
        return None;
    }
    let speaker = desk.draft.reading.attribution_of(judged.number)?.speaker.as_ref()?;
    let drafted = person_of_draft(desk, speaker)?;
    let mut owners: Vec<(PersonId, &Passage)> = Vec::new();
    for passage in &judged.judgement.passages {
        if !is_known_again(desk, judged, passage) {
            return None;
        }
        match owner(desk.corpus, passage) {
            // A pronoun was resolved by us: the draft's speaker may be meant if he is spoken of.
            Some(_) if by_pronoun(desk, passage) && is_near(desk, passage, drafted, 0) => {
                return None;
            }
            Some(owner) => owners.push((owner, passage)),
            // Nobody is named there; the draft's speaker may be meant if he is spoken of.
            None if is_near(desk, passage, drafted, 1) => return None,
            None => {}
        }
    }
    let people = desk.corpus.people();
    let may_be = |owner: PersonId| {
        is_same(people, owner, drafted)
            || !speaks(people.get(owner))
            || is_beside(desk, speaker, owner)
    };
    if owners.is_empty() || owners.iter().any(|(owner, _)| may_be(*owner)) {
        return None;
    }
    Some(finding(desk, judged, speaker, drafted, &owners, severity))
}

/// Whether the words are so many and so much their speaker's own that nobody else will have said
/// them.
fn is_known_again(desk: &Desk<'_>, judged: &Judged<'_>, passage: &Passage) -> bool {
    let source = desk.source(passage);
    let is_whole = quotation_at(source, passage.range)
        .is_some_and(|(_, quotation)| is_whole(source.text(), quotation.range, passage.range));
    let (words, content) = (passage.matched_words, passage.matched_content);
    let whole = is_whole
        && passage.is_faithful()
        && judged.quotation.kind == QuotationKind::Direct
        && words >= LEAST_WORDS_WHOLE
        && content >= 1;
    let part = words >= LEAST_WORDS && (content >= LEAST_CONTENT || words >= LEAST_WORDS + 2);
    whole || (part && content >= 1 && passage.likeness() >= LEAST_LIKENESS)
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

/// The person of the sources whom the draft names.
fn person_of_draft(desk: &Desk<'_>, speaker: &Speaker) -> Option<PersonId> {
    let namer = desk.namer;
    let person = namer?.person(speaker.entity?)?;
    (desk.corpus.people().get(person).kind == NameKind::Person).then_some(person)
}

fn by_pronoun(desk: &Desk<'_>, passage: &Passage) -> bool {
    let source = desk.source(passage);
    speaker_of(source, passage.range)
        .is_some_and(|speaker| !speaker.range.of(source.text()).contains(char::is_uppercase))
}

/// Whether the source speaks of `person` in the paragraph of the passage or `reach` paragraphs about
/// it.
fn is_near(desk: &Desk<'_>, passage: &Passage, person: PersonId, reach: usize) -> bool {
    let source = desk.source(passage);
    let blocks = &source.extraction.blocks;
    let at = blocks.partition_point(|block| block.range.end <= passage.range.start);
    let from = blocks.get(at.saturating_sub(reach)).map_or(0, |block| block.range.start);
    let to = blocks.get(at + reach).map_or(source.text().len(), |block| block.range.end);
    let near = TextRange::new(from, to);
    let mentions = &desk.corpus.people().get(person).mentions;
    mentions.iter().any(|(number, range)| *number == passage.source && near.contains_range(*range))
}

/// Whether the two may be one speaker: the same person, or a body and one who speaks for it.
fn is_same(people: &crate::corpus::people::People, owner: PersonId, drafted: PersonId) -> bool {
    let (a, b) = (people.get(owner), people.get(drafted));
    owner == drafted
        || share_last_name(a, b)
        || speaks_for(a, b)
        || speaks_for(b, a)
        || (a.kind != NameKind::Person && (b.roles.is_empty() || a.kind == NameKind::Other))
}

/// Whether words are given to it as to a person: people do, and bodies that have a voice; a
/// programme or a platform only carries them.
fn speaks(owner: &Person) -> bool {
    const BODIES: &[&str] = &[
        "ministry",
        "department",
        "office",
        "committee",
        "government",
        "council",
        "commission",
        "agency",
        "court",
        "party",
        "union",
        "federation",
        "association",
        "police",
        "board",
    ];
    owner.kind == NameKind::Person
        || owner.name.split(' ').any(|word| BODIES.contains(&fold(word).as_str()))
}

/// Whether the draft names `owner` in the sentence too: "Brandt and Moss said".
fn is_beside(desk: &Desk<'_>, speaker: &Speaker, owner: PersonId) -> bool {
    let reading = &desk.draft.reading;
    let at = reading.sentences.partition_point(|sentence| sentence.end <= speaker.range.start);
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

fn share_last_name(a: &Person, b: &Person) -> bool {
    let last = |person: &Person| person.name.rsplit(' ').next().map(fold);
    a.kind == b.kind && (last(a) == last(b) || is_variant(&fold(&a.name), &fold(&b.name)))
}

/// Whether two folded names begin alike in each of their words: one may be a slip of the other.
fn is_variant(a: &str, b: &str) -> bool {
    let head = |word: &str| word.chars().take(3).collect::<String>();
    let heads = |name: &str| name.split(' ').map(head).collect::<Vec<_>>();
    a.contains(' ') && heads(a) == heads(b)
}

/// Whether a role of `person` names the body, or words of its name.
fn speaks_for(person: &Person, body: &Person) -> bool {
    if body.kind == NameKind::Person {
        return false;
    }
    let body: Vec<String> = body.name.split(' ').map(fold).filter(|word| word.len() > 3).collect();
    person.roles.iter().any(|(role, _)| {
        let role = fold(role);
        body.iter().any(|word| role.contains(word.as_str()))
    })
}

fn finding(
    desk: &Desk<'_>,
    judged: &Judged<'_>,
    speaker: &Speaker,
    drafted: PersonId,
    owners: &[(PersonId, &Passage)],
    severity: Severity,
) -> Finding {
    let people = desk.corpus.people();
    let (owner, _) = owners[0];
    let places: Vec<String> =
        owners.iter().take(2).map(|(_, passage)| desk.place(passage)).collect();
    let range = desk.draft.raw_range(speaker.range);
    let true_name = &people.get(owner).name;
    Finding {
        rule: RULE.name,
        severity,
        message: format!(
            "Wrong speaker: {true_name} said this, not {} ({}).",
            people.get(drafted).name,
            places.join("; "),
        ),
        range,
        evidence: desk.evidence(&judged.judgement.passages),
        fixes: vec![fix(desk, speaker, people.get(owner), range)],
        fingerprint: String::new(),
    }
}

/// The true name in place of the wrong one; a pronoun or a titled name wants a look.
fn fix(desk: &Desk<'_>, speaker: &Speaker, owner: &Person, range: TextRange) -> Fix {
    let written = speaker.range.of(&desk.draft.extraction.text);
    let short = !written.contains(' ');
    let last = owner.name.rsplit(' ').next().unwrap_or(&owner.name);
    let is_name = written.starts_with(char::is_uppercase);
    let new_text =
        if short && is_name && owner.kind == NameKind::Person { last } else { &owner.name };
    Fix {
        title: format!("Name the speaker the sources name: {}", owner.name),
        applicability: Applicability::Unsafe,
        edits: vec![Edit { range, new_text: new_text.to_owned() }],
    }
}
