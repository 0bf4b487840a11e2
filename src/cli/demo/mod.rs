//! `copydesk demo`: a sample project, checked before the reader's eyes.

use std::path::{Path, PathBuf};

use super::args::{Check, Common, Demo};
use super::output::{Failure, Outcome, Output};

/// The sample project's files: invented news of an invented town.
const FILES: &[(&str, &str)] = &[
    ("copydesk.toml", include_str!("copydesk.toml")),
    ("sources/gazette.txt", include_str!("sources/gazette.txt")),
    ("sources/harbour-post.md", include_str!("sources/harbour-post.md")),
    ("sources/radio-tide.html", include_str!("sources/radio-tide.html")),
    ("drafts/pier.md", include_str!("drafts/pier.md")),
    ("drafts/sidebar.md", include_str!("drafts/sidebar.md")),
];

pub(super) fn run(options: &Demo, common: &Common, output: Output) -> Outcome {
    let folder = match &options.dir {
        Some(folder) => folder.clone(),
        None => fresh_folder()?,
    };
    write(&folder)?;
    output.remark(&format!("A sample project was written to {}\n", folder.display()));
    let paths = vec![folder.join("drafts")];
    super::check::run(&Check { paths, ..Check::default() }, common, output)?;
    let drafts = folder.join("drafts");
    output.remark(&format!(
        "\nNow open {} in your editor, or mend what can safely be mended:\n  copydesk check {} --fix",
        drafts.join("pier.md").display(),
        drafts.display()
    ));
    Ok(false)
}

/// Writes the files; what is there already stays as it is.
fn write(folder: &Path) -> Result<(), Failure> {
    if FILES.iter().any(|(name, _)| folder.join(name).exists()) {
        return Err(Failure(format!(
            "{} has a demo already; name another folder, or remove that one",
            folder.display()
        )));
    }
    for (name, content) in FILES {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)
                .map_err(|error| Failure(format!("{}: {error}", parent.display())))?;
        }
        std::fs::write(&path, content)
            .map_err(|error| Failure(format!("{}: {error}", path.display())))?;
    }
    Ok(())
}

/// A folder for temporary files that nobody uses yet.
fn fresh_folder() -> Result<PathBuf, Failure> {
    let base = std::env::temp_dir();
    for number in 1..1000 {
        let folder = base.join(format!("copydesk-demo-{number}"));
        if std::fs::create_dir(&folder).is_ok() {
            return Ok(folder);
        }
    }
    Err(Failure(format!("no new folder could be made in {}", base.display())))
}
