//! Edits on quotations and on who says them.

use copydesk::text::TextRange;

use super::units::Unit;
use super::{Bench, Planted, replaced};

pub(super) fn untouched(_: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    Some(replaced(&unit.text, TextRange::empty(0), ""))
}

/// Straight marks for curly ones.
pub(super) fn other_marks(_: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let text = unit.text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
    (text != unit.text).then(|| replaced(&text, TextRange::empty(0), ""))
}

fn is_negation(word: &str) -> bool {
    let word = word.to_lowercase().replace('’', "'");
    let plain =
        ["not", "cannot", "no", "never", "nobody", "nothing", "none", "without", "neither", "nor"];
    plain.contains(&word.as_str()) || word.ends_with("n't")
}

/// A quotation of at least `least` words.
fn quotation(
    bench: &mut Bench<'_>,
    unit: &Unit,
    least: usize,
) -> Option<(TextRange, Vec<TextRange>)> {
    let mut found: Vec<_> =
        unit.quotations().into_iter().map(|range| (range, unit.words(range))).collect();
    // A quotation with marks or edits of its own is left alone.
    found.retain(|(range, words)| {
        words.len() >= least
            && !unit.of(*range).contains(['…', '[', '‘', '\''])
            && !unit.of(*range).contains("..")
    });
    bench.dice.pick(&found).cloned()
}

/// Words in the middle left out, none of them a negation.
pub(super) fn ellipsis(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let (_, words) = quotation(bench, unit, 12)?;
    let first = 4 + bench.dice.below(words.len() - 10);
    let left_out = TextRange::new(words[first].start, words[first + 3].end);
    let whole = words[first..first + 4].iter().any(|word| is_negation(unit.of(*word)));
    let signs = ["…", "...", ". . .", "[…]", "[...]"];
    let sign = signs[bench.dice.below(signs.len())];
    (!whole).then(|| replaced(&unit.text, left_out, sign))
}

/// The quotation's last words left out.
pub(super) fn cut_short(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let (range, words) = quotation(bench, unit, 9)?;
    let last = words[5 + bench.dice.below(words.len() - 8)];
    Some(replaced(&unit.text, TextRange::new(last.end, range.end), ""))
}

/// A word of five letters or more gives way to one of another quotation.
pub(super) fn content_word(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let (_, words) = quotation(bench, unit, 5)?;
    let plain = |unit: &Unit, words: Vec<TextRange>| -> Vec<String> {
        let words = words.into_iter().map(|word| unit.of(word).to_owned());
        words.filter(|word| word.len() > 4 && word.chars().all(char::is_lowercase)).collect()
    };
    let units = bench.units;
    let other = bench.dice.pick(units)?;
    let new = bench.dice.pick(&plain(other, other.own_words())).cloned()?;
    let olds: Vec<TextRange> = words
        .into_iter()
        .filter(|word| unit.of(*word).len() > 4 && unit.of(*word).chars().all(char::is_lowercase))
        .collect();
    let old = *bench.dice.pick(&olds)?;
    let stem = |word: &str| word.chars().take(4).collect::<String>();
    (stem(unit.of(old)) != stem(&new)).then(|| replaced(&unit.text, old, &new))
}

pub(super) fn not_dropped(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let (_, words) = quotation(bench, unit, 5)?;
    let at = words.iter().position(|word| unit.of(*word) == "not")?;
    let before = words[at.checked_sub(1)?];
    let planted = replaced(&unit.text, TextRange::new(before.end, words[at].end), "");
    // The neighbours are what can be shown.
    let fault = TextRange::new(before.start, before.end + 2);
    Some(Planted { fault, ..planted })
}

pub(super) fn not_added(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let verbs =
        ["is", "are", "was", "were", "will", "would", "can", "could", "should", "have", "has"];
    let (_, words) = quotation(bench, unit, 5)?;
    let at = words.iter().position(|word| verbs.contains(&unit.of(*word)))?;
    let negated = words.iter().skip(at).take(3).any(|word| is_negation(unit.of(*word)));
    let last = at + 1 == words.len();
    let place = TextRange::empty(words[at].end);
    (!negated && !last).then(|| replaced(&unit.text, place, " not"))
}

pub(super) fn not_swallowed(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let (_, words) = quotation(bench, unit, 5)?;
    let at = words.iter().position(|word| unit.of(*word) == "not")?;
    let inside = at > 1 && at + 1 < words.len();
    inside.then(|| replaced(&unit.text, words[at], "…"))
}

pub(super) fn digit(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let (_, words) = quotation(bench, unit, 5)?;
    let has_digit = |word: &&TextRange| unit.of(**word).contains(|c: char| c.is_ascii_digit());
    let word = *words.iter().find(has_digit)?;
    Some(replaced(&unit.text, word, &super::facts::other_number(unit.of(word))?))
}

/// The beginning of one person's words and the end of words from elsewhere.
pub(super) fn spliced(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let (range, words) = quotation(bench, unit, 6)?;
    let units = bench.units;
    let other = bench.dice.pick(units)?;
    let (tail, others) = quotation(bench, other, 6)?;
    let one = &unit.text[range.start..words[words.len().min(12) - 1].end];
    let two = &other.text[others[others.len().saturating_sub(12)].start..tail.end];
    let apart = unit.place != other.place && !unit.text.contains(two) && !other.text.contains(one);
    let text = format!("{one}, {}", lower_first(two));
    apart.then(|| replaced(&unit.text, range, &text))
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_lowercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

/// The one person of the text, who plainly speaks, gives way to another.
pub(super) fn other_speaker(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    quotation(bench, unit, 6)?;
    let people = &bench.topic.people;
    let named: Vec<&String> =
        people.iter().filter(|name| unit.text.contains(last_name(name))).collect();
    let [speaker] = named[..] else { return None };
    let other = bench.dice.pick(people)?;
    let last = last_name(speaker);
    let cues = ["said", "says", "told", "wrote"];
    let speaks = cues.iter().any(|cue| {
        unit.text.contains(&format!("{last} {cue}"))
            || unit.text.contains(&format!("{cue} {speaker}"))
    });
    if !speaks || other == speaker {
        return None;
    }
    let text = unit.text.replace(speaker.as_str(), other).replace(last, last_name(other));
    let start = text.find(last_name(other))?;
    Some(Planted { text, fault: TextRange::new(start, start + last_name(other).len()) })
}

pub(super) fn last_name(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// What a source says in its own voice, in somebody's mouth.
pub(super) fn own_words(bench: &mut Bench<'_>, unit: &Unit) -> Option<Planted> {
    let is_source = unit.reported && unit.quotations().is_empty();
    let words = unit.own_words();
    if !is_source || words.len() < 14 {
        return None;
    }
    let first = bench.dice.below(words.len() - 12);
    let run = &unit.text[words[first].start..words[first + 8].end];
    let plain = !run.contains(['.', '‘', '\'', ':']);
    plain.then(|| speech(bench, run))?
}

/// What is said in another topic's sources.
pub(super) fn in_no_source(bench: &mut Bench<'_>, _: &Unit) -> Option<Planted> {
    let strangers = bench.strangers;
    let unit = bench.dice.pick(strangers)?;
    let (range, _) = quotation(bench, unit, 8)?;
    let words = unit.of(range).trim_end_matches([',', '.']).to_owned();
    speech(bench, &words)
}

fn speech(bench: &mut Bench<'_>, words: &str) -> Option<Planted> {
    let person = bench.dice.pick(&bench.topic.people)?;
    let before = format!("{person} said: “");
    let text = format!("{before}{words}.”\n");
    Some(Planted { text, fault: TextRange::new(before.len(), before.len() + words.len()) })
}
