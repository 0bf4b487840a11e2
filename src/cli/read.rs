//! `copydesk read`: what the reader sees in a document.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;

use super::args::{Common, Read, ReadFormat};
use super::output::{Failure, Outcome, Output};
use crate::check::Draft;
use crate::corpus::Source;
use crate::project::decode::Decoded;
use crate::project::drafts::{self, Choice, DraftFile};
use crate::project::sources::{self, DEFAULT_MAX_BYTES, Options};
use crate::reading::markup::Format;
use crate::report::reading;

pub(super) fn run(options: &Read, _common: &Common, output: Output) -> Outcome {
    let (documents, complete) = documents(options, output)?;
    output.result(&match options.format {
        ReadFormat::Text => reading::render_text(&documents),
        ReadFormat::Json => reading::render_json(&documents)?,
        ReadFormat::Jsonl => reading::render_lines(&documents)?,
        ReadFormat::Csv => reading::render_csv(&documents),
    })?;
    if !complete {
        return Err(Failure("not every document could be read".to_owned()));
    }
    Ok(false)
}

/// The documents that could be read, and whether these are all.
fn documents(options: &Read, output: Output) -> Result<(Vec<Draft>, bool), Failure> {
    if options.paths == [Path::new("-")] {
        let name = options.stdin_filename.clone().unwrap_or_else(|| PathBuf::from("-"));
        let decoded = standard_input(&name)?;
        let (lead, name) = (decoded.lead(), name.to_string_lossy());
        return Ok((vec![document(&name, decoded.text, None, options).behind(lead)], true));
    }
    let here = [PathBuf::from(".")];
    let paths = if options.paths.is_empty() { &here[..] } else { &options.paths };
    let found = drafts::find(paths, &Choice::default());
    let mut complete = found.problems.is_empty();
    for problem in &found.problems {
        output.error(&problem.to_string());
    }
    if found.files.is_empty() && complete {
        return Err(Failure(
            "no document to read: name a file or a folder with documents".to_owned(),
        ));
    }
    let stated = stated_dates(&found.files);
    let read: Vec<_> = found.files.par_iter().map(|file| read(file, &stated, options)).collect();
    let mut documents = Vec::with_capacity(read.len());
    for one in read {
        match one {
            Ok(document) => documents.push(document),
            Err(failure) => {
                complete = false;
                output.error(&failure.0);
            }
        }
    }
    Ok((documents, complete))
}

fn read(
    file: &DraftFile,
    stated: &BTreeMap<String, Date>,
    options: &Read,
) -> Result<Draft, Failure> {
    let decoded = drafts::read(&file.path, DEFAULT_MAX_BYTES)
        .map_err(|problem| Failure(problem.to_string()))?;
    let stated = stated.get(&*file.path.to_string_lossy()).copied();
    let lead = decoded.lead();
    Ok(document(&file.shown, decoded.text, stated, options).behind(lead))
}

fn document(name: &str, raw: String, stated: Option<Date>, options: &Read) -> Draft {
    let format = Format::of_name(name);
    match stated {
        Some(date) => Draft::published(name, raw, format, date),
        None => Draft::new(name, raw, format, options.date),
    }
}

/// The dates that `sources.toml` files beside the documents state, by the documents' paths.
fn stated_dates(files: &[DraftFile]) -> BTreeMap<String, Date> {
    let folders: BTreeSet<&Path> = files.iter().filter_map(|file| file.path.parent()).collect();
    let listed = folders.into_iter().filter(|folder| folder.join("sources.toml").is_file());
    let listed: Vec<PathBuf> = listed.map(Path::to_owned).collect();
    if listed.is_empty() {
        return BTreeMap::new();
    }
    let by_writer = |source: &Source| source.found.iter().any(|one| one == "date: sources.toml");
    sources::load(&listed, &Options::default())
        .sources
        .into_iter()
        .filter(by_writer)
        .filter_map(|source| Some((source.path.clone(), source.date?)))
        .collect()
}

/// Standard input, decoded as a document called `name`.
pub(super) fn standard_input(name: &Path) -> Result<Decoded, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let name = name.to_string_lossy();
    drafts::decode_draft(bytes, &name).map_err(|problem| Failure(format!("{name}: {problem}")))
}
