//! `copydesk timeline`: the dated statements of the sources, in order.

use std::path::PathBuf;

use super::args::{Common, Timeline, TimelineFormat};
use super::output::{Outcome, Output};
use super::workspace::Workspace;
use crate::corpus::chronicle;
use crate::report::timeline;
use crate::report::words::counted;

pub(super) fn run(options: &Timeline, common: &Common, output: Output) -> Outcome {
    let workspace = Workspace::find(common, &[PathBuf::from(".")], output)?;
    let corpus = workspace.open(output)?;
    let entries = chronicle::build(&corpus);
    let list = timeline::Timeline { corpus: &corpus, entries: &entries };
    output.result(&match options.format {
        TimelineFormat::Text => timeline::text(&list),
        TimelineFormat::Json => timeline::json(&list)?,
        TimelineFormat::Svg => timeline::svg(&list),
        TimelineFormat::Html => timeline::html(&list),
    })?;
    if entries.is_empty() {
        let sources = counted(corpus.sources().len(), "source");
        output.remark(&format!("{sources} read; no dated statement in them"));
    }
    Ok(false)
}
