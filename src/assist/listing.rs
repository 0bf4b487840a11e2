//! What the sources hold, as lists for the views of an editor.

use super::Place;
use super::statements::{Said, quotations_of};
use crate::corpus::people::{People, Person};
use crate::corpus::{Corpus, Source};
use crate::reading::names::NameKind;

/// A person, body or place with what the sources quote from it.
#[derive(Clone, Debug)]
pub struct Listed<'a> {
    /// Who it is.
    pub person: &'a Person,
    /// What the sources have them say, in the order of the sources.
    pub said: Vec<Said<'a>>,
}

/// People, bodies and places that `wanted` wants, who is quoted most first; other names are left
/// out. Reads every source.
#[must_use]
pub fn people_of<'a>(
    corpus: &'a Corpus,
    people: &'a People,
    wanted: &dyn Fn(&Person) -> bool,
) -> Vec<Listed<'a>> {
    let mut said: Vec<Vec<Said<'a>>> = people.all().iter().map(|_| Vec::new()).collect();
    for (number, source) in corpus.sources().iter().enumerate() {
        for one in quotations_of(source, number) {
            let speaker = one.entity.and_then(|entity| people.of_entity(number, entity));
            if let Some(theirs) = speaker.and_then(|speaker| said.get_mut(speaker.0)) {
                theirs.push(one);
            }
        }
    }
    let mut listed: Vec<Listed<'a>> = people
        .all()
        .iter()
        .zip(said)
        .map(|(person, said)| Listed { person, said })
        .filter(|listed| listed.person.kind != NameKind::Other && wanted(listed.person))
        .collect();
    listed.sort_by(|a, b| {
        let weight = |listed: &Listed<'_>| (listed.said.len(), listed.person.mentions.len());
        weight(b).cmp(&weight(a)).then_with(|| a.person.name.cmp(&b.person.name))
    });
    listed
}

/// The people, bodies and places that `source`, numbered `number`, names: what each is called in
/// full, its kind and its first mention, in the order of the mentions.
#[must_use]
pub fn names_in(source: &Source, number: usize) -> Vec<(&str, NameKind, Place)> {
    let names = &source.reading().names;
    let mut seen = vec![false; names.entities.len()];
    let mut found = Vec::new();
    for mention in &names.mentions {
        let Some(entity) = names.entities.get(mention.entity) else { continue };
        if entity.kind == NameKind::Other || std::mem::replace(&mut seen[mention.entity], true) {
            continue;
        }
        let place = Place { source: number, range: mention.range };
        found.push((entity.name.as_str(), entity.kind, place));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::markup::{Format, extract};

    fn corpus() -> Corpus {
        let mut source = Source::default();
        source.path = "a.txt".to_owned();
        source.extraction = extract(
            "“We will not raise the levy,” said Ada Moss. “Nor will I,” said Carl Brandt.\n\n\
             “It stays as it is,” Moss said.\n",
            Format::Plain,
        );
        Corpus::build(vec![source])
    }

    #[test]
    fn who_is_quoted_most_comes_first() {
        let corpus = corpus();
        let listed = people_of(&corpus, corpus.people(), &|_| true);
        let counts: Vec<_> =
            listed.iter().map(|one| (one.person.name.as_str(), one.said.len())).collect();
        assert_eq!(counts, [("Ada Moss", 2), ("Carl Brandt", 1)]);
        let only = people_of(&corpus, corpus.people(), &|person| person.name.starts_with("Carl"));
        assert_eq!(only.len(), 1);
    }

    #[test]
    fn each_name_of_a_source_is_listed_once() {
        let corpus = corpus();
        let names = names_in(&corpus.sources()[0], 0);
        let names: Vec<_> = names.iter().map(|(name, ..)| *name).collect();
        assert_eq!(names, ["Ada Moss", "Carl Brandt"]);
    }
}
