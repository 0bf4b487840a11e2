//! What the signs of speech look at: a quotation's shape and its nearest words.

use super::scene::Scene;
use crate::reading::cues::{self, CueVerb, Form, Strength};

/// What a sign may look at.
#[derive(Debug)]
pub(super) struct Look<'t> {
    pub(super) content: &'t str,
    pub(super) words: Vec<&'t str>,
    pub(super) scene: &'t Scene<'t>,
    /// The last character before the quotation and the first after it, white space left out.
    pub(super) left_end: Option<char>,
    pub(super) right_start: Option<char>,
    /// The nearest words, folded to lower case and without punctuation.
    pub(super) before: [String; 3],
    pub(super) after: [String; 2],
    pub(super) cue_before: Option<Near>,
    pub(super) cue_after: Option<Near>,
    pub(super) strongest: Option<Strength>,
    pub(super) noun_before: bool,
}

/// A cue verb and its distance in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    pub(super) verb: CueVerb,
    pub(super) distance: usize,
}

pub(super) fn look<'t>(content: &'t str, scene: &'t Scene<'t>) -> Look<'t> {
    let bare_at = |words: &[&str], at: usize| words.get(at).map_or(String::new(), |w| bare(w));
    let has_noun = |words: &[&str], count: usize| {
        words.iter().take(count).any(|word| cues::is_noun(&bare(word)))
    };
    let cue_before = nearest(&scene.before);
    let cue_after = nearest(&scene.after);
    let all = scene.before.iter().chain(&scene.after);
    let strongest = all.filter_map(|word| cues::verb(&bare(word))).map(|verb| verb.strength).max();
    Look {
        content,
        words: content.split_whitespace().collect(),
        left_end: scene.left.trim_end().chars().next_back(),
        right_start: scene.right.trim_start().chars().next(),
        before: [0, 1, 2].map(|at| bare_at(&scene.before, at)),
        after: [0, 1].map(|at| bare_at(&scene.after, at)),
        cue_before,
        cue_after,
        strongest,
        noun_before: has_noun(&scene.before, 8),
        scene,
    }
}

pub(super) fn bare(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word).to_lowercase()
}

fn nearest(words: &[&str]) -> Option<Near> {
    words.iter().take(12).enumerate().find_map(|(distance, word)| {
        let verb = cues::verb(&bare(word))?;
        (verb.strength != Strength::Mind && verb.form != Form::Base)
            .then_some(Near { verb, distance })
    })
}

pub(super) fn is_near(near: Option<Near>, strength: Strength, distance: usize) -> bool {
    near.is_some_and(|near| near.verb.strength == strength && near.distance <= distance)
}

impl Look<'_> {
    /// `"…" – Ada Lane` and nothing more.
    pub(super) fn is_credited(&self) -> bool {
        const LONGEST: usize = 4;
        let right = self.scene.right.trim();
        let name = right.strip_prefix(['—', '–', '―', '-']).unwrap_or_default();
        let words: Vec<&str> = name.split_whitespace().collect();
        (2..=LONGEST).contains(&words.len())
            && words.iter().all(|word| word.starts_with(char::is_uppercase))
    }

    pub(super) fn before_is(&self, words: &[&str]) -> bool {
        self.left_is_open() && words.contains(&self.before[0].as_str())
    }

    pub(super) fn after_is(&self, words: &[&str]) -> bool {
        words.contains(&self.after[0].as_str())
    }

    /// No punctuation stands between the writer's last word and the quotation.
    pub(super) fn left_is_open(&self) -> bool {
        self.left_end.is_some_and(|c| c.is_alphanumeric() || matches!(c, '’' | '\''))
    }

    /// No punctuation stands between the quotation and the writer's next word.
    pub(super) fn right_is_open(&self) -> bool {
        self.right_start.is_some_and(char::is_alphanumeric)
    }

    pub(super) fn begins_sentence(&self) -> bool {
        self.left_end.is_none_or(|c| matches!(c, '.' | '!' | '?' | '”' | '"'))
    }

    /// Every word but the small ones has a capital: "The Lord of the Rings".
    pub(super) fn is_titled(&self) -> bool {
        let is_small = |word: &&str| word.len() <= 4 && word.starts_with(char::is_lowercase);
        let capital = |word: &&str| {
            word.trim_start_matches(|c: char| !c.is_alphanumeric())
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        };
        let small = self.words.iter().filter(|word| is_small(word)).count();
        self.words.first().is_some_and(capital)
            && self.words.last().is_some_and(capital)
            && self.words.iter().all(|word| capital(word) || is_small(word))
            && (small == 0 || self.words.len() > small + 1)
    }

    pub(super) fn is_shouted(&self) -> bool {
        self.content.chars().any(char::is_uppercase)
            && !self.content.chars().any(char::is_lowercase)
    }

    pub(super) fn ends_with(&self, marks: &[char]) -> bool {
        self.content.ends_with(marks)
    }

    pub(super) fn has_person(&self) -> bool {
        self.words.iter().any(|word| PERSONS.contains(&bare(word).as_str()))
    }

    pub(super) fn has_verb(&self) -> bool {
        self.words.iter().any(|word| {
            let word = bare(word);
            VERBS.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n’t")
        })
    }

    pub(super) fn word_before_is_name(&self) -> bool {
        self.left_is_open()
            && self.scene.before.first().is_some_and(|word| word.starts_with(char::is_uppercase))
    }

    pub(super) fn after_possessive_name(&self) -> bool {
        self.scene.before.first().is_some_and(|word| {
            word.starts_with(char::is_uppercase) && (word.ends_with("’s") || word.ends_with("'s"))
        })
    }
}

const PERSONS: [&str; 18] = [
    "i", "me", "my", "we", "us", "our", "you", "your", "he", "she", "they", "it", "i’m", "i'm",
    "we’re", "we're", "it’s", "it's",
];

const VERBS: [&str; 34] = [
    "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "do", "does", "did",
    "will", "would", "can", "could", "should", "must", "may", "might", "shall", "don't", "don’t",
    "not", "never", "going", "want", "need", "think", "know", "make", "made", "take",
];
