//! `copydesk read`: what the reader sees in a document.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::args::{Common, Read, ReadFormat};
use super::output::{Failure, Outcome, Output};
use crate::check::Draft;
use crate::project::drafts::{self, Choice, DraftFile};
use crate::project::sources::DEFAULT_MAX_BYTES;
use crate::reading::markup::Format;
use crate::report::reading::{self, ReadDocument};

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
fn documents(options: &Read, output: Output) -> Result<(Vec<ReadDocument>, bool), Failure> {
    if options.paths == [Path::new("-")] {
        let name = options.stdin_filename.clone().unwrap_or_else(|| PathBuf::from("-"));
        let raw = standard_input(&name)?;
        return Ok((vec![document(&name.to_string_lossy(), raw, options)], true));
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
    let read: Vec<_> = found.files.par_iter().map(|file| read(file, options)).collect();
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

fn read(file: &DraftFile, options: &Read) -> Result<ReadDocument, Failure> {
    let decoded = drafts::read(&file.path, DEFAULT_MAX_BYTES)
        .map_err(|problem| Failure(problem.to_string()))?;
    Ok(document(&file.shown, decoded.text, options))
}

fn document(name: &str, raw: String, options: &Read) -> ReadDocument {
    let date = options.date;
    let format = Format::of_name(name);
    ReadDocument { document: Draft::new(name, raw, format, date), date }
}

/// Standard input, decoded as a document called `name`.
pub(super) fn standard_input(name: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let name = name.to_string_lossy();
    drafts::decode_draft(bytes, &name)
        .map(|decoded| decoded.text)
        .map_err(|problem| Failure(format!("{name}: {problem}")))
}
