//! What a text's own head and foot show of its metadata.

use super::head::Around;
use super::{Metadata, byline, date_line, outlet, title};
use crate::reading::markup::Extraction;

pub(super) fn read(extraction: &Extraction) -> Metadata {
    let around = Around::of(extraction);
    let mut metadata = date_line::read(&around);
    metadata.author = byline::read(&around.head);
    metadata.outlet = outlet::read(&around, &extraction.text);
    metadata.title = title::read(&around);
    let is_masthead =
        |title: &str| metadata.outlet.as_ref().is_some_and(|outlet| outlet.value == title);
    if metadata.title.as_ref().is_some_and(|title| is_masthead(&title.value)) {
        metadata.title = title::read(&without_first(&around));
    }
    metadata
}

/// The head below the masthead.
fn without_first<'t>(around: &Around<'t>) -> Around<'t> {
    let mut head = around.head.clone();
    if !head.is_empty() {
        head.remove(0);
    }
    Around { head, lead: around.lead, foot: Vec::new() }
}
