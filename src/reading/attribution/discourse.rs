//! Speakers across sentences and paragraphs: a speaker goes on until another one begins.

use super::cast::{Cast, Memory, Who};
use super::choose::{self, Choice, Ground, Piece};
use super::frames::{self, Frame};
use super::lexicon::Class;
use super::phrases::{Head, Phrase, Phrases};
use super::reported::{self, Labels, Reported};
use super::tokens::{Kind, Narration, Sentence};
use crate::reading::cues::Strength;
use crate::reading::names::Names;
use crate::reading::quotations::{Quotation, QuotationKind};
use crate::text::TextRange;

/// A quotation and what it was given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given {
    pub(super) quotation: usize,
    pub(super) choice: Choice,
    pub(super) who: Who,
}

/// Everything that a text says somebody said.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) given: Vec<Given>,
    pub(super) reported: Vec<(Reported, Who)>,
}

/// Gives the quotations of a text to their speakers, in order.
pub(super) fn read<'t>(
    text: &'t str,
    narration: &'t Narration,
    quotations: &'t [Quotation],
    names: &'t Names,
) -> Found {
    let phrases = Phrases { text, tokens: &narration.tokens };
    let cast = Cast::new(text, &narration.tokens, names, quotations);
    let labels = Labels::read(phrases, &narration.sentences);
    let mut reader = Reader {
        phrases,
        quotations,
        cast,
        labels,
        found: Found::default(),
        last: None,
        colon: None,
        body: None,
    };
    for (number, sentence) in narration.sentences.iter().enumerate() {
        let previous = number.checked_sub(1).map(|number| narration.sentences[number]);
        let next = narration.sentences.get(number + 1).copied();
        reader.read_sentence(number, *sentence, previous, next);
    }
    reader.found
}

/// The last speaker.
#[derive(Clone, Copy, Debug)]
struct Last {
    choice: Choice,
    who: Who,
    paragraph: usize,
    /// Whether the speaker's last words stood at the paragraph's end so far.
    fresh: bool,
}

/// A line that tells a quotation's speaker is no longer than this many tokens.
const LONGEST_CREDIT: usize = 14;

struct Reader<'t> {
    phrases: Phrases<'t>,
    quotations: &'t [Quotation],
    cast: Cast<'t>,
    labels: Labels<'t>,
    found: Found,
    last: Option<Last>,
    /// What a colon at the end of the sentence before introduced.
    colon: Option<(Choice, Who)>,
    /// Where the running text was left for a footnote.
    body: Option<Left>,
}

/// The running text, left for a footnote.
struct Left {
    memory: Memory,
    last: Option<Last>,
    colon: Option<(Choice, Who)>,
    /// Numbers of the footnote's first sentence and paragraph.
    sentence: usize,
    paragraph: usize,
}

impl Reader<'_> {
    /// A footnote is read by itself: "he" is nobody of the running text, nor the other way round.
    fn turn_page(&mut self, number: usize, sentence: Sentence, previous: Option<Sentence>) {
        let begins = previous.is_none_or(|previous| previous.paragraph != sentence.paragraph);
        if sentence.is_note && begins {
            let (memory, last, colon) = (self.cast.forget(), self.last.take(), self.colon.take());
            let paragraph = sentence.paragraph;
            self.body.get_or_insert(Left { memory, last, colon, sentence: number, paragraph });
        } else if !sentence.is_note
            && let Some(left) = self.body.take()
        {
            self.cast.recall(left.memory, number - left.sentence);
            let paragraphs = sentence.paragraph - left.paragraph;
            let moved = |last: Last| Last { paragraph: last.paragraph + paragraphs, ..last };
            (self.last, self.colon) = (left.last.map(moved), left.colon);
        }
    }

    fn read_sentence(
        &mut self,
        number: usize,
        sentence: Sentence,
        previous: Option<Sentence>,
        next: Option<Sentence>,
    ) {
        self.turn_page(number, sentence, previous);
        let frames = frames::read(self.phrases, sentence);
        let bare = choose::is_bare(self.phrases, sentence);
        let subjects = self.subjects(sentence, &frames);
        self.cast.begin(number, sentence, &subjects);
        let mut any = false;
        let mut quoting = Vec::new();
        for at in sentence.first..sentence.end {
            let Some(quotation) = self.phrases.tokens[at].quote() else { continue };
            if self.quotations[quotation].kind == QuotationKind::Unattributed {
                continue;
            }
            let whole = self.quotations[quotation].kind != QuotationKind::Mixed;
            let found = self.own(at, sentence, &frames, bare).or_else(|| {
                let block = self.quotations[quotation].kind == QuotationKind::Block;
                next.filter(|_| bare).and_then(|next| self.credit(next, block))
            });
            if let Some((choice, who)) =
                found.or_else(|| self.inherited(sentence, previous, bare, whole))
            {
                if whole {
                    quoting.extend(choice.cue);
                }
                self.found.given.push(Given { quotation, choice, who });
                let paragraph = sentence.paragraph;
                self.last = Some(Last { choice, who, paragraph, fresh: true });
                any = true;
            }
        }
        let begins = previous.is_none_or(|previous| previous.paragraph != sentence.paragraph);
        let transcribed = self.labels.transcribed(self.phrases, sentence, begins);
        if let Some(reported) = transcribed {
            let who = self.who(&reported.choice);
            self.found.reported.push((reported, who));
        } else if let Some(reported) = reported::read(self.phrases, sentence, &frames, &quoting) {
            let who = self.who(&reported.choice);
            self.found.reported.push((reported, who));
        }
        self.note_colon(sentence, &frames);
        if !any && !bare {
            self.note_reported(sentence, &frames);
        }
    }

    /// The subjects of a sentence, in order.
    fn subjects(&self, sentence: Sentence, frames: &[Frame]) -> Vec<Phrase> {
        let mut subjects: Vec<Phrase> =
            frames.iter().filter(|frame| !frame.noun).filter_map(|frame| frame.subject).collect();
        subjects.extend(self.phrases.main_subject(sentence.first, sentence.end));
        subjects.sort_by_key(|subject| subject.mention.0);
        subjects.dedup_by_key(|subject| subject.mention.0);
        subjects
    }

    /// What a quotation is given by its own sentence, or by an earlier piece of its utterance.
    fn own(
        &self,
        at: usize,
        sentence: Sentence,
        frames: &[Frame],
        bare: bool,
    ) -> Option<(Choice, Who)> {
        let quotation = &self.quotations[self.phrases.tokens[at].quote()?];
        let turn = self.turn(quotation.turn);
        if bare {
            return turn;
        }
        let choice = choose::within(self.phrases, sentence, frames, self.piece(at, quotation));
        let choice = choice.filter(|choice| {
            turn.is_none_or(|(turn, _)| {
                choice.ground == Ground::After || self.is_new(choice, &turn)
            })
        });
        choice.map(|choice| (choice, self.who(&choice))).or(turn)
    }

    /// Whether another one speaks from here on: "…," Ash wrote after Lane argued that "…".
    fn is_new(&self, choice: &Choice, turn: &Choice) -> bool {
        let (Some(speaker), Some(known)) = (choice.speaker, turn.speaker) else { return false };
        let turns = speaker.first.checked_sub(1).is_some_and(|before| {
            self.phrases.word_is(before, &["after", "while", "when", "as", "before"])
        });
        let near = matches!(choice.ground, Ground::Before | Ground::Left);
        near && turns && speaker.head == Head::Name && speaker.first > known.last
    }

    /// The name in a line of its own below a quotation: "— Ada Lane, minister"; below a block
    /// quotation without the dash too.
    fn credit(&self, line: Sentence, block: bool) -> Option<(Choice, Who)> {
        let dash = self.phrases.tokens[line.first].kind == Kind::Dash;
        if !(dash || block && self.is_bare_credit(line)) || line.end - line.first > LONGEST_CREDIT {
            return None;
        }
        let speaker = self.phrases.starting_at(line.first + usize::from(dash), line.end)?;
        let ends = speaker.last + 1 == line.end
            || matches!(self.phrases.tokens[speaker.last + 1].kind, Kind::Comma | Kind::Stop);
        let choice = Choice { speaker: Some(speaker), cue: None, ground: Ground::Label };
        (ends && speaker.head == Head::Name).then(|| (choice, self.who(&choice)))
    }

    /// Whether a line without a full stop begins with a person's full name and goes on, if at all,
    /// behind a comma: "Ada Lane, speaking to the Argus".
    fn is_bare_credit(&self, line: Sentence) -> bool {
        let tokens = &self.phrases.tokens;
        let name = self.phrases.starting_at(line.first, line.end);
        let full = name.is_some_and(|name| {
            name.first == line.first
                && name.mention.1 > name.mention.0
                && tokens[name.mention.1].person
        });
        let plain = tokens[line.first..line.end].iter().all(|token| {
            let verb = matches!(token.kind, Kind::Word(Class::Auxiliary | Class::Be));
            !verb && !matches!(token.kind, Kind::Quote(_) | Kind::Colon | Kind::Semicolon)
        });
        full && plain && tokens[line.end - 1].kind != Kind::Stop
    }

    fn who(&self, choice: &Choice) -> Who {
        choice.speaker.map_or(Who::Nobody, |speaker| self.cast.who(&speaker))
    }

    fn piece<'t>(&'t self, at: usize, quotation: &Quotation) -> Piece<'t> {
        let whole = quotation.kind != QuotationKind::Mixed;
        Piece { at, content: quotation.range.of(self.phrases.text), whole }
    }

    /// What an earlier piece of the same utterance was given.
    fn turn(&self, turn: u32) -> Option<(Choice, Who)> {
        let given = self.found.given.iter().rev().take(4);
        given
            .into_iter()
            .find(|given| self.quotations[given.quotation].turn == turn)
            .map(|given| (Choice { ground: Ground::Turn, ..given.choice }, given.who))
    }

    fn inherited(
        &self,
        sentence: Sentence,
        previous: Option<Sentence>,
        bare: bool,
        whole: bool,
    ) -> Option<(Choice, Who)> {
        let begins = previous.is_none_or(|previous| previous.paragraph != sentence.paragraph);
        if let Some(introduced) = self.colon.filter(|_| bare) {
            return Some(introduced);
        }
        let last = self.last.filter(|last| last.fresh)?;
        let distance = sentence.paragraph - last.paragraph;
        match (distance, begins) {
            (0, _) if bare || whole && !self.names_another(sentence, last.who) => {
                Some((Choice { ground: Ground::Sentence, ..last.choice }, last.who))
            }
            (1, true) if bare => {
                Some((Choice { ground: Ground::Paragraph, ..last.choice }, last.who))
            }
            _ => None,
        }
    }

    /// Whether a sentence names somebody else: `For Ada Lane, "…"` is no more of the last speaker.
    fn names_another(&self, sentence: Sentence, who: Who) -> bool {
        let tokens = &self.phrases.tokens[sentence.first..sentence.end];
        let range = tokens.iter().map(|token| token.range).reduce(TextRange::cover);
        range.is_some_and(|range| self.cast.names_another(range, who))
    }

    /// A colon at the sentence's end introduces the next paragraph.
    fn note_colon(&mut self, sentence: Sentence, frames: &[Frame]) {
        let ends = sentence.end > sentence.first
            && self.phrases.tokens[sentence.end - 1].kind == Kind::Colon;
        let frame = frames.iter().rev().find(|frame| frame.subject.is_some());
        let choice = frame.filter(|_| ends).map(|frame| Choice {
            speaker: frame.subject,
            cue: Some(frame.cue),
            ground: Ground::Introduced,
        });
        let choice = choice.or_else(|| {
            let label = self.label(sentence).filter(|_| ends)?;
            Some(Choice { speaker: Some(label), cue: None, ground: Ground::Introduced })
        });
        self.colon = choice.map(|choice| (choice, self.who(&choice)));
    }

    /// A person's name alone before a colon, in the line above what is quoted.
    fn label(&self, sentence: Sentence) -> Option<Phrase> {
        let colon = sentence.end.checked_sub(1)?;
        let name = self.phrases.starting_at(sentence.first, colon)?;
        let person = (name.mention.0..=name.mention.1).any(|at| self.phrases.tokens[at].person);
        (name.head == Head::Name && name.last + 1 == colon && person).then_some(name)
    }

    /// Reported speech makes its speaker the last one; a sentence without any ends the turn.
    fn note_reported(&mut self, sentence: Sentence, frames: &[Frame]) {
        let frame = frames
            .iter()
            .find(|frame| frame.subject.is_some() && frame.strength == Strength::Saying);
        match frame {
            Some(frame) => {
                let choice =
                    Choice { speaker: frame.subject, cue: Some(frame.cue), ground: Ground::Left };
                let (who, paragraph) = (self.who(&choice), sentence.paragraph);
                self.last = Some(Last { choice, who, paragraph, fresh: true });
            }
            None => {
                if let Some(last) = &mut self.last {
                    last.fresh = false;
                }
            }
        }
    }
}
