//! How many quotations stand how, and how many findings are how grave: one count for the command
//! line, the server and the lenses.

use super::{Checked, Evidence, Finding, Severity, Verdict};

/// What one or several checks came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Quotations of the drafts.
    pub quotations: usize,
    /// Quotations whose words a source has, whoever said them.
    pub verified: usize,
    /// Of these, quotations that the sources give to somebody else.
    pub wrong_speaker: usize,
    /// Quotations whose words differ.
    pub altered: usize,
    /// Quotations that join passages.
    pub spliced: usize,
    /// Quotations of a source's own narration.
    pub unquoted: usize,
    /// Quotations that are in no source.
    pub unsourced: usize,
    /// Quoted words that were not judged.
    pub skipped: usize,
    /// Findings of severity error.
    pub error: usize,
    /// Findings of severity warning.
    pub warning: usize,
    /// Findings of severity information or hint.
    pub information: usize,
}

impl Tally {
    /// Adds what `checked` came to.
    pub fn add(&mut self, checked: &Checked) {
        self.quotations += checked.quotations.len();
        for quotation in &checked.quotations {
            *match quotation.verdict {
                Verdict::Verified => &mut self.verified,
                Verdict::Altered => &mut self.altered,
                Verdict::Spliced => &mut self.spliced,
                Verdict::Unquoted => &mut self.unquoted,
                Verdict::Unsourced => &mut self.unsourced,
                Verdict::Skipped => &mut self.skipped,
            } += 1;
        }
        for finding in &checked.findings {
            *match finding.severity {
                Severity::Error => &mut self.error,
                Severity::Warning => &mut self.warning,
                Severity::Information | Severity::Hint => &mut self.information,
            } += 1;
            self.wrong_speaker += usize::from(is_of_verified(checked, finding));
        }
    }

    /// Quotations whose words a source has, and of the speaker that the draft names.
    #[must_use]
    pub fn sound(&self) -> usize {
        self.verified.saturating_sub(self.wrong_speaker)
    }

    /// Quotations that were judged.
    #[must_use]
    pub fn judged(&self) -> usize {
        self.quotations - self.skipped
    }
}

/// Whether the finding says who else said words that are otherwise right. It stands at the speaker;
/// its evidence is among its quotation's, which may have more: not each source names the speaker.
fn is_of_verified(checked: &Checked, finding: &Finding) -> bool {
    let Some(owner) = finding.evidence.first() else { return false };
    let has_it = |other: &Evidence| (other.source, other.range) == (owner.source, owner.range);
    finding.rule == "misattribution"
        && checked.quotations.iter().any(|quotation| {
            quotation.verdict == Verdict::Verified && quotation.evidence.iter().any(has_it)
        })
}

#[cfg(test)]
mod tests {
    use super::super::{Draft, Settings, check};
    use super::*;
    use crate::corpus::{Corpus, Source};
    use crate::reading::markup::{Format, extract};

    fn tally(text: &str) -> Tally {
        let mut source = Source::default();
        source.extraction = extract(
            "“The old bridge will be closed to lorries for good,” Mayor Ada Moss said.\n\n\
             “Nobody has asked the fishermen about any of it,” said Ben Hale, a skipper.",
            Format::Plain,
        );
        let mut nameless = Source::default();
        nameless.extraction =
            extract("“Nobody has asked the fishermen about any of it.”", Format::Plain);
        let corpus = Corpus::build(vec![source, nameless]);
        let draft = Draft::new("d.txt", text.to_owned(), Format::Plain, None);
        let mut tally = Tally::default();
        tally.add(&check(&corpus, &draft, &Settings::default(), &|| false).unwrap());
        tally
    }

    #[test]
    fn words_given_to_another_are_not_sound() {
        const RIGHT: &str =
            "“The old bridge will be closed to lorries for good,” Ada Moss said.\n\n";
        const ANOTHERS: &str =
            "“Nobody has asked the fishermen about any of it,” Ada Moss said.\n\n";
        const ALTERED: &str = "“Nobody has asked the farmers about any of it,” Ada Moss said.\n\n";
        for (text, verified, sound, altered) in [
            (RIGHT.to_owned(), 1, 1, 0),
            (ANOTHERS.to_owned(), 1, 0, 0),
            ([RIGHT, ANOTHERS].concat(), 2, 1, 0),
            ([RIGHT, ALTERED].concat(), 1, 1, 1),
            ([ANOTHERS, ALTERED].concat(), 1, 0, 1),
        ] {
            let tally = tally(&text);
            assert_eq!(
                (tally.verified, tally.sound(), tally.altered),
                (verified, sound, altered),
                "{text} {tally:?}"
            );
        }
    }
}
