//! Generated text for the benchmarks: sources with quotations, and drafts that quote them.
//!
//! Words follow Zipf's law over an invented vocabulary, and a part of each text repeats stock
//! phrases, as news does; the same seed gives the same text everywhere.

#![allow(dead_code, reason = "the benchmarks use different parts")]

use copydesk::corpus::{Corpus, Source};
use copydesk::reading::markup::{self, Format};

/// Pseudo-random numbers (splitmix64).
pub(crate) struct Dice(pub u64);

impl Dice {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// A vocabulary whose common words are English grammar and whose rare ones are invented.
pub(crate) struct Vocabulary {
    words: Vec<String>,
    phrases: Vec<Vec<usize>>,
}

const COMMON: &str = "the of and to a in that it is was for on he with as his they at be this from \
    i have or by one had not but what all were when we there can an your which their said if do \
    will each about how up out them then she many some so these would other into has more her two \
    like him see time could no make than first been its who now people my made over did down only \
    way find use may water long little very after words called just where most know";

impl Vocabulary {
    pub(crate) fn new() -> Self {
        let mut dice = Dice(7);
        let mut words: Vec<String> = COMMON.split_whitespace().map(str::to_owned).collect();
        let syllables =
            ["ba", "ren", "ti", "mo", "kal", "ves", "dor", "il", "pra", "nu", "sen", "ko"];
        while words.len() < 60_000 {
            let length = 2 + dice.below(3);
            let word: String =
                (0..length).map(|_| syllables[dice.below(syllables.len())]).collect();
            words.push(word);
        }
        let mut vocabulary = Self { words, phrases: Vec::new() };
        vocabulary.phrases = (0..4_000)
            .map(|_| (0..3 + dice.below(4)).map(|_| vocabulary.zipf(&mut dice)).collect())
            .collect();
        vocabulary
    }

    fn zipf(&self, dice: &mut Dice) -> usize {
        let n = self.words.len() as f64;
        // Inverse of the cumulative law for exponent 1.
        ((n + 1.0).powf(dice.unit()) - 1.0) as usize % self.words.len()
    }

    /// A sentence of about `length` words without its full stop.
    pub(crate) fn sentence(&self, length: usize, dice: &mut Dice) -> String {
        let mut sentence = String::new();
        let mut count = 0;
        while count < length {
            if dice.below(12) == 0 {
                let phrase = &self.phrases[dice.below(self.phrases.len())];
                for &word in phrase {
                    self.push(&mut sentence, word);
                }
                count += phrase.len();
            } else {
                self.push(&mut sentence, self.zipf(dice));
                count += 1;
            }
        }
        if let Some(first) = sentence.get_mut(0..1) {
            first.make_ascii_uppercase();
        }
        sentence
    }

    fn push(&self, sentence: &mut String, word: usize) {
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push_str(&self.words[word]);
    }

    /// An article of about `bytes` bytes, every third paragraph a quotation.
    pub(crate) fn article(&self, bytes: usize, dice: &mut Dice) -> String {
        let mut text = self.sentence(8, dice);
        text.push_str("\n\n");
        while text.len() < bytes {
            if dice.below(3) == 0 {
                let length = 6 + dice.below(30);
                let quoted = self.sentence(length, dice);
                text.push_str(&format!("“{quoted},” Ada Moss told the council.\n\n"));
            } else {
                for _ in 0..3 {
                    text.push_str(&self.sentence(18, dice));
                    text.push_str(". ");
                }
                text.push_str("\n\n");
            }
        }
        text
    }
}

/// `count` sources of about `bytes` bytes each.
pub(crate) fn sources(count: usize, bytes: usize) -> Vec<Source> {
    let vocabulary = Vocabulary::new();
    let mut dice = Dice(1);
    (0..count)
        .map(|number| {
            let mut source = Source::default();
            source.id = format!("s{number}");
            source.path = format!("sources/s{number:05}.txt");
            let text = vocabulary.article(bytes, &mut dice);
            source.extraction = markup::extract(&text, Format::Plain);
            source
        })
        .collect()
}

/// Quotations of the corpus's sources: `count` of them, words on one line.
pub(crate) fn quotations(corpus: &Corpus, count: usize) -> Vec<String> {
    let mut dice = Dice(99);
    let sources = corpus.sources();
    let mut all = Vec::new();
    while all.len() < count {
        let source = &sources[dice.below(sources.len())];
        let quotations = source.quotations();
        if let Some(quotation) = quotations.get(dice.below(quotations.len())) {
            all.push(quotation.range.of(source.text()).trim_end_matches(',').to_owned());
        }
    }
    all
}

/// `quotation` with `edits` of its words exchanged, dropped or doubled by others.
pub(crate) fn altered(quotation: &str, edits: usize, dice: &mut Dice) -> String {
    let mut words: Vec<String> = quotation.split(' ').map(str::to_owned).collect();
    for edit in 0..edits {
        let at = dice.below(words.len());
        match edit % 3 {
            0 => words[at] = "marmalade".to_owned(),
            1 if words.len() > 5 => {
                words.remove(at);
            }
            _ => words.insert(at, "seldom".to_owned()),
        }
    }
    words.join(" ")
}

/// A draft of about `words` words with a quotation in every second paragraph.
pub(crate) fn draft(corpus: &Corpus, words: usize) -> String {
    let vocabulary = Vocabulary::new();
    let mut dice = Dice(5);
    let mut text = String::new();
    let mut count = 0;
    for quotation in quotations(corpus, words / 60) {
        let telling = vocabulary.sentence(35, &mut dice);
        let edits = usize::from(dice.below(10) == 0);
        let quoted = altered(&quotation, edits, &mut dice);
        let paragraph = format!("{telling}.\n\nAda Moss said: “{quoted}.”\n\n");
        count += paragraph.split_whitespace().count();
        text.push_str(&paragraph);
    }
    while count < words {
        text.push_str(&vocabulary.sentence(40, &mut dice));
        text.push_str(".\n\n");
        count += 40;
    }
    text
}
