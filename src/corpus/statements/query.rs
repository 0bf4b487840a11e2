//! Which statements a draft's date or figure restates.

use super::features::Feature;
use super::inherited::Inherited;
use super::profile::{Profile, ProfileWord, Slot, SlotKind};
use super::{MOST_POSTINGS, Sentence, Statements};

/// How many sentences are looked at closely.
const MOST_SENTENCES: usize = 40;
/// How many places of words are gathered: the rarest words tell enough.
const MOST_SHARES: usize = 1_500;
/// How many sentences with the very number or day are looked at.
const MOST_EXACT: usize = 10;
/// Credit for a name that stands in the sentence before or after.
const NAME_NEARBY: f32 = 0.8;
/// Credit for a name that the source is about.
const NAME_OF_SOURCE: f32 = 0.65;
/// Credit for another word that stands in the sentence before or after.
const WORD_NEARBY: f32 = 0.55;
/// Coverage from which on a sentence is looked at from its own side.
const SOME_COVERAGE: f32 = 0.4;
/// Credit for what a name may also mean.
const ALSO_CALLED: f32 = 0.85;
/// Credit for a word of another clause of the sentence.
const OTHER_CLAUSE: f32 = 0.85;

/// What stands around a draft's slot: each word with its weight and nearness.
#[derive(Debug)]
pub(crate) struct Query {
    terms: Vec<Term>,
    total: f32,
    near_total: f32,
    /// The words beside the slot.
    beside: Vec<Feature>,
    /// All words of the sentence, sorted.
    words: Vec<Feature>,
}

#[derive(Debug)]
struct Term {
    /// What it may be, the likeliest first.
    features: Vec<Feature>,
    weight: f32,
    nearness: f32,
    /// The people named beside it whose role it is.
    role_of: Vec<Feature>,
}

/// A slot of a source that may tell the same as the draft's.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match<'a> {
    pub(crate) sentence: &'a Sentence,
    pub(crate) slot: Slot,
    /// Where the day of `slot` is that of the sentence before.
    pub(crate) inherited: Option<&'a Inherited>,
    /// Share of the weight of the draft's words that the source has, from 0 to 1.
    pub(crate) coverage: f32,
    /// Share of the weight of the words near the draft's slot that stand near the source's.
    pub(crate) role: f32,
    /// By how much what is shared is less likely by chance than one sentence of all, in natural
    /// logarithms.
    pub(crate) surprise: f32,
    /// How much harder it is to be sure among so many sentences, from 0.
    pub(crate) doubt: f32,
    /// Share of the weight of the source's words near its slot that the draft's sentence has: how far
    /// the source tells the same and no more. Only looked at where there is some coverage.
    pub(crate) reverse: f32,
    /// How many names are shared.
    pub(crate) names: usize,
    /// How many telling words are shared in the sentence itself.
    pub(crate) stems: usize,
    /// How many words of saying and of little meaning are shared.
    pub(crate) light: usize,
    /// How many telling words stand in the sentences around only.
    pub(crate) nearby: usize,
    /// How many words beside the draft's slot stand beside the source's as well.
    pub(crate) beside: usize,
    /// The greatest weight, of those of the words near the draft's slot, that the source lacks.
    pub(crate) lacking: f32,
    /// Share of the weight of the draft's telling words, names and roles aside, that stand in the
    /// source's very sentence; 1 where the draft has none.
    pub(crate) content: f32,
}

impl Query {
    /// Of the `slot` of a draft's sentence, with the subject that it goes on about.
    pub(crate) fn new(
        statements: &Statements,
        profile: &Profile,
        slot: &Slot,
        subject: Option<Feature>,
    ) -> Self {
        let mut terms: Vec<Term> = profile
            .words
            .chunk_by(|a, b| a.at == b.at)
            .map(|words| Term::new(statements, words, profile.nearness(&words[0], slot)))
            .collect();
        terms.extend(subject.map(|feature| Term {
            features: vec![feature],
            weight: statements.weight(feature),
            nearness: 0.5,
            role_of: Vec::new(),
        }));
        give_roles(statements, &mut terms);
        let total = terms.iter().map(Term::sum).sum();
        let near_total = terms.iter().map(Term::near_sum).sum();
        let beside = profile.beside(slot).map(|word| word.feature).collect();
        let mut words: Vec<Feature> = profile.words.iter().map(|word| word.feature).collect();
        words.extend(subject);
        words.sort_unstable();
        Self { terms, total, near_total, beside, words }
    }

    /// The slots of the sources that may tell the same, the likeliest first.
    pub(crate) fn matches<'a>(&self, statements: &'a Statements, slot: &Slot) -> Vec<Match<'a>> {
        if self.total <= 0.0 {
            return Vec::new();
        }
        let mut matches: Vec<Match<'a>> = self
            .candidates(statements, slot)
            .into_iter()
            .flat_map(|sentence| {
                let slots = sentence.profile.slots.iter().filter(|one| one.kind == slot.kind);
                let own = slots.map(move |slot| self.compare(statements, sentence, *slot));
                own.chain(self.with_day_before(statements, sentence, slot.kind))
            })
            .collect();
        matches.sort_by(|a, b| b.score().total_cmp(&a.score()));
        matches
    }

    /// The sentences that have each of the words, with its weight, the rarest words first.
    fn postings<'a>(&self, statements: &'a Statements) -> Vec<(&'a [u32], f32)> {
        let mut all: Vec<(&[u32], f32)> = Vec::new();
        for term in &self.terms {
            let known = term.features.iter().filter_map(|one| statements.postings.get(one));
            all.extend(known.map(|postings| (postings.as_slice(), term.sum())));
        }
        all.retain(|(postings, _)| postings.len() <= MOST_POSTINGS);
        all.sort_by_key(|(postings, _)| postings.len());
        all
    }

    /// The sentences that share most with the draft's.
    fn candidates<'a>(&self, statements: &'a Statements, slot: &Slot) -> Vec<&'a Sentence> {
        let mut shares: Vec<(u32, f32)> = Vec::new();
        let exact = slot.exact.and_then(|key| statements.postings.get(&Feature::Exact(key)));
        for &number in exact.into_iter().flatten().take(MOST_EXACT) {
            shares.push((number, self.total));
        }
        for (postings, weight) in self.postings(statements) {
            if shares.len() >= MOST_SHARES {
                break;
            }
            shares.extend(postings.iter().map(|&number| (number, weight)));
        }
        shares.sort_unstable_by_key(|(number, _)| *number);
        let mut sums: Vec<(u32, f32)> = shares
            .chunk_by(|a, b| a.0 == b.0)
            .map(|same| (same[0].0, same.iter().map(|one| one.1).sum()))
            .collect();
        sums.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        sums.truncate(MOST_SENTENCES);
        sums.into_iter().map(|(number, _)| &statements.sentences[number as usize]).collect()
    }

    fn beside(&self, profile: &Profile, slot: &Slot) -> usize {
        profile.beside(slot).filter(|word| self.beside.contains(&word.feature)).count()
    }

    /// The sentence with the day of the one before, where it goes on about that.
    fn with_day_before<'a>(
        &self,
        statements: &Statements,
        sentence: &'a Sentence,
        kind: SlotKind,
    ) -> Option<Match<'a>> {
        let day = sentence.inherited.as_ref().filter(|_| kind == SlotKind::Date)?;
        let [one, other] = day.slots.map(|slot| self.compare(statements, sentence, slot));
        let likelier = if other.score() > one.score() { other } else { one };
        Some(Match { inherited: Some(day), ..likelier })
    }

    fn compare<'a>(
        &self,
        statements: &Statements,
        sentence: &'a Sentence,
        slot: Slot,
    ) -> Match<'a> {
        let mut found = Match {
            sentence,
            slot,
            inherited: None,
            coverage: 0.0,
            role: 0.0,
            surprise: -statements.chance(),
            doubt: statements.doubt(),
            reverse: 0.0,
            names: 0,
            stems: 0,
            light: 0,
            nearby: 0,
            beside: self.beside(&sentence.profile, &slot),
            lacking: 0.0,
            content: 1.0,
        };
        let mut content = (0.0, 0.0);
        for term in &self.terms {
            let (credit, near, feature) = term.credit(statements, sentence, &slot);
            if term.is_content() {
                content.0 += if term.stands_in(sentence) { term.sum() } else { 0.0 };
                content.1 += term.sum();
            }
            found.coverage += term.sum() * credit / self.total;
            found.surprise += term.weight * credit;
            // As near as in the draft is as near as can be.
            found.role += term.near_sum() * (near / term.nearness).min(1.0) / self.near_total;
            if credit == 0.0 {
                found.lacking = found.lacking.max(term.near_sum());
            }
            match feature {
                Some(feature) if feature.is_name() => found.names += 1,
                Some(feature) if near == 0.0 => found.nearby += usize::from(feature.is_stem()),
                Some(feature) if feature.is_stem() => found.stems += 1,
                Some(_) => found.light += 1,
                None => {}
            }
        }
        if content.1 > 0.0 {
            found.content = content.0 / content.1;
        }
        if found.coverage >= SOME_COVERAGE {
            found.reverse = self.reverse(statements, &sentence.profile, &slot);
        }
        found
    }

    /// Share of the weight of the source's words near its slot that the draft has; who is "Prime
    /// Minister Moss" there may be "Moss" in the draft.
    fn reverse(&self, statements: &Statements, profile: &Profile, slot: &Slot) -> f32 {
        let (mut shared, mut total) = (0.0, 0.0);
        let names: Vec<Feature> = self.words.iter().copied().filter(|one| one.is_name()).collect();
        let is_role = |word: Feature| names.iter().any(|name| statements.is_role(*name, word));
        for word in &profile.words {
            let near = profile.nearness(word, slot);
            let weight = statements.weight(word.feature) * near * near;
            total += weight;
            let has = self.words.binary_search(&word.feature).is_ok();
            if has || word.feature.is_stem() && is_role(word.feature) {
                shared += weight;
            }
        }
        if total > 0.0 { shared / total } else { 0.0 }
    }
}

impl Match<'_> {
    /// How sure the match is, from 0 to 1.
    pub(crate) fn score(&self) -> f32 {
        0.5 * (self.coverage + self.role)
    }
}

/// Notes of each word whose role it is: who is named "President Moss" in one sentence is "Moss" in
/// the next.
fn give_roles(statements: &Statements, terms: &mut [Term]) {
    let names: Vec<Feature> = terms
        .iter()
        .flat_map(|term| &term.features)
        .copied()
        .filter(|feature| feature.is_name())
        .collect();
    for term in terms.iter_mut().filter(|term| term.features.iter().all(|one| one.is_stem())) {
        let word = term.features[0];
        term.role_of.extend(names.iter().filter(|name| statements.is_role(**name, word)));
    }
}

impl Term {
    fn new(statements: &Statements, words: &[ProfileWord], nearness: f32) -> Self {
        let features: Vec<Feature> = words.iter().map(|word| word.feature).collect();
        let weight = features.first().map_or(0.0, |&first| statements.weight(first));
        Self { features, weight, nearness, role_of: Vec::new() }
    }

    fn sum(&self) -> f32 {
        self.weight * self.nearness
    }

    /// Whether it tells what happens or what is said, and not of whom.
    fn is_content(&self) -> bool {
        self.role_of.is_empty() && self.features.iter().all(|one| one.is_stem())
    }

    fn stands_in(&self, sentence: &Sentence) -> bool {
        self.features.iter().any(|one| sentence.has(*one))
    }

    fn near_sum(&self) -> f32 {
        self.weight * self.nearness * self.nearness
    }

    /// How well the sentence has it, how near it stands there to `slot`, and which of its readings.
    fn credit(
        &self,
        statements: &Statements,
        sentence: &Sentence,
        slot: &Slot,
    ) -> (f32, f32, Option<Feature>) {
        let mut best = (0.0, 0.0, None);
        for (number, &feature) in self.features.iter().enumerate() {
            let by_reading = if number == 0 { 1.0 } else { ALSO_CALLED };
            let (credit, near) = credit(statements, sentence, slot, feature);
            if credit * by_reading > best.0 {
                best = (credit * by_reading, near * by_reading, Some(feature));
            }
        }
        if best.0 == 0.0 && self.role_of.iter().any(|person| sentence.has(*person)) {
            return (WORD_NEARBY, 0.5, None);
        }
        best
    }
}

fn credit(
    statements: &Statements,
    sentence: &Sentence,
    slot: &Slot,
    feature: Feature,
) -> (f32, f32) {
    if sentence.has(feature) {
        let words = sentence.profile.words.iter().filter(|word| word.feature == feature);
        let nearest = words
            .map(|word| (word.clause == slot.clause, sentence.profile.nearness(word, slot)))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        return match nearest {
            Some((true, near)) => (1.0, near),
            Some((false, near)) => (OTHER_CLAUSE, near),
            // The subject that goes on from the sentence before.
            None => (NAME_NEARBY, NAME_NEARBY),
        };
    }
    match feature.is_any_name() {
        true if sentence.is_near(feature) => (NAME_NEARBY, 0.6),
        true if statements.is_subject(sentence.source, feature) => (NAME_OF_SOURCE, 0.4),
        false if sentence.is_near(feature) => (WORD_NEARBY, 0.0),
        _ => (0.0, 0.0),
    }
}
