//! How well and how fast names are read.
//!
//! `COPYDESK_POLNEAR` and `COPYDESK_GUM` name files of JSON lines with annotated speakers; without
//! them that part is left out, and said to be. `--accuracy` leaves out
//! the speed. Files named as arguments have their names printed.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints and may panic")]

use std::time::Instant;

use copydesk::corpus::people::People;
use copydesk::reading::markup::{Extraction, Format, extract};
use copydesk::reading::names::{self, NameKind, Names};
use copydesk::reading::sentences;
use copydesk::text::TextRange;
use serde_json::Value;

fn main() {
    let files: Vec<String> =
        std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    if !files.is_empty() {
        let names: Vec<Names> = files.iter().map(|file| print_names(file)).collect();
        print_people(&People::build(&names.iter().collect::<Vec<_>>()));
        return;
    }
    match std::env::var("COPYDESK_POLNEAR") {
        Ok(path) => polnear(&path),
        Err(_) => println!("PolNeAR: left out, COPYDESK_POLNEAR names no file"),
    }
    match std::env::var("COPYDESK_GUM") {
        Ok(path) => gum(&path),
        Err(_) => println!("GUM: left out, COPYDESK_GUM names no file"),
    }
    if !std::env::args().any(|arg| arg == "--accuracy") {
        speed();
    }
}

fn print_names(file: &str) -> Names {
    println!("== {file}");
    let extraction = extract(&std::fs::read_to_string(file).unwrap(), Format::of_name(file));
    let names = read(&extraction);
    for (number, entity) in names.entities.iter().enumerate() {
        let count = names.mentions.iter().filter(|mention| mention.entity == number).count();
        let gender = entity.gender.map(|gender| format!("{gender:?}")).unwrap_or_default();
        println!(
            "{:?} {} ×{count} {gender} {:?} {:?}",
            entity.kind, entity.name, entity.spellings, entity.roles
        );
    }
    names
}

/// Prints those that several sources name.
fn print_people(people: &People) {
    println!("== joined");
    for person in people.all().iter().filter(|person| person.sources().len() > 1) {
        let spellings: Vec<String> = person
            .spellings
            .iter()
            .map(|spelling| match &spelling.slip_of {
                Some(right) => format!("{} ×{} (slip of {right})", spelling.text, spelling.count),
                None => format!("{} ×{}", spelling.text, spelling.count),
            })
            .collect();
        println!(
            "{:?} {} ×{} in {} sources: {}",
            person.kind,
            person.name,
            person.mentions.len(),
            person.sources().len(),
            spellings.join(", ")
        );
    }
}

fn read(extraction: &Extraction) -> Names {
    let sentences = sentences::read(&extraction.text, &extraction.blocks);
    names::read(extraction, &sentences)
}

fn documents(path: &str) -> Vec<Value> {
    let lines = std::fs::read_to_string(path).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The bytes of the code points `start..end` named in `span`.
fn bytes(starts: &[usize], span: &Value) -> Option<TextRange> {
    let at = |key: &str| starts.get(span[key].as_u64()? as usize).copied();
    Some(TextRange::new(at("start")?, at("end")?))
}

fn code_points(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

#[derive(Default)]
struct Counts {
    speakers: usize,
    found: usize,
    right_kind: usize,
}

fn polnear(path: &str) {
    let (mut counts, mut missed) = (Counts::default(), Vec::new());
    let documents = documents(path);
    near_misses(&documents);
    for document in &documents {
        let text = document["text"].as_str().unwrap();
        let starts = code_points(text);
        let names = read(&extract(text, Format::Plain));
        for quote in document["quotes"].as_array().unwrap() {
            let speaker = &quote["speaker"];
            if quote["speaker_kind"] != "named" {
                continue;
            }
            let Some(range) = bytes(&starts, speaker) else { continue };
            counts.speakers += 1;
            let kinds: Vec<NameKind> = inside(&names, range).collect();
            counts.found += usize::from(!kinds.is_empty());
            let right =
                kinds.iter().any(|kind| matches!(kind, NameKind::Person | NameKind::Organisation));
            counts.right_kind += usize::from(right);
            if !right {
                missed.push(range.of(text).to_owned());
            }
        }
    }
    println!(
        "PolNeAR: of {} named speakers {:.3} hold a name, {:.3} a person's or organisation's",
        counts.speakers,
        counts.found as f64 / counts.speakers as f64,
        counts.right_kind as f64 / counts.speakers as f64
    );
    if std::env::var("COPYDESK_SHOW").is_ok() {
        missed.iter().for_each(|speaker| println!("  missed: {speaker}"));
    }
}

/// Names of every second article, asked of the names of the others: near misses among them are
/// mostly other people's names.
fn near_misses(documents: &[Value]) {
    let read_all = |parity: usize| -> Vec<(String, Names)> {
        let texts = documents.iter().skip(parity).step_by(2);
        let texts = texts.map(|document| document["text"].as_str().unwrap().to_owned());
        texts.map(|text| (text.clone(), read(&extract(&text, Format::Plain)))).collect()
    };
    let (sources, drafts) = (read_all(0), read_all(1));
    let start = Instant::now();
    let people = People::build(&sources.iter().map(|(_, names)| names).collect::<Vec<_>>());
    let built = start.elapsed();
    planted_slips(&people);
    let (mut asked, mut missed, mut found, mut bytes) = (0usize, 0usize, 0usize, 0usize);
    let start = Instant::now();
    for (text, names) in &drafts {
        found += people.mentions_in(text).len();
        bytes += text.len();
        for mention in &names.mentions {
            let entity = &names.entities[mention.entity];
            let words = [entity.name.as_str()];
            asked += 1;
            if let Some(miss) = people.near_miss_of(entity) {
                missed += 1;
                if std::env::var("COPYDESK_SHOW").is_ok() {
                    let (was, is) = (words.join(" "), &miss.spelling);
                    println!("  near: {was} for {is} ({}, ×{})", miss.distance, miss.count);
                }
            }
        }
    }
    println!(
        "people: {} names of {} articles joined into {} in {built:.1?}; over {bytes} bytes {found} \
         mentions found and {missed} of {asked} names held for near misses, in {:.1?}",
        sources.iter().map(|(_, names)| names.entities.len()).sum::<usize>(),
        sources.len(),
        people.all().len(),
        start.elapsed()
    );
}

/// Slips planted in the surnames of people: a letter dropped, doubled, or swapped with the next.
fn planted_slips(people: &People) {
    let (mut planted, mut found) = (0usize, 0usize);
    for person in people.all().iter().filter(|person| person.kind == NameKind::Person) {
        let Some((first, last)) = person.name.rsplit_once(' ') else { continue };
        let letters: Vec<char> = last.chars().collect();
        if letters.len() < 5 || !letters.iter().all(|letter| letter.is_alphabetic()) {
            continue;
        }
        let middle = letters.len() / 2;
        let (before, after) = (&letters[..middle], &letters[middle + 1..]);
        let swapped = [letters[middle + 1], letters[middle]];
        for slip in [
            [before, after].concat(),
            [before, &[letters[middle]; 2], after].concat(),
            [before, &swapped, &after[1..]].concat(),
        ] {
            if slip == letters {
                continue;
            }
            planted += 1;
            let slip = format!("{first} {}", slip.into_iter().collect::<String>());
            let miss = people.near_miss(&[&slip]);
            let right = miss.is_some_and(|miss| people.get(miss.person).name == person.name);
            found += usize::from(right);
            if !right && std::env::var("COPYDESK_SHOW").is_ok() {
                println!("  unseen slip: {slip} for {}", person.name);
            }
        }
    }
    println!("slips: {found} of {planted} planted in surnames found");
}

fn inside(names: &Names, range: TextRange) -> impl Iterator<Item = NameKind> {
    names
        .mentions
        .iter()
        .filter(move |mention| range.overlaps(mention.range))
        .map(|mention| names.entities[mention.entity].kind)
}

fn gum(path: &str) {
    let (mut speakers, mut same, mut known) = (0usize, 0usize, 0usize);
    for document in documents(path) {
        let text = document["text"].as_str().unwrap();
        let starts = code_points(text);
        let names = read(&extract(text, Format::Plain));
        for quote in document["quotes"].as_array().unwrap() {
            let Some(canonical) = quote["speaker"].as_str() else { continue };
            let canonical = names::fold_name(canonical);
            speakers += 1;
            let has = |name: &str| names::fold_name(name) == canonical;
            let is_known = names.entities.iter().any(|entity| has(&entity.name));
            known += usize::from(is_known);
            if !is_known && std::env::var("COPYDESK_SHOW").is_ok() {
                println!("  missed: {canonical}, no entity");
            }
            let Some(range) = bytes(&starts, &quote["speaker_mention"]) else { continue };
            let resolved = names.mentions.iter().any(|mention| {
                range.overlaps(mention.range) && has(&names.entities[mention.entity].name)
            });
            same += usize::from(resolved);
        }
    }
    println!(
        "GUM: of {speakers} speakers {:.3} are an entity by that name, {:.3} at their mention",
        known as f64 / speakers as f64,
        same as f64 / speakers as f64
    );
}

/// Reads a made-up text of some megabytes.
fn speed() {
    let paragraph = "Deputy Prime Minister Vera Orlova told reporters in Lisbon on Tuesday that the \
        Northern Fisheries Commission (NFC) would publish its report next week. \"We have read all of \
        it,\" Ms. Orlova said, \"and there is nothing to hide.\" The commission's chairman, Tomas \
        Lindqvist, agreed with her; a spokesman for Harbour Holdings declined to comment on the plan, \
        which has been discussed in small circles since the beginning of last year.\n\n";
    let text = paragraph.repeat(8 * 1024 * 1024 / paragraph.len());
    let extraction = extract(&text, Format::Plain);
    let start = Instant::now();
    let names = read(&extraction);
    let seconds = start.elapsed().as_secs_f64();
    assert_eq!(names.entities.len(), 5, "{:?}", names.entities);
    println!("speed: {:.1} MB/s", text.len() as f64 / 1e6 / seconds);
}
