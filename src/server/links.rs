//! Where places of sources open.

use tower_lsp::lsp_types::{Location, Range, Url};

use super::desk::View;
use super::position::Places;
use crate::corpus::Source;
use crate::reading::markup::Format;
use crate::text::{Encoding, TextRange};

/// The link that opens the source numbered `source` at `range`: the address of its text with the
/// line behind `#L`, as most editors understand.
pub(super) fn link(view: &View, source: usize, range: TextRange) -> Option<String> {
    let (uri, shown) = text_uri(view, source)?;
    let source = view.shelf.corpus.sources().get(source)?;
    match shown {
        true => Some(format!("{uri}#L{}", source.line_number(range))),
        false => Some(uri.to_string()),
    }
}

/// The place of `range` in the source numbered `source`.
pub(super) fn location(
    view: &View,
    source: usize,
    range: TextRange,
    encoding: Encoding,
) -> Option<Location> {
    let (uri, shown) = text_uri(view, source)?;
    let source = view.shelf.corpus.sources().get(source)?;
    if !shown {
        return Some(Location::new(uri, Range::default()));
    }
    let places = Places { text: source.shown_text(), lines: source.lines(), encoding };
    Some(Location::new(uri, places.range(source.shown_range(range))))
}

/// The address of the source numbered `source`.
pub(super) fn uri(view: &View, source: usize) -> Option<Url> {
    Url::from_file_path(view.source_path(source)?).ok()
}

/// The address at which the text of the source numbered `source` opens, and whether the lines
/// that an editor shows there are those of its shown text.
pub(super) fn text_uri(view: &View, source: usize) -> Option<(Url, bool)> {
    if let Some(page) = view.text_page(source) {
        return Some((Url::from_file_path(page).ok()?, true));
    }
    let shown = shows_its_lines(view.shelf.corpus.sources().get(source)?);
    Some((uri(view, source)?, shown))
}

/// Whether the lines that an editor shows are those of the source's shown text.
pub(super) fn shows_its_lines(source: &Source) -> bool {
    source.raw.is_some() || Format::of_name(&source.path) != Format::Html
}
