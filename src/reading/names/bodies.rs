//! Bodies named in small letters after their country: "Azerbaijan's foreign ministry".

use super::page::{Page, Segment};
use super::split::Candidate;
use super::tokens::{Gap, Shape};
use super::traits::Traits;

/// Words that stand between the country and its body.
const FIELDS: &[&str] = &[
    "foreign",
    "defense",
    "defence",
    "interior",
    "finance",
    "health",
    "justice",
    "education",
    "economy",
    "energy",
    "culture",
    "agriculture",
    "transport",
    "environment",
    "labor",
    "labour",
    "trade",
    "state",
    "federal",
    "national",
    "security",
    "internal",
    "external",
    "affairs",
    "emergency",
    "situations",
    "and",
    "information",
    "tourism",
    "industry",
    "prime",
    "presidential",
    "press",
];

/// The bodies that `segment` names with small letters.
pub(super) fn find(page: &Page<'_>, segment: &Segment) -> Vec<Candidate> {
    segment.tokens.clone().filter_map(|at| body_at(page, segment.tokens.start, at)).collect()
}

fn body_at(page: &Page<'_>, first: usize, at: usize) -> Option<Candidate> {
    if page.tokens[at].shape != Shape::Lower || page.word(at) != "ministry" {
        return None;
    }
    let mut start = at;
    while start > first && page.tokens[start].gap == Gap::Space {
        start -= 1;
        let token = &page.tokens[start];
        if token.is_capital() {
            let owner = token.traits.any(Traits::PLACE) && token.possessive
                || token.traits.any(Traits::DEMONYM)
                || token.traits.any(Traits::PLACE | Traits::KNOWN_BODY) && start + 1 < at;
            return owner.then(|| candidate(start, at + 1));
        }
        if !FIELDS.contains(&page.word(start)) {
            return None;
        }
    }
    None
}

fn candidate(start: usize, end: usize) -> Candidate {
    Candidate { tokens: start..end, title: start..start, gender: None, weak: false }
}
