//! The accuracy set against its committed figures: no rule may fall below its own.

#[path = "support/accuracy/mod.rs"]
mod accuracy;

use accuracy::measure::Tally;
use accuracy::{figures, set};

#[test]
fn no_rule_falls_below_its_committed_figures() {
    let mut labelled = Tally::default();
    for topic in &set::topics(&[]) {
        for draft in &topic.drafts {
            labelled.judge(&topic.corpus, draft);
        }
    }
    let worse = figures::worse(&figures::committed(), "labelled", &labelled);
    let hint = "`COPYDESK_VERBOSE=RULE cargo bench --bench accuracy` shows the drafts";
    assert!(worse.is_empty(), "\n{}\n{hint}", worse.join("\n"));
}
