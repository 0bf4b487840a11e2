//! Floor 3: the rules: a draft and the corpus in, findings with their evidence out.

mod desk;
mod directives;
mod draft;
mod finding;
pub mod fingerprint;
mod judge;
mod marking;
mod restate;
mod rules;
mod settings;
mod speakers;
mod suppression;
mod tally;
mod wording;

pub use draft::Draft;
pub use finding::{
    Applicability, DiffOp, DiffPart, Edit, Evidence, Finding, Fix, JudgedQuotation, Severity,
    Verdict,
};
pub use rules::{RULES, RuleInfo, rule};
pub use settings::Settings;
pub use suppression::{UNUSED_IGNORE, apply as silence, nearest_rule};
pub use tally::Tally;

use crate::corpus::Corpus;
use crate::corpus::statements::Namer;

/// What a check found in one draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// In order of their places.
    pub findings: Vec<Finding>,
    /// Every quotation of the draft, in order.
    pub quotations: Vec<JudgedQuotation>,
}

/// Checks `draft` against `corpus`. `cancelled` is asked between paragraphs; once it says `true`
/// the work stops and the result is `None`.
#[must_use]
pub fn check(
    corpus: &Corpus,
    draft: &Draft,
    settings: &Settings,
    cancelled: &dyn Fn() -> bool,
) -> Option<Checked> {
    let reading = &draft.reading;
    // The people of all sources are dear to read: a draft that names nobody and dates nothing does
    // without.
    let tells = !reading.names.entities.is_empty()
        || !reading.dates.is_empty()
        || !reading.figures.is_empty();
    let namer = tells.then(|| Namer::of_draft(corpus, reading, &draft.extraction.text));
    let desk = desk::Desk { corpus, draft, settings, namer: namer.as_ref() };
    let judged = desk.judge(cancelled)?;
    let told = restate::read(&desk, cancelled)?;
    let misplaced = speakers::misplaced(&desk, cancelled)?;
    let mut findings = rules::on_quotations(&desk, &judged);
    findings.extend(rules::on_statements(&desk, &told));
    findings.extend(rules::on_reported(&desk, &misplaced));
    findings.extend(rules::on_draft(&desk));
    findings.sort_by_key(|finding| (finding.range, finding.rule));
    // One date may be wrong of a saying and of what is said: it is told once.
    findings.dedup_by(|b, a| a.range == b.range && a.rule == b.rule);
    let findings = silence(draft, findings, settings);
    let quotations = judged.iter().map(|judged| desk.report(judged)).collect();
    Some(Checked { findings, quotations })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use crate::reading::markup::{self, Format};

    fn corpus(texts: &[&str]) -> Corpus {
        let source = |(number, text): (usize, &&str)| {
            let mut source = Source::default();
            source.id = format!("s{number}");
            source.path = format!("s{number}.txt");
            source.extraction = markup::extract(text, Format::Plain);
            source
        };
        Corpus::build(texts.iter().enumerate().map(source).collect())
    }

    #[test]
    fn the_other_translation_of_a_statement_is_shown() {
        let corpus = corpus(&[
            "“We have now closed the old bridge to lorries for good,” Mayor Ada Moss told the Tribune.",
            "“For good, we closed the old bridge to heavy lorries,” Mayor Ada Moss told Radio 5.",
        ]);
        let text = "“We have now closed the old bridge to lorries for good,” Ada Moss said.";
        let draft = Draft::new("d.txt", text.to_owned(), Format::Plain, None);
        let checked = check(&corpus, &draft, &Settings::default(), &|| false).unwrap();
        assert!(checked.findings.is_empty(), "{:?}", checked.findings);
        let quotation = &checked.quotations[0];
        assert_eq!(quotation.verdict, Verdict::Verified);
        let sources: Vec<usize> = quotation.evidence.iter().map(|one| one.source).collect();
        assert_eq!(sources, [0, 1]);
        assert_eq!(quotation.evidence[1].speaker.as_deref(), Some("Ada Moss"));
    }

    #[test]
    fn a_cancelled_check_gives_nothing() {
        let draft = Draft::new("d.txt", "“A quotation.”".to_owned(), Format::Plain, None);
        assert_eq!(check(&Corpus::default(), &draft, &Settings::default(), &|| true), None);
    }
}
