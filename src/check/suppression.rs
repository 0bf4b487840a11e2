//! Silencing: findings that a comment of the draft silences are taken out, and comments that
//! silence nothing are reported.

use super::directives::{self, Directive};
use super::fingerprint;
use super::{Applicability, Draft, Edit, Finding, Fix, RULES, RuleInfo, Settings, Severity};
use crate::text::TextRange;

/// The rule that reports comments which silence nothing.
pub const UNUSED_IGNORE: RuleInfo = RuleInfo {
    name: "unused-ignore",
    summary: "a comment that silences nothing",
    severity: Severity::Information,
    needs_sources: false,
    page: include_str!("unused_ignore.md"),
};

/// Gives `findings` (in any order) their fingerprints, takes out those that a comment of `draft`
/// silences, and adds one for every comment that silences nothing. The result is in the order of
/// the text.
#[must_use]
pub fn apply(draft: &Draft, mut findings: Vec<Finding>, settings: &Settings) -> Vec<Finding> {
    findings.sort_by_key(place);
    fingerprint::assign(draft, &mut findings);
    findings.retain(|finding| !settings.accepted.contains(&finding.fingerprint));
    let mut silencers: Vec<Silencer> =
        directives::of(draft).into_iter().map(Silencer::new).collect();
    findings.retain(|finding| !is_silenced(&mut silencers, finding.rule, finding.range));
    let mut unused = unused(draft, &mut silencers, settings);
    if !unused.is_empty() {
        fingerprint::assign(draft, &mut unused);
        findings.append(&mut unused);
        findings.sort_by_key(place);
    }
    findings
}

fn place(finding: &Finding) -> (usize, usize, usize) {
    let rule = RULES.iter().position(|rule| rule.name == finding.rule);
    (finding.range.start, finding.range.end, rule.unwrap_or(usize::MAX))
}

/// A directive with a note of which of its rules silenced something.
struct Silencer {
    directive: Directive,
    used: Vec<bool>,
}

impl Silencer {
    fn new(directive: Directive) -> Self {
        let used = vec![false; directive.rules.len().max(1)];
        Self { directive, used }
    }

    /// Which of the directive's rules, if any, silences `rule` at `range`.
    fn silences(&self, rule: &str, range: TextRange) -> Option<usize> {
        let scope = self.directive.scope?;
        let inside = scope.overlaps(range) || (range.is_empty() && scope.contains(range.start));
        if !inside {
            return None;
        }
        if self.directive.rules.is_empty() {
            return Some(0);
        }
        self.directive.rules.iter().position(|named| named == rule)
    }
}

/// Whether anything silences `rule` at `range`; all that do are noted as used.
fn is_silenced(silencers: &mut [Silencer], rule: &str, range: TextRange) -> bool {
    let mut silenced = false;
    for silencer in silencers {
        if let Some(number) = silencer.silences(rule, range) {
            silencer.used[number] = true;
            silenced = true;
        }
    }
    silenced
}

fn unused(draft: &Draft, silencers: &mut [Silencer], settings: &Settings) -> Vec<Finding> {
    let Some(severity) = settings.severity(UNUSED_IGNORE.name) else { return Vec::new() };
    let complaints: Vec<(TextRange, String)> =
        silencers.iter().flat_map(|silencer| complaints(silencer, settings)).collect();
    let mut findings = Vec::new();
    for (range, message) in complaints {
        // A comment may silence the complaint about another, not about itself.
        let silenced = silencers.iter().any(|silencer| {
            silencer.directive.comment != range
                && silencer.silences(UNUSED_IGNORE.name, range).is_some()
        });
        if !silenced {
            findings.push(finding(draft, severity, range, message));
        }
    }
    findings
}

/// What is to be said against a directive.
fn complaints(silencer: &Silencer, settings: &Settings) -> Vec<(TextRange, String)> {
    let directive = &silencer.directive;
    let range = directive.comment;
    if let Some(fault) = &directive.fault {
        return vec![(range, format!("Unused comment: {fault}."))];
    }
    if directive.rules.is_empty() {
        let idle = !silencer.used[0] && every_rule_runs(settings);
        return if idle {
            vec![(range, "Unused comment: it silences nothing.".to_owned())]
        } else {
            vec![]
        };
    }
    let one = |(rule, used): (&String, &bool)| {
        if !is_rule(rule) {
            return Some((range, unknown_rule(rule)));
        }
        let idle = !used && rule != UNUSED_IGNORE.name && settings.severity(rule).is_some();
        idle.then(|| (range, format!("Unused comment: there is no {rule} here.")))
    };
    directive.rules.iter().zip(&silencer.used).filter_map(one).collect()
}

fn every_rule_runs(settings: &Settings) -> bool {
    RULES.iter().all(|rule| settings.severity(rule.name).is_some())
}

fn is_rule(name: &str) -> bool {
    name == UNUSED_IGNORE.name || RULES.iter().any(|rule| rule.name == name)
}

fn unknown_rule(name: &str) -> String {
    let nearest = nearest_rule(name);
    let hint = nearest.map_or_else(String::new, |rule| format!(" Did you mean “{rule}”?"));
    format!("Unused comment: there is no rule “{name}”.{hint}")
}

fn finding(draft: &Draft, severity: Severity, range: TextRange, message: String) -> Finding {
    let fix = Fix {
        title: "Remove the comment".to_owned(),
        applicability: Applicability::Unsafe,
        edits: vec![Edit { range: with_its_line(draft, range), new_text: String::new() }],
    };
    Finding {
        rule: UNUSED_IGNORE.name,
        severity,
        message,
        range,
        evidence: Vec::new(),
        fixes: vec![fix],
        fingerprint: String::new(),
    }
}

/// The comment with the whole line where nothing else stands on it.
fn with_its_line(draft: &Draft, comment: TextRange) -> TextRange {
    let lines = &draft.lines;
    let start = lines.start_of(lines.line_of(comment.start));
    let end = lines.start_of(lines.line_of(comment.end.saturating_sub(1)) + 1);
    let before = &draft.raw[start..comment.start];
    let after = &draft.raw[comment.end.min(end)..end];
    if before.trim().is_empty() && after.trim().is_empty() {
        TextRange::new(start, end.max(comment.end))
    } else {
        comment
    }
}

/// The rule whose name is nearest to `name`, where one is near enough to be meant.
#[must_use]
pub fn nearest_rule(name: &str) -> Option<&'static str> {
    let near = |rule: &RuleInfo| (distance(name, rule.name), rule.name);
    let (distance, rule) = RULES.iter().map(near).min()?;
    (distance <= name.chars().count().max(4) / 3 + 1).then_some(rule)
}

/// How many letters must be changed, added or taken away to turn `one` into `other`.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (number, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = number + 1;
        for (at, theirs) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *theirs);
            diagonal = row[at + 1];
            row[at + 1] = changed.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}
