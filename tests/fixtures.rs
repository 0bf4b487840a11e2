//! Literate fixtures: `tests/fixtures/*.md` hold sources and drafts in fenced blocks, and marker
//! lines below a draft's lines name the findings. All findings are compared with all marks. The
//! form is told in `tests/fixtures/README.md`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

#[test]
fn every_fixture_finds_what_it_marks_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "md"));
    files.sort();
    let only = std::env::var("FIXTURE").unwrap_or_default();
    let mut report = String::new();
    let mut count = 0;
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if name == "README.md" || !name.contains(&only) {
            continue;
        }
        for case in cases(&fs::read_to_string(&file).unwrap()) {
            count += 1;
            if let Err(fault) = case.run() {
                let _ = writeln!(report, "{name}:{}: {}\n{fault}", case.line, case.title);
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
    assert!(count > 0, "there is no fixture");
    println!("{count} drafts");
}

#[derive(Clone, Default)]
struct Case {
    title: String,
    line: usize,
    files: Vec<(String, String)>,
    draft: String,
    draft_name: String,
    strict: bool,
    marks: Vec<Mark>,
    fixed: Option<String>,
}

#[derive(Clone, Debug)]
struct Mark {
    /// Bytes of the draft; for `!` the character that the finding must cover.
    start: usize,
    end: usize,
    exact: bool,
    rule: String,
    said: String,
}

/// Every draft of a file, with the sources that stand before it: those above the first `## ` are
/// shared by all, those below belong to their section.
fn cases(text: &str) -> Vec<Case> {
    let mut found = Vec::new();
    let mut shared = Case::default();
    let mut section = Case::default();
    let mut in_section = false;
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            in_section = true;
            section = Case { title: title.to_owned(), ..shared.clone() };
        }
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
        let body: String = lines
            .by_ref()
            .map(|(_, line)| line)
            .take_while(|line| *line != "```")
            .fold(String::new(), |body, line| body + line + "\n");
        let words: Vec<&str> = info.split_whitespace().collect();
        let option = |key: &str| words.iter().find_map(|word| word.strip_prefix(key));
        let target = if in_section { &mut section } else { &mut shared };
        match words[0] {
            "source" => {
                let name = option("name=").expect("a source has name=FILE");
                target.files.push((format!("sources/{name}"), body));
            }
            "config" => target.files.push(("copydesk.toml".to_owned(), body)),
            "draft" => {
                let mut case = target.clone();
                case.line = number + 1;
                case.draft_name = option("name=").unwrap_or("draft.md").to_owned();
                case.strict = words.contains(&"strict");
                (case.draft, case.marks) = split(&body);
                found.push(case);
            }
            "fixed" => found.last_mut().expect("a draft before").fixed = Some(body),
            other => panic!("line {}: no such block as {other}", number + 1),
        }
    }
    if !in_section {
        section = shared;
    }
    drop(section);
    found
}

/// The draft's text without its marker lines, and the marks.
fn split(body: &str) -> (String, Vec<Mark>) {
    let mut text = String::new();
    let mut last_start = 0;
    let mut marks = Vec::new();
    for line in body.lines() {
        match mark(line, &text[last_start..]) {
            Some(mut mark) => {
                mark.start += last_start;
                mark.end += last_start;
                marks.push(mark);
            }
            None => {
                last_start = text.len();
                text += line;
                text.push('\n');
            }
        }
    }
    (text, marks)
}

/// `   ^^^^ rule: words of the message` below the line `above`.
fn mark(line: &str, above: &str) -> Option<Mark> {
    let indent = line.len() - line.trim_start().len();
    let signs = line[indent..].chars().take_while(|sign| "^|!".contains(*sign)).count();
    let sign = line[indent..].chars().next().filter(|_| signs > 0)?;
    let rest = line[indent + signs..].trim();
    let (rule, said) = rest.split_once(": ").unwrap_or((rest, ""));
    let byte = |column: usize| above.char_indices().nth(column).map_or(above.len(), |(at, _)| at);
    let width = if sign == '|' { 0 } else { signs };
    Some(Mark {
        start: byte(indent),
        end: byte(indent + width),
        exact: sign != '!',
        rule: rule.to_owned(),
        said: said.to_owned(),
    })
}

impl Case {
    fn run(&self) -> Result<(), String> {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in &self.files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        fs::write(folder.path().join(&self.draft_name), &self.draft).unwrap();
        let findings = self.check(folder.path())?;
        self.compare(&findings)?;
        self.compare_fixed(&findings)
    }

    fn check(&self, folder: &Path) -> Result<Vec<Value>, String> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.current_dir(folder).args(["check", "--format", "json", "-q", &self.draft_name]);
        if self.strict {
            command.arg("--strict");
        }
        let output = command.output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        let json: Value = serde_json::from_slice(&output.stdout)
            .map_err(|error| format!("  no JSON ({error}): {told}"))?;
        Ok(json["drafts"][0]["findings"].as_array().cloned().unwrap_or_default())
    }

    fn compare(&self, findings: &[Value]) -> Result<(), String> {
        let mut open: Vec<&Mark> = self.marks.iter().collect();
        let mut report = String::new();
        for finding in findings {
            match open.iter().position(|mark| mark.fits(finding)) {
                Some(number) => drop(open.remove(number)),
                None => {
                    let rule = finding["rule"].as_str().unwrap_or_default();
                    let (message, text) = (&finding["message"], &finding["text"]);
                    let start = &finding["range"]["start"];
                    let (line, column) = (&start["line"], &start["column"]);
                    let _ =
                        writeln!(report, "  not marked: {rule} {line}:{column} {text} {message}");
                }
            }
        }
        for mark in open {
            let text = &self.draft[mark.start..mark.end];
            let _ = writeln!(report, "  not found: {} “{text}” {}", mark.rule, mark.said);
        }
        if report.is_empty() { Ok(()) } else { Err(report) }
    }

    /// The first fix of every finding, applied, gives the `fixed` block.
    fn compare_fixed(&self, findings: &[Value]) -> Result<(), String> {
        let Some(expected) = &self.fixed else { return Ok(()) };
        let empty = Vec::new();
        let mut edits: Vec<(usize, usize, &str)> = findings
            .iter()
            .flat_map(|finding| finding["fixes"][0]["edits"].as_array().unwrap_or(&empty))
            .map(|edit| {
                let range = &edit["range"];
                (offset(&range["start"]), offset(&range["end"]), edit["new_text"].as_str().unwrap())
            })
            .collect();
        edits.sort_unstable();
        let mut fixed = self.draft.clone();
        for (start, end, text) in edits.into_iter().rev() {
            fixed.replace_range(start..end, text);
        }
        if fixed == *expected { Ok(()) } else { Err(format!("  fixed, it is\n{fixed}")) }
    }
}

impl Mark {
    fn fits(&self, finding: &Value) -> bool {
        let range = &finding["range"];
        let (start, end) = (offset(&range["start"]), offset(&range["end"]));
        let place = if self.exact {
            (start, end) == (self.start, self.end)
        } else {
            start <= self.start && self.start < end
        };
        let said = finding["message"].as_str().is_some_and(|text| text.contains(&self.said));
        place && said && finding["rule"].as_str() == Some(&self.rule)
    }
}

fn offset(place: &Value) -> usize {
    usize::try_from(place["offset"].as_u64().unwrap()).unwrap()
}
