//! Statements known by who told whom: what somebody told one paper is not said to it again a week
//! later, in however other words the draft sums it up.

use crate::check::desk::{Desk, Judged};
use crate::check::judge::speaker_of;
use crate::check::restate::{Pair, Relation, Told, Value};
use crate::corpus::chronicle::date_of_saying;
use crate::corpus::people::PersonId;
use crate::corpus::statements::{Feature, Heard, Listener, Occasion};
use crate::reading::dates::{DateMention, Granularity};
use crate::text::{TextRange, words_in};

/// Least share of what is said that the draft must have of the occasion.
const SAME: f32 = 0.5;
/// The same of what is said to lawmakers or reporters, who hear much.
const SAME_BEFORE_MANY: f32 = 0.75;
/// What a statement of the draft's day must reach of the likest one's score to speak for the draft.
const ECHO: f32 = 0.55;

/// The sentences in which the sources have the draft's speaker say the same to the same listener on
/// another day, each with the day; none where they are not of one mind, or speak for the draft.
pub(super) fn against<'a>(
    desk: &Desk<'a>,
    told: &Told<'a>,
) -> Vec<(&'a Occasion, &'a DateMention)> {
    let Value::Date(drafted) = told.value else { return Vec::new() };
    if !is_day(drafted) {
        return Vec::new();
    }
    let Some(statement) = Statement::of(desk, drafted) else { return Vec::new() };
    let found = statement.occasions(desk);
    let is_of_one_day = found.iter().all(|(_, date)| relation(found[0].1, date) != Relation::Apart);
    let against = found.iter().all(|(_, date)| relation(drafted, date) == Relation::Apart);
    let said = found.iter().any(|(occasion, _)| statement.is_told_by(desk, occasion));
    if is_of_one_day && against && said && !statement.is_acquitted(desk, told, &found) {
        found
    } else {
        Vec::new()
    }
}

/// Whether the draft and the source have the words of `judged` told to the same paper or channel.
pub(super) fn is_heard_alike(desk: &Desk<'_>, judged: &Judged<'_>, drafted: &DateMention) -> bool {
    let text = &desk.draft.extraction.text;
    let Some(sentence) = desk.draft.reading.sentence_at(drafted.range.start) else {
        return false;
    };
    let Some(listener) = listener_now(text, sentence).filter(Listener::is_named) else {
        return false;
    };
    let people = desk.corpus.people();
    judged.judgement.passages.iter().any(|passage| {
        let speaker = speaker_of(desk.source(passage), passage.range);
        let entity = speaker.and_then(|speaker| speaker.entity);
        let Some(person) = entity.and_then(|one| people.of_entity(passage.source, one)) else {
            return false;
        };
        let told = desk.corpus.statements().occasions_of(person).iter();
        told.filter(|one| one.source == passage.source && one.tells(passage.range))
            .any(|one| one.heard_by(&listener) == Some(Heard::SameOne))
    })
}

/// Who is told something by the `sentence`, if not before what it tells of: "repeated on 3 May what
/// she *had* told Radio Five".
fn listener_now(text: &str, sentence: TextRange) -> Option<Listener> {
    const BEFORE: [&str; 7] = ["had", "has", "have", "having", "already", "earlier", "previously"];
    let listener = Listener::read(text, sentence)?;
    let words = words_in(text, sentence);
    let before = listener.cue().checked_sub(1).map(|at| words[at].range.of(text));
    let looks_back =
        before.is_some_and(|one| BEFORE.iter().any(|word| word.eq_ignore_ascii_case(one)));
    (!looks_back).then_some(listener)
}

/// A sentence of the draft that says on which day somebody told somebody something.
struct Statement {
    speaker: PersonId,
    listener: Listener,
    /// What is said.
    content: Vec<Feature>,
}

impl Statement {
    fn of(desk: &Desk<'_>, day: &DateMention) -> Option<Self> {
        let reading = &desk.draft.reading;
        let text = &desk.draft.extraction.text;
        let sentence = reading.sentence_at(day.range.start)?;
        let listener = listener_now(text, sentence)?;
        let namer = desk.namer?;
        let person = namer.person(teller(desk, sentence, &listener, day)?)?;
        let own = Feature::of_person(person);
        let profile = namer.profile(text, reading, sentence);
        let mut content: Vec<Feature> = profile
            .words
            .iter()
            .filter(|word| !listener.is_told_at(usize::from(word.at)))
            .map(|word| word.feature)
            .filter(|one| (one.is_stem() || one.is_any_name()) && *one != own)
            .collect();
        content.sort_unstable();
        content.dedup();
        Some(Self { speaker: person, listener, content })
    }

    /// What the sources have the speaker tell the listener on a day of the calendar.
    fn occasions<'a>(&self, desk: &Desk<'a>) -> Vec<(&'a Occasion, &'a DateMention)> {
        let all = desk.corpus.statements().occasions_of(self.speaker).iter();
        all.filter(|one| one.heard_by(&self.listener).is_some_and(|heard| heard != Heard::Another))
            .filter_map(|one| Some((one, one.date(&desk.corpus.sources()[one.source])?)))
            .filter(|(_, date)| is_day(date))
            .collect()
    }

    /// Whether the occasion has most of what is said.
    fn is_told_by(&self, desk: &Desk<'_>, occasion: &Occasion) -> bool {
        const FEWEST: usize = 2;
        let statements = desk.corpus.statements();
        let weigh = |one: &Feature| statements.weight(*one);
        let shared: Vec<Feature> =
            self.content.iter().copied().filter(|one| occasion.has(*one)).collect();
        let stems = shared.iter().filter(|one| one.is_stem()).count();
        let all: f32 = self.content.iter().map(weigh).sum();
        let same: f32 = shared.iter().map(weigh).sum();
        let named = self.listener.is_named();
        let (least, fewest) = if named { (SAME, 1) } else { (SAME_BEFORE_MANY, FEWEST) };
        same >= least * all && stems >= fewest && shared.len() >= FEWEST
    }

    /// Whether a source may have the speaker say it on the draft's day, to a listener that it does
    /// not tell.
    fn is_acquitted(
        &self,
        desk: &Desk<'_>,
        told: &Told<'_>,
        against: &[(&Occasion, &DateMention)],
    ) -> bool {
        let best = told.pairs.iter().map(|pair| pair.found.score()).fold(0.0, f32::max);
        let apart = |date: &DateMention| {
            against.iter().any(|(_, day)| relation(day, date) == Relation::Apart)
        };
        let all = desk.corpus.statements().occasions_of(self.speaker);
        let to_another = |pair: &Pair<'_>| {
            let sentence = pair.found.sentence;
            all.iter()
                .filter(|one| one.source == sentence.source && one.tells(sentence.range))
                .any(|one| one.heard_by(&self.listener) == Some(Heard::Another))
        };
        told.pairs
            .iter()
            .filter(|pair| pair.relation.is_consistent() && pair.found.score() >= ECHO * best)
            .filter(|pair| pair.found.sentence.has(Feature::of_person(self.speaker)))
            .any(|pair| matches!(pair.value, Value::Date(date) if apart(date)) && !to_another(pair))
    }
}

/// Who tells it on the day: the speaker of the report that the day belongs to; else who stands right
/// before the word of telling, where the day is the only one of the sentence and stands beside them.
fn teller(
    desk: &Desk<'_>,
    sentence: TextRange,
    listener: &Listener,
    day: &DateMention,
) -> Option<usize> {
    let reading = &desk.draft.reading;
    let text = &desk.draft.extraction.text;
    let first = reading.attributions.partition_point(|one| one.content.end <= sentence.start);
    let told = reading.attributions[first..]
        .iter()
        .take_while(|one| one.content.start < sentence.end)
        .filter(|one| one.cue.is_some_and(|cue| sentence.contains_range(cue)))
        .find(|one| date_of_saying(reading, text, one).is_some_and(|date| date.range == day.range));
    let speaker = told.and_then(|told| told.speaker.as_ref());
    if let Some(entity) = speaker.and_then(|speaker| speaker.entity) {
        return Some(entity);
    }
    let inside = |range: TextRange| sentence.contains_range(range);
    if reading.dates.iter().filter(|one| inside(one.range)).count() > 1 {
        return None;
    }
    let words = words_in(text, sentence);
    let cue = words.get(listener.cue())?.range;
    let last = words.get(listener.place().end.checked_sub(1)?)?.range;
    let before = reading.names.mentions.iter().filter(|one| inside(one.range));
    let subject = before.take_while(|one| one.range.end <= cue.start).last()?;
    let beside = is_beside(text, subject.range.end, cue.start, day.range)
        && if day.range.start < cue.start {
            is_beside(text, sentence.start, subject.range.start, day.range)
        } else {
            is_beside(text, last.end, day.range.end, day.range)
        };
    beside.then_some(subject.entity)
}

/// Whether nothing stands between two places but the day, and a word that leads to it.
fn is_beside(text: &str, start: usize, end: usize, day: TextRange) -> bool {
    const LEADS: [&str; 8] = ["on", "it", "was", "that", "mr", "ms", "mrs", "in"];
    if end <= start {
        return true;
    }
    words_in(text, TextRange::new(start, end)).iter().all(|word| {
        let written = word.range.of(text);
        day.contains_range(word.range) || LEADS.iter().any(|one| written.eq_ignore_ascii_case(one))
    })
}

fn relation(one: &DateMention, other: &DateMention) -> Relation {
    Value::Date(one).relation(Value::Date(other))
}

fn is_day(date: &DateMention) -> bool {
    let known = date.interval().is_some() || date.written.month.is_some();
    known && date.granularity <= Granularity::Month && date.bound.is_none() && !date.approximate
}

/// The sentence in which an occasion tells who was told, else its first.
pub(super) fn passage(occasion: &Occasion, date: &DateMention) -> Option<TextRange> {
    let own = occasion.sentences.iter().find(|one| one.contains_range(date.range));
    own.or_else(|| occasion.sentences.first()).copied()
}
