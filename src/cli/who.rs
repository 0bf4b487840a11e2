//! `copydesk who`: what the sources show of a person, organisation or place.

use std::path::PathBuf;

use super::args::{Common, TextOrJson, Who};
use super::output::{Failure, Outcome, Output};
use super::workspace::Workspace;
use crate::corpus::chronicle;
use crate::corpus::people::{People, PersonId};
use crate::report::who::{self, Dossier};
use crate::report::words::counted;

pub(super) fn run(options: &Who, common: &Common, output: Output) -> Outcome {
    let workspace = Workspace::find(common, &[PathBuf::from(".")], output)?;
    let corpus = workspace.open(output)?;
    let people = corpus.people();
    let name = options.name.join(" ");
    let found = called(people, &name);
    if found.is_empty() {
        let sources = counted(corpus.sources().len(), "source");
        return Err(Failure(format!("none of {sources} names “{name}”{}", near(people, &name))));
    }
    let entries = chronicle::build(&corpus);
    let dossier = |person| Dossier { corpus: &corpus, people, entries: &entries, person };
    let dossiers: Vec<Dossier<'_>> = found.into_iter().map(dossier).collect();
    output.result(&match options.format {
        TextOrJson::Text => who::text(&dossiers),
        TextOrJson::Json => who::json(&dossiers)?,
    })?;
    Ok(false)
}

/// All who are called `name`, whatever the case of its letters.
fn called(people: &People, name: &str) -> Vec<PersonId> {
    let exact = people.resolve_all(name);
    if !exact.is_empty() {
        return exact;
    }
    let folded = name.to_lowercase();
    let is_called = |person: &crate::corpus::people::Person| {
        person.spellings.iter().any(|spelling| spelling.text.to_lowercase() == folded)
    };
    let all = || people.all().iter().enumerate();
    let called: Vec<PersonId> =
        all().filter(|(_, person)| is_called(person)).map(|(number, _)| PersonId(number)).collect();
    if !called.is_empty() {
        return called;
    }
    // A last name that the sources never give alone.
    let ends_so = |person: &crate::corpus::people::Person| {
        person.spellings.iter().any(|spelling| {
            spelling.text.to_lowercase().rsplit(' ').next() == Some(folded.as_str())
        })
    };
    all().filter(|(_, person)| ends_so(person)).map(|(number, _)| PersonId(number)).collect()
}

/// Names that hold one of the words that were asked for.
fn near(people: &People, name: &str) -> String {
    let words: Vec<String> = name.split(' ').map(str::to_lowercase).collect();
    let holds = |text: &str| {
        let text = text.to_lowercase();
        words.iter().any(|word| word.chars().count() > 2 && text.contains(word.as_str()))
    };
    let similar: Vec<&str> = people
        .all()
        .iter()
        .map(|one| one.name.as_str())
        .filter(|name| holds(name))
        .take(5)
        .collect();
    let missed = people.near_miss(&name.split(' ').collect::<Vec<_>>());
    match (missed, similar.as_slice()) {
        (Some(missed), _) => format!("; did you mean {}?", people.get(missed.person).name),
        (None, []) => String::new(),
        (None, [one]) => format!("; there is {one}"),
        (None, similar) => format!("; there are {}", similar.join(", ")),
    }
}
