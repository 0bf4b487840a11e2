//! Speakers across sentences and paragraphs: a speaker goes on until another one begins.

use super::choose::{self, Choice, Ground, Piece};
use super::frames::{self, Frame};
use super::phrases::Phrases;
use super::tokens::{Kind, Narration, Sentence};
use crate::reading::cues::Strength;
use crate::reading::quotations::{Quotation, QuotationKind};

/// A quotation and what it was given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given {
    pub(super) quotation: usize,
    pub(super) choice: Choice,
}

/// Gives the quotations of a text to their speakers, in order.
pub(super) fn read(text: &str, narration: &Narration, quotations: &[Quotation]) -> Vec<Given> {
    let phrases = Phrases { text, tokens: &narration.tokens };
    let mut reader = Reader { phrases, quotations, given: Vec::new(), last: None, colon: None };
    for (number, sentence) in narration.sentences.iter().enumerate() {
        let previous = number.checked_sub(1).map(|number| narration.sentences[number]);
        reader.read_sentence(*sentence, previous);
    }
    reader.given
}

/// The last speaker.
#[derive(Clone, Copy, Debug)]
struct Last {
    choice: Choice,
    paragraph: usize,
    /// Whether the speaker's last words stood at the paragraph's end so far.
    fresh: bool,
}

struct Reader<'t> {
    phrases: Phrases<'t>,
    quotations: &'t [Quotation],
    given: Vec<Given>,
    last: Option<Last>,
    /// What a colon at the end of the sentence before introduced.
    colon: Option<Choice>,
}

impl Reader<'_> {
    fn read_sentence(&mut self, sentence: Sentence, previous: Option<Sentence>) {
        let frames = frames::read(self.phrases, sentence);
        let bare = choose::is_bare(self.phrases, sentence);
        let mut any = false;
        for at in sentence.first..sentence.end {
            let Some(number) = self.phrases.tokens[at].quote() else { continue };
            let quotation = &self.quotations[number];
            if quotation.kind == QuotationKind::Unattributed {
                continue;
            }
            let choice = self.turn(quotation.turn).or_else(|| {
                let piece = self.piece(at, quotation);
                if bare { None } else { choose::within(self.phrases, sentence, &frames, piece) }
            });
            let choice = choice.or_else(|| self.inherited(sentence, previous, bare));
            if let Some(choice) = choice {
                self.given.push(Given { quotation: number, choice });
                self.last = Some(Last { choice, paragraph: sentence.paragraph, fresh: true });
                any = true;
            }
        }
        self.note_colon(sentence, &frames);
        if !any && !bare {
            self.note_reported(sentence, &frames);
        }
    }

    fn piece<'t>(&'t self, at: usize, quotation: &Quotation) -> Piece<'t> {
        let whole = quotation.kind != QuotationKind::Mixed;
        Piece { at, content: quotation.range.of(self.phrases.text), whole }
    }

    /// What an earlier piece of the same utterance was given.
    fn turn(&self, turn: u32) -> Option<Choice> {
        let given = self.given.iter().rev().take(4);
        given
            .into_iter()
            .find(|given| self.quotations[given.quotation].turn == turn)
            .map(|given| Choice { ground: Ground::Turn, ..given.choice })
    }

    fn inherited(
        &self,
        sentence: Sentence,
        previous: Option<Sentence>,
        bare: bool,
    ) -> Option<Choice> {
        let begins = previous.is_none_or(|previous| previous.paragraph != sentence.paragraph);
        if let Some(choice) = self.colon.filter(|_| bare) {
            return Some(Choice { ground: Ground::Introduced, ..choice });
        }
        let last = self.last.filter(|last| last.fresh)?;
        let distance = sentence.paragraph - last.paragraph;
        match (distance, begins) {
            (0, _) => Some(Choice { ground: Ground::Sentence, ..last.choice }),
            (1, true) if bare => Some(Choice { ground: Ground::Paragraph, ..last.choice }),
            _ => None,
        }
    }

    /// A colon at the sentence's end introduces the next paragraph.
    fn note_colon(&mut self, sentence: Sentence, frames: &[Frame]) {
        let ends = sentence.end > sentence.first
            && self.phrases.tokens[sentence.end - 1].kind == Kind::Colon;
        let frame = frames.iter().rev().find(|frame| frame.subject.is_some());
        self.colon = frame.filter(|_| ends).map(|frame| Choice {
            speaker: frame.subject,
            cue: Some(frame.cue),
            ground: Ground::Introduced,
        });
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
                self.last = Some(Last { choice, paragraph: sentence.paragraph, fresh: true });
            }
            None => {
                if let Some(last) = &mut self.last {
                    last.fresh = false;
                }
            }
        }
    }
}
