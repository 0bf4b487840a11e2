//! The README shows real output: every `console` block is run, and the picture is drawn anew and
//! compared. `UPDATE=1 cargo test --test readme` writes what holds now.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

#[path = "support/svg.rs"]
mod svg;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Held by whoever reads or writes the README: its parts are written by several tests.
static README: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    README.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The folder with the sample project, called `sample`.
fn desk() -> tempfile::TempDir {
    let desk = tempfile::tempdir().unwrap();
    let output = copydesk(desk.path(), "copydesk demo sample");
    assert!(output.contains("sample"), "{output}");
    desk
}

/// What a terminal shows after `line`.
fn copydesk(folder: &Path, line: &str) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_copydesk"));
    let path = std::env::join_paths([binary.parent().unwrap()]).unwrap();
    let output = Command::new("/bin/sh")
        .current_dir(folder)
        .env("PATH", path)
        .env_remove("NO_COLOR")
        .args(["-c", &format!("{line} 2>&1")])
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn update() -> bool {
    std::env::var("UPDATE").is_ok_and(|value| value == "1")
}

/// Both texts are the same, or the first line that is not is told.
fn same(written: &str, fresh: &str) {
    if written == fresh {
        return;
    }
    let lines = written.lines().chain([""]).zip(fresh.lines().chain([""])).enumerate();
    for (number, (old, new)) in lines {
        assert_eq!(old, new, "line {}: run UPDATE=1 cargo test --test readme", number + 1);
    }
    panic!("one is longer: run UPDATE=1 cargo test --test readme");
}

fn in_project(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

#[cfg(unix)]
#[test]
fn every_block_of_the_readme_shows_real_output() {
    let _alone = alone();
    let path = in_project("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let fresh = refreshed(&readme);
    if update() {
        fs::write(path, fresh).unwrap();
    } else {
        same(&readme, &fresh);
    }
}

/// The README with every block's output as it is now.
fn refreshed(readme: &str) -> String {
    let sample = desk();
    let mut out = String::new();
    let mut lines = readme.lines().peekable();
    while let Some(line) = lines.next() {
        out += &format!("{line}\n");
        if line != "```console" {
            continue;
        }
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        for part in block.chunk_by(|_, next| !next.starts_with("$ ")) {
            let command = part[0].strip_prefix("$ ").expect("a block begins with a command");
            out += &format!("{}\n", part[0]);
            out += &shown(sample.path(), command, &part[1..]);
        }
        out += "```\n";
    }
    out
}

/// The output of `command`, cut as `before` is: `...` on a line stands for what is left out.
fn shown(sample: &Path, command: &str, before: &[&str]) -> String {
    let output = match command {
        "cargo test" | "cargo run --release -- demo" => return String::new(),
        // The sample is there already; a second one is written beside it.
        "copydesk demo sample" => {
            let other = tempfile::tempdir().unwrap();
            copydesk(other.path(), command)
        }
        _ => copydesk(sample, command),
    };
    let lines: Vec<&str> = output.lines().collect();
    let kept: Vec<&str> = match before.iter().position(|line| *line == "...") {
        None => lines,
        Some(head) => {
            let tail = before.len() - head - 1;
            let last = lines.len().saturating_sub(tail);
            [&lines[..head.min(lines.len())], &["..."], &lines[last..]].concat()
        }
    };
    kept.iter().map(|line| format!("{line}\n")).collect()
}

#[cfg(unix)]
#[test]
fn the_picture_is_drawn_from_real_output() {
    let sample = desk();
    let command = "copydesk check sample/drafts/pier.md";
    let output = copydesk(sample.path(), &format!("{command} --color always"));
    // The first findings are enough for a picture.
    let findings: Vec<&str> = output.split("\n\n").take(3).collect();
    let picture = svg::picture(command, &findings.join("\n\n"), 80);
    let path = in_project("docs/demo.svg");
    if update() {
        fs::write(path, picture).unwrap();
    } else {
        let before = fs::read_to_string(path).unwrap();
        assert_eq!(
            before, picture,
            "the picture is out of date: UPDATE=1 cargo test --test readme"
        );
    }
}

/// The table of rules in the README is that of the program.
#[test]
fn the_table_of_rules_is_complete() {
    let rows = copydesk::check::RULES.iter().map(|rule| {
        let severity = copydesk::report::words::severity(rule.severity);
        format!("| `{}` | {} | {severity} |\n", rule.name, rule.summary)
    });
    table("| rule | reports | severity |\n| --- | --- | --- |\n", &rows.collect::<String>());
}

/// The table of what was measured is that of `tests/accuracy/figures.toml`.
#[test]
fn the_table_of_measured_precision_is_that_of_the_accuracy_set() {
    let figures = fs::read_to_string(in_project("tests/accuracy/figures.toml")).unwrap();
    let figures: toml::Table = figures.parse().unwrap();
    let rows = copydesk::check::RULES.iter().filter_map(|rule| {
        let score = figures["labelled"].get(rule.name)?;
        let share = |name: &str| {
            let share = score.get(name).and_then(toml::Value::as_float);
            share.map_or("–".to_owned(), |share| format!("{share:.2}"))
        };
        let (precision, recall) = (share("precision"), share("recall"));
        Some(format!("| `{}` | {precision} | {recall} | {} |\n", rule.name, score["labels"]))
    });
    let head = "| rule | precision | recall | faults |\n| --- | --- | --- | --- |\n";
    table(head, &rows.collect::<String>());
}

/// The table below `head` in the README has these rows.
fn table(head: &str, rows: &str) {
    let _alone = alone();
    let path = in_project("README.md");
    let readme = fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(head).expect("the README has the table");
    let old = rest.lines().take_while(|line| line.starts_with('|'));
    let end: usize = old.map(|line| line.len() + 1).sum();
    let fresh = format!("{before}{head}{rows}{}", &rest[end..]);
    if update() {
        fs::write(path, fresh).unwrap();
    } else {
        same(&readme, &fresh);
    }
}
