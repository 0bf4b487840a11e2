//! The project's own order: floors, module docs, rules with all that belongs to them, no path of
//! the machine it was written on.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up; a module uses only lower ones (and its own).
const FLOORS: [&[&str]; 8] = [
    &["text"],
    &["reading"],
    &["corpus"],
    &["check"],
    &["assist", "report"],
    &["project"],
    &["server"],
    &["cli"],
];

/// Names that only some modules may use, and those modules.
const RESERVED: [(&[&str], &[&str]); 3] = [
    (&["tower_lsp", "lsp_types", "tokio", "tower_service", "ropey"], &["server"]),
    (&["std::fs", "std::process", "notify::"], &["project", "cli", "server", "main"]),
    (
        &["std::env", "std::io", "std::net", "std::time::SystemTime"],
        &["project", "cli", "server", "main"],
    ),
];

struct File {
    path: PathBuf,
    /// Relative to the project, with slashes.
    name: String,
    /// The module on its floor: `check` for `src/check/finding.rs`.
    module: String,
    /// Without comments and tests.
    code: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.map(|entry| entry.unwrap().path()) {
        let name = entry.file_name().unwrap().to_string_lossy().into_owned();
        if entry.is_dir() && !["target", ".git", "node_modules"].contains(&name.as_str()) {
            walk(&entry, found);
        } else if entry.is_file() {
            found.push(entry);
        }
    }
}

fn named(path: &Path) -> String {
    path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/")
}

fn sources() -> Vec<File> {
    let mut paths = Vec::new();
    walk(&root().join("src"), &mut paths);
    paths.retain(|path| path.extension().is_some_and(|end| end == "rs"));
    paths.sort();
    paths.into_iter().map(file).collect()
}

fn file(path: PathBuf) -> File {
    let name = named(&path);
    let text = fs::read_to_string(&path).unwrap();
    let module = name["src/".len()..].split(['/', '.']).next().unwrap().to_owned();
    let is_test = name.ends_with("/tests.rs");
    let code = if is_test { "" } else { text.split("#[cfg(test)]").next().unwrap() };
    let code =
        code.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n");
    File { path, name, module, code, text }
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|modules| modules.contains(&module))
}

fn report(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_module_uses_only_lower_floors() {
    let mut faults = Vec::new();
    for file in sources() {
        let Some(own) = floor(&file.module) else { continue };
        let used = file.code.split("crate::").skip(1);
        for path in used {
            let module: String = path
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            if let Some(floor) = floor(&module)
                && (floor > own || (floor == own && module != file.module))
            {
                faults.push(format!("{}: uses {module}, which is not below it", file.name));
            }
        }
    }
    report(&faults);
}

#[test]
fn protocol_runtime_files_and_environment_stay_in_their_modules() {
    let mut faults = Vec::new();
    for file in sources() {
        for (names, modules) in RESERVED {
            for name in names {
                if file.code.contains(name) && !modules.contains(&file.module.as_str()) {
                    faults.push(format!("{}: names {name}", file.name));
                }
            }
        }
    }
    report(&faults);
}

#[test]
fn every_module_opens_with_what_it_is() {
    let bare = sources()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! ") && !file.name.ends_with("/tests.rs"));
    report(
        &bare.map(|file| format!("{}: does not open with `//!`", file.name)).collect::<Vec<_>>(),
    );
}

#[test]
fn files_stay_readable() {
    let long = sources().into_iter().filter(|file| file.text.lines().count() > 600);
    report(&long.map(|file| format!("{}: longer than 600 lines", file.name)).collect::<Vec<_>>());
}

#[test]
fn every_rule_has_its_page_its_fixture_and_its_line_in_the_readme() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let mut fixtures = Vec::new();
    walk(&root().join("tests/fixtures"), &mut fixtures);
    let fixtures: String =
        fixtures.iter().map(|path| fs::read_to_string(path).unwrap_or_default()).collect();
    let mut faults = Vec::new();
    for rule in copydesk::check::RULES {
        let name = rule.name;
        let page = rule.page;
        if !page.starts_with(&format!("# {name}\n")) || !page.contains("ilence") {
            faults
                .push(format!("{name}: its page has no title, or does not say how to silence it"));
        }
        if !fixtures.contains(&format!("^ {name}")) && !fixtures.contains(&format!("! {name}")) {
            faults.push(format!("{name}: no fixture marks it"));
        }
        if !readme.contains(&format!("\n| `{name}` |")) {
            faults.push(format!("{name}: no line in the README's table of rules"));
        }
    }
    report(&faults);
}

#[test]
fn every_rule_file_is_a_rule() {
    let rules: Vec<&str> = copydesk::check::RULES.iter().map(|rule| rule.name).collect();
    let mut faults = Vec::new();
    for file in sources() {
        let Some(rule) = file.name.strip_prefix("src/check/rules/") else { continue };
        let declares = file.code.contains("RuleInfo {") && rule != "mod.rs";
        let name = rule.trim_end_matches(".rs").trim_end_matches("/mod").replace('_', "-");
        if declares && !rules.contains(&name.as_str()) {
            faults.push(format!("{}: {name} is not among the rules", file.name));
        }
    }
    report(&faults);
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "benches", "docs", "editors", ".ci"] {
        walk(&root().join(folder), &mut paths);
    }
    paths.extend(["README.md", "CHANGELOG.md", "Cargo.toml"].map(|name| root().join(name)));
    let signs = signs_of_a_machine();
    let mut faults = Vec::new();
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for sign in signs.iter().filter(|sign| text.contains(sign.as_str())) {
            faults.push(format!("{}: names {sign}", named(&path)));
        }
    }
    report(&faults);
}

/// Where people's files lie, here and on other machines.
fn signs_of_a_machine() -> Vec<String> {
    let mut signs: Vec<String> =
        ["work", "root", "tmp", "Users"].map(|folder| format!("/{folder}/")).into();
    signs.push(["C:", "Users"].join("\\"));
    // A folder right below the root of the disk is called like many a folder of a project.
    let own = [Some(root().to_owned()), std::env::home_dir()].into_iter().flatten();
    let own = own.filter(|folder| folder.ancestors().count() > 2);
    signs.extend(own.map(|folder| format!("{}/", folder.display())));
    signs
}

/// Licences under which a dependency may come, one of the alternatives sufficing.
const LICENCES: [&str; 13] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "0BSD",
    "CC0-1.0",
    "BSL-1.0",
];

#[test]
fn every_dependency_comes_under_a_licence_we_may_use() {
    let output = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .args(["--filter-platform", &host()])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut faults = Vec::new();
    for package in metadata["packages"].as_array().unwrap() {
        let licence = package["license"].as_str().unwrap_or_default();
        if !is_allowed(licence) {
            faults.push(format!("{}: licence “{licence}”", package["name"]));
        }
    }
    report(&faults);
}

/// This machine's platform: packages for others may never have been fetched.
fn host() -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let output = std::process::Command::new(rustc).arg("-vV").output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    told.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// Whether an SPDX expression leaves us a licence of the list: `AND` binds more tightly than `OR`.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let mut depth = 0;
    let mut flat = String::new();
    let mut groups: Vec<String> = Vec::new();
    for letter in expression.chars() {
        match letter {
            '(' => {
                depth += 1;
                if depth == 1 {
                    groups.push(String::new());
                    continue;
                }
            }
            ')' => {
                depth -= 1;
                if depth == 0 {
                    let allowed = is_allowed(&groups.pop().unwrap());
                    flat += if allowed { "MIT" } else { "refused" };
                    continue;
                }
            }
            _ => {}
        }
        match groups.last_mut().filter(|_| depth > 0) {
            Some(group) => group.push(letter),
            None => flat.push(letter),
        }
    }
    flat.split(" OR ").any(|part| part.split(" AND ").all(|one| LICENCES.contains(&one.trim())))
}

#[test]
fn licence_expressions_are_understood() {
    for (expression, expected) in [
        ("MIT OR Apache-2.0", true),
        ("MIT/Apache-2.0", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0 AND MIT", false),
        ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
        ("(GPL-2.0 OR GPL-3.0) AND MIT", false),
        ("", false),
    ] {
        assert_eq!(is_allowed(expression), expected, "{expression}");
    }
}

#[test]
fn ci_runs_on_the_real_corpus() {
    let corpus = root().join("../shared/corpus");
    if std::env::var("CI").is_ok_and(|value| value == "true") {
        assert!(corpus.is_dir(), "CI=true, and {} is missing", corpus.display());
    } else if !corpus.is_dir() {
        eprintln!("LEFT OUT: no real corpus at ../shared/corpus");
    }
}

#[test]
fn scripts_can_be_run() {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let script = root().join(".ci/run");
        let mode = fs::metadata(&script).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{} cannot be run", script.display());
    }
    assert!(sources().iter().all(|file| file.path.exists()));
}
