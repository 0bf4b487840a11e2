//! `copydesk find`: is this quotation in the sources?

use std::path::PathBuf;

use super::args::{Common, Find};
use super::output::{Outcome, Output};
use super::workspace::Workspace;
use crate::check::{Settings, check};
use crate::report::found;

pub(super) fn run(options: &Find, common: &Common, output: Output) -> Outcome {
    let corpus = Workspace::find(common, &[PathBuf::from(".")], output)?.open(output)?;
    let words = options.text.join(" ");
    let draft = found::as_draft(&words);
    let never = || false;
    let checked = check(&corpus, &draft, &Settings::default(), &never).unwrap_or_default();
    let answer = found::Answer { corpus: &corpus, draft: &draft, checked: &checked };
    output.result(&match options.format {
        super::args::TextOrJson::Text => found::text(&answer),
        super::args::TextOrJson::Json => found::json(&answer)?,
    })?;
    Ok(false)
}
