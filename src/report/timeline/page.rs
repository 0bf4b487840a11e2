//! The timeline as a page that needs nothing else: no script, no font, no network.

use std::fmt::Write as _;

use super::{NO_YEAR, Timeline, begins_open, disagreements, places};
use crate::corpus::chronicle::{Entry, EntryKind};
use crate::report::dates;

const STYLE: &str = "body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;\
color:#222;background:#fff}ol{list-style:none;padding:0;border-left:2px solid #bbb}\
li{margin:0 0 1rem;padding-left:1.2rem;position:relative}li::before{content:\"\";position:absolute;\
left:-6px;top:.55em;width:10px;height:10px;border-radius:50%;background:#888}\
li.said::before{background:#2a6}li.disputed::before{background:#c50}time{font-weight:bold;display:block}\
small{color:#666;display:block}.warn{color:#a40}\
@media (prefers-color-scheme:dark){body{color:#ddd;background:#181a1f}small{color:#999}\
ol{border-color:#555}.warn{color:#fb6}}";

/// One HTML document.
#[must_use]
pub fn render(timeline: &Timeline<'_>) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Timeline</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<h1>Timeline</h1>\n<ol>\n"
    );
    let mut last = None;
    for entry in timeline.entries {
        if begins_open(last, entry) {
            let _ = write!(out, "</ol>\n<h2>{NO_YEAR}</h2>\n<ol>\n");
        }
        let told = last.is_some_and(|last: &Entry| last.date == entry.date);
        last = Some(entry);
        out += &item(timeline, entry, told);
    }
    out + "</ol>\n</body>\n</html>\n"
}

/// An entry; its day is `told` where it stands at the entry before.
fn item(timeline: &Timeline<'_>, entry: &Entry, told: bool) -> String {
    let class = match (&entry.kind, entry.disputed_by.is_empty()) {
        (_, false) => "disputed",
        (EntryKind::Said { .. }, _) => "said",
        (EntryKind::Happened, _) => "event",
    };
    let words = match &entry.kind {
        EntryKind::Said { speaker, quoted: true, .. } => {
            format!("<b>{}</b>: “{}”", escape(speaker), escape(&entry.text))
        }
        EntryKind::Said { .. } | EntryKind::Happened => escape(&entry.text),
    };
    let date = dates::in_words(&entry.date);
    let date = if entry.start.is_none() { dates::without_remark(&date) } else { &date };
    let day = entry.start.map(|day| format!(" datetime=\"{day}\"")).unwrap_or_default();
    let time = if told { String::new() } else { format!("<time{day}>{}</time>", escape(date)) };
    let mut out = format!(
        "<li class=\"{class}\">{time}{words}<small>{}</small>",
        escape(&places(timeline.corpus, entry))
    );
    for told in disagreements(timeline, entry) {
        let _ = write!(out, "<small class=\"warn\">{}</small>", escape(&told));
    }
    out + "</li>\n"
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
