//! To whom something is said: "told *France 24*", "in an interview with *the Gazette*", "speaking to
//! *lawmakers*". Words said to one are not those said to another, on another day.

use std::ops::Range;

use super::features::Feature;
use crate::reading::names::{Traits, fold_name};
use crate::reading::tokens::{is_number_word, is_whole_weekday};
use crate::text::{TextRange, words_in};

/// Words that a listener's name is made of, and the kind of listener.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listener {
    words: Vec<Feature>,
    kind: Kind,
    /// The number of the word of telling among those of its sentence.
    cue: usize,
    /// The numbers of the words that name it.
    at: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// "Lawmakers", "parliament".
    Assembly,
    /// "Reporters", "the press".
    Press,
    /// "France 24".
    Named,
    Other,
}

const ASSEMBLY: [&str; 12] = [
    "parliament",
    "parliamentarians",
    "lawmakers",
    "legislators",
    "deputies",
    "mps",
    "senators",
    "assembly",
    "senate",
    "congress",
    "councillors",
    "cabinet",
];
const PRESS: [&str; 13] = [
    "reporters",
    "journalists",
    "press",
    "media",
    "newspaper",
    "broadcaster",
    "television",
    "radio",
    "channel",
    "network",
    "agency",
    "tv",
    "news",
];
/// Words that name nobody.
const NOBODY: [&str; 16] = [
    "him", "her", "them", "it", "us", "me", "you", "the", "a", "an", "his", "their", "its", "s",
    "and", "how",
];
/// Words behind which the listener is over.
const ENDS: [&str; 17] = [
    "on", "in", "at", "that", "during", "after", "before", "last", "this", "when", "while", "as",
    "about", "earlier", "later", "from", "of",
];
/// How many words name a listener.
const MOST: usize = 7;

/// The number of the word behind the words of `folded` from `at` on that lead to a listener.
fn behind_cue(folded: &[String], at: usize) -> Option<usize> {
    let is = |on: usize, wanted: &[&str]| {
        folded.get(at + on).is_some_and(|word| wanted.contains(&word.as_str()))
    };
    if is(0, &["told", "telling", "tells", "addressing", "informed", "informing"]) {
        return Some(at + 1);
    }
    let spoke = is(0, &["spoke", "speaking", "speaks"]) && is(1, &["to", "with"]);
    let interview = is(0, &["interview", "remarks", "interviewed"]) && is(1, &["with", "to", "by"]);
    (spoke || interview).then_some(at + 2)
}

fn is_nobody(folded: &str) -> bool {
    NOBODY.contains(&folded)
}

/// "24" of "France 24", "five" of "Radio Five".
fn number(word: &str) -> Option<Feature> {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    (digits || is_number_word(word)).then(|| Feature::of_word(word))
}

/// Whether the word says only what kind of listener it is: "the *French channel* France 24".
fn is_kind(folded: &str) -> bool {
    PRESS.contains(&folded) || Traits::of(&fold_name(folded)).any(Traits::DEMONYM)
}

impl Kind {
    /// With one word more.
    fn with(self, written: &str, folded: &str) -> Self {
        match self {
            Self::Other | Self::Named if ASSEMBLY.contains(&folded) => Self::Assembly,
            // "Radio Five", but "the press".
            Self::Other if written.starts_with(char::is_uppercase) => Self::Named,
            Self::Other if PRESS.contains(&folded) => Self::Press,
            known => known,
        }
    }
}

/// How the listeners of two statements go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Both name the same one.
    SameOne,
    /// "Lawmakers", who hear many statements.
    Alike,
    /// They are not the same.
    Another,
}

impl Listener {
    /// To whom the `sentence` of `text` says that something was said, `None` where it names nobody.
    pub(crate) fn read(text: &str, sentence: TextRange) -> Option<Self> {
        let words = words_in(text, sentence);
        let folded: Vec<String> =
            words.iter().map(|word| word.range.of(text).to_lowercase()).collect();
        let telling = |at| Some((at, behind_cue(&folded, at)?));
        let (cue, begin) = (0..words.len()).find_map(telling)?;
        let mut listener = Self { words: Vec::new(), kind: Kind::Other, cue, at: begin..begin };
        let mut kinds = Vec::new();
        let mut end = words.get(begin)?.range.start;
        for (at, (word, folded)) in words.iter().zip(&folded).enumerate().skip(begin).take(MOST) {
            let gap = text.get(end..word.range.start).unwrap_or_default();
            let over = gap.contains([',', '.', ':', ';', '“', '"', '—', '(']);
            if over || ENDS.contains(&folded.as_str()) || is_whole_weekday(folded) {
                break;
            }
            end = word.range.end;
            let written = word.range.of(text);
            // "told Radio Five *the plan was dead*".
            let begun = listener.at.end > begin;
            let is_small = written.starts_with(char::is_lowercase) && !is_kind(folded);
            if begun && (is_small && listener.kind == Kind::Named || is_nobody(folded)) {
                break;
            }
            if is_nobody(folded) {
                continue;
            }
            listener.at.end = at + 1;
            listener.kind = listener.kind.with(written, folded);
            let told = if is_kind(folded) { &mut kinds } else { &mut listener.words };
            told.extend(Feature::of_any_word(folded).or_else(|| number(folded)));
        }
        if listener.kind != Kind::Named || listener.words.is_empty() {
            listener.words.append(&mut kinds);
        }
        (!listener.words.is_empty()).then_some(listener)
    }

    /// Whether it is one that speakers seldom talk to: a paper or a channel by its name.
    pub(crate) fn is_named(&self) -> bool {
        self.kind == Kind::Named
    }

    /// Whether it hears at most what is printed there: no crowd of reporters, who hear everybody.
    pub(crate) fn is_known(&self) -> bool {
        matches!(self.kind, Kind::Named | Kind::Assembly)
    }

    /// Whether the word numbered `at` tells of it, and not of what is said.
    pub(crate) fn is_told_at(&self, at: usize) -> bool {
        at == self.cue || self.at.contains(&at)
    }

    /// The number of the word of telling among those of its sentence.
    pub(crate) const fn cue(&self) -> usize {
        self.cue
    }

    /// The numbers of the words that name it, among those of its sentence.
    pub(crate) fn place(&self) -> Range<usize> {
        self.at.clone()
    }

    /// How the two go together; `None` where that cannot be told ("reporters" may be those of
    /// France 24).
    pub(crate) fn beside(&self, other: &Self) -> Option<Heard> {
        let shared = self.words.iter().any(|word| other.words.contains(word));
        let (few, many) = if self.words.len() <= other.words.len() {
            (&self.words, &other.words)
        } else {
            (&other.words, &self.words)
        };
        let same = few.iter().all(|word| many.contains(word));
        match (self.kind, other.kind) {
            (Kind::Named, Kind::Named) if same => Some(Heard::SameOne),
            (Kind::Named, Kind::Named) if shared => None,
            (Kind::Assembly, Kind::Assembly) => Some(Heard::Alike),
            _ if shared => Some(Heard::Alike),
            (Kind::Named, Kind::Named | Kind::Assembly)
            | (Kind::Assembly, Kind::Named | Kind::Press)
            | (Kind::Press, Kind::Assembly) => Some(Heard::Another),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listeners_are_told_apart() {
        for (one, other, expected) in [
            (
                "Moss told Radio Five on 3 May that",
                "She told lawmakers, in May,",
                Some(Heard::Another),
            ),
            (
                "Moss told Radio Five on 3 May that",
                "telling Radio Five on 9 May",
                Some(Heard::SameOne),
            ),
            (
                "Moss told the Gazette.",
                "in an interview with the Tribune on Monday",
                Some(Heard::Another),
            ),
            ("Moss told parliament.", "Speaking to lawmakers in May", Some(Heard::Alike)),
            ("Moss told reporters.", "Moss told the Tribune", None),
            ("Moss told reporters.", "Moss told Parliament", Some(Heard::Another)),
            (
                "Moss told the Welsh broadcaster Radio Five on 3 May",
                "he told the Radio Five television channel.",
                Some(Heard::SameOne),
            ),
            (
                "Moss told the Welsh paper Afon News.",
                "Moss informed the Welsh channel Radio Five.",
                Some(Heard::Another),
            ),
            ("Moss told the Bere Gazette.", "Moss told the Colne Gazette.", None),
        ] {
            let read = |text: &str| Listener::read(text, TextRange::new(0, text.len())).unwrap();
            assert_eq!(read(one).beside(&read(other)), expected, "{one} / {other}");
        }
        for text in ["Moss told him that it was over.", "Moss said on 3 May", "told"] {
            assert_eq!(Listener::read(text, TextRange::new(0, text.len())), None, "{text}");
        }
    }
}
