//! Faults and faithful edits planted mechanically into the set's faithful text: into its faithful
//! drafts, and into paragraphs of the sources themselves.

mod dice;
mod facts;
mod units;
mod words;

use copydesk::text::TextRange;

use super::set::{Label, Labelled, Topic};
use dice::Dice;
use units::{Unit, units};

/// Drafts of one edit in one topic.
const DRAFTS_AN_EDIT: usize = 10;

/// A kind of edit: its name, the rule that must report it (empty for a faithful edit), and how it
/// is done.
pub(crate) struct Edit {
    pub(crate) name: &'static str,
    pub(crate) rule: &'static str,
    apply: Apply,
}

type Apply = fn(&mut Bench<'_>, &Unit) -> Option<Planted>;

/// What an edit may draw on.
struct Bench<'a> {
    topic: &'a Topic,
    units: &'a [Unit],
    /// Of another topic.
    strangers: &'a [Unit],
    dice: Dice,
}

/// A text with the place of the fault; of no account in a faithful one.
struct Planted {
    text: String,
    fault: TextRange,
}

/// Every kind of edit.
pub(crate) const EDITS: [Edit; 20] = [
    edit("untouched", "", words::untouched),
    edit("other marks", "", words::other_marks),
    edit("honest ellipsis", "", words::ellipsis),
    edit("cut short", "", words::cut_short),
    edit("date the other way round", "", facts::date_turned),
    edit("month instead of day", "", facts::date_coarser),
    edit("figure in words", "", facts::figure_in_words),
    edit("content word", "misquote", words::content_word),
    edit("not dropped", "misquote", words::not_dropped),
    edit("not added", "misquote", words::not_added),
    edit("not swallowed", "misquote", words::not_swallowed),
    edit("digit in quotation", "misquote", words::digit),
    edit("spliced", "spliced-quote", words::spliced),
    edit("other speaker", "misattribution", words::other_speaker),
    edit("own words", "unquoted-source", words::own_words),
    edit("in no source", "unsourced-quote", words::in_no_source),
    edit("day moved", "misdate", facts::day_moved),
    edit("weekday moved", "wrong-weekday", facts::weekday_moved),
    edit("figure changed", "wrong-figure", facts::figure_changed),
    edit("name misspelt", "misspelled-name", facts::name_misspelt),
];

const fn edit(name: &'static str, rule: &'static str, apply: Apply) -> Edit {
    Edit { name, rule, apply }
}

/// The planted drafts of topic `number`, each with the number of its edit.
pub(crate) fn plant(topics: &[Topic], number: usize) -> Vec<(usize, Labelled)> {
    let topic = &topics[number];
    let own = units(topic);
    let strangers = units(&topics[(number + 1) % topics.len()]);
    let mut drafts = Vec::new();
    for (at, edit) in EDITS.iter().enumerate() {
        let mut bench = Bench { topic, units: &own, strangers: &strangers, dice: Dice::new(1) };
        drafts.extend(bench.plant(edit).into_iter().map(|draft| (at, draft)));
    }
    drafts
}

impl Bench<'_> {
    /// The units come in an order that one more or less of them leaves as it is.
    fn plant(&mut self, edit: &Edit) -> Vec<Labelled> {
        let mut order: Vec<(u64, &Unit)> =
            self.units.iter().map(|unit| (dice::seed(&[edit.name, &unit.text]), unit)).collect();
        order.sort_by_key(|(seed, _)| *seed);
        let mut drafts = Vec::new();
        for (seed, unit) in order {
            self.dice = Dice::new(seed);
            if let Some(planted) = (edit.apply)(self, unit) {
                drafts.push(labelled(edit, unit, planted));
            }
            if drafts.len() == DRAFTS_AN_EDIT {
                break;
            }
        }
        drafts
    }
}

fn labelled(edit: &Edit, unit: &Unit, planted: Planted) -> Labelled {
    // Where the sources disagree, a text may say so besides.
    let all = TextRange::new(0, planted.text.len());
    let mut labels = vec![Label { rules: vec!["disputed".to_owned()], range: all, optional: true }];
    if edit.rule == "misdate" {
        // Dates that count from the moved one move with it.
        labels.push(Label { rules: vec!["misdate".to_owned()], range: all, optional: true });
    }
    if !edit.rule.is_empty() {
        let rules = vec![edit.rule.to_owned()];
        labels.push(Label { rules, range: planted.fault, optional: false });
    }
    Labelled {
        place: format!("{} in {}", edit.name, unit.place),
        text: planted.text,
        date: unit.date,
        labels,
        sourced: true,
    }
}

/// `text` with `new` in place of `range`, and the fault there.
fn replaced(text: &str, range: TextRange, new: &str) -> Planted {
    let mut edited = text.to_owned();
    edited.replace_range(range.start..range.end, new);
    Planted { text: edited, fault: TextRange::new(range.start, range.start + new.len()) }
}
