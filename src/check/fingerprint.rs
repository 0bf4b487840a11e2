//! Fingerprints: what makes a finding the same finding after the text around it was edited.
//!
//! A fingerprint is made of the rule, the draft's file name, the folded words of the quotation (or
//! sentence) that the finding stands in, the words it marks, and its number among equal ones. So it
//! stays when the passage moves, when other passages change, and when the draft is checked from
//! another folder.

use std::collections::BTreeMap;

use super::{Draft, Finding};
use crate::text::TextRange;

/// Sets the fingerprint of every finding; findings are in the order of their places.
pub fn assign(draft: &Draft, findings: &mut [Finding]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings {
        let key = key(draft, finding);
        let ordinal = seen.entry(key.clone()).or_default();
        finding.fingerprint = format!("{:016x}", hash(&format!("{key}\u{1f}{ordinal}")));
        *ordinal += 1;
    }
}

fn key(draft: &Draft, finding: &Finding) -> String {
    let name = draft.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let context = context(draft, finding.range).unwrap_or(finding.range);
    let text = |range: TextRange| draft.raw.get(range.start..range.end).unwrap_or_default();
    [finding.rule, name, &folded(text(context)), &folded(text(finding.range))].join("\u{1f}")
}

/// The raw range of the outermost quotation around `range`, else of its sentence.
fn context(draft: &Draft, range: TextRange) -> Option<TextRange> {
    let reading = &draft.reading;
    let probe = draft.extraction.map.to_extracted(range).or_else(|| {
        range
            .is_empty()
            .then(|| TextRange::empty(draft.extraction.map.extracted_offset(range.start)))
    })?;
    let around = |outer: &TextRange| {
        outer.overlaps(probe) || (probe.is_empty() && outer.contains(probe.start))
    };
    let quotation = reading.quotations.iter().map(|one| one.outer).find(around);
    quotation
        .or_else(|| reading.sentences.iter().copied().find(around))
        .map(|range| draft.raw_range(range))
}

/// Letters and digits in lower case, one space between words.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// FNV-1a, 64 bits: the same on every machine and in every version.
fn hash(text: &str) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    text.bytes().fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Severity;
    use crate::reading::markup::Format;

    fn fingerprints(name: &str, text: &str, word: &str) -> Vec<String> {
        let draft = Draft::new(name, text.to_owned(), Format::Plain, None);
        let mut findings: Vec<Finding> = text
            .match_indices(word)
            .map(|(start, word)| Finding {
                rule: "misquote",
                severity: Severity::Error,
                message: String::new(),
                range: TextRange::new(start, start + word.len()),
                evidence: Vec::new(),
                fixes: Vec::new(),
                fingerprint: String::new(),
            })
            .collect();
        assign(&draft, &mut findings);
        findings.into_iter().map(|finding| finding.fingerprint).collect()
    }

    #[test]
    fn a_fingerprint_stays_when_the_text_moves() {
        let before = fingerprints("a/d.txt", "Moss said “we rise now”.\n", "rise");
        let after = fingerprints(
            "b/d.txt",
            "A new first paragraph.\n\nA sentence before. Moss said \"we  rise\nnow\".\n",
            "rise",
        );
        assert_eq!(before, after);
        assert_ne!(before, fingerprints("e.txt", "Moss said “we rise now”.\n", "rise"));
    }

    #[test]
    fn equal_findings_are_told_apart() {
        let twice = fingerprints("d.txt", "“We rise.”\n\n“We rise.”\n", "rise");
        assert_eq!(twice.len(), 2);
        assert_ne!(twice[0], twice[1]);
        assert_eq!(fingerprints("d.txt", "“We rise.”\n", "rise")[0], twice[0]);
    }
}
