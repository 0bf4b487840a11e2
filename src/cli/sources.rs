//! `copydesk sources`: the documents that were read.

use std::path::PathBuf;

use super::args::{Common, Listing, TextOrJson};
use super::output::{Outcome, Output};
use super::workspace;
use crate::corpus::Corpus;
use crate::project::sources::{self, Options};
use crate::report;

pub(super) fn run(options: &Listing, common: &Common, output: Output) -> Outcome {
    let roots = workspace::roots(common, &[PathBuf::from(".")])?;
    let loaded = sources::load(&roots, &Options::default());
    for problem in &loaded.problems {
        output.error(&problem.to_string());
    }
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
