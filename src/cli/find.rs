//! `copydesk find`: is this quotation in the sources?

use std::path::PathBuf;

use super::args::{Common, Find};
use super::output::{Outcome, Output};
use super::workspace::Workspace;
use crate::check::{Draft, Settings, check};
use crate::reading::markup::Format;
use crate::report::found;

pub(super) fn run(options: &Find, common: &Common, output: Output) -> Outcome {
    let corpus = Workspace::find(common, &[PathBuf::from(".")], output)?.open(output)?;
    let words = options.text.join(" ");
    let draft = as_draft(&words);
    let never = || false;
    let checked = check(&corpus, &draft, &Settings::default(), &never).unwrap_or_default();
    let answer = found::Answer { corpus: &corpus, draft: &draft, checked: &checked };
    output.result(&match options.format {
        super::args::TextOrJson::Text => found::text(&answer),
        super::args::TextOrJson::Json => found::json(&answer)?,
    })?;
    Ok(false)
}

/// The words as the only quotation of a draft; marks of their own are taken off.
fn as_draft(words: &str) -> Draft {
    let bare = words.trim().trim_matches(['"', '“', '”', '„', '«', '»']);
    Draft::new("find", format!("“{bare}” was said.\n"), Format::Plain, None)
}
