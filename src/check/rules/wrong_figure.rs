//! `wrong-figure`: a number differs from the source's for the same thing.

use super::RuleInfo;
use super::misdate::one_line;
use crate::check::desk::Desk;
use crate::check::restate::{
    Pair, Relation, Told, Value, is_near_in_digits, is_of_digits, reckoned,
};
use crate::check::{Applicability, Edit, Evidence, Finding, Fix, Severity};
use crate::corpus::statements::Match;
use crate::reading::figures::{self, Agreement, Figure, FigureKind, Written};
use crate::text::TextRange;

pub(super) const RULE: RuleInfo = RuleInfo {
    name: "wrong-figure",
    summary: "a number, amount or count differs from the source's for the same thing",
    severity: Severity::Warning,
    needs_sources: true,
    page: "\
# wrong-figure

The draft gives a number, an amount, a percentage or a count, the sources tell the same thing of the
same people and places, and none of their figures can be the draft’s.

**Why.** A digit is the easiest thing to get wrong and the hardest to see.

**Example.** The source has “The town sent 2,000 volunteers.” The draft has “The town sent 3,000
volunteers.”

Reported as well: two figures of one statement that changed places, and one number of another
currency.

Roundings (“about $1.5 billion” for $1,482,000,000), bounds (“more than 1,900”) and figures in words
are consistent. Figures of different things or units are not compared, nor are
those of different deeds (the workers hired and the workers dismissed). What the draft reckons from
the sources’ figures, a sum, a difference or a share, is no mistake.

**To mend.** Look at the passage, then take the source’s figure.

**To silence.** `<!-- copydesk: ignore wrong-figure -->` on the same line, or alone on a line before
the paragraph; for a whole project `wrong-figure = \"off\"` under `[rules]` in `copydesk.toml`.
",
};

/// What another statement must reach of the score of one that is followed.
const NEAR_ECHO: f32 = 0.7;
/// The same of one that is not followed, where the figures only go together.
const LOOSE_ECHO: f32 = 0.5;
/// The same of one that is followed, where it has the draft's very figure.
const SAME_ECHO: f32 = 0.4;

/// Whether a draft follows a statement all but word by word.
#[derive(Clone, Copy)]
enum Followed {
    No,
    Closely,
    /// So much of it that no other statement is meant.
    AtLength,
}

impl Followed {
    fn of(found: &Match<'_>) -> Self {
        const COVERAGE: f32 = 0.8;
        const BACK: f32 = 0.55;
        const LONG: f32 = 25.0;
        match found.coverage >= COVERAGE && found.reverse >= BACK {
            true if found.surprise >= LONG => Self::AtLength,
            true => Self::Closely,
            false => Self::No,
        }
    }
}

/// A source's figure for what the draft tells.
struct Claim<'a> {
    figure: &'a Figure,
    source: usize,
    sentence: TextRange,
    /// How like the statement is to the draft's sentence.
    score: f32,
    followed: Followed,
}

impl<'a> Claim<'a> {
    fn of(pair: &Pair<'a>) -> Option<Self> {
        let Value::Figure(figure) = pair.value else { return None };
        let sentence = pair.found.sentence;
        let found = &pair.found;
        Some(Self {
            figure,
            source: sentence.source,
            sentence: sentence.range,
            score: found.score(),
            followed: match Followed::of(found) {
                Followed::No if pair.in_place == Some(true) && pair.shared > 0 => Followed::Closely,
                followed => followed,
            },
        })
    }

    /// Whether a statement that agrees with the draft is like enough to speak for it against this one:
    /// among many sources every number stands somewhere beside some of the words.
    fn may_err_by(&self, pair: &Pair<'_>) -> bool {
        let same = pair.relation == Relation::Same;
        // Many a sentence has a number of one digit.
        let round = same && pair.value.is_round();
        let least = match self.followed {
            Followed::No if same => 0.0,
            Followed::No => LOOSE_ECHO,
            Followed::Closely if same && !round => SAME_ECHO,
            Followed::Closely | Followed::AtLength => NEAR_ECHO,
        };
        pair.found.score() >= least * self.score
    }
}

pub(super) fn on_statement(
    desk: &Desk<'_>,
    told: &Told<'_>,
    severity: Severity,
) -> Option<Finding> {
    let Value::Figure(drafted) = told.value else { return None };
    let claims: Vec<Claim<'_>> = told
        .against(&|_| true)
        .iter()
        .filter(|pair| pair.of_one || !pair.all_differ)
        .filter_map(Claim::of)
        .collect();
    let Some(first) = claims.first() else {
        return exchanged(told).map(|claim| finding(desk, drafted, &[claim], severity));
    };
    // A figure that goes with the draft's and not with the claim as well speaks for the draft's.
    let acquitted = told.with().filter(|pair| first.may_err_by(pair)).any(|pair| {
        pair.relation == Relation::Same
            || !pair.value.relation(Value::Figure(first.figure)).is_consistent()
    });
    let told_beside =
        !matches!(first.followed, Followed::AtLength) && is_beside(desk, drafted, first);
    let spoken_for = || {
        let (source, sentence) = (first.source, first.sentence);
        reckoned::is_reckoned(desk, drafted, source, sentence)
            || matches!(first.followed, Followed::No)
                && reckoned::is_told_with_another(desk, drafted, source, sentence)
    };
    if acquitted || told_beside || spoken_for() || is_told_ratio(desk, told, drafted) {
        return None;
    }
    let claims = match meant(told, drafted, first) {
        None if is_far_off(drafted, first) => return None,
        None => claims,
        Some(meant) => {
            let sentence = meant.sentence;
            let others = claims.into_iter().filter(|one| one.sentence != sentence);
            std::iter::once(meant).chain(others).collect()
        }
    };
    Some(finding(desk, drafted, &claims, severity))
}

/// Whether two counts or sums of money are of such different size that they are rather of different
/// things, in sentences that differ.
fn is_far_off(drafted: &Figure, claim: &Claim<'_>) -> bool {
    const TIMES: f64 = 10.0;
    let (one, other) = (drafted.value(), claim.figure.value());
    let far = one.max(other) > TIMES * one.min(other);
    far && matches!(drafted.kind, FigureKind::Count | FigureKind::Money)
        && matches!(claim.followed, Followed::No)
        && figures::are_of_one_unit(drafted, claim.figure)
        && !is_copy(drafted, claim.figure)
}

/// Whether a source that sounds like the draft's sentence has its "four of 11", whatever it calls the
/// eleven.
fn is_told_ratio(desk: &Desk<'_>, told: &Told<'_>, drafted: &Figure) -> bool {
    let (text, figures) = (&desk.draft.extraction.text, &desk.draft.reading.figures);
    let own = ratios(text, figures)
        .find(|ratio| ratio.iter().any(|figure| figure.range == drafted.range))
        .map(|ratio| ratio.map(Figure::value));
    let Some(own) = own else { return false };
    let mut sources: Vec<usize> =
        told.pairs.iter().map(|pair| pair.found.sentence.source).collect();
    sources.sort_unstable();
    sources.dedup();
    sources.into_iter().map(|number| &desk.corpus.sources()[number]).any(|source| {
        ratios(source.text(), &source.reading().figures)
            .any(|ratio| ratio.map(Figure::value) == own)
    })
}

/// Pairs of figures like "four of 11" and "four out of the 11".
fn ratios<'a>(text: &'a str, figures: &'a [Figure]) -> impl Iterator<Item = [&'a Figure; 2]> {
    const JOINTS: [&str; 6] = ["of", "of the", "out of", "out of the", "of its", "of their"];
    let is_ratio = move |part: &Figure, whole: &Figure| {
        let between = text.get(part.range.end..whole.range.start).unwrap_or_default();
        between.len() < 20 && JOINTS.contains(&between.trim()) && part.value() < whole.value()
    };
    figures
        .windows(2)
        .map(|pair| [&pair[0], &pair[1]])
        .filter(move |[part, whole]| is_ratio(part, whole))
}

/// The figure that the draft's may have become by a slip of the pen, where the one found is none: of
/// several figures in a place it is the one that the writer meant to copy.
fn meant<'a>(told: &Told<'a>, drafted: &Figure, first: &Claim<'a>) -> Option<Claim<'a>> {
    if is_copy(drafted, first.figure) || is_near(drafted, first.figure) {
        return None;
    }
    let in_sentence = |pair: &&&Pair<'a>| {
        let sentence = pair.found.sentence;
        (sentence.source, sentence.range) == (first.source, first.sentence)
    };
    let copies: Vec<&Pair<'a>> = told
        .pairs
        .iter()
        .filter(|pair| pair.relation == Relation::Apart && pair.unknown && !pair.taken)
        .filter(|pair| pair.found.score() >= LOOSE_ECHO * first.score)
        .filter(|pair| {
            let Value::Figure(figure) = pair.value else { return false };
            is_copy(drafted, figure) || in_sentence(&pair) && is_near(drafted, figure)
        })
        .collect();
    let chosen = copies.iter().find(in_sentence).or(copies.first())?;
    // Two that differ leave open which was meant.
    let rival = |pair: &&Pair<'a>| {
        pair.value.relation(chosen.value) == Relation::Apart
            && (!in_sentence(&chosen) || in_sentence(&pair))
    };
    (!copies.iter().any(rival)).then(|| Claim::of(chosen)).flatten()
}

/// Whether a figure of the same thing differs in a digit of two: among neighbours the one meant.
fn is_near(drafted: &Figure, stated: &Figure) -> bool {
    figures::are_of_one_unit(drafted, stated) && is_near_in_digits(drafted, stated)
}

/// Whether a figure of the same thing may have become the draft's by a slip of the pen.
fn is_copy(drafted: &Figure, stated: &Figure) -> bool {
    figures::are_of_one_unit(drafted, stated) && is_of_digits(drafted, stated)
}

/// The figure that stood in the draft's place in the likest statement, where two changed places; none
/// where another statement has the draft's as well.
fn exchanged<'a>(told: &Told<'a>) -> Option<Claim<'a>> {
    let best = told.pairs.iter().map(|pair| pair.found.score()).fold(0.0, f32::max);
    let swapped = told.pairs.iter().find(|pair| pair.instead.is_some())?;
    let others = told.pairs.iter().filter(|pair| {
        pair.relation.is_consistent()
            && !std::ptr::eq(pair.found.sentence, swapped.found.sentence)
            && pair.found.score() >= LOOSE_ECHO * best
    });
    let value = swapped.instead.filter(|_| others.count() == 0)?;
    let likest = swapped.found.score() >= NEAR_ECHO * best;
    likest.then(|| Claim::of(&Pair { value, ..*swapped })).flatten()
}

/// Whether the sentence before or behind the claim's has the draft's very figure: "… when it was $750
/// million. It is now $1.5 billion."
fn is_beside(desk: &Desk<'_>, drafted: &Figure, claim: &Claim<'_>) -> bool {
    let reading = desk.corpus.sources()[claim.source].reading();
    let at = reading.sentence_index(claim.sentence.start);
    let beside = reading.sentences.get(at.saturating_sub(1)..).unwrap_or_default();
    let telling = drafted.unit.is_some() && figures::digits(drafted.value()) >= 2;
    telling
        && beside.iter().take(3).filter(|one| **one != claim.sentence).any(|sentence| {
            let first = reading.figures.partition_point(|one| one.range.start < sentence.start);
            reading.figures[first..]
                .iter()
                .take_while(|one| one.range.end <= sentence.end)
                .any(|one| figures::consistent(drafted, one) == Agreement::Same)
        })
}

fn finding(desk: &Desk<'_>, drafted: &Figure, claims: &[Claim<'_>], severity: Severity) -> Finding {
    let text = &desk.draft.extraction.text;
    let first = &claims[0];
    let stated = first.figure.range.of(desk.corpus.sources()[first.source].text());
    let range = desk.draft.raw_range(drafted.range);
    Finding {
        rule: RULE.name,
        severity,
        message: format!(
            "Wrong figure: the source has “{}”, the draft “{}” ({}).",
            one_line(stated),
            one_line(drafted.range.of(text)),
            desk.place_of(first.source, first.figure.range),
        ),
        range,
        evidence: claims.iter().map(evidence).collect(),
        fixes: fix(desk, drafted, first, range).into_iter().collect(),
        fingerprint: String::new(),
    }
}

fn evidence(claim: &Claim<'_>) -> Evidence {
    Evidence { source: claim.source, range: claim.sentence, speaker: None, date: None, diff: None }
}

fn fix(desk: &Desk<'_>, drafted: &Figure, claim: &Claim<'_>, range: TextRange) -> Option<Fix> {
    let written = |figure, range: TextRange, text| Written {
        figure,
        text: range.of(text),
        behind: TextRange::new(range.end, text.len()).of(text),
    };
    let stated = claim.figure;
    let source = desk.corpus.sources()[claim.source].text();
    let new_text = figures::instead_of(
        written(drafted, drafted.range, &desk.draft.extraction.text),
        written(stated, stated.range, source),
    )?;
    Some(Fix {
        title: format!("Use the source’s figure: {}", one_line(&new_text)),
        applicability: Applicability::Unsafe,
        edits: vec![Edit { range, new_text }],
    })
}
