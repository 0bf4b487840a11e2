//! `--changed-since`: only findings on lines that changed, as git tells.

use std::ffi::OsStr;
use std::ops::RangeInclusive;
use std::path::Path;
use std::process::Command;

use super::super::output::Failure;
use crate::check::{Draft, Finding};
use crate::report::CheckedDraft;

/// Lines from 1.
type Lines = RangeInclusive<usize>;

/// Takes the findings on unchanged lines out of `drafts`.
pub(super) fn keep_changed(revision: &str, drafts: &mut [CheckedDraft]) -> Result<(), Failure> {
    if revision.starts_with('-') {
        return Err(Failure(format!("“{revision}” is no revision")));
    }
    for one in drafts {
        let Some(lines) = changed_lines(revision, Path::new(&one.draft.name))? else { continue };
        let draft = &one.draft;
        one.checked.findings.retain(|finding| touches(draft, finding, &lines));
    }
    Ok(())
}

fn touches(draft: &Draft, finding: &Finding, changed: &[Lines]) -> bool {
    let first = draft.lines.line_of(finding.range.start) + 1;
    let last = draft.lines.line_of(finding.range.end) + 1;
    changed.iter().any(|lines| *lines.start() <= last && first <= *lines.end())
}

/// The changed lines of `file`; `None` where the whole file is new.
fn changed_lines(revision: &str, file: &Path) -> Result<Option<Vec<Lines>>, Failure> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let name = file.file_name().unwrap_or_default();
    let untracked = ["ls-files", "--others", "--"].map(OsStr::new);
    if !git(folder, &[&untracked[..], &[name]].concat())?.is_empty() {
        return Ok(None);
    }
    let diff = ["diff", "--unified=0", "--no-color", "--no-ext-diff", revision, "--"];
    let diff = git(folder, &[&diff.map(OsStr::new)[..], &[name]].concat())?;
    Ok(Some(diff.lines().filter_map(hunk).collect()))
}

fn git(folder: &Path, arguments: &[&OsStr]) -> Result<String, Failure> {
    let output =
        Command::new("git").arg("-C").arg(folder).args(arguments).output().map_err(|error| {
            Failure(format!("--changed-since needs git, which did not start: {error}"))
        })?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(Failure(format!("--changed-since: {}", told.trim())));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The new lines of `@@ -a,b +c,d @@`. Where lines were only taken away, those around the gap.
fn hunk(line: &str) -> Option<Lines> {
    let new = line.strip_prefix("@@ ")?.split(' ').nth(1)?.strip_prefix('+')?;
    let (start, count) = new.split_once(',').unwrap_or((new, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    if count == 0 { Some(start..=start + 1) } else { Some(start..=start + count - 1) }
}

#[cfg(test)]
mod tests {
    use super::hunk;

    #[test]
    fn hunks_name_the_new_lines() {
        for (line, expected) in [
            ("@@ -1,2 +3,4 @@ context", Some(3..=6)),
            ("@@ -1 +7 @@", Some(7..=7)),
            ("@@ -5,2 +4,0 @@", Some(4..=5)),
            ("+@@ nonsense", None),
        ] {
            assert_eq!(hunk(line), expected);
        }
    }
}
