//! `copydesk sources`: the documents that were read.

use std::path::PathBuf;

use super::args::{Common, Listing, TextOrJson};
use super::output::{Outcome, Output};
use super::workspace::Workspace;
use crate::corpus::Corpus;
use crate::report;

pub(super) fn run(options: &Listing, common: &Common, output: Output) -> Outcome {
    let workspace = Workspace::find(common, &[PathBuf::from(".")], output)?;
    let loaded = workspace.load(output);
    let none = loaded.sources.is_empty();
    let corpus = Corpus::build(loaded.sources);
    output.result(&match options.format {
        TextOrJson::Text => report::sources::text(&corpus),
        TextOrJson::Json => report::sources::json(&corpus)?,
    })?;
    if none {
        return Err(super::output::Failure("no sources were found".to_owned()));
    }
    Ok(false)
}
