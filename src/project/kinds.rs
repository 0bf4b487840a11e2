//! Which files are documents, by their names: what is read, what ought to be but is not, and what
//! nobody would take for a source. Pure.

/// What a file is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text whose format is understood.
    Text,
    /// An ending that says nothing: text, if its bytes are.
    Unknown,
    /// A document that is not read; what it is and what to do.
    Unread(&'static str),
    /// A recording: its transcript beside it is what counts.
    Recording,
    /// Pictures, archives, programs: not listed, only counted.
    Irrelevant,
    /// This program's own files.
    Ours,
}

const OURS: [&str; 4] = ["sources.toml", "names.toml", "copydesk.toml", "copydesk.accepted.toml"];

const TEXT: [&str; 30] = [
    "txt",
    "text",
    "md",
    "markdown",
    "mdown",
    "mkd",
    "mdx",
    "qmd",
    "rmd",
    "html",
    "htm",
    "xhtml",
    "tex",
    "latex",
    "ltx",
    "rst",
    "rest",
    "adoc",
    "asciidoc",
    "asc",
    "typ",
    "org",
    "transcript",
    "article",
    "eng",
    "en",
    "log",
    "nfo",
    "wiki",
    "fountain",
];

const IRRELEVANT: [&str; 66] = [
    "png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "svg", "ico", "heic", "avif", "psd",
    "ai", "eps", "raw", "zip", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "tar", "dmg", "iso",
    "exe", "dll", "so", "o", "a", "class", "jar", "pyc", "wasm", "ttf", "otf", "woff", "woff2",
    "css", "js", "mjs", "ts", "py", "rs", "c", "h", "sh", "lua", "map", "lock", "db", "sqlite",
    "bak", "tmp", "swp", "part", "aux", "bbl", "blg", "fls", "synctex", "toc", "bib", "toml",
];

const RECORDINGS: [&str; 14] = [
    "mp3", "wav", "m4a", "ogg", "oga", "flac", "opus", "aac", "mp4", "mkv", "mov", "avi", "webm",
    "m4v",
];

const UNREAD: [(&[&str], &str); 11] = [
    (&["pdf"], "PDF is not read yet: export it as text beside it (for example with pdftotext)"),
    (&["docx", "doc", "docm"], "Word documents are not read yet: save it as .txt or .html"),
    (
        &["odt", "fodt", "pages"],
        "word processor documents are not read yet: save it as .txt or .html",
    ),
    (&["rtf", "wpd"], "RTF is not read yet: save it as .txt or .html"),
    (
        &["epub", "mobi", "azw3", "fb2", "djvu"],
        "e-books are not read yet: export it as .txt or .html",
    ),
    (
        &["mhtml", "mht", "webarchive", "warc"],
        "web archives are not read yet: save the page as .html",
    ),
    (&["eml", "msg", "mbox"], "mail is not read yet: save the message's text as .txt"),
    (&["srt", "vtt", "ass", "sbv"], "subtitles are not read yet: save the words as .txt"),
    (
        &["xlsx", "xls", "ods", "numbers", "csv", "tsv"],
        "tables are not read: put what matters into a .txt or .md file",
    ),
    (&["pptx", "ppt", "odp", "key"], "slides are not read: export their text as .txt"),
    (
        &["json", "jsonl", "xml", "yaml", "yml", "rss", "atom"],
        "data files are not read: put the text into a .txt, .md or .html file",
    ),
];

/// The kind of the file called `name` (without its folder).
pub(super) fn kind_of(name: &str) -> Kind {
    if OURS.contains(&name) {
        return Kind::Ours;
    }
    let Some((stem, ending)) = name.rsplit_once('.') else { return Kind::Unknown };
    let ending = ending.to_ascii_lowercase();
    let ending = ending.as_str();
    if stem.is_empty() || name.ends_with('~') || IRRELEVANT.contains(&ending) {
        Kind::Irrelevant
    } else if TEXT.contains(&ending) {
        Kind::Text
    } else if RECORDINGS.contains(&ending) {
        Kind::Recording
    } else {
        let known = UNREAD.iter().find(|(endings, _)| endings.contains(&ending));
        known.map_or(Kind::Unknown, |(_, advice)| Kind::Unread(advice))
    }
}

/// Whether the file called `name` is one of this program's own.
pub(super) fn is_ours(name: &str) -> bool {
    OURS.contains(&name)
}

/// Whether the file called `name` is one a writer writes in.
pub(super) fn is_draft(name: &str) -> bool {
    const PLAIN: [&str; 2] = ["txt", "text"];
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let known = crate::reading::markup::Format::of_name(name);
    PLAIN.contains(&ending.as_str()) || known != crate::reading::markup::Format::Plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_what_is_read() {
        for (name, kind) in [
            ("a.txt", Kind::Text),
            ("A.HTML", Kind::Text),
            ("interview", Kind::Unknown),
            ("notes.2024-02-25", Kind::Unknown),
            ("photo.JPG", Kind::Irrelevant),
            ("notes.txt~", Kind::Irrelevant),
            ("call.mp3", Kind::Recording),
            ("sources.toml", Kind::Ours),
        ] {
            assert_eq!(kind_of(name), kind, "{name}");
        }
        assert!(matches!(kind_of("report.pdf"), Kind::Unread(advice) if advice.contains("PDF")));
    }

    #[test]
    fn drafts_are_writing() {
        for (name, draft) in
            [("a.md", true), ("b.TEX", true), ("c.txt", true), ("d.rs", false), ("e", false)]
        {
            assert_eq!(is_draft(name), draft, "{name}");
        }
    }
}
