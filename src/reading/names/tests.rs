//! Whole texts read, as tables; all of them invented.

use proptest::prelude::*;

use super::*;
use crate::reading::markup::{Format, extract};
use crate::reading::sentences;

fn names_of(text: &str) -> Names {
    let extraction = extract(text, Format::Plain);
    let sentences = sentences::read(&extraction.text, &extraction.blocks);
    read(&extraction, &sentences)
}

/// "Person Vera Orlova; Place Lisbon".
fn listed(text: &str) -> String {
    let names = names_of(text);
    let entities = names.entities.iter().map(|entity| format!("{:?} {}", entity.kind, entity.name));
    entities.collect::<Vec<_>>().join("; ")
}

#[test]
fn names_and_kinds_are_told() {
    for (text, expected) in [
        ("He met Vera Orlova in Lisbon.", "Person Vera Orlova; Place Lisbon"),
        ("Critics of the plan said no. Meanwhile nothing happened.", ""),
        ("On Tuesday in February, Mr. Quandt left.", "Person Quandt"),
        ("Tarvian President Ole Quandt spoke.", "Person Ole Quandt"),
        ("French Finance Minister Anne Quandt spoke.", "Person Anne Quandt"),
        ("The French and the Germans voted; Republicans did not.", ""),
        ("Secretary of State Vera Orlova spoke.", "Person Vera Orlova"),
        ("The Secretary of State and the President left with the Queen.", ""),
        (
            "Ursula van der Meer and Karim al-Haddad met Tom O'Hara.",
            "Person Ursula van der Meer; Person Karim al-Haddad; Person Tom O'Hara",
        ),
        (
            "J. K. Marlow and George W. Ashby Jr. wrote it.",
            "Person J. K. Marlow; Person George W. Ashby Jr.",
        ),
        (
            "She works at the University of Lisbon for Quandt Holdings Inc.",
            "Organisation University of Lisbon; Organisation Quandt Holdings Inc.",
        ),
        (
            "The Food and Drug Administration met the Ministry of Health and Welfare.",
            "Organisation Food and Drug Administration; Organisation Ministry of Health and Welfare",
        ),
        ("Portugal's foreign ministry protested.", "Organisation Portugal's foreign ministry"),
        (
            "They sailed down the Varna River to Lake Ossa and Kestrel County.",
            "Place Varna River; Place Lake Ossa; Place Kestrel County",
        ),
        (
            "The United States and South Korea signed the Lisbon Treaty.",
            "Place United States; Place South Korea; Other Lisbon Treaty",
        ),
        ("He told France 24 on Feb. 22 that 300 people came.", "Organisation France 24"),
        (
            "On 17 May Ada Moss said no. On 3rd April Bea Orr came.",
            "Person Ada Moss; Person Bea Orr",
        ),
        (
            "In France 24 people died. Theresa May may resign in May.",
            "Place France; Person Theresa May",
        ),
        (
            "Russia-led and anti-French forces met Jean-Luc Picot.",
            "Place Russia; Person Jean-Luc Picot",
        ),
        (
            "The White House and the Kremlin talked.",
            "Organisation White House; Organisation Kremlin",
        ),
        ("Fox News anchor Megan Kell asked.", "Organisation Fox News; Person Megan Kell"),
        (
            "Coastal Rights Watch wrote. He read The Daily Gull.",
            "Organisation Coastal Rights Watch; Organisation Daily Gull",
        ),
        ("Marc Cuban left. Cuban said the Cuban way was long.", "Person Marc Cuban"),
        ("Ole Quandt left. The Quandts came back.", "Person Ole Quandt"),
        ("Larry King asked the King.", "Person Larry King"),
        ("\"Nothing,\" said Ada Quill, a teacher. \"Everything,\" she added.", "Person Ada Quill"),
    ] {
        assert_eq!(listed(text), expected, "{text}");
    }
}

#[test]
fn short_forms_are_resolved() {
    for (text, mention, expected) in [
        ("Xi Quanming came. Then Mr. Xi left.", "Xi", "Xi Quanming"),
        ("Karim bin Haddad came. Bin Haddad left.", "Bin Haddad", "Karim bin Haddad"),
        ("Vera Orlova came. Later Orlova left.", "Orlova", "Vera Orlova"),
        ("Vera Orlova came. Later Ms. Orlova left.", "Orlova", "Vera Orlova"),
        ("Vera Orlova came. Later Vera left.", "Vera", "Vera Orlova"),
        (
            "The Northern Fisheries Union (NFU) met. The NFU rose.",
            "NFU",
            "Northern Fisheries Union",
        ),
        ("The Northern Fisheries Union met. An NFU boat sank.", "NFU", "Northern Fisheries Union"),
        ("Bill Marsden and Hillary Marsden came. Mrs. Marsden left.", "Marsden", "Hillary Marsden"),
        ("Bill Marsden and Hillary Marsden came. Mr. Marsden left.", "Marsden", "Bill Marsden"),
        ("Bill Marsden came. Hillary Marsden came. Marsden left.", "Marsden", "Hillary Marsden"),
        (
            "Ursula van der Meer came. Then van der Meer left.",
            "van der Meer",
            "Ursula van der Meer",
        ),
        (
            "The Harbour Labour Organisation met. The Harbor Labor Organization rose.",
            "Harbor Labor Organization",
            "Harbour Labour Organisation",
        ),
    ] {
        let names = names_of(text);
        let at = text.rfind(mention).unwrap();
        let found = names.mentions.iter().find(|found| found.range.start == at);
        let entity = found.map(|found| names.entities[found.entity].name.as_str());
        assert_eq!(entity, Some(expected), "{text}: {:?}", names.entities);
    }
}

#[test]
fn roles_and_gender_are_read() {
    for (text, name, roles, gender) in [
        (
            "When the new ambassador to Lisbon, Carl Obst, was sent there, it rained.",
            "Carl Obst",
            "new ambassador to Lisbon",
            Some(Gender::Male),
        ),
        (
            "When the new US envoy to Lisbon, Carl Obst, was sent there, it rained.",
            "Carl Obst",
            "new US envoy to Lisbon",
            Some(Gender::Male),
        ),
        (
            "In Redport, Ida Lund, the Northern Fisheries Group's (NFG) senior analyst for the coast, \
             spoke.",
            "Ida Lund",
            "Northern Fisheries Group's (NFG) senior analyst for the coast",
            None,
        ),
        (
            "Ida Lund, an MP from the ruling Harbour Faction and chair of the budget committee, spoke.",
            "Ida Lund",
            "MP from the ruling Harbour Faction",
            None,
        ),
        (
            "Tarvian Prime Minister Ole Quandt spoke.",
            "Ole Quandt",
            "Tarvian Prime Minister",
            Some(Gender::Male),
        ),
        (
            "Ado Quill, speaker of the lower house, left.",
            "Ado Quill",
            "speaker of the lower house",
            None,
        ),
        ("The agency's director, Ado Quill, left.", "Ado Quill", "The agency's director", None),
        ("Kremlin spokesman Ado Quill left.", "Ado Quill", "Kremlin spokesman", None),
        ("Mrs. Quill left.", "Quill", "", Some(Gender::Female)),
        ("Adoka Quillen left. She came back. She ate.", "Adoka Quillen", "", Some(Gender::Female)),
        ("Adoka Quillen met Udoka Quitten. She came back.", "Adoka Quillen", "", None),
    ] {
        let names = names_of(text);
        let entity = names.entities.iter().find(|entity| entity.name == name);
        let Some(entity) = entity else { panic!("{text}: {:?}", names.entities) };
        assert_eq!(entity.roles.join("; "), roles, "{text}");
        assert_eq!(entity.gender, gender, "{text}");
    }
}

#[test]
fn headlines_make_no_names_of_their_own() {
    let text = "Quill Says Budget Talks Are Frozen After Long Night\n\nAdo Quill said on Monday that the \
        talks had ended in Lisbon.\n";
    assert_eq!(listed(text), "Person Ado Quill; Place Lisbon");
}

proptest! {
    #[test]
    fn ranges_lie_on_character_boundaries(text in "(\\PC|[A-Z][a-zé]{1,7}|Mr\\.|of|the|[ .,'’\"\n-]){0,60}") {
        let names = names_of(&text);
        let mut end = 0;
        for mention in &names.mentions {
            prop_assert!(mention.range.start >= end && !mention.range.is_empty());
            prop_assert!(mention.range.of(&text).chars().count() > 0);
            prop_assert!(mention.entity < names.entities.len());
            end = mention.range.end;
        }
        for entity in &names.entities {
            prop_assert!(!entity.name.is_empty());
            prop_assert_eq!(entity.spellings.len(), entity.counts.len());
        }
    }

    #[test]
    fn folded_texts_lead_back(text in "\\PC{0,40}") {
        let folded = FoldedText::new(&text);
        for start in 0..folded.text().len() {
            if let Some(range) = folded.word_range(start, folded.text().len()) {
                prop_assert!(range.end <= text.len() && !range.of(&text).is_empty());
            }
        }
    }
}
