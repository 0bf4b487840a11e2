//! The signs by which speech is told from titles, terms and scare quotes, each with its weight.
//!
//! The weights were fitted to annotated news and rounded; each sign is a general one and names no
//! text, person or title.

use super::look::{Look, bare, is_near, look};
use super::scene::Scene;
use crate::reading::cues::{Form, Strength};

/// A sign, its weight (positive for speech), and how it is seen.
type Sign = (&'static str, f32, fn(&Look) -> bool);

/// The weight of no sign at all.
const BIAS: f32 = 1.1;

/// How much speaks for a quotation being somebody's words; below zero it is a title or term.
pub(super) fn weigh(content: &str, scene: &Scene) -> f32 {
    let look = look(content, scene);
    BIAS + SIGNS.iter().filter(|(_, _, seen)| seen(&look)).map(|(_, weight, _)| weight).sum::<f32>()
}

const WORKS: [&str; 44] = [
    "show",
    "shows",
    "series",
    "program",
    "programme",
    "film",
    "films",
    "movie",
    "movies",
    "book",
    "novel",
    "song",
    "songs",
    "album",
    "play",
    "musical",
    "documentary",
    "episode",
    "podcast",
    "sitcom",
    "drama",
    "comedy",
    "memoir",
    "single",
    "hit",
    "ballad",
    "anthem",
    "painting",
    "magazine",
    "column",
    "poem",
    "game",
    "section",
    "segment",
    "theme",
    "soundtrack",
    "sequel",
    "franchise",
    "trilogy",
    "thriller",
    "blockbuster",
    "video",
    "tour",
    "author",
];

/// What bears a name or an inscription: in `the "confidential" level` it says what the quoted is.
const BEARERS: [&str; 40] = [
    "level",
    "levels",
    "status",
    "button",
    "headline",
    "headlines",
    "movement",
    "phrase",
    "feature",
    "hat",
    "hats",
    "shirt",
    "shirts",
    "t-shirt",
    "tote",
    "sign",
    "signs",
    "banner",
    "sticker",
    "badge",
    "poster",
    "placard",
    "logo",
    "theme",
    "letter",
    "letters",
    "list",
    "order",
    "label",
    "category",
    "effect",
    "document",
    "team",
    "period",
    "plan",
    "tag",
    "hashtag",
    "clause",
    "doctrine",
    "theory",
];

/// Who makes a work or plays in it: `"Ash and Oak" star`.
const MAKERS: [&str; 14] = [
    "star", "stars", "host", "hosts", "co-host", "creator", "actor", "actress", "anchor",
    "producer", "director", "singer", "cast", "viewers",
];

/// What is done to a thing that has words on it.
const PRESSINGS: [&str; 5] = ["click", "clicks", "clicking", "clicked", "tap"];

const NAMINGS: [&str; 22] = [
    "called",
    "named",
    "titled",
    "entitled",
    "dubbed",
    "nicknamed",
    "so-called",
    "known",
    "termed",
    "word",
    "term",
    "phrase",
    "labeled",
    "marked",
    "classified",
    "pseudonym",
    "nickname",
    "hashtag",
    "slogan",
    "acronym",
    "word",
    "concept",
];

/// Every sign.
pub(super) const SIGNS: &[Sign] = &[
    ("one word", -0.8, |l| l.words.len() == 1),
    ("four words", 0.7, |l| l.words.len() == 4),
    ("five to seven words", 0.6, |l| (5..8).contains(&l.words.len())),
    ("eight words or more", 0.5, |l| (8..15).contains(&l.words.len())),
    ("fifteen words or more", 0.6, |l| l.words.len() >= 15),
    ("ends with a full stop", 0.7, |l| l.ends_with(&['.', '…'])),
    ("asks or exclaims", 0.9, |l| l.ends_with(&['!', '?'])),
    ("title", -1.9, |l| l.is_titled() && l.words.len() > 1),
    ("titled word", -1.4, |l| l.is_titled() && l.words.len() == 1),
    ("shouted", -0.4, |l| l.is_shouted()),
    ("speaks of persons", 0.4, |l| l.has_person()),
    ("has a verb", 0.7, |l| l.has_verb()),
    ("begins sentence", 0.2, |l| l.begins_sentence()),
    ("begins paragraph", 0.3, |l| l.left_end.is_none()),
    ("after a comma", 0.2, |l| l.left_end == Some(',')),
    ("after a colon", -0.3, |l| l.left_end == Some(':')),
    ("after a dash", -2.4, |l| matches!(l.left_end, Some('—' | '–' | '-'))),
    ("before a credit", 3.0, |l| l.left_end.is_none() && l.words.len() > 4 && l.is_credited()),
    ("in brackets", 1.8, |l| l.left_end == Some('(')),
    ("an attribute", -3.7, |l| l.left_end == Some('=')),
    ("after a name", -0.2, |l| l.word_before_is_name() && !l.after_possessive_name()),
    ("after a name's", -0.5, |l| l.after_possessive_name()),
    ("after that", 1.1, |l| l.before_is(&["that", "because", "if", "whether", "how", "but"])),
    ("after a", 0.3, |l| l.before_is(&["a", "an"])),
    ("after these", -1.3, |l| l.before_is(&["these", "those", "some", "any", "no", "this"])),
    ("after be", 0.9, |l| l.before_is(&["is", "are", "was", "were", "be", "been", "being"])),
    ("after as", 0.6, |l| l.before_is(&["as"])),
    ("after of", 0.5, |l| l.before_is(&["of"])),
    ("after to", 0.3, |l| l.before_is(&["to"])),
    ("after with", -0.5, |l| l.before_is(&["with", "about", "over", "into"])),
    ("after like", 0.2, |l| l.before_is(&["like", "than", "such"])),
    ("after a pronoun", 0.8, |l| {
        l.before_is(&["he", "she", "they", "it", "we", "you", "i", "him"])
    }),
    ("after said", 0.2, |l| is_near(l.cue_before, Strength::Saying, 0)),
    ("after an act", 0.5, |l| is_near(l.cue_before, Strength::Act, 0)),
    ("said just before", 0.3, |l| is_near(l.cue_before, Strength::Saying, 4)),
    ("said before", 0.8, |l| is_near(l.cue_before, Strength::Saying, 12)),
    ("act before", 1.0, |l| is_near(l.cue_before, Strength::Act, 12)),
    ("said just after", 0.4, |l| is_near(l.cue_after, Strength::Saying, 3)),
    ("said after", 0.4, |l| is_near(l.cue_after, Strength::Saying, 12)),
    ("act after", 0.9, |l| is_near(l.cue_after, Strength::Act, 6)),
    ("comma and said after", 0.6, |l| {
        (l.ends_with(&[',', '?', '!', '.', '…', '—']) || l.right_start == Some(','))
            && is_near(l.cue_after, Strength::Saying, 6)
    }),
    ("sentence says", 0.5, |l| l.strongest == Some(Strength::Saying)),
    ("sentence thinks", 0.4, |l| l.strongest == Some(Strength::Mind)),
    ("sentence without cue", -0.9, |l| l.strongest.is_none()),
    ("according", 1.5, |l| {
        l.scene.before.iter().chain(&l.scene.after).any(|w| bare(w) == "according")
    }),
    ("speech noun before", 0.2, |l| l.noun_before),
    ("neighbour", -0.2, |l| l.scene.has_neighbour),
    ("neighbour and no words between", -0.3, |l| {
        l.scene.has_neighbour && l.before_is(&["and", "or", ""])
    }),
    ("naming before", -0.5, |l| l.left_is_open() && NAMINGS.contains(&l.before[0].as_str())),
    ("naming near", 1.1, |l| l.before[1..].iter().any(|w| NAMINGS.contains(&w.as_str()))),
    ("so-called", -2.5, |l| l.before[0] == "so-called"),
    ("known as", -1.4, |l| {
        l.before[0] == "as" && matches!(l.before[1].as_str(), "known" | "referred")
    }),
    ("work before", -2.0, |l| WORKS.contains(&l.before[0].as_str())),
    ("work near", -1.1, |l| l.before[1..].iter().any(|w| WORKS.contains(&w.as_str()))),
    ("titled work", -2.0, |l| l.is_titled() && WORKS.contains(&l.before[0].as_str())),
    ("work after", -1.8, |l| l.after.iter().any(|w| WORKS.contains(&w.as_str()))),
    ("title on a stage", -0.6, |l| {
        l.is_titled()
            && l.before_is(&["on", "of", "in", "for", "from", "s", "and", "the", "to", "at"])
    }),
    ("title in a list", -0.8, |l| l.is_titled() && l.scene.has_neighbour),
    ("title and said", 3.2, |l| {
        l.is_titled() && is_near(l.cue_after, Strength::Saying, 3) && l.begins_sentence()
    }),
    ("followed by a noun", -0.6, |l| {
        l.right_start.is_some_and(char::is_lowercase) && !l.after_is(&FOLLOWERS)
    }),
    ("nothing before", 0.7, |l| l.scene.before.is_empty() && l.scene.after.is_empty()),
    ("sentence of the quotation alone with many words", 0.8, |l| {
        l.begins_sentence() && l.words.len() > 7
    }),
    ("some words, no cue, inside", -0.9, |l| {
        (4..9).contains(&l.words.len()) && l.strongest < Some(Strength::Act) && !l.begins_sentence()
    }),
    ("titled, after name's", -1.7, |l| l.is_titled() && l.after_possessive_name()),
    ("titled, no saying", 0.9, |l| l.is_titled() && l.strongest < Some(Strength::Saying)),
    ("titled, after of or on", -0.5, |l| l.is_titled() && l.before_is(&["of", "on", "in", "from"])),
    ("titled, after a comma", 0.7, |l| {
        l.is_titled() && l.left_end == Some(',') && l.words.len() < 6
    }),
    ("a line of a list", -4.0, |l| {
        l.left_end.is_none()
            && matches!(l.right_start, Some('—' | '–' | '-'))
            && l.cue_after.is_none()
            && !l.ends_with(&['.', ',', '!', '?', '…'])
    }),
    ("noun called", -0.8, |l| {
        l.before[0] == "called"
            && l.left_is_open()
            && l.scene.before.get(1).is_some_and(|word| {
                word.starts_with(char::is_lowercase)
                    && !["he", "she", "they", "who", "it", "him", "her", "also", "i", "we"]
                        .contains(word)
            })
    }),
    ("surely named", -1.0, |l| {
        l.left_is_open()
            && [
                "named",
                "titled",
                "entitled",
                "nicknamed",
                "term",
                "word",
                "words",
                "name",
                "pseudonym",
            ]
            .contains(&l.before[0].as_str())
    }),
    ("ranked", -0.9, |l| {
        l.left_is_open()
            && [
                "rated",
                "classified",
                "marked",
                "listed",
                "labeled",
                "labelled",
                "deemed",
                "ranked",
            ]
            .contains(&l.before[0].as_str())
    }),
    ("term and noun", -0.2, |l| {
        l.words.len() <= 2
            && l.right_start.is_some_and(char::is_lowercase)
            && !l.after_is(&FOLLOWERS)
            && l.before_is(&["the", "a", "an", "their", "its", "his", "her", "of", "and", "some"])
    }),
    ("name and noun", 0.3, |l| {
        l.is_titled() && l.right_start.is_some_and(char::is_lowercase) && !l.after_is(&FOLLOWERS)
    }),
    ("title and a name", -0.9, |l| {
        l.is_titled() && l.right_start.is_some_and(char::is_uppercase) && l.begins_sentence()
    }),
    ("saying governs", 0.5, |l| {
        l.cue_before.is_some_and(|near| {
            near.verb.strength == Strength::Saying && near.verb.form != Form::Gerund
        }) && l.left_is_open()
    }),
    ("only gerund", 0.8, |l| {
        l.cue_before.is_some_and(|near| near.verb.form == Form::Gerund) && l.cue_after.is_none()
    }),
    ("cue after, not before, inside", -0.7, |l| {
        l.cue_after.is_some() && l.cue_before.is_none() && !l.begins_sentence()
    }),
    ("number", -1.9, |l| l.content.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))),
    ("handle", -0.1, |l| l.content.starts_with(['@', '#'])),
    ("label and its bearer", -1.5, |l| l.right_is_open() && BEARERS.contains(&l.after[0].as_str())),
    ("work and its maker", -1.0, |l| l.right_is_open() && MAKERS.contains(&l.after[0].as_str())),
    ("a stage spoken to", -2.0, |l| l.is_titled() && l.before_is(&["told", "tells", "with", "to"])),
    ("heads what follows", -1.5, |l| l.ends_with(&[':'])),
    ("such as", -2.0, |l| l.before[0] == "as" && l.before[1] == "such"),
    ("pressed", -2.0, |l| {
        l.left_is_open() && l.before[..2].iter().any(|w| PRESSINGS.contains(&w.as_str()))
    }),
    ("link after", -2.0, |l| l.scene.after.iter().take(3).any(|w| w.contains("://"))),
    ("markup", -4.0, |l| l.content.starts_with(['<', '>'])),
    ("term used again", -0.5, |l| l.scene.is_repeated),
    ("in brackets, one word", 0.5, |l| l.left_end == Some('(') && l.right_start == Some(')')),
];

const FOLLOWERS: [&str; 30] = [
    "and", "or", "but", "that", "of", "in", "on", "to", "for", "with", "as", "at", "by", "from",
    "is", "was", "when", "while", "after", "before", "he", "she", "they", "said", "says",
    "because", "if", "it", "about", "against",
];
