//! The styles of terminal output. Nothing is told by colour alone.

use anstyle::{AnsiColor, Style};

use crate::check::Severity;

/// Line numbers, arrows and other scaffolding.
pub const FRAME: Style = AnsiColor::Blue.on_default();
/// What a reader should see first.
pub const STRONG: Style = Style::new().bold();
/// What is there for completeness.
pub const DIM: Style = Style::new().dimmed();
/// What is as it should be.
pub const GOOD: Style = AnsiColor::Green.on_default().bold();

/// The style of a finding's heading and marks.
#[must_use]
pub const fn severity(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Information | Severity::Hint => AnsiColor::Cyan.on_default().bold(),
    }
}

/// `text` in `style`.
#[must_use]
pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
