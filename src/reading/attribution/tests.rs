//! Tables: a text, and for each quotation its words, the speaker's mention, name and cue.

use proptest::prelude::*;

use super::read;
use crate::reading::markup::{Format, extract};
use crate::reading::{names, quotations, sentences};

type Line = (String, Option<String>, Option<String>, Option<String>);

fn given(text: &str) -> Vec<Line> {
    let extraction = extract(text, Format::Plain);
    let sentences = sentences::read(&extraction.text, &extraction.blocks);
    let quotations = quotations::read(&extraction);
    let names = names::read(&extraction, &sentences);
    let of = |range: crate::text::TextRange| range.of(&extraction.text).to_owned();
    read(&extraction, &sentences, &quotations, &names)
        .into_iter()
        .filter(|found| found.quotation.is_some())
        .map(|found| {
            let speaker = found.speaker.as_ref();
            let name = speaker.and_then(|speaker| speaker.name.clone());
            (of(found.content), speaker.map(|s| of(s.range)), name, found.cue.map(of))
        })
        .collect()
}

fn mentions(text: &str) -> Vec<Option<String>> {
    given(text).into_iter().map(|(_, mention, _, _)| mention).collect()
}

#[test]
fn the_speaker_of_a_sentence_is_found() {
    for (text, speaker) in [
        ("“We leave tomorrow,” Ada Lane said.", "Ada Lane"),
        ("“We leave tomorrow,” said Ada Lane, the mayor of Holm.", "Ada Lane"),
        ("“We leave tomorrow,” Ada Lane, the mayor of Holm, said on Monday.", "Ada Lane"),
        ("“We leave tomorrow,” Ada Lane, president of Holm Boats said.", "Ada Lane"),
        ("“We leave tomorrow,” Ada Lane, who chairs the board, told the Holm Gazette.", "Ada Lane"),
        ("Ada Lane said: “We leave tomorrow.”", "Ada Lane"),
        ("Ben Ash explained what it means; Ada Lane said they had no “wish to leave”.", "Ada Lane"),
        ("Ada Lane told Ben Ash, “We leave tomorrow.”", "Ada Lane"),
        ("In an interview with the Holm Gazette, Ada Lane said, “We leave tomorrow.”", "Ada Lane"),
        ("Asked by Ben Ash about the plan, Ada Lane said, “We leave tomorrow.”", "Ada Lane"),
        ("According to Ada Lane, the plan was “a very bad idea indeed” for all.", "Ada Lane"),
        ("The plan was “a very bad idea,” according to Ada Lane.", "Ada Lane"),
        ("Ada Lane called the plan “a very bad idea” on Monday.", "Ada Lane"),
        ("Ada Lane was quoted by the Gazette as saying, “We leave tomorrow.”", "Ada Lane"),
        ("The plan was described by Ada Lane as “a very bad idea” for the town.", "Ada Lane"),
        ("Ada Lane criticised Ben Ash, calling him “a very poor judge of men.”", "Ada Lane"),
        ("Ada Lane said that Ben Ash was “a very poor judge of men” and left.", "Ada Lane"),
        ("“We leave tomorrow,” a spokesman for the ministry said.", "a spokesman for the ministry"),
        ("“We leave tomorrow,” said one official.", "one official"),
        ("“We leave tomorrow,” officials said.", "officials"),
        ("“We leave tomorrow,” she said.", "she"),
        ("ADA LANE: “We leave tomorrow.”", "ADA LANE"),
        ("“We leave tomorrow.” — Ada Lane", "Ada Lane"),
        ("“Ben Ash told me to leave,” Ada Lane said.", "Ada Lane"),
        ("- We leave tomorrow,\" Ada Lane told reporters.", "Ada Lane"),
        ("— We leave tomorrow — says Ada Lane.", "Ada Lane"),
        (
            "But a few days later, Ada Lane wavered, telling the Gazette it “may be late”.",
            "Ada Lane",
        ),
    ] {
        assert_eq!(mentions(text), [Some(speaker.to_owned())], "{text}");
    }
}

#[test]
fn a_speaker_goes_on_until_another_begins() {
    let lane = || Some("Ada Lane".to_owned());
    let ash = || Some("Ben Ash".to_owned());
    for (text, speakers) in [
        ("“We go,” Ada Lane said, “and soon.”", vec![lane(), lane()]),
        ("“We go,” Ada Lane said. “We go soon.”", vec![lane(), lane()]),
        ("“We go,” Ada Lane said.\n\n“We go soon.”", vec![lane(), lane()]),
        ("“We go,” Ada Lane said. “We stay,” said Ben Ash.", vec![lane(), ash()]),
        (
            "“We go at once,” Ada Lane wrote after Ben Ash argued that “we stay for a year”.",
            vec![lane(), ash()],
        ),
        (
            "“We go,” Ada Lane said.\n\n“Do we go?” Ben Ash pressed. “Now?”",
            vec![lane(), ash(), ash()],
        ),
        ("“We go,” Ada Lane said.\n\nBen Ash said:\n\n“We stay.”", vec![lane(), ash()]),
        ("“We go.\n\n“We go soon,” Ada Lane said.", vec![lane()]),
    ] {
        let found: Vec<_> = mentions(text);
        assert!(found.ends_with(&speakers), "{text}: {found:?}");
    }
}

#[test]
fn pronouns_are_named_only_where_one_person_stands_out() {
    for (text, name) in [
        ("Ada Berg spoke in Holm. “We leave tomorrow,” she said.", Some("Ada Berg")),
        ("Ada Berg, the mayor, met voters. She was late. “We leave,” she said.", Some("Ada Berg")),
        (
            "Three members left, among them Ada Berg. “We leave tomorrow,” she said.",
            Some("Ada Berg"),
        ),
        (
            "It was denied by Ada Berg, a member of the ruling Oak Party and chair of the budget's \
             review, who told reporters, “We leave tomorrow,” the Gazette reported.",
            Some("Ada Berg"),
        ),
        ("The spokesman left early. “We leave tomorrow,” he said.", None),
        ("“We leave tomorrow,” he said.", None),
    ] {
        let found = given(text);
        assert_eq!(found.last().and_then(|line| line.2.as_deref()), name, "{text}");
    }
}

#[test]
fn cues_are_told() {
    for (text, cue) in [
        ("“We leave tomorrow,” Ada Lane told reporters.", "told reporters"),
        ("“We leave tomorrow,” Ada Lane said.", "said"),
        ("“We leave tomorrow,” as Ada Lane put it.", "put it"),
        ("As Ada Lane put it, “we leave tomorrow.”", "put it"),
        ("Ada Lane put it like this: “We leave tomorrow.”", "put it"),
        ("According to Ada Lane, it was “a very bad idea” for all.", "According to"),
    ] {
        let found = given(text);
        assert_eq!(found[0].3.as_deref(), Some(cue), "{text}");
    }
}

#[test]
fn what_cannot_be_told_is_left_out() {
    for text in ["“We leave tomorrow.”", "It rained. “We leave tomorrow.”"] {
        assert_eq!(mentions(text), Vec::<Option<String>>::new(), "{text}");
    }
}

#[test]
fn reported_speech_is_read() {
    for (text, content) in [
        ("Ada Lane said that the bridge will open in May.", "the bridge will open in May"),
        ("The bridge will open in May, Ada Lane said.", "The bridge will open in May"),
        ("The bridge will open in May, said Ada Lane.", "The bridge will open in May"),
        ("Ada Lane stated to the Gazette that the bridge was safe.", "the bridge was safe"),
        ("Ada Lane alleged in the suit that the bridge was unsafe.", "the bridge was unsafe"),
        ("Ada Lane said that in May the bridge would open.", "in May the bridge would open"),
        ("Ada Lane charged that the board hid the letters.", "the board hid the letters"),
        ("But the bridge will open in May, Ada Lane said.", "But the bridge will open in May"),
        (
            "After ten years of talk, the bridge has to open, Ada Lane said.",
            "After ten years of talk, the bridge has to open",
        ),
        ("Ada Lane, a Holm state delegate, said the bridge was safe.", "the bridge was safe"),
    ] {
        let extraction = extract(text, Format::Plain);
        let sentences = sentences::read(&extraction.text, &extraction.blocks);
        let names = names::read(&extraction, &sentences);
        let found = read(&extraction, &sentences, &[], &names);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].content.of(text), content, "{text}");
        assert_eq!(found[0].speaker.as_ref().map(|s| s.range.of(text)), Some("Ada Lane"));
    }
}

#[test]
fn transcripts_are_read_by_their_labels() {
    let text = "LANE: We leave tomorrow. It is late.\n\nASH: We shall stay here.";
    let extraction = extract(text, Format::Plain);
    let sentences = sentences::read(&extraction.text, &extraction.blocks);
    let names = names::read(&extraction, &sentences);
    let found = read(&extraction, &sentences, &[], &names);
    let lines: Vec<_> = found
        .iter()
        .map(|line| (line.content.of(text), line.speaker.as_ref().map(|s| s.range.of(text))))
        .collect();
    let expected =
        [("We leave tomorrow. It is late.", Some("LANE")), ("We shall stay here.", Some("ASH"))];
    assert_eq!(lines, expected);
}

#[test]
fn dialogues_are_read_by_names_before_colons() {
    let text = "Q: Will you leave?\n\nAda Berg: No. We stay here.\n\nQ: For how long?\n\n\
        Ada Berg: For a year or two.\n\nPhoto: The Tribune of Holm";
    let extraction = extract(text, Format::Plain);
    let sentences = sentences::read(&extraction.text, &extraction.blocks);
    let names = names::read(&extraction, &sentences);
    let found = read(&extraction, &sentences, &[], &names);
    let lines: Vec<_> = found
        .iter()
        .map(|line| (line.content.of(text), line.speaker.as_ref().and_then(|s| s.name.as_deref())))
        .collect();
    let berg = Some("Ada Berg");
    assert_eq!(
        lines,
        [
            ("Will you leave?", None),
            ("No. We stay here.", berg),
            ("For how long?", None),
            ("For a year or two.", berg)
        ]
    );
}

#[test]
fn a_text_without_full_stops_is_read_in_good_time() {
    let text = "he said “we go now” and ".repeat(6_000);
    // Such a text is read in pieces, and a piece may begin between a speaker and his words.
    assert!(given(&text).len() > 5_900);
}

proptest! {
    #[test]
    fn ranges_lie_on_boundaries(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "“", "”", "\"", "Ada", "Lane", "said", "told", "the", "mayor", "of", "he", ",", ".",
                ":", "who", "and", "—", "saying", "called", "by", "as", "Monday", "(", ")", "’s",
                "was", "quoted", "according", "to", "in", "\n\n", "é", "statement", "with",
            ]),
            0..40,
        )
    ) {
        let text = words.join(" ");
        let extraction = extract(&text, Format::Plain);
        let sentences = sentences::read(&extraction.text, &extraction.blocks);
        let quotations = quotations::read(&extraction);
        let names = names::read(&extraction, &sentences);
        for found in read(&extraction, &sentences, &quotations, &names) {
            prop_assert!(!found.content.of(&extraction.text).is_empty());
            if let Some(speaker) = found.speaker {
                prop_assert!(!speaker.range.of(&extraction.text).is_empty());
            }
            if let Some(cue) = found.cue {
                prop_assert!(!cue.of(&extraction.text).is_empty());
            }
        }
    }
}

#[test]
fn credits_and_relayed_words_have_their_speaker() {
    for (text, speaker) in [
        ("Said Peter Ashdown: “We leave tomorrow.”", "Peter Ashdown"),
        ("The wire service quoted Peter Ashdown as saying: “We leave tomorrow.”", "Peter Ashdown"),
        ("“We leave tomorrow,” the wire quoted Peter Ashdown as saying.", "Peter Ashdown"),
        ("“We leave for Holm tomorrow at noon” (Peter Ashdown).", "Peter Ashdown"),
        ("“We leave for Holm tomorrow at noon” – Peter Ashdown", "Peter Ashdown"),
        ("In Peter Ashdown’s view, “nobody will leave tomorrow.”", "Peter Ashdown"),
        ("“We leave tomorrow,” to quote Peter Ashdown.", "Peter Ashdown"),
        ("Peter Ashdown came late.\n\nPeter Ashdown:\n\n“We leave tomorrow.”", "Peter Ashdown"),
        ("Peter Ashdown of the Holm County Sheriff’s Office said: “We leave.”", "Peter Ashdown"),
    ] {
        assert_eq!(mentions(text), [Some(speaker.to_owned())], "{text}");
    }
}

#[test]
fn one_who_views_the_matter_parts_the_speakers() {
    let text = "“We leave tomorrow,” Peter Ashdown said. For Ada Lane, “this is the end of it”.";
    assert_eq!(mentions(text), [Some("Peter Ashdown".to_owned()), None]);
}

#[test]
fn a_footnote_is_read_by_itself() {
    let text = "Ben Ash said that nothing was decided.[^1] “We leave tomorrow,” he said.\n\n\
                [^1]: “They never leave,” he added.\n";
    let extraction = extract(text, Format::Markdown);
    let sentences = sentences::read(&extraction.text, &extraction.blocks);
    let quotations = quotations::read(&extraction);
    let names = names::read(&extraction, &sentences);
    let found = read(&extraction, &sentences, &quotations, &names);
    let named: Vec<Option<&str>> = found
        .iter()
        .filter(|one| one.quotation.is_some())
        .map(|one| one.speaker.as_ref()?.name.as_deref())
        .collect();
    assert_eq!(named, [Some("Ben Ash"), None]);
}
