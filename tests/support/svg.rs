//! A picture of terminal output: lines with ANSI styles in, an SVG out.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

const ADVANCE: f64 = 8.4;
const LEADING: f64 = 18.0;
const MARGIN: f64 = 16.0;

/// `output` as an SVG; `title` stands at its top like a prompt.
pub(crate) fn picture(title: &str, output: &str, columns: usize) -> String {
    let lines: Vec<&str> = output.lines().collect();
    let width = columns as f64 * ADVANCE + 2.0 * MARGIN;
    let height = (lines.len() + 1) as f64 * LEADING + 2.0 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"ui-monospace,SFMono-Regular,Menlo,\
         Consolas,'DejaVu Sans Mono',monospace\" font-size=\"14\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#1c1f26\"/>\n<g fill=\"#d7dae0\">\n"
    );
    let prompt = format!("\u{1b}[2m$\u{1b}[0m {title}");
    for (number, line) in std::iter::once(prompt.as_str()).chain(lines).enumerate() {
        let y = MARGIN + LEADING * (number as f64 + 0.75);
        for run in runs(line) {
            let x = MARGIN + ADVANCE * run.column as f64;
            let length = ADVANCE * UnicodeWidthStr::width(run.text.as_str()) as f64;
            let _ = writeln!(
                svg,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" textLength=\"{length:.1}\" \
                 xml:space=\"preserve\"{}>{}</text>",
                run.style,
                escape(&run.text)
            );
        }
    }
    svg + "</g>\n</svg>\n"
}

struct Run {
    column: usize,
    text: String,
    style: String,
}

/// The parts of a line that have one style each, outer white space left out.
fn runs(line: &str) -> Vec<Run> {
    let mut found = Vec::new();
    let mut style = String::new();
    let mut column = 0;
    let mut rest = line;
    while !rest.is_empty() {
        if let Some(code) = rest.strip_prefix("\u{1b}[") {
            let (codes, after) = code.split_once('m').expect("a style ends with m");
            style = styled(&style, codes);
            rest = after;
            continue;
        }
        let end = rest.find('\u{1b}').unwrap_or(rest.len());
        let text = &rest[..end];
        let indent = text.len() - text.trim_start().len();
        if !text.trim().is_empty() {
            let shown = text.trim().to_owned();
            found.push(Run { column: column + indent, text: shown, style: style.clone() });
        }
        column += UnicodeWidthStr::width(text);
        rest = &rest[end..];
    }
    found
}

fn styled(before: &str, codes: &str) -> String {
    let mut style = before.to_owned();
    for code in codes.split(';') {
        if code == "0" {
            style.clear();
        }
        style += match code {
            "1" => " font-weight=\"bold\"",
            "2" => " opacity=\"0.6\"",
            "31" => " fill=\"#ff7b72\"",
            "32" => " fill=\"#7ee787\"",
            "33" => " fill=\"#e3b341\"",
            "34" => " fill=\"#79c0ff\"",
            "36" => " fill=\"#76e3ea\"",
            _ => "",
        };
    }
    style
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
