//! Reported statements and whom they are given to.

use crate::check::{Draft, Settings, check};
use crate::corpus::{Corpus, Source};
use crate::reading::markup::{self, Format};

const BRIDGE: &str = "Mayor Ada Moss said that the old iron bridge would be shut to lorries until \
    the rusted bearings had been replaced.\n\nThe engineer Otto Brandt said nothing of the costs. \
    Ben Lindqvist, a baker, said he sold more rolls than ever.\n";

fn findings(sources: &[&str], draft: &str) -> Vec<String> {
    let source = |(number, text): (usize, &&str)| {
        let mut source = Source::default();
        source.id = format!("s{number}");
        source.path = format!("s{number}.txt");
        source.extraction = markup::extract(text, Format::Plain);
        source
    };
    let corpus = Corpus::build(sources.iter().enumerate().map(source).collect());
    let draft = Draft::new("d.txt", draft.to_owned(), Format::Plain, None);
    let checked = check(&corpus, &draft, &Settings::default(), &|| false).unwrap();
    checked.findings.iter().map(|one| format!("{}: {}", one.rule, one.message)).collect()
}

#[test]
fn a_statement_of_another_is_found() {
    let drafts = [
        "Ben Lindqvist said that the old iron bridge would be shut to lorries until the rusted \
         bearings had been replaced.",
        "According to Ben Lindqvist, the iron bridge would be shut to lorries until its rusted \
         bearings were replaced.",
        "The old iron bridge would be closed to lorries until the rusted bearings had been \
         replaced, Ben Lindqvist told reporters.",
        "Marta Kowal said the old iron bridge would be shut to lorries until the rusted bearings \
         were replaced.",
    ];
    for draft in drafts {
        let found = findings(&[BRIDGE], draft);
        assert_eq!(found.len(), 1, "{draft}: {found:?}");
        assert!(found[0].contains("Wrong speaker: Ada Moss said this"), "{found:?}");
    }
}

#[test]
fn what_may_be_the_drafts_speakers_own_is_left_alone() {
    let report = "said that the old iron bridge would be shut to lorries until the rusted \
                  bearings had been replaced.";
    let told = "The old iron bridge is shut to lorries until the rusted bearings are replaced.";
    let echoed = "“Lorries will not see the iron bridge again before the bearings are new,” Ben \
                  Lindqvist said.";
    let cases: &[(&[&str], String)] = &[
        (&[BRIDGE], format!("Ada Moss {report}")),
        (&[BRIDGE], format!("Mayor Moss {report}")),
        (&[BRIDGE], format!("The mayor {report}")),
        (&[BRIDGE], format!("Ben Lindqvist, quoting Ada Moss, {report}")),
        (&[BRIDGE], format!("Ada Moss spoke first. Ben Lindqvist {report}")),
        (&[BRIDGE], report.replace("said that", "Ben Lindqvist agreed that")),
        (&[BRIDGE], report.replace("said that", "Ben Lindqvist denied that")),
        (&[BRIDGE], format!("Ben Lindqvist {}", report.replace("would be", "would not be"))),
        (&[BRIDGE, told], format!("Ben Lindqvist {report}")),
        (&[BRIDGE, echoed], format!("Ben Lindqvist {report}")),
        (&[BRIDGE], "Ben Lindqvist said that the iron bridge was old.".to_owned()),
    ];
    for (sources, draft) in cases {
        let found = findings(sources, draft);
        assert!(found.is_empty(), "{draft}: {found:?}");
    }
}
