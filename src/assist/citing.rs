//! A citation in the draft's own style.

use super::Page;
use super::citations::{citation, key_of};
use super::day::spoken_day;
use crate::check::Edit;
use crate::corpus::Source;
use crate::reading::markup::Format;
use crate::text::TextRange;

/// The edits that cite the source numbered `source` behind the raw byte `end`, where a quotation
/// with its marks ends; `None` where its sentence cites it already.
pub(super) fn edits(page: &Page<'_>, end: usize, source: usize) -> Option<Vec<Edit>> {
    let raw = page.draft.raw.as_str();
    let key = key_of(page.corpus, source)?;
    let behind = raw.get(end..)?;
    let sentence = &behind[..behind.find(['\n', '.']).unwrap_or(behind.len())];
    let known = page.corpus.sources().get(source)?;
    if page.draft.format == Format::Markdown && has_footnotes(raw) {
        return footnote(raw, end, known);
    }
    let new_text = match page.draft.format {
        Format::Latex => format!("{}{{{key}}}", latex_command(raw)),
        Format::Typst if raw.contains("#cite(") => format!("#cite(<{key}>)"),
        Format::Plain if !raw.contains("[@") => in_brackets(known),
        format => citation(format, key),
    };
    let cited = sentence.contains(key) || sentence.contains(&new_text);
    let space = if new_text.starts_with("\\footcite") { "" } else { " " };
    (!cited).then(|| vec![insertion(end, format!("{space}{new_text}"))])
}

fn insertion(at: usize, new_text: String) -> Edit {
    Edit { range: TextRange::empty(at), new_text }
}

/// The command that the draft cites with most often; the first where it cites nowhere.
fn latex_command(raw: &str) -> &'static str {
    const COMMANDS: [&str; 8] = [
        "\\cite",
        "\\autocite",
        "\\parencite",
        "\\footcite",
        "\\textcite",
        "\\citep",
        "\\citet",
        "\\fullcite",
    ];
    let uses = |command: &&str| {
        ["{", "["]
            .iter()
            .map(|open| raw.matches(&format!("{command}{open}")).count())
            .sum::<usize>()
    };
    // Of equals the first, and `max_by_key` takes the last.
    let most = COMMANDS.into_iter().rev().max_by_key(uses).filter(|command| uses(command) > 0);
    most.unwrap_or(if raw.contains("{biblatex}") { "\\autocite" } else { "\\cite" })
}

/// Whether the draft has footnotes and no citations of another kind.
fn has_footnotes(raw: &str) -> bool {
    raw.contains("[^") && !raw.contains("[@")
}

/// "(Tribune, 4 March 2021)".
fn in_brackets(source: &Source) -> String {
    let date = source.date.map(|date| format!(", {}", spoken_day(date))).unwrap_or_default();
    format!("({}{date})", source.display_name())
}

/// A footnote mark behind the quotation and the marks that follow it, and the note at the end;
/// the same note again where it stands there already.
fn footnote(raw: &str, end: usize, source: &Source) -> Option<Vec<Edit>> {
    let behind = &raw[end..];
    let marks = behind.len() - behind.trim_start_matches(['.', ',', ';', ':', '!', '?']).len();
    if behind[marks..].starts_with("[^") {
        return None;
    }
    let text = reference(source);
    let known = notes(raw).find(|(_, note)| *note == text).map(|(label, _)| label.to_owned());
    let label = known.clone().unwrap_or_else(|| fresh_label(raw, source));
    let mut edits = vec![insertion(end + marks, format!("[^{label}]"))];
    if known.is_none() {
        let after_note = notes(raw).last().is_some_and(|(_, note)| raw.trim_end().ends_with(note));
        let gap = match (raw.ends_with('\n'), after_note) {
            (true, true) => "",
            (true, false) | (false, true) => "\n",
            (false, false) => "\n\n",
        };
        edits.push(insertion(raw.len(), format!("{gap}[^{label}]: {text}\n")));
    }
    Some(edits)
}

/// The footnotes of the draft: label and text.
fn notes(raw: &str) -> impl Iterator<Item = (&str, &str)> {
    raw.lines().filter_map(|line| {
        let (label, text) = line.strip_prefix("[^")?.split_once("]:")?;
        Some((label, text.trim()))
    })
}

/// The next number where footnotes are numbered, else a name.
fn fresh_label(raw: &str, source: &Source) -> String {
    let labels: Vec<&str> = notes(raw).map(|(label, _)| label).collect();
    let numbers: Vec<u32> = labels.iter().filter_map(|label| label.parse().ok()).collect();
    if numbers.len() == labels.len() {
        return numbers.iter().max().map_or(1, |last| last + 1).to_string();
    }
    let name = source.key.as_deref().unwrap_or(&source.id);
    let mut label = name.to_owned();
    for number in 2.. {
        if !labels.contains(&label.as_str()) {
            break;
        }
        label = format!("{name}-{number}");
    }
    label
}

/// "A. Writer, “Levy stays”, Tribune, 4 March 2021, https://…".
fn reference(source: &Source) -> String {
    let title = source.title.as_deref().map(|title| format!("“{title}”"));
    let date = source.date.map(spoken_day);
    let parts = [source.author.clone(), title, source.outlet.clone(), date, source.url.clone()];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { source.id.clone() } else { parts.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Checked, Draft};
    use crate::corpus::Corpus;

    fn cited(raw: &str, format: Format) -> Option<String> {
        let mut source = Source::default();
        source.id = "tribune".to_owned();
        source.outlet = Some("Tribune".to_owned());
        source.date = Some(jiff::civil::date(2021, 3, 4));
        let corpus = Corpus::build(vec![source]);
        let draft = Draft::new("d", raw.to_owned(), format, None);
        let checked = Checked::default();
        let page = Page {
            corpus: &corpus,
            draft: &draft,
            checked: &checked,
            people: None,
            still_reading: None,
        };
        let mut text = raw.to_owned();
        for edit in edits(&page, raw.find('”').unwrap() + '”'.len_utf8(), 0)?.iter().rev() {
            text.replace_range(edit.range.start..edit.range.end, &edit.new_text);
        }
        Some(text)
    }

    #[test]
    fn a_citation_is_in_the_drafts_own_style() {
        use Format::{Latex, Markdown, Plain, Typst};
        for (format, raw, expected) in [
            (Markdown, "“Yes”.\n", "“Yes” [@tribune].\n"),
            (Markdown, "“Yes”. B [@x]. C.[^1]\n", "“Yes” [@tribune]. B [@x]. C.[^1]\n"),
            (
                Markdown,
                "“Yes”.\n\nA.[^1]\n\n[^1]: Gazette, 2020\n",
                "“Yes”.[^2]\n\nA.[^1]\n\n[^1]: Gazette, 2020\n[^2]: Tribune, 4 March 2021\n",
            ),
            (
                Markdown,
                "“Yes”, A.[^t]\n\n[^t]: Tribune, 4 March 2021\n",
                "“Yes”,[^t] A.[^t]\n\n[^t]: Tribune, 4 March 2021\n",
            ),
            (
                Markdown,
                "“Yes”.\n\nA.[^note]\n\n[^note]: See there.\n\nThe end.",
                "“Yes”.[^tribune]\n\nA.[^note]\n\n[^note]: See there.\n\nThe end.\n\n\
                 [^tribune]: Tribune, 4 March 2021\n",
            ),
            (Latex, "“Yes”.\n", "“Yes” \\cite{tribune}.\n"),
            (
                Latex,
                "\\usepackage{biblatex} “Yes”.\n",
                "\\usepackage{biblatex} “Yes” \\autocite{tribune}.\n",
            ),
            (
                Latex,
                "“Yes”. \\parencite[3]{a}\n",
                "“Yes” \\parencite{tribune}. \\parencite[3]{a}\n",
            ),
            (Typst, "“Yes”.\n", "“Yes” @tribune.\n"),
            (Typst, "“Yes”. #cite(<a>)\n", "“Yes” #cite(<tribune>). #cite(<a>)\n"),
            (Plain, "“Yes”.\n", "“Yes” (Tribune, 4 March 2021).\n"),
        ] {
            assert_eq!(cited(raw, format).as_deref(), Some(expected), "{format:?}");
        }
    }

    #[test]
    fn what_is_cited_is_not_cited_again() {
        for (raw, format) in [
            ("“Yes” [@tribune].", Format::Markdown),
            ("“Yes” (Tribune, 4 March 2021).", Format::Plain),
            ("“Yes”.[^1]\n\n[^1]: There.\n", Format::Markdown),
            ("“Yes” \\cite{tribune}.", Format::Latex),
        ] {
            assert_eq!(cited(raw, format), None, "{raw}");
        }
    }
}
