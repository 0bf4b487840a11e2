//! To whom something is said: "told *France 24*", "in an interview with *the Gazette*", "speaking to
//! *lawmakers*". Words said to one are not those said to another, on another day.

use super::{Pair, Relation};
use crate::check::desk::Desk;
use crate::corpus::statements::{Feature, Sentence};
use crate::text::{TextRange, words_in};

use rustc_hash::FxHashMap;

/// Words that a listener's name is made of, and the kind of listener.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listener {
    words: Vec<Feature>,
    kind: Kind,
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
const PRESS: [&str; 8] = [
    "reporters",
    "journalists",
    "press",
    "media",
    "newspaper",
    "broadcaster",
    "television",
    "radio",
];
/// Words that name nobody.
const NOBODY: [&str; 16] = [
    "him", "her", "them", "it", "us", "me", "you", "the", "a", "an", "his", "their", "its", "s",
    "and", "how",
];
/// Words behind which the listener is over.
const ENDS: [&str; 24] = [
    "on",
    "in",
    "at",
    "that",
    "during",
    "after",
    "before",
    "last",
    "this",
    "when",
    "while",
    "as",
    "about",
    "earlier",
    "later",
    "from",
    "of",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// How many words name a listener.
const MOST: usize = 5;

/// Notes which statements tell of words said to the draft's listener. What was said to another is
/// another statement: it accuses nobody, and speaks for the draft only where no statement is known
/// that was made to its own listener.
pub(super) fn hear(desk: &Desk<'_>, sentence: TextRange, pairs: &mut [Pair<'_>]) {
    let Some(own) = read(&desk.draft.extraction.text, sentence) else { return };
    // A statement with several dates stands in several pairs.
    let mut known: FxHashMap<*const Sentence, Option<Heard>> = FxHashMap::default();
    for pair in pairs.iter_mut().filter(|pair| pair.relation != Relation::Unlike) {
        let sentence = pair.found.sentence;
        pair.heard = *known.entry(std::ptr::from_ref(sentence)).or_insert_with(|| {
            let source = &desk.corpus.sources()[sentence.source];
            read(source.text(), sentence.range).and_then(|other| own.beside(&other))
        });
    }
    let known = pairs.iter().any(|pair| pair.heard.is_some_and(|one| one != Heard::Another));
    for pair in pairs.iter_mut().filter(|pair| pair.heard == Some(Heard::Another)) {
        if known || pair.relation == Relation::Apart {
            pair.relation = Relation::Unlike;
        }
    }
}

/// To whom the `sentence` of `text` says that something was said, `None` where it names nobody.
fn read(text: &str, sentence: TextRange) -> Option<Listener> {
    let words = words_in(text, sentence);
    let folded: Vec<String> = words.iter().map(|word| word.range.of(text).to_lowercase()).collect();
    let begin = (0..words.len()).find_map(|at| behind_cue(&folded, at))?;
    let mut listener = Listener { words: Vec::new(), kind: Kind::Other };
    let mut end = words.get(begin)?.range.start;
    for (word, folded) in words.iter().zip(&folded).skip(begin).take(MOST) {
        let gap = text.get(end..word.range.start).unwrap_or_default();
        if ENDS.contains(&folded.as_str()) || gap.contains([',', '.', ':', ';', '“', '"', '—', '('])
        {
            break;
        }
        end = word.range.end;
        if NOBODY.contains(&folded.as_str()) {
            continue;
        }
        listener.kind = listener.kind.with(word.range.of(text), folded);
        listener.words.extend(Feature::of_any_word(folded).or_else(|| number(folded)));
    }
    (!listener.words.is_empty()).then_some(listener)
}

/// The number of the word behind the words of `folded` from `at` on that lead to a listener.
fn behind_cue(folded: &[String], at: usize) -> Option<usize> {
    let is = |on: usize, wanted: &[&str]| {
        folded.get(at + on).is_some_and(|word| wanted.contains(&word.as_str()))
    };
    if is(0, &["told", "telling", "tells", "addressing"]) {
        return Some(at + 1);
    }
    let spoke = is(0, &["spoke", "speaking", "speaks"]) && is(1, &["to", "with"]);
    let interview = is(0, &["interview", "remarks", "interviewed"]) && is(1, &["with", "to", "by"]);
    (spoke || interview).then_some(at + 2)
}

/// "24" of "France 24".
fn number(word: &str) -> Option<Feature> {
    word.bytes().all(|byte| byte.is_ascii_digit()).then(|| Feature::of_word(word))
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
    /// How the two go together; `None` where that cannot be told ("reporters" may be those of
    /// France 24).
    pub(super) fn beside(&self, other: &Self) -> Option<Heard> {
        let shared = self.words.iter().any(|word| other.words.contains(word));
        match (self.kind, other.kind) {
            (Kind::Named, Kind::Named) if shared => Some(Heard::SameOne),
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
        ] {
            let read = |text: &str| read(text, TextRange::new(0, text.len())).unwrap();
            assert_eq!(read(one).beside(&read(other)), expected, "{one} / {other}");
        }
        for text in ["Moss told him that it was over.", "Moss said on 3 May", "told"] {
            assert_eq!(read(text, TextRange::new(0, text.len())), None, "{text}");
        }
    }
}
