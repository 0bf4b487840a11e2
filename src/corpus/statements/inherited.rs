//! Days that the sentence before tells: "On Tuesday, 4 March, the board met. It voted to close the
//! yard." Only where the one sentence plainly goes on telling what on the day of the other.

use super::features::Feature;
use super::profile::{Profile, Slot, SlotKind};
use super::slots::inside;
use crate::reading::Reading;
use crate::reading::cues::{self, Strength};
use crate::reading::dates::{DateMention, Granularity, YearFrom};
use crate::reading::grammar::{WordSet, words_of};
use crate::reading::markup::{Block, BlockKind};
use crate::text::{TextRange, Word, fold, words_in};

/// The day of a sentence that has none of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inherited {
    /// The day, as though it stood at the head of the sentence, and behind its main clause.
    pub(crate) slots: [Slot; 2],
    /// The sentence with the day and the one that inherits it.
    pub(crate) passage: TextRange,
    /// What happens in the sentence: its main verb.
    pub(crate) event: Feature,
}

/// A document as far as it is read here.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    pub(crate) text: &'a str,
    pub(crate) reading: &'a Reading,
    pub(crate) blocks: &'a [Block],
}

/// Past forms of irregular verbs that tell events, and their participles.
static IRREGULAR: WordSet = WordSet::new(|| {
    words_of(&[
        "won lost left took gave met sold bought fell broke struck shot fled died sent brought \
         began chose came went drove flew cut shut hit paid sank swept threw withdrew stole wrote \
         fought drew overthrew caught taken given broken beaten stolen driven drawn thrown chosen \
         sworn torn written withdrawn overthrown sunk",
    ])
});

/// Past forms that tell how things are, or what goes on for long.
static STATES: WordSet = WordSet::new(|| {
    words_of(&[
        "based located expected scheduled supposed believed known considered born interested \
         married involved concerned worried pleased need indeed seemed remained lived wanted \
         contained included consisted owned belonged lasted faced worked served studied played \
         attended used covered employed housed counted totalled totaled ranged measured weighed \
         stretched carried aimed continued featured focused relied depended represented \
         earned managed operated ranked required resulted followed related tried sacred hundred \
         planned intended hoped called showed supported opposed \
         deserved enjoyed looked helped tended allowed marked proved",
    ])
});

/// Words that put what is told at another time, or make it no single event.
static OTHER_TIMES: WordSet = WordSet::new(|| {
    words_of(&[
        "earlier later previously before since until till once ago already originally eventually \
         afterwards afterward subsequently finally next then ever never always often usually \
         repeatedly regularly again meanwhile when while day days week weeks month months year \
         years decade decades night overnight weekend season recently initially formerly soon \
         following last after",
    ])
});

/// Words at which the main clause with its verb in the past is given up.
static NO_EVENT: WordSet = WordSet::new(|| {
    words_of(&[
        "will would could may might can should must shall has have had is are be been being do \
         does did not that which who whom whose to if because",
    ])
});

/// The day of the sentence `own`, taken from the sentence `before`; each with its profile.
pub(crate) fn read(
    page: Page<'_>,
    before: (TextRange, &Profile),
    own: (TextRange, &Profile),
) -> Option<Inherited> {
    if !inside(&page.reading.dates, own.0, |date| date.range).is_empty()
        || own.1.words.is_empty()
        || !goes_on(page, before.0, own.0)
    {
        return None;
    }
    let day = day_of_event(page, before)?;
    let words = plain_words(page, own)?;
    let verb = main_verb(&words)?;
    let verb = own.1.words.iter().find(|word| usize::from(word.at) == verb)?;
    let clause = own.1.words.iter().filter(|word| word.clause == verb.clause);
    let end = clause.map(|word| word.at).max()?.saturating_add(1);
    let place = |at: u16| Slot { first: at, last: at, clause: verb.clause, whole: false, ..day };
    Some(Inherited {
        slots: [place(0), place(end)],
        passage: TextRange::new(before.0.start, own.0.end),
        event: verb.feature,
    })
}

/// Whether the one stands right behind the other in a paragraph, or each is a paragraph.
fn goes_on(page: Page<'_>, before: TextRange, own: TextRange) -> bool {
    let at = |range: TextRange| {
        let at = page.blocks.partition_point(|block| block.range.end <= range.start);
        let known = page.blocks.get(at).filter(|block| block.kind == BlockKind::Paragraph);
        known.map(|block| (at, block.range))
    };
    let alone = |block: TextRange, sentence: TextRange| {
        sentence.start <= block.start && block.of(page.text).trim_end().len() <= sentence.len()
    };
    at(before).zip(at(own)).is_some_and(|((first, block), (second, next))| {
        first == second || first + 1 == second && alone(block, before) && alone(next, own)
    })
}

/// The one day of a sentence, where it is that of what the sentence tells.
fn day_of_event(page: Page<'_>, before: (TextRange, &Profile)) -> Option<Slot> {
    let mut dates = before.1.slots.iter().filter(|slot| slot.kind == SlotKind::Date);
    let day = *dates.next().filter(|_| dates.next().is_none())?;
    let mention = &page.reading.dates[day.number as usize];
    let all = inside(&page.reading.dates, before.0, |date| date.range);
    if all.len() != 1 || !is_named_day(mention) {
        return None;
    }
    let words = plain_words(page, before)?;
    let (first, last) = (usize::from(day.first), usize::from(day.last));
    let opens = first == 0 || first == 1 && words[0] == "on";
    if opens {
        return event_in(&words, last + 1).map(|_| day);
    }
    let verb = event_in(words.get(..first)?, 0)?;
    let in_clause = |at: usize| {
        let word = before.1.words.iter().find(|word| usize::from(word.at) == at);
        word.is_some_and(|word| word.clause == day.clause)
    };
    const BETWEEN: [&str; 10] =
        ["to", "that", "which", "who", "for", "until", "by", "from", "of", "planned"];
    let between = &words[verb + 1..first];
    let free = !between.iter().any(|word| BETWEEN.contains(&word.as_str()));
    let bare = mention.written.weekday.is_some() && !is_preposition(&words[first - 1]);
    (in_clause(verb) && free && (words[first - 1] == "on" || bare)).then_some(day)
}

fn is_preposition(word: &str) -> bool {
    const PREPOSITIONS: [&str; 9] = ["in", "at", "for", "from", "by", "of", "the", "a", "between"];
    PREPOSITIONS.contains(&word)
}

/// One day, told by its name.
fn is_named_day(date: &DateMention) -> bool {
    let written = date.written;
    let named = written.weekday.is_some() || written.day.is_some() && written.month.is_some();
    let loose = date.approximate
        || date.bound.is_some()
        || date.part.is_some()
        || date.whole.is_some()
        || date.names_event
        || date.readings.len() > 1
        || date.year_from == YearFrom::Nearby;
    named && !loose && date.granularity == Granularity::Day && date.start == date.end
}

/// The words of a sentence, folded; `None` where somebody says something in it, or where it tells of
/// other times as well.
fn plain_words(page: Page<'_>, (range, profile): (TextRange, &Profile)) -> Option<Vec<String>> {
    if profile.words.iter().any(|word| word.feature.is_saying()) || is_said(page.reading, range) {
        return None;
    }
    let fold_word = |word: &Word| fold(word.range.of(page.text));
    let words: Vec<String> = words_in(page.text, range).iter().map(fold_word).collect();
    let days = profile.slots.iter().filter(|slot| slot.kind == SlotKind::Date);
    let days: Vec<_> = days.map(|day| usize::from(day.first)..=usize::from(day.last)).collect();
    let is_day = |at: usize| days.iter().any(|day| day.contains(&at));
    let mut others = words.iter().enumerate().filter(|(at, _)| !is_day(*at));
    (!others.any(|(_, word)| OTHER_TIMES.contains(word.as_str()))).then_some(words)
}

/// Whether words of a quotation or of reported speech stand in `range`.
fn is_said(reading: &Reading, range: TextRange) -> bool {
    // A cue stands near the words, before or after them.
    const NEAR: usize = 1_000;
    let quotations = &reading.quotations;
    let first = quotations.partition_point(|one| one.outer.start < range.start);
    let around = quotations[first.saturating_sub(2)..].iter();
    let mut around = around.take_while(|one| one.outer.start < range.end);
    let from = range.start.saturating_sub(NEAR);
    let first = reading.attributions.partition_point(|one| one.content.start < from);
    let mut said =
        reading.attributions[first..].iter().take_while(|one| one.content.start < range.end + NEAR);
    around.any(|one| one.outer.overlaps(range))
        || said.any(|one| {
            one.content.overlaps(range) || one.cue.is_some_and(|cue| cue.overlaps(range))
        })
}

/// The number of the main verb of a sentence that opens with a pronoun or a definite subject and
/// tells an event of the past.
fn main_verb(words: &[String]) -> Option<usize> {
    const LONGEST_SUBJECT: usize = 5;
    const PRONOUNS: [&str; 4] = ["it", "he", "she", "they"];
    let is_pronoun = |at: usize| words.get(at).is_some_and(|word| PRONOUNS.contains(&&**word));
    let (from, to) = match words.first()?.as_str() {
        "there" if is_pronoun(1) => (2, 3),
        "the" => (2, 2 + LONGEST_SUBJECT),
        _ if is_pronoun(0) => (1, 2),
        _ => return None,
    };
    let verb = event_in(words, from)?;
    let adverb = |word: &String| word.ends_with("ly") || matches!(&**word, "was" | "were" | "also");
    let adverbs = words[from..verb].iter().filter(|word| adverb(word)).count();
    (verb - adverbs < to).then_some(verb)
}

/// The number of the first word from `from` on that tells an event, before anything that makes it none.
fn event_in(words: &[String], from: usize) -> Option<usize> {
    let behind = words.iter().enumerate().skip(from);
    let mut clause = behind.take_while(|(_, word)| !NO_EVENT.contains(word.as_str()));
    clause.find(|(_, word)| is_event(word)).map(|(at, _)| at)
}

fn is_event(word: &str) -> bool {
    let regular = || {
        let is_mind = cues::verb(word).is_some_and(|cue| cue.strength != Strength::Act);
        word.len() > 4 && word.ends_with("ed") && !is_mind
    };
    IRREGULAR.contains(word) || !STATES.contains(word) && regular()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_verb_tells_an_event_of_the_past() {
        for (text, expected) in [
            ("it voted to close the yard", Some("voted")),
            ("they unanimously approved the plan", Some("approved")),
            ("he was arrested at the harbour", Some("arrested")),
            ("the port board voted to close the yard", Some("voted")),
            ("there he signed the treaty", Some("signed")),
            ("it was the third time", None),
            ("it had closed the yard", None),
            ("he has resigned", None),
            ("he believed in the yard", None),
            ("the yard employed 40 people", None),
            ("the yard is closed", None),
            ("moss signed the treaty", None),
        ] {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            let found = main_verb(&words).map(|at| words[at].as_str());
            assert_eq!(found, expected, "{text}");
        }
    }
}
