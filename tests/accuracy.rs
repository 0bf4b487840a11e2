//! The accuracy set against its committed figures: no rule may fall below its own.
//! `COPYDESK_UPDATE=1` writes them anew.

#[path = "support/accuracy/mod.rs"]
mod accuracy;

use accuracy::measure::Tally;
use accuracy::{figures, plant, set};

#[test]
fn no_rule_falls_below_its_committed_figures() {
    let topics = set::topics(&[]);
    let (mut labelled, mut planted) = (Tally::default(), Tally::default());
    for (number, topic) in topics.iter().enumerate() {
        for draft in &topic.drafts {
            labelled.judge(&topic.corpus, draft);
        }
        for (_, draft) in plant::plant(&topics, number) {
            planted.judge(&topic.corpus, &draft);
        }
    }
    if std::env::var_os("COPYDESK_UPDATE").is_some() {
        figures::write(&[("labelled", &labelled), ("planted", &planted)]);
    }
    let committed = figures::committed();
    let mut worse = figures::worse(&committed, "labelled", &labelled);
    worse.extend(figures::worse(&committed, "planted", &planted));
    let hint = "`COPYDESK_VERBOSE=RULE cargo bench --bench accuracy` shows the drafts";
    assert!(worse.is_empty(), "\n{}\n{hint}", worse.join("\n"));
}
