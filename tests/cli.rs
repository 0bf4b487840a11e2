//! The command line, through the real binary.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const TRIBUNE: &str = "---\ntitle: The tax stays\noutlet: Tribune\ndate: 2021-03-04\n---\n\n\
    “We will not raise the tax this year,” Ada Moss told the council on Wednesday.\n\n\
    The harbour was quiet. It is the oldest of the county.\n";

const FAULTY: &str = "Moss said “we will not rise the tax this year”, and sat down.\n";
const FAITHFUL: &str = "Moss said \"we will not raise the tax this year\", and sat down.\n";

struct Desk(TempDir);

impl Desk {
    /// A folder with one source, and these drafts.
    fn with(drafts: &[(&str, &str)]) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.write("sources/tribune.md", TRIBUNE);
        for (name, text) in drafts {
            desk.write(name, text);
        }
        desk
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command
            .current_dir(self.path())
            .args(arguments)
            .env_remove("NO_COLOR")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        Run(self.command(arguments).output().unwrap())
    }

    fn git(&self, arguments: &[&str]) {
        let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"];
        let mut command = Command::new("git");
        command.current_dir(self.path()).args(identity).args(arguments);
        assert!(command.output().unwrap().status.success(), "git {arguments:?}");
    }
}

struct Run(Output);

impl Run {
    fn code(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    fn told(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&self.0.stdout).unwrap_or_else(|_| panic!("{}", self.told()))
    }
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_exit_status_tells_what_was_found() {
    let desk = Desk::with(&[("bad.md", FAULTY), ("good.md", FAITHFUL)]);
    for (arguments, code) in [
        (&["check", "good.md"][..], 0),
        (&["check", "bad.md"], 1),
        (&["check", "bad.md", "good.md"], 1),
        (&["check", "."], 1),
        (&["check"], 1),
        (&["check", "bad.md", "--fail-on", "never"], 0),
        (&["check", "bad.md", "--ignore", "misquote"], 0),
        (&["check", "bad.md", "--select", "unsourced-quote"], 0),
        (&["check", "none.md"], 2),
        (&["check", "good.md", "none.md"], 2),
        (&["check", "bad.md", "--select", "misqoute"], 2),
        (&["check", "bad.md", "--format", "xml"], 2),
        (&["check", "good.md", "--sources", "nowhere"], 2),
        (&["nonsense"], 2),
        (&[], 2),
        (&["--help"], 0),
        (&["--version"], 0),
    ] {
        let run = desk.run(arguments);
        assert_eq!(run.code(), code, "{arguments:?}\n{}\n{}", run.out(), run.told());
    }
}

#[test]
fn a_strict_run_fails_where_asked_on_quotations_of_no_source() {
    let desk = Desk::with(&[("d.md", "“Nobody has ever said these words anywhere,” said Moss.\n")]);
    assert_eq!(desk.run(&["check", "d.md", "--fail-on", "warning"]).code(), 0);
    assert_eq!(desk.run(&["check", "d.md", "--fail-on", "warning", "--strict"]).code(), 1);
    assert_eq!(desk.run(&["check", "d.md", "--fail-on", "information"]).code(), 1);
}

#[test]
fn nothing_to_check_is_said_aloud() {
    let desk = Desk::with(&[]);
    let run = desk.run(&["check", "."]);
    assert_eq!(run.code(), 2);
    assert!(run.told().contains("no drafts in ."), "{}", run.told());
    let empty = Desk(tempfile::tempdir().unwrap());
    empty.write("d.md", FAULTY);
    let run = empty.run(&["check", "d.md"]);
    assert_eq!((run.code(), run.out().as_str()), (2, ""));
    for folder in ["sources/", "corpus/", "refs/", "research/", "--sources"] {
        assert!(run.told().contains(folder), "{}", run.told());
    }
    empty.write("sources/a.pdf.txt", "");
    let run = empty.run(&["check", "d.md"]);
    assert_eq!(run.code(), 2);
    assert!(run.told().contains("the file is empty"), "{}", run.told());
}

#[test]
fn unknown_rules_are_answered_with_the_nearest() {
    let desk = Desk::with(&[("d.md", FAULTY)]);
    let told = desk.run(&["check", "--ignore", "misqoute"]).told();
    assert!(told.contains("did you mean “misquote”?"), "{told}");
    let told = desk.run(&["explain", "unsourced"]).told();
    assert!(told.contains("there is no rule “unsourced”"), "{told}");
}

#[test]
fn json_has_the_shape_of_the_contract() {
    let desk = Desk::with(&[("d.md", FAULTY)]);
    let run = desk.run(&["check", "d.md", "--format", "json"]);
    let json = run.json();
    assert_eq!(keys(&json), ["schema_version", "sources", "drafts", "summary"]);
    assert_eq!(json["schema_version"], 1);
    let source = &json["sources"][0];
    assert_eq!(
        keys(source),
        ["id", "path", "title", "outlet", "author", "date", "status", "characters", "problem"]
    );
    assert_eq!(source["outlet"], "Tribune");
    assert_eq!(source["date"], "2021-03-04");
    let finding = &json["drafts"][0]["findings"][0];
    assert_eq!(
        keys(finding),
        ["rule", "severity", "message", "range", "text", "evidence", "fixes", "fingerprint"]
    );
    assert_eq!(finding["text"], "rise");
    assert_eq!(
        finding["range"]["start"],
        serde_json::json!({"line": 1, "column": 24, "offset": 25})
    );
    let evidence = &finding["evidence"][0];
    assert_eq!(keys(evidence), ["source", "path", "range", "text", "speaker", "date", "diff"]);
    assert_eq!(evidence["path"], "sources/tribune.md");
    let ops: Vec<&str> = evidence["diff"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| part["op"].as_str().unwrap())
        .collect();
    assert_eq!(ops, ["equal", "replace", "equal"]);
    let fix = &finding["fixes"][0];
    assert_eq!(keys(fix), ["title", "applicability", "edits"]);
    assert_eq!(fix["edits"][0]["new_text"], "raise");
    let quotation = &json["drafts"][0]["quotations"][0];
    assert_eq!(keys(quotation), ["range", "text", "speaker", "verdict", "evidence"]);
    assert_eq!(quotation["verdict"], "altered");
    assert_eq!(
        keys(&json["summary"]),
        ["drafts", "sources", "quotations", "verified", "error", "warning", "information"]
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let names: Vec<String> = (0..20).map(|number| format!("d{number}.md")).collect();
    let drafts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), FAULTY)).collect();
    let desk = Desk::with(&drafts);
    let once = desk.run(&["check", ".", "--format", "json"]).out();
    for threads in ["1", "4"] {
        let mut command = desk.command(&["check", ".", "--format", "json"]);
        let again = Run(command.env("RAYON_NUM_THREADS", threads).output().unwrap());
        assert_eq!(again.out(), once);
    }
}

#[test]
fn standard_input_is_a_draft() {
    use std::io::Write;
    let desk = Desk::with(&[]);
    let arguments = ["check", "-", "--stdin-filename", "d.md", "--format", "concise"];
    let mut command = desk.command(&arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(FAULTY.as_bytes()).unwrap();
    let run = Run(child.wait_with_output().unwrap());
    assert_eq!(run.code(), 1);
    assert!(run.out().starts_with("d.md:1:24: error[misquote] "), "{}", run.out());
}

#[test]
fn fixes_are_applied_or_shown() {
    let desk = Desk::with(&[("d.md", FAULTY)]);
    let run = desk.run(&["check", "d.md", "--diff"]);
    assert!(run.out().contains("\n-Moss said “we will not rise"), "{}", run.out());
    assert!(run.out().contains("\n+Moss said “we will not raise"), "{}", run.out());
    assert_eq!(desk.read("d.md"), FAULTY);
    let run = desk.run(&["check", "d.md", "--fix"]);
    assert_eq!(run.code(), 0, "{}", run.out());
    assert_eq!(desk.read("d.md"), FAULTY.replace("rise", "raise"));
    assert!(run.told().contains("d.md: 1 place mended"), "{}", run.told());
    desk.write("d.md", &format!("\u{feff}{FAULTY}"));
    desk.run(&["check", "d.md", "--fix"]);
    assert_eq!(desk.read("d.md"), format!("\u{feff}{}", FAULTY.replace("rise", "raise")));
}

#[test]
fn a_baseline_outlives_edits_elsewhere() {
    let desk = Desk::with(&[("d.md", FAULTY)]);
    let run = desk.run(&["check", "d.md", "--write-baseline", "known.json"]);
    assert_eq!(run.code(), 0, "{}", run.told());
    desk.write("d.md", &format!("A new beginning.\n\n{FAULTY}"));
    assert_eq!(desk.run(&["check", "d.md", "--baseline", "known.json"]).code(), 0);
    desk.write("d.md", &FAULTY.replace("rise", "razor"));
    assert_eq!(desk.run(&["check", "d.md", "--baseline", "known.json"]).code(), 1);
    assert_eq!(desk.run(&["check", "d.md", "--baseline", "none.json"]).code(), 2);
}

#[test]
fn only_changed_lines_count_where_asked() {
    let desk = Desk::with(&[("d.md", FAULTY)]);
    desk.git(&["init", "-q"]);
    desk.git(&["add", "."]);
    desk.git(&["commit", "-qm", "first"]);
    assert_eq!(desk.run(&["check", "d.md", "--changed-since", "HEAD"]).code(), 0);
    desk.write("d.md", &format!("{FAULTY}\nAgain: “we will not rise the tax this year”.\n"));
    desk.write("new.md", FAULTY);
    let run =
        desk.run(&["check", "d.md", "new.md", "--changed-since", "HEAD", "--format", "concise"]);
    assert_eq!(run.code(), 1);
    let places: Vec<String> = run.out().lines().map(|line| line[..8].to_owned()).collect();
    assert_eq!(places, ["d.md:3:2", "new.md:1"]);
    let run = desk.run(&["check", "d.md", "--changed-since", "no-such-revision"]);
    assert_eq!(run.code(), 2);
}

#[test]
fn every_format_holds_the_finding() {
    let desk = Desk::with(&[("d.md", FAULTY)]);
    for format in
        ["text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"]
    {
        let run = desk.run(&["check", "d.md", "--format", format]);
        assert_eq!(run.code(), 1, "{format}");
        assert!(run.out().contains("misquote"), "{format}: {}", run.out());
        if ["json", "sarif", "gitlab", "rdjson"].contains(&format) {
            run.json();
        }
        let same = desk.run(&["check", "d.md", "--format", format, "--output", "out"]);
        assert_eq!(same.out(), "");
        assert_eq!(desk.read("out"), run.out(), "{format}");
    }
}

#[test]
fn sarif_points_into_the_sources() {
    let desk = Desk::with(&[("d.md", FAULTY)]);
    let sarif = desk.run(&["check", "d.md", "--format", "sarif"]).json();
    let run = &sarif["runs"][0];
    let result = &run["results"][0];
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    let related = &result["relatedLocations"][0]["physicalLocation"];
    assert_eq!(related["artifactLocation"]["uri"], "sources/tribune.md");
    assert_eq!(related["region"]["startLine"], 7);
    assert!(result["partialFingerprints"]["copydesk/v1"].is_string());
    assert_eq!(
        result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"],
        "raise"
    );
}

#[test]
fn colour_is_for_terminals_and_for_those_who_ask() {
    let desk = Desk::with(&[("d.md", FAULTY)]);
    assert!(!desk.run(&["check", "d.md"]).out().contains('\u{1b}'));
    assert!(desk.run(&["check", "d.md", "--color", "always"]).out().contains('\u{1b}'));
    let mut command = desk.command(&["check", "d.md"]);
    let run = Run(command.env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").output().unwrap());
    assert!(!run.out().contains('\u{1b}'));
}

#[test]
fn a_draft_cannot_move_the_terminals_cursor() {
    let desk =
        Desk::with(&[("d.md", "\u{1b}[2JMoss said “we will not rise the tax this year”.\n")]);
    let run = desk.run(&["check", "d.md"]);
    assert!(run.out().contains("draft: “rise”"), "{}", run.out());
    assert!(!run.out().contains('\u{1b}'));
}

#[test]
fn text_keeps_to_eighty_columns() {
    let long = format!("{} {FAULTY}", "It was a long and quiet evening in the chamber.".repeat(40));
    let desk = Desk::with(&[("d.md", long.as_str())]);
    let out = desk.run(&["check", "d.md"]).out();
    assert!(out.contains("draft: “rise”, source: “raise”"), "{out}");
    assert!(out.contains("d.md:1:1905"), "{out}");
    for line in out.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn sources_are_listed_with_what_is_wrong_with_them() {
    let desk = Desk::with(&[]);
    desk.write("sources/empty.txt", "");
    let run = desk.run(&["sources"]);
    assert_eq!(run.code(), 0);
    for part in ["The tax stays", "4 March 2021", "the file is empty", "1 unreadable"] {
        assert!(run.out().contains(part), "{part}: {}", run.out());
    }
    let json = desk.run(&["sources", "--format", "json"]).json();
    assert_eq!(json["sources"][0]["status"], "unreadable");
    assert_eq!(json["sources"][1]["encoding"], "UTF-8");
}

#[test]
fn reading_needs_no_sources() {
    let desk = Desk(tempfile::tempdir().unwrap());
    desk.write("a.txt", "“We will not raise the tax,” Ada Moss said on 3 March 2021.\n");
    let json = desk.run(&["read", "a.txt", "--date", "2021-03-05", "--format", "json"]).json();
    assert_eq!(keys(&json), ["schema_version", "documents"]);
    let document = &json["documents"][0];
    assert_eq!(keys(document), ["path", "date", "quotations", "dates", "names", "figures"]);
    assert_eq!(document["date"], "2021-03-05");
    let quotation = &document["quotations"][0];
    assert_eq!(keys(quotation), ["range", "text", "kind", "speaker", "cue"]);
    assert_eq!(quotation["text"], "We will not raise the tax,");
    let lines = desk.run(&["read", ".", "--format", "jsonl"]).out();
    assert_eq!(lines.lines().count(), 1);
    let csv = desk.run(&["read", "a.txt", "--format", "csv"]).out();
    assert!(csv.contains("\na.txt,quotation,1,2,3,29,\"We will not raise the tax,\","), "{csv}");
    assert_eq!(desk.run(&["read", "none.txt"]).code(), 2);
}

#[test]
fn words_are_found_in_the_sources() {
    let desk = Desk::with(&[]);
    let run = desk.run(&["find", "we will not raise the tax this year"]);
    for part in ["in the sources", "sources/tribune.md:7", "Tribune, 4 March 2021"] {
        assert!(run.out().contains(part), "{part}: {}", run.out());
    }
    let json =
        desk.run(&["find", "“We will not rise the tax this year”", "--format", "json"]).json();
    assert_eq!(json["verdict"], "altered");
    let json =
        desk.run(&["find", "--format", "json", "the moon is made of cheese, they say"]).json();
    assert_eq!(json["verdict"], "unsourced");
}

#[test]
fn a_configuration_is_written_once() {
    let desk = Desk(tempfile::tempdir().unwrap());
    assert_eq!(desk.run(&["init"]).code(), 0);
    let text = desk.read("copydesk.toml");
    assert!(text.contains("misquote"), "{text}");
    let run = desk.run(&["init"]);
    assert_eq!(run.code(), 2);
    assert_eq!(desk.read("copydesk.toml"), text);
}

#[test]
fn every_rule_is_explained() {
    let desk = Desk(tempfile::tempdir().unwrap());
    let list = desk.run(&["explain"]).out();
    let rules: Vec<&str> = list
        .lines()
        .filter_map(|line| line.split(' ').next())
        .filter(|rule| !rule.is_empty())
        .collect();
    assert!(rules.contains(&"misquote"), "{list}");
    for rule in rules {
        let page = desk.run(&["explain", rule]);
        assert_eq!(page.code(), 0);
        assert!(page.out().contains("ilence"), "{}", page.out());
    }
}

#[test]
fn the_demo_shows_real_findings_and_succeeds() {
    let desk = Desk(tempfile::tempdir().unwrap());
    let run = desk.run(&["demo", "sample"]);
    assert_eq!(run.code(), 0, "{}", run.told());
    assert!(run.out().contains("draft: “ship”, source: “boat”"), "{}", run.out());
    assert!(
        run.told().trim_end().ends_with("copydesk check sample/drafts --fix"),
        "{}",
        run.told()
    );
    let faithful = desk.run(&["check", "sample/drafts/sidebar.md", "--fail-on", "information"]);
    assert_eq!(faithful.code(), 0, "{}", faithful.out());
    assert_eq!(desk.run(&["demo", "sample"]).code(), 2);
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let desk = Desk::with(&[("d.md", FAULTY.repeat(500).as_str())]);
    let mut command = desk.command(&["check", "d.md", "--format", "json"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let run = Run(child.wait_with_output().unwrap());
    assert_eq!(run.code(), 1, "{}", run.told());
    assert!(!run.told().contains("pipe"), "{}", run.told());
}

#[test]
fn a_stated_date_goes_before_the_given_one() {
    let desk = Desk(tempfile::tempdir().unwrap());
    let text = "Ada Moss said on Tuesday that the tax stays.\n";
    desk.write("a.txt", text);
    desk.write("b.md", &format!("---\ndate: 2021-03-04\n---\n\n{text}"));
    desk.write("c/d.txt", text);
    desk.write("c/sources.toml", "[\"d.txt\"]\ndate = 2022-06-07\n");
    let run = desk.run(&["read", ".", "--date", "2020-01-02", "--format", "json"]);
    let json = run.json();
    let documents = json["documents"].as_array().unwrap();
    let dates: Vec<&str> = documents.iter().map(|one| one["date"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2020-01-02", "2021-03-04", "2022-06-07"]);
}

#[test]
fn the_configuration_is_heeded_and_its_faults_are_told() {
    let desk = Desk::with(&[("d.md", FAULTY), ("old/e.md", FAULTY)]);
    desk.write("material/tribune.md", TRIBUNE);
    fs::remove_dir_all(desk.path().join("sources")).unwrap();
    desk.write("copydesk.toml", "sources = [\"material\"]\nexclude = [\"old/\"]\n");
    let run = desk.run(&["check", "--format", "concise"]);
    assert_eq!((run.code(), run.out().lines().count()), (1, 1), "{}{}", run.out(), run.told());
    desk.write("strict.toml", "sources = [\"material\"]\n[rules]\nmisquote = \"warning\"\n");
    assert_eq!(desk.run(&["check", "d.md", "--config", "strict.toml"]).code(), 0);
    let fails = ["check", "d.md", "--config", "strict.toml", "--fail-on", "warning"];
    assert_eq!(desk.run(&fails).code(), 1);
    desk.write("copydesk.toml", "sources = [\"material\"]\nfail-no = \"never\"\n");
    let run = desk.run(&["check", "d.md"]);
    assert!(run.told().contains("copydesk.toml:2"), "{}", run.told());
    assert_eq!(desk.run(&["check", "d.md", "--config", "none.toml"]).code(), 2);
}

#[test]
fn a_person_is_shown_with_what_they_said_and_when() {
    let desk = Desk::with(&[]);
    desk.write(
        "sources/gazette.txt",
        "Ada Moss, the mayor of Redport, spoke on 9 March 2021.\n\n\
        “The budget is closed, and it stays closed,” Moss said on 9 March 2021.\n",
    );
    let run = desk.run(&["who", "Moss"]);
    for part in ["Ada Moss · person", "2 of 2 sources", "The budget is closed", "9 March 2021"] {
        assert!(run.out().contains(part), "{part}: {}{}", run.out(), run.told());
    }
    let json = desk.run(&["who", "ada", "moss", "--format", "json"]).json();
    assert_eq!(json["people"][0]["name"], "Ada Moss");
    assert_eq!(json["people"][0]["quotations"].as_array().unwrap().len(), 2);
    let run = desk.run(&["who", "Nobody", "Known"]);
    assert_eq!(run.code(), 2);
    assert!(run.told().contains("none of 2 sources names “Nobody Known”"), "{}", run.told());
}

#[test]
fn the_timeline_is_in_order_and_marks_disagreements() {
    let desk = Desk::with(&[]);
    let said = |day: &str| {
        format!("“The budget is closed, and it stays closed,” Ada Moss said on {day}.\n")
    };
    desk.write("sources/a.txt", &said("9 March 2021"));
    desk.write("sources/b.txt", &said("11 March 2021"));
    desk.write("sources/c.txt", "The old pier of Redport was opened by a king in 1911.\n");
    let out = desk.run(&["timeline"]).out();
    let dates: Vec<&str> =
        out.lines().map(|line| &line[..4]).filter(|head| *head != "    ").collect();
    assert_eq!(dates, ["1911", "2021", "2021", "2021"], "{out}");
    assert!(out.contains("! sources disagree: 11 March 2021 in b:1"), "{out}");
    let json = desk.run(&["timeline", "--format", "json"]).json();
    assert_eq!(keys(&json), ["schema_version", "entries"]);
    for (format, opening) in [("svg", "<svg "), ("html", "<!doctype html>")] {
        let out = desk.run(&["timeline", "--format", format]).out();
        assert!(out.starts_with(opening) && out.contains("1911"), "{out}");
    }
}

#[test]
fn the_timeline_lists_days_without_a_year_and_whole_utterances() {
    let desk = Desk::with(&[]);
    desk.write(
        "sources/a.txt",
        "On Feb. 26, Ada Moss said: “The budget is closed, and it stays closed.”\n\n\
         “We told them so in time,” she added, “and nobody listened to us then.”\n",
    );
    let out = desk.run(&["timeline"]).out();
    let mut lines = out.lines().skip_while(|line| *line != "Year not stated").skip(1);
    assert!(lines.next().is_some_and(|line| line.starts_with("26 Feb  ")), "{out}");
    assert!(!out.contains("XXXX"), "{out}");
    assert_eq!(out.matches("The budget is closed").count(), 1, "{out}");
    assert!(out.contains("stays closed. We told them"), "{out}");
    let json = desk.run(&["timeline", "--format", "json"]).json();
    let entry = json["entries"].as_array().and_then(|entries| entries.last()).unwrap();
    assert_eq!(entry["date"], "XXXX-02-26");
    assert_eq!(entry["year"], "not stated");
    assert!(entry["start"].is_null());
}

#[test]
fn accepted_findings_are_left_out() {
    let desk = Desk::with(&[("d.md", FAULTY)]);
    let json = desk.run(&["check", "d.md", "--format", "json"]).json();
    let fingerprint = json["drafts"][0]["findings"][0]["fingerprint"].as_str().unwrap();
    let entry = format!("[[accepted]]\nfingerprint = \"{fingerprint}\"\nreason = \"she did\"\n");
    desk.write("copydesk.accepted.toml", &entry);
    assert_eq!(desk.run(&["check", "d.md"]).code(), 0);
}

#[test]
fn names_are_joined_as_the_configuration_says() {
    let desk = Desk::with(&[]);
    desk.write("sources/b.txt", "“The budget is closed,” Adeline Rook told the council.\n");
    desk.write("copydesk.toml", "[names]\naliases = { \"Ada Moss\" = [\"Adeline Rook\"] }\n");
    let json = desk.run(&["who", "Ada Moss", "--format", "json"]).json();
    assert_eq!(json["people"][0]["quotations"].as_array().unwrap().len(), 2, "{json:#}");
}

#[test]
fn offsets_are_the_files_bytes_even_behind_a_byte_order_mark() {
    let source = format!("\u{feff}{TRIBUNE}");
    let desk =
        Desk::with(&[("draft.md", &format!("\u{feff}{FAULTY}")), ("sources/tribune.md", &source)]);
    let offset = |place: &Value| place["range"]["start"]["offset"].as_u64().unwrap() as usize;
    let json = desk.run(&["check", "draft.md", "--format", "json"]).json();
    let finding = &json["drafts"][0]["findings"][0];
    let at = offset(finding);
    assert_eq!(&desk.read("draft.md").as_bytes()[at..at + 4], b"rise");
    assert_eq!(finding["range"]["start"]["column"], 24);
    let passage = &finding["evidence"][0];
    let at = offset(passage);
    assert!(source[at..].starts_with(passage["text"].as_str().unwrap()));
    let read = desk.run(&["read", "draft.md", "--format", "json"]).json();
    let at = offset(&read["documents"][0]["quotations"][0]);
    assert!(desk.read("draft.md")[at..].starts_with("we will not"));
    desk.run(&["check", "draft.md", "--fix"]);
    assert_eq!(desk.read("draft.md"), format!("\u{feff}{}", FAULTY.replace("rise", "raise")));
}
