//! Findings against labels: hits, misses, false alarms.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use copydesk::check::{self, Draft, Finding, Settings, Severity};
use copydesk::corpus::Corpus;
use copydesk::reading::markup::Format;

use super::set::{Label, Labelled};

/// What one rule did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// Labels that must be met.
    pub(crate) labels: usize,
    /// Of these, the ones that were.
    pub(crate) met: usize,
    /// Of the others, those whose place another rule complains of.
    pub(crate) other_rule: usize,
    /// Findings that fit a label.
    pub(crate) right: usize,
    /// Findings that fit none.
    pub(crate) alarms: usize,
    /// Of these, the ones at a place that has a label of another rule.
    pub(crate) misnamed: usize,
}

impl Score {
    /// `None` where the rule reported nothing.
    pub(crate) fn precision(&self) -> Option<f64> {
        share(self.right, self.right + self.alarms)
    }

    /// `None` where nothing was to be found.
    pub(crate) fn recall(&self) -> Option<f64> {
        share(self.met, self.labels)
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    #[allow(clippy::cast_precision_loss, reason = "counts of drafts are small")]
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// What came of the drafts without a fault: how many have an alarm of each severity or above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Faithful {
    pub(crate) drafts: usize,
    pub(crate) with_error: usize,
    pub(crate) with_warning: usize,
    pub(crate) with_any: usize,
}

#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) rules: BTreeMap<String, Score>,
    pub(crate) faithful: Faithful,
    pub(crate) faulty: usize,
    /// A line or two for every miss and false alarm, with the rule it counts for.
    pub(crate) faults: Vec<(String, String)>,
}

/// What came of one draft.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    /// Whether every label was met.
    pub(crate) met: bool,
    /// Whether any finding fitted none.
    pub(crate) alarm: bool,
    /// Whether there was any warning or error.
    pub(crate) flagged: bool,
}

impl Tally {
    pub(crate) fn judge(&mut self, corpus: &Corpus, draft: &Labelled) -> Outcome {
        let findings = findings(corpus, draft);
        self.count_draft(draft, &findings);
        let mut outcome = Outcome { met: true, alarm: false, flagged: false };
        for label in draft.labels.iter().filter(|label| !label.optional) {
            outcome.met &= self.count_label(draft, label, &findings);
        }
        for finding in &findings {
            outcome.alarm |= !self.count_finding(draft, finding);
            outcome.flagged |= finding.severity >= Severity::Warning;
        }
        outcome
    }

    fn count_draft(&mut self, draft: &Labelled, findings: &[Finding]) {
        if !draft.is_faithful() {
            self.faulty += 1;
            return;
        }
        let fits_one = |finding: &&Finding| draft.labels.iter().any(|l| fits(draft, l, finding));
        let alarms = findings.iter().filter(|finding| !fits_one(finding));
        let worst = alarms.map(|finding| finding.severity).max();
        let count = &mut self.faithful;
        count.drafts += 1;
        count.with_error += usize::from(worst >= Some(Severity::Error));
        count.with_warning += usize::from(worst >= Some(Severity::Warning));
        count.with_any += usize::from(worst.is_some());
    }

    fn count_label(&mut self, draft: &Labelled, label: &Label, findings: &[Finding]) -> bool {
        let met = findings.iter().any(|finding| fits(draft, label, finding));
        let other = findings.iter().find(|finding| at_place(draft, label, finding));
        let score = self.rules.entry(label.rules[0].clone()).or_default();
        score.labels += 1;
        score.met += usize::from(met);
        score.other_rule += usize::from(!met && other.is_some());
        if !met {
            let instead = other.map(|finding| format!(" (but {})", finding.rule));
            let words = label.range.of(&draft.text);
            let fault = format!(
                "missed {} “{words}”{}\n{}: {}",
                label.rules[0],
                instead.unwrap_or_default(),
                draft.place,
                draft.text
            );
            self.faults.push((label.rules[0].clone(), fault));
        }
        met
    }

    fn count_finding(&mut self, draft: &Labelled, finding: &Finding) -> bool {
        let right = draft.labels.iter().any(|label| fits(draft, label, finding));
        let score = self.rules.entry(finding.rule.to_owned()).or_default();
        score.right += usize::from(right);
        score.alarms += usize::from(!right);
        let misnamed = !right && draft.labels.iter().any(|label| at_place(draft, label, finding));
        score.misnamed += usize::from(misnamed);
        if !right {
            let words = finding.range.of(&draft.text);
            let mut fault = format!("false alarm: {} “{words}”\n", finding.rule);
            let _ = write!(fault, "  {}\n{}: {}", finding.message, draft.place, draft.text);
            self.faults.push((finding.rule.to_owned(), fault));
        }
        right
    }

    /// Adds what another tally counted.
    pub(crate) fn add(&mut self, other: Self) {
        for (rule, score) in other.rules {
            let sum = self.rules.entry(rule).or_default();
            sum.labels += score.labels;
            sum.met += score.met;
            sum.other_rule += score.other_rule;
            sum.right += score.right;
            sum.alarms += score.alarms;
            sum.misnamed += score.misnamed;
        }
        self.faithful.drafts += other.faithful.drafts;
        self.faithful.with_error += other.faithful.with_error;
        self.faithful.with_warning += other.faithful.with_warning;
        self.faithful.with_any += other.faithful.with_any;
        self.faulty += other.faulty;
        self.faults.extend(other.faults);
    }
}

fn findings(corpus: &Corpus, draft: &Labelled) -> Vec<Finding> {
    let read = Draft::published("draft.md", draft.text.clone(), Format::Markdown, draft.date);
    check::check(corpus, &read, &Settings::default(), &|| false).unwrap().findings
}

fn fits(draft: &Labelled, label: &Label, finding: &Finding) -> bool {
    label.rules.iter().any(|rule| rule == finding.rule) && at_place(draft, label, finding)
}

/// Whether the finding touches the faulty words. A wrong speaker may as well be shown at the words
/// he never said, and a dispute at any part of what is disputed: there the paragraph is enough.
fn at_place(draft: &Labelled, label: &Label, finding: &Finding) -> bool {
    let anywhere = ["misattribution", "disputed"].contains(&label.rules[0].as_str());
    let range = label.range;
    let touches = |start, end| finding.range.start <= end && finding.range.end >= start;
    if !anywhere {
        return touches(range.start, range.end);
    }
    let start = draft.text[..range.start].rfind("\n\n").unwrap_or(0);
    let end = draft.text[range.end..].find("\n\n").map_or(draft.text.len(), |at| range.end + at);
    touches(start, end)
}
